using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Requests;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Naive;

/// <summary>Of whom gaps are asked: the naive way against what was worked out by hand, and the library against the naive way.</summary>
public class NaiveRequestsTests
{
    /// <summary>The figures are those of the pages that work these cases out.</summary>
    [Theory]
    [InlineData("tests/corpus/semantics/a5-renewed-asked-again.json", "2022-03-01",
        "P 2022 ?/ = 30000.00; P 2023 ?/ = 30000.00; P 2024 ?/ = 30000.00")]
    // 2022: half a year of A's 25 000. 2023: that again to June, then 50 000 a year of holes of A and B alike.
    [InlineData("tests/corpus/semantics/a6-two-ends-one-asked.json", "2022-03-01",
        "P 2022 ETAT/ = 12500.00; P 2023 ETAT/ = 25000.00; P 2023 DEP/ = 12500.00; P 2024 ETAT/ = 25000.00; P 2024 DEP/ = 25000.00")]
    public void GapOf_ACase_IsAskedAsWorkedOutByHand(string path, string asOf, string expected) =>
        Assert.Equal(expected, string.Join("; ", NaiveRequests.Of(Facts(path), Iso(asOf)).Select(request => request.Text)));

    [Fact]
    public void Gaps_OfTheSixPosts_AreAskedAsWorkedOutByHand()
    {
        string[] found = [.. NaiveRequests.Of(Facts("seeds/cases/six-postes/portfolio.json"), Iso("2026-11-26"))
            .Where(request => request.Year < 2028).Select(request => request.Text)];

        // CAS and MAZ: all of it is requested. VAL: its cost is unknown, and so is its gap.
        Assert.Equal(
        [
            "GAL 2026 ?/ = 840.00", "GAL 2027 ?/ = 1680.00",
            "CAR 2026 CCC/ = 1700.00", "CAR 2027 CCC/ = 4200.00",
        ], found);
    }

    /// <summary>The library against the naive way: of gaps that are known, of one post, since it asks for several posts at once.</summary>
    /// <remarks>Beside amounts that nobody has published no sum is known: whom to ask then is held by the worked cases.</remarks>
    [Fact]
    public void Requests_OfAnyPost_AreThoseOfTheNaiveWay() =>
        Generators.QuestionOfOnePost.Where(question => question.Facts.Commitments.All(c => c.Amount is not Amount.Unknown)).Sample(
        question => Assert.Equal("", Differences(question.Facts, question.AsOf)),
        iter: Rounds.Of(1000), print: question => FactsText.Of((question.Facts, question.AsOf, question.AsOf)));

    /// <summary>The same where several promises of a funder are of one line: they are asked for together.</summary>
    [Fact]
    public void Requests_OfLinesThatPromisesShare_AreThoseOfTheNaiveWay() =>
        Generators.QuestionOfOnePost.Where(question => question.Facts.Commitments.All(c => c.Amount is not Amount.Unknown))
        .Select(question => (Facts: OfTwoLines(question.Facts), question.AsOf)).Sample(
        question => Assert.Equal("", Differences(question.Facts, question.AsOf)),
        iter: Rounds.Of(1000), print: question => FactsText.Of((question.Facts, question.AsOf, question.AsOf)));

    private static PortfolioFacts OfTwoLines(PortfolioFacts facts) => facts with
    {
        Commitments = [.. facts.Commitments.Select(one => one with { Line = (one.Line![^1] - '0') % 2 == 0 ? "EVEN" : "ODD" })],
    };

    internal static string Differences(PortfolioFacts facts, LocalDate asOf)
    {
        string[] naive = [.. NaiveRequests.Of(facts, asOf).Select(request => request.Text)];
        string[] engine = [.. Portfolio.Create(facts).Analyze(asOf, new(asOf.Year + 2, 12, 31)).Requests
            .Where(request => request.Kind == RequestKind.Gap && NaiveRequests.IsGapKnown(facts.Posts[0], facts, asOf, request.Year))
            .Select(request => Of(request).Text)];
        string[] differences =
        [
            .. naive.Except(engine).Select(line => "naive  " + line), .. engine.Except(naive).Select(line => "engine " + line),
        ];
        return string.Join('\n', differences.Order());
    }

    private static NaiveRequest Of(FundingRequest request) =>
        new(request.Posts.Single().Id, request.Year, request.Funder?.Id, request.Line, request.Amount.OrNull()?.Cents);

    private static PortfolioFacts Facts(string path) => Portfolio.Load(Repository.PathOf(path)).Facts;

    private static LocalDate Iso(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
