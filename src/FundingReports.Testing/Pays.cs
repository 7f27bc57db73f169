using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Testing;

/// <summary>What a funder pays, as a test says it: a share of the cost, euros a year, or one of the other kinds.</summary>
public readonly record struct Pays
{
    private readonly Amount? amount;

    private Pays(Amount amount) => this.amount = amount;

    /// <summary>The kind of amount; nobody has published it where nothing was said.</summary>
    public Amount Amount => amount ?? Amount.NotPublished;

    /// <summary>The balance: what the other funders leave, without a cap.</summary>
    public static Pays TheRest { get; } = new(Amount.TheBalance);

    /// <summary>An amount that nobody has published.</summary>
    public static Pays Unknown { get; } = new(Amount.NotPublished);

    /// <summary>A sum in euros for the whole period; the term must be a date.</summary>
    public static Pays InAll(decimal euros) => new(new Amount.Total(Euros.Of(euros)));

    /// <summary>Sums in euros a year for each successive twelve months; nothing after the last.</summary>
    public static Pays YearByYear(params ReadOnlySpan<decimal> euros)
    {
        var steps = ImmutableArray.CreateBuilder<Euros>(euros.Length);
        foreach (decimal step in euros)
            steps.Add(Euros.Of(step));
        return new(new Amount.YearlyAmounts(steps.ToImmutable()));
    }

    /// <summary>Shares of the cost for each successive twelve months (80, 50, 30 %); nothing after the last.</summary>
    public static Pays YearByYear(params ImmutableArray<Share> shares) => new(new Amount.YearlyShares(shares));

    /// <summary>A share of what sums and shares of the cost leave.</summary>
    public static Pays OfTheRest(Share share) => new(new Amount.ShareOfRemainder(share));

    /// <summary>Any kind of amount.</summary>
    public static Pays Of(Amount amount) => new(amount);

    /// <summary>A share of the cost.</summary>
    public static implicit operator Pays(Share share) => new(new Amount.ShareOfCost(share));

    /// <summary>A sum in euros a year.</summary>
    public static implicit operator Pays(decimal yearly) => new(new Amount.Annual(Euros.Of(yearly)));

    /// <summary>A sum in euros a year.</summary>
    public static implicit operator Pays(int yearly) => new(new Amount.Annual(Euros.Of(yearly)));
}
