using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Portfolios;
using FundingReports.Reports.Texts;
using FundingReports.Totals;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>What every sheet is built from.</summary>
internal sealed class ReportContext
{
    private readonly Dictionary<string, Funder> funders;
    private readonly Dictionary<string, Source> sources;
    private readonly Dictionary<string, Post> posts, writtenPosts;
    private readonly Dictionary<string, CoverageReader> coverages = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Post, int Year), Marks> marks = [];
    private readonly Dictionary<string, CommitmentBalance> balances;
    private readonly Dictionary<string, int> places;
    private Dictionary<string, int>? numbers;
    private ImmutableArray<ToDo> toDo;

    /// <param name="analysis">The answers.</param>
    /// <param name="texts">The words.</param>
    /// <param name="written">The facts as the checks read them; those of the answers where they are not given.</param>
    /// <param name="keepsFormulas">Whether cells keep how they are worked out: not where their values alone are asked for.</param>
    /// <param name="cancellation">Looked at before each figure of a sheet.</param>
    internal ReportContext(
        FundingAnalysis analysis, ReportTexts texts, Portfolio? written = null, bool keepsFormulas = true,
            CancellationToken cancellation = default)
    {
        Cancellation = cancellation;
        Analysis = analysis;
        Written = written ?? analysis.Portfolio;
        writtenPosts = Written.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        Texts = texts;
        funders = analysis.Portfolio.Funders.ToDictionary(funder => funder.Id, StringComparer.Ordinal);
        posts = analysis.Portfolio.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        places = analysis.Posts.Index().ToDictionary(at => at.Item.Id, at => at.Index, StringComparer.Ordinal);
        Grid = new(texts.Signs, keepsFormulas, cancellation);
        balances = analysis.CommitmentBalances.ToDictionary(balance => balance.Commitment.Id, StringComparer.Ordinal);
        sources = analysis.Portfolio.Facts.Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
    }

    internal FundingAnalysis Analysis { get; }

    /// <summary>Looked at while sheets are made: a caller may leave.</summary>
    internal CancellationToken Cancellation { get; }

    /// <summary>The answers post by post, with a look before each whether they are still wanted.</summary>
    internal IEnumerable<PostFunding> Posts => Analysis.Posts.Watched(Cancellation);

    /// <summary>The promises, in the portfolio's order, with a look before each.</summary>
    internal IEnumerable<Commitment> Commitments => Analysis.Portfolio.Commitments.Watched(Cancellation);

    /// <summary>The answers for the posts of a promise, in the portfolio's order.</summary>
    internal IEnumerable<PostFunding> PostsOf(Commitment commitment) =>
        commitment.Posts.Distinct().Select(id => places[id]).Order().Select(place => Analysis.Posts[place]);

    /// <summary>The number of a promise in the portfolio, from 1; 0 where it is not there.</summary>
    internal int NumberOf(string commitment) => (numbers ??= Analysis.Portfolio.Commitments.Index()
        .ToDictionary(at => at.Item.Id, at => at.Index + 1, StringComparer.Ordinal)).GetValueOrDefault(commitment);

    /// <summary>The facts as they are written, which the checks read by themselves.</summary>
    internal Portfolio Written { get; }

    internal Post PostAsWritten(string id) => writtenPosts[id];

    internal ReportTexts Texts { get; }

    internal AssumedFigures Assumptions => Analysis.Assumptions;

    /// <summary>The values that formulas across sheets are made of.</summary>
    internal Grid Grid { get; }

    /// <summary>How the days of a post are covered: its ledgers are cut once for all sheets.</summary>
    internal CoverageReader CoverageOf(PostFunding post) =>
        coverages.TryGetValue(post.Id, out var known) ? known : coverages[post.Id] = new(post);

    /// <summary>What is to be done, in order.</summary>
    internal ImmutableArray<ToDo> ToDo => toDo.IsDefault ? toDo = ToDoSheet.All(this) : toDo;

    /// <summary>Since when a post is occupied, vacant or being recruited for; null where it is not said.</summary>
    internal PartialDate? InStateSince(Post post, OccupancyState state) =>
        post.Occupancy.Where(one => one.State == state && !(one.From?.First > AsOf)).Select(one => one.From).LastOrDefault();

    /// <summary>The rows of the funding plan, by post and budget year.</summary>
    internal Dictionary<(string Post, int Year), int> PlanRows { get; } = [];

    internal LocalDate AsOf => Analysis.AsOf;

    /// <summary>The first budget year shown: that of the as-of date, or one before where it was asked for.</summary>
    internal int FirstYear => Analysis.Totals.Years is [var first, ..] ? first.Year : AsOf.Year;

    internal string FunderOf(Commitment commitment) => funders[commitment.Funder].Name;

    /// <summary>Who pays, and the programme that the money comes from where it is known.</summary>
    internal string FunderAndLine(Commitment commitment) =>
        commitment.Line is { } line ? $"{FunderOf(commitment)} ({line})" : FunderOf(commitment);

    /// <summary>Where the money of a promise goes; null where it is none, or not yet decided.</summary>
    internal CommitmentBalance? BalanceOf(Commitment commitment) => balances.GetValueOrDefault(commitment.Id);

    internal string LabelOf(string post) => posts[post].Label;

    internal Source? SourceOf(string? id) => id is null ? null : sources.GetValueOrDefault(id);

    /// <summary>The horizon of a post in a view: a date as a date, any other answer in words.</summary>
    internal ReportCell Horizon(PostFunding post, FundingView view)
    {
        var horizon = post[view].FullyFundedUntil;
        var marks = Assumed(post[view].Assumptions);
        return horizon is { State: HorizonState.Until, Surely.Until: { } until }
            ? new ReportCell.Day(until) { Marks = marks }
            : new ReportCell.Text(horizon.ToString(Texts.Language)) { Marks = marks };
    }

    /// <summary>The withdrawal of a commitment, where its decision is known on the as-of date.</summary>
    internal Withdrawal? WithdrawalOf(Commitment commitment) =>
        commitment.Withdrawn is { } withdrawal && withdrawal.DecidedOn.Last <= AsOf ? withdrawal : null;

    /// <summary>What is said of how a post is funded, with the sign of an assumption where one enters it.</summary>
    internal string WithAssumed(PostFunding post, string said) =>
        post.Agreed.Assumptions.IsEmpty ? said : $"{said} ({Texts.Signs.Assumed})";

    internal ReportCell Left(PostFunding post) =>
        post.Agreed.FullyFundedUntil.Left is { } left
            ? new ReportCell.Text(Texts.Left(left)) { Marks = Assumed(post.Agreed.Assumptions) } : ReportCell.None;

    /// <summary>The coverage of a year: one rate where both ends of the range are the same, else the range in words.</summary>
    internal ReportCell Coverage(YearFunding year, Marks marks)
    {
        if (!year.Low.TryGet(out var low) && !year.High.TryGet(out _))
            return ReportCell.None;
        return year.Low.IsKnown && year.High.TryGet(out var high) && high == low
            ? new ReportCell.Rate(low) { Marks = marks }
            : new ReportCell.Text(Texts.RateRange(year.Low, year.High)) { Marks = marks };
    }

    /// <summary>What must be said of a post beside its figures.</summary>
    internal ReportCell Remarks(PostFunding post)
    {
        var remarks = new List<string>();
        if (post.Missing.Length > 0)
            remarks.Add(Texts.MissingRemark(post.Missing));
        if (post.Post.From is null && post.Post.AttestedOn is { } attested)
            remarks.Add(Texts.Attested(attested));
        if (post.Post.CostOn(AsOf) is { Annual: not null } cost && cost.From.First.PlusYears(1) < AsOf)
            remarks.Add(Texts.ConstantCost(cost.From.First.Year));
        if (post.Agreed.FullyFundedUntil is { State: not HorizonState.NotOnFirstDay, ResumesOn: { } resumes })
            remarks.Add(Texts.ResumesOn(resumes));
        if (post.Assumptions is { IsEmpty: false } assumed)
            remarks.Add(Texts.AssumedRemark(string.Join(", ", assumed.Select(source => source.Id))));
        return Joined(remarks);
    }

    internal ReportCell Joined(IReadOnlyCollection<string> remarks) =>
        remarks.Count == 0 ? ReportCell.None : ReportCell.Of(new WorkbookTexts(Texts.Language).Joined(remarks));

    internal ReportCell TextOrUnknown(string? text) => string.IsNullOrWhiteSpace(text) ? ReportCell.Nothing : ReportCell.Of(text);

    /// <summary>What must be said beside the figures of a post in a budget year.</summary>
    internal Marks MarksOf(PostFunding post, PostYear year)
    {
        Cancellation.Look();
        // Most sheets ask for the same.
        if (!marks.TryGetValue((post.Id, year.Year), out var known))
            marks[(post.Id, year.Year)] = known = Assumed(year.Assumptions) | Partial(post.Post, year.Year)
                | (year.Cells.Any(cell => cell.Commitment.Approximate && !IsNothing(cell.Announced)) ? Marks.Approximate : Marks.None);
        return known;
    }

    /// <summary>The same for a year that may not be shown: beside its figures stands what is said of the nearest one that is.</summary>
    internal Marks MarksOn(PostFunding post, int year) =>
        MarksOf(post, post.Years[Math.Clamp(year - post.Years[0].Year, 0, post.Years.Length - 1)]) & ~Marks.Partial;

    /// <summary>Money, with its marks: no money at all is nothing to be marked.</summary>
    internal static ReportCell Money(Knowable<Euros> money, Marks marks) => ReportCell.Of(money, IsNothing(money) ? Marks.None : marks);

    /// <summary>Whether it is known that there is no money.</summary>
    internal static bool IsNothing(Knowable<Euros> money) => money.TryGet(out var known) && known == Euros.Zero;

    /// <summary>
    /// The mark of the first budget year of a post whose beginning is unknown: it is counted from the day on which the post is attested.
    /// </summary>
    internal static Marks Partial(Post post, int year) =>
        post.From is null && post.AttestedOn is { } attested && attested.First.Year == year ? Marks.Partial : Marks.None;

    /// <summary>The signs that a figure may bear: the notes explain no other.</summary>
    /// <param name="hasOthers">Whether scenarios, or a former edition, stand beside the facts: they may bring any sign.</param>
    internal Marks SignsThatMayStand(bool hasOthers)
    {
        if (hasOthers)
            return Marks.Assumed | Marks.Approximate | Marks.Partial;
        var facts = Analysis.Portfolio;
        return Assumed(facts.Facts.Sources.Any(source => source.Kind == SourceKind.Assumption))
            | (facts.Commitments.Any(one => one.Approximate) ? Marks.Approximate : Marks.None)
            | (facts.Posts.Any(post => post.From is null) ? Marks.Partial : Marks.None);
    }

    internal static Marks Assumed(bool assumed) => assumed ? Marks.Assumed : Marks.None;

    internal static Marks Assumed(ImmutableArray<Source> assumptions) => Assumed(!assumptions.IsEmpty);
}
