using System.Globalization;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Exchange.Reading;

/// <summary>How an account is said.</summary>
internal static class AccountWords
{
    /// <summary>« 37 lignes lues, 35 reprises, 2 mises de côté (lignes 14 et 29 : montant illisible). Total repris : … »</summary>
    internal static string Sentence(int read, int kept, IReadOnlyList<(AsideReason Why, IReadOnlyList<string> Rows, int Count)> aside,
        Euros money, Euros readable, Language language)
    {
        bool french = language is Language.French;
        int left = read - kept;
        string counts = french
            ? $"{Words.Count(read, "ligne lue", "lignes lues", language)}, {Words.Count(kept, "reprise", "reprises", language)}, {Words.Count(left, "mise de côté", "mises de côté", language)}"
            : $"{Words.Count(read, "row read", "rows read", language)}, {Words.Count(kept, "row kept", "rows kept", language)}, {Words.Count(left, "row set aside", "rows set aside", language)}";
        string why = string.Join(french ? $"{Words.NoBreakSpace}; " : "; ", aside.Select(group =>
            $"{(french ? group.Count > 1 ? "lignes" : "ligne" : group.Count > 1 ? "rows" : "row")} {Words.List(Some(group.Rows, group.Count, french), language)}{(french ? $"{Words.NoBreakSpace}: " : ": ")}{group.Why.In(language)}"));
        string rows = aside.Count > 0 ? $"{counts} ({why})." : $"{counts}.";
        string sums = (french, money == readable) switch
        {
            (true, true) => $"Total repris{Words.NoBreakSpace}: {Words.Money(money, language)}, tout ce qui est lisible dans le fichier.",
            (true, false) =>
                $"Total repris{Words.NoBreakSpace}: {Words.Money(money, language)}, sur {Words.Money(readable, language)} lisibles dans le fichier.",
            (false, true) => $"Total kept: {Words.Money(money, language)}, all that can be read in the file.",
            _ => $"Total kept: {Words.Money(money, language)}, of {Words.Money(readable, language)} that can be read in the file.",
        };
        return $"{rows} {sums}";
    }

    /// <summary>The account of the payments of an export, after that of its promises.</summary>
    internal static string Payments(string account, Language language) =>
        language is Language.French ? $"Versements{Words.NoBreakSpace}: {account}" : $"Payments: {account}";

    private static List<string> Some(IReadOnlyList<string> rows, int count, bool french) => count <= 12
        ? [.. rows]
        : [.. rows.Take(10), (count - 10).ToString(CultureInfo.InvariantCulture) + (french ? " autres" : " more")];
}
