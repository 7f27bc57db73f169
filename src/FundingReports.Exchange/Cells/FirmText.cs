using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;

namespace FundingReports.Exchange.Cells;

/// <summary>Days that an act has made firm, as a cell says them.</summary>
/// <param name="From">The first day; of years, the first of January.</param>
/// <param name="Until">The last day; of years, the last of December.</param>
/// <param name="IsYears">Whether the cell names years, of which only the days of the row are meant.</param>
/// <param name="Amount">The money of these days, in place of what the row says of them; null where the row's own terms hold.</param>
/// <param name="DecidedOn">When the act was decided; null where the cell does not say it.</param>
internal readonly record struct FirmPart(LocalDate From, LocalDate Until, bool IsYears, Euros? Amount, PartialDate? DecidedOn)
{
    /// <summary>Whether it says nothing but years: each is an instalment of its own.</summary>
    internal bool IsPlainYears => IsYears && Amount is null && DecidedOn is null;
}

/// <summary>What is firm of a row: all of it, or some parts; nothing where there are none.</summary>
internal readonly record struct FirmSaid(bool All, ImmutableArray<FirmPart> Parts);

/// <summary>
/// Which days are firm: 2026, « 2025 et 2026 », « 2025-2027 », toutes, aucune, « du 01/07/2026 au 30/06/2027 », « 2026 (18 000 €, décidé
/// le 12/03/2026) ».
/// </summary>
internal static partial class FirmText
{
    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="said">What is firm.</param>
    internal static FileTrouble? Read(GridCell cell, out FirmSaid said)
    {
        said = new(false, []);
        if (cell.IsLong)
            return FileTrouble.Unreadable("years");
        string words = cell.Kind switch
        {
            CellKind.Number => cell.Number.ToString(CultureInfo.InvariantCulture),
            CellKind.Text or CellKind.Truth => Plain.Words(cell.Text),
            _ => "",
        };
        if (Doubt.IsIn(words))
            return FileTrouble.Unreadable("years");
        if (IsNone(words))
            return null;
        switch (Plain.Key(words))
        {
            case "toutes" or "tout" or "oui" or "x" or "ferme" or "fermes" or "vrai" or "touteslesannees" or "all" or "yes" or "firm"
                or "true" or "allyears":
                said = said with { All = true };
                return null;
        }
        var parts = ImmutableArray.CreateBuilder<FirmPart>();
        foreach (Match match in Item().Matches(words))
        {
            if (DaysOf(match) is not { } part || !ReadDetails(match.Groups["what"].Value, ref part))
                return FileTrouble.Unreadable("years");
            parts.Add(part);
        }
        said = new(false, parts.ToImmutable());
        return parts.Count > 0 && Between().IsMatch(Item().Replace(words, " ")) ? null : FileTrouble.Unreadable("years");
    }

    /// <summary>
    /// Whether a text says that nothing is known: « aucune » and « néant », which do so elsewhere, say here that no year is firm.
    /// </summary>
    internal static bool SaysNothing(string text) => BlankWords.Are(text) && !IsNone(text);

