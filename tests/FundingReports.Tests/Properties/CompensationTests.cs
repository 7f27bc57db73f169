using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;
using Fraction = FundingReports.Tests.Naive.Fraction;

namespace FundingReports.Tests.Properties;

/// <summary>A budget year is whole: what its sums have too much on some days pays what lacks on others, and nothing else moves.</summary>
public class CompensationTests
{
    private static readonly LocalDate first = new(2022, 1, 1), last = new(2022, 12, 31);

    private static readonly Gen<(int[] Sums, (int Day, int Annual)[] Costs, int Kind)> wholeYear = Gen.Select(
        Gen.Int[0, 3_000_000].Array[1, 4], Gen.Select(Gen.Int[0, 364], Gen.Int[0, 8_000_000]).Array[0, 4], Gen.Int[0, 3]);

    /// <summary>Sums that all run through the year pay the whole of it, on whatever days its cost steps.</summary>
    [Fact]
    public void Year_OfSumsThatRunThroughIt_LacksWhatTheyDoNotReach() => wholeYear.Sample(sample =>
    {
        (int[] sums, (int Day, int Annual)[] costs, int kind) = sample;
        var post = new Post("P", "Poste")
        {
            From = first, Until = last, Fte = 1, Source = "A",
            Costs =
            [
                new(first, Euros.FromCents(4_000_000)) { Source = "A" },
                .. costs.Select(cost => new Cost(first.PlusDays(cost.Day), Euros.FromCents(cost.Annual)) { Source = "A" }),
            ],
        };
        PortfolioFacts facts = Facts(post, [.. sums.Select((sum, i) => Through($"C{i}", sum, (kind + i) % 4))]);
        NaivePost answer = Answers.Of(facts, new(2022, 3, 1), last).Post("P");
        NaiveYearView year = answer.Year(2022).Agreed;

        Fraction missing = ExactCost(post) - sums.Sum(sum => (long)sum);
        Assert.Equal(Fraction.Max(0, missing).Round(), year.Gap);
        Assert.Equal(year.Gap, year.GapAtMost);
        Assert.Equal(Fraction.Max(0, 0 - missing).Round(), year.Surplus);
        // Reached, however unevenly: no gap, and full on each of its days.
        if (missing <= 0)
        {
            Assert.All(answer.Agreed.Pieces, piece => Assert.Equal("full", piece.State));
            Assert.Equal("2022-12-31", answer.Agreed.Full.Surely);
        }
    }, iter: Rounds.Of(1000));

    /// <summary>Compensation moves as much of what is missing as of what is too much.</summary>
    [Fact]
    public void GapLessSurplus_OfAnyYear_IsWhatTheDaysLackLessWhatTheyHaveTooMuch() => Answers.Check(1000, (question, answer) =>
    {
        foreach (Post post in question.Facts.Posts)
            foreach (FundingView view in Enum.GetValues<FundingView>())
            {
                var walk = Walk.Of(post, question.Facts, view, question.AsOf, question.Through);
                foreach (NaiveYear year in answer.Post(post.Id).Years)
                    if (year.View(view) is { Gap: { } gap, Surplus: { } surplus } && DaysOf(walk, year.Year) is { } days)
                        Assert.InRange((days.Missing - days.TooMuch - (gap - surplus)).Round(), -1, 1);
            }
    });

    /// <summary>Only sums are moved: a year of shares, remainders and balances lacks what its days lack.</summary>
    [Fact]
    public void Gap_OfAYearWithoutSums_IsWhatItsDaysLack() => Answers.Check(600, (question, _) =>
    {
        PortfolioFacts facts = question.Facts with
        {
            Commitments = [.. question.Facts.Commitments.Select(WithoutSum)],
        };
        NaiveAnswer answer = Answers.Of(facts, question.AsOf, question.Through);
        foreach (Post post in facts.Posts)
            foreach (FundingView view in Enum.GetValues<FundingView>())
            {
                var walk = Walk.Of(post, facts, view, question.AsOf, question.Through);
                foreach (NaiveYear year in answer.Post(post.Id).Years)
                    Assert.Equal(walk.Missing(new(year.Year, 1, 1), new(year.Year, 12, 31)), year.View(view).Gap);
            }
    });

    /// <summary>The exact cost of 2022, day by day.</summary>
    private static Fraction ExactCost(Post post)
    {
        Fraction cost = 0;
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
            cost += Knowledge.CostOn(day, post.Costs)!.Value * Naive.Thirtieths.Of(day) / Naive.Thirtieths.Year;
        return cost;
    }

    /// <summary>What the days of a year lack, and what they have too much, in cents; null where any of it is not exactly known.</summary>
    private static (Fraction Missing, Fraction TooMuch)? DaysOf(Walk walk, int year)
    {
        Fraction missing = 0, tooMuch = 0;
        foreach ((Situation day, int weight) in walk.ActiveWeights(new(year, 1, 1), new(year, 12, 31)))
        {
            if (day.Cost is not { } cost || day.HighMoney != day.LowMoney)
                return null;
            missing += Fraction.Max(0, cost - day.LowMoney) * weight / Naive.Thirtieths.Year;
            tooMuch += Fraction.Max(0, day.LowMoney - cost) * weight / Naive.Thirtieths.Year;
        }
        return (missing, tooMuch);
    }

    /// <summary>A sum that runs through 2022: a year's, one of several years, a total, or a share whose tranche has an amount.</summary>
    private static Commitment Through(string id, int cents, int kind)
    {
        var commitment = new Commitment(id, "E", ["P"], first, new Amount.Annual(Euros.FromCents(cents)))
        {
            Until = last, Status = CommitmentStatus.Signed, Source = "A", Instalments = [new(first, last)],
        };
        return kind switch
        {
            0 => commitment,
            1 => commitment with
            {
                Amount = new Amount.YearlyAmounts([Euros.Zero, Euros.FromCents(cents)]), From = new LocalDate(2021, 1, 1),
                Until = Term.Open,
            },
            2 => commitment with { Amount = new Amount.Total(Euros.FromCents(cents)) },
            _ => commitment with
            {
                Amount = new Amount.OfCost(Share.Of(1, 2)), Instalments = [new(first, last) { Amount = Euros.FromCents(cents) }],
            },
        };
    }

    /// <summary>The same as a share.</summary>
    private static Commitment WithoutSum(Commitment commitment) => Unpriced(
        commitment.Amount is Amount.Total or Amount.Annual or Amount.YearlyAmounts
            ? commitment with { Amount = new Amount.OfCost(Share.Of(1, 3)) }
            : commitment);

    private static Commitment Unpriced(Commitment commitment) => commitment with
    {
        Instalments = commitment.Instalments is { } tranches ? [.. tranches.Select(tranche => tranche with { Amount = null })] : null,
    };

    private static PortfolioFacts Facts(Post post, ImmutableArray<Commitment> commitments) => new()
    {
        Sources = [new("A", SourceKind.Act, "Actes")],
        Funders = [new("E", "État", FunderKind.State)],
        Posts = [post],
        Commitments = commitments,
    };
}
