using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Validation;

// The checks of the sources of figures.
internal sealed partial class PortfolioValidator
{
    private void CheckSourceNames(ImmutableSortedDictionary<string, string> byProperty, HashSet<string> properties, string path)
    {
        foreach ((string name, string id) in byProperty)
        {
            string entry = JsonPath.Property($".{Property.Sources}", name);
            if (!properties.Contains(name))
                problems.AddUnknownProperty(path + entry, id, name, properties);
            CheckReference(id, sources, "source", path, entry);
        }
    }

    /// <summary>Checks the source of an object, and that each of its given figures has one, and a better one than the press.</summary>
    private void CheckSources(string path, string? source, ImmutableSortedDictionary<string, string> byProperty,
        params ReadOnlySpan<(string Name, bool Given)> figures)
    {
        if (source is not null)
            CheckReference(source, sources, "source", path, $".{Property.Source}");
        if (!problems.Readable(path + $".{Property.Source}") || !problems.WhollyReadable(path + $".{Property.Sources}"))
            return;

        List<string> without = [], ofPress = [];
        string? press = null;
        foreach ((string name, bool given) in figures)
        {
            if (!given || !problems.Readable($"{path}.{name}"))
                continue;
            string? id = byProperty.GetValueOrDefault(name, source!);
            if (id is null)
                without.Add(name);
            else if (id == source)
                ofPress.Add(name);
            else
                CheckPress(path, JsonPath.Property($".{Property.Sources}", name), id, [name]);
            press ??= id == source ? id : null;
        }
        if (without.Count > 0)
            problems.Add(ProblemCode.NoSource, path + $".{Property.Source}", null, [.. without]);
        if (press is not null)
            CheckPress(path, $".{Property.Source}", press, [.. ofPress]);
    }

    private void CheckPress(string path, string property, string id, ImmutableArray<string> figures)
    {
        if (!figures.IsEmpty && sources.TryGetValue(id, out int i) && facts.Sources[i].Kind is SourceKind.Press
            && problems.Readable($"{Property.Sources}[{i}].{Property.Kind}"))
            problems.Add(ProblemCode.PressOnly, path + property, id, [id, .. figures]);
    }
}
