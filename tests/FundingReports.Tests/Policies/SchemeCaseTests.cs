using FundingReports.Policies;
using FundingReports.Portfolios;

namespace FundingReports.Tests.Policies;

/// <summary>What a rule of one's own sees of the money.</summary>
public class SchemeCaseTests
{
    private static readonly PortfolioBuilder post = new PortfolioBuilder()
        .Post("P", costs: 40_000, from: new(2024, 1, 1), scheme: "LOCAL");

    private static readonly PortfolioBuilder paid = post
        .Signed(Funder.State("État"), 12_000, new(2024, 7, 1), new(2025, 12, 31))
        .Announced(Funder.Commune("Ville"), Share.Percent(25), new(2024, 1, 1), Term.Open);

    [Fact]
    public void Share_OnADay_IsWhatTheFunderPays()
    {
        SchemeCase subject = Seen(paid);
        var state = subject.PaidBy(FunderKind.State);
        Assert.Equal(Exactly(0, 1), subject.ShareOn(new(2024, 6, 30), state));
        Assert.Equal(Exactly(3, 10), subject.ShareOn(new(2024, 7, 1), state));
        Assert.Equal(Exactly(11, 20), subject.ShareOn(new(2024, 7, 1)));
        Assert.Equal(Exactly(0, 1), subject.ShareOn(new(2026, 1, 1), state));
        Assert.Null(subject.ShareOn(new(2023, 12, 31)));
        Assert.Equal(FundingView.Announced, subject.Ledger.View);
    }

    [Fact]
    public void Share_InWords_IsWhatAReaderOfTheCountryReads()
    {
        SchemeCase subject = Seen(paid);
        Assert.Equal("55 %", subject.ShareOn(new(2024, 7, 1))!.Value.InWords(Language.French).Replace('\u202f', ' '));
        Assert.Equal("inconnu", new RatioRange(Ratio.Zero, null).InWords(Language.French));
        Assert.Equal("at least 50%", new RatioRange(new(1, 2), null).InWords(Language.English));
        Assert.Equal("between 50% and 75%", new RatioRange(new(1, 2), new(3, 4)).InWords(Language.English));
    }

    [Fact]
    public void YearThatNobodyCanMean_IsRefused() =>
        Assert.Contains("1600 to 4999", Assert.Throws<ArgumentOutOfRangeException>(() => Seen(paid).ShareIn(9999)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Share_AndMoney_OfAYear_AreOverItsDays()
    {
        SchemeCase subject = Seen(paid);
        var state = subject.PaidBy(FunderKind.State);
        Assert.Equal(Exactly(3, 20), subject.ShareIn(2024, state));
        Assert.Equal(Exactly(3, 10), subject.ShareIn(2025, state));
        Assert.Equal(Exactly(3, 10), subject.ShareBetween(new(2024, 7, 1), new(2025, 6, 30), state));
        Assert.Equal(Known(6_000), subject.MoneyIn(2024, state));
        Assert.Equal(Known(16_000), subject.MoneyIn(2024));
        Assert.Equal(Known(1_000), subject.MoneyBetween(new(2024, 6, 1), new(2024, 7, 31), state));
        Assert.Equal(Known(0), subject.MoneyIn(2023));
        Assert.Null(subject.ShareIn(2023, state));
        // The 31st weighs nothing.
        Assert.Null(subject.ShareBetween(new(2024, 12, 31), new(2024, 12, 31)));
    }

    [Fact]
    public void Share_OfYears_IsTheMeanOfItsDays_AgainstTheAnswers()
    {
        FundingAnalysis analysis = paid.Build().Analyze(new(2024, 2, 8));
        SchemeCase subject = Seen(paid);
        foreach (PostYear year in analysis.Post("P").Years)
            Assert.Equal(year.Announced.Funding, subject.MoneyIn(year.Year));
    }

    [Fact]
    public void WhatIsNotKnown_IsARange_AndAnUnknownWithWhatIsMissing()
    {
        SchemeCase noAmount = Seen(post.Signed(Funder.State("État"), Pays.NotPublished, new(2024, 1, 1), Term.Open));
        Assert.Equal(new RatioRange(Ratio.Zero, null), noAmount.ShareIn(2024));
        Assert.Equal(Knowable<Euros>.Unknown(Missing.Amount), noAmount.MoneyIn(2024));
        SchemeCase noCost = Seen(new PortfolioBuilder().Post("P", from: new(2024, 1, 1), scheme: "LOCAL")
            .Signed(Funder.State("État"), Share.Percent(80), new(2024, 1, 1), Term.Open));
        Assert.Equal(Exactly(4, 5), noCost.ShareIn(2024));
        Assert.Equal(Knowable<Euros>.Unknown(Missing.Cost), noCost.MoneyIn(2024));
    }

    private static SchemeCase Seen(PortfolioBuilder portfolio)
    {
        var probe = new Probe();
        SchemeChecker.Check(portfolio.Build(), PolicySet.Default.With(new Scheme("LOCAL", "Dispositif local", probe)), new(2024, 2, 8));
        return probe.Subject!;
    }

    private static RatioRange? Exactly(int over, int below) => new(new(over, below), new Ratio(over, below));

    private static Knowable<Euros> Known(decimal euros) => Knowable<Euros>.Known(Euros.Of(euros));

    private sealed class Probe : SchemeRule
    {
        internal SchemeCase? Subject { get; private set; }

        public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
        {
            Subject = subject;
            return [];
        }
    }
}
