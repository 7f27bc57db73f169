using FundingReports.Excel;
using FundingReports.Html;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using NodaTime;

namespace FundingReports.Web;

/// <summary>What the page will be asked for, done once with a portfolio of two posts while nobody waits.</summary>
internal static class Warming
{
    private static readonly LocalDate asOf = new(2026, 6, 1);

    private static byte[] json = [];
    private static FundingAnalysis? analysis;

    private static readonly Action[] steps =
    [
        () => json = System.Text.Encoding.UTF8.GetBytes(Portfolio.Create(Sample).ToJson()),
        () => new ReadFile("x.json", json).Portfolio!.TryAnalyze(asOf, out analysis, out _),
        () => AnswerJson.Of([], new(analysis, null, []), new(), Language.French),
        () => analysis!.SavePage(new MemoryStream()),
        () => analysis!.SaveWorkbook(new MemoryStream()),
        () => new ReadFile("x.csv", "Poste;Financeur;2026\nA, Dax;État;13 000 €\n"u8.ToArray()).Recognised(Language.French),
    ];

    /// <summary>Does one step of it.</summary>
    /// <returns>Whether there is a next one.</returns>
    internal static bool Do(int step)
    {
        steps[step]();
        return step + 1 < steps.Length;
    }

    private static PortfolioFacts Sample => new()
    {
        Title = "Modèle",
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("F", "État", FunderKind.State), new("D", "Département", FunderKind.CollectiviteDepartementale)],
        Posts =
        [
            new("P", "P") { From = new LocalDate(2026, 1, 1), Fte = 1, Source = "S",
                Costs = [new(new LocalDate(2026, 1, 1), Euros.Of(50_000))] },
            new("Q", "Q") { From = new LocalDate(2026, 1, 1), Costs = [new(new LocalDate(2026, 1, 1), Euros.Of(50_000))] },
        ],
        Commitments =
        [
            new("C", "F", ["P"], new LocalDate(2026, 1, 1), new Amount.Annual(Euros.Of(20_000)))
            {
                Until = new LocalDate(2027, 6, 30), Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2026, 1, 1), Source = "S",
            },
            new("E", "D", ["P", "Q"], new LocalDate(2026, 1, 1), new Amount.ShareOfCost(Share.Of(1, 2)))
            {
                Until = new LocalDate(2027, 6, 30), Status = CommitmentStatus.Announced,
            },
        ],
    };
}
