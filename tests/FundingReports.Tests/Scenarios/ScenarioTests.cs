using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

public class ScenarioTests
{
    private static readonly LocalDate asOf = new(2022, 2, 8);

    [Fact]
    public void Apply_NoChange_IsTheBaselineItself()
    {
        var portfolio = Portfolio.Create(Facts());
        Assert.Same(portfolio, new Scenario("rien", null).Apply(portfolio, asOf));
    }

    [Fact]
    public void Apply_AnyChange_TouchesNeitherTheFactsNorTheHash()
    {
        var portfolio = Portfolio.Create(Facts());
        string before = portfolio.ToJson();
        var changed = new Scenario("retrait", "essai", new ScenarioChange.Withdraw("ETAT", new LocalDate(2023, 1, 1)))
            .Apply(portfolio, asOf);
        Assert.Equal(before, portfolio.ToJson());
        Assert.Equal(portfolio.Hash, changed.Hash);
        Assert.Equal("2022-12-31", Until(changed));
        Assert.Equal("2023-06-30", Until(portfolio));
    }

    [Fact]
    public void Renew_AShare_FollowsTheLastPayingDayAndIsFirm()
    {
        var changed = Changed(
            """{"renew": {"commitment": "E1", "until": "2026-06-30"}}""",
            """{"renew": {"commitment": "D1", "until": "2025-06-30", "firm": false}}""");
        var renewed = changed.FindCommitment("E1/R")!;
        Assert.Equal(new LocalDate(2023, 7, 1), renewed.From.First);
        Assert.Equal(new Amount.ShareOfCost(Share.Of(1, 2)), renewed.Amount);
        Assert.Single(renewed.Instalments!.Value);
        Assert.Empty(changed.FindCommitment("D1/R")!.Instalments!.Value);
        Assert.Equal("2025-06-30", Until(changed));
        Assert.Equal(SourceKind.Assumption, changed.FindSource(renewed.Source)!.Kind);
    }

    [Theory]
    // The last step of the list, held; a schedule that ends before its term is renewed from its own end.
    [InlineData("""{"yearlyAmounts": ["17500", "12500", "12500"]}""", "2026-12-31", "1", "2025-07-01", "12500.00")]
    // 75 000 € over three years weigh 1080: 25 000 € a year.
    [InlineData("""{"total": "75000"}""", "2025-06-30", "1", "2025-07-01", "25000.00")]
    // A tenth less, to the cent.
    [InlineData("""{"annual": "10000.01"}""", "2025-06-30", "9/10", "2025-07-01", "9000.01")]
    public void Renew_ASum_IsTheSameSumAYear(string amount, string until, string factor, string from, string yearly)
    {
        string json = $$"""
            {"format": "fundingreports/portfolio@1", "funders": [{"id": "ETAT", "name": "État", "kind": "state"}],
             "posts": [{"id": "P", "label": "Poste", "from": "2022-07-01"}],
             "commitments": [{"id": "E1", "funder": "ETAT", "posts": ["P"], "from": "2022-07-01", "until": "{{until}}",
               "amount": {{amount}}, "status": "signed"}]}
            """;
        var changed = Scenario.Parse(
            Document(
                """{"renew": {"commitment": "E1", "until": "2030-06-30", "factor": "FACTOR"}}""".Replace("FACTOR", factor,
                    StringComparison.Ordinal))).Apply(Portfolio.Parse(json), asOf);
        var renewed = changed.FindCommitment("E1/R")!;
        Assert.Equal(from, renewed.From.ToString());
        Assert.Equal(yearly, Assert.IsType<Amount.Annual>(renewed.Amount).Yearly.ToString());
    }

    [Fact]
    public void Renew_AfterAScale_InheritsIt()
    {
        var changed = Changed(
            """{"scale": {"funder": "ETAT", "from": "2023-01-01", "factor": "0.7"}}""",
            """{"renew": {"commitment": "E1", "until": "2024-12-31"}}""");
        // 35 % of 50 000 €.
        Assert.Equal("17500.00",
            changed.Analyze(asOf).Posts[0].Years[2].Cells.Single(cell => cell.Commitment.Id == "E1/R").Agreed.ToString());
    }

