using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>
/// What a commitment promises: one of the kinds of <see cref="AmountKind"/>, each a record of its own, such as <c>new
/// Amount.Annual(Euros.Of(20_000))</c>.
/// </summary>
/// <remarks>
/// The two kinds without data are <see cref="TheBalance"/> and <see cref="NotPublished"/>. Two amounts are equal where they say the same.
/// Each kind has a file of its own, which answers everything that this class asks. Code elsewhere that differs by kind (words, cells,
/// files) calls <see cref="Match"/>, so that a new kind does not compile until each of these places has its answer.
/// </remarks>
public abstract partial record Amount
{
    /// <summary>
    /// The most successive twelve months in a schedule; more are taken for a typing error, for they would leave the calendar.
    /// </summary>
    internal const int MostYears = 100;

    private Amount() { }

    /// <summary>The balance; there is only one.</summary>
    public static Amount TheBalance { get; } = new Balance();

    /// <summary>The unknown amount; there is only one.</summary>
    public static Amount NotPublished { get; } = new Unknown();

    /// <summary>The kind of this amount.</summary>
    public abstract AmountKind Kind { get; }

    /// <summary>
    /// The number of successive twelve months for which the amount is given, from the first day of the commitment, with nothing after;
    /// null where the amount holds until the term.
    /// </summary>
    public abstract int? Years { get; }

    /// <summary>
    /// The sum for the whole period, in euros for all the posts, which needs a term that is a date; null where the amount gives no such
    /// sum.
    /// </summary>
    public abstract Euros? WholeSum { get; }

    /// <summary>
    /// Whether the amount is a sum of money: it is then split between the posts, its parts add up to it to the cent, and it is compared
    /// with the cost of a post.
    /// </summary>
    public bool IsSum => Rule is PaymentRule.Sum;

    /// <summary>Whether nobody has published the amount.</summary>
    public bool IsUnknown => Rule is PaymentRule.Unknown;

    /// <summary>Whether the amount depends on what other funders leave: such promises can contradict one another.</summary>
    internal bool IsOfTheRest => Rule switch
    {
        PaymentRule.ShareOfRemainder or PaymentRule.Balance => true,
        PaymentRule.Sum or PaymentRule.ShareOfCost or PaymentRule.Unknown => false,
    };

    /// <summary>The largest part of what others leave that the amount takes; zero where it takes none.</summary>
    internal abstract Ratio RestAtMost { get; }

    /// <summary>How the money is worked out on each of its days; a scenario multiplies it accordingly.</summary>
    internal abstract PaymentRule Rule { get; }

    /// <summary>Every share that the amount names, as written.</summary>
    internal virtual ImmutableArray<Share> Shares => [];

    /// <summary>Every sum that the amount names, as written: none may be negative or too large.</summary>
    internal abstract ImmutableArray<Euros> Sums { get; }

    /// <summary>
    /// What sums by the year give from one day to another, both included, in cents × 360: instalments and payments may not exceed it. Null
    /// where the amount is not given by the year, or is itself in error.
    /// </summary>
    /// <param name="first">The first day of the commitment; null where unknown.</param>
    /// <param name="from">The first day, included.</param>
    /// <param name="until">The last day, included.</param>
    internal abstract Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until);

    /// <summary>The same amount, where a list that was never set is an empty one.</summary>
    internal abstract Amount Filled();

    /// <summary>What a renewal of it promises, times a factor.</summary>
    /// <param name="factor">What the renewal multiplies it by.</param>
    /// <param name="from">The first day of what is renewed, included.</param>
    /// <param name="until">The last day of what is renewed, included; null where it has none.</param>
    internal abstract RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until);

    /// <summary>Adds the terms of the amount on one post, before its instalments: on which days it pays, by which rule and rate.</summary>
    internal abstract void AddTerms(AmountTerms terms);

    /// <summary>Calls the function of this amount's kind; there is one parameter per kind.</summary>
    /// <returns>What that function returned.</returns>
    public T Match<T>(
        Func<Total, T> total,
        Func<Annual, T> annual,
        Func<YearlyAmounts, T> yearlyAmounts,
        Func<ShareOfCost, T> share,
        Func<YearlyShares, T> yearlyShares,
        Func<ShareOfRemainder, T> shareOfRemainder,
        Func<Balance, T> balance,
        Func<Unknown, T> unknown)
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentNullException.ThrowIfNull(annual);
        ArgumentNullException.ThrowIfNull(yearlyAmounts);
        ArgumentNullException.ThrowIfNull(share);
        ArgumentNullException.ThrowIfNull(yearlyShares);
        ArgumentNullException.ThrowIfNull(shareOfRemainder);
        ArgumentNullException.ThrowIfNull(balance);
        ArgumentNullException.ThrowIfNull(unknown);
        return Kind switch
        {
            AmountKind.Total => total((Total)this),
            AmountKind.Annual => annual((Annual)this),
            AmountKind.YearlyAmounts => yearlyAmounts((YearlyAmounts)this),
            AmountKind.Share => share((ShareOfCost)this),
            AmountKind.YearlyShares => yearlyShares((YearlyShares)this),
            AmountKind.ShareOfRemainder => shareOfRemainder((ShareOfRemainder)this),
            AmountKind.Balance => balance((Balance)this),
            AmountKind.Unknown => unknown((Unknown)this),
        };
    }

    /// <summary>Prints nothing here: the text of an amount holds what was written, not what follows from its kind.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
