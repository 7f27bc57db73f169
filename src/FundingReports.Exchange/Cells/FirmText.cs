using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Cells;

/// <summary>Which years are firm: 2026, « 2025 et 2026 », « 2025-2027 », toutes, aucune.</summary>
internal static partial class FirmText
{
    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="said">Whether all years are, or the years that are: none where the list is empty.</param>
    internal static FileTrouble? Read(GridCell cell, out (bool All, IReadOnlySet<int> Years) said)
    {
        said = (false, new HashSet<int>());
        if (cell.IsLong)
            return FileTrouble.Unreadable("years");
        string words = cell.Kind switch
        {
            CellKind.Number => cell.Number.ToString(CultureInfo.InvariantCulture),
            CellKind.Text or CellKind.Truth => Plain.Words(cell.Text),
            _ => "",
        };
        if (IsNone(words))
            return null;
        switch (Plain.Key(words))
        {
            case "toutes" or "tout" or "oui" or "x" or "ferme" or "fermes" or "vrai" or "touteslesannees" or "all" or "yes":
                said.All = true;
                return null;
        }
        var years = new HashSet<int>();
        foreach (Match match in Range().Matches(words))
        {
            int first = int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            int last = match.Groups[2].Success
                ? int.Parse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : first;
            if (last < first || last - first > 100)
                return FileTrouble.Unreadable("years");
            years.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        said = (false, years);
        return years.Count > 0 && Between().IsMatch(Range().Replace(words, " ")) ? null : FileTrouble.Unreadable("years");
    }

    /// <summary>
    /// Whether a text says that nothing is known: « aucune » and « néant », which do so elsewhere, say here that no year is firm.
    /// </summary>
    internal static bool SaysNothing(string text) => BlankWords.Are(text) && !IsNone(text);

    private static bool IsNone(string text) => Plain.Key(text) is "aucune" or "aucun" or "non" or "neant" or "faux" or "none" or "no";

    [GeneratedRegex(
        @"(?<![0-9])((?:19|20)[0-9]{2})(?:\s*(?:-|–|a|au|to|/)\s*((?:19|20)[0-9]{2}))?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?: |,|;|\+|&|et|and|de|du|exercices?|annees?|tranches?)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
