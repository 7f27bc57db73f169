using System.Globalization;

namespace FundingReports;

/// <summary>Money divided by cost, in millionths, rounded half away from zero. A rate of 1 is a cost paid in full.</summary>
/// <remarks>Whether a day is fully funded is decided on exact values, never on this rounded one.</remarks>
/// <param name="Millionths">The rate in millionths: 563 889 is 56.3889 %.</param>
public readonly record struct CoverageRate(long Millionths) : IComparable<CoverageRate>
{
    /// <inheritdoc/>
    public int CompareTo(CoverageRate other) => Millionths.CompareTo(other.Millionths);

    /// <summary>The rate as a decimal: 0.563889.</summary>
    public decimal ToDecimal() => Millionths / 1_000_000m;

    /// <summary>The rate as the formats write it: a point and six decimals, whatever the culture.</summary>
    public override string ToString() => ToDecimal().ToString("0.000000", CultureInfo.InvariantCulture);
}
