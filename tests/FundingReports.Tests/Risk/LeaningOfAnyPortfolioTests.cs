using CsCheck;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Tests.Calculation;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Risk;

/// <summary>
/// What a funding leans on, against the naive walk, however far ahead and from whatever part of the cost on it is asked.
/// </summary>
public class LeaningOfAnyPortfolioTests
{
    private static readonly Gen<(int Steps, int Depends, int Part)> thresholds = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[1, 8]);

    /// <summary>
    /// From 2023 on A pays four fifths: too much where it is asked of days of 2023, however far ahead step-downs are looked for.
    /// </summary>
    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "A")]
    public void Concentration_IsLookedForBeforeItsOwnDay(int day, string? bearer)
    {
        Commitment[] promises = [OnePost.Pays("A", OnePost.Part(1, 2), until: "2022-12-31"),
            OnePost.Pays("B", OnePost.Part(1, 2), until: "2022-12-31"),
            OnePost.Pays("A", OnePost.Part(4, 5), "2023-01-01") with { Id = "A2" },
            OnePost.Pays("B", OnePost.Part(1, 5), "2023-01-01") with { Id = "B2" }];
        var known = new KnownFacts(OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], promises), OnePost.AsOf);
        FunderDependence leaning = new PostAnalyzer()
            .Analyze(known, 0, 2026,
                new(FundingReports.Ledger.DayNumber.FirstOf(2026), FundingReports.Ledger.DayNumber.Of(new(2023, 1, day)), new(3, 4),
                    default, FundingReports.Ledger.PackedFraction.Nothing))
            .Dependence;
        Assert.Equal((bearer, "B"), (leaning.Bearer, leaning.SteppingDown));
    }

    [Fact]
    public void Leaning_AtAnyThresholds_IsThatOfTheNaiveWalk() => Gen.Select(Generators.Question, thresholds).Sample(
        (question, at) =>
        {
            var (facts, asOf, through) = question;
            LocalDate steps = asOf.PlusMonths(at.Steps), depends = asOf.PlusMonths(at.Depends);
            var known = new KnownFacts(FundingReports.Portfolio.Create(facts), asOf);
            for (int post = 0; post < facts.Posts.Length; post++)
            {
                FunderDependence leaning = new PostAnalyzer()
                    .Analyze(known, post, through.Year,
                        new(FundingReports.Ledger.DayNumber.Of(steps), FundingReports.Ledger.DayNumber.Of(depends), new(at.Part, 8),
                            default, FundingReports.Ledger.PackedFraction.Nothing))
                    .Dependence;
                var walk = Walk.Of(facts.Posts[post], facts, FundingView.Agreed, asOf, through);
                var announced = Walk.Of(facts.Posts[post], facts, FundingView.Announced, asOf, through);
                Assert.Equal(NaiveLeaning.Of(walk, announced, asOf, steps, depends, new(at.Part, 8)),
                    new(leaning.Bearer, leaning.StepDownOn?.Date, leaning.SteppingDown, leaning.Dependent));
            }
        },
        iter: Rounds.Of(200), print: subject => $"{FactsText.Of(subject.Item1)}{subject.Item2}");
}
