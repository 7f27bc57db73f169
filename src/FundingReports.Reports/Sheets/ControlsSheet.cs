using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Schedules;
using FundingReports.Reports.Sheets.Schedule;
using static FundingReports.Reports.Formulas.FormulaParts;

namespace FundingReports.Reports.Sheets;

/// <summary>Contrôles: what the other sheets say, against what the spreadsheet works out from the schedule.</summary>
internal sealed class ControlsSheet
{
    private const string Check = "check", Thing = "thing", Unit = "unit", Expected = "expected", Found = "found",
        Difference = "difference", Result = "result";

    private readonly ReportContext context;
    private readonly ReadingSheet reading;
    private readonly ScheduleRows schedule;
    private readonly List<ReportRow> rows = [];
    private readonly Expression unknown;
    private readonly HashSet<string> amended;

    private ControlsSheet(ReportContext context, ReadingSheet reading, ScheduleRows schedule)
    {
        this.context = context;
        this.reading = reading;
        this.schedule = schedule;
        unknown = new Expression.Word(context.Texts.Signs.Unknown);
        amended = [.. context.Written.Commitments.Select(commitment => commitment.Amends).OfType<string>()];
    }

    /// <summary>The sheet; null where there is nothing to check.</summary>
    internal static ReportSheet? Build(
        ReportContext context, ReadingSheet reading, ScheduleRows schedule, IReadOnlyList<SchedulePlace> places,
            IReadOnlyList<int> differences)
    {
        var controls = new ControlsSheet(context, reading, schedule);
        var texts = context.Texts;
        for (int p = 0; p < places.Count; p++)
            controls.Post(p, context.Analysis.Posts[p], places[p], differences[p]);
        controls.Ties();
        if (controls.rows.Count == 0)
            return null;
        ImmutableArray<ReportColumn> columns =
        [
            new(Check, texts.Check, ColumnKind.Text, 44),
            new(Thing, texts.CheckedThing, ColumnKind.Text, 30),
            new(Names.Year, texts.Year, ColumnKind.Year, 10),
            new(Unit, texts.Unit, ColumnKind.Text, 9),
            new(Expected, texts.Expected, ColumnKind.Number, 15),
            new(Found, texts.Found, ColumnKind.Number, 15),
            new(Difference, texts.Difference, ColumnKind.Number, 13),
            new(Result, texts.Result, ColumnKind.Text, 13),
        ];
        return new(texts.ControlsSheet, texts.ControlsTitle,
        [
            new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.ControlsNote, ParagraphRole.Note),
            new ReportTable(Names.Controls, columns, [controls.All(), .. controls.rows]),
        ]) { FitsText = true };
    }

    // The first row, so that the answer is seen without turning the page.
    private ReportRow All()
    {
        var texts = context.Texts;
        var bad = Count(new(Names.Controls, Result, 1, rows.Count), new Expression.Word(texts.Wrong));
        return new(
        [
            ReportCell.Of(texts.AllChecks), ReportCell.None, ReportCell.None, ReportCell.Of(texts.DifferenceUnit),
            context.Grid.Put(Names.Controls, 0, Expected, new ReportCell.Count(0) { As = ColumnKind.Count }),
            context.Grid.Work(Names.Controls, 0, Found, bad) with { As = ColumnKind.Count },
            .. Compared(0, ColumnKind.Count),
        ], RowRole.Total);
    }

    private void Post(int index, PostFunding post, SchedulePlace place, int differences)
    {
        var texts = context.Texts;
        foreach (var (year, (first, last)) in place.Years.OrderBy(year => year.Key))
        {
            int plan = context.PlanRows[(post.Id, year)];
            var marks = context.MarksOf(post, post.Years[year - post.Years[0].Year]);
            Expression parts = new[] { PaymentRule.ShareOfCost, PaymentRule.ShareOfRemainder, PaymentRule.Balance }
                .Select(rule => (Expression)new Expression.SumWhere(schedule.Run(ScheduleRows.Money, first, last),
                    [new(schedule.Run(ScheduleRows.Rule, first, last), new Expression.Word(texts.RuleOf(rule)))]))
                .Aggregate((sum, part) => sum + part);
            Add(texts.AgreedCheck, post.Label, year, texts.EuroUnit, ColumnKind.Amount,
                new Expression.At(Names.Detail, plan, Names.Agreed),
                If(Above(Count(schedule.Run(ScheduleRows.Money, first, last), unknown), 0), unknown,
                    Cents(Sum(schedule.Run(ScheduleRows.Rounded, first, last))) + ToCents(parts)), marks);
            void Compare(string check, string column, Expression found) =>
                Add(check, post.Label, year, texts.EuroUnit, ColumnKind.Amount, new Expression.At(Names.Detail, plan, column), found,
                    marks);
            Compare(texts.GapCheck, Names.Gap, schedule.Gap(first, last));
            Compare(texts.SurplusCheck, Names.Surplus, schedule.Surplus(first, last));
            Firm(post, post.Years[year - post.Years[0].Year], plan, marks);
        }
        Laws(post, differences);
        if (place.FirstDay is { } firstDay && post.Agreed.FullyFundedUntil.State != HorizonState.Ended)
            Horizon(index, post, place, firstDay);
    }

    // The equalities of all three views, from the figures alone: the schedule shows agreed money only. The days and lines on which the
    // schedule and the reading differ are added.
    private void Laws(PostFunding post, int differences)
    {
        int row = rows.Count + 1;
        ReportCell Put(string column, int count) =>
            context.Grid.Put(Names.Controls, row, column, new ReportCell.Count(count) { As = ColumnKind.Count });
        rows.Add(new(
        [
            ReportCell.Of(context.Texts.LawsCheck), ReportCell.Of(post.Label), ReportCell.None,
                ReportCell.Of(context.Texts.DifferenceUnit),
            Put(Expected, 0), Put(Found, post.Inconsistencies + differences), .. Compared(row, ColumnKind.Count),
        ]));
    }

    // Nothing is firm for more than it is agreed for; two cents are what rounding may do.
    private void Firm(PostFunding post, PostYear year, int plan, Marks marks)
    {
        int first = plan + (Enum.GetValues<FundingView>().All(view => year[view].Funding.IsKnown) ? 1 : 2);
        Expression At(int cell, string view) => new Expression.At(Names.Detail, first + cell, view);
        var beyond = year.Cells.Index()
            .Where(cell => cell.Item is { Commitment.IsAgreed: true, Firm.IsKnown: true, Agreed.IsKnown: true }
                && cell.Item.Firm.Value > Euros.Zero)
            .Select(cell => Greatest(0, At(cell.Index, Names.Firm) - At(cell.Index, Names.Agreed) - ((Expression)1 + 1) / 100)).ToList();
        if (beyond.Count > 0)
            Add(context.Texts.FirmCheck, post.Label, year.Year, context.Texts.EuroUnit, ColumnKind.Amount,
                new ReportCell.Amount(Euros.Zero), Cents(beyond.Aggregate((sum, one) => sum + one)), marks);
    }

    private void Horizon(int index, PostFunding post, SchedulePlace place, int firstDay)
    {
        var texts = context.Texts;
        var horizon = post.Agreed.FullyFundedUntil;
        var marks = ReportContext.Assumed(post.Agreed.Assumptions);
        foreach (bool surely in (ReadOnlySpan<bool>)[true, false])
        {
            string lackDay = (surely ? ScheduleRows.Surely : schedule.AtBest).LackDay;
            Expression lack = Sum(schedule.Run(lackDay, firstDay, place.Last)), none = new Expression.Word(texts.WithoutEnd);
            Expression found = If(Is(lack, 0), none, new Expression.LeastOf(schedule.Run(lackDay, firstDay, place.Last)) - 1);
            var reach = surely ? horizon.Surely : horizon.Possibly;
            if (surely && horizon is { State: HorizonState.Until, Surely.Until: not null })
            {
                var dated = new Expression.At(Names.Posts, index, Names.Agreed) - schedule.Cell(firstDay, ScheduleRows.From) + 1;
                Add(texts.HorizonCheck(surely), post.Label, null, texts.DayUnit, ColumnKind.Count, dated, found, marks);
                continue;
            }
            // A post that is funded to its own last day has no cliff.
            bool toTheEnd = reach.IsOpen || (reach.Until is { } end && end == post.Post.Until?.Last);
            Add(texts.HorizonCheck(surely), post.Label, null, texts.DayUnit, ColumnKind.Count,
                toTheEnd ? ReportCell.Of(texts.WithoutEnd)
                    : new ReportCell.Count(reach.Until is { } last ? NodaTime.Period.DaysBetween(post.FirstDay, last) + 1 : 0), found,
                        marks);
        }
    }

    private void Ties()
    {
        var texts = context.Texts;
        foreach (var tie in context.Analysis.CommitmentBalances.Where(tie => tie.Commitment.IsAgreed && tie.Promised.IsKnown))
        {
            var commitment = tie.Commitment;
            int number = context.NumberOf(commitment.Id) - 1;
            var marks =
                ReportContext.Assumed(context.Assumptions.Of(commitment)) | (commitment.Approximate ? Marks.Approximate : Marks.None);
            if (!commitment.Amount.IsSum)
                continue;
            Expression promised = new Expression.At(Names.Ties, number, BalancesSheet.Promised);
            Expression all = new[] { BalancesSheet.Before, BalancesSheet.Shown, BalancesSheet.After, BalancesSheet.Unused }.Select(
                part => (Expression)new Expression.At(Names.Ties, number, part)).Aggregate((sum, part) => sum + part);
            Add(texts.TieCheck, commitment.Id, null, texts.EuroUnit, ColumnKind.Amount, promised, Cents(all), marks);
            if (schedule.Count > 0)
            {
                Expression own = new Expression.At(Names.Ties, number, "number");
                TableRun All(string column) => schedule.Run(column, 0, schedule.Count - 1);
                Expression found = new Expression.SumWhere(All(ScheduleRows.Rounded), [new(All(ScheduleRows.Number), own)]);
                if (reading.HasUnspread(number))
                    found += new Expression.SumWhere(reading.Run(ReadingSheet.Unspread), [new(reading.Run(ReadingSheet.Number), own)]);
                Add(texts.ScheduleCheck, commitment.Id, null, texts.EuroUnit, ColumnKind.Amount, promised, Cents(found), marks);
            }
            if (IsAsSigned(commitment) && commitment.Amount.WholeSum is { } whole)
                Add(texts.SignedCheck, commitment.Id, null, texts.EuroUnit, ColumnKind.Amount,
                    new ReportCell.Amount(whole) { Marks = marks }, promised, marks);
        }
    }

    // What an amendment or a withdrawal has changed comes to another sum than the one signed; a total stays one beside its tranches.
    private bool IsAsSigned(Commitment commitment) =>
        commitment is { Amends: null, Withdrawn: null, Cap: null, Scalings.IsEmpty: true }
        && !amended.Contains(commitment.Id);

    private void Add(
        string check, string thing, int? year, string unit, ColumnKind kind, Expression expected, Expression found, Marks marks) =>
        Add(check, thing, year, unit, kind, context.Grid.Work(Names.Controls, rows.Count + 1, Expected, expected, marks), found, marks);

    private void Add(
        string check, string thing, int? year, string unit, ColumnKind kind, ReportCell expected, Expression found, Marks marks)
    {
        int row = rows.Count + 1;
        context.Grid.Put(Names.Controls, row, Expected, expected);
        rows.Add(new(
        [
            ReportCell.Of(check), ReportCell.Of(thing), year is { } shown
                ? new ReportCell.Year(shown) : ReportCell.None, ReportCell.Of(unit),
            expected with { As = kind },
            context.Grid.Work(Names.Controls, row, Found, found, marks) with { As = kind },
            .. Compared(row, kind),
        ]));
    }

    private ReportCell[] Compared(int row, ColumnKind kind)
    {
        var texts = context.Texts;
        Expression At(string column) => new Expression.At(Names.Controls, row, column);
        Expression ok = new Expression.Word(texts.Ok), wrong = new Expression.Word(texts.Wrong),
            none = new Expression.Word(texts.Signs.NotApplicable);
        // Two words are compared as words; a word and a number always differ.
        Expression AWord(string column) => Count(new(Names.Controls, column, row, row), unknown)
            + Count(new(Names.Controls, column, row, row), new Expression.Word(texts.WithoutEnd));
        var difference = context.Grid.Work(Names.Controls, row, Difference,
            If(Above(AWord(Expected) + AWord(Found), 0), none, Cents(At(Expected) - At(Found)))) with { As = kind };
        var result = context.Grid.Work(Names.Controls, row, Result,
            If(Above(AWord(Expected) + AWord(Found), 0), If(Is(At(Expected), At(Found)), ok, wrong),
                If(Is(At(Difference), 0), ok, wrong)));
        return [difference, result with { Tone = context.Grid[Names.Controls, row, Result].Text == texts.Ok ? Tone.Good : Tone.Bad }];
    }
}
