using System.Collections.Immutable;
using System.Numerics;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Reports.Schedules;

/// <summary>What one commitment promises to one post on some days.</summary>
/// <param name="Commitment">Its place in the portfolio.</param>
/// <param name="Line">The place in the portfolio of what begins its line: itself, or what it amends in the end.</param>
/// <param name="Order">Its place among those of its line that count, from 1 on.</param>
/// <param name="Begins">The first day of the commitment.</param>
/// <param name="WithdrawnFrom">The first day without money; null where it is not withdrawn.</param>
/// <param name="Kind">Where these terms come from.</param>
/// <param name="Days">The days of these terms, whatever is in force on them.</param>
/// <param name="InForce">The days on which the commitment is in force.</param>
/// <param name="Rule">How the money is worked out.</param>
/// <param name="Promised">Cents for the whole, or cents a year; null where the terms are no sum.</param>
/// <param name="SpreadOver">
/// Of cents for the whole, over how many thirtieths of months (a year has 360) they are spread; null where they are cents a year.
/// </param>
/// <param name="Numerator">Of the part; of a sum, of what a scenario keeps of it.</param>
/// <param name="Denominator">Of the part; of a sum, of what a scenario keeps of it.</param>
/// <param name="Cap">Cents a year at most; null where there is no cap.</param>
/// <param name="SureUntil">The first day on which they are only possible.</param>
/// <param name="Unspread">Of a total, the cents for which no day is left.</param>
internal sealed record AgreedTerms(
    int Commitment, int Line, int Order, LocalDate Begins, LocalDate? WithdrawnFrom, TermsKind Kind, LocalDateRange Days,
        LocalDateRange InForce, PaymentRule Rule,
    long? Promised, int? SpreadOver, BigInteger Numerator, BigInteger Denominator, long? Cap, LocalDate SureUntil, long Unspread)
{
    /// <summary>The days on which they pay.</summary>
    internal LocalDateRange Paying => Days.And(InForce);

    /// <summary>The cap as money.</summary>
    internal Euros? MostAYear => Cap is { } cents ? Euros.FromCents(cents) : null;

    /// <summary>Cents a year of a sum, or the part.</summary>
    internal Ratio Rate => (Promised, SpreadOver) switch
    {
        (null, _) => new(Numerator, Denominator),
        ({ } yearly, null) => new(yearly * Numerator, Denominator),
        (_, 0) => Ratio.Zero,
        ({ } whole, { } over) => new(whole * Thirtieths.InAYear * Numerator, over * Denominator),
    };
}

/// <summary>The origin of terms.</summary>
internal enum TermsKind
{
    /// <summary>The commitment's own.</summary>
    Own,

    /// <summary>Those of one of the commitment's steps of twelve months.</summary>
    Step,

    /// <summary>A tranche with an amount.</summary>
    Instalment,
}

/// <summary>
/// Reads the rows of Conventions as a reader does, row by row, and apart from the calculation that it checks: nothing is
/// shared with it but the facts, the thirtieths and how a sum is split to the cent. Granted and signed money only.
/// </summary>
internal sealed class AgreementReading
{
    private readonly Portfolio portfolio;
    private readonly LocalDate asOf;
    private readonly int[] order;
    private readonly int[] line;
    private readonly Dictionary<string, List<int>> byPost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Post> posts;
    private readonly Dictionary<string, int> place;

