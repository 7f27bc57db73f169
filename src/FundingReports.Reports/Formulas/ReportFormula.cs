using System.Collections.Immutable;

namespace FundingReports.Reports.Formulas;

/// <summary>How a cell is worked out from others. A renderer that has formulas writes it as one; any other shows the value.</summary>
public abstract record ReportFormula
{
    private ReportFormula() { }

    /// <summary>The sum of a run of cells.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="KnownPart">Whether unknown cells are left out; otherwise the sum is unknown as soon as one cell is.</param>
    public sealed record Sum(CellRun Run, bool KnownPart = false) : ReportFormula;

    /// <summary>The sum of the cells of a run on the rows that match.</summary>
    /// <param name="Run">The run.</param>
    /// <param name="Matches">What a row must match.</param>
    /// <param name="KnownPart">Whether unknown cells are left out; otherwise the sum is unknown as soon as one cell is.</param>
    public sealed record SumWhere(CellRun Run, ImmutableArray<Match> Matches, bool KnownPart = false) : ReportFormula
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(SumWhere)} {{ {Run}, {string.Join(", ", Matches)} }}";
    }

    /// <summary>
    /// The same, where people wrote the words: they are compared as they stand, capitals and small letters alike, and no sign in
    /// them is taken for a command.
    /// </summary>
    /// <param name="Run">The run.</param>
    /// <param name="Matches">What a row must match.</param>
    /// <param name="KnownPart">Whether unknown cells are left out; otherwise the sum is unknown as soon as one cell is.</param>
    public sealed record SumOfWords(CellRun Run, ImmutableArray<Match> Matches, bool KnownPart = false) : ReportFormula
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(SumOfWords)} {{ {Run}, {string.Join(", ", Matches)} }}";
    }

    /// <summary>The sum of the cells of the same row, from one column to another.</summary>
    /// <param name="First">The key of the first column.</param>
    /// <param name="Last">The key of the last column.</param>
    /// <param name="KnownPart">Whether unknown cells are left out; otherwise the sum is unknown as soon as one cell is.</param>
    public sealed record SumAcross(string First, string Last, bool KnownPart = false) : ReportFormula;

    /// <summary>Some cells of the same row less some others, to the cent; unknown as soon as one is.</summary>
    /// <param name="Plus">The keys of the columns that are added.</param>
    /// <param name="Minus">The keys of the columns that are subtracted.</param>
    public sealed record Balance(ImmutableArray<string> Plus, ImmutableArray<string> Minus) : ReportFormula
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(Balance)} {{ plus {string.Join(", ", Plus)}, minus {string.Join(", ", Minus)} }}";
    }

    /// <summary>The value of a cell of another table.</summary>
    /// <param name="Table">The name of the table.</param>
    /// <param name="Row">The row, counted from 0.</param>
    /// <param name="Column">The key of the column.</param>
    public sealed record Same(string Table, int Row, string Column) : ReportFormula;

    /// <summary>One cell of the same row divided by another.</summary>
    /// <param name="Over">The key of the column that is divided.</param>
    /// <param name="Under">The key of the column that divides.</param>
    public sealed record Quotient(string Over, string Under) : ReportFormula;

    /// <summary>Any other calculation.</summary>
    /// <param name="Expression">The calculation.</param>
    public sealed record Worked(Expression Expression) : ReportFormula
    {
        /// <summary>The calculation.</summary>
        public Expression Expression { get; init; } = Expression ?? throw new ArgumentNullException(nameof(Expression));
    }
}

/// <summary>Cells of one column of the same table.</summary>
/// <param name="Column">The key of the column.</param>
/// <param name="First">The first row, included, counted from 0.</param>
/// <param name="Last">The last row, included, counted from 0.</param>
public readonly record struct CellRun(string Column, int First, int Last);

/// <summary>A column whose cell must hold a word; where the word is null, what the formula's own row holds in it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Word">The word.</param>
/// <param name="Or">Another that does as well; null where there is none.</param>
public readonly record struct Match(string Column, string? Word, string? Or = null);
