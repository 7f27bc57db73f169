using System.Collections.Immutable;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Schedules;
using NodaTime;
using static FundingReports.Reports.Formulas.FormulaParts;

namespace FundingReports.Reports.Sheets.Schedule;

/// <summary>What a reader may change: by how much, from when.</summary>
/// <param name="Kept">The part of a commitment's money that is kept in a year.</param>
/// <param name="Drift">By how much the cost rises on the first day of a year.</param>
internal sealed record ScheduleInputs(Func<int, int, Expression> Kept, Func<int, Expression> Drift);

/// <summary>The rows of a post.</summary>
/// <param name="First">Its first row.</param>
/// <param name="Last">Its last row.</param>
/// <param name="FirstDay">The row that begins on its first day; null where it has ended.</param>
/// <param name="Years">The rows of each budget year shown in which it is active.</param>
internal sealed record SchedulePlace(int First, int Last, int? FirstDay, IReadOnlyDictionary<int, (int First, int Last)> Years);

/// <summary>
/// Writes periods as rows with formulas: the rate of each promise, the part that it covers, its money, and what is missing.
/// </summary>
internal sealed class ScheduleRows
{
    internal const string From = "from", Thirtieths = "thirtieths", Number = "number", Rule = "rule", Kept = "kept", Basis = "basis",
        Cost = "cost", Terms = "terms", Cap = "cap",
        Rate = "rate", Covered = "covered", Possible = "possible", Money = "money", Rounded = "rounded", PeriodCost = "periodCost",
            Days = "days", Weighted = "weighted";

    /// <summary>
    /// The columns for what lacks in a period, what is too much, and what of it may be moved within the year, where only sure money comes.
    /// </summary>
    internal static readonly PeriodColumns Surely = new(Covered, "movable", "lack", "excess", "moved", "yearGap", "lackDay");

    /// <summary>The same where all possible money comes.</summary>
    internal static readonly PeriodColumns Possibly =
        new(Possible, "movablePossibly", "lackPossibly", "excessPossibly", "movedPossibly", "yearGapPossibly", "lackDayPossibly");

    /// <summary>The columns of one end of the range.</summary>
    internal sealed record PeriodColumns(
        string Part, string Movable, string Lack, string Excess, string Moved, string YearGap, string LackDay)
    {
        internal IEnumerable<string> OfPeriods => [Lack, Excess, Moved, YearGap, LackDay];
    }

    private readonly ReportContext context;
    private readonly Grid grid;
    private readonly string table;
    private readonly ScheduleInputs? inputs;
    private readonly List<Row> rows = [];
    private readonly string[] onceAPeriod;
    private readonly Func<int, int, int>? readingRow;
    private readonly bool isRange;
    private readonly Expression unknown, nothing, unbounded;
    private Marks marks;
    private int postIndex = -1;

    // Whether the rate of the row that is being made may be a word.
    private bool rateIsChosen;

    /// <param name="context">What every sheet is built from.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="inputs">What a reader may change; null where nothing is.</param>
    /// <param name="schedules">
    /// The periods of every post: where all is sure and known, the two ends of the range are one, and stand once.
    /// </param>
    /// <param name="readingRow">The row of the reading that terms of a post stand in; null where terms are written here.</param>
    internal ScheduleRows(
        ReportContext context, string table, ScheduleInputs? inputs,
        IEnumerable<IReadOnlyList<SchedulePeriod>> schedules, Func<int, int, int>? readingRow = null)
    {
        isRange = schedules.SelectMany(periods => periods).Where(period => period.Bucket is Bucket.Year or Bucket.After)
            .Any(period => period.Lines.Any(line => !line.Sure || line.Rule == PaymentRule.Unknown || period.Cost is null));
        this.readingRow = readingRow;
        this.context = context;
        grid = context.Grid;
        this.table = table;
        this.inputs = inputs;
        unknown = new Expression.Word(context.Texts.Signs.Unknown);
        nothing = new Expression.Word(context.Texts.Signs.NotApplicable);
        unbounded = new Expression.Word(context.Texts.WithoutBound);
        Columns = ColumnsOf();
        onceAPeriod = [PeriodCost, Days, Possible, .. Ends.SelectMany(end => end.OfPeriods.Prepend(end.Movable))];
    }

