using FundingReports.Ledger;
using System.Numerics;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Figures;

/// <summary>The money of a view, gathered by budget year.</summary>
internal sealed class YearFigures<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
{
    // The exact money of parts of the cost and of what is left of it, year by year, then timeline by timeline.
    private Part[] parts = [];

    /// <summary>What a timeline pays in a year as a part of the cost, or of what is left of it.</summary>
    private struct Part
    {
        internal T Money, Remainder;
        internal bool Unknown;
    }

    /// <summary>Gathers what is paid as a part of the cost, or of what is left of it.</summary>
    internal void Tally()
    {
        PostLedger<T>.Fit(ref parts, ledger.YearCount * ledger.TimelineCount);
        Array.Clear(parts, 0, ledger.YearCount * ledger.TimelineCount);
        for (int i = 0; i < ledger.PeriodCount; i++)
        {
            // The 31st alone weighs nothing: it adds to no figure of a year, and makes none unknown.
            if (ledger.Weights[i] == 0)
                continue;
            int at = i * ledger.TimelineCount;
            T weight = T.CreateTruncating(ledger.Weights[i]);
            for (int s = 0; s < ledger.TimelineCount; s++)
                TallyPart(at + s, ledger.Levels[i], weight, ref parts[ledger.YearOf[i] * ledger.TimelineCount + s]);
        }
    }

    /// <summary>A part of the cost, of what is left of it, or an amount nobody knows.</summary>
    private void TallyPart(int at, in PostLedger<T>.DayLevel level, T weight, ref Part part)
    {
        if (ledger.Paying[at] < 0 || ledger.Terms[ledger.Paying[at]].Rule == PaymentRule.Sum)
            return;
        if (!IsKnown(at, level))
            part.Unknown = true;
        else
            checked { part.Money += ledger.Low[at] * weight; }
    }

    private bool IsKnown(int at, in PostLedger<T>.DayLevel level)
    {
        ref readonly var term = ref ledger.Terms[ledger.Paying[at]];
        if (term.PaysNothing)
            return true;
        bool known = ledger.Surely[at] && !level.Is(CoverageFlags.CostUnknown);
        return term.Rule switch
        {
            PaymentRule.Unknown => false,
            PaymentRule.ShareOfCost => known || level.Is(CoverageFlags.CostOfZero),
            // A remainder or a balance is known where both ends of the range leave it the same. It is only possible, or a part of an
            // unknown cost, where neither end leaves it anything.
            PaymentRule.ShareOfRemainder or PaymentRule.Balance when known => ledger.Low[at] == ledger.High[at],
            PaymentRule.ShareOfRemainder or PaymentRule.Balance => ledger.IfSure[at] == T.Zero && ledger.High[at] == T.Zero,
            PaymentRule.Sum or _ => throw new InvalidOperationException($"A {term.Rule} is no part."),
        };
    }

    /// <summary>What the days have gathered, in whole cents and millionths, year by year.</summary>
    internal void Write(ViewFigures figures, long[] costs)
    {
        Span<long> fundings = figures.Funding, gaps = figures.Gap, surpluses = figures.Surplus;
        Span<long> roundings = figures.Rounding, lows = figures.Low, highs = figures.High;
        int cut = 0;
        for (int y = 0; y < ledger.YearCount; y++)
        {
            var cells = figures.Cells(y);
            AddParts(parts.AsSpan(y * ledger.TimelineCount, ledger.TimelineCount), cells);
            foreach (long cell in cells)
                fundings[y] = SumBalance.Sum(fundings[y], cell);
            bool tied = fundings[y] != PostFigures.Unknown && costs[y] != PostFigures.Unknown
                && gaps[y] != PostFigures.Unknown && surpluses[y] != PostFigures.Unknown;
            roundings[y] = tied ? fundings[y] + gaps[y] - costs[y] - surpluses[y] : PostFigures.Unknown;
            int first = cut;
            while (cut < ledger.PeriodCount && ledger.YearOf[cut] == y)
                cut++;
            lows[y] = CoverageMeans.MeanOf(ledger, first, cut, ofHigh: false);
            highs[y] = CoverageMeans.IsExact(ledger, first, cut) ? lows[y] : CoverageMeans.MeanOf(ledger, first, cut, ofHigh: true);
        }
    }

    /// <summary>Adds the parts of a year to its cells, so that they add up to what their sum rounds to.</summary>
    private void AddParts(Span<Part> year, Span<long> cells)
    {
        T total = T.Zero, floors = T.Zero;
        for (int s = 0; s < year.Length; s++)
        {
            ref Part part = ref year[s];
            if (part.Unknown)
                cells[s] = PostFigures.Unknown;
            if (part.Unknown || part.Money == T.Zero)
                continue;
            (T whole, part.Remainder) = T.DivRem(part.Money, ledger.Unit);
            checked
            {
                total += part.Money;
                floors += whole;
            }
            cells[s] = SumBalance.Sum(cells[s], long.CreateChecked(whole));
        }
        for (T left = Rounded(total, ledger.Unit) - floors; left > T.Zero; left--)
        {
            int largest = 0;
            for (int s = 1; s < year.Length; s++)
                if (year[s].Remainder > year[largest].Remainder)
                    largest = s;
            year[largest].Remainder = T.Zero;
            cells[largest] = SumBalance.Sum(cells[largest], 1);
        }
    }
}
