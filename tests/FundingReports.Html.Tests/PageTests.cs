using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using FundingReports.Reports;
using FundingReports.Scenarios;
using NodaTime;

namespace FundingReports.Html.Tests;

public class PageTests
{
    [Fact]
    public void EverySeed_EitherLanguage_IsWellFormedAndInOrder()
    {
        foreach (var (name, analysis) in Pages.All().Append(("none", Pages.Empty)).Append(("many", Pages.Many)))
            foreach (var language in Enum.GetValues<Language>())
                foreach (var profile in Enum.GetValues<ReportProfile>())
                    Ordered(name, Pages.Of(analysis, language, new() { Profile = profile }), language);
    }

    private static void Ordered(string name, XElement page, Language language)
    {
        Assert.Equal(language is Language.French ? "fr" : "en", page.Get("lang"));
        Assert.Single(page.Descendants("h1"));
        Assert.Single(page.Descendants("main"));
        int level = 0;
        foreach (XElement heading in page.Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3"))
        {
            int next = heading.Name.LocalName[1] - '0';
            Assert.True(next <= level + 1, $"{name}: {heading.Value} is of level {next} after {level}");
            level = next;
        }
        foreach (XElement table in page.Descendants("table"))
        {
            Assert.False(string.IsNullOrWhiteSpace(table.Element("caption")!.Value));
            Assert.All(table.Element("thead")!.Descendants("th"), header => Assert.Equal("col", header.Get("scope")));
            Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal("row", row.Element("th")!.Get("scope")));
        }
        string[] ids = [.. page.Descendants().Select(element => element.Get("id")).OfType<string>()];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.Descendants("a"), link => Assert.Contains(link.Get("href")![1..], ids));
        Assert.All(page.Descendants().Select(element => element.Get("aria-labelledby")).OfType<string>(), id => Assert.Contains(id, ids));
    }

    /// <summary>The years shown may begin before those of the answers side by side: the page stands all the same.</summary>
    [Fact]
    public void Scenario_WhoseAnswersBeginLaterThanTheYearsShown_StandsOnThePage()
    {
        FundingAnalysis six = Pages.SixPosts;
        var scenario = new Scenario("Essai", null, new ScenarioChange.IndexCost(["*"], new LocalDate(2027, 1, 1), new Factor(105, 100)));
        Assert.True(scenario.TryApply(six.Portfolio, six.AsOf, out Portfolio? changed, out _));
        var comparison = new ScenarioComparison(new(null, six), [new(scenario, changed.Analyze(six.AsOf))]);
        XElement page = Pages.Of(six, Language.French, new() { Scenarios = comparison });
        Assert.Contains(page.Descendants("th"), header => header.Value == "2025");
        XElement table = page.Descendants("table").Single(one => one.Element("thead")!.Value.Contains("Essai", StringComparison.Ordinal));
        Assert.Contains(table.Descendants("th"), header => header.Value.Contains("2026", StringComparison.Ordinal));
        Assert.DoesNotContain(table.Descendants("th"), header => header.Value.Contains("2025", StringComparison.Ordinal));
    }

    /// <summary>What is read while the rest is still made: the same first section, without the count of the checks.</summary>
    [Fact]
    public void FirstPage_IsTheBeginningOfThePage_WithoutItsChecks()
    {
        int counted = 0;
        foreach (var (name, analysis) in Pages.All().Append(("none", Pages.Empty)).Append(("many", Pages.Many)))
            foreach (var language in Enum.GetValues<Language>())
            {
                XElement first = Assert.Single(Sections(Pages.Of(analysis, language, new() { Part = ReportPart.FirstPage })));
                XElement whole = Sections(Pages.Of(analysis, language)).First();
                if (!XNode.DeepEquals(first, whole))
                {
                    XElement checks = whole.Elements().Last(element => element.Name.LocalName == "p");
                    Assert.Matches(language is Language.French ? "^Contrôles" : "^Checks", checks.Value);
                    checks.NextNode?.Remove();
                    checks.Remove();
                    counted++;
                }
                Assert.True(XNode.DeepEquals(first, whole), name);
            }
        Assert.NotEqual(0, counted);

        static IEnumerable<XElement> Sections(XElement page) =>
            page.Descendants().Where(element => element.Name.LocalName == "section").ToList();
    }

    [Fact]
    public void EverySeed_EveryCell_IsThatOfTheReport()
    {
        int figures = 0;
        foreach (var (name, analysis) in Pages.All())
            foreach (var language in Enum.GetValues<Language>())
            {
                XElement page = Pages.Of(analysis, language);
                Report report = Pages.ReportOf(analysis, language);
                foreach (ReportTable table in report.Sheets.SelectMany(sheet => sheet.Blocks).OfType<ReportTable>())
                {
                    XElement shown = page.Descendants("table").Single(one => one.Get("id") == table.Name);
                    XElement[] rows = [.. shown.Element("tbody")!.Elements("tr")];
                    Assert.Equal(table.Rows.Length, rows.Length);
                    for (int r = 0; r < rows.Length; r++)
                    {
                        XElement[] cells = [.. rows[r].Elements()];
                        Assert.Equal(table.Columns.Length, cells.Length);
                        for (int c = 0; c < cells.Length; c++)
                            figures += Same(table.Rows[r].Cells[c], table.Columns[c].Kind, cells[c].Value, report.Words,
                                $"{name}, {table.Name}, {r}, {table.Columns[c].Key}");
                    }
                }
            }
        Assert.True(figures > 1000, $"only {figures} figures were looked at");
    }

    private static int Same(ReportCell cell, ColumnKind kind, string shown, ReportWords words, string where)
    {
        switch (cell)
        {
            case ReportCell.Formula formula:
                return Same(formula.Value, kind, shown, words, where);
            case ReportCell.Text text:
                Assert.Contains(text.Value.Replace("\n", "", StringComparison.Ordinal), shown, StringComparison.Ordinal);
                return 0;
            case ReportCell.Unknown:
                Assert.Equal(words.Unknown, shown);
                return 0;
            case ReportCell.NotApplicable:
                Assert.Equal(words.NotApplicable, shown);
                return 0;
            case ReportCell.Amount amount:
                decimal value = amount.Value.ToDecimal();
                decimal expected = kind == ColumnKind.WholeAmount ? decimal.Round(value, 0, MidpointRounding.AwayFromZero) : value;
                Assert.True(Read(shown, words) == expected, $"{where}: {value} is shown as {shown}");
                return 1;
            case ReportCell.Count count:
                Assert.True(Read(shown, words) == count.Value, $"{where}: {count.Value} is shown as {shown}");
                return 1;
            case ReportCell.Year year:
                Assert.True(Read(shown, words) == year.Value, $"{where}: {year.Value} is shown as {shown}");
                return 1;
            case ReportCell.Day day:
                Assert.Contains(day.Value.First.Year.ToString(CultureInfo.InvariantCulture), shown, StringComparison.Ordinal);
                return 1;
            default:
                return 0;
        }
    }

    // By another way than it was written: only digits, a sign and what stands before the cents.
    private static decimal Read(string shown, ReportWords words)
    {
        foreach (string mark in new[] { words.Approximate, words.Assumed, words.Partial })
            shown = shown.Replace(mark, "", StringComparison.Ordinal);
        bool isFrench = !shown.Contains('€') || shown.IndexOf('€') > 0;
        string digits = new([.. shown.Where(sign => char.IsAsciiDigit(sign) || sign is ',' or '.' or '-')]);
        // In both languages a group of three after a comma without a narrow space is English.
        bool isEnglish = !isFrench || System.Text.RegularExpressions.Regex.IsMatch(digits, "^-?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?$");
        digits = isEnglish ? digits.Replace(",", "", StringComparison.Ordinal) : digits.Replace(',', '.');
        return decimal.Parse(digits.TrimEnd('.'), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Timeline_SaysEachBarInItsDrawingAndInTheTable()
    {
        XElement page = Pages.Of(Pages.SixPosts);
        XElement drawing = page.Descendants("figure").Single(one => one.Get("class") == "timeline");
        XElement[] lines = [.. drawing.Element("ol")!.Elements("li")];
        ReportTimeline timeline = Pages.ReportOf(Pages.SixPosts).Sheets[0].Blocks.OfType<ReportTimeline>().Single();
        Assert.Equal(6, lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            XElement[] bars = [.. lines[i].Element("svg")!.Descendants("g")];
            Assert.Equal(timeline.Lines[i].Bars.Select(bar => bar.Detail), bars.Select(bar => bar.Element("title")!.Value));
            Assert.All(timeline.Lines[i].Bars, bar => Assert.Contains(bar.Detail, lines[i].Element("svg")!.Get("aria-label")));
        }
        string said = page.Descendants("table").Single(one => one.Get("id") == "Tab_Frise").Value;
        Assert.Contains("de 50\u202F% à 30\u202F% le 01/01/2027", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Timeline_BarsStandWhereTheirDaysAre()
    {
        ReportTimeline timeline = Pages.ReportOf(Pages.SixPosts).Sheets[0].Blocks.OfType<ReportTimeline>().Single();
        decimal days = NodaTime.Period.DaysBetween(timeline.From, timeline.Until) + 1;
        XElement[] drawings =
            [.. Pages.Of(Pages.SixPosts).Descendants("svg").Where(one => one.Get("class") == "bars" && one.Get("role") == "img")];
        foreach (var (line, drawing) in timeline.Lines.Zip(drawings))
            foreach (var (bar, drawn) in line.Bars.Zip(drawing.Descendants("g").Select(one => one.Element("rect")!)))
            {
                Assert.Equal((double)NodaTime.Period.DaysBetween(timeline.From, bar.From), Days(drawn.Get("x")!), 0.1);
                Assert.Equal((double)NodaTime.Period.DaysBetween(bar.From, bar.Until) + 1, Days(drawn.Get("width")!), 0.1);
            }

        double Days(string percent) => double.Parse(percent.TrimEnd('%'), CultureInfo.InvariantCulture) / 100 * (double)days;
    }

    [Fact]
    public void ManyPosts_TheFirstPageShowsTheMostUrgent_AndTheOthersAreAllThere()
    {
        XElement page = Pages.Of(Pages.Many);
        XElement[] timelines = [.. page.Descendants("figure").Where(one => one.Get("class") == "timeline")];
        Assert.Equal([14, 60], timelines.Select(one => one.Element("ol")!.Elements("li").Count()));
        Assert.Equal("first", timelines[0].Parent!.Get("class"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>"), InlineData("\"><img src=x onerror=alert(1)>"), InlineData("</style><b>&amp;</b> ]]>"),
        InlineData("javascript:alert(1)"), InlineData("https://example.org/?a=1&b=2"), InlineData("--><!--"),
        InlineData("emoji 🏛️ et 𝔉"), InlineData("مرحبا بالعالم"), InlineData("&#60;i&#62;")]
    public void Text_WhateverItSays_StaysText(string text)
    {
        XElement page = Pages.Of(Pages.Saying(text));
        Assert.Equal(text, page.Descendants("span").First(one => one.Get("class") == "post").Value);
        Assert.Contains(page.Descendants("td"), cell => cell.Value.Contains(text, StringComparison.Ordinal));
        AsksNobody(page);
    }

    [Fact]
    public void SignsThatNoDocumentHolds_AreShownAsSuch_AndNoneTurnsWhatFollows()
    {
        // No portfolio holds them; a report of one's own may.
        Report report = Pages.ReportOf(Pages.Landes);
        report = report with
        {
            Sheets = report.Sheets.SetItem(0, report.Sheets[0] with { Title = "a\u0000b\u001Bc\uD800d\u202Ee\uFFFEf" }),
        };
        using var stream = new MemoryStream();
        report.SavePage(stream);
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDde\uFFFDf", Pages.Read(stream.ToArray()).Descendants("h1").Single().Value);
    }

    [Fact]
    public void EverySeed_AsksNobodyForAnything()
    {
        foreach (var (_, analysis) in Pages.All())
            AsksNobody(Pages.Of(analysis));
    }

    private static void AsksNobody(XElement page)
    {
        string[] known =
        [
            "html", "head", "meta", "title", "style", "body", "main", "section", "nav", "h1", "h2", "h3", "p", "strong",
            "ul", "ol", "li", "a", "span", "div", "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th",
            "td", "svg", "pattern", "rect", "line", "text", "g",
        ];
        Assert.All(page.Descendants(), element => Assert.Contains(element.Name.LocalName, known));
        string[] attributes =
        [
            "lang", "charset", "http-equiv", "content", "name", "id", "class", "role", "tabindex", "aria-label", "aria-labelledby",
            "aria-hidden", "scope", "href", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "rx", "patternUnits", "patternTransform",
        ];
        Assert.All(page.DescendantsAndSelf().Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, attributes));
        Assert.All(page.Descendants("a"), link => Assert.StartsWith("#p", link.Get("href")!, StringComparison.Ordinal));
        string style = page.Descendants("style").Single().Value;
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        Assert.Equal(["url(#hatch)"], System.Text.RegularExpressions.Regex.Matches(style, @"url\([^)]*\)").Select(match => match.Value));
        string policy = page.Descendants("meta").Single(meta => meta.Get("http-equiv") == "Content-Security-Policy").Get("content")!;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal($"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'", policy);
    }

    [Fact]
    public void Publication_NoMoneyOfFewPosts()
    {
        foreach (var (name, analysis) in Pages.All().Where(seed => seed.Analysis.Posts.Length < 3))
        {
            string page = Pages.Of(analysis, options: new() { Profile = ReportProfile.Publication }).Value;
            string[] secret =
            [
                .. analysis.Posts.SelectMany(post => post.Years)
                    .SelectMany(year => new[] { year.Cost, year.Agreed.Funding, year.Agreed.Gap, year.Announced.Funding })
                    .Where(money => money.TryGet(out var known) && known.Cents > 100_00)
                    .Select(money => Words.Money(money.Value, Language.French).TrimEnd('€').TrimEnd('\u202F')).Distinct(),
            ];
            Assert.All(secret, amount => Assert.False(page.Contains(amount, StringComparison.Ordinal), $"{name}: {amount}"));
        }
    }

    [Fact]
    public void Publication_SaysWhatThePublishedWorkbookSays()
    {
        var options = new ReportOptions { Profile = ReportProfile.Publication };
        Assert.Equal(ReportBuilder.Build(Pages.SixPosts, Language.French, options).Sheets.Select(sheet => sheet.Name),
            Pages.ReportOf(Pages.SixPosts, options: options).Sheets.Select(sheet => sheet.Name));
        string page = Pages.Of(Pages.SixPosts, options: options).Value;
        Assert.DoesNotContain("30\u202F%", page, StringComparison.Ordinal);
        Assert.DoesNotContain("28\u202F000", page, StringComparison.Ordinal);
    }

    [Theory, InlineData("tr-TR"), InlineData("ar-SA"), InlineData("fr-FR"), InlineData("sv-SE")]
    public void AnyCulture_SameBytes(string culture)
    {
        byte[] expected = Pages.Bytes(Pages.SixPosts);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(expected, Pages.Bytes(Pages.SixPosts));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task FileAndStreams_HaveTheSameBytes()
    {
        byte[] expected = Pages.Bytes(Pages.Landes);
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string path = Path.Combine(folder, "landes.html");
            Pages.Landes.SavePage(path);
            Assert.Equal(expected, File.ReadAllBytes(path));
            await Pages.Landes.SavePageAsync(path);
            Assert.Equal(expected, File.ReadAllBytes(path));
            Assert.Single(Directory.EnumerateFiles(folder));
            var stream = new FundingReports.Tests.Streams.AsyncOnly();
            await Pages.Landes.SavePageAsync(stream);
            Assert.Equal(expected, stream.Taken);
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Pages.Landes.SavePageAsync(path, cancellationToken: cancelled.Token));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A shape without a colour of its own is black: every tone has one, in the light, in the dark and on paper.</summary>
    [Fact]
    public void EveryTone_OfABar_HasAColour()
    {
        string sheet = Pages.Of(Pages.Landes, Language.French, new()).Descendants("style").Single().Value;
        foreach (Tone tone in Enum.GetValues<Tone>().Where(tone => tone is not Tone.Plain))
            Assert.Matches($$"""rect\.{{tone.ToString().ToLowerInvariant()}}\b[^{}]*\{ fill: """, sheet);
    }

    /// <summary>The table of the timeline says one thing of each day: what the bar says.</summary>
    [Fact]
    public void TableOfTheTimeline_SaysOneThingOfEachDay()
    {
        foreach (var (name, analysis) in Pages.All())
        {
            XElement page = Pages.Of(analysis, Language.French, new());
            if (page.Descendants("table").FirstOrDefault(table => table.Get("id") == "Tab_Frise") is not { } table)
                continue;
            var rows = table.Element("tbody")!.Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToList()).ToList();
            foreach (var (before, after) in rows.Zip(rows.Skip(1)).Where(pair => pair.First[0] == pair.Second[0]))
                Assert.True(Day(before[2]) < Day(after[1]), $"{name}: {string.Join(" | ", before)} / {string.Join(" | ", after)}");
        }

        static DateTime Day(string text) => DateTime.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>A report made in code is checked before its page is written, as it is before its workbook is.</summary>
    [Fact]
    public async Task WrongReport_IsRefused_BeforeItsPageIsWritten()
    {
        Report built = ReportBuilder.Build(Pages.Landes);
        ReportTable table = new("Tab_A", [new("a", "A", ColumnKind.Text, 20)], [new([new ReportCell.Text(null!)])]);
        ReportData data = new("Tab_D", [new("a", "A", ColumnKind.Text, 20)], 1, []);
        ReportChart chart = new("Titre", "Alternative", "Tab_Z", 0, 0, "a", [new("a", ChartMark.Stacked)], 10);
        Assert.Contains("table \"Tab_A\", row 0, column \"a\": a null", await Refused<ArgumentException>(With(table)),
            StringComparison.Ordinal);
        Assert.Contains("the table \"Tab_Z\"", await Refused<ArgumentException>(With(chart)), StringComparison.Ordinal);
        Assert.Contains("77 is none of Language", await Refused<ArgumentException>(built with { Language = (Language)77 }),
            StringComparison.Ordinal);
        Assert.Contains("table \"Tab_D\", row 0", await Refused<InvalidOperationException>(With(data)), StringComparison.Ordinal);
        // A name that no spreadsheet takes for a sheet is none of its matters.
        (built with { Sheets = [.. built.Sheets, new("History", "x", [])] }).SavePage(new MemoryStream());

        Report With(ReportBlock block) => built with { Sheets = [.. built.Sheets, new("Feuille", "x", [block])] };
    }

    private static async Task<string> Refused<T>(Report report) where T : Exception
    {
        using var stream = new MemoryStream();
        string message = Assert.ThrowsAny<T>(() => report.SavePage(stream)).Message;
        Assert.Equal(message, (await Assert.ThrowsAnyAsync<T>(() => report.SavePageAsync(stream))).Message);
        Assert.Equal(0, stream.Length);
        return message;
    }

    [Theory]
    [InlineData("p.xlsx"), InlineData("p.pdf"), InlineData("p.TXT")]
    public async Task NameOfAnotherFormat_IsRefused(string name)
    {
        string path = Path.Combine(Path.GetTempPath(), name);
        Assert.Contains(".html", Assert.Throws<ArgumentException>(() => Pages.Landes.SavePage(path)).Message, StringComparison.Ordinal);
        Report report = ReportBuilder.Build(Pages.Landes);
        Assert.Throws<ArgumentException>(() => report.SavePage(path));
        await Assert.ThrowsAsync<ArgumentException>(() => report.SavePageAsync(path));
        await Assert.ThrowsAsync<ArgumentException>(() => Pages.Landes.SavePageAsync(path));
        Assert.False(File.Exists(path));
    }
}
