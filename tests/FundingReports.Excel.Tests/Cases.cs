using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Excel.Tests;

/// <summary>The portfolios that workbooks are written of: every one in seeds, and some of bad intent.</summary>
internal static class Cases
{
    internal static readonly LocalDate AsOf = new(2022, 2, 8);

    private static readonly string[] commands =
        ["=1+1", "+33 5", "-État", "@caf", "CAF*", "CAF", "caf", ">5", "<>", "~x", "a?b", "\"x\"", "inconnu", "—"];

    internal static string Seeds => Path.Combine(AppContext.BaseDirectory, "seeds");

    internal static FundingAnalysis Landes { get; } = Seed("landes/portfolio.json").Analyze(AsOf);

    internal static FundingAnalysis LandesWithAssumptions { get; } = Seed("landes/portfolio-with-assumptions.json").Analyze(AsOf);

    /// <summary>
    /// Six posts worked out by hand: a step down, a hole, an amendment, a cost that rises inside the year, and a compensation.
    /// </summary>
    internal static FundingAnalysis SixPosts { get; } = Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "six-postes.json"))
        .Analyze(new LocalDate(2026, 11, 26));

    /// <summary>Every portfolio of seeds, by its path, as of a day on which it has something to say.</summary>
    internal static ImmutableArray<(string Name, FundingAnalysis Analysis)> All() => all.Value;

    private static readonly Lazy<ImmutableArray<(string Name, FundingAnalysis Analysis)>> all = new(() =>
    [
        .. Directory.EnumerateFiles(Seeds, "portfolio*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(Seeds, path), Portfolio.Load(path)))
            .Select(seed => (seed.Item1, seed.Item2.Analyze(seed.Item2.Edition?.On?.First ?? AsOf))),
    ]);

    /// <summary>One post and one commitment that carry a text wherever a text can go.</summary>
    internal static FundingAnalysis Saying(string text) => Portfolio.Create(new PortfolioFacts
    {
        Title = text,
        Sources = [new("S", SourceKind.Act, text) { Reference = text }],
        Funders = [new("F", text, FunderKind.State)],
        Posts = [
            new("P", text) { From = new LocalDate(2022, 1, 1), Fte = 1, Departement = "01", Services = [text],
                Employers = [new(null, text)], Source = "S",
                Costs = [new(new LocalDate(2022, 1, 1), Euros.Of(50_000)) { Source = "S" }] }],
        Commitments =
        [
            new("C", "F", ["P"], new LocalDate(2022, 1, 1), new Amount.Annual(Euros.Of(0.1m)))
            {
                Until = new LocalDate(2023, 6, 30), Status = CommitmentStatus.Signed, Instalments = [], Line = text, Source = "S",
                Approximate = true,
                References = ImmutableSortedDictionary<string, string>.Empty.Add("EJ", text),
            },
        ],
    }).Analyze(AsOf);

    /// <summary>Funders and posts whose names a spreadsheet would take for commands, if it were let.</summary>
    internal static FundingAnalysis Commands { get; } = Portfolio.Create(new PortfolioFacts
    {
        Funders = [.. commands.Select((name, i) => new Funder($"F{i}", name, FunderKind.Other))],
        Posts = [.. commands.Select((name, i) => new Post($"P{i}", name)
            { From = new LocalDate(2022, 1, 1), Fte = 1, Costs = [new(new LocalDate(2022, 1, 1), Euros.Of(50_000))] })],
        Commitments = [.. commands.Select((_, i) =>
            new Commitment($"C{i}", $"F{i}", [$"P{i}"], new LocalDate(2022, 1, 1), new Amount.Annual(Euros.Of(1000 + i)))
            {
                Until = new LocalDate(2023, 12, 31), Instalments = [],
                Status = i % 2 == 0 ? CommitmentStatus.Signed : CommitmentStatus.Granted,
            })],
    }).Analyze(AsOf);

    /// <summary>No post, no commitment, no source.</summary>
    internal static FundingAnalysis Empty { get; } = Portfolio.Create(new PortfolioFacts()).Analyze(AsOf);

    /// <summary>More posts than the first page can hold.</summary>
    internal static FundingAnalysis Many { get; } = Portfolio.Create(new PortfolioFacts
    {
        Funders = [new("F", "État", FunderKind.State)],
        Posts = [.. Enumerable.Range(1, 60)
                .Select(
                    i => new Post($"P{i}", $"Poste {i}") { From = new LocalDate(2022, 1, 1), Fte = 0.5m,
                        Costs = [new(new LocalDate(2022, 1, 1), Euros.Of(100.01m * i))] })],
        Commitments =
        [
            .. Enumerable.Range(1, 60)
                .Select(i => new Commitment($"C{i}", "F", [$"P{i}"], new LocalDate(2022, 1, 1), new Amount.ShareOfCost(Share.Of(1, 3)))
            {
                Until = new LocalDate(2022, 1, 31).PlusMonths(i), Status = CommitmentStatus.Granted, Instalments = [],
            }),
        ],
    }).Analyze(AsOf);

    // Written and checked once for each analysis: most tests ask of the same few.
    private static readonly ConditionalWeakTable<FundingAnalysis, ConcurrentDictionary<(Reports.ReportPart, Language), Lazy<byte[]>>>
        written = [];

    /// <summary>The workbook of an analysis, of which all holds that <see cref="Checked"/> asks. The bytes are everybody's.</summary>
    internal static byte[] Workbook(FundingAnalysis analysis, Language language = Language.French) =>
        Once(analysis, language, Reports.ReportPart.Workbook);

    /// <summary>The technical file, which holds what the checks work from.</summary>
    internal static byte[] Technical(FundingAnalysis analysis, Language language = Language.French) =>
        Once(analysis, language, Reports.ReportPart.TechnicalFile);

    private static byte[] Once(FundingAnalysis analysis, Language language, Reports.ReportPart part) =>
        written.GetOrCreateValue(analysis).GetOrAdd((part, language), _ => new(() => Written(analysis, language, part))).Value;

    /// <summary>Written anew, and checked.</summary>
    internal static byte[] Written(FundingAnalysis analysis, Language language = Language.French,
        Reports.ReportPart part = Reports.ReportPart.Workbook, params string[] but)
    {
        using var stream = new MemoryStream();
        analysis.SaveWorkbook(stream, language, new Reports.ReportOptions { Part = part });
        byte[] bytes = stream.ToArray();
        Checked.Whole(bytes, but);
        return bytes;
    }

    /// <summary>An analysis of a seed that nothing else reads.</summary>
    internal static FundingAnalysis Fresh(string path) => Seed(path).Analyze(AsOf);

    private static Portfolio Seed(string path) => Portfolio.Load(Path.Combine(Seeds, path));
}
