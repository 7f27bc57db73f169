using System.IO.Compression;
using System.Xml.Linq;

namespace FundingReports.Excel.Tests;

/// <summary>What the parts of a workbook say.</summary>
public class PackageTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly Dictionary<string, XDocument> Parts = Read(Cases.Workbook(Cases.LandesWithAssumptions));

    [Fact]
    public void PrintTitles_AreAbsolute()
    {
        var titles = Parts["xl/workbook.xml"].Descendants(Main + "definedName")
            .Where(name => (string?)name.Attribute("name") == "_xlnm.Print_Titles").ToList();
        // Every sheet of one table; Synthèse has more.
        Assert.Equal(Parts.Keys.Count(name => name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)) - 1, titles.Count);
        // The rows of a header, and of the line above it where its columns share something.
        Assert.All(titles, name =>
        {
            var rows = System.Text.RegularExpressions.Regex.Match(name.Value, "!\\$([0-9]+):\\$([0-9]+)$");
            Assert.True(rows.Success, name.Value);
            int first = int.Parse(rows.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            int last = int.Parse(rows.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(last - first, 0, name.Value.Contains("Calendrier", StringComparison.Ordinal) ? 1 : 0);
        });
    }

    /// <summary>Today stands at the left end of the timeline, and its date is long in English: it is not cut by the edge.</summary>
    [Fact]
    public void DateOfToday_StandsWithinTheDrawing()
    {
        XNamespace drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
        var analysis = new PortfolioBuilder("t").Post("P", 50_000, from: new(2022, 1, 1), id: "P")
            .Signed(Portfolios.Funder.State("État"), Pays.Percent(50), new(2022, 1, 1), new PartialDate(2027, 12, 31)).Build()
            .Analyze(new NodaTime.LocalDate(2022, 1, 5));
        using var workbook = new MemoryStream();
        analysis.SaveWorkbook(workbook, Language.English);
        var parts = Read(workbook.ToArray());
        Assert.All(parts["xl/drawings/drawing1.xml"].Descendants(drawing + "off"), place => Assert.True((long)place.Attribute("x")! >= 0));
    }

    /// <summary>At the top of its row the first line would touch the header, which cuts the accents of its capitals.</summary>
    [Fact]
    public void Cells_AreAlignedInTheMiddleOfTheirRow() => Assert.DoesNotContain(
        Parts["xl/styles.xml"].Descendants(Main + "xf").Where(look => look.Descendants(Main + "alignment").Any() && HasRule(look)),
        look => (string?)look.Element(Main + "alignment")!.Attribute("vertical") == "top");

    private static bool HasRule(XElement look) => (int?)look.Attribute("borderId") > 0;

    [Fact]
    public void Properties_HoldTitleLanguageAndTheAsOfDate()
    {
        string said = Parts["docProps/core.xml"].ToString();
        Assert.Contains("Intervenants sociaux, Landes, avec hypothèses", said, StringComparison.Ordinal);
        Assert.Contains(">fr-FR<", said, StringComparison.Ordinal);
        Assert.Equal(2, said.Split("2022-02-08T00:00:00Z").Length - 1);
    }

    [Fact]
    public void EveryFormula_HasAValue_AndNoForbiddenFunction()
    {
        string[] allowed = ["SUM", "SUMIFS", "COUNTIF", "COUNTIFS", "IF", "ROUND", "MIN", "MAX", "INDEX", "MATCH", "AND",
            "SUMPRODUCT"];
        foreach (var formula in Parts.Values.SelectMany(part => part.Descendants(Main + "f")))
        {
            Assert.NotEmpty(formula.Parent!.Element(Main + "v")!.Value);
            Assert.All(System.Text.RegularExpressions.Regex.Matches(formula.Value, "([A-Z]+)\\("),
                match => Assert.Contains(match.Groups[1].Value, allowed));
        }
    }

    [Fact]
    public void Tables_HaveNoFormulaOfAWholeColumn() =>
        Assert.DoesNotContain(Parts.Values, part => part.Descendants(Main + "calculatedColumnFormula").Any());

    [Fact]
    public void Sheets_HaveNoMergedCells() => Assert.DoesNotContain(Parts.Values, part => part.Descendants(Main + "mergeCell").Any());

    [Fact]
    public void FirstSheet_AloneIsSelected()
    {
        var selected = Parts.Where(part => part.Value.Descendants(Main + "sheetView")
                .Any(view => (string?)view.Attribute("tabSelected") == "1"));
        Assert.Equal("xl/worksheets/sheet1.xml", Assert.Single(selected).Key);
        Assert.All(Parts.Values.SelectMany(part => part.Descendants(Main + "selection")),
            selection => Assert.Equal("A1", (string?)selection.Attribute("activeCell")));
    }

    [Fact]
    public void Xml_HasNoPrefix() => Assert.DoesNotContain(Parts.Values, part => part.Root!.GetPrefixOfNamespace(Main) == "x");

    [Fact]
    public void RelationshipIds_AreNumbered() => Assert.All(
        Parts.Where(part => part.Key.EndsWith(".rels", StringComparison.Ordinal)).SelectMany(part => part.Value.Root!.Elements()),
        relation => Assert.Matches("^rId[0-9]+$", (string?)relation.Attribute("Id")));

    private static Dictionary<string, XDocument> Read(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            return XDocument.Load(stream);
        });
    }
}
