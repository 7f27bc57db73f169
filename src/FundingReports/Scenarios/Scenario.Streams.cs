using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FundingReports.Json;
using FundingReports.Validation;

namespace FundingReports.Scenarios;

// scenario@1 in streams and files, also without holding a thread.
public sealed partial class Scenario
{
    /// <summary>Reads scenario@1 from a stream, to its end.</summary>
    /// <exception cref="PortfolioException">There are errors: it carries every problem.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static Scenario Load(Stream stream) =>
        TryLoad(stream, out Scenario? scenario, out ImmutableArray<Problem> problems) ? scenario : throw new PortfolioException(problems);

    /// <summary>Reads scenario@1 from a stream, to its end, or says every problem that it has.</summary>
    /// <param name="stream">The stream; it need not seek, and stays open.</param>
    /// <param name="scenario">What was read; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>Whether there is no error.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static bool TryLoad(Stream stream, [NotNullWhen(true)] out Scenario? scenario, out ImmutableArray<Problem> problems) =>
        DocumentFile.TryLoad(stream, TryRead, out scenario, out problems);

    /// <summary>Reads a scenario@1 file without holding a thread.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PortfolioException">There are errors: it carries every problem, and the path.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Scenario> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        (Scenario? scenario, ImmutableArray<Problem> problems) = await TryLoadAsync(path, cancellationToken).ConfigureAwait(false);
        return scenario ?? throw new PortfolioException(problems, path);
    }

    /// <summary>Reads scenario@1 from a stream, to its end, without holding a thread.</summary>
    /// <param name="stream">The stream; nothing synchronous is asked of it, it need not seek, and stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PortfolioException">There are errors: it carries every problem.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<Scenario> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        (Scenario? scenario, ImmutableArray<Problem> problems) = await TryLoadAsync(stream, cancellationToken).ConfigureAwait(false);
        return scenario ?? throw new PortfolioException(problems);
    }

    /// <summary>Reads a scenario@1 file without holding a thread, or says every problem that it has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was read, null where there is an error; and errors and warnings, in the order of the document.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<(Scenario? Scenario, ImmutableArray<Problem> Problems)> TryLoadAsync(
        string path, CancellationToken cancellationToken = default) =>
        DocumentFile.LoadAsync<Scenario>(path, TryRead, cancellationToken);

    /// <summary>Reads scenario@1 from a stream, to its end, without holding a thread, or says every problem that it has.</summary>
    /// <param name="stream">The stream; nothing synchronous is asked of it, it need not seek, and stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was read, null where there is an error; and errors and warnings, in the order of the document.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<(Scenario? Scenario, ImmutableArray<Problem> Problems)> TryLoadAsync(
        Stream stream, CancellationToken cancellationToken = default) =>
        DocumentFile.LoadAsync<Scenario>(stream, TryRead, cancellationToken);

    /// <summary>Writes the scenario as scenario@1, in UTF-8. The stream stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void WriteJson(Stream stream) => DocumentFile.Write(stream, ScenarioWriter.ToUtf8(this));

    /// <summary>Writes the scenario as scenario@1 to a file, which appears whole or not at all.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => DocumentFile.Save(path, ScenarioWriter.ToUtf8(this));

    /// <summary>Writes the scenario as scenario@1, in UTF-8, without holding a thread.</summary>
    /// <param name="stream">Where to; nothing synchronous is asked of it, and it stays open.</param>
    /// <param name="cancellationToken">Stops the writing; what the stream has taken by then it keeps.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task WriteJsonAsync(Stream stream, CancellationToken cancellationToken = default) =>
        DocumentFile.WriteAsync(stream, () => ScenarioWriter.ToUtf8(this), cancellationToken);

    /// <summary>Writes the scenario as scenario@1 to a file, which appears whole or not at all, without holding a thread.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">Stops the writing: what stood there still does, and nothing else is left.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) =>
        DocumentFile.SaveAsync(path, () => ScenarioWriter.ToUtf8(this), cancellationToken);
}
