using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>Several returns into one portfolio: what was told twice is said, agreeing or not, and each fact keeps who said it.</summary>
/// <remarks>
/// A post is the same where the id is the same, or one value under a reference that identifies
/// (<see cref="PolicySet.IdentifyingReferences"/>), or the label and the employer of one post on each side; never where such references
/// differ. A commitment is, where funder, line, posts and days are; one that waits for a post, where all that it says is; a funder, where
/// the name is. Accents, case and spaces do not count. A fact without source takes that of its return, so that it can be traced. Where
/// returns disagree nothing is chosen: it is an error, to be settled with them.
/// </remarks>
public sealed partial class PortfolioMerge
{
    private readonly List<Source> sources = [];
    private readonly List<(Funder Funder, string By)> funders = [];
    private readonly List<(Post Post, string By)> posts = [];
    private readonly List<(Commitment Commitment, string By)> commitments = [];
    private readonly List<(Campaign Campaign, string By)> campaigns = [];
    private readonly HashSet<string> sourceIds = new(StringComparer.Ordinal), postIds = new(StringComparer.Ordinal),
        funderIds = new(StringComparer.Ordinal), commitmentIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> fundersByName = new(StringComparer.Ordinal), postsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> postsByReference = new(StringComparer.Ordinal),
        postsByLabel = new(StringComparer.Ordinal);
    private readonly PostIdentity identity;
    private readonly Dictionary<string, List<int>> commitmentsByPayer = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> commitmentsByPromise = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    private PortfolioMerge(PolicySet? policies) => identity = new((policies ?? PolicySet.Default).IdentifyingReferences);

    /// <summary>Merges, in the order given.</summary>
    /// <param name="returns">What each says.</param>
    /// <param name="policies">The policies, which say what references identify a post; null for those that ship.</param>
    public static MergedPortfolio Merge(IReadOnlyList<ReturnedFacts> returns, PolicySet? policies = null)
    {
        ArgumentNullException.ThrowIfNull(returns);
        return Merge(returns, firstIsHome: false, policies);
    }

