using FundingReports.Validation;

namespace FundingReports.WorkbookLint.Tests;

/// <summary>What is written of the rules is true of them.</summary>
public class LintDocumentTests
{
    private static readonly string[] page = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "lint.fr.md"));

    [Fact]
    public void EveryRule_HasItsLine_AndEveryLineItsRule()
    {
        string[] written = [.. page.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];
        Assert.Equal(Enum.GetValues<LintRule>().Select(LintRules.IdOf), written);
    }

    [Fact]
    public void Guesses_AndOnlyThey_AreSaidToBe()
    {
        foreach (string line in page.Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
            Assert.Equal(Enum.GetValues<LintRule>()
                    .Any(rule => LintRules.IdOf(rule) == line.Split('`')[1] && LintRules.SeverityOf(rule) is Severity.Warning),
                line.Contains("(avertissement)", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryRule_HasATestThatBreaksIt()
    {
        // The first two are shown in HostileLintTests, the third on the second sheet alone, and the last has a test of its own.
        var tested = LintRuleTests.Broken.Select(row => ((string)row[0]).Split(' ')[0]).ToHashSet();
        Assert.Equal(["unreadable-file", "damaged-part", "several-tables", "narrow-column"],
            Enum.GetValues<LintRule>().Select(LintRules.IdOf).Where(id => !tested.Contains(id)));
    }
}
