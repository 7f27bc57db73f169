using System.Text;

namespace FundingReports.WorkbookLint.Tests;

/// <summary>The memory that is measured is that of the whole process: no other test may run beside.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public class LintMemoryTests
{
    [Fact]
    public void SheetOfAMillionCells_TakesLittleMemory()
    {
        string row = string.Concat(Enumerable.Range(0, 20).Select(i => $"<c r=\"{(char)('A' + i)}#\"><v>1</v></c>"));
        var text = new StringBuilder();
        for (int i = 10; i < 50_010; i++)
            text.Append("<row r=\"").Append(i).Append("\">")
                .Append(row.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal))
                .Append("</row>");
        var parts = new Dictionary<string, string>(Plain.Parts);
        parts[Plain.Data] = parts[Plain.Data].Replace("</sheetData>", text + "</sheetData>", StringComparison.Ordinal);
        byte[] bytes = Plain.Of(parts);
        text.Clear();
        parts.Clear();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var findings = WorkbookLinter.Check(new MemoryStream(bytes));
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 20_000_000);
        Assert.Equal("1000000", findings.Single(finding => finding.Rule is LintRule.MissingTable).Arguments[0]);
    }
}
