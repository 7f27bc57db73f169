using CsCheck;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Reports.Sheets;
using FundingReports.Reports.Texts;
using FundingReports.Tests;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Reports.Tests;

/// <summary>What is published cannot be undone by arithmetic: each way that was found, and an attack over random portfolios.</summary>
public class PublicationTests
{
    private static readonly LocalDate AsOf = new(2022, 3, 1);
    private static readonly Source ours =
        new("ours", SourceKind.Assumption, "Notre règle") { Author = "Nous", Reason = "Nous publions moins." };
    private static readonly ReportOptions Public = new() { Profile = ReportProfile.Publication };

    public static TheoryData<string> Cases =>
        new(Directory.EnumerateFiles(Repository.PathOf("tests", "corpus", "publication"), "*.json")
            .Select(Path.GetFileName).OfType<string>());

    [Theory, MemberData(nameof(Cases))]
    public void Case_TellsNothingOfFewerThanThreePosts(string file)
    {
        foreach (var asOf in (LocalDate[])[AsOf, new(2023, 6, 1), new(2024, 1, 1)])
            Assert.Empty(Attacked(Read(file).Analyze(asOf)));
    }

    [Fact]
    public void OurOwnSentences_AreNotLeftOut()
    {
        var texts = Texts(ReportBuilder.Build(Read("p1-publication-difference.json").Analyze(AsOf), Language.French, Public)).ToList();
        Assert.Contains(texts, text => text.StartsWith("Au 1er mars 2022, 4 postes", StringComparison.Ordinal));
        Assert.DoesNotContain(new WorkbookTexts(Language.French).ParagraphLeftOut, texts);
    }

