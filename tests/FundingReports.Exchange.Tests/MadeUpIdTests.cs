using System.Text;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>A form asks for no ids: what is said of it names posts, funders and lines, and no id that a reading has made.</summary>
public class MadeUpIdTests
{
    private const string Plan = "Poste;Coût 2026;Coût 2027;Financeur;Dispositif;2026;2027;Statut;Date de l’acte\n"
        + "Médiateur, Dax;50 000 €;60 000 €;Département des Landes;ISCG;le solde;le solde;conventionné;12/03/2025\n"
        + "Médiateur, Dax;;;État;FIPD;20 000 €;10 000 €;conventionné;12/03/2025\n"
        + "Médiateur, Dax;;;CAF;;5 000 €;5 000 €;annoncé;\n";

    private static IntakeReading Read(string csv, string name = "Plan.csv") =>
        IntakeReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), name);

    [Fact]
    public void FindingsOfBalances_NameThePostAndTheLine()
    {
        IntakeReading reading = Read(Plan);
        FundingAnalysis analysis = reading.Portfolio!.Analyze(new(2026, 3, 1));
        Problem[] first = [.. analysis.Findings.Where(finding => finding.IsOfFirstRank)];
        Assert.Equal([ProblemCode.BalanceLeans, ProblemCode.BalanceRises],
            first.Select(finding => finding.Code).Distinct().OrderBy(code => code.ToString()));
        foreach (Problem finding in (Problem[])[.. first, .. reading.AtCells([.. first])])
        {
            Assert.Contains("du financeur «\u00a0Département des Landes\u00a0» (ISCG, poste «\u00a0Médiateur, Dax\u00a0»)",
                finding.Message(Language.French), StringComparison.Ordinal);
            Assert.Contains("of the funder \"Département des Landes\" (ISCG, post \"Médiateur, Dax\")", finding.Message(Language.English),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NoSentence_HasAnIdThatNobodyWrote()
    {
        IntakeReading one = Read(Plan), other = Read(Plan.Replace("ISCG", "", StringComparison.Ordinal)
            .Replace("60 000 €", "15 000 €", StringComparison.Ordinal), "Autre.csv");
        MergedPortfolio merged = PortfolioMerge.Merge([new("Plan.csv", one.Facts), new("Autre.csv", other.Facts)]);
        Portfolio[] all = [one.Portfolio!, other.Portfolio!, .. merged.Portfolio is { } whole ? (Portfolio[])[whole] : []];
        string[] ids = [.. all.SelectMany(portfolio => portfolio.Commitments).Select(commitment => commitment.Id), "mediateur-dax"];
        string[] said = [.. all.SelectMany(portfolio => portfolio.Analyze(new(2026, 3, 1)).Findings)
            .SelectMany(finding => (string[])[finding.Message(Language.French), finding.Message(Language.English)])];
        Assert.True(said.Length > 10, $"{said.Length}");
        Assert.All(said, sentence => Assert.DoesNotContain(ids, id => sentence.Contains(id, StringComparison.Ordinal)));
    }

    /// <summary>An id that somebody wrote is what people know, and stays.</summary>
    [Fact]
    public void OwnIds_AreSaid()
    {
        var facts = Read(Plan).Portfolio!.Facts;
        Portfolio own = Portfolio.Create(facts with
        {
            Commitments = [.. facts.Commitments.Select((commitment, i) => commitment with { Id = $"C{i}" })],
        });
        Assert.Contains(own.Analyze(new(2026, 3, 1)).Findings.Where(finding => finding.IsOfFirstRank),
            finding => finding.Message(Language.French).Contains("(financement C0)", StringComparison.Ordinal));
    }
}
