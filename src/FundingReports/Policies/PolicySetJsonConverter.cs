using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundingReports.Json;

namespace FundingReports.Policies;

/// <summary>Policies as JSON: policy@1. <see cref="PolicySet"/> names it itself: there is nothing to register.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PolicySetJsonConverter : JsonConverter<PolicySet>
{
    /// <summary>Reads policy@1.</summary>
    /// <exception cref="JsonException">
    /// There are errors: it names every problem, and a <see cref="PolicySetException"/> is inside it.
    /// </exception>
    public override PolicySet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PolicySet.TryRead(JsonProblems.Bytes(ref reader), out PolicySet? policies, out var problems)
            ? policies
            : throw JsonProblems.Refused(problems, nameof(PolicySet), new PolicySetException(problems));

    /// <summary>Writes policy@1.</summary>
    /// <exception cref="NotSupportedException">A rule is written in code, which is no data.</exception>
    public override void Write(Utf8JsonWriter writer, PolicySet value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        PolicyWriter.Write(writer, value, withCode: false);
    }
}
