using FundingReports.Portfolios;

namespace FundingReports.Coverage;

/// <summary>Commitments → strands: what each promises to one post, and on which days it is in force.</summary>
/// <remarks>It keeps its scratch lists from one post to the next: one builder serves one thread.</remarks>
internal sealed class StrandBuilder
{
    // The segments so far, and where the next step writes them.
    private List<Segment> segments = [];
    private List<Segment> next = [];

    // Of a total, the cents that priced instalments leave and that no day is left to spread over.
    private long unspread;

    internal static Strand[] Build(KnownFacts facts, int post) => new StrandBuilder().StrandsOf(facts, post);

    internal Strand[] StrandsOf(KnownFacts facts, int post)
    {
        var promised = facts.PromisedTo(post);
        if (promised.IsEmpty)
            return [];
        var strands = new Strand[promised.Length];
        var spans = new (Span Agreed, Span Announced)[promised.Length];
        InForce(facts, promised, spans);
        for (int i = 0; i < strands.Length; i++)
        {
            (int index, int slot) = promised[i];
            var commitment = facts.Portfolio.Commitments[index];
            strands[i] = new()
            {
                Commitment = index,
                Funder = commitment.Funder,
                Line = commitment.Line,
                Agreed = commitment.IsAgreed,
                FirmnessKnown = commitment.Instalments is not null,
                SureBefore = commitment.Until.IsUnknown ? Day.FirstOf(facts.AsOf.Year + 1) : Day.Never,
                IsSum = commitment.Amount is Amount.Total or Amount.Annual or Amount.YearlyAmounts,
                AgreedSpan = spans[i].Agreed,
                AnnouncedSpan = spans[i].Announced,
                Segments = SegmentsOf(facts, index, slot),
                Unspread = unspread,
            };
        }
        return strands;
    }

    /// <summary>
    /// The last of a line to have begun is alone in force, also after its own end: so each is in force from its own
    /// first day to the eve of the first day of whatever comes after it in its line.
    /// </summary>
    private static void InForce(KnownFacts facts, ReadOnlySpan<(int Commitment, int Slot)> promised, (Span Agreed, Span Announced)[] spans)
    {
        var commitments = facts.Portfolio.Commitments;
        if (!facts.HasAmendments || promised.Length == 1)
        {
            for (int i = 0; i < spans.Length; i++)
                spans[i] = Both(facts, commitments[promised[i].Commitment], Day.Never, Day.Never);
            return;
        }
        // From the last of each line to its first, with the first day of what comes after.
        var after = new Dictionary<int, (Day Agreed, Day Announced)>();
        var ranks = new int[promised.Length];
        var order = new int[promised.Length];
        for (int i = 0; i < order.Length; i++)
            (ranks[i], order[i]) = (-facts.RankOf(promised[i].Commitment), i);
        Array.Sort(ranks, order);
        foreach (int i in order)
        {
            var commitment = commitments[promised[i].Commitment];
            int line = facts.LineOf(promised[i].Commitment);
            var (agreed, announced) = after.GetValueOrDefault(line, (Day.Never, Day.Never));
            spans[i] = Both(facts, commitment, agreed, announced);
            Day begins = Day.Of(commitment.From.First);
            // Withdrawn before it begins, it never was.
            if (facts.WithdrawnFrom(commitment) > begins)
                after[line] = (commitment.IsAgreed ? Day.Min(agreed, begins) : agreed, Day.Min(announced, begins));
        }
    }

    private static (Span Agreed, Span Announced) Both(KnownFacts facts, Commitment commitment, Day agreedUntil, Day announcedUntil)
    {
        Day from = Day.Of(commitment.From.First), end = Day.Min(EndOf(commitment), facts.WithdrawnFrom(commitment));
        return (commitment.IsAgreed ? Before(agreedUntil) : Span.Empty, Before(announcedUntil));

        Span Before(Day next) => from < Day.Min(end, next) ? new(from, Day.Min(end, next)) : Span.Empty;
    }

    private static Day EndOf(Commitment commitment) =>
        commitment.Until.Until is { } until ? Day.After(until.Last) : Day.Never;

    private Segment[] SegmentsOf(KnownFacts facts, int index, int slot)
    {
        var commitment = facts.Portfolio.Commitments[index];
        var part = new SumPart(facts.WeightsOf(index), slot);
        segments.Clear();
        unspread = 0;
        AddTerms(facts, commitment, part);
        if (commitment.Instalments is { } instalments)
            foreach (var instalment in instalments)
                if (facts.Decided(instalment.DecidedOn))
                    AddInstalment(instalment, part);
        foreach (var scaling in commitment.Scalings)
            Scale(scaling);
        return [.. segments];
    }

