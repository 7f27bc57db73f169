using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Reports.Texts;
using FundingReports.Requests;
using FundingReports.Sentences;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>Something to do: before when, of whom, what, how much, for which posts.</summary>
/// <param name="Closes">The last day, included; null where it is not published, or there is none.</param>
/// <param name="LastKnown">The last known closing of an earlier year.</param>
/// <param name="IsLate">Whether the last day has passed.</param>
/// <param name="Who">Whom to ask, in words.</param>
/// <param name="HasNoCampaign">Whether no date can be published: it is done as soon as possible.</param>
/// <param name="Year">The budget year; null where it is for none.</param>
/// <param name="What">What for, in words.</param>
/// <param name="Amount">How much is still to be asked; null where no money is asked.</param>
/// <param name="Requested">How much is requested already.</param>
/// <param name="Posts">The posts.</param>
/// <param name="Papers">The papers due before that day, in words.</param>
/// <param name="Marks">What must be said beside the amounts.</param>
internal sealed record ToDo(
    LocalDate? Closes, LocalDate? LastKnown, bool IsLate, string Who, bool HasNoCampaign, int? Year, string What,
    Knowable<Euros>? Amount, Knowable<Euros>? Requested, ImmutableArray<Post> Posts, ImmutableArray<string> Papers, Marks Marks)
{
    /// <summary>Whether the last day of a paper has passed.</summary>
    internal bool HasLatePapers { get; init; }
}

