using System.Collections.Immutable;
using FundingReports.Coverage;
using FundingReports.Policies;
using FundingReports.Requests;
using NodaTime;

namespace FundingReports.Risk;

/// <summary>Figures + requests + policies → the renewal risk of each post.</summary>
internal sealed class RiskAssessor
{
    private readonly KnownFacts facts;
    private readonly PolicySet policies;
    private readonly Dictionary<string, LocalDate> overdue = new(StringComparer.Ordinal);

    internal RiskAssessor(KnownFacts facts, PolicySet policies, ImmutableArray<FundingRequest> requests)
    {
        (this.facts, this.policies) = (facts, policies);
        foreach (var request in requests.Where(request => request.Overdue))
            foreach (var post in request.Posts)
                overdue.TryAdd(post.Id, request.Closes!.Value);
    }

    /// <summary>The risk of a post; null where it ended before the as-of date.</summary>
    internal PostRisk? Of(PostFigures figure)
    {
        Day today = Day.Of(facts.AsOf);
        if (figure.Life.To <= today)
            return null;
        var agreed = figure[FundingView.Agreed];
        var common = Common(figure);
        ImmutableArray<RiskCause> atWorst = [.. OfHorizon(figure, agreed.FullSurely.End), .. common];
        ImmutableArray<RiskCause> atBest = [.. OfHorizon(figure, agreed.FullPossibly.End), .. common];
        RiskLevel worst = Highest(atWorst), best = Highest(atBest);
        return new(
            worst == best ? worst : RiskLevel.Undetermined,
            best,
            worst,
            Exposure(figure, agreed.FullSurely.End),
            [.. atWorst.OrderByDescending(cause => cause.Level)]);
    }

    private static RiskLevel Highest(ImmutableArray<RiskCause> causes) => causes.IsEmpty ? RiskLevel.Low : causes.Max(cause => cause.Level);

    /// <summary>What a horizon alone makes of the level.</summary>
    private IEnumerable<RiskCause> OfHorizon(PostFigures figure, Day end)
    {
        Day today = Day.Of(facts.AsOf);
        if (end <= Day.Max(today, figure.Life.From))
        {
            yield return new(RiskCauseKind.NotFunded, RiskLevel.Critical);
            yield break;
        }
        if (end == Day.Never)
            yield break;
        LocalDate last = end.Eve;
        if (end < MonthsOn("risk.critical-months"))
            yield return Cause(RiskCauseKind.EndsSoon, RiskLevel.Critical, last, "risk.critical-months");
        int years = policies.WholeOn("risk.high-years-after", facts.AsOf);
        if (end < Day.FirstOf(facts.AsOf.Year + years + 1))
            yield return Cause(RiskCauseKind.EndsBeforeNextYearEnds, RiskLevel.High, last, "risk.high-years-after");
        if (end < MonthsOn("risk.moderate-months"))
            yield return Cause(RiskCauseKind.EndsWithinMonths, RiskLevel.Moderate, last, "risk.moderate-months");
    }

    /// <summary>What makes the level whichever horizon comes true.</summary>
    private IEnumerable<RiskCause> Common(PostFigures figure)
    {
        string id = facts.Portfolio.Posts[figure.Post].Id;
        if (overdue.TryGetValue(id, out LocalDate closed))
            yield return new(RiskCauseKind.RequestOverdue, RiskLevel.Critical) { Day = closed };
        var concentration = policies.ShareOn("risk.concentration-share", facts.AsOf);
        var subject = PostAnalyzer.CaseOf(facts, figure.Post, figure.FirstYear);
        var leaning = PostAnalyzer.Ask(subject, calculator => calculator.LeansOn(
            FundingView.Agreed, MonthsOn("risk.step-down-months"), MonthsOn("risk.moderate-months"), Fraction.Of(concentration), FunderOf));
        if (leaning.Bearer is { } bearer)
            yield return Cause(RiskCauseKind.OneFunder, RiskLevel.Moderate, null, "risk.concentration-share") with { Funder = facts.Portfolio.FindFunder(bearer) };
        if (leaning.StepDownOn is { } step)
            yield return Cause(RiskCauseKind.StepDown, RiskLevel.Moderate, step.Date, "risk.step-down-months") with { Funder = facts.Portfolio.FindFunder(leaning.SteppingDown) };
        if (leaning.Dependent is { } dependent)
            yield return new RiskCause(RiskCauseKind.Dependent, RiskLevel.Moderate) { Funder = facts.Portfolio.FindFunder(dependent) };
    }

    private RiskCause Cause(RiskCauseKind kind, RiskLevel level, LocalDate? day, string parameter) =>
        new(kind, level) { Day = day, Parameter = parameter, Policy = policies.On(parameter, facts.AsOf) };

    private Day MonthsOn(string parameter) => Day.Of(facts.AsOf.PlusMonths(policies.WholeOn(parameter, facts.AsOf)));

    private string FunderOf(int commitment) => facts.Portfolio.Commitments[commitment].Funder;

    /// <summary>The agreed gap of the twelve months after the sure horizon.</summary>
    private Knowable<Euros> Exposure(PostFigures figure, Day end)
    {
        if (end == Day.Never)
            return Knowable<Euros>.Known(Euros.Zero);
        Span twelveMonths = new(end, Day.Of(end.Date.PlusYears(1)));
        return PostYear.Known(PostAnalyzer.ShortfallOn(facts, figure.Post, twelveMonths, FundingView.Agreed), [Missing.Cost]);
    }
}
