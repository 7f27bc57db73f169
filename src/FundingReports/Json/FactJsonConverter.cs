using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>
/// Facts as JSON: a portfolio as portfolio@1, a fact by itself as it stands in one. What is wrong is one <see cref="JsonException"/> that
/// names every problem.
/// </summary>
/// <remarks>
/// The types name it themselves: there is nothing to register. What a scenario has scaled is no fact, and is refused with a
/// <see cref="NotSupportedException"/>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FactJsonConverter : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> forms = new()
    {
        [typeof(Portfolio)] = new WholePortfolio(),
        [typeof(PortfolioFacts)] = new JsonForm<PortfolioFacts>(PortfolioWriter.WriteFacts, PortfolioReader.Read),
        [typeof(Source)] = Form<Source>(PortfolioWriter.Write, reader => reader.Source),
        [typeof(Funder)] = Form<Funder>(PortfolioWriter.Write, reader => reader.Funder),
        [typeof(Post)] = Form<Post>(PortfolioWriter.Write, reader => reader.Post),
        [typeof(Employer)] = Form<Employer>(PortfolioWriter.Write, reader => reader.Employer),
        [typeof(Occupancy)] = Form<Occupancy>(PortfolioWriter.Write, reader => reader.Occupancy),
        [typeof(Cost)] = Form<Cost>(PortfolioWriter.Write, reader => reader.Cost),
        [typeof(Commitment)] = Form<Commitment>(PortfolioWriter.Write, reader => reader.Commitment),
        [typeof(Instalment)] = Form<Instalment>(PortfolioWriter.Write, reader => reader.Instalment),
        [typeof(Withdrawal)] = Form<Withdrawal>(PortfolioWriter.Write, reader => reader.Withdrawal),
        [typeof(AwaitingCommitment)] = Form<AwaitingCommitment>(PortfolioWriter.Write, reader => reader.Awaiting),
        [typeof(Subsidy)] = Form<Subsidy>(PortfolioWriter.Write, reader => reader.Subsidy),
        [typeof(Beneficiary)] = Form<Beneficiary>(PortfolioWriter.Write, reader => reader.Beneficiary),
        [typeof(Campaign)] = Form<Campaign>(PortfolioWriter.Write, reader => reader.Campaign),
        [typeof(Payment)] = Form<Payment>(PortfolioWriter.Write, reader => reader.Payment),
        [typeof(Edition)] = Form<Edition>(PortfolioWriter.Write, reader => reader.Edition),
        [typeof(Amount)] = AmountForm<Amount>(),
        [typeof(Amount.Total)] = AmountForm<Amount.Total>(),
        [typeof(Amount.Annual)] = AmountForm<Amount.Annual>(),
        [typeof(Amount.YearlyAmounts)] = AmountForm<Amount.YearlyAmounts>(),
        [typeof(Amount.ShareOfCost)] = AmountForm<Amount.ShareOfCost>(),
        [typeof(Amount.YearlyShares)] = AmountForm<Amount.YearlyShares>(),
        [typeof(Amount.ShareOfRemainder)] = AmountForm<Amount.ShareOfRemainder>(),
        [typeof(Amount.Balance)] = AmountForm<Amount.Balance>(),
        [typeof(Amount.Unknown)] = AmountForm<Amount.Unknown>(),
        [typeof(Split)] = SplitForm<Split>(),
        [typeof(Split.Fte)] = SplitForm<Split.Fte>(),
        [typeof(Split.Equal)] = SplitForm<Split.Equal>(),
        [typeof(Split.Weights)] = SplitForm<Split.Weights>(),
    };

    /// <summary>Whether the type is a fact.</summary>
    public override bool CanConvert(Type typeToConvert) => forms.ContainsKey(typeToConvert);

    /// <summary>The converter of a fact.</summary>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => forms[typeToConvert];

    private static JsonForm<T> Form<T>(Action<Utf8JsonWriter, T> write, Func<PortfolioReader, Func<JsonElement, string, T?>> read) where T
        : class => new(
        (json, fact) =>
        {
            json.WriteStartObject();
            write(json, fact);
            json.WriteEndObject();
        },
        (element, problems) => read(new(problems))(element, JsonPath.Root));

    private static JsonForm<T> AmountForm<T>() where T : Amount =>
        Form<T>(PortfolioWriter.WriteAmount, reader => (element, path) => Only<T>(reader.Amount(element, path)));

    private static JsonForm<T> SplitForm<T>() where T : Split => new(
        PortfolioWriter.WriteSplitValue, (element, problems) => Only<T>(new PortfolioReader(problems).Split(element, JsonPath.Root)));

    private static T Only<T>(object read) where T : class =>
        read as T ?? throw JsonProblems.Another(read, typeof(T));

    /// <summary>A portfolio goes through all the checks of a file, and keeps the hash of what was read.</summary>
    private sealed class WholePortfolio : JsonConverter<Portfolio>
    {
        public override Portfolio Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Portfolio.TryRead(JsonProblems.Bytes(ref reader), out Portfolio? portfolio, out var problems)
                ? portfolio
                : throw JsonProblems.Refused(problems, nameof(Portfolio), new PortfolioException(problems));

        public override void Write(Utf8JsonWriter writer, Portfolio value, JsonSerializerOptions options) =>
            PortfolioWriter.WriteFacts(writer, value.Facts);
    }
}
