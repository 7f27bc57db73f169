using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Sheets;

/// <summary>How figures are written, in the language of the words, whatever the spreadsheet's own is.</summary>
internal sealed class CellFormats
{
    private const string DayFormat = "dd/mm/yyyy";

    private readonly ReportWords words;
    private readonly string amount, whole, rate, fte, number, count;
    private readonly Dictionary<(string, Marks), string> marked = [];

    internal CellFormats(ReportWords words, Language language)
    {
        this.words = words;
        bool isEnglish = language == Language.English;
        string locale = isEnglish ? "[$-809]" : "[$-40C]";
        amount = locale + (isEnglish ? "\"€\"#,##0.00" : "#,##0.00\\ \"€\"");
        whole = locale + "#,##0";
        rate = locale + (isEnglish ? "0.00%" : "0.00\\ %");
        fte = locale + "0.00##";
        number = locale + "#,##0.00####";
        count = locale + "#,##0";
    }

    /// <summary>
    /// How a cell's figure is written: as its column's are, but for its marks and for what it is itself; of words that stand for a figure,
    /// as the figure's. Null for words.
    /// </summary>
    internal string? Of(ReportCell cell, ColumnKind kind) =>
        Marked(cell, cell.As ?? kind) ?? Of(cell is ReportCell.Day ? ColumnKind.Day : kind);

    private string? Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Amount => amount,
        ColumnKind.WholeAmount => whole,
        ColumnKind.Rate => rate,
        ColumnKind.Day => DayFormat,
        ColumnKind.Fte => fte,
        ColumnKind.Year => "0",
        ColumnKind.Number => number,
        ColumnKind.Count => count,
        _ => null,
    };

    /// <summary>The format in which words are shown as others; null where they are shown as they are.</summary>
    internal static string? Shown(string? text) =>
        text is null ? null : $"General;General;General;\"{Inside(text)}\"";

    // A quote would end the words of a format.
    private static string Inside(string text) => SafeText.Clean(text, "").Replace("\"", "”", StringComparison.Ordinal);

    // The mark is part of the format: the cell stays a number, and the word goes with it.
    private string? Marked(ReportCell cell, ColumnKind kind)
    {
        if ((cell.Marks == Marks.None && cell.As is null) || cell is ReportCell.Text)
            return null;
        string? format = cell switch
        {
            ReportCell.Amount or ReportCell.Formula { Value: ReportCell.Amount } => kind == ColumnKind.WholeAmount ? whole : amount,
            ReportCell.Formula { Value: ReportCell.Number } or ReportCell.Number => Of(kind),
            ReportCell.Rate => rate,
            ReportCell.Count => count,
            ReportCell.Day { Value.IsDay: true } => DayFormat,
            ReportCell.Fte => fte,
            _ => null,
        };
        if (format is null || cell.Marks == Marks.None)
            return format;
        if (!marked.TryGetValue((format, cell.Marks), out string? said))
            marked[(format, cell.Marks)] = said = Marked(format, cell.Marks);
        return said;
    }

    private string Marked(string format, Marks marks)
    {
        if ((marks & Marks.Approximate) != 0)
            format = Prefixed($"\"{Inside(words.Approximate)} \"", format);
        if ((marks & Marks.Assumed) != 0)
            format += $"\" {Inside(words.Assumed)}\"";
        return (marks & Marks.Partial) != 0 ? $"{format}\" {Inside(words.Partial)}\"" : format;
    }

    // What chooses the language of a format comes first.
    private static string Prefixed(string said, string format) =>
        format.StartsWith("[$-", StringComparison.Ordinal)
            ? format.Insert(format.IndexOf(']', StringComparison.Ordinal) + 1, said) : said + format;
}
