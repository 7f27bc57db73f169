using System.Collections.Immutable;
using FundingReports.Coverage;

namespace FundingReports.Policies;

/// <summary>What each promise pays of a post's cost, between days on which nothing changes. All that is announced and above counts.</summary>
internal sealed class SchemeMoney
{
    private readonly (Day From, long? Cents)[] costs;
    private readonly (Strand Strand, bool Own)[] strands;

    internal SchemeMoney(KnownFacts facts, int post, Func<int, bool> isOwn)
    {
        var subject = PostCase.Of(facts, post, facts.AsOf.Year, new());
        (Life, costs) = (subject.Life, subject.Costs);
        strands = [.. subject.Strands.Select(strand => (strand, isOwn(strand.Commitment)))];
    }

    internal Span Life { get; }

    /// <summary>The days on which a promise pays the post; empty where there is none.</summary>
    internal Span DaysOf(int commitment)
    {
        Span days = Span.Empty;
        foreach (var (strand, _) in strands)
            if (strand.Commitment == commitment)
                foreach (var segment in strand.Segments)
                    if (segment.Span.And(strand.AnnouncedSpan).And(Life) is { IsEmpty: false } span)
                        days = days.IsEmpty ? span : new(Day.Min(days.From, span.From), Day.Max(days.To, span.To));
        return days;
    }

    /// <summary>The pieces of the days, in order, cut at every change and at the given days too.</summary>
    internal IEnumerable<SchemePiece> Pieces(params IEnumerable<Day> cuts)
    {
        var bounds = new SortedSet<Day>(cuts);
        foreach (var (from, _) in costs)
            bounds.Add(from);
        foreach (var (strand, _) in strands)
            foreach (var segment in strand.Segments)
            {
                Span days = segment.Span.And(strand.AnnouncedSpan);
                bounds.UnionWith(days.IsEmpty ? [] : [days.From, days.To]);
            }
        bounds.UnionWith([Life.From, Life.To]);
        bounds.Add(Day.Never);
        Day? start = null;
        foreach (Day bound in bounds)
        {
            if (start is { } from && new Span(from, bound).And(Life) is { IsEmpty: false } span)
                yield return PieceOf(span);
            start = bound;
        }
    }

    private SchemePiece PieceOf(Span span)
    {
        long? cost = CostOn(span.From);
        var parts = new List<SchemePart>();
        RatioRange firstRanks = RatioRange.Zero;
        foreach (var (strand, own) in strands)
            if (strand.AnnouncedSpan.Contains(span.From))
                foreach (var segment in strand.Segments)
                    if (segment.Span.Contains(span.From))
                        parts.Add(new(strand.Commitment, own, segment, FirstRank(segment, cost), cost));
        foreach (var part in parts)
            firstRanks += part.Part;
        // A remainder is what sums and shares leave; a balance what remainders leave too.
        Share(parts, Rule.PartOfRemainder, firstRanks.Rest);
        RatioRange all = RatioRange.Zero;
        foreach (var part in parts)
            all += part.Part;
        Share(parts, Rule.Balance, all.Rest);
        return new(span, [.. parts]);
    }

    private static void Share(List<SchemePart> parts, Rule rule, RatioRange rest)
    {
        for (int i = 0; i < parts.Count; i++)
            if (parts[i].Segment.Rule == rule)
                parts[i] = parts[i] with { Part = rest.Times(parts[i].Segment.Rate.ToRatio()).AtMost(CapOf(parts[i].Segment, parts[i].Cost)) };
    }

    private static RatioRange FirstRank(Segment segment, long? cost) => segment.Rule switch
    {
        Rule.PartOfCost when segment.Cap is null || cost > 0 => RatioRange.Exactly(segment.Rate.ToRatio()).AtMost(CapOf(segment, cost)),
        Rule.PartOfCost => RatioRange.AnyUpTo(segment.Rate.ToRatio()),
        Rule.Sum when cost > 0 => RatioRange.Exactly(segment.Rate.ToRatio().Over(cost.Value)).AtMost(CapOf(segment, cost)),
        Rule.Sum or Rule.Unknown => RatioRange.AnyUpTo(CapOf(segment, cost)),
        _ => RatioRange.Zero,
    };

    private static Ratio? CapOf(Segment segment, long? cost) => segment.Cap is { } cap && cost > 0 ? Ratio.Cents(cap).Over(cost.Value) : null;

    private long? CostOn(Day day)
    {
        long? cost = null;
        foreach (var (from, cents) in costs)
            if (from <= day)
                cost = cents;
        return cost;
    }
}

/// <summary>Days on which nothing changes, and what is paid on them.</summary>
internal sealed record SchemePiece(Span Days, ImmutableArray<SchemePart> Parts)
{
    internal bool OwnPays => Parts.Any(part => part.Own);

    /// <summary>The first of the scheme's promises.</summary>
    internal int FirstOwn => Parts.First(part => part.Own).Commitment;

    internal RatioRange Sum(bool own)
    {
        RatioRange sum = RatioRange.Zero;
        foreach (var part in Parts)
            if (part.Own == own)
                sum += part.Part;
        return sum;
    }
}

/// <summary>What one promise pays of the cost on some days.</summary>
internal readonly record struct SchemePart(int Commitment, bool Own, Segment Segment, RatioRange Part, long? Cost)
{
    /// <summary>The cents a year that it pays; null where that is not known.</summary>
    internal Ratio? YearlyCents => Segment.Rule == Rule.Sum
        ? Segment.Cap is { } cap ? Ratio.Min(Segment.Rate.ToRatio(), Ratio.Cents(cap)) : Segment.Rate.ToRatio()
        : Part.IsExact && Cost is { } cost ? Part.Low * Ratio.Cents(cost) : null;
}
