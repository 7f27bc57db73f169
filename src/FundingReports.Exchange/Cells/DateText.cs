using FundingReports.Wording;
using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;
using NodaTime;

namespace FundingReports.Exchange.Cells;

/// <summary>
/// Dates as people write them: 23/07/2023, 23.07.23, 20230723, « 1er juillet 2023 », « 15-mars-26 », « juillet 2023 », « fin 2023 », 2023,
/// with or without an hour.
/// </summary>
internal static partial class DateText
{
    // No decision, payment or post of these files is older; a later one is a typing error, and said to be in the future.
    private const int FirstCompactYear = 1900, LastCompactYear = 2100;
    private const int DaysTo1904 = 1462;
    private static readonly string[] months =
        ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];
    private static readonly string[] englishMonths = ["january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december"];
    private static readonly string[] shortest = ["jan", "fev", "mar", "avr", "mai", "juin", "juil", "aou", "sep", "oct", "nov", "dec"];

    /// <summary>How a form writes a date: a day in figures, as French people do; a month in words of the language.</summary>
    internal static string Written(PartialDate date, Language language) => Words.Date(date, date.IsDay ? Language.French : language);

    /// <summary>The date; null where the text is none, or could be two.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="isEnd">Whether an end is asked for: « fin 2023 » is one, « début 2023 » is a beginning.</param>
    /// <param name="ambiguous">Whether the text may mean two dates.</param>
    internal static PartialDate? Read(string text, bool isEnd, out bool ambiguous)
    {
        ambiguous = false;
        if (text.Length > GridCell.LongestValue)
            return null;
        // 2023-07-23, as most files have it.
        if (PartialDate.TryParse(text, out PartialDate plain))
            return plain;
        string words = Plain.Words(text).Trim('.', ' ');
        if (PartialDate.TryParse(words, out PartialDate iso))
            return iso;
        if (Hour().Match(words) is { Success: true } hour)
        {
            // 22:00 of Greenwich is the next day in Paris: which of the two was meant, nobody can tell.
            if (hour.Groups[3].Success && Number(hour.Groups[2]) >= 22)
            {
                ambiguous = true;
                return null;
            }
            words = hour.Groups[1].Value;
            if (PartialDate.TryParse(words, out PartialDate day))
                return day;
        }
        if (Edge().Match(words) is { Success: true } edge)
        {
            bool end = edge.Groups[1].Value is "fin" or "end";
            PartialDate? whole = Read(edge.Groups[2].Value, isEnd, out ambiguous);
            // « fin 2023 » as a first day is no day that anybody could tell.
            ambiguous |= end != isEnd || whole is { IsDay: true };
            return ambiguous ? null : whole;
        }
        if (YearFirst().Match(words) is { Success: true } first)
            return Day(first.Groups[1].Value, Number(first.Groups[2]), Number(first.Groups[3]));
        if (Numbers().Match(words) is { Success: true } numbers)
            return Day(Whole(numbers.Groups[3].Value), Number(numbers.Groups[2]), Number(numbers.Groups[1]));
        if (Compact().IsMatch(words))
            return OfCompact(words);
        if (MonthAndYear().Match(words) is { Success: true } month)
            return Month(month.Groups[2].Value, Number(month.Groups[1]));
        if (MonthFirst().Match(words) is { Success: true } american && MonthOf(american.Groups[1].Value) is { } monthFirst)
            return Day(american.Groups[3].Value, monthFirst, Number(american.Groups[2]));
        if (InWords().Match(words) is { Success: true } named && MonthOf(named.Groups[2].Value) is { } number)
        {
            // « juillet 23 » may be a day without its year.
            ambiguous = named.Groups[3].Value.Length == 2 && !named.Groups[1].Success;
            return ambiguous ? null : named.Groups[1].Success
                ? Day(Whole(named.Groups[3].Value), number, Number(named.Groups[1])) : Month(named.Groups[3].Value, number);
        }
        return null;
    }

    /// <summary>
    /// A number in a column of dates: a year, the eight digits of a day, or the number by which a spreadsheet counts a day; null where it
    /// is none of them.
    /// </summary>
    /// <param name="cell">The number, and from which year its days count.</param>
    internal static PartialDate? OfNumber(GridCell cell)
    {
        decimal number = cell.Number;
        if (decimal.Truncate(number) != number)
            // The part after the comma is the hour.
            return number is >= 20_000 and <= 80_000 ? OfSerial((int)decimal.Truncate(number), cell.Is1904) : null;
        if (number is >= PartialDate.FirstYear and <= PartialDate.LastYear)
            return PartialDate.Of((int)number);
        return number is >= 10_000_000 and <= 99_999_999
            ? OfCompact(((int)number).ToString(CultureInfo.InvariantCulture)) : OfSerial(number, cell.Is1904);
    }

    /// <summary>
    /// The day that a spreadsheet counts by this number, from 1954 to 2119, where no number looks like a year; null of any other number.
    /// </summary>
    internal static PartialDate? OfSerial(decimal serial, bool is1904)
    {
        decimal days = is1904 ? serial + DaysTo1904 : serial;
        return decimal.Truncate(days) == days && days is >= 20_000 and <= 80_000
            ? PartialDate.Of(new LocalDate(1899, 12, 30).PlusDays((int)days)) : null;
    }

    internal static int? MonthOf(string word)
    {
        string name = word.Trim('.');
        int at = Array.FindIndex(shortest, start => name.StartsWith(start, StringComparison.Ordinal));
        if (at >= 0 && months[at].StartsWith(name, StringComparison.Ordinal))
            return at + 1;
        at = name.Length < 3 ? -1 : Array.FindIndex(englishMonths, month => month.StartsWith(name, StringComparison.Ordinal));
        return at >= 0 ? at + 1 : null;
    }

    // 20230723, or 23072023: within two centuries no eight digits are both.
    private static PartialDate? OfCompact(string digits)
    {
        int year = int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture),
            last = int.Parse(digits.AsSpan(4, 4), CultureInfo.InvariantCulture);
        if (year is >= FirstCompactYear and <= LastCompactYear
            && Day(digits[..4], int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture),
                int.Parse(digits.AsSpan(6, 2), CultureInfo.InvariantCulture)) is { } day)
            return day;
        return last is >= FirstCompactYear and <= LastCompactYear
            ? Day(digits[4..], int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture),
                int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture))
            : null;
    }

    // 23 is 2023, 97 is 1997.
    private static string Whole(string year) =>
        year.Length == 4 ? year : string.CompareOrdinal(year, "70") < 0 ? "20" + year : "19" + year;

    private static PartialDate? Day(string year, int month, int day) =>
        PartialDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}"), out PartialDate date)
            ? date : null;

    private static PartialDate? Month(string year, int month) =>
        PartialDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"), out PartialDate date) ? date : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(fin|debut|end|beginning|start)(?: de| d'| of)? ?(?:l'annee )?([0-9a-z][0-9a-z ./-]{2,20})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Edge();

    [GeneratedRegex(@"^([0-9]{4})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^[0-9]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^(.*[0-9])(?:t| a | )([0-9]{1,2})[:h][0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,7})?)?(z|[+-][0-9]{2}:?[0-9]{2})?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

    [GeneratedRegex(@"^([0-9]{1,2})[/.\-]([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(
        @"^(?:(?:le |lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )*([0-9]{1,2})(?:er|st|nd|rd|th)?[ -])?([a-z]{3,9}\.?)[ -]([0-9]{4}|[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex InWords();
}
