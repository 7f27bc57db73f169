using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>One day of a post in one view.</summary>
/// <param name="Date">The day.</param>
/// <param name="Weight">What it weighs, in three hundred and sixtieths of a year.</param>
/// <param name="Money">The money of the day.</param>
/// <param name="SurelyFunded">Whether its budget year has no gap at the low end, once compensated.</param>
/// <param name="PossiblyFunded">The same at the high end.</param>
internal readonly record struct Day(LocalDate Date, int Weight, Situation Money, bool SurelyFunded = false, bool PossiblyFunded = false)
{
    internal bool SurelyFull => SurelyFunded || Money.SurelyFull;

    internal bool PossiblyFull => PossiblyFunded || Money.PossiblyFull;

    internal bool SurelyPart => SurelyFunded || Money.SurelyPart;

    internal bool PossiblyPart => PossiblyFunded || Money.PossiblyPart;
}

/// <summary>A post in one view, day by day, from before anything to the day after which nothing changes.</summary>
internal sealed class Walk
{
    private readonly FundingView view;
    private readonly List<Day> days = [];
    private readonly Dictionary<(Promise, int), Fraction> paidTo = [];
    private readonly Dictionary<(LocalDate, LocalDate), Dictionary<Situation, int>> activeWeights = [];
    private readonly Dictionary<int, Compensation> compensations = [];

    internal Walk(Post post, IReadOnlyList<Promise> promises, FundingView view, LocalDate asOf, LocalDate through)
    {
        Promises = promises;
        this.view = view;
        First = (post.From ?? post.AttestedOn!.Value).First;
        Last = post.Until?.Last;
        Cost[] costs = [.. post.Costs.Where(cost => Knowledge.IsKnown(cost.DecidedOn, asOf))];
        List<LocalDate> dates =
        [
            First, Last ?? First, new(asOf.Year, 1, 1), new(asOf.Year, 12, 31), new(through.Year, 12, 31),
            .. costs.Select(cost => cost.From.First), .. promises.SelectMany(promise => promise.Dates()),
        ];
        Promise[][] lines = [.. promises
            .Where(promise => !promise.NeverWas && promise.CountsIn(view))
            .GroupBy(promise => promise.Root)
            .Select(line => line.OrderBy(p => p.PlaceInLine).ToArray())];

        (bool Active, Fraction? Cost, List<Payment> Payments, List<Payment> Agreed) terms = (false, null, [], []);
        Situation? situation = null;
        // To the first day of a year that is like all after it.
        LocalDate end = new(dates.Max().PlusDays(1).Year + 1, 1, 1);
        for (LocalDate day = new(dates.Min().Year, 1, 1); day <= end; day = day.PlusDays(1))
        {
            bool active = day >= First && !(day > Last);
            Fraction? cost = active ? Knowledge.CostOn(day, costs) : null;
            List<Payment> payments = Payments(day, view), agreed = view == FundingView.Firm ? Payments(day, FundingView.Agreed) : [];
            // Most days are like the day before.
            if (situation is null || active != terms.Active || cost != terms.Cost || !payments.SequenceEqual(terms.Payments)
                    || !agreed.SequenceEqual(terms.Agreed))
            {
                terms = (active, cost, payments, agreed);
                situation = new(active, cost, payments, view == FundingView.Firm ? new(active, cost, agreed) : null);
            }
            days.Add(new(day, Thirtieths.Of(day), situation));
        }

        List<Payment> Payments(LocalDate day, FundingView of)
        {
            var payments = new List<Payment>(lines.Length);
            foreach (Promise[] line in lines)
                if (Array.FindLast(line, promise => promise.From <= day)?.On(day, of) is { } payment)
                    payments.Add(payment);
            return payments;
        }
    }

    /// <summary>A post of a portfolio, with all that is promised to it.</summary>
    internal static Walk Of(Post post, PortfolioFacts facts, FundingView view, LocalDate asOf, LocalDate through) =>
        new(post, Promise.AllTo(post, facts, asOf), view, asOf, through);

    internal IReadOnlyList<Promise> Promises { get; }

    /// <summary>The first day of the post.</summary>
    internal LocalDate First { get; }

    /// <summary>The last day of the post, if one is set.</summary>
    internal LocalDate? Last { get; }

    /// <summary>What holds for ever after.</summary>
    internal Situation ForEver => days[^1].Money;

    internal Situation On(LocalDate day) => day > days[^1].Date ? ForEver : days[Period.DaysBetween(days[0].Date, day)].Money;

    /// <summary>
    /// What is missing between two days, both included, while the post exists, in cents, rounded once; null where any of it is unknown.
    /// </summary>
    internal long? Missing(LocalDate from, LocalDate until)
    {
        Fraction missing = 0;
        for (LocalDate day = from; day <= until; day = day.PlusDays(1))
        {
            if (day < First || day > Last || Thirtieths.Of(day) == 0)
                continue;
            if (On(day).Gap is not { } gap)
                return null;
            missing += gap * Thirtieths.Of(day) / Thirtieths.Year;
        }
        return missing.Round();
    }

    /// <summary>The days on which the post exists, from a day on.</summary>
    internal List<Day> ActiveFrom(LocalDate from) => [.. days.Where(day => day.Money.Active && day.Date >= from)
        .Select(day => day
                with { SurelyFunded = CompensatedIn(day.Date.Year).Low.IsFunded,
                    PossiblyFunded = CompensatedIn(day.Date.Year).High.IsFunded })];

