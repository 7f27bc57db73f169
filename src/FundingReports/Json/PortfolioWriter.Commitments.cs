using System.Collections.Immutable;
using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

public static partial class PortfolioWriter
{
    private static void Write(Utf8JsonWriter json, Commitment commitment)
    {
        json.WriteString("id", commitment.Id);
        json.WriteString("funder", commitment.Funder);
        Text(json, "line", commitment.Line);
        Texts(json, "posts", commitment.Posts);
        WriteSplit(json, commitment.Split);
        json.WriteString("from", commitment.From.ToString());
        Text(json, "until", commitment.Until.ToString());
        json.WriteStartObject("amount");
        WriteAmount(json, commitment.Amount);
        json.WriteEndObject();
        Text(json, "cap", commitment.Cap?.ToString());
        if (commitment.Approximate)
            json.WriteBoolean("approximate", true);
        json.WriteString("status", EnumWords<CommitmentStatus>.Of(commitment.Status));
        Text(json, "decidedOn", commitment.DecidedOn?.ToString());
        WriteInstalments(json, commitment.Instalments);
        Map(json, "references", commitment.References);
        WriteSubsidy(json, commitment.Subsidy);
        Text(json, "amends", commitment.Amends);
        if (commitment.Withdrawn is { } withdrawn)
        {
            json.WriteStartObject("withdrawn");
            json.WriteString("from", withdrawn.From.ToString());
            json.WriteString("decidedOn", withdrawn.DecidedOn.ToString());
            json.WriteString("source", withdrawn.Source);
            json.WriteEndObject();
        }
        Text(json, "source", commitment.Source);
        Map(json, "sources", commitment.Sources);
    }

    // An empty list says that none is firm; its absence, that nobody knows.
    private static void WriteInstalments(Utf8JsonWriter json, ImmutableArray<Instalment>? instalments)
    {
        if (instalments is { IsEmpty: true })
        {
            json.WriteStartArray("instalments");
            json.WriteEndArray();
        }
        List(json, "instalments", instalments ?? [], Write);
    }

    private static void Write(Utf8JsonWriter json, Instalment instalment)
    {
        json.WriteString("from", instalment.From.ToString());
        json.WriteString("until", instalment.Until.ToString());
        Text(json, "amount", instalment.Amount?.ToString());
        Text(json, "act", instalment.Act);
        Text(json, "decidedOn", instalment.DecidedOn?.ToString());
        Text(json, "paid", instalment.Paid?.ToString());
        Text(json, "paidOn", instalment.PaidOn?.ToString());
    }

    private static void WriteSplit(Utf8JsonWriter json, Split split)
    {
        switch (split)
        {
            case Split.Weights weights:
                json.WriteStartObject("split");
                foreach ((string post, decimal weight) in weights.ByPost)
                    json.WriteString(post, ExactNumber.Write(weight));
                json.WriteEndObject();
                break;
            case Split.Equal:
                json.WriteString("split", "equal");
                break;
            default:
                json.WriteString("split", "fte");
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
