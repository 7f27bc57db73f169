using System.Numerics;

namespace FundingReports.Coverage;

/// <content>Whom a hole concerns, and what the funding of a post leans on.</content>
internal sealed partial class PostCalculator<T> : IPostCalculator
{
    /// <inheritdoc/>
    public long ShortfallOn(Span days, FundingView view)
    {
        Span living = days.And(post.Life);
        if (living.IsEmpty)
            return 0;
        YearTally tally = default;
        Day[] starts = [living.From, .. Boundaries(living.From, living.To)];
        for (int i = 0; i < starts.Length; i++)
        {
            int weight = new Span(starts[i], i + 1 < starts.Length ? starts[i + 1] : living.To).Weight;
            if (weight > 0)
                Tally(ref tally, LevelOn(starts[i], view), T.CreateChecked(weight), ahead: false);
        }
        return tally.GapUnknown ? PostFigures.Unknown : Cents(tally.ShortLow);
    }

    /// <inheritdoc/>
    public EndedMoney EndedBefore(Day hole, FundingView view)
    {
        int? lastFunded = null;
        var ends = Boundaries(post.Life.From, hole).Append(hole).ToList();
        foreach (Facts enough in new[] { Facts.SurelyFull, Facts.SurelyPart })
            for (int i = ends.Count - 1; i >= 0 && lastFunded is null; i--)
                if (ends[i] > post.Life.From && LevelOn(Day.Of(ends[i].Eve), view).Is(enough))
                    lastFunded = i;
        if (lastFunded is not { } last)
            return EndedMoney.None;

        LevelOn(hole, view);
        bool[] paidAfter = [.. Enumerable.Range(0, StrandCount).Select(PaysSurely)];
        T[] after = [.. low];
        Level level = LevelOn(Day.Of(ends[last].Eve), view);
        var strands = new List<int>();
        for (int s = 0; s < StrandCount; s++)
            if (PaysSurely(s) && (!paidAfter[s] || low[s] > after[s]))
                strands.Add(s);
        T[] rates = [.. strands.Select(s => low[s])];
        bool comparable = rates.Length > 0 && rates.All(rate => rate > T.Zero);
        return new([.. strands], Day.Of(ends[last].Eve), comparable ? amount => Allocate(amount, rates) : null);
    }

    /// <inheritdoc/>
    public Leaning LeansOn(FundingView view, Day stepsBefore, Day dependsBefore, Fraction concentration, Func<int, string> funderOf)
    {
        Day end = RunEndOn(view);
        if (end <= FirstDay)
            return Leaning.OnNothing;
        // A 31st weighs nothing, on the first day or on any other: nothing leans on it.
        Day start = FirstDay.WeighsNothing ? Day.After(FirstDay.Date) : FirstDay;
        if (start >= end)
            return Leaning.OnNothing;
        Level first = LevelOn(start, view);
        string? bearer = first.Is(Facts.CostOfZero) ? null : Bearer(first, concentration, funderOf);
        (Day Day, string Funder)? step = null;
        string? dependent = DependentOn(funderOf);
        var before = ByFunder(funderOf);
        Level levelBefore = first;
        foreach (Day boundary in Boundaries(start, Day.Min(end, Day.Max(stepsBefore, dependsBefore))))
        {
            Day day = boundary.WeighsNothing ? Day.After(boundary.Date) : boundary;
            if (day >= end)
                continue;
            Level level = LevelOn(day, view);
            if (day < dependsBefore)
            {
                dependent ??= DependentOn(funderOf);
                bearer ??= level.Is(Facts.CostOfZero) ? null : Bearer(level, concentration, funderOf);
            }
            var now = ByFunder(funderOf);
            if (day < stepsBefore && step is null)
                foreach (var (funder, amount) in before)
                    // Money that was needed, and falls: without it the post was not funded on the eve.
                    if (Falls(amount, levelBefore, now.GetValueOrDefault(funder), level) && levelBefore.Low - amount < levelBefore.Cost)
                        step ??= (day, funder);
            (before, levelBefore) = (now, level);
        }
        return new(bearer, step?.Day, step?.Funder, dependent);
    }

