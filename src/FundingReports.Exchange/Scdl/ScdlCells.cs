using System.Globalization;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Names;
using FundingReports.Validation;

namespace FundingReports.Exchange.Scdl;

/// <summary>Sums, dates, periods and parts as published files write them: understood, or not, never guessed.</summary>
internal static class ScdlCells
{
    /// <summary>A sum. A negative one is readable, and an error.</summary>
    internal static FileTrouble? Money(GridCell cell, out Euros money)
    {
        if (cell.Kind is CellKind.Text && Plainly(cell.Text, out money))
            return null;
        FileTrouble? trouble = AmountText.ReadMoney(cell, out money, out bool approximate);
        if (trouble is { Code: ProblemCode.NegativeMoney })
        {
            GridCell positive = cell.Kind is CellKind.Number
                ? cell with { Number = -cell.Number } : GridCell.OfText(string.Concat(cell.Text.Where(c => c is not ('-' or '\u2212'))));
            money = AmountText.ReadMoney(positive, out Euros turned, out _) is null ? -turned : default;
            return trouble;
        }
        return trouble ?? (approximate ? FileTrouble.Unreadable("money") : null);
    }

    /// <summary>A day, a month or a year; a serial number is one where a spreadsheet has made it of a day.</summary>
    internal static PartialDate? Date(GridCell cell, out bool wasSerial)
    {
        wasSerial = false;
        if (cell.Kind is CellKind.Date)
            return PartialDate.Of(cell.Day);
        if (cell.Kind is CellKind.Number)
        {
            wasSerial = cell.Number > PartialDate.LastYear;
            return DateText.OfNumber(cell.Number, serialsAreSafe: !cell.Format.EndsWith("1904", StringComparison.Ordinal));
        }
        if (cell.Kind is not CellKind.Text)
            return null;
        string text = cell.Text;
        if (PartialDate.TryParse(text, out PartialDate iso))
            return iso;
        if (text.Length is 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int serial))
        {
            wasSerial = true;
            return DateText.OfNumber(serial, serialsAreSafe: true);
        }
        // 2017-06-27T00:00:00, 2017-06-27 00:00:00.
        if (text.Length > 10 && text[10] is 'T' or ' ' && PartialDate.TryParse(text[..10], out PartialDate day)
            && text[11..].All(c => c is '0' or ':' or '.' or 'Z' or '+'))
            return day;
        return DateText.Read(text, isEnd: false, out _);
    }

    /// <summary>One day, or a first and a last: 2017-03-14/2018-03-14 (SCDL), 2017-03-14_2018-03-14 (older form).</summary>
    internal static bool Payments(GridCell cell, out PartialDate? from, out PartialDate? until)
    {
        until = null;
        // 2017-03-14/2018-03-14: nearly all of them.
        if (cell is { Kind: CellKind.Text, Text: { Length: 21 } text } && text[10] is '/' or '_'
            && PartialDate.TryParse(cell.Text[..10], out PartialDate start) && PartialDate.TryParse(cell.Text[11..], out PartialDate end)
                && end.Last >= start.First)
        {
            (from, until) = (start, end);
            return true;
        }
        from = Date(cell, out _);
        if (from is not null || cell.Kind is not CellKind.Text)
            return from is not null;
        foreach (string separator in (ReadOnlySpan<string>)["_", "/", " au ", " - "])
        {
            string[] parts = cell.Text.Split(separator);
            if (parts.Length != 2)
                continue;
            from = Date(GridCell.OfText(parts[0]), out _);
            until = Date(GridCell.OfText(parts[1]), out _);
            if (from is { } first && until is { } last && last.Last >= first.First)
                return true;
        }
        (from, until) = (null, null);
        return false;
    }

    /// <summary>A part, as 0.45; a number above 1 is one in percent.</summary>
    internal static Share? Part(GridCell cell, out bool wasPercent)
    {
        wasPercent = false;
        if (cell.Kind is CellKind.Text && cell.Text is "1" or "1.0" or "1.00")
            return Share.Whole;
        if (AmountText.ReadShare(cell, out Share? share) is null)
            return share;
        ExactNumber number = default;
        bool read = cell.Kind is CellKind.Number ? (number = ExactNumber.Of(cell.Number)) is var _ : cell.Kind is CellKind.Text
            && NumberText.Read(cell.Text, out number) is NumberReading.Read;
        if (!read || ExactNumber.AsShare(number, ExactNumber.Of(100), out Share percent) is not null)
            return null;
        wasPercent = true;
        return percent;
    }

    /// <summary>oui, non.</summary>
    internal static bool? YesNo(GridCell cell) =>
        cell.Text is "non" ? false : cell.Kind is CellKind.Blank ? null : Plain.Key(cell.Text) switch
    {
        "oui" or "o" or "true" or "vrai" => true,
        "non" or "n" or "false" or "faux" => false,
        _ => null,
    };

    // 22000.80, as the schema writes it: most cells of most files.
    private static bool Plainly(string text, out Euros money)
    {
        money = default;
        long cents = 0;
        int point = -1;
        if (text.Length is 0 or > 12)
            return false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '.' && point < 0 && i > 0)
                point = i;
            else if (char.IsAsciiDigit(c))
                cents = cents * 10 + (c - '0');
            else
                return false;
        }
        int decimals = point < 0 ? 0 : text.Length - point - 1;
        if (point >= 0 && decimals is not (1 or 2))
            return false;
        cents *= decimals switch { 0 => 100, 1 => 10, _ => 1 };
        if (cents >= Euros.Limit)
            return false;
        money = Euros.FromCents(cents);
        return true;
    }
}
