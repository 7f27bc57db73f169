using FundingReports.Wording;
using FundingReports.Changes;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Sentences;

/// <summary>What became of a post or a promise, in a few words.</summary>
internal static class ChangeWords
{
    internal static string Move(PostChange post, Language language) => post.Move switch
    {
        PostMove.Same => Phrase.In(language, $"échéance inchangée", "same term"),
        PostMove.Created => Phrase.In(language, $"nouveau", "new"),
        PostMove.Closed => post.After is null
            ? Phrase.In(language, $"absent de la nouvelle liste", "not in the new list")
            : Phrase.In(language, $"terminé", "ended"),
        PostMove.Prolonged => Phrase.In(language, $"prolongé", "prolonged"),
        PostMove.Shortened => Phrase.In(language, $"écourté", "shortened"),
        PostMove.CostRose =>
            Phrase.In(language, $"financé moins longtemps, son coût ayant augmenté", "funded for less long, as its cost rose"),
        PostMove.RanOut =>
            Phrase.In(language, $"financement arrivé à son terme, sans relais confirmé", "funding ran out, nothing sure takes over"),
        PostMove.Past => Phrase.In(language, $"déjà terminé", "already ended"),
        PostMove.Unmatched => Phrase.In(language, $"non rapproché", "not matched"),
    };

    internal static string Fate(CommitmentChange promise, Language language) => promise.Fate switch
    {
        CommitmentFate.Kept => Phrase.In(language, $"maintenu", "stands"),
        CommitmentFate.Changed => Phrase.In(language, $"modifié", "changed"),
        CommitmentFate.New => Phrase.In(language, $"nouveau", "new"),
        CommitmentFate.Withdrawn => Phrase.In(language, $"retiré", "withdrawn"),
        CommitmentFate.Refused => promise.After?.Status is CommitmentStatus.Refused
            ? Phrase.In(language, $"refusé", "refused")
            : Phrase.In(language, $"n'est plus que sollicité", "only requested now"),
        CommitmentFate.EndedEarlier => Phrase.In(language, $"écourté", "ended earlier"),
        CommitmentFate.Gone => Phrase.In(language, $"absent de la nouvelle liste", "not in the new list"),
        CommitmentFate.Ended => Phrase.In(language, $"arrivé à son terme", "came to its term"),
        CommitmentFate.Over => Phrase.In(language, $"déjà terminé, retiré ou remplacé", "already over, withdrawn or replaced"),
        CommitmentFate.NotPromised => promise switch
        {
            { After: null } => Phrase.In(language, $"demande absente de la nouvelle liste", "request not in the new list"),
            { After.Status: CommitmentStatus.Refused } => Phrase.In(language, $"demande refusée", "request refused"),
            _ => Phrase.In(language, $"demande sans réponse", "request without answer"),
        },
        CommitmentFate.Unmatched => Phrase.In(language, $"non rapproché", "not matched"),
    };

    internal static string Matched(MatchedBy by, bool post, Language language) => by switch
    {
        MatchedBy.Id => Phrase.In(language, $"identifiant", "id"),
        MatchedBy.Reference => post ? Phrase.In(language, $"référence commune", "shared reference")
            : Phrase.In(language, $"référence et financeur", "reference and funder"),
        MatchedBy.Name => Phrase.In(language, $"libellé et département", "label and département"),
        MatchedBy.Nothing => Phrase.In(language, $"aucun équivalent", "no counterpart"),
        MatchedBy.Ambiguous =>
            Phrase.In(language, $"plusieurs équivalents possibles, ou un seul qui ne s'accorde pas avec l'ancien ; aucun n'est retenu",
            "several possible counterparts, or one that does not agree with the old one; none is taken"),
    };

    /// <summary>Why a post is at risk; empty where it is not.</summary>
    internal static string Risk(RiskReasons reasons, LocalDate asOf, Language language)
    {
        var said = new List<string>();
        if (reasons.HasFlag(RiskReasons.NotFullyFunded))
            said.Add(Phrase.In(language, $"couverture incomplète", "coverage incomplete"));
        if (reasons.HasFlag(RiskReasons.EndsSoon))
        {
            string end = Words.Date(new LocalDate(asOf.Year + 1, 12, 31), language);
            said.Add(Phrase.In(language, $"son financement conventionné expire avant le {end}", $"its agreed funding stops before {end}"));
        }
        if (reasons.HasFlag(RiskReasons.Shortened))
            said.Add(reasons.HasFlag(RiskReasons.EndsSoon)
                ? Phrase.In(language, $"ce financement est écourté", "that funding is shortened")
                : Phrase.In(language, $"son financement conventionné est écourté", "its agreed funding is shortened"));
        if (reasons.HasFlag(RiskReasons.CostRose))
            said.Add(Phrase.In(language, $"les crédits conventionnés couvrent moins longtemps son coût, qui a augmenté",
                "agreed money pays less long for its cost, which rose"));
        return Words.List(said, language);
    }

