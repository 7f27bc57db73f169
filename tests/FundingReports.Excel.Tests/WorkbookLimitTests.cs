using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Tests;

/// <summary>What docs/limits.md says of workbooks that are written, at the edge and past it.</summary>
public class WorkbookLimitTests
{
    [Theory]
    [InlineData(32_767, false)]
    [InlineData(32_768, true)]
    public void Text_IsAsLongAsACell(int length, bool cut) =>
        Assert.Equal(cut, SafeText.Clean(new string('a', length), "…").EndsWith('…'));

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void SheetName_Has31Characters(int length, bool written)
    {
        Report report = ReportBuilder.Build(Cases.Landes);
        report = report
            with { Sheets = report.Sheets.SetItem(report.Sheets.Length - 1, report.Sheets[^1] with { Name = new string('x', length) }) };
        if (written)
            Checked.Valid(Bytes(report));
        else
            Assert.Throws<ArgumentException>(() => Bytes(report));
    }

    /// <summary>DataSheetTests holds that a longer table goes on on a further sheet, by the same code with a lower last row.</summary>
    [Fact]
    public void Sheet_HasTheRowsOfASpreadsheet() => Assert.Equal(1_048_576, ReportLayout.LastRow);

    private static byte[] Bytes(Report report)
    {
        using var stream = new MemoryStream();
        report.SaveWorkbook(stream);
        return stream.ToArray();
    }
}
