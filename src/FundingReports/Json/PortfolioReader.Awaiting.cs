using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

internal sealed partial class PortfolioReader
{
    private AwaitingCommitment Awaiting(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", "", Portfolios.Amount.NotPublished);
        string id = item.RequiredText("id"), funder = item.RequiredText("funder");
        Amount amount = item.Require("amount") is { } kind ? Amount(kind, item.PathOf("amount")) : Portfolios.Amount.NotPublished;
        var awaiting = new AwaitingCommitment(id, funder, amount)
        {
            Line = item.Text("line"),
            From = item.Date("from"),
            Until = item.Take("until") is { } until ? Term(until, item.PathOf("until")) : Portfolios.Term.Unknown,
            Status = item.Word("status", CommitmentStatus.Announced),
            DecidedOn = item.Date("decidedOn"),
            Instalments = item.Take("instalments") is { } instalments ? Instalments(instalments, item.PathOf("instalments")) : null,
            References = item.Map("references"),
            Subsidy = item.Take("subsidy") is { } subsidy ? Subsidy(subsidy, item.PathOf("subsidy")) : null,
            Source = item.Text("source"),
            Sources = item.Map("sources"),
        };
        item.Close();
        return awaiting;
    }

    private Subsidy? Subsidy(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        var subsidy = new Subsidy
        {
            Beneficiary = item.Take("beneficiary") is { } beneficiary ? Beneficiary(beneficiary, item.PathOf("beneficiary")) : null,
            Object = item.Text("object"),
            Nature = item.Text("nature"),
            Conditions = item.Text("conditions"),
            PaidFrom = item.Date("paidFrom"),
            PaidUntil = item.Date("paidUntil"),
            Rae = item.Text("rae"),
            NotifiedToEu = item.Take("notifiedToEu") is { } notified ? values.Boolean(notified, item.PathOf("notifiedToEu")) : null,
            BeneficiaryPart = item.Take("beneficiaryPart") is { } part ? values.Share(part, item.PathOf("beneficiaryPart")) : null,
            Scheme = item.Text("scheme"),
            BudgetYear = item.Take("budgetYear") is { } year ? values.Year(year, item.PathOf("budgetYear")) : null,
            Unread = item.Map("unread"),
        };
        item.Close();
        return subsidy;
    }

    private Beneficiary? Beneficiary(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        var beneficiary = new Beneficiary(item.Text("name")) { Siret = item.Text("siret"), Rna = item.Text("rna") };
        item.Close();
        return beneficiary;
    }
}
