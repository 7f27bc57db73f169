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
            top.Add(problem);
        var ordered = new List<Problem>();
        top.AddTo(ordered, root);
        return ordered;
    }

    /// <summary>A place that has problems, or that holds such a place.</summary>
    private sealed class Place
    {
        private List<Problem>? problems;
        private Dictionary<string, Place>? inside;
        // One of those here or below: its path says where this place stands among its neighbours.
        private Problem? any;

        internal void Add(Problem problem)
        {
            Place place = this;
            string path = problem.Path;
            place.any ??= problem;
            // The root is named only where the name of its property is quoted: $["a name"].
            for (int start = path.StartsWith(JsonPath.Root, StringComparison.Ordinal) ? JsonPath.Root.Length : 0, end;
                start < path.Length; start = end)
            {
                start += path[start] is '.' ? 1 : 0;
                end = EndOfPart(path, start);
                place = place.Inside(path.AsSpan(start, end - start));
                place.any ??= problem;
            }
            (place.problems ??= []).Add(problem);
        }

        private Place Inside(ReadOnlySpan<char> part)
        {
            var known = (inside ??= new(StringComparer.Ordinal)).GetAlternateLookup<ReadOnlySpan<char>>();
            if (!known.TryGetValue(part, out Place? place))
                known[part] = place = new();
            return place;
        }

        internal void AddTo(List<Problem> ordered, JsonElement? element)
        {
            ordered.AddRange(problems ?? []);
            if (inside is null)
                return;
            var held = new List<(Place Place, JsonElement? Element)>(inside.Count);
            if (element is { ValueKind: JsonValueKind.Object } item)
            {
                foreach (JsonProperty property in item.EnumerateObject())
                    if (JsonValues.NameOf(property) is { } name && inside.Remove(PartOf(name), out Place? place))
                        held.Add((place, property.Value));
            }
            else if (element is { ValueKind: JsonValueKind.Array } list)
            {
                int i = 0;
                foreach (JsonElement one in list.EnumerateArray())
                    if (inside.Remove($"[{i++}]", out Place? place))
                        held.Add((place, one));
            }
            bool holdsNone = held.Count == 0;
            foreach (Place lacking in inside.Values.OrderBy(place => place.any!, PathOrder.Instance))
            {
                int at = holdsNone ? -1 : held.FindIndex(other => PathOrder.Instance.Compare(lacking.any, other.Place.any) < 0);
                held.Insert(at < 0 ? held.Count : at, (lacking, null));
            }
            foreach ((Place place, JsonElement? below) in held)
                place.AddTo(ordered, below);
        }

        private static string PartOf(string name)
        {
            string path = JsonPath.Property(JsonPath.Root, name);
            return path[0] is '$' ? path[1..] : path;
        }

        /// <summary>Where « posts », « [3] », « costs », « ["a name"] » ends.</summary>
        private static int EndOfPart(string path, int start)
        {
            int end = start + 1;
            if (end < path.Length && path[start] is '[')
            {
                bool quoted = path[end] is '"';
                for (end += quoted ? 1 : 0; end < path.Length && path[end] != (quoted ? '"' : ']'); end++)
                    if (path[end] is '\\')
                        end++;
                return Math.Min(path.Length, end + (quoted ? 2 : 1));
            }
            while (end < path.Length && path[end] is not ('.' or '['))
                end++;
            return Math.Min(path.Length, end);
        }
    }
}
