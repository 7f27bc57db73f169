using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using FundingReports.Coverage;
using FundingReports.Files;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports;

/// <summary>Posts, who pays them, and what each promise is worth: facts in which no error was found. Immutable.</summary>
/// <remarks>What is wrong comes back whole: every problem at once, never the first alone.</remarks>
public sealed class Portfolio
{
    private readonly Dictionary<string, Source> sources;
    private readonly Dictionary<string, Funder> funders;
    private readonly Dictionary<string, Post> posts;
    private readonly Dictionary<string, Commitment> commitments;
    private readonly Lazy<string> hash;

    private Portfolio(PortfolioFacts facts, ImmutableArray<Problem> findings, string? hashRead)
    {
        Facts = facts;
        Findings = findings;
        sources = facts.Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);
        funders = facts.Funders.ToDictionary(funder => funder.Id, StringComparer.Ordinal);
        posts = facts.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        Commitments = InheritedTerms.Of(facts.Commitments);
        commitments = Commitments.ToDictionary(commitment => commitment.Id, StringComparer.Ordinal);
        hash = hashRead is null ? new(HashOfFacts) : new(hashRead);
    }

    /// <summary>The facts it was made of.</summary>
    public PortfolioFacts Facts { get; }

    /// <summary>The title; null where it has none.</summary>
    public string? Title => Facts.Title;

    /// <summary>Which edition this is; null where it is not said.</summary>
    public Edition? Edition => Facts.Edition;

    /// <summary>Where facts were read, in the order of the document.</summary>
    public ImmutableArray<Source> Sources => Facts.Sources;

    /// <summary>Who pays, in the order of the document.</summary>
    public ImmutableArray<Funder> Funders => Facts.Funders;

    /// <summary>What is paid, in the order of the document.</summary>
    public ImmutableArray<Post> Posts => Facts.Posts;

    /// <summary>What was promised, in the order of the document. An amendment without a term has the term of what it amends; <see cref="Facts"/> has it as given.</summary>
    public ImmutableArray<Commitment> Commitments { get; }

    /// <summary>What was promised for posts that nobody has named yet, in the order of the document: it counts in no figure.</summary>
    public ImmutableArray<AwaitingCommitment> Awaiting => Facts.Awaiting;

    /// <summary>The windows in which money can be asked for, in the order of the document.</summary>
    public ImmutableArray<Campaign> Campaigns => Facts.Campaigns;

    /// <summary>The warnings: what is to be looked at whatever the day, in the order of the document.</summary>
    public ImmutableArray<Problem> Findings { get; }

    /// <summary>"sha256:" and the hash of the canonical form (RFC 8785) of the document read; of facts built in code, of what <see cref="ToJson"/> writes.</summary>
    public string Hash => hash.Value;

    /// <summary>A portfolio from facts.</summary>
    /// <exception cref="PortfolioException">There are errors: it carries every problem.</exception>
    public static Portfolio Create(PortfolioFacts facts) =>
        TryCreate(facts, out Portfolio? portfolio, out ImmutableArray<Problem> problems) ? portfolio : throw new PortfolioException(problems);

    /// <summary>A portfolio from facts, or every problem that they have.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="portfolio">The portfolio; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>Whether there is no error.</returns>
    public static bool TryCreate(PortfolioFacts facts, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return TryCreate(FactsGuard.Filled(facts), new ProblemList(), () => null, out portfolio, out problems);
    }

    /// <summary>Facts changed by a scenario, under the hash of what was read.</summary>
    internal static bool TryChange(Portfolio read, PortfolioFacts facts, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems) =>
        TryCreate(FactsGuard.Filled(facts), new ProblemList(), () => read.Hash, out portfolio, out problems);

    /// <summary>Reads a portfolio@1 file.</summary>
    /// <exception cref="PortfolioException">There are errors: it carries every problem.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Portfolio Load(string path) =>
        TryLoad(path, out Portfolio? portfolio, out ImmutableArray<Problem> problems) ? portfolio : throw new PortfolioException(problems);

    /// <summary>Reads portfolio@1 from a stream, to its end.</summary>
    /// <exception cref="PortfolioException">There are errors: it carries every problem.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Portfolio Load(Stream stream) =>
        TryLoad(stream, out Portfolio? portfolio, out ImmutableArray<Problem> problems) ? portfolio : throw new PortfolioException(problems);

    /// <summary>Reads portfolio@1 from text.</summary>
    /// <exception cref="PortfolioException">There are errors: it carries every problem.</exception>
    public static Portfolio Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryParse(JsonText.ToUtf8(json), out Portfolio? portfolio, out ImmutableArray<Problem> problems) ? portfolio : throw new PortfolioException(problems);
    }

    /// <summary>Reads a portfolio@1 file, or says every problem that it has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="portfolio">The portfolio; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>Whether there is no error.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool TryLoad(string path, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        using FileStream stream = File.OpenRead(path);
        return TryLoad(stream, out portfolio, out problems);
    }

    /// <summary>Reads portfolio@1 from a stream, to its end, or says every problem that it has.</summary>
    /// <inheritdoc cref="TryLoad(string, out Portfolio?, out ImmutableArray{Problem})"/>
    public static bool TryLoad(Stream stream, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (JsonText.ReadAll(stream) is { } utf8)
            return TryParse(utf8, out portfolio, out problems);
        (portfolio, problems) = (null, JsonText.TooLarge);
        return false;
    }

    /// <summary>Reads portfolio@1 from UTF-8 text, or says every problem that it has.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="portfolio">The portfolio; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>Whether there is no error.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        var found = new ProblemList();
        using JsonDocument? document = JsonText.Parse(utf8, found);
        if (document is not null && PortfolioReader.Read(document.RootElement, found) is { } facts)
            return TryCreate(facts, found, () => CanonicalJson.Hash(document.RootElement), out portfolio, out problems);
        (portfolio, problems) = (null, found.InOrder());
        return false;
    }

    /// <summary>The source of that id; null where there is none.</summary>
    public Source? FindSource(string? id) => id is null ? null : sources.GetValueOrDefault(id);

    /// <summary>The funder of that id; null where there is none.</summary>
    public Funder? FindFunder(string? id) => id is null ? null : funders.GetValueOrDefault(id);

    /// <summary>The post of that id; null where there is none.</summary>
    public Post? FindPost(string? id) => id is null ? null : posts.GetValueOrDefault(id);

    /// <summary>The commitment of that id; null where there is none.</summary>
    public Commitment? FindCommitment(string? id) => id is null ? null : commitments.GetValueOrDefault(id);

    /// <summary>The facts as portfolio@1; what a scenario has scaled is not in it.</summary>
    public string ToJson() => Encoding.UTF8.GetString(PortfolioWriter.ToUtf8(Facts));

    /// <summary>Writes the facts as portfolio@1. The file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.Write(path, stream => stream.Write(PortfolioWriter.ToUtf8(Facts)));
    }

    private static bool TryCreate(PortfolioFacts facts, ProblemList found, Func<string?> hashRead, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        PortfolioValidator.Check(facts, found);
        // Of part of the facts, to see whether an analysis of them would be refused.
        ConflictSearch.Check(facts, found, part => new(part, [], ""));
        problems = found.InOrder();
        bool valid = problems.All(problem => problem.Severity is Severity.Warning);
        portfolio = valid ? new(facts, problems, hashRead()) : null;
        return valid;
    }

    private string HashOfFacts()
    {
        using JsonDocument document = JsonDocument.Parse(PortfolioWriter.ToUtf8(Facts));
        return CanonicalJson.Hash(document.RootElement);
    }
}
