using System.Collections.Immutable;
using FundingReports.Changes;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Totals;
using NodaTime;

namespace FundingReports.Tests.Changes;

/// <summary>Each part that may change makes a change of the whole by itself.</summary>
public class WhatIsAChangeTests
{
    private static readonly MoneyChange same = new(Known(5), Known(5)), other = new(Known(5), Known(6));

    [Fact]
    public void Money_ChangesByItsFigure_ByWhatIsKnownOfIt_AndByWhetherItIsKnown()
    {
        Assert.False(same.IsChange);
        Assert.True(other.IsChange);
        Assert.False(new MoneyChange(Unknown(5), Unknown(5)).IsChange);
        Assert.True(new MoneyChange(Unknown(5), Unknown(6)).IsChange);
        Assert.True(new MoneyChange(Known(5), Unknown(5)).IsChange);
        Assert.True(new MoneyChange(Unknown(5), Known(5)).IsChange);
    }

    /// <summary>What is missing on either side, each once, in one order.</summary>
    [Fact]
    public void Difference_OfTheUnknown_NamesWhatIsMissingOnEitherSide()
    {
        Assert.Equal([Missing.Cost, Missing.Instalments, Missing.Amount],
            new MoneyChange(Unknown(0, Missing.Amount, Missing.Cost), Unknown(0, Missing.Amount, Missing.Instalments))
                .Difference.Missing.AsEnumerable());
        Assert.Equal([Missing.Amount], new MoneyChange(Known(0), Unknown(0, Missing.Amount)).Difference.Missing.AsEnumerable());
        Assert.Equal([Missing.Cost], new MoneyChange(Unknown(0, Missing.Cost), Known(0)).Difference.Missing.AsEnumerable());
    }

    [Fact]
    public void Year_ChangesByEachOfItsSums()
    {
        FunderChange Of(MoneyChange money) => new(null, ChangesOf.Facts.Funders[0], MatchedBy.Nothing, money);
        YearChange year = new(2022, FundingView.Agreed, [Of(same), Of(same)], same, same, same);
        Assert.False(year.IsChange);
        Assert.All(
            [year with { Funding = other }, year with { Cost = other }, year with { Gap = other },
                year with { Funders = [Of(same), Of(other)] }], one => Assert.True(one.IsChange));
    }

    [Fact]
    public void Horizon_ChangesByEachOfItsEnds()
    {
        var horizon = new HorizonChange(FundingView.Agreed);
        Assert.False(horizon.IsChange);
        foreach (ReachMove move in new[] { ReachMove.Later, ReachMove.Earlier, ReachMove.RanOut })
            Assert.All(
                [horizon with { Surely = move }, horizon with { Possibly = move }, horizon with { PartSurely = move },
                    horizon with { PartPossibly = move }], one => Assert.True(one.IsChange));
    }

    [Fact]
    public void Post_ChangesByItsMoveItsDetailsItsRiskAndEachHorizon()
    {
        var post = new PostChange(null, null,
            MatchedBy.Id) { Horizons = [.. Enum.GetValues<FundingView>().Select(view => new HorizonChange(view))] };
        Assert.All(Enum.GetValues<PostMove>(),
            move => Assert.Equal(move is not (PostMove.Same or PostMove.Past), (post with { Move = move }).IsChange));
        Assert.True((post with { Details = [PostDetail.Label] }).IsChange);
        Assert.True((post with { Risk = RiskReasons.EndsSoon }).IsChange);
        Assert.True((post with { RiskBefore = RiskReasons.EndsSoon }).IsChange);
        Assert.All(Enum.GetValues<FundingView>(),
            view => Assert.True((post with { Horizons = post.Horizons.SetItem((int)view, new(view) { PartPossibly = ReachMove.Later }) })
                    .IsChange));
    }

