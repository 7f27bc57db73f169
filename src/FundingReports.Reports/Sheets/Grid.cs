using FundingReports.Reports.Formulas;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>A cell's value as a formula sees it.</summary>
internal readonly record struct Value(Exact Number, string? Text)
{
    internal static Value Of(Exact number) => new(number, null);

    internal static Value Of(string text) => new(default, text);
}

/// <summary>The values of the cells that formulas refer to, and the values of those formulas: exact, and found before any spreadsheet is.</summary>
internal sealed class Grid
{
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    // Where a run is longer, its rows are found by what they hold, and not by looking through it.
    private const int Long = 48;

    private readonly Dictionary<(string Table, string Column), Column> columns = [];
    private readonly ReportWords words;
    private readonly CancellationToken cancellation;

    internal Grid(ReportWords words, CancellationToken cancellation) => (this.words, this.cancellation) = (words, cancellation);

    /// <summary>Notes a table that is already made.</summary>
    internal void Add(ReportTable table)
    {
        for (int r = 0; r < table.Rows.Length; r++)
            for (int c = 0; c < table.Columns.Length; c++)
                this[table.Name, r, table.Columns[c].Key] = ValueOf(table.Rows[r].Cells[c]);
    }

    internal Value this[string table, int row, string column]
    {
        get => ColumnOf(table, column)[row];
        set
        {
            cancellation.ThrowIfCancellationRequested();
            if (!columns.TryGetValue((table, column), out var values))
                columns.Add((table, column), values = new(table, column));
            values.Set(row, value);
        }
    }

    private Column ColumnOf(string table, string column) => columns[(table, column)];

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
                var summed = ColumnOf(sum.Run.Table, sum.Run.Column);
                return Sum(Matching(sum.Criteria).Select(offset => summed[sum.Run.First + offset]));
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
                // As spreadsheets do: every condition is looked at.
                bool holds = true;
                foreach (var one in all.Conditions)
                    holds &= Holds(one);
                return holds;
            case Condition.Compared compared:
                Value left = Of(compared.Left), right = Of(compared.Right);
                if (left.Text is not null || right.Text is not null)
                    return compared.Comparison == Comparison.Equal ? left == right : throw new InvalidOperationException("A word is compared with a number.");
                int order = left.Number.CompareTo(right.Number);
                return compared.Comparison switch { Comparison.Equal => order == 0, Comparison.Above => order > 0, _ => order >= 0 };
            default:
                throw new ArgumentOutOfRangeException(nameof(condition));
        }
    }

    private IEnumerable<Value> Cells(TableRun run)
    {
        var column = ColumnOf(run.Table, run.Column);
        for (int row = run.First; row <= run.Last; row++)
            yield return column[row];
    }

    private IEnumerable<int> Matching(IReadOnlyList<Criterion> criteria)
    {
        var wanted = new Value[criteria.Count];
        var runs = new Column[criteria.Count];
        for (int c = 0; c < wanted.Length; c++)
            (wanted[c], runs[c]) = (Of(criteria[c].Value), ColumnOf(criteria[c].Run.Table, criteria[c].Run.Column));
        var first = criteria[0].Run;
        int rows = first.Last - first.First + 1;
        if (rows > Long)
        {
            foreach (int row in runs[0].RowsOf(wanted[0], first.First, first.Last))
                if (Matches(row - first.First, 1))
                    yield return row - first.First;
            yield break;
        }
        for (int offset = 0; offset < rows; offset++)
            if (Matches(offset, 0))
                yield return offset;

        bool Matches(int offset, int from)
        {
            for (int c = from; c < wanted.Length; c++)
                if (runs[c][criteria[c].Run.First + offset] != wanted[c])
                    return false;
            return true;
        }
    }

    private static Value Sum(IEnumerable<Value> cells) =>
        Value.Of(cells.Where(cell => cell.Text is null).Aggregate(default(Exact), (sum, cell) => sum + cell.Number));

    /// <summary>The values of a column, as far as they are known.</summary>
    private sealed class Column(string table, string name)
    {
        private readonly List<Value?> values = [];
        private Dictionary<Value, List<int>>? rows;

        internal Value this[int row] =>
            values[row] ?? throw new InvalidOperationException($"{table}, {name}, row {row} is used before it is known.");

        internal void Set(int row, Value value)
        {
            while (values.Count <= row)
                values.Add(null);
            if (rows is not null && values[row] is null)
                Note(row, value);
            else if (values[row] != value)
                rows = null;
            values[row] = value;
        }

        /// <summary>The rows from one to another, both included, that hold a value; all of these rows must be known.</summary>
        internal IEnumerable<int> RowsOf(Value value, int first, int last)
        {
            if (rows is null)
            {
                rows = [];
                for (int row = 0; row < values.Count; row++)
                    if (values[row] is { } known)
                        Note(row, known);
            }
            for (int row = first; row <= last; row++)
                if (values[row] is null)
                    _ = this[row];
            if (!rows.TryGetValue(value, out var found))
                return [];
            // A value that stands on most rows is found as fast by looking through the run.
            return found.Count < last - first
                ? found.Where(row => row >= first && row <= last)
                : Enumerable.Range(first, last - first + 1).Where(row => values[row] == value);
        }

        private void Note(int row, Value value)
        {
            if (!rows!.TryGetValue(value, out var same))
                rows.Add(value, same = []);
            same.Add(row);
        }
    }
}
