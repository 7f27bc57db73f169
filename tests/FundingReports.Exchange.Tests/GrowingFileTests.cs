using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Tests;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// Little to send and much to read: what one cell, one row or a few letters stand for is not done as often as the file says.
/// </summary>
public sealed class GrowingFileTests
{
    private const string Taken = "30 000 € repris en 2 lignes : tout ce qui est lisible dans le fichier.";

    private static readonly string[] plan = [Line(Sheets.Headers), .. Sheets.Good.Select(Line)];

    private static string Line(IEnumerable<object?> cells) => Ods.Row(cells.Select(cell => cell switch
    {
        null => Ods.Text(""),
        decimal number => Ods.Number(number.ToString(CultureInfo.InvariantCulture)),
        _ => Ods.Text((string)cell),
    }));

    private static string Line(string[] cells) => Line(cells.Cast<object?>());

    private static byte[] PlanAnd(params string[] rows) => Ods.Package(Ods.Table("Plan", [.. plan, .. rows]));

    private static string Csv(params string[] rows) => string.Join('\n',
        (string[])[string.Join(';', Sheets.Headers), .. Sheets.Good.Select(row => string.Join(';', row.Select(cell => cell switch
        {
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            _ => (string?)cell,
        }))), .. rows, ""]);

    /// <summary>
    /// Read, and given back with its faulty cells marked, within seconds of the processor and in memory that the file does not choose.
    /// </summary>
    private static IntakeReading Read(byte[] bytes, string name, int seconds = 20, int megabytes = 1_500, bool back = true)
    {
        var spent = Spent.Start();
        long before = GC.GetAllocatedBytesForCurrentThread();
        IntakeReading reading = Sent.Read(bytes, name);
        if (back && reading.Form is not null)
            Annotator.Annotate(new MemoryStream(bytes), reading, Stream.Null);
        long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000;
        spent.AtMost(seconds, name);
        Assert.True(allocated < megabytes, $"{name}: {allocated} MB");
        return reading;
    }

    private static string Far(IntakeReading reading) => string.Join(' ',
        reading.Problems.Where(problem => problem.Code is ProblemCode.ColumnNotRead).Select(problem => problem.Path));

    [Fact]
    public void Ods_OneCellAtTheEndOfTheGrid_IsSaid_AndTheRestIsRead()
    {
        IntakeReading reading = Read(PlanAnd(
            "<table:table-row table:number-rows-repeated=\"1048572\"><table:table-cell table:number-columns-repeated=\"16384\"/>"
            + "</table:table-row>",
            $"<table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{Ods.Number("1")}</table:table-row>"),
            "loin.ods");
        Assert.Equal((Taken, "Plan!XFD1048576"), (Sent.Account(reading), Far(reading)));
    }

    /// <summary>A comment is a box beside its cell: where the grid ends there is no room for one, and the copy is given back.</summary>
    [Theory]
    [InlineData("XFD2")]
    [InlineData("XFA2")]
    [InlineData("XFD1048576")]
    [InlineData("A1048576")]
    public void Xlsx_OneCellAtTheEndOfTheGrid_IsGivenBack(string cell)
    {
        string row = Regex.Replace(cell, "[A-Z]", "");
        byte[] bytes = Sheets.Edit(Sheets.Plan(Sheets.Good), "xl/worksheets/sheet1.xml", text => row == "2"
            ? Regex.Replace(text, "(<(x:)?row r=\"2\".*?)(</(?:x:)?row>)",
                match => match.Groups[1].Value + Prefixed(match.Groups[2].Value, Error(cell)) + match.Groups[3].Value)
            : Regex.Replace(text, "</(x:)?sheetData>",
                match => Prefixed(match.Groups[1].Value, $"<row r=\"{row}\">{Error(cell)}</row>") + match.Value));
        Assert.NotNull(Read(bytes, "bout.xlsx").Form);
    }

    private static string Error(string cell) => $"<c r=\"{cell}\" t=\"e\"><v>#REF!</v></c>";

    private static string Prefixed(string prefix, string xml) => Regex.Replace(xml, "<(/?)([a-z])", $"<$1{prefix}$2");

