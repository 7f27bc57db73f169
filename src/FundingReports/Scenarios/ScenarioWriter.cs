using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundingReports.Json;

namespace FundingReports.Scenarios;

/// <summary>Changes → scenario@1.</summary>
internal static class ScenarioWriter
{
    private static readonly JsonWriterOptions options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The scenario as a document: indented, in UTF-8 without mark, with a line feed at its end.</summary>
    internal static byte[] ToUtf8(Scenario scenario)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
            Write(json, scenario);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    internal static void Write(Utf8JsonWriter json, Scenario scenario)
    {
        json.WriteStartObject();
        json.WriteString("format", ScenarioReader.Format);
        json.WriteString("name", scenario.Name);
        Text(json, "source", scenario.Source);
        json.WriteStartArray("changes");
        foreach (ScenarioChange change in scenario.Changes)
            Write(json, change);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, ScenarioChange change)
    {
        json.WriteStartObject();
        switch (change)
        {
            case ScenarioChange.Withdraw withdraw:
                json.WriteStartObject("withdraw");
                json.WriteString("funder", withdraw.Funder);
                json.WriteString("from", withdraw.From.ToString());
                break;
            case ScenarioChange.Renew renew:
                json.WriteStartObject("renew");
                json.WriteString("commitment", renew.Commitment);
                json.WriteString("until", renew.Until.ToString());
                json.WriteString("factor", renew.Factor.ToString());
                Text(json, "status", renew.Status is { } status ? EnumWords<Portfolios.CommitmentStatus>.Of(status) : null);
                json.WriteBoolean("firm", renew.Firm);
                break;
            case ScenarioChange.Scale scale:
                json.WriteStartObject("scale");
                json.WriteString("funder", scale.Funder);
                Text(json, "line", scale.Line);
                json.WriteString("from", scale.From.ToString());
                json.WriteString("factor", scale.Factor.ToString());
                break;
            case ScenarioChange.IndexCost index:
                json.WriteStartObject("indexCost");
                Posts(json, index.Posts);
                json.WriteString("from", index.From.ToString());
                // The file says the rate, the change the factor: 1 + rate.
                json.WriteString("rate", string.Create(
                    CultureInfo.InvariantCulture, $"{index.Factor.Numerator - index.Factor.Denominator}/{index.Factor.Denominator}"));
                break;
            case ScenarioChange.SetCost cost:
                json.WriteStartObject("setCost");
                Posts(json, cost.Posts);
                json.WriteString("from", cost.From.ToString());
                json.WriteString("annual", cost.Annual.ToString());
                Text(json, "source", cost.Source);
                break;
            case ScenarioChange.AddCommitment added:
                json.WriteStartObject("addCommitment");
                PortfolioWriter.Write(json, added.Commitment);
                break;
            case ScenarioChange.AddPost added:
                json.WriteStartObject("addPost");
                PortfolioWriter.Write(json, added.Post);
                break;
            case ScenarioChange.RemovePost removed:
                json.WriteString("removePost", removed.Post);
                json.WriteEndObject();
                return;
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Posts(Utf8JsonWriter json, ImmutableArray<string> posts)
    {
        json.WriteStartArray("posts");
        foreach (string post in posts)
            json.WriteStringValue(post);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }
}
