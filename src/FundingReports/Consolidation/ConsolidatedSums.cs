using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Totals;

namespace FundingReports.Consolidation;

/// <summary>
/// The money of a group of posts, or of promises, in a budget year. Firm, agreed and announced money are three figures, never one sum.
/// </summary>
/// <param name="Group">The name of the group; empty for those that have none.</param>
/// <param name="Year">The budget year.</param>
public sealed record GroupYear(string Group, int Year)
{
    /// <summary>The number of posts that have money of this group, or are in it.</summary>
    public int Posts { get; init; }

    /// <summary>The cost of the posts, in euros over the budget year; null for a group of promises, which has no cost.</summary>
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
internal sealed class ConsolidatedSums(bool ofPosts)
{
    private readonly SortedDictionary<(string Group, int Year), Row> rows = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    internal void Post(string? group, PostYear year)
    {
        var row = RowOf(group, year.Year);
        row.Posts++;
        row.Cost.Add(year.Cost);
        row.Gap.Add(year.Agreed.Gap);
        // Cell by cell, so that what is known of a post counts in the known part.
        foreach (var cell in year.Cells)
            foreach (var view in Enum.GetValues<FundingView>())
                row.Money[(int)view].Add(cell[view]);
    }

    /// <summary>Adds the cells of a post in a year, each to the group of its promise; the post counts once in each of them.</summary>
    internal void Cells(PostYear year, Func<Cell, string?> groupOf)
    {
        HashSet<Row> paid = [];
        foreach (var cell in year.Cells)
        {
            var row = RowOf(groupOf(cell), year.Year);
            foreach (var view in Enum.GetValues<FundingView>())
                row.Money[(int)view].Add(cell[view]);
            if (!(cell.Announced.TryGet(out var money) && money.Cents == 0) && paid.Add(row))
                row.Posts++;
        }
    }

    internal ImmutableArray<GroupYear> ToRows() =>
    [
        .. rows.Select(pair => new GroupYear(pair.Key.Group, pair.Key.Year)
        {
            Posts = pair.Value.Posts,
            Cost = ofPosts ? pair.Value.Cost.Total(Missing.Cost) : null,
            Gap = ofPosts ? pair.Value.Gap.Total(Missing.Amount) : null,
            Firm = pair.Value.Money[(int)FundingView.Firm].Total(Missing.Amount),
            Agreed = pair.Value.Money[(int)FundingView.Agreed].Total(Missing.Amount),
            Announced = pair.Value.Money[(int)FundingView.Announced].Total(Missing.Amount),
        }),
    ];

    private Row RowOf(string? group, int year)
    {
        // A name that differs by case, accents, spaces or punctuation is the same; it is shown as it was first written.
        string name = group?.Trim() ?? "", plain = PlainName.Key(name);
        if (!names.TryGetValue(plain, out string? shown))
            names[plain] = shown = name;
        var key = (shown, year);
        if (!rows.TryGetValue(key, out var row))
            rows[key] = row = new();
        return row;
    }

    private sealed class Row
    {
        internal int Posts { get; set; }

        internal RunningTotal Cost { get; } = new();

        internal RunningTotal Gap { get; } = new();

        internal RunningTotal[] Money { get; } = [new(), new(), new()];
    }
}
