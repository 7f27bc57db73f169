using System.Collections.Immutable;
using System.Text;
using FundingReports.Validation;

namespace FundingReports.Tests.Json;

/// <summary>Documents of the tests, and a short way to read them.</summary>
internal static class Documents
{
    /// <summary>One post, half State, half département, with nothing to be said against it.</summary>
    internal const string Clean = """
        {
          "format": "fundingreports/portfolio@1", "title": "Essai", "edition": { "on": "2022-02-08", "by": "fonction", "previous": null },
          "sources": [{ "id": "A", "kind": "act", "title": "Convention du 24/07/2020" }],
          "funders": [{ "id": "ETAT", "name": "État", "kind": "state" },
            { "id": "CD", "name": "Département", "kind": "collectivite-departementale" }],
          "posts": [{ "id": "L1", "label": "Poste 1", "departement": "40",
            "fte": "1", "from": "2020-07-24", "costs": [{ "from": "2020-07-24", "annual": "50000" }], "source": "A" }],
          "commitments": [
            { "id": "E1", "funder": "ETAT",
              "posts": ["L1"], "from": "2020-07-24", "until": "2023-07-23", "amount": { "share": "1/2" }, "cap": "30000",
              "status": "signed", "decidedOn": "2020-07-24", "source": "A" },
            { "id": "D1", "funder": "CD", "posts": ["L1"], "from": "2020-07-24", "until": "2023-07-23", "amount": { "annual": 25000 },
              "status": "signed", "decidedOn": "2020-07-24", "source": "A" }],
          "campaigns": [{ "funder": "ETAT", "line": "FIPD", "year": 2023, "closes": "2023-02-15", "source": "A" }]
        }
        """;

    /// <summary>A text that stops within a value, on its second line.</summary>
    internal const string Truncated = "{\n  \"é\": \"abc";

    /// <summary>A text with a bare word, on its second line.</summary>
    internal const string NotJson = "{\n  \"é\": abc }";

    /// <summary>Three promises that wait for a post: signed, requested, and announced without amount.</summary>
    internal const string Waiting = """
        "awaiting": [
          { "id": "S1", "funder": "ETAT", "amount": { "total": "26000.00" }, "status": "signed", "decidedOn": "2021-03-01",
            "references": { "decision": "D-12" }, "source": "A",
            "subsidy": { "beneficiary": { "name": "Association", "siret": "67895644300011", "rna": "W380475558" }, "object": "Poste",
              "beneficiaryPart": "0.8", "notifiedToEu": false } },
          { "id": "S2", "funder": "CD", "amount": { "total": "1500" }, "status": "requested", "source": "A" },
          { "id": "S3", "funder": "CD", "amount": { "unknown": true }, "source": "A" }],
        """;

    /// <summary>The clean document, and what waits.</summary>
    internal static string Awaiting => With(("\"posts\":", Waiting + "\n\"posts\":"));

    /// <summary>The State's half stops at the end of 2022; a second convention takes over on 1 March.</summary>
    internal static string FallsAndResumes => With(
        ("\"until\": \"2023-07-23\", \"amount\": { \"share\"", "\"until\": \"2022-12-31\", \"amount\": { \"share\""),
        ("\"commitments\": [", """
            "commitments": [{ "id": "E2", "funder": "ETAT", "posts": ["L1"], "from": "2023-03-01", "until": "2023-07-23",
              "amount": { "share": "1/2" },
              "cap": "30000", "status": "signed", "decidedOn": "2020-07-24", "source": "A" },
            """));

    /// <summary>Two sums pay the whole cost until it rises, in the middle of 2022.</summary>
    internal static string CostRises => With(
        ("\"amount\": { \"share\": \"1/2\" }, \"cap\": \"30000\"", "\"amount\": { \"annual\": 25000 }"),
        ("\"annual\": \"50000\" }", "\"annual\": \"50000\" }, { \"from\": \"2022-07-01\", \"annual\": \"52000\" }"));

    /// <summary>The clean document, changed in places.</summary>
    internal static string With(params (string Old, string New)[] changes)
    {
        string text = Clean;
        foreach ((string old, string changed) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            int at = text.IndexOf(old, StringComparison.Ordinal);
            text = string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length));
        }
        return text;
    }

    internal static ImmutableArray<Problem> Problems(string json) => Problems(Encoding.UTF8.GetBytes(json));

    internal static ImmutableArray<Problem> Problems(byte[] utf8)
    {
        bool valid = Portfolio.TryRead(utf8, out Portfolio? portfolio, out ImmutableArray<Problem> problems);
        Assert.Equal(valid, problems.All(problem => problem.Severity is Severity.Warning));
        Assert.Equal(valid, portfolio is not null);
        return problems;
    }

    internal static string Codes(ImmutableArray<Problem> problems) =>
        string.Join(" ", problems.Select(problem => $"{problem.CodeName}@{problem.Path}"));
}
