using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

internal sealed partial class PortfolioReader
{
    internal Post Post(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", "");
        var post = new Post(item.RequiredText(Property.Id), item.RequiredText(Property.Label))
        {
            Departement = item.Text(Property.Departement),
            Services = item.List(Property.Services, TextItem),
            Places = item.List(Property.Places, TextItem),
            Scheme = item.Text(Property.Scheme),
            References = item.Map(Property.References),
            Fte = item.Number(Property.Fte),
            From = item.Date(Property.From),
            AttestedOn = item.Date(Property.AttestedOn),
            Until = item.Date(Property.Until),
            Employers = item.List(Property.Employers, Employer),
            Occupancy = item.List(Property.Occupancy, Occupancy),
            Costs = item.List(Property.Costs, Cost),
            Source = item.Text(Property.Source),
            Sources = item.Map(Property.Sources),
        };
        item.Close();
        return post;
    }

    internal Employer Employer(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new(null, null);
        var employer = new Employer(item.Date(Property.From), item.Text(Property.Name)) {
            Siret = item.Text(Property.Siret), Kind = item.Text(Property.Kind) };
        item.Close();
        return employer;
    }

    internal Occupancy Occupancy(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new(null, null, default);
        var occupancy =
            new Occupancy(item.Date(Property.From), item.Date(Property.Until), item.RequiredWord<OccupancyState>(Property.State));
        item.Close();
        return occupancy;
    }

    internal Cost Cost(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new(JsonValues.NoDate, null);
        var cost = new Cost(item.RequiredDate(Property.From), item.Money(Property.Annual))
        {
            Kind = item.Word(Property.Kind, CostKind.Budget),
            DecidedOn = item.Date(Property.DecidedOn),
            Source = item.Text(Property.Source),
        };
        item.Close();
        return cost;
    }
}
