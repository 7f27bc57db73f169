using FundingReports.Portfolios;

namespace FundingReports.Coverage;

/// <summary>Commitments → strands: what each promises to one post, and on which days it is in force.</summary>
/// <remarks>It keeps its scratch lists from one post to the next: one builder serves one thread.</remarks>
internal sealed class StrandBuilder
{
    // The segments so far, and where the next step writes them.
    private List<Segment> segments = [];
    private List<Segment> next = [];

    private readonly AmountTerms terms = new();

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
                IsSum = commitment.Amount.IsSum,
                AgreedSpan = spans[i].Agreed,
                AnnouncedSpan = spans[i].Announced,
                Segments = SegmentsOf(facts, index, slot),
                Unspread = terms.Unspread,
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
        terms.Clear();
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
        // Instalments matter to a sum for the whole period alone: elsewhere they replace the terms of their days.
        terms.Read(commitment.Amount, part, commitment.Amount.WholeSum is null ? 0 : whole.Weight - WeightOfPriced(facts, commitment, whole));
        foreach (var term in terms.All)
        {
            Span days = term.Year is { } k ? TwelveMonths(commitment, k).And(whole) : whole;
            AddIfAny(segments, new(days, term.Rule, new(term.Numerator, term.Denominator), cap, false), days);
        }
    }

    /// <summary>The k-th of successive twelve months, each begun on the anniversary of the first day.</summary>
    private static Span TwelveMonths(Commitment commitment, int k) =>
        new(Day.Of(commitment.From.First.PlusYears(k)), Day.Of(commitment.From.First.PlusYears(k + 1)));

    /// <summary>What the days of a term weigh that known instalments with an amount take; their amounts are noted.</summary>
    private int WeightOfPriced(KnownFacts facts, Commitment commitment, Span whole)
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
                Rule.Unknown => segment.Rate,
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
