using System.Numerics;
using FundingReports.Coverage;

namespace FundingReports.Horizons;

/// <summary>An exact part of a cost. A figure in millionths is too round to be put in words: 99 999,99 of 100 000 is not the whole.</summary>
/// <param name="Numerator">Zero or more.</param>
/// <param name="Denominator">Above zero.</param>
internal readonly record struct ExactShare(BigInteger Numerator, BigInteger Denominator)
{
    private static ExactShare None { get; } = new(0, 1);

    private long Millionths => (long)((Numerator * 2_000_000 + Denominator) / (2 * Denominator));

    internal bool Is(int numerator, int denominator) => Numerator * denominator == Denominator * numerator;

    public static ExactShare operator +(ExactShare left, ExactShare right) =>
        new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    /// <summary>What each strand surely pays on a day, beside its rounded part; null where its terms do not give that figure.</summary>
    /// <param name="strands">The strands of the post.</param>
    /// <param name="day">The day.</param>
    /// <param name="cost">The cost on that day, in cents a year; null where unknown.</param>
    /// <param name="parts">The rounded part of each.</param>
    internal static ExactShare?[] On(Strand[] strands, Day day, long? cost, ReadOnlySpan<long> parts)
    {
        var exact = new ExactShare?[strands.Length];
        // A remainder is what sums and parts of the cost leave; a balance, what all others do.
        foreach (Rule[] rules in (Rule[][])[[Rule.Sum, Rule.PartOfCost], [Rule.PartOfRemainder], [Rule.Balance]])
        {
            var others = exact.Aggregate(None, (sum, one) => sum + (one ?? None));
            for (int s = 0; s < strands.Length; s++)
                if (parts[s] > 0 && Array.Find(strands[s].Segments, segment => segment.Span.From <= day && day < segment.Span.To) is { Span.IsEmpty: false } segment
                    && rules.Contains(segment.Rule) && Of(segment, cost, others) is { } share && share.Millionths == parts[s])
                    exact[s] = share;
        }
        return exact;
    }

    private static ExactShare? Of(in Segment segment, long? cost, ExactShare others)
    {
        BigInteger numerator = (BigInteger)segment.Rate.Numerator, denominator = (BigInteger)segment.Rate.Denominator;
        if (segment.Rule is Rule.Sum)
        {
            if (cost is not > 0)
                return null;
            denominator *= cost.Value;
        }
        else if (segment.Rule is not Rule.PartOfCost)
            (numerator, denominator) = (numerator * BigInteger.Max(BigInteger.Zero, others.Denominator - others.Numerator), denominator * others.Denominator);
        if (segment.Cap is not { } cap)
            return new(numerator, denominator);
        return cost is not > 0 ? null : numerator * cost.Value > cap * denominator ? new(cap, cost.Value) : new(numerator, denominator);
    }
}
