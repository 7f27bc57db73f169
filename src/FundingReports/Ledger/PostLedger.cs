using System.Numerics;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Ledger;

/// <summary>
/// The ledger of one post in packed form, in exact integers over one denominator: periods on which nothing changes, and for each what
/// every commitment pays in one view. All figures, requests and schedules read it; nothing else cuts the time into periods.
/// </summary>
/// <remarks>
/// Every yearly rate of the post is a whole number of 1/<see cref="Scale"/> cents, and every amount a whole number of 1/(360 × scale)
/// cents, so nothing is rounded before a cent or a millionth is written. The class is generic over three widths of integers: a post takes
/// the narrowest that surely holds it, and arithmetic is checked all the same. The arrays are kept from one post to the next and grow to
/// the largest post: allocating them for each post took a third of the time of a stream.
/// </remarks>
/// <typeparam name="T"><see cref="long"/>, <see cref="Int128"/> or <see cref="BigInteger"/>.</typeparam>
internal sealed partial class PostLedger<T> where T : struct, IBinaryInteger<T>
{
    private static readonly T Year = T.CreateChecked(360);

    private int[] funderOf = [];

    // The view that the periods are filled with, if any, and whether the agreed money of the same periods was kept.
    private FundingView? filled;
    private bool agreedKept;
    private bool countsAsPromised;

    internal PostCase Post { get; private set; } = null!;

    /// <summary>How many commitments have a timeline on the post.</summary>
    internal int TimelineCount { get; private set; }

    /// <summary>The first day of the answers: the as-of date, or the post's own first day where it is later.</summary>
    internal DayNumber FirstDay { get; private set; }

    /// <summary>The first budget year shown.</summary>
    internal int FirstYear { get; private set; }

    /// <summary>How many budget years are shown.</summary>
    internal int YearCount { get; private set; }

    /// <summary>How many parts a cent a year has.</summary>
    internal T Scale { get; private set; }

    /// <summary>How many parts a cent has, where money is counted over thirtieths of months.</summary>
    internal T Unit { get; private set; }

    /// <summary>For each timeline, the first timeline of the same funder.</summary>
    internal int[] FunderOf => funderOf;

    /// <summary>Takes a post; who asks then cuts its time into periods.</summary>
    internal PostLedger<T> Load(PostCase post, T scale)
    {
        Post = post;
        TimelineCount = post.Timelines.Length;
        FirstDay = DayNumber.Max(post.AsOf, post.Life.From);
        Scale = scale;
        Unit = checked(Year * scale);
        FirstYear = post.FirstYear;
        YearCount = post.LastYear - FirstYear + 1;
        LoadTerms();
        Fit(ref funderOf, TimelineCount);
        for (int s = 0; s < TimelineCount; s++)
            for (funderOf[s] = 0; post.Timelines[funderOf[s]].Funder != post.Timelines[s].Funder; funderOf[s]++)
                ;
        return this;
    }

    /// <summary>
    /// Works out every period in a view. The firm view needs the agreed one, which is worked out first where it was not.
    /// </summary>
    /// <param name="view">The view.</param>
    /// <param name="asPromised">
    /// Whether every commitment in force pays what it promises, sure or not, and a cost of zero is taken as unknown: the rules of a scheme
    /// look at the post in this way.
    /// </param>
    internal void Fill(FundingView view, bool asPromised = false)
    {
        countsAsPromised = asPromised;
        if (view == FundingView.Firm && !agreedKept)
        {
            if (filled != FundingView.Agreed)
                FillWith(FundingView.Agreed);
            KeepAgreed();
        }
        FillWith(view);
    }

    private void FillWith(FundingView view)
    {
        LookAt(view);
        for (int i = 0; i < PeriodCount; i++)
            levels[i] = LevelOf(i);
        filled = view;
    }

    /// <summary>An exact amount in whole cents, half away from zero.</summary>
    internal long Cents(T amount) => long.CreateChecked(Rounded(amount, Unit));

    /// <summary>An exact yearly rate in whole cents a year, half away from zero.</summary>
    internal long YearlyCents(T rate) => long.CreateChecked(Rounded(rate, Scale));

    /// <summary>Makes an array at least as long as asked, kept where it already is; its content is lost.</summary>
    internal static void Fit<TItem>(ref TItem[] kept, int length)
    {
        if (kept.Length < length)
            kept = new TItem[Math.Max(length, 2 * kept.Length)];
    }
}
