using System.Runtime.InteropServices;
using FundingReports.Portfolios;

namespace FundingReports.Ledger;

/// <summary>Commitments → timelines: what each promises to one post, and on which days it is in force.</summary>
/// <remarks>It keeps its scratch lists from one post to the next: one builder serves one thread.</remarks>
internal sealed class TimelineBuilder
{
    // The periods so far, and where the next step writes them.
    private List<TimelinePeriod> periods = [];
    private List<TimelinePeriod> next = [];

    private readonly AmountTerms terms = new();
    private (DayRange Agreed, DayRange Announced)[] inForce = [];

    internal static CommitmentTimeline[] Build(KnownFacts facts, int post) => new TimelineBuilder().TimelinesOf(facts, post);

    internal CommitmentTimeline[] TimelinesOf(KnownFacts facts, int post)
    {
        var promised = facts.PromisedTo(post);
        if (promised.IsEmpty)
            return [];
        var timelines = new CommitmentTimeline[promised.Length];
        if (inForce.Length < promised.Length)
            inForce = new (DayRange, DayRange)[promised.Length];
        InForce(facts, promised, inForce.AsSpan(0, promised.Length));
        for (int i = 0; i < timelines.Length; i++)
        {
            (int index, int slot) = promised[i];
            var commitment = facts.Portfolio.Commitments[index];
            timelines[i] = new()
            {
                Commitment = index,
                Funder = commitment.Funder,
                Line = commitment.Line,
                Agreed = commitment.IsAgreed,
                FirmnessKnown = commitment.Instalments is not null,
                SureBefore = commitment.Until.IsUnknown ? DayNumber.FirstOf(facts.AsOf.Year + 1) : DayNumber.Never,
                IsSum = commitment.Amount.IsSum,
                AgreedDays = inForce[i].Agreed,
                AnnouncedDays = inForce[i].Announced,
                Periods = PeriodsOf(facts, index, slot),
                Unspread = terms.Unspread,
            };
        }
        return timelines;
    }

    /// <summary>
    /// Works out when each commitment is in force. In a line, only the last commitment to have begun is in force, even after its own end:
    /// so each is in force from its own first day to the eve of the first day of whatever follows it.
    /// </summary>
    private static void InForce(
        KnownFacts facts, ReadOnlySpan<(int Commitment, int Slot)> promised, Span<(DayRange Agreed, DayRange Announced)> spans)
    {
        var commitments = facts.Portfolio.Commitments;
        if (!facts.HasAmendments || promised.Length == 1)
        {
            for (int i = 0; i < spans.Length; i++)
                spans[i] = Both(facts, commitments[promised[i].Commitment], DayNumber.Never, DayNumber.Never);
            return;
        }
        // Each line is read from its last commitment to its first, with the first day of what follows.
        var after = new Dictionary<int, (DayNumber Agreed, DayNumber Announced)>();
        var ranks = new int[promised.Length];
        var order = new int[promised.Length];
        for (int i = 0; i < order.Length; i++)
            (ranks[i], order[i]) = (-facts.RankOf(promised[i].Commitment), i);
        Array.Sort(ranks, order);
        foreach (int i in order)
        {
            var commitment = commitments[promised[i].Commitment];
            int line = facts.LineOf(promised[i].Commitment);
            var (agreed, announced) = after.GetValueOrDefault(line, (DayNumber.Never, DayNumber.Never));
            spans[i] = Both(facts, commitment, agreed, announced);
            DayNumber begins = DayNumber.Of(commitment.From.First);
            // A commitment that is withdrawn before it begins never existed.
            if (facts.WithdrawnFrom(commitment) > begins)
                after[line] = (commitment.IsAgreed ? DayNumber.Min(agreed, begins) : agreed, DayNumber.Min(announced, begins));
        }
    }

    private static (DayRange Agreed, DayRange Announced) Both(
        KnownFacts facts, Commitment commitment, DayNumber agreedUntil, DayNumber announcedUntil)
    {
        DayNumber from = DayNumber.Of(commitment.From.First), end = DayNumber.Min(EndOf(commitment), facts.WithdrawnFrom(commitment));
        return (commitment.IsAgreed ? Before(agreedUntil) : DayRange.Empty, Before(announcedUntil));

        DayRange Before(DayNumber next) => from < DayNumber.Min(end, next) ? new(from, DayNumber.Min(end, next)) : DayRange.Empty;
    }

    private static DayNumber EndOf(Commitment commitment) =>
        commitment.Until.Until is { } until ? DayNumber.After(until.Last) : DayNumber.Never;

