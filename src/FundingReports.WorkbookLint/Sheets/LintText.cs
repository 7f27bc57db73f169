using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Validation;
using FundingReports.WorkbookLint.Looks;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>A text, of which the beginning is kept.</summary>
/// <param name="Value">Its beginning.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Colours">The colours of its parts, where they have their own.</param>
/// <param name="Personal">What looks like personal data in it, masked.</param>
internal sealed partial record LintText(
    string Value, int Length, IReadOnlyList<ColourSpec>? Colours = null, (string Kind, string Masked)? Personal = null)
{
    // How many characters of a text are kept, and how many are read: a cell holds up to 32 767.
    internal const int Kept = 400, Read = 40_000;

    internal static LintText Empty { get; } = new("", 0);

    internal static LintText Of(string text, IReadOnlyList<ColourSpec>? colours = null)
    {
        text = Decoded(text);
        return text.Length == 0 ? Empty : new(text.Length > Kept ? text[..Kept] : text, text.Length, colours, PersonalData.Find(text));
    }

    /// <summary>The text that the file writes with _x000A_ for what XML cannot hold.</summary>
    internal static string Decoded(string text) => !text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? text
        : Escaped().Replace(text, match => (
            (char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());

    /// <summary>A value as the file writes it, at which no rule about texts looks.</summary>
    internal static LintText Raw(string value) => new(value.Length > Kept ? value[..Kept] : value, value.Length);

    [GeneratedRegex("_x([0-9A-F]{4})_", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
