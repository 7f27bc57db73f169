using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>What is found in one line of a file of many: kept until the line is read, and no longer.</summary>
/// <param name="name">The name of the file, where problems of it as a whole stand.</param>
internal sealed class LineNotes(string name) : IReadingNotes
{
    private readonly List<Problem> problems = [];

    /// <inheritdoc/>
    public bool IsOfficial => true;

    /// <summary>Why the line is set aside; null where it is not.</summary>
    internal (ProblemCode Code, string Column)? Aside { get; private set; }

    /// <inheritdoc/>
    public void Add(ProblemCode code, CellRef? at, string? found, params ImmutableArray<string> arguments) =>
        problems.Add(new(code, at?.ToString() ?? FilePlace.Of(name), found, arguments));

    /// <inheritdoc/>
    public void PassOver(CellRef header)
    {
        // An export has columns of its own, and no account of money.
    }

    /// <inheritdoc/>
    public void Head(string sheet, TableHeader header)
    {
        // A line of an export is not shown beside what heads it.
    }

    /// <inheritdoc/>
    public void CountRow()
    {
        // Line by line, any number of them needs no more memory.
    }

    /// <inheritdoc/>
    public void Expect(int rows)
    {
    }

    /// <inheritdoc/>
    public void PutAside(CellRef row, ProblemCode code, string column) => Aside = (code, column);

    /// <inheritdoc/>
    public void Scan(GridCell cell, CellRef at)
    {
        // A cell that no column reads goes into no portfolio; the facts, which do, are looked through as a whole.
    }

    /// <summary>What was found since the last time.</summary>
    internal ImmutableArray<Problem> Take(out (ProblemCode Code, string Column)? aside)
    {
        ImmutableArray<Problem> found = problems.Count == 0 ? [] : [.. problems];
        problems.Clear();
        aside = Aside;
        Aside = null;
        return found;
    }
}