    internal ImmutableArray<ReportColumn> Columns { get; }

    internal int Count => rows.Count;

    internal ImmutableArray<ReportRow> Rows => [.. rows.Select(row => new ReportRow([.. Columns.Select(column => row[column.Key])]))];

    internal TableRun Run(string column, int first, int last) => new(table, column, first, last);

    internal Expression Cell(int row, string column) => new Expression.At(table, row, column);

    /// <summary>The gap of a budget year, in whole cents: known where both ends of the range give the same.</summary>
    /// <param name="first">The first row of the year.</param>
    /// <param name="last">The last row of the year.</param>
    internal Expression Gap(int first, int last)
    {
        if (rows[first][Surely.YearGap] is ReportCell.NotApplicable)
            return 0;
        Expression low = Cell(first, Surely.YearGap), high = Cell(first, AtBest.YearGap);
        return BothEnds(low, high, If(Is(low, unknown), unknown, If(Is(high, unknown), unknown, 0)));
    }

    /// <summary>The surplus of a budget year, in the same way.</summary>
    internal Expression Surplus(int first, int last)
    {
        if (rows[first][Surely.YearGap] is ReportCell.NotApplicable)
            return 0;
        Expression Left(PeriodColumns end) =>
            Sum(Run(end.Excess, first, last)) - Least(Sum(Run(end.Lack, first, last)), Sum(Run(end.Moved, first, last)));
        Expression Known(PeriodColumns end) => If(Above(Count(Run(end.Excess, first, last), unknown), 0), unknown,
            If(Is(Cell(first, end.YearGap), unknown), If(Above(Sum(Run(end.Moved, first, last)), 0), unknown, 0), 0));
        return BothEnds(Left(Surely), Left(AtBest), If(Is(Known(Surely), unknown), unknown, If(Is(Known(AtBest), unknown), unknown, 0)));
    }

    private Expression BothEnds(Expression low, Expression high, Expression known) =>
        !isRange ? If(Is(known, unknown), unknown, ToCents(low))
        : If(Is(known, unknown), unknown, If(Is(new Expression.Rounded((low - high) / (1 + low), 12), 0), ToCents(low), unknown));

    /// <summary>The columns of the end at which all possible money comes: those of the sure end where they are one.</summary>
    internal PeriodColumns AtBest => isRange ? Possibly : Surely;

    private PeriodColumns[] Ends => isRange ? [Surely, Possibly] : [Surely];

    /// <summary>Adds the rows of a post.</summary>
    internal SchedulePlace Add(PostFunding post, IReadOnlyList<SchedulePeriod> periods)
    {
        int first = rows.Count;
        postIndex++;
        var firstDay = post.FirstDay;
        int? firstDayRow = null;
        var years = new Dictionary<int, (int First, int Last)>();
        var starts = new List<int>();
        foreach (var period in periods)
        {
            marks = context.MarksOn(post, period.From.Year);
            int start = rows.Count, year = period.From.Year;
            starts.Add(start);
            if (period.Bucket is Bucket.Year or Bucket.After && period.From == firstDay)
                firstDayRow = start;
            if (period.Lines.Count == 0)
                AddRow(post, period, null, start, first);
            foreach (var line in period.Lines)
                AddRow(post, period, line, start, first);
            if (period.Bucket == Bucket.Year)
                years[year] = (years.TryGetValue(year, out var before) ? before.First : start, rows.Count - 1);
            OfPeriod(period, start);
        }
        starts.Add(rows.Count);
        foreach (var year in periods.Index().Where(period => period.Item.Bucket is Bucket.Year or Bucket.After)
            .GroupBy(period => period.Item.From.Year))
        {
            marks = context.MarksOn(post, year.Key);
            OfYear(
                [.. year.Select(period => period.Item)], [.. year.Select(period => starts[period.Index]), starts[year.Last().Index + 1]]);
        }
        if (inputs is null)
            foreach (var end in Ends)
                LackDays(end, periods, starts, firstDayRow);
        return new(first, rows.Count - 1, firstDayRow, years);
    }

