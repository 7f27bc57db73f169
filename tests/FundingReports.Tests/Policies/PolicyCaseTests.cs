using System.Globalization;
using System.Text.Json;
using FundingReports.Policies;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Policies;

/// <summary>Runs seeds/policies/cases.</summary>
public class PolicyCaseTests
{
    private static readonly JsonElement values = Read("values.json"), checks = Read("checks.json");

    public static TheoryData<int, string> Values => Numbered(values, item => $"{item.GetProperty("parameter")} {item.GetProperty("on")}");

    public static TheoryData<int, string> Checks => Numbered(checks, item => item.GetProperty("title").GetString()!);

    [Theory, MemberData(nameof(Values))]
    public void On_DayOfAChangeOrItsEve_IsWhatTheSourceSays(int index, string title)
    {
        Assert.NotEmpty(title);
        JsonElement item = values[index];
        PolicySet policies = Policies(item);
        string parameter = item.GetProperty("parameter").GetString()!;
        LocalDate day = Day(item, "on");
        if (item.GetProperty("expected").GetString() is { } expected)
            Assert.Equal(expected, policies.On(parameter, day).ToString());
        else
            Assert.Equal((parameter, day), (Assert.Throws<PolicyException>(() => policies.On(parameter, day)).Parameter, day));
    }

    [Theory, MemberData(nameof(Checks))]
    public void Check_Case_SaysWhatIsExpected(int index, string title)
    {
        Assert.NotEmpty(title);
        JsonElement item = checks[index];
        var findings = SchemeChecker.Check(Portfolio.Parse(item.GetProperty("portfolio").GetRawText()), Policies(item), Day(item, "asOf"));
        Assert.Equal(
            item.GetProperty("expected").EnumerateArray()
                .Select(e => $"{e.GetProperty("rule")} {e.GetProperty("verdict")} {e.GetProperty("commitment")}"),
            findings.Select(finding => $"{finding.Rule} {finding.Verdict.ToString().ToLowerInvariant()} {finding.Commitment?.Id}"));
        foreach (SchemeFinding finding in findings)
        {
            string french = finding.Message(Language.French), english = finding.Message(Language.English);
            Assert.NotEqual(french, english);
            Assert.DoesNotMatch(" [:;?!%€»]|« ", french);
            Assert.Contains(finding.Parameter ?? finding.Commitment!.Id, french, StringComparison.Ordinal);
            Assert.Contains(finding.Parameter ?? finding.Commitment!.Id, english, StringComparison.Ordinal);
            if (finding.Policy is { } value)
                Assert.Contains(FrenchText.NoBreak(value.Source.Title), french, StringComparison.Ordinal);
            Assert.StartsWith("commitments[", finding.Path, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Cases_ShippedValues_AllHaveTheirFirstDayAndItsEve()
    {
        var covered = values.EnumerateArray()
            .Select(item => (item.GetProperty("policies").GetString()!, item.GetProperty("parameter").GetString()!, Day(item, "on")))
            .ToHashSet();
        var missing = new List<string>();
        foreach (string file in Directory.GetFiles(PolicyDocuments.Seeds, "*.json")
                .Concat(Directory.GetFiles(Path.Combine(PolicyDocuments.Seeds, "examples"), "*.json")))
        {
            string name = Path.GetRelativePath(PolicyDocuments.Seeds, file).Replace('\\', '/');
            foreach (PolicyParameter parameter in PolicySet.Load(file)
                    .Parameters.Values.Where(parameter => name == "default.json"
                            || !PolicySet.Default.Parameters.ContainsKey(parameter.Name)))
                foreach (PolicyValue value in parameter.Values.Where(value => value.From > new LocalDate(1600, 1, 1)))
                    missing.AddRange(
                        from day in (LocalDate[])[value.From, value.From.PlusDays(-1)]
                        where !covered.Contains((name, parameter.Name, day))
                        select $"cases/values.json: no case for {parameter.Name} ({name}) on {LocalDatePattern.Iso.Format(day)}");
        }
        Expect.Nothing(missing);
    }

    private static PolicySet Policies(JsonElement item) =>
        PolicySet.Load(Path.Combine(PolicyDocuments.Seeds, item.GetProperty("policies").GetString()!));

    private static LocalDate Day(JsonElement item, string name) => LocalDatePattern.Iso.Parse(item.GetProperty(name).GetString()!).Value;

    private static TheoryData<int, string> Numbered(JsonElement cases, Func<JsonElement, string> title)
    {
        var data = new TheoryData<int, string>();
        for (int i = 0; i < cases.GetArrayLength(); i++)
            data.Add(i, string.Create(CultureInfo.InvariantCulture, $"{title(cases[i])}"));
        return data;
    }

    private static JsonElement Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PolicyDocuments.Seeds, "cases", file)));
        return document.RootElement.GetProperty("cases").Clone();
    }
}
