using FundingReports;
using FundingReports.Excel;
using FundingReports.Reports;
using FundingReports.Scenarios;
using NodaTime;

Console.OutputEncoding = System.Text.Encoding.UTF8;
string seeds = Path.Combine(AppContext.BaseDirectory, "seeds", "landes");
var asOf = new LocalDate(2022, 2, 8);

// The Landes after 2023. Each scenario is an assumption, and says so; none is a forecast.
Portfolio portfolio = Portfolio.Load(Path.Combine(seeds, "portfolio.json"));
Scenario[] scenarios = [.. new[] { "etat-renouvelle", "etat-se-retire", "degressif-80-50-30", "moins-30-et-plus-cher" }
    .Select(name => Scenario.Load(Path.Combine(seeds, "scenarios", name + ".json")))];
ScenarioComparison comparison = ScenarioComparison.Of(portfolio, asOf, scenarios);

Console.WriteLine("Situation connue");
foreach (PostFunding post in comparison.Baseline.Analysis.Posts)
    Console.WriteLine($"  {post.Label} : {post.Agreed.FullyFundedUntil.ToString(Language.French)} — {post.Risk?.Sentence(Language.French)}");
foreach (ScenarioAnswer answer in comparison.Scenarios)
{
    Console.WriteLine($"{answer.Scenario!.Name} ({answer.Scenario.Source})");
    foreach (PostFunding post in answer.Analysis.Posts)
        Console.WriteLine($"  {post.Label} : {post.Agreed.FullyFundedUntil.ToString(Language.French)}");
}

// What it would take, with a cost put beside the facts for illustration.
Portfolio assumed = Portfolio.Load(Path.Combine(seeds, "portfolio-with-assumptions.json"));
MoneyNeeded needed = MoneyNeeded.Until(assumed, asOf, new LocalDate(2024, 12, 31));
foreach (YearNeed year in needed.Years)
    Console.WriteLine($"Argent à trouver en {year.Year}, sur un coût supposé : {year.Amount.InWords(Language.French)}");

comparison.Baseline.Analysis.SaveWorkbook("landes-scenarios.xlsx", Language.French, new ReportOptions { Scenarios = comparison });
