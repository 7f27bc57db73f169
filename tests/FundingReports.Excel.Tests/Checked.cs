using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using FundingReports.WorkbookLint;

namespace FundingReports.Excel.Tests;

/// <summary>What holds of every workbook that a test writes.</summary>
internal static class Checked
{
    // The reader asks for Windows-1252 before it has looked at the file.
    static Checked() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>It passes the Open XML validator, another reader reopens it, and it keeps every rule of the linter.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="but">The rules that this one must break, and only those.</param>
    internal static void Whole(byte[] workbook, params string[] but)
    {
        Valid(workbook);
        Assert.Empty(WorkbookLinter.Check(new MemoryStream(workbook)).Where(finding => !but.Contains(finding.Id))
                .Select(finding => finding.ToLine(Language.English)).Take(10));
    }

    /// <summary>It passes the Open XML validator, and another reader reopens it.</summary>
    internal static void Valid(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var document = SpreadsheetDocument.Open(stream, false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Take(5);
        Assert.Empty(errors);
        Assert.NotEmpty(Read(workbook));
    }

    /// <summary>The cells of each sheet, as another library than the one that wrote them reads them.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlyList<object?[]>> Read(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new Dictionary<string, IReadOnlyList<object?[]>>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(c => reader.IsDBNull(c) ? null : reader.GetValue(c))]);
            sheets.Add(reader.Name, rows);
        }
        while (reader.NextResult());
        return sheets;
    }

    internal static bool Says(byte[] workbook, string sheet, string text) =>
        Read(workbook)[sheet].Any(row => row.Any(cell => cell is string said && said == text));
}
