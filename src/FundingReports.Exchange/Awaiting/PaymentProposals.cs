using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;

namespace FundingReports.Exchange;

/// <summary>
/// Where each waiting payment may belong: the same EJ in several commitments, then the same beneficiary, then the same programme.
/// </summary>
public static class PaymentProposals
{
    // The FIPD is paid from programme 216, action 10.
    private static readonly (string Line, string Programme)[] programmes = [("fipd", "216")];

    /// <summary>
    /// The commitments that each waiting payment of a portfolio may pay, the likeliest first; in the order of the payments.
    /// </summary>
    /// <remarks>
    /// Nothing is proposed without the same EJ or the same beneficiary, for a commitment of another funder than the State, or for one
    /// whose days begin after the year of the payment, or ended more than a year before it.
    /// </remarks>
    public static ImmutableArray<PaymentProposal> Of(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        Dictionary<string, Post> posts = portfolio.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        HashSet<string> ofState =
            [.. portfolio.Funders.Where(funder => funder.Kind is FunderKind.State or FunderKind.Other).Select(funder => funder.Id)];
        List<Commitment> promised =
            [.. portfolio.Commitments.Where(commitment => commitment.IsPromised && ofState.Contains(commitment.Funder))];
        return [.. portfolio.Payments.Where(payment => payment.Commitment is null).SelectMany(payment =>
            promised.Select(commitment => Propose(payment, commitment, posts)).OfType<PaymentProposal>()
                .OrderByDescending(proposal => proposal.SameReference)
                .ThenBy(proposal => proposal.Beneficiary ?? (SameBeneficiary)99)
                .ThenByDescending(proposal => proposal.SameProgramme))];
    }

    private static PaymentProposal? Propose(Payment payment, Commitment commitment, Dictionary<string, Post> posts)
    {
        bool sameReference = EjNumbers.Of(payment) is { Length: > 0 } numbers && EjNumbers.AreOf(commitment, numbers);
        SameBeneficiary? beneficiary = BeneficiaryOf(payment, commitment, posts);
        if (!sameReference && (beneficiary is null || !IsInTime(payment, commitment)))
            return null;
        return new(payment, commitment) {
            SameReference = sameReference, Beneficiary = beneficiary, SameProgramme = IsSameProgramme(payment, commitment) };
    }

    private static SameBeneficiary? BeneficiaryOf(Payment payment, Commitment commitment, Dictionary<string, Post> posts)
    {
        if (payment.Beneficiary is not { } paid)
            return null;
        IEnumerable<SameBeneficiary?> found =
            commitment.Posts.Select(id => posts.TryGetValue(id, out Post? post) ? AwaitingProposals.SameOf(paid, post) : null);
        if (commitment.Subsidy?.Beneficiary is { Siret: { } siret } && siret == paid.Siret)
            found = found.Append(SameBeneficiary.Siret);
        return found.Min();
    }

    // A balance is often paid in the year after the last.
    private static bool IsInTime(Payment payment, Commitment commitment)
    {
        int? year = payment.Year ?? payment.PaidOn?.First.Year;
        return year is null || year >= commitment.From.First.Year && !(year > commitment.Until.Until?.Last.Year + 1);
    }

    private static bool IsSameProgramme(Payment payment, Commitment commitment)
    {
        if (payment.Line is not { } paid || commitment.Line is not { } line)
            return false;
        string key = Plain.Key(line);
        return paid.Split(" ; ").Any(number => key.Contains(number, StringComparison.Ordinal)
            || programmes.Any(known => known.Programme == number && key.Contains(known.Line, StringComparison.Ordinal)));
    }
}
