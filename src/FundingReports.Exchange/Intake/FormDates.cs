using System.Globalization;
using System.Text.RegularExpressions;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Intake;

/// <summary>Dates of a form, where the row may say the year, and terms; and since when a post is vacant.</summary>
internal static partial class FormDates
{
    /// <summary>Reads a date.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isEnd">Whether an end is asked for.</param>
    /// <param name="year">The year of the row, for « 30/06 »; null where there is none, or several.</param>
    /// <param name="date">The date.</param>
    internal static FileTrouble? Read(GridCell cell, bool isEnd, int? year, out PartialDate date)
    {
        bool ambiguous = false;
        // 07/01/2027 00:00:00 is what a program writes, and not a person: which of the two is the month, its country decides.
        if (cell.Kind is CellKind.Text && OfProgram().Match(cell.Text) is { Success: true } written
            && written.Groups[1].Value != written.Groups[2].Value)
        {
            date = default;
            return FileTrouble.Ambiguous("date");
        }
        if (cell.Kind is CellKind.Text && Before().Match(cell.Text) is { Success: true } before)
            cell = GridCell.OfText(cell.Text[before.Length..]);
        PartialDate? read = cell.Kind is CellKind.Text ? DateText.Read(cell.Text, isEnd, out ambiguous) : DateCell.Read(cell, out _);
        if (read is null && cell.Kind is CellKind.Text && WithoutYear().IsMatch(Plain.Words(cell.Text)))
        {
            string text = cell.Text.Trim();
            if (year is { } given && (DateText.Read($"{text}/{Plain.Number(given)}", isEnd, out _)
                ?? DateText.Read($"{text} {Plain.Number(given)}", isEnd, out _)) is { } whole)
                (read, ambiguous) = (whole, false);
            else
            {
                date = default;
                return FileTrouble.Ambiguous("date-year");
            }
        }
        date = read ?? default;
        bool isOld = cell.Kind is CellKind.Date && cell.Day.Year is >= 1904 and <= 1913;
        return read is not null ? null : ambiguous || isOld ? FileTrouble.Ambiguous("date") : FileTrouble.Unreadable("date");
    }

    /// <summary>Reads a term: a date, « sans terme », « inconnu ».</summary>
    internal static FileTrouble? ReadTerm(GridCell cell, int? year, out Term term)
    {
        term = Term.Unknown;
        if (cell.Kind is CellKind.Text)
            switch (Plain.Key(cell.Text))
            {
                case "sansterme" or "withoutterm" or "noterm" or "noend" or "withoutend" or "unlimited" or "openended" or "open"
                    or "sansfin" or "illimite" or "indetermine" or "dureeindeterminee":
                    term = Term.Open;
                    return null;
                case var _ when AmountText.IsUnknown(Plain.Words(cell.Text)):
                    return null;
            }
        FileTrouble? trouble = Read(cell, isEnd: true, year, out PartialDate date);
        if (trouble is null)
            term = Term.On(date);
        return trouble;
    }

    /// <summary>Reads « vacant depuis le 01/09/2026 ».</summary>
    internal static FileTrouble? ReadOccupancy(GridCell cell, out (OccupancyState State, PartialDate? Since) said)
    {
        said = default;
        if (cell.Kind is not (CellKind.Text or CellKind.Truth) || cell.IsLong)
            return FileTrouble.Unreadable("occupancy");
        string words = Plain.Words(cell.Text);
        if (Choices.Occupancy.Read(words) is { } plain)
        {
            said = (plain, null);
            return null;
        }
        if (Since().Match(words) is not { Success: true } match
            || Choices.Occupancy.Read(Plain.Trim(match.Groups[1].Value)) is not { } state)
            return FileTrouble.Unreadable("occupancy");
        if (Read(GridCell.OfText(match.Groups[2].Value), isEnd: false, null, out PartialDate since) is { } trouble)
            return trouble;
        said = (state, since);
        return null;
    }

    /// <summary>How a form writes since when a post is in its state.</summary>
    internal static string Write(Occupancy occupancy, Language language) => Choices.Occupancy.WordOf(occupancy.State, language)
        + (occupancy.From is { } from
            ? $" {(language is Language.English ? "since" : "depuis")} {WrittenValues.Day(from, language)}" : "");

    [GeneratedRegex(
        @"^(?:(?:fin|debut|(?:end|beginning|start)(?: of)?)\s+)?(?:[0-9]{1,2}[/.-][0-9]{1,2}|(?:[0-9]{1,2}(?:er|st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv\.?|fev\.?|avr\.?|juil\.?|sept\.?|oct\.?|nov\.?|dec\.?))$", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@"^(?:jusqu['’]au|jusqu['’]à|au|du|le|depuis le|à partir du|à compter du|until|from|on|since|as of)\s+(?=[0-9a-zé])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(0[1-9]|1[0-2])/(0[1-9]|1[0-2])/[0-9]{4} 0?0:00:00$", RegexOptions.CultureInvariant)]
    private static partial Regex OfProgram();

    [GeneratedRegex(@"^([a-z ]+?)[ ,:(]+(?:(?:depuis|a compter|a partir|since|from)\b)?\s*(?:le\b|du\b)?\s*([0-9].*?|[a-z]+ [0-9]{4})\)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Since();
}
