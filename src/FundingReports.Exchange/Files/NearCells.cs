using System.IO.Compression;
using System.Xml;

namespace FundingReports.Exchange.Files;

/// <summary>
/// A workbook without the cells that stand farther to the right than any table: one of them makes every row as wide as the grid.
/// </summary>
internal static class NearCells
{
    /// <summary>The last column that is read.</summary>
    internal const int LastColumn = 1_000;

    /// <summary>A copy of the package in which these sheets end at the last column that is read.</summary>
    /// <param name="stream">The package, which was checked.</param>
    /// <param name="sheets">The names of the parts.</param>
    internal static MemoryStream Copy(Stream stream, IReadOnlySet<string> sheets)
    {
        var copy = new MemoryStream();
        using (var from = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
            foreach (ZipArchiveEntry part in from.Entries)
            {
                using Stream written = to.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                if (sheets.Contains(part.FullName))
                {
                    using XmlReader xml = PackageCheck.Read(part);
                    using var writer = XmlWriter.Create(written);
                    Write(xml, writer);
                }
                else
                {
                    using Stream read = part.Open();
                    read.CopyTo(written);
                }
            }
        copy.Position = 0;
        return copy;
    }

    private static void Write(XmlReader xml, XmlWriter writer)
    {
        int row = 0, column = 0;
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "row")
                (row, column) = (row + 1, 0);
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "c")
            {
                (row, column) = PackageScan.Place(xml.GetAttribute("r"), row, column);
                if (column > LastColumn)
                {
                    xml.Skip();
                    continue;
                }
            }
            WriteNode(xml, writer);
            xml.Read();
        }
    }

    private static void WriteNode(XmlReader xml, XmlWriter writer)
    {
        switch (xml.NodeType)
        {
            // It says that the sheet is as large as the whole grid.
            case XmlNodeType.Element when xml is { LocalName: "dimension", IsEmptyElement: true }:
                break;
            case XmlNodeType.Element:
                bool isEmpty = xml.IsEmptyElement;
                writer.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
                writer.WriteAttributes(xml, false);
                if (isEmpty)
                    writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(xml.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(xml.Value);
                break;
        }
    }
}
