using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

public static partial class PortfolioWriter
{
    private static void Write(Utf8JsonWriter json, AwaitingCommitment awaiting)
    {
        json.WriteString("id", awaiting.Id);
        json.WriteString("funder", awaiting.Funder);
        Text(json, "line", awaiting.Line);
        Text(json, "from", awaiting.From?.ToString());
        Text(json, "until", awaiting.Until.ToString());
        json.WriteStartObject("amount");
        WriteAmount(json, awaiting.Amount);
        json.WriteEndObject();
        json.WriteString("status", EnumWords<CommitmentStatus>.Of(awaiting.Status));
        Text(json, "decidedOn", awaiting.DecidedOn?.ToString());
        WriteInstalments(json, awaiting.Instalments);
        Map(json, "references", awaiting.References);
        WriteSubsidy(json, awaiting.Subsidy);
        Text(json, "source", awaiting.Source);
        Map(json, "sources", awaiting.Sources);
    }

    private static void WriteSubsidy(Utf8JsonWriter json, Subsidy? subsidy)
    {
        if (subsidy is null)
            return;
        json.WriteStartObject("subsidy");
        if (subsidy.Beneficiary is { } beneficiary)
        {
            json.WriteStartObject("beneficiary");
            Text(json, "name", beneficiary.Name);
            Text(json, "siret", beneficiary.Siret);
            Text(json, "rna", beneficiary.Rna);
            json.WriteEndObject();
        }
        Text(json, "object", subsidy.Object);
        Text(json, "nature", subsidy.Nature);
        Text(json, "conditions", subsidy.Conditions);
        Text(json, "paidFrom", subsidy.PaidFrom?.ToString());
        Text(json, "paidUntil", subsidy.PaidUntil?.ToString());
        Text(json, "rae", subsidy.Rae);
        if (subsidy.NotifiedToEu is { } notified)
            json.WriteBoolean("notifiedToEu", notified);
        Text(json, "beneficiaryPart", subsidy.BeneficiaryPart?.ToString());
        Text(json, "scheme", subsidy.Scheme);
        if (subsidy.BudgetYear is { } year)
            json.WriteNumber("budgetYear", year);
        Map(json, "unread", subsidy.Unread);
        json.WriteEndObject();
    }
}
