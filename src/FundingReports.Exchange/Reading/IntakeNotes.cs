using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Names;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>What is found while a file is read: problems with their cells, where each fact came from, and the account.</summary>
/// <param name="name">The name of the file, where problems of it as a whole stand.</param>
/// <param name="isOfficial">Whether it is an export, and no form.</param>
/// <param name="cancellation">Looked at while facts are made of what was read.</param>
internal sealed class IntakeNotes(string name, bool isOfficial = false, CancellationToken cancellation = default) : IReadingNotes
{
    /// <inheritdoc/>
    public bool IsOfficial => isOfficial;

    private readonly List<(CellRef? At, Problem Problem)> problems = [];
    private readonly Dictionary<string, CellRef> origins = new(StringComparer.Ordinal);
    private readonly List<RowSetAside> aside = [];
    private readonly List<string> sheets = [];

    // No form that somebody fills in is longer, and no export of a year: a longer one would hold the machine for minutes.
    private const int MostRowsOfForm = 100_000, MostRowsOfExport = 250_000, MostAlike = 100;

    private readonly Dictionary<(ProblemCode Code, string Sheet, int Column), int> alike = [];
    private int rows;

    internal int RowsRead { get; set; }

    /// <inheritdoc/>
    public void CountRow() => Expect(++rows);

    /// <inheritdoc/>
    public void Expect(int rows)
    {
        int most = isOfficial ? MostRowsOfExport : MostRowsOfForm;
        if (rows > most)
            throw new NotReadException(isOfficial ? "too-many-lines" : "too-many-rows", Plain.Number(most));
    }

    // Columns and whole tables whose money is in no account.
    private readonly List<(string Sheet, string? Column)> unread = [];

    /// <inheritdoc/>
    public void PassOver(CellRef header) => unread.Add((header.Sheet, header.ToString()));

    /// <summary>A table whose rows are not read, for what is wrong with its headers.</summary>
    internal void Refuse(TableReader table) => unread.Add((table.Sheet, null));

    /// <summary>What is not read, as it is said: « feuille Financements », « colonne Plan!E1 ».</summary>
    internal ImmutableArray<UnreadPlace> Unread =>
        [.. unread.Where(one => one.Column is null || !unread.Contains((one.Sheet, null))).Distinct().Select(
            one => new UnreadPlace(one.Column ?? one.Sheet, one.Column is null))];

    internal Euros MoneyRead { get; set; }

    internal Euros MoneyKept { get; set; }

    /// <summary>
    /// What people call the posts and the financings whose ids the reading has made: a sentence says no id that nobody wrote.
    /// </summary>
    internal Dictionary<string, string> Called { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of rows set aside: what cites them is not wrong for that.</summary>
    internal HashSet<string> LostIds { get; } = new(StringComparer.Ordinal);

    internal bool HasErrors { get; private set; }

    private readonly Dictionary<(string Sheet, int Row), Euros> moneyOfRows = [];

    /// <summary>
    /// Counts the sums of a row of a form as read: where the row is set aside, they are set aside with it, and no other.
    /// </summary>
    internal void CountMoney(CellRef row, Euros money)
    {
        MoneyRead += money;
        moneyOfRows[(row.Sheet, row.Row)] = moneyOfRows.GetValueOrDefault((row.Sheet, row.Row)) + money;
    }

    /// <summary>The rows set aside, by sheet and row.</summary>
    internal ImmutableArray<RowSetAside> SetAside() =>
        [.. aside.Select(row => row.With(moneyOfRows.GetValueOrDefault((row.Sheet, row.Row))))
            .OrderBy(row => row.Sheet, StringComparer.Ordinal).ThenBy(row => row.Row)];

    internal void BeginSheet(string name) => sheets.Add(name);

    private readonly Dictionary<string, TableHeader> headers = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Head(string sheet, TableHeader header) => headers[sheet] = header;

    /// <summary>The sheets whose headers were read, in their order.</summary>
    internal ImmutableArray<string> Tables => [.. headers.Keys.OrderBy(sheets.IndexOf)];

    /// <summary>What heads the column of a cell; null where nothing does.</summary>
    internal string? HeaderOf(SheetCell cell) =>
        cell is { Column: { } column, Sheet: not null } ? headers.GetValueOrDefault(cell.Sheet)?.Of(cell.Row, column) : null;

    /// <inheritdoc/>
    public void Add(ProblemCode code, CellRef? at, string? found, params ImmutableArray<string> arguments)
    {
        var problem = new Problem(code, at?.ToString() ?? FilePlace.Of(name), found, arguments);
        HasErrors |= problem.Severity is Severity.Error;
        if (isOfficial && at is { } cell && IsOneTooMany((code, cell.Sheet, cell.Column)))
            return;
        problems.Add((at, problem));
    }

    // Of problems alike in one column of an export, the first hundred are kept, and how many others there are.
    private bool IsOneTooMany((ProblemCode Code, string Sheet, int Column) kind)
    {
        int count = alike[kind] = alike.GetValueOrDefault(kind) + 1;
        return count > MostAlike;
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

    /// <summary>The same items, with a look before each whether the reading is still wanted.</summary>
    internal IEnumerable<T> Watch<T>(IEnumerable<T> items) => items.Watched(cancellation);

    /// <summary>The problems of the facts, each at the cell that it comes from.</summary>
    internal void AddOfFacts(IEnumerable<Problem> found)
    {
        foreach (Problem problem in Watch(found))
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
            argument => Called.TryGetValue(argument, out string? called) ? called
                : argument.Contains('[', StringComparison.Ordinal) && CellOf(argument) is { } cell ? cell.ToString() : argument)];
        CellRef? at = CellOf(problem.Path);
        // Its cell is that of the promise: where the date is to be written is another, or none yet.
        if (problem.Code is ProblemCode.NotDecided && at is { } promise && headers.GetValueOrDefault(promise.Sheet) is { } header)
            arguments = [.. arguments, .. header.ActDate()];
        return problem.At(at?.ToString() ?? problem.Path, arguments);
    }

    internal ImmutableArray<Problem> InOrder() =>
        [.. problems.OrderBy(entry => entry.At is { } at ? sheets.IndexOf(at.Sheet) : -1).ThenBy(entry => entry.At?.Row ?? 0)
            .ThenBy(entry => entry.At?.Column ?? 0).Select(entry => entry.Problem).Distinct(), .. MoreOfTheSame()];

    private IEnumerable<Problem> MoreOfTheSame() => alike.Where(kind => kind.Value > MostAlike).Select(kind => new Problem(
        ProblemCode.MoreOfTheSame, new CellRef(kind.Key.Sheet, 1, kind.Key.Column).ToString(), null, ProblemCodes.NameOf(kind.Key.Code),
        SheetCell.LettersOf(kind.Key.Column), Plain.Number(kind.Value - MostAlike)));

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