    /// <summary>What is missing and what is too much in a year, after compensation.</summary>
    internal Compensation CompensatedIn(int year)
    {
        if (!compensations.TryGetValue(year, out Compensation? compensation))
            compensations[year] = compensation = new(ActiveWeights(new(year, 1, 1), new(year, 12, 31)), Promises);
        return compensation;
    }

    /// <summary>The weight of each situation between two days, both included; situations that weigh nothing left out.</summary>
    internal Dictionary<Situation, int> Weights(LocalDate from, LocalDate until)
    {
        var weights = new Dictionary<Situation, int>();
        int start = Math.Max(0, Period.DaysBetween(days[0].Date, from));
        for (int i = start; i < days.Count && days[i].Date <= until; i++)
            if (days[i].Weight > 0)
                weights[days[i].Money] = weights.GetValueOrDefault(days[i].Money) + days[i].Weight;
        return weights;
    }

    /// <summary>The same, of the days on which the post exists.</summary>
    internal Dictionary<Situation, int> ActiveWeights(LocalDate from, LocalDate until)
    {
        if (!activeWeights.TryGetValue((from, until), out Dictionary<Situation, int>? weights))
            activeWeights[(from, until)] = weights = Weights(from, until).Where(pair => pair.Key.Active).ToDictionary();
        return weights;
    }

    /// <summary>The exact sure money of a promise's sums on the post's days, from its beginning to the end of a year, in cents.</summary>
    internal Fraction PaidTo(Promise promise, int year)
    {
        if (year < days[0].Date.Year)
            return 0;
        if (!paidTo.TryGetValue((promise, year), out Fraction paid))
        {
            paid = PaidTo(promise, year - 1) + Sum(ActiveWeights(new(year, 1, 1), new(year, 12, 31)), promise);
            paidTo[(promise, year)] = paid;
        }
        return paid;
    }

    /// <summary>The exact sure money of a promise's sums on all the post's days, in cents.</summary>
    internal Fraction PaidInAll(Promise promise) => PaidTo(promise, days[^1].Date.Year);

    /// <summary>The exact sure money of a promise's sums on all days, those before and after the post too, in cents.</summary>
    internal Fraction PromisedInAll(Promise promise) => Sum(Weights(days[0].Date, days[^1].Date), promise) + Unspread(promise);

    /// <summary>
    /// The money of a promise's sums on days when the post is not active, in cents; null where it is only possible, or has no end.
    /// </summary>
    internal long? Unused(Promise promise)
    {
        Situation[] idle = [.. Weighted.Where(situation => !situation.Active)];
        if (IsOnlyPossible(promise, idle) || (!ForEver.Active && IsEndless(promise)))
            return null;
        // A sum that never ends has no total for its cells and its unused part to add up to.
        return IsEndless(promise)
            ? (PromisedInAll(promise) - PaidInAll(promise)).Round()
            : PromisedInAll(promise).Round() - PaidInAll(promise).Round();
    }

    /// <summary>What a promise paid before a year, in cents; null where it is only possible.</summary>
    internal long? PaidBefore(Promise promise, int year) =>
        year > days[0].Date.Year && IsOnlyPossible(promise, ActiveWeights(days[0].Date, new(year - 1, 12, 31)).Keys) ? null
            : PaidTo(promise, year - 1).Round();

    /// <summary>What a promise pays after a year, in cents; null where it is only possible, or has no end.</summary>
    internal long? PaidAfter(Promise promise, int year)
    {
        LocalDate last = days[^1].Date;
        bool unknown = ForEver.Active && IsEndless(promise)
            || IsOnlyPossible(promise, ActiveWeights(new(year + 1, 1, 1), last.Year > year ? last : new(year + 1, 1, 1)).Keys);
        return unknown ? null : PaidInAll(promise).Round() - PaidTo(promise, year).Round();
    }

    /// <summary>Whether a sum of this promise never ends.</summary>
    internal bool IsEndless(Promise promise) => ForEver.Of(promise) is { Kind: MoneyKind.Sum, Value.IsZero: false };

    /// <summary>Whether a sum of this promise is only possible in one of these situations.</summary>
    internal static bool IsOnlyPossible(Promise promise, IEnumerable<Situation> situations) =>
        situations.Any(situation => situation.Of(promise) is { Kind: MoneyKind.Sum, Sure: false, Value.IsZero: false });

    internal IEnumerable<Situation> Weighted => days.Where(day => day.Weight > 0).Select(day => day.Money).Distinct();

    // Of a total whose priced tranches leave no other day; no tranche makes it firm.
    private Fraction Unspread(Promise promise) =>
        view != FundingView.Firm && days.Exists(day => day.Money.Of(promise) is not null) ? promise.Unspread : 0;

    private static Fraction Sum(Dictionary<Situation, int> weights, Promise promise)
    {
        Fraction sum = 0;
        foreach ((Situation situation, int weight) in weights)
            if (situation.Of(promise) is { Kind: MoneyKind.Sum, Sure: true } money)
                sum += money.Value * weight / Thirtieths.Year;
        return sum;
    }
}
