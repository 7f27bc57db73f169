using BenchmarkDotNet.Running;
using FundingReports.Benchmarks;

// dotnet run -c Release --project tests/FundingReports.Benchmarks -- <suite>
string suite = args.FirstOrDefault() ?? "";
if (suite.Equals("scdl", StringComparison.OrdinalIgnoreCase))
    return ScdlBenchmark.Run(args[1..]);
var suites = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
{
    ["analysis"] = typeof(AnalysisBenchmark),
    ["country"] = typeof(CountryBenchmark),
    ["scenario"] = typeof(ScenarioBenchmark),
    ["data"] = typeof(DataSheetBenchmark),
    ["intake"] = typeof(IntakeBenchmark),
};
if (!suites.TryGetValue(suite, out var type))
{
    Console.Error.WriteLine($"Usage: -- <suite>, one of: {string.Join(", ", suites.Keys.Append("scdl").Order())}");
    return 3;
}
BenchmarkRunner.Run(type, args: args[1..]);
return 0;
