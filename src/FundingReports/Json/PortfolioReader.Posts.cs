using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

internal sealed partial class PortfolioReader
{
    private Post Post(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", "");
        var post = new Post(item.RequiredText("id"), item.RequiredText("label"))
        {
            Departement = item.Text("departement"),
            Services = item.List("services", TextItem),
            Places = item.List("places", TextItem),
            Scheme = item.Text("scheme"),
            References = item.Map("references"),
            Fte = item.Number("fte"),
            From = item.Date("from"),
            AttestedOn = item.Date("attestedOn"),
            Until = item.Date("until"),
            Employers = item.List("employers", Employer),
            Occupancy = item.List("occupancy", Occupancy),
            Costs = item.List("costs", Cost),
            Source = item.Text("source"),
            Sources = item.Map("sources"),
        };
        item.Close();
        return post;
    }

    private Employer Employer(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new(null, null);
        var employer = new Employer(item.Date("from"), item.Text("name")) { Siret = item.Text("siret"), Kind = item.Text("kind") };
        item.Close();
        return employer;
    }

    private Occupancy Occupancy(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new(null, null, default);
        var occupancy = new Occupancy(item.Date("from"), item.Date("until"), item.RequiredWord<OccupancyState>("state"));
        item.Close();
        return occupancy;
    }

    private Cost Cost(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new(JsonValues.NoDate, null);
        var cost = new Cost(item.RequiredDate("from"), item.Money("annual"))
        {
            Kind = item.Word("kind", CostKind.Budget),
            DecidedOn = item.Date("decidedOn"),
            Source = item.Text("source"),
        };
        item.Close();
        return cost;
    }
}
