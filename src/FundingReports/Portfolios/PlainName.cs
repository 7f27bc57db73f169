using System.Text;

namespace FundingReports.Portfolios;

/// <summary>Names as they are compared: without case, accents, spaces and punctuation. « Dax » is « dax  », and « Saint-Sever » is « SAINT SEVER ».</summary>
/// <remarks>A table, and not the machine's culture: the same answer everywhere.</remarks>
internal static class PlainName
{
    private const string Accented = "àâäáãåçèéêëìíîïñòóôöõùúûüýÿ", Base = "aaaaaaceeeeiiiinooooouuuuyy";

    /// <summary>The name as it is compared; the name itself, trimmed, where nothing of it is a letter or a digit.</summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            char lower = char.ToLowerInvariant(c);
            int accent = Accented.IndexOf(lower, StringComparison.Ordinal);
            if (accent >= 0)
                key.Append(Base[accent]);
            else if (lower is 'œ')
                key.Append("oe");
            else if (lower is 'æ')
                key.Append("ae");
            else if (char.IsLetterOrDigit(lower))
                key.Append(lower);
        }
        return key.Length == 0 ? name.Trim() : key.ToString();
    }
}
