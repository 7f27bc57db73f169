using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>The lines of a sheet of a workbook, as ExcelDataReader gives them.</summary>
internal sealed class SheetLines(RawSheet sheet) : Lines
{
    private readonly IEnumerator<RawRow> rows = sheet.Rows.GetEnumerator();

    internal override string Sheet => sheet.Name;

    internal override int Number => rows.Current.Number;

    internal override int Count => rows.Current.Cells.Length;

    internal override bool IsText => false;

    internal override bool Next() => rows.MoveNext();

    internal override GridCell Cell(int column) => rows.Current[column];

    public override void Dispose() => rows.Dispose();
}
