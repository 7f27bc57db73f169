using System.Collections.Immutable;
using System.Numerics;
using static FundingReports.Ledger.ExactArithmetic;

namespace FundingReports.Ledger;

/// <summary>Unpacks the ledger of a post into the one that is shown.</summary>
internal static class LedgerReader
{
    /// <summary>The ledger of a post in a view, from the first budget year shown on.</summary>
    internal static FundingLedger Of(KnownFacts facts, int post, int lastYear, FundingView view)
    {
        var ledgers = new PostLedgers();
        return ledgers.Ask<Question, FundingLedger>(ledgers.CaseOf(facts, post, lastYear), new(facts, view, false));
    }

    /// <summary>
    /// The ledger of all that is announced, granted or signed to a post, from its first day on; each commitment pays what it promises,
    /// sure or not.
    /// </summary>
    internal static FundingLedger AsPromised(KnownFacts facts, int post)
    {
        var ledgers = new PostLedgers();
        return ledgers.Ask<Question, FundingLedger>(ledgers.CaseOf(facts, post, facts.AsOf.Year), new(facts, FundingView.Announced, true));
    }

    private readonly struct Question(KnownFacts facts, FundingView view, bool asPromised) : ILedgerQuestion<FundingLedger>
    {
        public FundingLedger AskOf<T>(PostLedger<T> ledger) where T : struct, IBinaryInteger<T>
        {
            if (asPromised)
                ledger.Cut(ledger.Post.Life.From, ledger.Post.Life.To, withYears: false);
            else
                ledger.CutYears();
            ledger.Fill(view, asPromised);
            return new Reading<T>(ledger, facts).Read();
        }
    }

    private sealed class Reading<T>(PostLedger<T> ledger, KnownFacts facts) where T : struct, IBinaryInteger<T>
    {
        internal FundingLedger Read()
        {
            var periods = ImmutableArray.CreateBuilder<LedgerPeriod>(ledger.PeriodCount);
            for (int i = 0; i < ledger.PeriodCount; i++)
                periods.Add(PeriodOf(i));
            return new(ledger.View, periods.DrainToImmutable());
        }

        private LedgerPeriod PeriodOf(int i)
        {
            DayRange days = ledger.PeriodAt(i);
            ref readonly PostLedger<T>.DayLevel level = ref ledger.Levels[i];
            var lines = ImmutableArray.CreateBuilder<LedgerLine>();
            for (int s = 0; s < ledger.TimelineCount; s++)
                if (ledger.Paying[i * ledger.TimelineCount + s] >= 0)
                    lines.Add(LineOf(i, s));
            var (low, high, cost, unbounded) = level.Ends;
            T missing = T.Zero;
            return new(days.From.Date, days.To == DayNumber.Never ? null : days.To.Eve)
            {
                Cost = ledger.Costs[i] is { } cents
                    ? Knowable<Euros>.Known(Euros.FromCents(cents)) : Knowable<Euros>.Unknown(Missing.Cost),
                Lines = lines.DrainToImmutable(),
                Low = Part(low, cost),
                High = unbounded ? null : Part(high, cost),
                Missing = level.AddLack(ref missing, T.One)
                    ? Knowable<Euros>.Known(Euros.FromCents(ledger.YearlyCents(missing)))
                    : Knowable<Euros>.Unknown(level.Is(CoverageFlags.CostUnknown) ? Missing.Cost : Missing.Amount),
            };
        }

        private LedgerLine LineOf(int period, int s)
        {
            int at = period * ledger.TimelineCount + s, place = ledger.Paying[at];
            var timeline = ledger.Post.Timelines[s];
            var terms = timeline.Periods[place - ledger.FirstTerm[s]];
            ref readonly var term = ref ledger.Terms[place];
            ref readonly PostLedger<T>.DayLevel level = ref ledger.Levels[period];
            // An unknown amount, or a sum as a part of an unknown cost, has no bound but its cap.
            bool unbounded = !term.PaysNothing && level.Is(CoverageFlags.CostUnknown)
                && term.Rule is PaymentRule.Sum or PaymentRule.Unknown
                || term is { Rule: PaymentRule.Unknown, PaysNothing: false, HasCap: false };
            bool sure = ledger.Surely[at], isSum = term.Rule == PaymentRule.Sum;
            T lowMoney = isSum ? sure ? term.Rate : T.Zero : ledger.Low[at], highMoney = isSum ? term.Rate : ledger.High[at];
            bool ofUnknownCost = level.Is(CoverageFlags.CostUnknown) && term.Rule is not (PaymentRule.Sum or PaymentRule.Unknown);
            return new(facts.Portfolio.Commitments[timeline.Commitment], timeline.Commitment)
            {
                Rule = term.Rule,
                Rate = terms.Rate.ToRatio(),
                Cap = terms.Cap is { } cap ? Euros.FromCents(cap) : null,
                IsFirm = terms.Firm,
                IsSure = sure,
                Low = Part(ledger.Low[at], level.Cost),
                High = unbounded ? null : Part(ledger.High[at], level.Cost),
                IfSure = Part(ledger.IfSure[at], level.Cost),
                LowMoney = Money(lowMoney, ofUnknownCost && !term.PaysNothing, Missing.Cost),
                HighMoney = Money(
                    highMoney, !isSum && unbounded || ofUnknownCost && !term.PaysNothing, ofUnknownCost ? Missing.Cost : Missing.Amount),
                TermsWeight = terms.Days.Weight,
            };
        }

        private Knowable<Euros> Money(T rate, bool unknown, Missing missing) =>
            unknown ? Knowable<Euros>.Unknown(missing) : Knowable<Euros>.Known(Euros.FromCents(ledger.YearlyCents(rate)));

        // A cost of zero has no parts.
        private static Ratio Part(T money, T cost) => cost == T.Zero ? Ratio.Zero : new Ratio(Wide(money), Wide(cost)).Reduced;
    }
}
