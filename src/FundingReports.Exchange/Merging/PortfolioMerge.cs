using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Intake;
using FundingReports.Portfolios;
using FundingReports.Texts;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>Several returns into one portfolio: what was told twice is said, agreeing or not, and each fact keeps who said it.</summary>
/// <remarks>
/// A post is the same where the id is the same, or the label and the employer are; a commitment, where funder, line, posts and days are; one that waits for a post, where all that it says is; a funder, where the name is. Accents, case and spaces do not count.
/// A fact without source takes that of its return, so that it can be traced. Where returns disagree nothing is chosen: it is an error, to be settled with them.
/// </remarks>
public sealed partial class PortfolioMerge
{
    private readonly List<Source> sources = [];
    private readonly List<(Funder Funder, string By)> funders = [];
    private readonly List<(Post Post, string By)> posts = [];
    private readonly List<(Commitment Commitment, string By)> commitments = [];
    private readonly List<(Campaign Campaign, string By)> campaigns = [];
    private readonly HashSet<string> sourceIds = new(StringComparer.Ordinal), funderIds = new(StringComparer.Ordinal), commitmentIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> fundersByName = new(StringComparer.Ordinal), postsById = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> postsByLabel = [];
    private readonly Dictionary<string, int> commitmentsByPromise = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> employersOf = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    private PortfolioMerge() { }

    /// <summary>Merges, in the order given.</summary>
    public static MergedPortfolio Merge(IReadOnlyList<ReturnedFacts> returns)
    {
        ArgumentNullException.ThrowIfNull(returns);
        return Merge(returns, firstIsHome: false);
    }

    // The facts of a portfolio that others are put into keep their want of a source: no return has told them.
    private static MergedPortfolio Merge(IReadOnlyList<ReturnedFacts> returns, bool firstIsHome)
    {
        var merge = new PortfolioMerge();
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
        };
        bool valid = Portfolio.TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> found);
        bool agreed = merge.problems.TrueForAll(problem => problem.Severity is Severity.Warning);
        return new(facts, valid && agreed ? portfolio : null, [.. merge.problems, .. found.Select(merge.WithHands)]);
    }

    // Two names in two returns: who says which is what somebody needs to ask.
    private Problem WithHands(Problem problem)
    {
        if (problem is not { Code: ProblemCode.LikelyDouble, Arguments: [var what, var name, var other] })
            return problem;
        Func<int, string> by = what is "funder" ? i => funders[i].By : i => posts[i].By;
        return by(PlaceOf(problem.Path)) is var mine && by(PlaceOf(other)) is var theirs && mine != theirs
            ? new(problem.Code, problem.Path, problem.Found, what, name, other, mine, theirs)
            : problem;
    }

    private static int PlaceOf(string path) =>
        int.Parse(path.AsSpan(path.IndexOf('[') + 1)[..(path.IndexOf(']') - path.IndexOf('[') - 1)], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);

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
        foreach (Post post in told.Facts.Posts)
            ids.Posts[post.Id] = AddPost(ids.Of(post, Own), told.Name);
        foreach (Commitment commitment in told.Facts.Commitments)
            if (commitment.Amends is null)
                ids.Commitments[commitment.Id] = AddCommitment(ids.Of(commitment, Own), told.Name);
        foreach (Commitment commitment in Ordered(told.Facts.Commitments))
            ids.Commitments[commitment.Id] = AddCommitment(ids.Of(commitment, Own), told.Name);
        foreach (AwaitingCommitment waiting in told.Facts.Awaiting)
            AddAwaiting(ids.Of(waiting, Own), told.Name);
        foreach (Campaign campaign in told.Facts.Campaigns)
            AddCampaign(ids.Of(campaign, Own), told.Name);
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
        if (sources.Find(known => known with { Id = source.Id } == source && known.Id.StartsWith(source.Id, StringComparison.Ordinal)) is { } same)
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
        var compare = new Comparison("funder", known.Id, $"funders[{at}]", first, by, problems);
        compare.Same("kind", known.Kind, funder.Kind, kind => Forms.Choices.FunderKind.WordOf(kind));
        funders[at] = (known with { Siret = compare.Either("siret", known.Siret, funder.Siret) }, first);
        return known.Id;
    }

    private string AddPost(Post post, string by)
    {
        var label = (Plain.Key(post.Label), Plain.Key(post.Employers is [.., var employer] ? employer.Name ?? "" : ""));
        if (!postsById.TryGetValue(post.Id, out int at) && !postsByLabel.TryGetValue(label, out at) && !OfUnknownEmployer(label, out at))
        {
            postsById[post.Id] = postsByLabel[label] = posts.Count;
            if (!employersOf.TryGetValue(label.Item1, out List<string>? employers))
                employersOf[label.Item1] = employers = [];
            employers.Add(label.Item2);
            posts.Add((post, by));
            return post.Id;
        }
        (Post known, string first) = posts[at];
        if (first == by)
        {
            // Twice in one return: two posts of one label; a doubled id is the validator's to report.
            posts.Add((post, by));
            return post.Id;
        }
        var compare = new Comparison("post", known.Id, $"posts[{at}]", first, by, problems);
        posts[at] = (compare.Merged(known, post), first);
        compare.SayIfAgreed();
        return known.Id;
    }

    // A funder often does not say who employs: the one post of that label is meant. Of several, none.
    private bool OfUnknownEmployer((string Label, string Employer) label, out int at)
    {
        at = -1;
        return employersOf.TryGetValue(label.Label, out List<string>? employers) && employers is [var only] && (label.Employer.Length == 0 || only.Length == 0)
            && postsByLabel.TryGetValue((label.Label, only), out at);
    }

    private string AddCommitment(Commitment commitment, string by)
    {
        // The same days, in the same line, from the same funder, for the same posts: the same promise.
        string promise = string.Join('\n', [commitment.Funder, Plain.Key(commitment.Line ?? ""), commitment.From.First.ToString(), commitment.Until.ToString(), commitment.Amends, .. commitment.Posts.Order(StringComparer.Ordinal)]);
        if (commitmentsByPromise.TryGetValue(promise, out int at) && commitments[at].By is var first && first != by)
        {
            Commitment known = commitments[at].Commitment;
            var compare = new Comparison("commitment", known.Id, $"commitments[{at}]", first, by, problems);
            compare.Check(known, commitment);
            compare.SayIfAgreed();
            return known.Id;
        }
        string id = Slug.Unique(commitment.Id, commitmentIds);
        commitmentsByPromise.TryAdd(promise, commitments.Count);
        commitments.Add((commitment with { Id = id }, by));
        return id;
    }

    private void AddCampaign(Campaign campaign, string by)
    {
        int at = campaigns.FindIndex(entry => entry.Campaign.Funder == campaign.Funder && entry.Campaign.Line == campaign.Line && entry.Campaign.Year == campaign.Year);
        if (at < 0)
        {
            campaigns.Add((campaign, by));
            return;
        }
        (Campaign known, string first) = campaigns[at];
        var compare = new Comparison("funder", known.Funder, $"campaigns[{at}]", first, by, problems);
        campaigns[at] = (known with { Opens = compare.Either("opens", known.Opens, campaign.Opens), Closes = compare.Either("closes", known.Closes, campaign.Closes) }, first);
    }
}
