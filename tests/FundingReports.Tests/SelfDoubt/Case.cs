using System.Reflection;
using System.Text.Json;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Reports;
using FundingReports.Tests.Json;
using FundingReports.Tests.Naive;
using FundingReports.Totals;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.SelfDoubt;

/// <summary>A question of the seeds, with the answer worked out by hand and that of the naive implementation.</summary>
internal sealed class Case
{
    private readonly Portfolio portfolio;
    private readonly LocalDate asOf, through;
    private readonly JsonElement byHand;
    private readonly HashSet<string> naive, payers;

    private Case(string folder, JsonElement check)
    {
        string file = check.TryGetProperty("portfolio", out JsonElement name) ? name.GetString()! : "portfolio.json";
        portfolio = Portfolio.Load(Path.Combine(folder, file));
        (asOf, through) = (Date(check, "asOf"), Date(check, "through"));
        byHand = check.GetProperty("expected").Clone();
        naive = [.. NaiveAnalysis.Run(portfolio.Facts, asOf, through).Lines()];
        payers = [.. Payers.Naively(portfolio.Facts, asOf, through)];
    }

    /// <summary>The first question of every folder that has an answer by hand.</summary>
    internal static IReadOnlyList<Case> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("seeds"), "expected.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path =>
        {
            using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(path));
            return new Case(Path.GetDirectoryName(path)!, expected.RootElement.GetProperty("checks")[0]);
        }),
    ];

    internal int Posts => portfolio.Posts.Length;

    internal FundingAnalysis Analysis() => portfolio.Analyze(asOf, through);

    /// <summary>What is worked out of all posts together, again, of figures that have changed.</summary>
    internal void Again(FundingAnalysis analysis)
    {
        var facts = new KnownFacts(portfolio, asOf);
        PostFigures[] figures = [.. analysis.Posts.Select(post => post.Figures)];
        void Set(string property, object value) =>
            typeof(FundingAnalysis)
            .GetField($"<{property}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(analysis, value);
        Set(nameof(FundingAnalysis.CommitmentBalances), CommitmentBalance.Of(facts, figures));
        Set(nameof(FundingAnalysis.Totals), new PortfolioTotals(facts, figures));
    }

    /// <summary>Who says that an analysis is wrong.</summary>
    internal Caught By(FundingAnalysis analysis)
    {
        var caught = Caught.Nobody;
        var technical = ReportBuilder.Build(analysis, Language.French, new() { Part = ReportPart.TechnicalFile });
        var controls = technical.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>()
            .Single(table => table.Name == "Tab_Controles").Rows.Skip(1)
            .Where(row => row.Cells[^1] is ReportCell.Formula { Value: ReportCell.Text { Value: "ÉCART" } }).ToList();
        if (controls.Exists(row => !IsOfLaws(row)))
            caught |= Caught.Schedule;
        if (analysis.Posts.Any(post => post.Inconsistencies > 0))
        {
            // What the figures say against themselves is on the sheet too.
            Assert.Contains(controls, IsOfLaws);
            caught |= Caught.Laws;
        }
        if (!naive.SetEquals(EngineAnswer.Of(analysis).Lines()) || !payers.SetEquals(Payers.Of(analysis)))
            caught |= Caught.Naive;
        using JsonDocument found = JsonDocument.Parse(analysis.ToJson());
        if (PartialTree.Differences(byHand, found.RootElement).Any())
            caught |= Caught.ByHand;
        return caught;
    }

    private static bool IsOfLaws(ReportRow row) =>
        row.Cells[0] is ReportCell.Text { Value: "Égalités internes (ferme, conventionné, annoncé)" };

    private static LocalDate Date(JsonElement check, string name) =>
        LocalDatePattern.Iso.Parse(check.GetProperty(name).GetString()!).Value;
}

/// <summary>Who finds a wrong figure.</summary>
[Flags]
internal enum Caught
{
    Nobody = 0,

    /// <summary>Contrôles, by formulas on the schedule.</summary>
    Schedule = 1,

    /// <summary>Contrôles, by the equalities that the figures must satisfy (SelfCheck).</summary>
    Laws = 2,

    /// <summary>EngineAgreesWithNaiveTests, and SelfDoubtTests for who pays, what comes after and what the funding leans on.</summary>
    Naive = 4,

    /// <summary>WorkedCasesTests.</summary>
    ByHand = 8,
}
