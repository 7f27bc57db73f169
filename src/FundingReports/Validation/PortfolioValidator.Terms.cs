using FundingReports.Portfolios;

namespace FundingReports.Validation;

// The term of a commitment: its own, or that of what it amends.
internal sealed partial class PortfolioValidator
{
    private readonly Dictionary<int, Term?> inherited = [];

    /// <summary>The term of a commitment; null where it, or what it would be inherited from, could not be read.</summary>
    private Term? TermOf(int index)
    {
        HashSet<int> way = [];
        Term? term = null;
        for (int at = index; ; )
        {
            if (inherited.TryGetValue(at, out term))
                break;
            way.Add(at);
            Commitment commitment = facts.Commitments[at];
            term = problems.Readable($"{Property.Commitments}[{at}].{Property.Until}") ? commitment.Until : null;
            if (term is not { IsUnknown: true } || commitment.Amends is null)
                break;
            // The term of an amendment in a circle, or of something unknown, cannot be told.
            term = null;
            if (Amended(at) is not { } next || way.Contains(next))
                break;
            at = next;
        }
        foreach (int at in way)
            inherited[at] = term;
        return term;
    }

    private bool Inherits(Commitment commitment) => commitment is { Amends: not null, Until.IsUnknown: true };
}
