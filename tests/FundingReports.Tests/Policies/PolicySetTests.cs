using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Policies;

public class PolicySetTests
{
    private static readonly Source act = new("acte", SourceKind.Act, "Acte");

    [Theory]
    [InlineData("risk.critical-months", 6)]
    [InlineData("risk.high-years-after", 1)]
    [InlineData("risk.step-down-months", 24)]
    [InlineData("risk.moderate-months", 36)]
    [InlineData("cost.constant-after-months", 12)]
    [InlineData("policy.stale-after-months", 24)]
    [InlineData("requests.years-after", 2)]
    [InlineData("papers.bilan-months-before-term", 3)]
    [InlineData("papers.financial-report-months-after-year-end", 6)]
    [InlineData("publication.least-posts", 3)]
    [InlineData("fonjep.duration-years", 3)]
    [InlineData("fonjep.renewals", 2)]
    [InlineData("fonjep.other-state-aids", 0)]
    public void Default_Whole_IsWhatTheModelAndTheFactsSay(string parameter, int expected) =>
        Assert.Equal(expected, PolicySet.Default.WholeOn(parameter, new(2022, 2, 8)));

    [Fact]
    public void Default_Thresholds_AreTheProjectsOwnAndHoldOnAnyDay()
    {
        string[] own = ["risk.critical-months", "risk.high-years-after", "risk.concentration-share", "risk.step-down-months",
            "risk.moderate-months", "cost.constant-after-months", "policy.stale-after-months", "requests.years-after",
            "publication.least-posts", "publication.least-rest", "publication.rounded-to"];
        foreach (string name in own)
        {
            PolicyValue value = PolicySet.Default.On(name, new(1600, 1, 1));
            Assert.Equal(value, PolicySet.Default.On(name, new(4999, 12, 31)));
            Assert.Equal((SourceKind.Assumption, "FundingReports"), (value.Source.Kind, value.Source.Author));
            Assert.False(string.IsNullOrWhiteSpace(value.Source.Reason));
        }
        Assert.Equal(Share.Of(3, 4), PolicySet.Default.ShareOn("risk.concentration-share", new(2022, 2, 8)));
    }

    [Fact]
    public void On_NoValue_NamesTheParameterAndTheDay()
    {
        PolicySet ended = PolicySet.Default.WithEnd("fonjep.full-unit", new(2030, 1, 1), act);
        foreach (
            (PolicySet policies, string name, LocalDate day, PolicyGap gap) in (IEnumerable<(PolicySet, string, LocalDate, PolicyGap)>)
            [(ended, "fonjep.full-unit", new(2009, 12, 27), PolicyGap.BeforeFirst),
                (ended, "fonjep.full-unit", new(2030, 1, 1), PolicyGap.Ended),
                (ended, "fonjep.unknown", new(2022, 2, 8), PolicyGap.UnknownName)])
        {
            var missing = Assert.Throws<PolicyException>(() => policies.On(name, day));
            Assert.Equal((name, day, gap), (missing.Parameter, missing.Day, missing.Gap));
            Assert.Contains(name, missing.Message, StringComparison.Ordinal);
            Assert.Contains(Words(day), missing.In(Language.French), StringComparison.Ordinal);
        }
        Assert.Equal(Euros.Of(7164), ended.MoneyOn("fonjep.full-unit", new(2029, 12, 31)));
    }

    private static string Words(LocalDate day) => FundingReports.Wording.Words.Date(day, Language.French);

    [Fact]
    public void Value_WithoutSource_CannotBeBuilt()
    {
        Assert.Throws<ArgumentNullException>(() => PolicyValue.Of(PartialDate.Of(2020), 3, null!));
        Assert.Throws<ArgumentNullException>(() => PolicyValue.End(PartialDate.Of(2020), null!));
        Assert.Throws<ArgumentException>(() => PolicyValue.Of(PartialDate.Of(2020), 3, new("H", SourceKind.Assumption, "Sans raison")));
        Assert.Equal("missing@parameters[0].values[0].source",
            PolicyDocuments.Codes(PolicyDocuments.Problems(PolicyDocuments.With((", \"source\": \"A\" }] },", " }] },")))));
    }

