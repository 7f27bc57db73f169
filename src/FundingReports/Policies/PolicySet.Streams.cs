using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FundingReports.Json;
using FundingReports.Validation;

namespace FundingReports.Policies;

// policy@1 in streams and files, also without holding a thread.
public sealed partial class PolicySet
{
    /// <summary>Reads policy@1 from a stream, to its end.</summary>
    /// <exception cref="PolicySetException">There are errors: it carries every problem.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PolicySet Load(Stream stream) =>
        TryLoad(stream, out PolicySet? policies, out ImmutableArray<Problem> problems) ? policies : throw new PolicySetException(problems);

    /// <summary>Reads policy@1 from a stream, to its end, or says every problem that it has.</summary>
    /// <param name="stream">The stream; it need not seek, and stays open.</param>
    /// <param name="policies">What was read; null where there is an error.</param>
    /// <param name="problems">Errors and warnings, in the order of the document.</param>
    /// <returns>Whether there is no error.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static bool TryLoad(Stream stream, [NotNullWhen(true)] out PolicySet? policies, out ImmutableArray<Problem> problems) =>
        DocumentFile.TryLoad(stream, TryRead, out policies, out problems);

    /// <summary>Reads a policy@1 file without holding a thread.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PolicySetException">There are errors: it carries every problem, and the path.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<PolicySet> LoadAsync(string path, CancellationToken cancellationToken = default)
    {
        (PolicySet? policies, ImmutableArray<Problem> problems) = await TryLoadAsync(path, cancellationToken).ConfigureAwait(false);
        return policies ?? throw new PolicySetException(problems, path);
    }

    /// <summary>Reads policy@1 from a stream, to its end, without holding a thread.</summary>
    /// <param name="stream">The stream; nothing synchronous is asked of it, it need not seek, and stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="PolicySetException">There are errors: it carries every problem.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<PolicySet> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        (PolicySet? policies, ImmutableArray<Problem> problems) = await TryLoadAsync(stream, cancellationToken).ConfigureAwait(false);
        return policies ?? throw new PolicySetException(problems);
    }

    /// <summary>Reads a policy@1 file without holding a thread, or says every problem that it has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was read, null where there is an error; and errors and warnings, in the order of the document.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<(PolicySet? Policies, ImmutableArray<Problem> Problems)> TryLoadAsync(
        string path, CancellationToken cancellationToken = default) =>
        DocumentFile.LoadAsync<PolicySet>(path, TryRead, cancellationToken);

    /// <summary>Reads policy@1 from a stream, to its end, without holding a thread, or says every problem that it has.</summary>
    /// <param name="stream">The stream; nothing synchronous is asked of it, it need not seek, and stays open.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What was read, null where there is an error; and errors and warnings, in the order of the document.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<(PolicySet? Policies, ImmutableArray<Problem> Problems)> TryLoadAsync(
        Stream stream, CancellationToken cancellationToken = default) =>
        DocumentFile.LoadAsync<PolicySet>(stream, TryRead, cancellationToken);

    /// <summary>Writes the content as policy@1, in UTF-8. The stream stays open.</summary>
    /// <exception cref="NotSupportedException">A rule is written in code, which is no data.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void WriteJson(Stream stream) => DocumentFile.Write(stream, PolicyWriter.ToUtf8(this, withCode: false));

    /// <summary>Writes the content as policy@1 to a file, which appears whole or not at all.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <exception cref="NotSupportedException">A rule is written in code, which is no data.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => DocumentFile.Save(path, PolicyWriter.ToUtf8(this, withCode: false));

    /// <summary>Writes the content as policy@1, in UTF-8, without holding a thread.</summary>
    /// <param name="stream">Where to; nothing synchronous is asked of it, and it stays open.</param>
    /// <param name="cancellationToken">Stops the writing; what the stream has taken by then it keeps.</param>
    /// <exception cref="NotSupportedException">A rule is written in code, which is no data.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task WriteJsonAsync(Stream stream, CancellationToken cancellationToken = default) =>
        DocumentFile.WriteAsync(stream, () => PolicyWriter.ToUtf8(this, withCode: false), cancellationToken);

    /// <summary>Writes the content as policy@1 to a file, which appears whole or not at all, without holding a thread.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="cancellationToken">Stops the writing: what stood there still does, and nothing else is left.</param>
    /// <exception cref="NotSupportedException">A rule is written in code, which is no data.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task SaveAsync(string path, CancellationToken cancellationToken = default) =>
        DocumentFile.SaveAsync(path, () => PolicyWriter.ToUtf8(this, withCode: false), cancellationToken);
}
