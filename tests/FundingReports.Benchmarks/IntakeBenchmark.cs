using BenchmarkDotNet.Attributes;
using ClosedXML.Excel;
using FundingReports.Exchange;
using FundingReports.Exchange.Forms;

namespace FundingReports.Benchmarks;

/// <summary>A filled form of many rows: read, checked, with its account.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class IntakeBenchmark
{
    private byte[] form = [];

    /// <summary>How many rows.</summary>
    [Params(1_000, 20_000)]
    public int Rows { get; set; }

    /// <summary>Fills the form.</summary>
    [GlobalSetup]
    public void Setup()
    {
        using var workbook = new XLWorkbook();
        IXLWorksheet sheet = workbook.AddWorksheet(SimpleForm.Sheet.Name);
        for (int i = 0; i < SimpleForm.Sheet.Columns.Length; i++)
            sheet.Cell(1, i + 1).SetValue(SimpleForm.Sheet.Columns[i].Header);
        sheet.Cell(2, 1).InsertData(Enumerable.Range(0, Rows).Select(i => (object?[])[
            $"Poste {i / 4}", "Dax", "40", $"Employeur {i / 40}", 1m, 50_000m, 2026 + i % 4 / 2, i % 2 == 0 ? "État"
                : "Département des Landes", i % 2 == 0 ? "État" : "Département", "FIPD",
            i % 2 == 0 ? "50 %" : "25 000,00 €", "conventionné", "", "", "12/03/2026", $"2026-{i}", "convention"]));
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        form = stream.ToArray();
    }

    /// <summary>The reading, whole.</summary>
    [Benchmark]
    public IntakeReading Read()
    {
        IntakeReading reading = IntakeReader.Read(new MemoryStream(form), "plan.xlsx");
        return reading.Account.RowsKept == Rows && reading.Portfolio is not null ? reading
            : throw new InvalidOperationException(reading.Problems.FirstOrDefault()?.ToString());
    }
}
