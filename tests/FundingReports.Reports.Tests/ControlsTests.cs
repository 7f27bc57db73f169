using FundingReports.Wording;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests;
using FundingReports.Tests.Naive;

namespace FundingReports.Reports.Tests;

/// <summary>The checks of the report find, of any portfolio, what the analysis says.</summary>
public class ControlsTests
{
    [Fact]
    public void AnyPortfolio_NoDifference() => Generators.Question.Sample(
        subject =>
        {
            // Tranches above their total are an error of the facts.
            if (subject.Facts.Commitments.Any(AboveTheirTotal))
                return;
            var answers = Portfolio.Create(subject.Facts).Analyze(subject.AsOf, subject.Through);
            string said = Differences(ReportBuilder.Build(answers, Language.French, Technical));
            Assert.True(said.Length == 0, said + "\n" + FactsText.Of(subject));
        }, iter: Rounds.Of(400));

    internal static ReportOptions Technical { get; } = new() { Part = ReportPart.TechnicalFile };

    private static bool AboveTheirTotal(Commitment commitment) =>
        commitment.Amount is Amount.Total total && (commitment.Instalments ?? [])
            .Sum(tranche => tranche.Amount?.Cents ?? 0) > total.Sum.Cents;

    // With the reading and the whole schedule, so that a failure can be followed from the terms to the cents.
    private static string Differences(Report report)
    {
        string wrong = WrongRows(report);
        return wrong.Length == 0 ? "" : wrong + "\n"
            + string.Join('\n', report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>()
            .Where(table => table.Name is "Tab_Echeancier" or "Tab_Lecture").SelectMany(table => table.Rows)
                .Select(row => string.Join(" ; ", row.Cells.Select(Said))));
    }

    internal static string WrongRows(Report report) =>
        string.Join('\n', report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>()
        .Where(table => table.Name == "Tab_Controles").SelectMany(table => table.Rows.Skip(1))
        .Where(row => row.Cells[^1] is ReportCell.Formula { Value: ReportCell.Text { Value: "ÉCART" } })
        .Select(row => string.Join(" ; ", row.Cells.Select(Said))));

    private static string Said(ReportCell cell) => cell switch
    {
        ReportCell.Text text => text.Value,
        ReportCell.Year year => $"{year.Value}",
        ReportCell.Number number => $"{number.ToDecimal()}",
        ReportCell.Formula formula => Said(formula.Value),
        ReportCell.Unknown => "inconnu",
        ReportCell.Amount amount => $"{amount.Value}",
        ReportCell.Day day => day.Value.ToString(),
        ReportCell.Count count => $"{count.Value}",
        _ => "—",
    };
}
