using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Requests;
using NodaTime;

namespace FundingReports.Risk;

/// <summary>
/// Assesses the renewal risk of each post, in the agreed view, from its figures, the missed deadlines and the thresholds.
/// </summary>
/// <param name="facts">The facts.</param>
/// <param name="thresholds">The thresholds.</param>
/// <param name="missed">The earliest deadline missed for each post.</param>
internal sealed class RiskAssessor(KnownFacts facts, RiskThresholds thresholds, Func<PostFigures, LocalDate?> missed)
{
    private static readonly ImmutableArray<Missing> noCost = [Missing.Cost];

    /// <summary>Where the requests of all posts are at hand.</summary>
    internal static RiskAssessor Of(KnownFacts facts, RiskThresholds thresholds, ImmutableArray<FundingRequest> requests)
    {
        var overdue = new Dictionary<string, LocalDate>(StringComparer.Ordinal);
        // Requests come by deadline: the first of a post is its earliest.
        foreach (var request in requests.Where(request => request.IsMissed))
            foreach (var post in request.Posts)
                overdue.TryAdd(post.Id, request.Closes!.Value);
        return new(
            facts, thresholds, figure => overdue.TryGetValue(facts.Portfolio.Posts[figure.Post].Id, out LocalDate closed) ? closed : null);
    }

    /// <summary>The risk of a post; null where it ended before the as-of date.</summary>
    internal PostRisk? Of(PostFigures figure)
    {
        DayNumber today = DayNumber.Of(facts.AsOf);
        if (figure.Life.To <= today)
            return null;
        DayNumber first = DayNumber.Max(today, figure.Life.From);
        var agreed = figure[FundingView.Agreed];
        var causes = new List<RiskCause>(4);
        AddCommon(figure, causes);
        RiskLevel common = Highest(causes);
        AddCoverage(figure, first, causes);
        RiskLevel worst = Max(common, LevelOf(figure.Thin.Surely, agreed.FullSurely, first)),
            best = Max(common, LevelOf(figure.Thin.Possibly, agreed.FullPossibly, first));
        return new(
            worst == best ? worst : RiskLevel.Undetermined,
            best,
            worst,
            KnownMoney.Of(figure.Exposure, noCost),
            InOrder(causes));
    }

    private static RiskLevel Max(RiskLevel left, RiskLevel right) => left > right ? left : right;

    private static RiskLevel Highest(List<RiskCause> causes)
    {
        var highest = RiskLevel.Low;
        foreach (var cause in causes)
            highest = Max(highest, cause.Level);
        return highest;
    }

    /// <summary>
    /// What coverage and horizon make of the level, at one end of the range. A post that is funded to its own last day ends as planned.
    /// </summary>
    private RiskLevel LevelOf(DayNumber thin, FundedRun full, DayNumber first) => thin < DayNumber.Never ? RiskLevel.Critical
        : full.End <= first ? RiskLevel.High
        : full.MeetsPostEnd ? RiskLevel.Low
        : full.End < thresholds.HighBefore ? RiskLevel.High
        : full.End < thresholds.ModerateBefore ? RiskLevel.Moderate
        : RiskLevel.Low;

    private void AddCoverage(PostFigures figure, DayNumber first, List<RiskCause> causes)
    {
        var agreed = figure[FundingView.Agreed];
        DayNumber end = agreed.FullSurely.End;
        int at = 0;
        if (figure.Thin.Surely is var thin && thin < DayNumber.Never)
            causes.Insert(at++, Cause(RiskCauseKind.Thin, RiskLevel.Critical, thin.Date, thresholds.CriticalShare, null,
                CoverageOn(agreed, thin), isNow: thin == first));
        if (end <= first)
            causes.Insert(
                at, new(RiskCauseKind.NotFunded, RiskLevel.High) { Day = first.Date, Coverage = CoverageOn(agreed, first), IsNow = true });
        else if (end < DayNumber.Never && !agreed.FullSurely.MeetsPostEnd)
        {
            LocalDate last = end.Eve;
            if (end < thresholds.HighBefore)
                causes.Insert(at++, Cause(RiskCauseKind.EndsBeforeNextYearEnds, RiskLevel.High, last, thresholds.High));
            if (end < thresholds.ModerateBefore)
                causes.Insert(at, Cause(RiskCauseKind.EndsWithinMonths, RiskLevel.Moderate, last, thresholds.Moderate));
        }
    }

    private static CoverageRate? CoverageOn(ViewFigures view, DayNumber day)
    {
        foreach (var piece in view.Pieces)
            if (piece.Days.Contains(day))
                return new(piece.Low);
        return null;
    }

    /// <summary>What makes the level whichever horizon comes true.</summary>
    private void AddCommon(PostFigures figure, List<RiskCause> causes)
    {
        if (missed(figure) is { } closed)
            causes.Add(new(RiskCauseKind.RequestOverdue, RiskLevel.Critical) { Day = closed });
        var leaning = figure.Dependence;
        if (leaning.Bearer is { } bearer)
            causes.Add(Cause(RiskCauseKind.OneFunder, RiskLevel.Moderate, null, thresholds.Concentration, bearer));
        if (leaning.StepDownOn is { } step)
            causes.Add(Cause(RiskCauseKind.StepDown, RiskLevel.Moderate, step.Date, thresholds.StepDown, leaning.SteppingDown));
        if (leaning.Dependent is { } dependent)
            causes.Add(new(RiskCauseKind.Dependent, RiskLevel.Moderate) { Funder = facts.Portfolio.FindFunder(dependent) });
    }

    private RiskCause Cause(RiskCauseKind kind, RiskLevel level, LocalDate? day, Threshold threshold, string? funder = null,
        CoverageRate? coverage = null, bool isNow = false) =>
        new(kind, level)
        {
            Day = day,
            Coverage = coverage,
            IsNow = isNow,
            Funder = facts.Portfolio.FindFunder(funder),
            Parameter = threshold.Parameter,
            Policy = threshold.Value,
        };

    /// <summary>The gravest first; of equal ones, the horizon's before the others.</summary>
    private static ImmutableArray<RiskCause> InOrder(List<RiskCause> causes)
    {
        for (int i = 1; i < causes.Count; i++)
            if (causes[i].Level > causes[i - 1].Level)
                return [.. causes.OrderByDescending(cause => cause.Level)];
        return [.. causes];
    }
}
