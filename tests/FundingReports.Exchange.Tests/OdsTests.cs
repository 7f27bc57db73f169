using FundingReports.Exchange.Files;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>.ods is read wherever .xlsx is, with the same guards.</summary>
public class OdsTests
{
    private static readonly string header = Ods.Row(Scdl.Columns.Select(name => Ods.Text(name)));

    private static string[] Good => [.. Scdl.Good.Split(';').Select(text => Ods.Text(text))];

    private static ImportReading Read(params string[] tables) => Scdl.Read(Ods.Package(tables), "sub.ods");

    [Fact]
    public void Read_NumbersDaysAndTruths_AreWhatTheyAre()
    {
        string[] cells = Good;
        cells[1] = Ods.Number("22400001800016");
        cells[2] = Ods.Day("2022-03-30T14:30:00");
        cells[8] = Ods.Number("33992.720000000001", "currency");
        cells[13] = "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>";
        cells[14] = Ods.Number("0.5", "percentage");
        ImportReading reading = Read(Ods.Table("S", [header, Ods.Row(cells)]));
        var awaiting = Assert.Single(reading.Portfolio!.Awaiting);
        Assert.Equal("33992.72 of 33992.72 in 1 of 1", FileAnswers.Sums(reading));
        Assert.Equal(("2022-03-30", true, "1/2", "22400001800016"), (awaiting.DecidedOn.ToString(), awaiting.Subsidy!.NotifiedToEu,
            awaiting.Subsidy.BeneficiaryPart!.ToString(), reading.Facts.Funders[0].Siret));
    }

    [Fact]
    public void Read_RepeatedCellsCommentsAndMergedRows_AreInTheirPlaces()
    {
        string[] cells = Good;
        cells[0] = "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><office:annotation><text:p>pas lu"
            + "</text:p></office:annotation><text:p>Commune<text:s text:c=\"2\"/>de T</text:p></table:table-cell>";
        string[] second = [.. Good];
        second[0] = "<table:covered-table-cell/>";
        second[3] = Ods.Text("D-2");
        // Blank cells, and a million blank rows, as LibreOffice writes them.
        ImportReading reading = Read(Ods.Table("S", [Ods.Row([Ods.Text("Titre"),
            "<table:table-cell table:number-columns-repeated=\"16383\"/>"]),
            header, Ods.Row(cells), Ods.Row(second),
            Ods.Row(["<table:table-cell table:number-columns-repeated=\"16384\"/>"], " table:number-rows-repeated=\"1048570\"")]));
        Assert.Equal("60000.00 of 60000.00 in 2 of 2", FileAnswers.Sums(reading));
        Assert.Equal("Commune  de T", Assert.Single(reading.Facts.Funders).Name);
    }

    [Fact]
    public void Read_HiddenSheetsRowsErrorsAndFormulas_AreSaid()
    {
        string[] error = Good, formula = Good;
        error[8] = "<table:table-cell office:value-type=\"string\" office:string-value=\"\" "
            + "calcext:value-type=\"error\"><text:p>#REF!</text:p>"
            + "</table:table-cell>";
        formula[8] = "<table:table-cell table:formula=\"of:=1+1\"/>";
        ImportReading reading = Read(Ods.Table("Ancien", [header, Ods.Row(Good)], "ta2"),
            Ods.Table("S", [header, Ods.Row(Good), Ods.Row(error), Ods.Row(formula),
                Ods.Row(Good, " table:visibility=\"collapse\"")]));
        Assert.Equal("30000.00 of 60000.00 in 1 of 4", FileAnswers.Sums(reading));
        Assert.Superset(new HashSet<string> { "hidden-sheet Ancien!A1", "cell-error S!I3", "formula-without-value S!I4",
            "hidden-rows S!A5" },
            new HashSet<string>(Scdl.Said(reading)));
    }

    [Fact]
    public void Read_Form_IsReadToo()
    {
        string[][] rows = [["Poste", "Financeur", "Type de financeur", "2026"], ["A", "État", "État",
            "26 000 €"]];
        IntakeReading reading = IntakeReader.Read(new MemoryStream(Ods.Package(Ods.Table("Plan",
            rows.Select(row => Ods.Row(row.Select(text =>
            Ods.Text(text))))))), "plan.ods");
        Assert.Equal("26000.00", reading.Account.MoneyKept.ToString());
    }

    [Theory]
    [InlineData("dtd", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")]
    [InlineData("damaged", "<x><y>")]
    [InlineData("damaged", "deep")]
    [InlineData("bomb", "wide")]
    public void Read_MadeToDoHarm_IsNotRead(string cause, string content)
    {
        string text = content switch
        {
            "deep" => string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200)),
            "wide" => $"<a>{new string(' ', 40_000_000)}</a>",
            _ => content,
        };
        ImportReading reading = Scdl.Read(Ods.Parts(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml",
            text)),
            "sub.ods");
        Assert.False(reading.IsOpened);
        Assert.Equal(cause, Assert.Single(reading.Problems).Arguments[0]);
    }

    [Fact]
    public void Read_RowsRepeatedWithMoney_AreBounded()
    {
        ImportReading reading = Read(Ods.Table("S", [header, Ods.Row(Good, " table:number-rows-repeated=\"1048000\"")]));
        Assert.Equal((false, "damaged"), (reading.IsOpened, reading.Problems[0].Arguments[0]));
    }

    [Fact]
    public void Read_UnderAPassword_IsSaid() =>
        Assert.Equal("password", Assert.Throws<NotReadException>(() => OdsFile.Open(new MemoryStream(Ods.Parts(("content.xml", "<x/>"),
            ("META-INF/manifest.xml", "<m><f><encryption-data/></f></m>")))).Count()).Cause);
}
