using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace FundingReports.WorkbookLint.Package;

/// <summary>The parts of an .xlsx, each read as a stream of XML; a part that cannot be read is a finding and the rest goes on.</summary>
internal sealed class LintPackage : IDisposable
{
    internal const long LargestWhole = 256L * 1024 * 1024;
    private const int MostParts = 10_000;
    // Text of a spreadsheet compresses some tens of times; a bomb, a thousand.
    private const int LargestRatio = 250;
    private const long SmallPart = 4L * 1024 * 1024;
    // A part that is kept as a tree takes ten times its size.
    private const long LargestTree = 16L * 1024 * 1024;

    private readonly ZipArchive zip;
    private readonly FindingList findings;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase), damaged = new(StringComparer.OrdinalIgnoreCase);

    private LintPackage(ZipArchive zip, FindingList findings) => (this.zip, this.findings) = (zip, findings);

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestWhole,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    internal IEnumerable<string> Names => parts.Keys;

    /// <exception cref="UnreadableException">It is no package that may be read.</exception>
    internal static LintPackage Open(Stream stream, FindingList findings)
    {
        Head(stream);
        try
        {
            var package = new LintPackage(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), findings);
            package.Weigh();
            return package;
        }
        catch (Exception trouble) when (IsDamage(trouble))
        {
            throw new UnreadableException("damaged");
        }
    }

    internal bool Has(string part) => parts.ContainsKey(part);

    /// <summary>Reads a part to its end, or says that it cannot be.</summary>
    /// <returns>Whether it was read.</returns>
    internal bool Read(string part, Action<XmlReader> read, string? sheet = null)
    {
        if (!parts.TryGetValue(part, out ZipArchiveEntry? entry))
            return Damaged(part, "missing", sheet);
        seen.Add(part);
        try
        {
            using var bounded = new BoundedStream(entry.Open(), entry.Length, static () => new UnreadableException("bomb"));
            using var xml = XmlReader.Create(bounded, Settings);
            read(xml);
            return true;
        }
        catch (XmlException trouble) when (trouble.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new UnreadableException("dtd");
        }
        catch (Exception trouble) when (IsDamage(trouble))
        {
            return Damaged(part, "damaged", sheet);
        }
    }

    /// <summary>A small part as a tree; null, and a finding, where it cannot be.</summary>
    internal XElement? Tree(string part, string? sheet = null)
    {
        if (parts.TryGetValue(part, out ZipArchiveEntry? entry) && entry.Length > LargestTree)
        {
            Damaged(part, "too-large", sheet);
            return null;
        }
        XElement? root = null;
        Read(part, xml => root = XDocument.Load(xml).Root, sheet);
        return root;
    }

    /// <summary>The relations of a part, "" for those of the package; none if it has none.</summary>
    internal List<Relation> Relations(string part, string? sheet = null)
    {
        int slash = part.LastIndexOf('/');
        string name = $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
        var relations = new List<Relation>();
        if (!Has(name) || Tree(name, sheet) is not { } root)
            return relations;
        foreach (XElement element in root.Elements().Where(element => element.Name.LocalName is "Relationship"))
            if (Relation.Of(element, part) is { } relation)
                relations.Add(relation);
            else
                Damaged((string?)element.Attribute("Target") ?? "?", "outside", sheet);
        return relations;
    }

    /// <summary>Reads what no rule has read.</summary>
    internal void ReadTheRest()
    {
        foreach (string part in parts.Keys.Where(IsXml).Where(part => !seen.Contains(part)).ToList())
            Read(part, xml => { while (xml.Read()) { } });
    }

    public void Dispose() => zip.Dispose();

    private static bool IsXml(string part) =>
        part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            || part.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    private bool Damaged(string part, string cause, string? sheet)
    {
        if (damaged.Add(part))
            findings.Add(LintRule.DamagedPart, sheet, null, part, cause);
        return false;
    }

    private static void Head(Stream stream)
    {
        byte[] head = new byte[8];
        int read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (read == 0)
            throw new UnreadableException("empty");
        if (head is [0xd0, 0xcf, 0x11, 0xe0, ..])
            throw new UnreadableException("password");
        if (head is not [(byte)'P', (byte)'K', ..])
            throw new UnreadableException("not-a-workbook");
        if (stream.Length > LargestWhole)
            throw new UnreadableException("too-large");
    }

    private void Weigh()
    {
        if (zip.Entries.Count > MostParts)
            throw new UnreadableException("bomb");
        long whole = 0;
        foreach (ZipArchiveEntry part in zip.Entries)
        {
            whole += part.Length;
            if (part.Length < 0 || whole > LargestWhole || part.Length > SmallPart && part.Length / LargestRatio > part.CompressedLength)
                throw new UnreadableException("bomb");
            if (part.IsEncrypted)
                throw new UnreadableException("password");
            // Of two parts of one name the first is read, and the second only walked through: programs differ in which one they take.
            parts.TryAdd(part.FullName.Replace('\\', '/').TrimStart('/'), part);
        }
        if (Has("mimetype") && Has("content.xml"))
            throw new UnreadableException("ods");
        if (Has("xl/workbook.bin"))
            throw new UnreadableException("xlsb");
        if (!parts.Keys.Any(part => part.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase)))
            throw new UnreadableException("not-a-workbook");
    }

    // What a damaged package makes the platform throw. A disk that fails is another matter, and is left alone.
    private static bool IsDamage(Exception trouble) =>
        trouble is XmlException or InvalidDataException or EndOfStreamException or FormatException or OverflowException
        or ArgumentException or NotSupportedException or InvalidOperationException or IndexOutOfRangeException;
}