    // What begins after the last day that a fact can name is shown on that day.
    private static ReportCell DayOf(LocalDate day) =>
        ReportCell.Of((PartialDate)LocalDate.Min(day, new LocalDate(PartialDate.LastYear, 12, 31)));

    private void AddRow(PostFunding post, SchedulePeriod period, ScheduleLine? line, int start, int firstOfPost)
    {
        var texts = context.Texts;
        int row = rows.Count;
        rows.Add(new());
        rateIsChosen = false;
        Put(row, Names.Post, ReportCell.Of(post.Label));
        Put(row, Names.Year, period.Bucket switch
        {
            Bucket.Before => ReportCell.Of(texts.BeforeYears),
            Bucket.After => ReportCell.Of(texts.AfterYears),
            Bucket.Outside => ReportCell.Of(texts.OutsidePost),
            _ => new ReportCell.Year(period.From.Year),
        });
        Put(row, From, DayOf(period.From));
        Put(row, "until", period.Until is { } last ? DayOf(last) : ReportCell.Of(texts.Open));
        Put(row, Thirtieths, period.Thirtieths is { } weight ? new ReportCell.Count(weight) : ReportCell.None);
        bool costMatters = period.Bucket is Bucket.Year or Bucket.After;
        ReportCell cost = !costMatters ? ReportCell.None : period.Cost is { } cents
            ? new ReportCell.Amount(Euros.FromCents(cents)) { Marks = marks } : ReportCell.Nothing;
        if (inputs is null)
            Put(row, Cost, cost);
        else
        {
            Put(row, Basis, cost);
            if (cost is ReportCell.Amount)
                Work(row, Cost, Drifted(row, period.Bucket, period.From.Year));
            else
                Put(row, Cost, cost);
        }
        foreach (string key in onceAPeriod)
            Put(row, key, ReportCell.None);
        Put(row, Number, line is null ? ReportCell.None : new ReportCell.Count(line.Commitment + 1));
        Put(row, Rule, ReportCell.Of(line is null ? texts.NoMoney : texts.RuleOf(line.Rule)));
        if (line is null)
            Nothing(row, period);
        else
            Promise(row, start, firstOfPost, period, line);
        if (inputs is not null && period.Thirtieths is not null)
            Work(row, Weighted, Cell(row, Covered) * Cell(row, Thirtieths));
        else
            Put(row, Weighted, ReportCell.None);
    }

    // A cost of nothing counts as paid in full, whatever the money.
    private void Nothing(int row, SchedulePeriod period)
    {
        foreach (string key in new[] { Kept, Terms, Cap, Rate, Money, Rounded })
            Put(row, key, ReportCell.None);
        Parts(row, period.Cost == 0 ? 1 : 0);
    }

