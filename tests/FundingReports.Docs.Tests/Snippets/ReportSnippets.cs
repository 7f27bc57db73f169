using FundingReports.Excel;
using FundingReports.Reports;
using FundingReports.WorkbookLint;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>The READMEs of FundingReports.Reports and FundingReports.WorkbookLint.</summary>
public class ReportSnippets
{
    [Fact]
    public void Report()
    {
        // page
        Portfolio portfolio = Portfolio.Load("portfolio.json");
        FundingAnalysis lastYear = portfolio.Analyze(asOf: new LocalDate(2021, 2, 8)), analysis = portfolio.Analyze(asOf: new LocalDate(2022, 2, 8));
        Report report = ReportBuilder.Build(analysis, Language.French, new ReportOptions { Previous = lastYear });
        foreach (ReportSheet sheet in report.Sheets)
            Console.WriteLine($"{sheet.Name} : {sheet.Title}");
        // end of page
        Assert.Equal("Synthèse", report.Sheets[0].Name);
    }

    [Fact]
    public void Lint()
    {
        Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8)).SaveWorkbook("rapport.xlsx");
        // page
        foreach (LintFinding finding in WorkbookLinter.Check("rapport.xlsx"))
            Console.WriteLine(finding.ToLine(Language.French));    // erreur merged-cells Plan!B4:C4 : …
        // end of page
        Assert.Empty(WorkbookLinter.Check("rapport.xlsx"));
    }
}
