using FundingReports.Excel.Layout;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Excel.Sheets;

/// <summary>A laid-out sheet → its cells, in order. It sorts nothing, computes nothing and has no words of its own.</summary>
/// <remarks>The only place where values become cells, each by its type: nothing is ever guessed from a text.</remarks>
internal sealed class SheetWriter(Report report, ReportLayout layout, StyleBook styles, CancellationToken cancellation = default)
{
    private const double TitleHeight = 26, HeadingHeight = 17, HeadingSize = 11;

    // Bold letters are wider; all rows but the plain ones have them.
    private const double WiderScale = 1.08;

    // What the borders of a cell take from its width.
    private const double Padding = 0.6, HeaderPadding = 1.5;

    // Before March 1900 spreadsheets have a day too many.
    private static readonly LocalDate firstDay = new(1900, 3, 1);

    private readonly FormulaWriter formulas = new(report.Words, layout);
    private readonly CellFormats formats = new(report.Words, report.Language);
    private readonly Dictionary<CellStyle, int> known = [];

    /// <summary>Writes a sheet.</summary>
    internal void Write(SheetLayout sheet, CellSink sink)
    {
        Title(sheet, sink);
        int line = 0;
        foreach (var table in sheet.Tables)
        {
            for (; line < sheet.Lines.Length && sheet.Lines[line].Row < table.HeaderRow; line++)
                Line(sheet.Lines[line], sink);
            Header(sheet, table, sink);
            if (sheet.Data is { } data && table == sheet.Tables[^1])
                sink.LongTable(table, data, ColumnStyles(table.Table), sheet.Widths);
            else
                Body(sheet, table, sink);
        }
        for (; line < sheet.Lines.Length; line++)
            Line(sheet.Lines[line], sink);
    }

    private void Title(SheetLayout sheet, CellSink sink)
    {
        sink.Row(1, TitleHeight);
        // One line: a row of two would be cut.
        Words(sheet.Sheet.Title.ReplaceLineEndings(" "), new() { Size = Look.TitleSize, IsBold = true, Ink = Look.Blue, IsCentred = true },
            sink);
    }

    private void Line(PlacedLine line, CellSink sink)
    {
        (CellLook look, double height) = line.Role switch
        {
            ParagraphRole.Answer =>
                (CellLook.Plain with { Size = Look.AnswerSize }, Look.LineHeight * Look.AnswerSize / Look.FontSize + 1.5),
            ParagraphRole.Heading => (CellLook.Plain with { IsBold = true, Size = HeadingSize, Ink = Look.Blue }, HeadingHeight),
            ParagraphRole.Note => (CellLook.Plain with { Ink = Look.Grey }, Look.LineHeight),
            ParagraphRole.Item => (CellLook.Plain, Look.LineHeight),
            _ => throw new ArgumentOutOfRangeException(nameof(line)),
        };
        sink.Row(line.Row, height);
        Words(line.Text, look, sink);
    }

    private void Words(string text, CellLook look, CellSink sink)
    {
        string clean = SafeText.Clean(text, report.Words.Cut);
        sink.Words(1, clean, styles.Of(SafeText.BeginsLikeAFormula(clean) ? look with { IsQuoted = true } : look));
    }

    private void Header(SheetLayout sheet, PlacedTable placed, CellSink sink)
    {
        var table = placed.Table;
        if (PlacedTable.HasGroups(table))
            Groups(sheet, placed, sink);
        int lines = 1;
        for (int c = 0; c < table.Columns.Length; c++)
            lines = Math.Max(lines, TextMeasure.LineCount(table.Columns[c].ShortHeader ?? table.Columns[c].Header,
                (sheet.Widths[c] - HeaderPadding - Indent(table, c)) / WiderScale));
        sink.Row(placed.HeaderRow, lines * Look.LineHeight + Look.HeaderPadding);
        for (int c = 0; c < table.Columns.Length; c++)
        {
            string clean = SafeText.Clean(table.Columns[c].Header, report.Words.Cut);
            sink.Words(c + 1, clean, Known(Style(table, c) with
            {
                IsHeader = true, IsQuoted = SafeText.BeginsLikeAFormula(clean), Format = CellFormats.Shown(table.Columns[c].ShortHeader),
            }));
        }
    }

    // No cell is merged: a group stands in the middle of its columns where it fits in one of them, else it begins in the first.
    private void Groups(SheetLayout sheet, PlacedTable placed, CellSink sink)
    {
        var columns = placed.Table.Columns;
        sink.Row(placed.TopRow, Look.LineHeight + Look.RowPadding);
        for (int c = 0; c < columns.Length;)
        {
            int end = c + 1;
            while (end < columns.Length && columns[end].Group is not null && columns[end].Group == columns[c].Group)
                end++;
            string group = columns[c].Group ?? "";
            bool fits = TextMeasure.Width(group) * WiderScale + 0.5 <= sheet.Widths[c], isOdd = (end - c) % 2 == 1;
            int middle = fits ? (c + end - 1) / 2 : c;
            for (int own = c; own < end; own++)
            {
                string text = own != middle
                    ? "" : SafeText.Clean(Shortened(group, sheet.Widths.Skip(c).Take(end - c).Sum()), report.Words.Cut);
                int style = Known(new()
                {
                    IsHeader = true, IsGroup = true, First = own > c || c == 0, Figure = fits && !isOdd, IsCentred = fits && isOdd,
                    IsQuoted = SafeText.BeginsLikeAFormula(text),
                });
                if (text.Length == 0)
                    sink.Blank(own + 1, style);
                else
                    sink.Words(own + 1, text, style);
            }
            c = end;
        }
    }

