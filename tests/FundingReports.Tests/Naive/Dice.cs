using CsCheck;

namespace FundingReports.Tests.Naive;

/// <summary>A row of random numbers, read one by one. Small numbers choose first options, so that shrinking simplifies.</summary>
internal sealed class Dice(int[] values)
{
    private const int Faces = 1000;

    private int position;

    internal static Gen<Dice> Gen(int length) => CsCheck.Gen.Int[0, Faces - 1].Array[length].Select(values => new Dice(values));

    /// <summary>From 0 to below the given number.</summary>
    internal int Below(int count) => values[position++ % values.Length] * count / Faces;

    /// <summary>Once in so many times.</summary>
    internal bool OneIn(int count) => Below(count) == count - 1;

    internal T Of<T>(params ReadOnlySpan<T> options) => options[Below(options.Length)];
}
