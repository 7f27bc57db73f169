using System.Collections.Immutable;

namespace FundingReports.Reports;

/// <summary>
/// A table too long to be held: its rows are made when they are written, once, in order. It is the last block of its sheet.
/// </summary>
/// <remarks>
/// No formula and no chart may ask for its rows, which are not held. Where it is longer than a sheet of a spreadsheet, it goes on on
/// others: the sheet « Données » on « Données 2 », and the table Tab_Data as Tab_Data_2; no other has such a name. What the rows hold is
/// looked at when they are written: an <see cref="InvalidOperationException"/> says the sheet, the table and the row of the first that
/// cannot be, or that there are more or fewer than <paramref name="Count"/>; nothing is written then.
/// </remarks>
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
