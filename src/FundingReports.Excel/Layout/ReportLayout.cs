using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Excel.Checking;
using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>The layout of a report: rows, widths, heights.</summary>
internal sealed class ReportLayout
{
    private readonly Dictionary<string, (string Sheet, PlacedTable Table)> tables = new(StringComparer.Ordinal);

    /// <summary>The last row of a sheet of a spreadsheet.</summary>
    internal const int LastRow = 1_048_576;

    /// <param name="report">What it holds.</param>
    /// <param name="lastRow">The last row a sheet can have: a longer table goes on on further sheets.</param>
    /// <param name="cancellation">Looked at before each row that is measured.</param>
    internal ReportLayout(Report report, int lastRow = LastRow, CancellationToken cancellation = default)
    {
        Sheets = [.. report.Sheets.SelectMany(sheet => SheetsOf(sheet, report.Words, lastRow, cancellation))];
        foreach (var sheet in Sheets)
            foreach (var table in sheet.Tables)
                tables.Add(table.Table.Name, (sheet.Sheet.Name, table));
    }

    internal ImmutableArray<SheetLayout> Sheets { get; }

    internal (string Sheet, PlacedTable Table) Find(string table) => tables.TryGetValue(table, out var found) ? found
        : throw new ArgumentException($"A formula asks for the table \"{table}\", which is not in the report.", nameof(table));

    // A table too long for a sheet goes on on the next.
    private static IEnumerable<SheetLayout> SheetsOf(
        ReportSheet sheet, ReportWords words, int lastRow, CancellationToken cancellation)
    {
        if (sheet.Blocks.OfType<ReportData>().SingleOrDefault() is not { } data)
        {
            yield return new SheetLayout(sheet, words, cancellation);
            yield break;
        }
        var rows = LongTables.Rows(sheet, data).GetEnumerator();
        int number = 0;
        for (int left = data.Count; left > 0;)
        {
            number++;
            // One row stands for all.
            var prototype = new ReportTable(
                NameOf(data.Name, number), data.Columns, [new([.. data.Columns.Select(_ => ReportCell.None)])]);
            var layout = new SheetLayout(
                sheet with { Name = NameOf(sheet, number), Blocks = sheet.Blocks.Replace(data, prototype) },
                words, cancellation);
            int count = Math.Min(left, lastRow - layout.Tables[^1].HeaderRow);
            left -= count;
            layout.Data = new(rows, count, left == 0);
            yield return layout;
        }
    }

    /// <summary>The name of a part of a long table, whose parts are counted from 1.</summary>
    internal static string NameOf(string table, int part) =>
        part == 1 ? table : table + "_" + part.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of the sheet of such a part.</summary>
    internal static string NameOf(ReportSheet sheet, int part) =>
        part == 1 ? sheet.Name : $"{sheet.Name} {part.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>The layout of the parts of a sheet.</summary>
internal sealed class SheetLayout
{
    // A text this short fits the highest row of the narrowest column.
    private const int LongText = 200;
    private const double MostWidth = 120, WidthStep = 6;

    // A sheet of one paragraph is still as wide as a page.
    private const double LeastWidth = 120;

