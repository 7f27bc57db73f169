using FundingReports.Json;
using FundingReports.Policies;
using FundingReports.Portfolios;

namespace FundingReports.Tests.Policies;

public class FormatsPageTests
{
    /// <summary>The example of docs/formats.md, as it is printed there.</summary>
    [Fact]
    public void PolicyExample_OfThePage_IsReadWithoutAProblem()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "formats.md"));
        int start = page.IndexOf("```json", page.IndexOf("## policy@1", StringComparison.Ordinal), StringComparison.Ordinal)
            + "```json".Length;
        string example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Empty(PolicyDocuments.Problems(example));
        PolicySet policies = PolicySet.Parse(example);
        Assert.Equal(["FONJEP", "maison"], policies.Schemes.Select(scheme => scheme.Id));
        Assert.Equal(24, policies.WholeOn("maison.months", new(2024, 1, 1)));
    }

    /// <summary>A rule that can be written is on the page, and the schema lets it through.</summary>
    [Fact]
    public void EveryRule_IsOnThePage_AndInTheSchema()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "formats.md"));
        foreach (RuleKind kind in Enum.GetValues<RuleKind>())
        {
            string code = EnumWords<RuleKind>.Of(kind);
            Assert.Contains($"\n| `{code}` |", page, StringComparison.Ordinal);
            Assert.Contains($"\"{code}\"", JsonSchemas.Policy, StringComparison.Ordinal);
        }
    }
}
