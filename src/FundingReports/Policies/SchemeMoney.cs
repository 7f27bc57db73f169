using System.Collections.Immutable;
using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Policies;

/// <summary>What the rules of a scheme ask of the ledger of a post: what the scheme's own commitments pay, and what others do.</summary>
internal sealed class SchemeMoney
{
    private readonly Func<int, bool> isOwn;

    internal SchemeMoney(KnownFacts facts, int post, Func<int, bool> isOwn)
    {
        this.isOwn = isOwn;
        Ledger = LedgerReader.AsPromised(facts, post);
    }

    /// <summary>All that is announced, granted or signed, from the first day of the post on, as promised.</summary>
    internal FundingLedger Ledger { get; }

    /// <summary>The days from the first on which a commitment pays the post to the last; empty where there is none.</summary>
    internal DayRange DaysOf(int commitment)
    {
        DayRange days = DayRange.Empty;
        foreach (var period in Ledger.Periods.Where(period => period.Lines.Any(line => line.Index == commitment)))
            days = days.IsEmpty ? DaysOf(period) : days with { To = DaysOf(period).To };
        return days;
    }

    /// <summary>The periods, in order, cut at the given days too.</summary>
    internal IEnumerable<SchemePiece> Pieces(params IEnumerable<DayNumber> cuts)
    {
        List<DayNumber> bounds = [.. cuts.Order()];
        foreach (var period in Ledger.Periods)
        {
            DayRange left = DaysOf(period);
            ImmutableArray<SchemePart> parts = [.. period.Lines.Select(line => new SchemePart(line, isOwn(line.Index), period.Cost))];
            foreach (DayNumber bound in bounds.Where(bound => left.From < bound && bound < left.To))
            {
                yield return new(left with { To = bound }, parts);
                left = left with { From = bound };
            }
            yield return new(left, parts);
        }
    }

    private static DayRange DaysOf(LedgerPeriod period) =>
        new(DayNumber.Of(period.From), period.Until is { } until ? DayNumber.After(until) : DayNumber.Never);
}

/// <summary>Days on which nothing changes, and what is paid on them.</summary>
internal sealed record SchemePiece(DayRange Days, ImmutableArray<SchemePart> Parts)
{
    internal bool OwnPays => Parts.Any(part => part.Own);

    /// <summary>The first of the scheme's commitments.</summary>
    internal int FirstOwn => Parts.First(part => part.Own).Commitment;

    internal RatioRange Sum(bool own)
    {
        RatioRange sum = RatioRange.Zero;
        foreach (var part in Parts)
            if (part.Own == own)
                sum += part.Part;
        return sum;
    }
}

/// <summary>What one commitment pays of the cost on some days.</summary>
internal readonly record struct SchemePart(LedgerLine Line, bool Own, Knowable<Euros> Cost)
{
    internal int Commitment => Line.Index;

    /// <summary>The part of the cost: a remainder is least where all others pay all they may, and most where they pay the least.</summary>
    internal RatioRange Part => new(
        Line.High is { } high ? Ratio.Min(Line.Low, high) : Line.Low,
        Line.High is { } most ? Ratio.Max(Ratio.Max(Line.Low, most), Line.IfSure) : null);

    /// <summary>The cents a year that it pays; null where that is not known.</summary>
    internal Ratio? YearlyCents => Line.Rule == PaymentRule.Sum
        ? Line.Cap is { } cap ? Ratio.Min(Line.Rate, Ratio.Cents(cap.Cents)) : Line.Rate
        : Part.IsExact && Cost.TryGet(out var cost) ? Part.Low * Ratio.Cents(cost.Cents) : null;
}
