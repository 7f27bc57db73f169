using System.Collections.Immutable;

namespace FundingReports.Portfolios;

/// <summary>What a commitment promises: one of eight kinds, each a record of its own, such as <c>new Amount.Annual(Euros.Of(20_000))</c>.</summary>
/// <remarks>The two that carry nothing are <see cref="TheBalance"/> and <see cref="NotPublished"/>.</remarks>
public abstract record Amount
{
    private Amount() { }

    /// <summary>A sum for the whole period; the term must be a date.</summary>
    public sealed record Total(Euros Sum) : Amount;

    /// <summary>A sum a year, spread by thirtieths of months.</summary>
    public sealed record Annual(Euros Yearly) : Amount;

    /// <summary>A sum a year for each successive twelve months from the first day (degressive); nothing after the last.</summary>
    public sealed record YearlyAmounts(ImmutableArray<Euros> Steps) : Amount;

    /// <summary>A share of the cost of each post.</summary>
    public sealed record OfCost(Share Share) : Amount;

    /// <summary>A share of the cost for each successive twelve months from the first day (80/50/30); nothing after the last.</summary>
    public sealed record YearlyShares(ImmutableArray<Share> Steps) : Amount;

    /// <summary>A share of what sums and shares of the cost leave of it.</summary>
    public sealed record OfRemainder(Share Share) : Amount;

    /// <summary>What is left after all other kinds: "le Département prend en charge le reste".</summary>
    public sealed record Balance : Amount;

    /// <summary>A promise whose amount nobody has published ("financés en partie par l'État").</summary>
    public sealed record Unknown : Amount;

    /// <summary>The balance; there is only one.</summary>
    public static Amount TheBalance { get; } = new Balance();

    /// <summary>The unknown amount; there is only one.</summary>
    public static Amount NotPublished { get; } = new Unknown();
}
