using System.Numerics;

namespace FundingReports.Coverage;

/// <summary>What the calculation of a post needs to know besides its strands.</summary>
/// <param name="Post">The place of the post in the portfolio.</param>
/// <param name="Life">The days of the post.</param>
/// <param name="Costs">The cost from each day on, in cents a year; null where unknown. Begins with the life of the post, or before.</param>
/// <param name="AsOf">The as-of date.</param>
/// <param name="LastYear">The last budget year shown.</param>
/// <param name="Strands">What is promised to the post, in the portfolio's order.</param>
internal sealed record PostCase(int Post, Span Life, (Day From, long? Cents)[] Costs, Day AsOf, int LastYear, Strand[] Strands);

/// <summary>The calculation of one post, in exact integers over one denominator.</summary>
/// <remarks>
/// Every yearly rate of the post is a whole number of 1/<see cref="scale"/> cents, every amount a whole number of
/// 1/(360 × scale) cents, so nothing is rounded before a cent or a millionth is written. Written once for the three
/// widths of integers: a post takes the narrowest that surely holds it, and arithmetic is checked all the same.
/// </remarks>
/// <typeparam name="T"><see cref="long"/>, <see cref="Int128"/> or <see cref="BigInteger"/>.</typeparam>
internal sealed partial class PostCalculator<T> where T : struct, IBinaryInteger<T>
{
    private static readonly T Two = T.One + T.One;
    private static readonly T Year = T.CreateChecked(360);

    private readonly PostCase post;
    private readonly int firstYear;
    private readonly int yearCount;
    private readonly T scale;
    private readonly Day[] cuts;
    private readonly T[] low;
    private readonly T[] high;
    private readonly int[] paying;
    private readonly bool[] surely;
    private readonly Terms[][] terms;
    private T leftToRemainders;
    private T leftToBalance;

    internal PostCalculator(PostCase post, BigInteger scale)
    {
        this.post = post;
        this.scale = T.CreateChecked(scale);
        firstYear = post.AsOf.Year;
        yearCount = post.LastYear - firstYear + 1;
        low = new T[post.Strands.Length];
        high = new T[post.Strands.Length];
        paying = new int[post.Strands.Length];
        surely = new bool[post.Strands.Length];
        terms = Array.ConvertAll(post.Strands, TermsOf);
        cuts = Cuts();
    }

    private int StrandCount => post.Strands.Length;

    private Day FirstDay => Day.Max(post.AsOf, post.Life.From);

    /// <inheritdoc/>
    public PostFigures Run()
    {
        var costs = new long[yearCount];
        CostsByYear(costs);
        var views = new ViewFigures[3];
        var sums = new Sums[3];
        for (int v = 0; v < views.Length; v++)
        {
            sums[v] = SumsOf((FundingView)v);
            views[v] = ViewOf((FundingView)v, sums[v], costs);
        }
        return new()
        {
            Post = post.Post,
            Strands = post.Strands,
            Life = post.Life,
            FirstYear = firstYear,
            Cost = costs,
            Views = views,
            Ties = Ties(sums),
        };
    }

    /// <summary>Every day on which a rate may change, from the first budget year on, and every new year shown.</summary>
    private Day[] Cuts()
    {
        Day start = Day.Max(post.Life.From, Day.FirstOf(firstYear));
        if (start >= post.Life.To)
            return [];
        var days = new List<Day>(16) { start };
        void Cut(Day day)
        {
            if (start < day && day < post.Life.To)
                days.Add(day);
        }
        Cut(post.AsOf);
        for (int year = firstYear + 1; year <= firstYear + yearCount; year++)
            Cut(Day.FirstOf(year));
        foreach (var (from, _) in post.Costs)
            Cut(from);
        foreach (var strand in post.Strands)
        {
            Cut(strand.SureBefore);
            Cut(strand.AgreedSpan.From);
            Cut(strand.AgreedSpan.To);
            Cut(strand.AnnouncedSpan.From);
            Cut(strand.AnnouncedSpan.To);
            foreach (var segment in strand.Segments)
            {
                Cut(segment.Span.From);
                Cut(segment.Span.To);
            }
        }
        days.Sort();
        int kept = 1;
        for (int i = 1; i < days.Count; i++)
            if (days[i] != days[kept - 1])
                days[kept++] = days[i];
        days.RemoveRange(kept, days.Count - kept);
        return [.. days];
    }

    private Span PieceAt(int i) => new(cuts[i], i + 1 < cuts.Length ? cuts[i + 1] : post.Life.To);

    /// <summary>The year shown that a piece falls in, or -1: pieces after the years shown serve horizons only.</summary>
    private int YearOf(Span piece) => cuts.Length > 0 && piece.From.Year - firstYear is var year && year < yearCount ? year : -1;

    private long? CostOn(Day day)
    {
        long? cost = null;
        foreach (var (from, cents) in post.Costs)
        {
            if (from > day)
                break;
            cost = cents;
        }
        return cost;
    }

    private void CostsByYear(long[] costs)
    {
        for (int i = 0; i < cuts.Length; i++)
        {
            Span piece = PieceAt(i);
            int year = YearOf(piece), weight = year < 0 ? 0 : piece.Weight;
            if (weight == 0 || costs[year] == PostFigures.Unknown)
                continue;
            // Kept in 360ths of a cent until the year is whole.
            costs[year] = CostOn(piece.From) is { } cents ? checked(costs[year] + cents * weight) : PostFigures.Unknown;
        }
        for (int year = 0; year < costs.Length; year++)
            if (costs[year] != PostFigures.Unknown)
                costs[year] = (2 * costs[year] + 360) / 720;
    }

    /// <summary>Half away from zero, for what is never negative.</summary>
    private static T Rounded(T amount, T denominator) => checked((Two * amount + denominator) / (Two * denominator));

    private long Cents(T amount) => long.CreateChecked(Rounded(amount, checked(Year * scale)));

    /// <summary>A ratio of two exact amounts, in millionths, half away from zero.</summary>
    private static long Millionths(T numerator, T denominator)
    {
        // A step wider, for the millionth needs twenty bits more.
        if (typeof(T) == typeof(long))
        {
            Int128 wide = Int128.CreateChecked(numerator) * 2_000_000, by = Int128.CreateChecked(denominator);
            return (long)((wide + by) / (2 * by));
        }
        BigInteger large = BigInteger.CreateChecked(numerator) * 2_000_000, divisor = BigInteger.CreateChecked(denominator);
        return (long)((large + divisor) / (2 * divisor));
    }

    private static bool SameRatio(T left, T leftOf, T right, T rightOf)
    {
        if (leftOf == rightOf)
            return left == right;
        return typeof(T) == typeof(long)
            ? Int128.CreateChecked(left) * Int128.CreateChecked(rightOf) == Int128.CreateChecked(right) * Int128.CreateChecked(leftOf)
            : BigInteger.CreateChecked(left) * BigInteger.CreateChecked(rightOf) == BigInteger.CreateChecked(right) * BigInteger.CreateChecked(leftOf);
    }
}
