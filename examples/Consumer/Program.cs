using FundingReports;
using FundingReports.Excel;
using FundingReports.Testing;
using NodaTime;

Console.OutputEncoding = System.Text.Encoding.UTF8;

// The Landes, from the packed packages.
Portfolio portfolio = Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "portfolio.json"));
FundingAnalysis analysis = portfolio.Analyze(asOf: new LocalDate(2022, 2, 8));
Console.WriteLine(analysis.Summary(Language.French));
analysis.SaveWorkbook("landes.xlsx");

// A rule of one's own facts, checked.
Given.Post("Poste 6", costs: 50_000)
    .Signed("État", pays: Share.Of(3, 10), from: "2022-01-01", until: "2025-06-30")
    .Signed("Département", pays: Share.Of(7, 10), from: "2022-01-01", until: "2025-06-30")
    .AsOf("2024-01-01").Expect("Poste 6").HasGap(2025, 25_000);
Console.WriteLine("landes.xlsx est écrit.");

// A form to be filled in, by another library than the one that writes the report.
FundingReports.Exchange.IntakeTemplate.Blank(firstYear: 2027).Save("formulaire.xlsx");
