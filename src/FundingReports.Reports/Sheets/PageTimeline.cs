using System.Collections.Immutable;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Reports.Texts;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// The timeline of the page: each bar with its days, whether it is firm, and what ends or falls in it; the same in a table.
/// </summary>
internal sealed class PageTimeline
{
    private readonly ReportContext context;
    private readonly WorkbookTexts texts;
    private readonly PageTexts page;
    private readonly OutlookTexts outlook;
    private readonly Dictionary<string, ImmutableArray<(LocalDate From, LocalDate Until, FirmState State)>> firm =
        new(StringComparer.Ordinal);

    internal PageTimeline(ReportContext context)
    {
        this.context = context;
        var language = context.Texts.Language;
        (texts, page, outlook) = (new(language), new(language), new(language));
    }

    private LocalDate From => new(context.Analysis.Since, 1, 1);

    private LocalDate Until => new(context.Analysis.Through.Year, 12, 31);

    /// <summary>The drawing of some posts; null where there is none.</summary>
    internal ReportTimeline? Of(ImmutableArray<PostFunding> posts)
    {
        if (TimelineBlock.Of(context, posts, isPublic: false) is not { } timeline)
            return null;
        var lines = timeline.Lines.Zip(posts, (line, post) => line with
        {
            Bars = [.. line.Bars.Select(
                bar => bar with { Detail = page.BarDetail(bar.Text, bar.From, bar.Until, Ends(post, bar.From, bar.Until)) })],
            Firm = [.. FirmOf(post).Where(days => days.State == FirmState.All).Select(days => new TimelineDays(days.From, days.Until))],
        }).ToImmutableArray();
        return timeline with { Lines = lines, FirmKey = lines.Any(line => line.Firm.Length > 0) ? page.FirmKey : null };
    }

    /// <summary>The same in a table, one row a bar.</summary>
    internal ReportTable? TableOf(ImmutableArray<PostFunding> posts)
    {
        var rows = posts.SelectMany(Rows).ToImmutableArray();
        return rows.IsEmpty ? null : new(Names.Timeline,
        [
            new(Names.Post, context.Texts.Post, ColumnKind.Text, 20), new("from", page.From, ColumnKind.Day, 11),
                new("until", page.Until, ColumnKind.Day, 11),
            new("covered", page.Covered, ColumnKind.Text, 16), new(Names.Firm, page.Firm, ColumnKind.Text, 16),
                new("ends", page.Ends, ColumnKind.Text, 40),
        ], rows);
    }

    private IEnumerable<ReportRow> Rows(PostFunding post)
    {
        bool repeated = false;
        var line = TimelineBlock.Of(context, [post], isPublic: false)!.Lines[0];
        // Days on which nothing is recorded are bars too; without any bar the post is not there in all these years.
        var bars = line.Bars.IsEmpty ? [new(From, Until, Tone.Nothing, texts.TimelineNothing)] : line.Bars;
        foreach (var bar in bars)
        {
            var (from, until) = (bar.From, bar.Until);
            string ends = Ends(post, from, until);
            yield return new(
            [
                new ReportCell.Text(post.Label) { IsFaint = repeated }, new ReportCell.Day(from), new ReportCell.Day(until),
                new ReportCell.Text(bar.Text) { Tone = bar.Tone },
                Firm(post, from, until) is { Length: > 0 } said ? ReportCell.Of(said) : ReportCell.None,
                ends.Length > 0 ? ReportCell.Of(ends) : ReportCell.None,
            ]);
            repeated = true;
        }
    }

    // What is firm

    private string Firm(PostFunding post, LocalDate from, LocalDate until)
    {
        var parts = FirmOf(post).Where(days => days.From <= until && from <= days.Until).ToList();
        return parts.Count switch
        {
            0 => "",
            1 => page.FirmWord(parts[0].State),
            _ => page.Then([.. parts.Select(
                (days, i) => i == parts.Count - 1 ? page.FirmWord(days.State) : page.UntilDay(page.FirmWord(days.State), days.Until))]),
        };
    }

