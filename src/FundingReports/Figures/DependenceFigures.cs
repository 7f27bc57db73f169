using FundingReports.Ledger;
using System.Numerics;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Figures;

/// <summary>Whom the agreed funding depends on, and what would be missing without it. The ledger holds the agreed view.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="balances">What is exactly true of each period, compensation included.</param>
internal sealed class DependenceFigures<T>(PostLedger<T> ledger, YearBalances<T> balances) where T : struct, IBinaryInteger<T>
{
    /// <summary>What the funding leans on from the first day to the end of its sure run.</summary>
    internal FunderDependence LeaningOf(DayNumber end, RiskHorizon ahead)
    {
        // A 31st weighs nothing, on the first day or on any other: no funding depends on it.
        DayNumber start = ledger.FirstDay.WeighsNothing ? ledger.FirstDay.Next : ledger.FirstDay;
        if (start >= end)
            return FunderDependence.OnNothing;
        int before = ledger.PeriodOn(start);
        string? bearer = Bearer(before, ahead.Concentration), dependent = DependentOn(before), steppingDown = null;
        DayNumber? stepDownOn = null;
        DayNumber limit = DayNumber.Min(end, DayNumber.Max(ahead.StepsBefore, ahead.DependsBefore));
        for (int i = before + 1; i < ledger.PeriodCount && ledger.Starts[i] < limit; i++)
        {
            DayNumber day = ledger.Starts[i].WeighsNothing ? ledger.Starts[i].Next : ledger.Starts[i];
            if (day >= end)
                continue;
            int now = ledger.PeriodOn(day);
            if (day < ahead.DependsBefore)
            {
                dependent ??= DependentOn(now);
                bearer ??= Bearer(now, ahead.Concentration);
            }
            if (day < ahead.StepsBefore && steppingDown is null && FallingAt(before, now) is { } funder)
                (stepDownOn, steppingDown) = (day, funder);
            before = now;
        }
        return bearer is null && dependent is null && steppingDown is null
            ? FunderDependence.OnNothing : new(bearer, stepDownOn, steppingDown, dependent);
    }

    /// <summary>
    /// The first funder whose money falls from one period to another and was needed: without it the post was not fully funded before.
    /// </summary>
    private string? FallingAt(int before, int now)
    {
        for (int s = 0; s < ledger.TimelineCount; s++)
            if (ledger.FunderOf[s] == s && OfFunder(s, before) is var amount
                && PostLedger<T>.Falls(amount, ledger.Levels[before], OfFunder(s, now), ledger.Levels[now])
                    && ledger.Levels[before].Low - amount < ledger.Levels[before].Cost)
                return ledger.Post.Timelines[s].Funder;
        return null;
    }

    /// <summary>
    /// The first funder that bears at least so much of the cost, and without whom at most the rest would be paid; null where there is
    /// none, or where nothing is to be paid.
    /// </summary>
    private string? Bearer(int piece, PackedFraction concentration)
    {
        ref readonly PostLedger<T>.DayLevel level = ref ledger.Levels[piece];
        if (level.Is(CoverageFlags.CostOfZero))
            return null;
        T part = T.CreateChecked(concentration.Numerator), denominator = T.CreateChecked(concentration.Denominator),
            rest = denominator - part;
        for (int s = 0; s < ledger.TimelineCount; s++)
            if (ledger.FunderOf[s] == s && OfFunder(s, piece) is var amount
                && CompareProducts(amount, denominator, level.Cost, part) >= 0
                    && CompareProducts(level.Low - amount, denominator, level.Cost, rest) <= 0)
                return ledger.Post.Timelines[s].Funder;
        return null;
    }

    /// <summary>The first funder of a remainder or a balance that pays beside money that is only announced, possible or unknown.</summary>
    private string? DependentOn(int piece)
    {
        int at = piece * ledger.TimelineCount;
        for (int s = 0; s < ledger.TimelineCount; s++)
            if (ledger.Low[at + s] > T.Zero
                && ledger.Terms[ledger.Paying[at + s]].Rule is PaymentRule.ShareOfRemainder or PaymentRule.Balance)
                return IsBesideDoubtful(piece) ? ledger.Post.Timelines[s].Funder : null;
        return null;
    }

