using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Ledger;
using FundingReports.Reports.Schedules;
using NodaTime;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// How some days of a post are funded: the mean over the days on which it is active, each day counted for no more than its whole cost.
/// </summary>
/// <param name="State">In a word.</param>
/// <param name="Low">The mean where only sure money comes.</param>
/// <param name="High">The mean where all possible money comes; null where that has no bound.</param>
internal readonly record struct CoverageSpan(SpanState State, Ratio Low, Ratio? High)
{
    /// <summary>
    /// The low end in whole percent; what is less than everything is never shown as 100, nor what is more than nothing as 0.
    /// </summary>
    internal int Percent => Whole(Low);

    /// <summary>The high end in whole percent; null where it has no bound.</summary>
    internal int? HighPercent => High is { } high ? Whole(high) : null;

    /// <summary>What its colour underlines.</summary>
    internal Tone Tone => State switch
    {
        SpanState.Full => Tone.Good,
        SpanState.Part => Tone.Middling,
        SpanState.Undetermined => Tone.Open,
        SpanState.Announced => Tone.Announced,
        SpanState.None => Tone.Nothing,
        SpanState.Inactive => Tone.Plain,
    };

    private static int Whole(Ratio part)
    {
        int rounded = (int)((200 * part.Numerator + part.Denominator) / (2 * part.Denominator));
        return part >= Ratio.One ? 100 : part.Numerator.Sign <= 0 ? 0 : Math.Clamp(rounded, 1, 99);
    }
}

/// <summary>The ledgers of a post, read over any days.</summary>
internal sealed class CoverageReader
{
    private readonly FundingLedger agreed, announced;

    internal CoverageReader(PostFunding post) =>
        (agreed, announced) = (post.Ledger(FundingView.Agreed), post.Ledger(FundingView.Announced));

    internal FundingLedger Agreed => agreed;

    internal FundingLedger Announced => announced;

    /// <summary>Some days, both included.</summary>
    internal CoverageSpan Over(LocalDate from, LocalDate until)
    {
        BigInteger weight = 0;
        Ratio low = Ratio.Zero;
        Ratio? high = Ratio.Zero;
        bool full = true, any = false, possibly = false;
        foreach (var period in agreed.Periods)
        {
            LocalDate first = LocalDate.Max(period.From, from), last = LocalDate.Min(period.Until ?? until, until);
            int days = first <= last ? Thirtieths.Between(first, last) : 0;
            if (days == 0)
                continue;
            weight += days;
            Ratio part = AtMostWhole(period.Low);
            low = (low + part * new Ratio(days, 1)).Reduced;
            high = high is { } sum && period.High is { } most ? (sum + AtMostWhole(most) * new Ratio(days, 1)).Reduced : null;
            full &= part >= Ratio.One;
            any |= part > Ratio.Zero;
            possibly |= period.High is not { } upper || upper > part;
        }
        if (weight.IsZero)
            return new(SpanState.Inactive, Ratio.Zero, Ratio.Zero);
        low = (low * new Ratio(1, weight)).Reduced;
        high = high is { } total ? (total * new Ratio(1, weight)).Reduced : null;
        var state = full ? SpanState.Full : possibly
            ? SpanState.Undetermined : any ? SpanState.Part : IsAnnounced(from, until) ? SpanState.Announced : SpanState.None;
        return new(state, low, high);
    }

    /// <summary>The days from one to another, cut where the coverage changes; days alike are one span.</summary>
    internal IEnumerable<(LocalDate From, LocalDate Until, CoverageSpan Coverage)> Spans(LocalDate from, LocalDate until)
    {
        var cuts = agreed.Periods.Concat(announced.Periods).Select(period => period.From).Where(day => from < day && day <= until)
            .Concat(agreed.Periods.Select(period => period.Until?.PlusDays(1) ?? from).Where(day => from < day && day <= until))
            .Append(from).Distinct().Order().ToImmutableArray();
        (LocalDate From, LocalDate Until, CoverageSpan Coverage)? open = null;
        for (int i = 0; i < cuts.Length; i++)
        {
            LocalDate last = i + 1 < cuts.Length ? cuts[i + 1].PlusDays(-1) : until;
            var span = Over(cuts[i], last);
            if (open is { } one && one.Coverage.State == span.State && one.Coverage.Percent == span.Percent
                && one.Coverage.HighPercent == span.HighPercent)
            {
                open = (one.From, last, one.Coverage);
                continue;
            }
            if (open is { } done)
                yield return done;
            open = (cuts[i], last, span);
        }
        if (open is { } end)
            yield return end;
    }

    private bool IsAnnounced(LocalDate from, LocalDate until) =>
        announced.Periods.Any(period => period.From <= until && !(period.Until < from) && !period.Lines.IsEmpty);

    private static Ratio AtMostWhole(Ratio part) => part > Ratio.One ? Ratio.One : part;
}
