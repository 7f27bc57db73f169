using System.Collections.Immutable;
using System.Text;
using FundingReports.Portfolios;
using FundingReports.Tests.Json;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Validation;

public class AwaitingTests
{
    private static string Document(string awaiting) => Documents.With(("\"posts\":", awaiting + "\n\"posts\":"));

    [Fact]
    public void Analyze_MoneyAwaitingAPost_IsInNoFigure()
    {
        Portfolio without = Portfolio.Parse(Documents.Clean), with = Portfolio.Parse(Documents.Awaiting);
        FundingAnalysis before = without.Analyze(new LocalDate(2022, 2, 8)), after = with.Analyze(new LocalDate(2022, 2, 8));
        Assert.Equal(Figures(before), Figures(after));
        Assert.NotEqual(without.Hash, with.Hash);
    }

    [Fact]
    public void Waiting_SeveralStatuses_AreNeverOneSum()
    {
        AwaitingCommitment[] waiting = [.. Portfolio.Parse(Documents.Awaiting).Awaiting];
        Assert.Equal(
            [(CommitmentStatus.Signed, "26000.00"), (CommitmentStatus.Requested, "1500.00"), (CommitmentStatus.Announced, "unknown")],
            waiting.Select(one => (one.Status, one.Amount is Amount.Total total ? total.Sum.ToString() : "unknown")));
        Assert.Null(Portfolio.Parse(Documents.Clean).Waiting(Language.French));
    }

    [Fact]
    public void Findings_Awaiting_AreSaidOnceForAll() =>
        Assert.Equal("awaiting-post@awaiting, siret-checksum@awaiting[0].subsidy.beneficiary.siret",
            Codes(Documents.Awaiting, "awaiting"));

    [Theory]
    [InlineData("\"S2\"", "\"S1\"", "duplicate-id@awaiting[1].id")]
    [InlineData("\"S2\"", "\"E1\"", "duplicate-id@awaiting[1].id")]
    [InlineData("\"W380475558\"", "\"W38047555\"", "invalid-rna@awaiting[0].subsidy.beneficiary.rna")]
    [InlineData("\"67895644300011\"", "\"6789564430001\"", "invalid-siret@awaiting[0].subsidy.beneficiary.siret")]
    [InlineData("\"beneficiaryPart\": \"0.8\"", "\"beneficiaryPart\": \"1.2\"", "share-out-of-range@awaiting[0].subsidy.beneficiaryPart")]
    [InlineData("\"total\": \"1500\"", "\"total\": \"-1500\"", "negative-money@awaiting[1].amount.total")]
    [InlineData("\"funder\": \"CD\", \"amount\": { \"unknown\"", "\"funder\": \"X\", \"amount\": { \"unknown\"",
        "unknown-id@awaiting[2].funder")]
    [InlineData("\"object\"", "\"objet\"", "unknown-property@awaiting[0].subsidy.objet")]
    public void TryParse_BadAwaiting_SaysWhere(string old, string changed, string expected) =>
        Assert.Contains(expected,
            Codes(Document(Documents.Waiting.Replace(old, changed, StringComparison.Ordinal)), "awaiting").Split(", "));

    private static string Codes(string json, string under) => string.Join(", ", Documents.Problems(Encoding.UTF8.GetBytes(json))
        .Where(problem => problem.Path.StartsWith(under, StringComparison.Ordinal)).Select(problem => $"{problem.CodeName}@{problem.Path}")
            .Order(StringComparer.Ordinal));

    // The whole of the answers, but for what names the document.
    private static string Figures(FundingAnalysis analysis)
    {
        using var stream = new MemoryStream();
        analysis.WriteJson(stream);
        using var answers = System.Text.Json.JsonDocument.Parse(stream.ToArray());
        return string.Join('\n',
            answers.RootElement.EnumerateObject().Where(property => property.Name is not ("portfolioHash" or "findings"))
                .Select(property => property.Value.GetRawText()));
    }
}
