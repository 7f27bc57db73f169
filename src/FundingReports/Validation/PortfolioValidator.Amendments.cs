using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Validation;

// The checks of amendments beside what they amend.
internal sealed partial class PortfolioValidator
{
    private void CheckAmendment(Commitment amendment, int index, string path)
    {
        if (Amended(index) is not { } at || at == index)
            return;
        Commitment amended = facts.Commitments[at];
        string other = $"{Property.Commitments}[{at}]";
        if (amended.Status is CommitmentStatus.Refused && problems.Readable(other + $".{Property.Status}"))
            problems.Add(ProblemCode.AmendsRefused, path + $".{Property.Amends}", amended.Id, amendment.Id, amended.Id);
        if (amendment.Funder != amended.Funder && IsFunder(amendment.Funder) && IsFunder(amended.Funder)
            && problems.Readable(path + $".{Property.Funder}") && problems.Readable(other + $".{Property.Funder}"))
            problems.Add(ProblemCode.AmendsOtherFunder, path + $".{Property.Funder}", amendment.Funder, amendment.Id, amended.Id,
                amendment.Funder, amended.Funder);
        if (problems.WhollyReadable(path + $".{Property.Posts}") && problems.WhollyReadable(other + $".{Property.Posts}"))
        {
            ImmutableArray<string> beside =
                [.. amendment.Posts.Distinct().Where(post => posts.ContainsKey(post) && !amended.Posts.Contains(post))];
            if (!beside.IsEmpty)
                problems.Add(ProblemCode.AmendsOtherPosts, path + $".{Property.Posts}", null, [amendment.Id, amended.Id, .. beside]);
        }
        if (TermOf(at) is not { Until: { } term } || !(amendment.From.First > term.Last) || !problems.Readable(path + $".{Property.From}"))
            return;
        // Without a term of its own, the amendment ends before it begins: it pays nothing, and a sum cannot be spread over no day.
        if (amendment.Amount.WholeSum is not null && Inherits(amendment) && problems.Readable(path + ".until")
            && problems.WhollyReadable(path + ".amount"))
            problems.Add(
                ProblemCode.UntilBeforeFrom, path + ".from", amendment.From.ToString(), term.ToString(), amendment.From.ToString());
        // From the day after the term on, until a day of its own, it extends what it amends, as most do: there is nothing to look at.
        else if (Inherits(amendment) || amendment.From.First > term.Last.PlusDays(1))
            problems.Add(ProblemCode.AmendmentAfterTerm, path + $".{Property.From}", amendment.From.ToString(), amendment.Id, amended.Id,
                amendment.From.ToString(), term.ToString());
    }

    private bool IsFunder(string? id) => id is not null && funders.ContainsKey(id);

    /// <summary>
    /// Two amendments of one thing, on one post, from one day, with no or the same decision: which of them is in force is not said.
    /// </summary>
    private void CheckOrderOfAmendments()
    {
        var first = new Dictionary<(int Amended, LocalDate From, LocalDate? Decided, string Post), int>();
        for (int i = 0; i < facts.Commitments.Length; i++)
        {
            Commitment amendment = facts.Commitments[i];
            string path = $"{Property.Commitments}[{i}]";
            if (!amendment.IsPromised || Amended(i) is not { } amended || !problems.Readable(path + $".{Property.From}")
                || !problems.Readable(path + $".{Property.DecidedOn}"))
                continue;
            // A commitment that is withdrawn before it begins never existed.
            if (amendment.Withdrawn is { } withdrawn && withdrawn.From.First <= amendment.From.First)
                continue;
            int other = int.MaxValue;
            foreach (string post in amendment.Posts.Distinct())
                if (!first.TryAdd((amended, amendment.From.First, amendment.DecidedOn?.Last, post), i))
                    other = Math.Min(other, first[(amended, amendment.From.First, amendment.DecidedOn?.Last, post)]);
            if (other < i)
                problems.Add(ProblemCode.AmendmentsUnordered, path + $".{Property.DecidedOn}", amendment.DecidedOn?.ToString(),
                    facts.Commitments[other].Id, amendment.Id, facts.Commitments[amended].Id, amendment.From.ToString());
        }
    }
}
