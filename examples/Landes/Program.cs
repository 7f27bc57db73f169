using FundingReports;
using FundingReports.Excel;
using NodaTime;

Console.OutputEncoding = System.Text.Encoding.UTF8;
string seed = Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio.json");

Portfolio portfolio = Portfolio.Load(seed);                               // PortfolioException carries every problem; TryLoad returns them
FundingAnalysis analysis = portfolio.Analyze(asOf: new LocalDate(2022, 2, 8));

Console.WriteLine(analysis.Summary(Language.French));                     // the sentence
foreach (PostFunding post in analysis.Posts)
    Console.WriteLine($"{post.Label} : {post.Agreed.FullyFundedUntil.ToString(Language.French)}");  // jusqu’au 23/07/2023 · non couvert en totalité à ce jour · entre … et …

Knowable<Euros> gap = analysis.Year(2024).Agreed.Gap;                     // known, or unknown with what is missing. Never null, never 0
Console.WriteLine($"Reste à financer en 2024 : {gap.InWords(Language.French)}");

analysis.SaveWorkbook("landes.xlsx");                                     // FundingReports.Excel
