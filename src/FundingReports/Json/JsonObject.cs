using System.Collections.Immutable;
using System.Text.Json;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>Reads one JSON object property by property, and reports what is wrong with each; what was not asked for is unknown.</summary>
internal sealed class JsonObject
{
    private readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly ProblemList problems;

    private JsonObject(JsonElement element, string path, ProblemList problems)
    {
        (Path, this.problems) = (path, problems);
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (JsonValues.NameOf(property) is not { } name)
                problems.Add(ProblemCode.InvalidText, path, null, "U+D800");
            else if (!values.TryAdd(name, property.Value))
                problems.Fail(ProblemCode.DuplicateProperty, PathOf(name), JsonValues.Excerpt(property.Value), name);
        }
    }

    internal string Path { get; }

    internal IEnumerable<string> Names => values.Keys;

    /// <summary>Opens an object; null, and a problem, where the value is something else.</summary>
    internal static JsonObject? Open(JsonElement element, string path, ProblemList problems)
    {
        problems.Look();
        if (element.ValueKind is JsonValueKind.Object)
            return new(element, path, problems);
        problems.Fail(ProblemCode.WrongType, path, JsonValues.Excerpt(element), "object");
        return null;
    }

    internal string PathOf(string name) => JsonPath.Property(Path, name);

    /// <summary>The value of a property; none where it is absent, null, or given twice.</summary>
    internal JsonElement? Take(string name)
    {
        taken.Add(name);
        return values.TryGetValue(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null
            && problems.Readable(PathOf(name)) ? value : null;
    }

    /// <summary>The value of a property that must be there.</summary>
    internal JsonElement? Require(string name)
    {
        JsonElement? value = Take(name);
        if (value is null && problems.Readable(PathOf(name)))
            problems.Fail(ProblemCode.Missing, PathOf(name), values.ContainsKey(name) ? "null" : null, name);
        return value;
    }

    internal string? Text(string name) => Take(name) is { } value ? new JsonValues(problems).Text(value, PathOf(name)) : null;

    internal string RequiredText(string name) =>
        (Require(name) is { } value ? new JsonValues(problems).Text(value, PathOf(name)) : null) ?? "";

    internal PartialDate? Date(string name) => Take(name) is { } value ? new JsonValues(problems).Date(value, PathOf(name)) : null;

    internal PartialDate RequiredDate(string name) =>
        (Require(name) is { } value ? new JsonValues(problems).Date(value, PathOf(name)) : null) ?? JsonValues.NoDate;

    internal Euros? Money(string name) => Take(name) is { } value ? new JsonValues(problems).Money(value, PathOf(name)) : null;

    internal decimal? Number(string name) => Take(name) is { } value ? new JsonValues(problems).Number(value, PathOf(name)) : null;

    internal T Word<T>(string name, T absent) where T : struct, Enum =>
        Take(name) is { } value ? new JsonValues(problems).Word<T>(value, PathOf(name)) ?? absent : absent;

    internal T? Word<T>(string name) where T : struct, Enum =>
        Take(name) is { } value ? new JsonValues(problems).Word<T>(value, PathOf(name)) : null;

    internal T RequiredWord<T>(string name) where T : struct, Enum =>
        (Require(name) is { } value ? new JsonValues(problems).Word<T>(value, PathOf(name)) : null) ?? default;

    internal ImmutableArray<T> List<T>(string name, Func<JsonElement, string, T> item) =>
        Take(name) is { } value ? new JsonValues(problems).List(value, PathOf(name), item) : [];

    internal ImmutableSortedDictionary<string, string> Map(string name)
    {
        if (Take(name) is not { } value || Open(value, PathOf(name), problems) is not { } map)
            return Portfolios.Post.NoReferences;
        var entries = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string key in map.Names)
            if (map.Text(key) is { } text)
                entries.Add(key, text);
        return entries.ToImmutable();
    }

    /// <summary>Reports every property that was not taken.</summary>
    internal void Close()
    {
        foreach ((string name, JsonElement value) in values)
        {
            if (taken.Contains(name))
                continue;
            problems.AddUnknownProperty(PathOf(name), PersonalData.Masked(JsonValues.Excerpt(value)), name, taken);
            new JsonValues(problems).CheckUnread(value, PathOf(name));
        }
    }
}
