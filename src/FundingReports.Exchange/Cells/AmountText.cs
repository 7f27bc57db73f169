using FundingReports.Wording;
using FundingReports.Exchange.Names;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Cells;

/// <summary>« 25 000 € », « 50 % », « 1/3 », « le reste », « la moitié du reste », « inconnu ».</summary>
internal static class AmountText
{
    private static readonly string[] about = ["environ", "env.", "env", "pres de", "~", "≈", "de l'ordre de", "autour de",
        "about", "approximately", "approx.", "approx", "circa", "around", "nearly"];

    // The longest first, so that none is taken for the end of another.
    private static readonly (string Unit, long Worth)[] units =
    [
        ("milliers d'euros", 1_000), ("thousand euros", 1_000), ("million euros", 1_000_000), ("millions d'euros", 1_000_000),
            ("million d'euros", 1_000_000), ("k euros", 1_000),
            ("keuros", 1_000), ("keur", 1_000), ("meur", 1_000_000), ("k€", 1_000), ("k €", 1_000),
        ("m€", 1_000_000), ("m €", 1_000_000), ("euros", 1), ("euro", 1), ("eur", 1), ("€ ttc", 1), ("€", 1),
    ];

    /// <summary>Whether the text counts in thousands or millions of euros: what it comes to is to be said.</summary>
    internal static bool IsScaled(string text)
    {
        string words = Plain.Words(text).Replace('’', '\'');
        return units.Any(unit => unit.Worth > 1 && words.EndsWith(unit.Unit, StringComparison.Ordinal));
    }

    /// <summary>What one cell says.</summary>
    /// <param name="Money">A sum; null where it is something else.</param>
    /// <param name="Share">A share of the cost, or with <paramref name="OfRemainder"/> of what is left of it.</param>
    /// <param name="OfRemainder">Whether the share is one of what is left.</param>
    /// <param name="Unknown">Whether the cell says that nobody has published the amount.</param>
    /// <param name="Approximate">Whether the cell says that the amount is approximate ("près de").</param>
    internal readonly record struct Said(Euros? Money, Share? Share, bool OfRemainder, bool Unknown, bool Approximate);

    /// <summary>Reads a cell that may hold a sum, a share, « le reste » or « inconnu ».</summary>
    internal static FileTrouble? Read(GridCell cell, out Said said)
    {
        said = default;
        if (cell.Kind is CellKind.Number)
            return ReadNumber(cell, ref said);
        if (cell.Kind is not CellKind.Text)
            return cell.Kind is CellKind.Date ? FileTrouble.Ambiguous("amount-date") : FileTrouble.Unreadable("amount");
        string words = Plain.Words(cell.Text).Replace('’', '\'');
        if (IsUnknown(words))
        {
            said = new(null, null, false, true, false);
            return null;
        }
        if (Doubt.IsIn(words))
            return FileTrouble.Unreadable("amount");
        bool approximate = Strip(ref words);
        if (Rest(words) is { } part)
            return ReadRest(part, approximate, out said);
        if (words.Contains('%', StringComparison.Ordinal) || words.Contains('/', StringComparison.Ordinal) || Fraction(words) is not null)
            return ReadShare(words, out Share? share) is { } trouble
                ? trouble : Set(out said, new(null, share, false, false, approximate));
        return ReadMoney(words, bareIsSafe: false, out Euros money) is { } wrong
            ? wrong : Set(out said, new(money, null, false, false, approximate));
    }

    /// <summary>Reads a cell that may only hold a sum.</summary>
    internal static FileTrouble? ReadMoney(GridCell cell, out Euros money, out bool approximate)
    {
        (money, approximate) = (default, false);
        switch (cell.Kind)
        {
            case CellKind.Number when cell.IsPercent:
                return FileTrouble.Unreadable("money");
            case CellKind.Number:
                return FileTrouble.Of(ExactNumber.Of(cell.Number).AsMoney(out money), "money");
            case CellKind.Text:
                string words = Plain.Words(cell.Text);
                approximate = Strip(ref words);
                return ReadMoney(words, bareIsSafe: true, out money);
            default:
                return FileTrouble.Unreadable("money");
        }
    }