/// <summary>À faire: one row a funder, a line and a year; what is late first, then by date.</summary>
internal static class ToDoSheet
{
    internal static ReportSheet? Build(ReportContext context)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        var all = context.ToDo;
        // What the first page shows whole is not said twice.
        if (all.Length <= SummarySheet.MostToDo)
            return null;
        bool papers = all.Any(one => one.Papers.Length > 0), requested = all.Any(one => one.Requested is not null);
        ImmutableArray<ReportColumn> columns =
        [
            new("before", texts.Before, ColumnKind.Text, 14),
            new("who", texts.OfWhom, ColumnKind.Text, 18),
            new(Names.Year, texts.ForYear, ColumnKind.Year, 8),
            new("what", texts.What, ColumnKind.Text, 18),
            new("amount", texts.Amount, ColumnKind.WholeAmount, 11),
            .. requested ? (ReportColumn[])[new("requested", texts.AlreadyRequested, ColumnKind.WholeAmount, 11)] : [],
            new("posts", texts.Posts, ColumnKind.Text, 30),
            .. papers ? (ReportColumn[])[new("papers", texts.Papers, ColumnKind.Text, 30)] : [],
        ];
        return new(texts.ToDoSheet, texts.ToDoTitle,
        [
            new ReportParagraph(
                $"{context.Texts.AsOf(context.AsOf)}. {texts.ToDoNote}{(context.Analysis.Requests.Any(request => request.Papers.Any(paper => paper.Kind == PaperKind.CompteRenduFinancier)) ? texts.ReportForm : "")}", ParagraphRole.Note),
            new ReportTable(Names.ToDo, columns, [.. all.Select(one => Row(texts, one, requested, papers))]),
        ]) { FitsText = true };
    }

    /// <summary>What is to be done, in order.</summary>
    internal static ImmutableArray<ToDo> All(ReportContext context)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        var requests = context.Analysis.Requests.Watched(context.Cancellation)
            .Where(request => !IsOver(context, request) && !IsAnnounced(context, request)).ToList();
        // Later years without a published campaign are left out, unless nothing nearer is to be done.
        var near = requests.Where(request => request.Closes is not null || request.Year <= context.AsOf.Year + 1).ToList();
        var asked = (near.Count > 0 ? near : requests)
            .GroupBy(request => (Funder: request.Funder?.Id, request.Line, request.Year, request.Closes, request.Amount.IsKnown))
            .Select(group => Of(context, texts, [.. group]));
        return
        [
            .. asked.Concat(Awaited(context, texts))
                .OrderByDescending(one => one.IsLate).ThenBy(one => one.Closes ?? LocalDate.MaxIsoValue).ThenBy(one => one.Year)
                    .ThenBy(one => one.HasNoCampaign),
            .. ToBeSigned(context, texts),
            .. Vacant(context, texts),
        ];
    }

    // Whether a request is for agreed money of the as-of year, or of one before, whose campaign is over: nobody can still ask for it.
    private static bool IsOver(ReportContext context, FundingRequest request) =>
        request.Kind == RequestKind.Instalment && request.Year <= context.AsOf.Year && request.Commitment?.Instalments is null
            or { Length: 0 } && !(request.Closes >= context.AsOf);

    // A post whose money is announced needs a signature before it needs another funder.
    private static bool IsAnnounced(ReportContext context, FundingRequest request) => request.Funder is null && !request.Amount.IsKnown
        && request.Posts.All(post => context.Analysis.Post(post.Id).Years.FirstOrDefault(
            year => year.Year == request.Year) is { } year
            && year.Cells.Any(cell => cell.Commitment.Status == CommitmentStatus.Announced
                && !(cell.Announced.TryGet(out var money) && money == Euros.Zero)));

    private static ToDo Of(ReportContext context, WorkbookTexts texts, ImmutableArray<FundingRequest> requests)
    {
        var first = requests[0];
        var marks = ReportContext.Assumed(
            requests.SelectMany(request => request.Posts).Any(post => !context.Assumptions.CostOn(post, context.AsOf).IsEmpty));
        var requested = requests.SelectMany(request => request.Requested).Select(sum => sum.Amount).ToList();
        var papers = requests.SelectMany(request => request.Papers).Where(paper => !(paper.DueOn > first.Closes))
            .GroupBy(paper => paper.Kind).Select(kind => texts.Paper(kind.Key, kind.Min(paper => paper.DueOn), context.AsOf));
        bool late = requests.SelectMany(request => request.Papers).Any(paper => paper.DueOn < context.AsOf);
        string what = texts.KindsOf([.. requests.Select(request => request.Kind).Distinct().Order()]);
        string who = first.Funder is { } funder ? first.Line is { } line ? $"{funder.Name} ({line})" : funder.Name : texts.FunderToBeFound;
        return new(first.Closes, first.LastKnown, first.Overdue, who, first.Funder is null, first.Year, what,
            requests.Select(request => request.Amount).Sum(), requested.Count > 0 ? requested.Sum() : null,
            [.. requests.SelectMany(request => request.Posts).DistinctBy(post => post.Id)], [.. papers], marks) { HasLatePapers = late };
    }

    // Requests that are waiting for their answer.
    private static IEnumerable<ToDo> Awaited(ReportContext context, WorkbookTexts texts)
    {
        var asked = from post in context.Posts
                    from year in post.Years
                    where year.Year >= context.AsOf.Year && year.Year <= context.AsOf.Year + 1
                    from one in context.Analysis.RequestedFor(post, year.Year)
                    where !one.Money.TryGet(out var money) || money > Euros.Zero
                    select (one.Commitment, year.Year, one.Money, post);
        foreach (var group in asked.GroupBy(one => (one.Commitment.Funder, one.Commitment.Line, one.Year)))
        {
            var campaign = context.Analysis.Portfolio.Campaigns.FirstOrDefault(campaign =>
                campaign.Funder == group.Key.Funder && campaign.Line == group.Key.Line && campaign.Year == group.Key.Year);
            LocalDate? closes = campaign?.Closes is { } day && day.Last >= context.AsOf ? day.Last : null;
            var marks =
                ReportContext.Assumed(group.Any(one => !context.Assumptions.Money(one.post.Post, one.Commitment, one.Year).IsEmpty));
            yield return new(
                closes, null, false, context.FunderAndLine(group.First().Commitment), closes is null, group.Key.Year, texts.AlreadyAsked,
                null, group.Select(one => one.Money).Sum(), [.. group.Select(one => one.post.Post).DistinctBy(post => post.Id)], [],
                    marks);
        }
    }

    private static IEnumerable<ToDo> ToBeSigned(ReportContext context, WorkbookTexts texts)
    {
        HashSet<string?> signedSince = [.. context.Analysis.CommitmentBalances.Where(balance => balance.Commitment.IsAgreed)
            .Select(balance => balance.Commitment.Amends)];
        return from commitment in context.Analysis.CommitmentBalances.Watched(context.Cancellation).Select(balance => balance.Commitment)
               where commitment.Status == CommitmentStatus.Announced && !(commitment.Until.Until?.Last < context.AsOf)
                   && !signedSince.Contains(commitment.Id)
               from post in commitment.Posts
               group context.FunderAndLine(commitment) by post into announced
               group context.Analysis.Portfolio.FindPost(announced.Key)! by string.Join(", ", announced.Distinct()) into signed
               select new ToDo(null, null, false, signed.Key, true, null, texts.SignWhat, null, null, [.. signed], [], Marks.None);
    }

    private static IEnumerable<ToDo> Vacant(ReportContext context, WorkbookTexts texts) =>
        from post in context.Posts
        where post.Post.OccupancyOn(context.AsOf) is OccupancyState.Vacant && post.Agreed.FullyFundedUntil.State != HorizonState.Ended
        let employer = post.Post.EmployerOn(post.Post.FirstDay(context.AsOf))?.Name
        select new ToDo(
            null, null, false, employer ?? texts.EmployerUnknown, true, null, texts.FillWhat, null, null, [post.Post], [], Marks.None);

    private static ReportRow Row(WorkbookTexts texts, ToDo one, bool requested, bool papers) => new(
    [
        new ReportCell.Text(When(texts, one)) { Tone = one.IsLate ? Tone.Bad : Tone.Plain },
        ReportCell.Of(one.Who),
        one.Year is { } year ? new ReportCell.Year(year) : ReportCell.None,
        ReportCell.Of(one.What),
        one.Amount is { } amount ? ReportContext.Money(amount, one.Marks) : ReportCell.None,
        .. requested ? (ReportCell[])[one.Requested is { } sum ? ReportContext.Money(sum, one.Marks) : ReportCell.None] : [],
        ReportCell.Of(texts.PostsNamed(one.Posts)),
        .. papers ? (ReportCell[])[one.Papers.IsEmpty
            ? ReportCell.None : new ReportCell.Text(texts.Joined(one.Papers)) { Tone = one.HasLatePapers ? Tone.Bad : Tone.Plain }] : [],
    ]);

    private static string When(WorkbookTexts texts, ToDo one) => one switch
    {
        { Closes: { } day, IsLate: true } => texts.Late(day),
        { Closes: { } day } => texts.Day(day),
        { HasNoCampaign: true } => texts.NoDate,
        { LastKnown: { } known } => texts.LastKnown(known),
        _ => texts.DateNotPublished,
    };

    /// <summary>One thing to do, in a line.</summary>
    internal static string InWords(ReportContext context, ToDo one)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        string said =
            texts.Item(WhenInWords(texts, one), one.Who, one.Year, one.What, AmountInWords(context, one), texts.PostsInWords(one.Posts));
        return one.Papers.IsEmpty ? said : texts.WithPapers(said, one.Papers);
    }

    /// <summary>The same cut into lines: before when, of whom, what, for which posts, what is to be joined.</summary>
    internal static ImmutableArray<string> InLines(ReportContext context, ToDo one)
    {
        var texts = new WorkbookTexts(context.Texts.Language);
        return
        [
            WhenInWords(texts, one), texts.Whom(one.Who, one.Year), texts.WhatAndAmount(one.What, AmountInWords(context, one)),
                texts.PostsNamed(one.Posts),
            .. one.Papers.IsEmpty ? (string[])[] : [texts.ToJoin(one.Papers)],
        ];
    }

    private static string WhenInWords(WorkbookTexts texts, ToDo one) => one switch
    {
        { Closes: { } day, IsLate: true } => texts.LateSince(day),
        { Closes: { } day } => texts.ByDay(day),
        { HasNoCampaign: true } => texts.SoonWord,
        _ => texts.DateNotPublishedWord,
    };

    private static string AmountInWords(ReportContext context, ToDo one)
    {
        var outlook = new OutlookTexts(context.Texts.Language);
        string Marked(string said) => (one.Marks & Marks.Assumed) != 0 ? $"{said} {context.Texts.Signs.Assumed}" : said;
        return one.Amount is { } left ? Marked(outlook.Whole(left)) : one.Requested is { } asked ? Marked(outlook.Whole(asked)) : "";
    }
}
