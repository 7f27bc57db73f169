using System.Collections.Immutable;
using FundingReports.Coverage;
using FundingReports.Horizons;
using FundingReports.Portfolios;
using FundingReports.Risk;
using FundingReports.Schedules;
using NodaTime;

namespace FundingReports;

/// <summary>The answers for one post.</summary>
public sealed class PostFunding
{
    private readonly KnownFacts facts;
    // Worked out from the figures when first asked for: a country has a million posts, and few are looked at.
    private readonly Lazy<ImmutableArray<ViewFunding>> views;
    private readonly Lazy<ImmutableArray<PostYear>> years;
    private readonly Lazy<PostRisk?> risk;

    internal PostFunding(KnownFacts facts, PostFigures figures, RiskAssessor risks)
    {
        this.facts = facts;
        Figures = figures;
        Post = facts.Portfolio.Posts[figures.Post];
        views = new(() => [.. Enum.GetValues<FundingView>().Select(view => new ViewFunding(facts, figures, view))]);
        risk = new(() => risks.Of(figures));
        years = new(() => [.. Enumerable.Range(0, figures.Cost.Length).Select(year => new PostYear(facts, figures, year, Missing))]);
    }

    /// <summary>The post.</summary>
    public Post Post { get; }

    /// <summary>The id of the post.</summary>
    public string Id => Post.Id;

    /// <summary>The label of the post.</summary>
    public string Label => Post.Label;

    /// <summary>From firm money only.</summary>
    public ViewFunding Firm => this[FundingView.Firm];

    /// <summary>From granted and signed money.</summary>
    public ViewFunding Agreed => this[FundingView.Agreed];

    /// <summary>From granted, signed and announced money.</summary>
    public ViewFunding Announced => this[FundingView.Announced];

    /// <summary>The answers of one view.</summary>
    public ViewFunding this[FundingView view] => views.Value[(int)view];

    /// <summary>One entry a budget year, from the as-of year on.</summary>
    public ImmutableArray<PostYear> Years => years.Value;

    /// <summary>How likely the post is to stop for want of money; null where it ended before the as-of date.</summary>
    public PostRisk? Risk => risk.Value;

    /// <summary>What would have to be known to make every answer exact.</summary>
    public ImmutableArray<Missing> Missing => Gaps.In(facts, Figures);

    /// <summary>The first day of the answers: the as-of date, or the post's first day where that is later.</summary>
    internal LocalDate FirstDay => LocalDate.Max(facts.AsOf, Figures.Life.From.Date);

    /// <summary>Whether the post is said to cost nothing on its first day, and so counts as funded.</summary>
    internal bool CostsNothing => Figures[FundingView.Agreed].Pieces is [var first, ..] && (first.Facts & Facts.CostOfZero) != 0;

    /// <summary>The promises that have money of some worth on a day in a view.</summary>
    internal IEnumerable<Commitment> PaidOn(LocalDate date, FundingView view)
    {
        Day day = Day.Of(date);
        return Promises(strand => strand.InForce(view).Contains(day)
            && strand.Segments.Any(segment => segment.Span.Contains(day) && strand.WorthOf(segment, day, view) != Worth.Nothing));
    }

    /// <summary>The promises that a view counts on some day from a day on.</summary>
    internal IEnumerable<Commitment> CountedFrom(LocalDate date, FundingView view)
    {
        Span after = new(Day.Of(date), Day.Never);
        return Promises(strand => strand.Segments.Any(segment => !segment.Span.And(strand.InForce(view)).And(after).IsEmpty));
    }

    private IEnumerable<Commitment> Promises(Func<Strand, bool> which) => Figures.Strands.Where(which).Select(strand => facts.Portfolio.Commitments[strand.Commitment]);

    /// <summary>Its agreed promises, period by period, to the end of a budget year.</summary>
    internal IReadOnlyList<SchedulePeriod> Schedule(int lastYear) => Schedule(lastYear, Figures.Strands);

    /// <summary>The same with other strands on the post.</summary>
    internal IReadOnlyList<SchedulePeriod> Schedule(int lastYear, IReadOnlyList<Strand> strands) => SchedulePeriods.Of(Post, facts.AsOf, lastYear, Figures.Life, strands);

    internal PostFigures Figures { get; }
}

/// <summary>The answers for one post in one view.</summary>
public sealed class ViewFunding
{
    internal ViewFunding(KnownFacts facts, PostFigures figures, FundingView view)
    {
        var own = figures[view];
        View = view;
        FullyFunded = HorizonBuilder.Full(facts.AsOf, figures, own);
        PartlyFunded = HorizonBuilder.Part(facts.AsOf, figures, own);
        Pieces = HorizonBuilder.Pieces(own);
        Cliff = HorizonBuilder.Cliff(facts, figures, own);
        Payers = HorizonBuilder.Payers(facts, figures, own);
        Unused = PostYear.Known(own.Unused, [FundingReports.Missing.Term]);
    }

    /// <summary>The view.</summary>
    public FundingView View { get; }

    /// <summary>Until when the whole cost is paid.</summary>
    public FundingHorizon FullyFunded { get; }

    /// <summary>Until when something is paid.</summary>
    public FundingHorizon PartlyFunded { get; }

