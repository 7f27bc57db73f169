using System.Collections.Immutable;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>
/// A file that people filled in, read: the facts of the rows that were understood, every problem at its cell, and the account.
/// </summary>
public sealed class IntakeReading
{
    internal IntakeReading(
        string name, IntakeForm? form, PortfolioFacts facts, Portfolio? portfolio, IntakeNotes notes, IntakeAccount account,
        ImmutableArray<CorrectedCell> corrected) => (Name, Form, Facts, Portfolio, Problems, Account, Corrected, this.notes) =
            (name, form, facts, portfolio, notes.InOrder(), account, corrected, notes);

    private readonly IntakeNotes notes;

    /// <summary>The name of the file.</summary>
    public string Name { get; }

    /// <summary>Which form it is; null where the file could not be read.</summary>
    public IntakeForm? Form { get; }

    /// <summary>Whether the file is a form at all: where it is none, there is no cell to mark (<see cref="Annotator"/>).</summary>
    public bool IsOpened => Form is not null;

    /// <summary>The facts of the rows kept; not to be calculated with where there are errors.</summary>
    public PortfolioFacts Facts { get; }

    /// <summary>The portfolio; null where there is an error.</summary>
    public Portfolio? Portfolio { get; }

    /// <summary>Every problem, at its cell (<c>Plan!F12</c>), in the order of the file.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>What became of the rows and of the money.</summary>
    public IntakeAccount Account { get; }

    /// <summary>The cells that were put right (<see cref="IntakeOptions.Corrections"/>): what the file says, and what was read.</summary>
    public ImmutableArray<CorrectedCell> Corrected { get; }

    /// <summary>
    /// What heads the column of a cell, as the file writes it; null where nothing does, where it may name a person, and of the header
    /// itself.
    /// </summary>
    /// <param name="cell">A cell of the file, such as <see cref="Problem.Cell"/>.</param>
    public string? HeaderOf(SheetCell cell) => notes.HeaderOf(cell);

    /// <summary>Problems of these facts that were found later, on an as-of date, each at its cell.</summary>
    public ImmutableArray<Problem> AtCells(IEnumerable<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return [.. problems.Select(notes.AtCell)];
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Name}: {Facts}, {Problems.Length} problems";
}

/// <summary>The forms that are read.</summary>
public enum IntakeForm
{
    /// <summary>A sheet of posts and one of money, years as columns; or one table that holds both.</summary>
    Simple,

    /// <summary>A sheet for each kind of fact.</summary>
    Full,
}
