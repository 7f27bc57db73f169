using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Changes;

/// <summary>Compares two states of one promise and says what became of it.</summary>
internal sealed class CommitmentComparer
{
    private readonly Side old, now;
    private readonly ILookup<string, Commitment> newAmendments, oldAmendments;
    private readonly Dictionary<string, int> places;

    internal CommitmentComparer(RecognisedPosts recognised)
    {
        (old, now) = (recognised.Before, recognised.After);
        newAmendments = recognised.Commitments
            .Where(pair => pair is { Before: null or { IsPromised: false }, After: { IsPromised: true, Amends: not null } })
            .ToLookup(pair => pair.After!.Amends!, pair => pair.After!, StringComparer.Ordinal);
        places = recognised.Commitments.Select(pair => pair.After).OfType<Commitment>()
            .Select((commitment, place) => (commitment.Id, place)).ToDictionary(StringComparer.Ordinal);
        oldAmendments = recognised.Commitments
            .Where(pair => pair is { Before: { IsPromised: true, Amends: not null } })
            .ToLookup(pair => pair.Before!.Amends!, pair => pair.Before!, StringComparer.Ordinal);
    }

    internal CommitmentChange Compare(Pair<Commitment> pair)
    {
        ImmutableArray<Commitment> line = pair is { Before.IsPromised: true, After.IsPromised: true }
            ? [.. AmendmentsOf(pair.After, newAmendments)] : [];
        ImmutableArray<Commitment> amendments = [.. line.OrderBy(amendment => places[amendment.Id])];
        ImmutableArray<CommitmentDetail> details = pair is { Before: { } before, After: { } after }
            ? [.. Details(before, after, amendments)] : [];
        return new(pair.Before, pair.After, pair.By) { Fate = FateOf(pair, details, line), Details = details, Amendments = amendments };
    }

    private CommitmentFate FateOf(Pair<Commitment> pair, ImmutableArray<CommitmentDetail> details, ImmutableArray<Commitment> line)
    {
        if (pair.By is MatchedBy.Ambiguous)
            return CommitmentFate.Unmatched;
        switch (pair)
        {
            case { Before: not { IsPromised: true }, After: not { IsPromised: true } }:
                return CommitmentFate.NotPromised;
            case { Before: not { IsPromised: true } }:
                return CommitmentFate.New;
            case { After: null }:
                return old.WithdrawalOf(pair.Before) is not null || WasOver(pair.Before) ? CommitmentFate.Over
                    : EndOf(pair.Before.Until) < now.AsOf ? CommitmentFate.Ended
                    : CommitmentFate.Gone;
            case { After.IsPromised: false }:
                return CommitmentFate.Refused;
        }
        var (before, after) = (pair.Before!, pair.After!);
        if (Stop(after, now) < Stop(before, old))
            return CommitmentFate.Withdrawn;
        if (!after.Until.IsUnknown && EndOf(after.Until) < EndOf(before.Until) && !before.Until.IsUnknown
            || line.LastOrDefault(amendment => Stands(amendment, after, now)) is { Until.IsUnknown: false } last
                && EndOf(last.Until) < EndOf(after.Until) && !after.Until.IsUnknown)
            return CommitmentFate.EndedEarlier;
        if (!details.IsEmpty)
            return CommitmentFate.Changed;
        if (WasOver(before))
            return CommitmentFate.Over;
        return EndOf(after.Until) < now.AsOf ? CommitmentFate.Ended : CommitmentFate.Kept;
    }

    /// <summary>
    /// Withdrawn, past its term, or replaced on all its posts by avenants that have begun: what they replaced does not come back.
    /// </summary>
    private bool WasOver(Commitment before) =>
        Stop(before, old) <= old.AsOf || EndOf(before.Until) < old.AsOf
        || before.Posts.All(AmendmentsOf(before, oldAmendments)
            .Where(amendment => Stands(amendment, before, old) && amendment.From.First <= old.AsOf)
            .SelectMany(amendment => amendment.Posts).ToHashSet(StringComparer.Ordinal).Contains);

