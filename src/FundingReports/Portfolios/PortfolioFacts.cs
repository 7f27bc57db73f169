using System.Collections.Immutable;

namespace FundingReports.Portfolios;

/// <summary>The facts as people gave them, not yet checked. A <see cref="Portfolio"/> is made of them.</summary>
public sealed record PortfolioFacts
{
    /// <summary>The title of the portfolio; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The edition; null where it is not said.</summary>
    public Edition? Edition { get; init; }

    /// <summary>The sources in which facts were read.</summary>
    public ImmutableArray<Source> Sources { get; init; } = [];

    /// <summary>The funders.</summary>
    public ImmutableArray<Funder> Funders { get; init; } = [];

    /// <summary>The posts.</summary>
    public ImmutableArray<Post> Posts { get; init; } = [];

    /// <summary>The commitments.</summary>
    public ImmutableArray<Commitment> Commitments { get; init; } = [];

    /// <summary>The promises for posts that nobody has named yet: they count in no figure.</summary>
    public ImmutableArray<AwaitingCommitment> Awaiting { get; init; } = [];

    /// <summary>The periods in which money can be asked for.</summary>
    public ImmutableArray<Campaign> Campaigns { get; init; } = [];
}

/// <summary>An edition of a portfolio.</summary>
/// <param name="On">The date of the edition.</param>
/// <param name="By">The function that publishes it, never a person's name.</param>
/// <param name="Previous">The edition that it follows, as that one is named.</param>
public sealed record Edition(PartialDate? On, string? By, string? Previous);

/// <summary>The period in which a funder, or one of its lines, can be asked for the money of a budget year.</summary>
/// <param name="Funder">The id of the funder.</param>
/// <param name="Line">The line of the funder (FIPD, FONJEP); null where the campaign is for all of them.</param>
/// <param name="Year">The budget year that is asked for.</param>
public sealed record Campaign(string Funder, string? Line, int Year)
{
    /// <summary>The first day, included; null where it is not published.</summary>
    public PartialDate? Opens { get; init; }

    /// <summary>The last day, included; null where it is not published.</summary>
    public PartialDate? Closes { get; init; }

    /// <summary>The id of the source; null where none is given.</summary>
    public string? Source { get; init; }
}
