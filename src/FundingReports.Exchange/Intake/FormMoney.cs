using System.Text.RegularExpressions;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>
/// What stands in the cell of a year: a sum, a part, the balance, a ceiling; read as people write it, asked about where it can be read in
/// two ways.
/// </summary>
/// <param name="Money">A sum: of the year, or a year where <paramref name="IsRate"/>.</param>
/// <param name="IsRate">Whether the sum is one a year (« par an », « par mois »), also in a year that it does not pay whole.</param>
/// <param name="Share">A part of the cost, or with <paramref name="OfRemainder"/> of what the others leave.</param>
/// <param name="OfRemainder">Whether it is of what the others leave; without a part, all of it.</param>
/// <param name="IsUnknown">Whether the cell says that the sum is not known.</param>
/// <param name="Cap">The most that is paid a year.</param>
/// <param name="IsApproximate">Whether it says so (« environ »).</param>
/// <param name="How">How what was written came to the sum: scaled, monthly, quarterly; null where it is as it was written.</param>
internal readonly record struct YearMoney(
    Euros? Money, bool IsRate, Share? Share, bool OfRemainder, bool IsUnknown, Euros? Cap, bool IsApproximate, string? How)
{
    /// <summary>Whether the cell says that nothing is paid.</summary>
    internal bool IsNothing => Money is null && Share is null && !OfRemainder && !IsUnknown;
}

/// <summary>Sums, parts and costs of the form with years as columns.</summary>
internal static partial class FormMoney
{
    /// <summary>A number up to here may be a part in percent.</summary>
    private const int LargestPercent = 100;

    /// <summary>No post costs less a year: a number below is one of thousands, or a mistake.</summary>
    private const int LeastCost = 1_000;

    /// <summary>Reads the cell of a year.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="nature">What the row says that its cells are; null where it does not.</param>
    /// <param name="said">What it says.</param>
    internal static FileTrouble? Read(GridCell cell, MoneyNature? nature, out YearMoney said)
    {
        said = default;
        switch (cell.Kind)
        {
            case CellKind.Blank:
                return null;
            case CellKind.Number when cell.IsPercent:
                return cell.Number == 0 ? FileTrouble.Ambiguous("zero") : OfShare(
                    ExactNumber.AsShare(ExactNumber.Of(cell.Number), ExactNumber.Of(1), out Share percent), percent, nature, ref said);
            case CellKind.Number:
                return OfNumber(ExactNumber.Of(cell.Number), cell.Number, nature, ref said);
            case CellKind.Text when cell.IsLong:
                return FileTrouble.Unreadable("amount");
            case CellKind.Text:
                return OfText(Plain.Words(cell.Text).Replace('’', '\''), nature, ref said);
            default:
                return cell.Kind is CellKind.Date ? FileTrouble.Ambiguous("amount-date") : FileTrouble.Unreadable("amount");
        }
    }

    /// <summary>Reads the cost of a year.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cost">The cost; null where the cell says that it is not known.</param>
    /// <param name="how">How what was written came to it; null where it is as it was written.</param>
    internal static FileTrouble? ReadCost(GridCell cell, out Euros? cost, out string? how)
    {
        (cost, how) = (null, null);
        if (cell.Kind is CellKind.Number && !cell.IsPercent)
            return Cost(ExactNumber.Of(cell.Number), cell.Number, isMarked: false, ref cost);
        if (cell.Kind is not CellKind.Text || cell.IsLong)
            return FileTrouble.Unreadable("money");
        string words = Plain.Words(cell.Text);
        if (AmountText.IsUnknown(words) || BlankWords.Are(words))
            return null;
        AmountText.Strip(ref words);
        FileTrouble? trouble = Figure(words, out ExactNumber number, out bool isMarked, out _, out how);
        if (trouble is not null)
            return trouble.Arguments is ["two-sums", ..]
                ? trouble with { Arguments = trouble.Arguments.SetItem(0, "two-costs") } : trouble;
        return Cost(number, number.AsMoney(out Euros sum) is null ? sum.ToDecimal() : LeastCost, isMarked, ref cost);
    }

    private static FileTrouble? Cost(ExactNumber number, decimal value, bool isMarked, ref Euros? cost)
    {
        if (value == 0 && !isMarked)
            return FileTrouble.Ambiguous("zero-cost");
        if (value is > 0 and < LeastCost && !isMarked)
            return new(ProblemCode.AmbiguousCell, ["cost-scale", number.ToString(), number.Times(1_000).ToString()]);
        if (number.AsMoney(out Euros money) is { } code)
            return FileTrouble.Of(code, "money");
        cost = money;
        return null;
    }

