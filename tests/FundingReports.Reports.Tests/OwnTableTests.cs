using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Reports.Tests;

/// <summary>A table that a spreadsheet would call damaged is refused; a broken rule of a scheme stands in the report.</summary>
public class OwnTableTests
{
    private static readonly ReportRow row = new([new ReportCell.Text("a")]);

    [Fact]
    public void Table_WithoutColumns_Headers_OrWidths_IsRefused()
    {
        Refused("has no column", [], [new([])]);
        Refused("has no column", default, [row]);
        Refused("no key or no header", [new("k", "", ColumnKind.Text, 10)], [row]);
        Refused("9999 characters", [new("k", "K", ColumnKind.Text, 9999)], [row]);
        Refused("0 characters", [new("k", "K", ColumnKind.Text, 0)], [row]);
        Refused("no row", [new("k", "K", ColumnKind.Text, 10)], default);
        Refused("is null", [new("k", "K", ColumnKind.Text, 10)], [new(default)]);
        Refused("has a null", [new("k", "K", ColumnKind.Text, 10)], [new([null!])]);
        Assert.Contains("9999", Assert.Throws<ArgumentException>(
            () => new ReportData("T", [new("k", "K", ColumnKind.Text, 9999)], 1, [row])).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(Language.French, "Règles des dispositifs à vérifier")]
    [InlineData(Language.English, "Rules of the schemes to be looked at")]
    public void BrokenRules_StandOnTheFirstSheet_AndAllOfThemInTheNotes(Language language, string heading)
    {
        var builder = new PortfolioBuilder("T");
        for (int i = 1; i <= 5; i++)
            builder = builder.Post($"P{i}", costs: 40_000, from: new(2024), fte: 1, scheme: "FONJEP")
                .Signed(Funder.State("État"), 11_000, new(2024, 1, 1), new(2026, 12, 31), line: "FONJEP");
        var analysis = builder.Build().Analyze(new LocalDate(2024, 6, 1));
        string[] findings = [.. analysis.SchemeFindings.Select(finding => "• " + finding.Message(language))];
        Assert.True(findings.Length > 3);
        Report report = ReportBuilder.Build(analysis, language);
        string[] first = Paragraphs(report.Sheets[0]), notes = Paragraphs(report.Sheets[^1]);
        Assert.Contains(heading, first);
        Assert.Equal(findings.Take(3), first.Where(findings.Contains));
        Assert.Contains(first, text => text.Contains($"{findings.Length - 3} ", StringComparison.Ordinal) && text.StartsWith('…'));
        Assert.Equal(findings, notes.Where(findings.Contains));
    }

    private static void Refused(string why, ImmutableArray<ReportColumn> columns, ImmutableArray<ReportRow> rows) => Assert.Contains(
        why, Assert.Throws<ArgumentException>(() => new ReportTable("T", columns, rows)).Message, StringComparison.Ordinal);

    private static string[] Paragraphs(ReportSheet sheet) => [.. sheet.Blocks.OfType<ReportParagraph>().Select(one => one.Text)];
}
