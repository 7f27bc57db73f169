namespace FundingReports.Ledger;

// The days on which something may change, and the periods between them.
internal sealed partial class PostLedger<T>
{
    private DayNumber[] starts = [];
    private int[] weights = [];
    private int[] yearOf = [];
    private DayNumber endsBefore;

    // What no view changes, found once for all views: the cost of each period, also in parts, and which term of each timeline runs in it.
    private long?[] costs = [];
    private T[] packedCosts = [];
    private int[] running = [];

    /// <summary>How many periods there are.</summary>
    internal int PeriodCount { get; private set; }

    /// <summary>The first day of each period. A period ends on the eve of the next one; the last, with the range that was cut.</summary>
    internal DayNumber[] Starts => starts;

    /// <summary>
    /// The weight of each period in thirtieths of months, where it falls in a budget year shown; 0 for later periods, which serve horizons
    /// only. Set by <see cref="CutYears"/> alone.
    /// </summary>
    internal int[] Weights => weights;

    /// <summary>The cost of the post in each period, in cents a year; null where unknown.</summary>
    internal long?[] Costs => costs;

    /// <summary>The year of each period, counted from the first shown. Set by <see cref="CutYears"/> alone.</summary>
    internal int[] YearOf => yearOf;

    /// <summary>Every day on which a rate may change, from the first budget year on, and every new year shown.</summary>
    internal void CutYears()
    {
        Cut(DayNumber.Max(Post.Life.From, DayNumber.FirstOf(FirstYear)), Post.Life.To, withYears: true);
        Fit(ref weights, PeriodCount);
        Fit(ref yearOf, PeriodCount);
        for (int i = 0; i < PeriodCount; i++)
        {
            yearOf[i] = starts[i].Year - FirstYear;
            weights[i] = yearOf[i] < YearCount ? PeriodAt(i).Weight : 0;
        }
    }

    /// <summary>
    /// Cuts the days from <paramref name="start"/> to the eve of <paramref name="before"/> into periods on which nothing changes.
    /// </summary>
    /// <param name="start">The first day.</param>
    /// <param name="before">The first day after them.</param>
    /// <param name="withYears">Whether each new year shown, and the as-of date, begin a period too.</param>
    internal void Cut(DayNumber start, DayNumber before, bool withYears)
    {
        (filled, agreedKept, PeriodCount, endsBefore) = (null, false, 0, before);
        if (start >= before)
            return;
        // After the years shown, each day of change may add the first and the last day of its year.
        int ofFacts = Post.Costs.Length + 3 * TimelineCount + 2 * firstTerm[TimelineCount];
        Fit(ref starts, 2 + YearCount + (withYears ? 3 : 1) * ofFacts);
        starts[0] = start;
        int count = 1;
        if (withYears)
        {
            Add(Post.AsOf);
            for (int year = FirstYear + 1; year <= FirstYear + YearCount; year++)
                Add(DayNumber.FirstOf(year));
        }
        foreach (var (from, _) in Post.Costs)
            Add(from);
        foreach (var timeline in Post.Timelines)
        {
            // It begins where the first of its terms does.
            Add(timeline.SureBefore);
            Add(timeline.AnnouncedDays.To);
            Add(timeline.AgreedDays.To);
        }
        for (int t = 0; t < firstTerm[TimelineCount]; t++)
        {
            Add(terms[t].Days.From);
            Add(terms[t].Days.To);
        }
        if (withYears)
            AddYearsOfChange();
        var days = starts.AsSpan(0, count);
        days.Sort();
        PeriodCount = 1;
        foreach (DayNumber day in days)
            if (day != starts[PeriodCount - 1])
                starts[PeriodCount++] = day;
        FindCosts();
        FindRunning();

        // Money compensates within a budget year: after the years shown too, each year in which something changes is cut as a whole.
        void AddYearsOfChange()
        {
            DayNumber shownBefore = DayNumber.FirstOf(FirstYear + YearCount);
            for (int i = count - 1; i >= 0; i--)
                if (starts[i] > shownBefore)
                {
                    Add(DayNumber.FirstOf(starts[i].Year));
                    Add(DayNumber.FirstOf(starts[i].Year + 1));
                }
        }

        void Add(DayNumber day)
        {
            if (start < day && day < before)
                starts[count++] = day;
        }
    }

    private void FindCosts()
    {
        Fit(ref costs, PeriodCount);
        Fit(ref packedCosts, PeriodCount);
        int next = 0;
        long? cost = null;
        for (int i = 0; i < PeriodCount; i++)
        {
            while (next < Post.Costs.Length && Post.Costs[next].From <= starts[i])
                cost = Post.Costs[next++].Cents;
            (costs[i], packedCosts[i]) = (cost, checked(T.CreateChecked(cost ?? 0) * Scale));
        }
    }

    /// <summary>The place of the term of each timeline that runs in each period, or -1: terms and periods both go forward.</summary>
    private void FindRunning()
    {
        Fit(ref running, PeriodCount * TimelineCount);
        for (int s = 0; s < TimelineCount; s++)
        {
            int term = firstTerm[s], after = firstTerm[s + 1];
            for (int i = 0; i < PeriodCount; i++)
            {
                while (term < after && terms[term].Days.To <= starts[i])
                    term++;
                running[i * TimelineCount + s] = term < after && terms[term].Days.From <= starts[i] ? term : -1;
            }
        }
    }

    /// <summary>The days of a period.</summary>
    internal DayRange PeriodAt(int i) => new(starts[i], i + 1 < PeriodCount ? starts[i + 1] : endsBefore);

    /// <summary>The period that contains a day of the range that was cut.</summary>
    internal int PeriodOn(DayNumber day)
    {
        int i = starts.AsSpan(0, PeriodCount).BinarySearch(day);
        return i >= 0 ? i : ~i - 1;
    }
}