    private static FileTrouble? OfNumber(ExactNumber number, decimal value, MoneyNature? nature, ref YearMoney said)
    {
        if (value == 0)
            return FileTrouble.Ambiguous("zero");
        switch (nature)
        {
            case MoneyNature.Balance:
                return new(ProblemCode.AmbiguousCell, ["balance-sum", number.ToString()]);
            case MoneyNature.PartOfCost or MoneyNature.PartOfRemainder when value == 1:
                return new(ProblemCode.AmbiguousCell, ["whole-or-percent", "1"]);
            case MoneyNature.PartOfCost or MoneyNature.PartOfRemainder:
                return OfShare(
                    ExactNumber.AsShare(number, ExactNumber.Of(value < 1 ? 1 : LargestPercent), out Share part), part, nature, ref said);
            case MoneyNature.Sum when value is > 0 and < 1:
                return new(ProblemCode.AmbiguousCell, ["money-or-part", number.ToString(), number.ToString()]);
            case null when value is > 0 and < 1:
                return OfShare(ExactNumber.AsShare(number, ExactNumber.Of(1), out Share fraction), fraction, nature, ref said);
            case null when value is >= 1 and <= LargestPercent:
                return new(ProblemCode.AmbiguousCell, ["money-or-part", number.ToString(), $"{number}/{LargestPercent}"]);
        }
        ProblemCode? code = number.AsMoney(out Euros money);
        if (code is not null)
            return FileTrouble.Of(code, "money");
        said = said with { Money = money };
        return null;
    }

    private static FileTrouble? OfShare(ProblemCode? code, Share share, MoneyNature? nature, ref YearMoney said)
    {
        if (code is not null)
            return FileTrouble.Of(code, "share");
        if (nature is MoneyNature.Sum)
            return FileTrouble.Ambiguous("part-not-sum");
        if (nature is MoneyNature.Balance && share != Share.Whole)
            return FileTrouble.Ambiguous("part-of-what");
        said = said with { Share = nature is MoneyNature.Balance
            ? null : share, OfRemainder = said.OfRemainder || nature is MoneyNature.Balance or MoneyNature.PartOfRemainder };
        return null;
    }

    private static FileTrouble? OfText(string words, MoneyNature? nature, ref YearMoney said)
    {
        if (IsNothing(words))
            return null;
        if (AmountText.IsUnknown(words))
        {
            said = said with { IsUnknown = true };
            return null;
        }
        if (Doubt.IsIn(words))
            return FileTrouble.Unreadable("amount");
        if (TakeCap(ref words, out Euros? cap) is { } wrongCap)
            return wrongCap;
        bool about = AmountText.Strip(ref words);
        said = said with { Cap = cap, IsApproximate = about };
        if (words.Length == 0)
        {
            // « 25 000 € max » and no more: of what, the row may say.
            said = nature is MoneyNature.Balance ? said with { OfRemainder = true } : said with { IsUnknown = true };
            return null;
        }
        if (AmountText.Rest(words) is { } part)
            return OfRest(part, nature, ref said);
        if (nature is MoneyNature.Balance && Plain.Key(words) is "x" or "oui" or "o" or "yes")
        {
            said = said with { OfRemainder = true };
            return null;
        }
        string rate = Period().Replace(words, "");
        bool isPart = rate.Contains('%', StringComparison.Ordinal) || rate.Contains('/', StringComparison.Ordinal)
            || rate.Contains("pour cent", StringComparison.Ordinal) || rate.Contains("per cent", StringComparison.Ordinal)
            || rate.Contains("percent", StringComparison.Ordinal) || AmountText.Fraction(rate) is not null;
        if (isPart && rate == words)
            return IsZeroPart(words) ? FileTrouble.Ambiguous("zero") : AmountText.ReadShare(words, out Share? share) is { } trouble
                ? trouble : OfShare(null, share!, nature, ref said);
        if (Figure(words, out ExactNumber number, out bool isMarked, out bool isRate, out string? how) is { } wrong)
            return wrong;
        if (!isMarked)
            return OfNumber(number, number.AsMoney(out Euros plain) is null ? plain.ToDecimal() : LargestPercent + 1, nature, ref said);
        if (number.AsMoney(out Euros money) is { } code)
            return FileTrouble.Of(code, "money");
        if (money == Euros.Zero)
            return FileTrouble.Ambiguous("zero");
        if (nature is MoneyNature.Balance)
            return new(ProblemCode.AmbiguousCell, ["balance-sum", number.ToString()]);
        if (nature is MoneyNature.PartOfCost or MoneyNature.PartOfRemainder)
            return FileTrouble.Ambiguous("sum-not-part");
        said = said with { Money = money, IsRate = isRate, How = how };
        return null;
    }

    private static FileTrouble? OfRest(string part, MoneyNature? nature, ref YearMoney said)
    {
        if (nature is MoneyNature.Sum or MoneyNature.PartOfCost)
            return FileTrouble.Ambiguous("balance-not-nature");
        Share? share = null;
        if (part.Length > 0 && AmountText.ReadShare(part, out share) is { } trouble)
            return trouble;
        said = said with { Share = share, OfRemainder = true };
        return null;
    }

