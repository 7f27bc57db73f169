using System.Text.Json.Serialization;
using FundingReports.Json;
using FundingReports.Portfolios;

// Which types say in JSON what the formats say: the types know nothing of it where they are declared.
namespace FundingReports
{
    [JsonConverter(typeof(ValueJsonConverter))]
    public readonly partial record struct Euros;

    [JsonConverter(typeof(ValueJsonConverter))]
    public readonly partial record struct CoverageRate;

    [JsonConverter(typeof(ValueJsonConverter))]
    public sealed partial record Share;

    [JsonConverter(typeof(ValueJsonConverter))]
    public readonly partial record struct Ratio;

    [JsonConverter(typeof(ValueJsonConverter))]
    public readonly partial record struct Factor;

    [JsonConverter(typeof(ValueJsonConverter))]
    public readonly partial record struct PartialDate;

    [JsonConverter(typeof(ValueJsonConverter))]
    public readonly partial record struct Knowable<T>;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial class Portfolio;
}

namespace FundingReports.Portfolios
{
    [JsonConverter(typeof(ValueJsonConverter))]
    public readonly partial record struct Term;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record PortfolioFacts;

    /// <param name="Id">The id, unique among the sources of the portfolio.</param>
    /// <param name="Kind">The kind of source.</param>
    /// <param name="Title">What the source is called, as people read it.</param>
    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Source;

    /// <param name="Id">The id, unique among the funders of the portfolio.</param>
    /// <param name="Kind">The kind of funder.</param>
    /// <param name="Name">The name, as people read it.</param>
    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Funder;

    /// <param name="Id">The id, unique among the posts of the portfolio.</param>
    /// <param name="Label">What the post is called, as people read it.</param>
    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Post;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Commitment;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Cost;

    /// <param name="From">The first day, included; null where it employs from the beginning.</param>
    /// <param name="Name">The name; null where unknown.</param>
    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Employer;

    /// <param name="From">The first day, included; null where the period begins with the post.</param>
    /// <param name="State">Whether somebody holds it.</param>
    /// <param name="Until">The last day, included; null where none is set.</param>
    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Occupancy;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Instalment;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Subsidy;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Beneficiary;

    /// <param name="Funder">The id of the funder.</param>
    /// <param name="Line">The line of the funder (FIPD, FONJEP); null where the campaign is for all of them.</param>
    /// <param name="Year">The budget year that is asked for.</param>
    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Campaign;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Payment;

    /// <param name="By">The function that publishes it, never a person's name.</param>
    /// <param name="On">The date of the edition.</param>
    /// <param name="Previous">The edition that it follows, as that one is named.</param>
    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Edition;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record AwaitingCommitment;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Withdrawal;

    [JsonConverter(typeof(FactJsonConverter))]
    public abstract partial record Amount
    {
        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record Total;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record Annual;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record YearlyAmounts;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record ShareOfCost;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record YearlyShares;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record ShareOfRemainder;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record Balance;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record Unknown;
    }

    [JsonConverter(typeof(FactJsonConverter))]
    public abstract partial record Split
    {
        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record Fte;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record Equal;

        [JsonConverter(typeof(FactJsonConverter))]
        public sealed partial record Weights;
    }
}
