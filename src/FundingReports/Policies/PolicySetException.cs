using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Validation;

namespace FundingReports.Policies;

/// <summary>A policy document holds errors: nothing of it is used. It carries every problem, warnings too.</summary>
[JsonConverter(typeof(NoJson<PolicySetException>))]
public sealed partial class PolicySetException : Exception
{
    /// <summary>An exception that carries the problems.</summary>
    public PolicySetException(ImmutableArray<Problem> problems) => Problems = problems;

    /// <summary>Every problem, errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
