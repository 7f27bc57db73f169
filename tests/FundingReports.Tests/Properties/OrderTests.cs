using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;

namespace FundingReports.Tests.Properties;

/// <summary>The order of the input decides who gets an odd cent between two equal parts, and nothing else.</summary>
public class OrderTests
{
    [Fact]
    public void Input_InAnyOrder_ChangesNothingButWhoGetsTheCent() =>
        Gen.Select(Generators.Question, Gen.Int[0, int.MaxValue]).Sample((question, seed) =>
    {
        NaiveAnswer before = Answers.Of(question.Facts, question.AsOf, question.Through);
        NaiveAnswer after = Answers.Of(Shuffled(question.Facts, new Random(seed)), question.AsOf, question.Through);
        foreach (NaivePost post in before.Posts)
            AssertSame(post, after.Post(post.Id));
        foreach (NaiveCommitment tie in before.Commitments)
            Assert.Equal(tie, after.Commitment(tie.Id));
    }, iter: Rounds.Of(600), print: sample => FactsText.Of(sample.Item1));

    [Fact]
    public void Totals_InAnyOrder_AreTheSame() => Gen.Select(Generators.Question, Gen.Int[0, int.MaxValue]).Sample((question, seed) =>
        Assert.Equal(Totals(question.Facts), Totals(Shuffled(question.Facts, new Random(seed)))), iter: Rounds.Of(100));

    private static string Totals(PortfolioFacts facts)
    {
        FundingAnalysis analysis = Portfolio.Create(facts).Analyze(new(2022, 2, 8));
        var years = analysis.Totals.Years.Select(year =>
                $"{year.Year} {year.Cost} "
                + string.Join(' ', Enum.GetValues<FundingView>()
                    .Select(view => $"{year[view].Funding.Exact} {year[view].Gap} {year[view].Surplus}")));
        var earliest = analysis.Totals.Earliest.OrderBy(pair => pair.Key)
            .Select(pair =>
                    $"{pair.Key} {pair.Value.Surely} {pair.Value.Possibly} "
                + $"{string.Join(' ', pair.Value.Posts.Order(StringComparer.Ordinal))}");
        return string.Join('\n', [.. years, .. analysis.Totals.Pieces.Select(piece => piece.ToString()), .. earliest]);
    }

    private static void AssertSame(NaivePost before, NaivePost after)
    {
        Answers.Same(Answers.Horizons(before), Answers.Horizons(after));
        foreach (FundingView view in Enum.GetValues<FundingView>())
        {
            Assert.Equal(before.View(view).Unused, after.View(view).Unused);
            Assert.Equal(before.View(view).Cliff?.Commitments.Order(StringComparer.Ordinal),
                after.View(view).Cliff?.Commitments.Order(StringComparer.Ordinal));
        }
        foreach (NaiveYear year in before.Years)
        {
            NaiveYear now = after.Year(year.Year);
            Assert.Equal(year.Cost, now.Cost);
            // Funding too: the cents that move stay within the year.
            Assert.Equal((year.Firm, year.Agreed, year.Announced), (now.Firm, now.Agreed, now.Announced));
            foreach (NaiveCell cell in year.Cells)
            {
                NaiveCell same = now.Cell(cell.Commitment);
                Answers.Near(cell.Firm, same.Firm, 1, cell.Commitment);
                Answers.Near(cell.Agreed, same.Agreed, 1, cell.Commitment);
                Answers.Near(cell.Announced, same.Announced, 1, cell.Commitment);
            }
        }
    }

    private static PortfolioFacts Shuffled(PortfolioFacts facts, Random random)
    {
        Commitment[] shuffled = Shuffled(facts.Commitments, random);
        // Of two amendments from the same day, decided the same day, the last written holds: a line keeps its own order.
        var lines = facts.Commitments.GroupBy(c => Knowledge.RootOf(c, facts))
            .ToDictionary(line => line.Key, line => new Queue<Commitment>(line));
        return facts with
        {
            Sources = [.. Shuffled(facts.Sources, random)],
            Funders = [.. Shuffled(facts.Funders, random)],
            Posts = [.. Shuffled(facts.Posts, random)],
            Commitments = [.. shuffled.Select(c => lines[Knowledge.RootOf(c, facts)].Dequeue())],
        };
    }

    private static T[] Shuffled<T>(ImmutableArray<T> items, Random random)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
