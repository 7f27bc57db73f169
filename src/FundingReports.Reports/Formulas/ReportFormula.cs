using System.Collections.Immutable;

namespace FundingReports.Reports.Formulas;

/// <summary>How a cell is worked out from others. A renderer that has formulas writes it as one; any other shows the value.</summary>
public abstract record ReportFormula
{
    private ReportFormula() { }

    /// <summary>The sum of a run of cells; unknown as soon as one is, unless only the known part is asked for.</summary>
    public sealed record Sum(CellRun Run, bool KnownPart = false) : ReportFormula;

    /// <summary>
    /// The sum of the cells of the run's rows that match every criterion; unknown as soon as one is, unless only the known part is asked
    /// for.
    /// </summary>
    public sealed record SumWhere(CellRun Run, ImmutableArray<Match> Matches, bool KnownPart = false) : ReportFormula;

    /// <summary>Some cells of the same row less some others, to the cent; unknown as soon as one is.</summary>
    public sealed record Balance(ImmutableArray<string> Plus, ImmutableArray<string> Minus) : ReportFormula;

    /// <summary>The value of a cell of another table.</summary>
    public sealed record Same(string Table, int Row, string Column) : ReportFormula;

    /// <summary>One cell of the same row divided by another.</summary>
    public sealed record Quotient(string Over, string Under) : ReportFormula;

    /// <summary>Anything else.</summary>
    public sealed record Worked(Expression Expression) : ReportFormula;
}

/// <summary>Cells of one column of the same table, from a row to another, both included, counted from 0.</summary>
public readonly record struct CellRun(string Column, int First, int Last);

/// <summary>A column whose cell must hold a word; where the word is null, what the formula's own row holds in it.</summary>
public readonly record struct Match(string Column, string? Word);
