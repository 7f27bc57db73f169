using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Policies;

internal sealed partial class PolicyReader
{
    /// <summary>
    /// The units of the parameters that were named, also of those that could not be wholly read; null where the unit could not.
    /// </summary>
    private readonly Dictionary<string, PolicyUnit?> units = new(StringComparer.Ordinal);

    private bool unreadableParameters;

    /// <summary>A parameter; null where anything in it is wrong.</summary>
    private PolicyParameter? Parameter(JsonElement element, string path, Dictionary<string, string> seen)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
        {
            unreadableParameters = true;
            return null;
        }
        string name = RequiredText(item, "name"), namePath = item.PathOf("name");
        PolicyUnit unit = item.RequiredWord<PolicyUnit>("unit");
        bool unitKnown = problems.Readable(item.PathOf("unit"));
        (string french, string english) = Description(item);
        CheckName(name, namePath, seen);
        if (problems.Readable(namePath))
            units[name] = unitKnown ? unit : null;
        else
            unreadableParameters = true;
        if (unitKnown && problems.Readable(namePath) && set.Parameters.TryGetValue(name, out PolicyParameter? extended)
            && extended.Unit != unit)
            problems.Fail(ProblemCode.WrongUnit, item.PathOf("unit"), EnumWords<PolicyUnit>.Of(unit), name, EnumWords<PolicyUnit>.Of(unit),
                EnumWords<PolicyUnit>.Of(extended.Unit));
        string valuesPath = item.PathOf("values");
        ImmutableArray<PolicyValue?> read = item.Require("values") is { } list
            ? values.List(list, valuesPath, (value, at) => Value(value, at, unitKnown ? unit : null))
            : [];
        if (read.IsEmpty && problems.Readable(valuesPath))
            problems.Fail(ProblemCode.NoValues, valuesPath, null, name);
        CheckOrder(read, valuesPath);
        item.Close();
        return problems.WhollyReadable(path) && read.All(value => value is not null) ? new(name, unit, french, english, read!) : null;
    }

    private void CheckName(string name, string path, Dictionary<string, string> seen)
    {
        if (!problems.Readable(path))
            return;
        if (!PolicyParameter.IsName(name))
            problems.Fail(ProblemCode.InvalidName, path, name);
        else if (!seen.TryAdd(name, path))
            problems.Fail(ProblemCode.DuplicateId, path, name, seen[name]);
    }

    private (string French, string English) Description(JsonObject parameter)
    {
        if (parameter.Require("description") is not { } value
            || JsonObject.Open(value, parameter.PathOf("description"), problems) is not { } item)
            return ("", "");
        var texts = (RequiredText(item, "fr"), RequiredText(item, "en"));
        item.Close();
        return texts;
    }

    private void CheckOrder(ImmutableArray<PolicyValue?> read, string path)
    {
        for (int i = 1; i < read.Length; i++)
            if (read[i] is { } value && read[i - 1] is { } before && value.From <= before.From)
                problems.Fail(ProblemCode.ValuesOutOfOrder, $"{path}[{Invariant(i)}].from", value.GivenFrom.ToString(),
                    value.GivenFrom.ToString(), before.GivenFrom.ToString());
    }

    /// <summary>A value; null where anything in it is wrong.</summary>
    private PolicyValue? Value(JsonElement element, string path, PolicyUnit? unit)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
            return null;
        PartialDate from = item.RequiredDate("from");
        Source? source = SourceOf(item);
        // An end must be written as null: a value that was forgotten is an error.
        string at = item.PathOf("value");
        JsonElement? given = item.Take("value");
        if (given is null && !item.Names.Contains("value"))
            problems.Fail(ProblemCode.Missing, at, null, "value");
        Func<Source, PolicyValue>? build = given is { } figure ? unit is { } known ? Figure(figure, at, known, from) : null : end =>
            PolicyValue.End(from, end);
        PartialDate? checkedOn = item.Date("checkedOn");
        string? note = Text(item.Text("note"), item.PathOf("note"));
        item.Close();
        return problems.WhollyReadable(path) && source is not null && build is not null
            ? build(source) with { CheckedOn = checkedOn?.First, Note = note }
            : null;
    }

    private Func<Source, PolicyValue>? Figure(JsonElement element, string path, PolicyUnit unit, PartialDate from)
    {
        switch (unit)
        {
            case PolicyUnit.Share:
                Share share = values.Share(element, path);
                return source => PolicyValue.Of(from, share, source);
            case PolicyUnit.Money:
                return values.Money(element, path) is { } money ? source => PolicyValue.Of(from, money, source) : null;
            default:
                return Whole(element, path) is { } whole ? source => PolicyValue.Of(from, whole, source) : null;
        }
    }

    private int? Whole(JsonElement element, string path)
    {
        string? text = element.ValueKind switch
        {
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.String => values.Text(element, path),
            _ => "",
        };
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int whole) && whole <= PolicyValue.LargestWhole)
            return whole;
        if (problems.Readable(path))
            problems.Fail(ProblemCode.InvalidWhole, path, JsonValues.Excerpt(element), Invariant(PolicyValue.LargestWhole));
        return null;
    }

    private Source? SourceOf(JsonObject item)
    {
        string path = item.PathOf("source");
        string id = RequiredText(item, "source");
        if (!problems.Readable(path))
            return null;
        if (sources.TryGetValue(id, out var known))
            return known.Source;
        if (set.FindSource(id) is { } extended)
            return extended;
        if (!someSourceUnreadable)
            problems.Fail(ProblemCode.UnknownId, path, id, "policy-source");
        return null;
    }
}
