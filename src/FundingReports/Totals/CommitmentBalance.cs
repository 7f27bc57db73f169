using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Totals;

/// <summary>A promise and where its money goes: promised = before + shown + after + unused, to the cent.</summary>
/// <param name="Commitment">The promise.</param>
/// <remarks>
/// Given for sums (total, annual, yearly amounts), in the view of the promise's own status, on the days on which it is in force; unknown
/// for shares and for what has no known term.
/// </remarks>
[JsonConverter(typeof(NoJson<CommitmentBalance>))]
public sealed record CommitmentBalance(Commitment Commitment)
{
    private static readonly ImmutableArray<Missing> noTerm = [Missing.Term], noAmount = [Missing.Amount], noCost = [Missing.Cost];

    private ValueList<Instalment> known = new([]);
    private ValueList<Payment> payments = new([]);

    /// <summary>The whole sum, on the days on which the promise is in force, in euros.</summary>
    public Knowable<Euros> Promised { get; private init; }

    /// <summary>The money before the budget years shown.</summary>
    public Knowable<Euros> Before { get; private init; }

    /// <summary>The money in the budget years shown.</summary>
    public Knowable<Euros> Shown { get; private init; }

    /// <summary>The money after the budget years shown.</summary>
    public Knowable<Euros> After { get; private init; }

    /// <summary>The money of days when its posts are not active.</summary>
    public Knowable<Euros> Unused { get; private init; }

    /// <summary>
    /// What was paid of it by the as-of date: what its payments say, and its known instalments of other years; unknown where none says.
    /// </summary>
    public Knowable<Euros> Paid { get; private init; }

    /// <summary>
    /// What was paid of it for a budget year: what the payments of that year say; without any, its known instalments. Unknown where none
    /// says, or where an instalment covers days of two years.
    /// </summary>
    public Knowable<Euros> PaidFor(int year)
    {
        List<Payment> ofYear = [.. payments.Items.Where(payment => PaidMoney.YearOf(payment) == year)];
        if (ofYear.Count > 0)
            return Knowable<Euros>.Known(PaidMoney.Sum(ofYear));
        var own = known.Items.Where(instalment => instalment.From.First.Year <= year && year <= instalment.Until.Last.Year).ToList();
        return own.Count > 0
            && own.TrueForAll(instalment => instalment.Paid is not null && instalment.From.First.Year == instalment.Until.Last.Year)
            ? Knowable<Euros>.Known(own.Aggregate(Euros.Zero, (sum, instalment) => sum + instalment.Paid!.Value))
            : Knowable<Euros>.Unknown(Missing.Instalments);
    }

    internal static ImmutableArray<CommitmentBalance> Of(
        KnownFacts facts, PostFigures[] figures, CancellationToken cancellation = default)
    {
        var commitments = facts.Portfolio.Commitments;
        var sums = new SumBalance?[commitments.Length];
        foreach (var post in figures.Watched(cancellation))
            for (int s = 0; s < post.Timelines.Length; s++)
                if (post.Balances[s] is { } tie)
                {
                    ref var sum = ref sums[post.Timelines[s].Commitment];
                    sum = sum is { } before ? before.Plus(tie) : tie;
                }
        ILookup<string, Payment> payments = PaidMoney.ByCommitment(facts.Portfolio.Payments, facts.AsOf);
        var ties = ImmutableArray.CreateBuilder<CommitmentBalance>();
        for (int c = 0; c < commitments.Length; c++)
        {
            cancellation.Look();
            if (facts.Exists(commitments[c]) && commitments[c].IsPromised)
                ties.Add(Of(facts, commitments[c], sums[c], payments.Count == 0 ? [] : [.. payments[commitments[c].Id]]));
        }
        return ties.ToImmutable();
    }

    private static CommitmentBalance Of(KnownFacts facts, Commitment commitment, SumBalance? sum, ImmutableArray<Payment> payments)
    {
        ImmutableArray<Instalment> known = commitment.Instalments is { IsEmpty: false } instalments
            ? KnownOf(instalments, facts.AsOf) : [];
        ImmutableArray<Missing> missing = commitment.Until.IsUnknown ? noTerm
            : commitment.Amount.IsUnknown ? noAmount
            : sum is null ? noCost : noTerm;
        Knowable<Euros> Of(long? cents) => KnownMoney.Of(cents ?? PostFigures.Unknown, missing);
        return new(commitment)
        {
            Promised = Of(sum?.Promised),
            Before = Of(sum?.Before),
            Shown = Of(sum?.Shown),
            After = Of(sum?.After),
            Unused = Of(sum?.Unused),
            Paid = PaidOf(known, payments),
            payments = new(payments),
            known = new(known),
        };
    }

    private static ImmutableArray<Instalment> KnownOf(ImmutableArray<Instalment> instalments, LocalDate asOf)
    {
        // Mostly all of them are: then the list is the commitment's own.
        foreach (var instalment in instalments)
            if (!IsPaidBy(asOf, instalment))
                return instalments.RemoveAll(one => !IsPaidBy(asOf, one));
        return instalments;
    }

    private static Knowable<Euros> PaidOf(ImmutableArray<Instalment> known, ImmutableArray<Payment> payments)
    {
        Euros? paid = payments.IsEmpty ? null : PaidMoney.Sum(payments);
        HashSet<int>? years = payments.IsEmpty ? null : PaidMoney.YearsOf(payments);
        foreach (var instalment in known)
            if (instalment.Paid is { } part && years?.Contains(instalment.From.First.Year) != true)
                paid = (paid ?? Euros.Zero) + part;
        return paid is { } sum ? Knowable<Euros>.Known(sum) : Knowable<Euros>.Unknown(Missing.Instalments);
    }

    // A decision counts from the last day that its date may mean; a payment, as every other date, from the first.
    private static bool IsPaidBy(LocalDate asOf, Instalment instalment) =>
        Decision.IsTaken(instalment.DecidedOn, asOf) && !(instalment.PaidOn?.First > asOf);
}
