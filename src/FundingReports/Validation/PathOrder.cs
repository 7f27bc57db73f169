using System.Collections.Frozen;

namespace FundingReports.Validation;

/// <summary>
/// The order in which the format lists what it holds: sections, the number of the object, its properties. It is that of facts made in
/// code; problems of a text have the order of the text.
/// </summary>
internal sealed class PathOrder : IComparer<Problem>
{
    private static readonly string[] sections =
        ["$", "format", "title", "edition", "sources", "funders", "posts", "commitments", "awaiting", "campaigns",
        "payments"];

    private static readonly FrozenDictionary<string, string[]> properties = new Dictionary<string, string>
    {
        ["edition"] = "on by previous",
        ["sources"] = "id kind title reference on author reason",
        ["funders"] = "id name kind siret",
        ["posts"] =
            "id label departement services places scheme references fte from attestedOn until employers occupancy costs source sources",
        ["employers"] = "from name siret kind",
        ["occupancy"] = "from until state",
        ["costs"] = "from annual kind decidedOn source",
        ["commitments"] = "id funder line posts split from until amount cap approximate status decidedOn instalments references subsidy "
            + "amends withdrawn source sources",
        ["instalments"] = "from until amount act decidedOn paid paidOn",
        ["withdrawn"] = "from decidedOn source",
        ["awaiting"] = "id funder line from until amount status decidedOn instalments references subsidy source sources",
        ["subsidy"] = "beneficiary object nature conditions paidFrom paidUntil rae notifiedToEu beneficiaryPart scheme budgetYear unread",
        ["beneficiary"] = "name siret rna",
        ["campaigns"] = "funder line year opens closes source",
        ["payments"] = "id amount commitment year paidOn line beneficiary references source",
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Split(' '), StringComparer.Ordinal);

    internal static PathOrder Instance { get; } = new();

    public int Compare(Problem? left, Problem? right) => Compare(left!.Path, right!.Path);

    internal static int Compare(string left, string right)
    {
        int order = Section(left).CompareTo(Section(right));
        if (order != 0)
            return order;
        int i = left.AsSpan().CommonPrefixLength(right);
        int start = i;
        while (start > 0 && left[start - 1] is not ('.' or '['))
            start--;
        order = ByFormat(left, right, start);
        return order != 0 ? order : ByNumbers(left, right, i);
    }

    private static int Section(string path)
    {
        int end = path.AsSpan().IndexOfAny('.', '[');
        int section = Array.IndexOf(sections, end < 0 ? path : path[..end]);
        return section < 0 ? sections.Length : section;
    }

    /// <summary>Of two properties of one object, the one that its kind lists first; 0 where it does not list both.</summary>
    private static int ByFormat(string left, string right, int start)
    {
        if (start == 0 || left[start - 1] is '[' || !properties.TryGetValue(OwnerOf(left.AsSpan(0, start - 1)), out string[]? listed))
            return 0;
        int one = Array.IndexOf(listed, NameAt(left, start)), other = Array.IndexOf(listed, NameAt(right, start));
        return one < 0 || other < 0 ? 0 : one.CompareTo(other);
    }

    // posts[3].costs[0] is one of costs.
    private static string OwnerOf(ReadOnlySpan<char> path)
    {
        if (path.EndsWith("]"))
            path = path[..path.LastIndexOf('[')];
        return path[(path.LastIndexOf('.') + 1)..].ToString();
    }

    private static string NameAt(string path, int start)
    {
        int length = path.AsSpan(start).IndexOfAny('.', '[');
        return length < 0 ? path[start..] : path.Substring(start, length);
    }

    // [10] comes after [9]: runs of digits of different lengths compare by length.
    private static int ByNumbers(string left, string right, int i)
    {
        while (i > 0 && char.IsAsciiDigit(left[i - 1]))
            i--;
        int digits = Digits(left, i), others = Digits(right, i);
        return digits > 0 && others > 0 && digits != others
            ? digits.CompareTo(others) : string.CompareOrdinal(left, i, right, i, int.MaxValue);
    }

    private static int Digits(string text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - start;
    }
}
