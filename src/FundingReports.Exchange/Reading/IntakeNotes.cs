using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>What is found while a file is read: problems with their cells, where each fact came from, and the account.</summary>
internal sealed class IntakeNotes(bool isOfficial = false) : IReadingNotes
{
    /// <inheritdoc/>
    public bool IsOfficial => isOfficial;

    private readonly List<(CellRef? At, Problem Problem)> problems = [];
    private readonly Dictionary<string, CellRef> origins = new(StringComparer.Ordinal);
    private readonly List<RowSetAside> aside = [];
    private readonly List<string> sheets = [];

    internal int RowsRead { get; set; }

    internal Euros MoneyRead { get; set; }

    internal Euros MoneyKept { get; set; }

    /// <summary>Ids of rows set aside: what cites them is not wrong for that.</summary>
    internal HashSet<string> LostIds { get; } = new(StringComparer.Ordinal);

    internal bool HasErrors { get; private set; }

    /// <summary>The rows set aside, by sheet and row.</summary>
    internal ImmutableArray<RowSetAside> SetAside() => [.. aside.OrderBy(row => row.Sheet, StringComparer.Ordinal).ThenBy(row => row.Row)];

    internal void BeginSheet(string name) => sheets.Add(name);

    /// <inheritdoc/>
    public void Add(ProblemCode code, CellRef? at, string? found, params ImmutableArray<string> arguments)
    {
        var problem = new Problem(code, at?.ToString() ?? "$", found, arguments);
        HasErrors |= problem.Severity is Severity.Error;
        problems.Add((at, problem));
    }

    /// <summary>A problem of the file as a whole.</summary>
    internal void AddOfFile(Problem problem)
    {
        HasErrors |= problem.Severity is Severity.Error;
        problems.Add((null, problem));
    }

    /// <inheritdoc/>
    public void PutAside(CellRef row, ProblemCode code, string column) => aside.Add(new(row.Sheet, row.Row, AsideReason.Of(code, column)));

    /// <summary>The place in the document that a cell has become.</summary>
    internal void Origin(string path, CellRef at) => origins.TryAdd(path, at);

    /// <summary>
    /// Where persons may be named although no column asks for them: in words. A number alone is a sum, a date or a code.
    /// </summary>
    public void Scan(GridCell cell, CellRef at)
    {
        if (cell.Kind is not CellKind.Text)
            return;
        bool isKnown = looked.TryGetValue(cell.Text, out int said);
        if (said is Clean or MostPlacesOfAText)
            return;
        if (PersonalData.Find(cell.Text) is var (kind, masked))
        {
            Add(ProblemCode.PersonalData, at, masked, kind);
            said++;
        }
        else
            said = Clean;
        if (isKnown || looked.Count < MostTexts)
            looked[cell.Text] = said;
    }

    private const int Clean = -1, MostPlacesOfAText = 100, MostTexts = 10_000;

    // One text may be shown in millions of cells: it is looked through once, and said where it stands first.
    private readonly Dictionary<string, int> looked = new(ReferenceEqualityComparer.Instance);

    /// <summary>The problems of the facts, each at the cell that it comes from.</summary>
    internal void AddOfFacts(IEnumerable<Problem> found)
    {
        foreach (Problem problem in found)
        {
            if (problem.Code is ProblemCode.UnknownId && problem.Found is { } id && LostIds.Contains(id))
                continue;
            Problem there = AtCell(problem);
            HasErrors |= problem.Severity is Severity.Error;
            problems.Add((CellOf(problem.Path), there));
        }
    }

    /// <summary>The problem, at the cell that it comes from.</summary>
    internal Problem AtCell(Problem problem)
    {
        ImmutableArray<string> arguments = [.. problem.Arguments.Select(
            argument => argument.Contains('[', StringComparison.Ordinal) && CellOf(argument) is { } cell ? cell.ToString() : argument)];
        return new(problem.Code, CellOf(problem.Path)?.ToString() ?? problem.Path, problem.Found, arguments);
    }

    internal ImmutableArray<Problem> InOrder() =>
        [.. problems.OrderBy(entry => entry.At is { } at ? sheets.IndexOf(at.Sheet) : -1).ThenBy(entry => entry.At?.Row ?? 0)
            .ThenBy(entry => entry.At?.Column ?? 0).Select(entry => entry.Problem).Distinct()];

    /// <summary>The cell of a path, or of what holds it.</summary>
    internal CellRef? CellOf(string path)
    {
        for (string at = path; at.Length > 0;)
        {
            if (origins.TryGetValue(at, out CellRef cell))
                return cell;
            int cut = at.LastIndexOfAny(['.', '[']);
            at = cut > 0 ? at[..cut] : "";
        }
        return null;
    }
}
