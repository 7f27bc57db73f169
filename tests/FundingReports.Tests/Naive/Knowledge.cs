using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>What exists on the as-of date, and what belongs together.</summary>
internal static class Knowledge
{
    internal static bool IsKnown(PartialDate? decidedOn, LocalDate asOf) => decidedOn is null || decidedOn.Value.First <= asOf;

    internal static string RootOf(Commitment commitment, PortfolioFacts facts)
    {
        while (commitment.Amends is { } id)
            commitment = facts.Commitments.Single(c => c.Id == id);
        return commitment.Id;
    }

    /// <summary>The yearly cost on a day; null where it is unknown.</summary>
    internal static Fraction? CostOn(LocalDate day, IEnumerable<Cost> known)
    {
        Cost? last = null;
        foreach (Cost cost in known)
            if (cost.From.First <= day && (last is null || Rank(cost).CompareTo(Rank(last)) >= 0))
                last = cost;
        return last?.Annual?.Cents;

        static (LocalDate, LocalDate) Rank(Cost cost) => (cost.From.First, cost.DecidedOn?.First ?? LocalDate.MinIsoValue);
    }
}
