using FundingReports.Portfolios;

namespace FundingReports.Validation;

/// <summary>
/// Ids that a reading has made, since a form asks for none: post/funder/year. Nobody wrote them, so a sentence says the names instead.
/// </summary>
/// <param name="Names">What people call each, in guillemets: a post, a funder, a commitment.</param>
/// <param name="Commitments">The commitments among them.</param>
internal sealed record MadeUpIds(IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, Commitment> Commitments)
{
    /// <summary>Those of some facts: known by their form, whose first parts are the post that is paid and the funder who pays.</summary>
    internal static MadeUpIds Of(PortfolioFacts facts)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var commitments = new Dictionary<string, Commitment>(StringComparer.Ordinal);
        foreach (Commitment commitment in facts.Commitments)
            if (Is(commitment))
                commitments.TryAdd(commitment.Id, commitment);
        if (commitments.Count == 0)
            return new(names, commitments);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var funders = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Post post in facts.Posts)
            labels.TryAdd(post.Id, post.Label);
        foreach (Funder funder in facts.Funders)
            funders.TryAdd(funder.Id, funder.Name);
        foreach (Commitment commitment in commitments.Values)
        {
            if (!labels.TryGetValue(commitment.Posts[0], out string? label) || !funders.TryGetValue(commitment.Funder, out string? funder))
                continue;
            names[commitment.Id] = Quoted(string.Join(", ", ((string?[])[funder, commitment.Line, label]).OfType<string>()));
            names[commitment.Posts[0]] = Quoted(label);
            names[commitment.Funder] = Quoted(funder);
        }
        return new(names, commitments);
    }

    private static bool Is(Commitment commitment)
    {
        if (commitment.Posts is not [{ Length: > 0 } post, ..] || commitment.Funder is not { Length: > 0 } funder
            || commitment.Id is not { } id || id.Length < post.Length + funder.Length + 3)
            return false;
        return id.StartsWith(post, StringComparison.Ordinal) && id[post.Length] == '/'
            && string.CompareOrdinal(id, post.Length + 1, funder, 0, funder.Length) == 0 && id[post.Length + 1 + funder.Length] == '/';
    }

    private static string Quoted(string text) => $"«\u00A0{PersonalData.Masked(text)}\u00A0»";
}