    [Fact]
    public void WholeOn_OfAnotherUnit_IsTheCallersBug()
    {
        Assert.Throws<ArgumentException>(() => PolicySet.Default.WholeOn("fonjep.full-unit", new(2022, 2, 8)));
        Assert.Throws<ArgumentException>(() => PolicySet.Default.MoneyOn("risk.critical-months", new(2022, 2, 8)));
        Assert.Throws<ArgumentException>(() => PolicySet.Default.ShareOn("risk.critical-months", new(2022, 2, 8)));
    }

    [Fact]
    public void WithValue_OneMore_LeavesTheOriginalAlone()
    {
        PolicySet changed = PolicySet.Default.WithValue("risk.critical-months", new LocalDate(2025, 1, 1), 9, act);
        Assert.Equal(6, PolicySet.Default.WholeOn("risk.critical-months", new(2025, 1, 1)));
        Assert.Equal(6, changed.WholeOn("risk.critical-months", new(2024, 12, 31)));
        Assert.Equal(9, changed.WholeOn("risk.critical-months", new(2025, 1, 1)));
        Assert.Equal(act, changed.FindSource("acte"));
        Assert.NotEqual(PolicySet.Default.Hash, changed.Hash);
        Assert.Throws<ArgumentException>(() =>
                PolicySet.Default.WithValue("risk.critical-months", new LocalDate(2025, 1, 1), Euros.Of(9), act));
        Assert.Throws<ArgumentException>(() => PolicySet.Default.WithValue("unknown", new LocalDate(2025, 1, 1), 9, act));
        Assert.Throws<ArgumentException>(() =>
                changed.WithValue("risk.critical-months", new LocalDate(2026, 1, 1), 9, act with { Title = "Autre" }));
        Assert.Throws<ArgumentException>(() =>
                PolicySet.Default.With(
                    new PolicyParameter("risk.critical-months", PolicyUnit.Money, "x", "x",
                        PolicyValue.Of(PartialDate.Of(2020), Euros.Of(1), act))));
        Assert.Throws<ArgumentException>(() => PolicySet.Default.With(new Scheme("X", "X", new FlatAmount("risk.critical-months"))));
    }

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-02", true)]
    [InlineData("2022-06-30", false)]
    public void Findings_CheckedLongAgo_IsStaleFromTheDayAfter(string asOf, bool stale)
    {
        PartialDate.TryParse(asOf, out PartialDate day);
        PolicySet policies = PolicySet.Parse(PolicyDocuments.With(("\"format\"", "\"extends\": \"default\", \"format\"")));
        Problem[] found = [.. policies.Findings(day.First).Where(problem => problem.Path == "parameters[\"own.share\"].values[1]")];
        Assert.Equal(stale, found.Length == 1);
        if (stale)
            Assert.Equal((ProblemCode.StalePolicy, "own.share 2024-01-01 24"), (found[0].Code, string.Join(' ', found[0].Arguments)));
    }

    [Fact]
    public void Findings_NeverChecked_IsSaidButNotOfAnAssumption()
    {
        PolicySet policies = PolicySet.Parse(PolicyDocuments.With(("\"format\"", "\"extends\": \"default\", \"format\"")));
        string[] paths = [.. policies.Findings(new(2021, 1, 1)).Select(problem => problem.Path)];
        Assert.Contains("parameters[\"own.months\"].values[0]", paths);
        Assert.DoesNotContain("parameters[\"own.share\"].values[0]", paths);
        Assert.Empty(PolicySet.Default.Findings(new(2022, 2, 8)));
    }

    [Fact]
    public void ToJson_Any_ReadsBackTheSame()
    {
        foreach (
            PolicySet policies in (PolicySet[])[PolicySet.Default, PolicySet.Parse(PolicyDocuments.Clean),
                .. Directory.GetFiles(Path.Combine(PolicyDocuments.Seeds, "examples"), "*.json").Select(PolicySet.Load)])
        {
            PolicySet again = PolicySet.Parse(policies.ToJson());
            Assert.Equal(policies.ToJson(), again.ToJson());
            Assert.Equal(policies.Hash, again.Hash);
        }
    }

    [Fact]
    public void Hash_OrderOfTheDocument_ChangesNothing()
    {
        string hash = PolicySet.Parse(PolicyDocuments.Clean).Hash;
        Assert.Matches("^sha256:[0-9a-f]{64}$", hash);
        Assert.Equal(hash, PolicySet.Parse(PolicyDocuments.With(("\"30 %\"", "0.3"), ("1000.50", "1000.5"))).Hash);
        Assert.NotEqual(hash, PolicySet.Parse(PolicyDocuments.With(("36", "37"))).Hash);
    }
}
