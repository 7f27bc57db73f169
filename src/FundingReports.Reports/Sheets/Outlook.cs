using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Reports.Texts;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// What happens next to a post, in a few words: who stops or falls, what is requested, what is not signed, whether it is vacant.
/// </summary>
internal static class Outlook
{
    // More would be a second table.
    private const int Most = 3;

    /// <summary>The words; those of a post about which nothing is to be said are how it is funded.</summary>
    internal static string Of(ReportContext context, PostFunding post)
    {
        var (texts, words) = (new OutlookTexts(context.Texts.Language), new WorkbookTexts(context.Texts.Language));
        var said = Turns(context, texts, words, post).Take(Most).ToList();
        if (said.Count == 0)
            said.Add(post.Agreed.FullyFundedUntil.State == HorizonState.Ended ? texts.Ended
                : context.CoverageOf(post).Over(post.FirstDay, post.FirstDay).State is SpanState.None ? texts.Nothing : texts.NoChange);
        return context.WithAssumed(post, words.Joined(said));
    }

    private static IEnumerable<string> Turns(ReportContext context, OutlookTexts texts, WorkbookTexts words, PostFunding post)
    {
        if (post.Agreed.FullyFundedUntil.State == HorizonState.Ended)
            yield break;
        if (post.Post.OccupancyOn(context.AsOf) is OccupancyState.Vacant)
            yield return words.Occupied(OccupancyState.Vacant, context.InStateSince(post.Post, OccupancyState.Vacant));
        var coverage = context.CoverageOf(post);
        var today = coverage.Over(post.FirstDay, post.FirstDay);
        if (today.State is SpanState.Announced)
            yield return texts.ToBeSigned;
        var asked = RequestedOf(context, post);
        foreach (var funder in asked)
            yield return Words(context, texts, funder);
        var changes = Changes(context, texts, post, coverage, today, asked.Select(funder => funder.Key).ToHashSet(StringComparer.Ordinal))
            .ToList();
        var turns = changes.FindAll(change => !change.IsEnd);
        foreach (var turn in turns)
            yield return turn.Text;
        if (asked.Count == 0 && turns is [var first, ..] && LeftAfter(context, post, first.Last) is { } left)
            yield return texts.ToBeFound(left.Money, left.Year);
        // The line itself shows that all money ends: it is said only where nothing else is to be said.
        if (asked.Count == 0 && turns.Count == 0 && today.State is not SpanState.Announced)
            foreach (var change in changes)
                yield return change.Text;
    }

    // What somebody's leaving costs is seen in the first whole year without.
    private static (int Year, Euros Money)? LeftAfter(ReportContext context, PostFunding post, LocalDate last)
    {
        int year = Math.Max(last.Year + 1, context.AsOf.Year);
        return post.TryYear(year, out var after) && after.Agreed.Gap.TryGet(out var gap) && gap > Euros.Zero ? (year, gap) : null;
    }

    private static List<IGrouping<string, (int Year, Knowable<Euros> Money)>> RequestedOf(ReportContext context, PostFunding post) =>
    [
        .. post.Years.Where(year => year.Year >= context.AsOf.Year)
            .SelectMany(
                year => context.Analysis.RequestedFor(post, year.Year).Select(asked => (asked.Commitment.Funder, year.Year, asked.Money)))
            .GroupBy(asked => (asked.Funder, asked.Year))
                .Select(asked => (asked.Key.Funder, asked.Key.Year, Money: asked.Select(one => one.Money).Sum()))
            .Where(asked => !asked.Money.TryGet(out var money) || money > Euros.Zero)
            .GroupBy(asked => asked.Funder, asked => (asked.Year, asked.Money), StringComparer.Ordinal),
    ];

    // The same sum every year is said once.
    private static string Words(ReportContext context, OutlookTexts texts, IGrouping<string, (int Year, Knowable<Euros> Money)> funder)
    {
        string name = context.Analysis.Portfolio.FindFunder(funder.Key)!.Name;
        var first = funder.First();
        return funder.Count() > 1 && funder.All(year => year.Money == first.Money)
            ? texts.RequestedYearly(name, first.Money)
            : texts.Requested(name, first.Money, first.Year);
    }

