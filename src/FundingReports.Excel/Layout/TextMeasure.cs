using System.Text;

namespace FundingReports.Excel.Layout;

/// <summary>Estimates how wide a text is, in digits of the default font (there is no font to measure with on a server).</summary>
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

    // The widths of Arial (and of Liberation Sans, its twin), in thousandths of an em; a digit is 556.
    private const double Digit = 556, SpaceWidth = 278 / Digit;

    private static double Width(Rune rune) => Thousandths(rune.Value) / Digit;

    private static int Thousandths(int c) => c switch
    {
        ' ' or '\u00A0' or '.' or ',' or ':' or ';' or '!' or '/' or '\\' or 'f' or 't' or 'I' or '[' or ']' => 278,
        'i' or 'l' or 'j' or '\'' or '’' or '|' or '\u202F' => 222,
        'r' or '(' or ')' or '-' or '·' => 333,
        '"' => 355,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' or 'J' or 'ç' => 500,
        'm' or 'M' => 833,
        'F' or 'T' or 'Z' => 611,
        'w' or 'C' or 'D' or 'H' or 'N' or 'R' or 'U' => 722,
        'G' or 'O' or 'Q' => 778,
        'W' or 'œ' => 944,
        '%' => 889,
        '@' or '—' or '…' => 1015,
        >= 'A' and <= 'Z' => 667,
        >= 'À' and <= 'Þ' => 722,
        < 0x250 => 556,
        < 0x2E80 => 700,
        _ => 1100,
    };
}
