using FundingReports.Exchange.Chorus;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Fonjep;
using FundingReports.Exchange.Subventia;

namespace FundingReports.Exchange;

/// <summary>Reads the exports that the State and the local authorities publish, as they are, with all their damage.</summary>
/// <remarks>
/// What is not understood is set aside with its place and a sentence, never guessed; nothing escapes but an <see cref="IOException"/>.
/// </remarks>
public static class OfficialFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="kind">Which export it is.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static ImportReading Read(ImportKind kind, string path, ImportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(kind, stream, Path.GetFileName(path), options);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="kind">Which export it is.</param>
    /// <param name="stream">The file, from its beginning where it can seek, else from where it stands; it stays open.</param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ImportReading Read(ImportKind kind, Stream stream, string name, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return WholeInput.Read(stream, MostOf(kind), whole => Read(kind, whole, name, options, CancellationToken.None));
    }

    /// <summary>Reads a file without holding a thread while it comes, then understands it on a thread of the pool.</summary>
    /// <param name="kind">Which export it is.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <param name="cancellationToken">Stops the reading: looked at before each chunk and each row.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<ImportReading> ReadAsync(
        ImportKind kind, string path, ImportOptions? options = null, CancellationToken cancellationToken = default) =>
        WholeInput.ReadAsync(
            path, MostOf(kind), whole => Read(kind, whole, Path.GetFileName(path), options, cancellationToken), cancellationToken);

    /// <summary>Reads a stream without holding a thread while it comes, then understands it on a thread of the pool.</summary>
    /// <param name="kind">Which export it is.</param>
    /// <param name="stream">
    /// The file, from its beginning where it can seek, else from where it stands; nothing synchronous is asked of it, and it stays open.
    /// </param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="options">What is said of the file beside; null for nothing.</param>
    /// <param name="cancellationToken">Stops the reading: looked at before each chunk and each row.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Task<ImportReading> ReadAsync(
        ImportKind kind, Stream stream, string name, ImportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return WholeInput.ReadAsync(stream, MostOf(kind), whole => Read(kind, whole, name, options, cancellationToken), cancellationToken);
    }

    // A .csv of subsidies has no largest size: it is read line by line.
    private static long MostOf(ImportKind kind) => kind is ImportKind.Scdl ? long.MaxValue : WholeInput.MostOfForm;

    private static ImportReading Read(
        ImportKind kind, Stream stream, string name, ImportOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return kind switch
            {
                ImportKind.Fonjep => FonjepReader.Read(stream, name, cancellationToken),
                ImportKind.Subventia => SubventiaReader.Read(stream, name, cancellationToken),
                ImportKind.Chorus => ChorusReader.Read(stream, name, cancellationToken),
                ImportKind.Scdl => ScdlImport.Read(stream, name, options, cancellationToken),
                _ => throw new NotReadException("no-table"),
            };
        }
        catch (NotReadException trouble)
        {
            return ImportReading.Unread(name, [trouble.Of(name)]);
        }
    }
}
