using System.Text;

namespace FundingReports.Excel.Layout;

/// <summary>Estimates how wide a text is, in digits of the default font (there is no font to measure with on a server).</summary>
internal static class TextMeasure
{
    /// <summary>The width of a line, in digits.</summary>
    internal static double Width(ReadOnlySpan<char> text)
    {
        int width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Thousandths(rune);
        return width / Digit;
    }

    /// <summary>Breaks a text into lines no wider than a width; a word that is wider is broken.</summary>
    internal static IReadOnlyList<string> Lines(string text, double width)
    {
        var lines = new List<string>();
        Break(text, width, lines);
        return lines;
    }

    /// <summary>How many lines those are: a long table asks a million times, and needs no line itself.</summary>
    internal static int LineCount(ReadOnlySpan<char> text, double width) =>
        text.Length * Widest <= width && !text.Contains('\n') ? 1 : Break(text, width, null);

    private static int Break(ReadOnlySpan<char> text, double width, List<string>? lines)
    {
        int count = 0;
        var line = lines is null ? null : new StringBuilder();
        foreach (Range paragraph in text.Split('\n'))
        {
            double used = 0;
            bool empty = true;
            foreach (Range range in text[paragraph].Split(' '))
            {
                var word = text[paragraph][range];
                double wide = Width(word);
                if (!empty && used + SpaceWidth + wide > width)
                    End(ref used, ref empty);
                if (!empty)
                {
                    line?.Append(' ');
                    used += SpaceWidth;
                }
                if (wide <= width)
                {
                    line?.Append(word);
                    used += wide;
                    empty &= word.IsEmpty;
                    continue;
                }
                foreach (var rune in word.EnumerateRunes())
                {
                    if (used + Width(rune) > width && !empty)
                        End(ref used, ref empty);
                    line?.Append(rune);
                    used += Width(rune);
                    empty = false;
                }
            }
            End(ref used, ref empty);
        }
        return count;

        void End(ref double used, ref bool empty)
        {
            count++;
            lines?.Add(line!.ToString());
            line?.Clear();
            (used, empty) = (0, true);
        }
    }

    // The widths of Arial (and of Liberation Sans, its twin), in thousandths of an em; a digit is 556.
    private const double Digit = 556, SpaceWidth = 278 / Digit;

    // No letter is as wide as two digits: a short text needs no measuring.
    private const int Widest = 2;

    // Most letters are among the first.
    private static readonly short[] firstWidths = [.. Enumerable.Range(0, 0x250).Select(c => (short)Thousandths(c))];

    private static double Width(Rune rune) => Thousandths(rune) / Digit;

    private static int Thousandths(Rune rune) => rune.Value < firstWidths.Length ? firstWidths[rune.Value] : Thousandths(rune.Value);

    private static int Thousandths(int c) => c switch
    {
        ' ' or '\u00A0' or '\u202F' or '.' or ',' or ':' or ';' or '!' or '/' or '\\' or 'f' or 't' or 'I' or '[' or ']' => 278,
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
