using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports.Consolidation;

/// <summary>One portfolio among those consolidated.</summary>
/// <param name="Name">Its name: that of its file.</param>
/// <param name="Posts">How many of its posts are counted here.</param>
/// <param name="Fully">How many of these are fully and surely funded, by agreed money, to the end of the as-of year at least.</param>
/// <param name="AtRisk">How many of these have a high or critical risk.</param>
/// <param name="Earliest">The earliest day, included, until which one of these is surely and fully funded; null where one is not on its first day, or none ends.</param>
public sealed record ConsolidatedPortfolio(string Name, int Posts, int Fully, int AtRisk, LocalDate? Earliest);

/// <summary>A post that another portfolio has too: counted there, and not again.</summary>
/// <param name="Portfolio">The portfolio in which it is not counted.</param>
/// <param name="Post">Its label.</param>
/// <param name="CountedIn">The portfolio in which it is.</param>
/// <param name="By">What makes it the same: a reference (<c>fonjep 10004</c>), or its département, id, label and employer.</param>
public sealed record CountedElsewhere(string Portfolio, string Post, string CountedIn, string By);

/// <summary>Several portfolios as one: by département, funder, scheme and line, nothing counted twice.</summary>
/// <remarks>
/// Portfolios are added one after the other and are not held; only sums are. A post is the same as another of an earlier portfolio where they share a reference,
/// or have the same département, id, label and employers; it is then counted in the first one only, and said. Funders and lines are the same where their names are.
/// Not safe for use by several threads at once.
/// </remarks>
public sealed class Consolidated
{
    private readonly Dictionary<string, string> seen = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ConsolidatedPortfolio>.Builder portfolios = ImmutableArray.CreateBuilder<ConsolidatedPortfolio>();
    private readonly ImmutableArray<CountedElsewhere>.Builder twice = ImmutableArray.CreateBuilder<CountedElsewhere>();
    private readonly ConsolidatedSums all = new(true), departements = new(true), schemes = new(true), funders = new(false), lines = new(false);
    private int rows;

    /// <summary>The portfolios, in the order in which they were added.</summary>
    public ImmutableArray<ConsolidatedPortfolio> Portfolios => portfolios.ToImmutable();

    /// <summary>The posts that were not counted again.</summary>
    public ImmutableArray<CountedElsewhere> CountedElsewhere => twice.ToImmutable();

    /// <summary>All posts, by budget year.</summary>
    public ImmutableArray<GroupYear> Years => all.ToRows();

    /// <summary>Posts by code of département, and budget year.</summary>
    public ImmutableArray<GroupYear> ByDepartement => departements.ToRows();

    /// <summary>Posts by scheme, and budget year.</summary>
    public ImmutableArray<GroupYear> ByScheme => schemes.ToRows();

    /// <summary>Money by name of funder, and budget year.</summary>
    public ImmutableArray<GroupYear> ByFunder => funders.ToRows();

    /// <summary>Money by line (FIPD, FONJEP), and budget year.</summary>
    public ImmutableArray<GroupYear> ByLine => lines.ToRows();

    /// <summary>How many rows the flat data have: a post, a funder and a budget year each.</summary>
    public int DataRows => rows;

    /// <summary>Adds a portfolio.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="analysis">Its answers, on the same as-of date and over the same years as the others.</param>
    /// <returns>The posts that are counted, in order: all but those of an earlier portfolio.</returns>
    public ImmutableArray<PostFunding> Add(string name, FundingAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(analysis);
        ImmutableArray<PostFunding> counted = [.. analysis.Posts.Where(post => IsNew(name, post.Post))];
        foreach (var post in counted)
        {
            foreach (string key in Keys(post.Post))
                seen.TryAdd(key, name);
            foreach (var year in post.Years)
                Add(analysis, post.Post, year);
            rows += post.Years.Sum(year => year.Cells.Select(cell => cell.Commitment.Funder).Distinct(StringComparer.Ordinal).Count());
        }
        var endOfYear = new LocalDate(analysis.AsOf.Year, 12, 31);
        portfolios.Add(new(
            name,
            counted.Length,
            counted.Count(post => post.Agreed.FullyFunded.Surely is var sure && (sure.IsOpen || sure.Until >= endOfYear)),
            counted.Count(post => post.Risk?.Level is RiskLevel.High or RiskLevel.Critical),
            counted.Any(post => post.Agreed.FullyFunded.State == HorizonState.NotOnFirstDay) ? null : counted.Select(post => post.Agreed.FullyFunded.Surely.Until).Min()));
        return counted;
    }

    private void Add(FundingAnalysis analysis, Post post, PostYear year)
    {
        all.Post("", year);
        departements.Post(post.Departement, year);
        schemes.Post(post.Scheme, year);
        funders.Cells(year, cell => analysis.Portfolio.FindFunder(cell.Commitment.Funder)?.Name);
        lines.Cells(year, cell => cell.Commitment.Line);
    }

    private bool IsNew(string name, Post post)
    {
        foreach (string key in Keys(post))
            if (seen.TryGetValue(key, out string? where))
            {
                twice.Add(new(name, post.Label, where, key.Replace('\u001F', ' ')));
                return false;
            }
        return true;
    }

    // The unit separator stands in no name that people type.
    private static IEnumerable<string> Keys(Post post)
    {
        foreach (var (key, value) in post.References)
            yield return $"{key}\u001F{value}";
        if (post.Departement is { } departement)
            yield return string.Join('\u001F', [departement, post.Id, post.Label, .. post.Employers.Select(employer => employer.Siret ?? employer.Name ?? "")]);
    }
}
