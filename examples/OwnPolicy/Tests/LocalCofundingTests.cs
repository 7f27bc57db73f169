using FundingReports;
using FundingReports.Policies;

namespace OwnPolicy.Tests;

/// <summary>A public servant's rule is tested like any other code.</summary>
public class LocalCofundingTests
{
    [Theory]
    [InlineData(1, 5, 0)]
    [InlineData(1, 6, 1)]
    public void Check_PartOfTheCommune_AgainstAFifth(int numerator, int denominator, int findings) =>
        Assert.Equal(findings, Example.With(Share.Of(numerator, denominator)).Analyze(Example.From, policies: Example.Policies).SchemeFindings.Length);

    [Fact]
    public void Check_TheDayBeforeTheRule_CannotBeChecked() =>
        Assert.Equal(SchemeVerdict.Unverifiable, Assert.Single(Example.With(Share.Of(1, 5)).Analyze(Example.From.PlusDays(-1), policies: Example.Policies).SchemeFindings).Verdict);
}
