using CsCheck;
using FundingReports.Coverage;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;
using Day = FundingReports.Coverage.Day;
using Fraction = FundingReports.Tests.Naive.Fraction;

namespace FundingReports.Tests.Calculation;

/// <summary>What is missing on some days of a post, rounded once, against the naive walk.</summary>
public class ShortfallTests
{
    [Fact]
    public void Shortfall_OnAnyDays_IsThatOfTheNaiveWalk() => Gen.Select(Generators.Question, Gen.Int[0, 1500], Gen.Int[0, 900], Gen.Enum<FundingView>()).Sample(
        (question, after, length, view) =>
        {
            var (facts, asOf, through) = question;
            var known = new KnownFacts(FundingReports.Portfolio.Create(facts), asOf);
            LocalDate from = new LocalDate(2020, 1, 1).PlusDays(after), until = from.PlusDays(length);
            for (int post = 0; post < facts.Posts.Length; post++)
            {
                var walk = new Walk(facts.Posts[post], Promise.AllTo(facts.Posts[post], facts, asOf), view, asOf, through);
                long missing = new PostAnalyzer().ShortfallOn(known, post, new(Day.Of(from), Day.After(until)), view);
                Assert.Equal(Naively(walk, from, until), missing == PostFigures.Unknown ? null : missing);
            }
        },
        iter: Rounds.Of(600), print: subject => $"{FactsText.Of(subject.Item1)}{subject.Item2} {subject.Item3} {subject.Item4}");

    private static long? Naively(Walk walk, LocalDate from, LocalDate until)
    {
        Fraction missing = 0;
        for (LocalDate day = LocalDate.Max(from, walk.First); day <= until && !(day > walk.Last); day = day.PlusDays(1))
        {
            int weight = Naive.Thirtieths.Of(day);
            if (weight == 0)
                continue;
            if (walk.On(day).Gap is not { } gap)
                return null;
            missing += gap * weight / 360;
        }
        return missing.Round();
    }
}
