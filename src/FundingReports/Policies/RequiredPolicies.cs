using NodaTime;

namespace FundingReports.Policies;

/// <summary>
/// What an analysis asks of the policies on its as-of date: so that all that is missing is said at once, before anything is calculated.
/// </summary>
internal static class RequiredPolicies
{
    /// <param name="Parameter">Its name.</param>
    /// <param name="IsShare">Whether it is a share; else months, years or a count.</param>
    /// <param name="OfSome">Whether only some portfolios ask for it: a set that lacks it serves all others.</param>
    private readonly record struct Need(string Parameter, bool IsShare = false, bool OfSome = false);

    private static readonly Need[] needs =
    [
        new("risk.critical-months"), new("risk.critical-share", IsShare: true), new("risk.high-years-after"), new("risk.moderate-months"),
        new("risk.step-down-months"), new("risk.concentration-share", IsShare: true), new("requests.years-after"),
            new("cost.constant-after-months"),
        new(PolicySet.StaleAfterMonths), new("papers.bilan-months-before-term", OfSome: true),
            new("papers.financial-report-months-after-year-end", OfSome: true),
    ];

    /// <summary>What the set lacks, each as the exception that says so.</summary>
    internal static IEnumerable<PolicyException> Missing(PolicySet policies, LocalDate day) =>
        from need in needs
        where Gap(policies, need, day) is not null
        select new PolicyException(need.Parameter, day, Gap(policies, need, day)!.Value);

    /// <exception cref="PolicyException">The first that is missing.</exception>
    internal static void Check(PolicySet policies, LocalDate day)
    {
        if (Missing(policies, day).FirstOrDefault() is { } missing)
            throw missing;
    }

    private static PolicyGap? Gap(PolicySet policies, Need need, LocalDate day)
    {
        if (!policies.Parameters.TryGetValue(need.Parameter, out PolicyParameter? parameter))
            return need.OfSome ? null : PolicyGap.UnknownName;
        if (need.IsShare ? parameter.Unit is not PolicyUnit.Share : parameter.Unit is PolicyUnit.Share or PolicyUnit.Money)
            return PolicyGap.OfAnotherUnit;
        return need.OfSome ? null : parameter.Find(day) switch
        {
            null => PolicyGap.BeforeFirst,
            { IsEnd: true } => PolicyGap.Ended,
            _ => null,
        };
    }
}
