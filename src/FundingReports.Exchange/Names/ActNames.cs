namespace FundingReports.Exchange.Names;

/// <summary>
/// What the number of an act is a number of: « délibération 2025-12 », « avenant n° 1 »; without a word, of a convention.
/// </summary>
internal static class ActNames
{
    private const string Convention = "convention";
    // The English names of an act are those of the same reference.
    private static readonly (string English, string Name)[] english =
        [("amendment", "avenant"), ("agreement", Convention), ("decision", "délibération"), ("order", "arrêté")];

    private static readonly string[] words = ["délibération", "avenant", "arrêté", "notification", Convention];

    /// <summary>The name of the reference, and its number.</summary>
    internal static string Of(string text, out string number)
    {
        number = text;
        int end = text.IndexOf(' ', StringComparison.Ordinal);
        if (end <= 0 || NameOf(text[..end]) is not { } name)
            return NameOf(text) ?? Convention;
        number = Plain.Trim(text[end..]);
        return name;
    }

    private static string? NameOf(string word) => Array.Find(words, known => Plain.Key(known) == Plain.Key(word))
        ?? Array.Find(english, known => known.English == Plain.Key(word)).Name;

    /// <summary>Whether a reference is the number of an act.</summary>
    internal static bool Is(string name) => Array.Exists(words, word => Plain.Key(word) == Plain.Key(name));

    /// <summary>How the form writes it.</summary>
    internal static string Write(string name, string number) => Plain.Key(name) == Convention && Of(number, out _) == Convention
        ? number : $"{Array.Find(words, word => Plain.Key(word) == Plain.Key(name))} {number}";
}
