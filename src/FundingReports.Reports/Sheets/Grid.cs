using System.Collections.Immutable;
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
/// The values of the cells that formulas refer to, and the values of those formulas: exact, and worked out without a spreadsheet.
/// </summary>
internal sealed class Grid
{
    private static readonly LocalDate DayZero = new(1899, 12, 30);

    // In a longer run, rows are looked up by the value that they hold, and not by walking through the run.
    private const int Long = 48;

    private readonly Dictionary<(string Table, string Column), Column> columns = [];
    private readonly Dictionary<string, ReportTable> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<Question, (Answer Last, Answer Before)> asked = [];
    private readonly ReportWords words;
    private readonly bool keepsFormulas;
    private readonly CancellationToken cancellation;

    /// <param name="words">The words of cells without a figure.</param>
    /// <param name="keepsFormulas">Whether cells keep how they are worked out: not where their values alone are asked for.</param>
    /// <param name="cancellation">Looked at before each figure.</param>
    internal Grid(ReportWords words, bool keepsFormulas = true, CancellationToken cancellation = default) =>
        (this.words, this.keepsFormulas, this.cancellation) = (words, keepsFormulas, cancellation);

    /// <summary>Notes a table that is already made; the columns that no formula refers to are never looked at.</summary>
    internal void Add(ReportTable table) => tables.Add(table.Name, table);

    internal Value this[string table, int row, string column]
    {
        get => ColumnOf(table, column)[row];
        set
        {
            cancellation.Look();
            if (!columns.TryGetValue((table, column), out var values))
                columns.Add((table, column), values = new(table, column));
            if (values.Set(row, value))
                asked.Clear();
        }
    }

    private Column ColumnOf(string table, string column)
    {
        if (columns.TryGetValue((table, column), out var known))
            return known;
        var made = tables[table];
        var values = new Column(table, column);
        int c = made.IndexOf(column);
        for (int r = 0; r < made.Rows.Length; r++)
            values.Set(r, ValueOf(made.Rows[r].Cells[c]));
        columns.Add((table, column), values);
        return values;
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
        var said = value.Text is null ? marks : Marks.None;
        return keepsFormulas ? new ReportCell.Formula(new ReportFormula.Worked(expression), shown) { Marks = said }
            : said == Marks.None ? shown : shown with { Marks = said };
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
                return Value.Of(Most(least.Of, -1));
            case Expression.Greatest greatest:
                return Value.Of(Most(greatest.Of, 1));
            case Expression.LeastOf least:
                return Value.Of(Least(least.Run));
            case Expression.Rounded rounded:
                return Value.Of(Number(rounded.Of).Rounded(rounded.Decimals));
            case Expression.SumOf sum:
                return Value.Of(Sum(sum.Run));
            case Expression.SumWhere sum:
                return Value.Of(Matching(sum.Criteria, ColumnOf(sum.Run.Table, sum.Run.Column), sum.Run.First).Sum);
            case Expression.CountWhere count:
                return Value.Of(Exact.Of(Matching(count.Criteria, null, 0).Count));
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

    // The least where the sign is below zero, else the greatest.
    private Exact Most(ImmutableArray<Expression> of, int sign)
    {
        var most = Number(of[0]);
        for (int i = 1; i < of.Length; i++)
            if (Number(of[i]) is var other && other.CompareTo(most) * sign > 0)
                most = other;
        return most;
    }

    private Exact Least(TableRun run)
    {
        var column = ColumnOf(run.Table, run.Column);
        Exact? least = null;
        for (int row = run.First; row <= run.Last; row++)
            if (column[row] is { Text: null } value && !(least?.CompareTo(value.Number) <= 0))
                least = value.Number;
        return least
            ?? throw new InvalidOperationException($"{run.Table}, {run.Column} has no number from row {run.First} to {run.Last}.");
    }

    private Exact Sum(TableRun run)
    {
        var column = ColumnOf(run.Table, run.Column);
        Exact sum = default;
        for (int row = run.First; row <= run.Last; row++)
            if (column[row] is { Text: null } value)
                sum += value.Number;
        return sum;
    }

    /// <summary>How many rows match, and the sum of the numbers of a column on them.</summary>
    /// <param name="criteria">What must hold.</param>
    /// <param name="summed">The column; null where nothing is summed.</param>
    /// <param name="first">The row of the summed column that stands beside the first row of the run.</param>
    private Answer Matching(ImmutableArray<Criterion> criteria, Column? summed, int first)
    {
        var wanted = new Value[criteria.Length];
        var runs = new Column[criteria.Length];
        for (int c = 0; c < wanted.Length; c++)
            (wanted[c], runs[c]) = (Of(criteria[c].Value), ColumnOf(criteria[c].Run.Table, criteria[c].Run.Column));
        var run = criteria[0].Run;
        int rows = run.Last - run.First + 1;
        if (rows <= Long)
            return Through(rows, default);
        // The next row asks of the same run, a few rows longer: what was found before is kept.
        var key = new Question(summed, first, [.. criteria.Select((one, c) => (runs[c], one.Run.First, wanted[c]))]);
        var (last, before) = asked.GetValueOrDefault(key);
        var found = Through(rows, last.Rows <= rows ? last : before.Rows <= rows ? before : default);
        if (rows > last.Rows)
            asked[key] = (found, last);
        return found;

        Answer Through(int end, Answer from)
        {
            var (begin, sum, count) = from;
            if (end - begin > Long && runs[0].RowsOf(wanted[0], run.First + begin, run.First + end - 1) is { } found)
                foreach (int row in found)
                    Look(row - run.First, 1);
            else
                for (int offset = begin; offset < end; offset++)
                    Look(offset, 0);
            return new(end, sum, count);

            void Look(int offset, int from)
            {
                for (int c = from; c < wanted.Length; c++)
                    if (runs[c][criteria[c].Run.First + offset] != wanted[c])
                        return;
                count++;
                if (summed is not null && summed[first + offset] is { Text: null } value)
                    sum += value.Number;
            }
        }
    }

    /// <summary>What was found on the first rows of a run.</summary>
    private readonly record struct Answer(int Rows, Exact Sum, int Count);

    /// <summary>What is asked of a run, however long: what is summed, and what each row must hold.</summary>
    private readonly struct Question(Column? summed, int first, (Column Column, int First, Value Wanted)[] criteria) : IEquatable<Question>
    {
        private readonly Column? summed = summed;
        private readonly int first = first;
        private readonly (Column Column, int First, Value Wanted)[] criteria = criteria;

        public bool Equals(Question other) =>
            summed == other.summed && first == other.first && criteria.AsSpan().SequenceEqual(other.criteria);

        public override bool Equals(object? obj) => obj is Question other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(first);
            foreach (var one in criteria)
                hash.Add(one);
            return hash.ToHashCode();
        }
    }

