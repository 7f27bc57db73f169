using FundingReports;
using FundingReports.Excel;
using FundingReports.Exchange;
using NodaTime;

// From three filled returns to one report.
Console.OutputEncoding = System.Text.Encoding.UTF8;
string folder = Path.Combine(AppContext.BaseDirectory, "seeds", "intake");

IntakeTemplate.Blank(firstYear: 2026, lastYear: 2028).Save("formulaire.xlsx"); // what went out: years as columns

var returns = new List<ReturnedFacts>();
foreach (string file in Directory.EnumerateFiles(folder).Where(IntakeReader.IsFormName).Order(StringComparer.Ordinal))
{
    IntakeReading reading = IntakeReader.Read(file);                      // what came back: every problem at its cell, and an account
    Console.WriteLine($"{reading.Name} : {reading.Account.Sentence(Language.French)}");
    foreach (var problem in reading.Problems)
        Console.WriteLine($"  {problem.Path} : {problem.Message(Language.French)}");
    returns.Add(new(reading.Name, reading.Facts));
}

MergedPortfolio merged = PortfolioMerge.Merge(returns);                   // what was told twice is said, agreeing or not
foreach (var problem in merged.Problems.Where(problem => problem.CodeName is "told-twice" or "returns-disagree"))
    Console.WriteLine(problem.Message(Language.French));

merged.Portfolio!.Save("portefeuille.json");                              // null where returns disagree
FundingAnalysis analysis = merged.Portfolio.Analyze(asOf: new LocalDate(2026, 4, 1));
Console.WriteLine(analysis.Summary(Language.French));
analysis.SaveWorkbook("rapport.xlsx");
