using FundingReports.Excel.Lint;
using FundingReports.Tests.Corpus;

namespace FundingReports.Excel.Tests.Lint;

/// <summary>The kept inputs of tests/corpus, judged by the workbook rules.</summary>
public class CorpusTests
{
    [Fact]
    public void Workbooks_Kept_SayWhatTheyDid() => KeptInputs.Hold("lint", (bytes, _) =>
    {
        var findings = WorkbookLint.Check(new MemoryStream(bytes));
        Assert.DoesNotContain(findings, finding => finding.ToString().Contains("root:", StringComparison.Ordinal));
        return string.Join(' ',
            findings.Select(finding =>
                    finding.Rule is FundingReports.Validation.LintRule.UnreadableFile or FundingReports.Validation.LintRule.DamagedPart
                    ? $"{finding.Id} ({finding.Arguments[^1]})" : finding.Id).Distinct());
    });
}
