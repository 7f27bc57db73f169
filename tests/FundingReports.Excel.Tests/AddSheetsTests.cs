using ClosedXML.Excel;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;

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

    public static TheoryData<string, Action<IXLWorksheet>> Changes => new()
    {
        { "a row above", sheet => sheet.Row(1).InsertRowsAbove(1) },
        { "a column before", sheet => sheet.Column(1).InsertColumnsBefore(1) },
        { "a row less", sheet => sheet.Row(2).Delete() },
        { "another formula", sheet => sheet.CellsUsed(cell => cell.HasFormula).Last().FormulaA1 = "1+1" },
        { "another figure", sheet => sheet.LastRowUsed().Cell(3).SetValue(7) },
    };

    /// <summary>A value beside a formula is that of its cell, or there is none and the spreadsheet works it out.</summary>
    [Theory, MemberData(nameof(Changes))]
    public void SheetThatWasChanged_HoldsNoValueOfBefore(string what, Action<IXLWorksheet> change)
    {
        using var workbook = Own();
        AddedSheets added = workbook.AddSheets(Cases.LandesWithAssumptions);
        IXLWorksheet changed = workbook.Worksheets.Last(sheet => sheet.CellsUsed(cell => cell.HasFormula).Any());
        change(changed);
        using var bytes = new MemoryStream();
        added.SaveAs(bytes);
        using var package = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Read);
        string Of(string part)
        {
            using var reader = new StreamReader(package.GetEntry(part)!.Open());
            return reader.ReadToEnd();
        }
        Assert.Contains("fullCalcOnLoad=\"1\"", Of("xl/workbook.xml"), StringComparison.Ordinal);
        foreach (var sheet in package.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            var formulas = System.Xml.Linq.XDocument.Parse(Of(sheet.FullName)).Descendants().Where(one => one.Name.LocalName == "f");
            Assert.False(
                formulas.Any(formula => formula.ElementsAfterSelf().Any(one => one.Value.Length > 0)), $"{what}: {sheet.FullName}");
        }
    }

    [Fact]
    public void SheetThatHasAnotherName_IsRefused_BySayingWhich()
    {
        using var workbook = Own();
        AddedSheets added = workbook.AddSheets(Cases.Landes);
        workbook.Worksheet("Synthèse").Name = "S2";
        workbook.Worksheet("Calendrier").Delete();
        using var bytes = new MemoryStream();
        Assert.Contains("\"Synthèse\" or \"Calendrier\"", Assert.Throws<InvalidOperationException>(() => added.SaveAs(bytes)).Message,
            StringComparison.Ordinal);
        Assert.Equal(0, bytes.Length);
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

    /// <summary>Charts and values of formulas of what was added first are there too, whichever of the two saves the workbook.</summary>
    [Theory]
    [InlineData(true), InlineData(false)]
    public void AddedTwice_BothAreWhole(bool byTheFirst)
    {
        using var own = new XLWorkbook();
        AddedSheets first = own.AddSheets(Drawn("Une", "Tab_Une")), second = own.AddSheets(Drawn("Deux", "Tab_Deux"));
        using var bytes = new MemoryStream();
        (byTheFirst ? first : second).SaveAs(bytes);
        Checked.Valid(bytes.ToArray());
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes.ToArray()));
        Assert.Equal(2, zip.Entries.Count(entry => entry.FullName.StartsWith("xl/charts/chart", StringComparison.Ordinal)));
        foreach (string sheet in (string[])["Une", "Deux"])
            Assert.Contains(Checked.Read(bytes.ToArray())[sheet], row => row is [_, 29.0, ..]);

        // What is deleted is forgotten, once it is all gone.
        own.Worksheet("Une").Delete();
        using var again = new MemoryStream();
        second.SaveAs(again);
        Checked.Valid(again.ToArray());
        Assert.Throws<InvalidOperationException>(() => first.SaveAs(new MemoryStream()));
        own.AddSheets(Drawn("Une", "Tab_Une")).SaveAs(new MemoryStream());
        Assert.Throws<InvalidOperationException>(() => first.SaveAs(new MemoryStream()));
    }

    private static Report Drawn(string sheet, string table) => ReportBuilder.Build(Cases.LandesWithAssumptions) with
    {
        Sheets =
        [
            new(sheet, "Titre",
            [
                new ReportChart("Titre", "Alternative", table, 0, 0, "a", [new("b", ChartMark.Stacked)], 10),
                new ReportTable(table, [new("a", "A", ColumnKind.Text, 20), new("b", "B", ColumnKind.Amount, 20)],
                [
                    new([ReportCell.Of("x"), new ReportCell.Formula(
                        new ReportFormula.Worked(30 - (Expression)1), new ReportCell.Amount(Euros.Of(29)))]),
                ]),
            ]),
        ],
    };
}
