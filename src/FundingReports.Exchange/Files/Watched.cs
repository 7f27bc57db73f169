namespace FundingReports.Exchange.Files;

/// <summary>Whoever has asked for a reading may leave: looked at before each row.</summary>
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
