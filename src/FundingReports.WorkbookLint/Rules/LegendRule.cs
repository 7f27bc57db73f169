using FundingReports.Wording;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>Words that stand for a value that is missing: somewhere in the workbook something must say what they mean. A guess.</summary>
internal static class LegendRule
{
    private const int LongestWord = 20, ShortestSentence = 25;

    private static readonly string[] words =
        ["inconnu", "inconnue", "unknown", "sans objet", "not applicable", "non applicable", "n/a", "na", "n.a.", "nc", "n.c.", "nd",
            "n.d.", "n/d", "ns", "—", "–", "-", "…", "?"];

    private static readonly HashSet<string> known = new(words, StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks at one text and at the cell beside it.</summary>
    internal static void See(LintBook book, string sheet, string place, string text, LintCell beside)
    {
        if (text.Length <= LongestWord && text.Trim().ToLowerInvariant() is var word && known.Contains(word))
        {
            book.Placeholders.TryAdd(word, (sheet, place));
            // A legend of two columns: the word, and what it means.
            if (place.StartsWith('A') && beside is { Kind: LintKind.Text } && beside.Text.Length >= ShortestSentence)
                book.Explained.Add(word);
        }
        else if (text.Length >= ShortestSentence && book.Explained.Count < words.Length)
        {
            foreach (string candidate in words)
                if (!book.Explained.Contains(candidate) && Says(text, candidate))
                    book.Explained.Add(candidate);
        }
    }

    internal static void Check(LintBook book, FindingList findings)
    {
        foreach (var (word, (sheet, cell)) in book.Placeholders)
            if (!book.Explained.Contains(word))
                findings.Add(LintRule.MissingLegend, sheet, cell, word);
    }

    // A dash in a sentence is punctuation: a sign must stand between quotes, or before a colon.
    private static bool Says(string text, string word)
    {
        bool sign = !char.IsLetter(word[0]);
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at =
            text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            char before = at > 0 ? text[at - 1] : ' ', after = at + word.Length < text.Length ? text[at + word.Length] : ' ';
            if (!sign && !char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(after))
                return true;
            string rest = text[(at + word.Length)..].TrimStart();
            if (sign && (rest is ['»' or '"' or '”' or ':', ..] || at == 0 && rest.Length > 0))
                return true;
        }
        return false;
    }
}