    private Day RunEndOn(FundingView view)
    {
        var levels = new Level[cuts.Length];
        for (int i = 0; i < cuts.Length; i++)
            levels[i] = LevelOn(cuts[i], view);
        return RunEnd(levels, Facts.SurelyFull).End;
    }

    private static bool Falls(T before, in Level levelBefore, T after, in Level level) =>
        // A part of a cost that changes is compared as a part: a dearer post is no step-down of anybody.
        levelBefore.Cost == level.Cost ? after < before : !SameRatio(before, levelBefore.Cost, after, level.Cost) && LessRatio(after, level.Cost, before, levelBefore.Cost) && after < before;

    private static bool LessRatio(T left, T leftOf, T right, T rightOf) => Wide(left) * Wide(rightOf) < Wide(right) * Wide(leftOf);

    /// <summary>The funder without whom at most the rest would be paid; null where there is none.</summary>
    private string? Bearer(in Level level, Fraction concentration, Func<int, string> funderOf)
    {
        T numerator = T.CreateChecked(concentration.Denominator - concentration.Numerator), denominator = T.CreateChecked(concentration.Denominator);
        foreach (var (funder, amount) in ByFunder(funderOf))
            if (amount > T.Zero && Wide(level.Low - amount) * Wide(denominator) <= Wide(level.Cost) * Wide(numerator))
                return funder;
        return null;
    }

    /// <summary>The funder of a remainder or a balance that pays, beside another's money, on the day last worked out.</summary>
    private string? DependentOn(Func<int, string> funderOf)
    {
        T all = T.Zero;
        for (int s = 0; s < StrandCount; s++)
            all += low[s];
        for (int s = 0; s < StrandCount; s++)
            if (low[s] > T.Zero && low[s] < all && terms[s][paying[s]].Rule is Rule.PartOfRemainder or Rule.Balance)
                return funderOf(post.Strands[s].Commitment);
        return null;
    }

    private Dictionary<string, T> ByFunder(Func<int, string> funderOf)
    {
        var money = new Dictionary<string, T>(StringComparer.Ordinal);
        for (int s = 0; s < StrandCount; s++)
        {
            string funder = funderOf(post.Strands[s].Commitment);
            money[funder] = money.GetValueOrDefault(funder) + low[s];
        }
        return money;
    }

    private bool PaysSurely(int s) => paying[s] >= 0 && surely[s] && !terms[s][paying[s]].PaysNothing
        && (terms[s][paying[s]].Rule is Rule.Sum or Rule.Unknown || low[s] > T.Zero);

    /// <summary>The days after one and before another on which something may change, in order.</summary>
    private IEnumerable<Day> Boundaries(Day after, Day before)
    {
        var days = new SortedSet<Day>();
        foreach (var (from, _) in post.Costs)
            days.Add(from);
        foreach (var strand in post.Strands)
        {
            days.UnionWith([strand.SureBefore, strand.AgreedSpan.From, strand.AgreedSpan.To, strand.AnnouncedSpan.From, strand.AnnouncedSpan.To]);
            foreach (var segment in strand.Segments)
                days.UnionWith([segment.Span.From, segment.Span.To]);
        }
        return days.Where(day => after < day && day < before);
    }

    /// <summary>Shares cents in proportion to exact rates, by largest remainder, the first of two equal ones first.</summary>
    private static long[] Allocate(long cents, T[] rates)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (T rate in rates)
            sum += Wide(rate);
        var parts = new long[rates.Length];
        var remainders = new BigInteger[rates.Length];
        long left = cents;
        for (int i = 0; i < rates.Length; i++)
        {
            var whole = BigInteger.DivRem(Wide(rates[i]) * cents, sum, out remainders[i]);
            parts[i] = (long)whole;
            left -= parts[i];
        }
        for (; left > 0; left--)
        {
            int largest = LargestRemainder.IndexOfLargest<BigInteger>(remainders);
            remainders[largest] = -1;
            parts[largest]++;
        }
        return parts;
    }
}