    // A fact of the portfolio that others are put into stays without a source where it has none: no return has told it.
    private static MergedPortfolio Merge(IReadOnlyList<ReturnedFacts> returns, bool firstIsHome, PolicySet? policies)
    {
        var merge = new PortfolioMerge(policies);
        for (int i = 0; i < returns.Count; i++)
            merge.Add(returns[i], i + 1, isHome: firstIsHome && i == 0);
        var facts = new PortfolioFacts
        {
            Title = returns.Select(item => item.Facts.Title).FirstOrDefault(title => title is not null),
            Edition = returns.Select(item => item.Facts.Edition).FirstOrDefault(edition => edition is not null),
            Sources = [.. merge.sources],
            Funders = [.. merge.funders.Select(entry => entry.Funder)],
            Posts = [.. merge.posts.Select(entry => entry.Post)],
            Commitments = [.. merge.commitments.Select(entry => entry.Commitment)],
            Awaiting = [.. merge.awaiting],
            Campaigns = [.. merge.campaigns.Select(entry => entry.Campaign)],
            Payments = [.. merge.payments.Select(entry => merge.Placed(entry.Payment))],
        };
        bool valid = Portfolio.TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> found);
        bool agreed = merge.problems.TrueForAll(problem => problem.Severity is Severity.Warning);
        return new(facts, valid && agreed ? portfolio : null,
            [.. merge.problems, .. merge.LikelyDoublesOf(facts), .. found.Where(problem => problem.Code is not ProblemCode.LikelyDouble)]);
    }

    /// <summary>Posts and funders that are perhaps one, with who says which: they are never merged silently.</summary>
    private IEnumerable<Problem> LikelyDoublesOf(PortfolioFacts facts)
    {
        foreach ((int earlier, int later) in LikelyDoubles.OfFunders(facts.Funders))
            yield return Double("funder", Property.Funders, Property.Name, (earlier, facts.Funders[earlier].Name, funders[earlier].By),
                (later, facts.Funders[later].Name, funders[later].By));
        foreach ((int earlier, int later) in LikelyDoubles.OfPosts(facts.Posts, i => posts[i].By))
            yield return Double("post", Property.Posts, Property.Label, (earlier, facts.Posts[earlier].Label, posts[earlier].By),
                (later, facts.Posts[later].Label, posts[later].By));
    }

    private static Problem Double(
        string what, string section, string property, (int At, string Name, string By) earlier, (int At, string Name, string By) later)
    {
        string other = $"{section}[{earlier.At}].{property}";
        ImmutableArray<string> sayers = earlier.By == later.By ? [] : [later.By, earlier.By];
        return new(ProblemCode.LikelyDouble, $"{section}[{later.At}].{property}", later.Name, [what, earlier.Name, other, .. sayers]);
    }

    private void Add(ReturnedFacts told, int number, bool isHome)
    {
        var ids = new Renamed();
        string own = "";
        // The source of the return itself, made only where a fact needs it.
        string? Own()
        {
            if (isHome)
                return null;
            if (own.Length > 0)
                return own;
            own = Slug.Unique($"retour-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", sourceIds);
            sources.Add(new(own, SourceKind.Statement, $"Retour : {told.Name}"));
            return own;
        }

        foreach (Source source in told.Facts.Sources)
            ids.Sources[source.Id] = AddSource(source);
        foreach (Funder funder in told.Facts.Funders)
            ids.Funders[funder.Id] = AddFunder(funder, told.Name);
        // What they were before this return: two posts of one return are two, however alike.
        var all = new PostsTold(told, posts.Count, identity);
        foreach (Post post in told.Facts.Posts)
            ids.Posts[post.Id] = AddPost(ids.Of(post, Own), all);
        foreach (Commitment commitment in told.Facts.Commitments)
            if (commitment.Amends is null)
                ids.Commitments[commitment.Id] = AddCommitment(ids.Of(commitment, Own), told.Name);
        foreach (Commitment commitment in Ordered(told.Facts.Commitments))
            ids.Commitments[commitment.Id] = AddCommitment(ids.Of(commitment, Own), told.Name);
        foreach (AwaitingCommitment waiting in told.Facts.Awaiting)
            AddAwaiting(ids.Of(waiting, Own), told.Name);
        foreach (Campaign campaign in told.Facts.Campaigns)
            AddCampaign(ids.Of(campaign, Own), told.Name);
        AddPayments([.. told.Facts.Payments.Select(payment => ids.Of(payment, Own))], told.Name);
    }

    // What is amended goes before what amends it; a circle is left for the validator to say.
    private static IEnumerable<Commitment> Ordered(ImmutableArray<Commitment> all)
    {
        HashSet<string> done = [.. all.Where(c => c.Amends is null).Select(c => c.Id)];
        List<Commitment> left = [.. all.Where(c => c.Amends is not null)];
        while (left.Count > 0)
        {
            List<Commitment> ready = left.FindAll(c => done.Contains(c.Amends!));
            if (ready.Count == 0)
                ready = [.. left];
            foreach (Commitment commitment in ready)
            {
                done.Add(commitment.Id);
                yield return commitment;
            }
            left.RemoveAll(ready.Contains);
        }
    }

    private string AddSource(Source source)
    {
        if (sources.Find(known => known with { Id = source.Id } == source && known.Id.StartsWith(source.Id, StringComparison.Ordinal)) is {
            } same)
            return same.Id;
        string id = Slug.Unique(source.Id, sourceIds);
        sources.Add(source with { Id = id });
        return id;
    }

    private string AddFunder(Funder funder, string by)
    {
        string key = Plain.Key(funder.Name);
        if (!fundersByName.TryGetValue(key, out int at))
        {
            string id = Slug.Unique(funder.Id, funderIds);
            fundersByName[key] = funders.Count;
            funders.Add((funder with { Id = id }, by));
            return id;
        }
        (Funder known, string first) = funders[at];
        var compare = new Comparison("funder", known.Id, $"{Property.Funders}[{at}]", first, by, problems);
        compare.Same(Property.Kind, known.Kind, funder.Kind, kind => Forms.Choices.FunderKind.WordOf(kind));
        funders[at] = (known with { Siret = compare.Either(Property.Siret, known.Siret, funder.Siret) }, first);
        return known.Id;
    }

    private string AddPost(Post post, PostsTold told)
    {
        if (SameAs(post, told) is { } at)
        {
            (Post same, string first) = posts[at];
            var compare = new Comparison("post", same.Id, $"{Property.Posts}[{at}]", first, told.By, problems);
            posts[at] = (compare.Merged(same, post), first);
            compare.SayIfAgreed();
            Recognise(post, at);
            return same.Id;
        }
        // Another post may happen to have its id: the two are told apart. An id twice in one return is for the validator to report.
        bool taken = postsById.TryGetValue(post.Id, out int other) && other < told.Known;
        string id = taken ? Slug.Unique(post.Id, postIds) : post.Id;
        postIds.Add(id);
        postsById.TryAdd(id, posts.Count);
        Recognise(post, posts.Count);
        posts.Add((post with { Id = id }, told.By));
        return id;
    }

    private void Recognise(Post post, int at)
    {
        foreach (string reference in identity.Keys(post))
            Put(postsByReference, reference);
        Put(postsByLabel, Plain.Key(post.Label));

        void Put(Dictionary<string, List<int>> index, string key)
        {
            List<int> places = index.TryGetValue(key, out var found) ? found : index[key] = [];
            if (!places.Contains(at))
                places.Add(at);
        }
    }

    /// <summary>The place of the post of an earlier return that this one is; null where none is, or where several could be.</summary>
    private int? SameAs(Post post, PostsTold told)
    {
        if (postsById.TryGetValue(post.Id, out int at) && at < told.Known && !identity.Contradict(posts[at].Post, post))
            return at;
        int[] numbered = [.. identity.Keys(post).Where(told.IsOne).SelectMany(key => Places(postsByReference, key)).Distinct()];
        if (Only(numbered) is { } same)
            return same;
        string label = Plain.Key(post.Label), employer = EmployerOf(post);
        int[] alike = [.. Places(postsByLabel, label)];
        if (told.IsOne(label, employer) && Only([.. alike.Where(i => EmployerOf(posts[i].Post) == employer)]) is { } employed)
            return employed;
        // A funder often does not say who employs: the one post of that label is meant.
        return told.IsOne(label) && Only(alike) is { } only && (employer.Length == 0 || EmployerOf(posts[only].Post).Length == 0)
            ? only : null;

        IEnumerable<int> Places(Dictionary<string, List<int>> index, string key) =>
            (index.GetValueOrDefault(key) ?? []).Where(i => i < told.Known);

        int? Only(int[] places) => places is [var one] && !identity.Contradict(posts[one].Post, post) ? one : null;
    }

    private static string EmployerOf(Post post) => Plain.Key(post.Employers is [.., var employer] ? employer.Name ?? "" : "");

    /// <summary>
    /// The posts of one return, and how many of them say the same of themselves: two posts of one return are two, however alike.
    /// </summary>
    private sealed class PostsTold
    {
        private readonly Dictionary<string, int> count = new(StringComparer.Ordinal);

        internal PostsTold(ReturnedFacts told, int known, PostIdentity identity)
        {
            (By, Known) = (told.Name, known);
            foreach (Post post in told.Facts.Posts)
            {
                string label = Plain.Key(post.Label);
                foreach (string key in identity.Keys(post).Append(label).Append(Both(label, EmployerOf(post))))
                    count[key] = count.GetValueOrDefault(key) + 1;
            }
        }

        /// <summary>Whose return it is.</summary>
        internal string By { get; }

        /// <summary>How many posts were known before it.</summary>
        internal int Known { get; }

        internal bool IsOne(string key) => count[key] == 1;

        internal bool IsOne(string label, string employer) => IsOne(Both(label, employer));

        private static string Both(string label, string employer) => $"{label}\n{employer}";
    }

    private string AddCommitment(Commitment commitment, string by)
    {
        // The same days, in the same line, from the same funder, for the same posts: the same promise.
        string promise = string.Join('\n', [commitment.Funder, Plain.Key(commitment.Line ?? ""), commitment.From.First.ToString(),
            commitment.Until.ToString(), commitment.Amends, .. commitment.Posts.Order(StringComparer.Ordinal)]);
        if (commitmentsByPromise.TryGetValue(promise, out int at) && commitments[at].By is var first && first != by)
        {
            Commitment known = commitments[at].Commitment;
            var compare = new Comparison("commitment", known.Id, $"{Property.Commitments}[{at}]", first, by, problems);
            compare.Check(known, commitment);
            compare.SayIfAgreed();
            return known.Id;
        }
        // Returns show other years of one promise: where the shorter one says what the longer one does, it is told twice; else it is asked
        // about.
        string payer = string.Join('\n', [commitment.Funder, .. commitment.Posts.Order(StringComparer.Ordinal)]);
        if (!commitmentsByPayer.TryGetValue(payer, out List<int>? ofPayer))
            commitmentsByPayer[payer] = ofPayer = [];
        foreach (int other in ofPayer)
        {
            (Commitment known, string teller) = commitments[other];
            if (teller == by || !PromiseParts.Overlap(known, commitment))
                continue;
            if (PromiseParts.Tells(known, commitment))
            {
                problems.Add(new(ProblemCode.ToldTwice, $"{Property.Commitments}[{other}]", null, "commitment", known.Id, teller, by));
                return known.Id;
            }
            problems.Add(new(ProblemCode.LikelyDouble, $"{Property.Commitments}[{commitments.Count}]", commitment.Id, "commitment",
                known.Id, $"{Property.Commitments}[{other}]", by, teller));
            break;
        }
        string id = Slug.Unique(commitment.Id, commitmentIds);
        commitmentsByPromise.TryAdd(promise, commitments.Count);
        ofPayer.Add(commitments.Count);
        commitments.Add((commitment with { Id = id }, by));
        return id;
    }

    private void AddCampaign(Campaign campaign, string by)
    {
        int at = campaigns.FindIndex(entry => entry.Campaign.Funder == campaign.Funder && entry.Campaign.Line == campaign.Line
            && entry.Campaign.Year == campaign.Year);
        if (at < 0)
        {
            campaigns.Add((campaign, by));
            return;
        }
        (Campaign known, string first) = campaigns[at];
        var compare = new Comparison("funder", known.Funder, $"{Property.Campaigns}[{at}]", first, by, problems);
        campaigns[at] = (known with { Opens = compare.Either(Property.Opens, known.Opens, campaign.Opens),
            Closes = compare.Either(Property.Closes, known.Closes, campaign.Closes) }, first);
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{posts.Count} posts, {commitments.Count} commitments, {problems.Count} problems";
}
