using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Template;

/// <summary>A promise, and the days on which it is in force once all that is decided is known.</summary>
/// <param name="Commitment">The promise.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null where the term is open or unknown, and nothing takes over.</param>
internal sealed record LineInForce(Commitment Commitment, LocalDate From, LocalDate? Until);

/// <summary>Amendments and withdrawals, carried out: the form says what is in force, and not what it came from.</summary>
internal static class LinesInForce
{
    internal static ImmutableArray<LineInForce> Of(ImmutableArray<Commitment> commitments, Action<string, TemplateLossKind> lose)
    {
        Dictionary<string, int> byId = [];
        for (int i = 0; i < commitments.Length; i++)
            byId.TryAdd(commitments[i].Id, i);
        var lines = ImmutableArray.CreateBuilder<LineInForce>();
        ILookup<int, int> families = Enumerable.Range(0, commitments.Length).ToLookup(i => RootOf(i));
        for (int i = 0; i < commitments.Length; i++)
        {
            Commitment commitment = commitments[i];
            int[] family = [.. families[RootOf(i)]];
            if (family.Length > 1)
                lose(commitment.Id, TemplateLossKind.Amended);
            // An amendment that nobody has decided, of what is decided, would be counted beside it.
            if (commitment.Amends is not null && !commitment.IsAgreed && family.Any(other => commitments[other].IsAgreed))
                continue;
            LocalDate? until = commitment.Until.Until?.Last;
            if (commitment.Withdrawn is { } withdrawn)
            {
                lose(commitment.Id, TemplateLossKind.Withdrawn);
                until = Earlier(until, withdrawn.From.First);
            }
            foreach (int later in family.Where(other => other != i && Follows(other, i) && Counts(commitments[other], commitment)))
                until = Earlier(until, commitments[later].From.First);
            if (until is null || until >= commitment.From.First)
                lines.Add(new(commitment, commitment.From.First, until));
        }
        return lines.ToImmutable();

        int RootOf(int i)
        {
            for (int steps = 0; steps < commitments.Length && commitments[i].Amends is { } amended
                && byId.TryGetValue(amended, out int before); steps++)
                i = before;
            return i;
        }

        bool Amends(int later, int earlier)
        {
            int at = later;
            for (int steps = 0; steps < commitments.Length && commitments[at].Amends is { } amended
                && byId.TryGetValue(amended, out int before); steps++)
                if ((at = before) == earlier)
                    return true;
            return false;
        }

        // An amendment follows what it amends; two that amend one thing follow in the order of their days, then of their decisions.
        bool Follows(int later, int earlier) =>
            Amends(later, earlier) || !Amends(earlier, later) && Order(later).CompareTo(Order(earlier)) > 0;

        (LocalDate, LocalDate, int) Order(int i) =>
            (commitments[i].From.First, commitments[i].DecidedOn?.Last ?? LocalDate.MaxIsoValue, i);
    }

    // Withdrawn before it begins, it never was.
    private static bool Counts(Commitment later, Commitment earlier) =>
        (later.IsAgreed || later.IsPromised && !earlier.IsAgreed)
            && !(later.Withdrawn is { } withdrawn && withdrawn.From.First <= later.From.First);

    private static LocalDate? Earlier(LocalDate? until, LocalDate next) => until is { } day && day < next ? day : next.PlusDays(-1);
}
