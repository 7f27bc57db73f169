using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using FundingReports.Validation;

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
    private readonly ValueList<Problem> wrong;
    private readonly bool isSum;

    private Pays(Amount amount, Sharing sharing = Sharing.NotSaid) : this(amount, amount.IsSum, [], sharing)
    {
    }

    private Pays(Amount amount, bool isSum, ImmutableArray<Problem> wrong, Sharing sharing) =>
        (this.amount, this.isSum, this.wrong, Sharing) = (amount, isSum, new(wrong), sharing);

    /// <summary>
    /// What is promised; an unknown amount where nothing was said, or a number that can be no amount. A sum for each post is the sum for
    /// one.
    /// </summary>
    public Amount Amount => amount ?? Amount.NotPublished;

    private ImmutableArray<Problem> Wrong => wrong.Items.IsDefault ? [] : wrong.Items;

    private Sharing Sharing { get; }

    /// <summary>The same, for all the posts together: it is split between them by working time, to the cent.</summary>
    public Pays ForAllPosts => new(Amount, isSum, Wrong, Sharing.Together);

    /// <summary>The same, for each of the posts, whatever its working time.</summary>
    public Pays ForEachPost => new(Amount, isSum, Wrong, Sharing.Each);

    /// <summary>What the other funders leave, without a cap.</summary>
    public static Pays TheBalance { get; } = new(Amount.TheBalance);

    /// <summary>An amount that nobody has published.</summary>
    public static Pays NotPublished { get; } = new(Amount.NotPublished);

    /// <summary>So many euros a year.</summary>
    public static Pays Annual(decimal euros) => Sums([euros], steps => new Amount.Annual(steps[0]), AmountKind.Annual);

    /// <summary>So many euros for the whole period; the term must be a date.</summary>
    public static Pays Total(decimal euros) => Sums([euros], steps => new Amount.Total(steps[0]), AmountKind.Total);

    /// <summary>So many euros for each successive twelve months; nothing after the last.</summary>
    public static Pays YearByYear(params ReadOnlySpan<decimal> euros) =>
        Sums(euros, steps => new Amount.YearlyAmounts(steps), AmountKind.YearlyAmounts, isList: true);

    /// <summary>Shares of the cost for each successive twelve months; nothing after the last.</summary>
    public static Pays YearByYear(params ImmutableArray<Share> shares) => new(new Amount.YearlyShares(shares));

    /// <summary>So many percent of the cost: 80, above 0 and at most 100.</summary>
    public static Pays Percent(decimal percent) => Percents([percent], steps => new Amount.ShareOfCost(steps[0]), AmountKind.Share);

    /// <summary>So many percent of the cost for each successive twelve months (80, 50, 30); nothing after the last.</summary>
    public static Pays PercentYearByYear(params ReadOnlySpan<decimal> percents) =>
        Percents(percents, steps => new Amount.YearlyShares(steps), AmountKind.YearlyShares, isList: true);

    /// <summary>A share of what sums and shares of the cost leave.</summary>
    public static Pays ShareOfRemainder(Share share)
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
    public static implicit operator Pays(Share share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(new Amount.ShareOfCost(share));
    }

    /// <summary>Euros a year.</summary>
    public static implicit operator Pays(decimal yearly) => Annual(yearly);

    /// <summary>Euros a year.</summary>
    public static implicit operator Pays(int yearly) => Annual(yearly);

    /// <summary>The amount and the split of a promise to so many posts, and what is wrong with it, at its place in the promise.</summary>
    internal (Amount Amount, Split Split, ImmutableArray<Problem> Wrong) For(int posts)
    {
        if (posts < 2 || !isSum)
            return (Amount, Split.ByFte, Wrong);
        return Sharing switch
        {
            Sharing.Together => (Amount, Split.ByFte, Wrong),
            Sharing.Each => (TimesPosts(posts), Split.Equally, Wrong),
            _ => (Amount, Split.ByFte, Wrong.Add(new(
                ProblemCode.SharingNotSaid, $".{Property.Split}", null, posts.ToString(CultureInfo.InvariantCulture)))),
        };
    }

    private Amount TimesPosts(int posts) => Amount.Match<Amount>(
        total => new Amount.Total(Times(total.Sum, posts)),
        annual => new Amount.Annual(Times(annual.Yearly, posts)),
        yearlyAmounts => new Amount.YearlyAmounts([.. yearlyAmounts.Steps.Select(step => Times(step, posts))]),
        share => share,
        yearlyShares => yearlyShares,
        remainder => remainder,
        balance => balance,
        unknown => unknown);

    // What is too large for a sum of euros is far too large for a sum of a promise, and refused as such.
    private static Euros Times(Euros sum, int posts) =>
        Euros.FromCents((long)Int128.Clamp((Int128)sum.Cents * posts, long.MinValue, long.MaxValue));

    private static Pays Sums(
        ReadOnlySpan<decimal> numbers, Func<ImmutableArray<Euros>, Amount> amount, AmountKind kind, bool isList = false) =>
        Of(numbers, number => (ExactNumber.Of(number).AsMoney(out Euros sum), sum), ExactNumber.Write,
            amount, kind, isList, isSum: true);

    private static Pays Percents(
        ReadOnlySpan<decimal> numbers, Func<ImmutableArray<Share>, Amount> amount, AmountKind kind, bool isList = false) =>
        Of(numbers, number => (ExactNumber.AsShare(ExactNumber.Of(number), ExactNumber.Of(100), out Share share), share),
            number => $"{ExactNumber.Write(number)} %", amount, kind, isList, isSum: false);

    // An amount of which a number is refused is unknown: a new one, so that it is known for what it stands for.
    private static Pays Of<T>(ReadOnlySpan<decimal> numbers, Func<decimal, (ProblemCode? Wrong, T Value)> read,
        Func<decimal, string> found, Func<ImmutableArray<T>, Amount> amount, AmountKind kind, bool isList, bool isSum)
    {
        var steps = ImmutableArray.CreateBuilder<T>(numbers.Length);
        var wrong = ImmutableArray.CreateBuilder<Problem>();
        for (int i = 0; i < numbers.Length; i++)
        {
            (ProblemCode? code, T value) = read(numbers[i]);
            steps.Add(value);
            if (code is { } why)
                wrong.Add(new(why, string.Create(CultureInfo.InvariantCulture,
                    $".{Property.Amount}.{AmountKinds.NameOf(kind)}{(isList ? $"[{i}]" : "")}"), found(numbers[i]), []));
        }
        return new(wrong.Count == 0 ? amount(steps.MoveToImmutable()) : new Amount.Unknown(), isSum, wrong.ToImmutable(), Sharing.NotSaid);
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => Wrong is [var first, ..] ? $"refused: {first.Found}" : $"{Amount}";
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
