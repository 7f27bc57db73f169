using System.Collections.Immutable;
using FundingReports.Horizons;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>Calendrier: the agreed coverage of each post, month by month, in figures and in words.</summary>
internal static class CalendarSheet
{
    private const int Months = 24;

    // A page has no more room; the most urgent come first.
    private const int MostPosts = 10;
    private const string Month = "month", Full = "full", Part = "part", None = "none", Open = "open", Fte = "fte";

    /// <summary>The sheet; null where no post is active in these months.</summary>
    internal static ReportSheet? Build(ReportContext context)
    {
        var texts = context.Texts;
        var living = context.Analysis.Posts.Where(post => post.Agreed.FullyFunded.State != HorizonState.Ended).ToList();
        if (living.Count == 0)
            return null;
        List<PostFunding> shown = living.Count <= MostPosts ? living : [.. living.OrderBy(SummarySheet.Urgency).Take(MostPosts)];
        bool fte = living.All(post => post.Post.Fte is not null);
        ImmutableArray<ReportColumn> columns =
        [
            new(Month, texts.Month, ColumnKind.Text, 15),
            new(Full, texts.PostsFull, ColumnKind.Count, 11),
            new(Part, texts.PostsPart, ColumnKind.Count, 11),
            new(None, texts.PostsNone, ColumnKind.Count, 11),
            new(Open, texts.PostsOpen, ColumnKind.Count, 12),
            new(Fte, texts.FteFunded, ColumnKind.Fte, 11),
            .. shown.Select((post, i) => new ReportColumn($"post{i}", texts.PostColumn(i, post.Label), ColumnKind.Text, 18)),
        ];
        var first = new LocalDate(context.AsOf.Year, context.AsOf.Month, 1);
        var rows = Enumerable.Range(0, Months).Select(m => Row(context, first.PlusMonths(m), living, shown, fte));
        var chart = fte
            ? new ReportChart(
                texts.FteChart, texts.FteChartInWords, Names.Calendar, 0, Months - 1, Month, [new(Fte, ChartMark.Stacked)], 11)
            : PostsChart(context, 11);
        return new(texts.CalendarSheet, texts.CalendarTitle,
        [
            new ReportParagraph(texts.AsOf(context.AsOf) + ". " + texts.CalendarNote
                + (shown.Count < living.Count ? " " + texts.CalendarFirst(shown.Count, living.Count) : ""), ParagraphRole.Note),
            new ReportParagraph(texts.Legend, ParagraphRole.Note),
            chart,
            new ReportTable(Names.Calendar, columns, [.. rows]),
        ])
        {
            OnePage = true,
        };
    }

    /// <summary>Posts by how they are funded, month by month: what can be drawn where no euro is known.</summary>
    internal static ReportChart PostsChart(ReportContext context, int lines) =>
        new(context.Texts.PostsChart, context.Texts.PostsChartInWords, Names.Calendar, 0, Months - 1, Month,
        [new(Full, ChartMark.Stacked), new(Part, ChartMark.Stacked, Tone.Middling), new(Open, ChartMark.Stacked, Tone.Open),
            new(None, ChartMark.Stacked, Tone.Bad)], lines);

    private static ReportRow Row(ReportContext context, LocalDate month, List<PostFunding> living, List<PostFunding> shown, bool fte)
    {
        var all = living.ConvertAll(post => MonthCoverage.Of(post, month));
        int Count(FundingState state) => all.Count(coverage => coverage?.State == state);
        decimal funded = living.Zip(all)
            .Sum(post => post.Second is { } coverage ? (post.First.Post.Fte ?? 0) * Math.Min(1, coverage.Low.ToDecimal()) : 0);
        bool assumed =
            living.Any(post => context.Assumptions.Of(post.Post, "fte") || context.Assumptions.Horizon(post, FundingView.Agreed));
        return new(
        [
            ReportCell.Of(context.Texts.MonthOf(month)),
            new ReportCell.Count(Count(FundingState.Full)), new ReportCell.Count(Count(FundingState.Part)),
                new ReportCell.Count(Count(FundingState.None)), new ReportCell.Count(Count(FundingState.Undetermined)),
            fte ? new ReportCell.Fte(decimal.Round(funded, 4)) { Marks = ReportContext.Assumed(assumed) } : ReportCell.Nothing,
            .. shown.Select(post => CellOf(context, post, MonthCoverage.Of(post, month))),
        ]);
    }

    private static ReportCell CellOf(ReportContext context, PostFunding post, MonthCoverage? coverage) => coverage is not { } month
        ? ReportCell.None
        : new ReportCell.Text(context.Texts.CoverageInWords(month.Low, month.High, month.State))
        {
            Marks = ReportContext.Assumed(context.Assumptions.Horizon(post, FundingView.Agreed)),
            Tone = month.State switch {
                FundingState.Full => Tone.Good, FundingState.Part => Tone.Middling, FundingState.None => Tone.Bad, _ => Tone.Open },
        };
}

/// <summary>How a post is covered over the days of a month that are still to come, and on which it is active.</summary>
/// <param name="Low">The mean of sure money.</param>
/// <param name="High">The mean of possible money.</param>
/// <param name="State">Full, or none, only where it is so on every day.</param>
internal sealed record MonthCoverage(CoverageRate Low, Knowable<CoverageRate> High, FundingState State)
{
    internal static MonthCoverage? Of(PostFunding post, LocalDate month)
    {
        var end = month.PlusMonths(1);
        long low = 0, high = 0, weight = 0;
        bool bounded = true;
        var states = new HashSet<FundingState>();
        foreach (var piece in post.Agreed.Pieces)
        {
            LocalDate from = LocalDate.Max(month, piece.From), last = LocalDate.Min(end.PlusDays(-1), piece.Until ?? end);
            int days = from <= last ? Thirtieths.Between(from, last) : 0;
            if (days == 0)
                continue;
            weight += days;
            low += piece.Low.Millionths * days;
            if (piece.High.TryGet(out var most))
                high += most.Millionths * days;
            else
                bounded = false;
            states.Add(piece.State);
        }
        if (weight == 0)
            return null;
        var state = states.Count == 1
            ? states.Single() : states.Contains(FundingState.Undetermined) ? FundingState.Undetermined : FundingState.Part;
        return new(Mean(low), bounded ? Knowable<CoverageRate>.Known(Mean(high)) : Knowable<CoverageRate>.Unknown(Missing.Amount), state);

        CoverageRate Mean(long sum) => new((2 * sum + weight) / (2 * weight));
    }
}
