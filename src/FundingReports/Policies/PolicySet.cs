using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text;
using System.Text.Json;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>
/// The dated, sourced values that the rules use, and the schemes made of them. Immutable, and safe for several threads at once; every
/// change gives another set.
/// </summary>
[JsonConverter(typeof(PolicySetJsonConverter))]
public sealed partial class PolicySet
{
    /// <summary>The name of the parameter that says after how many months a check is old.</summary>
    internal const string StaleAfterMonths = "policy.stale-after-months";

    private static readonly Lazy<PolicySet> shipped = new(ReadShipped);
    private readonly ImmutableSortedDictionary<string, PolicyParameter> parameters;
    private readonly ImmutableSortedDictionary<string, Source> sources;
    private readonly ImmutableArray<Problem> warnings;
    private readonly Lazy<string> hash;

    private PolicySet(
        ImmutableSortedDictionary<string, PolicyParameter> parameters, ImmutableSortedDictionary<string, Source> sources,
        ImmutableArray<Scheme> schemes, ImmutableArray<string> identifying, ImmutableArray<Problem> warnings)
    {
        (this.parameters, this.sources, Schemes, IdentifyingReferences, this.warnings) =
            (parameters, sources, schemes, identifying, warnings);
        hash = new(HashOfContent);
    }

