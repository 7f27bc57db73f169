using System.Text.Json;
using System.Text.RegularExpressions;
using FundingReports.Exchange;
using FundingReports.Json;
using FundingReports.Tests;

namespace FundingReports.Docs.Tests;

/// <summary>What the pages point at is there, and what they describe they describe whole.</summary>
public partial class PageTests
{
    [Fact]
    public void Links_LeadSomewhere()
    {
        var missing =
            from page in Pages.All
            from Match match in Link().Matches(File.ReadAllText(page))
            let target = match.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
            select $"{Repository.Relative(page)}: {target}";
        Assert.Empty(missing);
    }

    [Fact]
    public void NamedPaths_Exist()
    {
        var named = Pages.All.SelectMany(page => Named().Matches(File.ReadAllText(page))
                .Select(match => (Page: Repository.Relative(page), Path: match.Groups[1].Value))).ToList();
        Assert.True(named.Count > 50);
        Assert.Empty(named.Where(one => !Path.Exists(Repository.PathOf(one.Path))).Select(one => $"{one.Page}: {one.Path}"));
    }

    /// <summary>The house has a map: whoever opens a folder finds it there.</summary>
    [Fact]
    public void Map_NamesEveryFolder()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "house.md"));
        string map = page[page.IndexOf("## The map", StringComparison.Ordinal)..];
        static IEnumerable<string> In(params string[] folder) =>
            Directory.EnumerateDirectories(Repository.PathOf(folder)).Select(path => Path.GetFileName(path)!);
        Assert.DoesNotContain(In("src", "FundingReports").Except(["bin", "obj"]),
            room => !map.Contains($"`…/{room}`", StringComparison.Ordinal));
        Assert.DoesNotContain(In("src").Where(name => name.StartsWith("FundingReports", StringComparison.Ordinal)),
            name => !map.Contains($"`src/{name}`", StringComparison.Ordinal));
        Assert.DoesNotContain(In("examples"), name => !map.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Pictures_AreSmall_AndSayWhatTheyShow()
    {
        Assert.Empty(Directory.EnumerateFiles(Repository.PathOf("docs", "images")).Where(file => new FileInfo(file).Length > 80 * 1024)
                .Select(Repository.Relative));
        Assert.Empty(Pages.All.Where(page => File.ReadAllText(page).Contains("![](", StringComparison.Ordinal))
                .Select(Repository.Relative));
    }

    [Theory, InlineData("portfolio"), InlineData("analysis"), InlineData("policy"), InlineData("scenario")]
    public void Formats_DescribeEveryProperty(string format)
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "formats.md"));
        int start = page.IndexOf($"\n## {format}@1", StringComparison.Ordinal),
            end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        string section = end < 0 ? page[start..] : page[start..end];
        using var schema = JsonDocument.Parse(
            format switch { "portfolio" => JsonSchemas.Portfolio, "analysis" => JsonSchemas.Analysis, "policy" => JsonSchemas.Policy,
                _ => JsonSchemas.Scenario });
        Assert.DoesNotContain(PropertiesOf(schema.RootElement).Distinct(),
            name => !Regex.IsMatch(section, $@"\b{name}\b", RegexOptions.CultureInvariant));
    }

    [Fact]
    public void PortfolioExample_OfTheFormats_IsReadWithoutAnError()
    {
        string example = Pages.Blocks.First(block => block is { Page: "docs/formats.md", Language: "json" }).Text;
        Assert.True(Portfolio.TryRead(System.Text.Encoding.UTF8.GetBytes(example), out _, out var problems),
            string.Join('\n', problems.Select(problem => $"{problem.Path} {problem.CodeName}")));
        Assert.DoesNotContain(problems, problem => problem.CodeName == "unknown-property");
    }

    /// <summary>Whoever writes a form by hand finds each column and each word of its lists on the page.</summary>
    [Fact]
    public void FormPage_NamesEveryColumn_AndEveryWordOfTheLists()
    {
        string page = Plain(File.ReadAllText(Repository.PathOf("docs", "form.md")));
        int seen = 0;
        foreach (IntakeTemplate form in (IntakeTemplate[])[IntakeTemplate.Blank(2027, 2027), IntakeTemplate.Complete()])
        {
            using var bytes = new MemoryStream();
            form.Save(bytes);
            using var workbook = new ClosedXML.Excel.XLWorkbook(bytes);
            var headers = workbook.Worksheets.Where(sheet => sheet.Name is not ("Exemple" or "Mode d’emploi" or "Listes"))
                .SelectMany(sheet => sheet.Row(3).CellsUsed())
                .Select(cell => Plain(cell.GetString()).Replace("2027", "AAAA", StringComparison.Ordinal));
            var words = workbook.Worksheet("Listes").CellsUsed()
                .Where(cell => cell.Address.RowNumber > 3).Select(cell => Plain(cell.GetString()));
            foreach (string header in headers.Select(header => header.TrimEnd('*', ' ')).Distinct())
            {
                seen++;
                Assert.Matches($@"(?m)^(?=\|).*(?:\| |· |, )(?:\*\*)?{Regex.Escape(header)}(?!\p{{L}})", page);
            }
            foreach (string word in words.Distinct())
            {
                seen++;
                Assert.Contains($"`{word}`", page, StringComparison.Ordinal);
            }
        }
        Assert.True(seen > 100, $"Only {seen} columns and words were found.");

        static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('’', '\'');
    }

    [Fact]
    public void CsvOfTheFormPage_IsReadWithoutAnError()
    {
        string[] lines = Pages.Blocks.Single(block => block is { Page: "docs/form.md", Language: "csv" }).Text.Split('\n');
        Assert.Equal(4, lines.Length);
        IntakeReading reading =
            IntakeReader.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))), "plan.csv");
        Assert.DoesNotContain(reading.Problems, problem => problem.Severity is Validation.Severity.Error);
        Assert.Equal((2, 4), (reading.Portfolio!.Posts.Length, reading.Portfolio.Commitments.Length));
    }

    /// <summary>The files that the snippets read are the ones that the pages show.</summary>
    [Theory, InlineData("maison.json", "docs/formats.md", "json"), InlineData("cases.csv", "docs/policies.md", "csv"),
        InlineData("cases.csv", "src/FundingReports.Testing/README.md", "csv"), InlineData("cases.json", "docs/policies.md", "json")]
    public void Files_AreThoseOfThePages(string file, string page, string language) =>
        Assert.Contains(Pages.Blocks, block => block.Page == page && block.Language == language
                && block.Text == Pages.Dedented(File.ReadAllLines(file)));

    private static IEnumerable<string> PropertiesOf(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object =>
            schema.EnumerateObject()
            .SelectMany(property => property.Name == "properties" && property.Value.ValueKind == JsonValueKind.Object
            ? property.Value.EnumerateObject().SelectMany(own => PropertiesOf(own.Value).Prepend(own.Name))
            : PropertiesOf(property.Value)),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(PropertiesOf),
        _ => [],
    };

    [GeneratedRegex(@"\]\(([^)#\s]+)\)")]
    private static partial Regex Link();

    // A path between backticks that begins in a folder of the repository, without a star or an ellipsis.
    [GeneratedRegex(@"`((?:src|docs|tests|seeds|examples|\.ci)(?:/[\w.\-]+)+)/?`")]
    private static partial Regex Named();
}
