using System.Collections.Immutable;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Horizons;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports;

/// <summary>The answers for one post.</summary>
[JsonConverter(typeof(NoJson<PostFunding>))]
[DebuggerDisplay("{Label,nq}: {Agreed.FullyFundedUntil}")]
public sealed class PostFunding
{
    private readonly KnownFacts facts;
    private readonly RiskAssessor risks;
    private readonly AssumedFigures assumed;
    // Made from the figures when first asked for: a country has a million posts, and few are looked at.
    private ViewFunding[]? views;
    private PostYear[]? years;
    private PostRisk? risk;

    internal PostFunding(KnownFacts facts, PostFigures figures, RiskAssessor risks, AssumedFigures assumed)
    {
        (this.facts, this.risks, this.assumed) = (facts, risks, assumed);
        Figures = figures;
        Post = facts.Portfolio.Posts[figures.Post];
    }

    /// <summary>The post.</summary>
    public Post Post { get; }

    /// <summary>The id of the post.</summary>
    public string Id => Post.Id;

    /// <summary>The label of the post.</summary>
    public string Label => Post.Label;

    /// <summary>The figures of firm money only.</summary>
    public ViewFunding Firm => this[FundingView.Firm];

    /// <summary>The figures of granted and signed money.</summary>
    public ViewFunding Agreed => this[FundingView.Agreed];

    /// <summary>The figures of granted, signed and announced money.</summary>
    public ViewFunding Announced => this[FundingView.Announced];

    /// <summary>The answers of one view.</summary>
    public ViewFunding this[FundingView view] => (views ?? Once(ref views, MakeViews()))[(int)view.Known()];

    /// <summary>One entry per budget year: from the as-of year on, or from an earlier one where that was asked for.</summary>
    public ImmutableArray<PostYear> Years => ImmutableCollectionsMarshal.AsImmutableArray(years ?? Once(ref years, MakeYears()));

    /// <summary>The figures of a budget year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not among those shown; the message says which are.</exception>
    public PostYear Year(int year) =>
        TryYear(year, out PostYear? shown) ? shown : throw FundingAnalysis.NoSuchYear(year, Years.Select(one => one.Year));

    /// <summary>The figures of a budget year, where it is shown.</summary>
    public bool TryYear(int year, [NotNullWhen(true)] out PostYear? shown)
    {
        int place = year - Figures.FirstYear;
        shown = place >= 0 && place < Years.Length ? Years[place] : null;
        return shown is not null;
    }

    /// <summary>
    /// The funders whose promises the years shown have cells of, in the portfolio's order, each once; none where no year is shown.
    /// </summary>
    public ImmutableArray<Funder> Funders
    {
        get
        {
            if (Years.IsEmpty)
                return [];
            var promising = Years[0].Cells.Select(cell => cell.Commitment.Funder).ToHashSet(StringComparer.Ordinal);
            return [.. facts.Portfolio.Funders.Where(funder => promising.Contains(funder.Id))];
        }
    }

    /// <summary>The budget years from the as-of year on.</summary>
    internal IEnumerable<PostYear> YearsAhead => Years.Where(year => year.Year >= facts.AsOf.Year);

    /// <summary>
    /// Who pays what to the post, and on which days: what every figure of it is read from. Worked out anew at each call.
    /// </summary>
    /// <param name="view">Which money is counted.</param>
    public FundingLedger Ledger(FundingView view) =>
        LedgerReader.Of(facts, Figures.Post, Figures.FirstYear + Figures.Cost.Length - 1, view.Known());

    /// <summary>How likely the post is to stop for want of money; null where it ended before the as-of date.</summary>
    public PostRisk? Risk => risk ?? Once(ref risk, risks.Of(Figures));

    /// <summary>What would have to be known to make every answer exact.</summary>
    public ImmutableArray<Missing> Missing => MissingFacts.In(facts, Figures);

    /// <summary>The assumptions that enter any of its answers, in the portfolio's order.</summary>
    public ImmutableArray<Source> Assumptions => assumed.Of(Post);