    private void Promise(int row, int start, int firstOfPost, SchedulePeriod period, ScheduleLine line)
    {
        bool sum = line.Rule == PaymentRule.Sum;
        if (line.Rule == PaymentRule.Unknown)
            Put(row, Terms, ReportCell.Nothing);
        else if (readingRow is not null && line.Terms is { } read)
            Work(row, Terms, Read(row, readingRow(postIndex, read)));
        else if (readingRow is not null)
            // What the reading does not know pays nothing: the checks then find it.
            Put(row, Terms, new ReportCell.Count(0));
        else
        {
            var rate = new Exact(line.Rate.Numerator, line.Rate.Denominator);
            Put(row, Terms, new ReportCell.Number(sum ? rate / Exact.Of(100) : rate));
        }
        Put(row, Cap, line.Cap is { } cap ? new ReportCell.Amount(cap) : ReportCell.None);
        Expression terms = Cell(row, Terms);
        if (inputs is not null && line.Rule != PaymentRule.Unknown)
        {
            var kept = inputs.Kept(line.Commitment, period.Bucket == Bucket.Year ? period.From.Year : 0);
            if (kept is Expression.Number)
                Put(row, Kept, new ReportCell.Count(1));
            else
                Work(row, Kept, kept);
            terms = Cell(row, Terms) * Cell(row, Kept);
        }
        else
            Put(row, Kept, ReportCell.None);
        Expression AtMost(Expression amount) => line.Cap is null ? amount : Least(Cell(row, Cap), amount);
        Expression cost = Cell(row, Cost);
        bool known = period.Cost is not null, capped = line.Cap is not null, onDays = period.Bucket is Bucket.Year or Bucket.After;

        if (line.Rate.Numerator.IsZero || line.Cap == Euros.Zero)
        {
            // The rate is nothing, however little else is known.
            Put(row, Rate, new ReportCell.Count(0));
            Parts(row, period.Cost == 0 && row == start ? 1 : 0);
            MoneyOf(row, firstOfPost, period, sum);
            return;
        }
        switch (line.Rule)
        {
            case PaymentRule.Sum:
                RateOf(row, line.Sure ? AtMost(terms) : unknown);
                PartOf(row, Covered, line.Sure && known ? AtMost(terms) / cost : 0);
                PartOf(row, Possible, known ? AtMost(terms) / cost : Unbounded(terms));
                break;
            case PaymentRule.ShareOfCost:
                RateOf(row, period.Cost == 0 ? 0 : known && line.Sure ? AtMost(cost * terms) : unknown);
                PartOf(row, Covered, !line.Sure || (capped && !known) ? 0 : capped ? AtMost(cost * terms) / cost : terms);
                PartOf(row, Possible, capped && known ? AtMost(cost * terms) / cost : terms);
                break;
            case PaymentRule.ShareOfRemainder or PaymentRule.Balance:
                Rest(row, start, period, line, terms, AtMost);
                break;
            default:
                Put(row, Rate, ReportCell.Nothing);
                PartOf(row, Covered, 0);
                PartOf(row, Possible, capped && known ? Cell(row, Cap) / cost : unbounded);
                break;
        }
        MoneyOf(row, firstOfPost, period, sum);

        // The part of a cost of zero is the whole, since a cost of nothing counts as paid.
        void PartOf(int row, string column, Expression part)
        {
            // Before the years shown, and on days without the post, only the money of sums is shown.
            if (column == Possible && (!isRange || !onDays))
                return;
            if (period.Cost == 0 || part is Expression.Number)
                Put(row, column, new ReportCell.Count(period.Cost == 0 && row == start ? 1 : 0));
            else
                Work(row, column, part);
        }
    }

    // Nothing kept is nothing paid, even of what is not known.
    private Expression Unbounded(Expression terms) => inputs is null ? unbounded : If(Is(terms, 0), 0, unbounded);

    // What has been amended, withdrawn or has ended is not in force: the reading counts the days.
    private Expression Read(int row, int reading)
    {
        Expression In(string column) => new Expression.At(Names.Reading, reading, column);
        return grid[Names.Reading, reading, ReadingSheet.InForce].Text is not null
            ? In(ReadingSheet.Rate)
            : If(Above(In(ReadingSheet.InForce), Cell(row, From) - In(ReadingSheet.From)), In(ReadingSheet.Rate), 0);
    }

    private void Parts(int row, int part)
    {
        Put(row, Covered, new ReportCell.Count(part));
        if (isRange)
            Put(row, Possible, new ReportCell.Count(part));
    }

