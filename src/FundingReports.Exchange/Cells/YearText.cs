using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Cells;

/// <summary>A year: 2026, « exercice 2026 », « année 2026 », a day of it; not 2026-2027, which is two.</summary>
internal static partial class YearText
{
    /// <summary>Reads a cell.</summary>
    internal static FileTrouble? Read(GridCell cell, out int year)
    {
        year = 0;
        PartialDate? date = cell.Kind switch
        {
            CellKind.Number when cell.Number is >= PartialDate.FirstYear and <= PartialDate.LastYear
                && decimal.Truncate(cell.Number) == cell.Number => PartialDate.Of((int)cell.Number),
            CellKind.Date => DateCell.Read(cell, out _),
            CellKind.Text => DateText.Read(Before().Replace(Plain.Words(cell.Text), ""), isEnd: false, out _),
            _ => null,
        };
        if (date is not { } read || read.First.Year != read.Last.Year)
            return cell.Kind is CellKind.Text && Two().IsMatch(cell.Text)
                ? FileTrouble.Ambiguous("years") : FileTrouble.Unreadable("year");
        year = read.First.Year;
        return null;
    }

    [GeneratedRegex(@"^(?:exercice|annee|budget|bp|ca)(?: budgetaire| civile)?\s*:?\s*(?:de |n°)?", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"(?:19|20)[0-9]{2}\D+(?:19|20)[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Two();
}
