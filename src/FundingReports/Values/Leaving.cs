namespace FundingReports;

/// <summary>A caller may leave at any moment: what is done many times looks, before each time, whether it is still wanted.</summary>
internal static class Leaving
{
    [ThreadStatic]
    private static Action? looked;

    /// <summary>Is called at each look of this thread: a test counts what is done between two.</summary>
    internal static Action? Looked { set => looked = value; }

    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    internal static void Look(this CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        looked?.Invoke();
    }

    /// <summary>The same items, with a look before each.</summary>
    internal static IEnumerable<T> Watched<T>(this IEnumerable<T> items, CancellationToken cancellationToken)
    {
        foreach (T item in items)
        {
            cancellationToken.Look();
            yield return item;
        }
    }
}
