using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Exchange.Forms;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Intake;

/// <summary>
/// The years of a row → as few promises as say the same: one where the cells go on alike, or change from one first of January to the next,
/// or where the row says that they are one total, or twelve months each.
/// </summary>
internal static class YearRuns
{
    /// <summary>The promises of a row.</summary>
    internal static IEnumerable<Run> Of(FundingRow row) => row.Years.IsEmpty ? [] : row.Nature switch
    {
        MoneyNature.SpreadTotal => [Total(row)],
        MoneyNature.TwelveMonths => [TwelveMonths(row)],
        _ => YearByYear(row),
    };

    private static IEnumerable<Run> YearByYear(FundingRow row)
    {
        var part = new List<Piece>();
        foreach (YearSaid year in row.Years)
        {
            (LocalDate from, LocalDate until) = row.DaysOf(year);
            var piece = new Piece(year, from, until, RateOf(year.Said, from, until));
            if (part.Count > 0 && !GoesOn(part, piece))
            {
                yield return Whole(part);
                part.Clear();
            }
            part.Add(piece);
        }
        if (part.Count > 0)
            yield return Whole(part);
    }

    private static Run Total(FundingRow row) => new(row.Years[0].Column, row.FirstDay, row.LastDay,
        new Amount.Total(row.Years.Aggregate(Euros.Zero, (sum, year) => sum + (year.Said.Money ?? Euros.Zero))), row.Years[0].Said.Cap,
        row.Years.Any(year => year.Said.IsApproximate));

    // A blank year between sums is twelve months that pay nothing.
    private static Run TwelveMonths(FundingRow row)
    {
        var byYear = row.Years.ToDictionary(year => year.Year, year => year.Said);
        IEnumerable<YearMoney> steps = Enumerable.Range(row.FirstDay.Year, row.Years[^1].Year - row.FirstDay.Year + 1)
            .Select(year => byYear.GetValueOrDefault(year));
        Amount amount = row.Years[0].Said.Share is null
            ? new Amount.YearlyAmounts([.. steps.Select(step => step.Money ?? Euros.Zero)])
            : new Amount.YearlyShares([.. steps.Select(step => step.Share!)]);
        return new(row.Years[0].Column, row.FirstDay, row.LastDay, amount, row.Years[0].Said.Cap,
            row.Years.Any(year => year.Said.IsApproximate));
    }

    // A sum of a part of a year, as euros a year where that is a number of cents.
    private static Euros? RateOf(YearMoney said, LocalDate from, LocalDate until)
    {
        if (said.Money is not { } money || said.IsRate)
            return said.Money;
        int days = Thirtieths.Between(from, until);
        if (days <= 0)
            return null;
        var (rate, rest) = BigInteger.DivRem((BigInteger)money.Cents * Thirtieths.InAYear, days);
        return rest.IsZero && rate < Euros.Limit ? Euros.FromCents((long)rate) : null;
    }

    private static bool GoesOn(List<Piece> part, Piece next)
    {
        Piece last = part[^1];
        YearMoney one = last.Said.Said, other = next.Said.Said;
        if (last.Until.PlusDays(1) != next.From || one.Cap != other.Cap || one.IsApproximate != other.IsApproximate
            || one.IsUnknown != other.IsUnknown || one.OfRemainder != other.OfRemainder)
            return false;
        // Steps of twelve months are calendar years where the first of them begins on 1 January.
        bool steps = part[0].From is { Day: 1, Month: 1 } && !one.OfRemainder;
        if (last.Rate is { } rate && next.Rate is { } following)
            return rate == following || steps && part[0].Said.Said.Money is not null;
        return one.Money is null && other.Money is null && (one.Share is null) == (other.Share is null)
            && (one.Share == other.Share || steps);
    }

    private static Run Whole(List<Piece> part)
    {
        YearMoney said = part[0].Said.Said;
        return new(part[0].Said.Column, part[0].From, part[^1].Until, AmountOf(part, said), said.Cap, said.IsApproximate);
    }

    private static Amount AmountOf(List<Piece> part, YearMoney said) => said switch
    {
        { IsUnknown: true } => Amount.NotPublished,
        { OfRemainder: true, Share: { } share } => new Amount.ShareOfRemainder(share),
        { OfRemainder: true } => Amount.TheBalance,
        { Share: { } share } => part.TrueForAll(piece => piece.Said.Said.Share == share)
            ? new Amount.ShareOfCost(share) : new Amount.YearlyShares([.. part.Select(piece => piece.Said.Said.Share!)]),
        _ when part[0].Rate is not { } => new Amount.Total(said.Money!.Value),
        _ => part.TrueForAll(piece => piece.Rate == part[0].Rate)
            ? new Amount.Annual(part[0].Rate!.Value) : new Amount.YearlyAmounts([.. part.Select(piece => piece.Rate!.Value)]),
    };

    /// <summary>A year of a row, its days, and its sum as euros a year.</summary>
    private readonly record struct Piece(YearSaid Said, LocalDate From, LocalDate Until, Euros? Rate);

    /// <summary>A promise: some years of a row.</summary>
    /// <param name="Column">The first of them.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The last day; of a row without a known end, that of its last cell.</param>
    /// <param name="Amount">What is promised.</param>
    /// <param name="Cap">The most that the cells say is paid a year.</param>
    /// <param name="IsApproximate">Whether they say « environ ».</param>
    internal sealed record Run(FormColumn Column, LocalDate From, LocalDate Until, Amount Amount, Euros? Cap, bool IsApproximate);
}
