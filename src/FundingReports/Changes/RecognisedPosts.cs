using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Changes;

/// <summary>The funders, posts and promises of two analyses, each beside the one that it was.</summary>
internal sealed class RecognisedPosts
{
    // No id, label or reference holds this character.
    private const char Then = '\0';

    internal RecognisedPosts(FundingAnalysis before, FundingAnalysis after)
    {
        Funders = PostMatching.Of<Funder>(before.Portfolio.Funders, after.Portfolio.Funders, funder => funder.Id,
            (one, other) => one.Siret is not null && other.Siret is not null && one.Siret != other.Siret,
            Same<Funder>(MatchedBy.Reference, funder => funder.Siret is { } siret ? [siret] : []),
            Same<Funder>(MatchedBy.Name, funder => [$"{funder.Kind}{Then}{PlainName.Key(funder.Name)}"]));

        var identity = new PostIdentity(after.Policies.IdentifyingReferences);
        Posts = PostMatching.Of<Post>(before.Portfolio.Posts, after.Portfolio.Posts, post => post.Id, identity.Contradict,
            Same<Post>(MatchedBy.Reference, identity.Keys),
            // An unknown département is like another unknown one only: a portfolio of one département need not repeat it.
            Same<Post>(MatchedBy.Name, post => [$"{post.Departement}{Then}{PlainName.Key(post.Label)}"]));

        Before = new(Funders.Select(pair => pair.Before?.Id), Posts.Select(pair => pair.Before?.Id), before.AsOf);
        After = new(Funders.Select(pair => pair.After?.Id), Posts.Select(pair => pair.After?.Id), after.AsOf);
        Commitments = PostMatching.Of<Commitment>(Before.Known(before), After.Known(after), commitment => commitment.Id, (_, _) => false,
            ByReference((_, _) => ""),
            ByReference((side, commitment) => side.PostsOf(commitment)),
            // A convention and its avenants often bear one number.
            ByReference((side, commitment) => $"{side.PostsOf(commitment)}{Then}{commitment.From}{Then}{commitment.Amends is null}"));
    }

    internal ImmutableArray<Pair<Funder>> Funders { get; }

    internal ImmutableArray<Pair<Post>> Posts { get; }

    internal ImmutableArray<Pair<Commitment>> Commitments { get; }

    internal Side Before { get; }

    internal Side After { get; }

    private Way<Commitment> ByReference(Func<Side, Commitment, string> more)
    {
        IEnumerable<string> Keys(Side side, Commitment commitment) =>
            commitment.References.Select(reference => $"{side.FunderOf(commitment)}{Then}{Said(reference)}{Then}{more(side, commitment)}");
        return new(MatchedBy.Reference, commitment => Keys(Before, commitment), commitment => Keys(After, commitment));
    }

    private static Way<T> Same<T>(MatchedBy by, Func<T, IEnumerable<string>> keys) => new(by, keys, keys);

    private static string Said(KeyValuePair<string, string> reference) => $"{reference.Key}{Then}{reference.Value.Trim()}";
}

/// <summary>One of the two analyses: its ids as numbers that mean the same thing on both sides.</summary>
internal sealed class Side
{
    private readonly Dictionary<string, int> funders, posts;

    internal Side(IEnumerable<string?> funders, IEnumerable<string?> posts, LocalDate asOf)
    {
        (this.funders, this.posts, AsOf) = (Numbers(funders), Numbers(posts), asOf);
    }

    internal LocalDate AsOf { get; }

    internal int FunderOf(Commitment commitment) => funders[commitment.Funder];

    internal int PostOf(string id) => posts[id];

    internal string PostsOf(Commitment commitment) => string.Join(',', commitment.Posts.Select(PostOf).Order());

    internal bool Knows(PartialDate? decidedOn) => Decision.IsTaken(decidedOn, AsOf);

    /// <summary>The promises that exist on the as-of date.</summary>
    internal ImmutableArray<Commitment> Known(FundingAnalysis analysis) =>
        [.. analysis.Portfolio.Commitments.Where(commitment => Knows(commitment.DecidedOn))];

    internal Withdrawal? WithdrawalOf(Commitment commitment) => Decision.WithdrawalOf(commitment, AsOf);

    private static Dictionary<string, int> Numbers(IEnumerable<string?> ids) =>
        ids.Select((id, number) => (id, number)).Where(one => one.id is not null)
            .ToDictionary(one => one.id!, one => one.number, StringComparer.Ordinal);
}