    private void Rest(int row, int start, SchedulePeriod period, ScheduleLine line, Expression terms, Func<Expression, Expression> atMost)
    {
        // All parts of the remainder take from the same rest; the balance takes what they leave.
        int above = start + (line.Rule == PaymentRule.Balance
            ? row - start
            : period.Lines.Count(other => other.Rule is not (PaymentRule.ShareOfRemainder or PaymentRule.Balance)));
        bool any = above > start, capped = line.Cap is not null, known = period.Cost is not null;
        Expression part = inputs is null ? terms : Least(1, terms), cost = Cell(row, Cost);
        Expression Of(Expression left) => capped && known ? atMost(left * cost * part) / cost : left * part;
        Expression Left(string column) => any ? Greatest(0, 1 - Sum(Run(column, start, above - 1))) : 1;
        if (period.Cost == 0)
        {
            RateOf(row, 0);
            Parts(row, row == start ? 1 : 0);
            return;
        }
        if (!line.Sure || (capped && !known))
            Put(row, Covered, new ReportCell.Count(0));
        else
            Work(row, Covered, Of(Left(Covered)));
        if (!isRange)
        {
            RateOf(row, cost * Cell(row, Covered));
            return;
        }
        Expression possible = Of(Left(Possible));
        // Beside money without an upper bound, nothing is left at the high end.
        Work(row, Possible, any ? If(Above(Count(Run(Possible, start, above - 1), unbounded), 0), 0, possible) : possible);
        // The rate is known where both ends of the range give the same; of what is not sure, or over an unknown cost, only where nothing
        // is left.
        if (!line.Sure || !known)
            RateOf(row, any ? If(Whole(Sum(Run(Covered, start, above - 1))), 0, unknown) : unknown);
        else
            RateOf(
                row, If(Is(new Expression.Rounded(Cell(row, Covered) - Cell(row, Possible), 12), 0), cost * Cell(row, Covered), unknown));
    }

    private void RateOf(int row, Expression rate)
    {
        // Nothing kept is nothing paid, even of what is not known.
        if (inputs is not null && rate is (Expression.Word or Expression.Choice))
            rate = If(Is(Cell(row, Kept), 0), 0, rate);
        rateIsChosen = rate is Expression.Choice;
        if (rate is Expression.Word)
            Put(row, Rate, ReportCell.Nothing);
        else if (rate is Expression.Number)
            Put(row, Rate, new ReportCell.Count(0));
        else
            Work(row, Rate, rate);
    }

    private void MoneyOf(int row, int firstOfPost, SchedulePeriod period, bool sum)
    {
        // The 31st alone weighs nothing, and makes nothing unknown.
        if (period.Thirtieths is not > 0)
        {
            Put(row, Money, ReportCell.None);
            Put(row, Rounded, ReportCell.None);
            return;
        }
        Expression spread = Cell(row, Rate) * Cell(row, Thirtieths) / 360;
        if (rows[row][Rate] is ReportCell.Unknown)
            Put(row, Money, ReportCell.Nothing);
        else
            Work(row, Money, !rateIsChosen ? spread : If(Is(Cell(row, Rate), unknown), unknown, spread));
        if (!sum)
            Put(row, Rounded, ReportCell.None);
        else if (grid[table, row, Money].Text is not null)
            Put(row, Rounded, ReportCell.Nothing);
        else
        {
            // The rounded total up to the end of the period, less what earlier rows have written.
            Expression To(int last) => new Expression.SumWhere(Run(Money, firstOfPost, last),
                [new(Run(Number, firstOfPost, last), Cell(row, Number)), new(Run(Rule, firstOfPost, last), Cell(row, Rule))]);
            Work(row, Rounded, row == firstOfPost ? ToCents(Cell(row, Money)) : Cents(ToCents(To(row)) - ToCents(To(row - 1))));
        }
    }