    /// <summary>The values of a column, as far as they are known.</summary>
    private sealed class Column(string table, string name)
    {
        // A column grows without being copied.
        private const int Shift = 6, Size = 1 << Shift;

        // A text that no cell holds.
        private static readonly Value none = Value.Of(new string('\0', 1));

        private readonly List<Value[]> values = [];
        private Dictionary<Value, List<int>>? rows;

        // All rows before this one are known.
        private int allKnown;

        internal Value this[int row] =>
            row < values.Count << Shift && values[row >> Shift][row & (Size - 1)] is var value && IsKnown(value)
            ? value : throw new InvalidOperationException($"{table}, {name}, row {row} is used before it is known.");

        /// <summary>Notes the value of a cell; true where it had another.</summary>
        internal bool Set(int row, Value value)
        {
            while (values.Count << Shift <= row)
            {
                var more = new Value[Size];
                Array.Fill(more, none);
                values.Add(more);
            }
            ref var cell = ref values[row >> Shift][row & (Size - 1)];
            bool wasKnown = IsKnown(cell), changes = wasKnown && cell != value;
            if (changes)
                rows = null;
            else if (!wasKnown && rows is not null)
                Note(row, value);
            cell = value;
            return changes;
        }

        /// <summary>
        /// The rows of a run that hold a value; null where they are found as fast by looking through the run, all of which must be known.
        /// </summary>
        internal List<int>? RowsOf(Value value, int first, int last)
        {
            if (rows is null)
            {
                rows = [];
                for (int row = 0; row < values.Count << Shift; row++)
                    if (values[row >> Shift][row & (Size - 1)] is var known && IsKnown(known))
                        Note(row, known);
            }
            while (allKnown < values.Count << Shift && IsKnown(values[allKnown >> Shift][allKnown & (Size - 1)]))
                allKnown++;
            for (int row = Math.Max(first, allKnown); row <= last; row++)
                _ = this[row];
            if (!rows.TryGetValue(value, out var found))
                return [];
            int from = At(found, first), through = At(found, last + 1);
            return through - from < last - first ? found.GetRange(from, through - from) : null;
        }

        // The first of the rows that is not before a row.
        private static int At(List<int> rows, int row) => rows.BinarySearch(row) is var at && at < 0 ? ~at : at;

        private static bool IsKnown(Value value) => !ReferenceEquals(value.Text, none.Text);

        private void Note(int row, Value value)
        {
            if (!rows!.TryGetValue(value, out var same))
                rows.Add(value, same = []);
            same.Insert(same.Count == 0 || same[^1] < row ? same.Count : At(same, row), row);
        }
    }
}
