using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Scenarios;

/// <summary>
/// Makes the facts as they would be from facts and changes. What was decided after the as-of date does not exist for any change.
/// </summary>
internal sealed class ScenarioApplier
{
    // A change counts as decided before any as-of date.
    private static readonly PartialDate always = PartialDate.Of(PartialDate.FirstYear);

    // So many lines are named where none is the one that was meant.
    private const int MostLines = 8;

    private readonly ProblemList problems;
    private readonly string source;
    private readonly LocalDate asOf;
    private PortfolioFacts facts;

    private ScenarioApplier(PortfolioFacts facts, LocalDate asOf, string source, ProblemList problems) =>
        (this.facts, this.asOf, this.source, this.problems) = (facts, asOf, source, problems);

    internal static PortfolioFacts Apply(PortfolioFacts facts, LocalDate asOf, Scenario scenario, ProblemList problems)
    {
        // What a scenario adds is an assumption, and is marked as one wherever it goes.
        string id = FreeId("scenario", facts.Sources.Select(s => s.Id));
        var assumption =
            new Source(id, SourceKind.Assumption, scenario.Name) { Author = "scénario", Reason = scenario.Source ?? scenario.Name };
        var applier = new ScenarioApplier(facts with { Sources = facts.Sources.Add(assumption) }, asOf, id, problems);
        for (int i = 0; i < scenario.Changes.Length; i++)
            applier.Apply(scenario.Changes[i], $"changes[{i}]");
        return applier.facts;
    }

    private void Apply(ScenarioChange change, string path)
    {
        switch (change)
        {
            case ScenarioChange.Withdraw withdraw:
                if (HasCommitments(withdraw.Funder, $"{path}.withdraw.funder"))
                    Commitments(c => c.Funder == withdraw.Funder ? Withdrawn(c, withdraw.From) : c);
                break;
            case ScenarioChange.Renew renew:
                Renew(renew, $"{path}.renew");
                break;
            case ScenarioChange.Scale scale:
                if (HasCommitments(scale.Funder, $"{path}.scale.funder") && HasLine(scale.Funder, scale.Line, $"{path}.scale.line"))
                    Commitments(c => c.Funder == scale.Funder && IsOfLine(c, scale.Line)
                        ? c with { Scalings = c.Scalings.Add(new(scale.From, scale.Factor)) }
                        : c);
                break;
            case ScenarioChange.IndexCost index:
                CostsOf(index.Posts, $"{path}.indexCost.posts", new CostChange.Index(index.From, source, index.Factor));
                break;
            case ScenarioChange.SetCost set:
                CostsOf(set.Posts, $"{path}.setCost.posts", new CostChange.Set(set.From, KnownSource(set.Source), set.Annual));
                break;
            case ScenarioChange.AddCommitment add:
                Add(add.Commitment, $"{path}.addCommitment");
                break;
            case ScenarioChange.AddPost add:
                Add(add.Post, $"{path}.addPost");
                break;
            case ScenarioChange.RemovePost remove:
                Remove(remove.Post, $"{path}.removePost");
                break;
        }
    }

    // A known withdrawal stays where it is the earlier one.
    private Commitment Withdrawn(Commitment commitment, PartialDate from) =>
        Decision.WithdrawalOf(commitment, asOf) is { } known && known.From.First <= from.First
            ? commitment : commitment with { Withdrawn = new(from, always, source) };

    private void Renew(ScenarioChange.Renew renew, string path)
    {
        var commitments = InheritedTerms.Of(facts.Commitments);
        if (commitments.FirstOrDefault(c => c.Id == renew.Commitment) is not { } old)
        {
            problems.Add(ProblemCode.UnknownId, $"{path}.commitment", renew.Commitment, "commitment");
            return;
        }
        if (WhyNotRenewed(old) is { } why)
        {
            problems.Add(why.Code, $"{path}.commitment", old.Id, why.Arguments);
            return;
        }
        LocalDate last = LastPayingDay(old, asOf)!.Value;
        LocalDate from = last.PlusDays(1);
        if (renew.Until.Last < from)
        {
            problems.Add(ProblemCode.UntilBeforeFrom, $"{path}.until", renew.Until.ToString(), renew.Until.ToString(),
                LocalDatePattern.Iso.Format(from));
            return;
        }
        // The renewal of a promise that is only requested or announced is no more than that.
        var status = renew.Status ?? (old.IsAgreed ? CommitmentStatus.Signed : old.Status);
        facts = facts with
        {
            Commitments = facts.Commitments.Add(Renewed(old, renew.Factor, from) with
            {
                Id = FreeId($"{old.Id}/R", facts.Commitments.Select(c => c.Id)),
                From = from,
                Until = Term.On(renew.Until),
                Status = status,
                DecidedOn = null,
                // No act makes firm what is not agreed.
                Instalments = renew.Firm && status >= CommitmentStatus.Granted ? [new(from, renew.Until)] : [],
                References = Post.NoReferences,
                Amends = null,
                Withdrawn = null,
                Source = source,
                Sources = Post.NoReferences,
            }),
        };
    }

