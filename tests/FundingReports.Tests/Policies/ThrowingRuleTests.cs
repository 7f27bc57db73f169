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
