using System.Collections.Immutable;
using CsCheck;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Horizons;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using FundingReports.Totals;
using NodaTime;

namespace FundingReports.Tests.Totals;

/// <summary>The totals of random portfolios, added up again from the answers for each post.</summary>
public class TotalsOfPostsTests
{
    [Fact]
    public void Year_IsTheSumOfThePosts_AndUnknownWhereOneIs() => EachAnalysis(analysis =>
    {
        Assert.Equal(analysis.Posts[0].Years.Select(year => year.Year), analysis.Totals.Years.Select(year => year.Year));
        for (int y = 0; y < analysis.Totals.Years.Length; y++)
        {
            var total = analysis.Totals.Years[y];
            Assert.Equal(Sum(analysis.Posts.Select(post => post.Years[y].Cost)), Said(total.Cost));
            foreach (var view in Enum.GetValues<FundingView>())
            {
                Assert.Equal(Sum(Cells(analysis, y, view).Select(cell => cell.Money)), Said(total[view].Funding));
                Assert.Equal(Sum(analysis.Posts.Select(post => post.Years[y][view].Gap)), Said(total[view].Gap));
                Assert.Equal(Sum(analysis.Posts.Select(post => post.Years[y][view].Surplus)), Said(total[view].Surplus));
            }
            Assert.Equal([total[FundingView.Firm], total[FundingView.Agreed], total[FundingView.Announced]],
                [total.Firm, total.Agreed, total.Announced]);
        }
    });

    [Fact]
    public void Groups_AreTheSumsOfTheirCells() => EachAnalysis(analysis =>
    {
        for (int y = 0; y < analysis.Totals.Years.Length; y++)
            foreach (var view in Enum.GetValues<FundingView>())
            {
                var total = analysis.Totals.Years[y][view];
                AssertGroups(total.ByFunder, cell => cell.Commitment.Funder);
                AssertGroups(total.ByKind, cell => cell.Commitment.Funder == "E" ? "state" : "collectivite-departementale");
                AssertGroups(total.ByLine, cell => cell.Commitment.Line ?? "");
                AssertGroups(total.ByDepartement, cell => cell.Post.Departement ?? "");
                AssertGroups(total.ByScheme, cell => cell.Post.Scheme ?? "");

                void AssertGroups(ImmutableSortedDictionary<string, Total> groups,
                    Func<(Post Post, Commitment Commitment, Knowable<Euros> Money), string> name) => Assert.Equal(
                    Cells(analysis, y, view).GroupBy(name)
                        .Select(group => (group.Key, Sum(group.Select(cell => cell.Money))))
                        .OrderBy(group => group.Key, StringComparer.Ordinal),
                    groups.Select(group => (group.Key, Said(group.Value))));
            }
    });

    /// <summary>On every day on which the coverage of a post changes, and on its eve.</summary>
    [Fact]
    public void Pieces_CountThePostsOfEachDay_AndEachDiffersFromTheNext() => EachAnalysis(analysis =>
    {
        foreach (var view in Enum.GetValues<FundingView>())
        {
            FundedPosts[] pieces = [.. analysis.Totals.Pieces.Where(piece => piece.View == view)];
            var changes = analysis.Posts.SelectMany(post => post.Figures[view].Pieces)
                .SelectMany(piece => new[] { piece.Days.From, piece.Days.To }).Where(day => day != FundingReports.Ledger.DayNumber.Never)
                    .Distinct().Order()
                .ToList();
            Assert.Equal(changes.Count == 0, pieces.Length == 0);
            for (int i = 1; i < pieces.Length; i++)
            {
                Assert.Equal(pieces[i].From, pieces[i - 1].Until?.PlusDays(1));
                Assert.NotEqual(pieces[i] with { From = pieces[i - 1].From, Until = pieces[i - 1].Until }, pieces[i - 1]);
            }
            if (pieces.Length > 0)
                Assert.Equal((changes[0].Date, null), (pieces[0].From, pieces[^1].Until));
            foreach (LocalDate day in changes.SelectMany(change => new[] { change.Eve, change.Date }).Where(day => day >= changes[0].Date))
            {
                var piece = pieces.Single(piece => piece.From <= day && !(piece.Until < day));
                Assert.Equal(On(analysis, view, day) with { From = piece.From, Until = piece.Until }, piece);
            }
        }
        Assert.Equal(analysis.Totals.Pieces.Select(piece => piece.View).Order(), analysis.Totals.Pieces.Select(piece => piece.View));
    });

