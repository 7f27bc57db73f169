using System.Collections.Immutable;
using System.ComponentModel;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

/// <summary>Finds posts and funders whose two names perhaps mean one thing. It only asks, and decides nothing.</summary>
/// <remarks>It says nothing of one name, spelled alike, with two ids: whoever wrote both ids knew.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LikelyDoubles
{
    // Two numbers of one of these tell two posts apart. Whether a project lists others, its facts do not say.
    private static readonly PostIdentity identity = new(["poste", "fonjep", "matricule-du-poste"]);

    /// <summary>The posts that are perhaps one, each with the first before it that it resembles.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="sayer">Of posts that several returns tell, who tells each: one name told by two is asked about too.</param>
    /// <returns>Places in the list, from 0; in the order of the later ones.</returns>
    public static IEnumerable<(int Earlier, int Later)> OfPosts(ImmutableArray<Post> posts, Func<int, string>? sayer = null)
    {
        if (posts.IsDefault || posts.Length < 2)
            return [];
        ImmutableArray<PostName> names = [.. posts.Select((post, i) => new PostName(post, sayer?.Invoke(i) ?? ""))];
        var clusters = new WordClusters();
        foreach (PostName name in names)
            clusters.Add(name.Label);
        return Pairs(names, clusters);
    }

    private static IEnumerable<(int, int)> Pairs(ImmutableArray<PostName> names, WordClusters clusters)
    {
        var before = new Candidates();
        for (int later = 0; later < names.Length; later++)
        {
            PostName name = names[later];
            if (name.Label.IsEmpty)
                continue;
            string[] keys = [$"w{clusters.KeyOf(name.Label)}", $"j{name.Label.Joined}"];
            // A post that says neither where it is nor who employs it may be any post; otherwise it is compared with posts that say the
            // same, or nothing.
            string[] at = name.Contexts.IsEmpty ? ["*"] : [.. name.Contexts, ""];
            int earlier = at.SelectMany(context => keys.SelectMany(key => before.Under($"{context}\n{key}")))
                .Where(i => names[i].MayBe(name)).DefaultIfEmpty(-1).Min();
            if (earlier >= 0)
                yield return (earlier, later);
            foreach (string context in name.Contexts.IsEmpty ? ["", "*"] : name.Contexts.Add("*"))
                foreach (string key in keys)
                    before.Add($"{context}\n{key}", later, name.Spelling);
        }
    }

    /// <summary>The funders that are perhaps one, each with the first before it that it resembles.</summary>
    /// <param name="funders">The funders.</param>
    /// <returns>Places in the list, from 0; in the order of the later ones.</returns>
    public static IEnumerable<(int Earlier, int Later)> OfFunders(ImmutableArray<Funder> funders)
    {
        if (funders.IsDefault || funders.Length < 2)
            yield break;
        ImmutableArray<FunderName> names = [.. funders.Select(funder => new FunderName(funder))];
        var clusters = new WordClusters();
        foreach (FunderName name in names)
        {
            clusters.Add(name.Name);
            clusters.Add(name.Rest);
        }
        var before = new Candidates();
        for (int later = 0; later < names.Length; later++)
        {
            FunderName name = names[later];
            if (name.Name.IsEmpty)
                continue;
            string own = name.Departement ?? "";
            string[] keys = [$"w{clusters.KeyOf(name.Name)}", $"j{name.Name.Joined}", $"c{name.Concepts}\n{clusters.KeyOf(name.Rest)}"];
            int earlier = keys.SelectMany(
                key => own.Length == 0 ? before.Under($"*\n{key}") : before.Under($"{own}\n{key}").Concat(before.Under($"\n{key}")))
                .Where(i => names[i].MayBe(name)).DefaultIfEmpty(-1).Min();
            if (earlier >= 0)
                yield return (earlier, later);
            foreach (string key in keys)
                foreach (string place in (string[])[own, "*"])
                    before.Add($"{place}\n{key}", later, later.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    /// <summary>A post by what tells it from others.</summary>
    private sealed class PostName
    {
        private readonly Post post;
        private readonly ImmutableArray<FoldedName> places, services, employers;

        internal PostName(Post post, string sayer)
        {
            this.post = post;
            Label = FoldedName.Of(post.Label);
            places = Folded(post.Places);
            services = Folded(post.Services);
            employers = Folded(post.Employers.Select(employer => employer.Name));
            Contexts =
            [
                .. post.Departement is { Length: > 0 } departement ? [$"d{departement}"] : Array.Empty<string>(),
                .. places.Select(place => $"p{place.Key}").Distinct(), .. employers.Select(employer => $"e{employer.Key}").Distinct(),
            ];
            Spelling =
                string.Join('\n', [sayer, post.Label, .. post.Places, "\0", .. post.Employers.Select(employer => employer.Name ?? "")]);
        }

        internal FoldedName Label { get; }

        /// <summary>Where it is and who employs it, a key each.</summary>
        internal ImmutableArray<string> Contexts { get; }

        /// <summary>Its names as they were written, and by whom.</summary>
        internal string Spelling { get; }

        internal bool MayBe(PostName other) => Spelling != other.Spelling && Misspelling.Same(Label, other.Label)
            && !Apart(other) && (Contexts.IsEmpty || other.Contexts.IsEmpty || Near(other));

        private bool Near(PostName other) => post.Departement is { Length: > 0 } && post.Departement == other.post.Departement
            || AnySame(places, other.places) || AnySame(employers, other.employers);

        /// <summary>Whether something tells the two posts apart.</summary>
        private bool Apart(PostName other)
        {
            if (post.Departement is { Length: > 0 } one && other.post.Departement is { Length: > 0 } two && one != two)
                return true;
            if (!places.IsEmpty && !other.places.IsEmpty && !AnySame(places, other.places)
                || !services.IsEmpty && !other.services.IsEmpty && !AnySame(services, other.services))
                return true;
            // Labels spelled alike with two employers are two posts, unless the employers are perhaps one.
            if (post.Label == other.post.Label && !employers.IsEmpty && !other.employers.IsEmpty && !AnySame(employers, other.employers))
                return true;
            return identity.Contradict(post, other.post);
        }

        private static ImmutableArray<FoldedName> Folded(IEnumerable<string?> texts) =>
            [.. texts.Select(FoldedName.Of).Where(name => !name.IsEmpty)];

        private static bool AnySame(ImmutableArray<FoldedName> some, ImmutableArray<FoldedName> others) =>
            some.Any(one => others.Any(other => Misspelling.Same(one, other)));
    }
}
