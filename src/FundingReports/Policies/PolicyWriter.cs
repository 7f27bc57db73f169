using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using FundingReports.Json;
using FundingReports.Portfolios;

namespace FundingReports.Policies;

/// <summary>
/// Writes policies as policy@1: sources and parameters by their ids, schemes in their order, and the shipped values too.
/// </summary>
internal static class PolicyWriter
{
    private static readonly JsonWriterOptions options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="policies">The policies.</param>
    /// <param name="withCode">Whether rules written in code are named, for the hash. policy@1 cannot hold them.</param>
    internal static byte[] ToUtf8(PolicySet policies, bool withCode)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
            Write(json, policies, withCode);
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    internal static void Write(Utf8JsonWriter json, PolicySet policies, bool withCode)
    {
        if (!withCode)
            RefuseCode(policies);
        json.WriteStartObject();
        json.WriteString("format", PolicyReader.Format);
        if (!policies.IdentifyingReferences.IsEmpty)
            Names(json, "identifyingReferences", policies.IdentifyingReferences);
        List(json, "sources", policies.Sources.Values, Write);
        List(json, "parameters", policies.Parameters.Values, Write);
        List(json, "schemes", policies.Schemes, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Source source)
    {
        json.WriteString("id", source.Id);
        json.WriteString("kind", EnumWords<SourceKind>.Of(source.Kind));
        json.WriteString("title", source.Title);
        Text(json, "reference", source.Reference);
        Text(json, "on", source.On?.ToString());
        Text(json, "author", source.Author);
        Text(json, "reason", source.Reason);
    }

    private static void Write(Utf8JsonWriter json, PolicyParameter parameter)
    {
        json.WriteString("name", parameter.Name);
        json.WriteString("unit", EnumWords<PolicyUnit>.Of(parameter.Unit));
        json.WriteStartObject("description");
        json.WriteString("fr", parameter.French);
        json.WriteString("en", parameter.English);
        json.WriteEndObject();
        List(json, "values", parameter.Values, Write);
    }

    private static void Write(Utf8JsonWriter json, PolicyValue value)
    {
        json.WriteString("from", value.GivenFrom.ToString());
        if (value.Whole is { } whole)
            json.WriteNumber("value", whole);
        else if (value.IsEnd)
            json.WriteNull("value");
        else
            json.WriteString("value", value.ToString());
        json.WriteString("source", value.Source.Id);
        Text(json, "checkedOn", value.CheckedOn is { } day ? PartialDate.Of(day).ToString() : null);
        Text(json, "note", value.Note);
    }

    private static void RefuseCode(PolicySet policies)
    {
        foreach (Scheme scheme in policies.Schemes)
            if (scheme.Rules.FirstOrDefault(rule => rule is not ParameterRule) is { } rule)
                throw new NotSupportedException(
                    $"The rule {rule.GetType().Name} of scheme {scheme.Id} is written in code, which policy@1 cannot hold. Send the set without it, and add it with With(Scheme) where it is read.");
    }

    private static void Write(Utf8JsonWriter json, Scheme scheme)
    {
        json.WriteString("id", scheme.Id);
        json.WriteString("name", scheme.Name);
        Text(json, "line", scheme.Line);
        List(json, "rules", scheme.Rules, Write);
        if (scheme.Proposal is not { } proposal)
            return;
        json.WriteStartObject("proposal");
        json.WriteString("amount", EnumWords<ProposalKind>.Of(proposal.Kind));
        Names(json, "parameters", proposal.Parameters);
        json.WriteString("duration", proposal.Duration);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SchemeRule rule)
    {
        if (rule is not ParameterRule ofFormat)
        {
            json.WriteString("code", rule.GetType().FullName);
            Text(json, "variant", rule.Variant);
            return;
        }
        json.WriteString("rule", ofFormat.Code);
        if (rule is HighestShareByYear)
            Names(json, "parameters", ofFormat.Parameters);
        else
            json.WriteString("parameter", ofFormat.Parameters[0]);
        if (rule is FlatAmount { HalfUnits: true })
            json.WriteBoolean("halfUnits", true);
    }

    private static void Names(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (string name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
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
