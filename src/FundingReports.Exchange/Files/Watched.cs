namespace FundingReports.Exchange.Files;

/// <summary>Stops a reading that nobody waits for any more: the token is looked at before each sheet and each row.</summary>
internal static class Watched
{
    internal static IEnumerable<RawSheet> Until(this IEnumerable<RawSheet> sheets, CancellationToken cancellationToken)
    {
        foreach (RawSheet sheet in sheets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return sheet with { Rows = Rows(sheet.Rows, cancellationToken) };
        }
    }

    private static IEnumerable<RawRow> Rows(IEnumerable<RawRow> rows, CancellationToken cancellationToken)
    {
        foreach (RawRow row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
