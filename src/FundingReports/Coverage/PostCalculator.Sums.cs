namespace FundingReports.Coverage;

/// <content>Money of sums, which is counted from the commitment's first day so that its cells add up to it.</content>
internal sealed partial class PostCalculator<T>
{
    /// <summary>The cells of sums in one view, and what they must tie to; by strand.</summary>
    private sealed class Sums
    {
        internal required long[][] Cells { get; init; }

        internal required long[] Before { get; init; }

        internal required long[] After { get; init; }

        internal required long[] Unused { get; init; }
    }

    private Sums SumsOf(FundingView view)
    {
        var sums = new Sums { Cells = new long[StrandCount][], Before = new long[StrandCount], After = new long[StrandCount], Unused = new long[StrandCount] };
        for (int i = 0; i < StrandCount; i++)
        {
            sums.Cells[i] = new long[yearCount];
            SumsOf(post.Strands[i], view, sums.Cells[i], out sums.Before[i], out sums.After[i], out sums.Unused[i]);
        }
        return sums;
    }

    private void SumsOf(Strand strand, FundingView view, long[] cells, out long before, out long after, out long unused)
    {
        Span inForce = strand.InForce(view);
        T counted = T.Zero;
        long written = 0;

        before = Next(new Span(Day.FirstOf(0), Day.FirstOf(firstYear)));
        for (int year = 0; year < yearCount; year++)
            cells[year] = Next(new(Day.FirstOf(firstYear + year), Day.FirstOf(firstYear + year + 1)));
        after = Next(new(Day.FirstOf(firstYear + yearCount), Day.Never));
        unused = Unused(strand, inForce, view, counted, written);

        // Cumulative rounding: each period is what the total to its end rounds to, less what was written before.
        long Next(Span period)
        {
            bool unknown = false;
            foreach (ref readonly var segment in strand.Segments.AsSpan())
                if (segment.Rule == Rule.Sum)
                    unknown |= !Count(strand, segment, segment.Span.And(inForce).And(post.Life).And(period), view, ref counted);
            long total = Cents(counted);
            long part = total - written;
            written = total;
            return unknown ? PostFigures.Unknown : part;
        }
    }

    /// <summary>Adds the sure money of some days; false where there is money that is not sure, or has no bound.</summary>
    private bool Count(Strand strand, in Segment segment, Span days, FundingView view, ref T counted)
    {
        if (days.IsEmpty)
            return true;
        T rate = Capped(Times(scale, segment.Rate), segment);
        if (rate == T.Zero)
            return true;
        Span known = new(days.From, Day.Min(days.To, strand.SureBefore));
        Span after = new(Day.Max(days.From, strand.SureBefore), days.To);
        return CountPart(strand, segment, known, view, rate, ref counted) & CountPart(strand, segment, after, view, rate, ref counted);
    }

    private static bool CountPart(Strand strand, in Segment segment, Span days, FundingView view, T rate, ref T counted)
    {
        if (days.IsEmpty)
            return true;
        Worth worth = strand.WorthOf(segment, days.From, view);
        if (worth == Worth.Nothing)
            return true;
        if (days.To == Day.Never)
            return false;
        int weight = days.Weight;
        if (worth == Worth.Possible)
            return weight == 0;
        checked { counted += rate * T.CreateChecked(weight); }
        return true;
    }

    /// <summary>Money of the days on which the strand is in force and the post is not.</summary>
    private long Unused(Strand strand, Span inForce, FundingView view, T active, long activeCents)
    {
        bool known = true;
        T all = active;
        foreach (ref readonly var segment in strand.Segments.AsSpan())
        {
            if (segment.Rule != Rule.Sum)
                continue;
            Span days = segment.Span.And(inForce);
            known &= Count(strand, segment, new(days.From, Day.Min(days.To, post.Life.From)), view, ref all);
            known &= Count(strand, segment, new(Day.Max(days.From, post.Life.To), days.To), view, ref all);
        }
        return known ? Cents(all) - activeCents : PostFigures.Unknown;
    }

    /// <summary>Promised = before + shown + after + unused, in the view that the promise's own status gives it.</summary>
    private SumTie?[] Ties(Sums[] sums)
    {
        var ties = new SumTie?[StrandCount];
        for (int i = 0; i < StrandCount; i++)
        {
            if (!post.Strands[i].IsSum)
                continue;
            var view = post.Strands[i].Agreed ? FundingView.Agreed : FundingView.Announced;
            var own = sums[(int)view];
            long shown = 0;
            foreach (long cell in own.Cells[i])
                shown = SumTie.Sum(shown, cell);
            long promised = SumTie.Sum(SumTie.Sum(own.Before[i], shown), SumTie.Sum(own.After[i], own.Unused[i]));
            ties[i] = new(promised, own.Before[i], shown, own.After[i], own.Unused[i]);
        }
        return ties;
    }
}
