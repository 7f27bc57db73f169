using System.Text.Json;
using System.Text.Json.Serialization;
using System.Globalization;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Json;
using FundingReports.Ledger;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Reports;
using FundingReports.Testing;
using FundingReports.Validation;
using FundingReports.WorkbookLint;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FundingReports.Docs.Tests.Snippets;

/// <summary>The calls that pages show in the middle of a sentence, as they are written there (<see cref="CodeTests"/> looks for them).</summary>
public class InlineSnippets
{
    private static FundingAnalysis SixPosts => Portfolio.Load("six-postes.json").Analyze(asOf: new LocalDate(2026, 11, 26));

    [Fact]
    public void Ledger()
    {
        PostFunding post = SixPosts.Posts[0];
        const FundingView view = FundingView.Agreed;
        Assert.NotEmpty(post.Ledger(view).Periods);
    }

    [Fact]
    public void Assumptions()
    {
        FundingAnalysis analysis = Portfolio.Load("portfolio.json").Analyze(asOf: new LocalDate(2022, 2, 8));
        PostFunding post = analysis.Posts[0];
        Assert.All([post.Year(2022).Assumptions, post.Year(2024).Assumptions, post.Year(2025).Assumptions], one => Assert.False(one.IsDefault));
        Assert.All([analysis.Assumptions.Year(2024), analysis.Assumptions.Year(2025)], one => Assert.False(one.IsDefault));
    }

    [Fact]
    public void Builder()
    {
        // As docs/code.md says it: a day, a month and a year, wherever a date is asked for.
        PortfolioBuilder posts = new PortfolioBuilder("Dates").Post("P", costs: 50_000, from: new(2024), until: new(2027), fte: 1);
        Funder state = Funder.State("État");
        Portfolio portfolio = posts
            .Signed(state, pays: 10_000, from: new(2024), until: new(2025), firmUntil: new(2024))
            .Granted(state, pays: 10_000, from: new(2024, 1), until: new(2025, 12), firmUntil: new(2024, 12))
            .Announced(state, pays: 10_000, from: new(2024, 1, 1), until: new(2025, 12, 31))
            .Requested(state, pays: 10_000, from: new(2026), until: new(2026))
            .But(request => request with { DecidedOn = new(2024, 1, 15) })
            .Documented(new("A", SourceKind.Act, "Convention"), decidedOn: new(2023)).Build();
        Assert.Equal(["2025", "2025-12", "2025-12-31", "2026"], portfolio.Commitments.Select(one => one.Until.ToString()));
        Assert.Equal(["2023", "2023", "2023", "2024-01-15"], portfolio.Commitments.Select(one => one.DecidedOn.ToString()));
    }

    [Fact]
    public void Sentences()
    {
        FundingAnalysis analysis = SixPosts;
        PostFunding post = analysis.Posts[0];
        Assert.Equal(analysis.Summary(Language.French), string.Join(' ', analysis.SummarySentences(Language.French)));
        Assert.Equal(analysis.Summary(post, Language.French), string.Join(' ', analysis.SummarySentences(post, Language.French)));
        Assert.NotEmpty(analysis.SummarySentences(post, Language.French));
    }

    [Fact]
    public void Cases()
    {
        PolicySet policies = PolicySet.Load("maison.json");
        Assert.NotEmpty(PolicyCases.Load("cases.json", policies));
    }

    [Fact]
    public void Values()
    {
        PartialDate day = new(2024, 1, 1), month = new(2024, 1), year = new(2024);
        Assert.Equal(["2024-01-01", "2024-01", "2024"], [day.ToString(), month.ToString(), year.ToString()]);
        var french = CultureInfo.GetCultureInfo("fr-FR");
        Euros euros = Euros.Of(26_000);
        Assert.Equal(26_000.ToString("N2", french), euros.ToString("N2", french));
    }

    [Fact]
    public void Workbooks()
    {
        FundingAnalysis analysis = SixPosts;
        const string path = "six-postes.xlsx";
        const Language language = Language.French;
        analysis.SaveWorkbook(path, language, new ReportOptions { Profile = ReportProfile.Publication });
        Assert.Empty(WorkbookLinter.Check(path));
        analysis.SaveWorkbook(path, language, new ReportOptions { Part = ReportPart.TechnicalFile });
        using var workbook = new ClosedXML.Excel.XLWorkbook(path);
        Assert.Contains("Contrôles", workbook.Worksheets.Select(sheet => sheet.Name));
    }

    [Fact]
    public void Rules()
    {
        PolicySet policies = PolicySet.Load("maison.json");
        var services = new ServiceCollection();
        services.AddFundingReports(options => options.Policies = policies);
        Assert.Contains(services, service => service.ServiceType == typeof(FundingAnalyzer));
        var options = new FundingReportsOptions { Policies = policies };
        Assert.Same(policies, new FundingAnalyzer(options).Policies);
        var scheme = new Scheme("S", "Dispositif", new NoStateMoney());
        options.Policies = PolicySet.Load("maison.json").With(scheme);
        Assert.NotEqual(policies.Hash, new FundingAnalyzer(options).Policies.Hash);
    }

    [Fact]
    public void StateMoney()
    {
        FundingAnalysis analysis = Given.Post("Poste", costs: 40_000, from: "2024-01-01", scheme: "S")
            .Funder("État", FunderKind.State).Signed("État", pays: 10_000, from: "2024-01-01", until: "2024-12-31")
            .AsOf("2024-06-01", PolicySet.Default.With(new Scheme("S", "Dispositif", new NoStateMoney())));
        Assert.Equal("État", Assert.Single(analysis.SchemeFindings).Message(Language.French));
    }

    [Fact]
    public async Task Corrections()
    {
        IntakeReading wrong = IntakeReader.Read("plan.xlsx", new() { Corrections = [new(new("Financements", 4, 2), "?")] });
        SheetCell cell = Assert.Single(wrong.Corrected).Cell;
        IntakeReading read = IntakeReader.Read("plan.xlsx", new() { Corrections = [new(cell, "15 %")] });
        const string name = "plan.xlsx";
        using Stream body = File.OpenRead(name);
        IntakeReading sent = await IntakeReader.ReadAsync(body, name, new() { Corrections = [new(cell, "15 %")] });
        Assert.Equal(read.Corrected.Select(one => one.Was), sent.Corrected.Select(one => one.Was));
        foreach (Problem problem in sent.Problems)
            Assert.False(ProblemAnswers.Of(problem).IsDefault);
        PortfolioFacts facts = sent.Facts;
        Problem[] questions = [.. sent.Problems.Where(Doubles.Asks)];
        Assert.Equal(facts.Posts.Length, Doubles.Join(facts, questions).Facts.Posts.Length);
        IntakeReading reading = sent;
        Assert.Equal(facts.Posts.Length, Doubles.Join(reading.Facts, questions).Facts.Posts.Length);
        // .Accepts<Portfolio>("application/json") is in WebSnippets.
    }

    [Fact]
    public void Days()
    {
        Stamped read = JsonSerializer.Deserialize<Stamped>("""{"Day":"2024-06-01"}""")!;
        Assert.Equal(new LocalDate(2024, 6, 1), read.Day);
    }

    private sealed class NoStateMoney : SchemeRule
    {
        public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
        {
            if (subject.ShareIn(subject.AsOf.Year, subject.PaidBy(FunderKind.State)) is { } part && part.Low > default(Ratio))
                yield return new(subject, this, SchemeVerdict.Broken, "État", "State");
        }
    }

    private sealed class Stamped
    {
        [JsonConverter(typeof(LocalDateJsonConverter))]
        public LocalDate Day { get; init; }
    }
}
