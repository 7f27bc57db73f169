using System.Collections.Immutable;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Scdl;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange;

/// <summary>A file of subsidies → a portfolio in which each of them waits for a post: which one it pays, the file does not say.</summary>
/// <remarks>
/// A subsidy with a date of convention is signed; without one, granted. Its sum is a total without term: the file gives days of payment,
/// not of what is paid for. Of what kind a funder is, the file does not say either: it is "other", with a warning. Memory is that of the
/// lines taken, not of those read.
/// </remarks>
public sealed class ScdlImport
{
    private const string SourceId = "scdl";

    private readonly List<Funder> funders = [];
    private readonly List<AwaitingCommitment> awaiting = [];
    private readonly Dictionary<string, string> funderIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal), takenFunderIds = new(StringComparer.Ordinal);
    private readonly List<string> funderPlaces = [], places = [];
    private readonly LineTally tally = new();

    private ScdlImport() { }

    /// <summary>Reads a stream that can seek.</summary>
    /// <param name="stream">The file, from its beginning.</param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="asked">Which subsidies are asked for; null for all. The others are counted, and set aside.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ImportReading Read(Stream stream, string name, Func<ScdlSubsidy, bool>? asked = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        var import = new ScdlImport();
        try
        {
            foreach (ScdlLine line in ScdlReader.Walk(stream, name, import.tally.Add))
            {
                bool taken = line.Subsidy is { } subsidy && (asked is null || asked(subsidy));
                import.tally.Add(line, taken);
                if (taken)
                    import.Take(line.Subsidy!, line);
            }
        }
        catch (PortfolioException unread)
        {
            return ImportReading.Unread(name, unread.Problems);
        }
        return import.Finish(name);
    }

    private ImportReading Finish(string name)
    {
        var facts = new PortfolioFacts
        {
            Title = $"Subventions publiées : {name}",
            Sources = awaiting.Count == 0 ? [] : [new(SourceId, SourceKind.Dataset, $"Fichier de subventions (SCDL) : {name}")],
            Funders = [.. funders],
            Awaiting = [.. awaiting],
        };
        for (int i = 0; i < funders.Count; i++)
            tally.Add(new(ProblemCode.FunderKindNotSaid, funderPlaces[i], null, funders[i].Name));
        return ImportReading.Of(name, facts, tally.Problems(), Place, tally.Account());
    }

    private void Take(ScdlSubsidy subsidy, ScdlLine line)
    {
        string place = $"{line.Sheet}!{line.Row.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        string id = Slug.Unique(Slug.Of($"scdl {subsidy.Decision ?? subsidy.Details.Beneficiary?.Name}", "scdl"), ids);
        places.Add(place);
        awaiting.Add(new(id, FunderOf(subsidy, place), new Amount.Total(subsidy.Amount))
        {
            Status = subsidy.DecidedOn is null ? CommitmentStatus.Granted : CommitmentStatus.Signed,
            DecidedOn = subsidy.DecidedOn,
            References = subsidy.Decision is { } decision ? Post.NoReferences.Add("decision", decision) : Post.NoReferences,
            Subsidy = subsidy.Details,
            Source = SourceId,
        });
    }

    // A file names one funder in several ways: the SIRET says that it is the same.
    private string FunderOf(ScdlSubsidy subsidy, string place)
    {
        string key = subsidy.FunderSiret ?? Plain.Key(subsidy.FunderName);
        if (funderIds.TryGetValue(key, out string? known))
            return known;
        string id = Slug.Unique(Slug.Of(subsidy.FunderName, "financeur"), takenFunderIds);
        funderIds[key] = id;
        funders.Add(new(id, subsidy.FunderName, FunderKind.Other) { Siret = subsidy.FunderSiret });
        funderPlaces.Add(place);
        return id;
    }

    // awaiting[3].subsidy.beneficiary.name is the line that it came from.
    private Problem Place(Problem problem)
    {
        foreach ((string section, List<string> list) in (
            ReadOnlySpan<(string, List<string>)>)[($"{Property.Awaiting}[", places), ($"{Property.Funders}[", funderPlaces)])
            if (problem.Path.StartsWith(section, StringComparison.Ordinal)
                && problem.Path.IndexOf(']', StringComparison.Ordinal) is > 0 and var end
                && int.TryParse(problem.Path.AsSpan(section.Length, end - section.Length), out int at) && at < list.Count)
                return new(problem.Code, list[at], problem.Found, problem.Arguments);
        return problem;
    }
}
