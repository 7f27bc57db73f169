using FundingReports.Wording;
using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Reports.Tests.Schedules;

/// <summary>What a schedule must say of a post, from the naive walk over its days in the agreed view.</summary>
internal sealed class NaiveSchedule
{
    internal NaiveSchedule(Post post, PortfolioFacts facts, LocalDate asOf, LocalDate through)
    {
        Promise[] promises =
        [
            .. facts.Commitments.Select((commitment, order) => (commitment, order))
                .Where(c => c.commitment.IsAgreed && Knowledge.IsKnown(c.commitment.DecidedOn, asOf)
                        && c.commitment.Posts.Contains(post.Id))
                .Select(c => new Promise(c.commitment, c.order, post.Id, facts, asOf)),
        ];
        var walk = new Walk(post, promises, FundingView.Agreed, asOf, through);
        Days = DaysOf(walk, LocalDate.Max(walk.First, new(asOf.Year, 1, 1)));
        Sums = [.. promises.SelectMany(promise => SumsOf(walk, promise, asOf))];
        Endless = walk.Last is { } last ? [.. promises.Where(walk.IsEndless).Select(promise => (promise.Order, last))] : [];
    }

    /// <summary>Of the post's days from the first year shown on.</summary>
    internal List<string> Days { get; }

    /// <summary>Of all other days, but for sums without end after the end of the post: they tie to nothing.</summary>
    internal List<string> Sums { get; }

    /// <summary>The sums without end, and the last day of the post.</summary>
    internal List<(int Commitment, LocalDate Last)> Endless { get; }

    private static List<string> DaysOf(Walk walk, LocalDate from)
    {
        var days = new LikeDays();
        var active = walk.ActiveFrom(from);
        for (int i = 0; i < active.Count; i++)
            days.Add(active[i].Date, i < active.Count - 1 || walk.Last is not null ? active[i].Date : null, Said(active[i]));
        return days.ToList();
    }

    private static string Said(FundingReports.Tests.Naive.Day day) =>
        $"{day.Money.Cost?.Numerator}: {string.Join(", ", day.Money.Contributions
        .Select(contribution => (contribution.Promise, Payment: contribution.Promise.On(day.Date, FundingView.Agreed)!.Value))
        .Select(paid => (paid.Promise.Order, paid.Payment.Sure, Terms: paid.Promise.Terms(paid.Payment)))
        .OrderBy(paid => Turn(paid.Terms.Kind)).ThenBy(paid => paid.Order)
        .Select(paid => $"{paid.Order} {Rule(paid.Terms.Kind)} {Value(paid.Terms)} {paid.Terms.Cap?.Numerator} {paid.Sure}"))}";

    private static string Value((MoneyKind Kind, Fraction Value, Fraction? Cap) terms) =>
        terms.Kind == MoneyKind.Unknown ? "" : $"{terms.Value}";

    private static int Turn(MoneyKind kind) => kind switch { MoneyKind.ShareOfRemainder => 1, MoneyKind.Balance => 2, _ => 0 };

    private static PaymentRule Rule(MoneyKind kind) => kind switch
    {
        MoneyKind.Sum => PaymentRule.Sum,
        MoneyKind.ShareOfCost => PaymentRule.ShareOfCost,
        MoneyKind.ShareOfRemainder => PaymentRule.ShareOfRemainder,
        MoneyKind.Balance => PaymentRule.Balance,
        _ => PaymentRule.Unknown,
    };

    private static IEnumerable<string> SumsOf(Walk walk, Promise promise, LocalDate asOf)
    {
        LocalDate start = walk.First.PlusYears(-100), end = walk.First.PlusYears(100);
        var outside = new List<KeyValuePair<Situation, int>>(walk.Weights(start, walk.First.PlusDays(-1)));
        if (walk.Last is { } last && !walk.IsEndless(promise))
            outside.AddRange(walk.Weights(last.PlusDays(1), end));
        return Sums("before", walk.ActiveWeights(start, new(asOf.Year - 1, 12, 31))).Concat(Sums("outside", outside));

        IEnumerable<string> Sums(string bucket, IEnumerable<KeyValuePair<Situation, int>> days) =>
            from day in days
            let money = day.Key.Of(promise)
            where money is { Kind: MoneyKind.Sum, Value.IsZero: false }
            group money.Value * day.Value / FundingReports.Tests.Naive.Thirtieths.Year by money.Sure into sums
            orderby sums.Key
            select $"{(promise.Order, bucket, sums.Key)}: {sums.Aggregate(Fraction.Zero, (sum, money) => sum + money)}";
    }
}
