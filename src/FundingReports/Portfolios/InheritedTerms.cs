using System.Collections.Immutable;

namespace FundingReports.Portfolios;

/// <summary>Gives an amendment without a term the term of what it amends, which may itself inherit it.</summary>
internal static class InheritedTerms
{
    /// <summary>The commitments in the same order, each with its own or its inherited term; the same list where none inherits.</summary>
    internal static ImmutableArray<Commitment> Of(ImmutableArray<Commitment> commitments)
    {
        if (!commitments.Any(Inherits))
            return commitments;
        var byId = new Dictionary<string, Commitment>(commitments.Length, StringComparer.Ordinal);
        foreach (var commitment in commitments)
            byId.TryAdd(commitment.Id, commitment);
        return [
            .. commitments.Select(commitment => Inherits(commitment) ? commitment with { Until = TermOf(commitment, byId) } : commitment)];
    }

    private static bool Inherits(Commitment commitment) => commitment.Amends is not null && commitment.Until.IsUnknown;

    // No line is longer than the list: facts not yet checked may amend in a circle.
    private static Term TermOf(Commitment commitment, Dictionary<string, Commitment> byId)
    {
        for (int i = 0; i < byId.Count && Inherits(commitment) && byId.TryGetValue(commitment.Amends!, out var amended); i++)
            commitment = amended;
        return commitment.Until;
    }
}
