using FundingReports.Ledger;
using System.Numerics;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Figures;

/// <summary>Money of sums, which is counted from the commitment's first day so that its cells add up to it.</summary>
internal sealed class SumFigures<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
{
    /// <summary>Writes the cells of sums, and in the view that its own status gives it, what each must tie to.</summary>
    internal void Write(ViewFigures figures, SumBalance?[] ties)
    {
        for (int s = 0; s < ledger.TimelineCount; s++)
        {
            var timeline = ledger.Post.Timelines[s];
            if (!timeline.IsSum && !HasSum(s))
                continue;
            var tie = SumOf(s, figures);
            figures.Unused = SumBalance.Sum(figures.Unused, tie.Unused);
            if (timeline.IsSum && ledger.View == (timeline.Agreed ? FundingView.Agreed : FundingView.Announced))
                ties[s] = tie;
        }
    }

    private bool HasSum(int s)
    {
        for (int t = ledger.FirstTerm[s]; t < ledger.FirstTerm[s + 1]; t++)
            if (ledger.Terms[t].Rule == PaymentRule.Sum)
                return true;
        return false;
    }

    /// <summary>Promised = before + shown + after + unused.</summary>
    private SumBalance SumOf(int s, ViewFigures figures)
    {
        var timeline = ledger.Post.Timelines[s];
        DayRange living = ledger.InForce[s].And(ledger.Post.Life);
        T counted = T.Zero;
        long written = 0, shown = 0;

        long before = Next(new DayRange(DayNumber.FirstOf(0), DayNumber.FirstOf(ledger.FirstYear)));
        for (int year = 0; year < ledger.YearCount; year++)
        {
            long cell = figures.Cells(year)[s] =
                Next(new(DayNumber.FirstOf(ledger.FirstYear + year), DayNumber.FirstOf(ledger.FirstYear + year + 1)));
            shown = SumBalance.Sum(shown, cell);
        }
        long after = Next(new(DayNumber.FirstOf(ledger.FirstYear + ledger.YearCount), DayNumber.Never));
        long unused = Unused(s, counted);
        return new(SumBalance.Sum(SumBalance.Sum(before, shown), SumBalance.Sum(after, unused)), before, shown, after, unused);

        // Rounding is cumulative: each period is what the total to its end rounds to, less what was written before.
        long Next(DayRange period)
        {
            DayRange days = living.And(period);
            if (days.IsEmpty)
                return 0;
            bool unknown = false;
            for (int t = ledger.FirstTerm[s]; t < ledger.FirstTerm[s + 1]; t++)
                if (ledger.Terms[t].Rule == PaymentRule.Sum)
                    unknown |= !Count(timeline, ledger.Terms[t], ledger.Terms[t].Days.And(days), ref counted);
            long total = ledger.Cents(counted);
            long part = total - written;
            written = total;
            return unknown ? PostFigures.Unknown : part;
        }
    }

    /// <summary>Adds the sure money of some days; false where there is money that is not sure, or has no bound.</summary>
    private bool Count(CommitmentTimeline timeline, in PostLedger<T>.PackedTerms term, DayRange days, ref T counted)
    {
        if (term.Rate == T.Zero)
            return true;
        DayRange known = new(days.From, DayNumber.Min(days.To, timeline.SureBefore));
        DayRange after = new(DayNumber.Max(days.From, timeline.SureBefore), days.To);
        return CountPart(timeline, term, known, ref counted) & CountPart(timeline, term, after, ref counted);
    }

    private bool CountPart(CommitmentTimeline timeline, in PostLedger<T>.PackedTerms term, DayRange days, ref T counted)
    {
        if (days.IsEmpty)
            return true;
        MoneyWorth worth = timeline.WorthOf(term.Firm, days.From, ledger.View);
        if (worth == MoneyWorth.Nothing)
            return true;
        if (days.To == DayNumber.Never)
            return false;
        int weight = days.Weight;
        if (worth == MoneyWorth.Possible)
            return weight == 0;
        checked { counted += term.Rate * T.CreateChecked(weight); }
        return true;
    }

    /// <summary>Money of the days on which the timeline is in force and the post is not.</summary>
    /// <param name="s">The timeline.</param>
    /// <param name="active">The exact money of the post's days.</param>
    private long Unused(int s, T active)
    {
        var timeline = ledger.Post.Timelines[s];
        bool known = true, endless = false;
        T idle = T.Zero;
        for (int t = ledger.FirstTerm[s]; t < ledger.FirstTerm[s + 1]; t++)
        {
            ref readonly var term = ref ledger.Terms[t];
            if (term.Rule != PaymentRule.Sum)
                continue;
            DayRange days = term.Days.And(ledger.InForce[s]);
            endless |= days.To == DayNumber.Never && term.Rate > T.Zero
                && timeline.WorthOf(term.Firm, days.From, ledger.View) != MoneyWorth.Nothing;
            known &= Count(timeline, term, new(days.From, DayNumber.Min(days.To, ledger.Post.Life.From)), ref idle);
            known &= Count(timeline, term, new(DayNumber.Max(days.From, ledger.Post.Life.To), days.To), ref idle);
        }
        if (!known)
            return PostFigures.Unknown;
        // Money that never ends has no total for the cells and the unused part to add up to.
        return (endless ? ledger.Cents(idle) : ledger.Cents(checked(active + idle)) - ledger.Cents(active)) + UnspreadOf(timeline, s);
    }

    /// <summary>What the instalments of a total leave and no day is left for: agreed or announced, never firm.</summary>
    private long UnspreadOf(CommitmentTimeline timeline, int s) =>
        ledger.View != FundingView.Firm && !ledger.InForce[s].IsEmpty ? timeline.Unspread : 0;
}
