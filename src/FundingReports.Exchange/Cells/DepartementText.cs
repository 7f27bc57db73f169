using System.Collections.Frozen;
using FundingReports.Exchange.Names;
using FundingReports.Validation;

namespace FundingReports.Exchange.Cells;

/// <summary>A département: 40, 040, « 40 - Landes », Landes, « les Landes ».</summary>
internal static class DepartementText
{
    private static readonly FrozenDictionary<string, string> byName =
        Identifiers.Departements.ToFrozenDictionary(pair => Plain.Key(pair.Value), pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Its code; null where the text names none.</summary>
    internal static string? Read(string text)
    {
        string code = Plain.WithoutSpaces(text).ToUpperInvariant();
        int end = code.IndexOfAny(['-', '(', '–']);
        code = end > 0 ? code[..end] : code;
        // The zero that a spreadsheet drops, or one that is too many: no département has one digit, and those of three begin otherwise.
        code = code.Length == 1 ? "0" + code : code is ['0', _, _] ? code[1..] : code;
        if (Identifiers.Departements.ContainsKey(code))
            return code;
        string name = Plain.Key(text);
        foreach (string article in (string[])["", "les", "le", "la", "l", "departementdes", "departementdela", "departementdu",
            "departementdelles", "departementdel", "departementde"])
            if (name.StartsWith(article, StringComparison.Ordinal) && byName.TryGetValue(name[article.Length..], out string? found))
                return found;
        return null;
    }
}
