using FundingReports.Cli.Host;

namespace FundingReports.Cli.Tests;

/// <summary>A file dropped on the executable is its only argument.</summary>
public class DroppedTests
{
    [Fact]
    public void GoodFile_IsReportedOnBesideIt()
    {
        using var box = new Sandbox();
        File.Copy(Sandbox.Landes, box.At("landes.json"));
        Assert.Equal(ExitCode.Done, box.Run(box.At("landes.json")).Code);
        Assert.Equal(["landes-rapport.xlsx", "landes.json"], box.Files);
    }

    [Fact]
    public void WrongFile_IsGivenBackWithItsProblems()
    {
        using var box = new Sandbox();
        string path = box.Put("faux.json", """{ "format": "fundingreports/portfolio@1", "posts": [{ "id": "" }, { "label": 3 }] }""");
        var outcome = box.Run(path);
        Assert.Equal(ExitCode.BadInput, outcome.Code);
        Assert.Equal(["faux-annote.xlsx", "faux.json"], box.Files);
        using var workbook = new ClosedXML.Excel.XLWorkbook(box.At("faux-annote.xlsx"));
        Assert.True(workbook.Worksheet("Problèmes").Table("Tab_Problemes").DataRange.RowCount() > 1);
    }

    [Fact]
    public void SeveralFiles_AreEachReportedOn_AndTheWorstIsTheCode()
    {
        using var box = new Sandbox();
        File.Copy(Sandbox.Landes, box.At("a.json"));
        string wrong = box.Put("b.json", "pas du JSON");
        Assert.Equal(ExitCode.BadInput, box.Run(wrong, box.At("a.json")).Code);
        Assert.Equal(["a-rapport.xlsx", "a.json", "b-annote.xlsx", "b.json"], box.Files);
    }

    [Fact]
    public void NameOfNoFile_IsAWrongCommand()
    {
        using var box = new Sandbox();
        Assert.Equal(ExitCode.WrongUsage, box.Run("absent.json").Code);
    }

    /// <summary>Dropped together, two files of one name and two kinds: neither report takes the place of the other.</summary>
    [Fact]
    public void Namesakes_HaveAReportEach()
    {
        using var box = new Sandbox();
        string csv = box.At("liste.csv");
        File.Copy(FundingReports.Tests.Repository.PathOf("seeds", "intake", "departement-des-landes.csv"), csv);
        string json = box.Put("liste.json", File.ReadAllText(Sandbox.Landes));
        Assert.Equal(0, box.Run(json, csv).Code);
        Assert.Equal(["liste-csv-rapport.xlsx", "liste-json-rapport.xlsx", "liste.csv", "liste.json"], box.Files);
        Assert.Equal(0, box.Run(json).Code);
        Assert.Contains("liste-rapport.xlsx", box.Files);
    }

    [Fact]
    public void AFolder_IsToldWhatToDo()
    {
        using var box = new Sandbox();
        string folder = Directory.CreateDirectory(box.At("listes")).FullName;
        foreach (string[] args in (string[][])[[folder], [Sandbox.Landes, folder]])
        {
            Outcome outcome = box.Run(args);
            Assert.Equal(3, outcome.Code);
            Assert.Contains(
                "est un dossier\u00A0: déposez les fichiers eux-mêmes", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        }
        Assert.Equal(["listes"], box.Files);
    }
}
