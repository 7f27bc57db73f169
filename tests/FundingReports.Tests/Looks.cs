using System.Reflection;

namespace FundingReports.Tests;

/// <summary>
/// Hears of each look of this thread whether its work is still wanted. Who leaves at a look that is counted leaves at the same moment on
/// any machine; who leaves after so many milliseconds does not.
/// </summary>
internal sealed class Looks : IDisposable
{
    private readonly PropertyInfo[] looked;

    /// <param name="each">Hears of each.</param>
    /// <param name="parts">The parts of the library that work for the caller, each of which looks for itself.</param>
    internal Looks(Action each, params Assembly[] parts)
    {
        looked = [.. parts.Select(part => part.GetType("FundingReports.Leaving", throwOnError: true)!
            .GetProperty("Looked", BindingFlags.Static | BindingFlags.NonPublic)!)];
        Hear(each);
    }

    /// <summary>On the thread that heard.</summary>
    public void Dispose() => Hear(null);

    private void Hear(Action? each)
    {
        foreach (PropertyInfo one in looked)
            one.SetValue(null, each);
    }
}
