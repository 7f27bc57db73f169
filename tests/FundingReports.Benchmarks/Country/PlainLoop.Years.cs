namespace FundingReports.Benchmarks.Country;

/// <content>Whole cents: sums by cumulative rounding, shares and balances by largest remainder.</content>
internal sealed partial class PlainLoop
{
    /// <summary>Money of sums, counted from the first day of the promise.</summary>
    private void Sums(int post, int view, int firstLine, int count, PlainView figures)
    {
        Array.Clear(figures.Cells);
        long unit = 360 * posts.Scale[post];
        for (int s = 0; s < count; s++)
        {
            int line = firstLine + s, term = posts.FirstTerm[line];
            bool counts = (view > Agreed || posts.Agreed[line]) && posts.Rule[term] == PlainPosts.Sum;
            if (!counts || (view == Firm && posts.FirmnessKnown[line] && !posts.Firm[term]))
                continue;
            bool isSure = view != Firm || posts.Firm[term];
            int from = Math.Max(posts.TermFrom[term], posts.From[post]), to = posts.TermTo[term];
            long rate = Capped(posts.Numerator[term] * posts.Scale[post], term, posts.Scale[post]);
            long written = isSure ? Rounded(rate * PlainDay.Weight(from, Math.Min(to, PlainDay.FirstOf(firstYear))), unit) : 0;
            for (int year = 0; year < years; year++)
            {
                int end = Math.Min(to, PlainDay.FirstOf(firstYear + year + 1));
                if (!isSure)
                {
                    bool pays = rate > 0 && PlainDay.Weight(Math.Max(from, PlainDay.FirstOf(firstYear + year)), end) > 0;
                    figures.Cells[year * lines + s] = pays ? PlainFigures.Unknown : 0;
                    continue;
                }
                long total = Rounded(rate * PlainDay.Weight(from, end), unit);
                figures.Cells[year * lines + s] = total - written;
                written = total;
            }
        }
    }

    private void Years(int post, int view, int firstLine, int count, PlainView figures)
    {
        long unit = 360 * posts.Scale[post];
        for (int year = 0; year < years; year++)
        {
            Parts(year, count, unit, figures.Cells);
            long funding = 0;
            for (int s = 0; s < count; s++)
            {
                long cell = figures.Cells[year * lines + s];
                funding = funding == PlainFigures.Unknown || cell == PlainFigures.Unknown ? PlainFigures.Unknown : funding + cell;
            }
            figures.Funding[year] = funding;
            Balance(post, year, view, firstLine, count, figures);
            (long gap, long surplus) = (figures.Gap[year], figures.Surplus[year]);
            bool tied = funding != PlainFigures.Unknown && gap != PlainFigures.Unknown && surplus != PlainFigures.Unknown;
            figures.Rounding[year] = tied ? funding + gap - Figures.Cost[year] - surplus : PlainFigures.Unknown;
            figures.Low[year] = MeanOf(lowOn, year);
            // Only in the firm view is money possible and not sure.
            figures.High[year] = view == Firm ? MeanOf(highOn, year) : figures.Low[year];
        }
    }

    private long MeanOf(long[] money, int year)
    {
        PlainMean mean = default;
        for (int i = firstCut[year]; i < firstCut[year + 1]; i++)
            if (weightOn[i] > 0)
                mean.Add(money[i], costOn[i], weightOn[i]);
        return mean.Millionths();
    }

