using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using FundingReports.Json;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports;

// portfolio@1: read, written, and known by its hash.
public sealed partial class Portfolio
{
    // The hash of the document that was read; for facts built in code, null until somebody asks for it.
    private string? hash;

    /// <summary>
    /// "sha256:" and the hash of the canonical form (RFC 8785): of the document that was read or, for facts built in code, of what
    /// <see cref="ToJson"/> writes.
    /// </summary>
    public string Hash => hash ??= HashOfFacts();

    /// <summary>Facts changed by a scenario, under the hash of what was read.</summary>
    internal static bool TryChange(
        Portfolio read, PortfolioFacts facts, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        if (!TryCreate(FactsGuard.Filled(facts), new ProblemList { Most = ProblemList.MostOfADocument }, out portfolio, out problems))
            return false;
        portfolio.hash = read.Hash;
        return true;
    }

    /// <summary>Reads a portfolio@1 file.</summary>
    /// <exception cref="PortfolioException">There are errors: it carries every problem, and the path.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example> Read a file and ask until when each post is funded:
    /// <code>
    /// Portfolio portfolio = Portfolio.Load("portfolio.json");
    /// FundingAnalysis analysis = portfolio.Analyze(asOf: new LocalDate(2022, 2, 8));
    /// Console.WriteLine(analysis.Summary(Language.French));
    /// </code>
    /// </example>
    public static Portfolio Load(string path) =>
        TryLoad(path, out Portfolio? portfolio, out ImmutableArray<Problem> problems)
            ? portfolio : throw new PortfolioException(problems, path);

    /// <summary>Reads portfolio@1 from a stream, to its end.</summary>
    /// <exception cref="PortfolioException">The text has errors: the exception carries every problem.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Portfolio Load(Stream stream) =>
        TryLoad(stream, out Portfolio? portfolio, out ImmutableArray<Problem> problems)
            ? portfolio : throw new PortfolioException(problems);

    /// <summary>Reads portfolio@1 from text.</summary>
    /// <exception cref="PortfolioException">The text has errors: the exception carries every problem.</exception>
    public static Portfolio Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return TryRead(JsonText.ToUtf8(json), out Portfolio? portfolio, out ImmutableArray<Problem> problems)
            ? portfolio : throw new PortfolioException(problems);
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
            return TryRead(utf8, out portfolio, out problems);
        (portfolio, problems) = (null, JsonText.TooLarge);
        return false;
    }

    /// <summary>Reads portfolio@1 from UTF-8 text, or says every problem that it has.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="portfolio">The portfolio; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>Whether there is no error.</returns>
    public static bool TryRead(
        ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems) =>
        TryRead(utf8, CancellationToken.None, out portfolio, out problems);

    // For a caller who may leave: the token is looked at before each object and each check.
    private static bool TryRead(ReadOnlyMemory<byte> utf8, CancellationToken cancellation,
        [NotNullWhen(true)] out Portfolio? portfolio, out ImmutableArray<Problem> problems)
    {
        var found = new ProblemList(cancellation);
        using JsonDocument? document = JsonText.Parse(utf8, found);
        if (document is null || PortfolioReader.Read(document.RootElement, found) is not { } facts)
        {
            (portfolio, problems) = (null, found.InOrder());
            return false;
        }
        if (!TryCreate(facts, found, out portfolio, out problems))
            return false;
        portfolio.hash = CanonicalJson.Hash(document.RootElement, cancellation);
        return true;
    }

    /// <summary>The facts as portfolio@1; the factors of a scenario are left out.</summary>
    public string ToJson() => Encoding.UTF8.GetString(PortfolioWriter.ToUtf8(Facts));

    /// <summary>Writes the facts as portfolio@1, in UTF-8; what a scenario has scaled is not in it. The stream stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void WriteJson(Stream stream) => DocumentFile.Write(stream, PortfolioWriter.ToUtf8(Facts));

    /// <summary>Writes the facts as portfolio@1. The file appears whole or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => DocumentFile.Save(path, PortfolioWriter.ToUtf8(Facts));

    private string HashOfFacts()
    {
        using JsonDocument document = JsonDocument.Parse(PortfolioWriter.ToUtf8(Facts));
        return CanonicalJson.Hash(document.RootElement);
    }
}
