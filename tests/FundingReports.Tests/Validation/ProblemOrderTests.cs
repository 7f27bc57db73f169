using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Tests.Validation;

/// <summary>Problems come in the order of the document, whatever order they were found in.</summary>
public class ProblemOrderTests
{
    [Fact]
    public void Sections_AreThoseOfTheWriter()
    {
        string written = Portfolio.Create(new()
        {
            Title = "T", Edition = new(PartialDate.Of(2022), null, null), Sources = [new("S", SourceKind.Act, "Acte")],
            Funders = [new("F", "CAF", FunderKind.SocialSecurity)],
            Posts = [new("P", "Poste") { From = PartialDate.Of(2022) }],
            Commitments = [new("C", "F", ["P"], PartialDate.Of(2022), Amount.NotPublished)],
            Awaiting = [new("W", "F", Amount.NotPublished)], Campaigns = [new("F", null, 2022)],
        }).ToJson();
        string[] sections = ["format", "title", "edition", "sources", "funders", "posts", "commitments", "awaiting", "campaigns"];
        Assert.Equal(sections, sections.OrderBy(section => written.IndexOf($"\n  \"{section}\"", StringComparison.Ordinal)));
        Assert.Equal(sections, InOrder([.. sections.Reverse()]));
    }

    [Fact]
    public void Awaiting_TwoComesBeforeTen_AndAfterTheCommitments() => Assert.Equal(
        ["commitments[10].cap", "awaiting", "awaiting[2].from", "awaiting[2].instalments[9]", "awaiting[2].instalments[10]",
            "awaiting[10].amount", "campaigns[0].closes"],
        InOrder("campaigns[0].closes", "awaiting[10].amount", "awaiting[2].instalments[10]", "awaiting", "awaiting[2].instalments[9]",
            "awaiting[2].from", "commitments[10].cap"));

    private static IEnumerable<string> InOrder(params string[] paths)
    {
        var problems = new ProblemList();
        foreach (string path in paths)
            problems.Add(ProblemCode.Empty, path);
        return problems.InOrder().Select(problem => problem.Path);
    }
}
