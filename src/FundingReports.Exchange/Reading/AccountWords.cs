using System.Globalization;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Exchange.Reading;

/// <summary>How an account is said: the money first, then what is set aside, by its causes, then what stands apart.</summary>
internal static class AccountWords
{
    private const int MostRows = 12, RowsShown = 10, MostPlaces = 4;

    // French has the plural from two on.
    private static readonly Euros Two = Euros.Of(2);

    /// <summary>
    /// « 1 234,56 € repris en 1 ligne, sur 31 234,56 € lisibles en 2 lignes. Non pris en compte, 30 000 € : date illisible (ligne 2). À
    /// part : total (ligne 4). »
    /// </summary>
    /// <param name="read">Rows read.</param>
    /// <param name="kept">Rows kept.</param>
    /// <param name="aside">Those set aside: why, the first of them, how many.</param>
    /// <param name="money">The sums kept.</param>
    /// <param name="readable">The sums that can be read.</param>
    /// <param name="language">The language.</param>
    /// <param name="sums">Of each of those set aside, the sum; null where none is to be said.</param>
    /// <param name="byStatus">The sums kept, by what they are worth; null where it is not said.</param>
    /// <param name="saysEach">Whether each of several reasons is said with its sum.</param>
    /// <param name="unread">What is not read, and may hold more money: beside it nothing is said to be all.</param>
    internal static string Sentence(int read, int kept, IReadOnlyList<(AsideReason Why, IReadOnlyList<string> Rows, int Count)> aside,
        Euros money, Euros readable, Language language,
        IReadOnlyList<Euros>? sums = null, IEnumerable<KeyValuePair<CommitmentStatus, Euros>>? byStatus = null,
        bool saysEach = false, IReadOnlyList<UnreadPlace>? unread = null)
    {
        bool french = language is Language.French, isWhole = unread is null or [];
        string notRead = isWhole ? "" : Unread(unread!, french);
        if (read == 0)
            return (french ? "Aucune ligne n’est lue." : "No row is read.") + notRead;
        string taken = Words.Money(money, language),
            lines = Words.Count(kept, french ? "ligne" : "row", french ? "lignes" : "rows", language);
        string rows = Words.Count(read, french ? "ligne" : "row", french ? "lignes" : "rows", language),
            all = read.ToString(CultureInfo.InvariantCulture);
        List<string> sentences =
        [
            (french, money == readable, kept == read) switch
            {
                _ when kept == 0 && readable == Euros.Zero && !isWhole => french
                    ? $"Rien n’est repris, sur {rows}." : $"Nothing is taken, of {rows}.",
                _ when kept == 0 && readable == Euros.Zero => french
                    ? $"Rien n’est repris{Words.NoBreakSpace}: {rows}, sans montant lisible."
                        : $"Nothing is taken: {rows}, without readable money.",
                _ when kept == 0 => french
                    ? $"Rien n’est repris, sur {Words.Money(readable, language)} lisibles en {rows}."
                    : $"Nothing is taken, of {Words.Money(readable, language)} that can be read in {rows}.",
                _ when readable == Euros.Zero && kept < read => french
                    ? $"{lines} {Words.Plural(kept, "reprise", "reprises", language)} sur {all}, sans aucun montant."
                    : $"{lines} of {all} taken, without any money.",
                (_, true, _) when !isWhole => french ? $"{taken} repris en {lines} sur {all}." : $"{taken} taken in {lines} of {all}.",
                (true, true, true) => $"{taken} repris en {lines}{Words.NoBreakSpace}: tout ce qui est lisible dans le fichier.",
                (true, true, false) =>
                    $"{taken} repris en {lines} sur {all}{Words.NoBreakSpace}: tous les crédits lisibles dans le fichier.",
                (true, false, _) => $"{taken} repris en {lines}, sur {Words.Money(readable, language)} lisibles en {rows}.",
                (false, true, true) => $"{taken} taken in {lines}: all that can be read in the file.",
                (false, true, false) => $"{taken} taken in {lines} of {all}: all the money that can be read in the file.",
                _ => $"{taken} taken in {lines}, of {Words.Money(readable, language)} that can be read in {rows}.",
            },
        ];
        string weak = string.Join(", ", (byStatus ?? []).Where(entry => entry.Key < CommitmentStatus.Granted && entry.Value > Euros.Zero)
            .OrderByDescending(entry => entry.Key)
            .Select(entry =>
                $"{Words.Money(entry.Value, language)} {StatusOf(entry.Key, french)}{(french && entry.Value >= Two ? "s" : "")}"));
        if (weak.Length > 0)
            sentences.Add(french ? $"Dont{Words.NoBreakSpace}: {weak}." : $"Of these: {weak}.");
        string left = Groups(aside, saysEach ? sums : null, isApart: false, language),
            apart = Groups(aside, sums, isApart: true, language),
            leftMoney = readable > money ? $", {Words.Money(readable - money, language)}" : "";
        if (left.Length > 0)
            sentences.Add(french ? $"Non pris en compte{leftMoney}{Words.NoBreakSpace}: {left}." : $"Set aside{leftMoney}: {left}.");
        if (apart.Length > 0)
            sentences.Add(
                french ? $"À part, hors de ces sommes{Words.NoBreakSpace}: {apart}." : $"Apart, in none of these sums: {apart}.");
        return string.Join(" ", sentences) + notRead;
    }

