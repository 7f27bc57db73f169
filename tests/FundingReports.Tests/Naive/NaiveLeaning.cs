using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Naive;

/// <summary>What the agreed funding of a post leans on, day by day, while it is surely full; null where on nobody.</summary>
internal sealed record NaiveLeaning(string? Bearer, LocalDate? StepDownOn, string? SteppingDown, string? Dependent)
{
    /// <param name="walk">The post, in the agreed view.</param>
    /// <param name="asOf">The as-of date.</param>
    /// <param name="stepsBefore">Step-downs are looked for before this day.</param>
    /// <param name="dependsBefore">Who bears too much and who depends on others, on the first day and before this one.</param>
    /// <param name="concentration">The part of the cost that is too much for one.</param>
    internal static NaiveLeaning Of(Walk walk, LocalDate asOf, LocalDate stepsBefore, LocalDate dependsBefore, Fraction concentration)
    {
        if (NaiveHorizons.Of(walk, asOf).Full.Surely is not { } surely)
            return new(null, null, null, null);
        LocalDate? last = surely == "open" ? null : LocalDatePattern.Iso.Parse(surely).Value;
        Day[] days = [.. walk.ActiveFrom(LocalDate.Max(asOf, walk.First)).Where(day => day.Weight > 0 && !(day.Date > last))];
        Day[] near = [.. days.Where((day, i) => i == 0 || day.Date < dependsBefore)];
        string[] funders = [.. walk.Promises.Select(promise => promise.Commitment.Funder).Distinct()];
        var step = days.Zip(days.Skip(1)).Where(pair => pair.Second.Date < stepsBefore)
            .Select(pair => (On: (LocalDate?)pair.Second.Date, By: funders.FirstOrDefault(funder => StepsDown(funder, pair.First.Money, pair.Second.Money))))
            .FirstOrDefault(step => step.By is not null);
        return new(
            near.Select(day => funders.FirstOrDefault(funder => Bears(funder, day.Money, concentration))).FirstOrDefault(funder => funder is not null),
            step.On,
            step.By,
            near.Select(day => walk.Promises.FirstOrDefault(promise => Depends(promise, day.Money))?.Commitment.Funder).FirstOrDefault(funder => funder is not null));
    }

    private static bool Bears(string funder, Situation day, Fraction concentration) =>
        Cost(day) is { IsZero: false } cost && Of(funder, day) is { IsZero: false } own && (day.LowMoney - own) / cost <= 1 - concentration;

    private static bool Depends(Promise promise, Situation day) =>
        day.Of(promise) is { Kind: MoneyKind.ShareOfRemainder or MoneyKind.Balance } money && money.Low > 0 && money.Low < day.LowMoney;

    // Less money, and a smaller part of the cost: a dearer post is no step-down, nor is a cheaper one. Where only one cost is known, parts alone compare.
    private static bool StepsDown(string funder, Situation before, Situation after)
    {
        (Fraction was, Fraction cost) = (Of(funder, before), Cost(before));
        bool needed = before.LowMoney - was < cost;
        bool less = before.Cost is null != after.Cost is null || Of(funder, after) < was;
        return needed && less && !Cost(after).IsZero && Of(funder, after) / Cost(after) < was / cost;
    }

    private static Fraction Of(string funder, Situation day) =>
        day.Contributions.Where(money => money.Promise.Commitment.Funder == funder).Aggregate(Fraction.Zero, (sum, money) => sum + money.Low);

    // Where the cost is unknown, money is counted in parts of it.
    private static Fraction Cost(Situation day) => day.Cost ?? 1;
}
