using System.Collections.Immutable;
using FundingReports.Texts;

namespace FundingReports.Exchange;

/// <summary>What a reading has made of a file: rows and money in, rows and money out. They tie exactly.</summary>
/// <remarks>
/// A row is one of the tables of the form that holds something under one of its headers. The money is that of the column « Montant ou part »: sums, not shares;
/// of a row that could not be read it counts as readable where its own cell was. Rows of totals are read, set aside, and their money counts in neither.
/// </remarks>
public sealed class IntakeAccount
{
    internal IntakeAccount(int read, ImmutableArray<RowSetAside> aside, Euros money, Euros readable) =>
        (RowsRead, SetAside, MoneyKept, MoneyReadable) = (read, aside, money, readable);

    /// <summary>Rows read.</summary>
    public int RowsRead { get; }

    /// <summary>Rows kept: <see cref="RowsRead"/> less those set aside.</summary>
    public int RowsKept => RowsRead - SetAside.Length;

    /// <summary>Rows set aside, in the order of the file.</summary>
    public ImmutableArray<RowSetAside> SetAside { get; }

    /// <summary>The sums of the rows kept.</summary>
    public Euros MoneyKept { get; }

    /// <summary>The sums that could be read, in rows kept or not.</summary>
    public Euros MoneyReadable { get; }

    /// <summary>The sums of the rows set aside, where their own cell was readable: <see cref="MoneyReadable"/> less <see cref="MoneyKept"/>.</summary>
    public Euros MoneySetAside => MoneyReadable - MoneyKept;

    /// <summary>The account in a sentence or two.</summary>
    public string Sentence(Language language)
    {
        bool severalSheets = SetAside.Select(row => row.Sheet).Distinct().Count() > 1;
        List<(Said, IReadOnlyList<string>)> groups = [.. SetAside
            .GroupBy(row => row.Reason)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(row => severalSheets ? $"{row.Sheet} {Number(row.Row)}" : Number(row.Row))]))];
        return IntakeTexts.Account(RowsRead, RowsKept, groups, MoneyKept, MoneyReadable).In(language);
    }

    private static string Number(int row) => row.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A row that is not in the facts, and why.</summary>
public sealed class RowSetAside
{
    internal RowSetAside(string sheet, int row, Said reason) => (Sheet, Row, Reason) = (sheet, row, reason);

    /// <summary>The sheet.</summary>
    public string Sheet { get; }

    /// <summary>The number of the row, from 1, as a spreadsheet shows it.</summary>
    public int Row { get; }

    /// <summary>Why, in a few words: « montant illisible ».</summary>
    public string Why(Language language) => Reason.In(language);

    internal Said Reason { get; }
}
