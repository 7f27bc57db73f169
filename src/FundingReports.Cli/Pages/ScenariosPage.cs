using System.Globalization;
using FundingReports.Cli.Host;
using FundingReports.Reports;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Cli.Pages;

/// <summary>Scenarios side by side on a terminal: the table of the report, as text.</summary>
internal static class ScenariosPage
{
    internal static string Of(ScenarioComparison comparison, Language language)
    {
        var table = ReportBuilder.Build(comparison.Baseline.Analysis, language, new ReportOptions { Scenarios = comparison })
            .Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>().Single(table => table.Name == ScenariosTable.Name);
        string[][] rows = [[.. table.Columns.Select(column => column.Header)],
            .. table.Rows.Select(row => row.Cells.Select(cell => Shown(cell, language)).ToArray())];
        string summaries = string.Join(Environment.NewLine + Environment.NewLine, comparison.Scenarios.Select(
            answer => $"{answer.Scenario!.Name}{language.Say(" :", ":")}{Environment.NewLine}{answer.Analysis.Summary(language)}"));
        return $"{comparison.Baseline.Analysis.Summary(language)}{Environment.NewLine}{Environment.NewLine}{summaries}{Environment.NewLine}{Environment.NewLine}{TextTable.Of(rows)}";
    }

    private static string Shown(ReportCell cell, Language language) => cell switch
    {
        ReportCell.Text text => text.Value,
        ReportCell.Amount amount => Words.Money(amount.Value, language)
            + ((cell.Marks & Marks.Assumed) != 0 && amount.Value != Euros.Zero ? language.Say(" (hypothèse)", " (assumed)") : ""),
        ReportCell.Count count => count.Value.ToString(CultureInfo.InvariantCulture),
        ReportCell.Fte fte => fte.Value.ToString("0.##", CultureInfo.InvariantCulture),
        ReportCell.NotApplicable => "—",
        _ => language.Say("inconnu", "unknown"),
    };
}
