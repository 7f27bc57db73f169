using System.Collections.Immutable;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>The exception of facts with errors. It carries every problem, warnings too, in the order of the document.</summary>
public sealed partial class PortfolioException : Exception
{
    /// <summary>Makes an exception that carries the problems.</summary>
    public PortfolioException(ImmutableArray<Problem> problems) => Problems = problems;

    /// <summary>Every problem, errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
