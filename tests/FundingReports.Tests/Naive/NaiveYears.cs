using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>The figures of a budget year of a post.</summary>
internal static class NaiveYears
{
    internal static NaiveYear Of(int year, IReadOnlyDictionary<FundingView, Walk> walks)
    {
        IReadOnlyList<Promise> promises = walks[FundingView.Agreed].Promises;
        long? cost = Total(Weights(walks[FundingView.Agreed], year), situation => situation.Cost);
        var cells = walks.ToDictionary(pair => pair.Key, pair => Cells(pair.Value, year));
        return new(
            year, cost,
            [.. promises.Select((p, i) =>
                    new NaiveCell(p.Commitment.Id, cells[FundingView.Firm][i], cells[FundingView.Agreed][i],
                        cells[FundingView.Announced][i]))],
            View(FundingView.Firm), View(FundingView.Agreed), View(FundingView.Announced));

        NaiveYearView View(FundingView view)
        {
            Dictionary<Situation, int> weights = Weights(walks[view], year);
            Compensation compensation = walks[view].CompensatedIn(year);
            long? funding = cells[view].Aggregate((long?)0, (sum, cell) => sum + cell);
            long? gap = compensation.Gap?.Round(), surplus = compensation.Surplus?.Round();
            return new(
                funding, gap, compensation.GapAtMost?.Round(), surplus, funding + gap - cost - surplus,
                Mean(weights, s => s.Low), Mean(weights, s => s.High));
        }
    }

    /// <summary>One cell a promise, in the order of the portfolio.</summary>
    internal static long?[] Cells(Walk walk, int year)
    {
        Dictionary<Situation, int> weights = Weights(walk, year);
        Fraction?[] parts = [.. walk.Promises.Select(promise => Part(promise, weights))];
        int[] known = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i] is not null)];
        long[] rounded = Cents.RoundTogether([.. known.Select(i => parts[i]!.Value)]);

        var cells = new long?[parts.Length];
        for (int k = 0; k < known.Length; k++)
            cells[known[k]] = SumOf(walk, walk.Promises[known[k]], year, weights) + rounded[k];
        return cells;
    }

    /// <summary>What a promise pays in the year as a sum, or as the amount of a tranche; null where it is only possible.</summary>
    private static long? SumOf(Walk walk, Promise promise, int year, Dictionary<Situation, int> weights) =>
        Walk.IsOnlyPossible(promise, weights.Keys) ? null : walk.PaidTo(promise, year).Round() - walk.PaidTo(promise, year - 1).Round();

    /// <summary>What a promise pays in the year as a part of the cost, exactly; null where it cannot be known.</summary>
    private static Fraction? Part(Promise promise, Dictionary<Situation, int> weights)
    {
        Fraction sum = 0;
        foreach ((Situation situation, int weight) in weights)
        {
            if (situation.Of(promise) is not { } money || money.Kind == MoneyKind.Sum)
                continue;
            bool nothing = money.Low.IsZero && money.High is { IsZero: true };
            bool known = money.Kind switch
            {
                MoneyKind.ShareOfCost => nothing || money.Sure && situation.Cost is not null,
                MoneyKind.Unknown => nothing,
                // Possible or not, a part of nothing is nothing: such a day is not a paying one.
                _ => (nothing && money.LowIfSure.IsZero) || (money.Sure && money.Low == money.High && situation.Cost is not null),
            };
            if (!known)
                return null;
            sum += money.Low * weight / Thirtieths.Year;
        }
        return sum;
    }

    private static Dictionary<Situation, int> Weights(Walk walk, int year) => walk.ActiveWeights(new(year, 1, 1), new(year, 12, 31));

    private static long? Total(Dictionary<Situation, int> weights, Func<Situation, Fraction?> rate)
    {
        Fraction? sum = Fraction.Zero;
        foreach ((Situation situation, int weight) in weights)
            sum += rate(situation) * weight / Thirtieths.Year;
        return sum?.Round();
    }

    private static string? Mean(Dictionary<Situation, int> weights, Func<Situation, Fraction?> end)
    {
        int days = weights.Values.Sum();
        Fraction? sum = Fraction.Zero;
        foreach ((Situation situation, int weight) in weights)
            sum += end(situation) * weight;
        return days == 0 ? null : (sum / days)?.ToSixDecimals();
    }
}