    /// <summary>As a spreadsheet saves a column that was formatted, or filled, to its end.</summary>
    [Theory]
    [InlineData("<table:table-cell/>")]
    [InlineData("<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>")]
    [InlineData("<table:table-cell office:value-type=\"float\" office:value=\"1\"/>")]
    public void Ods_ARowRepeatedToTheEnd_IsReadInSeconds(string cell)
    {
        IntakeReading reading = Read(PlanAnd($"<table:table-row table:number-rows-repeated=\"1048573\">{cell}</table:table-row>"),
            "repete.ods", seconds: 60, megabytes: 8_000, back: false);
        // Rows of nothing are none; a million rows that say something are no form of posts, which is said.
        bool isBlank = cell == "<table:table-cell/>";
        Assert.Equal(isBlank ? 2 : 0, reading.Facts.Commitments.Length);
        Assert.Equal(!isBlank, reading.Problems.Any(problem =>
            problem.Code is ProblemCode.UnreadableFile && problem.Arguments.Contains("too-many-rows")));
    }

    /// <summary>A row of nothing that says it is wider than numbers go: the sum of what it says turns over.</summary>
    [Theory]
    [InlineData(131_072)]
    [InlineData(131_073)]
    [InlineData(262_145)]
    public void Ods_ARowWiderThanNumbersGo_IsDamaged(int blanks)
    {
        // The rows differ: a file of equal rows could be compressed so tightly that it is not opened.
        string row = string.Concat(Enumerable.Range(0, blanks).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"<table:table-cell table:style-name=\"c{i * 7_919L % 1_000_003}\" table:number-columns-repeated=\"16384\"/>")));
        IntakeReading reading = Read(PlanAnd($"<table:table-row>{row}{Ods.Text("x")}</table:table-row>"), "large.ods");
        Assert.StartsWith(
            "E unreadable-file large.ods Le fichier est endommagé", Assert.Single(Sent.Lines(reading)), StringComparison.Ordinal);
        Assert.Equal(Taken, Sent.Account(Read(PlanAnd($"<table:table-row>{row}</table:table-row>"), "large.ods")));
    }

    [Fact]
    public void Ods_AFewLettersForAThousandSpaces_AreNotWrittenOut()
    {
        string spaces = string.Concat(Enumerable.Repeat("<text:s text:c=\"1000\"/>", 150_000));
        string cell = $"<table:table-cell office:value-type=\"string\"><text:p>x{spaces}x</text:p></table:table-cell>";
        IntakeReading reading = Read(PlanAnd($"<table:table-row>{cell}{cell}</table:table-row>"), "espaces.ods", megabytes: 400);
        Assert.NotNull(reading.Form);
        // A text that is longer than a cell can hold stays too long, and is not cut to fit.
        string long40 = Ods.Row([Ods.Text(new string('p', 40_000)), .. Sheets.Good[0][1..].Select(value => Ods.Text($"{value}"))]);
        IntakeReading label = Read(Ods.Package(Ods.Table("Plan", [plan[0], long40])), "long.ods");
        Assert.Contains(label.Problems, problem => problem.Code is ProblemCode.TextTooLong);
    }

    [Theory]
    [InlineData("jean.dupont@exemple.fr")]
    [InlineData("a1 é ")]
    [InlineData("9")]
    public void Ods_ABlockOfOneText_IsReadInSeconds(string text)
    {
        string cell = Ods.Text(string.Concat(Enumerable.Repeat(text, 3_000 / text.Length)), " table:number-columns-repeated=\"1000\"");
        string row = $"<table:table-row table:number-rows-repeated=\"100\">{cell}</table:table-row>";
        IntakeReading reading = Read(PlanAnd(row), "bloc.ods", seconds: 60, megabytes: 3_000, back: false);
        Assert.NotNull(reading.Form);
        Assert.InRange(reading.Problems.Count(problem => problem.Code is ProblemCode.PersonalData), 0, 200);
    }

    /// <summary>Wider than any grid: what stands far to the right is said once, and the rest is read.</summary>
    [Theory]
    [InlineData(1_000, "")]
    [InlineData(1_001, "large!ALM1")]
    [InlineData(19_000, "large!ALM1")]
    [InlineData(30_000, "large!ALM1")]
    public void Csv_WiderThanAnyTable_IsSaidOnce(int columns, string said)
    {
        string more = string.Concat(Enumerable.Range(0, columns - Sheets.Headers.Length).Select(i => $";c{i}")),
            cells = string.Concat(Enumerable.Repeat(";é", columns - Sheets.Headers.Length));
        string text =
            string.Join('\n', Csv().Split('\n').Select((line, i) => line.Length == 0 ? "" : line + (i == 0 ? more : cells)));
        IntakeReading reading = Read(Encoding.UTF8.GetBytes(text), "large.csv");
        Assert.Equal(Taken, Sent.Account(reading));
        // Each column that is no one's is named; of those beyond the thousandth, the first.
        Assert.InRange(Far(reading).Split(' ').Length, 1, 1_000);
        Assert.Equal(said, Far(reading).Split(' ').Contains("large!ALM1") ? "large!ALM1" : "");
    }

    /// <summary>The first cell beyond may stand below the lines that are looked at first.</summary>
    [Fact]
    public void Csv_OneWideLineFarBelow_IsSaid()
    {
        string[] lines = [.. Enumerable.Repeat(";", 100), new string(';', 1_500) + "x"];
        IntakeReading reading = Read(Encoding.UTF8.GetBytes(Csv(lines)), "bas.csv");
        Assert.Equal("bas!BES104", Far(reading));
    }

    [Fact]
    public void Csv_OneHeaderOverAndOver_IsAFewProblems()
    {
        string again = string.Concat(Enumerable.Repeat(";2026", 50_000));
        string text = Csv().Replace("2026;Statut", $"2026;Statut{again}", StringComparison.Ordinal);
        Assert.InRange(Read(Encoding.UTF8.GetBytes(text), "entetes.csv").Problems.Length, 1, 1_100);
    }

    /// <summary>More lines than a workbook has rows: what is given back holds those that it can.</summary>
    [Fact]
    public void Csv_WithALineBelowTheLastRow_IsGivenBack()
    {
        IntakeReading reading = Read(Encoding.UTF8.GetBytes(Csv([.. Enumerable.Repeat("", 1_048_600), "Poste B;CCAS;x;;État;État;y"])),
            "longue.csv", seconds: 30);
        Assert.Contains(reading.Problems, problem => problem.Path.EndsWith("1048604", StringComparison.Ordinal));
    }

    /// <summary>A text longer than any value is no value, and no pattern takes long on it.</summary>
    [Fact]
    public void ALongText_IsNoValue_WhateverItIsMadeOf()
    {
        foreach (string piece in (string[])["9", "1 ", "01/", "a ", "max 1 ", "1 janvier 2026 ", "de ", "-", "(", "€", "1/", "é", "2026 "])
        {
            string text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
            foreach (string header in Sheets.Headers)
            {
                string[] cells = ["Poste B", "CCAS", "50000", "", "État", "État", "10000", "signé", "", ""];
                cells[Array.IndexOf(Sheets.Headers, header)] = text;
                IntakeReading reading =
                    Read(Encoding.UTF8.GetBytes(Csv(string.Join(';', cells))), "long.csv", seconds: 10, back: header == "2026");
                Assert.NotNull(reading.Form);
                Assert.All(reading.Problems, problem => Assert.InRange(problem.Message(Language.French).Length, 10, 2_000));
            }
        }
    }

    [Fact]
    public void ALongText_OfAnExport_IsNoValue()
    {
        foreach (string piece in (string[])["9", "1 ", "01/", "a ", "1 janvier 2026 ", "de ", "(", "2026 "])
            foreach (string column in Scdl.Columns)
            {
                var spent = Spent.Start();
                ImportReading reading = Scdl.Read(Scdl.With(column, string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length))));
                Assert.True(reading.IsOpened);
                spent.AtMost(10, $"{column} {piece}");
            }
    }

    /// <summary>One text, kept once and shown in every cell.</summary>
    [Theory]
    [InlineData(32_000, 400)]
    [InlineData(1_000_000, 20)]
    public void Xlsx_OneLongTextInManyCells_IsReadInSeconds(int length, int rows)
    {
        byte[] bytes = Sheets.Edit(Sheets.Plan(Sheets.Good), "xl/worksheets/sheet1.xml",
            text => Regex.Replace(text, "</(x:)?sheetData>", match => Shown(match.Groups[1].Value, rows) + match.Value));
        bytes = Sheets.Edit(bytes, "xl/sharedStrings.xml", text => new Regex("<(x:)?t[^>]*>[^<]*").Replace(text,
            match => $"<{match.Groups[1]}t>{string.Concat(Enumerable.Repeat("a1 é ", length / 5))}", 1));
        Assert.NotNull(Read(bytes, "partage.xlsx", seconds: 60, megabytes: 8_000, back: false).Form);
    }

    private static string Shown(string prefix, int rows) => string.Concat(Enumerable.Range(10, rows).Select(row => Prefixed(
        prefix, string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>"))));
}
