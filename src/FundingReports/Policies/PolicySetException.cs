using System.Collections.Immutable;
using FundingReports.Validation;

namespace FundingReports.Policies;

/// <summary>The exception of a policy document with errors, of which nothing is used. It carries every problem, warnings too.</summary>
public sealed partial class PolicySetException : Exception
{
    /// <summary>An exception that carries the problems.</summary>
    public PolicySetException(ImmutableArray<Problem> problems) => Problems = problems;

    /// <summary>Every problem, errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
