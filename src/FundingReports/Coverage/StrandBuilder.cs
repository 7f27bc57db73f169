using FundingReports.Portfolios;

namespace FundingReports.Coverage;

/// <summary>Commitments → strands: what each promises to one post, and on which days it is in force.</summary>
/// <remarks>It keeps its scratch lists from one post to the next: one builder serves one thread.</remarks>
internal sealed class StrandBuilder
{
    // The segments so far, and where the next step writes them.
    private List<Segment> segments = [];
    private List<Segment> next = [];

    internal static Strand[] Build(KnownFacts facts, int post) => new StrandBuilder().StrandsOf(facts, post);

    internal Strand[] StrandsOf(KnownFacts facts, int post)
    {
        var promised = facts.PromisedTo(post);
        if (promised.IsEmpty)
            return [];
        var strands = new Strand[promised.Length];
        for (int i = 0; i < strands.Length; i++)
        {
            (int index, int slot) = promised[i];
            var commitment = facts.Portfolio.Commitments[index];
            Span announced = InForce(facts, promised, i, agreedOnly: false);
            strands[i] = new()
            {
                Commitment = index,
                Funder = commitment.Funder,
                Agreed = commitment.IsAgreed,
                FirmnessKnown = commitment.Instalments is not null,
                SureBefore = commitment.Until.IsUnknown ? Day.FirstOf(facts.AsOf.Year + 1) : Day.Never,
                IsSum = commitment.Amount is Amount.Total or Amount.Annual or Amount.YearlyAmounts,
                AgreedSpan = !commitment.IsAgreed ? Span.Empty : promised.Length == 1 ? announced : InForce(facts, promised, i, agreedOnly: true),
                AnnouncedSpan = announced,
                Segments = SegmentsOf(facts, index, slot),
            };
        }
        return strands;
    }

    /// <summary>
    /// The last of a line to have begun is alone in force, also after its own end: so each is in force
    /// from its own first day to the eve of the next one's.
    /// </summary>
    private static Span InForce(KnownFacts facts, ReadOnlySpan<(int Commitment, int Slot)> promised, int self, bool agreedOnly)
    {
        var commitments = facts.Portfolio.Commitments;
        var commitment = commitments[promised[self].Commitment];
        Day from = Day.Of(commitment.From.First);
        Day to = Day.Min(EndOf(commitment), facts.WithdrawnFrom(commitment));
        if (to <= from)
            return Span.Empty;
        int line = facts.LineOf(promised[self].Commitment);
        for (int i = 0; i < promised.Length; i++)
        {
            if (facts.LineOf(promised[i].Commitment) != line)
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

    private Segment[] SegmentsOf(KnownFacts facts, int index, int slot)
    {
        var commitment = facts.Portfolio.Commitments[index];
        var part = new SumPart(facts.WeightsOf(index), slot);
        segments.Clear();
        AddTerms(commitment, part);
        if (commitment.Instalments is { } instalments)
            foreach (var instalment in instalments)
                if (facts.Decided(instalment.DecidedOn))
                    AddInstalment(instalment, part);
        foreach (var scaling in commitment.Scalings)
            Scale(scaling);
        return [.. segments];
    }

    /// <summary>The commitment's own terms, before instalments.</summary>
    private void AddTerms(Commitment commitment, SumPart part)
    {
        Span whole = new(Day.Of(commitment.From.First), EndOf(commitment));
        long? cap = commitment.Cap is { } ceiling ? part.Of(ceiling) : null;
        switch (commitment.Amount)
        {
            case Amount.Total total:
                segments.Add(new(whole, Rule.Sum, YearlyRate(part.Of(total.Sum), whole), cap, false));
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

    private static Fraction YearlyRate(long cents, Span period) => new((Int128)cents * 360, period.Weight);

    /// <summary>On its days an instalment makes the money firm, and where it has an amount, fixes it.</summary>
    private void AddInstalment(Instalment instalment, SumPart part)
    {
        Span days = new(Day.Of(instalment.From.First), Day.After(instalment.Until.Last));
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
