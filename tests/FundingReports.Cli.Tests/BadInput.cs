namespace FundingReports.Cli.Tests;

/// <summary>The bad inputs that people send, and the code by which each is known.</summary>
internal static class BadInput
{
    internal const string Truncated = """{ "format": "fundingreports/portfolio@1", "funders": [ { "id": """;

    internal const string NotJson = "Bonjour, voici le tableau.";

    /// <summary>
    /// Everything at once: a billion-euro error, 120 %, an id twice, a circle of amendments, 30 February; and, as warnings, an unknown
    /// property and an e-mail.
    /// </summary>
    internal const string Everything = """
        {
          "format": "fundingreports/portfolio@1",
          "sources": [{ "id": "A", "kind": "act", "title": "Acte" }],
          "funders": [{ "id": "ETAT", "name": "État", "kind": "state" }, { "id": "ETAT", "name": "État", "kind": "state" }],
          "posts": [{ "id": "P1", "label": "Poste de jean.dupont@exemple.fr", "from": "2022-02-30", "source": "A", "couleur": "bleu" },
            { "id": "P2", "label": "Poste 2", "from": "2022-01-01", "source": "A" }],
          "commitments": [
            { "id": "C1", "funder": "ETAT", "posts": ["P2"], "from": "2022-01-01", "until": "2022-12-31",
              "amount": { "annual": "4000000000.00" }, "source": "A" },
            { "id": "C2", "funder": "ETAT", "posts": ["P2"], "from": "2022-01-01", "until": "2022-12-31", "amount": { "share": "120 %" },
              "source": "A" },
            { "id": "C3", "funder": "ETAT", "posts": ["P2"], "from": "2022-01-01", "until": "2022-12-31", "amount": { "annual": "1" },
              "amends": "C4", "source": "A" },
            { "id": "C4", "funder": "ETAT", "posts": ["P2"], "from": "2022-01-01", "until": "2022-12-31", "amount": { "annual": "1" },
              "amends": "C3", "source": "A" }
          ]
        }
        """;

    internal static string[] CodesOfEverything { get; } = [
        "money-too-large", "share-out-of-range", "duplicate-id", "amendment-circle", "invalid-date", "unknown-property", "personal-data"];
}
