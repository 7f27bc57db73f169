using System.Text;

namespace FundingReports.Excel.Layout;

/// <summary>Estimates how wide a text is, in digits of the default font: there is no font to measure with on a server.</summary>
internal static class TextMeasure
{
    /// <summary>The width of a line, in digits.</summary>
    internal static double Width(string text)
    {
        double width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>Breaks a text into lines no wider than a width; a word that is wider is broken.</summary>
    internal static IReadOnlyList<string> Lines(string text, double width)
    {
        var lines = new List<string>();
        foreach (string paragraph in text.Split('\n'))
        {
            var line = new StringBuilder();
            double used = 0;
            foreach (string word in paragraph.Split(' '))
            {
                double wide = Width(word);
                if (line.Length > 0 && used + SpaceWidth + wide > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                    used = 0;
                }
                if (line.Length > 0)
                {
                    line.Append(' ');
                    used += SpaceWidth;
                }
                if (wide <= width)
                {
                    line.Append(word);
                    used += wide;
                    continue;
                }
                foreach (var rune in word.EnumerateRunes())
                {
                    if (used + Width(rune) > width && line.Length > 0)
                    {
                        lines.Add(line.ToString());
                        line.Clear();
                        used = 0;
                    }
                    line.Append(rune);
                    used += Width(rune);
                }
            }
            lines.Add(line.ToString());
        }
        return lines;
    }

    private const double SpaceWidth = 0.5;

    // Of Arial, in digits (0,556 em), rounded up.
    private static double Width(Rune rune) => rune.Value switch
    {
        ' ' or '\u00A0' or '\u202F' or '.' or ',' or ':' or ';' or '!' or '/' or '\\' or 'f' or 't' or 'I' => 0.52,
        'i' or 'l' or 'j' or '\'' or '|' or '’' => 0.42,
        'r' or '(' or ')' or '-' or '[' or ']' or '"' => 0.62,
        'm' or 'M' => 1.52,
        'w' => 1.32,
        'W' or '%' or '@' or '—' or '…' => 1.82,
        >= 'A' and <= 'Z' => 1.32,
        < 0x250 => 1.02,
        < 0x2E80 => 1.3,
        _ => 2,
    };
}
