using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Policies;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>The deadlines as a calendar.</summary>
public partial class DeadlinesExportTests
{
    private static readonly LocalDate AsOf = new(2026, 11, 26);

    private static Portfolio Facts(
        string closes = "\"closes\": \"2027-01-31\",", string amendment = "", string title = "Exemple") => Portfolio.Parse($$"""
        {
          "format": "fundingreports/portfolio@1", "title": "{{title}}",
          "sources": [{ "id": "A", "kind": "act", "title": "Convention" }],
          "funders": [{ "id": "ETAT", "name": "État ; préfecture, \u00ab FIPD \u00bb", "kind": "state" }],
          "posts": [{ "id": "P", "label": "Poste, à Dax", "departement": "40", "from": "2025-01-01", "source": "A",
            "employers": [{ "name": "Association Exemple", "kind": "association" }],
            "costs": [{ "from": "2025-01-01", "annual": "50000.00", "source": "A" }] }],
          "commitments": [
            { "id": "C", "funder": "ETAT", "line": "FIPD", "posts": ["P"], "from": "2025-01-01", "until": "2027-12-31",
              "amount": { "annual": "30000.00" }, "status": "signed", "decidedOn": "2025-01-01", "source": "A" }{{amendment}}],
          "campaigns": [{ "funder": "ETAT", "line": "FIPD", "year": 2027, {{closes}} "source": "A" }]
        }
        """);

    private static string Written(Portfolio portfolio, Language language = Language.French)
    {
        using var bytes = new MemoryStream();
        DeadlinesExport.Of(portfolio.Analyze(AsOf), language).Write(bytes);
        // As a reader unfolds it.
        return Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    // The papers of a request are due with it.
    private static string Event(string calendar, string day, string title) => calendar.Split("BEGIN:VEVENT").Single(one =>
        one.Contains($"DTSTART;VALUE=DATE:{day}", StringComparison.Ordinal) && one.Contains($"SUMMARY:{title}", StringComparison.Ordinal));

    [Fact]
    public void Request_WithAPublishedDay_IsAnEvent()
    {
        string request = Event(Written(Facts()), "20270131", "Demande");
        Assert.Contains("SUMMARY:Demande à déposer : État \\; préfecture\\, « FIPD » (FIPD) 2027", request.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        Assert.Contains("DTEND;VALUE=DATE:20270201", request, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20261126T000000Z", request, StringComparison.Ordinal);
        // Six months before lies in the past: a week before remains.
        Assert.Equal(["TRIGGER:-P7D"], request.Split("\r\n").Where(line => line.StartsWith("TRIGGER", StringComparison.Ordinal)));
    }

    [Fact]
    public void Request_WithoutAPublishedDay_IsInNoEvent() =>
        Assert.DoesNotContain("Demande", Written(Facts(closes: "")), StringComparison.Ordinal);

    [Fact]
    public void End_OfAnAgreement_IsAnEvent_AndRemindsAtTheMonthsOfThePolicies()
    {
        string end = Event(Written(Facts()), "20271231", "Fin de financement");
        PolicySet policies = PolicySet.Default;
        LocalDate last = new(2027, 12, 31);
        string[] expected = [.. ((string[])["risk.moderate-months", "risk.critical-months"])
            .Select(name => last.PlusMonths(-policies.WholeOn(name, AsOf)))
            .Where(day => day >= AsOf).Order().Select(day => $"TRIGGER:-P{Period.DaysBetween(day, last)}D")];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, end.Split("\r\n").Where(line => line.StartsWith("TRIGGER", StringComparison.Ordinal)));
    }

    [Fact]
    public void End_OfWhatIsAmended_IsThatOfTheAmendment()
    {
        const string amendment = """
            , { "id": "D", "funder": "ETAT", "line": "FIPD", "posts": ["P"], "from": "2026-01-01", "until": "2028-06-30",
              "amount": { "annual": "30000.00" }, "status": "signed", "decidedOn": "2025-12-01", "amends": "C", "source": "A" }
            """;
        string calendar = Written(Facts(amendment: amendment));
        Assert.Contains("DTSTART;VALUE=DATE:20280630", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("DTSTART;VALUE=DATE:20271231", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public void Identifiers_StayWhenADayMoves_AndDifferBetweenPortfolios()
    {
        static string[] Ids(string calendar) => [.. Uid().Matches(calendar).Select(match => match.Value)];
        string[] ids = Ids(Written(Facts()));
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains(Uid().Match(Event(Written(Facts()), "20270131", "Demande")).Value,
            Ids(Written(Facts("\"closes\": \"2027-02-15\","))));
        Assert.Empty(ids.Intersect(Ids(Written(Facts(title: "Autre")))));
    }

    [Fact]
    public void Bytes_OfTheSameAnalysis_AreTheSame_AndEnglishHasItsWords()
    {
        Assert.Equal(Written(Facts()), Written(Facts()));
        Assert.Contains("SUMMARY:Request due: ", Written(Facts(), Language.English), StringComparison.Ordinal);
    }

    [GeneratedRegex("UID:[0-9a-f]{32}@fundingreports")]
    private static partial Regex Uid();
}
