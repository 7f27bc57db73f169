using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Excel.Layout;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;
using static FundingReports.Excel.Sheets.ExpressionWriter;
using FundingReports.Validation;

namespace FundingReports.Excel.Sheets;

/// <summary>
/// Writes a neutral formula in the language of spreadsheets, with functions that Excel and LibreOffice understand alike.
/// </summary>
internal sealed class FormulaWriter(ReportWords words, ReportLayout layout)
{
    /// <summary>The text of a formula, for a row of the sheet.</summary>
    internal string Write(ReportCell.Formula formula, PlacedTable table, int row)
    {
        string written = formula.Expression switch
        {
            ReportFormula.Sum sum => sum.KnownPart
                ? $"SUM({Run(table, sum.Run)})"
                : UnlessUnknown($"COUNTIF({Run(table, sum.Run)},{Unknown})", $"SUM({Run(table, sum.Run)})"),
            ReportFormula.SumWhere sum => SumWhere(table, sum, row),
            ReportFormula.SumOfWords sum => SumOfWords(table, sum, row),
            ReportFormula.SumAcross sum => SumAcross(table, sum, row),
            ReportFormula.Balance balance => Balance(table, balance, row),
            ReportFormula.Same same => Same(same),
            ReportFormula.Quotient quotient => $"{Cell(table, quotient.Over, row)}/{Cell(table, quotient.Under, row)}",
            ReportFormula.Worked worked => new ExpressionWriter(layout, table.Table.Name).Write(worked.Expression),
            _ => throw new ArgumentOutOfRangeException(nameof(formula)),
        };
        return written.Length <= Longest ? written : throw new ArgumentException(
            $"Table \"{table.Table.Name}\", row {row - table.FirstRow}: a formula of {written.Length} characters; a spreadsheet holds "
            + $"{Longest}. Work a part of it out in a cell of its own.", nameof(formula));
    }

    /// <summary>As many characters as Excel holds of a formula.</summary>
    internal const int Longest = 8_192;

    private string Unknown => Quoted(words.Unknown);

    private string UnlessUnknown(string count, string otherwise) => $"IF({count}>0,{Unknown},{otherwise})";

    private string SumWhere(PlacedTable table, ReportFormula.SumWhere sum, int row)
    {
        string run = Run(table, sum.Run);
        string matches = string.Join(",", sum.Matches.Select(match =>
            $"{Run(table, sum.Run with { Column = match.Column })},{(match.Word is { } word ? Quoted(word) : Cell(table, match.Column, row))}"));
        string known = $"SUMIFS({run},{matches})";
        return sum.KnownPart ? known : UnlessUnknown($"COUNTIFS({matches},{run},{Unknown})", known);
    }

    // Words are compared one by one, since SUMIFS takes some signs (=, >, *, ?) for commands. A cell of words counts for nothing.
    private string SumOfWords(PlacedTable table, ReportFormula.SumOfWords sum, int row)
    {
        string run = Run(table, sum.Run);
        string matches = string.Join("*", sum.Matches.Select(match =>
        {
            string cells = Run(table, sum.Run with { Column = match.Column });
            string holds = $"({cells}={(match.Word is { } word ? Quoted(word) : Cell(table, match.Column, row))})";
            return match.Or is { } other ? $"({holds}+({cells}={Quoted(other)}))" : holds;
        }));
        string known = $"SUMPRODUCT({matches}*1,{run})";
        return sum.KnownPart ? known : UnlessUnknown($"SUMPRODUCT({matches}*({run}={Unknown}))", known);
    }

    private string SumAcross(PlacedTable table, ReportFormula.SumAcross sum, int row)
    {
        string run = $"{Cell(table, sum.First, row)}:{Cell(table, sum.Last, row)}";
        return sum.KnownPart ? $"SUM({run})" : UnlessUnknown($"COUNTIF({run},{Unknown})", $"SUM({run})");
    }

    private string Balance(PlacedTable table, ReportFormula.Balance balance, int row)
    {
        ImmutableArray<string> minuses = balance.Minus.IsDefault ? [] : balance.Minus;
        string plus = string.Join("+", balance.Plus.Select(key => Cell(table, key, row)));
        string minus = string.Concat(minuses.Select(key => "-" + Cell(table, key, row)));
        string count = string.Join("+", balance.Plus.Concat(minuses).Select(key => $"COUNTIF({Cell(table, key, row)},{Unknown})"));
        // To the cent: a gap of a billionth of a cent must not look like a gap.
        return UnlessUnknown(count, $"ROUND(100*({plus}{minus}),0)/100");
    }

    private string Same(ReportFormula.Same same)
    {
        var (sheet, table) = layout.Find(same.Table);
        return $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{Cell(table, same.Column, table.RowOf(same.Row))}";
    }

    /// <summary>What a formula gives, as the file holds it.</summary>
    internal FormulaValue ValueOf(ReportCell value) => value switch
    {
        ReportCell.Amount amount => new(amount.Value.ToDecimal().ToString("0.##", CultureInfo.InvariantCulture), false),
        ReportCell.Rate rate => new(rate.Value.ToDecimal().ToString("0.######", CultureInfo.InvariantCulture), false),
        ReportCell.Count count => new(count.Value.ToString(CultureInfo.InvariantCulture), false),
        ReportCell.Fte fte => new(fte.Value.ToString("0.######", CultureInfo.InvariantCulture), false),
        ReportCell.Number number => new(number.ToDecimal().ToString("0.###############", CultureInfo.InvariantCulture), false),
        ReportCell.Text text => new(SafeText.Clean(text.Value, words.Cut), true),
        ReportCell.NotApplicable => new(SafeText.Clean(words.NotApplicable, words.Cut), true),
        ReportCell.Unknown => new(SafeText.Clean(words.Unknown, words.Cut), true),
        _ => throw new ArgumentException($"A formula cannot give a {value.GetType().Name}.", nameof(value)),
    };

    private static string Run(PlacedTable table, CellRun run)
    {
        string column = SheetCell.LettersOf(table.Table.IndexOf(run.Column) + 1);
        return $"{column}${table.RowOf(run.First)}:{column}${table.RowOf(run.Last)}";
    }

    private static string Cell(PlacedTable table, string key, int row) =>
        SheetCell.LettersOf(table.Table.IndexOf(key) + 1) + row.ToString(CultureInfo.InvariantCulture);
}
