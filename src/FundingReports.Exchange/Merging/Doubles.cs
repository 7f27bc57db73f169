using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>Makes one of what stands twice in a portfolio, once somebody has said that it is one.</summary>
/// <remarks>
/// What is asked is <see cref="ProblemCode.LikelyDouble"/> and <see cref="ProblemCode.SamePromise"/>. The first of the two stays, with its
/// name and its place; what only the other knows is added, and what they say otherwise is an error: nothing is chosen. That they are one
/// stands among the sources of the portfolio.
/// </remarks>
public static class Doubles
{
    /// <summary>Whether a problem asks if two things are one, so that it can be answered by yes or no.</summary>
    public static bool Asks(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Code is ProblemCode.LikelyDouble or ProblemCode.SamePromise;
    }

    /// <summary>Makes one of each pair that is said to be one.</summary>
    /// <param name="facts">The facts that the questions were found in.</param>
    /// <param name="same">
    /// The questions answered by yes: of <see cref="Portfolio.Findings"/>, or of the problems of the reading that gave these facts. One
    /// that came back as JSON from elsewhere has its cell alone, and is refused: it is found again among those of the reading.
    /// </param>
    /// <exception cref="ArgumentException">One is no such question, or not of these facts.</exception>
    public static JoinedPortfolio Join(PortfolioFacts facts, IEnumerable<Problem> same)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(same);
        var join = new Joining(facts);
        // The first of a chain first: what it becomes is what the later ones are compared with.
        foreach (var pair in same.Select(join.PairOf).OrderBy(pair => pair.Later))
            join.Add(pair);
        return join.Joined();
    }

    /// <summary>Two places of one list.</summary>
    private sealed record Pair(string List, int Earlier, int Later);

    private sealed class Joining(PortfolioFacts facts)
    {
        private readonly Dictionary<string, Dictionary<int, int>> into = new(StringComparer.Ordinal)
        {
            [Property.Posts] = [], [Property.Funders] = [], [Property.Commitments] = [],
        };

        private readonly List<Problem> problems = [];
        private readonly Post[] posts = [.. facts.Posts];
        private readonly Funder[] funders = [.. facts.Funders];
        private readonly List<string> said = [];

        internal Pair PairOf(Problem asked)
        {
            // A form names cells, and says besides where that is in the facts.
            Problem problem = asked.OfFacts ?? asked;
            string other = problem.Code switch
            {
                ProblemCode.LikelyDouble => problem.Arguments.ElementAtOrDefault(2) ?? "",
                ProblemCode.SamePromise => problem.Arguments.ElementAtOrDefault(2) ?? "",
                _ => throw new ArgumentException("This problem does not ask whether two things are one.", nameof(asked)),
            };
            if (PlaceOf(problem.Path) is not var (list, one) || PlaceOf(other) is not var (same, two) || list != same || one == two
                || Math.Max(one, two) >= CountOf(list))
                throw new ArgumentException("This question is not of these facts.", nameof(asked));
            return new(list, Math.Min(one, two), Math.Max(one, two));
        }

        private int CountOf(string list) => list switch
        {
            Property.Posts => posts.Length,
            Property.Funders => funders.Length,
            _ => facts.Commitments.Length,
        };

        // posts[12].label → posts, 12.
        private (string List, int At)? PlaceOf(string path)
        {
            int open = path.IndexOf('[', StringComparison.Ordinal), close = path.IndexOf(']', StringComparison.Ordinal);
            return open > 0 && close > open && into.ContainsKey(path[..open])
                && int.TryParse(path.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int at)
                ? (path[..open], at) : null;
        }

        private int Root(string list, int at) => into[list].TryGetValue(at, out int first) ? Root(list, first) : at;

        internal void Add(Pair pair)
        {
            int one = Root(pair.List, pair.Earlier), other = Root(pair.List, pair.Later);
            if (one == other)
                return;
            (one, other) = (Math.Min(one, other), Math.Max(one, other));
            into[pair.List][other] = one;
            string path = $"{pair.List}[{Plain.Number(one)}]";
            switch (pair.List)
            {
                case Property.Posts:
                    posts[one] = Compared("post", posts[one].Id, path, posts[one].Label, posts[other].Label)
                        .Merged(posts[one], Alike(posts[other], posts[one]));
                    said.Add($"le poste « {facts.Posts[other].Label} » est « {posts[one].Label} »");
                    break;
                case Property.Funders:
                    funders[one] = Merged(funders[one], funders[other], path);
                    said.Add($"le financeur « {facts.Funders[other].Name} » est « {funders[one].Name} »");
                    break;
                default:
                    Commitment kept = facts.Commitments[one], left = facts.Commitments[other];
                    Compared("commitment", kept.Id, path, kept.Id, left.Id).Check(kept, left);
                    said.Add($"le financement {left.Id} est {kept.Id}");
                    break;
            }
        }

        private Comparison Compared(string what, string id, string path, string first, string second) =>
            new(what, id, path, first, second, problems);

        // Spelled otherwise, they are one: that was asked, and answered.
        private static Post Alike(Post other, Post first) => other with
        {
            Label = first.Label,
            Places = first.Places.IsEmpty ? other.Places : first.Places,
            Services = first.Services.IsEmpty ? other.Services : first.Services,
            Employers = first.Employers is [var one] && other.Employers is [var two] && two with { Name = one.Name } == one
                ? first.Employers : other.Employers,
        };

        private Funder Merged(Funder first, Funder other, string path)
        {
            var compare = Compared("funder", first.Id, path, first.Name, other.Name);
            // « Other » is what is written where nobody has said the kind.
            FunderKind kind = first.Kind is FunderKind.Other ? other.Kind : first.Kind;
            compare.Same(Property.Kind, kind, other.Kind is FunderKind.Other ? kind : other.Kind, Forms.Choices.FunderKind.WordOf);
            return first with { Kind = kind, Siret = compare.Either(Property.Siret, first.Siret, other.Siret) };
        }

        internal JoinedPortfolio Joined()
        {
            var ids = new Renamed();
            foreach (int other in into[Property.Posts].Keys)
                ids.Posts[facts.Posts[other].Id] = posts[Root(Property.Posts, other)].Id;
            foreach (int other in into[Property.Funders].Keys)
                ids.Funders[facts.Funders[other].Id] = funders[Root(Property.Funders, other)].Id;
            foreach (int other in into[Property.Commitments].Keys)
                ids.Commitments[facts.Commitments[other].Id] = facts.Commitments[Root(Property.Commitments, other)].Id;
            HashSet<string> sources = [.. facts.Sources.Select(source => source.Id)];
            PortfolioFacts joined = facts with
            {
                Sources = [.. facts.Sources, .. said.Select(one => new Source(
                    Slug.Unique("reponse", sources), SourceKind.Statement, $"Réponse donnée à la lecture : {one}"))],
                Posts = Kept(Property.Posts, posts),
                Funders = Kept(Property.Funders, funders),
                Commitments = [.. Kept(Property.Commitments, [.. facts.Commitments]).Select(commitment => Once(ids.Of(commitment, none)))],
                Awaiting = [.. facts.Awaiting.Select(awaiting => ids.Of(awaiting, none))],
                Campaigns = [.. facts.Campaigns.Select(campaign => ids.Of(campaign, none)).Distinct()],
                Payments = [.. facts.Payments.Select(payment => ids.Of(payment, none))],
            };
            bool valid = Portfolio.TryCreate(joined, out Portfolio? portfolio, out ImmutableArray<Problem> found);
            bool agreed = problems.TrueForAll(problem => problem.Severity is Severity.Warning);
            var places = into.ToImmutableDictionary(entry => entry.Key, entry => Places(CountOf(entry.Key), entry.Value),
                StringComparer.Ordinal);
            return new(joined, valid && agreed ? portfolio : null, [.. problems], found, places);
        }

        private static readonly Func<string?> none = () => null;

        private static Commitment Once(Commitment commitment) => commitment with { Posts = [.. commitment.Posts.Distinct()] };

        private ImmutableArray<T> Kept<T>(string list, T[] all) => [.. all.Where((_, i) => !into[list].ContainsKey(i))];

        private static ImmutableArray<int> Places(int count, Dictionary<int, int> left) =>
            [.. Enumerable.Range(0, count).Where(i => !left.ContainsKey(i))];
    }
}