    /// <summary>What a year lacks and has too much at both ends of the range, and its days, all funded where it lacks nothing.</summary>
    private void Balance(int post, int year, int view, int firstLine, int count, PlainView figures)
    {
        int from = firstCut[year], to = firstCut[year + 1];
        long lackLow = 0, lackHigh = 0, overLow = 0, overHigh = 0;
        for (int i = from; i < to; i++)
        {
            long cost = costOn[i], weight = weightOn[i];
            lackLow += Math.Max(0, cost - lowOn[i]) * weight;
            lackHigh += Math.Max(0, cost - highOn[i]) * weight;
            overLow += Math.Max(0, lowOn[i] - cost) * weight;
            overHigh += Math.Max(0, highOn[i] - cost) * weight;
        }
        if (lackLow > 0 && overLow > 0 || lackHigh > 0 && overHigh > 0)
        {
            (long rateLow, long rateHigh) = Movable(post, from, to, view, firstLine, count);
            long movedLow = 0, movedHigh = 0;
            for (int i = from; i < to; i++)
            {
                movedLow += Math.Min(rateLow, Math.Max(0, lowOn[i] - costOn[i])) * weightOn[i];
                movedHigh += Math.Min(rateHigh, Math.Max(0, highOn[i] - costOn[i])) * weightOn[i];
            }
            (movedLow, movedHigh) = (Math.Min(movedLow, lackLow), Math.Min(movedHigh, lackHigh));
            (lackLow, overLow, lackHigh, overHigh) = (lackLow - movedLow, overLow - movedLow, lackHigh - movedHigh, overHigh - movedHigh);
        }
        long unit = 360 * posts.Scale[post];
        figures.AtMost[year] = Rounded(lackLow, unit);
        figures.Gap[year] = lackLow == lackHigh ? figures.AtMost[year] : PlainFigures.Unknown;
        figures.Surplus[year] = overLow == overHigh ? Rounded(overLow, unit) : PlainFigures.Unknown;
        int funded = (lackLow == 0 ? SurelyFull | SurelyPart : 0) | (lackHigh == 0 ? PossiblyFull | PossiblyPart : 0);
        for (int i = from; i < to; i++)
            factsOn[i] |= funded;
    }

    /// <summary>The yearly money of the sums that run through all the days of the post in a year.</summary>
    private (long Low, long High) Movable(int post, int from, int to, int view, int firstLine, int count)
    {
        long rateLow = 0, rateHigh = 0;
        int weight = PlainDay.Weight(cuts[from], cuts[to]);
        for (int line = firstLine; line < firstLine + count; line++)
        {
            int term = posts.FirstTerm[line];
            bool counts = (view > Agreed || posts.Agreed[line]) && !(view == Firm && posts.FirmnessKnown[line]);
            if (!counts || posts.Rule[term] != PlainPosts.Sum)
                continue;
            if (PlainDay.Weight(Math.Max(posts.TermFrom[term], cuts[from]), Math.Min(posts.TermTo[term], cuts[to])) < weight)
                continue;
            long rate = Capped(posts.Numerator[term] * posts.Scale[post], term, posts.Scale[post]);
            rateHigh += rate;
            rateLow += view == Firm ? 0 : rate;
        }
        return (rateLow, rateHigh);
    }

    /// <summary>The parts of a year add up to what their sum rounds to; the first of two equal remainders gets the cent.</summary>
    private void Parts(int year, int count, long unit, long[] cells)
    {
        long total = 0, floors = 0;
        for (int s = 0; s < count; s++)
        {
            remainders[s] = -1;
            int at = year * lines + s;
            if (partUnknown[at])
                cells[at] = PlainFigures.Unknown;
            if (partUnknown[at] || parts[at] == 0)
                continue;
            (long whole, remainders[s]) = Math.DivRem(parts[at], unit);
            total += parts[at];
            floors += whole;
            cells[at] = whole;
        }
        for (long left = Rounded(total, unit) - floors; left > 0; left--)
        {
            int largest = 0;
            for (int s = 1; s < count; s++)
                if (remainders[s] > remainders[largest])
                    largest = s;
            remainders[largest] = -1;
            cells[year * lines + largest]++;
        }
    }
}

/// <summary>A weighted mean of money ÷ cost, exact: over another cost, what came before is brought to a common denominator.</summary>
internal struct PlainMean
{
    private long money, cost, weight;
    private Int128 earlierNumerator, earlierDenominator;
    private long earlierWeight;

    internal void Add(long amount, long ofCost, int days)
    {
        if (weight != 0 && cost != ofCost)
        {
            earlierNumerator = earlierWeight == 0 ? money : earlierNumerator * cost + (Int128)money * earlierDenominator;
            earlierDenominator = earlierWeight == 0 ? cost : earlierDenominator * cost;
            earlierWeight += weight;
            (money, weight) = (0, 0);
        }
        cost = ofCost;
        money += amount * days;
        weight += days;
    }

    internal readonly long Millionths()
    {
        if (weight == 0)
            return PlainFigures.Unknown;
        if (earlierWeight == 0)
            return (money * 2_000_000 + cost * weight) / (2 * cost * weight);
        Int128 numerator = earlierNumerator * cost + (Int128)money * earlierDenominator,
            denominator = earlierDenominator * cost * (earlierWeight + weight);
        return (long)((numerator * 2_000_000 + denominator) / (2 * denominator));
    }
}
