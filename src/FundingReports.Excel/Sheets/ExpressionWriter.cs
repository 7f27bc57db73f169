using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Excel.Layout;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;
using FundingReports.Validation;

namespace FundingReports.Excel.Sheets;

/// <summary>An expression in the language of spreadsheets, for a cell of a table.</summary>
internal sealed class ExpressionWriter(ReportLayout layout, string table)
{
    internal string Write(Expression expression) => expression switch
    {
        Expression.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Expression.Word word => Quoted(word.Value),
        Expression.At at => Cell(at),
        Expression.Calculation sum =>
            $"{Operand(sum.Left, sum.Operation, false)}{Sign(sum.Operation)}{Operand(sum.Right, sum.Operation, true)}",
        Expression.Least least => $"MIN({string.Join(",", least.Of.Select(Write))})",
        Expression.Greatest greatest => $"MAX({string.Join(",", greatest.Of.Select(Write))})",
        Expression.LeastOf least => $"MIN({Run(least.Run)})",
        Expression.Rounded rounded => $"ROUND({Write(rounded.Of)},{rounded.Decimals.ToString(CultureInfo.InvariantCulture)})",
        Expression.SumOf sum => $"SUM({Run(sum.Run)})",
        Expression.SumWhere sum => $"SUMIFS({Run(sum.Run)},{Criteria(sum.Criteria)})",
        Expression.CountWhere count => $"COUNTIFS({Criteria(count.Criteria)})",
        Expression.Choice choice => $"IF({Write(choice.Condition)},{Write(choice.Then)},{Write(choice.Otherwise)})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    /// <summary>Words between quotes, as a cell would hold them.</summary>
    internal static string Quoted(string word) => $"\"{SafeText.Clean(word, "").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string Write(Condition condition) => condition switch
    {
        Condition.All all => $"AND({string.Join(",", all.Conditions.Select(Write))})",
        Condition.Compared compared => Write(compared.Left)
            + compared.Comparison switch { Comparison.Equal => "=", Comparison.Above => ">", _ => ">=" } + Write(compared.Right),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private string Operand(Expression expression, Operation within, bool right)
    {
        string written = Write(expression);
        return NeedsParentheses(expression, within, right) ? $"({written})" : written;
    }

    /// <summary>Whether it is put between parentheses within a calculation, at its right or at its left.</summary>
    internal static bool NeedsParentheses(Expression? expression, Operation within, bool right) =>
        expression is Expression.Calculation { Operation: var own }
            && (Rank(own) < Rank(within) || (right && Rank(own) == Rank(within) && within is Operation.Minus or Operation.Over));

    private static int Rank(Operation operation) => operation is Operation.Plus or Operation.Minus ? 0 : 1;

    private static char Sign(Operation operation) =>
        operation switch { Operation.Plus => '+', Operation.Minus => '-', Operation.Times => '*', _ => '/' };

    private string Criteria(ImmutableArray<Criterion> criteria) =>
        string.Join(",", criteria.Select(criterion => $"{Run(criterion.Run)},{Write(criterion.Value)}"));

    private string Run(TableRun run)
    {
        var (prefix, placed) = Place(run.Table);
        string column = SheetCell.LettersOf(placed.Table.IndexOf(run.Column) + 1);
        return $"{prefix}{column}${placed.RowOf(run.First)}:{column}${placed.RowOf(run.Last)}";
    }

    private string Cell(Expression.At at)
    {
        var (prefix, placed) = Place(at.Table);
        return $"{prefix}{SheetCell.LettersOf(placed.Table.IndexOf(at.Column) + 1)}{placed.RowOf(at.Row)}";
    }

    private (string Prefix, PlacedTable Table) Place(string name)
    {
        var (home, placed) = layout.Find(name);
        return (name == table ? "" : $"'{home.Replace("'", "''", StringComparison.Ordinal)}'!", placed);
    }
}
