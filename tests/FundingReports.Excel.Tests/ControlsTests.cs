using FundingReports.Reports;

namespace FundingReports.Excel.Tests;

public class ControlsTests
{
    [Fact]
    public void EverySeed_EveryCheckIsOk()
    {
        foreach (var (name, analysis) in Cases.All().Append(("many posts", Cases.Many)))
            Assert.Equal((name, "OK"), (name, Answer(Checked.Read(Cases.Workbook(analysis)))));
    }

    [Fact]
    public void WrongCentInTheLibrary_IsADifference() => Assert.Equal("ÉCART", Answer(Checked.Read(Wrong())));

    [LibreOfficeFact]
    public void WrongCentInTheLibrary_LibreOfficeFindsItToo()
    {
        var rows = Checked.Read(LibreOffice.Recalculate(Wrong())[0])["Contrôles"];
        Assert.Equal("ÉCART", rows.First(row => row[0] is "Tous les contrôles")[^1]);
        object?[] wrong = Assert.Single(rows, row => row[0] is "Argent conventionné de l'exercice" && row[^1] is "ÉCART");
        Assert.Equal(0.01, (double)wrong[6]!, 9);
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
        return Cases.Workbook(analysis);
    }
}
