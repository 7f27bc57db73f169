using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>The rows of one sheet of a long table; those of the next sheet come after them, from the same source.</summary>
/// <param name="Source">Where the rows come from, once, in order.</param>
/// <param name="Count">How many of them are this sheet's.</param>
/// <param name="IsLast">Whether no sheet comes after it.</param>
internal sealed record DataRows(IEnumerator<ReportRow> Source, int Count, bool IsLast)
{
    /// <summary>This sheet's rows.</summary>
    /// <exception cref="InvalidOperationException">
    /// There are fewer or more than were announced, or one cannot be written: the source says which.
    /// </exception>
    internal IEnumerable<ReportRow> Take()
    {
        for (int i = 0; i < Count && Source.MoveNext(); i++)
            yield return Source.Current;
        // One more than were announced is said by the source.
        if (IsLast)
            Source.MoveNext();
    }
}
