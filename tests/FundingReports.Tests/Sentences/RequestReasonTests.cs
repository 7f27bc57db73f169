using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Requests;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Sentences;

/// <summary>The reason that a request gives: renewed is what is over, « échue » what is past; what was withdrawn is said.</summary>
public class RequestReasonTests
{
    private static readonly Funder state = Funder.State("État"), town = Funder.Commune("Commune de Dax");
    private static readonly LocalDate asOf = new(2025, 2, 8);

    [Fact]
    public void Reason_OfAnyRequest_IsTrue() => Generators.Question.Sample(
        question =>
        {
            var analysis = Portfolio.Create(question.Facts).Analyze(question.AsOf, new(question.AsOf.Year + 5, 12, 31));
            foreach (var request in analysis.Requests)
                if (request is { Kind: RequestKind.Gap, Commitment: { } ended })
                    IsTrue(analysis, request, ended);
        },
        iter: Rounds.Of(1000), print: question => FactsText.Of(question));

    private static void IsTrue(FundingAnalysis analysis, FundingRequest request, Commitment ended)
    {
        string french = analysis.Sentence(request, Language.French), english = analysis.Sentence(request, Language.English);
        bool Says(string inFrench, string inEnglish)
        {
            bool said = french.Contains(inFrench, StringComparison.Ordinal);
            Assert.Equal(said, english.Contains(inEnglish, StringComparison.Ordinal));
            return said;
        }
        bool isRenewal = Says("renouvellement d", "renewal of"), isComplement = Says("qui ne suffit plus", "no longer suffices"),
            isWithdrawn = Says(" retiré", " withdrawn "), goesOn = Says("dont le terme est inconnu", "whose end date is not known");
        Assert.True(isRenewal ^ isComplement ^ isWithdrawn ^ goesOn, french);
        LocalDate? term = ended.Until.Until?.Last;
        Assert.Equal(isRenewal && term < analysis.AsOf, french.Contains(", échu", StringComparison.Ordinal));
        LocalDate? withdrawn = Knowledge.WithdrawnFrom(ended, analysis.AsOf) is { } from && !(term < from) ? from : null;
        LocalDate first = new(request.Year, 1, 1), last = new(request.Year, 12, 31);
        // It is over before the year, within it, or goes on to its end: only what is missing after its end asks for a new one.
        LocalDate? over = withdrawn is { } day ? day.PlusDays(-1) : term;
        if (over < first)
            Assert.True(isWithdrawn == withdrawn is not null
                && isComplement == Says(" par avenant et qui ne suffit plus", "an amendment has extended and which"), french);
        if (!(over < last))
            Assert.False(isRenewal || isWithdrawn, french);
        if (isRenewal)
            Assert.False(IsProlonged(analysis, request, ended), french);
        if (isRenewal || isWithdrawn)
            Assert.True(LacksAfter(analysis, request, over!.Value), french);
    }

    // By the ledger: on the last day of the year that lacks money, an amendment of the same convention pays.
    private static bool IsProlonged(FundingAnalysis analysis, FundingRequest request, Commitment ended) =>
        request.NeededUntil is { } last && request.Posts.All(post => analysis.Posts.Single(one => one.Id == post.Id)
            .Ledger(FundingView.Agreed).On(last)?.Lines.Any(line => line.Commitment.Amends == ended.Id) == true);

    /// <summary>An amendment that goes on for less is no new convention: what is missing tops it up.</summary>
    [Theory]
    [InlineData("2025-02-08", 2027, "complément de la convention, prolongée par avenant et qui ne suffit plus",
        "top-up to the agreement, which an amendment has extended and which no longer suffices")]
    [InlineData("2027-02-08", 2027, "complément de la convention, prolongée par avenant et qui ne suffit plus",
        "top-up to the agreement, which an amendment has extended and which no longer suffices")]
    [InlineData("2027-02-08", 2029, "renouvellement de la convention, dont le terme est le 31/12/2028",
        "renewal of the agreement, which ends on 31 December 2028")]
    public void Reason_OfAConventionProlongedForLess(string day, int year, string french, string english) =>
        Says(Post().Signed(state, Pays.Percent(50), new(2024, 1, 1), new PartialDate(2026, 12, 31), id: "C1")
            .Signed(state, Pays.Percent(30), new(2027, 1, 1), new PartialDate(2028, 12, 31)).But(one => one with { Amends = "C1" }),
            PartialDate.Parse(day).First, year, french, english);

