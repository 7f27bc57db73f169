using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Reports;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Excel.Charts;

/// <summary>What a chart draws, and the cells it comes from.</summary>
internal sealed record ChartData(ReportChart Chart, string Categories, IReadOnlyList<string> Labels, IReadOnlyList<ChartLine> Series)
{
    /// <param name="chart">The chart.</param>
    /// <param name="layout">Where the tables are.</param>
    /// <param name="words">The words of cells without a figure.</param>
    /// <param name="moved">
    /// By how many rows and columns its table was moved since; null where nothing was changed. What is drawn is then read from the cells,
    /// for what they hold may be other than it was.
    /// </param>
    internal static ChartData Of(ReportChart chart, ReportLayout layout, ReportWords words, (int Rows, int Columns)? moved = null)
    {
        var (sheet, table) = layout.Find(chart.Table);
        var (down, right) = moved ?? default;
        string Letters(int column) => SheetCell.LettersOf(column + 1 + right);
        string home = $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";
        var rows = Enumerable.Range(chart.FirstRow, chart.LastRow - chart.FirstRow + 1).ToList();
        string Range(int column) =>
            $"{home}${Letters(column)}${table.FirstRow + chart.FirstRow + down}:${Letters(column)}${table.FirstRow + chart.LastRow + down}";
        int category = table.Table.IndexOf(chart.Category);
        if (moved is not null)
            rows = [];
        return new(chart, Range(category), [.. rows.Select(row => LabelOf(table.Table.Rows[row].Cells[category], words))],
        [
            .. chart.Series.Select(series =>
            {
                int column = table.Table.IndexOf(series.Column);
                var header = table.Table.Columns[column];
                return new ChartLine(
                    series, header.Header, $"{home}${Letters(column)}${table.HeaderRow + down}", Range(column), header.Kind,
                    // What is not known is not drawn: a zero would be a figure.
                    [.. rows.Select(row => DisplayText.NumberOf(table.Table.Rows[row].Cells[column]))]);
            }),
        ]);
    }

    private static string LabelOf(ReportCell cell, ReportWords words) => cell switch
    {
        ReportCell.Year year => year.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => DisplayText.Of(cell, ColumnKind.Text, words),
    };
}

/// <summary>One series of a chart.</summary>
internal sealed record ChartLine(
    ChartSeries Series, string Name, string NameCell, string Cells, ColumnKind Kind, IReadOnlyList<decimal?> Values);
