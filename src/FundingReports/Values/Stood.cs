namespace FundingReports;

/// <summary>What stood where a value was to be read, in both languages, for the sentence that refuses it.</summary>
internal readonly struct Stood
{
    private const int Longest = 60;

    private Stood(string french, string english) => (French, English) = (french, english);

    internal string French { get; }

    internal string English { get; }

    /// <summary>A text, between quotes; null where there was none.</summary>
    internal static Stood Text(string? text) => text is null ? new("Ce qui est écrit là", "What stands there")
        : Cut(text) is var cut ? new($"«\u00a0{cut}\u00a0»", $"\"{cut}\"") : default;

    /// <summary>A number, by its digits.</summary>
    internal static Stood Number(string digits) => Cut(digits) is var cut ? new(cut, cut) : default;

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] + "…" : text;
}
