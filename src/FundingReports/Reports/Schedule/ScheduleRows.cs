using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Schedules;
using static FundingReports.Reports.Make;

namespace FundingReports.Reports;

/// <summary>What a reader may change: by how much, from when.</summary>
/// <param name="Kept">The part of a commitment's money that is kept in a year.</param>
/// <param name="Drift">By how much the cost rises on the first day of a year.</param>
internal sealed record ScheduleInputs(Func<int, int, Expression> Kept, Func<int, Expression> Drift);

/// <summary>Where the rows of a post are.</summary>
/// <param name="First">Its first row.</param>
/// <param name="Last">Its last row.</param>
/// <param name="FirstDay">The row that begins on its first day; null where it has ended.</param>
/// <param name="Years">The rows of each budget year in which it is active.</param>
internal sealed record SchedulePlace(int First, int Last, int? FirstDay, IReadOnlyDictionary<int, (int First, int Last)> Years);

/// <summary>Periods → rows with formulas: the rate of each promise, the part it covers, its money, and what is lacking.</summary>
internal sealed class ScheduleRows
{
    internal const string From = "from", Thirtieths = "thirtieths", Number = "number", Rule = "rule", Kept = "kept", Basis = "basis", Cost = "cost", Terms = "terms", Cap = "cap",
        Rate = "rate", Covered = "covered", Money = "money", Rounded = "rounded", Lack = "lack", LackDay = "lackDay", PeriodCost = "periodCost", Days = "days", Weighted = "weighted";

    private readonly ReportContext context;
    private readonly Grid grid;
    private readonly string table;
    private readonly ScheduleInputs? inputs;
    private readonly List<Dictionary<string, ReportCell>> rows = [];
    private readonly Expression unknown, nothing;
    private Marks marks;

    internal ScheduleRows(ReportContext context, string table, ScheduleInputs? inputs)
    {
        this.context = context;
        grid = context.Grid;
        this.table = table;
        this.inputs = inputs;
        unknown = new Expression.Word(context.Texts.Signs.Unknown);
        nothing = new Expression.Word(context.Texts.Signs.NotApplicable);
        Columns = ColumnsOf();
    }

    internal ImmutableArray<ReportColumn> Columns { get; }

    internal int Count => rows.Count;

    internal ImmutableArray<ReportRow> Rows => [.. rows.Select(row => new ReportRow([.. Columns.Select(column => row[column.Key])]))];

    internal TableRun Run(string column, int first, int last) => new(table, column, first, last);

    internal Expression Cell(int row, string column) => new Expression.At(table, row, column);

    /// <summary>Adds the rows of a post.</summary>
    internal SchedulePlace Add(PostFunding post, IReadOnlyList<SchedulePeriod> periods)
    {
        int first = rows.Count;
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
        if (inputs is null)
            LackDays(periods, starts, firstDayRow);
        return new(first, rows.Count - 1, firstDayRow, years);
    }

    private void AddRow(PostFunding post, SchedulePeriod period, ScheduleLine? line, int start, int firstOfPost)
    {
        var texts = context.Texts;
        int row = rows.Count;
        rows.Add([]);
        Put(row, Names.Post, ReportCell.Of(post.Label));
        Put(row, Names.Year, period.Bucket switch
        {
            Bucket.Before => ReportCell.Of(texts.BeforeYears),
            Bucket.After => ReportCell.Of(texts.AfterYears),
            Bucket.Outside => ReportCell.Of(texts.OutsidePost),
            _ => new ReportCell.Year(period.From.Year),
        });
        Put(row, From, ReportCell.Of((PartialDate)period.From));
        Put(row, "until", period.Until is { } last ? ReportCell.Of((PartialDate)last) : ReportCell.Of(texts.Open));
        Put(row, Thirtieths, period.Thirtieths is { } weight ? new ReportCell.Count(weight) : ReportCell.None);
        bool costMatters = period.Bucket is Bucket.Year or Bucket.After;
        ReportCell cost = !costMatters ? ReportCell.None : period.Cost is { } cents ? new ReportCell.Amount(Euros.FromCents(cents)) { Marks = marks } : ReportCell.Nothing;
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
        foreach (string key in new[] { Lack, PeriodCost, Days, LackDay })
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
        Put(row, Covered, new ReportCell.Count(period.Cost == 0 ? 1 : 0));
    }

