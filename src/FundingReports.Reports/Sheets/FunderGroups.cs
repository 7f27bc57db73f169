using FundingReports.Portfolios;

namespace FundingReports.Reports.Sheets;

/// <summary>The funders that have a column of their own, and all others together.</summary>
internal sealed class FunderGroups
{
    // A page has no more room; of the others the sum is shown.
    private const int Most = 5;
    private readonly Dictionary<string, int> group = new(StringComparer.Ordinal);

    /// <summary>The funders of agreed promises; the ones that pay most first.</summary>
    internal FunderGroups(ReportContext context)
    {
        var money = context.Analysis.Totals.Years.SelectMany(year => year.Agreed.ByFunder).GroupBy(sum => sum.Key, StringComparer.Ordinal)
            .ToDictionary(sums => sums.Key, sums => sums.Sum(sum => sum.Value.KnownPart.Cents), StringComparer.Ordinal);
        var paying = context.Analysis.CommitmentBalances.Where(tie => tie.Commitment.IsAgreed).Select(tie => tie.Commitment.Funder)
            .ToHashSet(StringComparer.Ordinal);
        var funders = context.Analysis.Portfolio.Funders.Where(funder => paying.Contains(funder.Id)).ToList();
        var ordered = funders.OrderByDescending(funder => money.GetValueOrDefault(funder.Id)).ToList();
        int own = ordered.Count <= Most ? ordered.Count : Most - 1;
        var names = new List<string>();
        for (int i = 0; i < ordered.Count; i++)
        {
            group[ordered[i].Id] = Math.Min(i, own);
            if (i < own)
                names.Add(NameOf(ordered[i], funders));
        }
        if (own < ordered.Count)
            names.Add(context.Texts.OtherFunders);
        Names = names;
    }

    internal IReadOnlyList<string> Names { get; }

    internal int Of(string funder) => group[funder];

    internal IEnumerable<string> Members(int index) => group.Where(pair => pair.Value == index).Select(pair => pair.Key);

    // A header is short, and no two are alike.
    private static string NameOf(Funder funder, List<Funder> all)
    {
        string name = funder.Name.ReplaceLineEndings(" ").Trim();
        name = name.Length <= 40 ? name : name[..39].TrimEnd() + "…";
        return name.Length == 0 || all.Any(other => other != funder
            && string.Equals(other.Name.Trim(), funder.Name.Trim(), StringComparison.OrdinalIgnoreCase)) ? $"{name} ({funder.Id})" : name;
    }
}
