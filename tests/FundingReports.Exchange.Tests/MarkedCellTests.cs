using ClosedXML.Excel;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>What a person sees in a workbook beside its values: cells struck through, comments, hidden columns.</summary>
public class MarkedCellTests
{
    private static IntakeReading Plan(Action<IXLWorksheet> mark) => Sent.Read(Sheets.Build(sheet =>
    {
        Sheets.Fill(sheet, Sheets.Headers, Sheets.Good, 1);
        mark(sheet);
    }));

    private static Problem[] Of(IntakeReading reading, ProblemCode code) =>
        [.. reading.Problems.Where(problem => problem.Code == code)];

    [Fact]
    public void EveryCellStruckThrough_SetsItsRowAside()
    {
        Assert.NotNull(Plan(_ => { }).Portfolio);
        for (int column = 1; column <= Sheets.Headers.Length; column++)
        {
            int at = column;
            IntakeReading reading = Plan(sheet => sheet.Cell(2, at).Style.Font.Strikethrough = true);
            Problem[] struck = Of(reading, ProblemCode.StruckThrough);
            if (Sheets.Good[0][column - 1] is null)
            {
                Assert.Empty(struck);
                Assert.NotNull(reading.Portfolio);
                continue;
            }
            Problem problem = Assert.Single(struck);
            Assert.Equal($"Plan!{(char)('A' + at - 1)}2", problem.Path);
            Assert.Null(reading.Portfolio);
            Assert.Contains("ligne barrée", Sent.Account(reading), StringComparison.Ordinal);
            Assert.Equal(1, reading.Account.RowsSetAside);
        }
    }

    [Fact]
    public void RowStruckThrough_IsOneProblem_WithAllItsCells()
    {
        IntakeReading reading = Plan(sheet => sheet.Row(3).CellsUsed().Style.Font.Strikethrough = true);
        Problem problem = Assert.Single(Of(reading, ProblemCode.StruckThrough));
        Assert.Equal(["A3, B3, C3, E3, F3, G3, H3"], problem.Arguments.ToArray());
        Assert.Empty(ProblemAnswers.Of(problem));
        Assert.False(ProblemAnswers.IsOfItsCell(problem));
    }

    [Fact]
    public void PartOfATextStruckThrough_IsAsked()
    {
        IntakeReading reading = Plan(sheet =>
        {
            IXLRichText text = sheet.Cell(3, 7).RichText;
            text.AddText("la moitié").SetStrikethrough();
            text.AddText(" le reste");
        });
        Assert.Equal("Plan!G3", Assert.Single(Of(reading, ProblemCode.StruckThrough)).Path);
    }

    [Fact]
    public void OneCellStruckThrough_IsAnsweredThere()
    {
        byte[] form = Sheets.Build(sheet =>
        {
            Sheets.Fill(sheet, Sheets.Headers, Sheets.Good, 1);
            sheet.Cell(2, 7).Style.Font.Strikethrough = true;
        });
        Problem asked = Assert.Single(Of(Sent.Read(form), ProblemCode.StruckThrough));
        ProblemAnswer[] answers = [.. ProblemAnswers.Of(asked)];
        Assert.Equal(["30000", ""], answers.Select(answer => answer.Corrections[0].Value).ToArray());
        IntakeReading counts = IntakeReader.Read(
            new MemoryStream(form), "retour.xlsx", new IntakeOptions { Corrections = answers[0].Corrections });
        Assert.Empty(Of(counts, ProblemCode.StruckThrough));
        Assert.NotNull(counts.Portfolio);
        Assert.Equal(Promised(Sent.Read(Sheets.Plan(Sheets.Good))), Promised(counts));
    }

    private static string[] Promised(IntakeReading reading) =>
        [.. reading.Facts.Commitments.Select(one => $"{one} {one.Amount} {one.Until} {one.DecidedOn}")];

    [Fact]
    public void Comments_AreSaid_ButOurs_AndThoseOfHeaders()
    {
        IntakeReading reading = Plan(sheet =>
        {
            sheet.Cell(1, 7).Comment.AddText("Une somme ou une part");
            sheet.Cell(2, 7).Comment.SetAuthor("Mme D.").AddText("sous réserve du vote");
            sheet.Cell(3, 8).Comment.SetAuthor("FundingReports").AddText("Statut : à remplir");
            sheet.Cell(3, 1).Comment.AddText("à confirmer");
        });
        Problem said = Assert.Single(Of(reading, ProblemCode.CommentsNotRead));
        Assert.Equal(["2", "G2, A3"], said.Arguments.ToArray());
        Assert.Equal(Severity.Warning, said.Severity);
        Assert.NotNull(reading.Portfolio);
    }

