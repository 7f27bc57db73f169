using FundingReports.Tests.Corpus;

namespace FundingReports.WorkbookLint.Tests;

/// <summary>The kept inputs of tests/corpus, judged by the workbook rules.</summary>
public class CorpusTests
{
    [Fact]
    public void Workbooks_Kept_SayWhatTheyDid() => KeptInputs.Hold("lint", (bytes, _) =>
    {
        var findings = WorkbookLinter.Check(new MemoryStream(bytes));
        Assert.DoesNotContain(findings, finding => finding.ToString().Contains("root:", StringComparison.Ordinal));
        return string.Join(' ',
            findings.Select(finding => finding.Rule is LintRule.UnreadableFile or LintRule.DamagedPart
                    ? $"{finding.Id} ({finding.Arguments[^1]})" : finding.Id).Distinct());
    });
}
