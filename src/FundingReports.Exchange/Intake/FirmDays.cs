using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Intake;

/// <summary>What the cell « Ferme » of a row makes firm of each of its promises.</summary>
internal static class FirmDays
{
    /// <summary>The instalments of a promise; null where the row does not say what is firm.</summary>
    internal static ImmutableArray<Instalment>? Of(FundingRow row, YearRuns.Run run, bool isLast)
    {
        if (row.Firm is not { } firm)
            return null;
        LocalDate end = isLast ? row.EndOfFirm : run.Until;
        IEnumerable<FirmPart> parts = firm.All
            ? [new(new(run.From.Year, 1, 1), new(run.Until.Year, 12, 31), true, null, null)] : firm.Parts;
        return [.. parts.SelectMany(part => part.IsPlainYears ? YearsOf(part, run.From, end) : [part])
            .Select(part => (part, From: LocalDate.Max(part.From, run.From), Until: LocalDate.Min(part.Until, end)))
            .Where(days => days.From <= days.Until)
            .Select(days => new Instalment(YearsFacts.WholeYear(days.From, isEnd: false), YearsFacts.WholeYear(days.Until, isEnd: true))
            {
                Amount = days.part.Amount, DecidedOn = days.part.DecidedOn,
            })];
    }

    /// <summary>Says what of the cell makes nothing firm, and refuses a sum for days of two promises.</summary>
    internal static void Check(FundingRow row)
    {
        if (row.Firm is not { All: false } firm || row.Years.IsEmpty)
            return;
        YearRuns.Run[] runs = [.. YearRuns.Of(row)];
        string shown = TableRow.Shown(row.Row.Get(YearsForm.Firm));
        if (firm.Parts.SelectMany(part => part.IsPlainYears ? YearsOf(part, part.From, part.Until) : [part]).Any(part => !IsPaid(part)))
            row.Row.Say(ProblemCode.FormQuestion, YearsForm.Firm, shown, "firm-without-money");
        if (firm.Parts.Any(part => part.Amount is not null
            && runs.Count(run => part.From <= run.Until && run.From <= part.Until) > 1))
            row.Row.Fail(ProblemCode.AmbiguousCell, YearsForm.Firm, shown, "firm-across");

        bool IsPaid(FirmPart part) => runs.Select((run, i) => (run.From, Until: i == runs.Length - 1 ? row.EndOfFirm : run.Until))
            .Any(days => part.From <= days.Until && days.From <= part.Until);
    }

    private static IEnumerable<FirmPart> YearsOf(FirmPart part, LocalDate from, LocalDate until)
    {
        int first = Math.Max(part.From.Year, from.Year), last = Math.Min(part.Until.Year, until.Year);
        return Enumerable.Range(first, Math.Max(0, last - first + 1))
            .Select(year => part with { From = new(year, 1, 1), Until = new(year, 12, 31) });
    }
}