    // Who stops or falls; of what is past, only whose money is missed today.
    private static IEnumerable<(string Text, bool IsEnd, LocalDate Last)> Changes(
        ReportContext context, OutlookTexts texts, PostFunding post, CoverageReader coverage, CoverageSpan today,
            IReadOnlySet<string> asked)
    {
        var periods = coverage.Agreed.Periods;
        for (int i = 1; i <= periods.Length; i++)
        {
            var before = periods[i - 1];
            if (before.Until is not { } last || last < context.AsOf.PlusYears(-1) || before.Lines.IsEmpty)
                continue;
            bool past = last < context.AsOf;
            var after = i < periods.Length ? periods[i].Lines : [];
            if (after.IsEmpty)
            {
                // « Aucun financement après » would deny the money that comes back: it is an interruption, and past where it is over.
                if (periods.Skip(i).FirstOrDefault(period => !period.Lines.IsEmpty) is { } back)
                {
                    if (back.From > context.AsOf)
                        yield return (texts.Interrupted(last.PlusDays(1), back.From.PlusDays(-1)), true, last);
                }
                // Money that ends with the post is not missed.
                else if (i < periods.Length)
                    yield return (past ? texts.AllStopped(last) : texts.AllStops(last), true, last);
                continue;
            }
            // A funder that is asked to go on has been named already.
            foreach (var funder in before.Lines.GroupBy(line => line.Commitment.Funder, StringComparer.Ordinal)
                .Where(funder => !asked.Contains(funder.Key)))
            {
                var going = after.Where(line => line.Commitment.Funder == funder.Key).ToList();
                Ratio was = Part(funder), now = Part(going);
                string name = context.Analysis.Portfolio.FindFunder(funder.Key)!.Name;
                if (BecomesUnsure(funder, going))
                    yield return (texts.Certain(name, last, inPart: !now.Numerator.IsZero), false, last);
                else if (!past && OnlyUnsureGoesOn(funder, going))
                    yield return (texts.StopsInPart(name, last), false, last);
                else if (Stops(funder, going) && (!past || today.State is SpanState.Part or SpanState.None))
                    yield return (past ? texts.Stopped(name, last) : texts.Stops(name, last), false, last);
                else if (!past && funder.Any(line => line.Rule == PaymentRule.ShareOfCost) && Falls(was, now))
                    yield return (texts.Falls(name, was, now, last.PlusDays(1)), false, last);
            }
        }
    }

    internal static Ratio Part(IEnumerable<LedgerLine> lines) => lines.Aggregate(Ratio.Zero, (sum, line) => (sum + line.Low).Reduced);

    /// <summary>Whether money of a funder goes on without being sure: nobody gave its term.</summary>
    internal static bool BecomesUnsure(IEnumerable<LedgerLine> before, IEnumerable<LedgerLine> after) =>
        after.Any(line => IsUnsure(line) && before.Any(sure => sure.Index == line.Index && sure.IsSure && MayPay(sure)));

    /// <summary>Whether all the sure money of a funder ends, and other money may go on.</summary>
    internal static bool OnlyUnsureGoesOn(IEnumerable<LedgerLine> before, IEnumerable<LedgerLine> after) =>
        !Part(before).Numerator.IsZero && Part(after).Numerator.IsZero && after.Any(IsUnsure);

    private static bool IsUnsure(LedgerLine line) => !line.IsSure && MayPay(line);

    // A sum over an unknown cost is no part of it that is known: it ends all the same.
    private static bool Stops(IEnumerable<LedgerLine> before, IReadOnlyList<LedgerLine> after) => Part(after).Numerator.IsZero
        && (!Part(before).Numerator.IsZero || (after.Count == 0 && before.Any(line => line.IsSure && MayPay(line))));

    private static bool MayPay(LedgerLine line) => line.High is not { } most || !most.Numerator.IsZero;

    // A fall by less than half a percent of the cost changes nobody's plans.
    internal static bool Falls(Ratio was, Ratio now) => was - now >= new Ratio(5, 1000);
}
