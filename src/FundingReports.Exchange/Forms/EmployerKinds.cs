using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Sentences;

namespace FundingReports.Exchange.Forms;

/// <summary>What an employer is: in the words of a form, and as portfolio@1 writes it.</summary>
internal static class EmployerKinds
{
    private static readonly (string Kind, string Word, string[] Others)[] known =
    [
        ("association", "association", ["asso", "association loi 1901", "loi 1901", "associatif", "non-profit", "charity"]),
            ("ccas", "CCAS", ["cias", "centre communal d'action sociale"]),
        ("commune", "commune", ["ville", "mairie", "town", "city", "town hall", "municipality"]),
            ("epci", "intercommunalité", ["communauté de communes", "communauté d'agglomération", "agglomération", "métropole",
                "community of communes", "metropolis"]),
        ("collectivite-departementale", "département", ["conseil départemental", "collectivité départementale", "department",
            "departmental council"]),
            ("etat", "État", ["préfecture", "the state"]),
    ];

    internal static ImmutableArray<string> Words { get; } = [.. known.Select(entry => entry.Word)];

    /// <summary>Whether the lists have the kind.</summary>
    internal static bool IsKnown(string kind) => known.Any(entry => entry.Kind == kind);

    /// <summary>The word of a kind; the kind itself where it is another.</summary>
    internal static string WordOf(string kind, Language language) =>
        known.FirstOrDefault(entry => entry.Kind == kind).Word is { } word ? FormWords.In(word, language) : kind;

    /// <summary>The kind that a text names; the text itself where it names another.</summary>
    internal static string Read(string text)
    {
        string key = Plain.Key(text);
        foreach ((string kind, string word, string[] others) in known)
            if (Plain.Key(kind) == key || Plain.Key(word) == key || Plain.Key(FormWords.Of(word).English) == key
                || others.Any(other => Plain.Key(other) == key))
                return kind;
        return text;
    }
}
