using FundingReports.Validation;

namespace FundingReports.Exchange.Cells;

/// <summary>The place of a cell: sheet, row (from 1), column (from 1).</summary>
internal readonly record struct CellRef(string Sheet, int Row, int Column)
{
    /// <summary>The place as people write it: <c>Plan!F12</c>.</summary>
    public override string ToString() => new SheetCell(Sheet, Row, Column).ToString();
}
