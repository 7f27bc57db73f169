using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Policies;

/// <summary>Reads policy@1 and lists every problem. An entry with a problem is left out, and the whole document is then refused.</summary>
internal sealed partial class PolicyReader
{
    /// <summary>The format that is read and written.</summary>
    internal const string Format = "fundingreports/policy@1";

    private readonly ProblemList problems;
    private readonly JsonValues values;
    private readonly Dictionary<string, (Source? Source, string Path)> sources = new(StringComparer.Ordinal);
    private bool someSourceUnreadable;
    private PolicySet set = PolicySet.Empty;

    private PolicyReader(ProblemList problems) => (this.problems, values) = (problems, new(problems));

    internal static PolicySet? Read(JsonElement root, ProblemList problems)
    {
        var reader = new PolicyReader(problems);
        return JsonObject.Open(root, JsonPath.Root, problems) is { } document && reader.IsPolicy(document)
            ? reader.Policies(document) : null;
    }

    internal static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool IsPolicy(JsonObject document)
    {
        if (document.Require("format") is not { } value || values.Text(value, "format") is not { } format || format == Format)
            return true;
        problems.Fail(ProblemCode.UnknownFormat, "format", JsonValues.Excerpt(value), Format);
        // In another format of ours every property would be wrong; where the name of the format is only misspelt, the reading goes on.
        return !AnotherFormat().IsMatch(format);
    }

    private PolicySet Policies(JsonObject document)
    {
        Text(document.Text("title"), "title");
        if (document.Take("extends") is { } extends && values.Word<Extended>(extends, "extends") is not null)
            set = PolicySet.Default;
        if (document.Take("identifyingReferences") is { } identifying)
            set = set.WithIdentifyingReferences([.. values.List(identifying, "identifyingReferences", ReferenceName).OfType<string>()]);
        document.List("sources", Source);
        // Sources that are not a list must not make every reference to them wrong.
        someSourceUnreadable |= !problems.Readable("sources");
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parameter in document.List("parameters", (element, path) => Parameter(element, path, seen)))
            set = parameter is null ? set : set.With(Extending(parameter));
        unreadableParameters |= !problems.Readable("parameters");
        var seenSchemes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var scheme in document.List("schemes", (element, path) => Scheme(element, path, seenSchemes)))
            set = scheme is null ? set : set.With(scheme);
        document.Close();
        return set;
    }

    /// <summary>The parameter, with the values of the one it extends that begin on other days.</summary>
    private PolicyParameter Extending(PolicyParameter parameter)
    {
        if (!set.Parameters.TryGetValue(parameter.Name, out PolicyParameter? extended))
            return parameter;
        var kept = extended.Values.Where(value => parameter.Values.All(other => other.From != value.From));
        return new(parameter.Name, parameter.Unit, parameter.French, parameter.English,
            [.. kept.Concat(parameter.Values).OrderBy(value => value.From)]);
    }

    private Source? Source(JsonElement element, string path)
    {
        if (JsonObject.Open(element, path, problems) is not { } item)
        {
            someSourceUnreadable = true;
            return null;
        }
        var source = new Source(RequiredText(item, "id"), item.RequiredWord<SourceKind>("kind"), RequiredText(item, "title"))
        {
            Reference = Text(item.Text("reference"), item.PathOf("reference")),
            On = item.Date("on"),
            Author = Text(item.Text("author"), item.PathOf("author")),
            Reason = Text(item.Text("reason"), item.PathOf("reason")),
        };
        item.Close();
        if (source.Kind is SourceKind.Assumption && problems.Readable(item.PathOf("kind")))
            foreach (
                (string name, string? text) in (ReadOnlySpan<(string, string?)>)[("author", source.Author), ("reason", source.Reason)])
                if (string.IsNullOrWhiteSpace(text) && problems.Readable(item.PathOf(name)))
                    problems.Fail(ProblemCode.UnarguedAssumption, item.PathOf(name), text, name);
        someSourceUnreadable |= !problems.Readable(item.PathOf("id"));
        if (!problems.WhollyReadable(path))
        {
            // The id of a refused source is taken all the same, so that no reference to it is called unknown.
            sources.TryAdd(source.Id, (null, item.PathOf("id")));
            return source;
        }
        if (set.FindSource(source.Id) is { } known && known != source)
            Duplicate("default");
        else if (!sources.TryAdd(source.Id, (source, item.PathOf("id"))))
            Duplicate(sources[source.Id].Path);
        else
            set = set.WithSource(source);
        return source;

        void Duplicate(string first)
        {
            problems.Fail(ProblemCode.DuplicateId, item.PathOf("id"), source.Id, first);
            // Another id was meant: no reference can be called unknown.
            someSourceUnreadable = true;
        }
    }

    private string? ReferenceName(JsonElement element, string path)
    {
        string? name = Text(values.Text(element, path), path);
        if (!string.IsNullOrWhiteSpace(name))
            return name;
        if (problems.Readable(path))
            problems.Fail(ProblemCode.Empty, path, name);
        return null;
    }

    private string RequiredText(JsonObject item, string name)
    {
        string text = item.RequiredText(name);
        string path = item.PathOf(name);
        if (string.IsNullOrWhiteSpace(text) && problems.Readable(path))
            problems.Fail(ProblemCode.Empty, path, text);
        return Text(text, path)!;
    }

    /// <summary>The text, with what is wrong with it.</summary>
    private string? Text(string? text, string path)
    {
        if (string.IsNullOrEmpty(text))
            return text;
        if (text.Length > TextRules.Longest)
            problems.Fail(ProblemCode.TextTooLong, path, text[..40] + "…", Invariant(text.Length), Invariant(TextRules.Longest));
        if (TextRules.Forbidden(text) is { } character)
            problems.Fail(ProblemCode.InvalidText, path, text, character);
        if (PersonalData.Find(text) is var (kind, masked))
            problems.Add(ProblemCode.PersonalData, path, masked, kind);
        return text;
    }

    private enum Extended
    {
        Default,
    }

    [GeneratedRegex("^fundingreports/[a-z]+@[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex AnotherFormat();
}
