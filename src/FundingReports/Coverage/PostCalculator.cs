using System.Numerics;

namespace FundingReports.Coverage;

/// <summary>The calculation of one post, in exact integers over one denominator.</summary>
/// <remarks>
/// Every yearly rate of the post is a whole number of 1/<see cref="scale"/> cents, every amount a whole number of
/// 1/(360 × scale) cents, so nothing is rounded before a cent or a millionth is written. Written once for the three
/// widths of integers: a post takes the narrowest that surely holds it, and arithmetic is checked all the same.
/// What it works in is kept, and grows to the largest post: only the figures are new for each.
/// </remarks>
/// <typeparam name="T"><see cref="long"/>, <see cref="Int128"/> or <see cref="BigInteger"/>.</typeparam>
internal sealed partial class PostCalculator<T> : IPostCalculator where T : struct, IBinaryInteger<T>
{
    private static readonly T Two = T.One + T.One;
    private static readonly T Year = T.CreateChecked(360);

    private PostCase post = null!;
    private int firstYear;
    private int yearCount;
    private T scale;
    private T unit;

    /// <summary>Of each strand, the first strand of the same funder.</summary>
    private int[] funderOf = [];

    private int StrandCount { get; set; }

    private Day FirstDay { get; set; }

    internal PostCalculator<T> Load(PostCase subject, T commonDenominator)
    {
        post = subject;
        StrandCount = post.Strands.Length;
        FirstDay = Day.Max(post.AsOf, post.Life.From);
        scale = commonDenominator;
        unit = checked(Year * scale);
        firstYear = post.FirstYear;
        yearCount = post.LastYear - firstYear + 1;
        LoadTerms();
        Fit(ref funderOf, StrandCount);
        for (int s = 0; s < StrandCount; s++)
            for (funderOf[s] = 0; post.Strands[funderOf[s]].Funder != post.Strands[s].Funder; funderOf[s]++)
                ;
        Cut();
        FitToCuts();
        return this;
    }

    /// <inheritdoc/>
    public PostFigures Run(Lookahead ahead)
    {
        var costs = CostsByYear();
        var views = new ViewFigures[3];
        var ties = StrandCount == 0 ? [] : new SumTie?[StrandCount];
        // The agreed view first: nothing is firm for more than it is agreed for.
        var agreed = views[(int)FundingView.Agreed] = ViewOf(FundingView.Agreed, costs, ties);
        Leaning leaning = LeaningOf(agreed.FullSurely.End, ahead);
        ThinDays thin = new(FirstThin(ahead, Facts.SurelyFull, ofHigh: false), FirstThin(ahead, Facts.PossiblyFull, ofHigh: true));
        long exposure = ExposureAfter(agreed.FullSurely.End);
        KeepAgreed();
        views[(int)FundingView.Firm] = ViewOf(FundingView.Firm, costs, ties);
        views[(int)FundingView.Announced] = NothingIsAnnouncedAlone() ? agreed : ViewOf(FundingView.Announced, costs, ties);
        return new()
        {
            Post = post.Post,
            Strands = post.Strands,
            Life = post.Life,
            FirstYear = firstYear,
            Cost = costs,
            Views = views,
            Ties = ties,
            Leaning = leaning,
            Thin = thin,
            Exposure = exposure,
        };
    }

    /// <summary>Whether the agreed and the announced view count the same money of the same days.</summary>
    private bool NothingIsAnnouncedAlone()
    {
        foreach (var strand in post.Strands)
            // Without one, the announced view has no avenant that the agreed one has not.
            if (!strand.Agreed)
                return false;
        return true;
    }

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

    private long[] CostsByYear()
    {
        var costs = new long[yearCount];
        for (int i = 0; i < cutCount; i++)
        {
            int year = yearOf[i];
            if (weights[i] == 0 || costs[year] == PostFigures.Unknown)
                continue;
            // Kept in 360ths of a cent until the year is whole.
            costs[year] = CostOn(cuts[i]) is { } cents ? checked(costs[year] + cents * weights[i]) : PostFigures.Unknown;
        }
        for (int year = 0; year < costs.Length; year++)
            if (costs[year] != PostFigures.Unknown)
                costs[year] = (2 * costs[year] + 360) / 720;
        return costs;
    }

    /// <summary>Room for what each strand pays on each piece between the cuts.</summary>
    private void FitToCuts()
    {
        Fit(ref low, (cutCount + 1) * StrandCount);
        Fit(ref high, low.Length);
        Fit(ref ifSure, low.Length);
        Fit(ref paying, low.Length);
        Fit(ref surely, low.Length);
        Fit(ref levels, cutCount);
    }

    /// <summary>Makes a scratch array large enough; what it held is lost.</summary>
    private static void Fit<TItem>(ref TItem[] scratch, int length)
    {
        if (scratch.Length < length)
            scratch = new TItem[Math.Max(length, 2 * scratch.Length)];
    }
}
