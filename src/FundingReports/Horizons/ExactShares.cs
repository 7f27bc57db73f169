using FundingReports.Coverage;

namespace FundingReports.Horizons;

/// <summary>The exact parts of a cost. A figure in millionths is too round to be put in words: 99 999,99 of 100 000 is not the whole.</summary>
internal static class ExactShares
{
    /// <summary>What each strand surely pays on a day, beside its rounded part; null where its terms do not give that figure.</summary>
    /// <param name="strands">The strands of the post.</param>
    /// <param name="day">The day.</param>
    /// <param name="cost">The cost on that day, in cents a year; null where unknown.</param>
    /// <param name="parts">The rounded part of each.</param>
    internal static Ratio?[] On(Strand[] strands, Day day, long? cost, ReadOnlySpan<long> parts)
    {
        var exact = new Ratio?[strands.Length];
        // A remainder is what sums and parts of the cost leave; a balance, what all others do.
        foreach (Rule[] rules in (Rule[][])[[Rule.Sum, Rule.PartOfCost], [Rule.PartOfRemainder], [Rule.Balance]])
        {
            var others = exact.Aggregate(Ratio.Zero, (sum, one) => sum + (one ?? Ratio.Zero));
            for (int s = 0; s < strands.Length; s++)
                if (parts[s] > 0 && Array.Find(strands[s].Segments, segment => segment.Span.From <= day && day < segment.Span.To) is { Span.IsEmpty: false } segment
                    && rules.Contains(segment.Rule) && Of(segment, cost, others) is { } share && Millionths(share) == parts[s])
                    exact[s] = share;
        }
        return exact;
    }

    private static long Millionths(Ratio share) => (long)((share.Numerator * 2_000_000 + share.Denominator) / (2 * share.Denominator));

    private static Ratio? Of(in Segment segment, long? cost, Ratio others)
    {
        if (cost is not > 0 && (segment.Rule is Rule.Sum || segment.Cap is not null))
            return null;
        Ratio rate = segment.Rate.ToRatio(), share = segment.Rule switch
        {
            Rule.Sum => rate.Over(cost!.Value),
            Rule.PartOfCost => rate,
            _ => rate * (Ratio.One - others).OrZero,
        };
        return segment.Cap is { } cap ? Ratio.Min(share, Ratio.Cents(cap).Over(cost!.Value)) : share;
    }
}
