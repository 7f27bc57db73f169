using FundingReports.Portfolios;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Tests.Figures;

/// <summary>What is missing of a figure is what it lacks in its year and its view, not all that its post lacks.</summary>
public class MissingOfAYearTests
{
    private static readonly FundingAnalysis analysis = new PortfolioBuilder("Un poste")
        .Post("P1", costs: null, from: new(2024, 1, 1), fte: 1)
        .Signed(Funder.State("État"), Pays.Percent(50), new(2024, 1, 1), new(2027, 6, 30))
        .Post("P2", costs: 52_000, from: new(2024, 1, 1), fte: 1)
        .Signed(Funder.State("État"), Pays.NotPublished, new(2024, 1, 1), new(2025, 12, 31))
        .Build().Analyze(new LocalDate(2025, 2, 8), new LocalDate(2030, 12, 31));

    [Fact]
    public void UnknownCost_IsWhatIsMissing_OfThePostAndOfTheTotal()
    {
        Assert.Equal([Missing.Cost], (Missing[])[.. analysis.Post("P1").Year(2027).Agreed.Gap.Missing]);
        Assert.Equal([Missing.Cost], (Missing[])[.. analysis.Post("P1").Year(2029).Agreed.Gap.Missing]);
        Assert.Equal([Missing.Cost], (Missing[])[.. analysis.Year(2027).Agreed.Gap.Exact.Missing]);
        Assert.Equal([Missing.Cost], (Missing[])[.. analysis.Year(2027).Agreed.ByFunder.Single().Value.Exact.Missing]);
        Assert.Equal([Missing.Cost, Missing.Instalments], (Missing[])[.. analysis.Post("P1").Year(2027).Firm.Gap.Missing.Order()]);
    }

    [Fact]
    public void UnknownAmount_IsMissing_WhereItPays_AndBesideACostInATotal()
    {
        Assert.Equal([Missing.Amount], (Missing[])[.. analysis.Post("P2").Year(2025).Agreed.Gap.Missing]);
        Assert.Empty(analysis.Post("P2").Year(2026).Agreed.Gap.Missing);
        Assert.Equal([Missing.Cost, Missing.Amount], (Missing[])[.. analysis.Year(2025).Agreed.Gap.Exact.Missing.Order()]);
    }

    [Theory, InlineData(Language.French, "inconnu"), InlineData(Language.English, "unknown")]
    public void InWords_SaysTheFigure_OrThatItIsUnknown(Language language, string unknown)
    {
        string known = Words.Money(Euros.Of(52_000), language);
        Assert.Equal(known, analysis.Post("P2").Year(2026).Agreed.Gap.InWords(language));
        Assert.Equal(unknown, analysis.Post("P1").Year(2026).Agreed.Gap.InWords(language));
        string total = analysis.Year(2026).Agreed.Gap.InWords(language);
        Assert.StartsWith(unknown, total, StringComparison.Ordinal);
        Assert.Contains(known, total, StringComparison.Ordinal);
    }
}
