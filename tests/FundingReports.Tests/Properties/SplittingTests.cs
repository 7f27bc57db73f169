using System.Collections.Immutable;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Properties;

/// <summary>One convention of two years, or two of one year each with the same terms: the same answers.</summary>
public class SplittingTests
{
    private static readonly Gen<((PortfolioFacts Facts, LocalDate AsOf, LocalDate Through) Question, int Which, int Cut)> question =
        Gen.Select(Generators.Question, Gen.Int[0, 5], Gen.Int[1, 1200]);

    [Fact]
    public void Commitment_SplitAtAnyDay_ChangesNoHorizonAndNoYearByMoreThanACent()
    {
        int split = 0;
        question.Sample(sample =>
        {
            ((PortfolioFacts facts, LocalDate asOf, LocalDate through), int which, int cut) = sample;
            if (facts.Commitments.IsEmpty
                    || Halves(facts, facts.Commitments[which % facts.Commitments.Length], cut) is not var (whole, halves))
                return;
            Interlocked.Increment(ref split);
            AssertSame(Answers.Of(whole, asOf, through), Answers.Of(halves, asOf, through), cents: 1);
        }, iter: Rounds.Of(1500), print: sample => FactsText.Of(sample.Question) + $"which {sample.Which} cut {sample.Cut}");
        Assert.True(split > Rounds.Of(100), $"Only {split} portfolios had something to split.");
    }

    [Fact]
    public void Cost_SplitAtAnyDay_ChangesNothing() => question.Sample(sample =>
    {
        ((PortfolioFacts facts, LocalDate asOf, LocalDate through), int which, int cut) = sample;
        PortfolioFacts halves = facts with { Posts = [.. facts.Posts.Select(post => WithCostSplit(post, which, cut))] };
        AssertSame(Answers.Of(facts, asOf, through), Answers.Of(halves, asOf, through), cents: 0);
    }, iter: Rounds.Of(500), print: sample => FactsText.Of(sample.Question) + $"which {sample.Which} cut {sample.Cut}");

    /// <summary>
    /// The portfolio, made fit to be split where it is not, and the same with one commitment in two; null where that has no meaning.
    /// </summary>
    /// <remarks>
    /// Steps count from the first day, amendments go by it, and an unknown term is sure to a day that is not the commitment's.
    /// </remarks>
    private static (PortfolioFacts Whole, PortfolioFacts Halves)? Halves(PortfolioFacts facts, Commitment commitment, int cut)
    {
        LocalDate first = commitment.From.First, day = first.PlusDays(cut);
        // A sum pays the whole of the year that it runs through: cut inside one, neither half does.
        if (commitment.Amount is Amount.Total or Amount.Annual || commitment.Instalments is { } all
                && all.Any(tranche => tranche.Amount is not null))
            day = new(day.Year + 1, 1, 1);
        bool line = commitment.Amends is not null || facts.Commitments.Any(other => other.Amends == commitment.Id);
        if (line || commitment.Until.IsUnknown || commitment.Until.Until?.Last < day
                || commitment.Amount is Amount.YearlyAmounts or Amount.YearlyShares)
            return null;

        // A sum is split by weight, with no cent left over: so it must be for one post, and divide.
        Commitment whole = commitment;
        if (commitment.Amount is Amount.Total)
        {
            int weight = Thirtieths.Between(first, commitment.Until.Until!.Value.Last);
            if (commitment.Posts.Length > 1 || Weight(first, day.PlusDays(-1)) == 0
                    || Weight(day, commitment.Until.Until!.Value.Last) == 0)
                return null;
            // Tranches without amounts: what they leave of each half would be another rate.
            whole = whole with { Amount = new Amount.Total(Euros.FromCents(1_234L * weight)), Instalments = Unpriced(whole.Instalments) };
        }
        whole = whole with { Instalments = whole.Instalments is { } tranches ? [.. tranches.Select(tranche => Fit(tranche, whole, day))]
                : null };

        Commitment before = whole
            with { Until = Term.On(day.PlusDays(-1)), Amount = PartOf(whole, first, day.PlusDays(-1)),
                Instalments = Tranches(whole, first, day.PlusDays(-1)) };
        LocalDate? last = whole.Until.Until?.Last;
        Commitment after = whole
            with { Id = $"{whole.Id}b", From = day, Amount = last is { } end ? PartOf(whole, day, end) : whole.Amount,
                Instalments = Tranches(whole, day, last ?? new(4999, 12, 31)) };
        int at = facts.Commitments.IndexOf(commitment);
        return (facts with { Commitments = facts.Commitments.SetItem(at, whole) },
            facts with { Commitments = facts.Commitments.SetItem(at, before).Insert(at + 1, after) });
    }

