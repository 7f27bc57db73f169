using FundingReports.Changes;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Changes;

/// <summary>Any one thing that changes is a change, and says which; nothing else is.</summary>
public class EachChangeTests
{
    private static readonly LocalDate now = new(2022, 9, 1);

    public static TheoryData<string, PostDetail> Properties => new()
    {
        { "label", PostDetail.Label }, { "departement", PostDetail.Departement }, { "fte", PostDetail.Fte }, { "from", PostDetail.From },
        { "attested", PostDetail.From },
        { "until", PostDetail.Until }, { "cost", PostDetail.Costs }, { "employer", PostDetail.Employers },
    };

    [Theory]
    [MemberData(nameof(Properties))]
    public void Post_OnePropertyOtherwise_IsChangedAndSaysWhich(string what, PostDetail expected)
    {
        Post post = ChangesOf.Post("P1");
        Post before = what == "attested" ? post with { From = null, AttestedOn = new LocalDate(2021, 1, 1) } : post;
        Post after = what switch
        {
            "label" => before with { Label = "Autre" },
            "departement" => before with { Departement = "33" },
            "fte" => before with { Fte = 0.5m },
            "from" => before with { From = new LocalDate(2021, 2, 1) },
            "attested" => before with { AttestedOn = new LocalDate(2021, 3, 1) },
            "until" => before with { Until = new LocalDate(2030, 12, 31) },
            "cost" => before with { Costs = [before.Costs[0] with { Annual = Euros.Of(50_001) }] },
            _ => before with { Employers = [new(null, "CCAS")] },
        };
        PostChange change = ChangesOf.To(ChangesOf.Facts with { Posts = [after] }, ChangesOf.Facts with { Posts = [before] })
            .Posts.Single();
        Assert.Equal(expected, change.Details.Single());
        Assert.True(change.IsChange);
    }

    [Fact]
    public void Post_AttestedOtherwise_IsTheSame_WhereItsBeginningIsKnown()
    {
        Post Attested(int year) => ChangesOf.Post("P1") with { AttestedOn = new LocalDate(year, 1, 1) };
        Assert.Empty(ChangesOf.To(ChangesOf.Facts with { Posts = [Attested(2022)] }, ChangesOf.Facts with { Posts = [Attested(2021)] })
                .Posts.Single().Details);
    }

    [Fact]
    public void Cost_DecidedAfterBothDays_IsNoChange()
    {
        Post post = ChangesOf.Post("P1");
        Post later = post
            with { Costs = [.. post.Costs,
                new(new LocalDate(2022, 1, 1), Euros.Of(60_000)) { DecidedOn = new LocalDate(2022, 8, 1), Source = "A" }] };
        var facts = ChangesOf.Facts with { Posts = [later] };
        Assert.Empty(ChangesOf.To(facts).Posts.Single().Details);
        Assert.Equal([PostDetail.Costs], ChangesOf.To(facts, asOf: now).Posts.Single().Details.AsEnumerable());
    }

    [Fact]
    public void Nothing_Changed_IsEmpty()
    {
        PortfolioChanges changes = ChangesOf.To(ChangesOf.Facts);
        Assert.True(changes.IsEmpty);
        Assert.DoesNotContain(changes.Posts, post => post.IsChange);
        Assert.DoesNotContain(changes.Years, year => year.IsChange);
        Assert.DoesNotContain(changes.Promises, promise => promise.IsChange);
    }

    /// <summary>Announced money moves its own horizon and its own money, and nothing agreed.</summary>
    [Fact]
    public void Announced_MoneyMore_ChangesItsOwnViewOnly()
    {
        PortfolioFacts more = ChangesOf.Facts with
        {
            Commitments = [.. ChangesOf.Facts.Commitments,
                ChangesOf.Half("C3", "E", new(2025, 6, 30), "P1")
                    with { Status = CommitmentStatus.Announced, From = new LocalDate(2023, 7, 1) }],
        };
        PortfolioChanges changes = ChangesOf.To(more);
        PostChange post = changes.Posts.Single();
        Assert.Equal((PostMove.Same, true), (post.Move, post.IsChange));
        Assert.Equal((ReachMove.Same, ReachMove.Same, ReachMove.Later, ReachMove.Later),
            (post[FundingView.Announced].Surely, post[FundingView.Announced].Possibly, post[FundingView.Announced].PartSurely,
                post[FundingView.Announced].PartPossibly));
        Assert.Equal([FundingView.Announced], post.Horizons.Where(horizon => horizon.IsChange).Select(horizon => horizon.View));
        Assert.Equal([FundingView.Announced],
            changes.Years.Where(year => year is { Year: 2024, IsChange: true }).Select(year => year.View));
        Assert.False(changes.IsEmpty);
    }

