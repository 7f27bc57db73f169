using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Naive;

/// <summary>What the agreed funding of a post leans on, day by day, while it is surely full; null where on nobody.</summary>
internal sealed record NaiveLeaning(string? Bearer, LocalDate? StepDownOn, string? SteppingDown, string? Dependent)
{
    /// <param name="walk">The post, in the agreed view.</param>
    /// <param name="announced">The same post in the announced view.</param>
    /// <param name="asOf">The as-of date.</param>
    /// <param name="stepsBefore">Step-downs are looked for before this day.</param>
    /// <param name="dependsBefore">Who bears too much and who depends on others, on the first day and before this one.</param>
    /// <param name="concentration">The part of the cost that is too much for one.</param>
    internal static NaiveLeaning Of(Walk walk, Walk announced, LocalDate asOf, LocalDate stepsBefore, LocalDate dependsBefore,
        Fraction concentration)
    {
        if (NaiveHorizons.Of(walk, asOf).Full.Surely is not { } surely)
            return new(null, null, null, null);
        LocalDate? last = surely == "open" ? null : LocalDatePattern.Iso.Parse(surely).Value;
        Day[] days = [.. walk.ActiveFrom(LocalDate.Max(asOf, walk.First)).Where(day => day.Weight > 0 && !(day.Date > last))];
        Day[] near = [.. days.Where((day, i) => i == 0 || day.Date < dependsBefore)];
        string[] funders = [.. walk.Promises.Select(promise => promise.Commitment.Funder).Distinct()];
        var step = days.Zip(days.Skip(1)).Where(pair => pair.Second.Date < stepsBefore)
            .Select(pair =>
                    (On: (LocalDate?)pair.Second.Date,
                        By: funders.FirstOrDefault(funder => StepsDown(funder, pair.First.Money, pair.Second.Money))))
            .FirstOrDefault(step => step.By is not null);
        return new(
            near.Select(day => funders.FirstOrDefault(funder => Bears(funder, day.Money, concentration)))
                .FirstOrDefault(funder => funder is not null),
            step.On,
            step.By,
            near.Select(day => walk.Promises.FirstOrDefault(promise => Depends(promise, day, announced))?.Commitment.Funder)
                .FirstOrDefault(funder => funder is not null));
    }

    private static bool Bears(string funder, Situation day, Fraction concentration) =>
        Cost(day) is { IsZero: false } cost && Of(funder, day) is var own && own / cost >= concentration
            && (day.LowMoney - own) / cost <= 1 - concentration;

    /// <summary>A remainder or a balance that pays beside money that is only announced, possible or unknown.</summary>
    private static bool Depends(Promise promise, Day day, Walk announced) =>
        day.Money.Of(promise) is { Kind: MoneyKind.ShareOfRemainder or MoneyKind.Balance } money && money.Low > 0
        && (day.Money.Contributions.Any(IsDoubtful) || announced.On(day.Date)
                .Contributions.Any(other => !other.Promise.Commitment.IsAgreed && Pays(other)));

    private static bool IsDoubtful(Contribution money) => Pays(money) && (!money.Sure || money.Kind == MoneyKind.Unknown);

    // Nothing, or a cap of nothing, pays nothing; a remainder may find nothing left, and stands beside all the same.
    private static bool Pays(Contribution money) =>
        money.Kind == MoneyKind.Unknown ? money.High is not { IsZero: true } : !money.Value.IsZero;

    private static bool StepsDown(string funder, Situation before, Situation after) =>
        before.LowMoney - Of(funder, before) < Cost(before) && Falls(Of(funder, before), before, Of(funder, after), after);

    /// <summary>
    /// Whether it is less money, and a smaller part of the cost: a dearer post is no step-down, nor is a cheaper one. Where one cost alone
    /// is known, parts alone compare.
    /// </summary>
    internal static bool Falls(Fraction was, Situation before, Fraction now, Situation after) =>
        (before.Cost is null != after.Cost is null || now < was) && now * Cost(before) < was * Cost(after);

    private static Fraction Of(string funder, Situation day) =>
        day.Contributions.Where(money => money.Promise.Commitment.Funder == funder)
            .Aggregate(Fraction.Zero, (sum, money) => sum + money.Low);

    // Where the cost is unknown, money is counted in parts of it.
    private static Fraction Cost(Situation day) => day.Cost ?? 1;
}
