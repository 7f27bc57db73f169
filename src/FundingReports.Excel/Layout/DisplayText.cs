using System.Globalization;
using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>A cell as people will read it, so that its column is wide enough.</summary>
internal static class DisplayText
{
    internal static string Of(ReportCell cell, ColumnKind kind, ReportWords words)
    {
        string said = cell switch
        {
            ReportCell.Text text => text.Value,
            ReportCell.Amount amount => Figure(amount.Value.ToDecimal(), kind == ColumnKind.WholeAmount ? kind : ColumnKind.Amount),
            ReportCell.Rate rate => Figure(rate.Value.ToDecimal(), ColumnKind.Rate),
            ReportCell.Day day => Partial(day.Value),
            ReportCell.Count count => count.Value.ToString("#,##0", CultureInfo.InvariantCulture),
            ReportCell.Year => "0000",
            ReportCell.Fte fte => fte.Value.ToString("0.00##", CultureInfo.InvariantCulture),
            ReportCell.Unknown => words.Unknown,
            ReportCell.NotApplicable => words.NotApplicable,
            ReportCell.Number number => Figure(number.ToDecimal(), cell.As ?? kind),
            ReportCell.Formula formula => Of(formula.Value, formula.As ?? kind, words),
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        };
        // A formula's mark is that of its value, where that has one.
        bool marked = cell is ReportCell.Formula formulaCell
            ? formulaCell.Value.Marks == Marks.None && IsNumber(cell) : cell is not (ReportCell.Unknown or ReportCell.NotApplicable);
        return marked ? Marked(said, cell.Marks, words) : said;
    }

    private static string Figure(decimal figure, ColumnKind kind) => kind switch
    {
        ColumnKind.Amount => figure.ToString("#,##0.00", CultureInfo.InvariantCulture) + " €",
        ColumnKind.WholeAmount => figure.ToString("#,##0", CultureInfo.InvariantCulture),
        ColumnKind.Rate => (figure * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %",
        ColumnKind.Count => figure.ToString("#,##0", CultureInfo.InvariantCulture),
        _ => figure.ToString("#,##0.00####", CultureInfo.InvariantCulture),
    };

    internal static string Marked(string said, Marks marks, ReportWords words)
    {
        if ((marks & Marks.Approximate) != 0)
            said = $"{words.Approximate} {said}";
        if ((marks & Marks.Assumed) != 0)
            said = $"{said} {words.Assumed}";
        return (marks & Marks.Partial) != 0 ? $"{said} {words.Partial}" : said;
    }

    /// <summary>A date as precise as it is known: 23/07/2023, 07/2023 or 2023.</summary>
    internal static string Partial(PartialDate date)
    {
        string iso = date.ToString();
        return iso.Length switch
        {
            4 => iso,
            7 => $"{iso[5..]}/{iso[..4]}",
            _ => $"{iso[8..]}/{iso[5..7]}/{iso[..4]}",
        };
    }

    /// <summary>Whether the cell is shown on one line, and as ### where that is too narrow.</summary>
    internal static bool IsNumber(ReportCell cell) => cell switch
    {
        ReportCell.Text or ReportCell.Unknown or ReportCell.NotApplicable => false,
        ReportCell.Day day => day.Value.IsDay,
        ReportCell.Formula formula => IsNumber(formula.Value),
        _ => true,
    };

    /// <summary>The figure of a cell, or of what its formula gives; null where it has none.</summary>
    internal static decimal? NumberOf(ReportCell cell) => cell switch
    {
        ReportCell.Amount amount => amount.Value.ToDecimal(),
        ReportCell.Number number => number.ToDecimal(),
        ReportCell.Rate rate => rate.Value.ToDecimal(),
        ReportCell.Count count => count.Value,
        ReportCell.Fte fte => fte.Value,
        ReportCell.Formula formula => NumberOf(formula.Value),
        _ => null,
    };
}
