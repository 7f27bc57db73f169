using System.Globalization;
using System.Text;
using FundingReports.Exchange.Names;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.Exchange.Cells;

/// <summary>
/// A number of a form as its cell shows it: 4000 beside « €/mois », « k€ » or « $ » is read as these words would be, were they typed.
/// </summary>
internal static class ShownUnit
{
    /// <summary>The cell; a text where it is a number whose format shows more than euros.</summary>
    internal static GridCell In(GridCell number)
    {
        if (number.Kind is not CellKind.Number || number.IsPercent || !number.Format.AsSpan().ContainsAny("\"\\[$£¥"))
            return number;
        List<string> sections = FormatSections.Of(number.Format);
        (string before, string after) = AroundOf(sections.Count > 2 && number.Number == 0 ? sections[2]
            : sections.Count > 1 && number.Number < 0 ? sections[1] : sections[0]);
        return Beside(number, before, after);
    }

    /// <summary>The format of a number of an .ods: what its cell shows around it, and the currency that it names.</summary>
    internal static string FormatOf(string shown, string? currency)
    {
        int first = shown.AsSpan().IndexOfAnyInRange('0', '9'), last = shown.AsSpan().LastIndexOfAnyInRange('0', '9');
        string before = first < 0 ? "" : Bare(shown[..first]), after = first < 0 ? "" : Bare(shown[(last + 1)..]);
        string named = currency is null or "EUR" || (before + after).AsSpan().ContainsAny("$£¥") ? "" : $" {currency}";
        return before.Length + after.Length + named.Length == 0 ? "" : $"\"{before}\"0\"{after}{named}\"";
    }

    private static string Bare(string words) =>
        words.Replace("\"", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal);

    private static GridCell Beside(GridCell number, string before, string after)
    {
        string around = (before + after).Replace("€", "", StringComparison.Ordinal);
        return Plain.Key(around) is "" or "eur" or "euro" or "euros" && around.AsSpan().IndexOfAny("$£¥") < 0 ? number
            : GridCell.OfText(before.TrimStart('-', '+', '(', ' ')
                + number.Number.ToString(CultureInfo.InvariantCulture).Replace('.', ',') + after.TrimEnd(')', ' '));
    }

    // The words before and after the figure; nothing where the section shows no figure.
    private static (string Before, string After) AroundOf(string section)
    {
        StringBuilder before = new(), after = new();
        StringBuilder words = before;
        for (int i = 0; i < section.Length; i++)
            switch (section[i])
            {
                case '"':
                    int quote = EndOf(section, i, '"');
                    words.Append(section.AsSpan(i + 1, quote - i - 1));
                    i = quote;
                    break;
                case '[':
                    // [$€-40C] is a currency and its country; [Red] and [>100] are no words.
                    int bracket = EndOf(section, i, ']');
                    if (i + 1 < bracket && section[i + 1] == '$')
                        words.Append(section[(i + 2)..bracket].Split('-')[0]);
                    i = bracket;
                    break;
                case '\\' when i + 1 < section.Length:
                    words.Append(section[++i]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '0' or '#' or '?':
                    words = after;
                    break;
                case '$' or '£' or '¥' or '€':
                    words.Append(section[i]);
                    break;
            }
        return ReferenceEquals(words, after) ? (before.ToString(), after.ToString()) : ("", "");
    }

    // The last place where it is never closed.
    private static int EndOf(string format, int open, char close) =>
        format.IndexOf(close, open + 1) is >= 0 and var end ? end : format.Length - 1;
}
