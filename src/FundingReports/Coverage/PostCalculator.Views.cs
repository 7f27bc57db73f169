namespace FundingReports.Coverage;

/// <content>The days of a view, gathered by year and by run.</content>
internal sealed partial class PostCalculator<T>
{
    private Level[] levels = [];

    // Of each year, then of each strand: the exact money of its parts of the cost and of what is left of it.
    private Part[] parts = [];

    /// <summary>What a strand pays in a year as a part of the cost, or of what is left of it.</summary>
    private struct Part
    {
        internal T Money, Remainder;
        internal bool Unknown;
    }

    private ViewFigures ViewOf(FundingView counted, long[] costs, SumTie?[] ties)
    {
        LookAt(counted);
        var figures = new ViewFigures(yearCount, StrandCount);
        Fit(ref parts, yearCount * StrandCount);
        Array.Clear(parts, 0, yearCount * StrandCount);
        for (int i = 0; i < cutCount; i++)
        {
            int at = i * StrandCount;
            Level level = levels[i] = LevelOn(cuts[i], at);
            // The 31st alone weighs nothing: it makes no figure of a year, and makes none unknown.
            if (weights[i] == 0)
                continue;
            T weight = T.CreateTruncating(weights[i]);
            for (int s = 0; s < StrandCount; s++)
                TallyPart(at + s, level, weight, ref parts[yearOf[i] * StrandCount + s]);
        }
        Balances(figures);
        Sums(figures, ties);
        Years(figures, costs);
        Runs(figures);
        return figures;
    }

    /// <summary>Gap and surplus of each year, and the days of those without a gap.</summary>
    private void Balances(ViewFigures figures)
    {
        for (int from = 0, next; from < cutCount; from = next)
        {
            next = from + 1;
            while (next < cutCount && yearOf[next] == yearOf[from])
                next++;
            // After the years shown, a piece may run through many years: nothing changes in any of them.
            if (PieceAt(next - 1).To > Day.FirstOf(firstYear + yearOf[from] + 1))
                continue;
            YearBalance balance = BalanceOf(from, next);
            MarkFunded(from, next, balance);
            int year = yearOf[from];
            if (year >= yearCount)
                continue;
            figures.Gap[year] = Known(balance.Gap);
            figures.GapAtMost[year] = Known(balance.GapAtMost);
            figures.Surplus[year] = Known(balance.Surplus);
        }

        long Known(T? amount) => amount is { } exact ? Cents(exact) : PostFigures.Unknown;
    }

    /// <summary>A part of the cost, of what is left of it, or an amount nobody knows.</summary>
    private void TallyPart(int at, in Level level, T weight, ref Part part)
    {
        if (paying[at] < 0 || terms[paying[at]].Rule == Rule.Sum)
            return;
        if (!IsKnown(at, level))
            part.Unknown = true;
        else
            checked { part.Money += low[at] * weight; }
    }

    private bool IsKnown(int at, in Level level)
    {
        ref readonly var term = ref terms[paying[at]];
        if (term.PaysNothing)
            return true;
        bool known = surely[at] && !level.Is(Facts.CostUnknown);
        return term.Rule switch
        {
            Rule.Unknown => false,
            Rule.PartOfCost => known || level.Is(Facts.CostOfZero),
            // A remainder or balance is known where both ends of the range leave it the same;
            // only possible, or a part of an unknown cost, where nothing is left to it at either end.
            _ when known => low[at] == high[at],
            _ => ifSure[at] == T.Zero && high[at] == T.Zero,
        };
    }

    /// <summary>What the days have gathered, in whole cents and millionths, year by year.</summary>
    private void Years(ViewFigures figures, long[] costs)
    {
        Span<long> fundings = figures.Funding, gaps = figures.Gap, surpluses = figures.Surplus;
        Span<long> roundings = figures.Rounding, lows = figures.Low, highs = figures.High;
        int cut = 0;
        for (int y = 0; y < yearCount; y++)
        {
            var cells = figures.Cells(y);
            AddParts(parts.AsSpan(y * StrandCount, StrandCount), cells);
            foreach (long cell in cells)
                fundings[y] = SumTie.Sum(fundings[y], cell);
            bool tied = fundings[y] != PostFigures.Unknown && costs[y] != PostFigures.Unknown
                && gaps[y] != PostFigures.Unknown && surpluses[y] != PostFigures.Unknown;
            roundings[y] = tied ? fundings[y] + gaps[y] - costs[y] - surpluses[y] : PostFigures.Unknown;
            int first = cut;
            while (cut < cutCount && yearOf[cut] == y)
                cut++;
            lows[y] = MeanOf(first, cut, ofHigh: false);
            highs[y] = IsExact(first, cut) ? lows[y] : MeanOf(first, cut, ofHigh: true);
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
            (T whole, part.Remainder) = T.DivRem(part.Money, unit);
            checked
            {
                total += part.Money;
                floors += whole;
            }
            cells[s] = SumTie.Sum(cells[s], long.CreateChecked(whole));
        }
        for (T left = Rounded(total, unit) - floors; left > T.Zero; left--)
        {
            int largest = 0;
            for (int s = 1; s < year.Length; s++)
                if (year[s].Remainder > year[largest].Remainder)
                    largest = s;
            year[largest].Remainder = T.Zero;
            cells[largest] = SumTie.Sum(cells[largest], 1);
        }
    }
}