    [Fact]
    public void Scale_ABalance_LeavesAHole()
    {
        var facts = Facts() with { };
        var balance = facts.Commitments[1] with { Amount = Amount.TheBalance };
        var changed = Scenario.Parse(Document("""{"scale": {"funder": "CD40", "from": "2022-07-01", "factor": "1/2"}}"""))
            .Apply(Portfolio.Create(facts with { Commitments = facts.Commitments.SetItem(1, balance) }), asOf);
        Assert.Equal("2022-06-30", Until(changed));
        Assert.Equal("0.750000", changed.Analyze(asOf).Posts[0].Agreed.Pieces[1].Low.ToString());
    }

    [Fact]
    public void IndexCost_Twice_RoundsEachTimeToTheCent()
    {
        var changed = Changed(
            """{"indexCost": {"posts": ["*"], "from": "2022-07-01", "rate": "0.035"}}""",
            """{"indexCost": {"posts": ["P"], "from": "2023-01-01", "rate": "1.5 %"}}""");
        var years = changed.Analyze(asOf).Posts[0].Years;
        // 25 000 + 25 875 ; then 51 750 × 1,015 = 52 526,25.
        Assert.Equal(["50875.00", "52526.25"], years.Take(2).Select(year => year.Cost.ToString()));
    }

    [Fact]
    public void SetCost_FromADay_DropsWhatComesLater()
    {
        var facts = Facts();
        var post = facts.Posts[0]
            with { Costs = facts.Posts[0].Costs.Add(new(new LocalDate(2024, 1, 1), Euros.Of(60_000)) { Source = "A" }) };
        var changed = Scenario.Parse(Document("""{"setCost": {"posts": ["*"], "from": "2023-01-01", "annual": "40000", "source": "A"}}"""))
            .Apply(Portfolio.Create(facts with { Posts = [post] }), asOf);
        Assert.Equal(["50000.00", "40000.00", "40000.00"],
            changed.Analyze(asOf).Posts[0].Years.Take(3).Select(year => year.Cost.ToString()));
    }

    [Fact]
    public void RemovePost_OfASharedSum_SplitsItAgain()
    {
        var facts = Facts();
        var shared = new Commitment("F1", "ETAT", ["P", "Q"], new LocalDate(2022, 1, 1),
            new Amount.Annual(Euros.Of(10_000))) { Until = new LocalDate(2023, 12, 31), Status = CommitmentStatus.Signed, Source = "A" };
        var two = Portfolio.Create(facts
                with { Posts = facts.Posts.Add(facts.Posts[0] with { Id = "Q", Label = "Q" }),
                    Commitments = facts.Commitments.Add(shared) });
        var one = Scenario.Parse(Document("""{"removePost": "Q"}""")).Apply(two, asOf);
        Assert.Equal("5000.00", two.Analyze(asOf).Posts[0].Years[0].Cells.Single(cell => cell.Commitment.Id == "F1").Agreed.ToString());
        Assert.Equal("10000.00", one.Analyze(asOf).Posts[0].Years[0].Cells.Single(cell => cell.Commitment.Id == "F1").Agreed.ToString());
    }

    [Fact]
    public void AddCommitment_WithALaterDecision_CountsAsDecided()
    {
        var changed = Changed(
            """{"addCommitment": {"id": "R1", "funder": "ETAT", "posts": ["P"], "from": "2023-07-01", "until": "2024-12-31", """
            + """ "amount": {"share": "100 %"}, "status": "granted", "decidedOn": "2023-06-01"}}""");
        Assert.Equal("2024-12-31", Until(changed));
    }

