using FundingReports.Exchange.Names;
using FundingReports.Json;

namespace FundingReports.Exchange.Cells;

/// <summary>A part as 0.45, 45 %, 1/3; a number above 1 is one in percent.</summary>
internal static class PartText
{
    /// <summary>The part; null where the cell holds none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="wasPercent">Whether the sign % was to be understood.</param>
    internal static Share? Read(GridCell cell, out bool wasPercent)
    {
        wasPercent = false;
        if (cell.Kind is CellKind.Text && cell.Text is "1" or "1.0" or "1.00")
            return Share.Whole;
        if (AmountText.ReadShare(cell, out Share? share) is null)
            return share;
        ExactNumber number = default;
        bool read = cell.Kind is CellKind.Number ? (number = ExactNumber.Of(cell.Number)) is var _ : cell.Kind is CellKind.Text
            && NumberText.Read(cell.Text, out number) is NumberReading.Read;
        if (!read || ExactNumber.AsShare(number, ExactNumber.Of(100m), out Share percent) is not null)
            return null;
        wasPercent = true;
        return percent;
    }
}
