using FundingReports.Ledger;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Policies;

// What is paid to the post, as a rule asks it: on a day, over some days, in a budget year.
public sealed partial class SchemeCase
{
    /// <summary>
    /// Who pays what to the post: all that is announced, granted or signed and known on the as-of date, from the first day of the post on,
    /// each commitment paying what it promises, firm or not.
    /// </summary>
    public FundingLedger Ledger => Money.Ledger;

    /// <summary>
    /// Whether a commitment is of a kind of funder, to ask of its money: <c>subject.ShareOn(day, subject.PaidBy(FunderKind.State))</c>.
    /// </summary>
    public Func<Commitment, bool> PaidBy(FunderKind kind) => commitment => FunderOf(commitment)?.Kind == kind;

    /// <summary>The part of the cost that some commitments pay on a day; null where the post is not active.</summary>
    /// <param name="day">The day.</param>
    /// <param name="which">The commitments; all where null.</param>
    public RatioRange? ShareOn(LocalDate day, Func<Commitment, bool>? which = null) =>
        Ledger.On(day) is { } period ? ShareIn(period, which) : null;

    /// <summary>
    /// The mean part of the cost that some commitments pay over the days of the post among some, each month weighing the same; null where
    /// the post has no such day.
    /// </summary>
    /// <param name="from">The first day, included.</param>
    /// <param name="until">The last day, included.</param>
    /// <param name="which">The commitments; all where null.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public RatioRange? ShareBetween(LocalDate from, LocalDate until, Func<Commitment, bool>? which = null)
    {
        RatioRange sum = RatioRange.Zero;
        int weight = 0;
        foreach ((LedgerPeriod period, int thirtieths) in PeriodsBetween(from, until))
        {
            var share = ShareIn(period, which);
            sum += new RatioRange(share.Low * new Ratio(thirtieths, 1), share.High is { } high ? high * new Ratio(thirtieths, 1) : null);
            weight += thirtieths;
        }
        return weight == 0 ? null : new(sum.Low.Over(weight).Reduced, sum.High?.Over(weight).Reduced);
    }

    /// <summary>
    /// The mean part of the cost that some commitments pay over the days of the post in a budget year; null where it has none.
    /// </summary>
    /// <inheritdoc cref="ShareBetween"/>
    public RatioRange? ShareIn(int year, Func<Commitment, bool>? which = null) => ShareBetween(new(year, 1, 1), new(year, 12, 31), which);

    /// <summary>
    /// What some commitments pay over the days of the post among some, in euros, to the cent; unknown where a part of it is.
    /// </summary>
    /// <param name="from">The first day, included.</param>
    /// <param name="until">The last day, included.</param>
    /// <param name="which">The commitments; all where null.</param>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public Knowable<Euros> MoneyBetween(LocalDate from, LocalDate until, Func<Commitment, bool>? which = null)
    {
        Ratio sum = Ratio.Zero;
        foreach ((LedgerPeriod period, int thirtieths) in PeriodsBetween(from, until))
            foreach (var part in PartsOf(period, which))
            {
                if (part.YearlyCents is not { } cents)
                    return Knowable<Euros>.Unknown(
                        part.Line.Rule is PaymentRule.Unknown || period.Cost.IsKnown ? Missing.Amount : Missing.Cost);
                sum = (sum + cents * new Ratio(thirtieths, Thirtieths.InAYear)).Reduced;
            }
        return Knowable<Euros>.Known(sum.ToEuros());
    }

    /// <summary>
    /// What some commitments pay over the days of the post in a budget year, in euros, to the cent; unknown where a part of it is.
    /// </summary>
    /// <inheritdoc cref="MoneyBetween"/>
    public Knowable<Euros> MoneyIn(int year, Func<Commitment, bool>? which = null) =>
        MoneyBetween(new(year, 1, 1), new(year, 12, 31), which);

    private static RatioRange ShareIn(LedgerPeriod period, Func<Commitment, bool>? which)
    {
        RatioRange sum = RatioRange.Zero;
        foreach (var part in PartsOf(period, which))
            sum += part.Part;
        return sum;
    }

    private static IEnumerable<SchemePart> PartsOf(LedgerPeriod period, Func<Commitment, bool>? which) =>
        period.Lines.Where(line => which?.Invoke(line.Commitment) ?? true).Select(line => new SchemePart(line, true, period.Cost));

    private IEnumerable<(LedgerPeriod Period, int Thirtieths)> PeriodsBetween(LocalDate from, LocalDate until) =>
        from.Year < PartialDate.FirstYear || until.Year > PartialDate.LastYear
        ? throw new ArgumentOutOfRangeException(nameof(until), $"{from:uuuu-MM-dd} to {until:uuuu-MM-dd}",
            $"Money is asked of the years {PartialDate.FirstYear} to {PartialDate.LastYear}.")
        : from <= until ? WeighedBetween(from, until)
        : throw new ArgumentException($"The last day ({until:uuuu-MM-dd}) is before the first ({from:uuuu-MM-dd}).", nameof(until));

    private IEnumerable<(LedgerPeriod Period, int Thirtieths)> WeighedBetween(LocalDate from, LocalDate until)
    {
        foreach (var period in Ledger.Periods)
        {
            LocalDate first = LocalDate.Max(from, period.From), last = period.Until is { } end ? LocalDate.Min(until, end) : until;
            // A 31st alone weighs nothing.
            if (first <= last && Thirtieths.Between(first, last) is > 0 and var thirtieths)
                yield return (period, thirtieths);
        }
    }
}
