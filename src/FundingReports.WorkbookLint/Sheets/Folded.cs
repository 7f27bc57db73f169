using System.Text;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>
/// A header or a name without accents, capitals and punctuation. By hand: a machine without ICU data decomposes nothing.
/// </summary>
internal static class Folded
{
    internal static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char low = char.ToLowerInvariant(c);
            char bare = low switch
            {
                'à' or 'â' or 'ä' => 'a',
                'é' or 'è' or 'ê' or 'ë' => 'e',
                'î' or 'ï' => 'i',
                'ô' or 'ö' => 'o',
                'ù' or 'û' or 'ü' => 'u',
                'ç' => 'c',
                _ => char.IsLetterOrDigit(low) ? low : ' ',
            };
            if (bare != ' ' || plain.Length > 0 && plain[^1] != ' ')
                plain.Append(bare);
        }
        return plain.ToString().TrimEnd();
    }
}