    /// <summary>The commitment's own terms, before instalments.</summary>
    private void AddTerms(KnownFacts facts, Commitment commitment, SumPart part)
    {
        Span whole = new(Day.Of(commitment.From.First), EndOf(commitment));
        // An amendment may begin after the term that it keeps.
        if (whole.IsEmpty)
            return;
        long? cap = commitment.Cap is { } ceiling ? part.Of(ceiling) : null;
        switch (commitment.Amount)
        {
            case Amount.Total total:
                segments.Add(new(whole, Rule.Sum, RateBesideInstalments(facts, commitment, total.Sum, part, whole), cap, false));
                break;
            case Amount.Annual annual:
                segments.Add(new(whole, Rule.Sum, new(part.Of(annual.Yearly), 1), cap, false));
                break;
            case Amount.YearlyAmounts amounts:
                for (int k = 0; k < amounts.Steps.Length; k++)
                    AddStep(commitment, k, new(whole, Rule.Sum, new(part.Of(amounts.Steps[k]), 1), cap, false));
                break;
            case Amount.OfCost of:
                segments.Add(new(whole, Rule.PartOfCost, Fraction.Of(of.Share), cap, false));
                break;
            case Amount.YearlyShares shares:
                for (int k = 0; k < shares.Steps.Length; k++)
                    AddStep(commitment, k, new(whole, Rule.PartOfCost, Fraction.Of(shares.Steps[k]), cap, false));
                break;
            case Amount.OfRemainder of:
                segments.Add(new(whole, Rule.PartOfRemainder, Fraction.Of(of.Share), cap, false));
                break;
            case Amount.Balance:
                segments.Add(new(whole, Rule.Balance, Fraction.Whole, cap, false));
                break;
            case Amount.Unknown:
                segments.Add(new(whole, Rule.Unknown, Fraction.Whole, cap, false));
                break;
            default:
                throw new InvalidOperationException("A kind of amount without a rule.");
        }
    }

    /// <summary>The k-th of successive twelve months, each begun on the anniversary of the first day; nothing after the last.</summary>
    private void AddStep(Commitment commitment, int k, in Segment step)
    {
        Span twelveMonths = new(Day.Of(commitment.From.First.PlusYears(k)), Day.Of(commitment.From.First.PlusYears(k + 1)));
        AddIfAny(segments, step, twelveMonths.And(step.Span));
    }

    /// <summary>A total stays a total: what its priced instalments leave is spread over its other days.</summary>
    private Fraction RateBesideInstalments(KnownFacts facts, Commitment commitment, Euros total, SumPart part, Span whole)
    {
        var priced = (commitment.Instalments ?? []).Where(instalment => instalment.Amount is not null && facts.Decided(instalment.DecidedOn)).ToList();
        if (priced.Count == 0)
            return YearlyRate(part.Of(total), whole);
        int weight = whole.Weight - priced.Sum(instalment => DaysOf(instalment).And(whole).Weight);
        long left = LeftOf(total, priced, part);
        if (weight > 0)
            return new((Int128)left * 360, weight);
        unspread = left;
        return Fraction.Nothing;
    }

    /// <summary>Each post's part lives on its own, unless a cent of the splitting would leave one less than nothing.</summary>
    private static long LeftOf(Euros total, List<Instalment> priced, SumPart part)
    {
        var left = total;
        long own = part.Of(total);
        foreach (var instalment in priced)
        {
            left -= instalment.Amount!.Value;
            own -= part.Of(instalment.Amount.Value);
        }
        // Instalments above their total are an error of the facts.
        return part.AllAtLeastNothing(total, priced) ? own : part.Of(left < Euros.Zero ? Euros.Zero : left);
    }

    private static Span DaysOf(Instalment instalment) => new(Day.Of(instalment.From.First), Day.After(instalment.Until.Last));

    private static Fraction YearlyRate(long cents, Span period) => new((Int128)cents * 360, period.Weight);

    /// <summary>On its days an instalment makes the money firm, and where it has an amount, fixes it.</summary>
    private void AddInstalment(Instalment instalment, SumPart part)
    {
        Span days = DaysOf(instalment);
        next.Clear();
        foreach (var segment in segments)
        {
            AddIfAny(next, segment, new(segment.Span.From, Day.Min(segment.Span.To, days.From)));
            if (instalment.Amount is null)
                AddIfAny(next, segment with { Firm = true }, segment.Span.And(days));
            AddIfAny(next, segment, new(Day.Max(segment.Span.From, days.To), segment.Span.To));
        }
        if (instalment.Amount is { } sum)
        {
            int at = next.FindIndex(segment => segment.Span.From > days.From);
            next.Insert(at < 0 ? next.Count : at, new(days, Rule.Sum, YearlyRate(part.Of(sum), days), null, true));
        }
        (segments, next) = (next, segments);
    }

    private void Scale(Scaling scaling)
    {
        Day from = Day.Of(scaling.From.First);
        next.Clear();
        foreach (var segment in segments)
        {
            AddIfAny(next, segment, new(segment.Span.From, Day.Min(segment.Span.To, from)));
            var rate = segment.Rule switch
            {
                Rule.Sum or Rule.PartOfCost => segment.Rate.Times(scaling.Factor),
                Rule.PartOfRemainder or Rule.Balance => segment.Rate.Times(scaling.Factor).AtMostOne(),
                _ => segment.Rate,
            };
            AddIfAny(next, segment with { Rate = rate }, new(Day.Max(segment.Span.From, from), segment.Span.To));
        }
        (segments, next) = (next, segments);
    }

    private static void AddIfAny(List<Segment> to, in Segment segment, Span span)
    {
        if (!span.IsEmpty)
            to.Add(segment with { Span = span });
    }
}
