using System.Reflection;

namespace FundingReports.Excel;

/// <summary>Refuses, with a sentence, a version of the spreadsheet library with which nothing works.</summary>
/// <remarks>
/// The packages say their bounds; a project that overrides them restores with a warning, builds with another (buildTransitive), and then
/// fails far from the cause.
/// </remarks>
internal static class Dependencies
{
    private static readonly Lazy<string?> trouble = new(() => Trouble(Version("ClosedXML"), Version("DocumentFormat.OpenXml")));

    /// <summary>To be called before the first use of the spreadsheet library.</summary>
    /// <exception cref="InvalidOperationException">The program loads a version that this one cannot work with.</exception>
    internal static void Check()
    {
        if (trouble.Value is { } said)
            throw new InvalidOperationException(said);
    }

    internal static string? Trouble(Version? closedXml, Version? openXml)
    {
        string[] wrong =
        [
            .. closedXml is { } closed && (closed.Major != 0 || closed.Minor != 95)
                ? [$"ClosedXML 0.95 is needed, and {closed.ToString(3)} is loaded"] : (string[])[],
            .. openXml is { Major: not 2 } open
                ? [$"DocumentFormat.OpenXml 2.20 is needed, and {open.ToString(3)} is loaded"] : (string[])[],
        ];
        return wrong.Length == 0 ? null
            : $"{string.Join("; ", wrong)}: later versions change what FundingReports uses. Remove what overrides {(wrong.Length == 1 ? "it" : "them")} in the project (a PackageReference or PackageVersion), or set ClosedXML [0.95.4,0.96) and DocumentFormat.OpenXml [2.20.0,3.0).";
    }

    private static Version? Version(string assembly)
    {
        try
        {
            return Assembly.Load(new AssemblyName(assembly)).GetName().Version;
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            // A library that is absent fails by itself, and says what is missing.
            return null;
        }
    }
}
