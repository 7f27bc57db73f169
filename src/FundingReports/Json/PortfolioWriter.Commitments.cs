using System.Collections.Immutable;
using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

public static partial class PortfolioWriter
{
    private static void Write(Utf8JsonWriter json, Commitment commitment)
    {
        json.WriteString(Property.Id, commitment.Id);
        json.WriteString(Property.Funder, commitment.Funder);
        Text(json, Property.Line, commitment.Line);
        Texts(json, Property.Posts, commitment.Posts);
        WriteSplit(json, commitment.Split);
        json.WriteString(Property.From, commitment.From.ToString());
        Text(json, Property.Until, commitment.Until.ToString());
        json.WriteStartObject(Property.Amount);
        WriteAmount(json, commitment.Amount);
        json.WriteEndObject();
        Text(json, Property.Cap, commitment.Cap?.ToString());
        if (commitment.Approximate)
            json.WriteBoolean(Property.Approximate, true);
        json.WriteString(Property.Status, EnumWords<CommitmentStatus>.Of(commitment.Status));
        Text(json, Property.DecidedOn, commitment.DecidedOn?.ToString());
        WriteInstalments(json, commitment.Instalments);
        Map(json, Property.References, commitment.References);
        WriteSubsidy(json, commitment.Subsidy);
        Text(json, Property.Amends, commitment.Amends);
        if (commitment.Withdrawn is { } withdrawn)
        {
            json.WriteStartObject(Property.Withdrawn);
            json.WriteString(Property.From, withdrawn.From.ToString());
            json.WriteString(Property.DecidedOn, withdrawn.DecidedOn.ToString());
            json.WriteString(Property.Source, withdrawn.Source);
            json.WriteEndObject();
        }
        Text(json, Property.Source, commitment.Source);
        Map(json, Property.Sources, commitment.Sources);
    }

    // An empty list says that no money is firm; an absent list says that nobody knows.
    private static void WriteInstalments(Utf8JsonWriter json, ImmutableArray<Instalment>? instalments)
    {
        if (instalments is { IsEmpty: true })
        {
            json.WriteStartArray(Property.Instalments);
            json.WriteEndArray();
        }
        List(json, Property.Instalments, instalments ?? [], Write);
    }

    private static void Write(Utf8JsonWriter json, Instalment instalment)
    {
        json.WriteString(Property.From, instalment.From.ToString());
        json.WriteString(Property.Until, instalment.Until.ToString());
        Text(json, Property.Amount, instalment.Amount?.ToString());
        Text(json, Property.Act, instalment.Act);
        Text(json, Property.DecidedOn, instalment.DecidedOn?.ToString());
        Text(json, Property.Paid, instalment.Paid?.ToString());
        Text(json, Property.PaidOn, instalment.PaidOn?.ToString());
    }

    private static void WriteSplit(Utf8JsonWriter json, Split split)
    {
        switch (split)
        {
            case Split.Weights weights:
                json.WriteStartObject(Property.Split);
                foreach ((string post, decimal weight) in weights.ByPost)
                    json.WriteString(post, ExactNumber.Write(weight));
                json.WriteEndObject();
                break;
            case Split.Equal:
                json.WriteString(Property.Split, "equal");
                break;
            default:
                json.WriteString(Property.Split, "fte");
                break;
        }
    }

    private static void WriteAmount(Utf8JsonWriter json, Amount amount) => amount.Match<Action<string>>(
        total: total => name => json.WriteString(name, total.Sum.ToString()),
        annual: annual => name => json.WriteString(name, annual.Yearly.ToString()),
        yearlyAmounts: yearly => name => Texts(json, name, [.. yearly.Steps.Select(step => step.ToString())]),
        share: part => name => json.WriteString(name, part.Share.ToString()),
        yearlyShares: yearly => name => Texts(json, name, [.. yearly.Steps.Select(step => step.ToString())]),
        shareOfRemainder: part => name => json.WriteString(name, part.Share.ToString()),
        balance: _ => name => json.WriteBoolean(name, true),
        unknown: _ => name => json.WriteBoolean(name, true))(AmountKinds.NameOf(amount.Kind));
}
