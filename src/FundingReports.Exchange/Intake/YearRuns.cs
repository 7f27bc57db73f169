using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Exchange.Forms;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Intake;

/// <summary>
/// The years of a row → as few promises as say the same: one where the cells go on alike, or change from one first of January to the next.
/// </summary>
internal static class YearRuns
{
    /// <summary>The promises of a row.</summary>
    internal static IEnumerable<Run> Of(FundingRow row)
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
        // Steps of twelve months are years where the first of them begins one.
        bool steps = part[0].From is { Day: 1, Month: 1 } && !one.OfRemainder;
        if (last.Rate is { } rate && next.Rate is { } following)
            return rate == following || steps && part[0].Said.Said.Money is not null;
        return one.Money is null && other.Money is null && (one.Share is null) == (other.Share is null)
            && (one.Share == other.Share || steps);
    }

    private static Run Whole(List<Piece> part)
    {
        YearMoney said = part[0].Said.Said;
        return new([.. part], part[0].From, part[^1].Until, AmountOf(part, said), said.Cap, said.IsApproximate);
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
    internal readonly record struct Piece(YearSaid Said, LocalDate From, LocalDate Until, Euros? Rate);

    /// <summary>A promise: the years of a row that it holds.</summary>
    internal sealed record Run(
        ImmutableArray<Piece> Pieces, LocalDate From, LocalDate Until, Amount Amount, Euros? Cap, bool IsApproximate)
    {
        internal FormColumn Column => Pieces[0].Said.Column;
    }
}
