namespace FundingReports.Wording;

/// <summary>Small numbers in letters, as a letter to a préfet writes them; larger ones in figures.</summary>
internal static class NumberWords
{
    private static readonly string[] french =
        ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
            "quinze", "seize"];

    private static readonly string[] english =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] frenchOrdinals =
        ["", "premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième"];

    private static readonly string[] englishOrdinals =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    internal static string Cardinal(int number, Language language)
    {
        string[] words = language switch { Language.French => french, Language.English => english };
        return number < words.Length ? words[number] : Words.Count(number, "", "", language).Trim();
    }

    /// <summary>"Fourth", up to the tenth; null above.</summary>
    internal static string? Ordinal(int number, Language language)
    {
        string[] words = language switch { Language.French => frenchOrdinals, Language.English => englishOrdinals };
        return number > 0 && number < words.Length ? words[number] : null;
    }
}
