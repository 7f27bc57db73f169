using System.Text.RegularExpressions;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Cells;

/// <summary>
/// One day, or a first and a last: 2017-03-14/2018-03-14 (SCDL), 2017-03-14_2018-03-14 (older form), « du … au … », 2024-2026, or several
/// dates.
/// </summary>
internal static partial class PeriodText
{
    /// <summary>Whether the cell says one date, or several in their order.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="from">The first.</param>
    /// <param name="until">The last; null where there is one only.</param>
    internal static bool Read(GridCell cell, out PartialDate? from, out PartialDate? until)
    {
        (from, until) = (null, null);
        if (cell.IsLong)
            return false;
        if (cell.Kind is not CellKind.Text)
        {
            from = DateCell.Read(cell, out _);
            return from is not null;
        }
        // 2017-03-14/2018-03-14: nearly all of them.
        string text = cell.Text;
        if (text is { Length: 21 } && text[10] is '/' or '_'
            && PartialDate.TryParse(text[..10], out PartialDate start) && PartialDate.TryParse(text[11..], out PartialDate end)
                && end.Last >= start.First)
        {
            (from, until) = (start, end);
            return true;
        }
        from = DateCell.Read(cell, out _);
        if (from is not null)
            return true;
        var dates = new List<PartialDate>();
        string words = Plain.Words(text);
        string rest = Token().Replace(words, match =>
        {
            if (DateText.Read(match.Value, isEnd: false, out _) is not { } date)
                return match.Value;
            dates.Add(date);
            return " ";
        });
        // Between the dates stands nothing but what joins them: a sentence is no period.
        if (dates.Count == 0 || !Joining().IsMatch(rest) || dates[^1].Last < dates[0].First)
            return false;
        from = dates[0];
        until = dates.Count > 1 ? dates[^1] : null;
        return true;
    }

    [GeneratedRegex(
        @"[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})(?![0-9])|(?:[0-9]{1,2}(?:er)? )?[a-z]{3,9}\.? [0-9]{4}|[0-9]{4}-[0-9]{2}(?![0-9])|[0-9]{1,2}/[0-9]{4}|[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(
        @"^(?: |/|_|-|–|;|,|\.|&|\||>|du|de|des|au|a|jusqu'au|jusqu’au|le|les|et|puis|entre|from|to)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Joining();
}
