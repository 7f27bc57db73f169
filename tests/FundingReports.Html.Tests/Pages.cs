using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using FundingReports.Portfolios;
using FundingReports.Reports;
using NodaTime;

namespace FundingReports.Html.Tests;

/// <summary>What pages are made of, and how they are read back.</summary>
internal static class Pages
{
    internal static readonly LocalDate AsOf = new(2022, 2, 8);

    internal static FundingAnalysis SixPosts { get; } =
        Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "six-postes.json")).Analyze(new LocalDate(2026, 11, 26));

    internal static FundingAnalysis Landes { get; } = Portfolio.Load(Path.Combine(Seeds, "landes", "portfolio.json")).Analyze(AsOf);

    private static string Seeds => Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <summary>Every portfolio of seeds, by its path, and the six posts.</summary>
    internal static IEnumerable<(string Name, FundingAnalysis Analysis)> All() =>
        Directory.EnumerateFiles(Seeds, "portfolio*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(Seeds, path), Portfolio.Load(path)))
            .Select(seed => (seed.Item1, seed.Item2.Analyze(seed.Item2.Edition?.On?.First ?? AsOf))).Append(("six-postes", SixPosts));

    /// <summary>A post that carries a text wherever a text can go.</summary>
    internal static FundingAnalysis Saying(string text) => Portfolio.Create(new PortfolioFacts
    {
        Title = text,
        Sources = [new("S", SourceKind.Act, text) { Reference = text }],
        Funders = [new("F", text, FunderKind.State)],
        Posts =
        [
            new("P", text)
            {
                From = new LocalDate(2022, 1, 1), Fte = 1, Employers = [new(null, text)], Source = "S",
                Costs = [new(new LocalDate(2022, 1, 1), Euros.Of(50_000)) { Source = "S" }],
            },
        ],
        Commitments =
        [
            new("C", "F", ["P"], new LocalDate(2022, 1, 1), new Amount.Annual(Euros.Of(12_345.67m)))
            {
                Until = new LocalDate(2023, 6, 30), Status = CommitmentStatus.Signed, Instalments = [], Line = text, Source = "S",
                References = ImmutableSortedDictionary<string, string>.Empty.Add("EJ", text),
            },
        ],
    }).Analyze(AsOf);

    internal static FundingAnalysis Empty { get; } = Portfolio.Create(new PortfolioFacts()).Analyze(AsOf);

    /// <summary>More posts than the first page can hold.</summary>
    internal static FundingAnalysis Many { get; } = Portfolio.Create(new PortfolioFacts
    {
        Funders = [new("F", "État", FunderKind.State)],
        Posts =
        [
            .. Enumerable.Range(1, 60).Select(i => new Post($"P{i}", $"Poste {i}")
            {
                From = new LocalDate(2022, 1, 1), Costs = [new(new LocalDate(2022, 1, 1), Euros.Of(50_000))],
            }),
        ],
        Commitments =
        [
            .. Enumerable.Range(1, 60).Select(i => new Commitment($"C{i}", "F", [$"P{i}"], new LocalDate(2022, 1, 1),
                new Amount.Annual(Euros.Of(800 * i)))
            {
                Until = new LocalDate(2023, 12, 31), Status = CommitmentStatus.Signed,
            }),
        ],
    }).Analyze(AsOf);

    internal static byte[] Bytes(FundingAnalysis analysis, Language language = Language.French, ReportOptions? options = null)
    {
        using var stream = new MemoryStream();
        analysis.SavePage(stream, language, options);
        return stream.ToArray();
    }

    internal static Report ReportOf(FundingAnalysis analysis, Language language = Language.French, ReportOptions? options = null) =>
        ReportBuilder.Build(analysis, language, (options ?? new()) with { Part = ReportPart.Page });

    internal static XElement Read(byte[] page)
    {
        using var reader = XmlReader.Create(new MemoryStream(page),
            new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader).Root!;
    }

    internal static XElement Of(FundingAnalysis analysis, Language language = Language.French, ReportOptions? options = null) =>
        Read(Bytes(analysis, language, options));

    internal static string? Get(this XElement element, string name) => element.Attribute(XName.Get(name))?.Value;
}
