using System.Text.Json;
using FundingReports.Tests.Json;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests;

/// <summary>The figures worked out by hand in seeds, to the cent and to the day, from the file to analysis@1.</summary>
public class WorkedCasesTests
{
    public static TheoryData<string, int> Checks()
    {
        var checks = new TheoryData<string, int>();
        foreach (string path in Directory.EnumerateFiles(Repository.PathOf("seeds"), "expected.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal))
        {
            using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(path));
            for (int i = 0; i < expected.RootElement.GetProperty("checks").GetArrayLength(); i++)
                checks.Add(Repository.Relative(Path.GetDirectoryName(path)!), i);
        }
        return checks;
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Analyze_WorkedCase_AnswersAsWorkedOutByHand(string folder, int number)
    {
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(folder, "expected.json")));
        JsonElement check = expected.RootElement.GetProperty("checks")[number];
        string file = check.TryGetProperty("portfolio", out JsonElement name) ? name.GetString()! : "portfolio.json";

        FundingAnalysis analysis = Portfolio.Load(Repository.PathOf(folder, file)).Analyze(Date(check, "asOf"), Date(check, "through"));

        using JsonDocument found = JsonDocument.Parse(ValidAnalysis.Json(analysis));
        Expect.Nothing(PartialTree.Differences(check.GetProperty("expected"), found.RootElement));
    }

    [Fact]
    public void Checks_OfTheSeeds_AreAllThere()
    {
        string[] folders = [.. Checks().Select(check => (string)((object[])check)[0]).Distinct()];
        Assert.Contains("seeds/landes", folders);
        Assert.Equal(19, folders.Count(folder => folder.StartsWith("seeds/cases/worked-", StringComparison.Ordinal)));
    }

    public static TheoryData<string> Portfolios() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("seeds"), "portfolio*.json", SearchOption.AllDirectories)
                .Select(Repository.Relative).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Portfolios))]
    public void Portfolio_OfTheSeeds_IsReadAndAnswersOnAnyDate(string path)
    {
        Portfolio portfolio = Portfolio.Load(Repository.PathOf(path));
        foreach (LocalDate asOf in (LocalDate[])[new(2009, 12, 31), new(2017, 7, 1), new(2022, 2, 8), new(2024, 2, 29), new(2031, 1, 1)])
            ValidAnalysis.Json(portfolio.Analyze(asOf));
    }

    private static LocalDate Date(JsonElement check, string name) =>
        LocalDatePattern.Iso.Parse(check.GetProperty(name).GetString()!).Value;
}
