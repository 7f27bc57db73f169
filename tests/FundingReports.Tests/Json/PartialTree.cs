using System.Text.Json;

namespace FundingReports.Tests.Json;

/// <summary>A part of an analysis against a whole one: only what is listed is compared, null included.</summary>
internal static class PartialTree
{
    private static readonly string[] keys = ["id", "commitment", "year"];

    /// <summary>What differs, a line each: the path, what was expected, what was found.</summary>
    internal static IEnumerable<string> Differences(JsonElement expected, JsonElement found, string path = "$")
    {
        if (expected.ValueKind != found.ValueKind)
            return [Line(path, expected, found)];
        return expected.ValueKind switch
        {
            JsonValueKind.Object => OfObjects(expected, found, path),
            JsonValueKind.Array => KeyOf(expected) is { } key ? OfKeyed(expected, found, path, key) : OfLists(expected, found, path),
            _ => expected.GetRawText() == found.GetRawText() || expected.ValueKind is JsonValueKind.String
                && expected.GetString() == found.GetString() ? [] : [Line(path, expected, found)],
        };
    }

    private static IEnumerable<string> OfObjects(JsonElement expected, JsonElement found, string path) =>
        expected.EnumerateObject().SelectMany(property => found.TryGetProperty(property.Name, out JsonElement value)
            ? Differences(property.Value, value, $"{path}.{property.Name}")
            : [$"{path}.{property.Name}: expected {property.Value.GetRawText()}, found nothing of that name"]);

    /// <summary>Posts and commitments by id, cells by commitment, years by year.</summary>
    private static IEnumerable<string> OfKeyed(JsonElement expected, JsonElement found, string path, string key)
    {
        foreach (JsonElement item in expected.EnumerateArray())
        {
            string name = item.GetProperty(key).ToString();
            JsonElement[] same = [.. found.EnumerateArray()
                    .Where(other => other.TryGetProperty(key, out JsonElement value) && value.ToString() == name)];
            IEnumerable<string> differences = same.Length == 1
                ? Differences(item, same[0], $"{path}[{key}={name}]")
                : [$"{path}[{key}={name}]: expected once, found {same.Length} times"];
            foreach (string difference in differences)
                yield return difference;
        }
    }

    /// <summary>Pieces, and lists of plain values, in full and in order.</summary>
    private static IEnumerable<string> OfLists(JsonElement expected, JsonElement found, string path) =>
        expected.GetArrayLength() != found.GetArrayLength()
        ? [Line(path, expected, found)]
        : expected.EnumerateArray().Zip(found.EnumerateArray())
            .SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]"));

    private static string? KeyOf(JsonElement list) =>
        keys.FirstOrDefault(key => list.GetArrayLength() > 0 && list.EnumerateArray()
                .All(item => item.ValueKind is JsonValueKind.Object && item.TryGetProperty(key, out _)));

    private static string Line(string path, JsonElement expected, JsonElement found) =>
        $"{path}: expected {OnOneLine(expected)}, found {OnOneLine(found)}";

    private static string OnOneLine(JsonElement value) => JsonSerializer.Serialize(value);
}
