using CsCheck;
using FundingReports.Coverage;
using FundingReports.Portfolios;
using FundingReports.Tests.Calculation;
using FundingReports.Tests.Naive;
using NodaTime;
using Fraction = FundingReports.Tests.Naive.Fraction;

namespace FundingReports.Tests.Requests;

/// <summary>Of whom a hole is asked: whose agreed money ended or fell before it, in proportion to what each paid on the last funded day.</summary>
public class EndedMoneyTests
{
    // The largest sum below a billion euros: a rate that is a little wrong moves a cent.
    private const long Asked = 99_999_999_999;

    /// <summary>The walk says on every day who pays; the last funded day is the last that was full, or failing that in part.</summary>
    [Fact]
    public void EndedMoney_BeforeAnyDay_IsThatOfTheNaiveWalk() => Gen.Select(Generators.Question, Gen.Frequency((1, Gen.Const(0)), (9, Gen.Int[0, 2500]))).Sample(
        (question, days) =>
        {
            var (facts, asOf, through) = question;
            var known = new KnownFacts(FundingReports.Portfolio.Create(facts), asOf);
            var analyzer = new PostAnalyzer();
            for (int post = 0; post < facts.Posts.Length; post++)
            {
                LocalDate hole = (facts.Posts[post].From ?? facts.Posts[post].AttestedOn)!.Value.First.PlusDays(days);
                if (facts.Posts[post].Until is { } until && hole > until.Last)
                    continue;
                var subject = analyzer.CaseOf(known, post, through.Year);
                EndedMoney ended = analyzer.EndedBefore(subject, Coverage.Day.Of(hole));
                string said = ended.Strands.Length == 0 ? "nobody" : string.Join(", ", ended.Strands.Select((strand, i) => $"{facts.Commitments[subject.Strands[strand].Commitment].Id} {ended.Share?.Invoke(Asked)[i]}"));
                Assert.Equal(Naively(facts, post, hole, asOf, through), said);
            }
        },
        iter: Rounds.Of(1000), print: subject => $"{FactsText.Of(subject.Item1)}{subject.Item2} days");

    /// <summary>B's half ended; A's half goes on, of a post that costs less, or whose cost is no longer known.</summary>
    [Theory]
    [InlineData(40_000)]
    [InlineData(null)]
    public void HalfThatGoesOn_OfAnotherCost_HasNotEnded(int? annual)
    {
        LocalDate from = new(2022, 1, 1), hole = new(2024, 1, 1);
        Commitment half = new("A", "A", ["P"], from, new Amount.OfCost(Share.Of(1, 2))) { Until = Term.Open, Status = CommitmentStatus.Signed, Instalments = [new(from, new LocalDate(2029, 12, 31))], Source = "S" };
        FundingAnalysis analysis = FundingReports.Portfolio.Create(new()
        {
            Sources = [new("S", SourceKind.Act, "Convention")],
            Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale)],
            Posts = [new("P", "Poste") { From = from, Fte = 1, Costs = [new(from, Euros.Of(50_000)) { Source = "S" }, new(hole, annual is { } known ? Euros.Of(known) : null) { Source = "S" }], Source = "S" }],
            Commitments = [half, half with { Id = "B", Funder = "B", Until = hole.PlusDays(-1), Instalments = [new(from, hole.PlusDays(-1))] }],
        }).Analyze(new(2022, 2, 8));
        Assert.Equal(["B"], analysis.Requests.Where(request => request.Year == 2024).Select(request => request.Funder?.Id));
    }

    /// <summary>Who is asked for 2024 of what ended with 2023, and whether it is known for how much.</summary>
    [Fact]
    public void WhatEnded_IsAskedOfWhoPaid_AndOfNobodyElse()
    {
        // What takes the rest of nothing, and a sum of nothing, paid nothing.
        Assert.Equal(["A True"], Asked2024(OnePost.Part(1, 1), ("R", new Amount.OfRemainder(Share.Whole)), ("Z", OnePost.Yearly(0))));
        // Of two of whom one pays an amount nobody knows, no proportion is known.
        Assert.Equal(["A False", "B False"], Asked2024(OnePost.Yearly(30_000), ("B", Amount.NotPublished)));
    }

    /// <summary>Paid until the eve of the first day of the post, or in its first month alone.</summary>
    [Fact]
    public void MoneyOfTheEve_IsNotThePosts_AndThatOfItsFirstMonthIs()
    {
        var half = OnePost.Pays("B", OnePost.Part(1, 2));
        string[] AskedOn(LocalDate asOf, Commitment commitment) => [.. OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], half, commitment).Analyze(asOf).Requests.Where(request => request.Year == 2022).Select(request => request.Funder?.Id ?? "nobody yet")];
        Assert.Equal(["nobody yet"], AskedOn(new(2021, 6, 1), OnePost.Pays("A", OnePost.Yearly(25_000), "2021-01-01", "2021-12-31")));
        Assert.Equal(["A"], AskedOn(new(2022, 2, 8), OnePost.Pays("A", OnePost.Part(1, 2), until: "2022-01-31")));
    }

    private static IEnumerable<string> Asked2024(Amount first, params (string Id, Amount Amount)[] others) =>
        OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)],
            [OnePost.Pays("A", first, until: "2023-12-31"), .. others.Select(other => OnePost.Pays("B", other.Amount, until: "2023-12-31") with { Id = other.Id })])
            .Analyze(new(2022, 2, 8)).Requests.Where(request => request.Year == 2024).Select(request => $"{request.Funder?.Id} {request.Amount.IsKnown}").ToList();

    private static string Naively(PortfolioFacts facts, int post, LocalDate hole, LocalDate asOf, LocalDate through)
    {
        var walk = Walk.Of(facts.Posts[post], facts, FundingView.Agreed, asOf, through);
        Situation[] before = [.. walk.ActiveFrom(LocalDate.MinIsoValue).Where(day => day.Date < hole).Select(day => day.Money)];
        Situation after = walk.On(hole);
        if ((before.LastOrDefault(day => day.SurelyFull) ?? before.LastOrDefault(day => day.SurelyPart)) is not { } last)
            return "nobody";
        Promise[] ended = [.. walk.Promises.Where(promise => Pays(promise, last) && (!Pays(promise, after) || NaiveLeaning.Falls(Of(promise, last), last, Of(promise, after), after)))];
        Fraction[] rates = [.. ended.Select(promise => Of(promise, last))];
        long[]? shares = rates.Length > 0 && rates.All(rate => rate > 0) ? Cents.Split(Asked, rates) : null;
        return ended.Length == 0 ? "nobody" : string.Join(", ", ended.Select((promise, i) => $"{promise.Commitment.Id} {shares?[i]}"));
    }

    // A sum pays something of an unknown cost, and an amount nobody has published pays something of any, unless it is or is capped at nothing.
    private static bool Pays(Promise promise, Situation day) => day.Of(promise) is { Sure: true } money && money.Kind switch
    {
        MoneyKind.Sum => !money.Value.IsZero,
        MoneyKind.Unknown => money.High is not { IsZero: true },
        _ => money.Low > 0,
    };

    private static Fraction Of(Promise promise, Situation day) => day.Of(promise)?.Low ?? 0;
}
