using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FundingReports.Validation;

namespace FundingReports.Exchange.Scdl;

/// <summary>The national schema, as it is published (Table Schema): what each of its columns must hold.</summary>
internal sealed class ScdlSchema
{
    /// <summary>The schema and its version.</summary>
    internal const string Name = "SCDL subventions 2.1.1";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);
    private static readonly Lazy<ScdlSchema> current = new(Load);

    private readonly ImmutableArray<Field> fields;

    private ScdlSchema(ImmutableArray<Field> fields) => this.fields = fields;

    /// <summary>The schema that ships.</summary>
    internal static ScdlSchema Current => current.Value;

    /// <summary>The names of the columns, in order.</summary>
    internal IEnumerable<string> Columns => fields.Select(column => column.Name);

    /// <summary>The constraint that a value does not meet, and its limit; null where it meets all.</summary>
    /// <param name="column">The column; the budget year is none of the schema.</param>
    /// <param name="value">The value as the file holds it; null where the cell is empty.</param>
    internal (string Constraint, string Limit)? Broken(ScdlColumn column, string? value)
    {
        if ((int)column >= fields.Length)
            return null;
        Field field = fields[(int)column];
        if (string.IsNullOrEmpty(value))
            return field.Required ? ("required", "") : null;
        if (!IsOfType(field, value))
            return ("type", field.Type);
        if (field.MaxLength is { } most && value.Length > most)
            return ("maxLength", most.ToString(CultureInfo.InvariantCulture));
        if (field.Pattern is { } pattern && !pattern.IsMatch(value))
            return ("pattern", pattern.ToString());
        if (!field.Values.IsEmpty && !field.Values.Contains(value))
            return ("enum", string.Join(", ", field.Values));
        if (field.Minimum is { } least && Number(value) < least)
            return ("minimum", least.ToString(CultureInfo.InvariantCulture));
        if (field.Maximum is { } greatest && Number(value) > greatest)
            return ("maximum", greatest.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private static bool IsOfType(Field field, string value) => field.Type switch
    {
        "date" => PartialDate.TryParse(value, out PartialDate date) && date.IsDay,
        "number" => Number(value) is not null,
        "boolean" => field.TrueValues.Contains(value) || field.FalseValues.Contains(value),
        _ => true,
    };

    private static decimal? Number(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out decimal number) ? number : null;

    private static ScdlSchema Load()
    {
        using Stream stream = typeof(ScdlSchema).Assembly.GetManifestResourceStream("scdl-subventions-2.1.1.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        ImmutableArray<Field> fields = [.. document.RootElement.GetProperty("fields").EnumerateArray().Select(Read)];
        for (int i = 0; i < fields.Length; i++)
            if (fields[i].Name != ScdlHeader.NameOf((ScdlColumn)i))
                throw new InvalidDataException($"The column {i} of the schema is {fields[i].Name}.");
        return new(fields);
    }

    private static Field Read(JsonElement field)
    {
        JsonElement constraints = field.TryGetProperty("constraints", out JsonElement given) ? given : default;
        JsonElement? Of(string name) =>
            constraints.ValueKind is JsonValueKind.Object && constraints.TryGetProperty(name, out JsonElement value) ? value : null;
        return new(field.GetProperty("name").GetString()!, field.GetProperty("type").GetString()!)
        {
            Required = Of("required")?.GetBoolean() ?? false,
            MaxLength = Of("maxLength")?.GetInt32(),
            Minimum = Of("minimum")?.GetDecimal(),
            Maximum = Of("maximum")?.GetDecimal(),
            Pattern = Of("pattern")?.GetString() is { } pattern ? new(pattern, RegexOptions.CultureInvariant, patience) : null,
            Values = Of("enum") is { } values ? Texts(values) : [],
            TrueValues = field.TryGetProperty("trueValues", out JsonElement yes) ? Texts(yes) : [],
            FalseValues = field.TryGetProperty("falseValues", out JsonElement no) ? Texts(no) : [],
        };
    }

    private static ImmutableArray<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private sealed record Field(string Name, string Type)
    {
        internal bool Required { get; init; }

        internal int? MaxLength { get; init; }

        internal decimal? Minimum { get; init; }

        internal decimal? Maximum { get; init; }

        internal Regex? Pattern { get; init; }

        internal ImmutableArray<string> Values { get; init; } = [];

        internal ImmutableArray<string> TrueValues { get; init; } = [];

        internal ImmutableArray<string> FalseValues { get; init; } = [];
    }
}
