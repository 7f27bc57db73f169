using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;
using static FundingReports.Tests.Calculation.OnePost;
using DayNumber = FundingReports.Ledger.DayNumber;

namespace FundingReports.Tests.Calculation;

/// <summary>The days on which money may change, each for its own reason.</summary>
public class DaysOfChangeTests
{
    private static readonly (string, decimal?)[] cost = [("2022-01-01", 50_000)];

    /// <summary>One year by the convention, nothing in the second, and an instalment in the third.</summary>
    [Fact]
    public void InstalmentAfterTheLastYearlyStep_BeginsOnItsOwnDay()
    {
        var post = Analyze(cost,
            Pays("A", new Amount.YearlyAmounts([Euros.Of(50_000)]), until: "2024-12-31")
                with { Instalments = [new(Iso("2024-03-01"), Iso("2024-12-31")) { Amount = Euros.Of(10_000) }] });
        Assert.Equal(["0.00", "0.00", "10000.00"], post.Years.Take(3).Select(year => year.Firm.Funding.ToString()));
        Assert.Equal(["50000.00", "0.00", "10000.00"], post.Years.Take(3).Select(year => year.Agreed.Funding.ToString()));
        Assert.Equal([Iso("2022-02-08"), Iso("2023-01-01"), Iso("2024-03-01"), Iso("2025-01-01")],
            post.Agreed.Pieces.Select(piece => piece.From));
    }

    /// <summary>
    /// The announced avenant takes over from January 2023 in the announced view alone; what is signed goes on to its withdrawal.
    /// </summary>
    [Fact]
    public void WithdrawalOfWhatAnAnnouncedAvenantReplaces_EndsWhatIsAgreed()
    {
        var signed = Pays("A", Part(1, 1)) with { Instalments = [], Withdrawn = new(Iso("2023-06-15"), Iso("2022-01-15"), "S") };
        var post = Analyze(cost, signed,
            Pays("A", Part(1, 2), "2023-01-01") with { Id = "A2", Amends = "A", Status = CommitmentStatus.Announced });
        Assert.Equal((Iso("2023-06-14"), Iso("2022-12-31")),
            (post.Agreed.FullyFundedUntil.Surely.Until, post.Announced.FullyFundedUntil.Surely.Until));
    }

    [Fact]
    public void AvenantWithdrawnOnItsFirstDay_NeverWas()
    {
        var post = Analyze(cost, Pays("A", Part(1, 1), until: "2024-12-31"),
            Pays("A", Part(1, 2), "2023-01-01")
                with { Id = "A2", Amends = "A", Withdrawn = new(Iso("2023-01-01"), Iso("2022-01-15"), "S") });
        Assert.Equal(Iso("2024-12-31"), post.Agreed.FullyFundedUntil.Surely.Until);
    }

    /// <summary>Announced, and withdrawn before it began: of its sum nothing is promised, and that is known.</summary>
    [Fact]
    public void AnnouncedSumThatNeverWas_TiesToNothing()
    {
        var never = Pays("A", Yearly(1000))
            with { Status = CommitmentStatus.Announced, Withdrawn = new(Iso("2021-06-15"), Iso("2021-01-15"), "S") };
        var tie = Portfolio(Whole, cost, never).Analyze(AsOf).CommitmentBalances[0];
        Assert.Equal(["0.00", "0.00", "0.00", "0.00", "0.00"],
            new[] { tie.Promised, tie.Before, tie.Shown, tie.After, tie.Unused }.Select(sum => sum.ToString()));
    }

