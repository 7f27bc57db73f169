using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using FundingReports.Totals;

namespace FundingReports.Consolidation;

/// <summary>
/// The money of a group of posts, or of promises, in a budget year. Firm, agreed and announced money are three figures, never one sum.
/// </summary>
/// <param name="Group">The name of the group; empty for those that have none.</param>
/// <param name="Year">The budget year.</param>
[JsonConverter(typeof(NoJson<GroupYear>))]
public sealed record GroupYear(string Group, int Year)
{
    /// <summary>How many posts have money of this group in the year, or are in it.</summary>
    public int Posts { get; init; }

    /// <summary>How many posts have money of this group in any of the years, or are in it.</summary>
    public int AllPosts { get; init; }

    /// <summary>Whether an assumption enters one of its figures.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>Whether one of its figures rests on an amount given as approximate.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>The cost of the posts; of a group of promises, that of the posts is no figure of theirs and is null.</summary>
    public Total? Cost { get; init; }

    /// <summary>Reste à financer of the posts over the budget year, in the agreed view; null for a group of promises.</summary>
    public Total? Gap { get; init; }

    /// <summary>The firm money of the budget year.</summary>
    public Total Firm { get; init; }

    /// <summary>The granted and signed money of the budget year.</summary>
    public Total Agreed { get; init; }

    /// <summary>The granted, signed and announced money of the budget year.</summary>
    public Total Announced { get; init; }
}

/// <summary>Sums in the making, a group and a budget year at a time.</summary>
/// <param name="ofPosts">Whether posts are grouped; else promises are.</param>
/// <param name="isExact">
/// Whether two names that differ in a sign are two; else they are compared without case, accents, spaces and punctuation.
/// </param>
internal sealed class ConsolidatedSums(bool ofPosts, bool isExact = false)
{
    private readonly SortedDictionary<(string Group, int Year), Row> rows = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Post Last, int Count)> posts = new(StringComparer.Ordinal);

    internal void Post(string? group, Post post, PostYear year, bool isAssumed)
    {
        var (key, row) = RowOf(group, year.Year);
        row.Posts++;
        Count(key, post);
        // Where no figure of the post is known, no assumption enters one.
        row.IsAssumed |= isAssumed && !row.IsAssumed
            && (IsSaid(year.Cost) || year.Cells.Any(cell => Enum.GetValues<FundingView>().Any(view => IsSaid(cell[view]))));
        row.IsApproximate |= year.Cells.Any(IsApproximate);
        row.Cost.Add(year.Cost);
        row.Gap.Add(year.Agreed.Gap);
        // Cell by cell, so that what is known of a post counts in the known part.
        foreach (var cell in year.Cells)
            foreach (var view in Enum.GetValues<FundingView>())
                row.Money[(int)view].Add(cell[view]);
    }

    /// <summary>Adds the cells of a post in a year, each to the group of its promise; the post counts once in each of them.</summary>
    internal void Cells(Post post, PostYear year, Func<Cell, string?> groupOf)
    {
        HashSet<Row> paid = [];
        foreach (var cell in year.Cells)
        {
            var (key, row) = RowOf(groupOf(cell), year.Year);
            row.IsAssumed |= !row.IsAssumed && !cell.IsNothing && !cell.Assumptions.IsEmpty;
            row.IsApproximate |= IsApproximate(cell);
            foreach (var view in Enum.GetValues<FundingView>())
                row.Money[(int)view].Add(cell[view]);
            if (!cell.IsNothing && paid.Add(row))
            {
                row.Posts++;
                Count(key, post);
            }
        }
    }

    private static bool IsSaid(Knowable<Euros> money) => money.TryGet(out var known) && known != Euros.Zero;

    private static bool IsApproximate(Cell cell) => cell.Commitment.Approximate && !cell.IsNothing;

    // The years of a post come one after the other, so that a post is counted once where it differs from the one before.
    private void Count(string group, Post post)
    {
        if (!posts.TryGetValue(group, out var before) || !ReferenceEquals(before.Last, post))
            posts[group] = (post, before.Count + 1);
    }

    internal ImmutableArray<GroupYear> ToRows() =>
    [
        .. rows.Select(pair => new GroupYear(pair.Key.Group, pair.Key.Year)
        {
            Posts = pair.Value.Posts,
            AllPosts = posts.GetValueOrDefault(pair.Key.Group).Count,
            IsAssumed = pair.Value.IsAssumed,
            IsApproximate = pair.Value.IsApproximate,
            Cost = ofPosts ? pair.Value.Cost.ToTotal() : null,
            Gap = ofPosts ? pair.Value.Gap.ToTotal() : null,
            Firm = pair.Value.Money[(int)FundingView.Firm].ToTotal(),
            Agreed = pair.Value.Money[(int)FundingView.Agreed].ToTotal(),
            Announced = pair.Value.Money[(int)FundingView.Announced].ToTotal(),
        }),
    ];

    private (string Group, Row Row) RowOf(string? group, int year)
    {
        // A name that differs by case, accents, spaces or punctuation is the same; it is shown as it was first written.
        string name = group?.Trim() ?? "", plain = isExact ? name : PlainName.Key(name);
        if (!names.TryGetValue(plain, out string? shown))
            names[plain] = shown = name;
        var key = (shown, year);
        if (!rows.TryGetValue(key, out var row))
            rows[key] = row = new();
        return (shown, row);
    }

    private sealed class Row
    {
        internal int Posts { get; set; }

        internal bool IsAssumed { get; set; }

        internal bool IsApproximate { get; set; }

        internal RunningTotal Cost { get; } = new();

        internal RunningTotal Gap { get; } = new();

        internal RunningTotal[] Money { get; } = [new(), new(), new()];
    }
}
