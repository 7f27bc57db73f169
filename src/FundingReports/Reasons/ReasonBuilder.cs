using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Horizons;
using FundingReports.Portfolios;

namespace FundingReports.Reasons;

/// <summary>Finds the reasons in the answers: one for each post and view whose horizon is uncertain, or ends in a cliff.</summary>
internal static class ReasonBuilder
{
    internal static ImmutableArray<Reason> Of(FundingAnalysis analysis)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (PostFunding post in analysis.Posts)
            foreach (FundingView view in Enum.GetValues<FundingView>())
                if (CodeOf(post[view]) is { } code)
                    reasons.Add(new(string.Create(CultureInfo.InvariantCulture, $"r{reasons.Count + 1}"), code, post, post[view])
                    {
                        Missing = code is ReasonCode.HorizonUncertain ? MissingIn(post, view) : [],
                        Source = SourceOf(post[view].Cliff),
                    });
        return reasons.ToImmutable();
    }

    /// <summary>An uncertain horizon says of its cliff what there is to say: a view has one reason at most.</summary>
    private static ReasonCode? CodeOf(ViewFunding view) => view switch
    {
        { FullyFundedUntil.State: HorizonState.Between } => ReasonCode.HorizonUncertain,
        { Cliff: null } => null,
        { Cliff.Losses.IsEmpty: true } => ReasonCode.CostRises,
        _ => view.PartlyFundedUntil.Surely == view.FullyFundedUntil.Surely ? ReasonCode.FundingEnds : ReasonCode.FundingFalls,
    };

    /// <summary>What would settle the horizon of a view: only what its own money lacks.</summary>
    private static ImmutableArray<Missing> MissingIn(PostFunding post, FundingView view)
    {
        var counted = post.Years[0].Cells.Select(cell => cell.Commitment).Where(c => view is FundingView.Announced || c.IsAgreed).ToList();
        bool Lacks(Missing what) => what switch
        {
            Missing.Cost => post.Missing.Contains(Missing.Cost) && counted.Any(c => c.HoldsSums),
            Missing.Instalments => view is FundingView.Firm && counted.Any(c => c.Instalments is null),
            Missing.Amount => counted.Any(c => c.Amount.IsUnknown),
            Missing.Term => counted.Any(c => c.Until.IsUnknown),
            _ => false,
        };
        return [.. Enum.GetValues<Missing>().Where(Lacks)];
    }

    private static string? SourceOf(Cliff? cliff)
    {
        if (cliff is null)
            return null;
        var sources = cliff.Losses.Select(loss => loss.Commitment.Sources.GetValueOrDefault("until") ?? loss.Commitment.Source)
            .Distinct(StringComparer.Ordinal).ToList();
        return sources.Count == 1 ? sources[0] : null;
    }
}
