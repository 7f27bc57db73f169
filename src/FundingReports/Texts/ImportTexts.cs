using static FundingReports.Texts.ProblemTexts;

namespace FundingReports.Texts;

/// <summary>What is said of official files.</summary>
internal static class ImportTexts
{
    internal static Said Repaired(ProblemWords a) => Say(
        $"{a.Found}{How(a[2]).French} est lu {a[1]}. Vérifiez-le.",
        $"{a.Found}{How(a[2]).English} is read as {a[1]}. Check it.");

    internal static Said SchemaMismatch(ProblemWords a)
    {
        (string french, string english) = a[2] switch
        {
            "required" => ("cette valeur est obligatoire", "this value is required"),
            "maxLength" => ($"{a[3]} caractères au plus", $"{a[3]} characters at most"),
            "minimum" => ($"{a[3]} au moins", $"{a[3]} at least"),
            "maximum" => ($"{a[3]} au plus", $"{a[3]} at most"),
            "enum" => ("une valeur de la liste", "one of the values listed"),
            "type" => ("une valeur de ce type", "a value of that type"),
            "one-of-required" => ($"cette valeur, ou celle de {a[3]}", $"this value, or that of {a[3]}"),
            _ => ("une autre forme", "another form"),
        };
        return Say(
            $"La colonne « {a[1]} » n'est pas conforme au schéma {a[0]}, qui demande : {french} (trouvé : {a.Found}). La valeur est gardée : corrigez-la si vous publiez ce fichier.",
            $"The column \"{a[1]}\" does not conform to the schema {a[0]}, which asks for: {english} (found: {a.Found}). The value is kept: correct it if you publish this file.");
    }

    private static Said How(string how) => how switch
    {
        "spaces" => new(", qui contient des espaces,", ", which holds spaces,"),
        "decimals" => new(", dont un tableur a fait un nombre à virgule,", ", which a spreadsheet has made a number with decimals,"),
        "zeros" => new(", dont un tableur a ôté les zéros de tête,", ", whose leading zeros a spreadsheet has dropped,"),
        "serial" => new(", date qu'un tableur a réduite à un nombre,", ", a date that a spreadsheet has reduced to a number,"),
        "percent" => new(", sans le signe %,", ", without the sign %,"),
        "column" => new(", qui n'est pas dans sa colonne,", ", which is not in its column,"),
        "quotes" => new(", que des guillemets protègent d'un tableur,", ", which quotes protect from a spreadsheet,"),
        _ => new("", ""),
    };
}
