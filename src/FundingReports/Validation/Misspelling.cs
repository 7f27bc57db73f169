using System.Collections.Immutable;

namespace FundingReports.Validation;

/// <summary>Whether two words, or two names, are one thing written in two ways.</summary>
internal static class Misspelling
{
    /// <summary>Longer words are compared as they are.</summary>
    internal const int LongestWord = 24;

    private const int ShortestWord = 4, MostEdits = 3, MostWords = 3;

    /// <summary>How many letters may differ: a short word with another letter is another word (Agen, Caen).</summary>
    internal static int Allowed(int length) => length switch { < ShortestWord or > LongestWord => 0, < 8 => 1, _ => 2 };

    /// <summary>The same words but for a few letters, in any order, and the same marks.</summary>
    internal static bool Same(FoldedName one, FoldedName other)
    {
        if (one.Joined == other.Joined)
            return true;
        if (one.Marks != other.Marks || one.Words.Length != other.Words.Length || one.Words.IsEmpty)
            return false;
        if (one.Words.AsSpan().SequenceEqual(other.Words.AsSpan()))
            return true;
        return Same(Without(one.Words, other.Words), Without(other.Words, one.Words));
    }

    private static bool Same(List<string> left, List<string> right)
    {
        if (left.Count != right.Count || left.Count > MostWords)
            return false;
        return Pair(0, MostEdits);

        bool Pair(int at, int edits)
        {
            if (at == left.Count)
                return true;
            for (int i = at; i < right.Count; i++)
            {
                int distance = Distance(left[at], right[i]);
                if (distance > edits)
                    continue;
                (right[at], right[i]) = (right[i], right[at]);
                if (Pair(at + 1, edits - distance))
                    return true;
                (right[at], right[i]) = (right[i], right[at]);
            }
            return false;
        }
    }

    /// <summary>The words of the first list that the second lacks; both are sorted.</summary>
    private static List<string> Without(ImmutableArray<string> words, ImmutableArray<string> others)
    {
        var left = new List<string>();
        int j = 0;
        foreach (string word in words)
        {
            while (j < others.Length && string.CompareOrdinal(others[j], word) < 0)
                j++;
            if (j < others.Length && others[j] == word)
                j++;
            else
                left.Add(word);
        }
        return left;
    }

    /// <summary>The letters added, left out, changed or turned round; more than any limit where they are too many.</summary>
    /// <remarks>The first letter is nearly always right, and two words that differ by it are often opposites (interne, externe).</remarks>
    private static int Distance(string one, string other)
    {
        int allowed = Math.Min(Allowed(one.Length), Allowed(other.Length));
        if (one == other)
            return 0;
        if (allowed == 0 || one[0] != other[0] || Math.Abs(one.Length - other.Length) > allowed)
            return int.MaxValue;
        // With four letters, only a swap and a letter typed twice count: Albi and Abli, État and Etaat, but not Lens and Laon.
        bool isShort = one.Length <= ShortestWord || other.Length <= ShortestWord;
        if (isShort && !(one.Length == other.Length ? one.Order().SequenceEqual(other.Order())
            : IsDoubled(one.Length < other.Length ? one : other, one.Length < other.Length ? other : one)))
            return int.MaxValue;
        int distance = Between(one, other);
        return distance <= allowed ? distance : int.MaxValue;
    }

    private static bool IsDoubled(string word, string longer)
    {
        int alike = word.AsSpan().CommonPrefixLength(longer);
        return alike > 0 && longer[alike] == longer[alike - 1] && word.AsSpan(alike).SequenceEqual(longer.AsSpan(alike + 1));
    }

    private static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        // Two near words mostly agree: they differ in the middle.
        int alike = one.CommonPrefixLength(other);
        one = one[alike..];
        other = other[alike..];
        while (!one.IsEmpty && !other.IsEmpty && one[^1] == other[^1])
        {
            one = one[..^1];
            other = other[..^1];
        }
        Span<int> before = stackalloc int[LongestWord + 1], last = stackalloc int[LongestWord + 1], row = stackalloc int[LongestWord + 1];
        for (int j = 0; j <= other.Length; j++)
            last[j] = j;
        for (int i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[other.Length];
    }
}
