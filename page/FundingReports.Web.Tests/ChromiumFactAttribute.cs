using FundingReports.Tests;

namespace FundingReports.Web.Tests;

/// <summary>A test in Chromium, on the page that .ci/page builds; skipped with a word where either is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute() => Skip = Chromium is null ? "chromium is not installed"
        : !File.Exists(OneFile) ? ".ci/page has not been run: there is no page" : null;

    internal static string? Chromium => Find("chromium");

    internal static string OneFile => Repository.PathOf("artifacts", "page", "fundingreports.html");

    internal static string Folder => Repository.PathOf("artifacts", "page", "folder");

    internal static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}

/// <summary>The same in Firefox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FirefoxFactAttribute : FactAttribute
{
    public FirefoxFactAttribute() => Skip = Firefox is null ? "firefox-esr is not installed"
        : !File.Exists(ChromiumFactAttribute.OneFile) ? ".ci/page has not been run: there is no page" : null;

    internal static string? Firefox => ChromiumFactAttribute.Find("firefox-esr");
}