    private static string Unread(IReadOnlyList<UnreadPlace> places, bool french)
    {
        string named = string.Join(", ", places.Take(MostPlaces).Select(place => (place.IsTable, french) switch
        {
            (true, true) => $"feuille {place.Name}",
            (true, false) => $"sheet {place.Name}",
            (false, true) => $"colonne {place.Name}",
            (false, false) => $"column {place.Name}",
        })) + (places.Count > MostPlaces ? "…" : "");
        return french ? $" Non lu, et dans aucune de ces sommes{Words.NoBreakSpace}: {named}." : $" Not read, and in none of these sums: {named}.";
    }

    /// <summary>The account of the payments of an export, after that of its promises.</summary>
    internal static string Payments(string account, Language language) =>
        language is Language.French ? $"Versements{Words.NoBreakSpace}: {account}" : $"Payments: {account}";

    private static string Groups(IReadOnlyList<(AsideReason Why, IReadOnlyList<string> Rows, int Count)> groups,
        IReadOnlyList<Euros>? sums, bool isApart, Language language)
    {
        bool french = language is Language.French;
        // The sum of all that is set aside stands before; that of one reason alone is the same.
        bool saysSums = sums is not null && (isApart || groups.Count(group => !group.Why.IsApart) > 1);
        return string.Join(french ? $"{Words.ThinNoBreakSpace}; " : "; ", groups.Select((group, i) => (group, Sum: saysSums
            ? sums![i] : Euros.Zero)).Where(entry => entry.group.Why.IsApart == isApart).Select(entry =>
        {
            string money = entry.Sum != Euros.Zero ? $", {Words.Money(entry.Sum, language)}" : "";
            string rows = Words.List(Some(entry.group.Rows, entry.group.Count, french), language);
            return $"{entry.group.Why.In(language)}{money} ({(french ? entry.group.Count > 1 ? "lignes" : "ligne" : entry.group.Count > 1 ? "rows" : "row")} {rows})";
        }));
    }

    private static string StatusOf(CommitmentStatus status, bool french) => status switch
    {
        CommitmentStatus.Refused => french ? "refusé" : "refused",
        CommitmentStatus.Requested => french ? "seulement sollicité" : "asked for only",
        _ => french ? "annoncé" : "announced",
    };

    private static List<string> Some(IReadOnlyList<string> rows, int count, bool french) => count <= MostRows
        ? [.. rows]
        : [.. rows.Take(RowsShown), (count - RowsShown).ToString(CultureInfo.InvariantCulture) + (french ? " autres" : " more")];
}
