using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports;

/// <summary>What a funder pays, as it is said in a line: a share of the cost, euros a year, or one of the other kinds.</summary>
/// <remarks>
/// A sum that several posts have in common is for all of them together (<see cref="ForAllPosts"/>) or for each
/// (<see cref="ForEachPost"/>): it must be said which. A share is of the cost of each post.
/// </remarks>
[JsonConverter(typeof(NoJson<Pays>))]
public readonly record struct Pays
{
    private readonly Amount? amount;

    private Pays(Amount amount, Sharing sharing = Sharing.NotSaid) => (this.amount, Sharing) = (amount, sharing);

    /// <summary>What is promised; nobody has published how much where nothing was said. A sum for each post is the sum for one.</summary>
    public Amount Amount => amount ?? Amount.NotPublished;

    private Sharing Sharing { get; }

    /// <summary>The same, for all the posts together: it is split between them by working time, to the cent.</summary>
    public Pays ForAllPosts => new(Amount, Sharing.Together);

    /// <summary>The same, for each of the posts, whatever its working time.</summary>
    public Pays ForEachPost => new(Amount, Sharing.Each);

    /// <summary>What the other funders leave, without a cap.</summary>
    public static Pays TheRest { get; } = new(Amount.TheBalance);

    /// <summary>An amount that nobody has published.</summary>
    public static Pays Unknown { get; } = new(Amount.NotPublished);

    /// <summary>So many euros a year.</summary>
    public static Pays Yearly(decimal euros) => new(new Amount.Annual(Euros.Of(euros)));

    /// <summary>So many euros for the whole period; the term must be a date.</summary>
    public static Pays ForThePeriod(decimal euros) => new(new Amount.Total(Euros.Of(euros)));

    /// <summary>So many euros for each successive twelve months; nothing after the last.</summary>
    public static Pays YearByYear(params ReadOnlySpan<decimal> euros)
    {
        var steps = ImmutableArray.CreateBuilder<Euros>(euros.Length);
        foreach (decimal step in euros)
            steps.Add(Euros.Of(step));
        return new(new Amount.YearlyAmounts(steps.ToImmutable()));
    }

    /// <summary>Shares of the cost for each successive twelve months; nothing after the last.</summary>
    public static Pays YearByYear(params ImmutableArray<Share> shares) => new(new Amount.YearlyShares(shares));

    /// <summary>So many percent of the cost: 80.</summary>
    /// <inheritdoc cref="Share.Percent"/>
    public static Pays Percent(decimal percent) => Share.Percent(percent);

    /// <summary>So many percent of the cost for each successive twelve months (80, 50, 30); nothing after the last.</summary>
    /// <inheritdoc cref="Share.Percent"/>
    public static Pays PercentYearByYear(params ReadOnlySpan<decimal> percents)
    {
        var steps = ImmutableArray.CreateBuilder<Share>(percents.Length);
        foreach (decimal step in percents)
            steps.Add(Share.Percent(step));
        return new(new Amount.YearlyShares(steps.ToImmutable()));
    }

    /// <summary>A share of what sums and shares of the cost leave.</summary>
    public static Pays OfTheRest(Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(new Amount.ShareOfRemainder(share));
    }

    /// <summary>Any kind of amount.</summary>
    public static Pays Of(Amount amount)
    {
        ArgumentNullException.ThrowIfNull(amount);
        return new(amount);
    }

    /// <summary>A share of the cost.</summary>
    public static implicit operator Pays(Share share) => new(new Amount.ShareOfCost(share));

    /// <summary>Euros a year.</summary>
    public static implicit operator Pays(decimal yearly) => Yearly(yearly);

    /// <summary>Euros a year.</summary>
    public static implicit operator Pays(int yearly) => Yearly(yearly);

    /// <summary>The amount and the split of a promise to so many posts.</summary>
    /// <exception cref="ArgumentException">
    /// It is a sum for several posts, and nothing says whether for all together or for each.
    /// </exception>
    internal (Amount Amount, Split Split) For(int posts)
    {
        if (posts < 2 || !Amount.IsSum)
            return (Amount, Split.ByFte);
        return Sharing switch
        {
            Sharing.Together => (Amount, Split.ByFte),
            Sharing.Each => (TimesPosts(posts), Split.Equally),
            _ => throw new ArgumentException(
                $"A sum is promised to {posts} posts: say pays.ForAllPosts, together, or pays.ForEachPost.", "pays"),
        };
    }

    private Amount TimesPosts(int posts) => Amount.Match<Amount>(
        total => new Amount.Total(total.Sum * posts),
        annual => new Amount.Annual(annual.Yearly * posts),
        yearlyAmounts => new Amount.YearlyAmounts([.. yearlyAmounts.Steps.Select(step => step * posts)]),
        share => share,
        yearlyShares => yearlyShares,
        remainder => remainder,
        balance => balance,
        unknown => unknown);
}

/// <summary>Whether a sum is for all the posts of a promise, or for each.</summary>
internal enum Sharing
{
    /// <summary>Nothing says it: there is one post.</summary>
    NotSaid,

    /// <summary>For all together.</summary>
    Together,

    /// <summary>For each.</summary>
    Each,
}
