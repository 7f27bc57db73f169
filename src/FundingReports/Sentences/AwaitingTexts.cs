using FundingReports.Wording;
using FundingReports.Portfolios;
using static FundingReports.Sentences.ProblemTexts;

namespace FundingReports.Sentences;

/// <summary>What is said of promises that no post has been named for yet.</summary>
internal static class AwaitingTexts
{
    internal static BilingualText Finding(ProblemWords a) => a[0] is "1"
        ? Say(
            $"1 financement attend qu'on dise quel poste il paie : il ne compte dans aucun chiffre. Nommez son poste et sa période, ou retirez-le.",
            $"1 commitment waits for somebody to say which post it pays: it counts in no figure. Name its post and its period, or remove it.")
        : Say(
            $"En tout {a[0]} financements attendent qu'on dise quels postes ils paient : ils ne comptent dans aucun chiffre. Nommez leurs postes et leur période, ou retirez-les.",
            $"In all {a[0]} commitments wait for somebody to say which posts they pay: they count in no figure. Name their posts and their period, or remove them.");

    internal static BilingualText Payments(ProblemWords a) => a[0] is "1"
        ? Say(
            $"1 versement attend qu'on dise quel financement il paie : il ne compte nulle part. Choisissez son financement, ou retirez-le.",
            $"1 payment waits for somebody to say which commitment it pays: it counts nowhere. Choose its commitment, or remove it.")
        : Say(
            $"En tout {a[0]} versements attendent qu'on dise quels financements ils paient : ils ne comptent nulle part. Choisissez leurs financements, ou retirez-les.",
            $"In all {a[0]} payments wait for somebody to say which commitments they pay: they count nowhere. Choose their commitments, or remove them.");

    /// <summary>
    /// « En attente d'un poste, hors de tout chiffre : 2 conventionnés (27 501,00 €) ; 1 sollicité (montant inconnu). » Statuses are never
    /// added up.
    /// </summary>
    internal static BilingualText Waiting(IReadOnlyList<(CommitmentStatus Status, int Count, Euros Known, int WithoutSum)> groups) =>
        BilingualText.Of(language =>
    {
        bool french = language is Language.French;
        string parts = string.Join(french ? $"{Words.ThinNoBreakSpace}; " : "; ", groups.Select(group =>
        {
            string unknown = group.WithoutSum == 0 ? ""
                : group.WithoutSum == group.Count ? french ? Words.Plural(group.Count, "montant inconnu", "montants inconnus", language)
                    : Words.Plural(group.Count, "amount unknown", "amounts unknown", language)
                : french ? $", et {Words.Count(group.WithoutSum, "montant inconnu", "montants inconnus", language)}"
                    : $", and {Words.Count(group.WithoutSum, "amount unknown", "amounts unknown", language)}";
            string known = group.WithoutSum == group.Count ? "" : Words.Money(group.Known, language);
            return $"{StatusWord(group.Status, group.Count).In(language)} ({known}{unknown})";
        }));
        return french
            ? Phrase.In(language, $"En attente d'un poste, et donc dans aucun chiffre : {parts}.", "")
            : $"Waiting for a post, and so in no figure: {parts}.";
    });

    internal static BilingualText Change(string id, string fate) => fate switch
    {
        "New" => Say($"{id} attend maintenant qu'on dise quel poste il paie.", $"{id} now waits for somebody to say which post it pays."),
        "Changed" => Say(
            $"{id} attend toujours un poste, et ce qu'il dit a changé.", $"{id} still waits for a post, and what it says has changed."),
        "Placed" =>
            Say($"{id}, qui attendait un poste, est maintenant un financement.", $"{id}, which waited for a post, is now a commitment."),
        _ => Say($"{id}, qui attendait un poste, a disparu sans devenir un financement.",
            $"{id}, which waited for a post, is gone without becoming a commitment."),
    };

    private static BilingualText StatusWord(CommitmentStatus status, int count) => new(
        status switch
        {
            CommitmentStatus.Refused => Words.Count(count, "financement refusé", "financements refusés", Language.French),
            CommitmentStatus.Requested => Words.Count(count, "financement sollicité", "financements sollicités", Language.French),
            CommitmentStatus.Announced => Words.Count(count, "financement annoncé", "financements annoncés", Language.French),
            CommitmentStatus.Granted => Words.Count(count, "financement attribué", "financements attribués", Language.French),
            CommitmentStatus.Signed => Words.Count(count, "financement conventionné", "financements conventionnés", Language.French),
        },
        status switch
        {
            CommitmentStatus.Refused => Words.Count(count, "refused commitment", "refused commitments", Language.English),
            CommitmentStatus.Requested => Words.Count(count, "requested commitment", "requested commitments", Language.English),
            CommitmentStatus.Announced => Words.Count(count, "announced commitment", "announced commitments", Language.English),
            CommitmentStatus.Granted => Words.Count(count, "granted commitment", "granted commitments", Language.English),
            CommitmentStatus.Signed => Words.Count(count, "signed commitment", "signed commitments", Language.English),
        });
}
