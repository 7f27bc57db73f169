using ClosedXML.Excel;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Reports.Formulas;

namespace FundingReports.Excel.Tests;

/// <summary>A workbook has one list of tables: two of one name are said by their name, in any case of letters and on any sheets.</summary>
public class TableNameTests
{
    [Theory]
    [InlineData("Tab_A", "tab_a")]
    [InlineData("Tab_A", "Tab_A", "Tab_A")]
    public void TwoTablesOfOneName_AreSaid(params string[] names)
    {
        Report built = ReportBuilder.Build(new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: new(2022, 1, 1)).Build()
            .Analyze(new(2022, 2, 8)));
        Report report = built with
        {
            Sheets = [.. built.Sheets, .. names.Select((name, i) => new ReportSheet($"Feuille {i}", "Objet", [Table(name)]))],
        };
        using var stream = new MemoryStream();
        ArgumentException refused = Assert.Throws<ArgumentException>(() => report.SaveWorkbook(stream));
        Assert.Contains($"the table \"Tab_A\" is there {(names.Length == 2 ? "twice" : "3 times")}",
            refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, stream.Length);
    }

    /// <summary>A table of either kind is refused when it is made, by a sentence with its name.</summary>
    [Theory]
    [InlineData(""), InlineData("A1"), InlineData("xfd1048576"), InlineData("R1C1"), InlineData("r"), InlineData("C"), InlineData("R2"),
        InlineData("C3"), InlineData("Deux mots"), InlineData("1er"), InlineData("Été"), InlineData("Tab\n"), InlineData("Print_Area"),
        InlineData("print_titles"), InlineData("_FilterDatabase"), InlineData("_xlnm_Print_Area"), InlineData("Tab-A"),
        InlineData("Auto_Open")]
    public void NameThatNoTableCanHave_IsRefused(string name)
    {
        foreach (Func<object> made in (Func<object>[])[() => Table(name), () => new ReportData(name, [], 1, [])])
            Assert.StartsWith($"\"{name}\" is no name of a table", Assert.Throws<ArgumentException>(made).Message,
                StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Table(new string('a', 256)));
        Assert.Equal("Rate", Table("Rate").Name);
    }

    /// <summary>A formula that asks for what is not there is refused by a sentence, and nothing is written.</summary>
    [Theory]
    [InlineData("Tab_B", 0, "post", "the table \"Tab_B\", which is not in the report")]
    [InlineData("Tab_A", 1, "post", "the row 1 of the table \"Tab_A\", which has 1")]
    [InlineData("Tab_A", 0, "cost", "the column \"cost\" of the table \"Tab_A\", which has none such")]
    public void FormulaOfACellThatIsNot_IsRefused(string table, int row, string column, string says)
    {
        Report built = ReportBuilder.Build(new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: new(2022, 1, 1)).Build()
            .Analyze(new(2022, 2, 8)));
        var value = new ReportCell.Amount(Euros.Of(1));
        ReportFormula[] formulas =
            [new ReportFormula.Same(table, row, column), new ReportFormula.Worked(new Expression.At(table, row, column))];
        foreach (ReportFormula formula in formulas)
        {
            var asking = new ReportTable(
                "Tab_C", [new("sum", "Somme", ColumnKind.Amount, 20)], [new([new ReportCell.Formula(formula, value)])]);
            Report report = built with { Sheets = [.. built.Sheets, new ReportSheet("Feuille", "Objet", [Table("Tab_A"), asking])] };
            using var stream = new MemoryStream();
            Assert.Contains(says, Assert.Throws<ArgumentException>(() => report.SaveWorkbook(stream)).Message, StringComparison.Ordinal);
            Assert.Equal(0, stream.Length);
        }
        Assert.Throws<ArgumentException>(() => new ReportCell.Day(default));
    }

    /// <summary>Excel opens no workbook under the name of another format.</summary>
    [Theory, InlineData("x.xls"), InlineData("X.XLSM"), InlineData("x.csv"), InlineData("x.txt"), InlineData("x.json")]
    public async Task NameOfAnotherFormat_IsRefused(string name)
    {
        FundingAnalysis analysis = new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: new(2022, 1, 1)).Build()
            .Analyze(new(2022, 2, 8));
        Assert.Contains("End the name in .xlsx", Assert.Throws<ArgumentException>(() => analysis.SaveWorkbook(name)).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => analysis.SaveWorkbookAsync(name));
        using var own = new XLWorkbook();
        AddedSheets added = own.AddSheets(analysis);
        Assert.Throws<ArgumentException>(() => added.SaveAs(name));
        await Assert.ThrowsAsync<ArgumentException>(() => added.SaveAsAsync(name));
        Assert.False(File.Exists(name));
    }

    /// <summary>What is accepted is written, as late as it may be.</summary>
    [Theory, InlineData(4997), InlineData(4998), InlineData(4999)]
    public void TermInTheLastYears_IsWritten(int year)
    {
        FundingAnalysis analysis = new PortfolioBuilder().Post("Poste 1", costs: 50_000, from: new(2022, 1, 1))
            .Signed(Funder.State("État"), 20_000, new(2022, 1, 1), new PartialDate(year, 12, 31)).Build().Analyze(new(2022, 2, 8));
        using var stream = new MemoryStream();
        analysis.SaveWorkbook(stream);
        analysis.SaveWorkbook(stream, Language.French, new ReportOptions { Part = ReportPart.TechnicalFile });
        analysis.Portfolio.Analyze(new(4999, 6, 1)).SaveWorkbook(stream);
        Assert.NotEqual(0, stream.Length);
    }

    private static ReportTable Table(string name) =>
        new(name, [new("post", "Poste", ColumnKind.Text, 20)], [new([new ReportCell.Text("P")])]);
}
