using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FundingReports.Portfolios;

namespace FundingReports.Totals;

/// <summary>Which group each promise, and each post, belongs to.</summary>
/// <remarks>
/// Money is added up once for the promises of one funder and line, and once for the posts of one département and scheme: the sums by
/// funder, by kind and so on are made of these at the end.
/// </remarks>
internal sealed class Groups
{
    private readonly Dictionary<string, string> kinds;

    internal Groups(Portfolio portfolio)
    {
        kinds =
            portfolio.Funders.ToDictionary(funder => funder.Id, funder => KebabCase.Of(funder.Kind.ToString()), StringComparer.Ordinal);
        Commitments = portfolio.Commitments;
        Promises = new(portfolio.Commitments.Select(commitment => (commitment.Funder, commitment.Line ?? "")));
        Posts = new(portfolio.Posts.Select(post => (post.Departement ?? "", post.Scheme ?? "")));
    }

    internal ImmutableArray<Commitment> Commitments { get; }

    internal Grouping<(string Funder, string Line)> Promises { get; }

    internal Grouping<(string Departement, string Scheme)> Posts { get; }

    internal string KindOf(string funder) => kinds[funder];
}

/// <summary>The group of each member; those without a name form the group "".</summary>
internal sealed class Grouping<TKey> where TKey : notnull
{
    private readonly List<TKey> keys = [];
    private readonly int[] groupOf;

    internal Grouping(IEnumerable<TKey> keyOfEach)
    {
        var numbers = new Dictionary<TKey, int>();
        groupOf = [.. keyOfEach.Select(key =>
        {
            if (!numbers.TryGetValue(key, out int number))
            {
                numbers[key] = number = keys.Count;
                keys.Add(key);
            }
            return number;
        })];
    }

    internal IReadOnlyList<TKey> Keys => keys;

    internal int GroupOf(int member) => groupOf[member];
}

/// <summary>Sums in the making, one a group.</summary>
internal sealed class GroupSums<TKey>(Grouping<TKey> grouping) where TKey : notnull
{
    private readonly (RunningSum Sum, bool Received)[] sums = new (RunningSum, bool)[grouping.Keys.Count];

    internal void Add(int member, long cents, int lacks)
    {
        ref var sum = ref sums[grouping.GroupOf(member)];
        sum.Received = true;
        sum.Sum.Add(cents, lacks);
    }

    internal void Add(int member, in RunningSum part)
    {
        ref var sum = ref sums[grouping.GroupOf(member)];
        sum.Received = true;
        sum.Sum.Add(part);
    }

    /// <summary>The sums of the groups that received anything, by a name that several of them may have.</summary>
    internal ImmutableSortedDictionary<string, Total> By(Func<TKey, string> nameOf)
    {
        var named = new Dictionary<string, RunningSum>(StringComparer.Ordinal);
        for (int group = 0; group < sums.Length; group++)
            if (sums[group].Received)
                CollectionsMarshal.GetValueRefOrAddDefault(named, nameOf(grouping.Keys[group]), out _).Add(sums[group].Sum);
        return named.ToImmutableSortedDictionary(sum => sum.Key, sum => sum.Value.ToTotal(), StringComparer.Ordinal);
    }

    /// <summary>The sum of all.</summary>
    internal RunningSum All()
    {
        RunningSum all = default;
        foreach (var (sum, _) in sums)
            all.Add(sum);
        return all;
    }
}
