namespace FundingReports.Validation;

/// <summary>What may be the same thing, under keys that the same things share: nothing is compared with everything.</summary>
internal sealed class Candidates
{
    /// <summary>Those of one key that are compared with a new one; a key that thousands share must not cost millions.</summary>
    private const int Most = 32;

    private readonly Dictionary<string, (List<int> Items, HashSet<string> Spellings)> byKey = new(StringComparer.Ordinal);

    /// <summary>Keeps an item under a key, one for each spelling.</summary>
    internal void Add(string key, int item, string spelling)
    {
        if (!byKey.TryGetValue(key, out var kept))
            byKey.Add(key, kept = ([], new(StringComparer.Ordinal)));
        if (kept.Items.Count < Most && kept.Spellings.Add(spelling))
            kept.Items.Add(item);
    }

    internal IEnumerable<int> Under(string key) => byKey.TryGetValue(key, out var kept) ? kept.Items : [];
}
