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
          "funders": [{ "id": "ETAT", "name": "État", "kind": "state" }, { "id": "CD", "name": "Département", "kind": "collectivite-departementale" }],
          "posts": [{ "id": "L1", "label": "Poste 1", "departement": "40", "fte": "1", "from": "2020-07-24", "costs": [{ "from": "2020-07-24", "annual": "50000" }], "source": "A" }],
          "commitments": [
            { "id": "E1", "funder": "ETAT", "posts": ["L1"], "from": "2020-07-24", "until": "2023-07-23", "amount": { "share": "1/2" }, "cap": "30000", "status": "signed", "decidedOn": "2020-07-24", "source": "A" },
            { "id": "D1", "funder": "CD", "posts": ["L1"], "from": "2020-07-24", "until": "2023-07-23", "amount": { "annual": 25000 }, "status": "signed", "decidedOn": "2020-07-24", "source": "A" }],
          "campaigns": [{ "funder": "ETAT", "line": "FIPD", "year": 2023, "closes": "2023-02-15", "source": "A" }]
        }
        """;

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
        bool valid = Portfolio.TryParse(utf8, out Portfolio? portfolio, out ImmutableArray<Problem> problems);
        Assert.Equal(valid, problems.All(problem => problem.Severity is Severity.Warning));
        Assert.Equal(valid, portfolio is not null);
        return problems;
    }

    internal static string Codes(ImmutableArray<Problem> problems) => string.Join(" ", problems.Select(problem => $"{problem.CodeName}@{problem.Path}"));
}
