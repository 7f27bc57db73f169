using System.Collections.Immutable;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>One line of a file of subsidies, as it was understood, or why it was not.</summary>
public sealed class ScdlLine
{
    internal ScdlLine(string sheet, int row, ScdlSubsidy? subsidy, Euros? money, ImmutableArray<Problem> problems) =>
        (Sheet, Row, Subsidy, Money, Problems) = (sheet, row, subsidy, money, problems);

    /// <summary>The sheet; of a text, the name of the file.</summary>
    public string Sheet { get; }

    /// <summary>The number of the line, from 1, as a spreadsheet shows it.</summary>
    public int Row { get; }

    /// <summary>What it says; null where it is set aside.</summary>
    public ScdlSubsidy? Subsidy { get; }

    /// <summary>
    /// The sum, where its own cell is readable and it is money of this line alone: null of totals, of a sum below zero, of aid in kind, of
    /// a loan or a guarantee, which stand <see cref="Apart"/>.
    /// </summary>
    public Euros? Money { get; }

    /// <summary>
    /// The sum of a line that is no money to be counted: of totals, below zero, in kind, lent or guaranteed; null where there is none.
    /// </summary>
    public Euros? Apart { get; internal init; }

    /// <summary>
    /// What is wrong with it, or was put right. The first error says why the line is set aside; a line of totals is, too.
    /// </summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Why it is set aside; null where it is not.</summary>
    internal (ProblemCode Code, string Column)? Reason { get; init; }

    /// <summary>All that its cells hold, and all but the sum, as short numbers: lines of the same numbers are the same.</summary>
    internal (UInt128 Whole, UInt128 WithoutSum) Print { get; init; }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Sheet}, row {Row}: {Problems.Length} problems";
}

/// <summary>A subsidy as a public file says it.</summary>
/// <param name="FunderName">Who gives it; its SIRET where it is not named.</param>
/// <param name="Amount">The sum, in euros, never negative.</param>
/// <param name="Details">To whom, what for, how it is paid.</param>
public sealed record ScdlSubsidy(string FunderName, Euros Amount, Subsidy Details)
{
    /// <summary>The fourteen digits of the SIRET of who gives it; null where it is not said.</summary>
    public string? FunderSiret { get; init; }

    /// <summary>
    /// What the money is worth: what the status says; without one, signed where there is a date of convention, else granted.
    /// </summary>
    public CommitmentStatus Status { get; init; } = CommitmentStatus.Granted;

    /// <summary>The date of the convention; null where it is not said.</summary>
    public PartialDate? DecidedOn { get; init; }

    /// <summary>The reference of the decision; null where it is not said.</summary>
    public string? Decision { get; init; }

    /// <summary>The first day of what is funded, included; null where it is not said.</summary>
    public PartialDate? From { get; init; }

    /// <summary>The last day of what is funded, included; null where it is not said.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>What was asked for; null where it is not said.</summary>
    public Euros? Requested { get; init; }

    /// <summary>What was paid so far; null where it is not said.</summary>
    public Euros? Paid { get; init; }
}
