using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using NodaTime;
using FundingReports.Tests;

namespace FundingReports.Reports.Tests;

/// <summary>
/// Contrôles reads the facts by itself. Each fault that it once let pass, because it shared the reading of the engine, is put
/// back into the answers and their ledger; the facts that it reads stay as they are written.
/// </summary>
public class OldFaultTests
{
    private static readonly LocalDate AsOf = new(2022, 3, 1);

    [Fact]
    public void AmendmentOfTheSameDay_Ignored_IsADifference()
    {
        Portfolio written = Read("a1-amend-same-day");
        Portfolio wrong = With(written, "A", amendment => amendment with { Status = CommitmentStatus.Refused });
        Assert.Equal(
            ["Crédits conventionnés de l’exercice 2022: 40000 / 0",
            "Crédits conventionnés de l’exercice 2023: 40000 / 0", "Crédits conventionnés de l’exercice 2024: 40000 / 0"],
            Found(wrong.Analyze(AsOf, new(2024, 12, 31)), written).Where(said => said.StartsWith("Crédits", StringComparison.Ordinal)));
        Assert.Contains(Found(wrong.Analyze(AsOf, new(2024, 12, 31)), written), IsOfTheLedger);
    }

    /// <summary>The tranche paid beside the whole of the total.</summary>
    [Fact]
    public void TotalAndItsTranche_Added_IsADifference()
    {
        Portfolio written = Read("a4-total-and-tranche");
        Portfolio wrong = With(written, "C", total => total with { Amount = new Amount.Annual(Euros.Of(10_000)) });
        Assert.Equal(
            ["Crédits conventionnés de l’exercice 2023: 10000 / 6000", "Crédits conventionnés de l’exercice 2024: 10000 / 6000"],
            Found(wrong.Analyze(AsOf, new(2024, 12, 31)), written).Where(said => said.StartsWith("Crédits", StringComparison.Ordinal)));
    }

    [Fact]
    public void RunOfADayThatWeighsNothing_IsADifference()
    {
        Portfolio written = Read("a3-end-of-year");
        FundingAnalysis analysis = written.Analyze(new LocalDate(2023, 12, 31));
        var agreed = analysis.Posts[0].Figures[FundingView.Agreed];
        agreed.FullSurely = agreed.FullPossibly = new FundedRun(DayNumber.FirstOf(2024), true);
        Assert.Contains("Jours conventionnés sans rupture —: sans rupture / 0", Found(analysis, written));
        Assert.Contains("Jours conventionnés sans rupture, au mieux —: sans rupture / 0", Found(analysis, written));
    }

    /// <summary>The balance firm for the whole cost, and agreed for half of it.</summary>
    [Fact]
    public void BalanceFirmForMoreThanItIsAgreedFor_IsADifference()
    {
        Portfolio written = Read("a10-firm-balance");
        FundingAnalysis analysis = written.Analyze(AsOf, new(2024, 12, 31));
        var firm = analysis.Posts[0].Figures[FundingView.Firm];
        int balance = Array.FindIndex(analysis.Posts[0].Figures.Timelines, strand => written.Commitments[strand.Commitment].Id == "D");
        firm.Funding[0] += 50_000_00 - firm.Cells(0)[balance];
        firm.Cells(0)[balance] = 50_000_00;
        Assert.Contains("Ferme au-delà du conventionné 2022: 0.00 / 24999.98", Found(analysis, written));
    }

    [Fact]
    public void CapOfNothing_TakenForNoCap_IsADifference()
    {
        Portfolio written = Read("a12-cap-zero");
        Portfolio wrong = With(written, "A", promise => promise with { Cap = null });
        Assert.Contains(Found(wrong.Analyze(AsOf), written), IsOfTheLedger);
    }

    [Theory]
    [InlineData("a1-amend-same-day", "2022-03-01")]
    [InlineData("a3-end-of-year", "2023-12-31")]
    [InlineData("a4-total-and-tranche", "2022-03-01")]
    [InlineData("a10-firm-balance", "2022-03-01")]
    [InlineData("a12-cap-zero", "2022-03-01")]
    public void TheAnswersOfToday_HaveNoDifference(string name, string asOf)
    {
        Portfolio written = Read(name);
        Assert.Empty(Found(written.Analyze(NodaTime.Text.LocalDatePattern.Iso.Parse(asOf).Value), written));
    }

    // Days of the ledger that the reading of the facts has otherwise.
    private static bool IsOfTheLedger(string said) => said.StartsWith("Égalités internes", StringComparison.Ordinal);

    private static Portfolio Read(string name) => Portfolio.Load(Repository.PathOf("tests", "corpus", "semantics", name + ".json"));

    private static Portfolio With(Portfolio portfolio, string id, Func<Commitment, Commitment> change) =>
        Portfolio.Create(portfolio.Facts with
        {
            Commitments = [.. portfolio.Facts.Commitments.Select(commitment => commitment.Id == id ? change(commitment) : commitment)],
        });

    // The check and its year, what the answers say and what the reading of the facts finds.
    private static List<string> Found(FundingAnalysis answers, Portfolio written) =>
    [
        .. ControlsTests.WrongRows(ReportBuilder.Build(answers, Language.French, ControlsTests.Technical, written))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(" ; ")).Select(row => $"{row[0]} {row[2]}: {row[4]} / {row[5]}"),
    ];
}
