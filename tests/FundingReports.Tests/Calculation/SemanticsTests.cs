using FundingReports.Horizons;
using FundingReports.Portfolios;
using FundingReports.Requests;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Calculation;

/// <summary>
/// Inputs of tests/corpus/semantics, each of which gave a wrong answer once, and stands for a kind; and the six posts worked out by hand.
/// </summary>
public class SemanticsTests
{
    private static readonly LocalDate march2022 = new(2022, 3, 1);

    /// <summary>An amendment from the very day of what it amends is in force: 20 000 € in 2022, and nothing after.</summary>
    [Fact]
    public void Amendment_FromTheSameDay_ComesAfterWhatItAmends()
    {
        var post = Assert.Single(Of("a1-amend-same-day").Analyze(march2022).Posts);
        Assert.Equal(["20000.00", "0.00", "0.00"], post.Years.Take(3).Select(year => year.Agreed.Funding.ToString()));
        Assert.Equal("20000.00", Year(post, 2022).Agreed.Gap.ToString());
    }

    /// <summary>The same when it begins before what it amends, and when an amendment of an amendment is retroactive.</summary>
    [Fact]
    public void Amendment_ThatIsRetroactive_ComesAfterWhatItAmends()
    {
        Commitment first = OnePost.Pays("A", OnePost.Yearly(40_000)) with { Instalments = null };
        Commitment second = first with { Id = "A2", Amends = "A", From = new LocalDate(2022, 7, 1), Amount = OnePost.Yearly(30_000) };
        Commitment third = first with { Id = "A3", Amends = "A2", From = new LocalDate(2022, 4, 1), Amount = OnePost.Yearly(20_000) };
        Assert.Equal("25000.00", Agreed2022(first, second with { From = new LocalDate(2021, 1, 1), Amount = OnePost.Yearly(25_000) }));
        // 40 000 € for three months, then the retroactive 20 000 €: it comes after the 30 000 € that it amends.
        Assert.Equal("25000.00", Agreed2022(first, second, third));
        Assert.Equal("25000.00", Agreed2022(third, second, first));

        static string Agreed2022(params Commitment[] promises) =>
            OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], promises).Analyze(OnePost.AsOf).Posts[0].Years[0]
                .Agreed.Funding.ToString();
    }

    /// <summary>A run holds at least one day on which the money is there: a 31 December weighs nothing, and funds nothing.</summary>
    [Fact]
    public void PostWithoutMoney_OnA31stAlone_IsNotFundedInAnyView()
    {
        var post = Assert.Single(Of("a3-end-of-year").Analyze(new(2023, 12, 31)).Posts);
        Assert.All(Enum.GetValues<FundingView>(), view => Assert.Equal(HorizonState.NotOnFirstDay, post[view].FullyFundedUntil.State));
    }

    [Fact]
    public void Total_BesideAPricedInstalment_StaysATotal()
    {
        var portfolio = Of("a4-total-and-tranche");
        var post = Assert.Single(portfolio.Analyze(march2022).Posts);
        Assert.Equal(["18000.00", "6000.00", "6000.00"], post.Years.Take(3).Select(year => year.Agreed.Funding.ToString()));
        var facts = portfolio.Facts;
        var commitment = Assert.Single(facts.Commitments);
        var above = commitment with { Instalments = [commitment.Instalments!.Value[0] with { Amount = Euros.Of(60_000) }] };
        Assert.False(Portfolio.TryCreate(facts with { Commitments = [above] }, out _, out _));
    }

    /// <summary>Of a total whose instalments leave something and no day, what is left is unused, and the total still ties.</summary>
    [Fact]
    public void Total_WithInstalmentsOnAllItsDays_LeavesTheRestUnused()
    {
        Commitment total = OnePost.Pays("A", new Amount.Total(Euros.Of(30_000)), until: "2022-12-31") with
        {
            Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 12, 31)) { Amount = Euros.Of(18_000) }],
        };
        var analysis = OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], total).Analyze(OnePost.AsOf);
        var tie = Assert.Single(analysis.CommitmentBalances);
        Assert.Equal(("30000.00", "18000.00", "12000.00"), (tie.Promised.ToString(), tie.Shown.ToString(), tie.Unused.ToString()));
        Assert.Equal("12000.00", analysis.Posts[0].Agreed.Unused.ToString());
    }

    /// <summary>What one promise leaves unused is not left a second time by the next.</summary>
    [Fact]
    public void Unused_OfATotal_IsItsOwn()
    {
        Commitment total = OnePost.Pays("A", new Amount.Total(Euros.Of(30_000)), until: "2022-12-31") with
        {
            Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 12, 31)) { Amount = Euros.Of(18_000) }],
        };
        var analysis = OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], total,
            OnePost.Pays("B", OnePost.Yearly(1_000), until: "2022-12-31")).Analyze(OnePost.AsOf);
        Assert.Equal(["A 12000.00", "B 0.00"], analysis.CommitmentBalances.Select(tie => $"{tie.Commitment.Id} {tie.Unused}"));
        Assert.Equal("12000.00", analysis.Posts[0].Agreed.Unused.ToString());
    }

    /// <summary>A 31st alone weighs nothing: what the other days leave of a total cannot be paid on it, and is unused.</summary>
    [Fact]
    public void Total_WhoseInstalmentsLeaveA31stAlone_PaysNothingOnIt()
    {
        Commitment total = OnePost.Pays("A", new Amount.Total(Euros.Of(30_000)), until: "2022-03-31") with
        {
            Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 3, 30)) { Amount = Euros.Of(18_000) }],
        };
        var post = OnePost.Analyze([("2022-01-01", 50_000)], total);
        var last = Assert.Single(post.Ledger(FundingView.Agreed).Periods, period => period.From == new LocalDate(2022, 3, 31));
        Assert.Equal(Ratio.Zero, Assert.Single(last.Lines).Rate);
        Assert.Equal("12000.00", post.Agreed.Unused.ToString());
    }

    /// <summary>Two instalments of a cent for two posts are both the first post's: a total of two cents leaves nothing.</summary>
    [Fact]
    public void Total_WhoseCentsWereRoundedToOnePost_LeavesNoPostLessThanNothing()
    {
        Commitment total = OnePost.Pays("A", new Amount.Total(Euros.Of(0.02m)), until: "2022-12-31") with
        {
            Posts = ["P", "Q"],
            Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 1, 31)) { Amount = Euros.Of(0.01m) },
                new(new LocalDate(2022, 2, 1), new LocalDate(2022, 2, 28)) { Amount = Euros.Of(0.01m) }],
        };
        var facts = OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)]).Facts;
        var analysis = Portfolio.Create(facts with
        {
            Posts = [facts.Posts[0], facts.Posts[0] with { Id = "Q", Label = "Autre poste" }], Commitments = [total],
        }).Analyze(OnePost.AsOf);
        Assert.Equal(["0.02", "0.00"], analysis.Posts.Select(post => post.Years[0].Agreed.Funding.ToString()));
        var tie = Assert.Single(analysis.CommitmentBalances);
        Assert.Equal(("0.02", "0.02", "0.00"), (tie.Promised.ToString(), tie.Shown.ToString(), tie.Unused.ToString()));
    }

    /// <summary>A renewal at the same rate has lost nothing: the whole is to be found.</summary>
    [Fact]
    public void Gap_OfAFunderThatGoesOn_IsAskedOfNobody() =>
        Assert.Equal(["? 2022 30000.00", "? 2023 30000.00", "? 2024 30000.00"], Gaps(Of("a5-renewed-asked-again").Analyze(march2022)));

    [Fact]
    public void Gap_OfTwoWhoEndApart_IsAskedOfEachForItsHole() =>
        Assert.Equal(["ETAT 2023 25000.00", "DEP 2023 12500.00"],
            Gaps(Of("a6-two-ends-one-asked").Analyze(march2022)).Where(gap => gap.Contains("2023", StringComparison.Ordinal)));

    [Theory]
    [InlineData("a9-campaigns-1")]
    [InlineData("a9-campaigns-2")]
    public void Campaigns_InAnyOrder_TheFirstThatCanStillBeMetCounts(string name)
    {
        LocalDate asOf = new(2023, 3, 1);
        var portfolio = Of(name);
        var analysis = portfolio.Analyze(asOf);
        var dated = portfolio.Campaigns.Where(campaign => campaign.Year == 2023 && campaign.Closes?.Last >= asOf)
            .Min(campaign => campaign.Closes!.Value.Last);
        Assert.Equal([dated],
            analysis.Requests.Where(request => request is { Year: 2023, Funder: not null }).Select(request => request.Closes).Distinct());
        Assert.DoesNotContain(analysis.Requests, request => request is { Year: 2023, Overdue: true });
    }

    [Fact]
    public void FirmBalance_PaysAtMostWhatIsAgreed()
    {
        var post = Assert.Single(Of("a10-firm-balance").Analyze(march2022).Posts);
        Assert.All(post.Years.Take(3), year => Assert.Equal(
            ("25000.00", "25000.00"), (year.Cells.Single(cell => cell.Commitment.Id == "D").Firm.ToString(), year.Firm.Gap.ToString())));
    }

    [Fact]
    public void CapOfZero_PaysNothing_AndThatIsKnown()
    {
        var post = Assert.Single(Of("a12-cap-zero").Analyze(march2022).Posts);
        Assert.All(post.Agreed.Pieces, piece => Assert.Equal(("0.000000", FundingState.None), (piece.High.ToString(), piece.State)));
        Assert.Equal(HorizonState.NotOnFirstDay, post.Agreed.FullyFundedUntil.State);
        Assert.Equal("0.00", Year(post, 2022).Cells[0].Agreed.ToString());
    }

    /// <summary>A decision known to the year counts from its last day: a vague date gives no better answer.</summary>
    [Theory]
    [InlineData("2022-12-30", "0.00")]
    [InlineData("2022-12-31", "20000.00")]
    public void Decision_KnownToTheYear_CountsFromItsLastDay(string asOf, string agreed)
    {
        Commitment promise = OnePost.Pays("A", OnePost.Yearly(20_000)) with { DecidedOn = PartialDate.Of(2022) };
        var analysis = OnePost.Portfolio(OnePost.Whole, [("2022-01-01", 50_000)], promise)
            .Analyze(NodaTime.Text.LocalDatePattern.Iso.Parse(asOf).Value);
        Assert.Equal(agreed, analysis.Posts[0].Years[0].Agreed.Funding.ToString());
    }

    [Fact]
    public void SixPosts_RequestsOfTheGaps_AreThoseWorkedOutByHand()
    {
        var analysis = SixPosts();
        Assert.Equal(
            ["CCC CAR 2026 1700.00 ", "? GAL 2026 840.00 ", "? VAL 2026 unknown ", "CCC CAR 2027 4200.00 ",
                "? GAL 2027 1680.00 C3E2 28000.00", "? VAL 2027 unknown "],
            analysis.Requests.Where(request => request is { Kind: RequestKind.Gap, Year: < 2028 }).Select(request =>
                $"{request.Funder?.Id ?? "?"} {string.Join(' ', request.Posts.Select(post => post.Id))} {request.Year} {request.Amount} "
                + string.Join(", ", request.Requested.Select(sum => $"{sum.Commitment.Id} {sum.Amount}"))));
    }

    [Fact]
    public void SixPosts_TheBalanceOfAubeville_SaysWhatItBearsMore()
    {
        var rise = Assert.Single(SixPosts().Findings, finding => finding.IsOfFirstRank && finding.Arguments[1] == "2027");
        Assert.Equal((ProblemCode.BalanceRises, "Département d'Exemple 2027 31400.00 21000.00 État 26000.00 15600.00"),
            (rise.Code, string.Join(' ', rise.Arguments)));
    }

    /// <summary>Of the year before the as-of year the same is known as on the as-of date, and the years after do not change.</summary>
    [Fact]
    public void Since_ShowsYearsBefore_AndChangesNoOther()
    {
        var portfolio = Portfolio.Load(Repository.PathOf("seeds", "cases", "six-postes", "portfolio.json"));
        LocalDate asOf = new(2026, 11, 26);
        FundingAnalysis plain = portfolio.Analyze(asOf), longer = portfolio.Analyze(asOf, since: 2025);
        Assert.Equal(2025, longer.Posts[0].Years[0].Year);
        Assert.Equal("41600.00", longer.Posts[0].Years[0].Cells[0].Agreed.ToString());
        Assert.Equal(plain.Requests.Select(request => $"{request.Funder?.Id} {request.Year} {request.Amount}"),
            longer.Requests.Select(request => $"{request.Funder?.Id} {request.Year} {request.Amount}"));
        Assert.Equal("", string.Join('\n', plain.Findings.Except(longer.Findings).Concat(longer.Findings.Except(plain.Findings))));
        Assert.Equal(plain.Summary(Language.French), longer.Summary(Language.French));
        foreach (var (before, after) in plain.Posts.Zip(longer.Posts))
        {
            Assert.Equal(before.Agreed.FullyFundedUntil, after.Agreed.FullyFundedUntil);
            Assert.Equal(before.Years.Select(year => $"{year.Year} {year.Agreed.Gap} {year.Agreed.Funding}"),
                after.Years.Skip(1).Select(year => $"{year.Year} {year.Agreed.Gap} {year.Agreed.Funding}"));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => portfolio.Analyze(asOf, since: 2027));
    }

    private static FundingAnalysis SixPosts() =>
        Portfolio.Load(Repository.PathOf("seeds", "cases", "six-postes", "portfolio.json")).Analyze(new LocalDate(2026, 11, 26));

    private static Portfolio Of(string name) => Portfolio.Load(Repository.PathOf("tests", "corpus", "semantics", $"{name}.json"));

    private static PostYear Year(PostFunding post, int year) => post.Years.Single(one => one.Year == year);

    private static IEnumerable<string> Gaps(FundingAnalysis analysis) => analysis.Requests
        .Where(request => request.Kind == RequestKind.Gap)
        .Select(request => $"{request.Funder?.Id ?? "?"} {request.Year} {request.Amount}");
}
