using FundingReports.Portfolios;
using FundingReports.Requests;
using FundingReports.Tests.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Requests;

/// <summary>What is only asked for, listed apart: what it would pay if it were announced.</summary>
public class RequestedMoneyTests
{
    private static readonly LocalDate through = new(2024, 12, 31);

    /// <summary>
    /// A fifth of 50 000 € for a year from mid-2023 on, and the rest of it: of the half that the State still pays in 2023 nothing is
    /// asked.
    /// </summary>
    [Fact]
    public void Requested_IsWhatItWouldPay_AndRefusedPaysNothing()
    {
        Commitment asked = Suppose.Half("R1", "P")
            with { Funder = "D", Status = CommitmentStatus.Requested, From = new LocalDate(2023, 7, 1), Until = new LocalDate(2024, 6, 30),
                Amount = new Amount.OfCost(Share.Of(1, 5)) };
        FundingAnalysis money = Of(asked, asked with { Id = "R2", Amount = Amount.TheBalance },
            asked with { Id = "X", Status = CommitmentStatus.Refused, From = Suppose.First });
        Assert.Equal(["", "R1 5000.00, R2 7500.00", "R1 5000.00, R2 20000.00"], Listed(money, "P"));
        Assert.Equal(["", "", ""], Listed(money, "Q"));
    }

    [Fact]
    public void Requested_OfAnAmountThatNobodySaid_IsListedAsUnknown() =>
        Assert.Equal(["R1 unknown", "R1 unknown", ""],
            Listed(Of(Suppose.Half("R1", "P") with { Status = CommitmentStatus.Requested, Amount = Amount.NotPublished }), "P"));

    [Fact]
    public void Requested_TwiceForTheSameRest_IsUnknown()
    {
        Commitment rest = Suppose.Half("R1", "P") with { Status = CommitmentStatus.Requested, Amount = Amount.TheBalance };
        Assert.Equal(["R1 unknown, R2 unknown", "R1 unknown, R2 unknown", ""],
            Listed(Of(rest, rest with { Id = "R2", Funder = "D" }), "P"));
    }

    [Fact]
    public void Requested_ByNobody_IsNothing() => Assert.Equal(["", "", ""], Listed(Of(), "P"));

    private static FundingAnalysis Of(params Commitment[] more) =>
        Portfolio.Create(Suppose.Facts with { Commitments = [.. Suppose.Facts.Commitments, .. more] }).Analyze(Suppose.AsOf, through);

    private static IEnumerable<string> Listed(FundingAnalysis analysis, string post) =>
        new[] { 2022, 2023, 2024 }.Select(year => string.Join(", ", analysis
            .RequestedFor(analysis.Posts.Single(one => one.Id == post), year)
            .Select(one => $"{one.Commitment.Id} {one.Money}")));
}