    /// <summary>A set without any value.</summary>
    public static PolicySet Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, PolicyParameter>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, Source>(StringComparer.Ordinal), [], [], []);

    /// <summary>The values that ship with the library; <see cref="ToJson"/> writes them.</summary>
    public static PolicySet Default => shipped.Value;

    /// <summary>The parameters by name.</summary>
    public IReadOnlyDictionary<string, PolicyParameter> Parameters => parameters;

    /// <summary>The sources of the values, by id.</summary>
    public IReadOnlyDictionary<string, Source> Sources => sources;

    /// <summary>The schemes, in the order in which they were added.</summary>
    public ImmutableArray<Scheme> Schemes { get; }

    /// <summary>
    /// The names of the references of a post that identify it ("fonjep"): two posts of two portfolios with one value under one of them are
    /// the same.
    /// </summary>
    /// <remarks>
    /// Names are compared without case, accents, spaces and punctuation. A reference that describes (a scheme, a status) is never among
    /// them.
    /// </remarks>
    public ImmutableArray<string> IdentifyingReferences { get; }

    /// <summary>
    /// "sha256:" and the hash of the canonical form (RFC 8785) of the content; rules written in code count by their type.
    /// </summary>
    public string Hash => hash.Value;

    /// <summary>Reads policy@1 from text.</summary>
    /// <exception cref="PolicySetException">There are errors: it carries every problem.</exception>
    public static PolicySet Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryRead(JsonText.ToUtf8(json), out PolicySet? policies, out ImmutableArray<Problem> problems)
            ? policies : throw new PolicySetException(problems);
    }

    /// <summary>Reads a policy@1 file.</summary>
    /// <exception cref="PolicySetException">There are errors: it carries every problem, and the path.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example>
    /// <code>
    /// PolicySet policies = PolicySet.Load("maison.json");
    /// FundingAnalysis analysis = portfolio.Analyze(asOf: new LocalDate(2025, 1, 1), policies: policies);
    /// </code>
    /// </example>
    public static PolicySet Load(string path) =>
        TryLoad(path, out PolicySet? policies, out ImmutableArray<Problem> problems)
            ? policies : throw new PolicySetException(problems, path);

    /// <summary>Reads a policy@1 file, or says every problem that it has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="policies">The policies; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>Whether there is no error.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool TryLoad(string path, [NotNullWhen(true)] out PolicySet? policies, out ImmutableArray<Problem> problems)
    {
        using FileStream stream = File.OpenRead(path);
        if (JsonText.ReadAll(stream) is { } utf8)
            return TryRead(utf8, out policies, out problems);
        (policies, problems) = (null, JsonText.TooLarge);
        return false;
    }

    /// <summary>Reads policy@1 from UTF-8 text, or says every problem that it has.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="policies">The policies; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>Whether there is no error.</returns>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out PolicySet? policies, out ImmutableArray<Problem> problems)
    {
        var found = new ProblemList();
        using JsonDocument? document = JsonText.Parse(utf8, found);
        PolicySet? read = document is null ? null : PolicyReader.Read(document.RootElement, found);
        problems = found.InOrder();
        bool valid = read is not null && problems.All(problem => problem.Severity is Severity.Warning);
        policies = valid
            ? new(read!.parameters, read.sources, read.Schemes, read.IdentifyingReferences, read.warnings.AddRange(problems)) : null;
        return valid;
    }

    /// <summary>The value of a parameter on a day.</summary>
    /// <exception cref="PolicyException">
    /// There is none: the name is unknown, or the day is before the first value or after an end.
    /// </exception>
    public PolicyValue On(string parameter, LocalDate day) => Named(parameter, day).On(day);

    /// <summary>The value of a parameter in months, in years, or a count, on a day.</summary>
    /// <exception cref="PolicyException">There is none: unknown name, before the first value, or after an end.</exception>
    /// <exception cref="ArgumentException">The parameter is a share or money.</exception>
    public int WholeOn(string parameter, LocalDate day) => On(parameter, day).Whole ?? throw OfAnotherUnit(parameter);

    /// <summary>The value of a parameter that is a share, on a day.</summary>
    /// <exception cref="PolicyException">There is none: unknown name, before the first value, or after an end.</exception>
    /// <exception cref="ArgumentException">The parameter is no share.</exception>
    public Share ShareOn(string parameter, LocalDate day) => On(parameter, day).Share ?? throw OfAnotherUnit(parameter);

    /// <summary>The value of a parameter in euros, on a day.</summary>
    /// <exception cref="PolicyException">There is none: unknown name, before the first value, or after an end.</exception>
    /// <exception cref="ArgumentException">The parameter is no money.</exception>
    public Euros MoneyOn(string parameter, LocalDate day) => On(parameter, day).Money ?? throw OfAnotherUnit(parameter);

    /// <summary>The source of an id; null where there is none.</summary>
    public Source? FindSource(string? id) => id is null ? null : sources.GetValueOrDefault(id);

    /// <summary>The scheme of an id, in any case of letters; null where there is none.</summary>
    public Scheme? FindScheme(string? id) =>
        id is null ? null : Schemes.FirstOrDefault(scheme => scheme.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes the set with a parameter, which replaces the one of its name.</summary>
    /// <exception cref="ArgumentException">The one of its name is of another unit, or a source has the id of another.</exception>
    public PolicySet With(PolicyParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        if (parameters.TryGetValue(parameter.Name, out PolicyParameter? known) && known.Unit != parameter.Unit)
            throw new ArgumentException($"\"{parameter.Name}\" is in {known.Unit}, not in {parameter.Unit}.", nameof(parameter));
        var all = sources.ToBuilder();
        foreach (var value in parameter.Values)
            if (!all.TryAdd(value.Source.Id, value.Source) && all[value.Source.Id] != value.Source)
                throw new ArgumentException($"Another source has the id \"{value.Source.Id}\".", nameof(parameter));
        return new(parameters.SetItem(parameter.Name, parameter), all.ToImmutable(), Schemes, IdentifyingReferences, warnings);
    }

    /// <summary>Makes the set with a scheme, which replaces the one of its id, in any case of letters.</summary>
    /// <exception cref="ArgumentException">A rule names a parameter that is not in the set, or is of another unit.</exception>
    public PolicySet With(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        foreach ((string name, ImmutableArray<PolicyUnit> units) in scheme.Uses)
            if (!parameters.TryGetValue(name, out PolicyParameter? parameter) || !units.Contains(parameter.Unit))
                throw new ArgumentException(
                    $"The scheme \"{scheme.Id}\" needs a parameter \"{name}\" in {string.Join(" or ", units)}.", nameof(scheme));
        int at = Schemes.IndexOf(FindScheme(scheme.Id)!);
        return new(parameters, sources, at < 0 ? Schemes.Add(scheme) : Schemes.SetItem(at, scheme), IdentifyingReferences, warnings);
    }

    /// <summary>Makes the set with other names of references that identify a post; without names, no reference identifies one.</summary>
    /// <exception cref="ArgumentException">A name is empty.</exception>
    public PolicySet WithIdentifyingReferences(params ImmutableArray<string> names) =>
        !names.IsDefault && names.Any(string.IsNullOrWhiteSpace)
        ? throw new ArgumentException("The name of a reference is empty.", nameof(names))
        : new(parameters, sources, Schemes, names.IsDefault ? [] : names, warnings);

    /// <summary>Makes the set with one more value of a parameter, which replaces the one of the same first day.</summary>
    /// <exception cref="ArgumentException">There is no such parameter, or the value is of another unit.</exception>
    public PolicySet WithValue(string parameter, PolicyValue value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(value);
        return parameters.TryGetValue(parameter, out PolicyParameter? known)
            ? With(known.With(value))
            : throw new ArgumentException($"There is no parameter \"{parameter}\".", nameof(parameter));
    }

    /// <summary>The set with a whole value of a parameter from a day on.</summary>
    /// <inheritdoc cref="WithValue(string, PolicyValue)"/>
    public PolicySet WithValue(string parameter, LocalDate from, int value, Source source) =>
        WithValue(parameter, PolicyValue.Of(from, value, source));

    /// <summary>The set with a share as the value of a parameter from a day on.</summary>
    /// <inheritdoc cref="WithValue(string, PolicyValue)"/>
    public PolicySet WithValue(string parameter, LocalDate from, Share value, Source source) =>
        WithValue(parameter, PolicyValue.Of(from, value, source));

    /// <summary>The set with a sum as the value of a parameter from a day on.</summary>
    /// <inheritdoc cref="WithValue(string, PolicyValue)"/>
    public PolicySet WithValue(string parameter, LocalDate from, Euros value, Source source) =>
        WithValue(parameter, PolicyValue.Of(from, value, source));

    /// <summary>Makes the set in which a parameter has no value from a day on.</summary>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public PolicySet WithEnd(string parameter, LocalDate from, Source source) => WithValue(parameter, PolicyValue.End(from, source));

    /// <summary>
    /// What people should look at: the warnings of the reading, and the values in force that were checked long ago, or that nobody says to
    /// have checked.
    /// </summary>
    /// <remarks>An assumption is not checked: there is no text to look it up in.</remarks>
    /// <exception cref="PolicyException">The set does not say after how long a check is old.</exception>
    public IEnumerable<Problem> Findings(LocalDate asOf)
    {
        int months = WholeOn(StaleAfterMonths, asOf);
        return [.. warnings, .. parameters.Values.Select(parameter => Stale(parameter, asOf, months)).OfType<Problem>()];
    }

    /// <summary>The content as policy@1.</summary>
    /// <exception cref="NotSupportedException">A rule is written in code, which is no data.</exception>
    public string ToJson() => Encoding.UTF8.GetString(PolicyWriter.ToUtf8(this, withCode: false));

    internal PolicySet WithSource(Source source) =>
        new(parameters, sources.SetItem(source.Id, source), Schemes, IdentifyingReferences, warnings);

    private static Problem? Stale(PolicyParameter parameter, LocalDate asOf, int months)
    {
        if (parameter.Find(asOf) is not { Source.Kind: not SourceKind.Assumption } value || value.CheckedOn?.PlusMonths(months) >= asOf)
            return null;
        string path = $"{JsonPath.Property("parameters", parameter.Name)}.values[{parameter.Values.IndexOf(value)}]";
        string checkedOn = value.CheckedOn is { } day ? PartialDate.Of(day).ToString() : "";
        return new(ProblemCode.StalePolicy, path, value.ToString(), parameter.Name, checkedOn, PolicyReader.Invariant(months));
    }

    private PolicyParameter Named(string parameter, LocalDate day) => parameters.TryGetValue(parameter, out PolicyParameter? known)
        ? known
        : throw new PolicyException(parameter, day, PolicyGap.UnknownName);

    private static ArgumentException OfAnotherUnit(string parameter) => new($"\"{parameter}\" is of another unit.", nameof(parameter));

    private static PolicySet ReadShipped()
    {
        using Stream stream = typeof(PolicySet).Assembly.GetManifestResourceStream("default.policy.json")!;
        return TryRead(JsonText.ReadAll(stream), out PolicySet? policies, out ImmutableArray<Problem> problems)
            ? policies : throw new PolicySetException(problems);
    }

    private string HashOfContent()
    {
        using JsonDocument document = JsonDocument.Parse(PolicyWriter.ToUtf8(this, withCode: true));
        return CanonicalJson.Hash(document.RootElement);
    }

    /// <summary>What it is, in one line of English.</summary>
    public override string ToString() => $"{Parameters.Count} parameters, {Schemes.Length} schemes";
}