    /// <summary>The first day of the answers: the as-of date, or the post's first day where that is later.</summary>
    public LocalDate FirstDay => LocalDate.Max(facts.AsOf, Figures.Life.From.Date);

    /// <summary>Whether the post is said to cost nothing on its first day, and so counts as funded.</summary>
    internal bool CostsNothing => Figures[FundingView.Agreed].Pieces is [var first, ..] && (first.Flags & CoverageFlags.CostOfZero) != 0;

    /// <summary>The promises that have money of some worth on a day in a view.</summary>
    internal IEnumerable<Commitment> PaidOn(LocalDate date, FundingView view)
    {
        DayNumber day = DayNumber.Of(date);
        return Promises(timeline => timeline.InForce(view).Contains(day)
            && timeline.Periods.Any(period => period.Days.Contains(day) && timeline.WorthOf(period, day, view) != MoneyWorth.Nothing));
    }

    /// <summary>The promises that a view counts on some day from a day on.</summary>
    internal IEnumerable<Commitment> CountedFrom(LocalDate date, FundingView view)
    {
        DayRange after = new(DayNumber.Of(date), DayNumber.Never);
        return Promises(timeline => timeline.Periods.Any(period => !period.Days.And(timeline.InForce(view)).And(after).IsEmpty));
    }

    private IEnumerable<Commitment> Promises(Func<CommitmentTimeline, bool> which) =>
        Figures.Timelines.Where(which).Select(timeline => facts.Portfolio.Commitments[timeline.Commitment]);

    internal KnownFacts Facts => facts;

    internal AssumedFigures Assumed => assumed;

    internal PostFigures Figures { get; }

    /// <summary>How many laws of the model its figures break: 0, unless the library has a fault.</summary>
    public int Inconsistencies => SelfCheck.Of(Figures).Count;

    private ViewFunding[] MakeViews() =>
        [new(this, FundingView.Firm), new(this, FundingView.Agreed), new(this, FundingView.Announced)];

    private PostYear[] MakeYears()
    {
        var made = new PostYear[Figures.Cost.Length];
        for (int year = 0; year < made.Length; year++)
            made[year] = new(this, year);
        return made;
    }

    /// <summary>Of two threads that make the same, both get the first one.</summary>
    private static T Once<T>(ref T? kept, T made) where T : class? => Interlocked.CompareExchange(ref kept, made, null) ?? made;
}

/// <summary>The answers for one post in one view.</summary>
[JsonConverter(typeof(NoJson<ViewFunding>))]
[DebuggerDisplay("{FullyFundedUntil}")]
public sealed class ViewFunding
{
    private readonly PostFunding post;
    private FundingHorizon? fully;
    private FundingHorizon? partly;
    private Cliff? cliff;
    private ImmutableArray<CoveragePiece> pieces;
    private ImmutableArray<Payer> payers;

    internal ViewFunding(PostFunding post, FundingView view) => (this.post, View) = (post, view);

    /// <summary>The view.</summary>
    public FundingView View { get; }

    /// <summary>Until when the whole cost is paid.</summary>
    public FundingHorizon FullyFundedUntil => fully ??= HorizonBuilder.Full(post.Facts.AsOf, post.Figures, Own);

    /// <summary>Until when something is paid.</summary>
    public FundingHorizon PartlyFundedUntil => partly ??= HorizonBuilder.Part(post.Facts.AsOf, post.Figures, Own);

    /// <summary>
    /// The assumptions that enter the days until which it is funded, in the portfolio's order; empty where there is none.
    /// </summary>
    public ImmutableArray<Source> Assumptions => post.Assumed.Horizon(post.Post, View);

    /// <summary>The coverage, from the first day to the last breakpoint, in pieces on which it does not change.</summary>
    public ImmutableArray<CoveragePiece> Pieces => !pieces.IsDefault ? pieces : pieces = HorizonBuilder.Pieces(Own);

    /// <summary>What ends or steps down on the day after the last surely and fully funded one; null where nothing does.</summary>
    public Cliff? Cliff => Own.Cliff is null ? null : cliff ??= HorizonBuilder.Cliff(post.Facts, post.Figures, Own);

