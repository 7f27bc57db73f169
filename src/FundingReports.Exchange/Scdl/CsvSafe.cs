using System.Text.RegularExpressions;

namespace FundingReports.Exchange.Scdl;

/// <summary>Values that a spreadsheet could take for a formula, with an apostrophe before what begins it.</summary>
internal static partial class CsvSafe
{
    /// <summary>The characters with which a formula begins, as CsvHelper has them.</summary>
    private const string Formula = "=@+-\t\r";

    /// <summary>
    /// Guards what could begin a formula after a separator of another country: a French spreadsheet cuts at semicolons, quotes or not.
    /// </summary>
    internal static string Inside(string value) => AfterSeparator().Replace(value, "$1'");

    /// <summary>The value as it will stand in the file: CsvHelper guards its beginning.</summary>
    internal static string Whole(string value) =>
        value.Length > 0 && Formula.Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;

    /// <summary>The value without what was put in.</summary>
    internal static string Undo(string value)
    {
        string whole = value is ['\'', var next, ..] && Formula.Contains(next, StringComparison.Ordinal) ? value[1..] : value;
        return whole.Contains('\'', StringComparison.Ordinal) ? Guarded().Replace(whole, "$1") : whole;
    }

    [GeneratedRegex("([;,|\\t\\r\\n][ \"\u00a0]*)(?=[=@+\\-])", RegexOptions.CultureInvariant)]
    private static partial Regex AfterSeparator();

    [GeneratedRegex("([;,|\\t\\r\\n][ \"\u00a0]*)'(?=[=@+\\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Guarded();
}
