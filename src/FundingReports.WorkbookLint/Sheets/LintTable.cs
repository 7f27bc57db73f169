using System.Collections.Immutable;
using System.Xml.Linq;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>A table, as its part says it.</summary>
internal sealed record LintTable(string Name, CellRange Range, int HeaderRows, int TotalRows, ImmutableArray<string> Headers)
{
    internal int FirstRow => Range.Top + HeaderRows;

    internal int LastRow => Range.Bottom - TotalRows;

    /// <summary>Whether a row is one of the table's data, and no header or total.</summary>
    internal bool HasData(int row) => row >= FirstRow && row <= LastRow;

    internal static LintTable? Of(XElement root) => !CellRange.TryParse(root.Attr("ref"), out CellRange range) ? null : new(
        root.Attr("displayName") ?? root.Attr("name") ?? "", range,
        Markup.Whole(root.Attr("headerRowCount")) ?? 1, Markup.Whole(root.Attr("totalsRowCount")) ?? 0,
        [.. root.First("tableColumns").Named("tableColumn").Select(column => LintText.Decoded(column.Attr("name") ?? ""))]);
}
