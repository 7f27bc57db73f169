using System.Collections.Immutable;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Scenarios;

/// <summary>What agreed promises would be if each were renewed, on its own terms, to the end of the years shown.</summary>
/// <remarks>
/// Terms as scenario@1 renews them: the last step of a degressive schedule is held, a total becomes the same sum a year.
/// </remarks>
public static class Renewals
{
    /// <summary>
    /// The portfolio with the renewals at its end, each under the id of the promise and "/R"; the portfolio itself where there is none.
    /// </summary>
    public static Portfolio Of(FundingAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var facts = analysis.Portfolio.Facts;
        ImmutableArray<Commitment> renewed = [.. analysis.CommitmentBalances.Select(tie => tie.Commitment)
            .Select(commitment => Renewed(analysis, commitment)).OfType<Commitment>()];
        if (renewed.IsEmpty)
            return analysis.Portfolio;
        try
        {
            return Portfolio.Create(facts with { Commitments = facts.Commitments.AddRange(renewed) });
        }
        catch (PortfolioException)
        {
            // For example, the id is already taken: the simulation then has nothing to renew.
            return analysis.Portfolio;
        }
    }

    private static Commitment? Renewed(FundingAnalysis analysis, Commitment commitment)
    {
        if (!commitment.IsAgreed || commitment.Amount.IsUnknown || LastDay(analysis, commitment) is not { } last
            || last >= LastShown(analysis)
            || analysis.Portfolio.Commitments.Any(other => other.Amends == commitment.Id))
            return null;
        LocalDate from = last.PlusDays(1);
        return ScenarioApplier.Renewed(commitment, Factor.One, from) with
        {
            Id = commitment.Id + "/R",
            From = from,
            Until = LastShown(analysis),
            Instalments = [],
            DecidedOn = null,
            Amends = null,
            Withdrawn = null,
        };
    }

    private static LocalDate LastShown(FundingAnalysis analysis) => new(analysis.Through.Year, 12, 31);

    private static LocalDate? LastDay(FundingAnalysis analysis, Commitment commitment) =>
        ScenarioApplier.LastPayingDay(commitment, analysis.AsOf);
}
