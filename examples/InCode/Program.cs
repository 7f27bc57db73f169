using FundingReports;
using FundingReports.Excel;
using FundingReports.Portfolios;
using NodaTime;

Console.OutputEncoding = System.Text.Encoding.UTF8;

// Two posts that the State and a département pay: no file, no JSON.
Funder state = Funder.State("État"), county = Funder.Departement("Département des Landes");

FundingAnalysis analysis = new PortfolioBuilder("Deux postes, construits en code")
    .Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), fte: 1, id: "P1")
    .Post("Poste 2", costs: 45_000, from: new(2024, 1, 1), fte: 1, id: "P2")
    .Signed(state, pays: Pays.PercentYearByYear(80, 50, 30), from: new(2024, 1, 1), until: new(2026, 12, 31), posts: ["P1", "P2"])
    .Signed(county, pays: Pays.Annual(10_000).ForEachPost, from: new(2024, 1, 1), until: new(2025, 12, 31), posts: ["P1", "P2"])
    .Build().Analyze(asOf: new LocalDate(2024, 2, 8));

Console.WriteLine(analysis.Summary(Language.French));
Console.WriteLine($"{analysis.Post("P1").Label}, reste à financer en 2025 : {analysis.Post("P1").Year(2025).Agreed.Gap}");
analysis.SaveWorkbook("deux-postes.xlsx");