    private bool IsBesideDoubtful(int piece)
    {
        for (int s = 0; s < ledger.TimelineCount; s++)
        {
            int term = ledger.Paying[piece * ledger.TimelineCount + s];
            bool counted = term >= 0 && !ledger.Terms[term].PaysNothing;
            if ((counted && (!ledger.Surely[piece * ledger.TimelineCount + s] || ledger.Terms[term].Rule == PaymentRule.Unknown
                || IsCappedPart(ledger.Terms[term], ledger.Levels[piece]))) || IsAnnouncedAlone(s, ledger.Starts[piece]))
                return true;
        }
        return false;
    }

    // Over an unknown cost a capped part is only possible.
    private static bool IsCappedPart(in PostLedger<T>.PackedTerms term, in PostLedger<T>.DayLevel level) =>
        level.Is(CoverageFlags.CostUnknown) && term.HasCap && term.Rule != PaymentRule.Sum;

    private bool IsAnnouncedAlone(int s, DayNumber day)
    {
        if (ledger.Post.Timelines[s].Agreed || !ledger.Post.Timelines[s].AnnouncedDays.Contains(day))
            return false;
        for (int t = ledger.FirstTerm[s]; t < ledger.FirstTerm[s + 1]; t++)
            if (ledger.Terms[t].Days.Contains(day) && !ledger.Terms[t].PaysNothing)
                return true;
        return false;
    }

    /// <summary>
    /// The first day from the first on that is covered for less than the thin share, and not by compensation; never where there is none.
    /// </summary>
    internal DayNumber FirstThin(RiskHorizon ahead, CoverageFlags full, bool ofHigh)
    {
        T numerator = T.CreateChecked(ahead.ThinUnder.Numerator), denominator = T.CreateChecked(ahead.ThinUnder.Denominator);
        for (int i = 0; i < ledger.PeriodCount && ledger.Starts[i] < ahead.ThinBefore; i++)
        {
            DayRange days = ledger.PeriodAt(i) with { From = DayNumber.Max(ledger.Starts[i], ledger.FirstDay) };
            // A 31st weighs nothing: coverage is thin from the next day on.
            DayNumber day = days.From.WeighsNothing ? days.From.Next : days.From;
            if (day >= days.To || day >= ahead.ThinBefore || (balances.Flags[i] & full) != 0)
                continue;
            var (lowEnd, highEnd, cost, unbounded) = ledger.Levels[i].Ends;
            if (!(ofHigh && unbounded) && CompareProducts(ofHigh ? highEnd : lowEnd, denominator, cost, numerator) < 0)
                return day;
        }
        return DayNumber.Never;
    }

    /// <summary>The sure money of the funder whose first timeline it is.</summary>
    private T OfFunder(int first, int piece)
    {
        T money = T.Zero;
        for (int s = first; s < ledger.TimelineCount; s++)
            if (ledger.FunderOf[s] == first)
                money += ledger.Low[piece * ledger.TimelineCount + s];
        return money;
    }

    /// <summary>What is missing in the twelve months after the sure run, in cents.</summary>
    internal long ExposureAfter(DayNumber end)
    {
        if (end == DayNumber.Never)
            return 0;
        DayRange twelveMonths = new(end, DayNumber.Of(end.Date.PlusYears(1)));
        T lack = T.Zero;
        bool known = true;
        for (int i = 0; i < ledger.PeriodCount; i++)
            if (ledger.PeriodAt(i).And(twelveMonths).Weight is > 0 and var weight)
                known &= ledger.Levels[i].AddLack(ref lack, T.CreateTruncating(weight));
        return known ? ledger.Cents(lack) : PostFigures.Unknown;
    }
}
