namespace FundingReports;

/// <summary>What a part of the cost may be, both included; without a high end where nothing limits it.</summary>
internal readonly record struct RatioRange(Ratio Low, Ratio? High)
{
    internal static RatioRange Zero { get; } = new(Ratio.Zero, Ratio.Zero);

    internal static RatioRange Exactly(Ratio value) => new(value, value);

    internal static RatioRange AnyUpTo(Ratio? high) => new(Ratio.Zero, high);

    internal bool IsExact => High is { } high && high.CompareTo(Low) == 0;

    public static RatioRange operator +(RatioRange left, RatioRange right) =>
        new(left.Low + right.Low, left.High is { } a && right.High is { } b ? a + b : null);

    /// <summary>What it leaves of the whole.</summary>
    internal RatioRange Rest => new(High is { } high ? (Ratio.One - high).OrZero : Ratio.Zero, (Ratio.One - Low).OrZero);

    internal RatioRange Times(Ratio part) => new(Low * part, High is { } high ? high * part : null);

    internal RatioRange AtMost(Ratio? cap) => cap is not { } most ? this : new(Ratio.Min(Low, most), High is { } high ? Ratio.Min(high, most) : most);
}
