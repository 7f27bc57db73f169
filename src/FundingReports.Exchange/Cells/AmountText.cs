using FundingReports.Wording;
using FundingReports.Exchange.Names;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Cells;

/// <summary>« 25 000 € », « 50 % », « 1/3 », « le reste », « la moitié du reste », « inconnu ».</summary>
internal static class AmountText
{
    private static readonly string[] about = ["environ", "env.", "env", "pres de", "~", "≈", "de l'ordre de", "autour de"];

    /// <summary>What one cell says.</summary>
    /// <param name="Money">A sum; null where it is something else.</param>
    /// <param name="Share">A share of the cost, or with <paramref name="OfRemainder"/> of what is left of it.</param>
    /// <param name="OfRemainder">Whether the share is one of what is left.</param>
    /// <param name="Unknown">Whether the cell says that nobody has published the amount.</param>
    /// <param name="Approximate">Whether it says so ("près de").</param>
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

    internal static bool IsUnknown(string words) =>
        Plain.Key(
            words) is "inconnu" or "inconnue" or "nonconnu" or "nonconnue" or "nonpublie" or "nonprecise" or "nc" or "np" or "nd"
                or "adefinir" or "apreciser"
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
        bool marked = false;
        foreach (string unit in (string[])["euros", "euro", "eur", "€"])
        {
            if (!marked && figure.EndsWith(unit, StringComparison.Ordinal))
                (figure, marked) = (Plain.Trim(figure[..^unit.Length]), true);
            else if (!marked && figure.StartsWith(unit, StringComparison.Ordinal))
                (figure, marked) = (Plain.Trim(figure[unit.Length..]), true);
        }
        switch (NumberText.Read(figure, out ExactNumber number))
        {
            case NumberReading.Unreadable:
                return FileTrouble.Unreadable("money");
            case NumberReading.Ambiguous:
                return FileTrouble.Ambiguous("thousands");
        }
        ProblemCode? code = number.AsMoney(out money);
        if (code is null && !marked && !bareIsSafe && money.Cents is > 0 and <= 100)
            return FileTrouble.Ambiguous("amount");
        return FileTrouble.Of(code, "money");
    }

    private static FileTrouble? ReadShare(string words, out Share? share)
    {
        share = Fraction(words);
        if (share is not null)
            return null;
        string text = words;
        foreach (string end in (string[])["du cout total", "du cout", "du poste"])
            if (text.EndsWith(end, StringComparison.Ordinal))
                text = Plain.Trim(text[..^end.Length]);
        text = text.Replace("pour cent", "%", StringComparison.Ordinal);
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
    private static string? Rest(string words)
    {
        switch (Plain.Key(words))
        {
            case "lereste" or "reste" or "solde" or "lesolde" or "lecomplement" or "complement" or "laresteacharge" or "leresteacharge"
                or "resteacharge" or "lereliquat":
                return "";
        }
        foreach (string end in (string[])["du reste", "du solde", "du restant"])
            if (words.EndsWith(end, StringComparison.Ordinal) && words.Length > end.Length)
                return Plain.Trim(words[..^end.Length]);
        return null;
    }

    private static Share? Fraction(string words) => Plain.Key(words) switch
    {
        "moitie" or "lamoitie" or "pourmoitie" or "amoitie" => Share.Of(1, 2),
        "untiers" or "letiers" or "1tiers" or "pouruntiers" => Share.Of(1, 3),
        "deuxtiers" or "lesdeuxtiers" or "2tiers" => Share.Of(2, 3),
        "unquart" or "lequart" or "1quart" => Share.Of(1, 4),
        "troisquarts" or "lestroisquarts" or "3quarts" => Share.Of(3, 4),
        "entotalite" or "latotalite" or "totalite" => Share.Whole,
        _ => null,
    };

    private static bool Strip(ref string words)
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
