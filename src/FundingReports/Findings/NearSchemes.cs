using FundingReports.Ledger;
using FundingReports.Policies;
using FundingReports.Validation;

namespace FundingReports.Findings;

/// <summary>Ids of schemes, and lines, that are nearly those of the policies: what is misspelt is checked by no rule.</summary>
/// <remarks>
/// A scheme that the policies do not hold is legitimate, and so is a line that is no scheme's: nothing is said of a name that is far from
/// all known ones.
/// </remarks>
/// <param name="facts">The facts.</param>
/// <param name="policies">The policies.</param>
internal sealed class NearSchemes(KnownFacts facts, PolicySet policies)
{
    private readonly Dictionary<string, string?> near = new(StringComparer.Ordinal);
    private readonly (string Id, FoldedName Name)[] known = [.. policies.Schemes.Select(scheme => (scheme.Id, FoldedName.Of(scheme.Id)))];

    internal IEnumerable<Problem> All()
    {
        if (known.Length == 0)
            yield break;
        var lines = new Dictionary<string, (Scheme Scheme, FoldedName Line)>(StringComparer.Ordinal);
        for (int i = 0; i < facts.Portfolio.Posts.Length; i++)
        {
            var post = facts.Portfolio.Posts[i];
            if (post.Scheme is not { } id)
                continue;
            if (policies.FindScheme(id) is { } scheme)
            {
                if (scheme.Line is { } line)
                    lines[post.Id] = (scheme, FoldedName.Of(line));
            }
            else if (NearestTo(id) is { } meant)
            {
                yield return new(ProblemCode.UnknownScheme, $"posts[{i}].scheme", id, post.Id, meant);
            }
        }
        if (lines.Count > 0)
            foreach (var finding in OfLines(lines))
                yield return finding;
    }

    private IEnumerable<Problem> OfLines(Dictionary<string, (Scheme Scheme, FoldedName Line)> lines)
    {
        for (int c = 0; c < facts.Portfolio.Commitments.Length; c++)
        {
            var commitment = facts.Portfolio.Commitments[c];
            if (commitment.Line is not { } line || policies.Schemes.Any(scheme => IsOf(scheme, line)))
                continue;
            foreach (string post in commitment.Posts)
                if (lines.TryGetValue(post, out var own) && Misspelling.Same(FoldedName.Of(line), own.Line))
                {
                    yield return new(ProblemCode.NearLine, $"commitments[{c}].line", line, commitment.Id, post, own.Scheme.Line!);
                    break;
                }
        }
    }

    private static bool IsOf(Scheme scheme, string line) => line.Equals(scheme.Line, StringComparison.OrdinalIgnoreCase);

    private string? NearestTo(string id)
    {
        if (!near.TryGetValue(id, out string? meant))
        {
            var name = FoldedName.Of(id);
            near[id] = meant = known.FirstOrDefault(scheme => !name.IsEmpty && Misspelling.Same(name, scheme.Name)).Id;
        }
        return meant;
    }
}
