using System.Text.RegularExpressions;
using FundingReports.Tests.Conventions;

namespace FundingReports.Tests.Robustness;

/// <summary>docs/limits.md says the numbers that the code has, and the tests it names exist.</summary>
public partial class LimitPageTests
{
    private static readonly string page = File.ReadAllText(Repository.PathOf("docs", "limits.md"));

    [Fact]
    public void Numbers_OfThePage_AreInTheCodeItNames()
    {
        var rows = page.Split('\n').Select(line => line.Split('|'))
            .Where(cells => cells.Length == 6 && cells[4].Contains("`src/", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 20);
        Expect.Nothing(
            from cells in rows
            let files = Path().Matches(cells[4]).Select(path => path.Value).ToList()
            let code = string.Concat(files.Select(file => File.ReadAllText(Repository.PathOf(file.Split('/')))))
                .Replace("_", "", StringComparison.Ordinal)
            from Match number in Number().Matches(cells[2])
            let digits = number.Value.Replace(" ", "", StringComparison.Ordinal)
            where !Regex.IsMatch(code, $@"(?<!\d){digits}(?!\d)") && !Follows(digits)
            select $"{string.Join(", ", files)}: {digits} ({cells[1].Trim()})");
    }

    [Fact]
    public void Tests_OfThePage_Exist()
    {
        string all = string.Concat(SourceText.Files(Repository.PathOf("tests"), "*.cs").Select(File.ReadAllText));
        var named = Named().Matches(page).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToList();
        Assert.True(named.Count > 30);
        Expect.Nothing(
            named.Where(test => !all.Contains($"class {test.Class}", StringComparison.Ordinal)
                    || !all.Contains($" {test.Method}(", StringComparison.Ordinal)).Select(test => $"{test.Class}.{test.Method}"));
    }

    // From a type, or in cents.
    private static bool Follows(string digits) => digits switch
    {
        "92233720368547758" => long.MaxValue / 100 == 92_233_720_368_547_758,
        "07" => long.MaxValue % 100 == 7,
        "1000000000" => Euros.Limit == 100L * 1_000_000_000,
        _ => false,
    };

    [GeneratedRegex(@"src/[\w./]+\.cs")]
    private static partial Regex Path();

    [GeneratedRegex(@"\d[\d ]*\d|\d")]
    private static partial Regex Number();

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Named();
}
