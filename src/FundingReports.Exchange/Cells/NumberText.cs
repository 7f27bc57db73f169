using System.Globalization;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Cells;

/// <summary>
/// Numbers as people write them in France, and as spreadsheets of other countries do: understood, or not, never guessed.
/// </summary>
internal static class NumberText
{
    // The digits that a spreadsheet keeps of a number. Nobody types more: a text with more comes from a program.
    private const int DigitsOfASpreadsheet = 15;

    /// <summary>
    /// Reads « 26 000,00 », "26000.5", "1.234,56", "-5", "5-", "(5)"; not "1.234" or "1,234", which is a thousand to some and one to
    /// others.
    /// </summary>
    internal static NumberReading Read(string text, out ExactNumber number)
    {
        number = default;
        string trimmed = Plain.Trim(text).Replace('\u2212', '-');
        bool negative = trimmed is ['-', ..] or [.., '-'] or ['(', .., ')'];
        if (negative)
            trimmed = trimmed[0] == '('
                ? Plain.Trim(trimmed[1..^1]) : trimmed[0] == '-' ? Plain.Trim(trimmed[1..]) : Plain.Trim(trimmed[..^1]);
        else if (trimmed.StartsWith('+'))
            trimmed = Plain.Trim(trimmed[1..]);
        if (!Ungroup(trimmed, out string? digits))
            return NumberReading.Unreadable;
        if (digits is null)
            return NumberReading.Ambiguous;
        digits = WithoutNoise(digits);
        return ExactNumber.TryParse(negative ? "-" + digits : digits, out number) ? NumberReading.Read : NumberReading.Unreadable;
    }

    // 33992.720000000001 is 33992.72 as a spreadsheet keeps it: its fifteen digits say so, and nothing else could have been written.
    private static string WithoutNoise(string digits)
    {
        if (digits.Length <= DigitsOfASpreadsheet || !digits.Contains('.', StringComparison.Ordinal)
            || !double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double kept) || kept >= 1e12)
            return digits;
        string shown = ExactNumber.Write((decimal)kept);
        return shown.Length <= digits.Length - 3 ? shown : digits;
    }

    /// <summary>Reads a cell that must hold a number.</summary>
    internal static FileTrouble? Read(GridCell cell, out ExactNumber number)
    {
        number = cell.Kind is CellKind.Number ? ExactNumber.Of(cell.Number) : default;
        return cell.Kind switch
        {
            CellKind.Number => null,
            CellKind.Text => Read(cell.Text, out number) switch
            {
                NumberReading.Read => null,
                NumberReading.Ambiguous => FileTrouble.Ambiguous("thousands"),
                _ => FileTrouble.Unreadable("number"),
            },
            _ => FileTrouble.Unreadable("number"),
        };
    }

    // Digits and one point; null where it may mean two things.
    private static bool Ungroup(string text, out string? digits)
    {
        digits = null;
        int commas = text.Count(c => c == ','), points = text.Count(c => c == '.');
        int comma = text.LastIndexOf(','), point = text.LastIndexOf('.');
        char? decimals = (commas, points) switch
        {
            (0, 0) => null,
            (1, 0) => ',',
            (0, 1) => '.',
            ( > 0, > 0) when comma > point && commas == 1 => ',',
            ( > 0, > 0) when point > comma && points == 1 => '.',
            ( > 0, > 0) => ' ',
            _ => null,
        };
        if (decimals is ' ')
            return false;
        int end = decimals is { } mark ? text.LastIndexOf(mark) : text.Length;
        string whole = text[..end], fraction = end < text.Length ? text[(end + 1)..] : "";
        if (end < text.Length && (fraction.Length == 0 || !fraction.All(char.IsAsciiDigit)))
            return false;
        if (!Groups(whole, out string joined, out bool separated))
            return false;
        // A point, or a comma, and three digits: a thousand to some, a unit to others.
        if (decimals is not null && commas + points == 1 && !separated && fraction.Length == 3 && joined.Length <= 3 && joined[0] != '0')
            return true;
        digits = fraction.Length > 0 ? $"{joined}.{fraction}" : joined;
        return true;
    }

    // « 26 000 », "26.000.000", "26'000": one kind of separator, groups of three after the first.
    private static bool Groups(string whole, out string joined, out bool separated)
    {
        joined = string.Concat(whole.Where(char.IsAsciiDigit));
        separated = joined.Length < whole.Length;
        if (joined.Length == 0)
            return false;
        if (!separated)
            return true;
        var groups = new List<int>();
        char separator = '\0';
        int run = 0;
        foreach (char c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                run++;
                continue;
            }
            char kind = Plain.IsSpace(c) ? ' ' : c is '’' ? '\'' : c;
            if (kind is not (' ' or '.' or ',' or '\'') || separator != '\0' && separator != kind)
                return false;
            if (run == 0 && kind is ' ')
                continue;
            separator = kind;
            groups.Add(run);
            run = 0;
        }
        groups.Add(run);
        return groups[0] is >= 1 and <= 3 && groups.Skip(1).All(length => length == 3);
    }
}

/// <summary>How far a text was understood.</summary>
internal enum NumberReading
{
    /// <summary>It is a number.</summary>
    Read,

    /// <summary>It may be two numbers.</summary>
    Ambiguous,

    /// <summary>It is none.</summary>
    Unreadable,
}