    /// <summary>Who surely pays what part, on the last fully funded day; where there is none, on the first day.</summary>
    public ImmutableArray<Payer> Payers => !payers.IsDefault ? payers : payers = HorizonBuilder.Payers(post.Facts, post.Figures, Own);

    /// <summary>The day of <see cref="Payers"/>.</summary>
    internal LocalDate DayOfPayers => HorizonBuilder.DayOfPayers(post.Facts, post.Figures, Own);

    /// <summary>Money of sums on days when the post is not active: reported, never moved.</summary>
    public Knowable<Euros> Unused => KnownMoney.Of(Own.Unused, [FundingReports.Missing.Term]);

    private ViewFigures Own => post.Figures[View];
}

/// <summary>The figures of one post in one budget year.</summary>
[JsonConverter(typeof(NoJson<PostYear>))]
[DebuggerDisplay("{Year}: cost {Cost}, gap {Agreed.Gap}")]
public sealed class PostYear
{
    private static readonly ImmutableArray<Missing> noCost = [Missing.Cost];

    private readonly PostFunding post;
    private readonly int year;
    private ImmutableArray<Cell> cells;

    internal PostYear(PostFunding post, int year) => (this.post, this.year) = (post, year);

    /// <summary>The budget year, a calendar year.</summary>
    public int Year => Figures.FirstYear + year;

    /// <summary>The cost of the post's days of that year.</summary>
    public Knowable<Euros> Cost => KnownMoney.Of(Figures.Cost[year], noCost);

    /// <summary>
    /// The assumptions that enter its sums, in the portfolio's order; empty where there is none. Those of one commitment:
    /// <see cref="Cell.Assumptions"/>.
    /// </summary>
    public ImmutableArray<Source> Assumptions => post.Assumed.Year(post.Post, Year);

    /// <summary>The assumptions that enter its cost.</summary>
    public ImmutableArray<Source> CostAssumptions => post.Assumed.Cost(post.Post, Year);

    /// <summary>What each commitment pays.</summary>
    public ImmutableArray<Cell> Cells => !cells.IsDefault ? cells : cells = MakeCells();

    /// <summary>The figures of firm money only.</summary>
    public YearFunding Firm => this[FundingView.Firm];

    /// <summary>The figures of granted and signed money.</summary>
    public YearFunding Agreed => this[FundingView.Agreed];

    /// <summary>The figures of granted, signed and announced money.</summary>
    public YearFunding Announced => this[FundingView.Announced];

    /// <summary>The figures of one view.</summary>
    public YearFunding this[FundingView view] => new(this, view.Known());

    private PostFigures Figures => post.Figures;

    internal ViewFigures FiguresOf(FundingView view) => Figures[view];

    /// <summary>The place of the budget year among those shown.</summary>
    internal int Index => year;

    private ImmutableArray<Commitment> Commitments => post.Facts.Portfolio.Commitments;

    internal Commitment CommitmentOf(int timeline) => Commitments[Figures.Timelines[timeline].Commitment];

    internal ImmutableArray<Missing> MissingIn(FundingView view) =>
        MissingFacts.Of(MissingFacts.BitsOf(Commitments, Figures, year, view));

    internal ImmutableArray<Source> AssumptionsOf(Commitment commitment) => post.Assumed.Money(post.Post, commitment, Year);

    internal Knowable<Euros> MoneyOf(int timeline, FundingView view) =>
        Figures[view].Cells(year)[timeline] is not PostFigures.Unknown and var cents
            ? Knowable<Euros>.Known(Euros.FromCents(cents))
            : Knowable<Euros>.Unknown(MissingFacts.Of(MissingFacts.BitsOfCell(Commitments, Figures, timeline, year, view)));

    private ImmutableArray<Cell> MakeCells()
    {
        var made = new Cell[Figures.Timelines.Length];
        for (int s = 0; s < made.Length; s++)
            made[s] = new(this, s);
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }
}

