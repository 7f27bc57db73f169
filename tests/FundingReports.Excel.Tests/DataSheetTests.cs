using FundingReports.Reports;

namespace FundingReports.Excel.Tests;

/// <summary>The rows of Données et notice, which are streamed into the workbook.</summary>
public class DataSheetTests
{
    [Fact]
    public void EverySeed_TheDataAddUpToTheAnalysis()
    {
        foreach (var (name, analysis) in Cases.All().Append(("many posts", Cases.Many)))
        {
            var rows = Rows(Checked.Read(Cases.Workbook(analysis)));
            var shown = rows.Select(row => row["exercice"]).OfType<double>().Select(year => (int)year).ToHashSet();
            foreach (var post in analysis.Posts)
                foreach (var year in post.Years.Where(year => shown.Contains(year.Year)))
                {
                    var own = rows.Where(row => row["poste_id"] is string id && id == post.Id && row["exercice"] is double number
                            && (int)number == year.Year).ToList();
                    if (year.Agreed.Funding.TryGet(out var funding))
                        Assert.Equal((name, post.Id, year.Year, (double)funding.ToDecimal()),
                            (name, post.Id, year.Year, (double)own.Sum(row => (decimal)(double)row["conventionne"]!)));
                    else
                        Assert.Contains(own, row => row["conventionne"] is "inconnu");
                }
        }
    }

    [Fact]
    public void HostileText_StaysText()
    {
        foreach (string text in HostileTextTests.Texts.Cast<object[]>().Select(row => (string)row[0]))
            Assert.True(Checked.Says(Cases.Workbook(Cases.Saying(text)), "Données et notice", text), text);
    }

    [Fact]
    public void LongTable_GoesOnOnFurtherSheets()
    {
        using var bytes = new MemoryStream();
        WorkbookBytes.Write(Numbers(1_000), bytes, lastRow: 400);
        Checked.Whole(bytes.ToArray());
        var sheets = Checked.Read(bytes.ToArray());
        Assert.Equal(["Données", "Données 2", "Données 3"], sheets.Keys);
        Assert.All(sheets.Values, rows => Assert.True(rows.Count <= 400));
        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => (double)i),
            sheets.Values.SelectMany(rows => rows).Select(row => row[1]).OfType<double>());
    }

    [Theory]
    [InlineData(5), InlineData(-5), InlineData(0), InlineData(100), InlineData(-110), InlineData(123_456_789_012),
        InlineData(long.MaxValue), InlineData(-long.MaxValue)]
    public void Amount_ToTheCent(long cents)
    {
        using var bytes = new MemoryStream();
        Report(new(Names, [new("a", "a", ColumnKind.Amount, 20)], 1, [new([new ReportCell.Amount(Euros.FromCents(cents))])]))
            .SaveWorkbook(bytes);
        object? read = Checked.Read(bytes.ToArray())["Données"].SelectMany(row => row).OfType<double>().Single();
        Assert.Equal((double)Euros.FromCents(cents).ToDecimal(), read);
    }

    [Fact]
    public void FewerRowsThanAnnounced_IsRefused()
    {
        var data = new ReportData(Names, [new("a", "a", ColumnKind.Count, 20)], 3, [new([new ReportCell.Count(1)])]);
        Assert.Throws<InvalidOperationException>(() => Report(data).SaveWorkbook(new MemoryStream()));
    }

    private const string Names = "Tab_Essai";

    private static Report Numbers(int count) =>
        Report(new(Names, [new("t", "texte", ColumnKind.Text, 10), new("n", "nombre", ColumnKind.Count, 10)], count,
        Enumerable.Range(0, count).Select(i => new ReportRow([ReportCell.Of($"ligne {i}"), new ReportCell.Count(i)]))));

    private static Report Report(ReportData data) =>
        new("Essai", "Essai", null, Language.French, Cases.AsOf, "au 08/02/2022", ReportBuilder.Build(Cases.Empty).Words,
        [new("Données", "Essai", [new ReportParagraph("Légende", ParagraphRole.Note), data])]);

    private static List<Dictionary<string, object?>> Rows(IReadOnlyDictionary<string, IReadOnlyList<object?[]>> sheets)
    {
        if (!sheets.TryGetValue("Données et notice", out var all) || !all.Any(row => row[0] is "poste_id"))
            return [];
        var header = all.First(row => row[0] is "poste_id");
        return [.. all.SkipWhile(row => row != header).Skip(1)
                .Select(row => header.Zip(row).Where(pair => pair.First is string)
                        .ToDictionary(pair => (string)pair.First!, pair => pair.Second))];
    }
}
