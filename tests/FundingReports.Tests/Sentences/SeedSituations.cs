using System.Text.Json;
using NodaTime.Text;

namespace FundingReports.Tests.Sentences;

/// <summary>The seeds with figures worked out by hand, each portfolio on each of the days that its checks ask about.</summary>
internal static class SeedSituations
{
    internal static IEnumerable<Situation> All =>
        from path in Directory.EnumerateFiles(Repository.PathOf("seeds"), "expected.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
        from check in Checks(path).Distinct()
        let folder = Path.GetDirectoryName(path)!
        let analysis = Portfolio.Load(Path.Combine(folder, check.File)).Analyze(LocalDatePattern.Iso.Parse(check.AsOf).Value)
        select Situation.Of($"{Repository.Relative(folder)}/{check.File}, as of {check.AsOf}", analysis);

    private static IEnumerable<(string File, string AsOf)> Checks(string path)
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(path));
        return [.. expected.RootElement.GetProperty("checks").EnumerateArray().Select(check => (
            check.TryGetProperty("portfolio", out JsonElement name) ? name.GetString()! : "portfolio.json",
            check.GetProperty("asOf").GetString()!))];
    }
}
