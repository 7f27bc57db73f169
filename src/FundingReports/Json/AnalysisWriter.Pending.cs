using System.Text;
using System.Text.Json;

namespace FundingReports.Json;

/// <content>What analysis@1 has a place for and nothing answers yet: policies, risk and requests.</content>
internal static partial class AnalysisWriter
{
    /// <summary>There are no policy values yet: the hash of an empty object.</summary>
    private static readonly string PolicyHash = HashOfNoPolicy();

    private static void WriteRisk(Utf8JsonWriter json) => json.WriteNull("risk");

    private static void WriteRequests(Utf8JsonWriter json)
    {
        json.WriteStartArray("requests");
        json.WriteEndArray();
    }

    private static string HashOfNoPolicy()
    {
        using JsonDocument none = JsonDocument.Parse(Encoding.UTF8.GetBytes("{}"));
        return CanonicalJson.Hash(none.RootElement);
    }
}
