using FundingReports.Policies;
using NodaTime;

namespace FundingReports.Tests.Policies;

/// <summary>A rule in code that throws is found among others: it is named, and what it threw is kept.</summary>
public class ThrowingRuleTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void Fault_NamesTheRule_AndKeepsWhatWasThrown(bool late)
    {
        PolicySet policies = PolicySet.Default.With(new Scheme("S", "Dispositif", new Faulty(late)));
        Portfolio portfolio = new PortfolioBuilder().Post("P1", costs: 40_000, from: new(2024), scheme: "S").Build();
        FundingAnalysis analysis = portfolio.Analyze(new LocalDate(2024, 6, 1), policies: policies);
        var thrown = Assert.Throws<InvalidOperationException>(() => analysis.SchemeFindings);
        Assert.IsType<KeyNotFoundException>(thrown.InnerException);
        Assert.All([nameof(Faulty), "\"S\"", "\"P1\"", "2024-06-01", "no such key"],
            part => Assert.Contains(part, thrown.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Cancellation_IsNoFault() => Assert.Throws<OperationCanceledException>(() => new PortfolioBuilder()
        .Post("P1", costs: 40_000, from: new(2024), scheme: "S").Build()
        .Analyze(new LocalDate(2024, 6, 1), policies: PolicySet.Default.With(new Scheme("S", "Dispositif", new Leaving())))
        .SchemeFindings);

    [Theory, InlineData(true, "yielded null"), InlineData(false, "returned null")]
    public void RuleWithoutAFinding_IsNamed(bool one, string what)
    {
        FundingAnalysis analysis = Of(new Nothing(one));
        Assert.Contains(what, Assert.Throws<InvalidOperationException>(() => analysis.SchemeFindings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_WritesNoByte()
    {
        using var written = new MemoryStream();
        FundingAnalysis analysis = Of(new Faulty(late: true));
        using (var json = new System.Text.Json.Utf8JsonWriter(written))
            Assert.Throws<InvalidOperationException>(() => System.Text.Json.JsonSerializer.Serialize(json, analysis));
        Assert.Equal(0, written.Length);
    }

    [Fact]
    public void Variant_TellsTwoSetsApart_AndCodeIsNoData()
    {
        Assert.NotEqual(Set(new WithValue(0)).Hash, Set(new WithValue(1)).Hash);
        Assert.Equal(Set(new WithValue(1)).Hash, Set(new WithValue(1)).Hash);
        Assert.Contains(nameof(WithValue), Assert.Throws<NotSupportedException>(() => Set(new WithValue(0)).ToJson()).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Scheme("S", "Dispositif", [null!]));
    }

    [Fact]
    public void ReversedDays_AreNoKnownZero()
    {
        var rule = new Reversed();
        Assert.IsType<ArgumentException>(Assert.Throws<InvalidOperationException>(() => Of(rule).SchemeFindings).InnerException);
    }

    private static PolicySet Set(SchemeRule rule) => PolicySet.Default.With(new Scheme("S", "Dispositif", rule));

    private static FundingAnalysis Of(SchemeRule rule) => new PortfolioBuilder()
        .Post("P1", costs: 40_000, from: new(2024), scheme: "S").Build().Analyze(new LocalDate(2024, 6, 1), policies: Set(rule));

    private sealed class Nothing(bool one) : SchemeRule
    {
        public override IEnumerable<SchemeFinding> Check(SchemeCase subject) => one ? [null!] : null!;
    }

    private sealed class WithValue(int value) : SchemeRule
    {
        public override string? Variant => $"{value}";

        public override IEnumerable<SchemeFinding> Check(SchemeCase subject) => [];
    }

    private sealed class Reversed : SchemeRule
    {
        public override IEnumerable<SchemeFinding> Check(SchemeCase subject) =>
            subject.MoneyBetween(new(2025, 1, 1), new(2024, 1, 1)).IsKnown ? [] : [];
    }

    private sealed class Faulty(bool late) : SchemeRule
    {
        public override IEnumerable<SchemeFinding> Check(SchemeCase subject) =>
            late ? Late() : throw new KeyNotFoundException("no such key");

        private static IEnumerable<SchemeFinding> Late()
        {
            foreach (int key in new int[1])
                yield return key > 0 ? null! : throw new KeyNotFoundException("no such key");
        }
    }

    private sealed class Leaving : SchemeRule
    {
        public override IEnumerable<SchemeFinding> Check(SchemeCase subject) => throw new OperationCanceledException();
    }
}
