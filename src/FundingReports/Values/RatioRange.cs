namespace FundingReports;

/// <summary>
/// What a part of the cost may be, from a low to a high end, both included; the high end is null where nothing limits it.
/// </summary>
internal readonly record struct RatioRange(Ratio Low, Ratio? High)
{
    internal static RatioRange Zero { get; } = new(Ratio.Zero, Ratio.Zero);

    internal bool IsExact => High is { } high && high.CompareTo(Low) == 0;

    public static RatioRange operator +(RatioRange left, RatioRange right) =>
        new(left.Low + right.Low, left.High is { } a && right.High is { } b ? a + b : null);
}