    private TimelinePeriod[] PeriodsOf(KnownFacts facts, int index, int slot)
    {
        var commitment = facts.Portfolio.Commitments[index];
        var part = new SumPart(facts.SplitOf(index), slot);
        periods.Clear();
        terms.Clear();
        AddTerms(facts, commitment, part);
        if (commitment.Instalments is { } instalments)
            foreach (var instalment in instalments)
                if (facts.Decided(instalment.DecidedOn))
                    AddInstalment(instalment, part);
        foreach (var scaling in commitment.Scalings)
            Scale(scaling);
        return [.. periods];
    }

    /// <summary>The commitment's own terms, before instalments.</summary>
    private void AddTerms(KnownFacts facts, Commitment commitment, SumPart part)
    {
        DayRange whole = new(DayNumber.Of(commitment.From.First), EndOf(commitment));
        // An amendment may begin after the term that it keeps.
        if (whole.IsEmpty)
            return;
        long? cap = commitment.Cap is { } ceiling ? part.Of(ceiling) : null;
        // The weight of instalments matters only to a sum for the whole period; elsewhere instalments replace the terms of their days.
        terms.Read(
            commitment.Amount, part, commitment.Amount.WholeSum is null ? 0 : whole.Weight - WeightOfPriced(facts, commitment, whole));
        foreach (var term in terms.All)
        {
            DayRange days = term.Year is { } k ? TwelveMonths(commitment, k).And(whole) : whole;
            AddIfAny(periods, new(days, term.Rule, false, new(term.Numerator, term.Denominator), cap), days);
        }
    }

    /// <summary>The k-th of successive twelve months, each begun on the anniversary of the first day.</summary>
    private static DayRange TwelveMonths(Commitment commitment, int k) =>
        new(DayNumber.Of(commitment.From.First.PlusYears(k)), DayNumber.Of(commitment.From.First.PlusYears(k + 1)));

    /// <summary>The weight of the days that known instalments with an amount take from a term; their amounts are noted.</summary>
    private int WeightOfPriced(KnownFacts facts, Commitment commitment, DayRange whole)
    {
        int weight = 0;
        foreach (var instalment in commitment.Instalments ?? [])
            if (instalment.Amount is { } sum && facts.Decided(instalment.DecidedOn))
            {
                terms.Fixed.Add(sum);
                weight += DaysOf(instalment).And(whole).Weight;
            }
        return weight;
    }

    private static DayRange DaysOf(Instalment instalment) =>
        new(DayNumber.Of(instalment.From.First), DayNumber.After(instalment.Until.Last));

    private static PackedFraction YearlyRate(long cents, DayRange period) => new((Int128)cents * 360, period.Weight);

    /// <summary>Applies an instalment: on its days the money is firm and, where the instalment has an amount, fixed.</summary>
    private void AddInstalment(Instalment instalment, SumPart part)
    {
        DayRange days = DaysOf(instalment);
        // What ends before it stays as it is: instalments mostly come one after the other.
        int first = periods.Count;
        while (first > 0 && periods[first - 1].Days.To > days.From)
            first--;
        next.Clear();
        foreach (ref readonly var period in CollectionsMarshal.AsSpan(periods)[first..])
        {
            AddIfAny(next, period, new(period.Days.From, DayNumber.Min(period.Days.To, days.From)));
            if (instalment.Amount is null)
                AddIfAny(next, period with { Firm = true }, period.Days.And(days));
            AddIfAny(next, period, new(DayNumber.Max(period.Days.From, days.To), period.Days.To));
        }
        if (instalment.Amount is { } sum)
        {
            int at = next.FindIndex(period => period.Days.From > days.From);
            next.Insert(at < 0 ? next.Count : at, new(days, PaymentRule.Sum, true, YearlyRate(part.Of(sum), days), null));
        }
        CollectionsMarshal.SetCount(periods, first);
        periods.AddRange(next);
    }

    private void Scale(Scaling scaling)
    {
        DayNumber from = DayNumber.Of(scaling.From.First);
        next.Clear();
        foreach (var period in periods)
        {
            AddIfAny(next, period, new(period.Days.From, DayNumber.Min(period.Days.To, from)));
            var rate = period.Rule switch
            {
                PaymentRule.Sum or PaymentRule.ShareOfCost => period.Rate.Times(scaling.Factor),
                PaymentRule.ShareOfRemainder or PaymentRule.Balance => period.Rate.Times(scaling.Factor).AtMostOne(),
                PaymentRule.Unknown => period.Rate,
            };
            AddIfAny(next, period with { Rate = rate }, new(DayNumber.Max(period.Days.From, from), period.Days.To));
        }
        (periods, next) = (next, periods);
    }

    private static void AddIfAny(List<TimelinePeriod> to, in TimelinePeriod period, DayRange span)
    {
        if (!span.IsEmpty)
            to.Add(period with { Days = span });
    }
}