    [Fact]
    public void HiddenColumns_AreRead_AndSaid()
    {
        IntakeReading reading = Plan(sheet =>
        {
            sheet.Column(7).Hide();
            sheet.Column(12).Hide();
        });
        Problem said = Assert.Single(Of(reading, ProblemCode.HiddenColumns));
        Assert.Equal(["1", "G"], said.Arguments.ToArray());
        Assert.NotNull(reading.Portfolio);
    }

    private const string Struck = "<style:text-properties style:text-line-through-style=\"solid\"/>";

    private static string Cell(object? value, string attributes = "") => value switch
    {
        decimal money => $"<table:table-cell{attributes} office:value-type=\"float\" office:value=\"{money:0}\"><text:p>vu</text:p>"
            + "</table:table-cell>",
        _ => Ods.Text((string?)value ?? "", attributes),
    };

    private static IntakeReading OfOds(
        string style = "", string named = "", string columns = "", string row = "", string ofSum = "", string? sum = null)
    {
        string[] first = [.. Sheets.Good[0].Select((value, i) => i == 6 && sum is not null ? sum : Cell(value, i == 6 ? ofSum : ""))];
        byte[] package = Ods.Package(Ods.Table("Plan", [columns,
            Ods.Row(Sheets.Headers.Select(header => Ods.Text(header))), Ods.Row(first, row),
            Ods.Row(Sheets.Good[1].Select(value => Cell(value)))]));
        package = Sheets.Edit(package, "content.xml", text => text.Replace(
            "</office:automatic-styles>", style + "</office:automatic-styles>", StringComparison.Ordinal));
        if (named.Length == 0)
            return Sent.Read(package, "retour.ods");
        var whole = new MemoryStream();
        whole.Write(package);
        using (var zip = new System.IO.Compression.ZipArchive(whole, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        using (var part = new StreamWriter(zip.CreateEntry("styles.xml").Open()))
            part.Write("<office:document-styles xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"><office:styles>" + named
                + "</office:styles></office:document-styles>");
        return Sent.Read(whole.ToArray(), "retour.ods");
    }

    private static string StyleOf(string name, string inside, string family = "table-cell", string more = "") =>
        $"<style:style style:name=\"{name}\" style:family=\"{family}\"{more}>{inside}</style:style>";

    [Fact]
    public void OpenDocument_StrikesByCellRowColumnParentAndSpan()
    {
        const string used = " table:style-name=\"ce1\"", inherited = " table:default-cell-style-name=\"ce1\"";
        Assert.NotNull(OfOds(StyleOf("ce1", "<style:text-properties style:text-line-through-style=\"none\"/>"), ofSum: used).Portfolio);
        foreach (IntakeReading reading in (IntakeReading[])[
            OfOds(StyleOf("ce1", Struck), ofSum: used),
            OfOds(StyleOf("ce1", "", more: " style:parent-style-name=\"Barré\""), StyleOf("Barré", Struck), ofSum: used),
            OfOds(StyleOf("T1", Struck, "text"), sum: "<table:table-cell office:value-type=\"string\"><text:p>"
                + "<text:span text:style-name=\"T1\">la moitié</text:span> le reste</text:p></table:table-cell>")])
        {
            Assert.Null(reading.Portfolio);
            Assert.Equal("Plan!G2", Assert.Single(Of(reading, ProblemCode.StruckThrough)).Path);
        }
        Assert.Equal("A2, B2, C2, E2, F2, G2, H2",
            Assert.Single(Of(OfOds(StyleOf("ce1", Struck), row: inherited), ProblemCode.StruckThrough)).Arguments[0]);
        // The header of the column is in its style too.
        Assert.Equal(["G:G", "G2", "G3"], Of(OfOds(StyleOf("ce1", Struck),
            columns: $"<table:table-column table:number-columns-repeated=\"6\"/><table:table-column{inherited}/>"),
            ProblemCode.StruckThrough).Select(problem => problem.Arguments[0]).ToArray());
    }

    [Fact]
    public void OpenDocument_CommentsAndHiddenColumns_AreSaid()
    {
        static string Said(string by) => "<table:table-cell office:value-type=\"float\" office:value=\"30000\"><office:annotation>"
            + $"<dc:creator xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{by}</dc:creator><text:p>si le vote passe</text:p>"
            + "</office:annotation><text:p>30000</text:p></table:table-cell>";
        IntakeReading commented = OfOds(sum: Said("Mme D."));
        Assert.Equal(["1", "G2"], Assert.Single(Of(commented, ProblemCode.CommentsNotRead)).Arguments.ToArray());
        Assert.NotNull(commented.Portfolio);
        Assert.Empty(Of(OfOds(sum: Said("FundingReports")), ProblemCode.CommentsNotRead));
        IntakeReading hidden = OfOds(columns:
            "<table:table-column table:number-columns-repeated=\"6\"/><table:table-column table:visibility=\"collapse\"/>");
        Assert.Equal(["1", "G"], Assert.Single(Of(hidden, ProblemCode.HiddenColumns)).Arguments.ToArray());
    }
}
