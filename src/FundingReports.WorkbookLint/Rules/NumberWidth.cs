using System.Globalization;
using System.Text;
using FundingReports.Excel.Layout;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>How wide a figure is shown, roughly: what does not fit its cell is shown as ###.</summary>
internal static class NumberWidth
{
    private const double Largest = 1e15;

    /// <summary>The width in digits; 0 where the format is the general one, which rounds a number to the room that it has.</summary>
    internal static double Of(string value, string format)
    {
        if (format.Length is 0 or > 255 || format is "@" || format.StartsWith("General", StringComparison.OrdinalIgnoreCase)
            || Markup.Figure(value) is not { } number || Math.Abs(number) >= Largest)
            return 0;
        List<string> sections = FormatSections.Of(format);
        bool second = number < 0 && sections.Count > 1;
        return TextMeasure.Width(Shown(sections[second ? 1 : 0], second ? -number : number));
    }

    private static string Shown(string section, double number)
    {
        var words = new StringBuilder();
        var pattern = new StringBuilder();
        for (int i = 0; i < section.Length; i++)
            switch (section[i])
            {
                case '"':
                    for (i++; i < section.Length && section[i] is not '"'; i++)
                        words.Append(section[i]);
                    break;
                case '\\' or '_' when i + 1 < section.Length:
                    words.Append(section[++i]);
                    break;
                case '*':
                    i++;
                    break;
                case '[':
                    int end = Math.Max(i, section.IndexOf(']', i));
                    // [$€-40C] shows its sign.
                    if (section.AsSpan(i).StartsWith("[$"))
                        words.Append(section[(i + 2)..end].Split('-')[0]);
                    i = end > i ? end : section.Length;
                    break;
                default:
                    pattern.Append(section[i]);
                    break;
            }
        string said = pattern.ToString();
        return said.AsSpan().IndexOfAny('0', '#', '?') < 0 ? words + said : words + Figure(said, number);
    }

    private static string Figure(string pattern, double number)
    {
        int point = pattern.IndexOf('.');
        int decimals = point < 0 ? 0 : pattern.AsSpan(point).Count('0');
        if (pattern.Contains('%'))
            number *= 100;
        string digits = Math.Abs(number).ToString((pattern.Contains(',') ? "N" : "F")
            + Math.Min(decimals, 15).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (number < 0 ? "-" : "") + digits + (pattern.Contains('%') ? "%" : "");
    }
}
