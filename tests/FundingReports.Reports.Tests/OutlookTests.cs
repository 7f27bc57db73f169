using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Tests;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Reports.Tests;

/// <summary>The last day on which money is certain is no end of it: the calendar and the page say so, and name what really ends.</summary>
public partial class OutlookTests
{
    private static readonly Funder state = Funder.State("État"), county = Funder.Departement("Département");
    private static readonly LocalDate asOf = new(2025, 2, 8);

    [Fact]
    public void AnyPortfolio_WhatMayGoOn_IsNotSaidToEnd() => Generators.Question.Sample(
        question =>
        {
            var analysis = Portfolio.Create(question.Facts).Analyze(question.AsOf, question.Through);
            foreach (var report in Reports(analysis, Language.French))
                foreach (var (post, text) in Said(analysis, report))
                    foreach (Match end in Ends().Matches(text))
                        Assert.True(IsEnd(post, end.Groups["funder"].Value is "État" ? "E" : "D", Day(end.Groups["day"].Value)), text);
        }, iter: Rounds.Of(300), print: question => FactsText.Of(question));

    [Theory]
    [InlineData(Language.French, "État : certain jusqu’au 31/12/2025, terme inconnu", "État : fin le")]
    [InlineData(Language.English, "État: certain until 31 December 2025, term unknown", "État: ends on")]
    public void MoneyWithoutATerm_IsCertainUntil(Language language, string certain, string ends)
    {
        var analysis = Post(50_000).Signed(state, Pays.Percent(100), new(2024, 6, 1)).Build().Analyze(asOf);
        foreach (var report in Reports(analysis, language))
        {
            string said = Plain(analysis, report);
            Assert.Contains(certain, said, StringComparison.Ordinal);
            Assert.DoesNotContain(ends, said, StringComparison.Ordinal);
        }
    }

    /// <summary>Of an unknown cost: the State may go on, the county ends that day.</summary>
    [Theory]
    [InlineData(Language.French, "État : certain jusqu’au 31/12/2025, terme inconnu", "Département : fin le 31/12/2025")]
    [InlineData(Language.English, "État: certain until 31 December 2025, term unknown", "Département: ends on 31 December 2025")]
    public void WhatReallyEnds_IsNamed(Language language, string certain, string ends)
    {
        var analysis = Post(null).Signed(state, Pays.Percent(50), new(2024, 6, 1))
            .Signed(county, Pays.Annual(10_000), new(2024, 6, 1), new PartialDate(2025, 12, 31)).Build().Analyze(asOf);
        foreach (var report in Reports(analysis, language))
        {
            string said = Plain(analysis, report);
            Assert.Contains(certain, said, StringComparison.Ordinal);
            Assert.Contains(ends, said, StringComparison.Ordinal);
            // What the property looks for is what is said.
            Assert.Equal(language is Language.French, Ends().IsMatch(said));
        }
    }

    /// <summary>Of two promises of one funder, the one whose term is known ends, and the other may go on.</summary>
    [Fact]
    public void WhatEndsBesideMoneyWithoutATerm_IsAPart()
    {
        var analysis = Post(50_000).Signed(state, Pays.Percent(30), new(2024, 6, 1))
            .Signed(state, Pays.Percent(20), new(2024, 6, 1), new PartialDate(2026, 6, 30), line: "FIPD")
            .Signed(county, Pays.Percent(50), new(2024, 6, 1), new PartialDate(2027, 12, 31)).Build().Analyze(asOf, new(2028, 12, 31));
        foreach (var report in Reports(analysis, Language.French))
            Assert.Contains(
                "une partie n’est certaine que jusqu’au 31/12/2025, terme inconnu", Plain(analysis, report), StringComparison.Ordinal);
        Assert.Contains("État : une partie prend fin le 30/06/2026", Plain(analysis, Reports(analysis, Language.French).First()),
            StringComparison.Ordinal);
    }

