using FundingReports.Portfolios;
using FundingReports.Requests;
using FundingReports.Risk;
using NodaTime;

namespace FundingReports.Tests.Requests;

/// <summary>Before when: what the campaigns say, and what a deadline missed does.</summary>
public class DeadlineTests
{
    private static readonly LocalDate asOf = Asked.AsOf, longAgo = asOf.PlusDays(-20), yesterday = asOf.PlusDays(-1),
        soon = asOf.PlusDays(5);

    /// <summary>One campaign, or none: of the line of C1, of its funder whatever the line, or of another line.</summary>
    private static readonly Campaign?[] campaigns =
    [
        null, Of("FIPD", 2021, longAgo), Of(null, 2021, yesterday), Of("FIPD", 2022, null), Of("FIPD", 2022, longAgo),
        Of("FIPD", 2022, yesterday), Of("FIPD", 2022, asOf), Of(null, 2022, yesterday),
        Of(null, 2022, soon), Of("FIPD", 2023, null), Of("FIPD", 2023, longAgo), Of(null, 2023, null), Of(null, 2023, yesterday),
        Of("FIPD", 2024, yesterday), Of(null, 2024, longAgo), Of(null, 2025, yesterday), Of("autre", 2022, yesterday),
    ];

    /// <summary>
    /// The line's own campaign, and that of the funder only for a year of which the line's says nothing. What is not published is not
    /// guessed: the last day known of an earlier year is shown beside.
    /// </summary>
    [Fact]
    public void Deadline_IsOfTheLine_ElseOfTheFunder()
    {
        foreach (var analysis in EachTwo())
            foreach (var request in analysis.Requests)
            {
                List<Campaign> own = Campaigns(analysis, request, request.Line), funders = request.Line is null ? []
                    : Campaigns(analysis, request, null);
                List<Campaign> heard = own.Exists(campaign => campaign.Year == request.Year) ? own : [.. own, .. funders];
                List<Campaign> dated = [.. heard.Where(campaign => campaign.Closes is not null)
                        .OrderBy(campaign => (campaign.Year, campaign.Closes!.Value.Last))];
                // The first that can still be met, whatever the order in which they are written; failing that the last one missed.
                Campaign? year = dated.Find(campaign => campaign.Year == request.Year && campaign.Closes!.Value.Last >= asOf)
                    ?? dated.LastOrDefault(campaign => campaign.Year == request.Year);
                Campaign? earlier = year is null ? dated.LastOrDefault(campaign => campaign.Year < request.Year) : null;
                Assert.Equal((year?.Closes?.Last, earlier?.Closes?.Last, (year ?? earlier)?.Source),
                    (request.Closes, request.LastKnown, request.CampaignSource));
                Assert.Equal(request.Closes < asOf, request.Overdue);
            }
    }

    [Fact]
    public void Requests_AreInTheOrderInWhichTheyPress() => Assert.All(EachTwo(), analysis =>
        Assert.Equal(
            analysis.Requests.OrderBy(request => (request.Overdue ? 0 : 1, request.Closes ?? LocalDate.MaxIsoValue, request.Year)),
            analysis.Requests));

    /// <summary>
    /// A deadline that was missed makes a post critical, from the first missed on; in a stream too, and whatever the years shown.
    /// </summary>
    [Fact]
    public void Deadline_Missed_MakesAPostCritical()
    {
        List<FundingAnalysis> worlds = EachTwo();
        List<PostFunding> streamed = [
            .. FundingAnalysis.Stream(worlds.Select(analysis => analysis.Portfolio), asOf, new LocalDate(2022, 12, 31))];
        for (int i = 0; i < worlds.Count; i++)
            foreach (PostFunding post in new[] { worlds[i].Posts[0], streamed[i] })
            {
                LocalDate? missed = worlds[i].Requests.Where(request => request.Overdue).Min(request => request.Closes);
                Assert.Equal(missed, post.Risk!.Causes.SingleOrDefault(cause => cause.Kind == RiskCauseKind.RequestOverdue)?.Day);
                Assert.Equal(missed is not null, post.Risk.Level == RiskLevel.Critical);
            }
    }

    /// <summary>An analysis for any two of the campaigns.</summary>
    private static List<FundingAnalysis> EachTwo() =>
        [.. campaigns.SelectMany(one => campaigns.Select(other => Facts(one, other).Analyze(asOf, new LocalDate(2022, 12, 31))))];

    private static Campaign Of(string? line, int year, LocalDate? closes) =>
        new("E", line, year) { Closes = closes is { } day ? day : null, Source = line is null ? "A" : "B" };

    private static List<Campaign> Campaigns(FundingAnalysis analysis, FundingRequest request, string? line) =>
        [.. analysis.Portfolio.Campaigns.Where(campaign => campaign.Funder == request.Funder?.Id && campaign.Line == line)];

    /// <summary>Three promises of the State and of the Département, of which one ends with 2023 and leaves a gap.</summary>
    private static Portfolio Facts(params Campaign?[] known)
    {
        PortfolioFacts facts = Asked.For(
            Asked.Promised("C1", "E", new Amount.OfCost(Share.Of(1, 2))) with { Line = "FIPD" },
            Asked.Promised("C2", "E", new Amount.OfCost(Share.Of(1, 4)))
                with { Until = new LocalDate(2030, 12, 31), Instalments = [new(Asked.First, new LocalDate(2030, 12, 31))] },
            Asked.Promised("C3", "D", new Amount.OfCost(Share.Of(1, 4))) with { Until = new LocalDate(2030, 12, 31) });
        return Portfolio.Create(facts
                with { Sources = [.. facts.Sources, new("B", SourceKind.Act, "Appel à projets")],
                    Campaigns = [.. known.OfType<Campaign>()] });
    }
}
