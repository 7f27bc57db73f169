using FundingReports.Portfolios;
using FundingReports.Validation;
using FundingReports.Wording;
using static FundingReports.Sentences.ProblemTexts;

namespace FundingReports.Sentences;

/// <summary>What a problem is about, said: « poste L1, coût n° 2 »; « Poste 1 », where the id says so itself.</summary>
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

    /// <summary>« poste L1, coût n° 2 ».</summary>
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
        string id = ProblemWords.Short(subject.Id);
        // « Poste 1 » is not « poste Poste 1 », nor "post Post 1".
        bool says = id.StartsWith($"{french} ", StringComparison.OrdinalIgnoreCase)
            || id.StartsWith($"{english} ", StringComparison.OrdinalIgnoreCase);
        return new($"{(says ? "" : $"{french} ")}{id}{part.French}", $"{(says ? "" : $"{english} ")}{id}{part.English}");
    }

    private static BilingualText PartOf(ProblemSubject subject)
    {
        string number = subject.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return subject.Part switch
        {
            Property.Costs => Say($", coût n° {number}", $", cost no. {number}"),
            Property.Instalments => Say($", tranche n° {number}", $", instalment no. {number}"),
            Property.Occupancy => Say($", état n° {number}", $", state no. {number}"),
            Property.Employers => Say($", employeur n° {number}", $", employer no. {number}"),
            _ => default,
        };
    }

    // Abbreviations (SIRET) keep their capitals.
    private static string Small(string sentence) =>
        sentence.Length > 1 && char.IsUpper(sentence[0]) && !char.IsUpper(sentence[1]) && !char.IsAsciiDigit(sentence[1])
            ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
}
