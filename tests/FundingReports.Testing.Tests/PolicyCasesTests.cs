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
            """{ "cases": [{ "title": "x", "parameter": "a", "on": "2022-01-01" },"""
            + """{ "title": "x", "parameter": "b", "on": "2022-01-01" }] }""",
            folder);
        Assert.Equal(["x", "x (2)"], twice.Titles);
        Assert.Equal("the text, case 2", twice["x (2)"].Where);
        Assert.Contains("\"x (2)\"", Assert.Throws<KeyNotFoundException>(() => twice["y"]).Message, StringComparison.Ordinal);
    }

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
            "\"9 000 €, par an\",,,portfolio.json,2022-02-08,rien,").Replace(',', separator);
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

    [Fact]
    public void OtherFile_IsRefused() => Assert.Throws<FormatException>(() => PolicyCases.Load("cases.txt"));

    private static PolicyCaseSet Of(string file) =>
        PolicyCases.ParseJson(File.ReadAllText(Path.Combine(folder, "cases", file)), folder);
}
