using System.Text.Json.Serialization;

namespace FundingReports;

/// <summary>What a part of the cost may be, both ends included.</summary>
/// <param name="Low">The least that it is.</param>
/// <param name="High">The most that it may be; null where nothing limits it.</param>
[JsonConverter(typeof(NoJson<RatioRange>))]
public readonly record struct RatioRange(Ratio Low, Ratio? High)
{
    internal static RatioRange Zero { get; } = new(Ratio.Zero, Ratio.Zero);

    /// <summary>What it is, in one line of English: <c>1/2</c>, <c>1/2 to 3/5</c>, <c>1/2 or more</c>.</summary>
    public override string ToString() => High is not { } high ? $"{Low} or more" : IsExact ? $"{Low}" : $"{Low} to {high}";

    /// <summary>Whether both ends are one: the part is known.</summary>
    public bool IsExact => High is { } high && high.CompareTo(Low) == 0;

    /// <summary>The sum, end by end.</summary>
    public static RatioRange operator +(RatioRange left, RatioRange right) =>
        new(left.Low + right.Low, left.High is { } a && right.High is { } b ? a + b : null);
}
