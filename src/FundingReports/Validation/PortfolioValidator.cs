using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

/// <summary>Facts → problems: all that can be said without an as-of date. The others are said by the analysis.</summary>
/// <remarks>It also runs on what could be read of a broken document: a check is skipped where a value that it needs failed.</remarks>
internal sealed partial class PortfolioValidator
{
    private readonly PortfolioFacts facts;
    private readonly ProblemList problems;
    private readonly Dictionary<string, int> sources, funders, posts, commitments;

    private PortfolioValidator(PortfolioFacts facts, ProblemList problems)
    {
        this.facts = facts;
        this.problems = problems;
        sources = Index("sources", facts.Sources, source => source.Id);
        funders = Index("funders", facts.Funders, funder => funder.Id);
        posts = Index("posts", facts.Posts, post => post.Id);
        commitments = Index("commitments", facts.Commitments, commitment => commitment.Id);
        Index("awaiting", facts.Awaiting, awaiting => awaiting.Id);
    }

    /// <summary>Adds every problem of the facts to those of the reading.</summary>
    internal static void Check(PortfolioFacts facts, ProblemList problems)
    {
        var validator = new PortfolioValidator(facts, problems);
        validator.CheckHead();
        for (int i = 0; i < facts.Sources.Length; i++)
            validator.CheckSource(facts.Sources[i], $"sources[{i}]");
        for (int i = 0; i < facts.Funders.Length; i++)
            validator.CheckFunder(facts.Funders[i], $"funders[{i}]");
        for (int i = 0; i < facts.Posts.Length; i++)
            validator.CheckPost(facts.Posts[i], $"posts[{i}]");
        for (int i = 0; i < facts.Commitments.Length; i++)
            validator.CheckCommitment(i);
        validator.CheckLines();
        validator.CheckSharedSirets();
        validator.CheckDoubles();
        validator.CheckAwaiting();
        for (int i = 0; i < facts.Campaigns.Length; i++)
            validator.CheckCampaign(facts.Campaigns[i], $"campaigns[{i}]");
    }

    private void CheckHead()
    {
        CheckText(facts.Title, "title", "");
        if (facts.Edition is not { } edition)
            return;
        CheckDate(edition.On, "edition", ".on");
        CheckText(edition.By, "edition", ".by");
        CheckText(edition.Previous, "edition", ".previous");
    }

    private void CheckSource(Source source, string path)
    {
        CheckRequiredText(source.Id, path, ".id");
        CheckRequiredText(source.Title, path, ".title");
        CheckWord(source.Kind, path, ".kind");
        CheckText(source.Reference, path, ".reference");
        CheckDate(source.On, path, ".on");
        CheckText(source.Author, path, ".author");
        if (source.Kind is SourceKind.Assumption && string.IsNullOrWhiteSpace(source.Author) && problems.Readable(path + ".kind") && problems.Readable(path + ".author"))
            problems.Add(ProblemCode.AssumptionWithoutAuthor, path + ".author", null, source.Id);
        CheckText(source.Reason, path, ".reason");
    }

    private void CheckFunder(Funder funder, string path)
    {
        CheckRequiredText(funder.Id, path, ".id");
        CheckRequiredText(funder.Name, path, ".name");
        CheckWord(funder.Kind, path, ".kind");
        CheckSiret(funder.Siret, path);
    }

    private void CheckCampaign(Campaign campaign, string path)
    {
        CheckReference(campaign.Funder, funders, "funder", path, ".funder");
        CheckText(campaign.Line, path, ".line");
        if (campaign.Year is < PartialDate.FirstYear or > PartialDate.LastYear && problems.Readable(path + ".year"))
            problems.Add(ProblemCode.YearOutOfRange, path + ".year", Invariant(campaign.Year), Invariant(PartialDate.FirstYear), Invariant(PartialDate.LastYear));
        CheckDate(campaign.Opens, path, ".opens");
        CheckDate(campaign.Closes, path, ".closes");
        if (campaign is { Opens: { } opens, Closes: { } closes })
            CheckOrder(opens, ".opens", closes, ".closes", path);
        CheckCampaignYear(campaign, path);
        CheckSources(path, campaign.Source, Post.NoReferences, ("opens", campaign.Opens is not null), ("closes", campaign.Closes is not null));
    }

    // A campaign of a year is open in it or in the year beside.
    private void CheckCampaignYear(Campaign campaign, string path)
    {
        string property = campaign.Closes is null ? ".opens" : ".closes";
        if ((campaign.Closes ?? campaign.Opens) is { } day && Math.Abs(day.First.Year - campaign.Year) > 1 && problems.Readable(path + ".year") && problems.Readable(path + property))
            problems.Add(ProblemCode.CampaignFarFromYear, path + property, day.ToString(), Invariant(campaign.Year), day.ToString());
    }

    private Dictionary<string, int> Index<T>(string section, ImmutableArray<T> items, Func<T, string?> id)
    {
        var index = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
        for (int i = 0; i < items.Length; i++)
        {
            string path = $"{section}[{i}].id";
            if (id(items[i]) is { } key && problems.Readable(path) && !index.TryAdd(key, i))
                problems.Add(ProblemCode.DuplicateId, path, key, $"{section}[{index[key]}].id");
        }
        return index;
    }
}
