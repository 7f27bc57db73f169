using FundingReports.Wording;
using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;
using NodaTime;

namespace FundingReports.Exchange.Cells;

/// <summary>Dates as people write them: 23/07/2023, « 1er juillet 2023 », « juillet 2023 », « fin 2023 », 2023.</summary>
internal static partial class DateText
{
    private static readonly string[] months = ["janv", "fev", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec"];

    /// <summary>The date; null where the text is none, or could be two.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="isEnd">Whether an end is asked for: « fin 2023 » is one, « début 2023 » is a beginning.</param>
    /// <param name="ambiguous">Whether the text may mean two dates.</param>
    internal static PartialDate? Read(string text, bool isEnd, out bool ambiguous)
    {
        ambiguous = false;
        string words = Plain.Words(text).Trim('.', ' ');
        if (PartialDate.TryParse(words, out PartialDate iso))
            return iso;
        if (Edge().Match(words) is { Success: true } edge)
        {
            bool end = edge.Groups[1].Value is "fin";
            PartialDate? whole = Read(edge.Groups[2].Value, isEnd, out ambiguous);
            // « fin 2023 » as a first day is no day that anybody could tell.
            ambiguous |= end != isEnd || whole is { IsDay: true };
            return ambiguous ? null : whole;
        }
        if (Numbers().Match(words) is { Success: true } numbers)
        {
            string year = numbers.Groups[3].Value;
            ambiguous = year.Length == 2;
            return ambiguous ? null : Day(year, Number(numbers.Groups[2]), Number(numbers.Groups[1]));
        }
        if (MonthAndYear().Match(words) is { Success: true } month)
            return Month(month.Groups[2].Value, Number(month.Groups[1]));
        if (InWords().Match(words) is { Success: true } named && MonthOf(named.Groups[2].Value) is { } number)
        {
            ambiguous = named.Groups[3].Value.Length == 2;
            return ambiguous ? null : named.Groups[1].Success
                ? Day(named.Groups[3].Value, number, Number(named.Groups[1])) : Month(named.Groups[3].Value, number);
        }
        return null;
    }

    /// <summary>A number in a column of dates: a year, or the serial number of a day; null where it is neither.</summary>
    internal static PartialDate? OfNumber(decimal number, bool serialsAreSafe)
    {
        if (decimal.Truncate(number) != number)
            return null;
        if (number is >= PartialDate.FirstYear and <= PartialDate.LastYear)
            return PartialDate.Of((int)number);
        // From 1954 to 2119: serial numbers that no year looks like.
        return serialsAreSafe && number is >= 20_000 and <= 80_000
            ? PartialDate.Of(new LocalDate(1899, 12, 30).PlusDays((int)number)) : null;
    }

    internal static int? MonthOf(string word)
    {
        string name = word.Trim('.');
        int at = Array.FindIndex(months, start => name.StartsWith(start, StringComparison.Ordinal));
        if (at < 0)
            return null;
        string whole = Plain.Key(CultureInfo.InvariantCulture.TextInfo.ToLower(FrenchMonth(at)));
        return whole.StartsWith(name, StringComparison.Ordinal) ? at + 1 : null;
    }

    private static string FrenchMonth(int at) =>
        new[] {
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre" }[at];

    private static PartialDate? Day(string year, int month, int day) =>
        PartialDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}-{day:00}"), out PartialDate date)
            ? date : null;

    private static PartialDate? Month(string year, int month) =>
        PartialDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}"), out PartialDate date) ? date : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(fin|debut)(?: de| d')? ?(?:l'annee )?([0-9a-z][0-9a-z ./-]{2,20})$", RegexOptions.CultureInvariant)]
    private static partial Regex Edge();

    [GeneratedRegex(@"^([0-9]{1,2})[/.\- ]([0-9]{1,2})[/.\- ]([0-9]{4}|[0-9]{2})(?: 00:00(?::00)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^([0-9]{1,2})[/.\-]([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(
        @"^(?:(?:le |lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )*([0-9]{1,2})(?:er)? )?([a-z]{3,9}\.?) ([0-9]{4}|[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex InWords();
}
