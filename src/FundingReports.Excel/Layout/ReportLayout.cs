using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>The layout of a report: rows, widths, heights.</summary>
internal sealed class ReportLayout
{
    private readonly Dictionary<string, (string Sheet, PlacedTable Table)> tables = new(StringComparer.Ordinal);

    /// <summary>The last row of a sheet of a spreadsheet.</summary>
    internal const int LastRow = 1_048_576;

    internal ReportLayout(Report report, int lastRow = LastRow)
    {
        SheetNames.Check(report);
        Sheets = [.. report.Sheets.SelectMany(sheet => SheetsOf(sheet, report.Words, lastRow))];
        foreach (var sheet in Sheets)
            foreach (var table in sheet.Tables)
                tables.Add(table.Table.Name, (sheet.Sheet.Name, table));
    }

    internal ImmutableArray<SheetLayout> Sheets { get; }

    internal (string Sheet, PlacedTable Table) Find(string table) => tables[table];

    // A table too long for a sheet goes on on the next.
    private static IEnumerable<SheetLayout> SheetsOf(ReportSheet sheet, ReportWords words, int lastRow)
    {
        if (sheet.Blocks.OfType<ReportData>().SingleOrDefault() is not { } data)
        {
            yield return new SheetLayout(sheet, words);
            yield break;
        }
        var rows = data.Rows.GetEnumerator();
        int number = 0;
        for (int left = data.Count; left > 0;)
        {
            number++;
            string more = number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture);
            // One row stands for all, and gives them its styles.
            var prototype = new ReportTable(
                data.Name + (number == 1 ? "" : "_" + more), data.Columns, [new([.. data.Columns.Select(_ => ReportCell.None)])]);
            var layout = new SheetLayout(
                sheet with { Name = $"{sheet.Name} {more}".TrimEnd(), Blocks = sheet.Blocks.Replace(data, prototype) }, words);
            int count = Math.Min(left, lastRow - layout.Tables[^1].HeaderRow);
            layout.Data = new(rows, count);
            left -= count;
            yield return layout;
        }
    }
}

/// <summary>The layout of the parts of a sheet.</summary>
internal sealed class SheetLayout
{
    // A text this short fits the highest row of the narrowest column.
    private const int LongText = 200;
    private const double MostWidth = 120, WidthStep = 6;

    // A sheet of one paragraph is still as wide as a page.
    private const double LeastWidth = 120;

    internal SheetLayout(ReportSheet sheet, ReportWords words)
    {
        Sheet = sheet;
        Widths = WidthsOf(sheet, words);
        double width = Math.Max(LeastWidth, Widths.Sum()) * 0.97;
        var tables = ImmutableArray.CreateBuilder<PlacedTable>();
        var lines = ImmutableArray.CreateBuilder<PlacedLine>();
        var charts = ImmutableArray.CreateBuilder<PlacedChart>();
        int row = 2;
        bool afterTable = false;
        foreach (var block in sheet.Blocks)
        {
            if (block is ReportTable table)
            {
                tables.Add(new(table, row));
                row += table.Rows.Length + 1;
                afterTable = true;
                continue;
            }
            if (block is ReportChart chart)
            {
                // A line of air above it, and one below.
                charts.Add(new(chart, row + 1, ColumnsOf(Widths)));
                row += chart.Lines + 2;
                afterTable = false;
                continue;
            }
            var paragraph = (ReportParagraph)block;
            // Air above a heading, and between a table and what follows it.
            if (afterTable || (paragraph.Role == ParagraphRole.Heading && row > 2))
                row++;
            afterTable = false;
            double scale = paragraph.Role == ParagraphRole.Answer
                ? Look.AnswerSize / Look.FontSize : paragraph.Role == ParagraphRole.Heading ? 1.2 : 1;
            foreach (string line in TextMeasure.Lines(paragraph.Text, width / scale))
                lines.Add(new(line, paragraph.Role, row++));
        }
        Tables = tables.ToImmutable();
        Lines = lines.ToImmutable();
        Charts = charts.ToImmutable();
        LastRow = row - 1;
    }

    internal ReportSheet Sheet { get; }

    /// <summary>The widths by column, in characters.</summary>
    internal ImmutableArray<double> Widths { get; }

    internal ImmutableArray<PlacedTable> Tables { get; }

    internal ImmutableArray<PlacedLine> Lines { get; }

    internal ImmutableArray<PlacedChart> Charts { get; }

    internal int LastRow { get; }

    /// <summary>The rows of its table, where that is too long to be held.</summary>
    internal DataRows? Data { get; set; }

    /// <summary>Its one table, where the pass over the package writes its rows.</summary>
    internal TableBody? Body { get; set; }

    private static ImmutableArray<double> WidthsOf(ReportSheet sheet, ReportWords words)
    {
        var widths = new List<double>();
        foreach (var table in sheet.Blocks.OfType<ReportTable>())
            for (int c = 0; c < table.Columns.Length; c++)
            {
                double width = Math.Max(table.Columns[c].Width, LongestWord(table.Columns[c].Header) * 1.08 + 2);
                foreach (var row in table.Rows)
                    if (DisplayText.IsNumber(row.Cells[c]))
                        width = Math.Max(width, TextMeasure.Width(DisplayText.Of(row.Cells[c], table.Columns[c].Kind, words)) * (
                            row.Role == RowRole.Line ? 1 : 1.08) + 1.8);
                    else if (row.Cells[c] is ReportCell.Text { Value.Length: > LongText } text)
                        width = WideEnough(text.Value, width);
                if (c == widths.Count)
                    widths.Add(width);
                else
                    widths[c] = Math.Max(widths[c], width);
            }
        return [.. widths];
    }

    // No row is higher than 409 points: a text that would need more gets a wider column.
    private static double WideEnough(string text, double width)
    {
        while (
            width < MostWidth && TextMeasure.LineCount(text, (width - 2.1) / 1.08) * Look.LineHeight + Look.RowPadding > Look.HighestRow)
            width += WidthStep;
        return width;
    }

    // As many columns as make a page.
    private static int ColumnsOf(ImmutableArray<double> widths)
    {
        double width = 0;
        for (int c = 0; c < widths.Length; c++)
            if ((width += widths[c]) > 150)
                return Math.Max(1, c);
        return widths.Length;
    }

    private static double LongestWord(string header) => header.Split(' ').Max(word => TextMeasure.Width(word));
}

/// <summary>A table, and the row of its header.</summary>
internal sealed record PlacedTable(ReportTable Table, int HeaderRow)
{
    internal int FirstRow => HeaderRow + 1;

    internal int LastRow => HeaderRow + Table.Rows.Length;
}

/// <summary>A line of a paragraph, and its row.</summary>
internal sealed record PlacedLine(string Text, ParagraphRole Role, int Row);

/// <summary>A chart, its first row, and how many columns it is wide.</summary>
internal sealed record PlacedChart(ReportChart Chart, int Row, int Columns);

/// <summary>The rows of a table that are still to be written.</summary>
/// <param name="Table">The table.</param>
/// <param name="Styles">Of each cell, row by row, the place of its style among the prototypes.</param>
/// <param name="Heights">Of each row, in points.</param>
internal sealed record TableBody(PlacedTable Table, int[] Styles, double[] Heights);
