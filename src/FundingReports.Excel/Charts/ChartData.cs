using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Reports;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Excel.Charts;

/// <summary>What a chart draws, and the cells it comes from.</summary>
internal sealed record ChartData(ReportChart Chart, string Categories, IReadOnlyList<string> Labels, IReadOnlyList<ChartLine> Series)
{
    internal static ChartData Of(ReportChart chart, ReportLayout layout, ReportWords words)
    {
        var (sheet, table) = layout.Find(chart.Table);
        string home = $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!";
        var rows = Enumerable.Range(chart.FirstRow, chart.LastRow - chart.FirstRow + 1).ToList();
        string Range(int column) =>
            $"{home}${SheetCell.LettersOf(column + 1)}${table.FirstRow + chart.FirstRow}:${SheetCell.LettersOf(column + 1)}${table.FirstRow + chart.LastRow}";
        int category = table.Table.IndexOf(chart.Category);
        return new(chart, Range(category), [.. rows.Select(row => LabelOf(table.Table.Rows[row].Cells[category], words))],
        [
            .. chart.Series.Select(series =>
            {
                int column = table.Table.IndexOf(series.Column);
                var header = table.Table.Columns[column];
                return new ChartLine(
                    series, header.Header, $"{home}${SheetCell.LettersOf(column + 1)}${table.HeaderRow}", Range(column), header.Kind,
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
