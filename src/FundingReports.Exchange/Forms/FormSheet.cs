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

    /// <summary>
    /// The columns that a header resembles from afar, where the names of the columns are not all that is known; null where they are.
    /// </summary>
    internal Func<string, IEnumerable<FormColumn>>? Resembling { get; init; }

    /// <summary>Whether two columns may have one name: their cells must then say the same.</summary>
    internal bool AllowsTwins { get; init; }

    /// <summary>Whether NA, NULL, NC and their like are blank cells; in a column of codes they are codes.</summary>
    internal bool KnowsBlankWords { get; init; }

    /// <summary>Whether somebody can say beside the file what its headers mean (--colonnes); else only by another header.</summary>
    internal bool TakesColumns { get; init; }

    /// <summary>
    /// Whether money stands in columns of many names: one that is not read, and whose name speaks of money, is said to be one, and below a
    /// header that announces none no money is passed over.
    /// </summary>
    internal bool WarnsOfMoney { get; init; }

    /// <summary>The headers of the form, and what one resembles that is none of them.</summary>
    internal NearHeaders<FormColumn> Near => near ??= new(Columns.SelectMany(column =>
        ((string?[])[column.Header, column.English?.Header, .. column.Synonyms]).OfType<string>().Select(name => (name, column))));

    private NearHeaders<FormColumn>? near;

    /// <summary>What the headers of one row mean.</summary>
    internal HeaderMeaning[] Read(IReadOnlyList<string> headers)
    {
        HeaderMeaning[] meanings = Meaning?.Invoke(headers) ?? [.. headers.Select(Mean)];
        var found = new HashSet<FormColumn>(
            meanings.Where(one => !one.IsTaken).Select(one => one.Column).OfType<FormColumn>(), ReferenceEqualityComparer.Instance);
        // Misspelt beside the same one well spelt, it is another; of two columns of sums it is asked which counts.
        for (int i = 0; i < meanings.Length; i++)
            if (meanings[i] is { IsTaken: true, Column: { } column } && !found.Add(column) && column.Look is not ColumnLook.Money)
                meanings[i] = HeaderMeaning.Nothing with { Second = column };
        return meanings;
    }

    /// <summary>What one header means by itself, also where it is misspelt.</summary>
    internal HeaderMeaning Mean(string header)
    {
        if (Find(header) is { } column)
            return new(column, false);
        return Near.Of(header) switch
        {
            [] => HeaderMeaning.Nothing,
            [var only] => new(only, true),
            var several => new(null, false) { Between = several },
        };
    }

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

    /// <summary>The form of a sheet by its name, also a misspelt one; null where it is that of none, or perhaps of several.</summary>
    internal static FormSheet? Named(IEnumerable<FormSheet> forms, string sheet, out bool isTaken)
    {
        isTaken = false;
        if (forms.FirstOrDefault(form => form.IsNamed(sheet)) is { } exact)
            return exact;
        var names = new NearHeaders<FormSheet>(forms.SelectMany(form => form.Synonyms.Add(form.Name).Select(name => (name, form))));
        isTaken = names.Of(sheet) is [_];
        return isTaken ? names.Of(sheet)[0] : null;
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
internal sealed record HeaderMeaning(FormColumn? Column, bool IsTaken)
{
    /// <summary>That of a header that means nothing.</summary>
    internal static HeaderMeaning Nothing { get; } = new(null, false);

    /// <summary>Whether somebody has said that it is not to be read.</summary>
    internal bool IsLeftOut { get; init; }

    /// <summary>The columns that it may mean, where it may mean several: none of them is chosen.</summary>
    internal ImmutableArray<FormColumn> Between { get; init; } = [];

    /// <summary>The column that it names, where another header is read as that one.</summary>
    internal FormColumn? Second { get; init; }

    /// <summary>Whether it names a year so far from the others that it is perhaps mistyped.</summary>
    internal bool IsFarYear { get; init; }
}
