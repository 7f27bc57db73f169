using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;

namespace FundingReports.Portfolios;

/// <summary>
/// What makes two posts of two portfolios the same: one value under a reference that identifies, never under one that describes.
/// </summary>
/// <param name="identifying">
/// The names of the references that identify, as the policies list them (PolicySet.IdentifyingReferences). Accents, case and spaces do not
/// count.
/// </param>
[JsonConverter(typeof(NoJson<PostIdentity>))]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PostIdentity(ImmutableArray<string> identifying)
{
    private readonly HashSet<string> names = [.. identifying.Select(PlainName.Key)];

    /// <summary>The references of a post that identify it, in the order of their names.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Of(Post post) =>
        post.References.Where(reference => names.Contains(PlainName.Key(reference.Key)) && !string.IsNullOrWhiteSpace(reference.Value));

    /// <summary>Such references as they are compared: two posts that share one are the same.</summary>
    public IEnumerable<string> Keys(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Of(post).Select(Key).Distinct(StringComparer.Ordinal);
    }

    /// <summary>A reference as it is compared: the name as any name, the value without case and spaces.</summary>
    internal static string Key(KeyValuePair<string, string> reference) => $"{PlainName.Key(reference.Key)}\u001F{ValueOf(reference)}";

    /// <summary>Whether two posts bear different numbers of one kind: they are not one, whatever else they share.</summary>
    public bool Contradict(Post one, Post other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return Contradict(Of(one), Of(other));
    }

    /// <summary>Whether two sets of identifying references hold different numbers of one kind.</summary>
    internal static bool Contradict(IEnumerable<KeyValuePair<string, string>> one, IEnumerable<KeyValuePair<string, string>> other) =>
        one.Any(left => other.Any(right => PlainName.Key(left.Key) == PlainName.Key(right.Key) && ValueOf(left) != ValueOf(right)));

    // A punctuation mark in a number may tell two numbers apart: only case and spaces are left out.
    private static string ValueOf(KeyValuePair<string, string> reference) =>
        string.Concat(reference.Value.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => Listed.Of(identifying);
}