    /// <summary>What is said once a period, on its first row.</summary>
    private void OfPeriod(SchedulePeriod period, int start)
    {
        if (period.Bucket is not (Bucket.Year or Bucket.After) || period.Thirtieths is not > 0)
            return;
        Put(start, Days, new ReportCell.Count(period.Thirtieths.Value));
        if (inputs is not null && period.Cost is not null)
            Work(start, PeriodCost, Cell(start, Cost) * Cell(start, Thirtieths) / 360);
        else if (period.Cost is null)
            Put(start, PeriodCost, ReportCell.Nothing);
    }

    /// <summary>
    /// What lacks and what is too much on the days of a budget year, and its gap once sums that run through all of it have
    /// paid in one month with what they have too much in another.
    /// </summary>
    /// <param name="periods">Those of the year.</param>
    /// <param name="starts">Their first rows, and the first after them.</param>
    private void OfYear(SchedulePeriod[] periods, int[] starts)
    {
        // After the years shown, days on which nothing changes may run through many years.
        if (periods[^1].Until is not { } last || last.Year > periods[0].From.Year || periods.All(period => period.Thirtieths == 0))
            return;
        int first = starts[0], end = starts[^1] - 1;
        // The commitments that are only possible on one of their days of the year: their money is not sure in it.
        var possible = periods.SelectMany(period => period.Lines).Where(line => !line.Sure).Select(line => line.Commitment).ToHashSet();
        foreach (var (p, period) in periods.Index().Where(period => period.Item.Thirtieths > 0))
        {
            foreach (var (l, line) in period.Lines.Index().Where(line => line.Item.Rule == PaymentRule.Sum))
            {
                int row = starts[p] + l;
                Expression through = new Expression.SumWhere(Run(Thirtieths, first, end),
                    [new(Run(Number, first, end), Cell(row, Number)), new(Run(Rule, first, end), Cell(row, Rule))]);
                Work(row, AtBest.Movable, If(AtLeast(through, Sum(Run(Days, first, end))), Yearly(row, line), 0));
                if (possible.Contains(line.Commitment))
                    Put(row, Surely.Movable, new ReportCell.Count(0));
                else if (isRange)
                    Work(row, Surely.Movable, Cell(row, Possibly.Movable));
            }
            foreach (var one in Ends)
                OfEnd(one, period, starts[p], starts[p + 1] - 1);
        }
        foreach (var ends in Ends)
        {
            Expression lack = Sum(Run(ends.Lack, first, end)), gap = lack - Least(lack, Sum(Run(ends.Moved, first, end)));
            // Rounding first, so that a subtraction leaves no billionth of a cent: something lacks, or nothing does.
            Work(first, ends.YearGap, If(Above(Count(Run(ends.Lack, first, end), unknown), 0), unknown,
                If(Is(new Expression.Rounded(gap / (1 + lack), 12), 0), 0, gap)));
        }
    }

    private void OfEnd(PeriodColumns end, SchedulePeriod period, int start, int last)
    {
        Expression part = Sum(Run(end.Part, start, last)), cost = Cell(start, Cost), days = Cell(start, Thirtieths);
        bool costKnown = period.Cost is not null;
        Condition endless = Above(Count(Run(end.Part, start, last), unbounded), 0), whole = Whole(part);
        Condition enough = Is(new Expression.Rounded(Greatest(0, part - 1), 12), 0);
        bool mayBeEndless = end == Possibly
            && period.Lines.Any(line => line.Rule == PaymentRule.Unknown || (line.Rule == PaymentRule.Sum && !costKnown));
        Expression Unless(Expression value, Expression otherwise) => mayBeEndless ? If(endless, otherwise, value) : value;
        Expression moved = Sum(Run(end.Movable, start, last)) * days / 360;
        Work(start, end.Lack, Unless(If(whole, 0, costKnown ? (1 - part) * cost * days / 360 : unknown), 0));
        if (period.Cost == 0)
        {
            // A cost of nothing counts as paid in full: all that is paid beside is too much.
            bool without = end == Possibly && period.Lines.Any(line => line.Rule == PaymentRule.Unknown && line.Cap is null);
            Expression paid = PaidBeside(end, period, start) * days / 360;
            Work(start, end.Excess, without ? unknown : paid);
            Work(start, end.Moved, without ? moved : Least(moved, paid));
            return;
        }
        Work(start, end.Excess, Unless(If(enough, 0, costKnown ? (part - 1) * cost * days / 360 : unknown), unknown));
        Expression tooMuch = If(Is(Cell(start, end.Excess), unknown), 0, Cell(start, end.Excess));
        Work(start, end.Moved, Unless(Least(moved, costKnown ? Cell(start, end.Excess) : tooMuch), moved));
    }

