using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>Hears what is found while a table is read.</summary>
internal interface IReadingNotes
{
    /// <summary>Whether the file is an official one, of lines and payers, and no form of posts.</summary>
    bool IsOfficial { get; }

    /// <summary>A problem at a cell; at none where it is one of the file.</summary>
    void Add(ProblemCode code, CellRef? at, string? found, params ImmutableArray<string> arguments);

    /// <summary>A column is not read, and may hold money: it is in no account.</summary>
    /// <param name="header">Its header.</param>
    void PassOver(CellRef header);

    /// <summary>The header of a table is read.</summary>
    /// <param name="sheet">The name of its sheet.</param>
    /// <param name="header">What it says, and which columns it has.</param>
    void Head(string sheet, TableHeader header);

    /// <summary>A row is about to be read.</summary>
    void CountRow();

    /// <summary>A table has at least so many rows, none of which is read yet.</summary>
    void Expect(int rows);

    /// <summary>A row is set aside.</summary>
    /// <param name="row">Which.</param>
    /// <param name="code">Its first problem.</param>
    /// <param name="column">The column of the problem, as people call it.</param>
    void PutAside(CellRef row, ProblemCode code, string column);

    /// <summary>A cell that nothing reads: persons may be named there.</summary>
    void Scan(GridCell cell, CellRef at);
}
