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
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static ImportReading Read(ImportKind kind, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = File.OpenRead(path);
        return Read(kind, stream, Path.GetFileName(path));
    }

    /// <summary>Reads a stream that can seek.</summary>
    /// <param name="kind">Which export it is.</param>
    /// <param name="stream">The file, from its beginning.</param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ImportReading Read(ImportKind kind, Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            return kind switch
            {
                ImportKind.Fonjep => FonjepReader.Read(stream, name),
                ImportKind.Subventia => SubventiaReader.Read(stream, name),
                ImportKind.Scdl => ScdlImport.Read(stream, name),
                _ => throw new NotReadException("no-table"),
            };
        }
        catch (NotReadException trouble)
        {
            return ImportReading.Unread(name, [trouble.Of(name)]);
        }
    }
}
