using ClosedXML.Excel;
using FundingReports.Excel;
using FundingReports.Html;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Requests;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>README.md, and those of FundingReports, FundingReports.Excel and FundingReports.Html.</summary>
public class ReadmeSnippets
{
    private static FundingAnalysis Landes => Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));

    [Fact]
    public void AddSheets()
    {
        MyNotes();
        FundingAnalysis analysis = Landes;
        // page
        using var workbook = new XLWorkbook("mes-notes.xlsx");
        AddedSheets added = workbook.AddSheets(analysis);     // every sheet of the report, after yours; names already taken are refused, all at once
        added.SaveAs("notes-et-rapport.xlsx");                // with the charts and the values of our formulas; yours have none before a spreadsheet opens them
        // end of page
        using var saved = new XLWorkbook("notes-et-rapport.xlsx");
        Assert.Equal(["Mes notes", "Synthèse"], saved.Worksheets.Take(2).Select(sheet => sheet.Name));
    }

    [Fact]
    public void Core()
    {
        // page
        Portfolio portfolio = Portfolio.Load("portfolio.json");          // every problem of the file at once, in PortfolioException or TryLoad
        FundingAnalysis analysis = portfolio.Analyze(asOf: new LocalDate(2022, 2, 8));

        Console.WriteLine(analysis.Summary(Language.French));            // the answer, in a paragraph
        foreach (PostFunding post in analysis.Posts)
            Console.WriteLine($"{post.Label} : {post.Agreed.FullyFundedUntil.ToString(Language.French)}"); // jusqu’au 23/07/2023
        foreach (FundingRequest request in analysis.Requests)            // what to do: of whom, how much, before when
            Console.WriteLine(analysis.Sentence(request, Language.French));
        string note = analysis.Note(Language.French);                    // a text to paste in a note; NoteHtml: with a table, for a word processor
        Knowable<Euros> gap = analysis.Year(2024).Agreed.Gap.Exact;      // known, or unknown with what is missing
        // end of page
        Assert.Equal(4, analysis.Posts.Length);
        Assert.False(gap.IsKnown);
    }

    [Fact]
    public void Workbook()
    {
        MyNotes();
        // page
        FundingAnalysis analysis = Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));
        analysis.SaveWorkbook("rapport.xlsx");                                                                  // everything
        analysis.SaveWorkbook("public.xlsx", Language.French, new ReportOptions { Profile = ReportProfile.Publication });

        using var workbook = new XLWorkbook("mes-notes.xlsx");
        workbook.AddSheets(analysis).SaveAs("notes-et-rapport.xlsx");                                           // in a workbook of one's own
        // end of page
        Assert.All(new[] { "rapport.xlsx", "public.xlsx", "notes-et-rapport.xlsx" }, file => Assert.True(File.Exists(file), file));
    }

    [Fact]
    public async Task Page()
    {
        // page
        FundingAnalysis analysis = Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));
        using var stream = new MemoryStream();
        analysis.SavePage("landes.html");                                                                       // everything
        analysis.SavePage("public.html", Language.French, new ReportOptions { Profile = ReportProfile.Publication });
        await analysis.SavePageAsync(stream);                                                                   // and of any report: report.SavePage
        // end of page
        Assert.Equal(await File.ReadAllBytesAsync("landes.html"), stream.ToArray());
        Assert.True(File.Exists("public.html"));
    }

    [Fact]
    public void InCode()
    {
        // page
        Funder state = Funder.State("État"), county = Funder.Departement("Département des Landes");

        Portfolio portfolio = new PortfolioBuilder("Deux postes")
            .Post("Poste 1", costs: 50_000, from: new(2024, 1, 1), fte: 1, id: "P1")
            .Post("Poste 2", costs: 45_000, from: new(2024, 1, 1), fte: 1, id: "P2")
            .Signed(state, pays: Pays.PercentYearByYear(80, 50, 30), from: new(2024, 1, 1), until: new(2026, 12, 31), posts: ["P1", "P2"])
            .Signed(county, pays: Pays.Annual(10_000).ForEachPost, from: new(2024, 1, 1), until: new(2025, 12, 31), posts: ["P1", "P2"])
            .Documented(new("A", SourceKind.Act, "Convention du 1er décembre 2023"), decidedOn: new(2023, 12, 1))
            .Build();                                                             // PortfolioException carries every problem; TryBuild returns them

        FundingAnalysis analysis = portfolio.Analyze(asOf: new LocalDate(2024, 2, 8));
        Console.WriteLine(analysis.Post("P1").Year(2025).Agreed.Gap);             // 15000.00
        Console.WriteLine(analysis.Year(2025).Agreed.Funding);                    // 67500.00
        foreach (FundingRequest request in analysis.Requests)                     // what to do: of whom, how much, before when
            Console.WriteLine(analysis.Sentence(request, Language.French));
        // end of page
        Assert.Equal(("15000.00", "67500.00"), (analysis.Post("P1").Year(2025).Agreed.Gap.ToString(), analysis.Year(2025).Agreed.Funding.ToString()));
        Assert.Empty(portfolio.Findings);
    }

    [Fact]
    public void Stream()
    {
        Directory.CreateDirectory("departements");
        File.Copy("portfolio.json", Path.Combine("departements", "40.json"), overwrite: true);
        // page
        IEnumerable<Portfolio> country = Directory.EnumerateFiles("departements", "*.json").Select(Portfolio.Load);
        foreach (PostFunding post in FundingAnalysis.Stream(country, asOf: new LocalDate(2022, 2, 8)))
            Console.WriteLine($"{post.Id};{post.Agreed.FullyFundedUntil.Surely};{post.Risk?.Level}");
        // end of page
        Assert.Equal(4, FundingAnalysis.Stream(country, new LocalDate(2022, 2, 8)).Count());
    }

    private static void MyNotes()
    {
        using var notes = new XLWorkbook();
        notes.AddWorksheet("Mes notes");
        notes.SaveAs("mes-notes.xlsx");
    }
}
