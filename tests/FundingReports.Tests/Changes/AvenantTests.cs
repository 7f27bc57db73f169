using FundingReports.Changes;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Changes;

/// <summary>What avenants do to the promise that they amend, before either day and between the two.</summary>
public class AvenantTests
{
    private static readonly LocalDate asOf = ChangesOf.AsOf, begun = new(2022, 1, 1);

    /// <summary>Replaced already, it is not said to stand; its avenant is.</summary>
    [Theory]
    [InlineData("", CommitmentFate.Over)]
    [InlineData("begins today", CommitmentFate.Over)]
    [InlineData("begins tomorrow", CommitmentFate.Kept)]
    [InlineData("announced", CommitmentFate.Kept)]
    [InlineData("both announced", CommitmentFate.Over)]
    [InlineData("withdrawn as it begins", CommitmentFate.Kept)]
    [InlineData("withdrawn the day after", CommitmentFate.Over)]
    [InlineData("of one post of two", CommitmentFate.Kept)]
    [InlineData("of one post, and its own avenant of the other", CommitmentFate.Over)]
    public void Promise_ReplacedBeforeEitherDay_IsOver(string what, CommitmentFate expected)
    {
        Commitment first = ChangesOf.Facts.Commitments[0], avenant = Avenant("C3", "C1", new(2023, 6, 30));
        PortfolioFacts facts = ChangesOf.Facts with
        {
            Posts = [ChangesOf.Post("P1"), ChangesOf.Post("P2")],
            Commitments = what switch
            {
                "begins today" => [first, avenant with { From = asOf }],
                "begins tomorrow" => [first, avenant with { From = asOf.PlusDays(1) }],
                "announced" => [first, avenant with { Status = CommitmentStatus.Announced }],
                "both announced" =>
                    [first with { Status = CommitmentStatus.Announced }, avenant with { Status = CommitmentStatus.Announced }],
                "withdrawn as it begins" => [first, avenant with { Withdrawn = new(begun, begun, "A") }],
                "withdrawn the day after" => [first, avenant with { Withdrawn = new(begun.PlusDays(1), begun, "A") }],
                "of one post of two" => [first with { Posts = ["P1", "P2"] }, avenant],
                "of one post, and its own avenant of the other" =>
                    [first with { Posts = ["P1", "P2"] }, avenant, Avenant("C4", "C3", new(2023, 6, 30)) with { Posts = ["P2"] }],
                _ => [first, avenant],
            },
        };
        Assert.Equal(expected, ChangesOf.To(facts, facts).Promise("C1").Fate);
    }

    /// <summary>A withdrawal counts from its first day on.</summary>
    [Theory]
    [InlineData(0, CommitmentFate.Over)]
    [InlineData(1, CommitmentFate.Kept)]
    public void Promise_WithdrawnFromTheFirstOfTheTwoDaysOn_IsOver(int days, CommitmentFate expected)
    {
        var facts = ChangesOf.With(one => one with { Withdrawn = new(asOf.PlusDays(days), new LocalDate(2022, 1, 1), "A") });
        Assert.Equal(expected, ChangesOf.To(facts, facts).Promise("C1").Fate);
    }

    /// <summary>
    /// Of two new avenants from one day, the one decided last is in force (of unknown date: after all others), then the one written last.
    /// </summary>
    [Theory]
    [InlineData(10, 20, 2022, CommitmentFate.Changed)]
    [InlineData(20, 10, 2022, CommitmentFate.EndedEarlier)]
    [InlineData(10, 20, 2024, CommitmentFate.EndedEarlier)]
    [InlineData(20, 10, 2024, CommitmentFate.Changed)]
    [InlineData(10, 10, 2022, CommitmentFate.Changed)]
    [InlineData(10, 10, 2024, CommitmentFate.EndedEarlier)]
    [InlineData(null, 10, 2024, CommitmentFate.Changed)]
    [InlineData(10, null, 2024, CommitmentFate.EndedEarlier)]
    [InlineData(null, null, 2022, CommitmentFate.Changed)]
    public void Promise_UnderTwoNewAvenants_EndsWithTheOneInForce(int? firstDecided, int? thenDecided, int firstUntil,
        CommitmentFate expected)
    {
        Commitment first = Avenant("C3", "C1", new(firstUntil, 12, 31)) with { DecidedOn = Day(firstDecided) },
            then = Avenant("C4", "C1", new(firstUntil == 2022 ? 2024 : 2022, 12, 31)) with { DecidedOn = Day(thenDecided) };
        PortfolioFacts after = With(first, then);
        Assert.Equal(expected, ChangesOf.To(after).Promise("C1").Fate);
        // The figures say the same: C1's line ends with 2022, or with 2024.
        Assert.Equal(expected == CommitmentFate.EndedEarlier ? 2022 : 2024,
            Portfolio.Create(after with { Commitments = after.Commitments.RemoveAt(1) }).Analyze(asOf).Posts[0]
                .Agreed.PartlyFundedUntil.Surely.Until!.Value.Year);
    }

    [Fact]
    public void Promise_UnderANewAvenantThatNeverWas_StandsToItsTerm()
    {
        Commitment never = Avenant("C3", "C1", new(2022, 12, 31)) with { Withdrawn = new(begun, begun, "A") };
        Assert.Equal(CommitmentFate.Changed, ChangesOf.To(With(never)).Promise("C1").Fate);
        Assert.Equal(CommitmentFate.EndedEarlier, ChangesOf.To(With(never with { Withdrawn = null })).Promise("C1").Fate);
    }

    [Fact]
    public void Announced_UnderANewAnnouncedAvenant_EndedEarlier()
    {
        PortfolioFacts announced = ChangesOf.With(one => one with { Status = CommitmentStatus.Announced });
        PortfolioFacts after = announced
            with { Commitments = announced.Commitments.Add(Avenant("C3", "C1", new(2022, 12, 31))
                    with { Status = CommitmentStatus.Announced }) };
        Assert.Equal(CommitmentFate.EndedEarlier, ChangesOf.To(after, announced).Promise("C1").Fate);
    }

    /// <summary>Avenants of avenants too, as they are written.</summary>
    [Fact]
    public void Avenants_ThatAreNew_AreInTheOrderOfThePortfolio()
    {
        PortfolioFacts after = With(Avenant("C3", "C1", new(2023, 6, 30)), Avenant("C4", "C1", new(2023, 6, 30)),
            Avenant("C5", "C3", new(2023, 6, 30)));
        Assert.Equal(["C3", "C4", "C5"], ChangesOf.To(after).Promise("C1").Amendments.Select(one => one.Id));
    }

    private static Commitment Avenant(string id, string amends, LocalDate until) =>
        ChangesOf.Half(id, "E", until, "P1") with { From = begun, Amends = amends, DecidedOn = begun };

    private static PortfolioFacts With(params Commitment[] avenants) =>
        ChangesOf.Facts with { Commitments = [.. ChangesOf.Facts.Commitments, .. avenants] };

    private static PartialDate? Day(int? january) => january is { } day ? new LocalDate(2022, 1, day) : null;
}