    /// <summary>Why a commitment cannot be renewed; null where it can.</summary>
    private (ProblemCode Code, ImmutableArray<string> Arguments)? WhyNotRenewed(Commitment old)
    {
        if (!Decision.IsTaken(old.DecidedOn, asOf))
            return (
                ProblemCode.RenewNotDecided, [LocalDatePattern.Iso.Format(old.DecidedOn!.Value.Last), LocalDatePattern.Iso.Format(asOf)]);
        if (old.Status is CommitmentStatus.Refused)
            return (ProblemCode.RenewRefused, []);
        // A renewal may continue what the scenario itself has withdrawn: that is what it supposes.
        if (Decision.WithdrawalOf(old, asOf) is { } withdrawal && withdrawal.DecidedOn != always)
            return (ProblemCode.RenewWithdrawn, [LocalDatePattern.Iso.Format(withdrawal.From.First)]);
        if (AmendmentOf(old, facts.Commitments, asOf) is { } amendment)
            return (ProblemCode.RenewAmended, [amendment.Id]);
        if (old.Amount.IsUnknown)
            return (ProblemCode.RenewUnknown, []);
        return LastPayingDay(old, asOf) is null ? (ProblemCode.RenewWithoutEnd, []) : null;
    }

    /// <summary>
    /// The first amendment that takes the place of a commitment; null where none does. One that is refused, or only requested of a
    /// promise, does not.
    /// </summary>
    internal static Commitment? AmendmentOf(Commitment commitment, IEnumerable<Commitment> among, LocalDate asOf) =>
        among.FirstOrDefault(other =>
        other.Amends == commitment.Id && Decision.IsTaken(other.DecidedOn, asOf)
        && (other.IsPromised || other.Status is CommitmentStatus.Requested && !commitment.IsPromised)
        && !(Decision.WithdrawalOf(other, asOf) is { } withdrawal && withdrawal.From.First <= other.From.First));

    /// <summary>
    /// Its term, the end of its schedule if that comes first, or the day before it was withdrawn by a decision already taken; null where
    /// it has no end.
    /// </summary>
    internal static LocalDate? LastPayingDay(Commitment commitment, LocalDate asOf)
    {
        LocalDate? last = commitment.Until.Until?.Last;
        if (commitment.Amount.Years is { } years)
            last = Earlier(last, commitment.From.First.PlusYears(years).PlusDays(-1));
        return Decision.WithdrawalOf(commitment, asOf) is { } withdrawal ? Earlier(last, withdrawal.From.First.PlusDays(-1)) : last;
    }

    private static LocalDate Earlier(LocalDate? left, LocalDate right) => left is { } day && day < right ? day : right;

    /// <summary>The commitment with the money of its renewal, which begins on that day.</summary>
    internal static Commitment Renewed(Commitment old, Factor factor, LocalDate from)
    {
        var (amount, left) = old.Amount.Renewed(factor, old.From.First, old.Until.Until?.Last);
        // A product that no share holds becomes a factor of the rate, which is as exact.
        return left is { } still
            ? old with { Amount = amount, Scalings = old.Scalings.Insert(0, new(from, still)) } : old with { Amount = amount };
    }

    private void CostsOf(ImmutableArray<string> posts, string path, CostChange change)
    {
        if (posts.IsEmpty)
            problems.Add(ProblemCode.NothingToChange, path, "[]", "posts");
        for (int i = 0; i < posts.Length; i++)
            if (posts[i] != "*" && !facts.Posts.Any(post => post.Id == posts[i]))
                problems.Add(ProblemCode.UnknownId, $"{path}[{i}]", posts[i], "post");
        facts = facts with
        {
            Posts = [.. facts.Posts.Select(
                post => posts.Contains("*") || posts.Contains(post.Id) ? post with { CostChanges = post.CostChanges.Add(change) } : post)],
        };
    }

