namespace FundingReports.Validation;

/// <summary>Words that may be one misspelt, under one number: what two names must share to be compared at all.</summary>
/// <remarks>
/// Two words that differ by a letter become the same when one is left out of each: so no word is compared with every other.
/// </remarks>
internal sealed class WordClusters
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly List<int> root = [];
    private readonly Dictionary<ulong, int> firstWith = [];

    internal void Add(FoldedName name)
    {
        foreach (string word in name.Words)
            Add(word);
    }

    /// <summary>A text that names which may be the same share.</summary>
    internal string KeyOf(FoldedName name) =>
        $"{string.Join(' ', name.Words.Select(word => Find(words[word])).Order())}|{name.Marks}";

    private void Add(string word)
    {
        if (!words.TryAdd(word, root.Count))
            return;
        int id = root.Count;
        root.Add(id);
        int allowed = Misspelling.Allowed(word.Length);
        if (allowed == 0)
            return;
        Join(id, Hash(word, -1, -1));
        for (int i = 1; i < word.Length; i++)
        {
            Join(id, Hash(word, i, -1));
            for (int j = i + 1; allowed > 1 && j < word.Length; j++)
                Join(id, Hash(word, i, j));
        }
    }

    private void Join(int id, ulong hash)
    {
        if (firstWith.TryGetValue(hash, out int first))
            root[Find(id)] = Find(first);
        else
            firstWith.Add(hash, id);
    }

    // The hash is FNV-1a. Two words that share a hash by chance are compared for nothing, and no more.
    private static ulong Hash(string word, int without, int andWithout)
    {
        ulong hash = 14695981039346656037;
        for (int i = 0; i < word.Length; i++)
            if (i != without && i != andWithout)
                hash = unchecked((hash ^ word[i]) * 1099511628211);
        return hash;
    }

    private int Find(int i)
    {
        while (root[i] != i)
            i = root[i] = root[root[i]];
        return i;
    }
}
