using System.Collections.Frozen;
using System.ComponentModel;
using System.Globalization;
using FundingReports.Wording;

namespace FundingReports.Sentences;

/// <summary>The words of the forms, French beside English: their columns, their lists, and what stands in their cells.</summary>
/// <remarks>A problem carries them in French; its sentence says them in its own language. Both are read, in any form.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormWords
{
    // AAAA is any year, in both languages.
    private const string Year = "AAAA";

    private static readonly (string French, string English)[] pairs =
    [
        // Columns.
        ("Poste", "Post"), ("Lieu", "Place"), ("Dép.", "Département"), ("Employeur", "Employer"),
        ("Type d'employeur", "Kind of employer"), ("ETP", "FTE"), ("Du", "From"), ("Au", "Until"),
        ("Pourvu ou vacant (depuis)", "Occupied or vacant (since)"), ("Coût AAAA (€/an)", "Cost AAAA (€/year)"),
        ("Coût annuel", "Yearly cost"), ("Décidé le", "Decided on"), ("Financeur", "Funder"), ("Type", "Kind"), ("Dispositif", "Line"),
        ("AAAA (€ ou part)", "AAAA (€ or share)"), ("Nature", "Nature"), ("Plafond (€/an)", "Cap (€/year)"), ("Statut", "Status"),
        ("Ferme (années)", "Firm (years)"), ("N° de l'acte", "Number of the act"), ("Date de l'acte", "Date of the act"),
        ("Justificatif", "Evidence"), ("Observations", "Remarks"), ("Année", "Year"), ("Poste du", "Post from"),
        ("Poste au", "Post until"),
        // Statuses.
        ("sollicité", "requested"), ("annoncé", "announced"), ("délibéré, convention à signer", "granted"), ("conventionné", "signed"),
        ("refusé", "refused"),
        // Funders and employers.
        ("État", "State"), ("Intercommunalité", "Intercommunality"), ("Région", "Region"), ("Sécurité sociale", "Social security"),
        ("Autre", "Other"), ("intercommunalité", "intercommunality"),
        // What the money is.
        ("somme", "sum"), ("total réparti", "spread total"), ("par douze mois", "by twelve months"), ("part du coût", "part of the cost"),
        ("le solde", "the balance"), ("part du reste", "part of the rest"), ("part du solde", "part of the balance"),
        ("somme pour la durée", "sum for the whole period"), ("somme par an", "sum a year"),
        ("sommes année par année", "sums year by year"), ("parts année par année", "parts year by year"),
        // Occupancy, costs, sources, instalments.
        ("pourvu", "occupied"), ("recrutement en cours", "recruiting"), ("prévisionnel", "budget"), ("réalisé", "actual"),
        ("acte vu", "act seen"), ("déclaration", "statement"), ("presse", "press"), ("données publiées", "published data"),
        ("hypothèse", "assumption"), ("inconnues", "unknown"), ("aucune", "none"), ("toutes", "all"),
        ("feuille Tranches", "sheet Tranches"),
        // What a cell says.
        ("inconnu", "unknown"), ("rien", "nothing"), ("sans terme", "without term"), ("un tiers", "a third"), ("oui", "yes"),
        ("non", "no"), ("env.", "about"),
    ];

    // What follows a sum or a share.
    private static readonly (string French, string English)[] ends =
        [(" par an", " a year"), (" du solde", " of the balance"), (" du coût", " of the cost")];

    private static readonly FrozenDictionary<string, string> english = All().ToFrozenDictionary(
        pair => pair.French, pair => pair.English, StringComparer.Ordinal);

    /// <summary>All words, with those of columns also without what stands in brackets; AAAA is a year.</summary>
    public static IEnumerable<(string French, string English)> All() => pairs.SelectMany(pair => pair.French.Contains('(')
        ? ((string, string)[])[pair, (Bare(pair.French), Bare(pair.English))] : [pair])
        .Concat(Enumerable.Range(1, 12).SelectMany(month => Spelled(Words.Month(month, Language.French)).Select(
            name => ($"{name} {Year}", $"{Words.Month(month, Language.English)} {Year}"))));

    // With its accents and, as words are compared, without them.
    private static IEnumerable<string> Spelled(string month) =>
        ((string[])[month, string.Concat(month.Select(Portfolios.PlainLetter.Of))]).Distinct();

    /// <summary>The English of a French word of the forms; null of any other text.</summary>
    public static string? English(string french)
    {
        ArgumentNullException.ThrowIfNull(french);
        string text = Even(french);
        if (english.TryGetValue(text, out string? word))
            return word;
        for (int i = 0; i + 4 <= text.Length; i++)
            if (IsYear(text, i) && english.TryGetValue($"{text[..i]}{Year}{text[(i + 4)..]}", out word))
                return word.Replace(Year, text.Substring(i, 4), StringComparison.Ordinal);
        foreach ((string end, string said) in ends)
            if (text.EndsWith(end, StringComparison.Ordinal))
                return french[..^end.Length] + said;
        return null;
    }

    /// <summary>A French word of the forms in both languages; any other text as it is.</summary>
    public static BilingualText Of(string word) => new(word, English(word) ?? word);

    /// <summary>A French word of the forms in a language.</summary>
    public static string In(string french, Language language) => Of(french).In(language);

    /// <summary>The name of a column as sentences have it: without what stands in brackets, with plain spaces and apostrophes.</summary>
    public static string KeyOf(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return header.Contains('(') ? Bare(Even(header)) : Even(header);
    }

    private static string Bare(string header) => header[..header.IndexOf('(', StringComparison.Ordinal)].TrimEnd();

    private static string Even(string text) =>
        text.Replace(Words.NoBreakSpace, ' ').Replace(Words.ThinNoBreakSpace, ' ').Replace('’', '\'');

    private static bool IsYear(string text, int at) => (at == 0 || !char.IsAsciiDigit(text[at - 1]))
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]))
        && int.TryParse(text.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
