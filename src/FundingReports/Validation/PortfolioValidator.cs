using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

/// <summary>Lists the problems of facts that can be told without an as-of date; the analysis tells the others.</summary>
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
        sources = Index(Property.Sources, facts.Sources, source => source.Id);
        funders = Index(Property.Funders, facts.Funders, funder => funder.Id);
        posts = Index(Property.Posts, facts.Posts, post => post.Id);
        commitments = Index(Property.Commitments, facts.Commitments, commitment => commitment.Id);
        Index(Property.Awaiting, facts.Awaiting, awaiting => awaiting.Id);
        Index(Property.Payments, facts.Payments, payment => payment.Id);
    }

    /// <summary>Adds every problem of the facts to those of the reading.</summary>
    internal static void Check(PortfolioFacts facts, ProblemList problems)
    {
        var validator = new PortfolioValidator(facts, problems);
        validator.CheckHead();
        for (int i = 0; i < facts.Sources.Length; i++)
            validator.CheckSource(facts.Sources[i], $"{Property.Sources}[{i}]");
        for (int i = 0; i < facts.Funders.Length; i++)
            validator.CheckFunder(facts.Funders[i], $"{Property.Funders}[{i}]");
        for (int i = 0; i < facts.Posts.Length; i++)
        {
            problems.Look();
            validator.CheckPost(facts.Posts[i], $"{Property.Posts}[{i}]");
        }
        for (int i = 0; i < facts.Commitments.Length; i++)
        {
            problems.Look();
            validator.CheckCommitment(i);
        }
        validator.CheckLines();
        validator.CheckSharedSirets();
        validator.CheckDoubles();
        validator.CheckAwaiting();
        for (int i = 0; i < facts.Campaigns.Length; i++)
            validator.CheckCampaign(facts.Campaigns[i], $"{Property.Campaigns}[{i}]");
        validator.CheckPayments();
    }

    private void CheckHead()
    {
        CheckText(facts.Title, Property.Title, "");
        if (facts.Edition is not { } edition)
            return;
        CheckDate(edition.On, Property.Edition, $".{Property.On}");
        CheckText(edition.By, Property.Edition, $".{Property.By}");
        CheckText(edition.Previous, Property.Edition, $".{Property.Previous}");
    }

    private void CheckSource(Source source, string path)
    {
        CheckRequiredText(source.Id, path, $".{Property.Id}");
        CheckRequiredText(source.Title, path, $".{Property.Title}");
        CheckWord(source.Kind, path, $".{Property.Kind}");
        CheckText(source.Reference, path, $".{Property.Reference}");
        CheckDate(source.On, path, $".{Property.On}");
        CheckText(source.Author, path, $".{Property.Author}");
        if (source.Kind is SourceKind.Assumption && string.IsNullOrWhiteSpace(source.Author)
            && problems.Readable(path + $".{Property.Kind}") && problems.Readable(path + $".{Property.Author}"))
            problems.Add(ProblemCode.AssumptionWithoutAuthor, path + $".{Property.Author}", null, source.Id);
        CheckText(source.Reason, path, $".{Property.Reason}");
    }

    private void CheckFunder(Funder funder, string path)
    {
        CheckRequiredText(funder.Id, path, $".{Property.Id}");
        CheckRequiredText(funder.Name, path, $".{Property.Name}");
        CheckWord(funder.Kind, path, $".{Property.Kind}");
        CheckSiret(funder.Siret, path);
    }

    private void CheckCampaign(Campaign campaign, string path)
    {
        CheckReference(campaign.Funder, funders, "funder", path, $".{Property.Funder}");
        CheckText(campaign.Line, path, $".{Property.Line}");
        if (campaign.Year is < PartialDate.FirstYear or > PartialDate.LastYear && problems.Readable(path + $".{Property.Year}"))
            problems.Add(ProblemCode.YearOutOfRange, path + $".{Property.Year}", Invariant(campaign.Year),
                Invariant(PartialDate.FirstYear), Invariant(PartialDate.LastYear));
        CheckDate(campaign.Opens, path, $".{Property.Opens}");
        CheckDate(campaign.Closes, path, $".{Property.Closes}");
        if (campaign is { Opens: { } opens, Closes: { } closes })
            CheckOrder(opens, $".{Property.Opens}", closes, $".{Property.Closes}", path);
        CheckCampaignYear(campaign, path);
        CheckSources(path, campaign.Source, Post.NoReferences, (Property.Opens, campaign.Opens is not null),
            (Property.Closes, campaign.Closes is not null));
    }

    // The campaign of a budget year is open in that year or in the one before or after.
    private void CheckCampaignYear(Campaign campaign, string path)
    {
        string property = campaign.Closes is null ? $".{Property.Opens}" : $".{Property.Closes}";
        if ((campaign.Closes ?? campaign.Opens) is { } day && Math.Abs(day.First.Year - campaign.Year) > 1
            && problems.Readable(path + $".{Property.Year}") && problems.Readable(path + property))
            problems.Add(ProblemCode.CampaignFarFromYear, path + property, day.ToString(), Invariant(campaign.Year), day.ToString());
    }

    private Dictionary<string, int> Index<T>(string section, ImmutableArray<T> items, Func<T, string?> id)
    {
        var index = new Dictionary<string, int>(items.Length, StringComparer.Ordinal);
        for (int i = 0; i < items.Length; i++)
        {
            string path = $"{section}[{i}].{Property.Id}";
            if (id(items[i]) is { } key && problems.Readable(path) && !index.TryAdd(key, i))
                problems.Add(ProblemCode.DuplicateId, path, key, $"{section}[{index[key]}].{Property.Id}");
        }
        return index;
    }
}