    [Fact]
    public void Apply_BadChanges_NamesEveryProblem()
    {
        var scenario = Scenario.Parse(Document(
            """{"withdraw": {"funder": "X", "from": "2023-01-01"}}""",
            """{"renew": {"commitment": "E9", "until": "2026-06-30"}}""",
            """{"renew": {"commitment": "E1", "until": "2023-06-30"}}""",
            """{"setCost": {"posts": ["P", "Z"], "from": "2023-01-01", "annual": "1"}}""",
            """{"removePost": "Z"}"""));
        Assert.False(scenario.TryApply(Portfolio.Create(Facts()), asOf, out _, out var problems));
        Assert.Equal(
            ["changes[0].withdraw.funder", "changes[1].renew.commitment", "changes[2].renew.until", "changes[3].setCost.posts[1]",
                "changes[4].removePost"],
            problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("""{"unknown": true}""", ProblemCode.RenewUnknown)]
    [InlineData("""{"annual": "1000"}""", ProblemCode.RenewWithoutEnd)]
    public void Renew_WhatCannotBe_IsRefused(string amount, ProblemCode expected)
    {
        string json = $$"""
            {"format": "fundingreports/portfolio@1", "funders": [{"id": "ETAT", "name": "État", "kind": "state"}],
             "posts": [{"id": "P", "label": "Poste", "from": "2022-07-01"}],
             "commitments": [{"id": "E1", "funder": "ETAT", "posts": ["P"], "from": "2022-07-01", "amount": {{amount}}}]}
            """;
        Assert.False(Scenario.Parse(Document("""{"renew": {"commitment": "E1", "until": "2030-06-30"}}"""))
                .TryApply(Portfolio.Parse(json), asOf, out _, out var problems));
        Assert.Equal(expected, Assert.Single(problems).Code);
    }

    [Fact]
    public void Parse_BadScenario_NamesEveryProblem()
    {
        string json = """
            {"format": "fundingreports/scenario@1", "name": "x", "changes": [
              {"withdraw": {"funder": "ETAT", "from": "2023-02-30"}}, {}, {"scale": {"funder": "ETAT", "from": "2023-01-01",
                "factor": "-1"}}, {"renouveler": {}}]}
            """;
        var exception = Assert.Throws<PortfolioException>(() => Scenario.Parse(json));
        Assert.Equal(
            [ProblemCode.InvalidDate, ProblemCode.ChangeKinds, ProblemCode.InvalidFactor, ProblemCode.ChangeKinds],
            exception.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Code));
        Assert.All(exception.Problems, problem => Assert.NotEmpty(problem.Message(Language.French)));
    }

    [Fact]
    public void Compare_WithdrawalOfTheState_TheBalanceBearsTheDifference()
    {
        var facts = Facts();
        var portfolio = Portfolio.Create(facts
                with { Commitments = facts.Commitments.SetItem(1, facts.Commitments[1] with { Amount = Amount.TheBalance }) });
        var comparison = ScenarioComparison.Of(portfolio, asOf,
            scenarios: new Scenario("retrait de l'État", null, new ScenarioChange.Withdraw("ETAT", new LocalDate(2022, 7, 1))));
        var difference = comparison.Difference(comparison.Scenarios[0], 2022);
        Assert.Equal(("-12500.00", "12500.00"), (difference["ETAT"].ToString(), difference["CD40"].ToString()));
        Assert.Equal(1, comparison.Scenarios[0].FundedAtEndOf(2022).Posts);
    }

    [Fact]
    public void Needed_UntilTheEndOf2024_IsWhatNobodyPays()
    {
        var needed = MoneyNeeded.Until(Portfolio.Create(Facts()), asOf, new LocalDate(2024, 12, 31));
        // July to December 2023, then the whole of 2024.
        Assert.Equal(["0.00", "25000.00", "50000.00"], needed.Years.Select(year => year.Amount.ToString()));
        Assert.Equal("75000.00", needed.Total.ToString());
        var funders = Facts().Funders;
        Assert.Equal(["37500.01", "37500.00"],
            MoneyNeeded.Split(Euros.FromCents(7_500_001), [(funders[0], 1), (funders[1], 1)]).Select(part => part.Part.ToString()));
    }

    private static string? Until(Portfolio portfolio) =>
        portfolio.Analyze(asOf).Posts[0].Agreed.FullyFundedUntil.Surely.Until is { } day ? PartialDate.Of(day).ToString() : null;

    private static Portfolio Changed(params string[] changes) => Scenario.Parse(Document(changes)).Apply(Portfolio.Create(Facts()), asOf);

    private static string Document(params string[] changes) =>
        $$"""{"format": "fundingreports/scenario@1", "name": "essai", "source": "test", "changes": [{{string.Join(",", changes)}}]}""";

    private static PortfolioFacts Facts()
    {
        var from = new LocalDate(2020, 7, 1);
        Commitment Half(string id, string funder) => new(id, funder, ["P"], from, new Amount.ShareOfCost(Share.Of(1, 2)))
        {
            Until = new LocalDate(2023, 6, 30), Status = CommitmentStatus.Signed, DecidedOn = from, Source = "A", Instalments = [],
        };
        return new()
        {
            Sources = [new("A", SourceKind.Act, "Convention")],
            Funders = [new("ETAT", "État", FunderKind.State), new("CD40", "Département", FunderKind.CollectiviteDepartementale)],
            Posts = [new("P", "Poste") { From = from, Fte = 1, Costs = [new(from, Euros.Of(50_000)) { Source = "A" }], Source = "A" }],
            Commitments = [Half("E1", "ETAT"), Half("D1", "CD40")],
        };
    }
}
