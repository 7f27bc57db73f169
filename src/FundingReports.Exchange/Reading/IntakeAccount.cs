using FundingReports.Portfolios;
using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;

namespace FundingReports.Exchange;

/// <summary>What a reading has made of a file: rows and money in, rows and money out. They tie exactly.</summary>
/// <remarks>
/// A row counts where it stands in a table of the form and holds something under one of its headers. The money is that of the column of
/// amounts (« Montant ou part », « montant »): sums, not shares; of a row that could not be read it counts as readable where its own cell
/// was. Totals, sums below zero, aid in kind, loans and guarantees are read and set aside, and their money counts in neither; what other
/// cells of such a row say is set aside with the row.
/// </remarks>
public sealed class IntakeAccount
{
    internal IntakeAccount(int read, ImmutableArray<RowSetAside> aside, Euros money, Euros readable)
        : this(read, [.. aside.GroupBy(row => row.Reason)
            .Select(group => new AsideGroup(
                group.Key, group.Count(), group.Aggregate(Euros.Zero, (sum, row) => sum + row.Money), [.. group]))],
                aside, money, readable)
    {
    }

    internal IntakeAccount(int read, ImmutableArray<AsideGroup> groups, ImmutableArray<RowSetAside> aside, Euros money, Euros readable) =>
        (RowsRead, Groups, SetAside, MoneyKept, MoneyReadable) = (read, groups, aside, money, readable);

    /// <summary>How many rows were read.</summary>
    public int RowsRead { get; }

    /// <summary>How many rows were kept: <see cref="RowsRead"/> less <see cref="RowsSetAside"/>.</summary>
    public int RowsKept => RowsRead - RowsSetAside;

    /// <summary>How many rows were set aside.</summary>
    public int RowsSetAside => Groups.Sum(group => group.Count);

    /// <summary>Rows set aside, in the order of the file; of an official file of many lines, the first ones of each reason.</summary>
    public ImmutableArray<RowSetAside> SetAside { get; }

    /// <summary>The sums of the rows kept.</summary>
    public Euros MoneyKept { get; }

    /// <summary>The sums that could be read, in rows kept or not.</summary>
    public Euros MoneyReadable { get; }

    /// <summary>
    /// The sums of the rows set aside, where their own cell was readable: <see cref="MoneyReadable"/> less <see cref="MoneyKept"/>.
    /// </summary>
    public Euros MoneySetAside => MoneyReadable - MoneyKept;

    /// <summary>The sums of the rows kept, by what the money is worth; empty where the file does not say it.</summary>
    public ImmutableSortedDictionary<CommitmentStatus, Euros> KeptByStatus { get; internal init; } =
        ImmutableSortedDictionary<CommitmentStatus, Euros>.Empty;

    internal ImmutableArray<AsideGroup> Groups { get; }

    /// <summary>What of the file is not read, and may hold more money.</summary>
    internal ImmutableArray<UnreadPlace> Unread { get; init; } = [];

    /// <summary>The account in a sentence or two.</summary>
    public string Sentence(Language language)
    {
        bool severalSheets = SetAside.Select(row => row.Sheet).Distinct().Count() > 1;
        List<(AsideReason, IReadOnlyList<string>, int)> groups = [.. Groups
            .Select(group => (group.Reason, (IReadOnlyList<string>)[.. group.First.Select(
                row => $"{(severalSheets ? $"{row.Sheet} " : "")}{Plain.Number(row.Row)}")], group.Count))];
        return AccountWords.Sentence(
            RowsRead, RowsKept, groups, MoneyKept, MoneyReadable, language, [.. Groups.Select(group => group.Money)], KeptByStatus,
            saysEach: SetAside.Any(row => row.Money != Euros.Zero), unread: Unread);
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{RowsRead} rows read, {RowsKept} kept, {RowsSetAside} set aside";
}

/// <summary>A row that is not in the facts, and why.</summary>
public sealed class RowSetAside
{
    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Sheet}, row {Row}";

    internal RowSetAside(string sheet, int row, AsideReason reason) => (Sheet, Row, Reason) = (sheet, row, reason);

    /// <summary>The name of its sheet.</summary>
    public string Sheet { get; }

    /// <summary>The number of the row, from 1, as a spreadsheet shows it.</summary>
    public int Row { get; }

    /// <summary>The sums of its cells that could be read; zero of a row of an export, whose money its own account counts.</summary>
    internal Euros Money { get; private init; }

    /// <summary>The row, with the sums that are set aside with it.</summary>
    internal RowSetAside With(Euros money) =>
        new(Sheet, Row, money == Euros.Zero ? Reason : Reason.Counted()) { Money = money };

    /// <summary>The reason, in a few words: « montant illisible ».</summary>
    public string Why(Language language) => Reason.In(language);

    internal AsideReason Reason { get; }
}

/// <summary>Rows set aside for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
/// <param name="Money">Their sums, where they are readable.</param>
/// <param name="First">The first of them, or all.</param>
internal sealed record AsideGroup(AsideReason Reason, int Count, Euros Money, ImmutableArray<RowSetAside> First);
