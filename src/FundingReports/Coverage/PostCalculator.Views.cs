using System.Numerics;

namespace FundingReports.Coverage;

/// <content>The days of a view, gathered by year and by run.</content>
internal sealed partial class PostCalculator<T>
{
    /// <summary>What a budget year has gathered, in exact amounts (money × thirtieths).</summary>
    private struct YearTally
    {
        internal T ShortLow, ShortAhead, Excess;
        internal bool GapUnknown, GapAheadUnknown, GapAtMostUnknown, SurplusUnknown;
    }

    private ViewFigures ViewOf(FundingView view, Sums sums, long[] costs)
    {
        var levels = new Level[cuts.Length];
        var tallies = new YearTally[yearCount];
        var parts = new T[yearCount, StrandCount];
        var partUnknown = new bool[yearCount, StrandCount];
        var hasPart = new bool[yearCount, StrandCount];
        var lowMean = new Mean[yearCount];
        var highMean = new Mean[yearCount];

        for (int i = 0; i < cuts.Length; i++)
        {
            Span piece = PieceAt(i);
            Level level = levels[i] = LevelOn(piece.From, view);
            int year = YearOf(piece), weight = year < 0 ? 0 : piece.Weight;
            // The 31st alone weighs nothing: it makes no figure of a year, and makes none unknown.
            if (weight == 0)
                continue;
            T w = T.CreateChecked(weight);
            Tally(ref tallies[year], level, w, ahead: piece.From >= post.AsOf);
            bool free = level.Is(Facts.CostOfZero);
            lowMean[year].Add(free ? T.One : level.Low, free ? T.One : level.Cost, w);
            if (level.Is(Facts.Unbounded) && !free)
                highMean[year].Unbounded = true;
            else
                highMean[year].Add(free ? T.One : level.High, free ? T.One : level.Cost, w);
            for (int s = 0; s < StrandCount; s++)
                TallyPart(s, piece.From, view, level, w, ref parts[year, s], ref partUnknown[year, s], ref hasPart[year, s]);
        }

        var cells = new long[yearCount][];
        for (int year = 0; year < yearCount; year++)
            cells[year] = CellsOf(year, sums, parts, partUnknown, hasPart);
        return Figures(view, levels, tallies, cells, costs, lowMean, highMean, sums);
    }

    private static void Tally(ref YearTally tally, in Level level, T weight, bool ahead)
    {
        bool costUnknown = level.Is(Facts.CostUnknown), unbounded = level.Is(Facts.Unbounded);
        T shortLow = Left(level.Cost, level.Low), excessLow = Left(level.Low, level.Cost);
        bool gapUnknown, surplusUnknown;
        if (costUnknown)
        {
            gapUnknown = shortLow > T.Zero;
            surplusUnknown = unbounded || level.High > level.Cost;
        }
        else
        {
            gapUnknown = shortLow != (unbounded ? T.Zero : Left(level.Cost, level.High));
            surplusUnknown = unbounded || excessLow != Left(level.High, level.Cost);
        }
        tally.GapUnknown |= gapUnknown;
        tally.GapAheadUnknown |= gapUnknown && ahead;
        tally.GapAtMostUnknown |= costUnknown && shortLow > T.Zero;
        tally.SurplusUnknown |= surplusUnknown;
        checked
        {
            if (!costUnknown)
            {
                tally.ShortLow += shortLow * weight;
                tally.ShortAhead += ahead ? shortLow * weight : T.Zero;
            }
            if (!surplusUnknown && !costUnknown)
                tally.Excess += excessLow * weight;
        }
    }

    /// <summary>A part of the cost, of what is left of it, or an amount nobody knows.</summary>
    private void TallyPart(int s, Day day, FundingView view, in Level level, T weight, ref T part, ref bool unknown, ref bool has)
    {
        var strand = post.Strands[s];
        if (!Pays(strand, day, view, out Segment segment, out bool sure) || segment.Rule == Rule.Sum)
            return;
        bool known;
        if (segment.Rule == Rule.Unknown)
            known = segment.Cap == 0;
        else if (segment.Rule == Rule.PartOfCost)
            known = (sure && !level.Is(Facts.CostUnknown)) || level.Is(Facts.CostOfZero) || segment.Cap == 0;
        else
            known = RestIsKnown(s, segment, sure, level);
        if (!known)
            unknown = true;
        else if (low[s] > T.Zero)
        {
            has = true;
            checked { part += low[s] * weight; }
        }
    }

    /// <summary>A remainder or balance is known where both ends of the range leave it the same.</summary>
    private bool RestIsKnown(int s, in Segment segment, bool sure, in Level level)
    {
        if (segment.Cap == 0 || segment.Rate.Numerator == 0)
            return true;
        if (sure && !level.Is(Facts.CostUnknown))
            return low[s] == high[s];
        // Only possible, or a part of an unknown cost: known only if nothing is left to it at either end.
        T left = segment.Rule == Rule.Balance ? leftToBalance : leftToRemainders;
        return left == T.Zero && high[s] == T.Zero;
    }