    private void Promise(int row, int start, int firstOfPost, SchedulePeriod period, ScheduleLine line)
    {
        bool sum = line.Rule == ScheduleRule.Sum;
        var rate = new Exact((BigInteger)line.Numerator, (BigInteger)line.Denominator);
        Put(row, Terms, line.Rule == ScheduleRule.Unknown ? ReportCell.Nothing : new ReportCell.Number(sum ? rate / Exact.Of(100) : rate));
        Put(row, Cap, line.Cap is { } cap ? new ReportCell.Amount(Euros.FromCents(cap)) : ReportCell.None);
        Expression terms = Cell(row, Terms);
        if (inputs is not null && line.Rule != ScheduleRule.Unknown)
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
        bool known = period.Cost is not null, capped = line.Cap is not null;

        if (line.Numerator == 0 || line.Cap == 0)
        {
            // Known to be nothing, however little else is known.
            Put(row, Rate, new ReportCell.Count(0));
            Put(row, Covered, new ReportCell.Count(period.Cost == 0 && row == start ? 1 : 0));
            MoneyOf(row, firstOfPost, period, sum);
            return;
        }
        switch (line.Rule)
        {
            case ScheduleRule.Sum:
                RateOf(row, line.Sure ? AtMost(terms) : unknown);
                if (line.Sure && period.Cost > 0)
                    Work(row, Covered, Cell(row, Rate) / cost);
                else
                    Put(row, Covered, new ReportCell.Count(0));
                break;
            case ScheduleRule.PartOfCost:
                RateOf(row, period.Cost == 0 ? 0 : known && line.Sure ? AtMost(cost * terms) : unknown);
                if (!line.Sure || (capped && !known))
                    Put(row, Covered, new ReportCell.Count(0));
                else
                    Work(row, Covered, capped && period.Cost > 0 ? Cell(row, Rate) / cost : terms);
                break;
            case ScheduleRule.PartOfRemainder or ScheduleRule.Balance:
                Rest(row, start, period, line, terms, AtMost);
                break;
            default:
                Put(row, Rate, ReportCell.Nothing);
                Put(row, Covered, new ReportCell.Count(0));
                break;
        }
        // Counted once a period: the part of a cost of nothing is the whole.
        if (period.Cost == 0)
            Put(row, Covered, new ReportCell.Count(row == start ? 1 : 0));
        MoneyOf(row, firstOfPost, period, sum);
    }

    private void Rest(int row, int start, SchedulePeriod period, ScheduleLine line, Expression terms, Func<Expression, Expression> atMost)
    {
        // Remainders all take from the same rest.
        int above = start + (line.Rule == ScheduleRule.Balance
            ? row - start
            : period.Lines.Count(other => other.Rule is not (ScheduleRule.PartOfRemainder or ScheduleRule.Balance)));
        bool any = above > start;
        TableRun rates = Run(Rate, start, above - 1), parts = Run(Covered, start, above - 1);
        Expression part = inputs is null ? terms : Least(1, terms), cost = Cell(row, Cost);
        Expression left = any ? Greatest(0, 1 - Sum(parts)) : 1;
        Expression whenNothingIsLeft = any ? If(Whole(Sum(parts)), 0, unknown) : unknown;
        if (period.Cost == 0)
            RateOf(row, 0);
        else if (!line.Sure || period.Cost is null)
            RateOf(row, whenNothingIsLeft);
        else
        {
            Expression rest = atMost((any ? Greatest(0, cost - Sum(rates)) : cost) * part);
            RateOf(row, any ? If(Above(Count(rates, unknown), 0), whenNothingIsLeft, rest) : rest);
        }
        bool capped = line.Cap is not null;
        if (!line.Sure || period.Cost == 0 || (capped && period.Cost is null))
            Put(row, Covered, new ReportCell.Count(0));
        else
            Work(row, Covered, capped ? atMost(left * cost * part) / cost : left * part);
    }

