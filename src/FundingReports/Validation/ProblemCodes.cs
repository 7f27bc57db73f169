using System.Collections.Frozen;

namespace FundingReports.Validation;

/// <summary>What each code is worth and is called.</summary>
public static class ProblemCodes
{
    private static readonly FrozenDictionary<ProblemCode, string> names =
        Enum.GetValues<ProblemCode>().ToFrozenDictionary(code => code, code => KebabCase.Of(code.ToString()));

    /// <summary>The name by which the tool and the formats write a code: "row-twice".</summary>
    public static string NameOf(ProblemCode code) => names[code];

    /// <summary>The code of a name; null where it is the name of none.</summary>
    internal static ProblemCode? Of(string name) =>
        names.FirstOrDefault(entry => entry.Value == name) is { Value: not null } found ? found.Key : null;

    // Errors have the numbers below the first warning; a test holds every code to its side.
    internal static Severity SeverityOf(ProblemCode code) => code < ProblemCode.UnknownProperty ? Severity.Error : Severity.Warning;
}
