using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

internal sealed partial class PortfolioReader
{
    internal AwaitingCommitment Awaiting(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", "", Portfolios.Amount.NotPublished);
        string id = item.RequiredText(Property.Id), funder = item.RequiredText(Property.Funder);
        Amount amount = item.Require(Property.Amount) is { } kind
            ? Amount(kind, item.PathOf(Property.Amount)) : Portfolios.Amount.NotPublished;
        var awaiting = new AwaitingCommitment(id, funder, amount)
        {
            Line = item.Text(Property.Line),
            From = item.Date(Property.From),
            Until = item.Take(Property.Until) is { } until ? Term(until, item.PathOf(Property.Until)) : Portfolios.Term.Unknown,
            Status = item.Word(Property.Status, CommitmentStatus.Announced),
            DecidedOn = item.Date(Property.DecidedOn),
            Instalments = item.Take(Property.Instalments) is { } instalments
                ? Instalments(instalments, item.PathOf(Property.Instalments)) : null,
            References = item.Map(Property.References),
            Subsidy = item.Take(Property.Subsidy) is { } subsidy ? Subsidy(subsidy, item.PathOf(Property.Subsidy)) : null,
            Source = item.Text(Property.Source),
            Sources = item.Map(Property.Sources),
        };
        item.Close();
        return awaiting;
    }

    internal Subsidy? Subsidy(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        var subsidy = new Subsidy
        {
            Beneficiary = item.Take(Property.Beneficiary) is { } beneficiary
                ? Beneficiary(beneficiary, item.PathOf(Property.Beneficiary)) : null,
            Object = item.Text(Property.Object),
            Nature = item.Text(Property.Nature),
            Conditions = item.Text(Property.Conditions),
            PaidFrom = item.Date(Property.PaidFrom),
            PaidUntil = item.Date(Property.PaidUntil),
            Rae = item.Text(Property.Rae),
            NotifiedToEu = item.Take(Property.NotifiedToEu) is { } notified
                ? values.Boolean(notified, item.PathOf(Property.NotifiedToEu)) : null,
            BeneficiaryPart = item.Take(Property.BeneficiaryPart) is { } part
                ? values.Share(part, item.PathOf(Property.BeneficiaryPart)) : null,
            Scheme = item.Text(Property.Scheme),
            BudgetYear = item.Take(Property.BudgetYear) is { } year ? values.Year(year, item.PathOf(Property.BudgetYear)) : null,
            Unread = item.Map(Property.Unread),
        };
        item.Close();
        return subsidy;
    }

    internal Beneficiary? Beneficiary(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        var beneficiary = new Beneficiary(item.Text(Property.Name)) { Siret = item.Text(Property.Siret), Rna = item.Text(Property.Rna) };
        item.Close();
        return beneficiary;
    }
}
