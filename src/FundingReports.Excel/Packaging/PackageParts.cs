using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FundingReports.Excel.Packaging;

/// <summary>The parts of a package, in the order of their names.</summary>
internal sealed class PackageParts
{
    internal const string ContentTypes = "[Content_Types].xml";

    // The first that a zip can hold.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private PackageParts(SortedDictionary<string, XDocument> xml) => Xml = xml;

    /// <summary>Every part of a workbook is XML, as long as it holds no picture.</summary>
    internal SortedDictionary<string, XDocument> Xml { get; }

    internal static PackageParts Read(MemoryStream saved)
    {
        var xml = new SortedDictionary<string, XDocument>(StringComparer.Ordinal);
        saved.Position = 0;
        using var zip = new ZipArchive(saved, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            xml.Add(entry.FullName, XDocument.Load(stream, LoadOptions.PreserveWhitespace));
        }
        return new(xml);
    }

    /// <summary>Adds a part and its type.</summary>
    internal void Add(string name, string contentType, XDocument part)
    {
        Xml.Add(name, part);
        Xml[ContentTypes].Root!.Add(new XElement(Names.Types + "Override", new XAttribute("PartName", "/" + name), new XAttribute("ContentType", contentType)));
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
            part.Root!.Elements().Where(element => ((string?)element.Attribute("Type"))!.EndsWith("/" + relation, StringComparison.Ordinal)).Remove();
    }

    internal byte[] Write()
    {
        var types = Xml[ContentTypes].Root!;
        types.ReplaceNodes(types.Elements().OrderBy(type => type.Name.LocalName, StringComparer.Ordinal)
            .ThenBy(type => (string?)type.Attribute("PartName") ?? (string?)type.Attribute("Extension"), StringComparer.Ordinal).ToList());
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, part) in Xml)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                WithoutPrefix(part);
                using var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), CloseOutput = false });
                part.Save(writer);
            }
        return bytes.ToArray();
    }

    // "x:" on every element is legal, and read by fewer.
    private static void WithoutPrefix(XDocument part)
    {
        var root = part.Root!;
        if (root.Name.Namespace == XNamespace.None || root.GetDefaultNamespace() == root.Name.Namespace)
            return;
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == root.Name.NamespaceName).Remove();
        root.Add(new XAttribute("xmlns", root.Name.NamespaceName));
    }
}
