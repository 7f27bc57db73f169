using ClosedXML.Excel;

namespace FundingReports.Excel.Tests;

public class AddSheetsTests
{
    [Fact]
    public void OwnWorkbook_KeepsItsSheets_AndGetsTheReport()
    {
        using var workbook = Own();
        var added = workbook.AddSheets(Cases.LandesWithAssumptions);
        using var bytes = new MemoryStream();
        added.SaveAs(bytes);
        // The owner of the workbook gives it its language.
        Checked.Whole(bytes.ToArray(), "document-language");
        var sheets = Checked.Read(bytes.ToArray());
        Assert.Equal(["Mes notes", .. added.Names], sheets.Keys);
        Assert.Equal("à relire", sheets["Mes notes"][0][0]);
        var alone = Checked.Read(Cases.Workbook(Cases.LandesWithAssumptions));
        LibreOfficeTests.Same("added", alone,
            sheets.Where(sheet => sheet.Key != "Mes notes").ToDictionary(sheet => sheet.Key, sheet => sheet.Value));
    }

    [Fact]
    public void SavedByClosedXmlAlone_IsValid_AndHoldsEveryRow()
    {
        using var workbook = Own();
        workbook.AddSheets(Cases.Many);
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        // Saved without AddedSheets.SaveAs, formulas have no values, and the pass over the package is missing.
        Checked.Whole(bytes.ToArray(), "document-language", "formula-value", "blank-cell", "repeated-header");
        Assert.Equal(
            Checked.Read(Cases.Workbook(Cases.Many))["Données et notice"].Count,
            Checked.Read(bytes.ToArray())["Données et notice"].Count);
    }

    [Fact]
    public void SameNames_AreAllSaid_AndNothingIsAdded()
    {
        using var workbook = Own();
        workbook.AddWorksheet("synthèse");
        workbook.AddWorksheet("Calendrier");
        var error = Assert.Throws<ArgumentException>(() => workbook.AddSheets(Cases.Landes));
        Assert.Contains("Synthèse", error.Message, StringComparison.Ordinal);
        Assert.Contains("Calendrier", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, workbook.Worksheets.Count);
    }

    [Fact]
    public void Twice_IsRefused()
    {
        using var workbook = Own();
        workbook.AddSheets(Cases.Landes);
        Assert.Throws<ArgumentException>(() => workbook.AddSheets(Cases.Landes));
    }

    [LibreOfficeFact]
    public void OwnWorkbook_RecalculatesToTheSame()
    {
        using var workbook = Own();
        using var bytes = new MemoryStream();
        workbook.AddSheets(Cases.LandesWithAssumptions).SaveAs(bytes);
        LibreOfficeTests.Same("added", Checked.Read(bytes.ToArray()), Checked.Read(LibreOffice.Recalculate(bytes.ToArray())[0]));
    }

    private static XLWorkbook Own()
    {
        var workbook = new XLWorkbook();
        (workbook.Properties.Title, workbook.Properties.Author) = ("Mes postes", "Bureau des finances");
        var notes = workbook.AddWorksheet("Mes notes");
        notes.Cell(1, 1).SetValue("à relire");
        notes.PageSetup.PaperSize = XLPaperSize.A4Paper;
        notes.PageSetup.FitToPages(1, 0);
        return workbook;
    }
}
