namespace FundingReports.Portfolios;

/// <summary>One post's part in the sums of a commitment.</summary>
/// <param name="Weights">The weights of its posts; empty where there is one alone.</param>
/// <param name="Slot">The post's place among them.</param>
internal readonly record struct SumPart(long[] Weights, int Slot)
{
    /// <summary>The part of this post in a sum, in cents.</summary>
    internal long Of(Euros sum) => Weights.Length == 0 ? sum.Cents : sum.Allocate(Weights)[Slot].Cents;

    /// <summary>What a total leaves to the post, in cents, once other sums are taken from it.</summary>
    /// <remarks>
    /// Each sum is split between the posts by itself, unless the rounding of a cent would leave a post less than nothing: what is left is
    /// then split as one sum.
    /// </remarks>
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
