using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Naive;

/// <summary>Until when a post is funded, in one view.</summary>
internal static class NaiveHorizons
{
    private const string Open = "open";

    internal static NaiveView Of(Walk walk, LocalDate asOf)
    {
        long? unused = Unused(walk);
        if (walk.Last < asOf)
            return new(new("ended", null, null), null, null, new("ended", null, null), [], null, unused);

        List<Day> days = walk.ActiveFrom(LocalDate.Max(asOf, walk.First));
        Run full = RunOf(days, walk.Last, day => day.SurelyFull), perhaps = RunOf(days, walk.Last, day => day.PossiblyFull);
        Run part = RunOf(days, walk.Last, day => day.SurelyPart), perhapsPart = RunOf(days, walk.Last, day => day.PossiblyPart);
        string? left = full.Until is { } until
            ? PeriodPattern.Roundtrip.Format(Period.Between(asOf, until.PlusDays(1), PeriodUnits.Months | PeriodUnits.Days))
            : null;
        return new(Horizon(full, perhaps, walk.Last), left, full.Resumes, Horizon(part, perhapsPart, walk.Last), Pieces(days, walk.Last),
            CliffOf(walk, full), unused);
    }

    /// <summary>An unbroken run from the first day: until a day, or null (not on the first day), or endless.</summary>
    private sealed record Run(LocalDate? Until, bool Endless, LocalDate? Resumes)
    {
        internal string? Text => Endless ? Open : Until is { } day ? Show.Iso(day) : null;
    }

    private static Run RunOf(List<Day> days, LocalDate? postEnd, Func<Day, bool> holds)
    {
        bool any = false;
        for (int i = 0; i < days.Count;)
        {
            int hole = i, weight = 0;
            for (; i < days.Count && !holds(days[i]); i++)
                weight += days[i].Weight;
            bool forEver = i == days.Count && postEnd is null && i > hole;
            if (weight > 0 || forEver)
                return new(hole == 0 ? null : days[hole - 1].Date, false, i < days.Count ? days[i].Date : null);
            any |= i < days.Count;
            i++;
        }
        // A run holds at least one day on which the money is there.
        return any ? new(postEnd, postEnd is null, null) : new(null, false, null);
    }

    private static NaiveHorizon Horizon(Run surely, Run possibly, LocalDate? postEnd)
    {
        string state = surely.Text != possibly.Text ? "between"
            : surely.Endless ? Open
            : surely.Until is null ? "notOnFirstDay"
            : surely.Until == postEnd ? "postEnds"
            : "until";
        return new(state, surely.Text, possibly.Text);
    }

    private static List<NaivePiece> Pieces(List<Day> days, LocalDate? postEnd)
    {
        var pieces = new List<NaivePiece>();
        for (int i = 0; i < days.Count;)
        {
            int start = i++;
            while (i < days.Count && IsOneWith(days[i - 1], days[i]))
                i++;
            LocalDate? until = i < days.Count ? days[i - 1].Date : postEnd;
            Situation money = days[start].Money;
            pieces.Add(new(days[start].Date, until, money.Low.ToSixDecimals(), money.High?.ToSixDecimals(), StateOf(days[start..i])));
        }
        return pieces;
    }

    // Of equal coverage, and of equal state unless they differ in nothing but whether any of it is sure.
    private static bool IsOneWith(Day a, Day b) => a.Money.Low == b.Money.Low && a.Money.High == b.Money.High
        && (StateOf(a) == StateOf(b) || (a.SurelyFull == b.SurelyFull && a.PossiblyFull == b.PossiblyFull));

    /// <summary>What is exactly true of all these days; where it is not one and the same, what is not known decides.</summary>
    private static string StateOf(List<Day> days) => days.Select(StateOf).Distinct().ToList() is [var one] ? one : "undetermined";

    private static string StateOf(Day day) => day.SurelyFull ? "full"
        : !day.PossiblyPart ? "none"
        : day.SurelyPart && !day.PossiblyFull ? "part"
        : "undetermined";

    private static NaiveCliff? CliffOf(Walk walk, Run full)
    {
        if (full.Until is not { } last || last == walk.Last)
            return null;
        (Situation before, Situation after) = (walk.On(last), walk.On(last.PlusDays(1)));
        bool inEuros = before.Cost is not null && after.Cost is not null;
        long? rateLost = inEuros ? (before.LowMoney - after.LowMoney).Round() : null;
        string[] falling = [.. walk.Promises.Where(p => Amount(after, p) < Amount(before, p)).Select(p => p.Commitment.Id)];
        return new(last.PlusDays(1), (before.Low - after.Low).ToSixDecimals(), rateLost, falling);

        // In euros where both costs are known; else in parts of the cost (of a cost of 0, no part is lost).
        Fraction Amount(Situation situation, Promise promise)
        {
            Fraction low = situation.Of(promise)?.Low ?? 0;
            return inEuros || situation.Cost is not { } cost ? low : cost.IsZero ? 0 : low / cost;
        }
    }

    private static long? Unused(Walk walk) => walk.Promises.Aggregate((long?)0, (sum, promise) => sum + walk.Unused(promise));
}
