using System.Collections.Immutable;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Sheets.Schedule;
using FundingReports.Reports.Schedules;
using FundingReports.Scenarios;
using static FundingReports.Reports.Formulas.FormulaParts;

namespace FundingReports.Reports.Sheets.Simulation;

/// <summary>
/// Simulation: yellow cells drive the schedule of every post, and so funding, gap and coverage, in the spreadsheet alone. Its figures are
/// those of scenarios that scale a funder's money, or raise the cost, from 1 January of a year: rounded post by post as the analysis is.
/// </summary>
internal sealed class SimulationSheet
{
    // A formula holds one condition inside another for each year, and a sheet has rows for each post.
    private const int MostYears = 12, MostPosts = 300;
    private const string Drift = "drift", Coverage = "coverage", Unchanged = "unchanged";

    private readonly ReportContext context;
    private readonly FunderGroups groups;
    private readonly int first;
    private readonly int years;
    private readonly ImmutableArray<ReportColumn> columns;
    private readonly List<Dictionary<string, ReportCell>> rows = [];
    private readonly Expression unknown;

    private SimulationSheet(ReportContext context, FunderGroups groups)
    {
        this.context = context;
        this.groups = groups;
        // What is past is not tried out.
        first = context.AsOf.Year;
        years = context.Analysis.Totals.Years.Count(year => year.Year >= first);
        unknown = new Expression.Word(context.Texts.Signs.Unknown);
        columns = Columns();
    }

    /// <summary>The sheet, and the one that its figures are worked out on; none where no money is agreed.</summary>
    internal static (ReportSheet Sheet, ReportSheet Workings)? Build(ReportContext context)
    {
        var analysis = context.Analysis;
        var groups = new FunderGroups(context);
        if (groups.Names.Count == 0 || analysis.Totals.Years.Length is 0 or > MostYears || analysis.Posts.Length > MostPosts)
            return null;
        return new SimulationSheet(context, groups).Build();
    }

