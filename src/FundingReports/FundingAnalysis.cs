using System.Collections.Immutable;
using System.Text;
using FundingReports.Coverage;
using FundingReports.Findings;
using FundingReports.Json;
using FundingReports.Totals;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports;

/// <summary>
/// Facts + an as-of date → answers: until when each post is funded, how surely, and what is missing after.
/// A pure function: no clock, no culture, no file.
/// </summary>
public sealed class FundingAnalysis
{
    /// <summary>The most budget years that one analysis shows.</summary>
    public const int MaxYears = 100;

    private FundingAnalysis(Portfolio portfolio, LocalDate asOf, LocalDate through)
    {
        var facts = new KnownFacts(portfolio, asOf);
        Conflicts.ThrowIfAny(facts);

        var figures = new PostFigures[portfolio.Posts.Length];
        Parallel.For(0, figures.Length, post => figures[post] = PostAnalyzer.Analyze(facts, post, through.Year));

        Portfolio = portfolio;
        AsOf = asOf;
        Through = through;
        Posts = [.. figures.Select(post => new PostFunding(facts, post))];
        Commitments = PromiseTie.Of(facts, figures);
        Totals = new PortfolioTotals(facts, figures);
        Findings = AnalysisFindings.Of(facts, figures);
    }

    /// <summary>The facts.</summary>
    public Portfolio Portfolio { get; }

    /// <summary>The day as known on which the answers are given; what was decided later does not exist.</summary>
    public LocalDate AsOf { get; }

    /// <summary>The last day of the budget years shown.</summary>
    public LocalDate Through { get; }

    /// <summary>One answer a post, in the portfolio's order.</summary>
    public ImmutableArray<PostFunding> Posts { get; }

    /// <summary>One entry a promise known on the as-of date (announced, granted or signed), in the portfolio's order.</summary>
    public ImmutableArray<PromiseTie> Commitments { get; }

    /// <summary>The answers for all posts together.</summary>
    public PortfolioTotals Totals { get; }

    /// <summary>What is to be looked at: the portfolio's own findings, then those of the as-of date.</summary>
    public ImmutableArray<Problem> Findings { get; }

    /// <summary>The totals of a budget year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not among those shown.</exception>
    public PortfolioYear Year(int year) => year >= AsOf.Year && year <= Through.Year
        ? Totals.Years[year - AsOf.Year]
        : throw new ArgumentOutOfRangeException(nameof(year), year, $"The years shown are {AsOf.Year} to {Through.Year}.");

    /// <summary>The answers as analysis@1: the same text for the same facts and dates, whatever the machine.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        AnalysisWriter.Write(this, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the answers as analysis@1, in UTF-8. The stream stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void WriteJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        AnalysisWriter.Write(this, stream);
    }

    /// <summary>Analyses a portfolio.</summary>
    /// <param name="portfolio">The facts.</param>
    /// <param name="asOf">The day as known on which to answer.</param>
    /// <param name="through">The budget years shown run to that of this date; by default the fifth after the as-of year.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before the as-of date, more than <see cref="MaxYears"/> years after it, or a year is out of range.</exception>
    /// <exception cref="PortfolioException">The facts known on that day contradict one another: two balances, or remainder shares above 1, on one post on one day.</exception>
    public static FundingAnalysis Of(Portfolio portfolio, LocalDate asOf, LocalDate? through = null)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentOutOfRangeException.ThrowIfLessThan(asOf.Year, PartialDate.FirstYear, nameof(asOf));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(asOf.Year, PartialDate.LastYear, nameof(asOf));
        LocalDate last = through ?? new LocalDate(asOf.Year + 5, 12, 31);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, asOf, nameof(through));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last.Year - asOf.Year, MaxYears, nameof(through));
        return new(portfolio, asOf, last);
    }
}

/// <summary>The verb that begins every use of the library.</summary>
public static class PortfolioAnalysisExtensions
{
    /// <inheritdoc cref="FundingAnalysis.Of"/>
    public static FundingAnalysis Analyze(this Portfolio portfolio, LocalDate asOf, LocalDate? through = null) =>
        FundingAnalysis.Of(portfolio, asOf, through);
}
