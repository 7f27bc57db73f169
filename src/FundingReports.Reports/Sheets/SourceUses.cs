using FundingReports.Portfolios;
using FundingReports.Reports.Texts;

namespace FundingReports.Reports.Sheets;

/// <summary>Which facts cite each source. The facts are read once: there may be as many sources as posts.</summary>
internal sealed class SourceUses
{
    private readonly ReportTexts texts;
    private readonly int posts;
    private readonly ILookup<string, (string Label, string Properties)> byPost;
    private readonly ILookup<string, (int Number, string Properties)> byCommitment;
    private readonly ILookup<string, Commitment> byWithdrawal;
    private readonly ILookup<string, Campaign> byCampaign;

    internal SourceUses(ReportContext context)
    {
        var portfolio = context.Analysis.Portfolio;
        (texts, posts) = (context.Texts, portfolio.Posts.Length);
        byPost = portfolio.Posts.Watched(context.Cancellation)
            .SelectMany(post => Named([post.Source, .. post.Sources.Values, .. post.Costs.Select(cost => cost.Source)]),
                (post, id) => (Id: id, Use: (post.Label, PropertiesOf(post, id))))
            .ToLookup(one => one.Id, one => one.Use, StringComparer.Ordinal);
        byCommitment = context.Commitments.Index()
            .SelectMany(at => Named([at.Item.Source, .. at.Item.Sources.Values]),
                (at, id) => (Id: id, Use: (at.Index + 1, Joined(at.Item.Sources, id))))
            .ToLookup(one => one.Id, one => one.Use, StringComparer.Ordinal);
        byWithdrawal = context.Commitments.Where(commitment => commitment.Withdrawn?.Source is not null)
            .ToLookup(commitment => commitment.Withdrawn!.Source!, StringComparer.Ordinal);
        byCampaign = portfolio.Facts.Campaigns.Where(campaign => campaign.Source is not null)
            .ToLookup(campaign => campaign.Source!, StringComparer.Ordinal);
    }

    /// <summary>The posts, the commitments, the withdrawals and the campaigns that name a source, in words.</summary>
    internal IEnumerable<string> Of(string id) =>
    [
        .. byPost[id].GroupBy(post => post.Properties, post => post.Label)
            .Select(group => texts.UsedBy(texts.PostsLacking([.. group], posts), group.Key)),
        .. byCommitment[id].GroupBy(one => one.Properties, one => one.Number)
            .Select(group => texts.UsedBy(texts.CommitmentsInWords([.. group]), group.Key)),
        .. byWithdrawal[id].Select(commitment =>
            texts.UsedBy($"{texts.Commitment.ToLowerInvariant()} {commitment.Id}", texts.WithdrawnFrom(commitment.Withdrawn!.From))),
        .. byCampaign[id].Select(campaign => texts.Campaign(campaign.Line ?? campaign.Funder, campaign.Year)),
    ];

    private static IEnumerable<string> Named(IEnumerable<string?> ids) => ids.OfType<string>().Distinct(StringComparer.Ordinal);

    private string PropertiesOf(Post post, string id)
    {
        string own = Joined(post.Sources, id);
        return !post.Costs.Any(cost => cost.Source == id) ? own
            : own.Length == 0 ? texts.PropertyOf("cost") : $"{own}, {texts.PropertyOf("cost")}";
    }

    private string Joined(IEnumerable<KeyValuePair<string, string>> sources, string id) =>
        string.Join(", ", sources.Where(pair => pair.Value == id).Select(pair => texts.PropertyOf(pair.Key)));
}
