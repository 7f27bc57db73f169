using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Validation;

namespace FundingReports.Policies;

/// <summary>A policy document holds errors: nothing of it is used. It carries every problem, warnings too.</summary>
[JsonConverter(typeof(NoJson<PolicySetException>))]
public sealed partial class PolicySetException : Exception
{
    /// <summary>An exception that carries the problems.</summary>
    /// <param name="problems">Every problem, errors and warnings, in the order of the document.</param>
    /// <param name="path">The file that was read; null where there was none.</param>
    public PolicySetException(ImmutableArray<Problem> problems, string? path = null) => (Problems, FilePath) = (problems, path);

    /// <summary>The file that was read, as the caller named it; null where it was no file.</summary>
    public string? FilePath { get; }

    /// <summary>Every problem, errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
