using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Policies;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>
/// By which rules a program analyses. Set in code, or bound to a section of its configuration, where <see cref="PolicyFile"/> names a
/// file.
/// </summary>
[JsonConverter(typeof(NoJson<FundingReportsOptions>))]
public sealed class FundingReportsOptions
{
    // A path in a configuration is easily wrong, and where it starts from easily forgotten: both are said.
    private static PolicySet Load(string file)
    {
        if (string.IsNullOrWhiteSpace(file))
            throw new InvalidOperationException(
                $"{nameof(FundingReportsOptions)}.{nameof(PolicyFile)} is blank. Name a policy@1 file, or leave it out for the policies that ship.");
        try
        {
            if (!PolicySet.TryLoad(file, out PolicySet? policies, out ImmutableArray<Problem> problems)
                // What is misspelt is not read: every caller would be refused for want of it.
                || problems.Any(problem => problem.Code is ProblemCode.UnknownProperty))
                throw new PolicySetException(problems, file);
            return policies;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            string said = $"{nameof(FundingReportsOptions)}.{nameof(PolicyFile)} names \"{file}\", which cannot be read at {Path.GetFullPath(file)}: {fault.Message}";
            throw fault is FileNotFoundException ? new FileNotFoundException(said, file, fault) : new IOException(said, fault);
        }
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"rules: {PolicyFile ?? Policies?.ToString() ?? "those that ship"}";

    /// <summary>The section of the configuration that is bound by custom: "FundingReports".</summary>
    public const string Section = "FundingReports";

    /// <summary>The rules; null for those of <see cref="PolicyFile"/> or, where that is null too, those that ship.</summary>
    public PolicySet? Policies { get; set; }

    /// <summary>The path of a policy@1 file, from the current directory on; read once, when the analyzer is made.</summary>
    public string? PolicyFile { get; set; }

    /// <summary>The rules that are named.</summary>
    /// <exception cref="InvalidOperationException">Both are set: which is meant cannot be known.</exception>
    internal PolicySet Rules() => (Policies, PolicyFile) switch
    {
        (null, null) => PolicySet.Default,
        (null, { } file) => Load(file),
        ({ } policies, null) => policies,
        _ => throw new InvalidOperationException(
            $"{nameof(FundingReportsOptions)} names rules twice: {nameof(Policies)}, and {nameof(PolicyFile)} \"{PolicyFile}\". Leave one of them null."),
    };
}
