using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests;
using FundingReports.Tests.Naive;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Reports.Tests;

/// <summary>A label that occurs twice in a workbook, in a sentence or a table, has one value.</summary>
public partial class LabelsTests
{
    [Fact]
    public void AnyPortfolio_ALabelHasOneValue() => Generators.Question.Sample(
        subject => Holds(Portfolio.Create(subject.Facts).Analyze(subject.AsOf, subject.Through)), iter: Rounds.Of(150));

    /// <summary>What is signed for a post of no cost, and ended by an avenant that is only announced, was in the total alone.</summary>
    [Fact]
    public void SignedMoneyThatAnAnnouncedAvenantEnds_IsInThePlan() => Generators.Question.Sample(
        subject => Holds(Portfolio.Create(subject.Facts).Analyze(subject.AsOf, subject.Through)), seed: "fWKeWxcko8y1", iter: 1);

    [Fact]
    public void EverySeed_ALabelHasOneValue()
    {
        var seeds = Directory.EnumerateFiles(Repository.PathOf("seeds"), "portfolio*.json", SearchOption.AllDirectories)
            .Append(Repository.PathOf("tests", "corpus", "six-postes", "portfolio.json")).Order(StringComparer.Ordinal).ToList();
        Assert.True(seeds.Count > 20);
        int compared = 0;
        foreach (string seed in seeds)
        {
            var portfolio = Portfolio.Load(seed);
            foreach (var asOf in new[] { portfolio.Edition?.On?.First ?? new(2022, 2, 8), new(2023, 9, 1), new LocalDate(2026, 11, 26) })
                compared += Holds(portfolio.Analyze(asOf));
        }
        // So many comparisons show that the sentences were understood.
        Assert.True(compared > 200, $"{compared}");
    }

    private static int Holds(FundingAnalysis analysis) => Enum.GetValues<Language>().Sum(language =>
    {
        var report = ReportBuilder.Build(analysis, language);
        return Years(analysis, report, language) + ToDo(report, language) + Answer(analysis, report, language);
    });

    // Synthèse's totals by year are those of the plan, which names them with all posts.
    private static int Years(FundingAnalysis analysis, Report report, Language language)
    {
        if (Table(report, "Tab_Exercices") is not { } years || Table(report, "Tab_Plan") is not { } plan)
            return 0;
        int compared = 0;
        string all = Say(language, "Tous les postes", "All posts"), surplus = Say(language, "Excédent", "Surplus");
        string firm = Say(language, "dont ferme", "of which firm");
        bool several = plan.Rows.Any(row => Text(row.Cells[0]) == all);
        var lines = plan.Rows.Where(row => Text(row.Cells[0]) == all == several).ToList();
        // Two posts may have one label, and a block without a total is of one.
        foreach (var row in years.Rows)
        {
            int year = ((ReportCell.Year)row.Cells[0]).Value;
            int column = plan.Columns.ToList().FindIndex(one => one.Key == $"y{year}");
            if (column < 0)
                continue;
            (string Key, Func<ReportRow, bool> Is)[] measures =
            [
                ("cost", one => one.Role == RowRole.Subtotal),
                ("gap", one => one.Role == (several ? RowRole.Total : RowRole.Outcome)),
                ("agreed", one => several ? one.Role == RowRole.Outcome : IsFunder(one)),
                // The funders come to the same, where they are shown.
                ("agreed", one => IsFunder(one)),
            ];
            foreach (var (key, isOf) in measures)
            {
                var cells = lines.Where(isOf).Select(one => one.Cells[column]).ToList();
                // A funder's row whose years are in part unknown keeps no known part of its own.
                if (cells.Count == 0 || cells.Exists(cell => Plain(cell) is ReportCell.Unknown or ReportCell.Text) && key != "gap")
                    continue;
                Euros sum = cells.Aggregate(Euros.Zero, (total, cell) => total + Money(cell));
                Assert.Equal((year, key, sum), (year, key, Money(row.Cells[years.IndexOf(key)])));
                compared++;
            }
        }
        return compared;

        bool IsFunder(ReportRow one) => one.Role == RowRole.Line && Text(one.Cells[plan.IndexOf("funder")]) is { } name
            && name != surplus && !name.StartsWith(firm, StringComparison.Ordinal);
    }

