using FundingReports.Ledger;

namespace FundingReports.Figures;

/// <summary>
/// Checks the laws that the figures of a post must satisfy whatever the facts, from the figures alone, after they are worked out.
/// </summary>
/// <remarks>
/// It shares no line with the calculation. What it finds is a fault of the library, never of the facts; the sheet Contrôles says how many
/// there are.
/// </remarks>
internal static class SelfCheck
{
    private const int Whole = 1_000_000;

    /// <summary>The laws that are broken, by name; none where all is well.</summary>
    internal static IReadOnlyList<string> Of(PostFigures post)
    {
        var broken = new List<string>();
        Ties(post, broken);
        foreach (FundingView view in Enum.GetValues<FundingView>())
        {
            var own = post[view];
            for (int year = 0; year < post.Cost.Length; year++)
            {
                Money(post, own, year, broken);
                Means(post, own, year, broken);
            }
            Runs(post, own, broken);
            Parts(post, view, broken);
        }
        Leans(post, broken);
        return broken;
    }

    private static void Ties(PostFigures post, List<string> broken)
    {
        long unused = 0;
        bool all = true;
        for (int s = 0; s < post.Timelines.Length; s++)
        {
            var timeline = post.Timelines[s];
            all &= timeline.IsSum || !HasSum(timeline);
            if (post.Balances[s] is not { } tie)
                continue;
            var own = post[timeline.Agreed ? FundingView.Agreed : FundingView.Announced];
            if (tie.Promised != SumBalance.Sum(SumBalance.Sum(tie.Before, tie.Shown), SumBalance.Sum(tie.After, tie.Unused)))
                broken.Add("promised");
            long shown = 0;
            for (int year = 0; year < post.Cost.Length; year++)
                shown = SumBalance.Sum(shown, own.Cells(year)[s]);
            if (tie.Shown != shown)
                broken.Add("shown");
            unused = timeline.Agreed ? SumBalance.Sum(unused, tie.Unused) : unused;
        }
        // An instalment with an amount, in a share, is no sum: nothing must add up to it.
        if (all && unused != post[FundingView.Agreed].Unused)
            broken.Add("unused");
    }

    /// <summary>Cost + surplus + rounding = funding + gap, rounding a cent for each sum at most, plus two.</summary>
    private static void Money(PostFigures post, ViewFigures own, int year, List<string> broken)
    {
        long cost = post.Cost[year], funding = own.Funding[year], gap = own.Gap[year], surplus = own.Surplus[year],
            rounding = own.Rounding[year], cells = 0;
        foreach (long cell in own.Cells(year))
            cells = SumBalance.Sum(cells, cell);
        if (funding != cells)
            broken.Add("funding");
        bool tied = Known(cost) && Known(funding) && Known(gap) && Known(surplus);
        if (tied != Known(rounding) || tied && Int128.Zero + cost + surplus + rounding != Int128.Zero + funding + gap)
            broken.Add("year");
        else if (tied && Math.Abs(rounding) > 2 + post.Timelines.Count(HasSum))
            broken.Add("rounding");
        if (Known(gap) && own.GapAtMost[year] != gap || Known(surplus) && surplus < 0 || Known(own.GapAtMost[year])
            && own.GapAtMost[year] < 0)
            broken.Add("gap");
    }

    /// <summary>The coverage of a year is the mean of its pieces, to the millionth.</summary>
    private static void Means(PostFigures post, ViewFigures own, int year, List<string> broken)
    {
        var days = new DayRange(DayNumber.FirstOf(post.FirstYear + year), DayNumber.FirstOf(post.FirstYear + year + 1)).And(post.Life);
        // Days before the first day of the answers are in no piece.
        if (days.Weight == 0 || own.Pieces.Length == 0 || own.Pieces[0].Days.From > days.From)
            return;
        Int128 low = 0, high = 0;
        bool unbounded = false;
        foreach (var piece in own.Pieces)
        {
            int weight = piece.Days.And(days).Weight;
            low += (Int128)piece.Low * weight;
            unbounded |= weight > 0 && !Known(piece.High);
            high += unbounded ? 0 : (Int128)piece.High * weight;
        }
        if (!Near(own.Low[year], low, days.Weight) || unbounded == Known(own.High[year]) || !unbounded
            && !Near(own.High[year], high, days.Weight))
            broken.Add("coverage");
    }

