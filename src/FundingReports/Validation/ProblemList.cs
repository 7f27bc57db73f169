using System.Collections.Immutable;

namespace FundingReports.Validation;

/// <summary>Collects problems, and remembers which values could not be read so that no other problem follows from them.</summary>
/// <param name="cancellation">Looked at before each object that is read and each fact that is checked.</param>
internal sealed class ProblemList(CancellationToken cancellation = default)
{
    private readonly List<Problem> problems = [];
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);
    private readonly HashSet<string> holding = new(StringComparer.Ordinal);

    /// <exception cref="OperationCanceledException">Whoever asked has left.</exception>
    internal void Look() => cancellation.Look();

    internal void Add(ProblemCode code, string path, string? found = null, params ImmutableArray<string> arguments) =>
        problems.Add(new(code, path, found, arguments));

    /// <summary>Adds a property that nobody reads, with the one that may be meant: those that are read are known by then.</summary>
    internal void AddUnknownProperty(string path, string? found, string name, IEnumerable<string> known)
    {
        FoldedName own = FoldedName.Of(name);
        string? near = own.IsEmpty ? null : known.Order(StringComparer.Ordinal)
            .FirstOrDefault(other => Misspelling.Same(own, FoldedName.Of(other)));
        Add(ProblemCode.UnknownProperty, path, found, near is null ? [name] : [name, near]);
    }

    /// <summary>Adds a problem after which the value at the path is a mere placeholder.</summary>
    internal void Fail(ProblemCode code, string path, string? found = null, params ImmutableArray<string> arguments)
    {
        Add(code, path, found, arguments);
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
    internal bool WhollyReadable(string path) => Readable(path) && !holding.Contains(path);

    /// <summary>The objects (<c>commitments[3]</c>) and the sections in which there is an error.</summary>
    internal HashSet<string> WithErrors() =>
        [.. problems.Where(problem => problem.Severity is Severity.Error)
            .Select(problem => problem.Path.IndexOf(']') is var end and > 0 ? problem.Path[..(end + 1)] : problem.Path)];

    /// <summary>Puts problems in the order of the text that is read; null where no text is: then that of the format is taken.</summary>
    internal Func<IEnumerable<Problem>, IEnumerable<Problem>>? TextOrder { private get; set; }

    internal ImmutableArray<Problem> InOrder()
    {
        IEnumerable<Problem> distinct = problems.Distinct();
        return [.. TextOrder?.Invoke(distinct) ?? distinct.Order(PathOrder.Instance)];
    }

    private static IEnumerable<string> Above(string path)
    {
        for (int i = path.Length - 1; i > 0; i--)
            if (path[i] is '.' or '[')
                yield return path[..i];
    }
}