    [Fact]
    public void Earliest_IsTheFirstHorizonOfThePostsThatHaveNotEnded() => EachAnalysis(analysis =>
    {
        foreach (var view in Enum.GetValues<FundingView>())
        {
            var living = analysis.Posts.Where(post => post[view].FullyFundedUntil.State != HorizonState.Ended).ToList();
            var earliest = analysis.Totals.Earliest[view];
            Assert.Equal(living.Select(post => post[view].FullyFundedUntil.Surely).OrderBy(LastDay).FirstOrDefault(), earliest.Surely);
            Assert.Equal(living.Select(post => post[view].FullyFundedUntil.Possibly).OrderBy(LastDay).FirstOrDefault(), earliest.Possibly);
            Assert.Equal(living.Where(post => post[view].FullyFundedUntil.Surely == earliest.Surely).Select(post => post.Id),
                earliest.Posts);
        }
    });

    private static LocalDate LastDay(Reach reach) => reach.IsOpen ? LocalDate.MaxIsoValue : reach.Until ?? LocalDate.MinIsoValue;

    private static FundedPosts On(FundingAnalysis analysis, FundingView view, LocalDate date)
    {
        var day = FundingReports.Ledger.DayNumber.Of(date);
        var posts = analysis.Posts.SelectMany(post => post.Figures[view].Pieces.Where(piece => piece.Days.Contains(day))
                .Select(piece =>
                        (post.Post.Fte, State: HorizonBuilder.StateOf(piece.Flags),
                            Rate: Math.Min(1m, new CoverageRate(piece.Low).ToDecimal())))).ToList();
        PostCount Count(FundingState state) =>
            new(posts.Count(post => post.State == state), FteOf(posts.Where(post => post.State == state).Select(post => post.Fte)));
        return new(view, date, null, Count(FundingState.Full), Count(FundingState.Part), Count(FundingState.None),
            Count(FundingState.Undetermined), FteOf(posts.Select(post => post.Fte * post.Rate)));
    }

    private static FteSum FteOf(IEnumerable<decimal?> ftes) => new(ftes.Any(fte => fte is null) ? null : ftes.Sum(), ftes.Sum() ?? 0);

    private static IEnumerable<(Post Post, Commitment Commitment, Knowable<Euros> Money)> Cells(FundingAnalysis analysis, int year,
        FundingView view) =>
        analysis.Posts.SelectMany(post => post.Years[year].Cells.Select(cell => (post.Post, cell.Commitment, cell[view])));

    private static string Said(Total total) => $"{total.Exact} {string.Join(' ', total.Exact.Missing)}, known {total.KnownPart}";

    // What would have to be known of the total is what would have to be known of its parts, and nothing else.
    private static string Sum(IEnumerable<Knowable<Euros>> parts)
    {
        var known = parts.Where(part => part.IsKnown).Aggregate(Euros.Zero, (sum, part) => sum + part.Value);
        return Said(new(parts.All(part => part.IsKnown) ? Knowable<Euros>.Known(known)
            : Knowable<Euros>.Unknown([.. parts.SelectMany(part => part.Missing).Distinct().Order()]), known));
    }

    private static void EachAnalysis(Action<FundingAnalysis> assert) => Generators.Question.Sample(
        question => assert(Portfolio.Create(Grouped(question.Facts)).Analyze(question.AsOf, question.Through)), iter: Rounds.Of(400),
        print: FactsText.Of);

    /// <summary>Some posts and some promises are in a group, and some in none.</summary>
    private static PortfolioFacts Grouped(PortfolioFacts facts) => facts with
    {
        Posts = [
            .. facts.Posts.Select((post, i) => post with { Departement = i % 2 == 0 ? "40" : null, Scheme = i % 3 == 0 ? null : "ISCG" })],
        Commitments = [
            .. facts.Commitments.Select((commitment, i) => commitment
                    with { Line = commitment.Amends is null && i % 2 == 0 ? null : "FIPD" })],
    };
}
