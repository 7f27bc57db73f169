using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace FundingReports.Portfolios;

/// <summary>What a commitment promises: one of the kinds of <see cref="AmountKind"/>, each a record of its own, such as <c>new Amount.Annual(Euros.Of(20_000))</c>.</summary>
/// <remarks>
/// The two that carry nothing are <see cref="TheBalance"/> and <see cref="NotPublished"/>. Two amounts are equal where they say the same.
/// Each kind has a file of its own, which answers what is asked here of all. What must differ elsewhere (words, cells, files) asks
/// <see cref="Match"/>, so that a new kind does not compile until each place has its answer.
/// </remarks>
public abstract partial record Amount
{
    /// <summary>The most twelve months in a schedule; more are a typing error that would lead out of the calendar.</summary>
    internal const int MostYears = 100;

    private Amount() { }

    /// <summary>The balance; there is only one.</summary>
    public static Amount TheBalance { get; } = new Balance();

    /// <summary>The unknown amount; there is only one.</summary>
    public static Amount NotPublished { get; } = new Unknown();

    /// <summary>Which kind it is.</summary>
    public abstract AmountKind Kind { get; }

    /// <summary>For how many successive twelve months it is given, from the first day of the commitment, with nothing after; null where it holds to the term.</summary>
    public abstract int? Years { get; }

    /// <summary>The sum for the whole period, which the term must then close; null where the amount gives no such sum.</summary>
    public abstract Euros? WholeSum { get; }

    /// <summary>Whether it is a sum of money, which is split between the posts, must tie to the cent, and needs the cost of a post to be compared with it.</summary>
    public bool IsSum => Rule is PaymentRule.Sum;

    /// <summary>Whether nobody has published how much it is.</summary>
    public bool IsUnknown => Rule is PaymentRule.Unknown;

    /// <summary>Whether it depends on what others leave: such promises can contradict one another.</summary>
    internal bool IsOfTheRest => Rule switch
    {
        PaymentRule.ShareOfRemainder or PaymentRule.Balance => true,
        PaymentRule.Sum or PaymentRule.ShareOfCost or PaymentRule.Unknown => false,
    };

    /// <summary>The most that it takes of what others leave; zero where it takes none.</summary>
    internal abstract Ratio RestAtMost { get; }

    /// <summary>How the money is worked out on each of its days; this decides how a scenario multiplies it.</summary>
    internal abstract PaymentRule Rule { get; }

    /// <summary>Every sum that it names, as written: none may be negative or too large.</summary>
    internal abstract ImmutableArray<Euros> Sums { get; }

    /// <summary>
    /// What sums by the year give from one day to another, both included, in cents × 360: no more may be fixed or paid.
    /// Null where the amount is not given by the year, or is itself in error.
    /// </summary>
    /// <param name="first">The first day of the commitment; null where unknown.</param>
    /// <param name="from">The first day, included.</param>
    /// <param name="until">The last day, included.</param>
    internal abstract Int128? YearlySums(LocalDate? first, LocalDate from, LocalDate until);

    /// <summary>The same amount without a list that was never set.</summary>
    internal abstract Amount Filled();

    /// <summary>What a renewal of it promises, times a factor.</summary>
    /// <param name="factor">What the renewal multiplies it by.</param>
    /// <param name="from">The first day of what is renewed, included.</param>
    /// <param name="until">The last day of what is renewed, included; null where it has none.</param>
    internal abstract RenewedAmount Renewed(Factor factor, LocalDate from, LocalDate? until);

    /// <summary>Its terms on one post: on which days it pays by which rule and rate, before its instalments.</summary>
    internal abstract void AddTerms(AmountTerms terms);

    /// <summary>The answer of its kind. There is one parameter per kind.</summary>
    /// <returns>What the function of its kind returned.</returns>
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

    /// <summary>Its text holds what was written alone, not what follows from its kind.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;
}
