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

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Source;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Funder;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Post;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Commitment;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Cost;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Employer;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Occupancy;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Instalment;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Subsidy;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Beneficiary;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Campaign;

    [JsonConverter(typeof(FactJsonConverter))]
    public sealed partial record Payment;

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
