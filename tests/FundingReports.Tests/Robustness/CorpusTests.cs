using FundingReports.Figures;
using FundingReports.Policies;
using FundingReports.Scenarios;
using FundingReports.Tests.Corpus;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Robustness;

/// <summary>The kept inputs of tests/corpus, read as our own formats.</summary>
public class CorpusTests
{
    private static readonly Portfolio landes = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json"));
    private static readonly LocalDate asOf = new(2022, 2, 8);

    [Fact]
    public void Portfolios_Kept_SayWhatTheyDid() => KeptInputs.Hold("portfolio", (bytes, _) =>
    {
        bool read = Portfolio.TryRead(bytes, out Portfolio? portfolio, out var problems);
        Assert.Equal(read, problems.All(problem => problem.Severity == Severity.Warning));
        if (portfolio is null)
            return Outcome("refused", problems);
        try
        {
            FundingAnalysis analysis = portfolio.Analyze(asOf);
            Expect.Nothing(analysis.Posts.SelectMany(post => SelfCheck.Of(post.Figures)));
            Assert.NotEmpty(analysis.Note(Language.French));
            return Outcome("answered", problems);
        }
        catch (PortfolioException contradictions)
        {
            return Outcome("contradicts itself", contradictions.Problems);
        }
    });

    [Fact]
    public void Scenarios_Kept_SayWhatTheyDid() => KeptInputs.Hold("scenario", (bytes, _) =>
    {
        if (!Scenario.TryRead(bytes, out Scenario? scenario, out var problems))
            return Outcome("refused", problems);
        if (!scenario.TryApply(landes, asOf, out Portfolio? changed, out problems))
            return Outcome("does not apply", problems);
        try
        {
            Expect.Nothing(changed.Analyze(asOf).Posts.SelectMany(post => SelfCheck.Of(post.Figures)));
            return Outcome("answered", problems);
        }
        catch (PortfolioException contradictions)
        {
            return Outcome("contradicts itself", contradictions.Problems);
        }
        catch (OverflowException)
        {
            return "too large to be calculated";
        }
    });

    [Fact]
    public void Policies_Kept_SayWhatTheyDid() => KeptInputs.Hold("policy", (bytes, _) =>
    {
        if (!PolicySet.TryRead(bytes, out PolicySet? policies, out var problems))
            return Outcome("refused", problems);
        try
        {
            return Outcome("answered", landes.Analyze(asOf, policies: policies).Findings);
        }
        catch (PolicyException missing)
        {
            Assert.NotEmpty(missing.Message);
            return "a value is missing";
        }
    });

    private static string Outcome(string what, IEnumerable<Problem> problems) =>
        KeptInputs.Codes(problems) is { Length: > 0 } codes ? $"{what}: {codes}" : what;
}
