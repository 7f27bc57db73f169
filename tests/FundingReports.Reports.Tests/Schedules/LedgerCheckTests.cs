using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Reports.Tests.Schedules;

/// <summary>The reading of the agreements notices what the ledger has otherwise, whatever it is.</summary>
public class LedgerCheckTests
{
    private const int Each = 10;

    private static readonly LocalDate first = new(2022, 1, 1), asOf = new(2022, 2, 8), through = new(2024, 12, 31);

    public static TheoryData<int> Parts => KeptQuestions.Parts(Each);

    [Theory]
    [MemberData(nameof(Parts))]
    public void LedgerAndReading_OfAKeptQuestion_AreAlike(int part)
    {
        foreach (int i in KeptQuestions.Of(part, Each))
        {
            (PortfolioFacts facts, LocalDate day, LocalDate last) = KeptQuestions.All[i];
            Portfolio portfolio = Portfolio.Create(facts);
            var reading = new AgreementReading(portfolio, day);
            Assert.All(portfolio.Analyze(day, last).Posts,
                post => Assert.Equal(0, LedgerCheck.Differences(post.Ledger(FundingView.Agreed), reading.Of(post.Post))));
        }
    }

    public static TheoryData<string> Faults => [.. faults.Keys];

    private static readonly Dictionary<string, (int Runs, Func<Commitment, Commitment> Make)> faults = new()
    {
        // The periods of the ledger: to 7 February, the rest of 2022, each of two years, what comes after.
        ["none"] = (0, promise => promise),
        ["announced"] = (5, promise => promise with { Status = CommitmentStatus.Announced }),
        ["rate"] = (5, promise => promise with { Amount = new Amount.Annual(Euros.FromCents(10_000_01)) }),
        ["rule"] = (5, promise => promise with { Amount = new Amount.ShareOfCost(Share.Of(1, 5)) }),
        ["cap"] = (5, promise => promise with { Cap = Euros.Zero }),
        ["cap that changes no cent"] = (5, promise => promise with { Cap = Euros.Of(10_000) }),
        ["only possible from 2023 on"] = (3, promise => promise with { Until = Term.Unknown }),
        ["begins a day later"] = (1, promise => promise with { From = first.PlusDays(1) }),
        ["ends in the midst of a period"] = (3, promise => promise with { Until = Term.On(new LocalDate(2023, 6, 30)) }),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void WhatTheReadingHasOtherwise_IsCounted(string fault)
    {
        var promise = new Commitment("C", "A", ["P"], first, new Amount.Annual(Euros.Of(10_000)))
        {
            Until = Term.Open, Status = CommitmentStatus.Signed, Instalments = [], Source = "S",
        };
        var post = With(promise).Analyze(asOf, through).Posts[0];
        Portfolio read = With(faults[fault].Make(promise));
        Assert.Equal(faults[fault].Runs, LedgerCheck.Differences(
            post.Ledger(FundingView.Agreed), new AgreementReading(read, asOf).Of(read.Posts[0])));
    }

    private static Portfolio With(Commitment promise) => Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State)],
        Posts = [new("P", "Poste") { From = first, Fte = 1, Costs = [new(first, Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [promise],
    });
}
