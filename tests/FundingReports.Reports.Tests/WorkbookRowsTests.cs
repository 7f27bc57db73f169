using FundingReports.Portfolios;
using FundingReports.Tests;
using FundingReports.Tests.Naive;
using CsCheck;

namespace FundingReports.Reports.Tests;

/// <summary>What holds of the sheets that people read, of any portfolio.</summary>
public class WorkbookRowsTests
{
    [Fact]
    public void AnyPortfolio_NoRowIsAllZerosOrDashes_AndEveryYearAddsUp() => Generators.Question.Sample(
        subject =>
        {
            var analysis = Portfolio.Create(subject.Facts).Analyze(subject.AsOf, subject.Through);
            foreach (var language in Enum.GetValues<Language>())
            {
                var report = ReportBuilder.Build(analysis, language);
                Assert.InRange(report.Sheets.Length, 1, 7);
                foreach (var table in report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>())
                    Assert.DoesNotContain(table.Rows, row => SaysNothing(table, row));
                GapsAddUp(analysis, report);
            }
        }, iter: Rounds.Of(150));

    // Of the cells that are figures, where a row has some.
    private static bool SaysNothing(ReportTable table, ReportRow row)
    {
        var figures = row.Cells.Zip(table.Columns).Where(cell => cell.Second.Kind is ColumnKind.WholeAmount or ColumnKind.Amount).Select(cell => cell.First).ToList();
        return table.Name is "Tab_Plan" or "Tab_Exercices" && figures.Count > 0 && figures.TrueForAll(IsNothing);
    }

    private static bool IsNothing(ReportCell cell) => cell switch
    {
        ReportCell.NotApplicable => true,
        ReportCell.Amount amount => amount.Value == Euros.Zero,
        ReportCell.Formula formula => IsNothing(formula.Value),
        _ => false,
    };

    // The plan's own rows, against the analysis of the years given.
    private static void GapsAddUp(FundingAnalysis analysis, Report report)
    {
        if (report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>().SingleOrDefault(table => table.Name == "Tab_Plan") is not { } plan)
            return;
        if (plan.Columns.All(column => column.Kind != ColumnKind.WholeAmount))
            return;
        foreach (var post in analysis.Posts.Where(post => analysis.Posts.Count(other => other.Label == post.Label) == 1))
            foreach (var year in post.Years.Where(year => plan.Columns.Any(column => column.Key == $"y{year.Year}")))
            {
                var rows = plan.Rows.Where(row => Is(row.Cells[0], post.Label)).ToList();
                if (rows.Count == 0)
                    continue;
                var cell = rows.Single(row => Is(row.Cells[1], "reste") || Is(row.Cells[1], "gap")).Cells[plan.IndexOf($"y{year.Year}")];
                if (cell is ReportCell.Formula formula)
                    cell = formula.Value;
                if (!year.Agreed.Gap.TryGet(out var gap))
                    Assert.True(cell is ReportCell.Unknown or ReportCell.NotApplicable);
                else if (cell is not ReportCell.NotApplicable)
                    Assert.Equal(gap, cell is ReportCell.Amount amount ? amount.Value : Euros.Zero);
            }
    }

    private static bool Is(ReportCell cell, string text) => cell is ReportCell.Text said && said.Value == text;
}
