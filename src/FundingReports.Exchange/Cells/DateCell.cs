using System.Globalization;

namespace FundingReports.Exchange.Cells;

/// <summary>A cell that holds a day, a month or a year, whatever its kind.</summary>
internal static class DateCell
{
    /// <summary>The date; null where the cell holds none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="wasSerial">Whether a spreadsheet has made a number of the day.</param>
    internal static PartialDate? Read(GridCell cell, out bool wasSerial)
    {
        wasSerial = false;
        switch (cell.Kind)
        {
            // 2023 typed into a cell of dates becomes 15/07/1905: nobody means that.
            case CellKind.Date:
                return cell.Day.Year is >= 1904 and <= 1913 or < PartialDate.FirstYear or > PartialDate.LastYear
                    ? null : PartialDate.Of(cell.Day);
            case CellKind.Number:
                wasSerial = cell.Number is > PartialDate.LastYear and < 10_000_000;
                return DateText.OfNumber(cell);
            case CellKind.Text when cell.Text.Length is 5
                && int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int serial):
                wasSerial = true;
                return DateText.OfSerial(serial, is1904: false);
            case CellKind.Text:
                return DateText.Read(cell.Text, isEnd: false, out _);
            default:
                return null;
        }
    }
}
