using FundingReports.Ledger;

namespace FundingReports.Figures;

/// <summary>
/// What the agreed funding of a post depends on, from the first day to the end of its sure run; each property is null where it does not
/// apply.
/// </summary>
/// <param name="Bearer">A funder who bears too much of the cost alone.</param>
/// <param name="StepDownOn">The day on which needed money falls.</param>
/// <param name="SteppingDown">The funder whose money falls.</param>
/// <param name="Dependent">A funder whose money depends on another's, which is only announced, possible or unknown.</param>
internal sealed record FunderDependence(string? Bearer, DayNumber? StepDownOn, string? SteppingDown, string? Dependent)
{
    internal static FunderDependence OnNothing { get; } = new(null, null, null, null);
}

/// <summary>
/// The first day, at either end of the range, on which a post is covered for less than the critical share; never where there is none.
/// </summary>
internal readonly record struct ThinCoverage(DayNumber Surely, DayNumber Possibly);

/// <summary>How far ahead the figures look for what the funding depends on.</summary>
/// <param name="StepsBefore">Step-downs are looked for before this day.</param>
/// <param name="DependsBefore">Money that depends on another's, and one funder who bears too much, are looked for before this day.</param>
/// <param name="Concentration">The part of the cost from which one funder bears too much.</param>
/// <param name="ThinBefore">Thin coverage is looked for before this day.</param>
/// <param name="ThinUnder">The part of the cost under which coverage is thin.</param>
internal readonly record struct RiskHorizon(
    DayNumber StepsBefore, DayNumber DependsBefore, PackedFraction Concentration, DayNumber ThinBefore, PackedFraction ThinUnder)
{
    /// <summary>The horizon of figures that look for nothing ahead.</summary>
    internal static RiskHorizon None => new(default, default, PackedFraction.Whole, default, PackedFraction.Nothing);
}
