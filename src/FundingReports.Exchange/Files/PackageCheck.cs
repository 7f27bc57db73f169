using System.IO.Compression;
using System.Xml;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.Exchange.Files;

/// <summary>
/// Looks at an .xlsx or .ods before it is read: sizes, kinds of parts, document types. Memory stays small whatever the file declares.
/// </summary>
internal static class PackageCheck
{
    private const long LargestWhole = 256L * 1024 * 1024;
    private const int MostParts = 10_000;
    // Text of a spreadsheet compresses some tens of times; a bomb, a thousand.
    private const int LargestRatio = 250;
    private const long SmallPart = 4L * 1024 * 1024;

    internal static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestWhole,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Whether the package is one that may be read at all.</summary>
    /// <returns>Whether it is an OpenDocument spreadsheet (.ods), and not an .xlsx.</returns>
    /// <exception cref="NotReadException">It is neither.</exception>
    internal static bool Check(ZipArchive zip)
    {
        if (zip.Entries.Count > MostParts)
            throw new NotReadException("bomb");
        long whole = 0;
        foreach (ZipArchiveEntry part in zip.Entries)
        {
            whole += part.Length;
            if (part.Length < 0 || whole > LargestWhole || part.Length > SmallPart && part.Length / LargestRatio > part.CompressedLength)
                throw new NotReadException("bomb");
            if (part.IsEncrypted)
                throw new NotReadException("password");
        }
        if (zip.GetEntry("mimetype") is not null && zip.GetEntry("content.xml") is not null)
            return IsSpreadsheet(zip) ? true : throw new NotReadException("not-a-workbook");
        if (zip.GetEntry("word/document.xml") is not null)
            throw new NotReadException("word");
        if (zip.GetEntry("xl/workbook.bin") is not null)
            throw new NotReadException("xlsb");
        if (zip.GetEntry("xl/workbook.xml") is null
            && !zip.Entries.Any(part => part.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)))
            throw new NotReadException("not-a-workbook");
        return false;
    }

    // A letter or a drawing is packed alike.
    private static bool IsSpreadsheet(ZipArchive zip)
    {
        ZipArchiveEntry kind = zip.GetEntry("mimetype")!;
        if (kind.Length > 200)
            return false;
        using var reader = new StreamReader(kind.Open());
        return reader.ReadToEnd().Trim() is "application/vnd.oasis.opendocument.spreadsheet"
            or "application/vnd.oasis.opendocument.spreadsheet-template";
    }

    /// <summary>A part as XML; document types are refused, and no more is read than the part declares.</summary>
    internal static XmlReader Read(ZipArchiveEntry part) =>
        XmlReader.Create(new BoundedStream(part.Open(), part.Length, static () => new NotReadException("bomb")), Settings);
}
