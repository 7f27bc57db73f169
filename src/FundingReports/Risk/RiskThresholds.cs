using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Policies;
using NodaTime;

namespace FundingReports.Risk;

/// <summary>The thresholds of renewal risk on the as-of date, as days, each beside the policy value that sets it.</summary>
internal sealed class RiskThresholds
{
    /// <exception cref="PolicyException">A threshold has no value on the as-of date.</exception>
    internal RiskThresholds(PolicySet policies, LocalDate asOf)
    {
        DayNumber MonthsOn(Threshold threshold) => DayNumber.Of(asOf.PlusMonths(policies.WholeOn(threshold.Parameter, asOf)));
        Threshold Named(string parameter) => new(parameter, policies.On(parameter, asOf));
        Critical = Named("risk.critical-months");
        CriticalShare = Named("risk.critical-share");
        High = Named("risk.high-years-after");
        Moderate = Named("risk.moderate-months");
        StepDown = Named("risk.step-down-months");
        Concentration = Named("risk.concentration-share");
        HighBefore = DayNumber.FirstOf(asOf.Year + policies.WholeOn(High.Parameter, asOf) + 1);
        ModerateBefore = MonthsOn(Moderate);
        Ahead =
            new(MonthsOn(StepDown), ModerateBefore, PackedFraction.Of(policies.ShareOn(Concentration.Parameter, asOf)), MonthsOn(Critical),
            PackedFraction.Of(policies.ShareOn(CriticalShare.Parameter, asOf)));
    }

    internal Threshold Critical { get; }

    internal Threshold CriticalShare { get; }

    internal Threshold High { get; }

    internal Threshold Moderate { get; }

    internal Threshold StepDown { get; }

    internal Threshold Concentration { get; }

    /// <summary>Funding that ends before this day is at high risk.</summary>
    internal DayNumber HighBefore { get; }

    /// <summary>Funding that ends before this day is at moderate risk.</summary>
    internal DayNumber ModerateBefore { get; }

    /// <summary>What the calculation of a post has to look for.</summary>
    internal RiskHorizon Ahead { get; }
}

/// <summary>A policy value, and the name of its parameter.</summary>
internal sealed record Threshold(string Parameter, PolicyValue Value);