    private void RateOf(int row, Expression rate)
    {
        // Nothing kept is nothing paid, even of what is not known.
        if (inputs is not null && rate is (Expression.Word or Expression.Choice))
            rate = If(Is(Cell(row, Kept), 0), 0, rate);
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
            Work(row, Money, rows[row][Rate] is not ReportCell.Formula { Expression: ReportFormula.Worked { Expression: Expression.Choice } }
                ? spread : If(Is(Cell(row, Rate), unknown), unknown, spread));
        if (!sum)
            Put(row, Rounded, ReportCell.None);
        else if (grid[table, row, Money].Text is not null)
            Put(row, Rounded, ReportCell.Nothing);
        else
        {
            // What the total to its end rounds to, less what was written before.
            Expression To(int last) => new Expression.SumWhere(Run(Money, firstOfPost, last),
                [new(Run(Number, firstOfPost, last), Cell(row, Number)), new(Run(Rule, firstOfPost, last), Cell(row, Rule))]);
            Work(row, Rounded, row == firstOfPost ? ToCents(Cell(row, Money)) : Cents(ToCents(To(row)) - ToCents(To(row - 1))));
        }
    }

    /// <summary>What is said once a period, on its first row.</summary>
    private void OfPeriod(SchedulePeriod period, int start)
    {
        if (period.Bucket != Bucket.Year || period.Thirtieths is not > 0)
            return;
        int last = rows.Count - 1;
        Expression covered = Sum(Run(Covered, start, last)), cost = Cell(start, Cost), days = Cell(start, Thirtieths);
        TableRun rates = Run(Rate, start, last);
        Expression lack = period.Cost is null ? unknown : Greatest(0, cost - Sum(rates)) * days / 360;
        Work(start, Lack, If(Whole(covered), 0, period.Cost is null ? lack : If(Above(Count(rates, unknown), 0), unknown, lack)));
        Put(start, Days, new ReportCell.Count(period.Thirtieths.Value));
        if (inputs is not null && period.Cost is not null)
            Work(start, PeriodCost, cost * days / 360);
        else if (period.Cost is null)
            Put(start, PeriodCost, ReportCell.Nothing);
    }

    /// <summary>From 1 on; from the last period to the first, for a hole that weighs nothing ends a run only where the next day is one too.</summary>
    private void LackDays(IReadOnlyList<SchedulePeriod> periods, List<int> starts, int? firstDay)
    {
        int? next = null;
        for (int p = periods.Count - 1; p >= 0; p--)
        {
            if (firstDay is not { } first || periods[p].Bucket is not (Bucket.Year or Bucket.After) || starts[p] < first)
                continue;
            int start = starts[p], last = p + 1 < starts.Count ? starts[p + 1] - 1 : rows.Count - 1;
            Expression day = Cell(start, From) - Cell(first, From) + 1;
            if (periods[p].Thirtieths == 0)
                day = next is { } after ? If(Is(Cell(after, LackDay), nothing), nothing, day) : nothing;
            Work(start, LackDay, If(Whole(Sum(Run(Covered, start, last))), nothing, day));
            next = start;
        }
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
        rows[row][column] = grid.Work(table, row, column, expression, column is Rate or Money or Rounded or Lack or PeriodCost or Cost ? marks : Marks.None);

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
        Column(Lack, texts.ExactGap, ColumnKind.Number, 12);
        if (inputs is null)
            Column(LackDay, texts.LackDay, ColumnKind.Count, 9);
        else
        {
            Column(PeriodCost, texts.PeriodCost, ColumnKind.Number, 12);
            Column(Days, texts.DaysCounted, ColumnKind.Count, 10);
            Column(Weighted, texts.Weighted, ColumnKind.Number, 12);
        }
        return columns.ToImmutable();
    }
}
