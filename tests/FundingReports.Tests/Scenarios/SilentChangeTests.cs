using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Scenarios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Scenarios;

/// <summary>No change reaches nothing in silence: the figures of the baseline never stand under the name of a scenario.</summary>
public class SilentChangeTests
{
    private static readonly LocalDate from = new(2023, 1, 1);

    [Theory]
    [InlineData("fidp")]
    [InlineData("FIPD ")]
    [InlineData("")]
    public void Line_ThatNoCommitmentOfTheFunderHas_IsAProblem_WithTheLinesThatThereAre(string line)
    {
        Scenario scenario = new("essai", null, new ScenarioChange.Scale("E", line, from, new(1, 2)));
        Portfolio portfolio = Portfolio.Create(Suppose.Facts);
        Assert.False(new FundingAnalyzer().TryCompare(portfolio, Suppose.AsOf, [scenario], out _, out var problems));
        Problem one = Assert.Single(problems);
        Assert.Equal(("unknown-line", "scenarios[0].changes[0].scale.line", line), (one.CodeName, one.Path, one.Found));
        Assert.Equal("E FIPD FONJEP", string.Join(' ', one.Arguments));
        Assert.Throws<PortfolioException>(() => ScenarioComparison.Of(portfolio, Suppose.AsOf, scenarios: scenario));
    }

    [Fact]
    public void Lines_AreThoseOfTheFunder_AndAFewOfMany()
    {
        PortfolioFacts facts = Suppose.Facts with
        {
            Commitments = [Suppose.Half("D1", "P") with { Funder = "D", Line = "D0" },
                .. Enumerable.Range(0, 20).Select(
                    i => Suppose.Half($"C{i}", "Q") with { Line = $"L{i / 2}", Amount = Amount.NotPublished })],
        };
        Assert.False(new Scenario("essai", null,
            new ScenarioChange.Scale("D", "L1", from, new(1, 2)), new ScenarioChange.Scale("E", "D0", from, new(1, 2)))
            .TryApply(Portfolio.Create(facts), Suppose.AsOf, out _, out var problems));
        Assert.Equal(["D D0", "E L0 L1 L2 L3 L4 L5 L6 L7 …"], problems.Select(problem => string.Join(' ', problem.Arguments)));
    }

    [Fact]
    public void NothingNamed_IsSaidAtItsPlace() => Assert.Equal(
        ["nothing-to-change changes[0].indexCost.posts []", "nothing-to-change changes[1].setCost.posts []",
            "nothing-to-change changes[2].withdraw.funder D", "nothing-to-change changes[3].scale.funder D"],
        Suppose.Facts.Errors(
            new ScenarioChange.IndexCost([], from, new(2, 1)), new ScenarioChange.SetCost([], from, Euros.Zero, null),
            new ScenarioChange.Withdraw("D", from), new ScenarioChange.Scale("D", null, from, new(2, 1))));

    [Theory]
    [InlineData("", "missing changes")]
    [InlineData(""", "changes": null""", "missing changes")]
    [InlineData(""", "changes": []""", null)]
    [InlineData(""", "changes": [{"indexCost": {"posts": [], "from": "2023", "rate": "0.1"}}]""",
        "nothing-to-change changes[0].indexCost.posts")]
    [InlineData(""", "changes": [{"setCost": {"posts": [], "from": "2023", "annual": "1"}}]""",
        "nothing-to-change changes[0].setCost.posts")]
    public void Document_ThatNamesNothing_IsRefused(string rest, string? problem)
    {
        Scenario.TryRead(System.Text.Encoding.UTF8.GetBytes($$"""{"format": "fundingreports/scenario@1", "name": "x"{{rest}}}"""),
            out Scenario? scenario, out var problems);
        Assert.Equal(problem is null ? [] : [problem], problems.Select(one => $"{one.CodeName} {one.Path}"));
        Assert.Equal(problem is null, scenario is not null);
    }

    /// <summary>Whatever one change names: it is refused, or the facts are others than before.</summary>
    [Fact]
    public void AnyChange_IsRefused_OrChangesTheFacts()
    {
        Gen<string> funder = Among("E", "D", "X", "e"), post = Among("P", "Q", "Z", "*", "p", "");
        Gen<string?> line = Among<string?>(null, "FIPD", "fipd", "FoNjEp", "autre", "");
        Gen<ScenarioChange> any = Gen.OneOf(
            funder.Select(one => (ScenarioChange)new ScenarioChange.Withdraw(one, from)),
            Gen.Select(funder, line, (one, of) => (ScenarioChange)new ScenarioChange.Scale(one, of, from, new(1, 2))),
            post.Array[0, 3].Select(posts => (ScenarioChange)new ScenarioChange.IndexCost([.. posts], from, new(2, 1))),
            post.Array[0, 3].Select(posts => (ScenarioChange)new ScenarioChange.SetCost([.. posts], from, Euros.Of(1_234), null)),
            post.Select(one => (ScenarioChange)new ScenarioChange.RemovePost(one)),
            Among("C1", "C2", "C9", "c1").Select(
                one => (ScenarioChange)new ScenarioChange.Renew(one, new LocalDate(2026, 12, 31))));
        Portfolio portfolio = Portfolio.Create(Suppose.Facts);
        int applied = 0, refused = 0;
        any.Sample(change =>
        {
            if (!new Scenario("essai", null, change).TryApply(portfolio, Suppose.AsOf, out Portfolio? changed, out var problems))
            {
                Assert.Contains(problems, problem => problem.Severity is Severity.Error
                    && problem.Path.StartsWith("changes[0].", StringComparison.Ordinal));
                Interlocked.Increment(ref refused);
                return;
            }
            Assert.False(changed.Facts.Commitments.SequenceEqual(portfolio.Facts.Commitments)
                && changed.Facts.Posts.SequenceEqual(portfolio.Facts.Posts), change.ToString());
            Interlocked.Increment(ref applied);
        }, iter: 1_000);
        Assert.True(applied > 100 && refused > 100, $"{applied} applied, {refused} refused");
    }

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
