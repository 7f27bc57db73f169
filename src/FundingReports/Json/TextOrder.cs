using System.Text.Json;
using FundingReports.Validation;

namespace FundingReports.Json;

/// <summary>Problems in the order of the text that they are of: who corrects it goes through it once, from its top to its end.</summary>
internal static class TextOrder
{
    /// <summary>
    /// The problems of an object, then of what it holds, in its own order; of what it lacks, where the format would have it. Those of one
    /// place keep their order.
    /// </summary>
    internal static IEnumerable<Problem> Of(IEnumerable<Problem> problems, JsonElement root)
    {
        var top = new Place();
        foreach (Problem problem in problems)
            top.At(problem.Path).Problems.Add(problem);
        return top.InOrder(root);
    }

    /// <summary>A place that has problems, or that holds such a place.</summary>
    private sealed class Place
    {
        private readonly Dictionary<string, Place> inside = new(StringComparer.Ordinal);

        internal List<Problem> Problems { get; } = [];

        internal Place At(string path)
        {
            Place place = this;
            foreach (string part in path is JsonPath.Root ? [] : Parts(path))
                place = place.inside.TryGetValue(part, out Place? known) ? known : place.inside[part] = new();
            return place;
        }

        internal IEnumerable<Problem> InOrder(JsonElement? element)
        {
            if (inside.Count == 0)
                return Problems;
            List<List<Problem>> held = [];
            if (element is { ValueKind: JsonValueKind.Object } item)
            {
                foreach (JsonProperty property in item.EnumerateObject())
                    if (JsonValues.NameOf(property) is { } name && inside.Remove(PartOf(name), out Place? place))
                        held.Add([.. place.InOrder(property.Value)]);
            }
            else if (element is { ValueKind: JsonValueKind.Array } list)
            {
                int i = 0;
                foreach (JsonElement one in list.EnumerateArray())
                    if (inside.Remove($"[{i++}]", out Place? place))
                        held.Add([.. place.InOrder(one)]);
            }
            List<List<Problem>> lacking = [.. inside.Values.Select(place => (List<Problem>)[.. place.InOrder(null)])
                .OrderBy(problems => problems[0], PathOrder.Instance)];
            foreach (List<Problem> problems in lacking)
                held.Insert(held.FindIndex(other => PathOrder.Instance.Compare(problems[0], other[0]) < 0) is >= 0 and var at ? at
                    : held.Count, problems);
            return [.. Problems, .. held.SelectMany(problems => problems)];
        }

        private static string PartOf(string name)
        {
            string path = JsonPath.Property(JsonPath.Root, name);
            return path[0] is '$' ? path[1..] : path;
        }

        /// <summary>« posts », « [3] », « costs », « ["a name"] ».</summary>
        private static IEnumerable<string> Parts(string path)
        {
            for (int start = 0; start < path.Length;)
            {
                int end = start + 1;
                if (path[start] is '.')
                    (start, end) = (end, end + 1);
                if (path[start] is '[')
                {
                    bool quoted = end < path.Length && path[end] is '"';
                    for (end += quoted ? 1 : 0; end < path.Length && path[end] != (quoted ? '"' : ']'); end++)
                        if (path[end] is '\\')
                            end++;
                    end = Math.Min(path.Length, end + (quoted ? 2 : 1));
                }
                else
                {
                    while (end < path.Length && path[end] is not ('.' or '['))
                        end++;
                }
                yield return path[start..Math.Min(path.Length, end)];
                start = end;
            }
        }
    }
}
