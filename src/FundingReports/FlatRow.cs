using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports;

/// <summary>
/// The money of one funder for one post in one budget year, in euros: a row of the sheet Données et notice, and of the export csv.
/// </summary>
/// <remarks>
/// A year for which the funder promises the post nothing, in no view, is no row. What is not known is a row, and unknown: never 0. What is
/// only asked for, or refused, is no promise.
/// </remarks>
[JsonConverter(typeof(NoJson<FlatRow>))]
public sealed class FlatRow
{
    private readonly List<Cell> cells;

    private FlatRow(PostFunding post, Funder funder, PostYear year)
    {
        (Post, Funder, Year) = (post.Post, funder, year.Year);
        cells = [.. year.Cells.Where(cell => cell.Commitment.Funder == funder.Id)];
    }

    /// <summary>The post that is paid.</summary>
    public Post Post { get; }

    /// <summary>Who pays.</summary>
    public Funder Funder { get; }

    /// <summary>The budget year, a calendar year.</summary>
    public int Year { get; }

    /// <summary>What all the funder's promises come to in a view; unknown as soon as one of them is.</summary>
    public Knowable<Euros> this[FundingView view] => cells.Select(cell => cell[view]).Sum();

    /// <summary>Whether one of the amounts was given as approximate ("près de").</summary>
    public bool IsApproximate => cells.Exists(cell => cell.Commitment.Approximate);

    /// <summary>Whether an assumption enters one of the amounts.</summary>
    public bool IsAssumed => cells.Exists(cell => !cell.Assumptions.IsEmpty);

    /// <summary>
    /// Whether the year counts only from the day on which the post is known to exist: the day on which it began is unknown.
    /// </summary>
    public bool IsPartial => Post is { From: null, AttestedOn: { } attested } && attested.First.Year == Year;

    /// <summary>The rows of a post: in the portfolio's order of funders, then by year.</summary>
    public static IEnumerable<FlatRow> Of(PostFunding post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return from funder in post.Funders
            from year in post.Years
            let row = new FlatRow(post, funder, year)
            where row.cells.Exists(cell => !cell.IsNothing)
            select row;
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() =>
        $"{Post.Id}, {Funder.Name}, {Year}: firm {this[FundingView.Firm]}, agreed {this[FundingView.Agreed]}, "
        + $"announced {this[FundingView.Announced]}";
}
