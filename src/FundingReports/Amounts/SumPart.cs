namespace FundingReports.Portfolios;

/// <summary>One post's part in the sums of a commitment.</summary>
/// <param name="Weights">The weights of its posts; empty where there is one alone.</param>
/// <param name="Slot">The post's place among them.</param>
internal readonly record struct SumPart(long[] Weights, int Slot)
{
    /// <summary>In cents.</summary>
    internal long Of(Euros sum) => Weights.Length == 0 ? sum.Cents : sum.Allocate(Weights)[Slot].Cents;

    /// <summary>What is left, in cents, of a total from which others are taken.</summary>
    /// <remarks>Each post's part lives on its own, unless a cent of the splitting would leave one less than nothing.</remarks>
    internal long LeftOf(Euros total, List<Euros> taken)
    {
        long own = Of(total);
        if (taken.Count == 0)
            return own;
        var left = total;
        foreach (Euros sum in taken)
        {
            left -= sum;
            own -= Of(sum);
        }
        // Instalments above their total are an error of the facts.
        return AllAtLeastNothing(total, taken) ? own : Of(left < Euros.Zero ? Euros.Zero : left);
    }

    private bool AllAtLeastNothing(Euros total, List<Euros> taken)
    {
        if (Weights.Length == 0)
            return taken.Aggregate(total, (left, sum) => left - sum) >= Euros.Zero;
        long[] left = [.. total.Allocate(Weights).Select(sum => sum.Cents)];
        foreach (Euros sum in taken)
            foreach (var (slot, part) in sum.Allocate(Weights).Index())
                left[slot] -= part.Cents;
        return left.All(cents => cents >= 0);
    }
}
