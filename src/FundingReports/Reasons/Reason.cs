using System.Collections.Immutable;
using FundingReports.Horizons;

namespace FundingReports.Reasons;

/// <summary>Why a post's horizon in a view is what it is. It holds no sentence; the texts make one.</summary>
/// <param name="Id">"r1", "r2"…, in the order of posts and views.</param>
/// <param name="Code">What it is.</param>
/// <param name="Post">The post.</param>
/// <param name="View">The view, and its answers.</param>
internal sealed record Reason(string Id, ReasonCode Code, PostFunding Post, ViewFunding View)
{
    /// <summary>What would settle the horizon; empty where it is certain.</summary>
    internal ImmutableArray<Missing> Missing { get; init; } = [];

    /// <summary>The source of what ends, where it is one and the same for all of it.</summary>
    internal string? Source { get; init; }

    internal FundingHorizon Horizon => View.FullyFundedUntil;

    internal Cliff? Cliff => View.Cliff;
}

/// <summary>The kinds of reason.</summary>
internal enum ReasonCode
{
    /// <summary>On a day, nothing sure is left of the money of a fully funded post.</summary>
    FundingEnds,

    /// <summary>On a day, money of a fully funded post ends, steps down or is no longer sure, and some is left.</summary>
    FundingFalls,

    /// <summary>On a day, no money falls, but the cost rises above it.</summary>
    CostRises,

    /// <summary>What is sure and what is possible end on different days, for want of a fact.</summary>
    HorizonUncertain,
}
