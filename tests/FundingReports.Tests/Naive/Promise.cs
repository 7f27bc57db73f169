using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>The kinds of money on a day. A tranche with an amount is a sum, whatever its commitment.</summary>
internal enum MoneyKind
{
    Sum,
    ShareOfCost,
    ShareOfRemainder,
    Balance,
    Unknown,
}

/// <summary>Which terms of a promise hold on a day; equal on two days where the money is.</summary>
internal readonly record struct Payment(Promise Promise, int Tranche, int Step, LocalDate? ScaledTo, bool Sure);

/// <summary>What one commitment promises to one post, as known on the as-of date.</summary>
internal sealed class Promise
{
    private readonly LocalDate asOf;
    private readonly LocalDate? withdrawnFrom;
    private readonly Term term;
    private readonly List<(LocalDate From, LocalDate Until, Fraction? Rate)> tranches = [];
    private readonly LocalDate[] stepStarts = [];
    private readonly LocalDate[] scalings;
    private readonly Fraction? cap;
    private readonly Fraction[] sums;

    internal Promise(Commitment commitment, int order, string post, PortfolioFacts facts, LocalDate asOf)
    {
        this.asOf = asOf;
        Commitment = commitment;
        Order = order;
        Root = Knowledge.RootOf(commitment, facts);
        From = commitment.From.First;
        term = Knowledge.TermOf(commitment, facts);
        Until = term.Until?.Last;
        withdrawnFrom = Knowledge.WithdrawnFrom(commitment, asOf);
        PlaceInLine = Knowledge.LineOf(commitment, facts, asOf).Select(c => c.Id).ToList().IndexOf(commitment.Id);
        scalings = [.. commitment.Scalings.Select(scaling => scaling.From.First).Order()];

        Fraction[] weights = Weights(commitment, facts);
        int position = commitment.Posts.IndexOf(post);
        long Part(Euros sum) => Cents.Split(sum.Cents, weights)[position];

        cap = commitment.Cap is { } all ? Part(all) : null;
        foreach (Instalment tranche in commitment.Instalments ?? [])
            if (Knowledge.IsKnown(tranche.DecidedOn, asOf))
            {
                (LocalDate from, LocalDate until) = (tranche.From.First, tranche.Until.Last);
                tranches.Add((from, until, tranche.Amount is { } amount ? Yearly(Part(amount), from, until) : null));
            }
        (sums, int steps, Unspread) = commitment.Amount.Match<(Fraction[], int, long)>(
            total: total =>
            {
                // A total stays a total: what the priced tranches leave is spread over its other days.
                long left = LeftOf(total.Sum, commitment, weights, position, asOf);
                int weight = Enumerable.Range(0, Period.DaysBetween(From, Until!.Value) + 1).Select(From.PlusDays)
                    .Where(day => !tranches.Exists(t => t.Rate is not null && t.From <= day && day <= t.Until)).Sum(Thirtieths.Of);
                return ([weight > 0 ? (Fraction)left * Thirtieths.Year / weight : 0], 0, weight > 0 ? 0 : left);
            },
            annual: annual => ([Part(annual.Yearly)], 0, 0),
            yearlyAmounts: yearly => ([.. yearly.Steps.Select(step => (Fraction)Part(step))], yearly.Steps.Length, 0),
            share: _ => ([], 0, 0),
            yearlyShares: yearly => ([], yearly.Steps.Length, 0),
            shareOfRemainder: _ => ([], 0, 0),
            balance: _ => ([], 0, 0),
            unknown: _ => ([], 0, 0));
        if (steps > 0)
            stepStarts = [.. Enumerable.Range(0, steps + 1).Select(From.PlusYears)];
    }

    /// <summary>What is promised to a post, as known on the as-of date, in the portfolio's order.</summary>
    internal static Promise[] AllTo(Post post, PortfolioFacts facts, LocalDate asOf) =>
    [
        .. facts.Commitments.Select((commitment, order) => (commitment, order))
            .Where(c => c.commitment.IsPromised && Knowledge.IsKnown(c.commitment.DecidedOn, asOf) && c.commitment.Posts.Contains(post.Id))
            .Select(c => new Promise(c.commitment, c.order, post.Id, facts, asOf)),
    ];

    internal Commitment Commitment { get; }

    internal int Order { get; }

    /// <summary>Its place in its line, in which the last to have begun is alone in force.</summary>
    internal int PlaceInLine { get; }

    /// <summary>Cents of a total that no day is left to spread over.</summary>
    internal long Unspread { get; }

    /// <summary>The commitment at the head of its line.</summary>
    internal string Root { get; }

    internal LocalDate From { get; }

    internal LocalDate? Until { get; }

    /// <summary>Whether it was withdrawn before it began, so that it never existed.</summary>
    internal bool NeverWas => withdrawnFrom <= From;

    internal bool IsSum => Commitment.Amount.Match(
        total: _ => true, annual: _ => true, yearlyAmounts: _ => true, share: _ => false, yearlyShares: _ => false,
        shareOfRemainder: _ => false, balance: _ => false, unknown: _ => false);

