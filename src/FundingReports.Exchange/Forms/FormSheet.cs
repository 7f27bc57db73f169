using System.Collections.Immutable;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Forms;

/// <summary>A sheet of a form.</summary>
internal sealed record FormSheet(string Name, string Title, ImmutableArray<FormColumn> Columns)
{
    /// <summary>Its title, as it is printed.</summary>
    internal string Title { get; init; } = FrenchText.NoBreak(Title);

    /// <summary>Other names of the sheet.</summary>
    internal ImmutableArray<string> Synonyms { get; init; } = [];

    /// <summary>
    /// The columns that the headers of one row name, where one may mean another thing beside others; null where each is found by its name.
    /// </summary>
    internal Func<IReadOnlyList<string>, HeaderMeaning[]>? Meaning { get; init; }

    /// <summary>Whether two columns may have one name: their cells must then say the same.</summary>
    internal bool AllowsTwins { get; init; }

    /// <summary>Whether NA, NULL, NC and their like are blank cells; in a column of codes they are codes.</summary>
    internal bool KnowsBlankWords { get; init; }

    /// <summary>Whether a column that is not read, and whose name speaks of money, is said to be one.</summary>
    internal bool WarnsOfMoney { get; init; }

    /// <summary>What the headers of one row mean.</summary>
    internal HeaderMeaning[] Read(IReadOnlyList<string> headers) =>
        Meaning?.Invoke(headers) ?? [.. headers.Select(header => new HeaderMeaning(Find(header), false))];

    /// <summary>The column that a header names; null where it names none.</summary>
    internal FormColumn? Find(string header)
    {
        string key = KeyOf(header);
        return key.Length == 0 ? null : (byKey ??= Index()).GetValueOrDefault(key);
    }

    // Each row that may be a header is looked up cell by cell.
    private Dictionary<string, FormColumn>? byKey;

    private Dictionary<string, FormColumn> Index()
    {
        var index = new Dictionary<string, FormColumn>(StringComparer.Ordinal);
        foreach (FormColumn column in Columns)
            foreach (string? name in (string?[])[column.Header, column.English?.Header])
                if (name is not null)
                    index.TryAdd(KeyOf(name), column);
        foreach (FormColumn column in Columns)
            foreach (string name in column.Synonyms)
                index.TryAdd(KeyOf(name), column);
        return index;
    }

    /// <summary>Whether a header, as it is compared, is the one that the form prints.</summary>
    internal static bool IsHeader(FormColumn column, string key) =>
        KeyOf(column.Header) == key || column.English is { } english && KeyOf(english.Header) == key;

    internal bool IsNamed(string sheet)
    {
        string key = Plain.Key(sheet);
        return Plain.Key(Name) == key || Synonyms.Any(name => Plain.Key(name) == key);
    }

    // What stands in brackets explains, and is no part of the name.
    internal static string KeyOf(string header)
    {
        int open = header.IndexOf('(', StringComparison.Ordinal);
        return Plain.Key(open > 0 ? header[..open] : header);
    }
}

/// <summary>What a header means.</summary>
/// <param name="Column">The column; null where it means none.</param>
/// <param name="IsTaken">Whether it is spelled otherwise than any that is known, and so to be said.</param>
internal readonly record struct HeaderMeaning(FormColumn? Column, bool IsTaken)
{
    /// <summary>Whether somebody has said that it is not to be read.</summary>
    internal bool IsLeftOut { get; init; }
}
