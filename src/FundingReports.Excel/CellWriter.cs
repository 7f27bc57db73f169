using FundingReports.Texts;
using ClosedXML.Excel;
using FundingReports.Excel.Layout;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Excel;

/// <summary>The only place where values enter a workbook, each by its type: nothing is ever guessed from a text.</summary>
internal sealed class CellWriter(ReportWords words, Language language, FormulaWriter formulas)
{
    // Before March 1900 spreadsheets have a day too many.
    private static readonly LocalDate FirstSerialDay = new(1900, 3, 1);

    /// <summary>Words, whatever they begin with.</summary>
    internal void Text(IXLCell cell, string text)
    {
        string clean = SafeText.Clean(text, words.Cut);
        cell.SetValue(SafeText.Pack(clean));
        if (clean.Length > 0 && clean[0] is '=' or '+' or '-' or '@' or '\'')
            cell.Style.IncludeQuotePrefix = true;
    }

    /// <summary>A value of the report.</summary>
    internal void Write(IXLCell cell, ReportCell value, ColumnKind kind, string sheet, PlacedTable table, int row)
    {
        switch (value)
        {
            case ReportCell.Text text:
                Text(cell, DisplayText.Of(text, kind, words));
                if (text.Sheet is { } target)
                    Link(cell, target);
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
                Text(cell, DayText(day));
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
                Text(cell, DisplayText.Of(value, kind, words));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
        if (FormatOf(value, value.As ?? kind) is { } format)
            cell.Style.NumberFormat.Format = format;
    }

    // Underlined, so that it is not the colour alone that says it.
    private static void Link(IXLCell cell, string sheet)
    {
        cell.Hyperlink = new XLHyperlink($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!A1");
        cell.Style.Font.FontColor = Look.Blue;
        cell.Style.Font.Underline = XLFontUnderlineValues.Single;
    }

    /// <summary>The format of a column's figures.</summary>
    internal string? FormatOf(ColumnKind kind) => kind switch
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
    private string? FormatOf(ReportCell cell, ColumnKind kind)
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
        format.StartsWith("[$-", StringComparison.Ordinal) ? format.Insert(format.IndexOf(']', StringComparison.Ordinal) + 1, said) : said + format;

    private string DayText(ReportCell.Day day) => DisplayText.Marked(DisplayText.Partial(day.Value), day.Marks, words);

    // Said in the format, because a spreadsheet otherwise writes figures as its own language does.
    private string Locale => language == Language.English ? "[$-809]" : "[$-40C]";

    private string AmountFormat => Locale + (language == Language.English ? "\"€\"#,##0.00" : "#,##0.00\\ \"€\"");

    private string RateFormat => Locale + (language == Language.English ? "0.00%" : "0.00\\ %");

    private string FteFormat => Locale + "0.00##";

    private static string DayFormat => "dd/mm/yyyy";
}