    private static void Runs(PostFigures post, ViewFigures own, List<string> broken)
    {
        var pieces = own.Pieces;
        if (pieces.Length == 0)
            return;
        for (int i = 0; i < pieces.Length; i++)
            if (i > 0 && pieces[i].Days.From != pieces[i - 1].Days.To || Known(pieces[i].High) && pieces[i].High < pieces[i].Low
                || pieces[i].Low < 0 || IsFull(pieces[i]) != (pieces[i].Low >= Whole) && pieces[i].Low != Whole
                && !IsCompensated(post, own, pieces[i]))
                broken.Add("pieces");
        if (pieces[^1].Days.To != post.Life.To)
            broken.Add("pieces");
        (FundedRun Said, CoverageFlags Fact)[] runs = [(own.FullSurely, CoverageFlags.SurelyFull), (own.FullPossibly,
            CoverageFlags.PossiblyFull), (own.PartSurely, CoverageFlags.SurelyPart), (own.PartPossibly, CoverageFlags.PossiblyPart)];
        foreach (var (said, fact) in runs)
            if (said != RunOf(pieces, fact, post.Life.To))
                broken.Add("horizon");
        DayNumber end = own.FullSurely.End, first = pieces[0].Days.From;
        DayNumber resumes = pieces.Where(piece => piece.Days.From > end && IsFull(piece)).Select(piece => piece.Days.From)
            .DefaultIfEmpty(DayNumber.Never).First();
        if (own.ResumesOn != resumes)
            broken.Add("resumes");
        bool drops = first < end && end < post.Life.To;
        if (drops != own.Cliff is not null || own.Cliff is { } drop
            && (drop.On != end || Math.Abs(LowOn(pieces, DayNumber.Of(end.Eve)) - LowOn(pieces, end) - drop.ShareLost ?? Whole) > 1))
            broken.Add("cliff");
    }

    /// <summary>
    /// Whether a piece is full on days with less money than cost, because the years it lies in lack nothing, and have too much on other
    /// days.
    /// </summary>
    private static bool IsCompensated(PostFigures post, ViewFigures own, in PackedPiece piece)
    {
        if (!IsFull(piece))
            return false;
        for (int year = Math.Max(piece.Days.From.Year - post.FirstYear, 0); year < post.Cost.Length; year++)
        {
            DayRange days = new(DayNumber.FirstOf(post.FirstYear + year), DayNumber.FirstOf(post.FirstYear + year + 1));
            if (days.And(piece.Days).Weight > 0 && (own.GapAtMost[year] != 0 || !HasExcess(own, days.And(post.Life))))
                return false;
        }
        return true;
    }

    // Days before the first day of the answers are in no piece. On days that cost nothing, which count as paid in full, all money is
    // excess.
    private static bool HasExcess(ViewFigures own, DayRange year) =>
        own.Pieces[0].Days.From > year.From || own.Pieces.Any(piece => piece.Low >= Whole && !piece.Days.And(year).IsEmpty);

    /// <summary>
    /// Who pays what on the last funded day adds up to the coverage of that day; who surely pays nothing then has no part.
    /// </summary>
    /// <remarks>
    /// Each part and the coverage are rounded to the millionth by themselves: n parts may differ from the coverage by half a millionth
    /// each, and half of one more. A part too small to show counts among the n: it was rounded too.
    /// </remarks>
    private static void Parts(PostFigures post, FundingView view, List<string> broken)
    {
        var own = post[view];
        if (own.Pieces.Length == 0)
            return;
        DayNumber end = own.FullSurely.End, first = own.Pieces[0].Days.From, told = end > first && end < DayNumber.Never
            ? DayNumber.Of(end.Eve) : first;
        if (LowOn(own.Pieces, told) is not { } then)
        {
            broken.Add("parts");
            return;
        }
        long sum = 0;
        int paying = 0;
        for (int s = 0; s < post.Timelines.Length; s++)
        {
            bool pays = PaysSurely(post.Timelines[s], view, told);
            if (own.Parts[s] < 0 || own.Parts[s] > 0 && !pays)
                broken.Add("parts");
            (sum, paying) = (sum + own.Parts[s], pays ? paying + 1 : paying);
        }
        // Nobody pays a part of a cost of zero, which counts as funded. The piece does not say whether this day costs nothing: days of
        // equal coverage are one piece, whatever their costs.
        bool free = sum == 0 && then == Whole;
        if (!free && Math.Abs(sum - then) > (paying + 1) / 2)
            broken.Add("parts");
    }

