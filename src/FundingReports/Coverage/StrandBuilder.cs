using FundingReports.Portfolios;

namespace FundingReports.Coverage;

/// <summary>Commitments → strands: what each promises to one post, and on which days it is in force.</summary>
internal static class StrandBuilder
{
    internal static Strand[] Build(KnownFacts facts, int post)
    {
        var promised = facts.PromisedTo(post);
        var strands = new Strand[promised.Count];
        for (int i = 0; i < strands.Length; i++)
        {
            (int index, int slot) = promised[i];
            var commitment = facts.Portfolio.Commitments[index];
            Day from = Day.Of(commitment.From.First);
            strands[i] = new()
            {
                Commitment = index,
                Agreed = commitment.IsAgreed,
                FirmnessKnown = commitment.Instalments is not null,
                SureBefore = commitment.Until.IsUnknown ? Day.FirstOf(facts.AsOf.Year + 1) : Day.Never,
                IsSum = commitment.Amount is Amount.Total or Amount.Annual or Amount.YearlyAmounts,
                AgreedSpan = commitment.IsAgreed ? InForce(facts, promised, i, agreedOnly: true) : Span.Empty,
                AnnouncedSpan = InForce(facts, promised, i, agreedOnly: false),
                Segments = Segments(facts, commitment, index, slot),
            };
        }
        return strands;
    }

    /// <summary>
    /// The last of a line to have begun is alone in force, also after its own end: so each is in force
    /// from its own first day to the eve of the next one's.
    /// </summary>
    private static Span InForce(KnownFacts facts, IReadOnlyList<(int Commitment, int Slot)> promised, int self, bool agreedOnly)
    {
        var commitments = facts.Portfolio.Commitments;
        var commitment = commitments[promised[self].Commitment];
        Day from = Day.Of(commitment.From.First);
        Day to = Day.Min(EndOf(commitment), facts.WithdrawnFrom(commitment));
        if (to <= from)
            return Span.Empty;
        int line = facts.LineOf(promised[self].Commitment);
        for (int i = 0; i < promised.Count; i++)
        {
            if (i == self || facts.LineOf(promised[i].Commitment) != line)
                continue;
            var other = commitments[promised[i].Commitment];
            Day begins = Day.Of(other.From.First);
            bool counted = (other.IsAgreed || !agreedOnly) && facts.WithdrawnFrom(other) > begins;
            if (counted && Follows(other, i, commitment, self))
                to = Day.Min(to, begins);
        }
        return new(from, to);
    }

    private static bool Follows(Commitment other, int otherOrder, Commitment commitment, int order)
    {
        int byStart = other.From.First.CompareTo(commitment.From.First);
        if (byStart != 0)
            return byStart > 0;
        int byDecision = Nullable.Compare(other.DecidedOn?.First, commitment.DecidedOn?.First);
        return byDecision != 0 ? byDecision > 0 : otherOrder > order;
    }

    private static Day EndOf(Commitment commitment) =>
        commitment.Until.Until is { } until ? Day.After(until.Last) : Day.Never;

    private static Segment[] Segments(KnownFacts facts, Commitment commitment, int index, int slot)
    {
        var weights = facts.WeightsOf(index);
        var terms = Terms(commitment, sum => SumParts.Part(sum, weights, slot));
        if (commitment.Instalments is { } instalments)
            foreach (var instalment in instalments)
                if (facts.Decided(instalment.DecidedOn))
                    terms = WithInstalment(terms, instalment, instalment.Amount is { } sum ? SumParts.Part(sum, weights, slot) : null);
        foreach (var scaling in commitment.Scalings)
            terms = Scaled(terms, scaling);
        return [.. terms];
    }

