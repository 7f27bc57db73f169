using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

public static partial class PortfolioWriter
{
    internal static void Write(Utf8JsonWriter json, AwaitingCommitment awaiting)
    {
        json.WriteString(Property.Id, awaiting.Id);
        json.WriteString(Property.Funder, awaiting.Funder);
        Text(json, Property.Line, awaiting.Line);
        Text(json, Property.From, awaiting.From?.ToString());
        Text(json, Property.Until, awaiting.Until.IsUnknown ? null : awaiting.Until.ToString());
        json.WriteStartObject(Property.Amount);
        WriteAmount(json, awaiting.Amount);
        json.WriteEndObject();
        json.WriteString(Property.Status, EnumWords<CommitmentStatus>.Of(awaiting.Status));
        Text(json, Property.DecidedOn, awaiting.DecidedOn?.ToString());
        WriteInstalments(json, awaiting.Instalments);
        Map(json, Property.References, awaiting.References);
        WriteSubsidy(json, awaiting.Subsidy);
        Text(json, Property.Source, awaiting.Source);
        Map(json, Property.Sources, awaiting.Sources);
    }

    private static void WriteSubsidy(Utf8JsonWriter json, Subsidy? subsidy)
    {
        if (subsidy is null)
            return;
        json.WriteStartObject(Property.Subsidy);
        Write(json, subsidy);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, Subsidy subsidy)
    {
        WriteBeneficiary(json, subsidy.Beneficiary);
        Text(json, Property.Object, subsidy.Object);
        Text(json, Property.Nature, subsidy.Nature);
        Text(json, Property.Conditions, subsidy.Conditions);
        Text(json, Property.PaidFrom, subsidy.PaidFrom?.ToString());
        Text(json, Property.PaidUntil, subsidy.PaidUntil?.ToString());
        Text(json, Property.Rae, subsidy.Rae);
        if (subsidy.NotifiedToEu is { } notified)
            json.WriteBoolean(Property.NotifiedToEu, notified);
        Text(json, Property.BeneficiaryPart, subsidy.BeneficiaryPart?.ToString());
        Text(json, Property.Scheme, subsidy.Scheme);
        if (subsidy.BudgetYear is { } year)
            json.WriteNumber(Property.BudgetYear, year);
        Map(json, Property.Unread, subsidy.Unread);
    }

    private static void WriteBeneficiary(Utf8JsonWriter json, Beneficiary? beneficiary)
    {
        if (beneficiary is null)
            return;
        json.WriteStartObject(Property.Beneficiary);
        Write(json, beneficiary);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, Beneficiary beneficiary)
    {
        Text(json, Property.Name, beneficiary.Name);
        Text(json, Property.Siret, beneficiary.Siret);
        Text(json, Property.Rna, beneficiary.Rna);
    }
}