    /// <summary>
    /// Whatever is promised: the terms of a promise follow one another, each on one day at least, and none on a day of another.
    /// </summary>
    [Fact]
    public void Terms_OfAnyPromise_FollowOneAnother()
    {
        foreach (var (facts, asOf, through) in KeptQuestions.All)
        {
            var known = new KnownFacts(FundingReports.Portfolio.Create(facts), asOf);
            for (int post = 0; post < facts.Posts.Length; post++)
                foreach (var timeline in new PostLedgers().CaseOf(known, post, through.Year).Timelines)
                {
                    Assert.All(timeline.Periods, period => Assert.True(period.Days.From < period.Days.To));
                    Assert.All(timeline.Periods.Zip(timeline.Periods.Skip(1)),
                        pair => Assert.True(pair.First.Days.To <= pair.Second.Days.From));
                    Assert.True(timeline.AnnouncedDays.IsEmpty || timeline.Periods.Length == 0 || timeline.Periods[0]
                            .Days.From == DayNumber.Of(facts.Commitments[timeline.Commitment].From.First));
                }
        }
    }

    [Fact]
    public void PostThatEndedOnTheEve_HasNeitherPiecesNorPayers()
    {
        var ended = Analyze(Whole with { Until = AsOf.PlusDays(-1) }, cost, Pays("A", Part(1, 1)));
        Assert.Empty(ended.Agreed.Pieces);
        Assert.Empty(ended.Agreed.Payers);
    }

    /// <summary>
    /// The payers of a day, without the one that is withdrawn; and those from a day on, also where that day lies within the years of a
    /// promise.
    /// </summary>
    [Fact]
    public void Payers_OnADay_AreThoseInForce()
    {
        var post = Analyze(cost,
            Pays("A", new Amount.YearlyAmounts([Euros.Of(1000), Euros.Of(2000), Euros.Of(3000)]), until: "2024-12-31"),
            Pays("B", Part(1, 2)) with { Withdrawn = new(Iso("2023-01-01"), Iso("2022-01-15"), "S") });
        Assert.Equal(["A", "B"], post.PaidOn(Iso("2022-12-31"), FundingView.Agreed).Select(commitment => commitment.Id));
        Assert.Equal(["A"], post.PaidOn(Iso("2023-01-01"), FundingView.Agreed).Select(commitment => commitment.Id));
        Assert.Equal(["A"], post.CountedFrom(Iso("2024-03-01"), FundingView.Agreed).Select(commitment => commitment.Id));
        Assert.Empty(post.CountedFrom(Iso("2025-01-01"), FundingView.Agreed));
    }

    /// <summary>A rate that scenarios have scaled past all numbers is an error, and the same one on any number of cores.</summary>
    [Fact]
    public void MoneyPastAllNumbers_IsAnOverflow() =>
        Assert.ThrowsAny<OverflowException>(() =>
                Analyze(cost, Pays("A", Yearly(999_999_999)) with { Scalings = [new(Iso("2022-01-01"), new Factor(1_000_000_000, 1))] }));

    /// <summary>What is not known of a post, and of what is promised to it.</summary>
    [Fact]
    public void Missing_IsWhatNobodyKnows_AndNothingElse()
    {
        Assert.Empty(Analyze(cost, Pays("A", Part(1, 1))).Missing);
        Assert.Equal([Missing.Term], Analyze(cost, Pays("A", Part(1, 1), until: null)).Missing.AsEnumerable());
        Assert.Equal([Missing.Amount], Analyze(cost, Pays("A", Amount.NotPublished)).Missing.AsEnumerable());
        Assert.Equal([Missing.Instalments], Analyze(cost, Pays("A", Part(1, 1)) with { Instalments = null }).Missing.AsEnumerable());
        // Of what is only announced, nobody asks which act makes it firm.
        Assert.Empty(Analyze(cost, Pays("A", Part(1, 1)) with { Instalments = null, Status = CommitmentStatus.Announced }).Missing);
        Assert.Equal([Missing.Cost],
            Analyze([("2022-01-01", 50_000), ("2024-01-01", null)], Pays("A", Part(1, 1))).Missing.AsEnumerable());
        Assert.Equal([Missing.Fte], Analyze(Whole with { Fte = null }, cost, Pays("A", Part(1, 1))).Missing.AsEnumerable());
        Assert.Equal([Missing.From],
            Analyze(Whole with { From = null, AttestedOn = From }, cost, Pays("A", Part(1, 1))).Missing.AsEnumerable());
    }
}