    /// <summary>Money that comes back: nothing says that there is none after the day on which it is interrupted.</summary>
    [Theory]
    [InlineData("2025-02-08", true)]
    [InlineData("2025-09-08", true)]
    [InlineData("2026-02-08", false)]
    public void MoneyThatComesBack_IsInterrupted(string day, bool isSaid)
    {
        var analysis = Post(50_000).Signed(state, Pays.Percent(100), new(2024, 6, 1), new PartialDate(2025, 6, 30))
            .Signed(state, Pays.Percent(100), new(2026, 1, 1), new PartialDate(2026, 12, 31)).Build()
            .Analyze(PartialDate.Parse(day).First, new(2028, 12, 31));
        string french = Plain(analysis, ReportBuilder.Build(analysis, Language.French)),
            english = Plain(analysis, ReportBuilder.Build(analysis, Language.English));
        Assert.Equal(isSaid, french.Contains("aucun financement du 01/07/2025 au 31/12/2025", StringComparison.Ordinal));
        Assert.Equal(isSaid, english.Contains("no funding from 1 July 2025 to 31 December 2025", StringComparison.Ordinal));
        Assert.DoesNotContain("après le 30/06/2025", french, StringComparison.Ordinal);
        Assert.DoesNotContain("depuis le 01/07/2025", french, StringComparison.Ordinal);
        Assert.Contains("aucun financement après le 31/12/2026", french, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 poste sur 2", "1 post of 2")]
    [InlineData(2, "2 postes sur 3", "2 posts of 3")]
    public void TotalsOfSomePosts_AgreeWithTheirNumber(int known, string french, string english)
    {
        var builder = new PortfolioBuilder("t").Post("P0", from: new(2024, 6, 1), id: "P0");
        for (int i = 1; i <= known; i++)
            builder = builder.Post($"P{i}", 50_000, from: new(2024, 6, 1), id: $"P{i}");
        var analysis = builder.Build().Analyze(asOf);
        foreach (var (language, said) in ((Language, string)[])[(Language.French, french), (Language.English, english)])
            Assert.Contains(ReportBuilder.Build(analysis, language).Sheets[0].Blocks.OfType<ReportParagraph>(),
                paragraph => paragraph.Text.Replace('\u00A0', ' ').Contains(said, StringComparison.Ordinal));
    }

    private static string Plain(FundingAnalysis analysis, Report report) =>
        string.Join('\n', Said(analysis, report).Select(one => one.Text)).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static PortfolioBuilder Post(decimal? costs) => new PortfolioBuilder("t").Post("P1", costs, from: new(2024, 6, 1), id: "P1");

    private static IEnumerable<Report> Reports(FundingAnalysis analysis, Language language) =>
        [ReportBuilder.Build(analysis, language), ReportBuilder.Build(analysis, language, new ReportOptions { Part = ReportPart.Page })];

    private static IEnumerable<(PostFunding Post, string Text)> Said(FundingAnalysis analysis, Report report) =>
        from table in report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>()
        where table.Name is "Tab_Calendrier" or "Tab_Frise"
        from row in table.Rows
        from post in analysis.Posts
        where row.Cells[0] is ReportCell.Text label && label.Value == post.Label && row.Cells[^1] is ReportCell.Text
        select (post, ((ReportCell.Text)row.Cells[^1]).Value);

    // Of the page, also what is announced alone.
    private static bool IsEnd(PostFunding post, string funder, LocalDate last) =>
        IsEnd(post.Ledger(FundingView.Agreed), line => line.Commitment.Funder == funder, last)
        || IsEnd(post.Ledger(FundingView.Announced), line => line.Commitment.Funder == funder && !line.Commitment.IsAgreed, last);

    private static bool IsEnd(FundingLedger ledger, Func<LedgerLine, bool> isOf, LocalDate last) =>
        ledger.On(last) is { } before && before.Lines.Any(isOf) && ledger.On(last.PlusDays(1)) is { } after
        && !after.Lines.Any(line => isOf(line) && !line.IsSure && line.High is not { Numerator.IsZero: true });

    private static LocalDate Day(string text) =>
        LocalDate.FromDateTime(DateTime.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<funder>État|Département)\s:\sfin\sle\s(?<day>\d\d/\d\d/\d{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ends();
}
