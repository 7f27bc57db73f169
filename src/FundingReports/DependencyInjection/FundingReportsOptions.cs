using System.Text.Json.Serialization;
using FundingReports.Policies;

namespace FundingReports;

/// <summary>
/// By which rules a program analyses. Set in code, or bound to a section of its configuration, where <see cref="PolicyFile"/> names a
/// file.
/// </summary>
[JsonConverter(typeof(NoJson<FundingReportsOptions>))]
public sealed class FundingReportsOptions
{
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
        (null, { } file) => PolicySet.Load(file),
        ({ } policies, null) => policies,
        _ => throw new InvalidOperationException(
            $"{nameof(FundingReportsOptions)} names rules twice: {nameof(Policies)}, and {nameof(PolicyFile)} \"{PolicyFile}\". Leave one of them null."),
    };
}
