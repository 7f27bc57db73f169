using FundingReports.Policies;
using FundingReports.Tests.Json;
using FundingReports.Tests.Policies;
using FundingReports.Tests.Texts;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Sentences;

/// <summary>The wording of every problem code, with each kind of argument that changes it; then the problems of whole documents.</summary>
internal static class ProblemSituations
{
    internal static IEnumerable<Situation> All => [.. Codes, .. Texts];

    internal static IEnumerable<Situation> Codes => PhraseProblems.All.Concat(OneWording)
        .GroupBy(problem => problem.CodeName, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new Situation(group.Key, language => group.Select(problem => problem.Message(language))));

    /// <summary>The clean document, damaged in one place.</summary>
    internal static IEnumerable<(string Name, string Old, string New)> Damages =>
    [
        ("A last day before the first", "\"until\": \"2023-07-23\"", "\"until\": \"2020-01-01\""),
        ("A day that is not in the calendar", "\"until\": \"2023-07-23\"", "\"until\": \"2023-02-30\""),
        ("A share above the whole", "\"share\": \"1/2\"", "\"share\": \"120 %\""),
        ("A sum of billions", "\"annual\": 25000", "\"annual\": 25000000000"),
        ("A property that the format lacks", "\"cap\"", "\"plafond\""),
        ("An id given twice", "\"id\": \"CD\"", "\"id\": \"ETAT\""),
        ("An address in a label", "\"label\": \"Poste 1\"", "\"label\": \"a.b@c.fr\""),
        ("An amendment of itself", "\"cap\": \"30000\"", "\"amends\": \"E1\", \"cap\": 1"),
    ];

    /// <summary>The codes that have one wording, with arguments as the readers give them.</summary>
    internal static IEnumerable<Problem> OneWording =>
    [
        new(ProblemCode.NotUtf8, "$"),
        new(ProblemCode.UnknownFormat, "format", "fundingreports/scenario@1", "fundingreports/portfolio@1"),
        new(ProblemCode.Missing, "posts[0].label", null, "label"),
        new(ProblemCode.DuplicateProperty, "title", "Bis", "title"),
        new(ProblemCode.NotOneOf, "commitments[0].status", "signé", "requested", "announced", "granted", "signed", "refused"),
        new(ProblemCode.InvalidDate, "commitments[0].until", "23/07/2023"),
        new(ProblemCode.InvalidMoney, "commitments[1].amount.annual", "26 000,00 €"),
        new(ProblemCode.InvalidShare, "commitments[0].amount.share", "1,5"),
        new(ProblemCode.InvalidNumber, "posts[0].fte", "1,5"),
        new(ProblemCode.AmountKinds, "commitments[0].amount", "annual, share", "annual", "share", "balance"),
        new(ProblemCode.Empty, "posts[0].label", ""),
        new(ProblemCode.InvalidText, "title", "a\u0007b", "U+0007"),
        new(ProblemCode.ShareOutOfRange, "commitments[0].amount.share", "120 %"),
        new(ProblemCode.UnknownDepartement, "posts[0].departement", "20"),
        new(ProblemCode.DuplicateId, "funders[1].id", "ETAT", "funders[0].id"),
        new(ProblemCode.ChangeKinds, "changes[0]", "renew, scale", "renew", "scale", "withdraw"),
        new(ProblemCode.InvalidFactor, "changes[0].scale.factor", "-1"),
        new(ProblemCode.InvalidFactor, "changes[0].indexCost.rate", "-2", "rate"),
        new(ProblemCode.InvalidName, "parameters[0].name", "Seuil Critique"),
        new(ProblemCode.InvalidWhole, "parameters[0].values[0].value", "1.5", "1000"),
        new(ProblemCode.NoValues, "parameters[0].values", null, "own.months"),
        new(ProblemCode.WrongUnit, "schemes[0].rules[0].parameter", null, "own.share", "share", "months"),
        new(ProblemCode.UnknownProperty, "commitments[0].plafond", "30000", "plafond"),
        new(ProblemCode.PressOnly, "commitments[0].source", null, "P", "annual", "until"),
    ];

    private static IEnumerable<Situation> Texts =>
    [
        .. Damages.Select(damage => Of(damage.Name, Documents.Problems(Documents.With((damage.Old, damage.New))))),
        Of("A text cut short", Documents.Problems(Documents.Truncated)),
        Of("A text that is not JSON", Documents.Problems(Documents.NotJson)),
        Of("A value checked two years ago", StaleShare),
        new("A problem on one line",
            language => [new Problem(ProblemCode.UnknownId, "commitments[3].funder", "ET\nAT", "funder").ToLine(language)]),
    ];

    private static IEnumerable<Problem> StaleShare =>
        PolicySet.Parse(PolicyDocuments.With(("\"format\"", "\"extends\": \"default\", \"format\"")))
        .Findings(new LocalDate(2026, 1, 2)).Where(problem => problem.Path == "parameters[\"own.share\"].values[1]");

    private static Situation Of(string name, IEnumerable<Problem> problems) =>
        new(name, language => problems.Select(problem => problem.Message(language)));
}
