using System.Collections.Immutable;
using System.Text.Json.Serialization;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>What a scheme usually pays: the names of the parameters that say how much, and for how long.</summary>
/// <param name="Kind">The kind of amount.</param>
/// <param name="Parameters">One parameter, or one for each successive twelve months.</param>
/// <param name="Duration">The parameter, in months or years, that says how long.</param>
[JsonConverter(typeof(NoJson<SchemeProposal>))]
public sealed record SchemeProposal(ProposalKind Kind, ImmutableArray<string> Parameters, string Duration)
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Kind}: {Listed.Of(Parameters)}, for {Duration}";

    /// <summary>One parameter, or one for each successive twelve months.</summary>
    public ImmutableArray<string> Parameters { get => parameters.Items; init => parameters = new(value); }

    private readonly ValueList<string> parameters = new(Parameters);

    private static readonly ImmutableArray<PolicyUnit> money = [PolicyUnit.Money], share = [PolicyUnit.Share];

    internal IEnumerable<(string, ImmutableArray<PolicyUnit>)> Uses
    {
        get
        {
            ImmutableArray<PolicyUnit> units = Kind is ProposalKind.Annual or ProposalKind.YearlyAmounts ? money : share;
            return [.. Parameters.Select(name => (name, units)), (Duration, LongestDuration.Lengths)];
        }
    }

    internal Amount AmountOn(PolicySet policies, LocalDate day) => Kind switch
    {
        ProposalKind.Annual => new Amount.Annual(policies.MoneyOn(Parameters[0], day)),
        ProposalKind.YearlyAmounts => new Amount.YearlyAmounts([.. Parameters.Select(name => policies.MoneyOn(name, day))]),
        ProposalKind.Share => new Amount.ShareOfCost(policies.ShareOn(Parameters[0], day)),
        ProposalKind.YearlyShares => new Amount.YearlyShares([.. Parameters.Select(name => policies.ShareOn(name, day))]),
    };

    internal LocalDate LastDay(PolicySet policies, LocalDate from) => LongestDuration.LastDay(policies, Duration, from, from);
}

/// <summary>The kinds of amount that a scheme proposes.</summary>
[JsonConverter(typeof(WordJsonConverter<ProposalKind>))]
public enum ProposalKind
{
    /// <summary>A sum a year.</summary>
    Annual,

    /// <summary>A sum for each successive twelve months.</summary>
    YearlyAmounts,

    /// <summary>A share of the cost.</summary>
    Share,

    /// <summary>A share of the cost for each successive twelve months.</summary>
    YearlyShares,
}
