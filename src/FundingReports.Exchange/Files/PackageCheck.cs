using System.IO.Compression;
using System.Xml;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.Exchange.Files;

/// <summary>
/// Looks at an .xlsx before it is read: sizes, kinds of parts, document types. Memory stays small whatever the file declares.
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
    /// <exception cref="NotReadException">It is not.</exception>
    internal static void Check(ZipArchive zip)
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
            throw new NotReadException("ods");
        if (zip.GetEntry("word/document.xml") is not null)
            throw new NotReadException("word");
        if (zip.GetEntry("xl/workbook.bin") is not null)
            throw new NotReadException("xlsb");
        if (zip.GetEntry("xl/workbook.xml") is null
            && !zip.Entries.Any(part => part.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)))
            throw new NotReadException("not-a-workbook");
    }

    /// <summary>A part as XML; document types are refused, and no more is read than the part declares.</summary>
    internal static XmlReader Read(ZipArchiveEntry part) =>
        XmlReader.Create(new BoundedStream(part.Open(), part.Length, static () => new NotReadException("bomb")), Settings);
}