/// <summary>The figures of one post in one budget year and one view.</summary>
/// <remarks>
/// Where all are known, cost + surplus + rounding = funding + gap, to the cent. It comes from a <see cref="PostYear"/>; the default of
/// this type has no figures.
/// </remarks>
[JsonConverter(typeof(NoJson<YearFunding>))]
[DebuggerDisplay("{Funding}, gap {Gap}")]
public readonly record struct YearFunding
{
    private static readonly ImmutableArray<Missing> noCost = [Missing.Cost];

    private readonly PostYear of;
    private readonly FundingView view;

    internal YearFunding(PostYear of, FundingView view) => (this.of, this.view) = (of, view);

    private ViewFigures Own => of.FiguresOf(view);

    /// <summary>The sum of the cells.</summary>
    public Knowable<Euros> Funding => Money(Own.Funding[of.Index]);

    /// <summary>Reste à financer: the money that is missing in the budget year, in euros, after compensation within it.</summary>
    /// <remarks>
    /// Compensation: a sum that runs through the whole year pays with its excess on some days for what other days lack. A share, a
    /// remainder or a balance is not moved, nor a sum that begins or ends inside the year.
    /// </remarks>
    public Knowable<Euros> Gap => Money(Own.Gap[of.Index]);

    /// <summary>The gap if only sure money comes; known where the cost is.</summary>
    public Knowable<Euros> GapAtMost => KnownMoney.Of(Own.GapAtMost[of.Index], noCost);

    /// <summary>What the budget year has too much, after compensation within it.</summary>
    public Knowable<Euros> Surplus => Money(Own.Surplus[of.Index]);

    /// <summary>What rounding leaves: a few cents at most, shown so that every year ties.</summary>
    public Knowable<Euros> Rounding => Money(Own.Rounding[of.Index]);

    /// <summary>The mean coverage by sure money over the post's days of the year; unknown where it has none.</summary>
    public Knowable<CoverageRate> Low => Rate(Own.Low[of.Index]);

    /// <summary>The mean coverage by possible money; unknown where it has no bound.</summary>
    public Knowable<CoverageRate> High => Rate(Own.High[of.Index]);

    private Knowable<Euros> Money(long cents) => cents == PostFigures.Unknown
        ? Knowable<Euros>.Unknown(of.MissingIn(view)) : Knowable<Euros>.Known(Euros.FromCents(cents));

    private Knowable<CoverageRate> Rate(long millionths) => millionths == PostFigures.Unknown
        ? Knowable<CoverageRate>.Unknown(of.MissingIn(view)) : Knowable<CoverageRate>.Known(new(millionths));
}

/// <summary>What a commitment pays to a post in a budget year, in each view.</summary>
/// <remarks>It comes from a <see cref="PostYear"/>; the default of this type has no figures.</remarks>
[JsonConverter(typeof(NoJson<Cell>))]
[DebuggerDisplay("{Commitment.Id,nq}: firm {Firm}, agreed {Agreed}, announced {Announced}")]
public readonly record struct Cell
{
    private readonly PostYear year;
    private readonly int timeline;

    internal Cell(PostYear year, int timeline) => (this.year, this.timeline) = (year, timeline);

    /// <summary>The commitment.</summary>
    public Commitment Commitment => year.CommitmentOf(timeline);

    /// <summary>From firm money only.</summary>
    public Knowable<Euros> Firm => this[FundingView.Firm];

    /// <summary>From granted and signed money.</summary>
    public Knowable<Euros> Agreed => this[FundingView.Agreed];

    /// <summary>From granted, signed and announced money.</summary>
    public Knowable<Euros> Announced => this[FundingView.Announced];

    /// <summary>The assumptions that enter what it pays, in the portfolio's order; empty where there is none.</summary>
    public ImmutableArray<Source> Assumptions => year.AssumptionsOf(Commitment);

    /// <summary>What it pays in one view.</summary>
    public Knowable<Euros> this[FundingView view] => year.MoneyOf(timeline, view.Known());

    // An avenant that is announced may end what is agreed: each view counts by itself.
    internal bool IsNothing => IsZero(Announced) && IsZero(Agreed) && IsZero(Firm);

    private static bool IsZero(Knowable<Euros> money) => money.TryGet(out var known) && known == Euros.Zero;

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Commitment.Id}: firm {Firm}, agreed {Agreed}, announced {Announced}";
}
