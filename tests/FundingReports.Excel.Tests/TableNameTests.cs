using FundingReports.Reports;

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
        Assert.StartsWith($"These tables cannot be written: \"Tab_A\" is there {(names.Length == 2 ? "twice" : "3 times")}",
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

    private static ReportTable Table(string name) =>
        new(name, [new("post", "Poste", ColumnKind.Text, 20)], [new([new ReportCell.Text("P")])]);
}
