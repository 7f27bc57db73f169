using System.Collections.Concurrent;

namespace FundingReports.Portfolios;

/// <summary>One post's part in the sums of a commitment.</summary>
/// <param name="Split">How they are split between its posts; null where there is one alone.</param>
/// <param name="Slot">The post's place among them.</param>
internal readonly record struct SumPart(SumSplit? Split, int Slot)
{
    /// <summary>In cents.</summary>
    internal long Of(Euros sum) => Split is null ? sum.Cents : Split.Of(sum)[Slot];

    /// <summary>What a total leaves to the post, in cents, once other sums are taken from it.</summary>
    /// <remarks>
    /// Each sum is split between the posts by itself, unless the rounding of a cent would leave a post less than nothing: what is left is
    /// then split as one sum.
    /// </remarks>
    internal long LeftOf(Euros total, List<Euros> taken)
    {
        long own = Of(total);
        foreach (Euros sum in taken)
            own -= Of(sum);
        if (Split is null || Split.LeavesNoneBelowNothing(total, taken))
            return own;
        // Never below nothing: instalments above their total are an error of the facts.
        var left = total;
        foreach (Euros sum in taken)
            left -= sum;
        return Of(left);
    }
}

/// <summary>How the sums of one commitment, as known on a day, are split between its posts.</summary>
/// <param name="weights">The weight of each post.</param>
/// <remarks>Each sum is split once, and not once a post: a sum for ten thousand posts would be split ten thousand times.</remarks>
internal sealed class SumSplit(long[] weights)
{
    private readonly ConcurrentDictionary<long, long[]> parts = new();

    // The answer is the same for every post: as known on a day, a commitment has one total and one list of instalments.
    private readonly ConcurrentDictionary<(long Total, int Count), bool> noneBelowNothing = new();

    /// <summary>The cents of each post.</summary>
    internal long[] Of(Euros sum) =>
        parts.GetOrAdd(
            sum.Cents, static (cents, weights) => Array.ConvertAll(Euros.FromCents(cents).Allocate(weights), part => part.Cents), weights);

    /// <summary>Whether no post's part of a total is less than its parts of what is taken from it.</summary>
    internal bool LeavesNoneBelowNothing(Euros total, List<Euros> taken) => noneBelowNothing.GetOrAdd((total.Cents, taken.Count), _ =>
    {
        long[] left = [.. Of(total)];
        foreach (Euros sum in taken)
            foreach (var (slot, part) in Of(sum).Index())
                left[slot] -= part;
        return Array.TrueForAll(left, cents => cents >= 0);
    });
}
