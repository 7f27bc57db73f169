namespace FundingReports.Coverage;

/// <content>The days on which something may change, and the pieces between them.</content>
internal sealed partial class PostCalculator<T>
{
    private Day[] cuts = [];
    private int cutCount;

    /// <summary>Of each piece, its weight where it falls in a year shown; 0 elsewhere: those after serve horizons only.</summary>
    private int[] weights = [];

    /// <summary>Of each piece, the year that it falls in, counted from the first shown.</summary>
    private int[] yearOf = [];

    /// <summary>Every day on which a rate may change, from the first budget year on, and every new year shown.</summary>
    private void Cut()
    {
        cutCount = 0;
        Day start = Day.Max(post.Life.From, Day.FirstOf(firstYear));
        if (start >= post.Life.To)
            return;
        Breakpoints(start, post.Life.To, withYears: true);
        Fit(ref weights, cutCount);
        Fit(ref yearOf, cutCount);
        for (int i = 0; i < cutCount; i++)
        {
            yearOf[i] = cuts[i].Year - firstYear;
            weights[i] = yearOf[i] < yearCount ? PieceAt(i).Weight : 0;
        }
    }

    /// <summary>Sets the cuts: a first day, and those after it and before another on which something may change, in order.</summary>
    private void Breakpoints(Day start, Day before, bool withYears)
    {
        // After the years shown, each day of change may bring the two ends of its year.
        int ofFacts = post.Costs.Length + 3 * StrandCount + 2 * firstTerm[StrandCount];
        Fit(ref cuts, 2 + yearCount + (withYears ? 3 : 1) * ofFacts);
        cuts[0] = start;
        int count = 1;
        if (withYears)
        {
            Add(post.AsOf);
            for (int year = firstYear + 1; year <= firstYear + yearCount; year++)
                Add(Day.FirstOf(year));
        }
        foreach (var (from, _) in post.Costs)
            Add(from);
        foreach (var strand in post.Strands)
        {
            // It begins where the first of its terms does.
            Add(strand.SureBefore);
            Add(strand.AnnouncedSpan.To);
            Add(strand.AgreedSpan.To);
        }
        for (int t = 0; t < firstTerm[StrandCount]; t++)
        {
            Add(terms[t].Days.From);
            Add(terms[t].Days.To);
        }
        if (withYears)
            AddYearsOfChange();
        var days = cuts.AsSpan(0, count);
        days.Sort();
        cutCount = 1;
        foreach (Day day in days)
            if (day != cuts[cutCount - 1])
                cuts[cutCount++] = day;

        // Compensation is within a budget year: after those shown too, each year in which something changes is seen whole.
        void AddYearsOfChange()
        {
            Day shownBefore = Day.FirstOf(firstYear + yearCount);
            for (int i = count - 1; i >= 0; i--)
                if (cuts[i] > shownBefore)
                {
                    Add(Day.FirstOf(cuts[i].Year));
                    Add(Day.FirstOf(cuts[i].Year + 1));
                }
        }

        void Add(Day day)
        {
            if (start < day && day < before)
                cuts[count++] = day;
        }
    }

    private Span PieceAt(int i) => new(cuts[i], i + 1 < cutCount ? cuts[i + 1] : post.Life.To);

    private int PieceOn(Day day)
    {
        int i = cuts.AsSpan(0, cutCount).BinarySearch(day);
        return i >= 0 ? i : ~i - 1;
    }
}
