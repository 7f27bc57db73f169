using System.Collections.Immutable;

namespace FundingReports.Reports;

/// <summary>A chart of some rows of a table: what it shows can be read there too.</summary>
/// <param name="Title">What it shows, and what it cannot.</param>
/// <param name="Alternative">The same in words, for those who do not see it.</param>
/// <param name="Table">The table; it may stand on another sheet.</param>
/// <param name="FirstRow">The first row shown, counted from 0.</param>
/// <param name="LastRow">The last row shown, included.</param>
/// <param name="Category">The key of the column that names each group.</param>
/// <param name="Series">What is shown of each group.</param>
/// <param name="Lines">How high it is, in lines of text.</param>
public sealed record ReportChart(
    string Title, string Alternative, string Table, int FirstRow, int LastRow, string Category, ImmutableArray<ChartSeries> Series,
        int Lines) : ReportBlock
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Title}: {Series.Length} series";
}

/// <summary>One column of the table.</summary>
/// <param name="Column">Its key.</param>
/// <param name="Mark">How it is drawn.</param>
/// <param name="Tone">What its colour may underline.</param>
public sealed record ChartSeries(string Column, ChartMark Mark, Tone Tone = Tone.Plain);

/// <summary>How a series is drawn.</summary>
public enum ChartMark
{
    /// <summary>Columns, one on top of the other.</summary>
    Stacked,

    /// <summary>A line over them.</summary>
    Line,
}
