using System.Reflection;
using CsCheck;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.SelfDoubt;

/// <summary>Every figure of a post, corrupted on purpose, is caught; docs/self-checks.md says by which.</summary>
public class SelfDoubtTests
{
    private const string Page = "self-checks.md", Update = "FUNDINGREPORTS_APPROVE";

    [Fact]
    public void Figures_Untouched_AreCaughtByNobody() => Assert.All(Case.All, one => Assert.Equal(Caught.Nobody, one.By(one.Analysis())));

    [Fact]
    public void Figures_OfAnyPortfolio_KeepTheirLaws() =>
        Generators.Question.Sample(question => Expect.Nothing(Broken(question)), iter: LongRun ? 50_000 : Rounds.Of(1000));

    /// <summary>A part of less than half a millionth is rounded away, and counts among those that were rounded.</summary>
    [Theory]
    [InlineData("1Nv6vI7sTqA1")]
    public void Figures_OfAPortfolioThatOnceDidNot_KeepTheirLaws(string seed) =>
        Generators.Question.Sample(question => Expect.Nothing(Broken(question)), seed: seed, iter: 1);

    private static bool LongRun => Environment.GetEnvironmentVariable("FUNDINGREPORTS_LONG") == "1";

    private static IEnumerable<string> Broken((PortfolioFacts Facts, LocalDate AsOf, LocalDate Through) question) =>
        Portfolio.Create(question.Facts).Analyze(question.AsOf, question.Through).Posts.SelectMany(post => SelfCheck.Of(post.Figures))
            .Distinct();

    /// <summary>
    /// What the naive answer does not hold: the exposure, who pays what on the last funded day, and what the funding leans on.
    /// </summary>
    [Fact]
    public void PayersAndExposure_OfAnyPortfolio_AreThoseOfTheNaiveWalk() => Generators.Question.Sample(
        question => Expect.Nothing(Payers.Naively(question.Facts, question.AsOf, question.Through).Order()
                .Except(Payers.Of(Portfolio.Create(question.Facts).Analyze(question.AsOf, question.Through)))),
        iter: Rounds.Of(200), print: FactsText.Of);

    /// <summary>A new figure must be corrupted too.</summary>
    [Fact]
    public void Corruptions_NameEveryFigure()
    {
        string[] inputs = ["Post", "Timelines", "Life", "FirstYear", "Views", "Item", "EqualityContract"];
        static IEnumerable<string> Of(Type type) =>
            type.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Select(property => property.Name);
        string[] named = [.. Corruption.All.SelectMany(one => one.Figure.Split('.', ' ')).Distinct()];
        Assert.Empty(new[] { typeof(PostFigures), typeof(ViewFigures), typeof(SumBalance) }.SelectMany(Of).Except(inputs).Except(named));
    }

    [Fact]
    public void Figures_Corrupted_AreCaughtAsThePageSays()
    {
        string[] rows = [.. Corruption.All.Select(Row)];
        string path = Repository.PathOf("docs", Page);
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        int start = page.IndexOf("\n|---", StringComparison.Ordinal) + 1, from = page.IndexOf('\n', start) + 1,
            to = page.IndexOf("\n\n", from - 1, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(path, page[..from] + string.Concat(rows.Select(row => row + "\n")) + page[to..]);
        else
            Assert.Equal(page[from..to], string.Concat(rows.Select(row => row + "\n")));
        Assert.DoesNotContain(rows, row => !row.EndsWith("| always |", StringComparison.Ordinal));
    }

    private static string Row(Corruption corruption)
    {
        var caught = Case.All.Select(one => By(corruption, one)).OfType<Caught>().ToList();
        Assert.True(caught.Count > 0, $"No seed has a figure {corruption.Figure}.");
        string Said(Caught who) =>
            caught.Count(by => by.HasFlag(who)) is var often && often == caught.Count ? "always" : often > 0 ? "sometimes" : "—";
        bool always = caught.TrueForAll(by => by != Caught.Nobody);
        return $"| {corruption.Figure} | {Said(Caught.Schedule)} | {Said(Caught.Laws)} | {Said(Caught.Naive)} | {Said(Caught.ByHand)} | "
            + $"{(always ? "always" : caught.Exists(by => by != Caught.Nobody) ? "sometimes" : "nobody")} |";
    }

    // In the first post that has the figure; null where none has.
    private static Caught? By(Corruption corruption, Case one)
    {
        for (int post = 0; post < one.Posts; post++)
        {
            FundingAnalysis analysis = one.Analysis();
            if (!corruption.Corrupt(analysis.Posts[post].Figures))
                continue;
            one.Again(analysis);
            return one.By(analysis);
        }
        return null;
    }
}
