using BenchmarkDotNet.Running;
using FundingReports.Benchmarks;

// dotnet run -c Release --project tests/FundingReports.Benchmarks -- <suite>
string suite = args.FirstOrDefault() ?? "";
// Not with BenchmarkDotNet: what is asked is the peak of one long reading, or whole processes.
var own = new Dictionary<string, Func<string[], int>>(StringComparer.OrdinalIgnoreCase)
{
    ["scdl"] = ScdlBenchmark.Run,
    ["data-peak"] = _ => DataSheetBenchmark.Peaks(),
    ["data-once"] = ways => DataSheetBenchmark.Once(ways[0]),
    ["country-once"] = CountryBenchmark.Once,
    ["analysis-once"] = AnalysisBenchmark.Once,
    ["workbook"] = _ => WorkbookBenchmark.Run(),
    ["start"] = _ => StartBenchmark.Run(),
    ["batch"] = _ => BatchBenchmark.RunDepartements(),
    ["national-files"] = BatchBenchmark.WriteNational,
    ["national"] = _ => BatchBenchmark.RunNational(),
};
var suites = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
{
    ["analysis"] = typeof(AnalysisBenchmark),
    ["country"] = typeof(CountryBenchmark),
    ["scenario"] = typeof(ScenarioBenchmark),
    ["data"] = typeof(DataSheetBenchmark),
    ["intake"] = typeof(IntakeBenchmark),
};
if (own.TryGetValue(suite, out var run))
    return run(args[1..]);
if (!suites.TryGetValue(suite, out var type))
{
    Console.Error.WriteLine($"Usage: -- <suite>, one of: {string.Join(", ", suites.Keys.Concat(own.Keys).Order())}");
    return 3;
}
BenchmarkRunner.Run(type, args: args[1..]);
return 0;
