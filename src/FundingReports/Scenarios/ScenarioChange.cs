using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports.Scenarios;

/// <summary>
/// One change of a scenario. It acts on the result of the one before, on all views, as if decided before the as-of date.
/// </summary>
[JsonConverter(typeof(ScenarioChangeJsonConverter))]
public abstract record ScenarioChange
{
    private ScenarioChange() { }

    /// <summary>The funder's commitments pay nothing from that day; an error where it has none.</summary>
    /// <param name="From">The first day without money.</param>
    /// <param name="Funder">The id of the funder.</param>
    [JsonConverter(typeof(ScenarioChangeJsonConverter))]
    public sealed record Withdraw(string Funder, PartialDate From) : ScenarioChange;

    /// <summary>A new commitment "&lt;id&gt;/R" on the day after the old one's last paying day.</summary>
    /// <remarks>
    /// An error: of what is refused, withdrawn by a decision already taken, amended, of unknown amount, without end, or decided after the
    /// as-of date. What an earlier change of the scenario has withdrawn is renewed from the day on which it stops.
    /// </remarks>
    /// <param name="Commitment">The id of the commitment renewed.</param>
    /// <param name="Until">The last day of the new one, included.</param>
    [JsonConverter(typeof(ScenarioChangeJsonConverter))]
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

    /// <summary>From that day on the yearly rate of each of the funder's present commitments is multiplied, before its cap.</summary>
    /// <param name="Factor">The factor.</param>
    /// <param name="From">The first day of the new rate, included.</param>
    /// <param name="Funder">The id of the funder.</param>
    /// <param name="Line">
    /// The line of the funder, in any case of letters, an error where none of its commitments has it; null for all its commitments.
    /// </param>
    [JsonConverter(typeof(ScenarioChangeJsonConverter))]
    public sealed record Scale(string Funder, string? Line, PartialDate From, Factor Factor) : ScenarioChange;

    /// <summary>Every known yearly cost is multiplied from a day on, and rounded to the cent.</summary>
    /// <param name="Posts">The ids of the posts; "*" for all; an error where there is none.</param>
    /// <param name="From">The first day, included.</param>
    /// <param name="Factor">1 + rate.</param>
    [JsonConverter(typeof(ScenarioChangeJsonConverter))]
    public sealed record IndexCost(ImmutableArray<string> Posts, PartialDate From, Factor Factor) : ScenarioChange
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(IndexCost)} {{ from {From}, times {Factor}, posts: {Listed.Of(Posts)} }}";

        /// <summary>The ids of the posts; "*" for all.</summary>
        public ImmutableArray<string> Posts { get => posts.Items; init => posts = new(value); }

        private readonly ValueList<string> posts = new(Posts);
    }

    /// <summary>The yearly cost is set from a day on; earlier entries stand before it, later ones go.</summary>
    /// <param name="Posts">The ids of the posts; "*" for all; an error where there is none.</param>
    /// <param name="From">The first day, included.</param>
    /// <param name="Annual">Euros a year.</param>
    /// <param name="Source">Where the cost comes from: a source of the portfolio, or words.</param>
    [JsonConverter(typeof(ScenarioChangeJsonConverter))]
    public sealed record SetCost(ImmutableArray<string> Posts, PartialDate From, Euros Annual, string? Source) : ScenarioChange
    {
        /// <summary>What it is, in one line of English.</summary>
        public override string ToString() => $"{nameof(SetCost)} {{ from {From}, {Annual} a year, posts: {Listed.Of(Posts)} }}";

        /// <summary>The ids of the posts; "*" for all.</summary>
        public ImmutableArray<string> Posts { get => posts.Items; init => posts = new(value); }

        private readonly ValueList<string> posts = new(Posts);
    }

    /// <summary>One commitment more.</summary>
    /// <param name="Commitment">The commitment, whose id is new in the portfolio.</param>
    [JsonConverter(typeof(ScenarioChangeJsonConverter))]
    public sealed record AddCommitment(Commitment Commitment) : ScenarioChange;

    /// <summary>One post more.</summary>
    /// <param name="Post">The post, whose id is new in the portfolio.</param>
    [JsonConverter(typeof(ScenarioChangeJsonConverter))]
    public sealed record AddPost(Post Post) : ScenarioChange;

    /// <summary>One post less; a sum it shared is split again among the posts that stay.</summary>
    /// <param name="Post">The id of the post.</param>
    [JsonConverter(typeof(ScenarioChangeJsonConverter))]
    public sealed record RemovePost(string Post) : ScenarioChange;
}
