using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using FundingReports.Tests.Policies;
using FundingReports.Tests.Sentences;
using FundingReports.Validation;

namespace FundingReports.Tests.Texts;

/// <summary>A sentence that is read without its place names the post or the commitment that it is about.</summary>
public class SubjectTests
{
    public static TheoryData<string> Known => [.. Problems.Select(problem => problem.CodeName).Distinct().Order()];

    // With the arguments that the readers and the checks give.
    private static IEnumerable<Problem> Problems => PhraseProblems.All.Concat(ProblemSituations.OneWording)
        .Where(problem => problem.Subject is null && IsOfFacts(problem.Code));

    // Not of files, scenarios, policies and dates, whose place is no post and no commitment.
    private static bool IsOfFacts(ProblemCode code) => (int)code is not (< 5 or (>= 45 and <= 68) or 74 or 75 or (>= 80 and <= 83)
        or (>= 85 and <= 88) or (>= 1019 and <= 1039) or (>= 1063 and <= 1074) or 1090 or 1092 or (>= 1096 and <= 1098));

    [Theory, MemberData(nameof(Known))]
    public void Sentence_OfAnyCode_NamesItsSubjectOnce(string code)
    {
        foreach (Problem problem in Problems.Where(problem => problem.CodeName == code))
            foreach ((string section, string id) in (ReadOnlySpan<(string, string)>)[("posts", "POSTE9"), ("commitments", "ENG9")])
                foreach (Language language in Enum.GetValues<Language>())
                {
                    // Where the sentence names by itself what it is about, an argument says it.
                    Problem about = With(problem, id) with { Subject = new(section, id) };
                    string said = about.Message(language);
                    Assert.True(said.Split(id).Length >= 2, $"{code}: {said}");
                    Assert.True(Names(problem) || said.Split(id).Length == 2, $"{code}: {said}");
                    if (language is Language.French)
                        Assert.DoesNotMatch(@"^[^.«(]*\s: [^.?!«(]*\s: ", said);
                }
    }

    [Fact]
    public void Findings_OfAnyPortfolio_NameTheirObject()
    {
        var portfolio = Portfolio.Create(new()
        {
            Funders = [new("CD", "Département", FunderKind.CollectiviteDepartementale) { Siret = "00000000000000" }],
            Posts =
            [
                new("A", "Poste A") { From = PartialDate.Of(2022), Costs = [new(PartialDate.Of(2022), Euros.Of(1))] },
                new("B", "Poste B")
                {
                    From = PartialDate.Of(2022), Fte = 1,
                    Costs = [new(PartialDate.Of(2022), Euros.Of(1)), new(PartialDate.Of(2023), Euros.Of(2))],
                },
            ],
            Commitments = [new("C", "CD", ["A", "B"], PartialDate.Of(2022), new Amount.Balance()) { Status = CommitmentStatus.Signed }],
        });
        var findings = portfolio.Analyze(new(2024, 2, 8)).Findings;
        Assert.Contains(findings, finding => finding.Message(Language.French)
            .StartsWith("Poste A\u00a0: aucune source n’est donnée (coût annuel).", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Message(Language.English)
            .StartsWith("Post B, 2nd cost: no source is given", StringComparison.Ordinal));
        Assert.All(findings.Where(finding => finding.Path.Contains('[', StringComparison.Ordinal)), finding => Assert.Matches(
            finding.Path[0] switch { 'p' => @"\b[Pp]oste? [AB]\b", 'c' => @"\bC\b", _ => @"\bCD\b" }, finding.Message(Language.French)));
    }

    /// <summary>Policies have sources too: their place is none of the portfolio.</summary>
    [Fact]
    public void FindingOfThePolicies_NamesNoSourceOfThePortfolio()
    {
        PolicySet policies = PolicySet.Parse(PolicyDocuments.With(
            ("\"format\"", "\"extends\": \"default\", \"format\""),
            ("\"title\": \"Arrêté\"", "\"title\": \"Arrêté\", \"misspelt\": 1")));
        var portfolio = Portfolio.Create(new() { Sources = [new("OURS", SourceKind.Act, "Convention")] });
        Problem finding = Assert.Single(portfolio.Analyze(new(2024, 2, 8), policies: policies).Findings,
            one => one.Code is ProblemCode.UnknownProperty);
        Assert.StartsWith("sources[0]", finding.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("OURS", finding.Message(Language.French), StringComparison.Ordinal);
    }

    /// <summary>What the payments of a year add up to is no one payment's: the sentence names what they pay.</summary>
    [Fact]
    public void SumsOfPayments_NameTheCommitment()
    {
        var year = PartialDate.Of(2022);
        Payment Of(string id) => new(id, Euros.Of(600)) { Commitment = "C", Year = 2022 };
        var portfolio = Portfolio.Create(new()
        {
            Funders = [new("CD", "Département", FunderKind.CollectiviteDepartementale)],
            Posts = [new("A", "Poste A") { From = year }],
            Commitments = [new("C", "CD", ["A"], year, new Amount.Annual(Euros.Of(1_000)))
            {
                Status = CommitmentStatus.Signed, Instalments = [new(year, year) { Amount = Euros.Of(1_000), Paid = Euros.Of(1) }],
            }],
            Payments = [Of("V1"), Of("V2")],
        });
        foreach (ProblemCode code in (ReadOnlySpan<ProblemCode>)[ProblemCode.PaidTwoWays, ProblemCode.PaidAbovePromised])
            Assert.StartsWith("Financement C\u00a0: ", Assert.Single(portfolio.Findings, one => one.Code == code
                && one.Path.StartsWith("payments", StringComparison.Ordinal)).Message(Language.French), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Poste 1", "Poste 1\u00a0: ", "Poste 1: ")]
    [InlineData("post 1", "Post 1\u00a0: ", "Post 1: ")]
    [InlineData("postier", "Poste postier\u00a0: ", "Post postier: ")]
    public void IdThatSaysWhatItIs_IsNotSaidTwice(string id, string french, string english)
    {
        Problem problem = new(ProblemCode.StaleCost, "posts[0].costs", "1", id, "2022") { Subject = new("posts", id) };
        Assert.StartsWith(french, problem.Message(Language.French), StringComparison.Ordinal);
        Assert.StartsWith(english, problem.Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_NameIt() => Assert.Contains("E1",
        Assert.Throws<PortfolioException>(() => Portfolio.Parse(Documents.With(
            ("\"until\": \"2023-07-23\"", "\"until\": \"2020-01-01\""))))
            .In(Language.French).Split(':', 2)[1], StringComparison.Ordinal);

    private static bool Names(Problem problem) => SubjectWordsOf(problem) == problem.Message(Language.French);

    private static string SubjectWordsOf(Problem problem) => (problem with { Subject = new("posts", "POSTE9") }).Message(Language.French);

    // The subject is one of those that the sentence names.
    private static Problem With(Problem problem, string id) => !Names(problem) ? problem
        : new(problem.Code, problem.Path, problem.Code is ProblemCode.LikelyDouble ? id : problem.Found,
            [.. problem.Arguments.Select((argument, i) => i == PlaceOf(problem.Code) ? id : argument)]);

    private static int PlaceOf(ProblemCode code) => code is ProblemCode.TwoBalances or ProblemCode.ConflictBefore ? 1 : 0;
}
