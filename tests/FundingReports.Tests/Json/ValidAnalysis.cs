using FundingReports.Json;
using NJsonSchema;

namespace FundingReports.Tests.Json;

/// <summary>Analyses as the tests write them: each one is held to the schema before anything else is asserted.</summary>
internal static class ValidAnalysis
{
    private static readonly JsonSchema schema = JsonSchema.FromJsonAsync(JsonSchemas.Analysis).GetAwaiter().GetResult();

    internal static string Json(FundingAnalysis analysis)
    {
        string json = analysis.ToJson();
        Expect.Nothing(Problems(json));
        return json;
    }

    internal static IEnumerable<string> Problems(string json) => schema.Validate(json).Select(error => error.ToString());
}