    // Each of the first things to do, in words on Synthèse, is the row of the table, with its amount.
    private static int ToDo(Report report, Language language)
    {
        if (Table(report, "Tab_A_Faire") is not { } table)
            return 0;
        var items = report.Sheets[0].Blocks.OfType<ReportParagraph>()
            .Where(one => one.Role == ParagraphRole.Item && one.Text.Contains(" · ", StringComparison.Ordinal)).ToList();
        Assert.InRange(items.Count, 1, 4);
        for (int i = 0; i < items.Count; i++)
        {
            var row = table.Rows[i];
            Assert.Contains(Text(row.Cells[table.IndexOf("who")])!, items[i].Text, StringComparison.Ordinal);
            Assert.Contains(Text(row.Cells[table.IndexOf("what")])!, items[i].Text, StringComparison.Ordinal);
            var cell = row.Cells[table.IndexOf("amount")];
            if (cell is ReportCell.NotApplicable && table.Columns.Any(column => column.Key == "requested"))
                cell = row.Cells[table.IndexOf("requested")];
            if (cell is ReportCell.Amount amount)
                Assert.Contains(Whole(amount.Value, language), items[i].Text, StringComparison.Ordinal);
        }
        return items.Count;
    }

    // What the answer says is missing in a year is the year's gap, where no post is known in some years only.
    private static int Answer(FundingAnalysis analysis, Report report, Language language)
    {
        var living = analysis.Posts.Where(post => post.Agreed.FullyFundedUntil.State != HorizonState.Ended).ToList();
        if (Table(report, "Tab_Exercices") is not { } years
            || living.Exists(post => !post.YearsAhead.All(year => year.Agreed.Gap.IsKnown)))
            return 0;
        int compared = 0;
        string remains = Say(language, "reste à financer", "remains to be found is");
        foreach (string sentence in report.Sheets[0].Blocks.OfType<ReportParagraph>().Where(one => one.Role == ParagraphRole.Answer)
            .SelectMany(one => one.Text.Split('\n')).Where(line => line.Contains(remains, StringComparison.Ordinal)))
            foreach (Match found in (language == Language.French ? French() : English()).Matches(sentence))
            {
                int year = int.Parse(found.Groups["year"].Value, CultureInfo.InvariantCulture);
                var row = years.Rows.FirstOrDefault(one => ((ReportCell.Year)one.Cells[0]).Value == year);
                if (row is null || living.Count != analysis.Posts.Length)
                    continue;
                bool toTheCent = found.Groups["cents"].Success;
                long said = long.Parse(Digits().Replace(found.Groups["money"].Value, ""), CultureInfo.InvariantCulture);
                Assert.Equal((sentence, year, toTheCent ? said : said * 100),
                    (sentence, year, Rounded(Money(row.Cells[years.IndexOf("gap")]), toTheCent)));
                compared++;
            }
        return compared;
    }

    private static long Rounded(Euros money, bool toTheCent) =>
        toTheCent ? money.Cents : (long)decimal.Round(money.ToDecimal(), 0, MidpointRounding.AwayFromZero) * 100;

    private static string Whole(Euros money, Language language)
    {
        string said = Words.Money(Euros.FromCents(Rounded(money, toTheCent: false)), language);
        return said.Replace(language == Language.French ? ",00" : ".00", "", StringComparison.Ordinal);
    }

    private static string Say(Language language, string french, string english) => language == Language.French ? french : english;

    private static ReportTable? Table(Report report, string name) =>
        report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>().SingleOrDefault(table => table.Name == name);

    private static string? Text(ReportCell cell) => (cell as ReportCell.Text)?.Value;

    private static ReportCell Plain(ReportCell cell) => cell is ReportCell.Formula formula ? Plain(formula.Value) : cell;

    private static Euros Money(ReportCell cell) => Plain(cell) is ReportCell.Amount amount ? amount.Value : Euros.Zero;

    [GeneratedRegex(@"(?<money>[0-9][0-9\s]*(?<cents>,[0-9]{2})?)\s€ en (?<year>20[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex French();

    [GeneratedRegex(@"€(?<money>[0-9][0-9,]*(?<cents>\.[0-9]{2})?) in (?<year>20[0-9]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex("[^0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
