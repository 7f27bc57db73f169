using System.Text;

namespace FundingReports.Portfolios;

/// <summary>
/// Names as they are compared: without case, accents, spaces and punctuation. « Dax » is « dax  », and « Saint-Sever » is « SAINT SEVER ».
/// </summary>
internal static class PlainName
{
    /// <summary>The name as it is compared; the name itself, trimmed, where nothing of it is a letter or a digit.</summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            char plain = PlainLetter.Of(c);
            if (plain is 'œ')
                key.Append("oe");
            else if (plain is 'æ')
                key.Append("ae");
            else if (char.IsLetterOrDigit(plain))
                key.Append(plain);
        }
        return key.Length == 0 ? name.Trim() : key.ToString();
    }
}
