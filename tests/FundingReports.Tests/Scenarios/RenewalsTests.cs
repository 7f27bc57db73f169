using FundingReports.Portfolios;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>What the simulation renews: each agreed promise that ends before the last year shown, on its own terms.</summary>
public class RenewalsTests
{
    private static readonly LocalDate through = new(2024, 12, 31);

    [Theory]
    [InlineData("as it is", "2024-01-01")]
    [InlineData("granted", "2024-01-01")]
    [InlineData("announced", null)]
    [InlineData("refused", null)]
    [InlineData("unknown", null)]
    [InlineData("open", null)]
    [InlineData("term unknown", null)]
    [InlineData("to the eve of the last day", "2024-12-31")]
    [InlineData("to the last day", null)]
    [InlineData("amended", null)]
    // A withdrawal counts from the day on which it was decided.
    [InlineData("withdrawn, decided on the day", "2022-07-01")]
    [InlineData("withdrawn, decided the day after", "2024-01-01")]
    public void Promise_ThatEnds_IsRenewedFromTheDayAfter(string what, string? from)
    {
        LocalDate day = Suppose.AsOf;
        PortfolioFacts facts = Suppose.With(one => what switch
        {
            "granted" => one with { Status = CommitmentStatus.Granted },
            "announced" => one with { Status = CommitmentStatus.Announced },
            "refused" => one with { Status = CommitmentStatus.Refused },
            "unknown" => one with { Amount = Amount.NotPublished },
            "open" => one with { Until = Term.Open },
            "term unknown" => one with { Until = Term.Unknown },
            "to the eve of the last day" => one with { Until = through.PlusDays(-1) },
            "to the last day" => one with { Until = through },
            "withdrawn, decided on the day" => one with { Withdrawn = new(new LocalDate(2022, 7, 1), day, "A") },
            "withdrawn, decided the day after" => one with { Withdrawn = new(new LocalDate(2022, 7, 1), day.PlusDays(1), "A") },
            _ => one,
        });
        if (what == "amended")
            facts = facts with {
                Commitments = [.. facts.Commitments,
                    Suppose.Half("C3", "P") with { Amends = "C1", Status = CommitmentStatus.Announced }] };
        Portfolio renewed = Renewals.Of(Portfolio.Create(facts).Analyze(day, through));
        Assert.Equal(from is null ? ["C2/R"] : ["C1/R", "C2/R"], renewed.Commitments.Skip(facts.Commitments.Length).Select(one => one.Id));
        Assert.Equal(from, renewed.FindCommitment("C1/R")?.From.ToString());
        Assert.All(renewed.Commitments.Skip(facts.Commitments.Length),
            one => Assert.Equal(("2024-12-31", null, null), (one.Until.ToString(), one.Withdrawn, one.DecidedOn)));
    }

    [Fact]
    public void Nothing_ToRenew_IsThePortfolioItself()
    {
        var analysis = Portfolio.Create(Suppose.Facts).Analyze(Suppose.AsOf, new LocalDate(2023, 12, 31));
        Assert.Same(analysis.Portfolio, Renewals.Of(analysis));
    }

    [Fact]
    public void Renewal_WhoseNameIsTaken_IsNotMade()
    {
        var analysis = Portfolio.Create(Suppose.Facts
                with { Commitments = [.. Suppose.Facts.Commitments, Suppose.Half("C1/R", "P") with { Until = Term.Open }] })
            .Analyze(Suppose.AsOf, through);
        Assert.Same(analysis.Portfolio, Renewals.Of(analysis));
    }
}
