using System.Collections.Immutable;

namespace FundingReports.Totals;

/// <summary>Which group each promise, and each post, belongs to.</summary>
internal sealed class Groups
{
    internal Groups(Portfolio portfolio)
    {
        var kinds =
            portfolio.Funders.ToDictionary(funder => funder.Id, funder => KebabCase.Of(funder.Kind.ToString()), StringComparer.Ordinal);
        Funder = new(portfolio.Commitments.Select(commitment => commitment.Funder));
        Kind = new(portfolio.Commitments.Select(commitment => kinds[commitment.Funder]));
        Line = new(portfolio.Commitments.Select(commitment => commitment.Line));
        Departement = new(portfolio.Posts.Select(post => post.Departement));
        Scheme = new(portfolio.Posts.Select(post => post.Scheme));
    }

    internal Grouping Funder { get; }

    internal Grouping Kind { get; }

    internal Grouping Line { get; }

    internal Grouping Departement { get; }

    internal Grouping Scheme { get; }
}

/// <summary>The name of each member's group; those without a name form the group "".</summary>
internal sealed class Grouping
{
    private readonly List<string> names = [];
    private readonly int[] groupOf;

    internal Grouping(IEnumerable<string?> nameOfEach)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        groupOf = [.. nameOfEach.Select(name =>
        {
            if (numbers.TryGetValue(name ?? "", out int number))
                return number;
            names.Add(name ?? "");
            return numbers[name ?? ""] = names.Count - 1;
        })];
    }

    internal IReadOnlyList<string> Names => names;

    internal int GroupOf(int member) => groupOf[member];
}

/// <summary>Sums in the making, one a group.</summary>
internal sealed class GroupSums(Grouping grouping)
{
    private readonly RunningTotal?[] sums = new RunningTotal?[grouping.Names.Count];

    internal void Add(int member, long cents) => (sums[grouping.GroupOf(member)] ??= new()).Add(cents);

    /// <summary>The groups that received anything.</summary>
    internal ImmutableSortedDictionary<string, Total> Totals() => Enumerable.Range(0, sums.Length)
        .Where(group => sums[group] is not null)
        .ToImmutableSortedDictionary(group => grouping.Names[group], group => sums[group]!.Total(Missing.Amount), StringComparer.Ordinal);
}