    [Fact]
    public void Promise_ChangesByItsFateAndItsDetails()
    {
        var promise = new CommitmentChange(null, null, MatchedBy.Id);
        Assert.All(Enum.GetValues<CommitmentFate>(),
            fate => Assert.Equal(fate is not (CommitmentFate.Kept or CommitmentFate.Over or CommitmentFate.NotPromised),
                (promise with { Fate = fate }).IsChange));
        Assert.True((promise with { Details = [CommitmentDetail.Line] }).IsChange);
    }

    /// <summary>One post of two, one promise of two, the money of the years alone, or what waits: none is nothing.</summary>
    [Fact]
    public void Portfolio_ChangesByOnePostOnePromiseOneYear()
    {
        PortfolioFacts facts = ChangesOf.Facts with { Posts = [ChangesOf.Post("P1"), ChangesOf.Post("P2")] };
        PortfolioChanges label = ChangesOf.To(facts with { Posts = [facts.Posts[0], facts.Posts[1] with { Label = "Autre" }] }, facts);
        Assert.Equal((1, 0, 0, 0, false), Counts(label));
        PortfolioChanges line = ChangesOf.To(facts
                with { Commitments = [facts.Commitments[0], facts.Commitments[1] with { Line = "FIPD" }] }, facts);
        Assert.Equal((0, 1, 0, 0, false), Counts(line));
        var baseline = Portfolio.Create(facts);
        Portfolio dearer = new Scenario("plus cher", null, new ScenarioChange.IndexCost(["*"], new LocalDate(2026, 1, 1), new(2, 1)))
            .Apply(baseline, ChangesOf.AsOf);
        LocalDate through = new(2026, 12, 31);
        PortfolioChanges cost = PortfolioChanges.Between(baseline.Analyze(ChangesOf.AsOf, through),
            dearer.Analyze(ChangesOf.AsOf, through));
        Assert.Equal((0, 0, 3, 0, false), Counts(cost));
        PortfolioChanges waits = ChangesOf.To(facts with { Awaiting = [new("X", "E", new Amount.Total(Euros.Of(1))) { Source = "A" }] },
            facts);
        Assert.Equal((0, 0, 0, 1, false), Counts(waits));
        Assert.Equal((0, 0, 0, 0, true), Counts(ChangesOf.To(facts, facts)));
    }

    /// <summary>A funder on one side only paid nothing on the other; without a post nobody pays anything.</summary>
    [Fact]
    public void Funder_OfOneSideOnly_PaysNothingOnTheOther()
    {
        PortfolioFacts less = ChangesOf.Facts
            with { Funders = [ChangesOf.Facts.Funders[0]], Commitments = [ChangesOf.Facts.Commitments[0]] };
        PortfolioFacts none = less with { Posts = [], Commitments = [] };
        Assert.Equal(["E 25000.00 25000.00", "D 0.00 25000.00"], Funders(less, ChangesOf.Facts));
        Assert.Equal(["E 25000.00 25000.00", "D 25000.00 0.00"], Funders(ChangesOf.Facts, less));
        Assert.Equal(["E 0.00 25000.00", "D 0.00 25000.00"], Funders(none, ChangesOf.Facts));
        Assert.Equal(["E 25000.00 0.00", "D 25000.00 0.00"], Funders(ChangesOf.Facts, none));
    }

    private static IEnumerable<string> Funders(PortfolioFacts before, PortfolioFacts after) =>
        ChangesOf.To(after, before).Years.Single(year => year is { Year: 2022, View: FundingView.Agreed })
        .Funders.Select(one => $"{one.Funder.Id} {one.Money.Before.Exact} {one.Money.After.Exact}");

    private static (int, int, int, int, bool) Counts(PortfolioChanges changes) =>
        (changes.Posts.Count(one => one.IsChange), changes.Promises.Count(one => one.IsChange), changes.Years.Count(one => one.IsChange),
            changes.Awaiting.Length, changes.IsEmpty);

    private static Total Known(long cents) => new(Knowable<Euros>.Known(Euros.FromCents(cents)), Euros.FromCents(cents));

    private static Total Unknown(long cents, params ImmutableArray<Missing> missing) =>
        new(Knowable<Euros>.Unknown(missing), Euros.FromCents(cents));
}
