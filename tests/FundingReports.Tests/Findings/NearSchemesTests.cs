using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Tests.Policies;
using FundingReports.Validation;

namespace FundingReports.Tests.Findings;

/// <summary>An id of a scheme, or a line, that is nearly a known one is said; one that is far from all is legitimate.</summary>
public class NearSchemesTests
{
    private static readonly Scheme maison = new("maison", "Dispositif de la maison", new FlatAmount("fonjep.full-unit"));
    private static readonly PolicySet policies = PolicySet.Default.With(maison);

    [Theory]
    // One letter left out, added, changed, two turned round; an accent, a hyphen, a small word.
    [InlineData("FONJP", "FONJEP")]
    [InlineData("FONNJEP", "FONJEP")]
    [InlineData("FONJEQ", "FONJEP")]
    [InlineData("FNOJEP", "FONJEP")]
    [InlineData("fonjp", "FONJEP")]
    [InlineData("FON-JEP", "FONJEP")]
    [InlineData("le FONJEP", "FONJEP")]
    [InlineData("maisons", "maison")]
    [InlineData("Maïson", "maison")]
    // Known, in any case of letters.
    [InlineData("FONJEP", null)]
    [InlineData("fonjep", null)]
    [InlineData("MAISON", null)]
    // A scheme of one's own, of which there are no rules.
    [InlineData("FONJEP 2", null)]
    [InlineData("FONJEP Cohésion", null)]
    [InlineData("local", null)]
    [InlineData("adulte-relais", null)]
    [InlineData("—", null)]
    public void Scheme_NearAKnownOne_IsSaid(string scheme, string? meant)
    {
        var found = SchemeChecks.With(scheme).Analyze(SchemeChecks.AsOf, policies: policies).Findings
            .Where(finding => finding.Code is ProblemCode.UnknownScheme).ToList();
        Assert.Equal(meant is null ? [] : [$"posts[0].scheme {scheme} P {meant}"],
            found.Select(finding => $"{finding.Path} {finding.Found} {string.Join(' ', finding.Arguments)}"));
    }

    [Fact]
    public void Scheme_InAnyCaseOfLetters_IsCheckedAlike()
    {
        string[] Of(string scheme) => [.. SchemeChecker.Check(
            SchemeChecks.With(scheme, SchemeChecks.State("F", new Amount.Annual(Euros.Of(40_000)))), PolicySet.Default, SchemeChecks.AsOf)
            .Select(finding => finding.Message(Language.French))];
        Assert.NotEmpty(Of("FONJEP"));
        Assert.Equal(Of("FONJEP"), Of("fonjep"));
        Assert.Same(maison, policies.FindScheme("Maison"));
        Assert.Equal(policies.Schemes.Length, policies.With(new Scheme("MAISON", "Autre")).Schemes.Length);
    }

    [Fact]
    public void Schemes_ThatDifferByCaseAlone_AreOneIdTwice() => Assert.Contains(
        PolicyDocuments.Problems(PolicyDocuments.With(
            ("\"schemes\": [", "\"schemes\": [{ \"id\": \"x\", \"name\": \"Autre\", \"rules\": [] }, "))),
        problem => problem.Code is ProblemCode.DuplicateId);

    [Theory]
    [InlineData("FONJP", true)]
    [InlineData("FONJEP", false)]
    [InlineData("fonjep", false)]
    [InlineData("FIPD", false)]
    [InlineData(null, false)]
    public void Line_NearThatOfTheScheme_IsSaid(string? line, bool found)
    {
        var portfolio = SchemeChecks.With("FONJEP", SchemeChecks.State("F", new Amount.Annual(Euros.Of(40_000)), line));
        var near = portfolio.Analyze(SchemeChecks.AsOf).Findings.Where(finding => finding.Code is ProblemCode.NearLine);
        Assert.Equal(found ? ["commitments[0].line F P FONJEP"] : [],
            near.Select(finding => $"{finding.Path} {string.Join(' ', finding.Arguments)}"));
        // Without a scheme, no line is any scheme's.
        Assert.DoesNotContain(SchemeChecks.With("local", SchemeChecks.State("F", new Amount.Annual(Euros.Of(40_000)), line))
            .Analyze(SchemeChecks.AsOf).Findings, finding => finding.Code is ProblemCode.NearLine);
    }
}
