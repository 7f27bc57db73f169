namespace FundingReports.Json;

/// <summary>The JSON Schemas of the formats, as they ship with the package.</summary>
public static class JsonSchemas
{
    /// <summary>The schema of portfolio@1 (draft 7). It holds the structure; reading a document checks the rest.</summary>
    public static string Portfolio => Read("portfolio.schema.json");

    /// <summary>The schema of analysis@1 (draft 7).</summary>
    public static string Analysis => Read("analysis.schema.json");

    /// <summary>The schema of policy@1 (draft 7). It holds the structure; reading a document checks the rest.</summary>
    public static string Policy => Read("policy.schema.json");

    /// <summary>
    /// The schema of scenario@1 (draft 7). It refers to <c>portfolio.schema.json</c>, which is <see cref="Portfolio"/>, for posts and
    /// commitments.
    /// </summary>
    public static string Scenario => Read("scenario.schema.json");

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(JsonSchemas).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
