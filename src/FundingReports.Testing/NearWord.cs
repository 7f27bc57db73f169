namespace FundingReports.Testing;

/// <summary>The known word that somebody may have meant: a test that asks for what does not exist must say what does.</summary>
internal static class NearWord
{
    /// <summary>« ; is it "expected"? », or the known words where none is near.</summary>
    internal static string Hint(string found, IEnumerable<string> known)
    {
        string[] words = [.. known];
        string? near = words.Select(word => (Word: word, Distance: Distance(found.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(one => one.Distance <= Math.Max(2, found.Length / 3)).OrderBy(one => one.Distance)
            .ThenBy(one => one.Word, StringComparer.Ordinal).Select(one => one.Word).FirstOrDefault();
        return near is null
            ? $"; there are {string.Join(", ", words.Order(StringComparer.Ordinal).Select(word => $"\"{word}\"").DefaultIfEmpty("none"))}"
            : $"; is it \"{near}\"?";
    }

    // Letters added, left out or changed.
    private static int Distance(string one, string other)
    {
        int[] last = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int[] row = new int[other.Length + 1];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            last = row;
        }
        return last[other.Length];
    }
}
