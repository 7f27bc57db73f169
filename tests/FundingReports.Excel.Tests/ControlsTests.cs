using FundingReports.Reports;

namespace FundingReports.Excel.Tests;

public class ControlsTests
{
    [Fact]
    public void EverySeed_EveryCheckIsOk()
    {
        foreach (var (name, analysis) in Cases.All().Append(("many posts", Cases.Many)).Append(("six posts", Cases.SixPosts)))
            Assert.Equal((name, "OK"), (name, Answer(Checked.Read(Cases.Technical(analysis)))));
    }

    [Fact]
    public void WrongCentInTheLibrary_IsADifference() => Assert.Equal("ÉCART", Answer(Checked.Read(Wrong())));

    [LibreOfficeFact]
    public void WrongCentInTheLibrary_LibreOfficeFindsItToo()
    {
        var rows = Checked.Read(LibreOffice.Recalculate(Wrong())[0])["Contrôles"];
        Assert.Equal("ÉCART", rows.First(row => row[0] is "Tous les contrôles")[^1]);
        object?[] wrong = Assert.Single(rows, row => row[0] is "Crédits conventionnés de l’exercice" && row[^1] is "ÉCART");
        Assert.Equal(0.01, (double)wrong[6]!, 9);
    }

    /// <summary>By hand: of Carmont's 2 100 of holes in 2026, what the first half has too much pays 400.</summary>
    [Fact]
    public void SixPosts_GapsAreFoundAsWorkedOutByHand()
    {
        var found = Checked.Read(Cases.Technical(Cases.SixPosts))["Contrôles"]
            .Where(row => row[0] is "Reste à financer de l’exercice" && row[2] is (2026d or 2027d))
            .Select(row => (string)row[1]! + " " + row[2] + ": " + row[5]);
        Assert.Equal(
        [
            "ISCG, commissariat d'Aubeville 2026: 0", "ISCG, commissariat d'Aubeville 2027: 0",
            "ISCG, commissariat de Castelbois 2026: 4000", "ISCG, commissariat de Castelbois 2027: 4000",
            "ISCG, compagnie de gendarmerie de Gallières 2026: 840", "ISCG, compagnie de gendarmerie de Gallières 2027: 29680",
            "ISCG, brigade de gendarmerie de Valmartin 2026: inconnu", "ISCG, brigade de gendarmerie de Valmartin 2027: inconnu",
            "ISCG, brigade de gendarmerie de Carmont 2026: 1700", "ISCG, brigade de gendarmerie de Carmont 2027: 4200",
            "ISCG, commissariat de Mazeville 2026: 5000", "ISCG, commissariat de Mazeville 2027: 5000",
        ], found);
    }

    private static string Answer(IReadOnlyDictionary<string, IReadOnlyList<object?[]>> sheets) =>
        (string)sheets["Contrôles"].First(row => row[0] is "Tous les contrôles")[^1]!;

    // One cent too much in one cell of the analysis itself, before the report is made of it.
    private static byte[] Wrong()
    {
        var analysis = Cases.Fresh("landes/portfolio-with-assumptions.json");
        var agreed = analysis.Posts[0].Figures[FundingView.Agreed];
        agreed.Cells(1)[0]++;
        agreed.Funding[1]++;
        return Cases.Technical(analysis);
    }
}
