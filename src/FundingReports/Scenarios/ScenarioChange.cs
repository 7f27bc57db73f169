using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Scenarios;

/// <summary>
/// One change of a scenario. It acts on the result of the one before, on all views, as if decided before the as-of date.
/// </summary>
public abstract record ScenarioChange
{
    private ScenarioChange() { }

    /// <summary>The funder's commitments pay nothing from a day on.</summary>
    /// <param name="Funder">The id of the funder.</param>
    /// <param name="From">The first day without money.</param>
    public sealed record Withdraw(string Funder, PartialDate From) : ScenarioChange;

    /// <summary>A new commitment "&lt;id&gt;/R" on the day after the old one's last paying day.</summary>
    /// <remarks>
    /// An error: of what is refused, withdrawn by a decision already taken, amended, of unknown amount, without end, or decided after the
    /// as-of date. What an earlier change of the scenario has withdrawn is renewed from the day on which it stops.
    /// </remarks>
    /// <param name="Commitment">The id of the commitment renewed.</param>
    /// <param name="Until">The last day of the new one, included.</param>
    public sealed record Renew(string Commitment, PartialDate Until) : ScenarioChange
    {
        /// <summary>The factor of the renewal: it multiplies shares (not above 1) and sums (rounded to the cent), not a balance.</summary>
        public Factor Factor { get; init; } = Factor.One;

        /// <summary>
        /// What the new promise is worth; null where it follows the old one: signed after a granted or signed promise, otherwise no more
        /// than the old one.
        /// </summary>
        public CommitmentStatus? Status { get; init; }

        /// <summary>Whether one instalment makes the whole of the new promise firm, where it is granted or signed.</summary>
        public bool Firm { get; init; } = true;
    }

    /// <summary>The yearly rate of each of the funder's present commitments is multiplied from a day on, before its cap.</summary>
    /// <param name="Funder">The id of the funder.</param>
    /// <param name="Line">The line of the funder; null for all its commitments.</param>
    /// <param name="From">The first day of the new rate, included.</param>
    /// <param name="Factor">The factor.</param>
    public sealed record Scale(string Funder, string? Line, PartialDate From, Factor Factor) : ScenarioChange;

    /// <summary>Every known yearly cost is multiplied from a day on, and rounded to the cent.</summary>
    /// <param name="Posts">The ids of the posts; "*" for all.</param>
    /// <param name="From">The first day, included.</param>
    /// <param name="Factor">The factor, 1 + the rate of change.</param>
    public sealed record IndexCost(ImmutableArray<string> Posts, PartialDate From, Factor Factor) : ScenarioChange;

    /// <summary>The yearly cost is set from a day on; earlier entries stand before it, later ones go.</summary>
    /// <param name="Posts">The ids of the posts; "*" for all.</param>
    /// <param name="From">The first day, included.</param>
    /// <param name="Annual">The new cost, in euros a year.</param>
    /// <param name="Source">The id of the source of the cost: a source of the portfolio, or null for that of the scenario.</param>
    public sealed record SetCost(ImmutableArray<string> Posts, PartialDate From, Euros Annual, string? Source) : ScenarioChange;

    /// <summary>One more commitment.</summary>
    /// <param name="Commitment">The commitment, whose id is new in the portfolio.</param>
    public sealed record AddCommitment(Commitment Commitment) : ScenarioChange;

    /// <summary>One more post.</summary>
    /// <param name="Post">The post, whose id is new in the portfolio.</param>
    public sealed record AddPost(Post Post) : ScenarioChange;

    /// <summary>One post less; a sum that it shared is split again between the posts that stay.</summary>
    /// <param name="Post">The id of the post.</param>
    public sealed record RemovePost(string Post) : ScenarioChange;
}
