using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using NodaTime;
using static FundingReports.Exchange.Forms.WrittenValues;

namespace FundingReports.Exchange.Template;

/// <summary>What a row of money says of a promise.</summary>
/// <param name="Cells">What stands under each year; nothing where nothing is paid.</param>
/// <param name="Nature">What the cells are, where they do not say it themselves.</param>
/// <param name="Firm">Which days are firm; null where it is not known.</param>
internal sealed record CellsOfRow(SortedDictionary<int, object> Cells, MoneyNature? Nature, string? Firm);

/// <summary>A promise to one post → one row, which the reader reads back as that promise.</summary>
/// <param name="promise">The promise.</param>
/// <param name="life">The first and the last day of the post; null where it has none.</param>
/// <param name="language">The language of the words.</param>
internal sealed class YearCells(Commitment promise, (LocalDate? From, LocalDate? Until) life, Language language)
{
    private readonly LocalDate from = promise.From.First;
    private readonly LocalDate? until = promise.Until.Until?.Last;
    private readonly ImmutableArray<Instalment> tranches = promise.Instalments ?? [];
    private readonly CellAmount own = CellAmount.Of(promise.Amount);

    /// <summary>
    /// The last year that must have a cell: that of the term; without one, that of the last instalment and of the last twelve months.
    /// </summary>
    internal int LastYear => until?.Year
        ?? tranches.Select(tranche => tranche.Until.Last.Year).Append(from.Year + Math.Max(0, (promise.Amount.Years ?? 1) - 1)).Max();

    /// <summary>The row.</summary>
    /// <param name="lastYear">The last year that has a column: without a term, the cells go on to it.</param>
    internal CellsOfRow Of(int lastYear)
    {
        if (YearByYearWithSums() is { } years)
            return new(years, null, Firm(isInCells: true));
        MoneyNature? nature = own.Whole is { } whole ? IsRate(whole) ? null : MoneyNature.SpreadTotal
            : promise.Amount.Years is null || IsByCalendar() ? null : MoneyNature.TwelveMonths;
        SortedDictionary<int, object> cells = nature switch
        {
            MoneyNature.SpreadTotal => Spread(own.Whole!.Value),
            MoneyNature.TwelveMonths => Steps(),
            _ => Between(from.Year, until?.Year ?? Math.Max(lastYear, from.Year), OwnCell),
        };
        return new(cells, nature, Firm(isInCells: false));
    }

    // The usual case: instalments of whole years, whose sums stand in the cells, beside years on the promise's own terms. The reader makes
    // several promises of it; so each sum must be one of cents, and the post must be there all the time.
    private SortedDictionary<int, object>? YearByYearWithSums()
    {
        if (until is not { } end || promise.Cap is not null || tranches.All(tranche => tranche.Amount is null)
            || life.From is not { } begun || begun > from || life.Until < end || !tranches.All(IsOfYears)
            || promise.Amount.Years is { } steps && !(from is { Day: 1, Month: 1 } && end < from.PlusYears(steps)))
            return null;
        Instalment[] priced = [.. tranches.Where(tranche => tranche.Amount is not null)];
        if (priced.Any(tranche => tranche.DecidedOn is not null || tranche.From.First.Year != tranche.Until.Last.Year))
            return null;
        var cells = new SortedDictionary<int, object>();
        for (int year = from.Year; year <= end.Year; year++)
        {
            (LocalDate first, LocalDate last) = DaysOf(year);
            object? cell = priced.FirstOrDefault(tranche => tranche.From.First.Year == year) is { } tranche
                ? Whole(tranche.Amount!.Value.Cents, 1, 1)
                : own.Whole is { } total ? WholeOfRest(total, priced, first, last)
                : (own.Yearly ?? own.Sums?[year - from.Year]) is { } yearly
                ? Whole(yearly.Cents, Thirtieths.Between(first, last), Thirtieths.InAYear) : OwnCell(year);
            if (cell is null)
                return null;
            cells[year] = cell;
        }
        // What the instalments of a total leave where no day is left is promised all the same.
        return priced.Length == cells.Count && own.Whole is { } sum
            && sum.Cents != priced.Sum(tranche => tranche.Amount!.Value.Cents) ? null : cells;

        bool IsOfYears(Instalment tranche) => tranche.From.First == DaysOf(tranche.From.First.Year).First
            && tranche.Until.Last == DaysOf(tranche.Until.Last.Year).Last;
    }

    private object? WholeOfRest(Euros total, Instalment[] priced, LocalDate first, LocalDate last)
    {
        long rest = total.Cents - priced.Sum(tranche => tranche.Amount!.Value.Cents);
        int free = Thirtieths.Between(from, until!.Value)
            - priced.Sum(tranche => Thirtieths.Between(tranche.From.First, tranche.Until.Last));
        return free > 0 ? Whole(rest, Thirtieths.Between(first, last), free) : null;
    }

