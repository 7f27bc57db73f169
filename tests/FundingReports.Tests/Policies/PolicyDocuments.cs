using System.Collections.Immutable;
using System.Text;
using FundingReports.Policies;
using FundingReports.Validation;

namespace FundingReports.Tests.Policies;

/// <summary>Policy documents of the tests, and where those of seeds are.</summary>
internal static class PolicyDocuments
{
    /// <summary>A document with every part, and nothing to be said against it.</summary>
    internal const string Clean = """
        {
          "format": "fundingreports/policy@1", "title": "Essai",
          "sources": [
            { "id": "A", "kind": "act", "title": "Arrêté", "on": "2020-01-01" },
            { "id": "H", "kind": "assumption", "title": "Seuil", "author": "fonction", "reason": "pour l'essai" }],
          "parameters": [
            { "name": "own.months", "unit": "months", "description": { "fr": "Durée", "en": "Duration" },
              "values": [{ "from": "2020-01-01", "value": 36, "source": "A" }] },
            { "name": "own.share", "unit": "share", "description": { "fr": "Part", "en": "Share" }, "values": [{ "from": "2020",
              "value": "1/2", "source": "H" }, { "from": "2022-07-01", "value": "30 %", "source": "A", "checkedOn": "2024-01-01",
              "note": "vu" }] },
            { "name": "own.sum", "unit": "money", "description": { "fr": "Somme", "en": "Sum" }, "values": [{ "from": "2020-01-01",
              "value": "1000.50", "source": "A" }, { "from": "2023-01-01", "value": null, "source": "A" }] }],
          "schemes": [{ "id": "X", "name": "Dispositif", "line": "LIGNE",
            "rules": [{ "rule": "longest-duration", "parameter": "own.months" }, { "rule": "highest-share-by-year",
              "parameters": ["own.share"] }, { "rule": "flat-amount", "parameter": "own.sum", "halfUnits": true }],
            "proposal": { "amount": "annual", "parameters": ["own.sum"], "duration": "own.months" } }]
        }
        """;

    /// <summary>The folder of the shipped and example policies.</summary>
    internal static string Seeds => Repository.PathOf("seeds", "policies");

    internal static string With(params (string Old, string New)[] changes)
    {
        string text = Clean;
        foreach ((string old, string changed) in changes)
        {
            int at = text.IndexOf(old, StringComparison.Ordinal);
            Assert.True(at >= 0, old);
            text = string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length));
        }
        return text;
    }

    internal static ImmutableArray<Problem> Problems(string json)
    {
        bool valid = PolicySet.TryRead(Encoding.UTF8.GetBytes(json), out PolicySet? policies, out ImmutableArray<Problem> problems);
        Assert.Equal(valid, policies is not null);
        Assert.Equal(valid, problems.All(problem => problem.Severity is Severity.Warning));
        return problems;
    }

    internal static string Codes(ImmutableArray<Problem> problems) =>
        string.Join(" ", problems.Select(problem => $"{problem.CodeName}@{problem.Path}"));
}
