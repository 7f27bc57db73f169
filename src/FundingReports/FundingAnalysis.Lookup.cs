using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FundingReports.Totals;

namespace FundingReports;

// The answers of a post by its id, and of a budget year by its number.
public sealed partial class FundingAnalysis
{
    private const int MostNamed = 20;

    private readonly Lazy<Dictionary<string, PostFunding>> byId;

    /// <summary>The answers for a post.</summary>
    /// <param name="id">The id of the post.</param>
    /// <exception cref="KeyNotFoundException">There is no such post; the message lists those that there are.</exception>
    public PostFunding Post(string id) => TryPost(id, out PostFunding? post) ? post : throw NoSuchPost(id);

    /// <summary>The answers for a post, where there is one.</summary>
    /// <param name="id">The id of the post.</param>
    /// <param name="post">Its answers; null where there is no such post.</param>
    public bool TryPost(string id, [NotNullWhen(true)] out PostFunding? post)
    {
        ArgumentNullException.ThrowIfNull(id);
        return byId.Value.TryGetValue(id, out post);
    }

    /// <summary>The totals of each budget year shown, in order; none where there is no post.</summary>
    public ImmutableArray<PortfolioYear> Years => Totals.Years;

    /// <summary>The totals of a budget year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The year is not among those shown, or there is no post; the message says which are shown.
    /// </exception>
    public PortfolioYear Year(int year) =>
        TryYear(year, out PortfolioYear? shown) ? shown : throw NoSuchYear(year, Totals.Years.Select(one => one.Year));

    /// <summary>The totals of a budget year, where it is shown.</summary>
    public bool TryYear(int year, [NotNullWhen(true)] out PortfolioYear? shown)
    {
        shown = year >= Since && year - Since < Totals.Years.Length ? Totals.Years[year - Since] : null;
        return shown is not null;
    }

    internal static ArgumentOutOfRangeException NoSuchYear(int year, IEnumerable<int> shown) => new(nameof(year), year,
        shown.ToList() is [var first, .., var last] ? $"The budget years shown are {first} to {last}." : shown.Any()
            ? $"The budget year shown is {shown.First()}." : "There is no post, and so no budget year.");

    private KeyNotFoundException NoSuchPost(string id)
    {
        string some = string.Join(", ", Posts.Take(MostNamed).Select(post => $"\"{post.Id}\""));
        return new(Posts.IsEmpty ? $"There is no post \"{id}\": there is none at all."
            : $"There is no post \"{id}\"; there are {some}{(Posts.Length > MostNamed ? $" and {Posts.Length - MostNamed} more" : "")}.");
    }
}
