using System.Diagnostics;
using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports;

/// <summary>Posts, who pays them, and what each promise is worth: facts in which no error was found. Immutable.</summary>
/// <remarks>What is wrong comes back whole: every problem at once, never the first alone.</remarks>
[DebuggerDisplay("{Posts.Length} posts, {Commitments.Length} commitments")]
public sealed partial class Portfolio
{
    private readonly Dictionary<string, Source> sources;
    private readonly Dictionary<string, Funder> funders;
    private readonly Dictionary<string, Post> posts;
    private readonly Dictionary<string, Commitment> commitments;

    private Portfolio(PortfolioFacts facts)
    {
        Facts = facts;
        sources = facts.Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        funders = facts.Funders.ToDictionary(funder => funder.Id, StringComparer.Ordinal);
        posts = facts.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        Commitments = InheritedTerms.Of(facts.Commitments);
        commitments = Commitments.ToDictionary(commitment => commitment.Id, StringComparer.Ordinal);
    }

    /// <summary>The facts that the portfolio was made of.</summary>
    public PortfolioFacts Facts { get; }

    /// <summary>The title; null where it has none.</summary>
    public string? Title => Facts.Title;

    /// <summary>Which edition this is; null where it is not said.</summary>
    public Edition? Edition => Facts.Edition;

    /// <summary>The sources in which facts were read, in the order of the document.</summary>
    public ImmutableArray<Source> Sources => Facts.Sources;

    /// <summary>The funders, in the order of the document.</summary>
    public ImmutableArray<Funder> Funders => Facts.Funders;

    /// <summary>The posts, in the order of the document.</summary>
    public ImmutableArray<Post> Posts => Facts.Posts;

    /// <summary>
    /// The commitments, in the order of the document. An amendment without a term has the term of what it amends; <see cref="Facts"/>
    /// keeps it as given.
    /// </summary>
    public ImmutableArray<Commitment> Commitments { get; }

    /// <summary>The promises for posts that nobody has named yet, in the order of the document: they count in no figure.</summary>
    public ImmutableArray<AwaitingCommitment> Awaiting => Facts.Awaiting;

    /// <summary>The periods in which money can be asked for, in the order of the document.</summary>
    public ImmutableArray<Campaign> Campaigns => Facts.Campaigns;

    /// <summary>What was paid, as the accounts of funders record it, in the order of the document.</summary>
    public ImmutableArray<Payment> Payments => Facts.Payments;

    /// <summary>The source of that id; null where there is none.</summary>
    public Source? FindSource(string? id) => id is null ? null : sources.GetValueOrDefault(id);

    /// <summary>The funder of an id; null where there is none.</summary>
    public Funder? FindFunder(string? id) => id is null ? null : funders.GetValueOrDefault(id);

    /// <summary>The post of an id; null where there is none.</summary>
    public Post? FindPost(string? id) => id is null ? null : posts.GetValueOrDefault(id);

    /// <summary>The commitment of an id; null where there is none.</summary>
    public Commitment? FindCommitment(string? id) => id is null ? null : commitments.GetValueOrDefault(id);
}
