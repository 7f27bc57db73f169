using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

/// <summary>Facts → portfolio@1. What is unknown, empty or by default is left out; what a scenario has scaled is no fact and is not written.</summary>
public static partial class PortfolioWriter
{
    private static readonly JsonWriterOptions options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The file is no web page: accents stay legible.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The facts as a document, valid or not: indented, in UTF-8 without mark, with a line feed at its end.</summary>
    public static byte[] ToUtf8(PortfolioFacts facts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
            Write(json, facts);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PortfolioFacts facts)
    {
        json.WriteStartObject();
        json.WriteString("format", PortfolioReader.Format);
        Text(json, "title", facts.Title);
        if (facts.Edition is { } edition)
        {
            json.WriteStartObject("edition");
            Text(json, "on", edition.On?.ToString());
            Text(json, "by", edition.By);
            Text(json, "previous", edition.Previous);
            json.WriteEndObject();
        }
        List(json, "sources", facts.Sources, Write);
        List(json, "funders", facts.Funders, Write);
        List(json, "posts", facts.Posts, Write);
        List(json, "commitments", facts.Commitments, Write);
        List(json, "awaiting", facts.Awaiting, Write);
        List(json, "campaigns", facts.Campaigns, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Source source)
    {
        json.WriteString("id", source.Id);
        json.WriteString("kind", EnumWords<SourceKind>.Of(source.Kind));
        json.WriteString("title", source.Title);
        Text(json, "reference", source.Reference);
        Text(json, "on", source.On?.ToString());
        Text(json, "author", source.Author);
        Text(json, "reason", source.Reason);
    }

    private static void Write(Utf8JsonWriter json, Funder funder)
    {
        json.WriteString("id", funder.Id);
        json.WriteString("name", funder.Name);
        json.WriteString("kind", EnumWords<FunderKind>.Of(funder.Kind));
        Text(json, "siret", funder.Siret);
    }

    private static void Write(Utf8JsonWriter json, Campaign campaign)
    {
        json.WriteString("funder", campaign.Funder);
        Text(json, "line", campaign.Line);
        json.WriteNumber("year", campaign.Year);
        Text(json, "opens", campaign.Opens?.ToString());
        Text(json, "closes", campaign.Closes?.ToString());
        Text(json, "source", campaign.Source);
    }

    private static void Write(Utf8JsonWriter json, Post post)
    {
        json.WriteString("id", post.Id);
        json.WriteString("label", post.Label);
        Text(json, "departement", post.Departement);
        Texts(json, "services", post.Services);
        Texts(json, "places", post.Places);
        Text(json, "scheme", post.Scheme);
        Map(json, "references", post.References);
        Text(json, "fte", post.Fte is { } fte ? ExactNumber.Write(fte) : null);
        Text(json, "from", post.From?.ToString());
        Text(json, "attestedOn", post.AttestedOn?.ToString());
        Text(json, "until", post.Until?.ToString());
        List(json, "employers", post.Employers, Write);
        List(json, "occupancy", post.Occupancy, Write);
        List(json, "costs", post.Costs, Write);
        Text(json, "source", post.Source);
        Map(json, "sources", post.Sources);
    }

    private static void Write(Utf8JsonWriter json, Employer employer)
    {
        Text(json, "from", employer.From?.ToString());
        Text(json, "name", employer.Name);
        Text(json, "siret", employer.Siret);
        Text(json, "kind", employer.Kind);
    }

    private static void Write(Utf8JsonWriter json, Occupancy occupancy)
    {
        Text(json, "from", occupancy.From?.ToString());
        Text(json, "until", occupancy.Until?.ToString());
        json.WriteString("state", EnumWords<OccupancyState>.Of(occupancy.State));
    }

    private static void Write(Utf8JsonWriter json, Cost cost)
    {
        json.WriteString("from", cost.From.ToString());
        Text(json, "annual", cost.Annual?.ToString());
        json.WriteString("kind", EnumWords<CostKind>.Of(cost.Kind));
        Text(json, "decidedOn", cost.DecidedOn?.ToString());
        Text(json, "source", cost.Source);
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        if (texts.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, string> map)
    {
        if (map.IsEmpty)
            return;
        json.WriteStartObject(name);
        foreach ((string key, string value) in map)
            json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
