using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Tests.Validation;

/// <summary>A slip of the keys is said, and taken as written; a null is refused at its place.</summary>
public class UnlikelyValueTests
{
    private static readonly Funder state = Funder.State("État");

    [Fact]
    public void Slips_AreWarnedOf_AndWhatIsUsualIsNot()
    {
        Assert.Equal(["share"], Said(Post(52_000).Signed(state, Pays.Percent(0.8m), new(2024), new(2025))));
        Assert.Equal(["share"], Said(Post(52_000).Signed(state, Pays.PercentYearByYear(0.8m, 0.5m, 30m), new(2024), new(2026))));
        Assert.Equal(["sum"], Said(Post(52_000).Signed(state, 0.5m, new(2024), new(2025))));
        Assert.Equal(["term"], Said(Post(52_000).Signed(state, Pays.Percent(80), new(2024), new(2206))));
        Assert.Equal(["cost"], Said(Post(52)));
        Assert.Equal(["fte"], Said(new PortfolioBuilder("T").Post("P1", costs: 52_000, from: new(2024), fte: 80)));
        Assert.Empty(Said(new PortfolioBuilder("T").Post("P1", costs: 52_000, from: new(2024), fte: 1)
            .Signed(state, Pays.Percent(1), new(2024), new(2030)).Signed(state, 1, new(2024), new(2030))));
    }

    [Fact]
    public void Errors_StandBeforeWarnings()
    {
        Assert.False(Post(52).Signed(state, Pays.Percent(120), new(2024), new(2025)).TryBuild(out _, out var problems));
        Assert.Equal(problems.OrderBy(problem => problem.Severity is Severity.Error ? 0 : 1), problems);
        Assert.Equal(Severity.Error, problems[0].Severity);
    }

    [Fact]
    public void Nulls_AreRefusedAtTheirPlace()
    {
        Assert.Contains("commitments[0].shares[0]", Refused(Signed(new Amount.YearlyShares([null!]))), StringComparison.Ordinal);
        Assert.Contains("commitments[0].amount", Refused(Signed(null!)), StringComparison.Ordinal);
        Assert.Contains("posts", Assert.Throws<ArgumentException>(
            () => Post(52_000).Signed(state, 1, new(2024), new(2025), posts: [null!])).Message, StringComparison.Ordinal);
        Assert.True(Post(52_000).Signed(state, 26_000, new(2024), new(2025))
            .But(one => one with { Instalments = default(ImmutableArray<Instalment>) }).TryBuild(out _, out _));

        static PortfolioBuilder Signed(Amount amount) =>
            Post(52_000).Signed(state, 1, new(2024), new(2025)).But(one => one with { Amount = amount });

        static string Refused(PortfolioBuilder builder) =>
            Assert.Throws<ArgumentException>(() => builder.TryBuild(out _, out _)).Message;
    }

    [Theory, InlineData("jean.dupont@exemple.fr"), InlineData("Mme Dupont 06 12 34 56 78")]
    public void PersonalData_IsQuotedByNoProblem(string text)
    {
        var problem = new Problem(ProblemCode.FunderKindNotSaid, "funders[0]", text, text);
        Assert.All([problem.Found!, problem.Arguments[0], problem.Message(Language.French)],
            said => Assert.Null(PersonalData.Find(said)));
        Assert.Equal("26000012345678", new Problem(ProblemCode.SiretOfZeros, "funders[0]", "26000012345678").Found);
    }

    private static PortfolioBuilder Post(decimal cost) => new PortfolioBuilder("T").Post("P1", costs: cost, from: new(2024), fte: 1);

    private static string[] Said(PortfolioBuilder builder) => builder.TryBuild(out _, out var problems)
        ? [.. problems.Where(problem => problem.Code is ProblemCode.UnlikelyValue).Select(problem => problem.Arguments[0])] : ["refused"];
}
