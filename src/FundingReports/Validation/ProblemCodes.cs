using System.Collections.Frozen;

namespace FundingReports.Validation;

/// <summary>What each code is worth and is called.</summary>
public static class ProblemCodes
{
    private static readonly FrozenDictionary<ProblemCode, string> names =
        Enum.GetValues<ProblemCode>().ToFrozenDictionary(code => code, code => KebabCase.Of(code.ToString()));

    /// <summary>The name by which the tool and the formats write a code: "row-twice".</summary>
    public static string NameOf(ProblemCode code) => names[code];

    // Errors have the numbers below the first warning; a test checks the side of every code.
    internal static Severity SeverityOf(ProblemCode code) => code < ProblemCode.UnknownProperty ? Severity.Error : Severity.Warning;
}
