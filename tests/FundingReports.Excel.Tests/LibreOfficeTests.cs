using System.Text;
using System.Text.RegularExpressions;

namespace FundingReports.Excel.Tests;

public partial class LibreOfficeTests
{
    [LibreOfficeFact]
    public void EverySeed_RecalculatesToTheSame()
    {
        var all = Recalculated();
        var worked = LibreOffice.Recalculate([.. all.Select(one => one.Workbook)]);
        for (int i = 0; i < all.Length; i++)
            Same(all[i].Name, Checked.Read(all[i].Workbook), Checked.Read(worked[i]));
    }

    /// <summary>A third spreadsheet, which shares no code with the two others.</summary>
    [GnumericFact]
    public void EverySeed_GnumericFindsTheSame()
    {
        foreach (var (name, workbook) in Recalculated())
            Same(name, Checked.Read(workbook), Checked.Read(Gnumeric.Recalculate(workbook)));
    }

    private static (string Name, byte[] Workbook)[] Recalculated() =>
    [
        .. Cases.All().Select(seed => (seed.Name, Cases.Workbook(seed.Analysis))),
        ("many posts", Cases.Workbook(Cases.Many)),
        ("six posts", Cases.Workbook(Cases.SixPosts)),
        ("in English", Cases.Workbook(Cases.LandesWithAssumptions, Language.English)),
        .. Cases.All().Select(seed => (seed.Name + ", technical file", Cases.Technical(seed.Analysis))),
        ("many posts, technical file", Cases.Technical(Cases.Many)),
        ("six posts, technical file", Cases.Technical(Cases.SixPosts)),
        ("funders that look like commands", Cases.Workbook(Cases.Commands)),
        ("text that looks like a formula", Cases.Workbook(Cases.Saying("=1+1"))),
    ];

    [LibreOfficeFact]
    public void Summary_PrintsOnOnePage()
    {
        FundingAnalysis[] all = [.. Cases.All().Select(seed => seed.Analysis), Cases.Many, Cases.Saying("Poste"),
            Cases.Saying(string.Concat(Enumerable.Repeat("très long ", 30)))];
        byte[][] alone = [.. all.Select(analysis => Alone(Cases.Workbook(analysis), "Synthèse")!)];
        Assert.All(LibreOffice.Convert("pdf", alone), pdf => Assert.Equal(1, PageCount(pdf)));
    }

    /// <summary>People make two pages by hand: a report of more than six would not be sent.</summary>
    [LibreOfficeFact]
    public void WholeWorkbook_SixPosts_SixPages_Landes_Five()
    {
        var pages = LibreOffice.Convert("pdf", [Cases.Workbook(Cases.SixPosts), Cases.Workbook(Cases.Landes)])
            .Select(PageCount).ToList();
        Assert.InRange(pages[0], 1, 6);
        Assert.InRange(pages[1], 1, 5);
    }

    /// <summary>A page of many lines is made as wide as the paper; otherwise a third of it would be blank.</summary>
    [Fact]
    public void ManyPosts_TheFirstPageIsAsWideAsItIsHigh()
    {
        var wide = new Layout.ReportLayout(Reports.ReportBuilder.Build(Cases.Many)).Sheets[0];
        var usual = new Layout.ReportLayout(Reports.ReportBuilder.Build(Cases.Landes)).Sheets[0];
        Assert.InRange(wide.TimelineWidth, 185, 213);
        Assert.InRange(usual.TimelineWidth, 160, 185);
    }

    [LibreOfficeFact]
    public void Sheets_PrintAsWideAsAPage()
    {
        // Of few rows each: a sheet that is too wide would make a second page.
        byte[] written = Cases.Workbook(Cases.Saying("Poste"));
        byte[][] alone = [.. Checked.Read(written).Keys.Where(sheet => sheet is not ("Simulation" or "Données et notice"))
                .Select(sheet => Alone(written, sheet)!)];
        Assert.All(LibreOffice.Convert("pdf", alone), pdf => Assert.Equal(1, PageCount(pdf)));
    }

    internal static int PageCount(byte[] pdf) => Pages().Count(Encoding.Latin1.GetString(pdf));

    // All other sheets hidden: those are not printed. Null where there is no such sheet.
    private static byte[]? Alone(byte[] workbook, string sheet)
    {
        using var package = new MemoryStream();
        package.Write(workbook);
        using (var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(package, true))
        {
            var sheets = document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
            if (!sheets.Exists(one => one.Name == sheet))
                return null;
            foreach (var other in sheets.Where(one => one.Name != sheet))
                other.State = DocumentFormat.OpenXml.Spreadsheet.SheetStateValues.Hidden;
            // What is named as printed is printed, hidden or not.
            foreach (var area in document.WorkbookPart.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.DefinedName>()
                .Where(name => name.Name == "_xlnm.Print_Area").ToList())
                area.Remove();
            // A sheet that is open cannot be hidden.
            var view = document.WorkbookPart.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.WorkbookView>().First();
            view.ActiveTab = (uint)sheets.FindIndex(one => one.Name == sheet);
            view.FirstSheet = view.ActiveTab;
        }
        return package.ToArray();
    }

    internal static void Same(string name, IReadOnlyDictionary<string, IReadOnlyList<object?[]>> written,
        IReadOnlyDictionary<string, IReadOnlyList<object?[]>> worked)
    {
        Assert.Equal(written.Keys, worked.Keys);
        foreach (var (sheet, rows) in written)
            for (int r = 0; r < rows.Count; r++)
                for (int c = 0; c < rows[r].Length; c++)
                {
                    object? expected = rows[r][c], found = r < worked[sheet].Count && c < worked[sheet][r].Length ? worked[sheet][r][c]
                        : null;
                    bool same = expected is double figure ? found is double other && Math.Abs(figure - other) < 1e-6
                        : Equals(expected, found);
                    Assert.True(same, $"{name}, {sheet} R{r + 1}C{c + 1}: {expected} here, {found} there");
                }
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex Pages();
}