    private static bool PaysSurely(CommitmentTimeline timeline, FundingView view, DayNumber day) => timeline.InForce(view).Contains(day)
        && timeline.Periods.Any(period => period.Days.Contains(day) && period.Rule != PaymentRule.Unknown
            && timeline.WorthOf(period, day, view) == MoneyWorth.Sure);

    /// <summary>What the agreed funding leans on pays while it lasts, and steps down before its end.</summary>
    private static void Leans(PostFigures post, List<string> broken)
    {
        var leaning = post.Dependence;
        var own = post[FundingView.Agreed];
        var run = own.Pieces.Length == 0 ? DayRange.Empty : new DayRange(own.Pieces[0].Days.From, own.FullSurely.End);
        bool Pays(string? funder, Func<TimelinePeriod, bool> how) =>
            funder is null || post.Timelines.Any(timeline => timeline.Funder == funder
            && timeline.Periods.Any(
                period => how(period) && period.Days.And(timeline.AgreedDays).And(run) is var days && days.From < days.To));
        if (!Pays(leaning.Bearer, period => period.Rule != PaymentRule.Unknown)
            || !Pays(leaning.SteppingDown, period => period.Rule != PaymentRule.Unknown)
            || !Pays(leaning.Dependent, period => period.Rule is PaymentRule.ShareOfRemainder or PaymentRule.Balance)
            || leaning.StepDownOn is null != leaning.SteppingDown is null || leaning.StepDownOn is { } day
                && (day <= run.From || day >= run.To))
            broken.Add("leaning");
    }

    private static bool IsFull(in PackedPiece piece) => (piece.Flags & CoverageFlags.SurelyFull) != 0;

    /// <summary>
    /// The run to the first interruption that weighs something; there is no run without a day on which the money is there.
    /// </summary>
    private static FundedRun RunOf(PackedPiece[] pieces, CoverageFlags fact, DayNumber end)
    {
        bool holds = false;
        for (int i = 0; i < pieces.Length; i++)
        {
            holds |= (pieces[i].Flags & fact) != 0;
            if ((pieces[i].Flags & fact) != 0)
                continue;
            DayNumber hole = pieces[i].Days.From, to = pieces[i].Days.To;
            for (; i + 1 < pieces.Length && (pieces[i + 1].Flags & fact) == 0; i++)
                to = pieces[i + 1].Days.To;
            if (to == DayNumber.Never || new DayRange(hole, to).Weight > 0)
                return new(holds ? hole : pieces[0].Days.From, false);
        }
        return holds ? new(end, end != DayNumber.Never) : new(pieces[0].Days.From, false);
    }

    /// <summary>The low end of the piece that contains a day; null where none does, because a wrong horizon may name any day.</summary>
    private static long? LowOn(PackedPiece[] pieces, DayNumber day)
    {
        foreach (var piece in pieces)
            if (piece.Days.Contains(day))
                return piece.Low;
        return null;
    }

    private static bool HasSum(CommitmentTimeline timeline) => timeline.Periods.Any(period => period.Rule == PaymentRule.Sum);

    private static bool Known(long figure) => figure != PostFigures.Unknown;

    // Each piece is half a millionth off at most, and so is the mean.
    private static bool Near(long mean, Int128 total, int weight) => Int128.Abs((Int128)mean * weight - total) <= weight;
}
