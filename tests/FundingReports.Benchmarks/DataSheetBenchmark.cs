using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using ClosedXML.Excel;
using FundingReports.Benchmarks.Processes;
using FundingReports.Excel;
using FundingReports.Portfolios;
using FundingReports.Reports;
using MiniExcelLibs;
using NodaTime;

namespace FundingReports.Benchmarks;

/// <summary>A long table of 15 columns: streamed by the library, by the spreadsheet library alone, and by another that streams.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class DataSheetBenchmark
{
    private const int Columns = 15;
    private static readonly string[] labels = [.. Enumerable.Range(0, 1_000)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"Intervenant social, poste {i}"))];
    private readonly string path = Path.Combine(Path.GetTempPath(), "fundingreports-data-benchmark.xlsx");

    [Params(100_000)]
    public int Rows { get; set; }

    [Benchmark(Baseline = true)]
    public void Streamed() => Table().SaveWorkbook(path);

    [Benchmark]
    public void ClosedXmlAlone()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Données");
        for (int c = 0; c < Columns; c++)
            sheet.Cell(1, c + 1).SetValue(Header(c));
        for (int r = 0; r < Rows; r++)
            for (int c = 0; c < Columns; c++)
                if (IsText(c))
                    sheet.Cell(r + 2, c + 1).SetValue(Text(r));
                else
                    sheet.Cell(r + 2, c + 1).SetValue(Cents(r, c) / 100m);
        workbook.SaveAs(path);
    }

    [Benchmark]
    public void MiniExcelAlone() => MiniExcel.SaveAs(path, Values(), overwriteFile: true);

    /// <summary>The most memory that each holds, in a process of its own that does nothing else.</summary>
    internal static int Peaks()
    {
        string self = Assembly.GetExecutingAssembly().Location;
        string[] ways = [nameof(Streamed), nameof(ClosedXmlAlone), nameof(MiniExcelAlone)];
        Console.WriteLine("| whole process, with its start | median | peak | × streamed |");
        Console.WriteLine("|---|---|---|---|");
        Medians[] all = WholeProcess.InTurn(3, [.. ways.Select(way => new WholeProcess(way, "dotnet", [self, "data-once", way]))]);
        foreach (Medians one in all)
            one.Print(((double)one.Peak / all[0].Peak).ToString("0.0", CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>One way, once.</summary>
    internal static int Once(string way)
    {
        var benchmark = new DataSheetBenchmark { Rows = 100_000 };
        Action run = way switch
        {
            nameof(Streamed) => benchmark.Streamed,
            nameof(ClosedXmlAlone) => benchmark.ClosedXmlAlone,
            _ => benchmark.MiniExcelAlone,
        };
        run();
        return 0;
    }

    private static bool IsText(int column) => column < 5;

    private static string Text(int row) => labels[row % labels.Length];

    private static long Cents(int row, int column) => row * 1_000L + column;

    private static string Header(int column) => string.Create(CultureInfo.InvariantCulture, $"colonne_{column}");

    private IEnumerable<Dictionary<string, object>> Values() => Enumerable.Range(0, Rows)
        .Select(r => Enumerable.Range(0, Columns).ToDictionary(Header, c => IsText(c) ? (object)Text(r) : Cents(r, c) / 100m));

    private static ReportWords Words() =>
        ReportBuilder.Build(Portfolio.Create(new PortfolioFacts()).Analyze(new LocalDate(2026, 1, 1))).Words;

    private Report Table() => new("Données", "Données", null, Language.French, new LocalDate(2026, 1, 1), "au 01/01/2026", Words(),
    [
        new("Données", "Données",
        [
            new ReportData("Tab_Donnees",
                [.. Enumerable.Range(0, Columns)
                        .Select(c => new ReportColumn(Header(c), Header(c), IsText(c) ? ColumnKind.Text : ColumnKind.Amount, 34))], Rows,
                Enumerable.Range(0, Rows)
                    .Select(
                        r => new ReportRow(
                            [.. Enumerable.Range(0, Columns)
                                    .Select(c => IsText(c) ? ReportCell.Of(Text(r))
                                            : new ReportCell.Amount(Euros.FromCents(Cents(r, c))))]))),
        ]),
    ]);
}