    // Of a commitment for many posts, the places of the posts and each sum as it is split: asked once a post, worked out once.
    private readonly Dictionary<string, Dictionary<string, int>> slots = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Commitment, Euros Sum), Euros[]> parts = [];
    private readonly Dictionary<string, Euros[]> lefts = new(StringComparer.Ordinal);

    internal AgreementReading(Portfolio portfolio, LocalDate asOf)
    {
        this.portfolio = portfolio;
        this.asOf = asOf;
        posts = portfolio.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        place = Commitments.Select((commitment, c) => (commitment.Id, c))
            .ToDictionary(pair => pair.Id, pair => pair.c, StringComparer.Ordinal);
        (line, order) = InOrder();
        // A commitment that is withdrawn before it begins never existed.
        foreach (int c in order)
            if (Commitments[c] is { IsAgreed: true } commitment && Exists(commitment.DecidedOn)
                && !(WithdrawnFrom(commitment) <= commitment.From.First))
                foreach (string post in commitment.Posts)
                    if (byPost.TryGetValue(post, out var own))
                        own.Add(c);
                    else
                        byPost.Add(post, [c]);
    }

    // Terms stand as they are written: a calculation makes its own of them.
    private ImmutableArray<Commitment> Commitments => portfolio.Facts.Commitments;

    /// <summary>What is promised to a post, line by line, each in its order.</summary>
    internal List<AgreedTerms> Of(Post post)
    {
        var read = new List<AgreedTerms>();
        foreach (var own in byPost.GetValueOrDefault(post.Id, []).GroupBy(c => line[c]).OrderBy(group => group.Key))
        {
            int[] members = [.. own];
            var replaced = new LocalDate[members.Length];
            for (int i = members.Length - 1, later = i + 1; i >= 0; later = i--)
                replaced[i] = later == members.Length ? LocalDateRange.Never
                    : LocalDate.Min(replaced[later], Commitments[members[later]].From.First);
            for (int i = 0; i < members.Length; i++)
                Read(post, members[i], i, replaced[i], read);
        }
        return read;
    }

    // Of a line, the commitment that began last is alone in force, also after its own end.
    private void Read(Post post, int c, int i, LocalDate replaced, List<AgreedTerms> read)
    {
        var commitment = Commitments[c];
        LocalDate begins = commitment.From.First, end = EndOf(commitment);
        LocalDate withdrawn = WithdrawnFrom(commitment) ?? LocalDateRange.Never;
        LocalDateRange inForce = new(begins, LocalDate.Min(LocalDate.Min(end, replaced), withdrawn));
        var tranches = (commitment.Instalments ?? []).Where(tranche => Exists(tranche.DecidedOn)).ToList();
        var priced = tranches.Where(tranche => tranche.Amount is not null).ToList();
        LocalDate sure = TermOf(commitment).IsUnknown ? new(asOf.Year + 1, 1, 1) : LocalDateRange.Never;
        var common = new AgreedTerms(
            c, line[c], i + 1, begins, WithdrawnFrom(commitment), TermsKind.Own, new(begins, end), inForce.IsEmpty
                ? LocalDateRange.Empty : inForce,
            RuleOf(commitment.Amount), null, null, 1, 1, commitment.Cap is { } cap ? PartOf(commitment, post, cap) : null, sure, 0);

        var terms = new List<AgreedTerms>();
        foreach (var own in OwnTerms(commitment, post, common, priced))
            terms.AddRange(Around(own, priced.ConvertAll(DaysOf)));
        // Where the term is unknown, money is sure all the same on the days of a tranche.
        foreach (var days in sure == LocalDateRange.Never ? [] : tranches.Where(tranche => tranche.Amount is null).Select(DaysOf))
            terms = [.. terms.SelectMany(one => Around(one, [days]).Concat(Inside(one, days)))];
        terms.AddRange(priced.Select(tranche => common with
        {
            Kind = TermsKind.Instalment, Days = DaysOf(tranche), Rule = PaymentRule.Sum,
                Promised = PartOf(commitment, post, tranche.Amount!.Value),
            SpreadOver = DaysOf(tranche).Weight, Cap = null, SureUntil = LocalDateRange.Never,
        }));
        foreach (var scaling in commitment.Scalings)
            terms = [.. terms.SelectMany(one => Scaled(one, scaling))];
        // Nothing is left of what is never in force.
        if (inForce.IsEmpty)
            terms = terms.ConvertAll(one => one with { Unspread = 0 });
        // A commitment to which no day is left still begins, and ends what it amends.
        if (terms.Count == 0)
            terms.Add(common with { Promised = null, Days = LocalDateRange.Empty });
        read.AddRange(terms.OrderBy(one => one.Days.From));
    }

    private IEnumerable<AgreedTerms> OwnTerms(Commitment commitment, Post post, AgreedTerms common, List<Instalment> priced)
    {
        return commitment.Amount.Match<IEnumerable<AgreedTerms>>(
            total: total =>
            {
                // A total stays a total: its priced tranches take from it, and the rest is for its other days.
                long left = LeftOf(commitment, post, total.Sum, priced);
                int over = common.Days.Weight - priced.Sum(tranche => DaysOf(tranche).And(common.Days).Weight);
                return [common with { Promised = left, SpreadOver = over, Unspread = over > 0 ? 0 : left }];
            },
            annual: annual => [common with { Promised = PartOf(commitment, post, annual.Yearly) }],
            yearlyAmounts: yearly => yearly.Steps.Select((sum, k) => Step(common, k) with { Promised = PartOf(commitment, post, sum) }),
            share: part => [Part(common, part.Share)],
            yearlyShares: yearly => yearly.Steps.Select((share, k) => Part(Step(common, k), share)),
            shareOfRemainder: part => [Part(common, part.Share)],
            balance: _ => [common],
            unknown: _ => [common]);
    }

    private static AgreedTerms Part(AgreedTerms terms, Share share) =>
        terms with { Numerator = share.Numerator, Denominator = share.Denominator };

    private static AgreedTerms Step(AgreedTerms common, int k) =>
        common with { Kind = TermsKind.Step, Days = common.Days.And(new(common.Begins.PlusYears(k), common.Begins.PlusYears(k + 1))) };

    /// <summary>The same terms on the days that none of some others takes.</summary>
    private static IEnumerable<AgreedTerms> Around(AgreedTerms terms, IReadOnlyList<LocalDateRange> taken)
    {
        if (taken.Count == 0)
            return !terms.Days.IsEmpty || terms.Unspread > 0 ? [terms] : [];
        var left = new List<LocalDateRange>();
        LocalDateRange rest = terms.Days;
        foreach (var days in taken.OrderBy(days => days.From))
        {
            if (rest.Before(days.From) is { IsEmpty: false } before)
                left.Add(before);
            rest = rest.Since(days.To);
        }
        if (!rest.IsEmpty)
            left.Add(rest);
        // The cents of a total for which no day is left stay with the row of its own terms.
        if (left.Count == 0 && terms.Unspread > 0)
            left.Add(LocalDateRange.Empty);
        return left.Where(days => !days.IsEmpty || terms.Unspread > 0)
            .Select((days, i) => terms with { Days = days, Unspread = i == 0 ? terms.Unspread : 0 });
    }

    private static IEnumerable<AgreedTerms> Inside(AgreedTerms terms, LocalDateRange days) =>
        terms.Days.And(days) is { IsEmpty: false } both
            ? [terms with { Days = both, SureUntil = LocalDateRange.Never, Unspread = 0 }] : [];

    // A part of the cost may be more than the whole; a part of what is left may not.
    private static IEnumerable<AgreedTerms> Scaled(AgreedTerms terms, Scaling scaling)
    {
        // Terms without a day have no rate.
        if (terms.Days.IsEmpty)
        {
            yield return terms;
            yield break;
        }
        LocalDateRange before = terms.Days.Before(scaling.From.First), after = terms.Days.Since(scaling.From.First);
        if (!before.IsEmpty)
            yield return terms with { Days = before };
        if (after.IsEmpty)
            yield break;
        BigInteger numerator = terms.Numerator * scaling.Factor.Numerator, denominator = terms.Denominator * scaling.Factor.Denominator;
        if (terms.Rule == PaymentRule.Unknown
            || (terms.Rule is PaymentRule.ShareOfRemainder or PaymentRule.Balance && numerator > denominator))
            (numerator, denominator) = (1, 1);
        yield return terms with { Days = after, Numerator = numerator, Denominator = denominator };
    }

    private static PaymentRule RuleOf(Amount amount) => amount.Match(
        total: _ => PaymentRule.Sum,
        annual: _ => PaymentRule.Sum,
        yearlyAmounts: _ => PaymentRule.Sum,
        share: _ => PaymentRule.ShareOfCost,
        yearlyShares: _ => PaymentRule.ShareOfCost,
        shareOfRemainder: _ => PaymentRule.ShareOfRemainder,
        balance: _ => PaymentRule.Balance,
        unknown: _ => PaymentRule.Unknown);

    // Of a month or a year of decision the last day counts, so that a vague date makes nothing known earlier.
    private bool Exists(PartialDate? decidedOn) => decidedOn is not { } date || date.Last <= asOf;

    private LocalDate? WithdrawnFrom(Commitment commitment) =>
        commitment.Withdrawn is { } withdrawn && Exists(withdrawn.DecidedOn) ? withdrawn.From.First : null;

    private LocalDate EndOf(Commitment commitment) =>
        TermOf(commitment).Until is { } until ? until.Last.PlusDays(1) : LocalDateRange.Never;

    // An amendment that gives no term keeps that of what it amends.
    private Term TermOf(Commitment commitment)
    {
        while (commitment is { Until.IsUnknown: true, Amends: { } amended })
            commitment = Commitments[place[amended]];
        return commitment.Until;
    }

    private static LocalDateRange DaysOf(Instalment tranche) => LocalDateRange.Through(tranche.From.First, tranche.Until.Last);

    /// <summary>
    /// The line of each commitment, and all of them in order: each after what it amends, else by first day, by decision, as written.
    /// </summary>
    private (int[] Line, int[] Order) InOrder()
    {
        int count = Commitments.Length;
        int? Amended(int c) => Commitments[c].Amends is { } id ? place[id] : null;
        var lines = new int[count];
        var waiting = Enumerable.Range(0, count).ToLookup(Amended);
        var ready = new SortedSet<(LocalDate From, LocalDate Decided, int Place)>(waiting[null].Select(Key));
        var ordered = new List<int>(count);
        while (ready.Count > 0)
        {
            var first = ready.Min;
            ready.Remove(first);
            ordered.Add(first.Place);
            // What it amends came before it, and knows its line.
            lines[first.Place] = Amended(first.Place) is { } amended ? lines[amended] : first.Place;
            ready.UnionWith(waiting[first.Place].Select(Key));
        }
        return (lines, [.. ordered]);

        // A commitment that does not exist yet, or never did, does not hold back what comes after it.
        (LocalDate, LocalDate, int) Key(int c) =>
            Commitments[c] is var commitment && Exists(commitment.DecidedOn) && !(WithdrawnFrom(commitment) <= commitment.From.First)
            ? (commitment.From.First, commitment.DecidedOn?.Last ?? LocalDate.MaxIsoValue, c)
            : (LocalDate.MinIsoValue, LocalDate.MinIsoValue, c);
    }

    private long PartOf(Commitment commitment, Post post, Euros sum) => Parts(commitment, sum)[SlotOf(commitment, post)].Cents;

    private int SlotOf(Commitment commitment, Post post)
    {
        if (commitment.Posts.Length == 1)
            return 0;
        if (!slots.TryGetValue(commitment.Id, out var known))
            slots[commitment.Id] = known = commitment.Posts.Select((id, slot) => (id, slot))
                .ToDictionary(pair => pair.id, pair => pair.slot, StringComparer.Ordinal);
        return known[post.Id];
    }

    private long LeftOf(Commitment commitment, Post post, Euros total, List<Instalment> priced)
    {
        if (!lefts.TryGetValue(commitment.Id, out var left))
            lefts[commitment.Id] = left = LeftOf(commitment, total, priced);
        return left[SlotOf(commitment, post)].Cents;
    }

    // Post by post, unless a cent of the splitting would leave one of them less than nothing.
    private Euros[] LeftOf(Commitment commitment, Euros total, List<Instalment> priced)
    {
        Euros[] own = [.. Parts(commitment, total)];
        foreach (var tranche in priced)
            foreach (var (slot, sum) in Parts(commitment, tranche.Amount!.Value).Index())
                own[slot] -= sum;
        return own.All(cents => cents >= Euros.Zero)
            ? own : Parts(commitment, priced.Aggregate(total, (rest, tranche) => rest - tranche.Amount!.Value));
    }

    private Euros[] Parts(Commitment commitment, Euros sum)
    {
        if (commitment.Posts.Length == 1)
            return [sum];
        if (!parts.TryGetValue((commitment.Id, sum), out var known))
            parts[(commitment.Id, sum)] = known = Divided(commitment, sum);
        return known;
    }

    private Euros[] Divided(Commitment commitment, Euros sum)
    {
        var weights = commitment.Posts.Select(id => commitment.Split switch
        {
            Split.Fte => posts[id].Fte,
            Split.Weights given => given.ByPost[id],
            _ => 1,
        }).ToList();
        bool equally = weights.Contains(null);
        return sum.Allocate([.. weights.Select(weight => equally ? 1 : (long)(weight!.Value * 1_000_000m))]);
    }
}
