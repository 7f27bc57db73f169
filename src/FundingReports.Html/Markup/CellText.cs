using System.Globalization;
using FundingReports.Reports;

namespace FundingReports.Html.Markup;

/// <summary>A cell as people read it.</summary>
internal sealed class CellText(ReportWords words, Language language)
{
    private const char Tied = Words.NoBreakSpace;

    internal string Of(ReportCell cell, ColumnKind kind)
    {
        string said = cell switch
        {
            ReportCell.Text text => text.Value,
            ReportCell.Amount amount => Figure(amount.Value.ToDecimal(), kind == ColumnKind.WholeAmount ? kind : ColumnKind.Amount),
            ReportCell.Rate rate => Figure(rate.Value.ToDecimal(), ColumnKind.Rate),
            ReportCell.Day day => Words.Date(day.Value, language),
            ReportCell.Count count => Figure(count.Value, ColumnKind.Count),
            ReportCell.Year year => year.Value.ToString("0000", CultureInfo.InvariantCulture),
            ReportCell.Fte fte => Figure(fte.Value, ColumnKind.Fte),
            ReportCell.Number number => Figure(number.ToDecimal(), cell.As ?? kind),
            ReportCell.Unknown => words.Unknown,
            ReportCell.NotApplicable => words.NotApplicable,
            ReportCell.Formula formula => Of(formula.Value, formula.As ?? kind),
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };
        // A formula's mark is that of its value, where that has one.
        bool marked = cell is ReportCell.Formula one
            ? one.Value.Marks == Marks.None && IsFigure(cell) : cell is not (ReportCell.Unknown or ReportCell.NotApplicable);
        return marked ? Marked(said, cell.Marks) : said;
    }

    /// <summary>Whether it stands to the right, its units below the others'.</summary>
    internal static bool IsFigure(ReportCell cell) => cell switch
    {
        ReportCell.Text or ReportCell.Unknown or ReportCell.NotApplicable or ReportCell.Day => false,
        ReportCell.Formula formula => IsFigure(formula.Value),
        _ => true,
    };

    private string Figure(decimal figure, ColumnKind kind) => kind switch
    {
        ColumnKind.Amount =>
            language is Language.French ? $"{Digits(figure, "#,##0.00")}{Words.ThinNoBreakSpace}€" : $"€{Digits(figure, "#,##0.00")}",
        ColumnKind.WholeAmount or ColumnKind.Count => Digits(decimal.Round(figure, 0, MidpointRounding.AwayFromZero), "#,##0"),
        ColumnKind.Rate =>
            language is Language.French ? $"{Digits(figure * 100, "0.00")}{Words.ThinNoBreakSpace}%" : $"{Digits(figure * 100, "0.00")}%",
        ColumnKind.Fte => Digits(figure, "0.00##"),
        ColumnKind.Year => Digits(figure, "0"),
        _ => Digits(figure, "#,##0.00####"),
    };

    private string Digits(decimal figure, string format)
    {
        string digits = figure.ToString(format, CultureInfo.InvariantCulture);
        return language is Language.French ? digits.Replace(',', Words.ThinNoBreakSpace).Replace('.', ',') : digits;
    }

    private string Marked(string said, Marks marks)
    {
        if ((marks & Marks.Approximate) != 0)
            said = $"{words.Approximate}{Tied}{said}";
        if ((marks & Marks.Assumed) != 0)
            said = $"{said}{Tied}{words.Assumed}";
        return (marks & Marks.Partial) != 0 ? $"{said}{Tied}{words.Partial}" : said;
    }
}