    /// <summary>The same facts a year later: nothing moved, the end is nearer.</summary>
    [Fact]
    public void Risk_ThatComesWithTime_IsAChange()
    {
        PortfolioFacts facts = ChangesOf.Facts
            with { Commitments = [.. ChangesOf.Facts.Commitments.Select(one => one with { Until = new LocalDate(2024, 6, 30) })] };
        PostChange post = ChangesOf.To(facts, facts, new(2023, 2, 8)).Posts.Single();
        Assert.Equal((PostMove.Same, RiskReasons.None, RiskReasons.EndsSoon), (post.Move, post.RiskBefore, post.Risk));
        Assert.DoesNotContain(post.Horizons, horizon => horizon.IsChange);
        Assert.True(post.IsChange);
    }

    [Theory]
    [InlineData("cost", false, true, true)]
    [InlineData("funder", true, false, true)]
    public void Year_ChangesByItsCostItsMoneyOrItsGap(string what, bool funding, bool cost, bool gap)
    {
        PortfolioFacts sums = ChangesOf.Facts
            with { Commitments = [
                .. ChangesOf.Facts.Commitments.Select(one => one with { Amount = new Amount.Annual(Euros.Of(20_000)) })] };
        PortfolioFacts after = what == "cost"
            ? sums with {
                Posts = [ChangesOf.Post("P1") with { Costs = [new(new LocalDate(2021, 1, 1), Euros.Of(60_000)) { Source = "A" }] }] }
            : sums with { Commitments = [sums.Commitments[0] with { Amount = new Amount.Annual(Euros.Of(25_000)) }, sums.Commitments[1]] };
        YearChange year = ChangesOf.To(after, sums).Years.Single(one => one is { Year: 2022, View: FundingView.Agreed });
        Assert.Equal((funding, cost, gap, true), (year.Funding.IsChange, year.Cost.IsChange, year.Gap.IsChange, year.IsChange));
        Assert.Equal(funding ? ["E"] : [], year.Funders.Where(one => one.Money.IsChange).Select(one => one.Funder.Id));
        Assert.Equal(funding ? "5000.00" : "0.00", year.Funding.Difference.ToString());
        Assert.Equal(cost ? "10000.00" : "0.00", year.Cost.Difference.ToString());
    }

    /// <summary>Five thousand euros from one funder to the other: every sum of the year is what it was.</summary>
    [Fact]
    public void Year_MoneyThatOnlyChangesHands_IsAChange()
    {
        PortfolioFacts Split(int state) => ChangesOf.Facts with
        {
            Commitments = [ChangesOf.Facts.Commitments[0] with { Amount = new Amount.Annual(Euros.Of(state)) },
                ChangesOf.Facts.Commitments[1] with { Amount = new Amount.Annual(Euros.Of(50_000 - state)) }],
        };
        YearChange year = ChangesOf.To(Split(30_000), Split(25_000)).Years.Single(one => one is { Year: 2022, View: FundingView.Agreed });
        Assert.Equal((false, false, false, true), (year.Funding.IsChange, year.Cost.IsChange, year.Gap.IsChange, year.IsChange));
    }

    [Fact]
    public void Year_UnknownBeforeOrAfter_IsAChangeOfUnknownSize_AndSaysWhatIsMissing()
    {
        PortfolioFacts Paid(Amount amount) => ChangesOf.With(one => one with { Amount = amount });
        YearChange year = ChangesOf.To(Paid(Amount.NotPublished), Paid(new Amount.Annual(Euros.Of(25_000))))
            .Years.Single(one => one is { Year: 2022, View: FundingView.Agreed });
        Assert.True(year.Funding.IsChange);
        Assert.False(year.Funding.Difference.IsKnown);
        Assert.NotEmpty(year.Funding.Difference.Missing);
    }

