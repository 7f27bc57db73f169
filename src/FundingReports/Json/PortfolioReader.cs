using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>portfolio@1 → facts, with every problem of the reading. An error in one object hides nothing of the others.</summary>
internal sealed partial class PortfolioReader
{
    /// <summary>The format that is read and written.</summary>
    internal const string Format = "fundingreports/portfolio@1";

    private readonly ProblemList problems;
    private readonly JsonValues values;

    private PortfolioReader(ProblemList problems) => (this.problems, values) = (problems, new(problems));

    /// <summary>What could be read; null where nothing could.</summary>
    internal static PortfolioFacts? Read(JsonElement root, ProblemList problems)
    {
        var reader = new PortfolioReader(problems);
        return JsonObject.Open(root, JsonPath.Root, problems) is { } document && reader.IsPortfolio(document) ? reader.Facts(document) : null;
    }

    /// <summary>One commitment alone, as a scenario adds it.</summary>
    internal static Commitment ReadCommitment(JsonElement element, string path, ProblemList problems) => new PortfolioReader(problems).Commitment(element, path);

    /// <summary>One post alone, as a scenario adds it.</summary>
    internal static Post ReadPost(JsonElement element, string path, ProblemList problems) => new PortfolioReader(problems).Post(element, path);

    private bool IsPortfolio(JsonObject document)
    {
        if (document.Require("format") is not { } value || values.Text(value, "format") is not { } format || format == Format)
            return true;
        problems.Fail(ProblemCode.UnknownFormat, "format", JsonValues.Excerpt(value), Format);
        // Of another format of ours every property would be wrong; a misspelt name is read on.
        return !AnotherFormat().IsMatch(format);
    }

    private PortfolioFacts Facts(JsonObject document)
    {
        var facts = new PortfolioFacts
        {
            Title = document.Text("title"),
            Edition = document.Take("edition") is { } edition ? Edition(edition, "edition") : null,
            Sources = document.List("sources", Source),
            Funders = document.List("funders", Funder),
            Posts = document.List("posts", Post),
            Commitments = document.List("commitments", Commitment),
            Awaiting = document.List("awaiting", Awaiting),
            Campaigns = document.List("campaigns", Campaign),
        };
        document.Close();
        return facts;
    }

    private Edition? Edition(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        var edition = new Edition(item.Date("on"), item.Text("by"), item.Text("previous"));
        item.Close();
        return edition;
    }

    private Source Source(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", default, "");
        var source = new Source(item.RequiredText("id"), item.RequiredWord<SourceKind>("kind"), item.RequiredText("title"))
        {
            Reference = item.Text("reference"),
            On = item.Date("on"),
            Author = item.Text("author"),
            Reason = item.Text("reason"),
        };
        item.Close();
        return source;
    }

    private Funder Funder(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", "", default);
        var funder = new Funder(item.RequiredText("id"), item.RequiredText("name"), item.RequiredWord<FunderKind>("kind")) { Siret = item.Text("siret") };
        item.Close();
        return funder;
    }

    private Campaign Campaign(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return new("", null, JsonValues.NoDate.First.Year);
        int? year = item.Require("year") is { } value ? values.Year(value, item.PathOf("year")) : null;
        var campaign = new Campaign(item.RequiredText("funder"), item.Text("line"), year ?? JsonValues.NoDate.First.Year)
        {
            Opens = item.Date("opens"),
            Closes = item.Date("closes"),
            Source = item.Text("source"),
        };
        item.Close();
        return campaign;
    }

    private string TextItem(JsonElement element, string path) => values.Text(element, path) ?? "";

    [GeneratedRegex("^fundingreports/[a-z]+@[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex AnotherFormat();
}
