using FundingReports.Portfolios;
using FundingReports.Validation;
using FundingReports.Wording;
using static FundingReports.Sentences.ProblemTexts;

namespace FundingReports.Sentences;

/// <summary>What a problem is about, said: « poste L1, 2e coût »; « Poste 1 », where the id says so itself.</summary>
internal static class SubjectWords
{
    /// <summary>Whether the sentence of a code names by itself what it is about.</summary>
    internal static bool AreIn(ProblemCode code) => code
        // A post.
        is ProblemCode.NoBeginning or ProblemCode.UnpaidPost or ProblemCode.SharesExceedCost or ProblemCode.OverFunded
        or ProblemCode.CostOfZero or ProblemCode.VacantMoney
        // A commitment.
        or ProblemCode.NoPosts or ProblemCode.PostListedTwice or ProblemCode.TotalWithoutUntil or ProblemCode.NoSteps
        or ProblemCode.TooManySteps or ProblemCode.NoCeiling or ProblemCode.OpenTerm or ProblemCode.NotDecided
        or ProblemCode.MoneyOutsidePost
        or ProblemCode.BalanceLeans or ProblemCode.BalanceRises or ProblemCode.DeadlineMissed
        // Two of them.
        or ProblemCode.TwoBalances or ProblemCode.RemaindersAboveOne or ProblemCode.ConflictBefore or ProblemCode.SameReference
        or ProblemCode.SamePromise or ProblemCode.AmendmentCircle or ProblemCode.AmendmentsUnordered or ProblemCode.LikelyDouble;

    /// <summary>The sentence after what it is about: « Poste L1 : aucune source n'est donnée… ».</summary>
    internal static string Before(string sentence, ProblemSubject subject, Language language)
    {
        string about = Of(subject).In(language), rest = Small(sentence);
        return Phrase.In(language, $"{Phrase.Capital(about)} : {rest}", $"{Phrase.Capital(about)}: {rest}");
    }

    /// <summary>« poste L1, 2e coût »: counted as people count, where the path beside counts from 0, as JSON does.</summary>
    internal static BilingualText Of(ProblemSubject subject)
    {
        (string french, string english) = subject.Section switch
        {
            Property.Posts => ("poste", "post"),
            Property.Commitments => ("financement", "commitment"),
            Property.Sources => ("source", "source"),
            Property.Funders => ("financeur", "funder"),
            Property.Awaiting => ("ligne en attente", "waiting line"),
            _ => ("versement", "payment"),
        };
        BilingualText part = PartOf(subject);
        if (subject.Name is { } name)
            return Say($"{french} {name}{part}", $"{english} {name}{part}");
        string id = ProblemWords.Short(subject.Id);
        // « Poste 1 » is not « poste Poste 1 », nor "post Post 1".
        bool says = id.StartsWith($"{french} ", StringComparison.OrdinalIgnoreCase)
            || id.StartsWith($"{english} ", StringComparison.OrdinalIgnoreCase);
        return new($"{(says ? "" : $"{french} ")}{id}{part.French}", $"{(says ? "" : $"{english} ")}{id}{part.English}");
    }

    /// <summary>The same beside the name of the funder, which is not said twice: « FIPD, poste « Médiateur, Dax » ».</summary>
    internal static BilingualText BesideFunder(ProblemSubject subject) => subject.Post is not { } post ? Of(subject)
        : subject.Line is { } line ? Say($"{line}, poste {post}", $"{line}, post {post}") : Say($"poste {post}", $"post {post}");

    private static BilingualText PartOf(ProblemSubject subject)
    {
        string first = Ordinals.French(subject.Number, isFeminine: subject.Part is Property.Instalments),
            english = Ordinals.English(subject.Number);
        return subject.Part switch
        {
            Property.Costs => Say($", {first} coût", $", {english} cost"),
            Property.Instalments => Say($", {first} tranche", $", {english} instalment"),
            Property.Occupancy => Say($", {first} état", $", {english} state"),
            Property.Employers => Say($", {first} employeur", $", {english} employer"),
            _ => default,
        };
    }

    // Abbreviations (SIRET) keep their capitals.
    private static string Small(string sentence) =>
        sentence.Length > 1 && char.IsUpper(sentence[0]) && !char.IsUpper(sentence[1]) && !char.IsAsciiDigit(sentence[1])
            ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
