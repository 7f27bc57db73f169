using FundingReports.Excel;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>docs/own-sheets.md.</summary>
public class OwnSheetSnippets
{
    [Fact]
    public void SheetOfOnesOwn()
    {
        FundingAnalysis analysis = Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));
        Write(analysis);
        using var workbook = new ClosedXML.Excel.XLWorkbook("rapport-et-couts.xlsx");
        var sheet = workbook.Worksheet("Coûts");
        Assert.Equal(analysis.Posts.Length, sheet.CellsUsed(cell => cell.GetString() == "inconnu").Count());
    }

    private static void Write(FundingAnalysis analysis)
    {
        // page
        Report report = ReportBuilder.Build(analysis);
        var rows = analysis.Posts.Select(post => new ReportRow([
            new ReportCell.Text(post.Label),
            post.Years[0].Cost.TryGet(out Euros cost) ? new ReportCell.Amount(cost) : new ReportCell.Unknown()]));
        var sheet = new ReportSheet("Coûts", "Ce que coûte chaque poste cette année",
        [
            new ReportParagraph(report.AsOfText, ParagraphRole.Note),
            new ReportTable("Tab_Couts", [new("post", "Poste", ColumnKind.Text, 40), new("cost", "Coût", ColumnKind.Amount, 18)], [.. rows]),
        ]);

        using FileStream file = File.Create("rapport-et-couts.xlsx");
        (report with { Sheets = [.. report.Sheets, sheet] }).SaveWorkbook(file);
        // end of page
    }
}
