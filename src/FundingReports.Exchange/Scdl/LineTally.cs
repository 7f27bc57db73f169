using FundingReports.Portfolios;
using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange.Scdl;

/// <summary>The account and the problems of many lines, in bounded memory: the first of each kind, and how many.</summary>
internal sealed class LineTally
{
    private const int MostPlaces = 1_000, MostAlike = 100;

    private readonly Dictionary<(ProblemCode Code, string Column), (int Count, Euros Money, List<RowSetAside> First)> aside = [];
    private readonly Dictionary<(ProblemCode Code, string Column), (int Count, string Place)> alike = [];
    private readonly SortedDictionary<CommitmentStatus, Euros> byStatus = [];
    private readonly List<Problem> problems = [];
    private int read;
    private Euros kept, readable;

    /// <summary>Counts a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="taken">Whether what it says is taken.</param>
    internal void Add(ScdlLine line, bool taken)
    {
        read++;
        readable += line.Money ?? Euros.Zero;
        if (taken)
            Take(line, line.Money ?? Euros.Zero);
        else
            PutAside(line, line.Reason ?? (ProblemCode.NotAskedFor, ""));
        // A line that was not asked for need not be corrected: its problems are not kept.
        if (taken || line.Subsidy is null)
            foreach (Problem problem in line.Problems)
                Add(problem);
    }

    /// <summary>Counts a line that is understood, and set aside for what another says.</summary>
    internal void PutAside(ScdlLine line, Problem problem, string column)
    {
        read++;
        readable += line.Money ?? Euros.Zero;
        PutAside(line, (problem.Code, column));
        Add(problem);
    }

    /// <summary>Sets aside a line that was taken.</summary>
    internal void TakeBack(ScdlLine line, Problem problem, string column)
    {
        Take(line, -(line.Money ?? Euros.Zero));
        PutAside(line, (problem.Code, column));
        Add(problem);
    }

    private void Take(ScdlLine line, Euros money)
    {
        kept += money;
        byStatus[line.Subsidy!.Status] = byStatus.GetValueOrDefault(line.Subsidy.Status) + money;
    }

    /// <summary>A problem; of those alike in one column, the first hundred and the number of the others.</summary>
    internal void Add(Problem problem)
    {
        string column = ColumnOf(problem.Path);
        var known = alike.GetValueOrDefault((problem.Code, column), (Count: 0, Place: problem.Path));
        alike[(problem.Code, column)] = (known.Count + 1, known.Place);
        if (known.Count < MostAlike)
            problems.Add(problem);
    }

    /// <summary>The problems that were kept, and a line for those that were not.</summary>
    internal ImmutableArray<Problem> Problems() =>
    [
        .. problems,
        .. alike.Where(entry => entry.Value.Count > MostAlike).Select(entry =>
            new Problem(ProblemCode.MoreOfTheSame, entry.Value.Place, null, ProblemCodes.NameOf(entry.Key.Code), entry.Key.Column,
                Plain.Number(entry.Value.Count - MostAlike))),
    ];

    /// <summary>The account of all lines that were counted.</summary>
    internal IntakeAccount Account()
    {
        ImmutableArray<AsideGroup> groups = [.. aside
            .Select(
                entry => (Why: AsideReason.Of(entry.Key.Code, entry.Key.Column), entry.Value.Count, entry.Value.Money, entry.Value.First))
            .GroupBy(entry => entry.Why)
            .Select(group => new AsideGroup(group.Key, group.Sum(entry => entry.Count), group.Aggregate(
                Euros.Zero, (sum, entry) => sum + entry.Money), [.. group.SelectMany(entry => entry.First).OrderBy(row => row.Row)]))];
        return new(read, groups, [.. groups.SelectMany(group => group.First).OrderBy(row => row.Sheet, StringComparer.Ordinal)
            .ThenBy(row => row.Row)], kept, readable) { KeptByStatus = byStatus.ToImmutableSortedDictionary() };
    }

    private void PutAside(ScdlLine line, (ProblemCode Code, string Column) why)
    {
        var (count, money, first) = aside.GetValueOrDefault(why, (0, Euros.Zero, []));
        if (count < MostPlaces)
            first.Add(new(line.Sheet, line.Row, AsideReason.Of(why.Code, why.Column)));
        aside[why] = (count + 1, money + (line.Apart ?? line.Money ?? Euros.Zero), first);
    }

    private static string ColumnOf(string path) => string.Concat(path[(path.LastIndexOf('!') + 1)..].TakeWhile(char.IsAsciiLetter));
}
