using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Excel.Checking;
using FundingReports.Excel.Layout;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;

namespace FundingReports.Excel.Refusing;

/// <summary>
/// Formulas beside which another value stands than they give. A reader who sees the file before a spreadsheet has calculated sees that
/// value; from the values of the cells that it asks for each formula is worked out again.
/// </summary>
/// <remarks>Asked of a report whose formulas can all be written.</remarks>
internal sealed class ValueFaults(TablesOfReport tables)
{
    // Beyond it the sums of very long tables would take minutes; what is not looked at is as its maker says.
    private const int MostCells = 20_000_000;

    private static readonly NodaTime.LocalDate dayZero = new(1899, 12, 30);

    private int looked;

    internal static IEnumerable<string> Of(TablesOfReport tables)
    {
        var faults = new ValueFaults(tables);
        foreach (var (place, formula) in tables.Formulas)
            if (faults.OtherThanSaid(place, formula) is { } given)
                yield return $"{place}: its formula gives {given}, and its value is {faults.ValueOf(formula.Value)}";
    }

    // What is shown to the cent may be less than half of one off, and a rate half of its last digit.
    private static decimal Tolerance(ReportCell value) => value switch
    {
        ReportCell.Amount => 0.005m,
        ReportCell.Rate => 0.0000005m,
        _ => 0.000001m,
    };

    /// <summary>A figure, or a word.</summary>
    private readonly record struct Value(decimal Number, string? Word)
    {
        internal bool Is(Value other, decimal tolerance) => Word is null && other.Word is null
            ? Math.Abs(Number - other.Number) <= tolerance + Math.Abs(other.Number) * 0.000000000001m
            : Word is not null && other.Word is not null && Word.Equals(other.Word, StringComparison.OrdinalIgnoreCase);

        public override string ToString() => Word is null ? Number.ToString("0.##########", CultureInfo.InvariantCulture) : $"\"{Word}\"";
    }

    // Null where it is the value, or not worked out here: too much is asked, or a figure is too large.
    private Value? OtherThanSaid(CellPlace place, ReportCell.Formula formula)
    {
        try
        {
            return looked <= MostCells && Given(place, formula.Expression) is { } given
                && !given.Is(ValueOf(formula.Value), Tolerance(formula.Value)) ? given : null;
        }
        catch (Exception fault) when (fault is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    private Value? Given(CellPlace place, ReportFormula formula)
    {
        string home = place.Table.Name;
        int row = place.Row;
        return formula switch
        {
            ReportFormula.Sum sum => Sum(Run(home, sum.Run), sum.KnownPart),
            ReportFormula.SumWhere sum => Sum(Matching(home, row, sum.Run, sum.Matches), sum.KnownPart),
            ReportFormula.SumOfWords sum => Sum(Matching(home, row, sum.Run, sum.Matches), sum.KnownPart),
            ReportFormula.SumAcross sum => Sum(Across(place, sum), sum.KnownPart),
            ReportFormula.Balance balance => Balance(home, row, balance),
            ReportFormula.Same same => At(same.Table, same.Column, same.Row),
            ReportFormula.Quotient quotient => new(At(home, quotient.Over, row).Number / At(home, quotient.Under, row).Number, null),
            ReportFormula.Worked worked => Work(worked.Expression),
            _ => null,
        };
    }

    private Value ValueOf(ReportCell cell) => DisplayText.NumberOf(cell) is { } number ? new(number, null) : cell switch
    {
        ReportCell.Unknown => new(0, tables.Words.Unknown),
        ReportCell.Year year => new(year.Value, null),
        ReportCell.Day { Value: { IsDay: true } day } => new(NodaTime.Period.DaysBetween(dayZero, day.First), null),
        _ => new(0, DisplayText.Of(cell, ColumnKind.Text, tables.Words)),
    };

    private Value At(string table, string column, int row)
    {
        looked++;
        return ValueOf(tables.ValueAt(table, column, row)!);
    }

    private IEnumerable<Value> Run(string table, CellRun run) =>
        Enumerable.Range(run.First, run.Last - run.First + 1).Select(row => At(table, run.Column, row));

    private IEnumerable<Value> Matching(string table, int home, CellRun run, ImmutableArray<Match> matches) =>
        Enumerable.Range(run.First, run.Last - run.First + 1)
            .Where(row => matches.All(match => Holds(At(table, match.Column, row), match, table, home)))
            .Select(row => At(table, run.Column, row));

    private bool Holds(Value cell, Match match, string table, int home) => match.Word is { } word
        ? cell.Is(new(0, word), 0) || match.Or is { } other && cell.Is(new(0, other), 0)
        : cell.Is(At(table, match.Column, home), 0);

    private IEnumerable<Value> Across(CellPlace place, ReportFormula.SumAcross sum)
    {
        int first = place.Table.IndexOf(sum.First), last = place.Table.IndexOf(sum.Last);
        return Enumerable.Range(Math.Min(first, last), Math.Abs(last - first) + 1)
            .Select(column => At(place.Table.Name, place.Table.Columns[column].Key, place.Row));
    }

    private Value Sum(IEnumerable<Value> cells, bool isOfKnownPart)
    {
        decimal sum = 0;
        foreach (Value cell in cells)
            if (cell.Word is null)
                sum += cell.Number;
            else if (!isOfKnownPart && IsUnknown(cell))
                return cell;
        return new(sum, null);
    }

    private Value Balance(string table, int row, ReportFormula.Balance balance)
    {
        Value[] plus = [.. balance.Plus.Select(key => At(table, key, row))],
            minus = balance.Minus.IsDefault ? [] : [.. balance.Minus.Select(key => At(table, key, row))];
        Value unknown = plus.Concat(minus).FirstOrDefault(IsUnknown);
        return unknown.Word is not null ? unknown : new(decimal.Round(
            plus.Sum(cell => cell.Number) - minus.Sum(cell => cell.Number), 2, MidpointRounding.AwayFromZero), null);
    }

    private bool IsUnknown(Value cell) => cell.Word is { } word && word.Equals(tables.Words.Unknown, StringComparison.OrdinalIgnoreCase);

    // What takes criteria of other tables is left to the spreadsheet.
    private Value? Work(Expression expression) => expression switch
    {
        Expression.Number number => new(number.Value, null),
        Expression.Word word => new(0, word.Value),
        Expression.At at => At(at.Table, at.Column, at.Row),
        Expression.Rounded rounded => Number(rounded.Of) is { } of
            ? new(decimal.Round(of, rounded.Decimals, MidpointRounding.AwayFromZero), null) : null,
        Expression.Calculation { Operation: var operation } two => Number(two.Left) is { } left && Number(two.Right) is { } right
            ? new(operation switch
            {
                Operation.Plus => left + right,
                Operation.Minus => left - right,
                Operation.Times => left * right,
                _ => left / right,
            }, null) : null,
        _ => null,
    };

    private decimal? Number(Expression expression) => Work(expression) is { Word: null } value ? value.Number : null;
}
