using System.Collections.Immutable;

namespace FundingReports.Reports;

/// <summary>
/// A table too long to be held: its rows are made when they are written, once, in order. It is the last block of its sheet.
/// </summary>
/// <param name="Name">Its name, unique in the report.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Count">How many rows there are, at least one.</param>
/// <param name="Rows">The rows; none of their cells is a formula.</param>
/// <exception cref="ArgumentException">The name or the columns are none of a table (<see cref="ReportTable"/>).</exception>
public sealed record ReportData(string Name, ImmutableArray<ReportColumn> Columns, int Count, IEnumerable<ReportRow> Rows) : ReportBlock
{
    /// <summary>Its name, unique in the report.</summary>
    public string Name { get; init; } = TableNames.Checked(Name);

    /// <summary>Its columns.</summary>
    public ImmutableArray<ReportColumn> Columns { get; init; } = ReportTable.CheckColumns(Name, Columns);

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Name}: {Columns.Length} columns, {Count} rows";
}
