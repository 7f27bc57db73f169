using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundingReports.Portfolios;

namespace FundingReports.Json;

/// <summary>
/// Writes facts as portfolio@1. What is unknown, empty or by default is left out; the factors of a scenario are no facts and are not
/// written.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class PortfolioWriter
{
    private static readonly JsonWriterOptions options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The file is no web page: accents stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The facts as a document, valid or not: indented, in UTF-8 without mark, with a line feed at its end.</summary>
    public static byte[] ToUtf8(PortfolioFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
            Write(json, facts);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The facts as a document, where a scenario has scaled nothing.</summary>
    /// <exception cref="NotSupportedException">A scenario has.</exception>
    internal static void WriteFacts(Utf8JsonWriter json, PortfolioFacts facts)
    {
        foreach (Post post in facts.Posts)
            RefuseScaled(post.CostChanges.IsDefaultOrEmpty, $"The cost of post {post.Id}");
        foreach (Commitment commitment in facts.Commitments)
            RefuseScaled(commitment.Scalings.IsDefaultOrEmpty, $"Commitment {commitment.Id}");
        Write(json, facts);
    }

    private static void RefuseScaled(bool isFact, string what)
    {
        if (!isFact)
            throw new NotSupportedException(
                $"{what} was changed by a scenario, which portfolio@1 cannot hold. Send the portfolio as it was read, and the Scenario beside it.");
    }

    private static void Write(Utf8JsonWriter json, PortfolioFacts facts)
    {
        json.WriteStartObject();
        json.WriteString(Property.Format, PortfolioReader.Format);
        Text(json, Property.Title, facts.Title);
        if (facts.Edition is { } edition)
        {
            json.WriteStartObject(Property.Edition);
            Write(json, edition);
            json.WriteEndObject();
        }
        List(json, Property.Sources, facts.Sources, Write);
        List(json, Property.Funders, facts.Funders, Write);
        List(json, Property.Posts, facts.Posts, Write);
        List(json, Property.Commitments, facts.Commitments, Write);
        List(json, Property.Awaiting, facts.Awaiting, Write);
        List(json, Property.Campaigns, facts.Campaigns, Write);
        List(json, Property.Payments, facts.Payments, Write);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, Edition edition)
    {
        Text(json, Property.On, edition.On?.ToString());
        Text(json, Property.By, edition.By);
        Text(json, Property.Previous, edition.Previous);
    }

    internal static void Write(Utf8JsonWriter json, Source source)
    {
        json.WriteString(Property.Id, source.Id);
        json.WriteString(Property.Kind, EnumWords<SourceKind>.Of(source.Kind));
        json.WriteString(Property.Title, source.Title);
        Text(json, Property.Reference, source.Reference);
        Text(json, Property.On, source.On?.ToString());
        Text(json, Property.Author, source.Author);
        Text(json, Property.Reason, source.Reason);
    }

    internal static void Write(Utf8JsonWriter json, Funder funder)
    {
        json.WriteString(Property.Id, funder.Id);
        json.WriteString(Property.Name, funder.Name);
        json.WriteString(Property.Kind, EnumWords<FunderKind>.Of(funder.Kind));
        Text(json, Property.Siret, funder.Siret);
    }

    internal static void Write(Utf8JsonWriter json, Campaign campaign)
    {
        json.WriteString(Property.Funder, campaign.Funder);
        Text(json, Property.Line, campaign.Line);
        json.WriteNumber(Property.Year, campaign.Year);
        Text(json, Property.Opens, campaign.Opens?.ToString());
        Text(json, Property.Closes, campaign.Closes?.ToString());
        Text(json, Property.Source, campaign.Source);
    }

    internal static void Write(Utf8JsonWriter json, Payment payment)
    {
        json.WriteString(Property.Id, payment.Id);
        json.WriteString(Property.Amount, payment.Amount.ToString());
        Text(json, Property.Commitment, payment.Commitment);
        if (payment.Year is { } year)
            json.WriteNumber(Property.Year, year);
        Text(json, Property.PaidOn, payment.PaidOn?.ToString());
        Text(json, Property.Line, payment.Line);
        WriteBeneficiary(json, payment.Beneficiary);
        Map(json, Property.References, payment.References);
        Text(json, Property.Source, payment.Source);
    }

    internal static void Write(Utf8JsonWriter json, Post post)
    {
        json.WriteString(Property.Id, post.Id);
        json.WriteString(Property.Label, post.Label);
        Text(json, Property.Departement, post.Departement);
        Texts(json, Property.Services, post.Services);
        Texts(json, Property.Places, post.Places);
        Text(json, Property.Scheme, post.Scheme);
        Map(json, Property.References, post.References);
        Text(json, Property.Fte, post.Fte is { } fte ? ExactNumber.Write(fte) : null);
        Text(json, Property.From, post.From?.ToString());
        Text(json, Property.AttestedOn, post.AttestedOn?.ToString());
        Text(json, Property.Until, post.Until?.ToString());
        List(json, Property.Employers, post.Employers, Write);
        List(json, Property.Occupancy, post.Occupancy, Write);
        List(json, Property.Costs, post.Costs, Write);
        Text(json, Property.Source, post.Source);
        Map(json, Property.Sources, post.Sources);
    }

    internal static void Write(Utf8JsonWriter json, Employer employer)
    {
        Text(json, Property.From, employer.From?.ToString());
        Text(json, Property.Name, employer.Name);
        Text(json, Property.Siret, employer.Siret);
        Text(json, Property.Kind, employer.Kind);
    }

    internal static void Write(Utf8JsonWriter json, Occupancy occupancy)
    {
        Text(json, Property.From, occupancy.From?.ToString());
        Text(json, Property.Until, occupancy.Until?.ToString());
        json.WriteString(Property.State, EnumWords<OccupancyState>.Of(occupancy.State));
    }

    internal static void Write(Utf8JsonWriter json, Cost cost)
    {
        json.WriteString(Property.From, cost.From.ToString());
        Text(json, Property.Annual, cost.Annual?.ToString());
        json.WriteString(Property.Kind, EnumWords<CostKind>.Of(cost.Kind));
        Text(json, Property.DecidedOn, cost.DecidedOn?.ToString());
        Text(json, Property.Source, cost.Source);
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
