using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Tests;

namespace FundingReports.Testing.Tests;

public class PolicyCasesTests
{
    private static readonly string folder = Repository.PathOf("seeds", "policies");

    private static readonly PolicyCaseSet values = Of("values.json"), checks = Of("checks.json");

    public static TheoryData<string> Values => new(values.Titles);

    public static TheoryData<string> Checks => new(checks.Titles);

    [Theory, MemberData(nameof(Values))]
    public void ShippedValue_Holds(string title) => values[title].Check();

    [Theory, MemberData(nameof(Checks))]
    public void ShippedCheck_Holds(string title) => checks[title].Check();

    [Fact]
    public void Titles_AreEachOfOneCase_AndAnUnknownOneListsThem()
    {
        var twice = PolicyCases.ParseJson(
            """{ "cases": [{ "title": "x", "parameter": "fonjep.full-unit", "on": "2022-01-01", "expected": null },"""
            + """{ "title": "x", "parameter": "fonjep.renewals", "on": "2022-01-01", "expected": null }] }""",
            folder);
        Assert.Equal(["x", "x (2)"], twice.Titles);
        Assert.Equal("the text, case 2", twice["x (2)"].Where);
        Assert.Contains("\"x (2)\"", Assert.Throws<KeyNotFoundException>(() => twice["y"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongCases_AreSaidAllAtOnce_AndNoFileIsEmpty()
    {
        Assert.Contains(
            "is empty", Assert.Throws<FormatException>(() => PolicyCases.ParseCsv("", folder)).Message, StringComparison.Ordinal);
        string message = Assert.Throws<FormatException>(() => PolicyCases.ParseJson(
            """{ "cases": [{ "title": "x", "parameter": "fonjep.ful-unit", "on": "2022-01-01", "expected": null },"""
            + """{ "title": "y", "parameter": "fonjep.renewals", "on": "2022", "expected": null }] }""", folder)).Message;
        Assert.All(["fonjep.ful-unit", "case 2"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title,parameter,on,expected\n"), InlineData("title,parameter,on,expected\n,,,\n")]
    public void FileOfNoCase_IsRefused(string csv)
    {
        Assert.Contains(
            "no case", Assert.Throws<FormatException>(() => PolicyCases.ParseCsv(csv, folder)).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => PolicyCases.ParseJson("""{ "cases": [] }""", folder));
    }

    /// <summary>As a French Excel saves it: its own character set, a column and rows of nothing, capitals in the header.</summary>
    [Fact]
    public void Csv_OfASpreadsheet_IsRead()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.csv");
        try
        {
            File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes(
                "Title;Parameter;ON;Expected;\r\n;;;;\r\nÀ l'été 2001;association.convention-above;01/01/2001;23000;\r\n"));
            PolicyCase one = Assert.Single(PolicyCases.Load(path));
            Assert.Equal(("À l'été 2001", "23000.00", $"{Path.GetFileName(path)}, row 3"), (one.Title, one.Expected, one.Where));
            one.Check();
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("60 %"), InlineData("0.6"), InlineData("3/5")]
    public void ValueInAnotherWriting_IsThatValue(string written)
    {
        var policies = PolicySet.Default.With(new PolicyParameter("own.share", PolicyUnit.Share, "part", "share",
            PolicyValue.Of(new(2020, 1, 1), Share.Of(3, 5), new Source("S", SourceKind.Act, "Essai"))));
        Assert.Single(PolicyCases.ParseCsv($"parameter,on,expected\nown.share,2022-01-01,{written}\n", folder, policies)).Check();
    }

    [Theory]
    [InlineData("title,parameter,on,expected\nx,fonjep.renewals,2022-01-01,1,2\n", "row 2")]
    [InlineData("title,portfolio,asOf,expected\nx,nowhere.json,2022-01-01,\n", "row 2 (x)")]
    [InlineData("title,portfolio,asOf,expected\nx,.,2022-01-01,\n", "row 2 (x)")]
    [InlineData("title,parameter,on,expected\nx,association.convention-above,2022-01-01,\"12 000,00\"\n", "not an amount: 7164.00")]
    [InlineData("title,parameter,on,expected,\nx,fonjep.renewals,2022-01-01,1,2\n", "a column without a name")]
    public void WrongRow_IsNamedAsASpreadsheetNumbersIt(string csv, string says) =>
        Assert.Contains(says, Assert.Throws<FormatException>(() => PolicyCases.ParseCsv(csv, folder)).Message, StringComparison.Ordinal);

    [Fact]
    public void ShippedCases_AreAllThere() => Assert.True(values.Count + checks.Count > 20);

    [Fact]
    public void WrongExpectation_SaysBothAnswers_AndWhatItRestsOn()
    {
        var wrong = Assert.Single(
            PolicyCases.ParseJson(
                """{ "cases": [{ "parameter": "association.convention-above", "on": "2001-01-01", """
                + """ "expected": "1.00", "why": "rien" }] }""",
                folder));
        string said = Assert.Throws<ExpectationException>(wrong.Check).Message;
        Assert.StartsWith("association.convention-above 2001-01-01 (the text, case 1): ", said, StringComparison.Ordinal);
        Assert.Contains("expected 1.00, found 23000.00", said, StringComparison.Ordinal);
        Assert.Contains("rien", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(','), InlineData(';')]
    public void Csv_SaysTheSameAsJson(char separator)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "portfolio.json");
        Given.Nothing.Funder("État", FunderKind.State).AndPost("P", 30_000, scheme: "FONJEP")
            .Signed("État", 9_000, "2022-01-01", "2024-12-31", line: "FONJEP").Portfolio().Save(path);
        string csv = string.Join('\n',
            "title,parameter,on,portfolio,asOf,expected,why",
            "le seuil la veille,association.convention-above,2000-12-31,,,,",
            "le seuil le jour,association.convention-above,2001-01-01,,,23000.00,loi 2000-321",
            "\"9 000 €, par an\",,,portfolio.json,2022-02-08,flat-amount unverifiable,").Replace(',', separator);
        var cases = PolicyCases.ParseCsv(csv.Replace($"€{separator} par", "€, par", StringComparison.Ordinal),
            Path.GetDirectoryName(path)!);
        Assert.Equal(["no value", "23000.00"], cases.Take(2).Select(example => example.Answer()));
        cases[0].Check();
        cases[1].Check();
        Assert.Throws<ExpectationException>(cases[2].Check);
        Assert.NotEmpty(cases[2].Answer());
        Assert.Equal("9 000 €, par an", cases[2].Title);
    }

    [Theory]
    [InlineData("{}"), InlineData("pas du JSON"), InlineData("""{ "cases": [{ "title": "x" }] }"""),
        InlineData("""{ "cases": [{ "parameter": "x", "on": "demain" }] }""")]
    public void WrongForm_IsRefusedWithASentence(string json) =>
        Assert.NotEmpty(Assert.Throws<FormatException>(() => PolicyCases.ParseJson(json, folder)).Message);

    private const string Header = "title,parameter,on,portfolio,asOf,expected,why";

    /// <summary>
    /// A case that expects nothing and finds nothing is the one that a slip turns green: each name in it is spoilt, letter by letter.
    /// </summary>
    [Theory]
    [InlineData("fonjep.full-unit"), InlineData("fonjep.duration-years"), InlineData("association.convention-above")]
    public void MisspeltParameter_IsRefused_WithTheRightOne(string parameter)
    {
        foreach (string spelt in Spoilt(parameter))
        {
            string said = Refused($"{Header}\nla veille,{spelt},1900-01-01,,,,");
            Assert.StartsWith("the text, row 2 (la veille): ", said, StringComparison.Ordinal);
            Assert.Contains($"\"{spelt}\"; is it \"{parameter}\"?", said, StringComparison.Ordinal);
        }
        PolicyCases.ParseCsv($"{Header}\nla veille,{parameter},1900-01-01,,,,", folder)[0].Check();
    }

    [Fact]
    public void MisspeltColumn_IsRefused_WithTheRightOne()
    {
        string[] columns = Header.Split(',');
        for (int at = 0; at < columns.Length; at++)
            foreach (string spelt in Spoilt(columns[at]).Where(word => !columns.Contains(word)))
            {
                string header = string.Join(',', columns.Select((column, i) => i == at ? spelt : column));
                string said = Refused($"{header}\nle jour,fonjep.full-unit,2024-01-01,,,7320.00,"),
                    json = Refused(() => PolicyCases.ParseJson($$"""{ "cases": [{ "{{spelt}}": null }] }""", folder));
                Assert.Contains($"\"{spelt}\"; ", said, StringComparison.Ordinal);
                Assert.Contains($"\"{spelt}\"; ", json, StringComparison.Ordinal);
                Assert.True(columns[at].Length < 4 || said.Contains($"\"{columns[at]}\"", StringComparison.Ordinal), said);
            }
    }

    [Theory]
    [InlineData("FONJP", "FONJEP", "\"FONJP\", that of \"P\"; is it \"FONJEP\"?")]
    [InlineData("FONJEP", "FONJP", "commitments[0].line: ")]
    public void MisspeltSchemeOrLine_IsRefused(string scheme, string line, string why)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "portfolio.json");
        Given.Nothing.Funder("État", FunderKind.State).AndPost("P", 30_000, scheme: scheme)
            .Signed("État", 7_320, "2024-01-01", "2026-12-31", line: line).Portfolio().Save(path);
        string said = Refused($"{Header}\nle poste,,,{path},2024-06-01,,");
        Assert.StartsWith("the text, row 2 (le poste): ", said, StringComparison.Ordinal);
        Assert.Contains(why, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "cases": [{ "parameter": "fonjep.full-unit", "on": "1900-01-01" }] }""",
        "case 1 (without title): \"expected\" is absent")]
    [InlineData("""{ "cases": [{ "parameter": "fonjep.full-unit", "on": "1900-01-01", "expected": 6 }] }""",
        "\"expected\" is 6: write a text")]
    [InlineData("""{ "cases": [{ "title": "x", "expected": null }] }""", "case 1 (x): it has neither \"parameter\" nor \"portfolio\".")]
    [InlineData("[]", "the text: policy cases are an object whose \"cases\" is an array of objects.")]
    public void ExpectationThatIsNotThere_IsRefused(string json, string why) =>
        Assert.Contains(why, Refused(() => PolicyCases.ParseJson(json, folder)), StringComparison.Ordinal);

    [Fact]
    public void ColumnTwice_IsRefused() => Assert.Contains("\"why\" is there twice",
        Refused($"{Header},why\nx,,,,,,,"), StringComparison.Ordinal);

    // Each letter left out, doubled, and turned round with the next.
    private static IEnumerable<string> Spoilt(string word) => Enumerable.Range(0, word.Length - 1).SelectMany(at => (string[])
        [word.Remove(at, 1), word.Insert(at, word[at..(at + 1)]), $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}"])
        .Where(spelt => spelt != word).Distinct();

    private static string Refused(string csv) => Refused(() => PolicyCases.ParseCsv(csv, folder));

    private static string Refused(Func<object> load) => Assert.Throws<FormatException>(load).Message;

    [Fact]
    public void OtherFile_IsRefused() => Assert.Throws<FormatException>(() => PolicyCases.Load("cases.txt"));

    private static PolicyCaseSet Of(string file) =>
        PolicyCases.ParseJson(File.ReadAllText(Path.Combine(folder, "cases", file)), folder);
}
