using FundingReports.Ledger;
using System.Numerics;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Figures;

/// <summary>Gap and surplus of each budget year, with compensation inside it.</summary>
/// <remarks>
/// The even spread of a sum over its days is a convention, so a sum that runs through the whole year pays in July with what it
/// has too much in June. A share, a remainder or a balance is not moved, nor a sum that begins or ends inside the year.
/// </remarks>
internal sealed class YearBalances<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
{
    // The two arrays say whether the money of each timeline may be moved in the current year, at the low and at the high end.
    private bool[] movableLow = [];
    private bool[] movableHigh = [];
    private CoverageFlags[] flags = [];

    /// <summary>What is exactly true of each period once a year without a gap counts as funded on each of its days.</summary>
    internal CoverageFlags[] Flags => flags;

    /// <summary>What a post lacks and has too much in a budget year, in exact amounts (money × thirtieths); null where unknown.</summary>
    /// <param name="Gap">Known where both ends of the range give the same.</param>
    /// <param name="GapAtMost">At the low end.</param>
    /// <param name="GapAtLeast">At the high end.</param>
    /// <param name="Surplus">Known where both ends of the range give the same.</param>
    private readonly record struct YearBalance(T? Gap, T? GapAtMost, T? GapAtLeast, T? Surplus);

    /// <summary>What has gathered at one end of the range.</summary>
    private struct EndTally
    {
        internal T Short, Excess, Moved;
        internal bool ShortUnknown, ExcessUnknown;

        /// <summary>Only known shortfalls are filled.</summary>
        internal readonly T Compensation => T.Min(Short, Moved);

        internal readonly T? Gap => ShortUnknown ? null : Short - Compensation;

        internal readonly T? Surplus => ExcessUnknown || (ShortUnknown && Moved > T.Zero) ? null : Excess - Compensation;

        internal readonly bool MayCompensate => (Short > T.Zero || ShortUnknown) && (Excess > T.Zero || ExcessUnknown);
    }

    /// <summary>Gap and surplus of each year, and the days of those without a gap.</summary>
    internal void Write(ViewFigures figures)
    {
        PostLedger<T>.Fit(ref flags, ledger.PeriodCount);
        for (int i = 0; i < ledger.PeriodCount; i++)
            flags[i] = ledger.Levels[i].Facts;
        for (int from = 0, next; from < ledger.PeriodCount; from = next)
        {
            next = from + 1;
            while (next < ledger.PeriodCount && ledger.YearOf[next] == ledger.YearOf[from])
                next++;
            // After the years shown, a period may run through many years, in which nothing changes.
            if (ledger.PeriodAt(next - 1).To > DayNumber.FirstOf(ledger.FirstYear + ledger.YearOf[from] + 1))
                continue;
            YearBalance balance = BalanceOf(from, next);
            MarkFunded(from, next, balance);
            int year = ledger.YearOf[from];
            if (year >= ledger.YearCount)
                continue;
            figures.Gap[year] = Known(balance.Gap);
            figures.GapAtMost[year] = Known(balance.GapAtMost);
            figures.Surplus[year] = Known(balance.Surplus);
        }

        long Known(T? amount) => amount is { } exact ? ledger.Cents(exact) : PostFigures.Unknown;
    }

    private YearBalance BalanceOf(int from, int to)
    {
        EndTally atLow = default, atHigh = default;
        for (int i = from; i < to; i++)
        {
            // Most days are paid to the cent, and surely.
            ref readonly PostLedger<T>.DayLevel level = ref ledger.Levels[i];
            if (level.Low == level.Cost && level.High == level.Cost && !level.Is(CoverageFlags.Unbounded))
                continue;
            int days = WeightOf(i);
            if (days == 0)
                continue;
            T weight = T.CreateTruncating(days);
            bool costUnknown = level.Is(CoverageFlags.CostUnknown);
            AddDay(ref atLow, level.Cost, level.Low, costUnknown, unbounded: false, weight);
            AddDay(ref atHigh, level.Cost, level.High, costUnknown, level.Is(CoverageFlags.Unbounded), weight);
        }
        if (atLow.MayCompensate || atHigh.MayCompensate)
            Move(from, to, ref atLow, ref atHigh);
        T? atMost = atLow.Gap, atLeast = atHigh.Gap, surplus = atLow.Surplus;
        return new(atMost == atLeast ? atMost : null, atMost, atLeast, surplus == atHigh.Surplus ? surplus : null);
    }

