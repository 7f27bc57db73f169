using FundingReports.Reports.Formulas;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>A cell's value as a formula sees it.</summary>
internal readonly record struct Value(Exact Number, string? Text)
{
    internal static Value Of(Exact number) => new(number, null);

    internal static Value Of(string text) => new(default, text);
}

/// <summary>
/// The values of the cells that formulas refer to, and the values of those formulas: exact, and found before any spreadsheet is.
/// </summary>
internal sealed class Grid
{
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    private readonly Dictionary<(string Table, string Column), List<Value?>> columns = [];
    private readonly ReportWords words;

    internal Grid(ReportWords words) => this.words = words;

    /// <summary>Notes a table that is already made.</summary>
    internal void Add(ReportTable table)
    {
        for (int r = 0; r < table.Rows.Length; r++)
            for (int c = 0; c < table.Columns.Length; c++)
                this[table.Name, r, table.Columns[c].Key] = ValueOf(table.Rows[r].Cells[c]);
    }

    internal Value this[string table, int row, string column]
    {
        get => columns[(table, column)][row]
            ?? throw new InvalidOperationException($"{table}, {column}, row {row} is used before it is known.");
        set
        {
            if (!columns.TryGetValue((table, column), out var values))
                columns.Add((table, column), values = []);
            while (values.Count <= row)
                values.Add(null);
            values[row] = value;
        }
    }

    internal Value ValueOf(ReportCell cell) => cell switch
    {
        ReportCell.Text text => Value.Of(text.Value),
        ReportCell.Amount amount => Value.Of(new Exact(amount.Value.Cents, 100)),
        ReportCell.Rate rate => Value.Of(new Exact(rate.Value.Millionths, 1_000_000)),
        ReportCell.Number number => Value.Of(number.Value),
        ReportCell.Day { Value: { IsDay: true } day } => Value.Of(Exact.Of(Period.DaysBetween(DayZero, day.First))),
        ReportCell.Day day => Value.Of(day.Value.ToString()),
        ReportCell.Count count => Value.Of(Exact.Of(count.Value)),
        ReportCell.Year year => Value.Of(Exact.Of(year.Value)),
        ReportCell.Fte fte => Value.Of(Exact.Of(fte.Value)),
        ReportCell.Unknown => Value.Of(words.Unknown),
        ReportCell.NotApplicable => Value.Of(words.NotApplicable),
        ReportCell.Formula formula => ValueOf(formula.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    /// <summary>A cell that a formula gives, with the value that the formula has.</summary>
    internal ReportCell Work(string table, int row, string column, Expression expression, Marks marks = Marks.None)
    {
        var value = Of(expression);
        this[table, row, column] = value;
        ReportCell shown = value.Text is { } text
            ? text == words.Unknown ? ReportCell.Nothing : text == words.NotApplicable ? ReportCell.None : ReportCell.Of(text)
            : new ReportCell.Number(value.Number);
        return new ReportCell.Formula(new ReportFormula.Worked(expression), shown) { Marks = value.Text is null ? marks : Marks.None };
    }

    /// <summary>A cell that is given.</summary>
    internal ReportCell Put(string table, int row, string column, ReportCell cell)
    {
        this[table, row, column] = ValueOf(cell);
        return cell;
    }

    internal Value Of(Expression expression)
    {
        switch (expression)
        {
            case Expression.Number number:
                return Value.Of(Exact.Of(number.Value));
            case Expression.Word word:
                return Value.Of(word.Value);
            case Expression.At at:
                return this[at.Table, at.Row, at.Column];
            case Expression.Calculation sum:
                Exact left = Number(sum.Left), right = Number(sum.Right);
                return Value.Of(sum.Operation switch
                {
                    Operation.Plus => left + right,
                    Operation.Minus => left - right,
                    Operation.Times => left * right,
                    _ => left / right,
                });
            case Expression.Least least:
                return Value.Of(least.Of.Select(Number).Min());
            case Expression.Greatest greatest:
                return Value.Of(greatest.Of.Select(Number).Max());
            case Expression.LeastOf least:
                return Value.Of(Cells(least.Run).Where(cell => cell.Text is null).Select(cell => cell.Number).Min());
            case Expression.Rounded rounded:
                return Value.Of(Number(rounded.Of).Rounded(rounded.Decimals));
            case Expression.SumOf sum:
                return Sum(Cells(sum.Run));
            case Expression.SumWhere sum:
                return Sum(Matching(sum.Criteria).Select(offset => this[sum.Run.Table, sum.Run.First + offset, sum.Run.Column]));
            case Expression.CountWhere count:
                return Value.Of(Exact.Of(Matching(count.Criteria).Count()));
            case Expression.Choice choice:
                return Of(Holds(choice.Condition) ? choice.Then : choice.Otherwise);
            default:
                throw new ArgumentOutOfRangeException(nameof(expression));
        }
    }

    private Exact Number(Expression expression) => Of(expression) is { Text: null } value
        ? value.Number
        : throw new InvalidOperationException("A word where a number is needed.");

    private bool Holds(Condition condition)
    {
        switch (condition)
        {
            case Condition.All all:
                // As in spreadsheets, every condition is evaluated.
                bool holds = true;
                foreach (var one in all.Conditions)
                    holds &= Holds(one);
                return holds;
            case Condition.Compared compared:
                Value left = Of(compared.Left), right = Of(compared.Right);
                if (left.Text is not null || right.Text is not null)
                    return compared.Comparison == Comparison.Equal
                        ? left == right : throw new InvalidOperationException("A word is compared with a number.");
                int order = left.Number.CompareTo(right.Number);
                return compared.Comparison switch { Comparison.Equal => order == 0, Comparison.Above => order > 0, _ => order >= 0 };
            default:
                throw new ArgumentOutOfRangeException(nameof(condition));
        }
    }

    private IEnumerable<Value> Cells(TableRun run)
    {
        for (int row = run.First; row <= run.Last; row++)
            yield return this[run.Table, row, run.Column];
    }

    private IEnumerable<int> Matching(IReadOnlyList<Criterion> criteria)
    {
        var wanted = criteria.Select(criterion => Of(criterion.Value)).ToArray();
        int rows = criteria[0].Run.Last - criteria[0].Run.First + 1;
        for (int offset = 0; offset < rows; offset++)
        {
            bool matches = true;
            for (int c = 0; matches && c < wanted.Length; c++)
                matches = this[criteria[c].Run.Table, criteria[c].Run.First + offset, criteria[c].Run.Column] == wanted[c];
            if (matches)
                yield return offset;
        }
    }

    private static Value Sum(IEnumerable<Value> cells) =>
        Value.Of(cells.Where(cell => cell.Text is null).Aggregate(default(Exact), (sum, cell) => sum + cell.Number));
}
