using FundingReports;
using FundingReports.Policies;
using FundingReports.Scenarios;
using NodaTime;

// Everything the library does, compiled ahead of time: reading, analysing, scenarios, policies, sentences, writing.
// Usage: <portfolio.json> <scenario.json> <expected analysis.json>; prints the answer, and fails where anything differs.
Console.OutputEncoding = System.Text.Encoding.UTF8;
var asOf = new LocalDate(2022, 2, 8);
var portfolio = Portfolio.Load(args[0]);
var analysis = portfolio.Analyze(asOf, policies: PolicySet.Default);
var changed = Scenario.Load(args[1]).Apply(portfolio, asOf).Analyze(asOf);

Console.WriteLine(analysis.Summary(Language.French));
Console.WriteLine(changed.Summary(Language.French));
bool same = analysis.ToJson() == File.ReadAllText(args[2]);
bool round = Portfolio.Parse(portfolio.ToJson()).ToJson() == portfolio.ToJson();
Console.WriteLine(
    $"analysis@1 as expected: {same}; round trip: {round}; risks: {analysis.Posts.Count(post => post.Risk is not null)}; requests: "
    + $"{analysis.Requests.Length}");
return same && round ? 0 : 1;
