using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using NodaTime;

namespace FundingReports.Wording;

/// <summary>How figures, dates and lists are said. The same whatever the culture of the machine.</summary>
public static class Words
{
    // Marks, embeddings, overrides and isolates of writing from right to left.
    private const string Turning = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    // Those, the control characters (C0, DEL and C1), and the separators of lines and paragraphs.
    private static readonly SearchValues<char> unprintable = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(i => (char)i).Where(char.IsControl), '\u2028', '\u2029', .. Turning]);

    /// <summary>The space that French sets before « : » and inside guillemets, on which no line breaks.</summary>
    public const char NoBreakSpace = '\u00a0';

    /// <summary>The narrow space that French sets before « ; ? ! % € » and between thousands, on which no line breaks.</summary>
    public const char ThinNoBreakSpace = '\u202f';

    private static readonly string[] frenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] englishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    // Words whose h is not mute, before which nothing is elided; only those that may begin the name of a funder.
    private static readonly string[] aspirated = ["haut", "hall", "hameau", "hangar", "havre", "hors", "huit", "hollande", "hongrie",
        "héros", "harnes", "hazebrouck", "hem", "houdain", "honfleur"];

    /// <summary>An amount: « 26 000 € » with no-break spaces, "€26,000"; with its cents where it is not whole: « 0,50 € ».</summary>
    public static string Money(Euros amount, Language language)
    {
        ulong cents = (ulong)Math.Abs((decimal)amount.Cents);
        string whole = Grouped((cents / 100).ToString(CultureInfo.InvariantCulture), language);
        string part = cents % 100 == 0
            ? "" : (language is Language.French ? "," : ".") + (cents % 100).ToString("00", CultureInfo.InvariantCulture);
        string sign = amount.Cents < 0 ? "-" : "";
        return language is Language.French ? $"{sign}{whole}{part}{ThinNoBreakSpace}€" : $"{sign}€{whole}{part}";
    }

    /// <summary>A date in figures: « 23/07/2023 »; in English in words, because 07/08 means two things: "23 July 2023".</summary>
    public static string Date(LocalDate date, Language language) => language is Language.French
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Day:00}/{date.Month:00}/{date.Year:0000}")
        : LongDate(date, language);

    /// <summary>A date with the precision it has: « 23/07/2023 », « juillet 2023 », « 2023 ».</summary>
    public static string Date(PartialDate date, Language language)
    {
        if (date.IsDay)
            return Date(date.First, language);
        string year = date.First.Year.ToString(CultureInfo.InvariantCulture);
        return date.First.Month == date.Last.Month ? $"{Month(date.First.Month, language)} {year}" : year;
    }

    /// <summary>A date in words: « 23 juillet 2023 », « 1er février 2022 », "23 July 2023".</summary>
    public static string LongDate(LocalDate date, Language language)
    {
        string day = date.Day == 1 && language is Language.French ? "1er" : date.Day.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{day} {Month(date.Month, language)} {date.Year:0000}");
    }

    /// <summary>Whole months and days: « 17 mois et 16 jours », "17 months and 16 days". Years are said in months.</summary>
    /// <param name="period">Years, months, weeks and days; hours are not counted.</param>
    /// <param name="language">The language.</param>
    public static string Duration(Period period, Language language)
    {
        ArgumentNullException.ThrowIfNull(period);
        int months = period.Years * 12 + period.Months, days = period.Weeks * 7 + period.Days;
        string inDays = language is Language.French ? Count(days, "jour", "jours", language) : Count(days, "day", "days", language);
        if (months == 0)
            return inDays;
        string inMonths = language is Language.French
            ? Count(months, "mois", "mois", language) : Count(months, "month", "months", language);
        return days == 0 ? inMonths : $"{inMonths} {And(language)} {inDays}";
    }

    /// <summary>
    /// The same beside a last day: whole months where that is known to the month or the year only, since days would say more than is
    /// known.
    /// </summary>
    internal static string Duration(Period left, PartialDate until, Language language)
    {
        if (until.IsDay)
            return Duration(left, language);
        int months = left.Years * 12 + left.Months;
        return months > 0 ? Duration(Period.FromMonths(months), language)
            : Phrase.In(language, $"moins d'un mois", "less than a month");
    }

    /// <summary>A number and its noun, in agreement: « 1 poste », « 3 postes »; zero is singular in French, plural in English.</summary>
    public static string Count(int count, string singular, string plural, Language language) =>
        $"{Grouped(count.ToString(CultureInfo.InvariantCulture), language)} {Plural(count, singular, plural, language)}";

    /// <summary>The form that agrees with a number: in French plural from two on, in English for all but one.</summary>
    public static string Plural(int count, string singular, string plural, Language language)
    {
        ArgumentNullException.ThrowIfNull(singular);
        ArgumentNullException.ThrowIfNull(plural);
        return (language is Language.French ? Math.Abs(count) < 2 : count == 1) ? singular : plural;
    }

    /// <summary>A list: « a, b et c », "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items, Language language)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => $"{string.Join(", ", items.Take(items.Count - 1))} {And(language)} {items[^1]}",
        };
    }

    /// <summary>A share in percent, two decimals at most, half away from zero: « 56,39 % », "50%".</summary>
    public static string Percent(Share share, Language language)
    {
        ArgumentNullException.ThrowIfNull(share);
        return Percent(share.Numerator, share.Denominator, language);
    }

    /// <summary>
    /// A fraction in percent, two decimals, half away from zero: « 56,39 % »; and as many more as it takes that what is not 0 or 100 % is
    /// not said to be.
    /// </summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator, above zero.</param>
    /// <param name="language">The language.</param>
    public static string Percent(BigInteger numerator, BigInteger denominator, Language language)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        BigInteger size = BigInteger.Abs(numerator), unit = 100, rounded = Rounded(unit);
        int digits = 2;
        while (rounded.IsZero && !size.IsZero || rounded == 100 * unit && size != denominator)
        {
            unit *= 10;
            digits++;
            rounded = Rounded(unit);
        }
        (BigInteger whole, BigInteger part) = BigInteger.DivRem(rounded, unit);
        string decimals = part.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0').TrimEnd('0');
        string point = decimals.Length == 0 ? "" : language is Language.French ? "," : ".";
        string sign = numerator.Sign < 0 ? "-" : "";
        string end = language is Language.French ? $"{ThinNoBreakSpace}%" : "%";
        return $"{sign}{Grouped(whole.ToString(CultureInfo.InvariantCulture), language)}{point}{decimals}{end}";

        BigInteger Rounded(BigInteger unit) => (size * 200 * unit + denominator) / (2 * denominator);
    }

    /// <summary>« de » before a name, elided where it must be: « de Bordeaux », « d’Agen ».</summary>
    public static string De(string name) => Elided("de", name);

    /// <summary>A French word that elides (de, que, le, la…) before another: « qu'il », « l'État ».</summary>
    public static string Elided(string word, string next)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        ArgumentNullException.ThrowIfNull(next);
        return IsVowelSound(next) ? $"{word[..^1]}’{next}" : $"{word} {next}";
    }

    /// <summary>
    /// The text on one line: what breaks a line, or drives a terminal, becomes a space; what turns the direction of writing goes.
    /// </summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAny(unprintable))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
            if (!Turning.Contains(c))
                line.Append(unprintable.Contains(c) ? ' ' : c);
        return line.ToString();
    }

    private static bool IsVowelSound(string text)
    {
        if (text.Length == 0)
            return false;
        // Decomposed by hand: a machine without ICU data decomposes nothing.
        char first = char.ToLowerInvariant(text[0]);
        if (first is 'h')
            return !aspirated.Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        if (first is 'y')
            return text.Length > 1 && !"aeiouéèê".Contains(char.ToLowerInvariant(text[1]));
        return "aàâäæeéèêëiîïoôöœuùûü".Contains(first) && !text.StartsWith("onz", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("oui", StringComparison.OrdinalIgnoreCase);
    }

    private static string And(Language language) => language is Language.French ? "et" : "and";

    internal static string Month(int month, Language language) => (language is Language.French ? frenchMonths : englishMonths)[month - 1];

    internal static string Grouped(string digits, Language language)
    {
        char separator = language is Language.French ? ThinNoBreakSpace : ',';
        var text = new StringBuilder(digits);
        int start = digits is ['-', ..] ? 1 : 0;
        for (int i = digits.Length - 3; i > start; i -= 3)
            text.Insert(i, separator);
        return text.ToString();
    }
}