    // The days of a post, cut where the firm part changes; days on which nothing is agreed are left out.
    private ImmutableArray<(LocalDate From, LocalDate Until, FirmState State)> FirmOf(PostFunding post)
    {
        if (firm.TryGetValue(post.Id, out var known))
            return known;
        var (agreed, sure) = (context.CoverageOf(post).Agreed, post.Ledger(FundingView.Firm));
        var cuts = agreed.Periods.Concat(sure.Periods).SelectMany(period => new[] { period.From, period.Until?.PlusDays(1) ?? From })
            .Append(From).Append(Until.PlusDays(1)).Where(day => From <= day && day <= Until.PlusDays(1)).Distinct().Order().ToList();
        var days = new List<(LocalDate From, LocalDate Until, FirmState State)>();
        for (int i = 0; i + 1 < cuts.Count; i++)
        {
            LocalDate last = cuts[i + 1].PlusDays(-1);
            if (agreed.On(cuts[i]) is not { Lines.IsEmpty: false } paid || StateOf(paid, sure.On(cuts[i])) is not { } state)
                continue;
            if (days.Count > 0 && days[^1].State == state && days[^1].Until.PlusDays(1) == cuts[i])
                days[^1] = (days[^1].From, last, state);
            else
                days.Add((cuts[i], last, state));
        }
        return firm[post.Id] = [.. days];
    }

    private static FirmState? StateOf(LedgerPeriod agreed, LedgerPeriod? firm)
    {
        bool isNothing = agreed.Low <= Ratio.Zero && agreed.High is { } most && most <= Ratio.Zero;
        if (isNothing)
            return null;
        if (firm is null || firm.Lines.IsEmpty)
            return FirmState.None;
        if (agreed.High == agreed.Low && firm.Low >= agreed.Low)
            return FirmState.All;
        return firm.High is not { } high || high > firm.Low ? FirmState.Unknown : firm.Low <= Ratio.Zero ? FirmState.None : FirmState.Part;
    }

    // What ends or falls

    private string Ends(PostFunding post, LocalDate from, LocalDate until) =>
        texts.Joined(TurnsOf(post).Where(turn => from <= turn.Last && turn.Last <= until).OrderBy(turn => turn.Last)
            .Select(turn => turn.Text).Distinct());

    private IEnumerable<(LocalDate Last, string Text)> TurnsOf(PostFunding post)
    {
        var coverage = context.CoverageOf(post);
        return TurnsOf(coverage.Agreed, _ => true).Concat(TurnsOf(coverage.Announced, line => !line.Commitment.IsAgreed));
    }

    private IEnumerable<(LocalDate Last, string Text)> TurnsOf(FundingLedger ledger, Func<LedgerLine, bool> isShown)
    {
        for (int i = 0; i < ledger.Periods.Length; i++)
        {
            var before = ledger.Periods[i];
            // Money that ends with the post is not missed.
            if (before.Until is not { } last || i + 1 == ledger.Periods.Length)
                continue;
            var after = ledger.Periods[i + 1].Lines.Where(isShown).ToList();
            foreach (var funder in before.Lines.Where(isShown).GroupBy(line => line.Commitment.Funder, StringComparer.Ordinal))
            {
                var going = after.Where(line => line.Commitment.Funder == funder.Key).ToList();
                string name = context.Analysis.Portfolio.FindFunder(funder.Key)!.Name;
                Ratio was = Outlook.Part(funder), now = Outlook.Part(going);
                if (Outlook.BecomesUnsure(funder, going))
                    yield return (last, outlook.Certain(name, last, inPart: !now.Numerator.IsZero));
                else if (Outlook.OnlyUnsureGoesOn(funder, going))
                    yield return (last, outlook.StopsInPart(name, last));
                else if (going.Count == 0)
                    yield return (last, last < context.AsOf ? outlook.Stopped(name, last) : outlook.Stops(name, last));
                else if (funder.Any(line => line.Rule == PaymentRule.ShareOfCost) && Outlook.Falls(was, now))
                    yield return (last, outlook.Falls(name, was, now, last.PlusDays(1)));
            }
        }
    }
}
