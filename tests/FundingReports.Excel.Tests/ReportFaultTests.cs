using System.Collections.Immutable;
using FundingReports.Excel.Refusing;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;

namespace FundingReports.Excel.Tests;

/// <summary>A report made in code: what no spreadsheet takes is refused before anything is written, all of it, each at its cell.</summary>
public class ReportFaultTests
{
    private static readonly Report built = ReportBuilder.Build(new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: new(2022, 1, 1))
        .Build().Analyze(new(2022, 2, 8)));

    private static readonly ReportCell.Amount one = new(Euros.Of(1));

    public static TheoryData<ReportFormula, string> WrongFormulas => new()
    {
        { new ReportFormula.Balance([], []), "a balance of nothing" },
        { new ReportFormula.Balance(default, default), "a balance of nothing" },
        { new ReportFormula.Balance(["b", null!], []), "null" },
        { new ReportFormula.SumWhere(new("b", 0, 1), []), "a match of nothing" },
        { new ReportFormula.SumOfWords(new("b", 0, 1), default), "a match of nothing" },
        { new ReportFormula.SumOfWords(new("b", 0, 1), [new("b", new string('a', 256))]), "256 characters" },
        { new ReportFormula.Sum(new("b", 1, 0)), "the rows 1 to 0" },
        { new ReportFormula.Sum(new("b", 0, 7)), "the rows 0 to 7" },
        { new ReportFormula.Sum(new("a", 0, 1)), "asks for itself" },
        { new ReportFormula.SumAcross("a", "b"), "asks for itself" },
        { new ReportFormula.SumAcross("b", "z"), "the column \"z\"" },
        { new ReportFormula.Quotient("b", "a"), "asks for itself" },
        { new ReportFormula.Same("Tab_A", 0, "a"), "asks for itself" },
        { new ReportFormula.Same(null!, 0, "a"), "null" },
        { Worked(new Expression.Least([])), "a least of nothing" },
        { Worked(new Expression.Greatest(default)), "a greatest of nothing" },
        { Worked(new Expression.CountWhere([])), "a criterion of nothing" },
        { Worked(new Expression.CountWhere([null!])), "a null in place of a criterion" },
        { Worked(new Expression.Choice(new Condition.All([]), 0, 1)), "a condition of nothing" },
        { Worked(new Expression.Choice(null!, 0, 1)), "a null in place of a condition" },
        { Worked(new Expression.Word(new string('a', 256))), "256 characters" },
        { Worked(new Expression.Word(null!)), "a null in place of a word" },
        { Worked(new Expression.Calculation(1, (Operation)9, 1)), "9 is none of Operation" },
        { Worked(new Expression.Calculation(1, Operation.Plus, null!)), "a null in place of a figure" },
        { Worked(new Expression.Choice(new Condition.Compared(1, (Comparison)9, 1), 0, 1)), "9 is none of Comparison" },
        { Worked(new Expression.Rounded(1, 99)), "99 decimals" },
        { Worked(new Expression.Rounded(1, 2)), "2 decimals: write 0 or 12" },
        { Worked(new Expression.Least([.. Enumerable.Repeat((Expression)1, 256)])), "a least of 256: a spreadsheet takes 255" },
        { Worked(new Expression.Greatest([.. Enumerable.Repeat((Expression)1, 256)])), "a greatest of 256" },
        {
            Worked(new Expression.Choice(new Condition.All([.. Enumerable.Repeat(
                new Condition.Compared(1, Comparison.Equal, 1), 256)]), 0, 1)),
            "a condition of 256"
        },
        {
            Worked(new Expression.CountWhere([.. Enumerable.Repeat(new Criterion(new("Tab_A", "b", 0, 0), 1), 127)])),
            "a criterion of 127"
        },
        { new ReportFormula.SumWhere(new("b", 0, 1), [.. Enumerable.Repeat(new Match("b", "x"), 127)]), "a match of 127" },
        { Worked(Enumerable.Range(0, 70).Aggregate((Expression)1, (of, _) => 1 - (1 + of))), "longer or deeper" },
        { Looks("Al*"), "SumOfWords" },
        { Looks("=Beta"), "SumOfWords" },
        { Looks("<>x"), "SumOfWords" },
        { Looks(""), "SumOfWords" },
        { Looks("20.24e2"), "SumOfWords" },
        { Looks("VRAI"), "SumOfWords" },
        { Looks("3 mars 2024"), "SumOfWords" },
        { new ReportFormula.SumWhere(new("b", 0, 1), [new("b", "a?")]), "SumOfWords" },
        { new ReportFormula.SumWhere(new("b", 0, 1), [new("b", "a", "c")]), "SumOfWords" },
        { new ReportFormula.SumWhere(new("b", 0, 1), [new("t", null)]), "SumOfWords" },
        { Worked(new Expression.SumWhere(new("Tab_A", "b", 0, 1), [new(new("Tab_A", "b", 0, 1), new Expression.At("Tab_A", 0, "t"))])),
            "SumOfWords" },
        { new ReportFormula.Quotient("b", "zero"), "which is zero on this row" },
        { new ReportFormula.Quotient("unknown", "b"), "holds no figure" },
        { new ReportFormula.Quotient("b", "none"), "holds no figure" },
        { new ReportFormula.Balance(["b"], ["none"]), "holds no figure" },
        { new ReportFormula.Balance(["t"], []), "holds no figure" },
        { Worked((Expression)1 / 0), "divides by zero" },
        { Worked((Expression)1 / new Expression.At("Tab_A", 0, "zero")), "divides by zero" },
        { Worked(1 + (Expression)new Expression.At("Tab_A", 0, "unknown")), "calculates with a word" },
        {
            Worked(new Expression.SumWhere(new("Tab_A", "b", 0, 1), [new(new("Tab_A", "b", 0, 0), 1)])),
            "a run of 1 row with one of 2"
        },
        { Worked(Enumerable.Repeat((Expression)1, 9_000).Aggregate((sum, part) => sum + part)), "longer or deeper" },
        { Worked(Enumerable.Range(0, 70).Aggregate((Expression)1, (of, _) => new Expression.Rounded(of, 0))), "longer or deeper" },
        { Worked(Enumerable.Range(0, 60).Aggregate((Expression)1, (twice, _) => twice + twice)), "longer or deeper" },
    };

    private static ReportFormula.Worked Looks(string word) =>
        Worked(new Expression.CountWhere([new(new("Tab_A", "b", 0, 1), new Expression.Word(word))]));

    private static ReportFormula.Worked Worked(Expression expression) => new(expression);

    [Theory, MemberData(nameof(WrongFormulas))]
    public void WrongFormula_IsRefused_AtItsCell(ReportFormula formula, string says)
    {
        string message = Refused(With(Wide(new ReportCell.Formula(formula, one))));
        Assert.Contains($"""table "Tab_A", row 0, column "a": its formula """, message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    /// <summary>What a spreadsheet works out as it is said stays accepted.</summary>
    [Fact]
    public void RightFormulas_AreWritten()
    {
        ReportCell two = new ReportCell.Amount(Euros.Of(2)), zero = new ReportCell.Amount(Euros.Zero);
        (ReportFormula Formula, ReportCell Value)[] right =
        [
            (Looks("Poste 1"), one), (Looks("inconnu"), one), (Looks("fin 2024"), one), (Looks("-"), one),
            (new ReportFormula.SumWhere(new("b", 0, 1), [new("b", null)]), two),
            (new ReportFormula.SumOfWords(new("b", 0, 1), [new("t", null)]), two),
            (new ReportFormula.SumOfWords(new("b", 0, 1), [new("t", "Al*", "=x")]), zero),
            (new ReportFormula.Quotient("zero", "b"), zero), (new ReportFormula.Balance(["b"], ["unknown"]), ReportCell.Nothing),
            (Worked(new Expression.Choice(new Condition.Compared(new Expression.At("Tab_A", 0, "zero"), Comparison.Equal, 0), 0,
                1 / (Expression)new Expression.At("Tab_A", 0, "zero"))), zero),
            (Worked(Enumerable.Range(0, 60).Aggregate((Expression)1, (of, _) => 1 - (1 + of))), one),
        ];
        foreach ((ReportFormula formula, ReportCell value) in right)
            Checked.Valid(Saved(With(Wide(new ReportCell.Formula(formula, value)))));
    }

    public static TheoryData<ReportFormula, ReportCell> WrongValues => new()
    {
        { new ReportFormula.Sum(new("b", 0, 1)), one },
        { new ReportFormula.Sum(new("unknown", 0, 1)), one },
        { new ReportFormula.Sum(new("unknown", 0, 1), KnownPart: true), one },
        { new ReportFormula.SumWhere(new("b", 0, 1), [new("b", null)]), one },
        { new ReportFormula.SumOfWords(new("b", 0, 1), [new("t", "*X")]), one },
        { new ReportFormula.SumAcross("b", "none", KnownPart: true), new ReportCell.Amount(Euros.Of(2)) },
        { new ReportFormula.Balance(["b"], ["b"]), one },
        { new ReportFormula.Balance(["b"], ["unknown"]), one },
        { new ReportFormula.Same("Tab_A", 1, "unknown"), one },
        { new ReportFormula.Same("Tab_A", 1, "b"), new ReportCell.Amount(Euros.FromCents(101)) },
        { new ReportFormula.Quotient("zero", "b"), one },
        { Worked(1 + (Expression)1), new ReportCell.Amount(Euros.Of(99)) },
        { Worked(new Expression.At("Tab_A", 0, "t")), ReportCell.Of("x") },
    };

    /// <summary>Until a spreadsheet has calculated, its reader sees the value.</summary>
    [Theory, MemberData(nameof(WrongValues))]
    public void ValueThatTheFormulaDoesNotGive_IsRefused(ReportFormula formula, ReportCell value) => Assert.Contains(
        """table "Tab_A", row 0, column "a": its formula gives """, Refused(With(Wide(new ReportCell.Formula(formula, value)))),
        StringComparison.Ordinal);

    [Fact]
    public void FiguresOfMoreThanFifteenDigits_AreRefused()
    {
        Assert.Contains("more digits", Refused(WithTable(new ReportCell.Amount(Euros.FromCents(1_000_000_000_000_000)))),
            StringComparison.Ordinal);
        Checked.Valid(Saved(WithTable(new ReportCell.Amount(Euros.FromCents(999_999_999_999_999)))));
        Checked.Valid(Saved(WithTable(new ReportCell.Number(2.5m))));
    }

    [Fact]
    public void TablesLongerThanASheet_AreRefused()
    {
        ReportRow row = new([one, one]);
        var table = new ReportTable("Tab_A", [new("a", "A", ColumnKind.Amount, 20), new("b", "B", ColumnKind.Amount, 20)],
            [.. Enumerable.Repeat(row, 1_045_000)]);
        Assert.Contains("1045000 rows", Refused(With(table)), StringComparison.Ordinal);
    }

    /// <summary>A chart follows its table when rows are inserted above it, and is left out where the table itself was changed.</summary>
    [Fact]
    public void Chart_FollowsItsTable()
    {
        var table = new ReportTable("Tab_B", [new("a", "A", ColumnKind.Text, 20), new("b", "B", ColumnKind.Amount, 20)],
            [new([ReportCell.Of("x"), one]), new([ReportCell.Of("y"), one])]);
        string before = ChartAfter(_ => { }), after = ChartAfter(sheet => sheet.Row(1).InsertRowsAbove(3));
        Assert.Contains("v>1</", before, StringComparison.Ordinal);
        Assert.DoesNotContain("v>1</", after, StringComparison.Ordinal);
        int[] rows = [.. Rows(before)];
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Select(row => row + 3), Rows(after));
        Assert.Equal("", ChartAfter(sheet => sheet.Row(sheet.Tables.Single().DataRange.LastRow().RowNumber()).InsertRowsAbove(1)));

        static IEnumerable<int> Rows(string chart) => System.Text.RegularExpressions.Regex.Matches(chart, @"\$[A-Z]+\$([0-9]+)")
            .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

        string ChartAfter(Action<ClosedXML.Excel.IXLWorksheet> change)
        {
            using var own = new ClosedXML.Excel.XLWorkbook();
            AddedSheets added = own.AddSheets(built with { Sheets = [new ReportSheet("Feuille", "Objet", [table, Chart()])] });
            change(own.Worksheet("Feuille"));
            using var stream = new MemoryStream();
            added.SaveAs(stream);
            using var zip = new System.IO.Compression.ZipArchive(stream);
            var part = zip.Entries.FirstOrDefault(entry => entry.FullName.StartsWith("xl/charts/chart", StringComparison.Ordinal));
            if (part is null)
                return "";
            using var reader = new StreamReader(part.Open());
            return reader.ReadToEnd();
        }
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("?"), InlineData("~"), InlineData("=x"), InlineData("12"), InlineData("SANS OBJET")]
    public void WordForTheUnknown_ThatFormulasCannotLookFor_IsRefused(string? word)
    {
        Report report = With() with { Words = built.Words with { Unknown = word!, NotApplicable = "sans objet" } };
        Assert.Contains("word", Refused(report), StringComparison.Ordinal);
    }

    [Fact]
    public void ValueOfASum_ThatIsAWord_IsRefused() => Assert.All(
        (ReportFormula[])
            [new ReportFormula.Sum(new("b", 0, 1)), new ReportFormula.SumAcross("b", "b"), new ReportFormula.Balance(["b"], [])],
        formula => Assert.Contains("gives a Text", Refused(WithTable(new ReportCell.Formula(formula, ReportCell.Of("x")))),
            StringComparison.Ordinal));

    [Fact]
    public void ValuesOfNoList_AreRefused()
    {
        FundingAnalysis analysis = new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: new(2022, 1, 1)).Build()
            .Analyze(new(2022, 2, 8));
        ReportOptions none = new();
        Assert.Equal("Profile", Throws(Language.French, none with { Profile = (ReportProfile)77 }));
        Assert.Equal("Part", Throws(Language.French, none with { Part = (ReportPart)77 }));
        Assert.Equal("language", Throws((Language)77, none));
        Assert.Contains("the report: 77 is none of Language", Refused(built with { Language = (Language)77 }), StringComparison.Ordinal);
        Assert.Contains("as-of date 0001-01-01", Refused(built with { AsOf = default }), StringComparison.Ordinal);

        string? Throws(Language language, ReportOptions options) => Assert.Throws<ArgumentOutOfRangeException>(
            () => ReportBuilder.Build(analysis, language, options)).ParamName;
    }

    public static TheoryData<ReportRow?[], string> WrongRows => new()
    {
        { [], "row 0 (rows are counted from 0): there is none, where 2" },
        { [new([one]), new([one]), new([one])], "row 2 (rows are counted from 0): there is one more than the 2 rows" },
        { [new([one]), null], "row 1 (rows are counted from 0): it is null" },
        { [new([one]), new(default)], "row 1 (rows are counted from 0): it is null" },
        { [new([null!]), new([one])], "row 0 (rows are counted from 0): column \"a\": a null" },
        { [new([new ReportCell.Text(null!)]), new([one])], "column \"a\": a null in place of a text" },
        { [new([one, one]), new([one])], "row 0 (rows are counted from 0): it has 2 cells in place of 1" },
        { [new([one], (RowRole)9), new([one])], "9 is none of RowRole" },
        { [new([new ReportCell.Formula(new ReportFormula.Sum(new("a", 0, 0)), one)]), new([one])], "a formula, which no ReportData" },
    };

    [Theory, MemberData(nameof(WrongRows))]
    public void WrongRowsOfALongTable_AreRefused_AtTheirPlace(ReportRow?[] rows, string says)
    {
        Report report = With(new ReportData("Tab_D", [new("a", "A", ColumnKind.Amount, 20)], 2, rows!));
        using var stream = new MemoryStream();
        string message = Assert.Throws<InvalidOperationException>(() => report.SaveWorkbook(stream)).Message;
        Assert.Equal(0, stream.Length);
        Assert.Contains("Sheet \"Feuille\", table \"Tab_D\"", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        using var own = new ClosedXML.Excel.XLWorkbook();
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => own.AddSheets(report)).Message);
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
        Assert.Throws<InvalidOperationException>(() => report.SaveWorkbook(path));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void HeadersThatNoTableHolds_AreRefused()
    {
        Assert.Contains("the columns \"a\" and \"b\" have the same header", Refused(With(new ReportTable("Tab_A",
            [new("a", "x\u0001", ColumnKind.Amount, 20), new("b", "X\u0002", ColumnKind.Amount, 20)], [new([one, one])]))),
            StringComparison.Ordinal);
        Assert.Contains("its header has 256 characters", Refused(With(new ReportTable("Tab_A",
            [new("a", new string('x', 256), ColumnKind.Amount, 20)], [new([one])]))), StringComparison.Ordinal);
        Assert.Contains("its short header has 201 characters", Refused(With(new ReportTable("Tab_A",
            [new("a", "A", ColumnKind.Amount, 20) { ShortHeader = new string('x', 201) }], [new([one])]))), StringComparison.Ordinal);
        Assert.Contains("16385 columns", Assert.Throws<ArgumentException>(() => new ReportTable("Tab_A",
            [.. Enumerable.Range(0, 16_385).Select(i => new ReportColumn($"k{i}", $"h{i}", ColumnKind.Amount, 20))], [])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NamesOfFurtherSheets_AreNoOthers()
    {
        ReportData data = new("Tab_L", [new("a", "A", ColumnKind.Text, 20)], 2_000_000, []);
        Assert.Contains("goes on as \"Tab_L_2\"", Refused(With(Named("Tab_L_2", one, one), data)), StringComparison.Ordinal);
        Assert.Contains("on the sheet \"Feuille 2\"", Refused(With(data) is var report
            ? report with { Sheets = [.. report.Sheets, new("Feuille 2", "x", [])] } : null!), StringComparison.Ordinal);
    }

    public static TheoryData<ReportBlock, string> WrongBlocks => new()
    {
        { new ReportParagraph(null!, ParagraphRole.Note), "null in place of a text" },
        { new ReportParagraph("x", (ParagraphRole)9), "9 is none of ParagraphRole" },
        { Chart() with { LastRow = 9 }, "the rows 0 to 9" },
        { Chart() with { FirstRow = -1 }, "the rows -1 to 1" },
        { Chart() with { Table = "Tab_Z" }, "the table \"Tab_Z\", which is not in the report" },
        { Chart() with { Category = "z" }, "the column \"z\"" },
        { Chart() with { Series = [] }, "no series" },
        { Chart() with { Series = default }, "null in place of a text or of a list" },
        { Chart() with { Series = [new("b", (ChartMark)9)] }, "9 is none of ChartMark" },
        { Chart() with { Lines = 0 }, "0 lines high" },
        { Chart() with { Lines = int.MaxValue }, "lines high" },
        { new ReportData("Tab_D", [new("a", "A", ColumnKind.Text, 20)], 0, []), "announces 0 rows" },
        { new ReportData("Tab_D", [new("a", "A", ColumnKind.Text, 20)], 1, null!), "null in place of a text or of a list" },
        { Timeline() with { Lines = [] }, "it has no line" },
        { Timeline() with { Until = new(2021, 1, 1) }, "before its first" },
        { Timeline() with { Legend = [] }, "no legend" },
        { Timeline() with { Today = default }, "one of its days" },
        {
            Timeline() with { Lines = [new("P", [new(new(2022, 1, 1), new(2022, 3, 1), Tone.Good, "x"),
                new(new(2022, 3, 1), new(2022, 4, 1), Tone.Good, "y")], "")] },
            "overlap"
        },
        { Table(new ReportCell.Text("x") { Sheet = "Nulle part" }, one), "row 0, column \"a\": it leads to \"Nulle part\"" },
        { Timeline() with { Lines = [new("P", [new(new(2022, 3, 1), new(2022, 2, 1), Tone.Good, "x")], "")] }, "ends before it begins" },
        { Timeline() with { Lines = [new("P", default, "")] }, "null in place of a text or of a list" },
        { Table(new ReportCell.Text("x") { Tone = (Tone)99 }, one), "99 is none of Tone" },
        { Table(new ReportCell.Text(null!), one), "row 0, column \"a\": a null in place of a text" },
        { Table(new ReportCell.Text("x") { Marks = (Marks)64 }, one), "64 is none of Marks" },
        { Table(new ReportCell.Text("x") { As = (ColumnKind)99 }, one), "99 is none of ColumnKind" },
        { Table(new ReportCell.Formula(new ReportFormula.Sum(new("b", 0, 1)), new ReportCell.Year(2022)), one), "gives a Year" },
    };

    private static ReportChart Chart() => new("Titre", "Alternative", "Tab_B", 0, 1, "a", [new("b", ChartMark.Stacked)], 10);

    private static ReportTimeline Timeline() => new("Titre", "Alternative",
        new(2022, 1, 1), new(2022, 12, 31), new(2022, 2, 8), "8 février",
        [new("P", [new(new(2022, 1, 1), new(2022, 3, 1), Tone.Good, "x")], "")], [new(Tone.Good, "x")]);

    [Theory, MemberData(nameof(WrongBlocks))]
    public void WrongBlock_IsRefused_OnItsSheet(ReportBlock block, string says)
    {
        string message = Refused(With(Named("Tab_B", one, one), block));
        Assert.Contains("sheet \"Feuille\"", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void RightBlocks_AreWritten()
    {
        byte[] bytes = Saved(With(Named("Tab_B", one, one), Chart(), Timeline(), Table(new ReportCell.Text("x"), one)));
        Checked.Valid(bytes);
        Assert.Throws<ArgumentException>(() => new ReportTable("Tab_A", [new("a", "A", (ColumnKind)99, 20)], [new([one])]));
    }

    [Fact]
    public void LongTable_IsTheLastOfItsSheet_AndAlone()
    {
        ReportData data = new("Tab_D", [new("a", "A", ColumnKind.Text, 20)], 1, [new([new ReportCell.Text("x")])]);
        Assert.Contains("is not the last block of its sheet", Refused(With(data, new ReportParagraph("x", ParagraphRole.Note))),
            StringComparison.Ordinal);
        Assert.Contains("is not the last block of its sheet", Refused(With(data, data with { Name = "Tab_E" })), StringComparison.Ordinal);
        Assert.Contains("whose rows are not held", Refused(With(Named("Tab_B", new ReportCell.Formula(
            new ReportFormula.Same("Tab_D", 0, "a"), one), one), data)), StringComparison.Ordinal);
        Checked.Valid(Saved(With(data)));
    }

    [Fact]
    public void AllFaults_AreSaidAtOnce()
    {
        Report report = WithTable(new ReportCell.Formula(new ReportFormula.Same("Tab_Z", 0, "a"), one)) with { Title = "x" };
        report = report with
        {
            Sheets = [.. report.Sheets, new("History", "x", [Chart() with { Table = "Tab_Y" }]), new("History", "x", [])],
        };
        string message = Refused(report);
        Assert.All((string[])["Tab_Z", "Tab_Y", "Excel keeps for itself", "sheet \"History\""],
            said => Assert.Contains(said, message, StringComparison.Ordinal));
        // A hundred of a kind are not read.
        Assert.Contains("- and ", Refused(With(new ReportTable("Tab_A", [new("a", "A", ColumnKind.Amount, 20)],
            [
                .. Enumerable.Range(0, 100).Select(i => new ReportFormula.Same("Tab_Z", i, "a"))
                    .Select(formula => new ReportRow([new ReportCell.Formula(formula, one)])),
            ]))),
            StringComparison.Ordinal);
    }

    /// <summary>Formulas that each ask for some cells: a circle is found where a walk in every direction comes back.</summary>
    [Fact]
    public void Circle_IsFound_WhereAWalkComesBack()
    {
        for (int seed = 0; seed < 300; seed++)
            CompareWithWalk(new Random(seed));
    }

    private static void CompareWithWalk(Random random)
    {
        int rows = random.Next(1, 7);
        var asked = Enumerable.Range(0, rows).Select(row => (From: random.Next(rows), Row: row))
            .Select(one => (one.From, To: Math.Min(rows - 1, one.From + random.Next(2)), IsFormula: random.Next(3) > 0)).ToArray();
        Report report = With(new ReportTable("Tab_A", [new("a", "A", ColumnKind.Amount, 20)], [.. asked.Select(cell => new ReportRow(
            [cell.IsFormula ? new ReportCell.Formula(new ReportFormula.Sum(new("a", cell.From, cell.To)), one) : one]))]));
        bool comesBack = Enumerable.Range(0, rows).Any(start =>
        {
            int[] reached = [start];
            for (int step = 0; step < rows; step++)
            {
                reached = [.. reached.Where(row => asked[row].IsFormula)
                    .SelectMany(row => Enumerable.Range(asked[row].From, asked[row].To - asked[row].From + 1)).Distinct()];
                if (reached.Contains(start))
                    return true;
            }
            return false;
        });
        Assert.Equal(comesBack, WorkbookFaults.Of(report).Any(fault => fault.Contains("asks for itself", StringComparison.Ordinal)));
    }

    /// <summary>A running sum is as deep as its table is long, and asks for each cell many times.</summary>
    [Fact]
    public void RunningSum_OfALongTable_IsNoCircle()
    {
        ReportRow[] rows = [.. Enumerable.Range(0, 20_000).Select(i => new ReportRow([one, new ReportCell.Formula(i == 0
            ? new ReportFormula.SumAcross("a", "a")
            : Worked(new Expression.At("Tab_A", i, "a") + new Expression.At("Tab_A", i - 1, "b")),
                new ReportCell.Amount(Euros.Of(i + 1)))]))];
        Report report = With(new ReportTable("Tab_A",
            [new("a", "A", ColumnKind.Amount, 20), new("b", "B", ColumnKind.Amount, 20)], [.. rows]));
        Assert.Empty(WorkbookFaults.Of(report));
    }

    /// <summary>The reports of this library are no exception.</summary>
    [Fact]
    public void EveryReportOfASeed_HasNoFault()
    {
        foreach (var (_, analysis) in Cases.All())
            foreach (ReportPart part in Enum.GetValues<ReportPart>())
            {
                string faults = string.Join('\n', WorkbookFaults.Of(
                    ReportBuilder.Build(analysis, Language.French, new ReportOptions { Part = part })));
                Assert.True(faults.Length == 0, faults);
            }
    }

    private static string Refused(Report report)
    {
        using var stream = new MemoryStream();
        string message = Assert.Throws<ArgumentException>(() => report.SaveWorkbook(stream)).Message;
        Assert.Equal(0, stream.Length);
        using var own = new ClosedXML.Excel.XLWorkbook();
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => own.AddSheets(report)).Message);
        Assert.Empty(own.Worksheets);
        return message;
    }

    private static byte[] Saved(Report report)
    {
        using var stream = new MemoryStream();
        report.SaveWorkbook(stream);
        return stream.ToArray();
    }

    private static Report WithTable(ReportCell first) => With(Table(first, one));

    private static Report With(params ImmutableArray<ReportBlock> blocks) =>
        built with { Sheets = [.. built.Sheets, new ReportSheet("Feuille", "Objet", blocks)] };

    private static ReportTable Table(ReportCell first, ReportCell second) => Named("Tab_A", first, second);

    // A formula, and beside it what it may ask for.
    private static ReportTable Wide(ReportCell first)
    {
        ReportCell[] others = [one, ReportCell.Of("*x"), new ReportCell.Amount(Euros.Zero), ReportCell.Nothing, ReportCell.None];
        return new("Tab_A",
            [.. ((string[])["a", "b", "t", "zero", "unknown", "none"]).Select(key => new ReportColumn(key, key, ColumnKind.Amount, 20))],
            [new([first, .. others]), new([one, .. others])]);
    }

    private static ReportTable Named(string name, ReportCell first, ReportCell second) => new(name,
        [new("a", "A", ColumnKind.Amount, 20), new("b", "B", ColumnKind.Amount, 20)], [new([first, one]), new([one, second])]);
}