    /// <summary>Reads a ceiling: a bare number that pays next to nothing may be one of thousands.</summary>
    internal static FileTrouble? ReadCeiling(GridCell cell, out Euros money)
    {
        if (ReadMoney(cell, out money, out _) is { } trouble)
            return trouble;
        string figure = cell.Kind is CellKind.Text ? Plain.Words(cell.Text) : "";
        return TakeUnit(ref figure, out _) ? null : OfBareCeiling(money);
    }

    /// <summary>
    /// What is asked of a ceiling in a cell of its own: no ceiling, or nothing is paid; twenty euros, or twenty thousand.
    /// </summary>
    internal static FileTrouble? OfBareCeiling(Euros bare) =>
        bare == Euros.Zero ? FileTrouble.Ambiguous("zero-cap") : OfSmallCeiling(bare);

    /// <summary>Twenty euros a year, or twenty thousand; null of a sum that is a ceiling as it stands.</summary>
    internal static FileTrouble? OfSmallCeiling(Euros bare) => bare.Cents is > 0 and <= 10_000
        ? new(ProblemCode.AmbiguousCell, ["two-sums", ExactNumber.Of(bare.ToDecimal() * 1_000).ToString(),
            ExactNumber.Of(bare.ToDecimal()).ToString()]) : null;

    /// <summary>Reads a cell that holds a sum of either sign; « environ 500 » is none.</summary>
    internal static FileTrouble? ReadSigned(GridCell cell, out Euros money)
    {
        if (cell.Kind is CellKind.Text && Plainly(cell.Text, out money))
            return null;
        FileTrouble? trouble = ReadMoney(cell, out money, out bool approximate);
        if (trouble is { Code: ProblemCode.NegativeMoney })
        {
            GridCell positive = cell.Kind is CellKind.Number ? cell with { Number = -cell.Number }
                : GridCell.OfText(string.Concat(cell.Text.Where(c => c is not ('-' or '\u2212' or '(' or ')'))));
            trouble = ReadMoney(positive, out money, out approximate);
            money = -money;
        }
        return trouble ?? (approximate ? FileTrouble.Unreadable("money") : null);
    }

    // 22000.80, as the schema of subsidies writes it: most cells of most files.
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

    /// <summary>Reads a cell that may only hold a share.</summary>
    internal static FileTrouble? ReadShare(GridCell cell, out Share? share)
    {
        share = null;
        if (cell.Kind is not CellKind.Number)
            return cell.Kind is CellKind.Text ? ReadShare(Plain.Words(cell.Text), out share) : FileTrouble.Unreadable("share");
        ProblemCode? code = ExactNumber.AsShare(ExactNumber.Of(cell.Number), ExactNumber.Of(1), out Share read);
        share = read;
        return FileTrouble.Of(code, "share");
    }

    internal static bool IsUnknown(string words) => Plain.Key(words) is "inconnu" or "inconnue" or "nonconnu" or "nonconnue" or "nonpublie"
        or "nonprecise" or "nc" or "np" or "nd" or "na" or "adefinir" or "apreciser"
        or "unknown" or "notknown" or "notpublished" or "notspecified" or "tobedefined" or "tbd"
        || words is "?" or "??" or "???";

    private static FileTrouble? ReadNumber(GridCell cell, ref Said said)
    {
        ExactNumber number = ExactNumber.Of(cell.Number);
        if (cell.IsPercent)
        {
            ProblemCode? wrong = ExactNumber.AsShare(number, ExactNumber.Of(1), out Share share);
            said = new(null, share, false, false, false);
            return FileTrouble.Of(wrong, "share");
        }
        // 0,5 may be half of the cost, or fifty cents.
        if (cell.Number is > 0 and <= 1)
            return FileTrouble.Ambiguous("amount");
        ProblemCode? code = number.AsMoney(out Euros money);
        said = new(money, null, false, false, false);
        return FileTrouble.Of(code, "money");
    }

    private static FileTrouble? ReadMoney(string words, bool bareIsSafe, out Euros money)
    {
        money = default;
        string figure = words;
        bool marked = TakeUnit(ref figure, out long times);
        switch (NumberText.Read(figure, out ExactNumber number))
        {
            case NumberReading.Unreadable:
                return FileTrouble.Unreadable("money");
            case NumberReading.Ambiguous:
                return FileTrouble.Ambiguous("thousands");
        }
        ProblemCode? code = times == 1 ? number.AsMoney(out money) : number.Times(times).AsMoney(out money);
        if (code is null && !marked && !bareIsSafe && money.Cents is > 0 and <= 100)
            return FileTrouble.Ambiguous("amount");
        return FileTrouble.Of(code, "money");
    }

