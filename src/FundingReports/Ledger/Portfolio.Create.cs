using FundingReports.Ledger;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports;

// No portfolio is made of facts that were not checked: one by one, and for promises that no analysis could reconcile.
public sealed partial class Portfolio
{
    /// <summary>The warnings, in the order of the document: what people should look at, whatever the as-of date.</summary>
    public ImmutableArray<Problem> Findings { get; private init; } = [];

    /// <summary>Makes a portfolio from facts.</summary>
    /// <param name="facts">The facts, as people gave them.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="PortfolioException">The facts have errors: the exception carries every problem.</exception>
    public static Portfolio Create(PortfolioFacts facts) =>
        TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> problems)
            ? portfolio : throw new PortfolioException(problems);

    /// <summary>Makes a portfolio from facts, or lists every problem that they have.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="portfolio">The portfolio; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>True where there is no error.</returns>
    public static bool TryCreate(PortfolioFacts facts, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return TryCreate(FactsGuard.Filled(facts), new ProblemList(), out portfolio, out problems);
    }

    /// <summary>
    /// A portfolio from facts that were filled, or every problem: those found while they were read, and those of the facts.
    /// </summary>
    internal static bool TryCreate(
        PortfolioFacts facts, ProblemList found, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        if (!found.IsFull)
            PortfolioValidator.Check(facts, found);
        // The search makes portfolios of part of the facts, to see whether an analysis of them would be refused.
        if (!found.IsFull)
            ConflictSearch.Check(facts, found, part => new(part));
        problems = [.. ProblemSubject.Named(found.InOrder(), facts)];
        bool valid = problems.All(problem => problem.Severity is Severity.Warning);
        portfolio = valid ? new(facts) { Findings = problems } : null;
        return valid;
    }
}
