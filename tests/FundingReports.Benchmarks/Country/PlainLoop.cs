using NodaTime;

namespace FundingReports.Benchmarks.Country;

/// <summary>
/// The limit: horizons, cells, years and risk of each post by one loop over plain arrays, in 64-bit integers,
/// as somebody would write it for the benchmark's posts alone. Nothing is checked, nothing can be asked afterwards.
/// </summary>
internal sealed partial class PlainLoop
{
    private const int Firm = 0, Agreed = 1, Announced = 2;
    private const int SurelyFull = 1, PossiblyFull = 2, SurelyPart = 4, PossiblyPart = 8;

    private readonly PlainPosts posts;
    private readonly int asOf, firstYear, years, lines;
    private readonly int thinBefore, highBefore, moderateBefore, stepBefore;
    private readonly int[] cuts = new int[64], weightOn = new int[64], factsOn = new int[64];
    private readonly long[] costOn = new long[64], lowOn = new long[64], highOn = new long[64];
    // Of each year, the first of its cuts; one entry more says where the last year ends.
    private readonly int[] firstCut;
    private readonly long[] low, high, lowAt, parts, remainders;
    private readonly int[] paying;
    private readonly bool[] sure, partUnknown;
    private readonly PlainView announced;
    private int cutCount;

    internal PlainLoop(PlainPosts posts, LocalDate asOf, int lastYear, int mostLines)
    {
        this.posts = posts;
        (this.asOf, firstYear, years, lines) = (PlainDay.Of(asOf), asOf.Year, lastYear - asOf.Year + 1, mostLines);
        (thinBefore, highBefore) = (PlainDay.Of(asOf.PlusMonths(6)), PlainDay.FirstOf(asOf.Year + 2));
        (moderateBefore, stepBefore) = (PlainDay.Of(asOf.PlusMonths(36)), PlainDay.Of(asOf.PlusMonths(24)));
        (low, high, remainders, paying, sure) = (new long[lines], new long[lines], new long[lines], new int[lines], new bool[lines]);
        (lowAt, parts, partUnknown) = (new long[64 * lines], new long[years * lines], new bool[years * lines]);
        firstCut = new int[years + 1];
        Figures = new(years, lines);
        announced = Figures.Views[Announced];
    }

    /// <summary>The figures of the post last worked out.</summary>
    internal PlainFigures Figures { get; }

    /// <summary>Works out a post.</summary>
    internal void Answer(int post)
    {
        Cut(post);
        Weigh();
        for (int i = 0; i < cutCount; i++)
            costOn[i] = CostOn(post, cuts[i]) * posts.Scale[post];
        CostsByYear(post);
        Answer(post, Firm);
        Answer(post, Agreed);
        // Where all is agreed, the announced view is of the same money on the same days.
        bool apart = posts.Agreed.AsSpan(posts.FirstLine[post]..posts.FirstLine[post + 1]).Contains(false);
        Figures.Views[Announced] = apart ? announced : Figures.Views[Agreed];
        if (apart)
            Answer(post, Announced);
    }

    private void Cut(int post)
    {
        cutCount = 0;
        int start = Math.Max(posts.From[post], PlainDay.FirstOf(firstYear));
        Add(start);
        Add(asOf);
        for (int year = 1; year <= years; year++)
            Add(PlainDay.FirstOf(firstYear + year));
        for (int i = posts.FirstCost[post]; i < posts.FirstCost[post + 1]; i++)
            Add(posts.CostFrom[i]);
        for (int term = posts.FirstTerm[posts.FirstLine[post]]; term < posts.FirstTerm[posts.FirstLine[post + 1]]; term++)
        {
            Add(posts.TermFrom[term]);
            Add(posts.TermTo[term]);
        }

        // Kept in order, each day once.
        void Add(int day)
        {
            if (day < start)
                return;
            int at = cutCount;
            while (at > 0 && cuts[at - 1] > day)
                at--;
            if (at > 0 && cuts[at - 1] == day)
                return;
            Array.Copy(cuts, at, cuts, at + 1, cutCount - at);
            cuts[at] = day;
            cutCount++;
        }
    }

    private int EndOf(int cut) => cut + 1 < cutCount ? cuts[cut + 1] : PlainDay.Never;

    /// <summary>The weight of each cut's days, and the cuts of each year: every year shown begins with one.</summary>
    /// <remarks>Nothing changes after the years shown.</remarks>
    private void Weigh()
    {
        int i = 0;
        for (int year = 0; year < years; year++)
        {
            int end = PlainDay.FirstOf(firstYear + year + 1);
            for (firstCut[year] = i; cuts[i] < end; i++)
                weightOn[i] = PlainDay.Weight(cuts[i], cuts[i + 1]);
        }
        firstCut[years] = i;
    }

    private long CostOn(int post, int day)
    {
        int at = posts.FirstCost[post];
        while (at + 1 < posts.FirstCost[post + 1] && posts.CostFrom[at + 1] <= day)
            at++;
        return posts.Cost[at];
    }

    private void CostsByYear(int post)
    {
        long unit = 360 * posts.Scale[post];
        for (int year = 0; year < years; year++)
        {
            long cost = 0;
            for (int i = firstCut[year]; i < firstCut[year + 1]; i++)
                cost += costOn[i] * weightOn[i];
            Figures.Cost[year] = Rounded(cost, unit);
        }
    }

    private static long Rounded(long amount, long unit) => (2 * amount + unit) / (2 * unit);
}
