using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>What exists on the as-of date, and what belongs together.</summary>
internal static class Knowledge
{
    /// <summary>Whether something decided on a day exists: a vague date counts from its last day.</summary>
    internal static bool IsKnown(PartialDate? decidedOn, LocalDate asOf) => decidedOn is null || decidedOn.Value.Last <= asOf;

    internal static string RootOf(Commitment commitment, PortfolioFacts facts)
    {
        while (commitment.Amends is not null)
            commitment = Amended(commitment, facts)!;
        return commitment.Id;
    }

    /// <summary>The term of a commitment: an amendment that gives none keeps that of what it amends.</summary>
    internal static Term TermOf(Commitment commitment, PortfolioFacts facts)
    {
        while (commitment.Until.IsUnknown && Amended(commitment, facts) is { } amended)
            commitment = amended;
        return commitment.Until;
    }

    /// <summary>
    /// The line of a commitment, in order: an amendment after what it amends; else by the first day, then by the decision, then as
    /// written.
    /// </summary>
    internal static IReadOnlyList<Commitment> LineOf(Commitment commitment, PortfolioFacts facts, LocalDate asOf)
    {
        string root = RootOf(commitment, facts);
        List<Commitment> waiting = [.. facts.Commitments.Where(c => Exists(c, asOf) && RootOf(c, facts) == root)];
        var line = new List<Commitment>();
        while (waiting.Count > 0)
        {
            Commitment next = waiting
                .Where(c => !Ancestors(c, facts).Any(waiting.Contains))
                .OrderBy(c => c.From.First).ThenBy(c => c.DecidedOn?.Last ?? LocalDate.MaxIsoValue)
                    .ThenBy(c => facts.Commitments.IndexOf(c))
                .First();
            waiting.Remove(next);
            line.Add(next);
        }
        return line;
    }

    /// <summary>The first day of its withdrawal, if that is known.</summary>
    internal static LocalDate? WithdrawnFrom(Commitment commitment, LocalDate asOf) =>
        commitment.Withdrawn is { } withdrawal && IsKnown(withdrawal.DecidedOn, asOf) ? withdrawal.From.First : null;

    /// <summary>The yearly cost on a day; null where it is unknown.</summary>
    internal static Fraction? CostOn(LocalDate day, IEnumerable<Cost> known)
    {
        Cost? last = null;
        foreach (Cost cost in known)
            if (cost.From.First <= day && (last is null || Rank(cost).CompareTo(Rank(last)) >= 0))
                last = cost;
        return last?.Annual?.Cents;

        static (LocalDate, LocalDate) Rank(Cost cost) => (cost.From.First, cost.DecidedOn?.Last ?? LocalDate.MinIsoValue);
    }

    // Decided, and not withdrawn before it began.
    private static bool Exists(Commitment commitment, LocalDate asOf) =>
        IsKnown(commitment.DecidedOn, asOf) && !(WithdrawnFrom(commitment, asOf) <= commitment.From.First);

    private static Commitment? Amended(Commitment commitment, PortfolioFacts facts) =>
        commitment.Amends is { } id ? facts.Commitments.Single(c => c.Id == id) : null;

    private static IEnumerable<Commitment> Ancestors(Commitment commitment, PortfolioFacts facts)
    {
        while (Amended(commitment, facts) is { } amended)
            yield return commitment = amended;
    }
}