    /// <summary>Takes « € », « k€ » or « millions d'euros » off a figure, and says by how much it counts.</summary>
    /// <returns>Whether there was a unit.</returns>
    internal static bool TakeUnit(ref string figure, out long times)
    {
        times = 1;
        foreach ((string unit, long worth) in units)
        {
            if (figure.EndsWith(unit, StringComparison.Ordinal))
            {
                (figure, times) = (Plain.Trim(figure[..^unit.Length]), worth);
                return true;
            }
            if (worth == 1 && figure.StartsWith(unit, StringComparison.Ordinal))
            {
                figure = Plain.Trim(figure[unit.Length..]);
                return true;
            }
        }
        return false;
    }

    internal static FileTrouble? ReadShare(string words, out Share? share)
    {
        share = Fraction(words);
        if (share is not null)
            return null;
        string text = OfCost(words).Replace("pour cent", "%", StringComparison.Ordinal).Replace("per cent", "%", StringComparison.Ordinal)
            .Replace("percent", "%", StringComparison.Ordinal);
        string plain = Plain.WithoutSpaces(text).Replace(',', '.');
        ProblemCode? code = ShareText.Read(plain, out Share read);
        share = code is null ? read : null;
        return FileTrouble.Of(code, "share");
    }

    private static FileTrouble? ReadRest(string part, bool approximate, out Said said)
    {
        said = new(null, null, true, false, approximate);
        if (part.Length == 0)
            return null;
        FileTrouble? trouble = ReadShare(part, out Share? share);
        said = said with { Share = share };
        return trouble;
    }

    // What stands before « du reste »; empty for the whole of it; null where the text says nothing of the kind.
    internal static string? Rest(string words)
    {
        switch (Plain.Key(words))
        {
            case "lereste" or "reste" or "solde" or "balance" or "thebalance" or "therest" or "lesolde" or "lecomplement" or "complement"
                or "laresteacharge" or "leresteacharge" or "resteacharge" or "lereliquat"
                or "rest" or "theremainder" or "remainder":
                return "";
        }
        foreach (string end in (string[])["du reste", "du solde", "du restant", "of the rest", "of the balance",
            "of the remainder"])
            if (words.EndsWith(end, StringComparison.Ordinal) && words.Length > end.Length)
                return Plain.Trim(words[..^end.Length]);
        return null;
    }

    // « la moitié du coût du poste » is « la moitié ».
    private static string OfCost(string words)
    {
        foreach (string end in (string[])["du cout total", "du cout", "du poste", "of the total cost", "of the cost", "of the post"])
            if (words.EndsWith(end, StringComparison.Ordinal))
                return OfCost(Plain.Trim(words[..^end.Length]));
        return words;
    }

    internal static Share? Fraction(string words) => Plain.Key(OfCost(words)) switch
    {
        "moitie" or "lamoitie" or "pourmoitie" or "amoitie" or "half" or "ahalf" or "onehalf" => Share.Of(1, 2),
        "untiers" or "letiers" or "1tiers" or "pouruntiers" or "athird" or "onethird" => Share.Of(1, 3),
        "deuxtiers" or "lesdeuxtiers" or "2tiers" or "twothirds" => Share.Of(2, 3),
        "unquart" or "lequart" or "1quart" or "aquarter" or "onequarter" => Share.Of(1, 4),
        "troisquarts" or "lestroisquarts" or "3quarts" or "threequarters" => Share.Of(3, 4),
        "entotalite" or "latotalite" or "totalite" or "thewhole" or "whole" or "infull" => Share.Whole,
        _ => null,
    };

    internal static bool Strip(ref string words)
    {
        foreach (string word in about)
            if (words.StartsWith(word, StringComparison.Ordinal))
            {
                words = Plain.Trim(words[word.Length..]);
                return true;
            }
        return false;
    }

    private static FileTrouble? Set(out Said said, Said value)
    {
        said = value;
        return null;
    }
}
