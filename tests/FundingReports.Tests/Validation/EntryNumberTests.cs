using FundingReports.Validation;

namespace FundingReports.Tests.Validation;

/// <summary>A sentence counts entries as people do, from the first; the path beside it counts from 0, as JSON does.</summary>
public class EntryNumberTests
{
    [Theory]
    [InlineData(0, "la 1re de la liste", "the 1st of the list"), InlineData(1, "la 2e de la liste", "the 2nd of the list")]
    [InlineData(2, "la 3e de la liste", "the 3rd of the list"), InlineData(10, "la 11e de la liste", "the 11th of the list")]
    [InlineData(20, "la 21e de la liste", "the 21st of the list")]
    public void Entry_IsCountedFromTheFirst(int index, string french, string english)
    {
        var problem = new Problem(ProblemCode.InstalmentsOverlap, "commitments[0].instalments[3]", "x",
            $"commitments[0].instalments[{index}]", "2026-01-01", "2026-02-01");
        Assert.Contains($"une autre ({french})", problem.Message(Language.French), StringComparison.Ordinal);
        Assert.Contains($"another ({english})", problem.Message(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Cell_StaysACell() => Assert.Contains("une autre (Tranches!C7)", new Problem(ProblemCode.InstalmentsOverlap, "Tranches!C9",
        "x", "Tranches!C7", "2026-01-01", "2026-02-01").Message(Language.French), StringComparison.Ordinal);

    [Fact]
    public void BothInstalments_AreCountedAlike()
    {
        string json = """
            {"format":"fundingreports/portfolio@1","posts":[{"id":"L1","label":"P","from":"2026"}],
            "funders":[{"id":"E","name":"État","kind":"state"}],
            "commitments":[{"id":"C","funder":"E","posts":["L1"],"from":"2026","until":"2027","amount":{"annual":"1000"},
            "status":"signed","decidedOn":"2026","instalments":[{"from":"2027","until":"2027"},{"from":"2026","until":"2026"},
            {"from":"2027","until":"2027"}]}]}
            """;
        Assert.False(Portfolio.TryRead(System.Text.Encoding.UTF8.GetBytes(json), out _, out var problems));
        Problem overlap = Assert.Single(problems, problem => problem.Code is ProblemCode.InstalmentsOverlap);
        Assert.Equal("commitments[0].instalments[2]", overlap.Path);
        Assert.StartsWith("Financement C, 3e tranche\u00a0: cette tranche et une autre (la 1re de la liste)",
            overlap.Message(Language.French),
            StringComparison.Ordinal);
    }
}