    private long[] CellsOf(int year, Sums sums, T[,] parts, bool[,] partUnknown, bool[,] hasPart)
    {
        var cells = new long[StrandCount];
        T unit = checked(Year * scale), total = T.Zero, floors = T.Zero;
        var remainders = new T[StrandCount];
        for (int s = 0; s < StrandCount; s++)
        {
            remainders[s] = -T.One;
            cells[s] = sums.Cells[s][year];
            if (partUnknown[year, s])
            {
                cells[s] = PostFigures.Unknown;
                continue;
            }
            if (!hasPart[year, s])
                continue;
            (T whole, T rest) = T.DivRem(parts[year, s], unit);
            remainders[s] = rest;
            checked
            {
                total += parts[year, s];
                floors += whole;
            }
            cells[s] = SumTie.Sum(cells[s], long.CreateChecked(whole));
        }
        // The parts of a year add up to what their sum rounds to.
        for (T left = Rounded(total, unit) - floors; left > T.Zero; left--)
        {
            int largest = LargestRemainder.IndexOfLargest<T>(remainders);
            remainders[largest] = -T.One;
            cells[largest] = SumTie.Sum(cells[largest], 1);
        }
        return cells;
    }

    private ViewFigures Figures(FundingView view, Level[] levels, YearTally[] tallies, long[][] cells, long[] costs, Mean[] lowMean, Mean[] highMean, Sums sums)
    {
        long[] New() => new long[yearCount];
        long[] funding = New(), gap = New(), atMost = New(), surplus = New(), rounding = New(), lows = New(), highs = New();
        for (int y = 0; y < yearCount; y++)
        {
            ref var tally = ref tallies[y];
            foreach (long cell in cells[y])
                funding[y] = SumTie.Sum(funding[y], cell);
            gap[y] = tally.GapUnknown ? PostFigures.Unknown : Cents(tally.ShortLow);
            atMost[y] = tally.GapAtMostUnknown ? PostFigures.Unknown : Cents(tally.ShortLow);
            surplus[y] = tally.SurplusUnknown ? PostFigures.Unknown : Cents(tally.Excess);
            bool tied = funding[y] != PostFigures.Unknown && gap[y] != PostFigures.Unknown && surplus[y] != PostFigures.Unknown && costs[y] != PostFigures.Unknown;
            rounding[y] = tied ? funding[y] + gap[y] - costs[y] - surplus[y] : PostFigures.Unknown;
            lows[y] = lowMean[y].InMillionths();
            highs[y] = highMean[y].InMillionths();
        }
        long unused = 0;
        for (int s = 0; s < StrandCount; s++)
            unused = SumTie.Sum(unused, sums.Unused[s]);
        Day surely = RunEnd(levels, Facts.SurelyFull).End;
        return new()
        {
            Cells = cells,
            Funding = funding,
            Gap = gap,
            GapAhead = tallies[0].GapAheadUnknown ? PostFigures.Unknown : Cents(tallies[0].ShortAhead),
            GapAtMost = atMost,
            Surplus = surplus,
            Rounding = rounding,
            Low = lows,
            High = highs,
            Pieces = PiecesOf(levels),
            FullSurely = RunEnd(levels, Facts.SurelyFull),
            FullPossibly = RunEnd(levels, Facts.PossiblyFull),
            PartSurely = RunEnd(levels, Facts.SurelyPart),
            PartPossibly = RunEnd(levels, Facts.PossiblyPart),
            ResumesOn = ResumesOn(levels, surely),
            Cliff = DropOn(surely, levels, view),
            Parts = PartsOn(surely > FirstDay && surely < Day.Never ? Day.Of(surely.Eve) : FirstDay, levels, view),
            Unused = unused,
        };
    }

    /// <summary>A weighted mean of ratios whose costs may differ, kept exact.</summary>
    private struct Mean
    {
        private T money, cost, weight;
        private List<(T Money, T Cost, T Weight)>? earlier;

        internal bool Unbounded;

        internal void Add(T amount, T ofCost, T w)
        {
            if (weight != T.Zero && cost != ofCost)
            {
                (earlier ??= []).Add((money, cost, weight));
                (money, weight) = (T.Zero, T.Zero);
            }
            cost = ofCost;
            checked
            {
                money += amount * w;
                weight += w;
            }
        }

        internal readonly long InMillionths()
        {
            if (Unbounded || weight == T.Zero)
                return PostFigures.Unknown;
            return earlier is null ? Millionths(money, checked(cost * weight)) : Mixed();
        }

        private readonly long Mixed()
        {
            BigInteger numerator = BigInteger.CreateChecked(money), denominator = BigInteger.CreateChecked(cost);
            BigInteger total = BigInteger.CreateChecked(weight);
            foreach (var (m, c, w) in earlier!)
            {
                BigInteger of = BigInteger.CreateChecked(c);
                numerator = numerator * of + BigInteger.CreateChecked(m) * denominator;
                denominator *= of;
                total += BigInteger.CreateChecked(w);
            }
            denominator *= total;
            return (long)((numerator * 2_000_000 + denominator) / (2 * denominator));
        }
    }
}
