using CsCheck;
using FundingReports.Coverage;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Tests.Risk;

/// <summary>What a funding leans on, against the naive walk, however far ahead and from whatever part of the cost on it is asked.</summary>
public class LeaningOfAnyPortfolioTests
{
    private static readonly Gen<(int Steps, int Depends, int Part)> thresholds = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[1, 8]);

    [Fact]
    public void Leaning_AtAnyThresholds_IsThatOfTheNaiveWalk() => Gen.Select(Generators.Question, thresholds).Sample(
        (question, at) =>
        {
            var (facts, asOf, through) = question;
            LocalDate steps = asOf.PlusMonths(at.Steps), depends = asOf.PlusMonths(at.Depends);
            var known = new KnownFacts(FundingReports.Portfolio.Create(facts), asOf);
            for (int post = 0; post < facts.Posts.Length; post++)
            {
                Leaning leaning = new PostAnalyzer().Analyze(known, post, through.Year, new(Coverage.Day.Of(steps), Coverage.Day.Of(depends), new(at.Part, 8))).Leaning;
                var walk = new Walk(facts.Posts[post], Promise.AllTo(facts.Posts[post], facts, asOf), FundingView.Agreed, asOf, through);
                Assert.Equal(NaiveLeaning.Of(walk, asOf, steps, depends, new(at.Part, 8)), new(leaning.Bearer, leaning.StepDownOn?.Date, leaning.SteppingDown, leaning.Dependent));
            }
        },
        iter: Rounds.Of(200), print: subject => $"{FactsText.Of(subject.Item1)}{subject.Item2}");
}
