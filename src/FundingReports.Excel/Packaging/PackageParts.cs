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

    // What stands in a part where its rows go.
    private static readonly XComment mark = new("rows");

    private readonly List<(string Name, Action<Stream> Rows, CompressionLevel Level)> streamed = [];

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

    /// <summary>Has the rows of a part written when the part is, after all parts that have none.</summary>
    /// <param name="name">The part; it is asked for once.</param>
    /// <param name="rows">Writes them.</param>
    /// <param name="level">How hard the part is compressed.</param>
    /// <returns>The mark to put in the part where they go.</returns>
    internal XComment Stream(string name, Action<Stream> rows, CompressionLevel level)
    {
        streamed.Add((name, rows, level));
        return new(mark);
    }

    internal void Write(Stream destination)
    {
        var types = Xml[ContentTypes].Root!;
        types.ReplaceNodes(types.Elements().OrderBy(type => type.Name.LocalName, StringComparer.Ordinal)
            .ThenBy(type => (string?)type.Attribute("PartName") ?? (string?)type.Attribute("Extension"), StringComparer.Ordinal).ToList());
        using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, part) in Xml)
            if (!streamed.Exists(one => one.Name == name))
                using (var stream = Entry(zip, name, CompressionLevel.Optimal))
                    stream.Write(Bytes(part));
        foreach (var (name, bytes) in others)
            using (var stream = Entry(zip, name, CompressionLevel.Optimal))
                stream.Write(bytes);
        // In the order of the sheets, for a long table goes on from one to the next.
        foreach (var (name, rows, level) in streamed)
            using (var stream = Entry(zip, name, level))
            {
                byte[] part = Bytes(Xml[name]), marked = Encoding.UTF8.GetBytes(mark.ToString());
                int at = part.AsSpan().IndexOf(marked);
                stream.Write(part.AsSpan(0, at));
                rows(stream);
                stream.Write(part.AsSpan(at + marked.Length));
            }
    }

    private static Stream Entry(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }

    private static byte[] Bytes(XDocument part)
    {
        WithoutPrefix(part);
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), CloseOutput = false }))
            part.Save(writer);
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
