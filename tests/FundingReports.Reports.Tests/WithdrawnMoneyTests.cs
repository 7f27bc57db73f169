using System.Globalization;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Reports.Tests;

/// <summary>Plan de financement shows withdrawn money as withdrawn, from its date on, and never as agreed.</summary>
public class WithdrawnMoneyTests
{
    private static readonly Funder state = Funder.State("État"), county = Funder.Departement("Département");

    /// <summary>Withdrawn within the plan: the money until then counts, and the years after say the word.</summary>
    [Theory]
    [InlineData(Language.French, "retiré", "retiré à compter du 01/07/2025")]
    [InlineData(Language.English, "withdrawn", "withdrawn from 1 July 2025")]
    public void MoneyWithdrawnLater_SaysItFromThenOn(Language language, string word, string act)
    {
        var row = StateRow(new(2025, 7, 1), language, 50_000);
        Assert.Equal(language is Language.French ? "conventionné" : "signed", Text(row["status"]));
        Assert.Equal(Euros.Of(12_500), Assert.IsType<ReportCell.Amount>(row["y2025"]).Value);
        Assert.Equal(word, Text(row["y2026"]));
        Assert.Equal(word, Text(row["y2027"]));
        Assert.Contains(act, Text(row["act"])!, StringComparison.Ordinal);
        Assert.Equal(Euros.Of(37_500), Assert.IsType<ReportCell.Amount>(Value(row["total"])).Value);
    }

    /// <summary>Withdrawn before the first year shown: nothing of it is agreed.</summary>
    [Theory]
    [InlineData(Language.French, "retiré", 50_000)]
    [InlineData(Language.English, "withdrawn", 50_000)]
    [InlineData(Language.French, "retiré", null)]
    public void MoneyWithdrawnBefore_IsNotSaidToBeAgreed(Language language, string word, int? cost)
    {
        var row = StateRow(new(2023, 7, 1), language, cost);
        Assert.Equal(word, Text(row["status"]));
        foreach (string year in (string[])["y2025", "y2026", "y2027"])
            Assert.Equal(word, Text(row[year]));
    }

    private static Dictionary<string, ReportCell> StateRow(LocalDate from, Language language, int? cost)
    {
        var analysis = new PortfolioBuilder("Un poste").Source(new("A", SourceKind.Act, "Actes"))
            .Post("Poste 1", costs: cost, from: new(2023, 1, 1), id: "P1")
            .Signed(state, Pays.Percent(50), new(2023, 1, 1), new PartialDate(2027, 12, 31))
            .But(one => one with { Withdrawn = new(from, new LocalDate(2023, 5, 15), "A") })
            .Signed(county, Pays.Percent(50), new(2023, 1, 1), new PartialDate(2027, 12, 31))
            .Build().Analyze(new LocalDate(2025, 2, 8));
        var plan = ReportBuilder.Build(analysis, language).Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>()
            .Single(table => table.Columns.Any(column => column.Key == "y2025") && table.Columns.Any(column => column.Key == "act"));
        return plan.Rows.Select(row => plan.Columns.Zip(row.Cells).ToDictionary(cell => cell.First.Key, cell => cell.Second))
            .Single(row => Text(row["funder"]) == "État" && Text(row["post"]) == "Poste 1");
    }

    private static string? Text(ReportCell cell) => cell switch
    {
        ReportCell.Text text => text.Value,
        _ => string.Create(CultureInfo.InvariantCulture, $"{cell}"),
    };

    private static ReportCell Value(ReportCell cell) => cell is ReportCell.Formula formula ? formula.Value : cell;
}
