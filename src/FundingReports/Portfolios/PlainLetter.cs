namespace FundingReports.Portfolios;

/// <summary>Letters as they are compared: lower case, without the accent.</summary>
/// <remarks>A table, and not the machine's culture: the same answer everywhere. Every comparison of names and words reads this one.</remarks>
public static class PlainLetter
{
    private const string Accented = "àâäáãåçèéêëìíîïñòóôöõùúûüýÿ", Base = "aaaaaaceeeeiiiinooooouuuuyy";

    /// <summary>'É' is 'e', 'B' is 'b'; what is no letter is itself.</summary>
    public static char Of(char c)
    {
        char lower = char.ToLowerInvariant(c);
        int accent = Accented.IndexOf(lower, StringComparison.Ordinal);
        return accent >= 0 ? Base[accent] : lower;
    }
}
