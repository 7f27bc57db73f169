using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>The rows of one sheet of a long table; those of the next sheet come after them, from the same source.</summary>
/// <param name="Source">Where the rows come from, once, in order.</param>
/// <param name="Count">How many of them are this sheet's.</param>
internal sealed record DataRows(IEnumerator<ReportRow> Source, int Count)
{
    /// <summary>This sheet's rows.</summary>
    /// <exception cref="InvalidOperationException">There are fewer than were announced.</exception>
    internal IEnumerable<ReportRow> Take()
    {
        for (int i = 0; i < Count; i++)
            yield return Source.MoveNext()
                ? Source.Current : throw new InvalidOperationException($"A long table announced {Count} rows and gave {i}.");
    }
}
