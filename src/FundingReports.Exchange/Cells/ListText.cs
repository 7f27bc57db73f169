using System.Text;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Cells;

/// <summary>Several texts in one cell: « Dax ; Mont-de-Marsan ». One that holds a separator stands between quotes.</summary>
internal static class ListText
{
    internal static string Write(IEnumerable<string> items) => string.Join(" ; ", items.Select(item => Quote(item, isPair: false)));

    internal static string WritePairs(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join(" ; ", pairs.Select(pair => $"{Quote(pair.Key, isPair: true)} = {Quote(pair.Value, isPair: true)}"));

    /// <summary>The items; null where a quote is left open.</summary>
    internal static List<string>? Read(string text) =>
        Split(text, isPair: false)?.ConvertAll(item => item[0]).FindAll(item => item.Length > 0);

    /// <summary>The pairs; null where a part is no pair, or a name is given twice.</summary>
    internal static SortedDictionary<string, string>? ReadPairs(string text)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Split(text, isPair: true) is not { } parts)
            return null;
        foreach (List<string> part in parts)
        {
            if (part is [""])
                continue;
            if (part is not [var name, var value] || name.Length == 0 || !pairs.TryAdd(name, value))
                return null;
        }
        return pairs;
    }

    private static string Quote(string item, bool isPair) =>
        item.Length == 0 || item.Contains(';', StringComparison.Ordinal) || isPair && item.Contains('=', StringComparison.Ordinal)
            || item.Contains('"', StringComparison.Ordinal) || Plain.Trim(item) != item
            ? $"\"{item.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : item;

    // A quote opens only where an item begins: « la "5" » stays as it is.
    private static List<List<string>>? Split(string text, bool isPair)
    {
        List<List<string>> parts = [[]];
        var item = new StringBuilder();
        bool open = false, quoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ';';
            if (open && i < text.Length)
            {
                if (c != '"')
                    item.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    item.Append(text[i++]);
                else
                    open = false;
            }
            else if (c == ';' || isPair && c == '=')
            {
                if (open)
                    return null;
                parts[^1].Add(quoted ? item.ToString() : Plain.Trim(item.ToString()));
                item.Clear();
                quoted = false;
                if (c == ';' && i < text.Length)
                    parts.Add([]);
            }
            else if (c == '"' && !quoted && Plain.Trim(item.ToString()).Length == 0)
            {
                item.Clear();
                (open, quoted) = (true, true);
            }
            else if (!quoted || !Plain.IsSpace(c))
            {
                item.Append(c);
            }
        }
        return parts;
    }
}