    private static ImmutableArray<Instalment>? Unpriced(ImmutableArray<Instalment>? tranches) =>
        tranches is { } known ? [.. known.Select(tranche => tranche with { Amount = null })] : null;

    private static int Weight(LocalDate from, LocalDate until) => Thirtieths.Between(from, until);

    private static Amount PartOf(Commitment whole, LocalDate from, LocalDate until) =>
        whole.Amount is Amount.Total ? new Amount.Total(Euros.FromCents(1_234L * Weight(from, until))) : whole.Amount;

    /// <summary>A tranche that the cut divides has an amount that divides with it, or none.</summary>
    private static Instalment Fit(Instalment tranche, Commitment whole, LocalDate day)
    {
        if (tranche.Amount is null || tranche.From.First >= day || tranche.Until.Last < day)
            return tranche;
        bool divides = whole.Posts.Length == 1 && Weight(tranche.From.First, day.PlusDays(-1)) > 0 && Weight(day, tranche.Until.Last) > 0;
        return tranche with { Amount = divides ? Euros.FromCents(567L * Weight(tranche.From.First, tranche.Until.Last)) : null };
    }

    private static ImmutableArray<Instalment>? Tranches(Commitment whole, LocalDate from, LocalDate until) =>
        whole.Instalments is { } tranches
        ? [.. tranches.Where(tranche => tranche.From.First <= until && tranche.Until.Last >= from)
                .Select(tranche => Within(tranche, from, until))]
        : null;

    private static Instalment Within(Instalment tranche, LocalDate from, LocalDate until)
    {
        if (tranche.From.First >= from && tranche.Until.Last <= until)
            return tranche;
        LocalDate first = LocalDate.Max(tranche.From.First, from), last = LocalDate.Min(tranche.Until.Last, until);
        return new(first, last) { Amount = tranche.Amount is null ? null : Euros.FromCents(567L * Weight(first, last)),
            DecidedOn = tranche.DecidedOn };
    }

    /// <summary>The same cost written a second time, from a day before the next one's.</summary>
    private static Post WithCostSplit(Post post, int which, int cut)
    {
        if (post.Costs.IsEmpty)
            return post;
        int at = which % post.Costs.Length;
        Cost cost = post.Costs[at];
        LocalDate day = cost.From.First.PlusDays(cut);
        // Of two from one day one alone counts: to repeat the other would bring it back.
        bool alone = post.Costs.All(other => ReferenceEquals(other, cost) || other.From.First != cost.From.First
                && !(other.From.First > cost.From.First && other.From.First <= day));
        return alone ? post with { Costs = post.Costs.Insert(at + 1, cost with { From = day }) } : post;
    }

    private static void AssertSame(NaiveAnswer before, NaiveAnswer after, long cents)
    {
        foreach (NaivePost post in before.Posts)
        {
            NaivePost now = after.Post(post.Id);
            Answers.Same(Answers.Horizons(post), Answers.Horizons(now));
            foreach (NaiveYear year in post.Years)
                foreach (FundingView view in Enum.GetValues<FundingView>())
                {
                    (NaiveYearView was, NaiveYearView then) = (year.View(view), now.Year(year.Year).View(view));
                    string what = $"{post.Id} {year.Year} {view}";
                    Answers.Near(year.Cost, now.Year(year.Year).Cost, 0, $"{what} cost");
                    Answers.Near(was.Funding, then.Funding, cents, $"{what} funding");
                    Answers.Near(was.Gap, then.Gap, 0, $"{what} gap");
                    Answers.Near(was.GapAtMost, then.GapAtMost, 0, $"{what} gap at most");
                    Answers.Near(was.Surplus, then.Surplus, 0, $"{what} surplus");
                    Answers.Near(was.Rounding, then.Rounding, cents, $"{what} rounding");
                    Assert.Equal((was.Low, was.High), (then.Low, then.High));
                }
        }
    }
}
