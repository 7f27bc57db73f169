using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>The portfolio that several returns make.</summary>
public sealed class MergedPortfolio
{
    internal MergedPortfolio(PortfolioFacts facts, Portfolio? portfolio, ImmutableArray<Problem> problems) =>
        (Facts, Portfolio, Problems) = (facts, portfolio, problems);

    /// <summary>The facts; where returns disagree, those of the first.</summary>
    public PortfolioFacts Facts { get; }

    /// <summary>The portfolio; null where returns disagree, or there is another error.</summary>
    public Portfolio? Portfolio { get; }

    /// <summary>What was told twice, in agreement (a warning) or not (an error), then every problem of the whole.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Facts}, {Problems.Length} problems";
}

/// <summary>What one return says.</summary>
/// <param name="Name">Who says it: the name of the file.</param>
/// <param name="Facts">What it says.</param>
public sealed record ReturnedFacts(string Name, PortfolioFacts Facts);
