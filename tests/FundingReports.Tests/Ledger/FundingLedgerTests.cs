using CsCheck;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Tests.Naive;
using FundingReports.Portfolios;
using NodaTime;
using Fraction = FundingReports.Tests.Naive.Fraction;

namespace FundingReports.Tests.Ledger;

/// <summary>Who pays what on which days: the ledger against the naive walk, day by day.</summary>
public class FundingLedgerTests
{
    private static readonly FundingView[] views = Enum.GetValues<FundingView>();

    [Fact]
    public void Ledger_OnAnyDay_PaysWhatTheNaiveWalkPays() => Generators.Question.Sample(
        question => ForEachPeriod(question, (period, situation, where) =>
        {
            Assert.True(Same(situation.Low, period.Low), $"{where}: low");
            Assert.True(Same(situation.High, period.High), $"{where}: high");
            if (situation.Cost is { IsZero: true })
                return;
            Fraction whole = situation.Cost ?? 1;
            foreach (var line in period.Lines)
            {
                var money = Assert.Single(situation.Contributions,
                    contribution => contribution.Promise.Commitment.Id == line.Commitment.Id);
                Assert.True(Same(money.Low / whole, line.Low), $"{where} {line.Commitment.Id}: low");
                Assert.True(Same(money.High / whole, line.High), $"{where} {line.Commitment.Id}: high");
                Assert.True(!line.IsSure || money.Sure || line.Cap is not null || money.Value.IsZero,
                    $"{where} {line.Commitment.Id}: sure");
            }
            Assert.Empty(situation.Contributions.Where(c => c.Low > 0).Select(c => c.Promise.Commitment.Id)
                    .Except(period.Lines.Select(line => line.Commitment.Id)));
        }),
        iter: Rounds.Of(400), print: FactsText.Of);

    [Fact]
    public void Ledger_OfAnyPost_IsAsMuchAsItsLines_WithoutAHoleInTime() => Generators.Question.Sample(
        question =>
        {
            var analysis = FundingReports.Portfolio.Create(question.Facts).Analyze(question.AsOf, question.Through);
            foreach (var post in analysis.Posts)
                foreach (var view in views)
                {
                    var periods = post.Ledger(view).Periods;
                    Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.Until!.Value.PlusDays(1), pair.Second.From));
                    Assert.All(periods.SkipLast(1), period => Assert.NotNull(period.Until));
                    foreach (var period in periods.Where(period => !(period.Cost.TryGet(out var cost) && cost == Euros.Zero)))
                    {
                        Assert.Equal(0, Sum(period.Lines.Select(line => line.Low)).CompareTo(period.Low));
                        Assert.Equal(period.Lines.Any(line => line.High is null), period.High is null);
                        if (period.High is { } high)
                            Assert.Equal(0, Sum(period.Lines.Select(line => line.High!.Value)).CompareTo(high));
                    }
                    Assert.All(post[view].Payers, payer => Assert.Contains(
                        post.Ledger(view).Periods,
                        period => period.Lines.Any(line => line.Commitment.Id == payer.Commitment.Id && line.Low > Ratio.Zero)));
                }
        },
        iter: Rounds.Of(200), print: FactsText.Of);

    [Fact]
    public void On_BeforeTheFirstDay_IsNoPeriod_AndOnTheLastDay_IsTheLastOne() => Generators.Question.Sample(
        question =>
        {
            foreach (var post in FundingReports.Portfolio.Create(question.Facts).Analyze(question.AsOf, question.Through).Posts)
            {
                var ledger = post.Ledger(FundingView.Agreed);
                if (ledger.Periods.IsEmpty)
                    continue;
                Assert.Null(ledger.On(ledger.Periods[0].From.PlusDays(-1)));
                Assert.Same(ledger.Periods[^1], ledger.On(ledger.Periods[^1].Until ?? new LocalDate(4999, 12, 31)));
                Assert.All(ledger.Periods, period => Assert.Same(period, ledger.On(period.From)));
            }
        },
        iter: Rounds.Of(50), print: FactsText.Of);

    private static void ForEachPeriod((PortfolioFacts Facts, LocalDate AsOf, LocalDate Through) question,
        Action<LedgerPeriod, Situation, string> check)
    {
        var (facts, asOf, through) = question;
        var analysis = FundingReports.Portfolio.Create(facts).Analyze(asOf, through);
        foreach (var post in analysis.Posts)
            foreach (var view in views)
            {
                var walk = Walk.Of(post.Post, facts, view, asOf, through);
                foreach (var period in post.Ledger(view).Periods)
                    foreach (var day in new[] { period.From, period.Until ?? period.From.PlusYears(1) })
                        check(period, walk.On(day), $"{post.Id} {view} {day}");
            }
    }

    private static Ratio Sum(IEnumerable<Ratio> parts) => parts.Aggregate(Ratio.Zero, (sum, part) => sum + part);

    private static bool Same(Fraction? expected, Ratio? actual) => expected is not { } value
        ? actual is null
        : actual is { } ratio && value.Numerator * ratio.Denominator == ratio.Numerator * value.Denominator;
}