    private static void AddDay(ref EndTally tally, T cost, T money, bool costUnknown, bool unbounded, T weight)
    {
        T lack = unbounded ? T.Zero : Left(cost, money), excess = Left(money, cost);
        tally.ShortUnknown |= costUnknown && lack > T.Zero;
        tally.ExcessUnknown |= unbounded || (costUnknown && excess > T.Zero);
        if (costUnknown)
            return;
        checked
        {
            tally.Short += lack * weight;
            tally.Excess += excess * weight;
        }
    }

    /// <summary>Adds what the sums that run through the whole year have too much, day by day.</summary>
    private void Move(int from, int to, ref EndTally atLow, ref EndTally atHigh)
    {
        FindMovable(from, to);
        for (int i = from; i < to; i++)
        {
            int days = WeightOf(i);
            if (days == 0)
                continue;
            ref readonly PostLedger<T>.DayLevel level = ref ledger.Levels[i];
            T low = T.Zero, high = T.Zero, weight = T.CreateTruncating(days);
            for (int s = 0; s < ledger.TimelineCount; s++)
            {
                if (movableHigh[s])
                    high += RateAt(i, s);
                if (movableLow[s])
                    low += RateAt(i, s);
            }
            checked
            {
                // Over an unknown cost a sum adds nothing to the low end; where the high end has no bound, all of the sum is excess.
                if (!level.Is(CoverageFlags.CostUnknown))
                    atLow.Moved += T.Min(low, Left(level.Low, level.Cost)) * weight;
                atHigh.Moved += (level.Is(CoverageFlags.Unbounded) ? high : T.Min(high, Left(level.High, level.Cost))) * weight;
            }
        }
    }

    private T RateAt(int piece, int s) => ledger.Terms[ledger.Paying[piece * ledger.TimelineCount + s]].Rate;

    /// <summary>The sums that pay on every day of the post in the year that weighs something.</summary>
    private void FindMovable(int from, int to)
    {
        PostLedger<T>.Fit(ref movableLow, ledger.TimelineCount);
        PostLedger<T>.Fit(ref movableHigh, ledger.TimelineCount);
        for (int s = 0; s < ledger.TimelineCount; s++)
        {
            bool low = true, high = true;
            for (int i = from; i < to; i++)
            {
                if (WeightOf(i) == 0)
                    continue;
                int at = i * ledger.TimelineCount + s;
                high &= ledger.Paying[at] >= 0 && ledger.Terms[ledger.Paying[at]].Rule == PaymentRule.Sum;
                low &= high && ledger.Surely[at];
            }
            (movableLow[s], movableHigh[s]) = (low, high);
        }
    }

    /// <summary>A year without a gap counts as fully funded on each of its days, whatever the rates of the days.</summary>
    private void MarkFunded(int from, int to, in YearBalance balance)
    {
        CoverageFlags funded = (balance.GapAtMost == T.Zero ? CoverageFlags.SurelyFull | CoverageFlags.SurelyPart : 0)
            | (balance.GapAtLeast == T.Zero ? CoverageFlags.PossiblyFull | CoverageFlags.PossiblyPart : 0);
        if (funded == 0)
            return;
        // A year that weighs nothing is not funded by having no gap.
        bool weighs = false;
        for (int i = from; i < to && !weighs; i++)
            weighs = WeightOf(i) > 0;
        if (!weighs)
            return;
        for (int i = from; i < to; i++)
            flags[i] |= funded;
    }

    private int WeightOf(int piece) =>
        ledger.Weights[piece] > 0 || ledger.YearOf[piece] < ledger.YearCount ? ledger.Weights[piece] : ledger.PeriodAt(piece).Weight;
}
