using System.Collections.Immutable;

namespace FundingReports.Portfolios;

/// <summary>The facts as people gave them, not yet checked. They become a <see cref="Portfolio"/> once they are.</summary>
public sealed partial record PortfolioFacts
{
    /// <summary>The title, and how much there is: <c>Landes: 4 posts, 12 commitments</c>.</summary>
    public override string ToString() => $"{Title ?? "Facts"}: {Posts.Length} posts, {Commitments.Length} commitments";

    /// <summary>The title of the portfolio; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The edition; null where it is not said.</summary>
    public Edition? Edition { get; init; }

    /// <summary>Where facts were read.</summary>
    public ImmutableArray<Source> Sources { get => sources.Items; init => sources = new(value); }

    private readonly ValueList<Source> sources = new([]);

    /// <summary>Who pays.</summary>
    public ImmutableArray<Funder> Funders { get => funders.Items; init => funders = new(value); }

    private readonly ValueList<Funder> funders = new([]);

    /// <summary>What is paid.</summary>
    public ImmutableArray<Post> Posts { get => posts.Items; init => posts = new(value); }

    private readonly ValueList<Post> posts = new([]);

    /// <summary>What was promised.</summary>
    public ImmutableArray<Commitment> Commitments { get => commitments.Items; init => commitments = new(value); }

    private readonly ValueList<Commitment> commitments = new([]);

    /// <summary>What was promised for posts that nobody has named yet: it counts in no figure.</summary>
    public ImmutableArray<AwaitingCommitment> Awaiting { get => awaiting.Items; init => awaiting = new(value); }

    private readonly ValueList<AwaitingCommitment> awaiting = new([]);

    /// <summary>The windows in which money can be asked for.</summary>
    public ImmutableArray<Campaign> Campaigns { get => campaigns.Items; init => campaigns = new(value); }

    private readonly ValueList<Campaign> campaigns = new([]);

    /// <summary>What was paid, as the accounts of funders record it; a payment without commitment waits for one.</summary>
    public ImmutableArray<Payment> Payments { get => payments.Items; init => payments = new(value); }

    private readonly ValueList<Payment> payments = new([]);
}

/// <summary>An edition of a portfolio: when, by which function, and after which other.</summary>
/// <param name="By">The function that publishes it, never a person's name.</param>
/// <param name="On">The date of the edition.</param>
/// <param name="Previous">The edition that it follows, as that one is named.</param>
public sealed partial record Edition(PartialDate? On, string? By, string? Previous);

/// <summary>The window in which a funder, or one of its lines, can be asked for a budget year.</summary>
/// <param name="Funder">The id of the funder.</param>
/// <param name="Line">The line of the funder (FIPD, FONJEP); null where the campaign is for all of them.</param>
/// <param name="Year">The budget year that is asked for.</param>
public sealed partial record Campaign(string Funder, string? Line, int Year)
{
    /// <summary>The first day, included; null where it is not published.</summary>
    public PartialDate? Opens { get; init; }

    /// <summary>The last day, included; null where it is not published.</summary>
    public PartialDate? Closes { get; init; }

    /// <summary>The id of the source; null where none is given.</summary>
    public string? Source { get; init; }
}