    private Expression PaidBeside(PeriodColumns end, SchedulePeriod period, int start) => period.Lines.Index()
        .Where(line => line.Item.Rule is PaymentRule.Sum or PaymentRule.Unknown
            && (end == Possibly || line.Item is { Sure: true, Rule: PaymentRule.Sum }))
        .Select(line => line.Item.Rule == PaymentRule.Sum ? Yearly(start + line.Index, line.Item) : Cell(start + line.Index, Cap))
        .Aggregate((Expression)0, (sum, paid) => sum + paid);

    /// <summary>What a sum pays a year, sure or not.</summary>
    private Expression Yearly(int row, ScheduleLine line)
    {
        Expression yearly = rows[row][Kept] is ReportCell.NotApplicable ? Cell(row, Terms) : Cell(row, Terms) * Cell(row, Kept);
        return line.Cap is null ? yearly : Least(Cell(row, Cap), yearly);
    }

    /// <summary>
    /// The marks of the funded run, from 1 on. They are worked out from the last period to the first, because a gap that weighs nothing
    /// ends a run only where the next day is a gap too, or where no other day follows and none was funded.
    /// </summary>
    private void LackDays(PeriodColumns end, IReadOnlyList<SchedulePeriod> periods, List<int> starts, int? firstDay)
    {
        int? next = null;
        for (int p = periods.Count - 1; p >= 0; p--)
        {
            if (firstDay is not { } first || periods[p].Bucket is not (Bucket.Year or Bucket.After) || starts[p] < first)
                continue;
            int start = starts[p], last = starts[p + 1] - 1;
            Expression day = Cell(start, From) - Cell(first, From) + 1;
            if (periods[p].Thirtieths == 0 && next is not null)
                day = If(Is(Cell(next.Value, end.LackDay), nothing), nothing, day);
            else if (periods[p].Thirtieths == 0 && start != first)
                day = nothing;
            Expression enough = If(Whole(Sum(Run(end.Part, start, last))), nothing, day);
            if (end == Possibly)
                enough = If(Above(Count(Run(end.Part, start, last), unbounded), 0), nothing, enough);
            // A budget year that lacks nothing in all is funded on each of its days.
            int year = FirstOfYear(periods, starts, p);
            if (rows[year][end.YearGap] is not ReportCell.NotApplicable)
                enough = If(Is(Cell(year, end.YearGap), 0), nothing, enough);
            Work(start, end.LackDay, enough);
            next = start;
        }
    }

    private static int FirstOfYear(IReadOnlyList<SchedulePeriod> periods, List<int> starts, int p)
    {
        while (p > 0 && periods[p - 1].Bucket is Bucket.Year or Bucket.After && periods[p - 1].From.Year == periods[p].From.Year)
            p--;
        return starts[p];
    }

    private Expression Drifted(int row, Bucket bucket, int year)
    {
        Expression cost = Cell(row, Basis);
        if (bucket == Bucket.Year)
            for (int y = context.AsOf.Year; y <= year; y++)
                cost = ToCents(cost * (1 + inputs!.Drift(y)));
        return cost;
    }

    private void Put(int row, string column, ReportCell cell) => rows[row][column] = grid.Put(table, row, column, cell);

    private void Work(int row, string column, Expression expression) =>
        rows[row][column] = grid.Work(table, row, column, expression, IsMarked(column) ? marks : Marks.None);

