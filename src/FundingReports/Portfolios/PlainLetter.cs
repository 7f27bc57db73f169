using System.ComponentModel;

namespace FundingReports.Portfolios;

/// <summary>Letters as they are compared: in lower case, without accents.</summary>
/// <remarks>
/// A table, rather than the machine's culture, gives the same answer everywhere. Every comparison of names and words uses this one.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlainLetter
{
    private const string Accented = "àâäáãåçèéêëìíîïñòóôöõùúûüýÿ", Base = "aaaaaaceeeeiiiinooooouuuuyy";

    /// <summary>
    /// The letter in lower case without its accent: 'É' gives 'e', 'B' gives 'b'; a character that is no letter is returned as it is.
    /// </summary>
    public static char Of(char c)
    {
        char lower = char.ToLowerInvariant(c);
        int accent = Accented.IndexOf(lower, StringComparison.Ordinal);
        return accent >= 0 ? Base[accent] : lower;
    }
}