    private void Add(Commitment commitment, string path)
    {
        if (facts.Commitments.Any(c => c.Id == commitment.Id))
            problems.Add(ProblemCode.DuplicateId, $"{path}.id", commitment.Id, "commitments");
        HasFunder(commitment.Funder, $"{path}.funder");
        for (int i = 0; i < commitment.Posts.Length; i++)
            if (!facts.Posts.Any(post => post.Id == commitment.Posts[i]))
                problems.Add(ProblemCode.UnknownId, $"{path}.posts[{i}]", commitment.Posts[i], "post");
        if (commitment.Amends is { } amended && !facts.Commitments.Any(c => c.Id == amended))
            problems.Add(ProblemCode.UnknownId, $"{path}.amends", amended, "commitment");
        facts = facts with
        {
            Commitments = facts.Commitments.Add(commitment with
            {
                DecidedOn = null,
                Instalments = commitment.Instalments?.Select(instalment => instalment with { DecidedOn = null }).ToImmutableArray(),
                Withdrawn = commitment.Withdrawn is { } withdrawal
                    ? withdrawal with { DecidedOn = always, Source = KnownSource(withdrawal.Source) } : null,
                Source = KnownSource(commitment.Source),
                Sources = Post.NoReferences,
            }),
        };
    }

    private void Add(Post post, string path)
    {
        if (facts.Posts.Any(p => p.Id == post.Id))
            problems.Add(ProblemCode.DuplicateId, $"{path}.id", post.Id, "posts");
        facts = facts with
        {
            Posts = facts.Posts.Add(post with
            {
                Costs = [.. post.Costs.Select(cost => cost with { DecidedOn = null, Source = KnownSource(cost.Source) })],
                Source = KnownSource(post.Source),
                Sources = Post.NoReferences,
            }),
        };
    }

    private void Remove(string id, string path)
    {
        if (!facts.Posts.Any(post => post.Id == id))
            problems.Add(ProblemCode.UnknownId, path, id, "post");
        ImmutableArray<Commitment> left = [.. facts.Commitments.Select(c => Without(c, id)).Where(c => c.Posts.Length > 0)];
        var ids = left.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var terms = InheritedTerms.Of(facts.Commitments).ToDictionary(c => c.Id, c => c.Until, StringComparer.Ordinal);
        facts = facts with
        {
            Posts = [.. facts.Posts.Where(post => post.Id != id)],
            // An amendment of a commitment that goes stands by itself, until the term that it inherited.
            Commitments = [.. left.Select(
                c => c.Amends is { } amended && !ids.Contains(amended) ? c with { Amends = null, Until = terms[c.Id] } : c)],
        };
    }

    private static Commitment Without(Commitment commitment, string post) => commitment with
    {
        Posts = commitment.Posts.Remove(post),
        Split = commitment.Split is Split.Weights weights ? new Split.Weights(weights.ByPost.Remove(post)) : commitment.Split,
    };

    private void Commitments(Func<Commitment, Commitment> change) =>
        facts = facts with { Commitments = [.. facts.Commitments.Select(change)] };

    private string KnownSource(string? id) => facts.Sources.FirstOrDefault(s => s.Id == id)?.Id ?? source;

    private bool HasFunder(string id, string path)
    {
        bool known = facts.Funders.Any(funder => funder.Id == id);
        if (!known)
            problems.Add(ProblemCode.UnknownId, path, id, "funder");
        return known;
    }

    // A change that reaches nothing would be the baseline under the name of a scenario.
    private bool HasCommitments(string funder, string path)
    {
        if (!HasFunder(funder, path))
            return false;
        bool has = facts.Commitments.Any(commitment => commitment.Funder == funder);
        if (!has)
            problems.Add(ProblemCode.NothingToChange, path, funder, "funder");
        return has;
    }

    private bool HasLine(string funder, string? line, string path)
    {
        if (line is null || facts.Commitments.Any(commitment => commitment.Funder == funder && IsOfLine(commitment, line)))
            return true;
        List<string> lines = [.. facts.Commitments.Where(commitment => commitment.Funder == funder)
            .Select(commitment => commitment.Line).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MostLines + 1)];
        if (lines.Count > MostLines)
            lines[^1] = "…";
        problems.Add(ProblemCode.UnknownLine, path, line, [funder, .. lines]);
        return false;
    }

    // As the line of a scheme is compared.
    private static bool IsOfLine(Commitment commitment, string? line) =>
        line is null || string.Equals(commitment.Line, line, StringComparison.OrdinalIgnoreCase);

    private static string FreeId(string wanted, IEnumerable<string> taken)
    {
        var ids = taken.ToHashSet(StringComparer.Ordinal);
        string id = wanted;
        for (int i = 2; ids.Contains(id); i++)
            id = $"{wanted}-{i}";
        return id;
    }
}
