namespace FundingReports.Exchange.Names;

/// <summary>How people mistype a word: a letter changed, added, lost or doubled, two of them turned about, a zero for an O.</summary>
internal static class Misspelling
{
    // In a word of so few letters any other letter makes another word: « suite » is no « site ».
    private const int ShortWord = 4, LongWord = 8;

    /// <summary>Whether two texts differ by one letter: changed, added, lost, or two of them turned about.</summary>
    internal static bool IsOneSlip(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1 || one == other)
            return false;
        int start = 0, ends = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
            start++;
        while (ends < one.Length - start && ends < other.Length - start && one[^(ends + 1)] == other[^(ends + 1)])
            ends++;
        ReadOnlySpan<char> mine = one.AsSpan(start..^ends), theirs = other.AsSpan(start..^ends);
        return mine.Length <= 1 && theirs.Length <= 1 || mine.Length == 2 && theirs.Length == 2 && mine[0] == theirs[1]
            && mine[1] == theirs[0];
    }

    /// <summary>
    /// Whether a word may be a known one mistyped. Of four letters or fewer only where they are the same letters, turned about or doubled;
    /// below eight, only where the first is the same.
    /// </summary>
    internal static bool IsOf(string known, string word)
    {
        if (!IsOneSlip(known, word))
            return false;
        if (known.Length <= ShortWord)
            return IsTurned(known, word) || IsDoubled(known, word);
        return known.Length >= LongWord || known[0] == word[0] || IsTurned(known, word);
    }

    /// <summary>Whether so few changes make one text of the other that somebody should look.</summary>
    internal static bool IsLikely(string known, string text)
    {
        int most = known.Length switch { <= 4 => 1, <= 6 => 2, _ => 3 };
        return Math.Abs(known.Length - text.Length) <= most && Distance(known, text) <= most;
    }

    /// <summary>The word with the zeros that stand for an O among its letters.</summary>
    internal static string WithoutZeros(string word) =>
        word.Contains('0', StringComparison.Ordinal) && word.Any(char.IsLetter) ? word.Replace('0', 'o') : word;

    private static bool IsTurned(string known, string word)
    {
        if (known.Length != word.Length)
            return false;
        for (int i = 1; i < known.Length; i++)
            if (known[i] != word[i])
                return known[i] == word[i - 1] || i + 1 < known.Length && known[i] == word[i + 1];
        return false;
    }

    private static bool IsDoubled(string known, string word)
    {
        if (word.Length != known.Length + 1)
            return false;
        int at = 0;
        while (at < known.Length && known[at] == word[at])
            at++;
        return at > 0 && word[at] == word[at - 1];
    }

    // Letters changed, added or lost.
    private static int Distance(string one, string other)
    {
        int[] above = [.. Enumerable.Range(0, other.Length + 1)], here = new int[other.Length + 1];
        for (int i = 1; i <= one.Length; i++)
        {
            here[0] = i;
            for (int j = 1; j <= other.Length; j++)
                here[j] = Math.Min(Math.Min(above[j], here[j - 1]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            (above, here) = (here, above);
        }
        return above[^1];
    }
}
