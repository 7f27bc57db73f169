using FundingReports.Portfolios;
using FundingReports.Requests;
using FundingReports.Tests.Calculation;
using NodaTime;

namespace FundingReports.Tests.Requests;

/// <summary>Of whom a hole is asked: of those who paid more before, in proportion to what each has lost.</summary>
public class LostMoneyTests
{
    /// <summary>B's half ended; A's half goes on, of a post that costs less, or whose cost is no longer known.</summary>
    [Theory]
    [InlineData(40_000)]
    [InlineData(null)]
    public void HalfThatGoesOn_OfAnotherCost_HasNotEnded(int? annual)
    {
        LocalDate from = new(2022, 1, 1), hole = new(2024, 1, 1);
        Commitment half = new("A", "A", ["P"], from, new Amount.ShareOfCost(Share.Of(1, 2))) { Until = Term.Open,
            Status = CommitmentStatus.Signed, Instalments = [new(from, new LocalDate(2029, 12, 31))], Source = "S" };
        FundingAnalysis analysis = FundingReports.Portfolio.Create(new()
        {
            Sources = [new("S", SourceKind.Act, "Convention")],
            Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale)],
            Posts = [
                new("P", "Poste") { From = from, Fte = 1,
                    Costs = [new(from, Euros.Of(50_000)) { Source = "S" },
                        new(hole, annual is { } known ? Euros.Of(known) : null) { Source = "S" }], Source = "S" }],
            Commitments = [half,
                half with { Id = "B", Funder = "B", Until = hole.PlusDays(-1), Instalments = [new(from, hole.PlusDays(-1))] }],
        }).Analyze(new(2022, 2, 8));
        Assert.Equal(["B"], analysis.Requests.Where(request => request.Year == 2024).Select(request => request.Funder?.Id));
    }

    /// <summary>Who is asked for 2024 of what ended with 2023, and whether it is known for how much.</summary>
    [Fact]
    public void WhatEnded_IsAskedOfWhoPaid_AndOfNobodyElse()
    {
        // Who took the rest where nothing was left, and who gave a sum of nothing, paid nothing.
        Assert.Equal(["A True"], Asked2024(OnePost.Part(1, 1), ("R", new Amount.ShareOfRemainder(Share.Whole)), ("Z", OnePost.Yearly(0))));
        // Of two of whom one pays an amount nobody knows, no proportion is known.
        Assert.Equal(["A False", "B False"], Asked2024(OnePost.Yearly(30_000), ("B", Amount.NotPublished)));
    }

    /// <summary>Paid until the eve of the first day of the post, or in its first month alone.</summary>
    [Fact]
    public void MoneyOfTheEve_IsNotThePosts_AndThatOfItsFirstMonthIs()
    {
        var half = OnePost.Pays("B", OnePost.Part(1, 2));
        string[] AskedOn(LocalDate asOf, Commitment commitment) =>
            [.. OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], half, commitment).Analyze(asOf)
                    .Requests.Where(request => request.Year == 2022).Select(request => request.Funder?.Id ?? "nobody yet")];
        Assert.Equal(["nobody yet"], AskedOn(new(2021, 6, 1), OnePost.Pays("A", OnePost.Yearly(25_000), "2021-01-01", "2021-12-31")));
        Assert.Equal(["A"], AskedOn(new(2022, 2, 8), OnePost.Pays("A", OnePost.Part(1, 2), until: "2022-01-31")));
    }

    /// <summary>Two promises of one line are asked for as one, also where another funder, of two lines, comes before.</summary>
    [Fact]
    public void PromisesOfOneLine_AreAskedForTogether_WhoeverComesBefore()
    {
        Commitment Quarter(string id, string line, string? until = "open") =>
            OnePost.Pays(id[..1], OnePost.Part(1, 4), until: until) with { Id = id, Line = line };
        FundingAnalysis analysis = OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], Quarter("A1", "X"), Quarter("A2", "Y"),
            Quarter("B1", "L", "2023-12-31"), Quarter("B2", "L", "2023-12-31")).Analyze(new(2022, 2, 8));
        FundingRequest request = Assert.Single(analysis.Requests, request => request.Year == 2024);
        Assert.Equal(("B", "B1", "25000.00"), (request.Funder?.Id, request.Commitment?.Id, request.Amount.OrNull().ToString()));
    }

    private static IEnumerable<string> Asked2024(Amount first, params (string Id, Amount Amount)[] others) =>
        OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)],
            [OnePost.Pays("A", first, until: "2023-12-31"),
                .. others.Select(other => OnePost.Pays("B", other.Amount, until: "2023-12-31") with { Id = other.Id })])
            .Analyze(new(2022, 2, 8)).Requests.Where(request => request.Year == 2024)
                .Select(request => $"{request.Funder?.Id} {request.Amount.IsKnown}").ToList();
}
