using System.Text;

namespace FundingReports;

/// <summary>Names a place in a document: <c>commitments[3].references.EJ</c>.</summary>
internal static class JsonPath
{
    internal const string Root = "$";

    internal static string Property(string path, string name)
    {
        bool plain = name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
        return !plain ? $"{path}[\"{Quoted(name)}\"]" : path is Root ? name : $"{path}.{name}";
    }

    // The quoted name stays on one line, whatever it holds.
    private static string Quoted(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name.Length > 100 ? name.AsSpan(0, 100) : name)
            text.Append(c is '"' or '\\' ? $"\\{c}" : char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString());
        return text.ToString();
    }
}
