using FundingReports.Portfolios;

namespace FundingReports.Benchmarks.Country;

/// <summary>The posts of the benchmark as plain arrays, ready for a loop: no objects, no text, every day an integer.</summary>
/// <remarks>
/// It holds what the benchmark's posts hold: yearly shares, yearly sums without instalments, balances that no instalment
/// makes firm, costs and terms all known, posts without end, and nothing that changes after the years shown.
/// </remarks>
internal sealed class PlainPosts
{
    internal const int Sum = 0, Share = 1, Balance = 2;

    private readonly List<int> from = [], firstCost = [0], costFrom = [], firstLine = [0], funder = [], firstTerm = [0], termFrom = [],
        termTo = [], rule = [];
    private readonly List<long> cost = [], scale = [], numerator = [], denominator = [], cap = [];
    private readonly List<bool> agreed = [], firmnessKnown = [], firm = [];

    private PlainPosts(PortfolioFacts facts)
    {
        var promised = facts.Commitments.ToLookup(commitment => commitment.Posts[0]);
        foreach (var post in facts.Posts)
        {
            from.Add(PlainDay.Of(post.From!.Value.First));
            foreach (var entry in post.Costs)
                (costFrom, cost).Add(PlainDay.Of(entry.From.First), entry.Annual!.Value.Cents);
            firstCost.Add(cost.Count);
            int terms = denominator.Count;
            foreach (var commitment in promised[post.Id])
                Add(commitment, facts.Funders.IndexOf(facts.Funders.First(f => f.Id == commitment.Funder)));
            firstLine.Add(agreed.Count);
            scale.Add(denominator.Skip(terms)
                    .Aggregate(1L, (lcm, next) => lcm / (long)System.Numerics.BigInteger.GreatestCommonDivisor(lcm, next) * next));
        }
        (From, FirstCost, CostFrom, Cost, FirstLine, Agreed) = ([.. from], [.. firstCost], [.. costFrom], [.. cost], [.. firstLine],
            [.. agreed]);
        (FirmnessKnown, Funder, FirstTerm, TermFrom, TermTo, Rule) = ([.. firmnessKnown], [.. funder], [.. firstTerm], [.. termFrom],
            [.. termTo], [.. rule]);
        (Numerator, Denominator, Cap, Firm, Scale) = ([.. numerator], [.. denominator], [.. cap], [.. firm], [.. scale]);
    }

    internal int Count => From.Length;

    // A post: its first day, its costs from FirstCost[post], its promises from FirstLine[post], its common denominator.
    internal int[] From { get; }

    internal int[] FirstCost { get; }

    internal int[] CostFrom { get; }

    internal long[] Cost { get; }

    internal int[] FirstLine { get; }

    internal long[] Scale { get; }

    // A promise: what it is worth, who makes it, its terms from FirstTerm[line].
    internal bool[] Agreed { get; }

    internal bool[] FirmnessKnown { get; }

    internal int[] Funder { get; }

    internal int[] FirstTerm { get; }

    // A term: days, rule, rate (of a sum, cents a year over one), the most a year in cents, whether an instalment covers it.
    internal int[] TermFrom { get; }

    internal int[] TermTo { get; }

    internal int[] Rule { get; }

    internal long[] Numerator { get; }

    internal long[] Denominator { get; }

    internal long[] Cap { get; }

    internal bool[] Firm { get; }

    internal static PlainPosts Of(PortfolioFacts facts) => new(facts);

    private void Add(Commitment commitment, int by)
    {
        // The loop does not know for how much such a balance is firm, nor what of such a sum is moved within the year.
        if (commitment.Amount is Amount.Balance && commitment.Instalments is not []
            || commitment.Amount is Amount.Annual && commitment.Instalments is not (null or []))
            throw new NotSupportedException($"The plain loop is not written for {commitment.Id}.");
        agreed.Add(commitment.IsAgreed);
        firmnessKnown.Add(commitment.Instalments is not null);
        funder.Add(by);
        NodaTime.LocalDate start = commitment.From.First;
        int until = PlainDay.Of(commitment.Until.Until!.Value.Last.PlusDays(1));
        long most = commitment.Cap?.Cents ?? long.MaxValue;
        switch (commitment.Amount)
        {
            case Amount.YearlyShares shares:
                for (int k = 0; k < shares.Steps.Length; k++)
                    AddTerm(commitment, PlainDay.Of(start.PlusYears(k)), Math.Min(until, PlainDay.Of(start.PlusYears(k + 1))), Share,
                        shares.Steps[k].Numerator, shares.Steps[k].Denominator, most);
                break;
            case Amount.Annual annual:
                AddTerm(commitment, PlainDay.Of(start), until, Sum, annual.Yearly.Cents, 1, most);
                break;
            default:
                AddTerm(commitment, PlainDay.Of(start), until, Balance, 1, 1, most);
                break;
        }
        firstTerm.Add(denominator.Count);
    }

    /// <summary>A term, cut at the ends of the one instalment that the benchmark's promises have at most.</summary>
    private void AddTerm(Commitment commitment, int begins, int ends, int kind, long of, long by, long most)
    {
        if (commitment.Instalments is not [var instalment])
        {
            AddPart(begins, ends, false);
            return;
        }
        int first = PlainDay.Of(instalment.From.First), after = PlainDay.Of(instalment.Until.Last.PlusDays(1));
        AddPart(begins, Math.Min(ends, first), false);
        AddPart(Math.Max(begins, first), Math.Min(ends, after), true);
        AddPart(Math.Max(begins, after), ends, false);

        void AddPart(int partFrom, int partTo, bool covered)
        {
            if (partFrom >= partTo)
                return;
            (termFrom, termTo).Add(partFrom, partTo);
            (numerator, denominator).Add(of, by);
            rule.Add(kind);
            cap.Add(most);
            firm.Add(covered);
        }
    }
}

internal static class TwoLists
{
    internal static void Add<TFirst, TSecond>(this (List<TFirst> First, List<TSecond> Second) lists, TFirst first, TSecond second)
    {
        lists.First.Add(first);
        lists.Second.Add(second);
    }
}
