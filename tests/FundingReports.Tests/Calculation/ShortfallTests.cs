using CsCheck;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Tests.Naive;
using NodaTime;
using DayNumber = FundingReports.Ledger.DayNumber;

namespace FundingReports.Tests.Calculation;

/// <summary>What is missing on some days of a post, rounded once, against the naive walk.</summary>
public class ShortfallTests
{
    [Fact]
    public void Shortfall_OnAnyDays_IsThatOfTheNaiveWalk() =>
        Gen.Select(Generators.Question, Gen.Int[0, 1500], Gen.Int[0, 900],
            Gen.Bool.Select(agreed => agreed ? FundingView.Agreed : FundingView.Announced)).Sample(
        (question, after, length, view) =>
        {
            var (facts, asOf, through) = question;
            var known = new KnownFacts(FundingReports.Portfolio.Create(facts), asOf);
            LocalDate from = new LocalDate(2020, 1, 1).PlusDays(after), until = from.PlusDays(length);
            for (int post = 0; post < facts.Posts.Length; post++)
            {
                var walk = Walk.Of(facts.Posts[post], facts, view, asOf, through);
                long missing = new PostAnalyzer().ShortfallOn(known, post, new(DayNumber.Of(from), DayNumber.After(until)), view);
                Assert.Equal(walk.Missing(from, until), missing == PostFigures.Unknown ? null : missing);
            }
        },
        iter: Rounds.Of(600), print: subject => $"{FactsText.Of(subject.Item1)}{subject.Item2} {subject.Item3} {subject.Item4}");
}