    private (ReportSheet, ReportSheet)? Build()
    {
        var texts = context.Texts;
        for (int y = 0; y < years; y++)
            Inputs(y);
        var (workings, places) = Workings();
        // Every post has ended: there is nothing left to try out.
        if (workings.Count == 0)
            return null;
        for (int p = 0; p < places.Count; p++)
            foreach (var (year, run) in places[p].Years.OrderBy(year => year.Key))
                PostYear(context.Analysis.Posts[p], year, run, workings);
        for (int y = 0; y < years; y++)
            AllPosts(y, workings);
        var table = new ReportTable(Names.Simulation, columns, [.. rows.Select(
            (row, r) => new ReportRow([.. columns.Select(column => row[column.Key])], r < years ? RowRole.Subtotal : RowRole.Line))]);
        bool costKnown = Enumerable.Range(0, years).All(y => context.Grid[Names.Simulation, y, Names.Cost].Text is null);
        bool moneyKnown = Enumerable.Range(0, years).Any(y => context.Grid[Names.Simulation, y, Names.Agreed].Text is null);
        ReportChart chart = moneyKnown && costKnown
            ? new(texts.SimulationChart, texts.SimulationChartInWords, Names.Simulation, 0, years - 1, Names.Year,
                [new(Names.Agreed, ChartMark.Stacked), new(Names.Gap, ChartMark.Stacked, Tone.Bad), new(Names.Cost, ChartMark.Line)], 15)
            : new(texts.SimulationCoverageChart, texts.SimulationCoverageChartInWords, Names.Simulation, 0, years - 1, Names.Year,
                [new(Coverage, ChartMark.Stacked)], 15);
        return (
            new(texts.SimulationSheet, texts.SimulationTitle,
            [
                new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.SimulationNote, ParagraphRole.Note),
                new ReportParagraph(texts.Legend, ParagraphRole.Note),
                chart,
                table,
            ]) { FitsText = true },
            new(texts.WorkingsSheet, texts.WorkingsTitle,
            [
                new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.WorkingsNote, ParagraphRole.Note),
                new ReportTable(Names.Workings, workings.Columns, workings.Rows),
            ]) { FitsText = true });
    }

    private static string KeptBy(int group) => $"kept{group}";

    private static string RenewedBy(int group) => $"renewed{group}";

    private ImmutableArray<ReportColumn> Columns()
    {
        var texts = context.Texts;
        return
        [
            new(Names.Year, texts.Year, ColumnKind.Year, 9),
            new(Names.Post, texts.Post, ColumnKind.Text, 20),
            new(Drift, texts.DriftInput, ColumnKind.Rate, 12),
            .. groups.Names.SelectMany((name, g) => new ReportColumn[]
            {
                new(KeptBy(g), texts.KeptInput(name), ColumnKind.Rate, 14) { Group = name, ShortHeader = texts.Kept },
                new(RenewedBy(g), texts.RenewedInput(name), ColumnKind.Rate, 14) { Group = name, ShortHeader = texts.Renewed },
            }),
            new(Names.Cost, texts.Cost, ColumnKind.Amount, 13),
            new(Names.Agreed, texts.SimulatedFunding, ColumnKind.Amount, 14),
            new(Names.Gap, texts.SimulatedGap, ColumnKind.Amount, 14),
            new(Coverage, texts.SimulatedCoverage, ColumnKind.Rate, 14),
            new(Unchanged, texts.UnchangedGap, ColumnKind.Amount, 14),
        ];
    }

    private void Inputs(int y)
    {
        rows.Add([]);
        Put(y, Names.Year, new ReportCell.Year(first + y));
        Put(y, Names.Post, ReportCell.Of(context.Texts.AllPosts));
        Put(y, Drift, Input(0));
        for (int g = 0; g < groups.Names.Count; g++)
        {
            Put(y, KeptBy(g), Input(1_000_000));
            Put(y, RenewedBy(g), Input(0));
        }
    }

    private static ReportCell.Rate Input(long millionths) => new(new CoverageRate(millionths)) { IsInput = true };

    private (ScheduleRows Rows, List<SchedulePlace> Places) Workings()
    {
        var renewed = Renewed();
        var portfolio = renewed.Portfolio;
        var reading = new AgreementReading(portfolio, context.AsOf);
        int own = context.Analysis.Portfolio.Commitments.Length;
        var inputs = new ScheduleInputs(
            (commitment, year) => year < first ? 1
                : new Expression.At(
                    Names.Simulation, year - first, commitment < own ? KeptBy(GroupOf(commitment)) : RenewedBy(GroupOf(commitment))),
            year => new Expression.At(Names.Simulation, year - first, Drift));
        int GroupOf(int commitment) => groups.Of(portfolio.Commitments[commitment].Funder);
        LocalDateRange shown = LocalDateRange.Years(first, renewed.Through.Year);
        var schedules = renewed.Posts.Select(post =>
            SchedulePeriods.Of(post.Post, post.Ledger(FundingView.Agreed), context.AsOf, shown, reading.Of(post.Post))).ToList();
        var workings = new ScheduleRows(context, Names.Workings, inputs, schedules);
        return (workings, [.. context.Analysis.Posts.Select((post, p) => workings.Add(post, schedules[p]))]);
    }

    /// <summary>The answers with each promise renewed, from the as-of year on: its ledgers say who would pay what.</summary>
    private FundingAnalysis Renewed()
    {
        FundingAnalysis From(Portfolio portfolio) => portfolio.Analyze(context.AsOf, context.Analysis.Through);
        try
        {
            return From(Renewals.Of(context.Analysis));
        }
        catch (Exception refused) when (refused is PortfolioException or OverflowException)
        {
            // Two balances, or sums too large: the simulation then has nothing to renew.
            return From(context.Analysis.Portfolio);
        }
    }

    private void PostYear(PostFunding post, int year, (int First, int Last) run, ScheduleRows workings)
    {
        int row = rows.Count;
        rows.Add([]);
        var marks = context.MarksOf(post, post.Years[year - post.Years[0].Year]);
        Put(row, Names.Year, new ReportCell.Year(year));
        Put(row, Names.Post, ReportCell.Of(post.Label));
        foreach (var column in columns.Where(column => column.Key == Drift || column.Key.StartsWith("kept", StringComparison.Ordinal)
            || column.Key.StartsWith("renewed", StringComparison.Ordinal)))
            Put(row, column.Key, ReportCell.None);
        TableRun In(string column) => workings.Run(column, run.First, run.Last);
        Expression Known(Expression sum, string column) => If(Above(Count(In(column), unknown), 0), unknown, sum);
        Expression parts = new[] { PaymentRule.ShareOfCost, PaymentRule.ShareOfRemainder, PaymentRule.Balance }
            .Select(rule => (Expression)new Expression.SumWhere(
                In(ScheduleRows.Money), [new(In(ScheduleRows.Rule), new Expression.Word(context.Texts.RuleOf(rule)))]))
            .Aggregate((sum, part) => sum + part);
        Work(row, Names.Cost, Known(ToCents(Sum(In(ScheduleRows.PeriodCost))), ScheduleRows.PeriodCost), marks);
        Work(row, Names.Agreed, Known(Cents(Sum(In(ScheduleRows.Rounded))) + ToCents(parts), ScheduleRows.Money), marks);
        Work(row, Names.Gap, workings.Gap(run.First, run.Last), marks);
        Expression days = Sum(In(ScheduleRows.Days));
        Work(row, Coverage,
            If(Above(days, 0), Sum(In(ScheduleRows.Weighted)) / days, new Expression.Word(context.Texts.Signs.NotApplicable)), marks);
        Work(row, Unchanged, new Expression.At(Names.Detail, context.PlanRows[(post.Id, year)], Names.Gap), marks);
    }

    private void AllPosts(int y, ScheduleRows workings)
    {
        var marks = context.Analysis.Posts.Aggregate(
            Marks.None, (all, post) => all | context.MarksOf(post, post.Years[first + y - post.Years[0].Year]));
        Expression year = new Expression.At(Names.Simulation, y, Names.Year);
        bool any = rows.Count > years;
        TableRun Run(string column) => new(Names.Simulation, column, years, rows.Count - 1);
        foreach (string column in new[] { Names.Cost, Names.Agreed, Names.Gap, Unchanged })
            if (any)
                Work(y, column, If(Above(new Expression.CountWhere([new(Run(Names.Year), year), new(Run(column), unknown)]), 0), unknown,
                    Cents(new Expression.SumWhere(Run(column), [new(Run(Names.Year), year)]))), marks);
            else
                Put(y, column, ReportCell.None);
        if (!any)
        {
            Put(y, Coverage, ReportCell.None);
            return;
        }
        Expression Of(string column) => new Expression.SumWhere(
            workings.Run(column, 0, workings.Count - 1), [new(workings.Run(Names.Year, 0, workings.Count - 1), year)]);
        Work(y, Coverage, If(Above(Of(ScheduleRows.Days), 0), Of(ScheduleRows.Weighted) / Of(ScheduleRows.Days),
            new Expression.Word(context.Texts.Signs.NotApplicable)), marks);
    }

    private void Put(int row, string column, ReportCell cell) => rows[row][column] = context.Grid.Put(Names.Simulation, row, column, cell);

    private void Work(int row, string column, Expression expression, Marks marks) =>
        rows[row][column] = context.Grid.Work(Names.Simulation, row, column, expression, marks);
}