    private static bool LacksAfter(FundingAnalysis analysis, FundingRequest request, LocalDate over) => request.Posts.Any(post =>
        analysis.Posts.Single(one => one.Id == post.Id).Ledger(FundingView.Agreed).Periods.Any(period =>
            period.From.Year <= request.Year && !(period.Until?.Year < request.Year) && !(period.Until <= over)
            && period.Low < Ratio.One));

    [Theory]
    [InlineData("2025-02-08", 2025, "complément de la convention, qui ne suffit plus",
        "top-up to the agreement, which no longer suffices")]
    [InlineData("2026-02-01", 2026, "complément de la convention, qui ne suffit plus",
        "top-up to the agreement, which no longer suffices")]
    [InlineData("2026-02-01", 2027, "renouvellement de la convention, dont le terme est le 31/12/2026",
        "renewal of the agreement, which ends on 31 December 2026")]
    [InlineData("2027-02-01", 2027, "renouvellement de la convention, échue le 31/12/2026",
        "renewal of the agreement, which ended on 31 December 2026")]
    public void Reason_OfADegressiveConvention(string day, int year, string french, string english) =>
        Says(Post().Signed(state, Pays.PercentYearByYear(80, 50, 30), new(2024, 1, 1), new PartialDate(2026, 12, 31)),
            PartialDate.Parse(day).First, year, french, english);

    [Theory]
    [InlineData("2025-01-01", 2025, "convention retirée à partir du 1er janvier 2025", "agreement withdrawn from 1 January 2025")]
    [InlineData("2025-07-01", 2025, "convention retirée à partir du 1er juillet 2025", "agreement withdrawn from 1 July 2025")]
    [InlineData("2025-07-01", 2027, "convention retirée à partir du 1er juillet 2025", "agreement withdrawn from 1 July 2025")]
    [InlineData("2025-07", 2026, "convention retirée en juillet 2025", "agreement withdrawn in July 2025")]
    public void Reason_OfWhatWasWithdrawn(string from, int year, string french, string english)
    {
        foreach (Term until in (Term[])[new PartialDate(2026, 12, 31), Term.Unknown])
        {
            var facts = Post().Signed(town, Pays.Percent(50), new(2024, 1, 1), new PartialDate(2026, 12, 31)).Build().Facts;
            facts = facts with
            {
                Commitments = [.. facts.Commitments.Select(commitment => commitment with
                {
                    Until = until, Withdrawn = new(PartialDate.Parse(from), new(2024, 11, 15), "A"),
                })],
            };
            var analysis = Portfolio.Create(facts).Analyze(asOf);
            var request = analysis.Requests.Single(one => one.Year == year && one is { Kind: RequestKind.Gap, Commitment: not null });
            Assert.Contains(french, analysis.Sentence(request, Language.French).Replace('\u00A0', ' '), StringComparison.Ordinal);
            Assert.Contains(english, analysis.Sentence(request, Language.English), StringComparison.Ordinal);
            var post = analysis.Posts.Single();
            Assert.Contains(
                "Financement retiré par la Commune de Dax", analysis.Summary(post, Language.French), StringComparison.Ordinal);
            Assert.Contains("Funding withdrawn by ", analysis.Summary(post, Language.English), StringComparison.Ordinal);
        }
    }

    /// <summary>It falls in January, and another pays the whole from July on: nothing is missing after its term.</summary>
    [Fact]
    public void WhatIsMissingBeforeTheTerm_IsAComplement() => Says(
        Post().Signed(state, Pays.PercentYearByYear(100, 50), new(2024, 1, 1), new PartialDate(2025, 6, 30))
            .Signed(town, Pays.Percent(100), new(2025, 7, 1), new PartialDate(2026, 12, 31)),
        asOf, 2025, "complément de la convention, qui ne suffit plus", "top-up to the agreement, which no longer suffices");

    private static PortfolioBuilder Post() => new PortfolioBuilder("Un poste").Source(new("A", SourceKind.Act, "Actes"))
        .Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), id: "P1");

    private static void Says(PortfolioBuilder builder, LocalDate day, int year, string french, string english)
    {
        var analysis = builder.Build().Analyze(day);
        var request = analysis.Requests.Single(one => one.Year == year && one is { Kind: RequestKind.Gap, Commitment: not null });
        Assert.Contains(french, analysis.Sentence(request, Language.French), StringComparison.Ordinal);
        Assert.Contains(english, analysis.Sentence(request, Language.English), StringComparison.Ordinal);
    }
}
