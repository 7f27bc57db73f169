using System.Text;

namespace FundingReports.Exchange.Cells;

/// <summary>Several texts in one cell: « Dax ; Mont-de-Marsan ». One that holds the separator stands between quotes.</summary>
internal static class ListText
{
    internal static string Write(IEnumerable<string> items) => string.Join(" ; ", items.Select(item => Quote(item, ';')));

    internal static string WritePairs(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join(" ; ", pairs.Select(pair => $"{Quote(pair.Key, '=')} = {Quote(pair.Value, '=')}"));

    /// <summary>The items; null where a quote is left open.</summary>
    internal static List<string>? Read(string text) => Split(text, ';')?.ConvertAll(part => part.Text).FindAll(item => item.Length > 0);

    /// <summary>The pairs; null where a part is no pair, or a name is given twice.</summary>
    internal static SortedDictionary<string, string>? ReadPairs(string text)
    {
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((_, string raw) in Split(text, ';') ?? [("", "\"")])
        {
            if (Plain.Trim(raw).Length == 0)
                continue;
            if (Split(raw, '=') is not [var (name, _), var (value, _)] || name.Length == 0 || !pairs.TryAdd(name, value))
                return null;
        }
        return pairs;
    }

    private static string Quote(string item, char separator) =>
        item.Length == 0 || item.Contains(separator, StringComparison.Ordinal) || item.Contains(';', StringComparison.Ordinal) || item.Contains('"', StringComparison.Ordinal) || Plain.Trim(item) != item
            ? $"\"{item.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : item;

    // A quote opens only where an item begins: « la « 5" » » stays as it is.
    private static List<(string Text, string Raw)>? Split(string text, char separator)
    {
        var parts = new List<(string, string)>();
        var item = new StringBuilder();
        int start = 0;
        bool open = false, quoted = false;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == separator && !open)
            {
                if (open)
                    return null;
                parts.Add((quoted ? item.ToString() : Plain.Trim(item.ToString()), text[start..i]));
                item.Clear();
                (start, quoted) = (i + 1, false);
            }
            else if (text[i] == '"' && open)
            {
                if (i + 1 < text.Length && text[i + 1] == '"')
                    item.Append(text[i++]);
                else
                    open = false;
            }
            else if (text[i] == '"' && (quoted is false && Plain.Trim(item.ToString()).Length == 0))
            {
                item.Clear();
                (open, quoted) = (true, true);
            }
            else if (!quoted || open || !Plain.IsSpace(text[i]))
            {
                item.Append(text[i]);
            }
        }
        return parts;
    }
}
