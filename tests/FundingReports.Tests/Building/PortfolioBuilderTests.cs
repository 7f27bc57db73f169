using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Building;

public class PortfolioBuilderTests
{
    private static readonly Funder state = Funder.State("État"), county = Funder.Departement("Département");

    private static readonly PortfolioBuilder posts = new PortfolioBuilder("Essai")
        .Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), fte: 1, id: "P1")
        .Post("Poste 2", costs: 40_000, from: new(2024, 1, 1), fte: 0.5m, id: "P2");

    [Fact]
    public void Portfolio_InAFewLines_IsTheOneOfItsFacts()
    {
        Portfolio portfolio = posts
            .Signed(state, pays: Share.Percent(80), from: new(2024, 1, 1), until: new(2025, 12, 31), firmUntil: new(2024, 12, 31))
            .Announced(county, pays: Pays.TheBalance, from: new(2024), until: Term.Open, line: "FIPD")
            .Build();
        Assert.Equal("Essai", portfolio.Title);
        Assert.Equal<Funder>([state, county], portfolio.Funders);
        Assert.Equal<Commitment>(
            [
                new Commitment("C1", "État", ["P2"], new LocalDate(2024, 1, 1), new Amount.ShareOfCost(Share.Of(4, 5)))
                {
                    Status = CommitmentStatus.Signed,
                    Until = new LocalDate(2025, 12, 31),
                    Instalments = [new(new LocalDate(2024, 1, 1), new LocalDate(2024, 12, 31))],
                },
                new Commitment("C2", "Département", ["P2"], PartialDate.Of(2024), Amount.TheBalance)
                {
                    Line = "FIPD", Until = Term.Open, Instalments = [],
                },
            ],
            portfolio.Commitments);
        Assert.Equal(new Post("P1", "Poste 1") { From = new(2024, 1, 1), Fte = 1, Costs = [new(new(2024, 1, 1), Euros.Of(50_000))] },
            portfolio.Posts[0]);
    }

    [Fact]
    public void Sum_ForAllPosts_IsSplitByWorkingTime()
    {
        FundingAnalysis analysis = posts
            .Signed(state, Pays.Annual(30_000).ForAllPosts, new(2024, 1, 1), Term.Open, posts: ["P1", "P2"])
            .Build().Analyze(new(2024, 2, 8));
        Assert.Equal(["20000.00", "10000.00"], analysis.Posts.Select(post => post.Year(2025).Agreed.Funding.ToString()));
    }

    [Fact]
    public void Sum_ForEachPost_IsThatOfEach_WhateverItsWorkingTime()
    {
        Pays[] ways = [Pays.Annual(30_000), Pays.YearByYear(30_000m, 30_000m), Pays.Total(60_000)];
        Assert.All(ways, way =>
        {
            FundingAnalysis analysis = posts
                .Signed(state, way.ForEachPost, new(2024, 1, 1), new(2025, 12, 31), posts: ["P1", "P2"]).Build().Analyze(new(2024, 2, 8));
            Assert.Equal(["30000.00", "30000.00"], analysis.Posts.Select(post => post.Year(2025).Agreed.Funding.ToString()));
        });
    }

    [Fact]
    public void Sum_ForSeveralPosts_ThatDoesNotSayWhich_IsRefused()
    {
        Assert.False(posts.Signed(state, 30_000, new(2024), posts: ["P1", "P2"]).TryBuild(out _, out var problems));
        Problem one = Assert.Single(problems, problem => problem.Severity is Severity.Error);
        Assert.Equal((ProblemCode.SharingNotSaid, "commitments[0].split"), (one.Code, one.Path));
        Assert.Contains("pays.ForAllPosts ou pays.ForEachPost", one.Message(Language.French), StringComparison.Ordinal);
        // A share is of the cost of each post: there is nothing to say.
        Assert.Equal(Split.ByFte, posts.Signed(state, Share.Percent(80), new(2024), posts: ["P1", "P2"]).Facts.Commitments[0].Split);
    }

    [Fact]
    public void DegressiveShares_AreOneLine() => Assert.Equal(
        new Amount.YearlyShares([Share.Of(4, 5), Share.Of(1, 2), Share.Of(3, 10)]), Pays.PercentYearByYear(80, 50, 30).Amount);

    [Fact]
    public void Funder_IsOfTheKindThatIsSaid_AndOneIdIsOneFunder()
    {
        Assert.Equal(Enum.GetValues<FunderKind>(), Made().Select(funder => funder.Kind));
        Assert.All(Made(), funder => Assert.Equal(("F", "Nom"), (funder.Id, funder.Name)));
        Assert.False(posts.Funder(state).Funder(Funder.Other("État")).Funder(state).TryBuild(out _, out var problems));
        Problem twice = Assert.Single(problems, problem => problem.Severity is Severity.Error);
        Assert.Equal((ProblemCode.DuplicateId, "funders[1].id"), (twice.Code, twice.Path));
        Assert.Equal<Funder>([state], posts.Funder(state).Signed(Funder.State("État"), 1, new(2024)).Facts.Funders);
    }

    [Fact]
    public void WhatIsNotSaid_IsUnknown()
    {
        PortfolioFacts facts = new PortfolioBuilder().Post("P").Signed(state, Pays.NotPublished, new(2024)).Facts;
        Assert.Equal(new Post("P", "P"), facts.Posts[0]);
        Assert.Equal((Term.Unknown, true), (facts.Commitments[0].Until, facts.Commitments[0].Instalments is null));
        Assert.Throws<InvalidOperationException>(() => new PortfolioBuilder().Signed(state, 1, new(2024)));
    }

    /// <summary>Whatever value a caller gets wrong is listed at its place, and nothing of it hides the next.</summary>
    [Fact]
    public void WrongValues_AreListedAllAtOnce_EachAtItsPlace()
    {
        PortfolioBuilder wrong = new PortfolioBuilder("Essai")
            .Post("P1", costs: 1.234m, from: new(2024))
            .Post(" ", costs: 50_000, fte: -1)
            .Post("P3", costs: -5, from: new(2024), departement: "999")
            .Signed(state, 1.234m, new(2024), new(2025), posts: ["P1", "P3"])
            .Signed(state, Pays.Percent(120), new(2024), posts: ["P1"])
            .Signed(state, Pays.YearByYear(1_000, 0.001m, 2_000_000_000), new(2024), posts: ["P1"])
            .Granted(county, Pays.PercentYearByYear(80, 0), new(2024), posts: ["nobody"])
            .Signed(state, Pays.Total(decimal.MaxValue), new(2024), new(2025), posts: ["P1"])
            .Signed(state, Pays.Of(new Amount.Annual(Euros.FromCents(long.MaxValue))).ForEachPost, new(2024), posts: ["P1", "P3"])
            .Documented(new("A", SourceKind.Act, "Convention"), new(2023));
        Assert.False(wrong.TryBuild(out _, out var problems));
        Assert.Equal(
            [
                ("posts[0].costs[0].annual", ProblemCode.MoneyDecimals), ("posts[1].costs[0].from", ProblemCode.Missing),
                ("posts[1].from", ProblemCode.NoBeginning), ("posts[1].fte", ProblemCode.NumberOutOfRange),
                ("posts[1].id", ProblemCode.Empty), ("posts[1].label", ProblemCode.Empty),
                ("posts[2].costs[0].annual", ProblemCode.NegativeMoney), ("posts[2].departement", ProblemCode.UnknownDepartement),
                ("commitments[0].amount.annual", ProblemCode.MoneyDecimals), ("commitments[0].split", ProblemCode.SharingNotSaid),
                ("commitments[1].amount.share", ProblemCode.ShareOutOfRange),
                ("commitments[2].amount.yearlyAmounts[1]", ProblemCode.MoneyDecimals),
                ("commitments[2].amount.yearlyAmounts[2]", ProblemCode.MoneyTooLarge),
                ("commitments[3].amount.yearlyShares[1]", ProblemCode.ShareOutOfRange),
                ("commitments[3].posts[0]", ProblemCode.UnknownId), ("commitments[4].amount.total", ProblemCode.MoneyTooLarge),
                ("commitments[5].amount.annual", ProblemCode.MoneyTooLarge),
            ],
            problems.Where(problem => problem.Severity is Severity.Error).Select(problem => (problem.Path, problem.Code))
                .OrderBy(one => one.Path.StartsWith("posts", StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(one => one.Path, StringComparer.Ordinal));
        Assert.Contains("1.234", problems[0].Message(Language.French), StringComparison.Ordinal);
        Assert.Equal(problems.AsEnumerable(), Assert.Throws<PortfolioException>(wrong.Build).Problems);
        // A sum that is none is no sum, and never nothing.
        Assert.Equal(Amount.NotPublished, wrong.Facts.Commitments[0].Amount);
        Assert.Null(wrong.Facts.Posts[0].Costs[0].Annual);
    }

    [Fact]
    public void WrongValue_ThatIsPutRight_IsWrongNoMore()
    {
        PortfolioBuilder right = posts
            .Signed(state, 1.234m, new(2024)).But(promise => promise with { Amount = new Amount.Annual(Euros.Of(1)) })
            .Post("P3", costs: 50_000)
            .ButPost(post => post with { From = new(2024), Costs = [new(new(2024), Euros.Of(50_000))] });
        Assert.True(right.TryBuild(out _, out _));
    }

    /// <summary>A request is no act: nobody has decided it.</summary>
    [Fact]
    public void Documented_DatesWhatIsDecidedOrAnnounced_AndNoRequest()
    {
        PortfolioBuilder all = posts.Signed(state, 1, new(2024)).Granted(state, 1, new(2024)).Announced(state, 1, new(2024))
            .Requested(state, 1, new(2024)).Documented(new("A", SourceKind.Act, "Convention"), decidedOn: new(2023, 12, 1));
        Assert.Equal(["2023-12-01", "2023-12-01", "2023-12-01", ""],
            all.Facts.Commitments.Select(promise => promise.DecidedOn.ToString()));
        Assert.All(all.Facts.Commitments, promise => Assert.Equal("A", promise.Source));
    }

    [Fact]
    public void Errors_ComeAllAtOnce_AndDocumentedFactsHaveTheirSource()
    {
        Assert.False(posts.Post("P1").Post("P2", until: new(2020)).TryBuild(out _, out var problems));
        Assert.True(problems.Length >= 2);
        PortfolioFacts facts = posts.Signed(state, 1, new(2024))
            .Documented(new("A", SourceKind.Act, "Convention"), decidedOn: new(2023, 12, 1)).Facts;
        Assert.Equal(("A", "A", "A"), (facts.Posts[0].Source, facts.Posts[0].Costs[0].Source, facts.Commitments[0].Source));
        Assert.Equal(new PartialDate(2023, 12, 1), facts.Commitments[0].DecidedOn);
        Assert.Equal(Euros.Of(9),
            posts.Signed(state, 1, new(2024)).But(promise => promise with { Cap = Euros.Of(9) }).Facts.Commitments[0].Cap);
        Assert.Equal("Dax", posts.ButPost(post => post with { Places = ["Dax"] }).Facts.Posts[1].Places[0]);
        Assert.Empty(posts.Facts.Commitments);
    }

    [Fact]
    public void Answers_AreFoundById_AndByYear_AndWhatIsNotThereIsListed()
    {
        FundingAnalysis analysis = posts.Signed(state, 30_000, new(2024), Term.Open).Build().Analyze(new(2024, 2, 8));
        Assert.Same(analysis.Posts[1], analysis.Post("P2"));
        Assert.Equal(2025, analysis.Post("P2").Year(2025).Year);
        Assert.True(analysis.TryPost("P1", out PostFunding? first) && first.TryYear(2029, out _) && analysis.TryYear(2024, out _));
        Assert.False(analysis.TryPost("P3", out _) || analysis.TryYear(2023, out _) || first.TryYear(2030, out _));
        Says("There is no post \"P3\"; there are \"P1\", \"P2\".", Assert.Throws<KeyNotFoundException>(() => analysis.Post("P3")));
        Says("2024 to 2029", Assert.Throws<ArgumentOutOfRangeException>(() => first.Year(2023)));
        Says("2024 to 2029", Assert.Throws<ArgumentOutOfRangeException>(() => analysis.Year(2030)));
        FundingAnalysis nothing = new PortfolioBuilder().Build().Analyze(new(2024, 2, 8));
        Says("no post", Assert.Throws<ArgumentOutOfRangeException>(() => nothing.Year(2024)));
        Says("none at all", Assert.Throws<KeyNotFoundException>(() => nothing.Post("P1")));
    }

    private static void Says(string what, Exception refused) => Assert.Contains(what, refused.Message, StringComparison.Ordinal);

    private static Funder[] Made() =>
        [Funder.State("Nom", "F"), Funder.Departement("Nom", "F"), Funder.Commune("Nom", "F"), Funder.Epci("Nom", "F"),
            Funder.Region("Nom", "F"), Funder.SocialSecurity("Nom", "F"), Funder.Europe("Nom", "F"),
            Funder.Employer("Nom", "F"), Funder.Other("Nom", "F")];
}
