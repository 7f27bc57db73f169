using System.Collections.Immutable;
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

    /// <summary>The sum, where its own cell is readable; also null for a line of totals, whose money is that of the other lines.</summary>
    public Euros? Money { get; }

    /// <summary>
    /// What is wrong with it, or was put right. The first error says why the line is set aside; a line of totals is, too.
    /// </summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The problem for which it is set aside; null where it is not.</summary>
    internal Problem? Reason { get; init; }

    /// <summary>The column of that problem.</summary>
    internal string ReasonColumn { get; init; } = "";
}

/// <summary>A subsidy as a public file says it.</summary>
/// <param name="FunderName">Who gives it; its SIRET where it is not named.</param>
/// <param name="Amount">The sum, in euros, never negative.</param>
/// <param name="Details">To whom, what for, how it is paid.</param>
public sealed record ScdlSubsidy(string FunderName, Euros Amount, Subsidy Details)
{
    /// <summary>The fourteen digits of the SIRET of who gives it; null where it is not said.</summary>
    public string? FunderSiret { get; init; }

    /// <summary>The date of the convention; null where it is not said.</summary>
    public PartialDate? DecidedOn { get; init; }

    /// <summary>The reference of the decision; null where it is not said.</summary>
    public string? Decision { get; init; }
}
