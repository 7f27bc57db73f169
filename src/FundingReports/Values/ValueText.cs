namespace FundingReports;

/// <summary>
/// What the texts of all values have in common: one form, whatever the culture, which is read back; and a sentence where a text is
/// refused.
/// </summary>
internal static class ValueText
{
    private const int LongestExcerpt = 60;

    /// <summary>Whether the one form is asked for: "G", or no format.</summary>
    internal static bool IsGeneral(ReadOnlySpan<char> format) => format is "" or "G";

    /// <summary>The one form, of a value that has no other.</summary>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    internal static string General(ReadOnlySpan<char> format, string text) =>
        IsGeneral(format) ? text : throw new FormatException($"There is no format \"{format}\": write \"G\", or none.");

    /// <summary>Writes a text where there is room for it.</summary>
    internal static bool TryCopy(string text, Span<char> destination, out int written)
    {
        bool fits = text.TryCopyTo(destination);
        written = fits ? text.Length : 0;
        return fits;
    }

    /// <summary>Why a text was not read, and what to write.</summary>
    internal static FormatException Refused(ReadOnlySpan<char> text, string what, string like) =>
        new($"\"{(text.Length > LongestExcerpt ? $"{text[..LongestExcerpt]}…" : text)}\" is not {what}: write {like}.");
}
