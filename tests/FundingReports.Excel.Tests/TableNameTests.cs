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

    private static ReportTable Table(string name) =>
        new(name, [new("post", "Poste", ColumnKind.Text, 20)], [new([new ReportCell.Text("P")])]);
}
