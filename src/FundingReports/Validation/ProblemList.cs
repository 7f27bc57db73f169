using System.Collections.Immutable;
using System.Globalization;

namespace FundingReports.Validation;

/// <summary>Collects problems, and remembers which values could not be read so that no other problem follows from them.</summary>
/// <param name="cancellation">Looked at before each object that is read and each fact that is checked.</param>
internal sealed class ProblemList(CancellationToken cancellation = default)
{
    /// <summary>So many problems of one document are listed, errors first; of the others only their number is kept.</summary>
    /// <remarks>Who puts a file right needs no more at once, and a small wrong file is no large answer.</remarks>
    internal const int MostOfADocument = 1_000;

    private readonly List<Problem> problems = [];
    private int errors, unknown, moreErrors, moreWarnings;
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);
    private readonly HashSet<string> holding = new(StringComparer.Ordinal);

    /// <exception cref="OperationCanceledException">Whoever asked has left.</exception>
    internal void Look() => cancellation.Look();

    /// <summary>How many are kept; of facts that are no document, all.</summary>
    internal int Most { private get; set; } = int.MaxValue;

    /// <summary>Whether there are more errors than are listed: nothing further needs to be looked for.</summary>
    internal bool IsFull => moreErrors > 0;

    internal void Add(ProblemCode code, string path, string? found = null, params ImmutableArray<string> arguments)
    {
        if (HasRoom(code))
            problems.Add(new(code, path, found, arguments));
    }

    // The warnings of facts without an error are findings of the portfolio, and are kept; but for the properties that nobody reads, which
    // cost whoever sends them a few bytes each.
    private bool HasRoom(ProblemCode code)
    {
        if (ProblemCodes.SeverityOf(code) is Severity.Error)
        {
            if (errors >= Most)
            {
                moreErrors++;
                return false;
            }
            errors++;
            return true;
        }
        if (code is ProblemCode.UnknownProperty ? unknown >= Most : errors > 0 && problems.Count - errors >= Most)
        {
            moreWarnings++;
            return false;
        }
        unknown += code is ProblemCode.UnknownProperty ? 1 : 0;
        return true;
    }

    /// <summary>Adds a property that nobody reads, with the one that may be meant: those that are read are known by then.</summary>
    internal void AddUnknownProperty(string path, string? found, string name, IEnumerable<string> known)
    {
        if (unknown >= Most)
        {
            moreWarnings++;
            return;
        }
        FoldedName own = FoldedName.Of(name);
        string? near = own.IsEmpty ? null : known.Order(StringComparer.Ordinal)
            .FirstOrDefault(other => Misspelling.Same(own, FoldedName.Of(other)));
        Add(ProblemCode.UnknownProperty, path, found, near is null ? [name] : [name, near]);
    }

    /// <summary>Adds a problem after which the value at the path is a mere placeholder.</summary>
    internal void Fail(ProblemCode code, string path, string? found = null, params ImmutableArray<string> arguments)
    {
        Add(code, path, found, arguments);
        // Past the last problem listed only the neighbourhood matters, so that none of the rest is counted for two.
        if (IsFull && unreadable.Count >= MostOfADocument * 4)
        {
            unreadable.Clear();
            holding.Clear();
        }
        if (!unreadable.Add(path))
            return;
        foreach (string above in Above(path))
            holding.Add(above);
    }

    /// <summary>Whether the value at the path was read: neither it nor what holds it failed.</summary>
    internal bool Readable(string path)
    {
        if (unreadable.Count == 0)
            return true;
        return !unreadable.Contains(path) && !Above(path).Any(unreadable.Contains);
    }

    /// <summary>Whether all that is under the path was read too.</summary>
    internal bool WhollyReadable(string path) => !IsFull && Readable(path) && !holding.Contains(path);

    /// <summary>The objects (<c>commitments[3]</c>) and the sections in which there is an error.</summary>
    internal HashSet<string> WithErrors() =>
        [.. problems.Where(problem => problem.Severity is Severity.Error)
            .Select(problem => problem.Path.IndexOf(']') is var end and > 0 ? problem.Path[..(end + 1)] : problem.Path)];

    /// <summary>Puts problems in the order of the text that is read; null where no text is: then that of the format is taken.</summary>
    internal Func<IEnumerable<Problem>, IEnumerable<Problem>>? TextOrder { private get; set; }

    internal ImmutableArray<Problem> InOrder()
    {
        List<Problem> distinct = [.. problems.Distinct()];
        int more = moreErrors + moreWarnings;
        if (errors > 0 && distinct.Count > Most)
        {
            // Whoever has errors to put right may wait for the last warnings.
            int room = Most - distinct.Count(problem => problem.Severity is Severity.Error), all = distinct.Count;
            distinct.RemoveAll(problem => problem.Severity is Severity.Warning && room-- <= 0);
            more += all - distinct.Count;
        }
        ImmutableArray<Problem> ordered = [.. TextOrder?.Invoke(distinct) ?? distinct.Order(PathOrder.Instance)];
        return more == 0 ? ordered : ordered.Add(new(
            errors > 0 ? ProblemCode.MoreProblems : ProblemCode.MoreWarnings, JsonPath.Root, null,
            more.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Above(string path)
    {
        for (int i = path.Length - 1; i > 0; i--)
            if (path[i] is '.' or '[')
                yield return path[..i];
    }
}