    // Each header below it has it whole.
    private static string Shortened(string text, double width)
    {
        string one = text.ReplaceLineEndings(" ");
        if (TextMeasure.Width(one) * WiderScale + 2 <= width)
            return one;
        while (one.Length > 1 && TextMeasure.Width(one + "…") * WiderScale + 2 > width)
            one = one[..^(char.IsLowSurrogate(one[^1]) ? 2 : 1)];
        return one.TrimEnd() + "…";
    }

    private void Body(SheetLayout sheet, PlacedTable placed, CellSink sink)
    {
        var table = placed.Table;
        var columns = new BodyColumn[table.Columns.Length];
        for (int c = 0; c < columns.Length; c++)
            columns[c] = new(Style(table, c), table.Columns[c].Kind, sheet.Widths[c] - Padding - Indent(table, c));
        string?[] texts = new string?[columns.Length];
        for (int r = 0; r < table.Rows.Length; r++)
        {
            cancellation.Look();
            var row = table.Rows[r];
            int lines = 1;
            for (int c = 0; c < columns.Length; c++)
            {
                texts[c] = IsFigure(row.Cells[c]) ? null
                    : SafeText.Clean(DisplayText.Of(row.Cells[c], columns[c].Kind, report.Words), report.Words.Cut);
                if (texts[c] is { } text && !DisplayText.IsNumber(row.Cells[c]))
                    lines = Math.Max(lines, columns[c].Lines(text, row.Role != RowRole.Line));
            }
            sink.Row(placed.FirstRow + r, Math.Min(Look.HighestRow, lines * Look.LineHeight + sheet.RowPadding));
            for (int c = 0; c < columns.Length; c++)
                Cell(row, c, columns[c], texts[c], placed, placed.FirstRow + r, sink);
        }
    }

    private void Cell(ReportRow row, int c, BodyColumn column, string? text, PlacedTable placed, int number, CellSink sink)
    {
        var cell = row.Cells[c];
        string? sheet = (cell as ReportCell.Text)?.Sheet;
        int style = Known(column.Style with
        {
            Role = row.Role, Tone = cell.Tone, IsInput = cell.IsInput, Format = formats.Of(cell, column.Kind),
            IsQuoted = text is not null && cell is not ReportCell.Formula && SafeText.BeginsLikeAFormula(text), IsLink = sheet is not null,
        });
        switch (cell)
        {
            case ReportCell.Amount amount:
                sink.Figure(c + 1, amount.Value.ToDecimal(), style);
                break;
            case ReportCell.Rate rate:
                sink.Figure(c + 1, rate.Value.ToDecimal(), style);
                break;
            case ReportCell.Count count:
                sink.Figure(c + 1, count.Value, style);
                break;
            case ReportCell.Year year:
                sink.Figure(c + 1, year.Value, style);
                break;
            case ReportCell.Fte fte:
                sink.Figure(c + 1, fte.Value, style);
                break;
            case ReportCell.Number figure:
                sink.Figure(c + 1, figure.ToDecimal(), style);
                break;
            case ReportCell.Day day when text is null:
                sink.Day(c + 1, day.Value.First, style);
                break;
            case ReportCell.Formula formula:
                sink.Formula(c + 1, formulas.Write(formula, placed, number), formulas.ValueOf(formula.Value), style);
                break;
            default:
                sink.Words(c + 1, text!, style, sheet);
                break;
        }
    }

    private List<(int Plain, int Quoted)> ColumnStyles(ReportTable table) =>
    [
        .. table.Columns.Select((column, c) => Style(table, c) with { Format = formats.Of(ReportCell.None, column.Kind) })
            .Select(style => (Known(style), Known(style with { IsQuoted = true }))),
    ];

    private int Known(in CellStyle style)
    {
        if (!known.TryGetValue(style, out int number))
            known[style] = number = styles.Of(style);
        return number;
    }

    // Whether a cell has no words to be measured.
    private static bool IsFigure(ReportCell cell) => cell switch
    {
        ReportCell.Text or ReportCell.Unknown or ReportCell.NotApplicable => false,
        ReportCell.Day day => day.Value.IsDay && day.Value.First >= firstDay,
        ReportCell.Formula formula => DisplayText.IsNumber(formula),
        _ => true,
    };

    private static CellStyle Style(ReportTable table, int c) => new()
    {
        Figure = SheetLayout.StandsRight(table.Columns[c]), Indented = Indent(table, c) > 0, First = c == 0,
        IsNow = table.Columns[c].IsNow, IsCentred = table.Columns[c].IsCentred,
    };

    private static double Indent(ReportTable table, int c) => SheetLayout.Indent(table, c);

    /// <summary>A column of a table that is being written.</summary>
    private sealed class BodyColumn(CellStyle style, ColumnKind kind, double width)
    {
        // Labels come many times in a row.
        private (string? Text, bool IsWide, int Lines) before;

        internal CellStyle Style { get; } = style;

        internal ColumnKind Kind { get; } = kind;

        internal int Lines(string text, bool isWide)
        {
            if (ReferenceEquals(before.Text, text) && before.IsWide == isWide)
                return before.Lines;
            int lines = TextMeasure.LineCount(text, isWide ? width / WiderScale : width);
            before = (text, isWide, lines);
            return lines;
        }
    }
}
