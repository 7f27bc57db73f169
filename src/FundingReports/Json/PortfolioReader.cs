using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>
/// Reads portfolio@1 into facts and lists every problem of the reading. An error in one object hides nothing of the others.
/// </summary>
internal sealed partial class PortfolioReader
{
    /// <summary>The format that is read and written.</summary>
    internal const string Format = "fundingreports/portfolio@1";

    private readonly ProblemList problems;
    private readonly JsonValues values;

    internal PortfolioReader(ProblemList problems) => (this.problems, values) = (problems, new(problems));

    /// <summary>What could be read; null where nothing could.</summary>
    internal static PortfolioFacts? Read(JsonElement root, ProblemList problems)
    {
        var reader = new PortfolioReader(problems);
        return JsonObject.Open(root, JsonPath.Root, problems) is { } document && reader.IsPortfolio(document)
            ? reader.Facts(document) : null;
    }

    private bool IsPortfolio(JsonObject document)
    {
        if (document.Require(Property.Format) is not { } value || values.Text(value, Property.Format) is not { } format
            || format == Format)
            return true;
        problems.Fail(ProblemCode.UnknownFormat, Property.Format, JsonValues.Excerpt(value), Format);
        // In another format of ours every property would be wrong; where the name of the format is only misspelt, the reading goes on.
        return !AnotherFormat().IsMatch(format);
    }

    private PortfolioFacts Facts(JsonObject document)
    {
        var facts = new PortfolioFacts
        {
            Title = document.Text(Property.Title),
            Edition = document.Take(Property.Edition) is { } edition ? Edition(edition, Property.Edition) : null,
            Sources = document.List(Property.Sources, Source),
            Funders = document.List(Property.Funders, Funder),
            Posts = document.List(Property.Posts, Post),
            Commitments = document.List(Property.Commitments, Commitment),
            Awaiting = document.List(Property.Awaiting, Awaiting),
            Campaigns = document.List(Property.Campaigns, Campaign),
            Payments = document.List(Property.Payments, Payment),
        };
        document.Close();
        return facts;
    }

    internal Edition? Edition(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        var edition = new Edition(item.Date(Property.On), item.Text(Property.By), item.Text(Property.Previous));
        item.Close();
        return edition;
    }

    internal Source Source(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", default, "");
        var source =
            new Source(item.RequiredText(Property.Id), item.RequiredWord<SourceKind>(Property.Kind), item.RequiredText(Property.Title))
        {
            Reference = item.Text(Property.Reference),
            On = item.Date(Property.On),
            Author = item.Text(Property.Author),
            Reason = item.Text(Property.Reason),
        };
        item.Close();
        return source;
    }

    internal Funder Funder(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", "", default);
        var funder = new Funder(item.RequiredText(Property.Id), item.RequiredText(Property.Name),
            item.RequiredWord<FunderKind>(Property.Kind)) { Siret = item.Text(Property.Siret) };
        item.Close();
        return funder;
    }

    internal Campaign Campaign(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", null, JsonValues.NoDate.First.Year);
        int? year = item.Require(Property.Year) is { } value ? values.Year(value, item.PathOf(Property.Year)) : null;
        var campaign = new Campaign(item.RequiredText(Property.Funder), item.Text(Property.Line), year ?? JsonValues.NoDate.First.Year)
        {
            Opens = item.Date(Property.Opens),
            Closes = item.Date(Property.Closes),
            Source = item.Text(Property.Source),
        };
        item.Close();
        return campaign;
    }

    internal Payment Payment(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", Euros.Zero);
        string id = item.RequiredText(Property.Id);
        Euros? sum = item.Require(Property.Amount) is { } money ? values.Money(money, item.PathOf(Property.Amount)) : null;
        var payment = new Payment(id, sum ?? Euros.Zero)
        {
            Commitment = item.Text(Property.Commitment),
            Year = item.Take(Property.Year) is { } year ? values.Year(year, item.PathOf(Property.Year)) : null,
            PaidOn = item.Date(Property.PaidOn),
            Line = item.Text(Property.Line),
            Beneficiary = item.Take(Property.Beneficiary) is { } beneficiary
                ? Beneficiary(beneficiary, item.PathOf(Property.Beneficiary)) : null,
            References = item.Map(Property.References),
            Source = item.Text(Property.Source),
        };
        item.Close();
        return payment;
    }

    private string TextItem(JsonElement element, string path) => values.Text(element, path) ?? "";

    [GeneratedRegex("^fundingreports/[a-z]+@[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex AnotherFormat();
}
