using System.Collections.Immutable;
using System.Text;
using FundingReports.Tests.Json;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Validation;

public class AwaitingTests
{
    private const string Waiting = """
        "awaiting": [
          { "id": "S1", "funder": "ETAT", "amount": { "total": "26000.00" }, "status": "signed", "decidedOn": "2021-03-01", "references": { "decision": "D-12" }, "source": "A",
            "subsidy": { "beneficiary": { "name": "Association", "siret": "67895644300011", "rna": "W380475558" }, "object": "Poste", "beneficiaryPart": "0.8", "notifiedToEu": false } },
          { "id": "S2", "funder": "CD", "amount": { "total": "1500" }, "status": "requested", "source": "A" },
          { "id": "S3", "funder": "CD", "amount": { "unknown": true }, "source": "A" }],
        """;

    private static string Document(string awaiting = Waiting) => Documents.With(("\"posts\":", awaiting + "\n\"posts\":"));

    [Fact]
    public void Analyze_MoneyAwaitingAPost_IsInNoFigure()
    {
        Portfolio without = Portfolio.Parse(Documents.Clean), with = Portfolio.Parse(Document());
        FundingAnalysis before = without.Analyze(new LocalDate(2022, 2, 8)), after = with.Analyze(new LocalDate(2022, 2, 8));
        Assert.Equal(Figures(before), Figures(after));
        Assert.NotEqual(without.Hash, with.Hash);
    }

    [Fact]
    public void Waiting_SeveralStatuses_AreNeverOneSum()
    {
        string? said = Portfolio.Parse(Document()).Waiting(Language.French)?.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        Assert.Equal("En attente d'un poste, et donc dans aucun chiffre : 1 engagement conventionné (26 000,00 €) ; 1 engagement annoncé (montant inconnu) ; 1 engagement sollicité (1 500,00 €).", said);
        Assert.Null(Portfolio.Parse(Documents.Clean).Waiting(Language.French));
    }

    [Fact]
    public void Findings_Awaiting_AreSaidOnceForAll() =>
        Assert.Equal("awaiting-post@awaiting, siret-checksum@awaiting[0].subsidy.beneficiary.siret", Codes(Document(), "awaiting"));

    [Theory]
    [InlineData("\"S2\"", "\"S1\"", "duplicate-id@awaiting[1].id")]
    [InlineData("\"S2\"", "\"E1\"", "duplicate-id@awaiting[1].id")]
    [InlineData("\"W380475558\"", "\"W38047555\"", "invalid-rna@awaiting[0].subsidy.beneficiary.rna")]
    [InlineData("\"67895644300011\"", "\"6789564430001\"", "invalid-siret@awaiting[0].subsidy.beneficiary.siret")]
    [InlineData("\"beneficiaryPart\": \"0.8\"", "\"beneficiaryPart\": \"1.2\"", "share-out-of-range@awaiting[0].subsidy.beneficiaryPart")]
    [InlineData("\"total\": \"1500\"", "\"total\": \"-1500\"", "negative-money@awaiting[1].amount.total")]
    [InlineData("\"funder\": \"CD\", \"amount\": { \"unknown\"", "\"funder\": \"X\", \"amount\": { \"unknown\"", "unknown-id@awaiting[2].funder")]
    [InlineData("\"object\"", "\"objet\"", "unknown-property@awaiting[0].subsidy.objet")]
    public void TryParse_BadAwaiting_SaysWhere(string old, string changed, string expected) =>
        Assert.Contains(expected, Codes(Document(Waiting.Replace(old, changed, StringComparison.Ordinal)), "awaiting").Split(", "));

    private static string Codes(string json, string under) => string.Join(", ", Documents.Problems(Encoding.UTF8.GetBytes(json))
        .Where(problem => problem.Path.StartsWith(under, StringComparison.Ordinal)).Select(problem => $"{problem.CodeName}@{problem.Path}").Order(StringComparer.Ordinal));

    // The whole of the answers, but for what names the document.
    private static string Figures(FundingAnalysis analysis)
    {
        using var stream = new MemoryStream();
        analysis.WriteJson(stream);
        using var answers = System.Text.Json.JsonDocument.Parse(stream.ToArray());
        return string.Join('\n', answers.RootElement.EnumerateObject().Where(property => property.Name is not ("portfolioHash" or "findings")).Select(property => property.Value.GetRawText()));
    }
}
