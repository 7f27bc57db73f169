namespace FundingReports.Reports;

/// <summary>Refuses a number that was made a value of a list, and is none: it would be taken for another.</summary>
internal static class Defined
{
    /// <exception cref="ArgumentOutOfRangeException">It is none of its list; the exception bears the name.</exception>
    internal static void Check<T>(T value, string name) where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}, which is none of {typeof(T).Name}.");
    }
}