    /// <summary>A term that is open or unknown comes after all others.</summary>
    private static LocalDate EndOf(Term term) => term.Until?.Last ?? LocalDate.MaxIsoValue;

    private static LocalDate Stop(Commitment commitment, Side side) => side.WithdrawalOf(commitment)?.From.First ?? LocalDate.MaxIsoValue;

    // Amendments follow their first day, then the day of their decision (one without comes last), then the order of the document; see
    // "What a commitment pays" in docs/model.md.
    private static (LocalDate, LocalDate) Begins(Commitment amendment) =>
        (amendment.From.First, amendment.DecidedOn?.Last ?? LocalDate.MaxIsoValue);

    /// <summary>An announced avenant ends nothing that is signed; one withdrawn before it begins never was.</summary>
    private static bool Stands(Commitment amendment, Commitment amended, Side side) =>
        (amendment.IsAgreed || !amended.IsAgreed) && Stop(amendment, side) > amendment.From.First;

    /// <summary>
    /// The avenants of a commitment and theirs, in the order in which they take over: each comes after what it amends, whatever its dates.
    /// </summary>
    private static IEnumerable<Commitment> AmendmentsOf(Commitment commitment, ILookup<string, Commitment> amending)
    {
        foreach (var amendment in amending[commitment.Id].OrderBy(Begins))
        {
            yield return amendment;
            foreach (var further in AmendmentsOf(amendment, amending))
                yield return further;
        }
    }

    private IEnumerable<CommitmentDetail> Details(Commitment before, Commitment after, ImmutableArray<Commitment> amendments)
    {
        if (!SameMoney.Of(before, after) || !SameSplit(before, after))
            yield return CommitmentDetail.Amount;
        if (before.From != after.From)
            yield return CommitmentDetail.From;
        if (before.Until != after.Until)
            yield return CommitmentDetail.Until;
        if (before.Status != after.Status)
            yield return CommitmentDetail.Status;
        if (old.FunderOf(before) != now.FunderOf(after))
            yield return CommitmentDetail.Funder;
        if (before.Line != after.Line)
            yield return CommitmentDetail.Line;
        if (old.PostsOf(before) != now.PostsOf(after))
            yield return CommitmentDetail.Posts;
        if (!SameInstalments(before, after))
            yield return CommitmentDetail.Instalments;
        if (Stop(before, old) != Stop(after, now))
            yield return CommitmentDetail.Withdrawal;
        if (!amendments.IsEmpty)
            yield return CommitmentDetail.Amended;
    }

    private bool SameSplit(Commitment before, Commitment after) => (before.Split, after.Split) switch
    {
        (Split.Weights one, Split.Weights other) => Weights(one, old).SetEquals(Weights(other, now)),
        _ => before.Split == after.Split,
    };

    private static HashSet<(int, decimal)> Weights(Split.Weights weights, Side side) =>
        [.. weights.ByPost.Select(weight => (side.PostOf(weight.Key), weight.Value))];

    private bool SameInstalments(Commitment before, Commitment after) =>
        before.Instalments is null == after.Instalments is null && Firm(before, old).SequenceEqual(Firm(after, now));

    private static IEnumerable<(PartialDate, PartialDate, Euros?)> Firm(Commitment commitment, Side side) => (commitment.Instalments ?? [])
        .Where(instalment => side.Knows(instalment.DecidedOn))
        .OrderBy(instalment => instalment.From.First).ThenBy(instalment => instalment.Until.Last)
        .Select(instalment => (instalment.From, instalment.Until, instalment.Amount));
}

/// <summary>Whether two promises are of the same money.</summary>
internal static class SameMoney
{
    internal static bool Of(Commitment one, Commitment other) =>
        one.Amount == other.Amount && one.Cap == other.Cap && one.Approximate == other.Approximate
            && one.Scalings.SequenceEqual(other.Scalings);
}
