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
}
