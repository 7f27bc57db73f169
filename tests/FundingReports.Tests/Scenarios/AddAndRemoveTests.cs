using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>Posts and commitments more, or a post less.</summary>
public class AddAndRemoveTests
{
    private static readonly LocalDate later = new(2022, 12, 1);

    [Fact]
    public void Added_ThatContradictsThePortfolio_IsNamedAtItsPlace()
    {
        Commitment bad = Suppose.Half("C1", "Z", "P", "Y") with { Funder = "X", Amends = "C9" };
        Assert.Equal(
            [
                "unknown-id changes[0].addCommitment.amends C9", "unknown-id changes[0].addCommitment.funder X",
                "duplicate-id changes[0].addCommitment.id C1",
                "unknown-id changes[0].addCommitment.posts[0] Z", "unknown-id changes[0].addCommitment.posts[2] Y",
                "duplicate-id changes[1].addPost.id Q",
            ],
            Suppose.Facts.Errors(new ScenarioChange.AddCommitment(bad), new ScenarioChange.AddPost(Suppose.Post("Q"))));
    }

    /// <summary>Each change acts on the result of the one before; what was decided later counts as decided.</summary>
    [Fact]
    public void Added_PostAndWhatPaysIt_CountFromTheirFirstDay()
    {
        Portfolio changed = Suppose.Facts.Applied(
            new ScenarioChange.AddPost(Suppose.Post("R")
                    with { Costs = [new(Suppose.First, Euros.Of(40_000)) { Source = "A", DecidedOn = later }] }),
            new ScenarioChange.AddCommitment(Suppose.Half("C3", "Q", "R")
                    with { DecidedOn = later, Instalments = [new(Suppose.First, new LocalDate(2023, 12, 31)) { DecidedOn = later }] }),
            new ScenarioChange.AddCommitment(Suppose.Half("C4", "R")
                    with { Amends = "C3", From = new LocalDate(2023, 1, 1), Amount = new Amount.OfCost(Share.Of(1, 4)) }));
        Assert.Equal(["P", "Q", "R"], changed.Posts.Select(post => post.Id));
        PostFunding added = changed.Analyze(Suppose.AsOf).Posts[2];
        Assert.Equal(["40000.00", "40000.00"], added.Years.Take(2).Select(year => year.Cost.ToString()));
        Assert.Equal(["20000.00", "0.00"], added.Years.Take(2).Select(year => year.Firm.Funding.ToString()));
        Assert.Equal(["20000.00", "10000.00"], added.Years.Take(2).Select(year => year.Agreed.Funding.ToString()));
    }

    [Fact]
    public void Added_AndWithdrawn_PaysUntilThen() =>
        Assert.Equal("12500.00",
            Suppose.Facts.Applied(
                new ScenarioChange.AddCommitment(Suppose.Half("C3", "P") with { Withdrawn = new(new LocalDate(2022, 7, 1), later, "") }))
                .Paid("P", "C3", 2022));

    /// <summary>With the post goes what pays it alone, and what an avenant amended stands by itself.</summary>
    [Fact]
    public void Removed_Post_TakesWhatPaysItAlone_AndNothingElse()
    {
        var weights = new Split.Weights(
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
                [KeyValuePair.Create("P", 3m), KeyValuePair.Create("Q", 1m), KeyValuePair.Create("R", 3m)]));
        PortfolioFacts facts = Suppose.Facts with
        {
            Posts = [.. Suppose.Facts.Posts, Suppose.Post("R")],
            Commitments =
            [
                .. Suppose.Facts.Commitments, Suppose.Half("C3", "P", "Q") with { Amends = "C1", From = new LocalDate(2022, 1, 1) },
                Suppose.Half("C4", "Q") with { Amends = "C2", From = new LocalDate(2022, 1, 1) },
                Suppose.Half("C5", "P", "Q", "R") with { Amount = new Amount.Annual(Euros.Of(7_000)), Split = weights },
            ],
        };
        Portfolio changed = facts.Applied(new ScenarioChange.RemovePost("P"));
        Assert.Equal(["Q", "R"], changed.Posts.Select(post => post.Id));
        Assert.Equal(["C2 Q ", "C3 Q ", "C4 Q C2", "C5 Q,R "],
            changed.Commitments.Select(one => $"{one.Id} {string.Join(',', one.Posts)} {one.Amends}"));
        Assert.Equal(("1000.00", "3000.00"), (facts.Applied().Paid("Q", "C5", 2023), facts.Applied().Paid("P", "C5", 2023)));
        Assert.Equal(("1750.00", "5250.00"), (changed.Paid("Q", "C5", 2023), changed.Paid("R", "C5", 2023)));
    }
}
