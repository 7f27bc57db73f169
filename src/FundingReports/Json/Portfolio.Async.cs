using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FundingReports.Json;
using FundingReports.Validation;

namespace FundingReports;

// portfolio@1, read and written without holding a thread.
public sealed partial class Portfolio
{
    /// <summary>Reads a portfolio@1 file without holding a thread.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PortfolioException">There are errors: it carries every problem, and the path.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Portfolio> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        (Portfolio? portfolio, ImmutableArray<Problem> problems) = await TryLoadAsync(path, cancellationToken).ConfigureAwait(false);
        return portfolio ?? throw new PortfolioException(problems, path);
    }

    /// <summary>Reads portfolio@1 from a stream, to its end, without holding a thread.</summary>
    /// <param name="stream">The stream; nothing synchronous is asked of it, it need not seek, and stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PortfolioException">There are errors: it carries every problem.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Portfolio> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        (Portfolio? portfolio, ImmutableArray<Problem> problems) = await TryLoadAsync(stream, cancellationToken).ConfigureAwait(false);
        return portfolio ?? throw new PortfolioException(problems);
    }

    /// <summary>Reads a portfolio@1 file without holding a thread, or says every problem that it has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was read, null where there is an error; and errors and warnings, in the order of the document.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<(Portfolio? Portfolio, ImmutableArray<Problem> Problems)> TryLoadAsync(
        string path, CancellationToken cancellationToken = default) =>
        DocumentFile.LoadAsync(path, Reader(cancellationToken), cancellationToken);

    /// <summary>Reads portfolio@1 from a stream, to its end, without holding a thread, or says every problem that it has.</summary>
    /// <param name="stream">The stream; nothing synchronous is asked of it, it need not seek, and stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was read, null where there is an error; and errors and warnings, in the order of the document.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<(Portfolio? Portfolio, ImmutableArray<Problem> Problems)> TryLoadAsync(
        Stream stream, CancellationToken cancellationToken = default) =>
        DocumentFile.LoadAsync(stream, Reader(cancellationToken), cancellationToken);

    private static DocumentFile.Reader<Portfolio> Reader(CancellationToken cancellation) =>
        (ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out Portfolio? read, out ImmutableArray<Problem> problems) =>
            TryRead(utf8, cancellation, out read, out problems);

    /// <summary>Writes the facts as portfolio@1, in UTF-8, without holding a thread; what a scenario has scaled is not in it.</summary>
    /// <param name="stream">Where to; nothing synchronous is asked of it, and it stays open.</param>
    /// <param name="cancellationToken">Stops the writing; what the stream has taken by then it keeps.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task WriteJsonAsync(Stream stream, CancellationToken cancellationToken = default) =>
        DocumentFile.WriteAsync(stream, () => PortfolioWriter.ToUtf8(Facts), cancellationToken);

    /// <summary>Writes the facts as portfolio@1 to a file, which appears whole or not at all.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">Stops the writing: what stood there still does, and nothing else is left.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) =>
        DocumentFile.SaveAsync(path, () => PortfolioWriter.ToUtf8(Facts), cancellationToken);
}