    /// <summary>The coverage, from the first day to the last breakpoint, in pieces on which it does not change.</summary>
    public ImmutableArray<CoveragePiece> Pieces { get; }

    /// <summary>What ends or steps down on the day after the last surely and fully funded one; null where nothing does.</summary>
    public Cliff? Cliff { get; }

    /// <summary>Who surely pays what part, on the last fully funded day; where there is none, on the first day.</summary>
    public ImmutableArray<Payer> Payers { get; }

    /// <summary>Money of sums on days when the post is not active: reported, never moved.</summary>
    public Knowable<Euros> Unused { get; }
}

/// <summary>The figures of one post in one budget year.</summary>
public sealed class PostYear
{
    private readonly ImmutableArray<YearFunding> views;

    internal PostYear(KnownFacts facts, PostFigures figures, int year, ImmutableArray<Missing> missing)
    {
        Year = figures.FirstYear + year;
        Cost = Known(figures.Cost[year], [Missing.Cost]);
        views = [.. Enum.GetValues<FundingView>().Select(view => new YearFunding(figures, view, year, missing))];
        Cells = [.. figures.Strands.Select((strand, s) => new Cell(
            facts.Portfolio.Commitments[strand.Commitment],
            Known(figures[FundingView.Firm].Cells[year][s], missing),
            Known(figures[FundingView.Agreed].Cells[year][s], missing),
            Known(figures[FundingView.Announced].Cells[year][s], missing)))];
    }

    /// <summary>The budget year, a calendar year.</summary>
    public int Year { get; }

    /// <summary>The cost of the post's days of that year.</summary>
    public Knowable<Euros> Cost { get; }

    /// <summary>What each commitment pays.</summary>
    public ImmutableArray<Cell> Cells { get; }

    /// <summary>From firm money only.</summary>
    public YearFunding Firm => this[FundingView.Firm];

    /// <summary>From granted and signed money.</summary>
    public YearFunding Agreed => this[FundingView.Agreed];

    /// <summary>From granted, signed and announced money.</summary>
    public YearFunding Announced => this[FundingView.Announced];

    /// <summary>The figures of one view.</summary>
    public YearFunding this[FundingView view] => views[(int)view];

    internal static Knowable<Euros> Known(long cents, ImmutableArray<Missing> missing) =>
        cents == PostFigures.Unknown ? Knowable<Euros>.Unknown(missing) : Knowable<Euros>.Known(Euros.FromCents(cents));
}

/// <summary>The figures of one post in one budget year and one view.</summary>
/// <remarks>Where all are known, cost + surplus + rounding = funding + gap, to the cent.</remarks>
public sealed class YearFunding
{
    internal YearFunding(PostFigures figures, FundingView view, int year, ImmutableArray<Missing> missing)
    {
        var own = figures[view];
        Funding = PostYear.Known(own.Funding[year], missing);
        Gap = PostYear.Known(own.Gap[year], missing);
        GapAhead = PostYear.Known(year == 0 ? own.GapAhead : own.Gap[year], missing);
        GapAtMost = PostYear.Known(own.GapAtMost[year], [Missing.Cost]);
        Surplus = PostYear.Known(own.Surplus[year], missing);
        Rounding = PostYear.Known(own.Rounding[year], missing);
        Low = Rate(own.Low[year], missing);
        High = Rate(own.High[year], missing);
    }

    /// <summary>The sum of the cells.</summary>
    public Knowable<Euros> Funding { get; }

    /// <summary>Reste à financer: the sum of the daily shortfalls.</summary>
    public Knowable<Euros> Gap { get; }

    /// <summary>In the as-of year, the gap from the as-of date on; elsewhere the gap.</summary>
    public Knowable<Euros> GapAhead { get; }

    /// <summary>The gap if only sure money comes.</summary>
    public Knowable<Euros> GapAtMost { get; }

    /// <summary>The sum of the daily excesses: money too much in June does not fill a hole in July.</summary>
    public Knowable<Euros> Surplus { get; }

    /// <summary>What rounding leaves: a few cents at most, shown so that every year ties.</summary>
    public Knowable<Euros> Rounding { get; }

    /// <summary>The mean coverage by sure money over the post's days of the year; unknown where it has none.</summary>
    public Knowable<CoverageRate> Low { get; }

    /// <summary>The mean coverage by possible money; unknown where it has no bound.</summary>
    public Knowable<CoverageRate> High { get; }

    private static Knowable<CoverageRate> Rate(long millionths, ImmutableArray<Missing> missing) =>
        millionths == PostFigures.Unknown ? Knowable<CoverageRate>.Unknown(missing) : Knowable<CoverageRate>.Known(new(millionths));
}

/// <summary>What a commitment pays to a post in a budget year, in each view.</summary>
public sealed record Cell(Commitment Commitment, Knowable<Euros> Firm, Knowable<Euros> Agreed, Knowable<Euros> Announced)
{
    /// <summary>What it pays in one view.</summary>
    public Knowable<Euros> this[FundingView view] => view switch
    {
        FundingView.Firm => Firm,
        FundingView.Agreed => Agreed,
        _ => Announced,
    };
}
