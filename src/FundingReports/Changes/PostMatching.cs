using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace FundingReports.Changes;

/// <summary>How a thing of the earlier portfolio was recognised in the later one, from the strongest reason to the weakest.</summary>
[JsonConverter(typeof(CamelWordJsonConverter<MatchedBy>))]
public enum MatchedBy
{
    /// <summary>The same id.</summary>
    Id,

    /// <summary>
    /// Of a post, the same value under a reference that identifies; of a promise, the same reference from the same funder; of a funder,
    /// the same SIRET.
    /// </summary>
    Reference,

    /// <summary>Of a post, the same label and département; of a funder, the same name and kind.</summary>
    Name,

    /// <summary>Not recognised: nothing on the other side looks like it.</summary>
    Nothing,

    /// <summary>Not recognised: several things on the other side could be it, or one that contradicts it, and none was chosen.</summary>
    Ambiguous,
}

/// <summary>A thing of the earlier portfolio and the same thing in the later one; one of the two may be missing.</summary>
internal sealed record Pair<T>(T? Before, T? After, MatchedBy By) where T : class;

/// <summary>One way of recognising: two things that share a key may be the same.</summary>
internal sealed record Way<T>(MatchedBy By, Func<T, IEnumerable<string>> KeysBefore, Func<T, IEnumerable<string>> KeysAfter);

/// <summary>
/// Recognises things by id, then by each way in turn. Where two could be meant, none is: a wrong match tells a false story.
/// </summary>
internal static class PostMatching
{
    /// <param name="before">The earlier things.</param>
    /// <param name="after">The later things.</param>
    /// <param name="id">Their ids, unique on each side.</param>
    /// <param name="contradict">Whether two things cannot be the same whatever key they share; not asked of equal ids.</param>
    /// <param name="ways">The ways, the strongest first.</param>
    /// <returns>The later things in their order, then the earlier ones that were not recognised, in theirs.</returns>
    internal static ImmutableArray<Pair<T>> Of<T>(
        IReadOnlyCollection<T> before, IReadOnlyCollection<T> after, Func<T, string> id, Func<T, T, bool> contradict,
            params ReadOnlySpan<Way<T>> ways) where T : class
    {
        var found = new Dictionary<T, (T Before, MatchedBy By)>(ReferenceEqualityComparer.Instance);
        var ambiguous = new HashSet<T>(ReferenceEqualityComparer.Instance);
        var byId = before.ToDictionary(id, StringComparer.Ordinal);
        var leftBefore = new List<T>(before);
        var leftAfter = new List<T>(after.Count);
        foreach (T one in after)
            if (byId.TryGetValue(id(one), out T? same))
                found.Add(one, (same, MatchedBy.Id));
            else
                leftAfter.Add(one);
        Forget(leftBefore, found);
        foreach (var way in ways)
        {
            Pass(leftBefore, leftAfter, way, contradict, found, ambiguous);
            Forget(leftBefore, found);
            leftAfter.RemoveAll(found.ContainsKey);
        }
        MatchedBy Why(T one) => ambiguous.Contains(one) ? MatchedBy.Ambiguous : MatchedBy.Nothing;
        return
        [
            .. after.Select(one => found.TryGetValue(one, out var match)
                ? new Pair<T>(match.Before, one, match.By) : new Pair<T>(null, one, Why(one))),
            .. leftBefore.Select(one => new Pair<T>(one, null, Why(one))),
        ];
    }

    private static void Pass<T>(
        List<T> before, List<T> after, Way<T> way, Func<T, T, bool> contradict, Dictionary<T, (T, MatchedBy)> found,
            HashSet<T> ambiguous) where T : class
    {
        var withKey = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (T one in before)
            foreach (string key in way.KeysBefore(one))
                (withKey.TryGetValue(key, out var list) ? list : withKey[key] = []).Add(one);
        var earlier = after.ToDictionary<T, T, HashSet<T>>(one => one,
            one => new(way.KeysAfter(one).SelectMany(key => withKey.GetValueOrDefault(key) ?? []), ReferenceEqualityComparer.Instance),
                ReferenceEqualityComparer.Instance);
        var later = new Dictionary<T, List<T>>(ReferenceEqualityComparer.Instance);
        foreach (T one in after)
            foreach (T candidate in earlier[one])
                (later.TryGetValue(candidate, out var list) ? list : later[candidate] = []).Add(one);
        foreach (T one in after)
        {
            var candidates = earlier[one];
            if (candidates.Count == 1 && candidates.Single() is var only && later[only].Count == 1 && !contradict(only, one))
            {
                found.Add(one, (only, way.By));
            }
            else if (candidates.Count > 0)
            {
                ambiguous.Add(one);
                ambiguous.UnionWith(candidates);
            }
        }
    }

    private static void Forget<T>(List<T> before, Dictionary<T, (T Before, MatchedBy By)> found) where T : class
    {
        var taken = new HashSet<T>(found.Values.Select(match => match.Before), ReferenceEqualityComparer.Instance);
        before.RemoveAll(taken.Contains);
    }
}
