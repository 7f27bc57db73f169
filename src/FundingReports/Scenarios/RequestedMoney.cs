using System.Collections.Immutable;
using FundingReports.Portfolios;

namespace FundingReports.Scenarios;

/// <summary>What is only asked for, as it would be if it were announced: in no view and in no sum, listed apart.</summary>
internal sealed class RequestedMoney
{
    private readonly Dictionary<(string Post, int Year), ImmutableArray<(Commitment, Knowable<Euros>)>> money;

    private RequestedMoney(Dictionary<(string, int), ImmutableArray<(Commitment, Knowable<Euros>)>> money) => this.money = money;

    internal static RequestedMoney Of(FundingAnalysis analysis)
    {
        var facts = analysis.Portfolio.Facts;
        var asked = facts.Commitments.Where(commitment => commitment.Status == CommitmentStatus.Requested).ToDictionary(commitment => commitment.Id, StringComparer.Ordinal);
        var money = new Dictionary<(string, int), ImmutableArray<(Commitment, Knowable<Euros>)>>();
        if (asked.Count == 0 || Announced(analysis, asked) is not { } announced)
            return new(money);
        foreach (var post in announced.Posts)
            foreach (var year in post.Years)
                money[(post.Id, year.Year)] = [.. year.Cells.Where(cell => asked.ContainsKey(cell.Commitment.Id) && !(cell.Announced.TryGet(out var paid) && paid.Cents == 0))
                    .Select(cell => (asked[cell.Commitment.Id], cell.Announced))];
        return new(money);
    }

    /// <summary>The requests that would pay a post something in a budget year, or nobody knows how much.</summary>
    internal ImmutableArray<(Commitment Commitment, Knowable<Euros> Money)> Of(string post, int year) => money.GetValueOrDefault((post, year), []);

    private static FundingAnalysis? Announced(FundingAnalysis analysis, Dictionary<string, Commitment> asked)
    {
        var facts = analysis.Portfolio.Facts;
        try
        {
            return Portfolio.TryChange(analysis.Portfolio, facts with
            {
                Commitments = [.. facts.Commitments.Select(commitment => asked.ContainsKey(commitment.Id) ? commitment with { Status = CommitmentStatus.Announced } : commitment)],
            }, out var portfolio, out _)
                ? portfolio.Analyze(analysis.AsOf, analysis.Through, analysis.Policies)
                : null;
        }
        catch (PortfolioException)
        {
            // Two requests for the same rest, say: what each would bring cannot be told.
            return null;
        }
    }
}