    internal SheetLayout(ReportSheet sheet, ReportWords words, CancellationToken cancellation)
    {
        Sheet = sheet;
        RowPadding = sheet.OnePage && Fits(sheet) ? Look.TightPadding : Look.RowPadding;
        Widths = WidthsOf(sheet, words, cancellation);
        TimelineWidth =
            Math.Max(Math.Clamp(Widths.Sum(), 162, 175), sheet.Blocks.Any(block => block is ReportTimeline) ? AsWideAsHigh(sheet) : 0);
        double width = Math.Max(sheet.OnePage ? Math.Max(
            PageWidth * 0.78, sheet.Blocks.Any(block => block is ReportTimeline) ? TimelineWidth : 0) : LeastWidth, Widths.Sum()) * 0.97;
        var tables = ImmutableArray.CreateBuilder<PlacedTable>();
        var lines = ImmutableArray.CreateBuilder<PlacedLine>();
        var charts = ImmutableArray.CreateBuilder<PlacedChart>();
        var timelines = ImmutableArray.CreateBuilder<PlacedTimeline>();
        int row = 2;
        bool afterTable = false;
        foreach (var block in sheet.Blocks)
        {
            if (block is ReportTable table)
            {
                // A line above its header, where columns share a group.
                if (PlacedTable.HasGroups(table))
                    row++;
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
            if (block is ReportTimeline timeline)
            {
                var placed = new PlacedTimeline(timeline, row);
                timelines.Add(placed);
                row += placed.Rows;
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
        Timelines = timelines.ToImmutable();
        LastRow = row - 1;
    }

    internal ReportSheet Sheet { get; }

    /// <summary>The room that a row has above and below its lines, in points.</summary>
    internal double RowPadding { get; }

    /// <summary>The widths by column, in characters.</summary>
    internal ImmutableArray<double> Widths { get; }

    /// <summary>How wide a timeline is drawn, in characters.</summary>
    internal double TimelineWidth { get; }

    internal ImmutableArray<PlacedTable> Tables { get; }

    internal ImmutableArray<PlacedLine> Lines { get; }

    internal ImmutableArray<PlacedChart> Charts { get; }

    internal ImmutableArray<PlacedTimeline> Timelines { get; }

    internal int LastRow { get; }

    /// <summary>The rows of its table, where that is too long to be held.</summary>
    internal DataRows? Data { get; set; }

    private static bool Fits(ReportSheet sheet) => sheet.FitsText && sheet.Blocks.OfType<ReportTable>().Count() == 1;

    private static ImmutableArray<double> WidthsOf(ReportSheet sheet, ReportWords words, CancellationToken cancellation)
    {
        var widths = new List<double>();
        // Where columns are as wide as their texts, what was given for them is only how narrow a text may become.
        bool fits = Fits(sheet);
        foreach (var table in sheet.Blocks.OfType<ReportTable>())
            for (int c = 0; c < table.Columns.Length; c++)
            {
                double width = Math.Max(
                    fits ? 0 : table.Columns[c].Width, LongestWord(table.Columns[c].ShortHeader ?? table.Columns[c].Header) * 1.08 + 2);
                width = Math.Max(width, OfGroup(table, c));
                foreach (var row in table.Rows.Watched(cancellation))
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
        return fits
            ? Fitted(sheet.Blocks.OfType<ReportTable>().Single(), widths, sheet.OnePage ? OnePageWidth : PageWidth, words, cancellation)
            : [.. widths];
    }

    // The paper inside its margins, and a digit in points.
    private const double WidthToHeight = 1.55, DigitPoints = 5.25;

    // A page of many lines is printed small, and would leave a part of its width blank: it is made as wide as the paper is for its height.
    private static double AsWideAsHigh(ReportSheet sheet)
    {
        double width = PageWidth * 0.78;
        for (int round = 0; round < 3; round++)
            width = Math.Clamp(HeightOf(sheet, width * 0.97) * WidthToHeight / DigitPoints, PageWidth * 0.78, PageWidth);
        return width;
    }

    private static double HeightOf(ReportSheet sheet, double width) => 26 + sheet.Blocks.Sum(block => block switch
    {
        ReportTable table =>
            Look.EmptyRow + 2 * Look.LineHeight + Look.HeaderPadding + table.Rows.Length * (Look.LineHeight + Look.RowPadding),
        ReportTimeline timeline => new PlacedTimeline(timeline, 0).Rows * Look.EmptyRow,
        ReportParagraph { Role: ParagraphRole.Heading } => Look.EmptyRow + 17,
        ReportParagraph { Role: ParagraphRole.Answer } answer => TextMeasure.LineCount(
            answer.Text, width * Look.FontSize / Look.AnswerSize) * (Look.LineHeight * Look.AnswerSize / Look.FontSize + 1.5),
        ReportParagraph other => TextMeasure.LineCount(other.Text, width) * Look.LineHeight,
        _ => 0,
    });

    // A page at seventy percent of its size is this wide.
    private const double PageWidth = 213;

    // The width of a sheet that is printed on one page: a narrower one would be printed small without need.
    private const double OnePageWidth = 250;

    // As wide as the texts are; where a page is too narrow for all, that column gives way which makes the fewest lines more.
    private static ImmutableArray<double> Fitted(
        ReportTable table, List<double> least, double page, ReportWords words, CancellationToken cancellation)
    {
        double[][] texts = [.. table.Columns.Select((_, c) => Texts(table, c, words, cancellation))];
        double[] widths = [.. texts.Select((column, c) => Math.Max(least[c], column.Max()))];
        // Columns of a group have one width.
        foreach (int[] alike in Alike(table))
        {
            double widest = alike.Max(c => widths[c]);
            foreach (int c in alike)
                widths[c] = widest;
        }
        int[] lines = new int[table.Rows.Length + 1];
        Array.Fill(lines, 1);
        double total = widths.Sum();
        while (total > page)
        {
            cancellation.Look();
            int chosen = -1, fewest = int.MaxValue;
            for (int c = 0; c < widths.Length; c++)
            {
                if (widths[c] - 1 < Math.Max(least[c], LeastOf(c)))
                    continue;
                int more = 0;
                for (int r = 0; r < lines.Length; r++)
                    more += Math.Max(0, Weight(LinesIn(texts[c][r], widths[c] - 1)) - Weight(lines[r]));
                if (more < fewest || more == fewest && widths[c] > widths[chosen])
                    (chosen, fewest) = (c, more);
            }
            if (chosen < 0)
                break;
            widths[chosen]--;
            total--;
            for (int r = 0; r < lines.Length; r++)
                lines[r] = Math.Max(lines[r], LinesIn(texts[chosen][r], widths[chosen]));
        }
        return [.. widths];

        double LeastOf(int c) => table.Columns[c].Kind == ColumnKind.Text ? table.Columns[c].Width : 0;
    }

    // Years are as wide as one another; the columns of a funder need not be as wide as those of the next.
    private static IEnumerable<int[]> Alike(ReportTable table) => table.Columns.Index().Where(column => column.Item.Group is not null)
        .GroupBy(column => column.Item.IsCentred ? "" : column.Item.Group, column => column.Index).Select(columns => columns.ToArray());

    // A year fits in one of its quarters; a funder stands over its columns whole, unless its name is long.
    private const double MostOfAGroup = 13;

    private static double OfGroup(ReportTable table, int c) => table.Columns[c] switch
    {
        { Group: { } group, IsCentred: true } => TextMeasure.Width(group) * 1.08 + 0.6,
        { Group: { } group } =>
            Math.Min(MostOfAGroup, (TextMeasure.Width(group) * 1.08 + 2.5) / table.Columns.Count(column => column.Group == group)),
        _ => 0,
    };

    // The width of a cell's margins, in characters, and the part of a line that is filled where the next word does not fit.
    private const double Margins = 2.4, Filled = 0.9;

    // Two lines are read; three and more are a column that is too narrow.
    private static int Weight(int lines) => lines + 20 * Math.Max(0, lines - 2);

    private static int LinesIn(double text, double width) =>
        text <= width ? 1 : (int)Math.Ceiling((text - Margins) / (Filled * (width - Margins)));

    // How wide each text is, the header first; a header is broken between its words, above figures once.
    private static double[] Texts(ReportTable table, int c, ReportWords words, CancellationToken cancellation)
    {
        double[] texts = new double[table.Rows.Length + 1];
        string header = table.Columns[c].ShortHeader ?? table.Columns[c].Header;
        texts[0] = LongestWord(header) * 1.08 + 2;
        double indent = Indent(table, c);
        while (table.Columns[c].Kind != ColumnKind.Text && TextMeasure.LineCount(header, (texts[0] - 1.5 - indent) / 1.08) > 2)
            texts[0]++;
        for (int r = 0; r < table.Rows.Length; r++)
        {
            cancellation.Look();
            foreach (string line in DisplayText.Of(table.Rows[r].Cells[c], table.Columns[c].Kind, words).Split('\n'))
                texts[r + 1] =
                    Math.Max(texts[r + 1], TextMeasure.Width(line) * (table.Rows[r].Role == RowRole.Line ? 1.02 : 1.1) + Margins + indent);
        }
        return texts;
    }

    private static bool IsFigure(ColumnKind kind) =>
        kind is ColumnKind.Amount or ColumnKind.WholeAmount or ColumnKind.Rate or ColumnKind.Count or ColumnKind.Fte or ColumnKind.Number;

    /// <summary>Whether figures of a column stand to the right.</summary>
    internal static bool StandsRight(ReportColumn column) => IsFigure(column.Kind) && !column.IsCentred;

    /// <summary>How far words keep away from the figures to their left.</summary>
    internal static double Indent(ReportTable table, int c) =>
        c > 0 && !IsFigure(table.Columns[c].Kind) && StandsRight(table.Columns[c - 1]) ? 1.5 : 0;

    // No row is higher than 409 points: a text that would need more gets a wider column.
    private static double WideEnough(string text, double width)
    {
        while (
            width < MostWidth && TextMeasure.LineCount(text, (width - 2.1) / 1.08) * Look.LineHeight + Look.RowPadding > Look.HighestRow)
            width += WidthStep;
        return width;
    }

    // How many columns a page holds.
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

    /// <summary>The row of the groups of its columns, where it has any; else that of its header.</summary>
    internal int TopRow => HasGroups(Table) ? HeaderRow - 1 : HeaderRow;

    internal static bool HasGroups(ReportTable table) => table.Columns.Any(column => column.Group is not null);

    internal int LastRow => HeaderRow + Table.Rows.Length;

    /// <summary>The row of the sheet where a row of the table is that a formula names.</summary>
    internal int RowOf(int row) => row >= 0 && row < Table.Rows.Length ? FirstRow + row
        : throw new ArgumentException(
            $"A formula asks for the row {row} of the table \"{Table.Name}\", which has {Table.Rows.Length}, counted from 0.", nameof(row));
}

/// <summary>A line of a paragraph, and its row.</summary>
internal sealed record PlacedLine(string Text, ParagraphRole Role, int Row);

/// <summary>A chart, its first row, and how many columns it is wide.</summary>
internal sealed record PlacedChart(ReportChart Chart, int Row, int Columns);

/// <summary>A timeline, and its first row.</summary>
internal sealed record PlacedTimeline(ReportTimeline Timeline, int Row)
{
    /// <summary>How many rows of text it covers: the years, a bar a post, today, and the legend.</summary>
    internal int Rows => (int)Math.Ceiling((3.4 + Timeline.Lines.Length * 1.35) * Look.LineHeight / Look.EmptyRow);
}
