using System.IO.Compression;
using System.Xml.Linq;
using FundingReports.Excel.Packaging;

namespace FundingReports.Excel.Added;

/// <summary>The parts of a package, in the order of their names.</summary>
internal sealed class PackageParts
{
    internal const string ContentTypes = "[Content_Types].xml";

    private readonly SortedDictionary<string, byte[]> others;

    private PackageParts(SortedDictionary<string, XDocument> xml, SortedDictionary<string, byte[]> others) =>
        (Xml, this.others) = (xml, others);

    /// <summary>The parts that are XML: all of them, as long as a workbook holds no picture.</summary>
    internal SortedDictionary<string, XDocument> Xml { get; }

    internal static PackageParts Read(MemoryStream saved)
    {
        var xml = new SortedDictionary<string, XDocument>(StringComparer.Ordinal);
        var others = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        saved.Position = 0;
        using var zip = new ZipArchive(saved, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            if (Path.GetExtension(entry.FullName) is ".xml" or ".rels" or ".psmdcp")
                xml.Add(entry.FullName, XDocument.Load(stream, LoadOptions.PreserveWhitespace));
            else
            {
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                others.Add(entry.FullName, bytes.ToArray());
            }
        }
        return new(xml, others);
    }

    /// <summary>Adds a part and its type.</summary>
    internal void Add(string name, string contentType, XDocument part)
    {
        Xml.Add(name, part);
        Xml[ContentTypes].Root!.Add(
            new XElement(Names.Types + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", contentType)));
    }

    /// <summary>Removes a part, its type and the relationships that lead to it.</summary>
    /// <param name="name">The part; nothing happens where it is not there.</param>
    /// <param name="relation">How the type of these relationships ends.</param>
    internal void Remove(string name, string relation)
    {
        if (!Xml.Remove(name))
            return;
        Xml[ContentTypes].Root!.Elements().Where(type => (string?)type.Attribute("PartName") == "/" + name).Remove();
        foreach (var (_, part) in Xml.Where(part => part.Key.EndsWith(".rels", StringComparison.Ordinal)))
            part.Root!.Elements()
                .Where(element => ((string?)element.Attribute("Type"))!.EndsWith("/" + relation, StringComparison.Ordinal)).Remove();
    }

    /// <summary>Writes all parts.</summary>
    internal void Write(Stream destination)
    {
        var types = Xml[ContentTypes].Root!;
        types.ReplaceNodes(types.Elements().OrderBy(type => type.Name.LocalName, StringComparer.Ordinal)
            .ThenBy(type => (string?)type.Attribute("PartName") ?? (string?)type.Attribute("Extension"), StringComparer.Ordinal).ToList());
        using var package = new PackageWriter(destination);
        foreach (var (name, part) in Xml)
            package.Write(name, part);
        foreach (var (name, bytes) in others)
            package.Write(name, bytes);
    }
}
