namespace FundingReports.Exchange.Files;

/// <summary>A file that people filled in: which kind it truly is, whatever its name, and its sheets.</summary>
internal static class IntakeFile
{
    /// <summary>
    /// The most bytes that are read of a workbook, whether it is compressed (.xlsx, .ods) or in the old format (.xls). No form is larger.
    /// </summary>
    internal const long LargestFile = 64L * 1024 * 1024;

    /// <summary>
    /// Whether it is a text by its first bytes and its name, so that it can be read straight from the stream, however long it is.
    /// </summary>
    /// <exception cref="NotReadException">It is empty.</exception>
    internal static bool IsText(Stream stream, string name)
    {
        if (stream.Length == 0)
            throw new NotReadException("empty");
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        int read = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        stream.Position = 0;
        return !start[..read].StartsWith("PK"u8) && !start[..read].StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0])
            && Path.GetExtension(name).ToLowerInvariant() is not (".xlsx" or ".xlsm" or ".xls" or ".ods" or ".xlsb");
    }

    /// <summary>The sheets, read one after the other while the stream is open.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">Its name: the extension says what it should be.</param>
    /// <param name="isHeader">Whether a text is a header that is looked for: of a .csv, they tell the separator.</param>
    /// <exception cref="NotReadException">It is no file that can be read, or one made to do harm.</exception>
    internal static IEnumerable<RawSheet> Open(Stream stream, string name, Func<string, bool>? isHeader = null)
    {
        if (stream.Length == 0)
            throw new NotReadException("empty");
        if (stream.Length > LargestFile)
            throw new NotReadException("too-large", "64");
        string extension = Path.GetExtension(name).ToLowerInvariant();
        Span<byte> start = stackalloc byte[8];
        stream.Position = 0;
        int read = stream.ReadAtLeast(start, 8, throwOnEndOfStream: false);
        stream.Position = 0;
        ReadOnlySpan<byte> magic = start[..read];
        if (magic.StartsWith("PK\u0003\u0004"u8) || magic.StartsWith("PK\u0005\u0006"u8))
            return extension is ".csv" or ".txt" or ".xls"
                ? throw new NotReadException("misnamed-xlsx", extension) : WorkbookFile.OpenPackage(stream);
        // An old workbook; or a new one under a password, which travels in the same container.
        if (magic.SequenceEqual((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
            return WorkbookFile.OpenBinary(stream, isNamedSo: extension is ".xls");
        if (extension is ".xlsx" or ".xlsm" or ".xls" or ".ods" || magic.StartsWith("%PDF-"u8))
            throw new NotReadException("not-a-workbook");
        return [OpenText(stream, name, isHeader)];
    }

    /// <summary>The table of a text, however long: none of its lines is kept.</summary>
    /// <exception cref="NotReadException">It is no text.</exception>
    internal static RawSheet OpenText(Stream stream, string name, Func<string, bool>? isHeader) =>
        CsvSheet.Open(stream, Path.GetFileNameWithoutExtension(name), isHeader ?? (_ => false));
}