    /// <summary>Every day on which something of it may change.</summary>
    internal IEnumerable<LocalDate> Dates() =>
    [
        From, Until ?? From, withdrawnFrom ?? From, .. stepStarts, .. scalings, .. tranches.SelectMany(t => new[] { t.From, t.Until }),
    ];

    internal bool CountsIn(FundingView view) => view == FundingView.Announced ? Commitment.IsPromised : Commitment.IsAgreed;

    /// <summary>The terms of a day on which it is the one in force of its line; null where it pays nothing in that view.</summary>
    internal Payment? On(LocalDate day, FundingView view)
    {
        if (day < From || day > Until || day >= withdrawnFrom)
            return null;
        int tranche = tranches.FindIndex(t => t.From <= day && day <= t.Until);
        bool sure = tranche >= 0 || !term.IsUnknown || day.Year <= asOf.Year;
        if (view == FundingView.Firm)
        {
            if (Commitment.Instalments is null)
                sure = false;
            else if (tranche < 0)
                return null;
        }
        int step = 0;
        if (tranche >= 0 && tranches[tranche].Rate is not null)
            step = -1;
        else if (stepStarts.Length > 0)
        {
            while (step + 1 < stepStarts.Length && stepStarts[step + 1] <= day)
                step++;
            if (step == stepStarts.Length - 1)
                return null;
        }
        return new(this, step < 0 ? tranche : -1, step, scalings.Where(from => from <= day).Select(from => (LocalDate?)from).Max(), sure);
    }

    /// <summary>The money of a payment: a rate in cents a year, capped already; or a share, with the cap that it may not exceed.</summary>
    internal (MoneyKind Kind, Fraction Value, Fraction? Cap) Terms(Payment payment)
    {
        Fraction factor = 1, part = Commitment.Amount is Amount.ShareOfRemainder remainder ? Of(remainder.Share) : 1;
        foreach (Scaling scaling in Commitment.Scalings.Where(scaling => scaling.From.First <= payment.ScaledTo))
        {
            var each = new Fraction(scaling.Factor.Numerator, scaling.Factor.Denominator);
            factor *= each;
            // Each change acts on the result of the one before: a part never exceeds 1.
            part = Fraction.Min(1, part * each);
        }
        if (payment.Tranche >= 0)
            return (MoneyKind.Sum, tranches[payment.Tranche].Rate!.Value * factor, null);
        (MoneyKind, Fraction, Fraction?) Sum() => (MoneyKind.Sum, Capped(sums[payment.Step] * factor), null);
        return Commitment.Amount.Match(
            total: _ => Sum(),
            annual: _ => Sum(),
            yearlyAmounts: _ => Sum(),
            share: share => (MoneyKind.ShareOfCost, Of(share.Share) * factor, cap),
            yearlyShares: shares => (MoneyKind.ShareOfCost, Of(shares.Steps[payment.Step]) * factor, cap),
            shareOfRemainder: _ => (MoneyKind.ShareOfRemainder, part, cap),
            balance: _ => (MoneyKind.Balance, part, cap),
            unknown: _ => (MoneyKind.Unknown, (Fraction)0, cap));
    }

    /// <summary>
    /// The post's part of a total less its parts of the priced tranches; where the cents of the parts make that negative, its part of what
    /// is left of the whole.
    /// </summary>
    private static long LeftOf(Euros total, Commitment commitment, Fraction[] weights, int position, LocalDate asOf)
    {
        long[] priced = [.. (commitment.Instalments ?? [])
                .Where(tranche => Knowledge.IsKnown(tranche.DecidedOn, asOf) && tranche.Amount is not null)
            .Select(tranche => tranche.Amount!.Value.Cents)];
        long[] left = Cents.Split(total.Cents, weights);
        foreach (long amount in priced)
        {
            long[] parts = Cents.Split(amount, weights);
            left = [.. left.Select((part, i) => part - parts[i])];
        }
        return (left.Any(part => part < 0) ? Cents.Split(total.Cents - priced.Sum(), weights) : left)[position];
    }

    private Fraction Capped(Fraction rate) => cap is { } most ? Fraction.Min(rate, most) : rate;

    private static Fraction Of(Share share) => new(share.Numerator, share.Denominator);

    private static Fraction Yearly(Fraction sum, LocalDate from, LocalDate until) =>
        sum * Thirtieths.Year / Thirtieths.Between(from, until);

    private static Fraction[] Weights(Commitment commitment, PortfolioFacts facts)
    {
        if (commitment.Split is Split.Weights weights)
            return [.. commitment.Posts.Select(id => Fraction.Of(weights.ByPost[id]))];
        decimal?[] ftes = [.. commitment.Posts.Select(id => facts.Posts.Single(post => post.Id == id).Fte)];
        return commitment.Split is Split.Fte && ftes.All(fte => fte is not null)
            ? [.. ftes.Select(fte => Fraction.Of(fte!.Value))]
            : [.. ftes.Select(_ => Fraction.One)];
    }
}
