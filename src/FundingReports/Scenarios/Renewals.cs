using System.Collections.Immutable;
using FundingReports.Coverage;
using FundingReports.Portfolios;
using FundingReports.Schedules;
using NodaTime;

namespace FundingReports.Scenarios;

/// <summary>What agreed promises would be if each were renewed, on its own terms, to the end of the years shown.</summary>
/// <remarks>Terms as scenario@1 renews them: the last step of a degressive schedule is held, a total becomes the same sum a year.</remarks>
internal static class Renewals
{
    /// <summary>The portfolio with the renewals at its end; the portfolio itself where there is none.</summary>
    internal static Portfolio Of(FundingAnalysis analysis)
    {
        var facts = analysis.Portfolio.Facts;
        ImmutableArray<Commitment> renewed = [.. analysis.Commitments.Select(tie => tie.Commitment).Select(commitment => Renewed(analysis, commitment)).OfType<Commitment>()];
        if (renewed.IsEmpty)
            return analysis.Portfolio;
        try
        {
            return Portfolio.Create(facts with { Commitments = facts.Commitments.AddRange(renewed) });
        }
        catch (PortfolioException)
        {
            // An id already taken, say: the simulation then has nothing to renew.
            return analysis.Portfolio;
        }
    }

    /// <summary>The schedule of each post, in the portfolio's order, with such renewals.</summary>
    internal static IReadOnlyList<IReadOnlyList<SchedulePeriod>> Schedules(FundingAnalysis analysis, Portfolio renewed)
    {
        var facts = new KnownFacts(renewed, analysis.AsOf);
        return [.. analysis.Posts.Select((post, p) => post.Schedule(analysis.Through.Year, StrandBuilder.Build(facts, p)))];
    }

    private static Commitment? Renewed(FundingAnalysis analysis, Commitment commitment)
    {
        if (!commitment.IsAgreed || commitment.Amount is Amount.Unknown || LastDay(analysis, commitment) is not { } last || last >= LastShown(analysis)
            || analysis.Portfolio.Commitments.Any(other => other.Amends == commitment.Id))
            return null;
        return commitment with
        {
            Id = commitment.Id + "/R",
            From = last.PlusDays(1),
            Until = LastShown(analysis),
            Amount = Held(commitment),
            Instalments = [],
            DecidedOn = null,
            Amends = null,
            Withdrawn = null,
        };
    }

    private static LocalDate LastShown(FundingAnalysis analysis) => new(analysis.Through.Year, 12, 31);

    private static LocalDate? LastDay(FundingAnalysis analysis, Commitment commitment)
    {
        LocalDate? last = commitment.Until.Until?.Last;
        int? steps = commitment.Amount switch { Amount.YearlyAmounts sums => sums.Steps.Length, Amount.YearlyShares shares => shares.Steps.Length, _ => null };
        if (steps is { } count && commitment.From.First.PlusYears(count).PlusDays(-1) is var scheduled && !(last < scheduled))
            last = scheduled;
        if (commitment.Withdrawn is { } withdrawn && withdrawn.DecidedOn.First <= analysis.AsOf && withdrawn.From.First.PlusDays(-1) is var eve && !(last < eve))
            last = eve;
        return last;
    }

    private static Amount Held(Commitment commitment) => commitment.Amount switch
    {
        Amount.Total total => new Amount.Annual(AYear(total.Sum, new(Day.Of(commitment.From.First), Day.After(commitment.Until.Until!.Value.Last)))),
        Amount.YearlyAmounts steps => new Amount.Annual(steps.Steps[^1]),
        Amount.YearlyShares steps => new Amount.OfCost(steps.Steps[^1]),
        var other => other,
    };

    private static Euros AYear(Euros total, Span period) => Euros.FromCents((long)((2 * (Int128)total.Cents * 360 + period.Weight) / (2 * period.Weight)));
}
