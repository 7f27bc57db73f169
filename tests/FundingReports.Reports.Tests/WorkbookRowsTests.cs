using System.Collections.Immutable;
using FundingReports.Consolidation;
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
            var portfolio = Portfolio.Create(subject.Facts);
            var analysis = portfolio.Analyze(subject.AsOf, subject.Through);
            var earlier = portfolio.Analyze(subject.AsOf.PlusYears(-1), subject.Through);
            foreach (var language in Enum.GetValues<Language>())
            {
                var report = ReportBuilder.Build(analysis, language);
                Assert.InRange(report.Sheets.Length, 1, 7);
                NoRowSaysNothing(report);
                NoRowSaysNothing(ReportBuilder.Build(analysis, language, new ReportOptions { Previous = earlier }));
                NoRowSaysNothing(ReportBuilder.Build(analysis, language, new ReportOptions { Profile = ReportProfile.Publication }));
                NoRowSaysNothing(Together(analysis, earlier, language));
                GapsAddUp(analysis, report);
            }
        }, iter: Rounds.Of(150));

    // Each row of each sheet says something, those of the flat data included.
    private static void NoRowSaysNothing(Report report)
    {
        foreach (var block in report.Sheets.SelectMany(sheet => sheet.Blocks))
            if (block is ReportTable table)
                Assert.DoesNotContain(table.Rows, row => SaysNothing(table.Name, table.Columns, row));
            else if (block is ReportData data)
                Assert.DoesNotContain(data.Rows, row => SaysNothing(data.Name, data.Columns, row));
    }

    // Where every word of a row is a label, its figures alone say something; elsewhere its label is the first column, and a year.
    private static bool SaysNothing(string table, ImmutableArray<ReportColumn> columns, ReportRow row)
    {
        bool areLabels = table is "Tab_Plan" or "Tab_Exercices" or "Tab_Donnees" or "Tab_Ensemble" or "Tab_Repartition";
        var said = row.Cells.Zip(columns).Skip(1)
            .Where(cell => cell.Second.Kind != ColumnKind.Year && !(areLabels && IsLabel(table, cell.Second)))
            .Select(cell => cell.First).ToList();
        return said.Count > 0 && said.TrueForAll(IsNothing);
    }

    private static bool IsLabel(string table, ReportColumn column) =>
        (column.Kind == ColumnKind.Text && !(table == "Tab_Plan" && column.Key.StartsWith('y')))
            || (table == "Tab_Repartition" && column.Kind == ColumnKind.Count);

    private static Report Together(FundingAnalysis analysis, FundingAnalysis earlier, Language language)
    {
        var consolidated = new Consolidated();
        var counted = new List<(string, FundingAnalysis, ImmutableArray<PostFunding>)>
        {
            ("a", analysis, consolidated.Add("a", analysis)),
        };
        var other = earlier.Portfolio.Analyze(analysis.AsOf, analysis.Through);
        counted.Add(("b", other, consolidated.Add("b", other)));
        return ConsolidatedReport.Build(consolidated, analysis.AsOf, [], counted, language);
    }

    private static bool IsNothing(ReportCell cell) => cell switch
    {
        ReportCell.NotApplicable => true,
        ReportCell.Amount amount => amount.Value == Euros.Zero,
        ReportCell.Count count => count.Value == 0,
        ReportCell.Formula formula => IsNothing(formula.Value),
        _ => false,
    };

    // The plan's own rows, against the analysis of the years given.
    private static void GapsAddUp(FundingAnalysis analysis, Report report)
    {
        var tables = report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>();
        if (tables.SingleOrDefault(table => table.Name == "Tab_Plan") is not { } plan)
            return;
        if (plan.Columns.All(column => column.Kind != ColumnKind.WholeAmount))
            return;
        foreach (var post in analysis.Posts.Where(post => analysis.Posts.Count(other => other.Label == post.Label) == 1))
            foreach (var year in post.Years.Where(year => plan.Columns.Any(column => column.Key == $"y{year.Year}")))
            {
                var rows = plan.Rows.Where(row => Is(row.Cells[0], post.Label)).ToList();
                if (rows.Count == 0)
                    continue;
                var cell = rows.Single(row => row.Role == RowRole.Outcome).Cells[plan.IndexOf($"y{year.Year}")];
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
