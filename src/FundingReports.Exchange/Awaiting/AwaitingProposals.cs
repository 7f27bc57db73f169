using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange;

/// <summary>
/// Proposes where each waiting promise may belong: the same beneficiary first, then the same funder, then overlapping dates.
/// </summary>
public static class AwaitingProposals
{
    /// <summary>
    /// The posts that each waiting promise of a portfolio may pay, the likeliest first; in the order of the promises. Of one that nothing
    /// recommends, none.
    /// </summary>
    /// <remarks>
    /// Without the same beneficiary nothing is proposed; nor where the dates of the promise are known and fall outside the life of the
    /// post.
    /// </remarks>
    public static ImmutableArray<AwaitingProposal> Of(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ILookup<string, Post> bySiren =
            portfolio.Posts.SelectMany(post => post.Employers.Select(employer => employer.Siret?[..9]).OfType<string>().Distinct()
                .Select(siren => (siren, post))).ToLookup(entry => entry.siren, entry => entry.post, StringComparer.Ordinal);
        ILookup<string, Post> byName =
            portfolio.Posts.SelectMany(post => post.Employers.Select(employer => Plain.Key(employer.Name ?? "")).Distinct().Where(key =>
                key.Length > 0).Select(key => (key, post))).ToLookup(entry => entry.key, entry => entry.post, StringComparer.Ordinal);
        ILookup<string, Commitment> onPost = portfolio.Commitments.SelectMany(commitment => commitment.Posts.Distinct()
            .Select(post => (post, commitment))).ToLookup(entry => entry.post, entry => entry.commitment, StringComparer.Ordinal);
        return [.. portfolio.Awaiting.SelectMany(awaiting =>
        {
            if (awaiting.Subsidy?.Beneficiary is not { } beneficiary)
                return [];
            IEnumerable<Post> posts = (beneficiary.Siret is { } siret ? bySiren[siret[..9]] : [])
                .Concat(byName[Plain.Key(beneficiary.Name ?? "")]).Distinct();
            return posts.Select(post => Propose(awaiting, beneficiary, post, onPost[post.Id])).OfType<AwaitingProposal>()
                .OrderBy(proposal => proposal.Beneficiary).ThenByDescending(proposal => proposal.SameFunder)
                    .ThenByDescending(proposal => proposal.OverlappingDates ?? false);
        })];
    }

    private static AwaitingProposal? Propose(
        AwaitingCommitment awaiting, Beneficiary beneficiary, Post post, IEnumerable<Commitment> onPost)
    {
        if (SameOf(beneficiary, post) is not { } same || Overlaps(awaiting, post) is var overlaps && overlaps is false)
            return null;
        List<Commitment> ofFunder = [.. onPost.Where(commitment => commitment.Funder == awaiting.Funder)];
        return new(awaiting, post, same) { SameFunder = ofFunder.Count > 0, OverlappingDates = overlaps,
            AlreadyEntered = ofFunder.Find(commitment => MayBeTheSame(awaiting, commitment))?.Id };
    }

    internal static SameBeneficiary? SameOf(Beneficiary beneficiary, Post post)
    {
        if (beneficiary.Siret is { } siret && post.Employers.Any(employer => employer.Siret == siret))
            return SameBeneficiary.Siret;
        if (beneficiary.Siret is { } other && post.Employers.Any(employer => employer.Siret?[..9] == other[..9]))
            return SameBeneficiary.Siren;
        string name = Plain.Key(beneficiary.Name ?? "");
        // Two different SIREN are two bodies, whatever their names.
        return name.Length > 0 && post.Employers.Any(employer => Plain.Key(employer.Name ?? "") == name
            && (employer.Siret is null || beneficiary.Siret is null)) ? SameBeneficiary.Name : null;
    }

    // The period that it pays, where the file says it; else the payments, the budget year, the year of the decision.
    private static bool? Overlaps(AwaitingCommitment awaiting, Post post)
    {
        (LocalDate First, LocalDate? Last)? period = awaiting switch
        {
            { From: { } from } => (from.First, awaiting.Until.Until?.Last),
            { Subsidy.PaidFrom: { } paid } => (paid.First, (awaiting.Subsidy.PaidUntil ?? paid).Last),
            { Subsidy.BudgetYear: { } year } => (new(year, 1, 1), new LocalDate(year, 12, 31)),
            { DecidedOn: { } decided } => (new(decided.First.Year, 1, 1), new LocalDate(decided.Last.Year, 12, 31)),
            _ => null,
        };
        return period is var (first, last) ? !(post.Until?.Last < first) && !(post.From?.First > last) : null;
    }

    private static bool MayBeTheSame(AwaitingCommitment awaiting, Commitment commitment) =>
        awaiting.References.Values.Any(value => commitment.References.Values.Contains(value, StringComparer.OrdinalIgnoreCase))
        || awaiting.Amount.WholeSum is { } waiting && commitment.Amount.WholeSum == waiting
        || awaiting.Amount.WholeSum is { } sum
            && (commitment.Instalments ?? []).Any(instalment => instalment.Amount == sum || instalment.Paid == sum);
}
