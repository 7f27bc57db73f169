using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FundingReports.Portfolios;

namespace FundingReports;

/// <summary>
/// Guards facts built in code: a list that was never set counts as empty, and a null in place of an object is the caller's bug.
/// </summary>
internal static class FactsGuard
{
    /// <exception cref="ArgumentException">There is a null: at which place.</exception>
    internal static PortfolioFacts Filled(PortfolioFacts facts)
    {
        try
        {
            return WithLists(facts);
        }
        catch (NullInFactsException inside)
        {
            throw new ArgumentException(
                $"There is a null in the facts, at {inside.Place}. Give a value there, or leave it out.", nameof(facts));
        }
    }

    private static PortfolioFacts WithLists(PortfolioFacts facts) => facts with
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
        if (commitment.Subsidy is { } subsidy)
            Present(subsidy.Unread);
        Commitment filled = commitment.Posts.IsDefault ? commitment with { Posts = [] } : commitment;
        Items(filled.Posts);
        Items(filled.Amount.Shares);
        return filled with { Amount = filled.Amount.Filled(), Instalments = Instalments(filled.Instalments) };
    }

    private static AwaitingCommitment Filled(AwaitingCommitment awaiting)
    {
        Present(awaiting.Amount);
        Present(awaiting.References);
        Present(awaiting.Sources);
        if (awaiting.Subsidy is { } subsidy)
            Present(subsidy.Unread);
        Items(awaiting.Amount.Shares);
        return awaiting with { Amount = awaiting.Amount.Filled(), Instalments = Instalments(awaiting.Instalments) };
    }

    private static Payment Filled(Payment payment)
    {
        Present(payment.References);
        return payment;
    }

    private static ImmutableArray<Instalment>? Instalments(ImmutableArray<Instalment>? given) =>
        given is { } instalments ? Items(instalments) : null;

    // The place is said from the outside in: commitments[3].posts[0].
    private static ImmutableArray<T> Items<T>(
        ImmutableArray<T> items, Func<T, T>? fill = null, [CallerArgumentExpression(nameof(items))] string list = "") where T : class
    {
        if (items.IsDefault)
            return [];
        string name = Named(list);
        for (int i = 0; i < items.Length; i++)
            if (items[i] is null)
                throw new NullInFactsException($"{name}[{i}]");
        return fill is null ? items : [.. items.Select((item, i) => At(item, fill, name, i))];
    }

    private static T At<T>(T item, Func<T, T> fill, string name, int index)
    {
        try
        {
            return fill(item);
        }
        catch (NullInFactsException inside)
        {
            throw new NullInFactsException($"{name}[{index}].{inside.Place}");
        }
    }

    private static void Present(object? value, [CallerArgumentExpression(nameof(value))] string what = "")
    {
        if (value is null)
            throw new NullInFactsException(Named(what));
    }

    // facts.Commitments is commitments; filled.Posts is posts.
    private static string Named(string expression)
    {
        string name = expression[(expression.LastIndexOf('.') + 1)..];
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private sealed class NullInFactsException(string place) : Exception
    {
        internal string Place { get; } = place;
    }
}