    /// <summary>What the note promises is the value in force, and not that of the shipped policies.</summary>
    [Theory]
    [InlineData(3, "aucun coût ni montant de moins de 3 postes,")]
    [InlineData(5, "aucun coût ni montant de moins de 5 postes,")]
    [InlineData(null, "aucun coût ni montant, aucun niveau de risque,")]
    public void Note_SaysHowManyPostsAnAmountConcerns(int? least, string said)
    {
        PolicySet policies = least is { } posts ? PolicySet.Default.WithValue("publication.least-posts", new(1600, 1, 1), posts, ours)
            : PolicySet.Default.Parameters.Values.Where(parameter => !parameter.Name.StartsWith("publication.", StringComparison.Ordinal))
                .Aggregate(PolicySet.Empty, (set, parameter) => set.With(parameter));
        FundingAnalysis analysis = Read("p1-publication-difference.json").Analyze(AsOf, policies: policies);
        Report report = ReportBuilder.Build(analysis, Language.French, Public);
        // In the properties of the file, and on its sheet.
        Assert.Contains(said, report.Description, StringComparison.Ordinal);
        Assert.Equal(2, Texts(report).Count(text => text.Contains(said, StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Cases))]
    public void Case_HoldsNoAmountOfItsFacts(string file)
    {
        foreach (var language in Enum.GetValues<Language>())
            foreach (string text in Texts(ReportBuilder.Build(Read(file).Analyze(AsOf), language, Public)))
                Assert.DoesNotMatch(@"48[^\p{L}]?500|48,5|2[^\p{L}]?900|41[^\p{L}]?234|61[^\p{L}]?234|26[^\p{L}]?000", text);
    }

    /// <summary>The fourth post begins in 2023: it is alone of its kind, and in no total of any year.</summary>
    [Fact]
    public void FourthPostOfALaterYear_IsInNoTotal() => Assert.Equal(
        ["2022: 149000 / 74000 / 74000", "2023: 149000 / 74000 / 74000", "2024: 149000 / 74000 / 74000",
            "2025: 149000 / 74000 / 74000", "2026: 149000 / 74000 / 74000", "2027: 149000 / 0 / 149000"],
        Rows(Read("p1-publication-difference.json").Analyze(AsOf)));

    [Fact]
    public void AnyPortfolio_TellsNothingOfFewerThanThreePosts()
    {
        int published = 0, told = 0;
        Dice.Gen(120).Sample(dice =>
        {
            var analysis = Portfolio.Create(Random(dice)).Analyze(AsOf, new(2025, 12, 31));
            Assert.Equal([], Attacked(analysis));
            Interlocked.Add(ref published, Rows(analysis).Count);
            // The same attack undoes careless totals of all posts: it is strong enough to find what it looks for.
            if (Undone(analysis).Any())
                Interlocked.Increment(ref told);
        }, iter: Rounds.Of(250));
        Assert.True(published > 50 && told > 50, $"{published} rows published, {told} careless tables undone");
    }

    [Fact]
    public void TotalsOfAllPosts_AreUndone()
    {
        var analysis = Read("p1-publication-difference.json").Analyze(AsOf);
        Assert.Contains(Undone(analysis), found => found.StartsWith("Coordonnatrice, Dax:", StringComparison.Ordinal));
    }

    /// <summary>Two small posts beside a great one hide nothing of it.</summary>
    [Theory]
    [InlineData("40000", "40000", "40000", 2)]
    [InlineData("400000", "45000", "44500", 2)]
    [InlineData("400000", "45000", "44000", 0)]
    public void GreatPosts_AreHiddenByTheOthersOrNotCounted(string first, string second, string third, int rows)
    {
        var facts = Read("p4-publication-coverage.json").Facts;
        string[] costs = [first, second, third];
        var analysis = Portfolio.Create(facts with
        {
            Commitments = [],
            Posts = [.. facts.Posts.Select((post, i) => post with { Costs = [post.Costs[0] with { Annual = Euros.Parse(costs[i]) }] })],
        }).Analyze(AsOf, new(2025, 12, 31));
        Assert.Equal(rows, Rows(analysis).Count);
    }

    /// <summary>Conventions that end on days of their own: the as-of year alone, unless its figures together tell a post.</summary>
    [Theory]
    [InlineData(3, 3, 1)]
    [InlineData(3, 2, 0)]
    [InlineData(1, 3, 0)]
    public void PostsLikeNoOthers_AreTotalledInOneYear(int thirds, int halves, int rows)
    {
        var facts = Read("p4-publication-coverage.json").Facts;
        var posts = Enumerable.Range(0, thirds + halves)
            .Select(i => facts.Posts[0] with { Id = $"Q{i}", Label = $"Poste {i}", Costs = [facts.Posts[i % 3].Costs[0]] }).ToList();
        var analysis = Portfolio.Create(facts with
        {
            Posts = [.. posts],
            Commitments = [.. posts.Select((post, i) => new Commitment(
                post.Id, "ETAT", [post.Id], new(2022, 1, 1), new Amount.ShareOfCost(i < thirds ? Share.Of(1, 3) : Share.Of(1, 2)))
            {
                Until = new PartialDate(2023, 1 + i, 1), Status = CommitmentStatus.Signed, DecidedOn = new(2021, 1, 1), Source = "S",
            })],
        }).Analyze(AsOf);
        Assert.Equal(rows, Rows(analysis).Count);
        Assert.Equal([], Attacked(analysis));
    }

    [Fact]
    public void Rules_AreThoseOfThePolicies()
    {
        var portfolio = Read("p4-publication-coverage.json");
        var ours = new Source("seuil", SourceKind.Assumption, "Seuil") { Author = "nous", Reason = "autre seuil" };
        var from = new LocalDate(2022, 1, 1);
        Assert.NotEmpty(Rows(portfolio.Analyze(AsOf)));
        Assert.Empty(By(PolicySet.Default.WithValue(PublishedTotals.LeastPosts, from, 4, ours)));
        Assert.Empty(By(PolicySet.Default.WithValue(PublishedTotals.LeastRest, from, Share.Of(9, 10), ours)));
        Assert.Empty(By(PolicySet.Default.WithEnd(PublishedTotals.LeastPosts, from, ours)));
        Assert.Equal("2022: 160000 / 60000 / 100000",
            By(PolicySet.Default.WithValue(PublishedTotals.RoundedTo, from, Euros.Of(20_000), ours))[0]);

        List<string> By(PolicySet policies) => Rows(portfolio.Analyze(AsOf, policies: policies));
    }

    /// <summary>A text of people's own that may hold an amount is left out whole.</summary>
    [Theory]
    [InlineData("Poste à 48 500")]
    [InlineData("Poste à 48-500")]
    [InlineData("Poste à 48_500")]
    [InlineData("Poste à 48,5")]
    [InlineData("Poste, 48 K")]
    [InlineData("Poste, quarante-huit mille cinq cents")]
    [InlineData("Poste à ４８５００")]
    [InlineData("Poste à ٤٨٥٠٠")]
    [InlineData("Poste, EUR 48")]
    [InlineData("Poste, 48 milliers")]
    public void Text_ThatMayHoldAnAmount_IsLeftOut(string label) =>
        Assert.DoesNotContain(Texts(Labelled(label)), text => text.Contains(label, StringComparison.Ordinal));

    [Theory]
    [InlineData("Poste n° 3, Dax")]
    [InlineData("Poste 40, CPO 2022-2024")]
    [InlineData("Poste du 01/03/2022")]
    [InlineData("Poste à 0,5 ETP, centre de Vincent")]
    public void Text_ThatHoldsNone_IsPublished(string label) => Assert.Contains(label, Texts(Labelled(label)));

    private static Report Labelled(string label)
    {
        var facts = Read("p3-publication-text.json").Facts;
        var named = Portfolio.Create(facts with { Posts = [facts.Posts[0] with { Label = label }] });
        return ReportBuilder.Build(named.Analyze(AsOf), Language.French, Public);
    }

    private static Portfolio Read(string file) => Portfolio.Load(Repository.PathOf("tests", "corpus", "publication", file));

    private static IEnumerable<string> Undone(FundingAnalysis analysis)
    {
        var shown = ShownYears.Of(analysis, default);
        return new PublicationAttack(shown, Careless(shown), shown.Posts).Found();
    }

    private static List<string> Attacked(FundingAnalysis analysis)
    {
        var shown = ShownYears.Of(analysis, default);
        var report = ReportBuilder.Build(analysis, Language.French, Public);
        // The attacker knows which posts are counted: who is like whom can be read in the file.
        return [.. new PublicationAttack(shown, report, Totals(analysis)?.Posts ?? []).Found()];
    }

    private static PublishedTotals? Totals(FundingAnalysis analysis) =>
        PublishedTotals.Of(new(ShownYears.Of(analysis, default), new ReportTexts(Language.French), analysis.Portfolio));

    private static List<string> Rows(FundingAnalysis analysis) =>
        [.. ReportBuilder.Build(analysis, Language.French, Public).Sheets
        .SelectMany(sheet => sheet.Blocks).OfType<ReportTable>().Where(table => table.Name == Names.Years)
        .SelectMany(table => table.Rows)
        .Select(row => $"{((ReportCell.Year)row.Cells[0]).Value}: {string.Join(" / ", row.Cells.Skip(1).Select(Euro))}")];

    private static string Euro(ReportCell cell) => cell is ReportCell.Amount amount ? $"{amount.Value.Cents / 100}" : "?";

    /// <summary>The publication with totals of all posts in every year, to the thousand.</summary>
    private static Report Careless(FundingAnalysis analysis)
    {
        var report = ReportBuilder.Build(analysis, Language.French, Public);
        ReportCell Rounded(FundingReports.Totals.Total total) =>
            ReportCell.Of(Knowable<Euros>.Known(Euros.FromCents((total.KnownPart.Cents + 500_00) / 1000_00 * 1000_00)));
        var years = new ReportTable(Names.Years,
            [new(Names.Year, "a", ColumnKind.Year, 9), new(Names.Cost, "b", ColumnKind.WholeAmount, 9),
                new(Names.Agreed, "c", ColumnKind.WholeAmount, 9), new(Names.Gap, "d", ColumnKind.WholeAmount, 9)],
            [.. analysis.Totals.Years.Select(year => new ReportRow(
                [new ReportCell.Year(year.Year), Rounded(year.Cost), Rounded(year.Agreed.Funding), Rounded(year.Agreed.Gap)]))]);
        return report with
        {
            Sheets = [.. report.Sheets.Select((sheet, i) => sheet with
            {
                Blocks = [.. sheet.Blocks.Where(block => block is not ReportTable { Name: Names.Years }),
                    .. i == 0 ? (ReportBlock[])[years] : []],
            })],
        };
    }

    private static IEnumerable<string> Texts(Report report) =>
    [
        report.Title, report.Description, report.Author ?? "",
        .. report.Sheets.SelectMany(sheet => sheet.Blocks.SelectMany(block => block switch
        {
            ReportParagraph paragraph => [paragraph.Text, .. paragraph.Lines],
            ReportTimeline timeline => [timeline.Alternative, .. timeline.Lines.SelectMany(line => new[] { line.Label, line.Note })],
            ReportTable table => table.Rows.SelectMany(row => row.Cells).OfType<ReportCell.Text>().Select(text => text.Value),
            ReportChart => throw new InvalidOperationException("A publication has no chart: its cache would hold figures."),
            _ => Enumerable.Empty<string>(),
        }).Append(sheet.Title)),
    ];

    // Posts that begin, end and are funded in a few ways, so that some are alike: nine at most, so that all are drawn.
    private static PortfolioFacts Random(Dice dice)
    {
        var facts = Read("p4-publication-coverage.json").Facts;
        int count = 3 + dice.Below(7);
        string[] funders = ["ETAT", "DEP"];
        var posts = Enumerable.Range(0, count).Select(i =>
        {
            PartialDate from = dice.Of<PartialDate>(new(2021, 1, 1), new(2021, 1, 1), new(2022, 7, 1), new(2023, 1, 1));
            long cost = 30_000 + 97 * dice.Below(400);
            var costs = new List<Cost> { new(from, Euros.Of(cost)) { Source = "S" } };
            if (dice.OneIn(4))
                costs.Add(new(new(2024, 1, 1), Euros.Of(cost + 11 * dice.Below(300))) { Source = "S" });
            return new Post($"P{i}", $"Poste {i}")
            {
                From = from, Until = dice.OneIn(4) ? new PartialDate(2023, 12, 31) : null, Fte = 1, Source = "S", Costs = [.. costs],
            };
        }).ToList();
        var commitments = Enumerable.Range(0, dice.Below(5)).SelectMany(c =>
        {
            Amount amount = dice.Of<Amount>(
                new Amount.ShareOfCost(Share.Of(1, 2)), new Amount.ShareOfCost(Share.Of(1, 1)), new Amount.Annual(Euros.Of(20_000)));
            int last = 2022 + dice.Below(4), least = dice.Below(2) == 0 ? 0 : dice.Below(count);
            string funder = dice.Of<string>(funders);
            return posts.Skip(least).Select((post, i) => new Commitment($"C{c}-{i}", funder, [post.Id], post.From!.Value, amount)
            {
                Until = new PartialDate(last, 12, 31), Status = CommitmentStatus.Signed, DecidedOn = new(2021, 1, 1), Source = "S",
            });
        });
        var promised = commitments.Where(one => one.Until.Until!.Value.Last >= one.From.First);
        return facts with { Posts = [.. posts], Commitments = [.. promised] };
    }
}