    // Null of what is no number of cents, and of nothing.
    private object? Whole(BigInteger cents, int days, int weight)
    {
        var (sum, rest) = BigInteger.DivRem(cents * days, weight);
        return rest.IsZero && sum > 0 && sum < Euros.Limit ? Written(Euros.FromCents((long)sum)) : null;
    }

    // Steps are those of calendar years where the first begins one, each pays, and the last goes on to the term. Of steps that are all
    // alike without a term, the reader would make a sum a year for ever.
    private bool IsByCalendar()
    {
        bool areAlike = (own.Sums?.Distinct().Count() ?? own.Shares!.Value.Distinct().Count()) == 1;
        LocalDate end = from.PlusYears(promise.Amount.Years!.Value).PlusDays(-1);
        return from is { Day: 1, Month: 1 } && own.Sums?.Contains(Euros.Zero) is not true
            && (until is { } term ? term <= end : !areAlike && tranches.All(tranche => tranche.Until.Last <= end));
    }

    private bool IsRate(Euros total) => RateOf(total) is not null && tranches.All(tranche => tranche.Amount is null);

    private Euros? RateOf(Euros sum)
    {
        var (rate, rest) = BigInteger.DivRem((BigInteger)sum.Cents * Thirtieths.InAYear, Thirtieths.Between(from, until!.Value));
        return rest.IsZero && rate > 0 && rate < Euros.Limit ? Euros.FromCents((long)rate) : null;
    }

    private object? OwnCell(int year)
    {
        (LocalDate first, LocalDate last) = DaysOf(year);
        int step = year - from.Year;
        return promise.Amount.Match<object?>(
            total: total => YearlySum(RateOf(total.Sum)!.Value, first, last),
            annual: annual => YearlySum(annual.Yearly, first, last),
            yearlyAmounts: schedule => step < schedule.Steps.Length ? YearlySum(schedule.Steps[step], first, last) : null,
            share: part => ShareCell(part.Share),
            yearlyShares: schedule => step < schedule.Steps.Length ? ShareCell(schedule.Steps[step]) : null,
            shareOfRemainder: part => About(Say($"{Part(part.Share)} du solde")),
            balance: _ => About(Say("le solde")),
            unknown: _ => Say("inconnu"));
    }

    // What falls on the days where that is a number of cents, else what it is a year.
    private object YearlySum(Euros yearly, LocalDate first, LocalDate last) =>
        Whole(yearly.Cents, Thirtieths.Between(first, last), Thirtieths.InAYear) ?? About(Say($"{Money(yearly)} par an"));

    // Rounded as a running sum, so that the cells add up to the whole.
    private SortedDictionary<int, object> Spread(Euros sum)
    {
        int weight = Thirtieths.Between(from, until!.Value);
        return Between(from.Year, until.Value.Year, year =>
        {
            (LocalDate first, LocalDate last) = DaysOf(year);
            Euros part = Until(last) - Until(first.PlusDays(-1));
            return part == Euros.Zero ? null : Written(part);
        });

        Euros Until(LocalDate day) =>
            Euros.FromCents((long)(((BigInteger)sum.Cents * Thirtieths.Between(from, day) * 2 + weight) / (2 * weight)));
    }

    private SortedDictionary<int, object> Steps() => Between(from.Year, from.Year + promise.Amount.Years!.Value - 1, year =>
        own.Sums?[year - from.Year] is { } step ? step == Euros.Zero ? null : Written(step)
            : ShareCell(own.Shares!.Value[year - from.Year]));

    private static SortedDictionary<int, object> Between(int first, int last, Func<int, object?> cellOf)
    {
        var cells = new SortedDictionary<int, object>();
        for (int year = first; year <= last; year++)
            if (cellOf(year) is { } cell)
                cells[year] = cell;
        return cells;
    }

    private (LocalDate First, LocalDate Last) DaysOf(int year) => (LocalDate.Max(from, new(year, 1, 1)),
        until is { } end ? LocalDate.Min(end, new(year, 12, 31)) : new(year, 12, 31));

    private string? Firm(bool isInCells) => promise.Instalments is null ? null
        : FirmText.Write(isInCells ? [.. tranches.Select(tranche => tranche with { Amount = null })] : tranches, from, until, language);

    private string About(string text) => promise.Approximate ? $"{Say("env.")} {text}" : text;

    private string Say(string french) => FormWords.In(french, language);

    // A number where it can be one, so that the form adds it up.
    private object ShareCell(Share share) =>
        promise.Approximate || 10_000 % share.Denominator != 0 ? About(Part(share)) : new PercentValue(share);

    // Up to a hundred euros a bare number would be asked about: it could be a percentage.
    private object Written(Euros sum) => promise.Approximate || sum.Cents <= 100_00 ? About(Money(sum)) : sum;
}

/// <summary>A share that is written as a number in percent.</summary>
internal sealed record PercentValue(Share Share)
{
    internal decimal Number => (decimal)Share.Numerator / Share.Denominator;
}
