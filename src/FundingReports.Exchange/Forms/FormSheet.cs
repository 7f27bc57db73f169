using System.Collections.Immutable;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Forms;

/// <summary>A sheet of a form.</summary>
internal sealed record FormSheet(string Name, string Title, ImmutableArray<FormColumn> Columns)
{
    /// <summary>Other names of the sheet.</summary>
    internal ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>The column that a header names; null where it names none.</summary>
    internal FormColumn? Find(string header)
    {
        string key = KeyOf(header);
        return key.Length == 0
            ? null : Columns.FirstOrDefault(column => KeyOf(column.Header) == key || column.Synonyms.Any(name => KeyOf(name) == key));
    }

    internal bool IsNamed(string sheet)
    {
        string key = Plain.Key(sheet);
        return Plain.Key(Name) == key || Synonyms.Any(name => Plain.Key(name) == key);
    }

    // What stands in brackets explains, and is no part of the name.
    private static string KeyOf(string header)
    {
        int open = header.IndexOf('(', StringComparison.Ordinal);
        return Plain.Key(open > 0 ? header[..open] : header);
    }
}
