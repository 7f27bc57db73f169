using System.Text.Json;
using System.Text.Json.Serialization;
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
// What a service compiled ahead of time sends and is sent: by a context, without reflection.
var sent = new Sent(portfolio, Scenario.Load(args[1]), PolicySet.Default, Euros.FromCents(12_345), Knowable<Euros>.Unknown(Missing.Cost),
    Share.Of(1, 3), HorizonState.NotOnFirstDay, analysis.Posts[0].Agreed.FullyFundedUntil);
Sent read = JsonSerializer.Deserialize(JsonSerializer.Serialize(sent, Sending.Default.Sent), Sending.Default.Sent)!;
bool json = read.Portfolio.ToJson() == portfolio.ToJson() && read.Scenario.ToJson() == sent.Scenario.ToJson()
    && read.Policies.Hash == sent.Policies.Hash
    && (read.Money, read.Gap, read.Share, read.State, read.Until) == (sent.Money, sent.Gap, sent.Share, sent.State, sent.Until)
    && JsonSerializer.SerializeToElement(analysis, Sending.Default.FundingAnalysis).GetProperty("posts").GetArrayLength()
        == analysis.Posts.Length;
Console.WriteLine(
    $"JSON: {json}; analysis@1 as expected: {same}; round trip: {round}; risks: {analysis.Posts.Count(post => post.Risk is not null)}; "
    + $"requests: {analysis.Requests.Length}");
return same && round && json ? 0 : 1;

internal sealed record Sent(
    Portfolio Portfolio, Scenario Scenario, PolicySet Policies, Euros Money, Knowable<Euros> Gap, Share Share, HorizonState State,
    FundingHorizon Until);

[JsonSerializable(typeof(Sent)), JsonSerializable(typeof(FundingAnalysis))]
internal sealed partial class Sending : JsonSerializerContext;