    /// <summary>The commitment's own terms, before instalments.</summary>
    private static List<Segment> Terms(Commitment commitment, Func<Euros, long> part)
    {
        Span whole = new(Day.Of(commitment.From.First), EndOf(commitment));
        long? cap = commitment.Cap is { } ceiling ? part(ceiling) : null;
        return commitment.Amount switch
        {
            Amount.Total total => [new(whole, Rule.Sum, YearlyRate(part(total.Sum), whole), cap, false)],
            Amount.Annual annual => [new(whole, Rule.Sum, new(part(annual.Yearly), 1), cap, false)],
            Amount.YearlyAmounts steps => Steps(commitment, whole, steps.Steps.Length, k => new(default, Rule.Sum, new(part(steps.Steps[k]), 1), cap, false)),
            Amount.OfCost of => [new(whole, Rule.PartOfCost, Fraction.Of(of.Share), cap, false)],
            Amount.YearlyShares steps => Steps(commitment, whole, steps.Steps.Length, k => new(default, Rule.PartOfCost, Fraction.Of(steps.Steps[k]), cap, false)),
            Amount.OfRemainder of => [new(whole, Rule.PartOfRemainder, Fraction.Of(of.Share), cap, false)],
            Amount.Balance => [new(whole, Rule.Balance, Fraction.Whole, cap, false)],
            Amount.Unknown => [new(whole, Rule.Unknown, Fraction.Whole, cap, false)],
            _ => throw new InvalidOperationException("A kind of amount without a rule."),
        };
    }

    /// <summary>Successive twelve months, each begun on the anniversary of the first day; nothing after the last.</summary>
    private static List<Segment> Steps(Commitment commitment, Span whole, int count, Func<int, Segment> step)
    {
        var segments = new List<Segment>(count);
        for (int k = 0; k < count; k++)
        {
            Span twelveMonths = new(Day.Of(commitment.From.First.PlusYears(k)), Day.Of(commitment.From.First.PlusYears(k + 1)));
            Span span = twelveMonths.And(whole);
            if (!span.IsEmpty)
                segments.Add(step(k) with { Span = span });
        }
        return segments;
    }

    private static Fraction YearlyRate(long cents, Span period) => new((Int128)cents * 360, period.Weight);

    /// <summary>On its days an instalment makes the money firm, and where it has an amount, fixes it.</summary>
    private static List<Segment> WithInstalment(List<Segment> terms, Instalment instalment, long? cents)
    {
        Span days = new(Day.Of(instalment.From.First), Day.After(instalment.Until.Last));
        var result = new List<Segment>(terms.Count + 2);
        foreach (var segment in terms)
        {
            AddIfAny(result, segment, new(segment.Span.From, Day.Min(segment.Span.To, days.From)));
            if (cents is null)
                AddIfAny(result, segment with { Firm = true }, segment.Span.And(days));
            AddIfAny(result, segment, new(Day.Max(segment.Span.From, days.To), segment.Span.To));
        }
        if (cents is { } fixedSum)
            result.Add(new(days, Rule.Sum, YearlyRate(fixedSum, days), null, true));
        result.Sort(static (left, right) => left.Span.From.CompareTo(right.Span.From));
        return result;
    }

    private static List<Segment> Scaled(List<Segment> terms, Scaling scaling)
    {
        Day from = Day.Of(scaling.From.First);
        var result = new List<Segment>(terms.Count + 1);
        foreach (var segment in terms)
        {
            AddIfAny(result, segment, new(segment.Span.From, Day.Min(segment.Span.To, from)));
            var rate = segment.Rule switch
            {
                Rule.Sum or Rule.PartOfCost => segment.Rate.Times(scaling.Factor),
                Rule.PartOfRemainder or Rule.Balance => segment.Rate.Times(scaling.Factor).AtMostOne(),
                _ => segment.Rate,
            };
            AddIfAny(result, segment with { Rate = rate }, new(Day.Max(segment.Span.From, from), segment.Span.To));
        }
        return result;
    }

    private static void AddIfAny(List<Segment> segments, Segment segment, Span span)
    {
        if (!span.IsEmpty)
            segments.Add(segment with { Span = span });
    }
}
