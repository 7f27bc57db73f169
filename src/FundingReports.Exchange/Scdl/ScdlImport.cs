using FundingReports.Exchange.Files;
using FundingReports.Exchange.Scdl;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>A file of subsidies → a portfolio in which each of them waits for a post: which one it pays, the file does not say.</summary>
/// <remarks>
/// A subsidy with a date of convention is signed; without one, granted; a column of status goes before. Its sum is a total without term,
/// unless the file gives days. A line that repeats another to the letter counts once; a decision told twice with two sums counts with
/// neither. Of what kind a funder is, the file does not say: it is "other", with a warning. One SIRET under two names is two funders, and
/// said. Memory is that of the lines taken, not of those read.
/// </remarks>
public sealed class ScdlImport
{
    private const string SourceId = "scdl";

    private readonly List<(ScdlSubsidy Subsidy, string Place, bool IsDropped)> taken = [];
    private readonly Dictionary<UInt128, ScdlLine> wholes = [];
    private readonly Dictionary<UInt128, (ScdlLine Line, int At)> decisions = [];
    private readonly LineTally tally = new();

    private ScdlImport() { }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The file, from its beginning where it can seek, else from where it stands; it stays open.</param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ImportReading Read(Stream stream, string name, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return WholeInput.Read(stream, long.MaxValue, whole => Read(whole, name, options, CancellationToken.None));
    }

    /// <summary>Reads a stream without holding a thread while it comes, then understands it on a thread of the pool.</summary>
    /// <param name="stream">
    /// The file, from its beginning where it can seek, else from where it stands; nothing synchronous is asked of it, and it stays open.
    /// </param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <param name="cancellationToken">Stops the reading: looked at before each chunk and each row.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<ImportReading> ReadAsync(
        Stream stream, string name, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return WholeInput.ReadAsync(stream, long.MaxValue, whole => Read(whole, name, options, cancellationToken), cancellationToken);
    }

    internal static ImportReading Read(Stream stream, string name, ImportOptions? options, CancellationToken cancellationToken)
    {
        var import = new ScdlImport();
        options ??= new();
        try
        {
            foreach (ScdlLine line in ScdlReader.Walk(stream, name, options, import.tally.Add, cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                import.Add(line, line.Subsidy is { } subsidy && (options.Asked is null || options.Asked(subsidy)));
            }
        }
        catch (PortfolioException unread)
        {
            return ImportReading.Unread(name, unread.Problems);
        }
        return import.Finish(name);
    }

    private void Add(ScdlLine line, bool isAsked)
    {
        if (!isAsked)
        {
            tally.Add(line, false);
            return;
        }
        if (!wholes.TryAdd(line.Print.Whole, line))
        {
            tally.PutAside(line, new(ProblemCode.RowTwice, PlaceOf(line), null, PlaceOf(wholes[line.Print.Whole])), "");
            return;
        }
        if (line.Subsidy!.Decision is not null && decisions.TryGetValue(line.Print.WithoutSum, out var other)
            && other.Line.Money != line.Money)
        {
            // Which of the two sums is right, nobody can tell from the file.
            tally.PutAside(line, Disagree(line, other.Line), ProblemLabel);
            if (!taken[other.At].IsDropped)
                tally.TakeBack(other.Line, Disagree(other.Line, line), ProblemLabel);
            taken[other.At] = taken[other.At] with { IsDropped = true };
            return;
        }
        decisions.TryAdd(line.Print.WithoutSum, (line, taken.Count));
        tally.Add(line, true);
        taken.Add((line.Subsidy, PlaceOf(line), false));
    }

    private const string ProblemLabel = "montant";

    private static Problem Disagree(ScdlLine line, ScdlLine other) =>
        new(ProblemCode.RowsDisagree, PlaceOf(line), line.Money!.Value.ToString(), ProblemLabel, other.Money!.Value.ToString(),
            PlaceOf(other), "official");

    private static string PlaceOf(ScdlLine line) => $"{line.Sheet}!{Plain.Number(line.Row)}";

    private ImportReading Finish(string name)
    {
        taken.RemoveAll(entry => entry.IsDropped);
        var funders = new ScdlFunders(taken.ConvertAll(entry => (entry.Subsidy, entry.Place)));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var facts = new PortfolioFacts
        {
            Title = $"Subventions publiées : {name}",
            Sources = taken.Count == 0 ? [] : [new(SourceId, SourceKind.Dataset, $"Fichier de subventions (SCDL) : {name}")],
            Funders = funders.All,
            Awaiting = [.. taken.Select((entry, i) => Of(entry.Subsidy, funders.IdOf(i), ids))],
        };
        foreach ((Funder funder, string place) in funders.All.Zip(funders.Places))
            tally.Add(new(ProblemCode.FunderKindNotSaid, place, null, funder.Name));
        foreach (Problem problem in funders.Problems)
            tally.Add(problem);
        return ImportReading.Of(name, facts, tally.Problems(), problem => Place(problem, funders.Places), tally.Account());
    }

    private static AwaitingCommitment Of(ScdlSubsidy subsidy, string funder, HashSet<string> ids)
    {
        var references = Post.NoReferences.ToBuilder();
        if (subsidy.Decision is { } decision)
            references["decision"] = decision;
        if (subsidy.Requested is { } requested)
            references["montant demandé"] = requested.ToString();
        if (subsidy.Paid is { } paid)
            references["montant versé"] = paid.ToString();
        return new(Slug.Unique(Slug.Of($"scdl {subsidy.Decision ?? subsidy.Details.Beneficiary?.Name}", "scdl"), ids), funder,
            new Amount.Total(subsidy.Amount))
        {
            From = subsidy.From,
            Until = subsidy.Until is { } last ? Term.On(last) : Term.Unknown,
            Status = subsidy.Status,
            DecidedOn = subsidy.DecidedOn,
            References = references.ToImmutable(),
            Subsidy = subsidy.Details,
            Source = SourceId,
        };
    }

    // awaiting[3].subsidy.beneficiary.name is the line that it came from.
    private Problem Place(Problem problem, IReadOnlyList<string> funderPlaces)
    {
        if (At(problem.Path, $"{Property.Awaiting}[") is { } waiting && waiting < taken.Count)
            return new(problem.Code, taken[waiting].Place, problem.Found, problem.Arguments);
        return At(problem.Path, $"{Property.Funders}[") is { } funder && funder < funderPlaces.Count
            ? new(problem.Code, funderPlaces[funder], problem.Found, problem.Arguments) : problem;
    }

    private static int? At(string path, string section) =>
        path.StartsWith(section, StringComparison.Ordinal) && path.IndexOf(']', StringComparison.Ordinal) is > 0 and var end
            && int.TryParse(path.AsSpan(section.Length, end - section.Length), System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture, out int at) ? at : null;

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{taken.Count} lines taken";
}
