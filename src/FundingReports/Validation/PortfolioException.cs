using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>The facts hold errors. It carries every problem, warnings too, in the order of the document.</summary>
[JsonConverter(typeof(NoJson<PortfolioException>))]
public sealed partial class PortfolioException : Exception
{
    /// <summary>An exception that carries the problems.</summary>
    public PortfolioException(ImmutableArray<Problem> problems) => Problems = problems;

    /// <summary>Every problem, errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
