using System.Collections.Immutable;
using CsvHelper;

namespace FundingReports.Exchange.Scdl;

/// <summary>Rows of text → CSV. A text that a spreadsheet could take for a formula has an apostrophe put before it.</summary>
internal static class CsvRows
{
    /// <summary>Writes the headers and the rows to a stream, which stays open.</summary>
    internal static void Write(Stream stream, char separator, string newLine, IEnumerable<string> headers, ImmutableArray<string[]> rows)
    {
        using CsvWriter csv =
            CsvWriter.Create(stream, new() { Separator = separator, NewLine = newLine, Injection = CsvInjection.Escape }, leaveOpen: true);
        csv.WriteHeader([.. headers]);
        foreach (string[] row in rows)
            csv.WriteRecord(row);
        csv.Flush();
    }
}
