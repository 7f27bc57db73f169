using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FundingReports;

/// <summary>
/// Refuses to write or read as JSON what has no form of its own there, instead of an empty object or a figure that is lost without a word.
/// </summary>
/// <remarks>
/// Answers refer to one another and to the facts: only an analysis as a whole, which is analysis@1, says all that they mean.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NoJson<T> : JsonConverter<T>
{
    /// <summary>Refuses.</summary>
    /// <exception cref="NotSupportedException">Always; it says what to do.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw Refusal();

    /// <summary>Refuses.</summary>
    /// <exception cref="NotSupportedException">Always; it says what to do.</exception>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw Refusal();

    private static NotSupportedException Refusal() => new(
        $"{typeof(T).Name} has no JSON form. Use the FundingAnalysis (written as analysis@1), Portfolio, Scenario or PolicySet that it is a part of, "
        + "or a type of your own that holds the figures you need: Euros, Knowable<Euros>, CoverageRate, FundingHorizon, LocalDate.");
}
