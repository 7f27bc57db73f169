using System.Globalization;
using ClosedXML.Excel;
using FundingReports.Excel.Layout;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Excel.Sheets;

/// <summary>The only place where values enter a workbook, each by its type: nothing is ever guessed from a text.</summary>
internal sealed class CellWriter(ReportWords words, Language language, FormulaWriter formulas)
{
    // What spreadsheets count days from.
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    // Before March 1900 spreadsheets have a day too many.
    private static readonly LocalDate FirstSerialDay = new(1900, 3, 1);

    /// <summary>Words, whatever they begin with.</summary>
    internal void Text(IXLCell cell, string text)
    {
        if (Value(cell, text))
            cell.Style.IncludeQuotePrefix = true;
    }

    /// <summary>The words alone; whether they begin like a formula, which their style must say.</summary>
    internal bool Value(IXLCell cell, string text)
    {
        string clean = SafeText.Clean(text, words.Cut);
        cell.SetValue(SafeText.Pack(clean));
        return SafeText.BeginsLikeAFormula(clean);
    }

    /// <summary>A figure as a file writes it; null for what stands as words.</summary>
    internal static string? FigureOf(ReportCell value) => value switch
    {
        ReportCell.Amount amount => Text(amount.Value.ToDecimal()),
        ReportCell.Rate rate => Text(rate.Value.ToDecimal()),
        ReportCell.Day { Value: { IsDay: true } day } when day.First >= FirstSerialDay => Text(Period.DaysBetween(DayZero, day.First)),
        ReportCell.Count count => Text(count.Value),
        ReportCell.Year year => Text(year.Value),
        ReportCell.Fte fte => Text(fte.Value),
        ReportCell.Number number => Text(number.ToDecimal()),
        _ => null,
    };

    /// <summary>Words as a file holds them.</summary>
    internal string Words(ReportCell value, ColumnKind kind) => SafeText.Clean(DisplayText.Of(value, kind, words), words.Cut);

    /// <summary>Whether it is a text that begins like a formula, and stays text after somebody has edited it.</summary>
    internal bool IsQuoted(ReportCell value, ColumnKind kind) =>
        value is not ReportCell.Formula && FigureOf(value) is null && SafeText.BeginsLikeAFormula(Words(value, kind));

    private static string Text(decimal figure) => figure.ToString(CultureInfo.InvariantCulture);

    /// <summary>The styles of the workbook.</summary>
    internal StyleBook Styles { get; } = new();

    /// <summary>A value of the report, without its style.</summary>
    internal void Write(IXLCell cell, ReportCell value, ColumnKind kind, string sheet, PlacedTable table, int row)
    {
        switch (value)
        {
            case ReportCell.Text text:
                if (text.Sheet is { } target)
                    cell.Hyperlink = new XLHyperlink($"'{target.Replace("'", "''", StringComparison.Ordinal)}'!A1");
                Value(cell, DisplayText.Of(text, kind, words));
                break;
            case ReportCell.Amount amount:
                cell.SetValue(amount.Value.ToDecimal());
                break;
            case ReportCell.Rate rate:
                cell.SetValue(rate.Value.ToDecimal());
                break;
            case ReportCell.Day { Value: { IsDay: true } day } when day.First >= FirstSerialDay:
                cell.SetValue(day.First.ToDateTimeUnspecified());
                break;
            case ReportCell.Day day:
                Value(cell, DayText(day));
                break;
            case ReportCell.Count count:
                cell.SetValue(count.Value);
                break;
            case ReportCell.Year year:
                cell.SetValue(year.Value);
                break;
            case ReportCell.Fte fte:
                cell.SetValue(fte.Value);
                break;
            case ReportCell.Number number:
                cell.SetValue(number.ToDecimal());
                break;
            case ReportCell.Formula formula:
                cell.FormulaA1 = formulas.Write(formula, sheet, table, row, cell.Address.ToString()!);
                break;
            case ReportCell.Unknown or ReportCell.NotApplicable:
                Value(cell, DisplayText.Of(value, kind, words));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    /// <summary>
    /// How a cell's figure is written: as its column's are, but for its marks and for what it is itself; of words that stand for a figure,
    /// as the figure's.
    /// </summary>
    internal string? FormatOf(ReportCell cell, ColumnKind kind) => Marked(cell, cell.As ?? kind) ?? FormatOf(kind);

    private string? FormatOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Amount => AmountFormat,
        ColumnKind.Rate => RateFormat,
        ColumnKind.Day => DayFormat,
        ColumnKind.Fte => FteFormat,
        ColumnKind.Year => "0",
        ColumnKind.Number => Locale + "#,##0.00####",
        ColumnKind.Count => Locale + "#,##0",
        _ => null,
    };

    // The mark is part of the format: the cell stays a number, and the word goes with it.
    private string? Marked(ReportCell cell, ColumnKind kind)
    {
        if ((cell.Marks == Marks.None && cell.As is null) || cell is ReportCell.Text)
            return null;
        string? format = cell switch
        {
            ReportCell.Amount => AmountFormat,
            ReportCell.Formula { Value: ReportCell.Amount } => AmountFormat,
            ReportCell.Formula { Value: ReportCell.Number } or ReportCell.Number => FormatOf(kind),
            ReportCell.Rate => RateFormat,
            ReportCell.Count => FormatOf(ColumnKind.Count),
            ReportCell.Day { Value.IsDay: true } => DayFormat,
            ReportCell.Fte => FteFormat,
            _ => null,
        };
        if (format is null)
            return null;
        if ((cell.Marks & Marks.Approximate) != 0)
            format = Prefixed($"\"{words.Approximate} \"", format);
        if ((cell.Marks & Marks.Assumed) != 0)
            format += $"\" {words.Assumed}\"";
        return (cell.Marks & Marks.Partial) != 0 ? $"{format}\" {words.Partial}\"" : format;
    }

    // What chooses the language of a format comes first.
    private static string Prefixed(string said, string format) =>
        format.StartsWith("[$-", StringComparison.Ordinal)
            ? format.Insert(format.IndexOf(']', StringComparison.Ordinal) + 1, said) : said + format;

    private string DayText(ReportCell.Day day) => DisplayText.Marked(DisplayText.Partial(day.Value), day.Marks, words);

    // The format holds the separators, because a spreadsheet otherwise writes figures as its own language does.
    private string Locale => language == Language.English ? "[$-809]" : "[$-40C]";

    private string AmountFormat => Locale + (language == Language.English ? "\"€\"#,##0.00" : "#,##0.00\\ \"€\"");

    private string RateFormat => Locale + (language == Language.English ? "0.00%" : "0.00\\ %");

    private string FteFormat => Locale + "0.00##";

    private static string DayFormat => "dd/mm/yyyy";
}
