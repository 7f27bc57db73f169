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
        // Five thousand posts, four funders each, three years.
        FormColumn[] columns = [YearsForm.Post, YearsForm.Place, YearsForm.Departement, YearsForm.Employer, YearsForm.Fte,
            YearsForm.CostOf(2026), YearsForm.Funder, YearsForm.FunderKind, YearsForm.Line,
            YearsForm.SumOf(2026), YearsForm.SumOf(2027), YearsForm.SumOf(2028), YearsForm.Status, YearsForm.DecidedOn, YearsForm.Act,
                YearsForm.Source];
        using var workbook = new XLWorkbook();
        IXLWorksheet sheet = workbook.AddWorksheet("Plan");
        for (int i = 0; i < columns.Length; i++)
            sheet.Cell(1, i + 1).SetValue(columns[i].Header);
        string[] funders = ["État", "Département des Landes", "Commune de Dax", "CAF des Landes"];
        string[] kinds = ["État", "Département", "Commune", "Sécurité sociale"];
        sheet.Cell(2, 1).InsertData(Enumerable.Range(0, Rows).Select(i => (object?[])[
            $"Poste {i / 4}", "Dax", "40", $"Employeur {i / 40}", 1m, 50_000m, funders[i % 4], kinds[i % 4], "FIPD",
            i % 2 == 0 ? "20 %" : "12 000,00 €", i % 2 == 0
                ? "20 %" : "12 000,00 €", i % 2 == 0 ? "20 %" : "11 000,00 €", "conventionné", "12/03/2026", $"2026-{i}", "convention"]));
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
