using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FundingReports.Portfolios;

namespace FundingReports;

/// <summary>
/// Guards facts built in code: a list that was never set counts as empty, and a null in place of an object is the caller's bug.
/// </summary>
internal static class FactsGuard
{
    internal static PortfolioFacts Filled(PortfolioFacts facts) => facts with
    {
        Sources = Items(facts.Sources),
        Funders = Items(facts.Funders),
        Posts = Items(facts.Posts, Filled),
        Commitments = Items(facts.Commitments, Filled),
        Awaiting = Items(facts.Awaiting, Filled),
        Campaigns = Items(facts.Campaigns),
        Payments = Items(facts.Payments, Filled),
    };

    private static Post Filled(Post post)
    {
        Present(post.References);
        Present(post.Sources);
        bool whole = !post.Services.IsDefault && !post.Places.IsDefault && !post.Employers.IsDefault && !post.Occupancy.IsDefault
            && !post.Costs.IsDefault;
        Post filled = whole ? post : post with { Services = Items(post.Services), Places = Items(post.Places),
            Employers = Items(post.Employers), Occupancy = Items(post.Occupancy), Costs = Items(post.Costs) };
        Items(filled.Employers);
        Items(filled.Occupancy);
        Items(filled.Costs);
        return filled;
    }

    private static Commitment Filled(Commitment commitment)
    {
        Present(commitment.Amount);
        Present(commitment.Split);
        Present(commitment.References);
        Present(commitment.Sources);
        if (commitment.Split is Split.Weights weights)
            Present(weights.ByPost);
        Items(commitment.Instalments ?? []);
        if (commitment.Subsidy is { } subsidy)
            Present(subsidy.Unread);
        Commitment filled = commitment.Posts.IsDefault ? commitment with { Posts = [] } : commitment;
        return filled with { Amount = filled.Amount.Filled() };
    }

    private static AwaitingCommitment Filled(AwaitingCommitment awaiting)
    {
        Present(awaiting.Amount);
        Present(awaiting.References);
        Present(awaiting.Sources);
        Items(awaiting.Instalments ?? []);
        if (awaiting.Subsidy is { } subsidy)
            Present(subsidy.Unread);
        return awaiting with { Amount = awaiting.Amount.Filled() };
    }

    private static Payment Filled(Payment payment)
    {
        Present(payment.References);
        return payment;
    }

    private static ImmutableArray<T> Items<T>(ImmutableArray<T> items, Func<T, T>? fill = null) where T : class
    {
        if (items.IsDefault)
            return [];
        foreach (T item in items)
            Present(item);
        return fill is null ? items : [.. items.Select(fill)];
    }

    private static void Present(object? value, [CallerArgumentExpression(nameof(value))] string what = "")
    {
        if (value is null)
            throw new ArgumentException($"There is a null in the facts ({what}).", "facts");
    }
}