    public static TheoryData<Reach, Reach, ReachMove> Moves
    {
        get
        {
            Reach end = Reach.To(new LocalDate(2022, 6, 30)), later = Reach.To(new LocalDate(2023, 6, 30)),
                eve = Reach.To(now.PlusDays(-1)), today = Reach.To(now);
            return new()
            {
                { end, end, ReachMove.Same }, { end, later, ReachMove.Later }, { later, end, ReachMove.Earlier },
                { later, Reach.Open, ReachMove.Later }, { Reach.Open, later, ReachMove.Earlier },
                { Reach.None, end, ReachMove.Later }, { Reach.Open, Reach.None, ReachMove.Earlier },
                { later, Reach.None, ReachMove.Earlier },
                // It ended as it was to: nobody shortened it. What was to last today was shortened.
                { eve, Reach.None, ReachMove.RanOut }, { today, Reach.None, ReachMove.Earlier },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void Reach_MovesLaterEarlierOrRunsOut(Reach before, Reach after, ReachMove expected) =>
        Assert.Equal(expected, PostComparer.MoveOf(before, after, now));

    public static TheoryData<string> Waiting =>
        ["funder", "line", "from", "until", "status", "decided", "reference", "instalment", "instalments", "beneficiary", "object"];

    [Theory]
    [MemberData(nameof(Waiting))]
    public void Waiting_OnePropertyOtherwise_IsChanged(string what)
    {
        AwaitingCommitment was = new("X", "E", new Amount.Total(Euros.Of(100))) { Source = "A",
            Subsidy = new() { Object = "Poste", Beneficiary = new("CCAS") }, Instalments = what == "instalment" ? [] : null };
        AwaitingCommitment now = what switch
        {
            "funder" => was with { Funder = "D" },
            "line" => was with { Line = "FIPD" },
            "from" => was with { From = new LocalDate(2022, 1, 1) },
            "until" => was with { Until = new LocalDate(2022, 12, 31) },
            "status" => was with { Status = CommitmentStatus.Granted },
            "decided" => was with { DecidedOn = new LocalDate(2022, 1, 1) },
            "reference" => was with { References = ChangesOf.Reference("EJ", "1") },
            "instalment" => was with { Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 12, 31))] },
            "instalments" => was with { Instalments = [] },
            "beneficiary" => was with { Subsidy = was.Subsidy! with { Beneficiary = new("Ligue") } },
            _ => was with { Subsidy = was.Subsidy! with { Object = "Accueil" } },
        };
        AwaitingChange change = ChangesOf.To(ChangesOf.Facts with { Awaiting = [now] }, ChangesOf.Facts with { Awaiting = [was] })
            .Awaiting.Single();
        Assert.Equal(AwaitingFate.Changed, change.Fate);
        Assert.Empty(
            ChangesOf.To(ChangesOf.Facts with { Awaiting = [now] }, ChangesOf.Facts with { Awaiting = [now with { Source = null }] })
                .Awaiting);
    }

    /// <summary>The last day of a promise, and the day after.</summary>
    [Theory]
    [InlineData(2023, 6, 30, CommitmentFate.Kept)]
    [InlineData(2023, 7, 1, CommitmentFate.Ended)]
    public void Promise_OnItsLastDay_IsKept(int year, int month, int day, CommitmentFate expected)
    {
        Assert.Equal(expected, ChangesOf.To(ChangesOf.Facts, null, new(year, month, day)).Promise("C1").Fate);
        var less = ChangesOf.Facts with { Commitments = [ChangesOf.Facts.Commitments[1]] };
        Assert.Equal(expected == CommitmentFate.Kept ? CommitmentFate.Gone : expected,
            ChangesOf.To(less, null, new(year, month, day)).Promise("C1").Fate);
    }

    /// <summary>What was over before the first of the two days is not said to be gone.</summary>
    [Theory]
    [InlineData("2022-02-07", CommitmentFate.Over)]
    [InlineData("2022-02-08", CommitmentFate.Gone)]
    public void Promise_OverBeforeTheFirstDay_IsOver(string until, CommitmentFate expected)
    {
        PortfolioFacts before = ChangesOf.With(one => one with { Until = NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value });
        var less = ChangesOf.Facts with { Commitments = [ChangesOf.Facts.Commitments[1]] };
        Assert.Equal(expected, ChangesOf.To(less, before).Promise("C1").Fate);
    }

    [Theory]
    [InlineData(8, CommitmentFate.Over)]
    [InlineData(9, CommitmentFate.Over)]
    public void Promise_WithdrawnAlreadyAndNoLongerListed_IsOver(int day, CommitmentFate expected)
    {
        PortfolioFacts before = ChangesOf.With(one => one
                with { Withdrawn = new(new LocalDate(2022, 2, day), new LocalDate(2022, 1, 1), "A") });
        var less = ChangesOf.Facts with { Commitments = [ChangesOf.Facts.Commitments[1]] };
        Assert.Equal(expected, ChangesOf.To(less, before).Promise("C1").Fate);
    }
}