    /// <summary>How a form writes which days are firm, so that it reads them back.</summary>
    /// <param name="instalments">The instalments of one row.</param>
    /// <param name="from">The first day of the row.</param>
    /// <param name="until">Its last day; null where it has none.</param>
    /// <param name="language">The language of the form.</param>
    internal static string Write(ImmutableArray<Instalment> instalments, LocalDate from, LocalDate? until, Language language)
    {
        string[] items = [.. instalments.OrderBy(tranche => tranche.From.First).SelectMany(ItemsOf)];
        bool plain = instalments.All(tranche => tranche.Amount is null && tranche.DecidedOn is null && IsWholeYears(tranche));
        return items.Length == 0 ? FormWords.In("aucune", language) : string.Join(plain ? ", " : "; ", items);

        IEnumerable<string> ItemsOf(Instalment tranche)
        {
            int first = tranche.From.First.Year, last = tranche.Until.Last.Year;
            string details = DetailsOf(tranche, language);
            if (!IsWholeYears(tranche))
                return [Phrase.In(language, $"du {Day(tranche.From.First)} au {Day(tranche.Until.Last)}{details}",
                    $"from {Day(tranche.From.First)} to {Day(tranche.Until.Last)}{details}")];
            if (details.Length > 0)
                return [first == last ? $"{Plain.Number(first)}{details}" : $"{Plain.Number(first)}-{Plain.Number(last)}{details}"];
            return Enumerable.Range(first, last - first + 1).Select(Plain.Number);
        }

        // A year of a row that begins or ends within it is what the row has of it.
        bool IsWholeYears(Instalment tranche) =>
            tranche.From.First == LocalDate.Max(from, new(tranche.From.First.Year, 1, 1))
                && tranche.Until.Last == LocalDate.Min(until ?? LocalDate.MaxIsoValue, new(tranche.Until.Last.Year, 12, 31));
    }

    private static string DetailsOf(Instalment tranche, Language language)
    {
        List<string> details = [];
        if (tranche.Amount is { } sum)
            details.Add(Words.Money(sum, Language.French));
        if (tranche.DecidedOn is { } decided)
            details.Add(Phrase.In(language, $"décidé {(decided.IsDay ? "le" : "en")} {DateText.Written(decided, language)}",
                $"decided {(decided.IsDay ? "on" : "in")} {DateText.Written(decided, language)}"));
        return details.Count == 0 ? "" : $" ({string.Join(", ", details)})";
    }

    private static string Day(LocalDate day) => Words.Date(day, Language.French);

    private static FirmPart? DaysOf(Match match)
    {
        if (match.Groups["from"].Success)
            return DateText.Read(match.Groups["from"].Value, isEnd: false, out _) is { } from
                && DateText.Read(match.Groups["until"].Value, isEnd: true, out _) is { } until && from.First <= until.Last
                    ? new(from.First, until.Last, false, null, null) : null;
        int first = Year(match.Groups["first"]), last = match.Groups["last"].Success ? Year(match.Groups["last"]) : first;
        return last < first || last - first > 100 ? null : new(new(first, 1, 1), new(last, 12, 31), true, null, null);
    }

    // « 18 000,50 €, décidé le 12/03/2026 »: a comma within a sum has no space after it.
    private static bool ReadDetails(string text, ref FirmPart part)
    {
        foreach (string detail in text.Split([", ", ";"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Decided().Match(detail) is { Success: true } decided)
            {
                if (part.DecidedOn is not null || DateText.Read(decided.Groups[1].Value, isEnd: false, out _) is not { } day)
                    return false;
                part = part with { DecidedOn = day };
            }
            else if (part.Amount is null
                && (detail.Contains('€', StringComparison.Ordinal) || detail.Contains("eur", StringComparison.Ordinal))
                && AmountText.ReadMoney(GridCell.OfText(detail), out Euros sum, out bool isAbout) is null && !isAbout)
                part = part with { Amount = sum };
            else
                return false;
        }
        return true;
    }

    private static int Year(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsNone(string text) => Plain.Key(text) is "aucune" or "aucun" or "non" or "neant" or "faux" or "none" or "no"
        or "false";

    [GeneratedRegex(
        @"(?<![0-9])(?:(?<from>[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}) ?(?:-|–|a|au|to|until) ?(?<until>[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4})"
            + @"|(?<first>(?:19|20)[0-9]{2})(?:\s*(?:-|–|a|au|to|/)\s*(?<last>(?:19|20)[0-9]{2}))?)(?![0-9])(?:\s*\((?<what>[^()]*)\))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:decidee?s?|decided|decision)(?: (?:le|en|du|de|on|in|of))? (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Decided();

    [GeneratedRegex(@"^(?: |,|;|\+|&|et|and|de|du|from|exercices?|annees?|tranches?|years?|instalments?)*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