    private static bool IsMarked(string column) =>
        column is Rate or Money or Rounded or PeriodCost or Cost || Surely.OfPeriods.Contains(column)
            || Possibly.OfPeriods.Contains(column);

    private ImmutableArray<ReportColumn> ColumnsOf()
    {
        var texts = context.Texts;
        var columns = ImmutableArray.CreateBuilder<ReportColumn>();
        void Column(string key, string header, ColumnKind kind, int width) => columns.Add(new(key, header, kind, width));
        Column(Names.Post, texts.Post, ColumnKind.Text, 16);
        Column(Names.Year, texts.Year, ColumnKind.Year, 8);
        Column(From, texts.From, ColumnKind.Day, 11);
        Column("until", texts.Until, ColumnKind.Day, 11);
        Column(Thirtieths, texts.Thirtieths, ColumnKind.Count, 10);
        Column(Number, texts.CommitmentNumber, ColumnKind.Count, 10);
        Column(Rule, texts.RuleHeader, ColumnKind.Text, 12);
        if (inputs is not null)
        {
            Column(Basis, texts.CostToday, ColumnKind.Amount, 13);
            Column(Cost, texts.CostSimulated, ColumnKind.Amount, 13);
            Column(Kept, texts.KeptPart, ColumnKind.Number, 10);
        }
        else
            Column(Cost, texts.AnnualCost, ColumnKind.Amount, 13);
        Column(Terms, texts.TermsValue, ColumnKind.Number, 12);
        Column(Cap, texts.Ceiling, ColumnKind.Amount, 12);
        Column(Rate, texts.YearlyRate, ColumnKind.Number, 12);
        Column(Covered, texts.CoveredPart, ColumnKind.Number, 11);
        Column(Money, texts.ExactMoney, ColumnKind.Number, 13);
        Column(Rounded, texts.RoundedMoney, ColumnKind.Amount, 12);
        Column(Days, texts.DaysCounted, ColumnKind.Count, 10);
        foreach (var end in Ends)
        {
            bool surely = end == Surely;
            if (!surely)
                Column(Possible, texts.PossiblePart, ColumnKind.Number, 11);
            Column(end.Movable, texts.Movable(surely), ColumnKind.Number, 12);
            Column(end.Lack, texts.ExactGap(surely), ColumnKind.Number, 12);
            Column(end.Excess, texts.ExactExcess(surely), ColumnKind.Number, 12);
            Column(end.Moved, texts.ExactMoved(surely), ColumnKind.Number, 12);
            Column(end.YearGap, texts.YearGap(surely), ColumnKind.Number, 12);
            if (inputs is null)
                Column(end.LackDay, texts.LackDay(surely), ColumnKind.Count, 9);
        }
        if (inputs is not null)
        {
            Column(PeriodCost, texts.PeriodCost, ColumnKind.Number, 12);
            Column(Weighted, texts.Weighted, ColumnKind.Number, 12);
        }
        return columns.ToImmutable();
    }

    /// <summary>The cells of a row, each in the place of its column: there are thousands of rows.</summary>
    private sealed class Row
    {
        private static readonly Dictionary<string, int> places = ((string[])
        [
            Names.Post, Names.Year, From, "until", Thirtieths, Number, Rule, Basis, Cost, Kept, Terms, Cap, Rate, Covered, Money, Rounded,
                Days, Possible,
            Surely.Movable, .. Surely.OfPeriods, Possibly.Movable, .. Possibly.OfPeriods, PeriodCost, Weighted,
        ]).Index().ToDictionary(column => column.Item, column => column.Index, StringComparer.Ordinal);

        private readonly ReportCell?[] cells = new ReportCell?[places.Count];

        internal ReportCell this[string column]
        {
            get => cells[places[column]] ?? throw new InvalidOperationException($"{column} is used before it is known.");
            set => cells[places[column]] = value;
        }
    }
}
