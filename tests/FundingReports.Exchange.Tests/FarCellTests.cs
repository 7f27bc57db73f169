using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Tests;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>A cell far to the right of a table, or far below it, costs neither minutes nor gigabytes, and is said.</summary>
public class FarCellTests
{
    private static byte[] With(Func<string, string> change) => Sheets.Edit(Sheets.Plan(Sheets.Good), "xl/worksheets/sheet1.xml", change);

    private static string AtEnd(string text, string rows) =>
        Regex.Replace(text, "</(x:)?sheetData>", match => (match.Groups[1].Length > 0 ? Prefixed(rows) : rows) + match.Value);

    private static string Prefixed(string rows) => Regex.Replace(rows, "<(/?)([a-z])", "<$1x:$2");

    [Theory]
    [InlineData("ALL", "column-not-read Plan!ALL1")]
    [InlineData("ALM", "column-not-read Plan!ALM9")]
    [InlineData("XFD", "column-not-read Plan!XFD9")]
    public void Cell_FarToTheRight_IsSaidAndLeftOut(string column, string said)
    {
        IntakeReading reading =
            Sent.Read(With(text => AtEnd(text, $"<row r=\"9\"><c r=\"{column}9\" t=\"str\"><v>x</v></c></row>")), "plan.xlsx");
        Assert.Equal("30 000 € repris en 2 lignes : tout ce qui est lisible dans le fichier.", Sent.Account(reading));
        Assert.Equal(said, string.Join(' ', reading.Problems.Where(problem => problem.Code is ProblemCode.ColumnNotRead)
            .Select(problem => $"{problem.CodeName} {problem.Path}")));
    }

    [Fact]
    public void Rows_WithACellInTheLastColumn_AreReadInSeconds()
    {
        var rows = new StringBuilder();
        for (int row = 10; row < 30_010; row++)
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>");
        byte[] bytes = With(text => AtEnd(text, rows.ToString()));
        var spent = Spent.Start();
        Assert.Equal(
            "30 000 € repris en 2 lignes : tout ce qui est lisible dans le fichier.", Sent.Account(Sent.Read(bytes, "plan.xlsx")));
        spent.AtMost(20);
    }

    [Fact]
    public void ErrorsOnManyRows_AreReadInSeconds()
    {
        var rows = new StringBuilder();
        for (int row = 10; row < 60_010; row++)
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"e\"><v>#REF!</v></c></row>");
        var spent = Spent.Start();
        IntakeReading reading = Sent.Read(With(text => AtEnd(text, rows.ToString())), "plan.xlsx");
        Assert.Equal(60_002, reading.Account.RowsRead);
        spent.AtMost(30);
    }
}
