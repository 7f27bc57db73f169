using FundingReports;
using OwnPolicy;

Console.OutputEncoding = System.Text.Encoding.UTF8;
foreach (Share part in new[] { Share.Of(1, 5), Share.Of(1, 10) })
{
    FundingAnalysis analysis = Example.With(part).Analyze(Example.From, policies: Example.Policies);
    Console.WriteLine($"Une commune promet {part} :");
    Console.WriteLine(analysis.SchemeFindings.IsEmpty ? "  la règle est respectée." : $"  {analysis.SchemeFindings[0].Message(Language.French)}");
}
