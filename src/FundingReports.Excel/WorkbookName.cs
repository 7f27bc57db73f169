using FundingReports.Files;

namespace FundingReports.Excel;

/// <summary>The name of a file that a workbook is saved to.</summary>
internal static class WorkbookName
{
    /// <summary>Refuses the ending of another format: Excel opens no workbook that bears it. One that is no format's is let be.</summary>
    /// <exception cref="ArgumentException">It ends in letters, and neither in .xlsx nor in .tmp, which is of no format.</exception>
    internal static void Check(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        FileEnding.Check(path, "an .xlsx workbook, which Excel opens under that name alone", ".xlsx");
    }
}
