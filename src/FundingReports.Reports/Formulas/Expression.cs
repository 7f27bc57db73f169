using System.Collections.Immutable;

namespace FundingReports.Reports.Formulas;

/// <summary>How a figure is worked out, as a tree that a renderer writes in its own language.</summary>
public abstract record Expression
{
    // Most numbers of formulas are one of these two: each is made once.
    private static readonly Number zero = new(0), one = new(1);

    private Expression() { }

    /// <summary>A number of the calculation itself, and not of the facts: 0, 1, 12, 30, 100 or 360.</summary>
    public sealed record Number : Expression
    {
        /// <summary>Makes one of the six numbers.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is another number: a figure of the facts belongs in a cell.</exception>
        public Number(int value) => Value = value is 0 or 1 or 12 or 30 or 100 or 360 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, "A number of a calculation is 0, 1, 12, 30, 100 or 360; a figure of the facts belongs in a cell.");

        /// <summary>The number.</summary>
        public int Value { get; }
    }

    /// <summary>A word.</summary>
    /// <param name="Value">The word.</param>
    public sealed record Word(string Value) : Expression;

    /// <summary>A cell of a table.</summary>
    /// <param name="Table">The name of the table.</param>
    /// <param name="Row">The row, counted from 0.</param>
    /// <param name="Column">The key of the column.</param>
    public sealed record At(string Table, int Row, string Column) : Expression;

    /// <summary>Two figures, added, subtracted, multiplied or divided.</summary>
    /// <param name="Left">The first figure.</param>
    /// <param name="Operation">What is done with them.</param>
    /// <param name="Right">The second figure.</param>
    public sealed record Calculation(Expression Left, Operation Operation, Expression Right) : Expression;

    /// <summary>The least of some figures.</summary>
    /// <param name="Of">The figures.</param>
    public sealed record Least(ImmutableArray<Expression> Of) : Expression
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(Least)} {{ {string.Join(", ", Of)} }}";
    }

    /// <summary>The greatest of some figures.</summary>
    /// <param name="Of">The figures.</param>
    public sealed record Greatest(ImmutableArray<Expression> Of) : Expression
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(Greatest)} {{ {string.Join(", ", Of)} }}";
    }

    /// <summary>The smallest number of a run, words left out.</summary>
    /// <param name="Run">The run.</param>
    public sealed record LeastOf(TableRun Run) : Expression;

    /// <summary>A figure rounded half away from zero.</summary>
    /// <param name="Of">The figure.</param>
    /// <param name="Decimals">The number of decimals that are kept: 0 or 12; a workbook with any other is refused.</param>
    public sealed record Rounded(Expression Of, int Decimals) : Expression;

    /// <summary>The sum of the numbers of a run, words left out.</summary>
    /// <param name="Run">The run.</param>
    public sealed record SumOf(TableRun Run) : Expression;

    /// <summary>The sum of the numbers of a run on the rows that match.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Criteria">What a row must match.</param>
    public sealed record SumWhere(TableRun Run, ImmutableArray<Criterion> Criteria) : Expression
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(SumWhere)} {{ {Run}, {string.Join(", ", Criteria)} }}";
    }

    /// <summary>The number of rows that match.</summary>
    /// <param name="Criteria">What a row must match.</param>
    public sealed record CountWhere(ImmutableArray<Criterion> Criteria) : Expression
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(CountWhere)} {{ {string.Join(", ", Criteria)} }}";
    }

    /// <summary>One figure where a condition holds, another where it does not.</summary>
    /// <param name="Condition">The condition.</param>
    /// <param name="Then">The figure where it holds.</param>
    /// <param name="Otherwise">The figure where it does not.</param>
    public sealed record Choice(Condition Condition, Expression Then, Expression Otherwise) : Expression;

    /// <summary>A number of the calculation.</summary>
    public static implicit operator Expression(int value) => value switch { 0 => zero, 1 => one, _ => new Number(value) };

    /// <summary>The sum.</summary>
    public static Expression operator +(Expression left, Expression right) => new Calculation(left, Operation.Plus, right);

    /// <summary>The difference.</summary>
    public static Expression operator -(Expression left, Expression right) => new Calculation(left, Operation.Minus, right);

    /// <summary>The product.</summary>
    public static Expression operator *(Expression left, Expression right) => new Calculation(left, Operation.Times, right);

    /// <summary>The quotient.</summary>
    public static Expression operator /(Expression left, Expression right) => new Calculation(left, Operation.Over, right);
}

/// <summary>What is done with two figures.</summary>
public enum Operation
{
    /// <summary>Added.</summary>
    Plus,

    /// <summary>Subtracted.</summary>
    Minus,

    /// <summary>Multiplied.</summary>
    Times,

    /// <summary>Divided.</summary>
    Over,
}

/// <summary>Cells of one column of a table.</summary>
/// <param name="Table">The name of the table.</param>
/// <param name="Column">The key of the column.</param>
/// <param name="First">The first row, included, counted from 0.</param>
/// <param name="Last">The last row, included, counted from 0.</param>
public readonly record struct TableRun(string Table, string Column, int First, int Last);

/// <summary>A run whose cell on a row must hold what an expression gives.</summary>
/// <param name="Run">The run.</param>
/// <param name="Value">What the cell must hold.</param>
public sealed record Criterion(TableRun Run, Expression Value);

/// <summary>What the choice between two figures depends on.</summary>
public abstract record Condition
{
    private Condition() { }

    /// <summary>Two figures compared.</summary>
    /// <param name="Left">The first figure.</param>
    /// <param name="Comparison">How they must compare.</param>
    /// <param name="Right">The second figure.</param>
    public sealed record Compared(Expression Left, Comparison Comparison, Expression Right) : Condition;

    /// <summary>Several conditions at once.</summary>
    /// <param name="Conditions">The conditions, all of which must hold.</param>
    public sealed record All(ImmutableArray<Condition> Conditions) : Condition
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => string.Join(" and ", Conditions);
    }
}

/// <summary>How two figures compare.</summary>
public enum Comparison
{
    /// <summary>They are equal.</summary>
    Equal,

    /// <summary>The left is greater.</summary>
    Above,

    /// <summary>The left is not smaller.</summary>
    AtLeast,
}
