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

    private void Years(int post, int count, PlainView figures)
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
            long gap = Rounded(shortLow[year], unit);
            figures.Funding[year] = funding;
            figures.AtMost[year] = gap;
            figures.Gap[year] = gapUnknown[year] ? PlainFigures.Unknown : gap;
            figures.Surplus[year] = surplusUnknown[year] ? PlainFigures.Unknown : Rounded(excess[year], unit);
            bool tied = funding != PlainFigures.Unknown && !gapUnknown[year] && !surplusUnknown[year];
            figures.Rounding[year] = tied ? funding + gap - Figures.Cost[year] - figures.Surplus[year] : PlainFigures.Unknown;
            figures.Low[year] = lowMean[year].Millionths();
            figures.High[year] = highMean[year].Millionths();
        }
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
        Int128 numerator = earlierNumerator * cost + (Int128)money * earlierDenominator, denominator = earlierDenominator * cost * (earlierWeight + weight);
        return (long)((numerator * 2_000_000 + denominator) / (2 * denominator));
    }
}