    // « 26 000 € par an », « 2 166,67 €/mois », « 28 k€ »: the number of euros, of the year or a year.
    private static FileTrouble? Figure(string words, out ExactNumber number, out bool isMarked, out bool isRate, out string? how)
    {
        string figure = words;
        (isRate, how) = (false, null);
        long times = 1;
        if (Period().Match(figure) is { Success: true, Length: > 0 } period)
        {
            figure = Plain.Trim(figure[..period.Index]);
            isRate = true;
            (times, how) = period.Value.Contains("mois", StringComparison.Ordinal)
                || period.Value.Contains("mensuel", StringComparison.Ordinal)
                || period.Value.Contains("month", StringComparison.Ordinal) ? (12, "monthly")
                : period.Value.Contains("trim", StringComparison.Ordinal)
                || period.Value.Contains("quarter", StringComparison.Ordinal) ? (4, "quarterly") : (1, null);
        }
        isMarked = AmountText.TakeUnit(ref figure, out long scale) || isRate;
        if (scale > 1)
            how = how is null ? "scaled" : how;
        number = default;
        switch (NumberText.Read(figure, out number))
        {
            case NumberReading.Unreadable:
                return FileTrouble.Unreadable("money");
            case NumberReading.Ambiguous:
                return Thousands(figure, times * scale);
        }
        number = number.Times(times * scale);
        return null;
    }

    // 26,000: twenty-six thousand, or twenty-six.
    private static FileTrouble Thousands(string figure, long times)
    {
        string digits = string.Concat(figure.Where(c => char.IsAsciiDigit(c) || c is ',' or '.')).Replace(',', '.');
        return ExactNumber.TryParse(digits, out ExactNumber small)
            ? new(ProblemCode.AmbiguousCell, ["two-sums", small.Times(1_000 * times).ToString(), small.Times(times).ToString()])
            : FileTrouble.Ambiguous("thousands");
    }

    // « 25 000 € max », « le solde, plafonné à 20 000 € », « 50 % (max. 10 000 €) ».
    private static FileTrouble? TakeCap(ref string words, out Euros? cap)
    {
        cap = null;
        Match match = CapAfter().Match(words);
        if (!match.Success)
            match = CapBefore().Match(words);
        if (!match.Success)
            return null;
        string figure = match.Groups["sum"].Value;
        FileTrouble? trouble = Figure(Plain.Trim(figure), out ExactNumber number, out bool isMarked, out _, out _);
        if (trouble is not null || number.AsMoney(out Euros money) is not null)
            return trouble ?? FileTrouble.Unreadable("money");
        if (!isMarked && AmountText.OfSmallCeiling(money) is { } small)
            return small;
        cap = money;
        words = Plain.Trim(words.Remove(match.Index, match.Length)).Trim(',', ';', '(', ')', '-', ':', ' ');
        return null;
    }

    private static bool IsNothing(string words) => Plain.Key(words) is "" or "neant" or "rien" or "aucun" or "aucune" or "sansobjet"
        or "so" or "nothing" or "none" or "nil" or "no" or "notapplicable" or "non" && words is not ("?" or "??" or "???");

    private static bool IsZeroPart(string words) =>
        words.Contains('%', StringComparison.Ordinal) && words.Contains('0', StringComparison.Ordinal)
            && !words.Any(c => c is >= '1' and <= '9');

    [GeneratedRegex(
        @"\s*(?:(?:/|par|p\.|l')\s*(?:ans?|annee|mois|trimestre)|annuels?|annuelles?|mensuels?|mensuelles?|trimestriels?|(?:/|per)\s*(?:year|month|quarter)|a (?:year|month)|yearly|monthly|quarterly)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(
        @"\(?\s*(?:max(?:imum)?\.?(?: de)?|au plus|au maximum|plafonnee? a|plafond(?: de)?\s*:?|dans la limite de|jusqu'a|limitee? a|cap(?:ped at)?|at most|up to|limited to|ceiling)\s*:?\s*(?<sum>[0-9][0-9 .,']*\s*(?:k?\s?€|k?euros?|k?eur)?(?:\s*(?:/|par|per|a)\s*(?:an|year))?)\s*\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CapAfter();

    // Only where a figure begins: from each of its digits on, a long one would be walked through again.
    [GeneratedRegex(
        @"\(?(?<![0-9][ .,']*)(?<sum>[0-9][0-9 .,']*\s*(?:k?\s?€|k?euros?|k?eur)?(?:\s*(?:/|par|per|a)\s*(?:an|year))?)\s*(?:max(?:imum)?\.?|au plus|au maximum|plafond|at most)\s*\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CapBefore();
}