    internal static string Detail(PostDetail detail, Post before, Post after, Language language) => detail switch
    {
        PostDetail.Label => Phrase.In(language, $"libellé (avant : « {before.Label} »)", $"label (before: “{before.Label}”)"),
        PostDetail.Departement => Said("département", "département", before.Departement ?? Unknown(Language.French), before.Departement
            ?? Unknown(Language.English), language),
        PostDetail.Fte => Said(FrenchText.NoBreak($"ETP : {Fte(after, Language.French)}"), $"FTE: {Fte(after, Language.English)}",
            Fte(before, Language.French), Fte(before, Language.English), language),
        PostDetail.From => Phrase.In(language, $"premier jour", "first day"),
        PostDetail.Until =>
            Phrase.In(language, $"dernier jour du poste : {Day(after.Until, language)} (avant : {Day(before.Until, language)})",
                $"last day of the post: {Day(after.Until, language)} (before: {Day(before.Until, language)})"),
        PostDetail.Costs => Phrase.In(language, $"coût", "cost"),
        PostDetail.Employers => Phrase.In(language, $"employeur", "employer"),
    };

    internal static string Detail(CommitmentDetail detail, PortfolioChanges changes, CommitmentChange promise, Language language)
    {
        var (before, after) = (promise.Before!, promise.After!);
        string Was(string french, string english, string now, string was) => now == was
            ? Phrase.In(language, $"{french}", english)
            : Phrase.In(language, $"{french} : {now} (avant : {was})", $"{english}: {now} (before: {was})");
        return detail switch
        {
            CommitmentDetail.Amount => Was("montant", "amount", CommitmentWords.AmountOf(after.Amount, after.Cap, language),
                CommitmentWords.AmountOf(before.Amount, before.Cap, language)),
            CommitmentDetail.From => Was("début", "beginning", Words.Date(after.From, language), Words.Date(before.From, language)),
            CommitmentDetail.Until => Was("terme", "term", Term(after.Until, language), Term(before.Until, language)),
            CommitmentDetail.Status =>
                Was("statut", "status", CommitmentWords.Status(after.Status, language), CommitmentWords.Status(before.Status, language)),
            CommitmentDetail.Funder => Was("financeur", "funder", CommitmentWords.Payer(changes.After.Portfolio, after),
                CommitmentWords.Payer(changes.Before.Portfolio, before)),
            CommitmentDetail.Line => Was("ligne", "line", after.Line ?? NotGiven(language), before.Line ?? NotGiven(language)),
            CommitmentDetail.Posts => Was("postes", "posts", CommitmentWords.Posts(changes.After.Portfolio, after),
                CommitmentWords.Posts(changes.Before.Portfolio, before)),
            CommitmentDetail.Instalments => Phrase.In(language, $"tranches fermes", "firm instalments"),
            CommitmentDetail.Withdrawal => Decision.WithdrawalOf(after, changes.After.AsOf) is { } withdrawal
                ? Phrase.In(language, $"retrait à compter du {Words.Date(withdrawal.From.First, language)}",
                    $"withdrawn from {Words.Date(withdrawal.From.First, language)}")
                : Phrase.In(language, $"le retrait est annulé", "no longer withdrawn"),
            CommitmentDetail.Amended => Amended(promise, language),
        };
    }

    private static string Amended(CommitmentChange promise, Language language)
    {
        string avenants = Words.List([.. promise.Amendments.Select(amendment => Phrase.In(language,
            $"{amendment.Id} ({CommitmentWords.Status(amendment.Status, language)}, terme : {Term(amendment.Until, language)})",
            $"{amendment.Id} ({CommitmentWords.Status(amendment.Status, language)}, term: {Term(amendment.Until, language)})"))],
                language);
        return Phrase.In(language, $"avenant {avenants}", $"amended by {avenants}");
    }

    private static string NotGiven(Language language) => Phrase.In(language, $"non indiquée", "not given");

    internal static string Unknown(Language language) => Phrase.In(language, $"inconnu", "unknown");

    private static string Term(Term term, Language language) =>
        term.IsOpen
            ? Phrase.In(language, $"sans terme", "open") : term.Until is { } until ? Words.Date(until, language) : Unknown(language);

    private static string Day(PartialDate? date, Language language) =>
        date is { } known ? Words.Date(known, language) : Phrase.In(language, $"non fixé", "not set");

    private static string Fte(Post post, Language language) => post.Fte is { } fte
        ? (language is Language.French ? FrenchNumber(fte) : Number(fte))
        : Unknown(language);

    private static string Number(decimal number) => number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private static string FrenchNumber(decimal number) => Number(number).Replace('.', ',');

    private static string Said(string french, string english, string wasFrench, string wasEnglish, Language language) =>
        Phrase.In(language, $"{french} (avant : {wasFrench})", $"{english} (before: {wasEnglish})");
}
