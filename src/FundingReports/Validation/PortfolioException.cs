using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>The facts hold errors. It carries every problem, warnings too, in the order of the document.</summary>
[JsonConverter(typeof(NoJson<PortfolioException>))]
public sealed partial class PortfolioException : Exception
{
    /// <summary>An exception that carries the problems.</summary>
    /// <param name="problems">Every problem, errors and warnings, in the order of the document.</param>
    /// <param name="path">The file that was read; null where there was none.</param>
    public PortfolioException(ImmutableArray<Problem> problems, string? path = null) => (Problems, FilePath) = (problems, path);

    /// <summary>The file that was read, as the caller named it; null where it was no file.</summary>
    public string? FilePath { get; }

    /// <summary>Every problem, errors and warnings, in the order of the document.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
