using System.Globalization;
using System.IO.Compression;
using System.Xml;
using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>
/// What ExcelDataReader does not tell of an .xlsx: errors, formulas that were never calculated, what is struck through, comments, rows out
/// of bounds, the calendar of 1904.
/// </summary>
/// <remarks>Values are not read here. Each sheet is walked once, and only the odd cells are kept.</remarks>
internal sealed class PackageScan
{
    private const int LastRow = 1_048_576, LastColumn = 16_384;
    private const int MostOddCells = 100_000;

    private readonly Dictionary<string, SheetScan> sheets = new(StringComparer.Ordinal);
    private readonly StruckOut struck = new();

    /// <summary>Whether the numbers by which the file counts days begin in 1904.</summary>
    internal bool Is1904 { get; private set; }

    /// <summary>Whether the file says so by "true", and not by "1".</summary>
    internal bool SaysTrue { get; private set; }

    /// <summary>What was found on a sheet; nothing of one that no part holds.</summary>
    internal SheetScan Of(string sheet) => sheets.TryGetValue(sheet, out SheetScan? found) ? found : new();

    /// <summary>The parts of sheets with cells farther to the right than any table: they are read without these.</summary>
    internal HashSet<string> FarParts { get; } = new(StringComparer.Ordinal);

    internal static PackageScan Of(Stream stream)
    {
        var scan = new PackageScan();
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        PackageCheck.Check(zip);
        Dictionary<string, string> sheetOf = scan.Sheets(zip, out HashSet<string> read);
        foreach (ZipArchiveEntry part in zip.Entries)
        {
            if (read.Contains(part.FullName))
                continue;
            if (!part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && !part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                continue;
            using XmlReader xml = PackageCheck.Read(part);
            if (sheetOf.TryGetValue(part.FullName, out string? sheet))
            {
                SheetScan found = scan.sheets[sheet] = Walk(xml, scan.struck);
                found.Comments = CommentsOf(zip, part);
                if (found.IsFar)
                    scan.FarParts.Add(part.FullName);
            }
            else
                while (xml.Read()) { }
        }
        return scan;
    }

    // The parts by the names of their sheets: workbook.xml names a relation, its .rels names the part. What is told of all sheets is read
    // first.
    private Dictionary<string, string> Sheets(ZipArchive zip, out HashSet<string> read)
    {
        read = new(StringComparer.Ordinal);
        ZipArchiveEntry workbook = zip.GetEntry("xl/workbook.xml")
            ?? zip.Entries.First(part => part.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase));
        string folder = workbook.FullName[..(workbook.FullName.LastIndexOf('/') + 1)];
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Relation one in RelationsOf(zip, workbook))
        {
            targets[one.Id] = one.Part;
            bool isFormats = one.Kind.EndsWith("/styles", StringComparison.Ordinal),
                isTexts = one.Kind.EndsWith("/sharedStrings", StringComparison.Ordinal);
            if (!isFormats && !isTexts || zip.GetEntry(one.Part) is not { } part || !read.Add(one.Part))
                continue;
            using XmlReader xml = PackageCheck.Read(part);
            if (isFormats)
                struck.ReadFormats(xml);
            else
                struck.ReadTexts(xml);
        }
        var sheets = new Dictionary<string, string>(StringComparer.Ordinal);
        using XmlReader book = PackageCheck.Read(workbook);
        while (book.Read())
        {
            if (book.NodeType is not XmlNodeType.Element)
                continue;
            if (book.LocalName is "workbookPr")
                (Is1904, SaysTrue) = (book.GetAttribute("date1904") is "1" or "true", book.GetAttribute("date1904") is "true");
            if (book.LocalName is "sheet" && book.GetAttribute("name") is { } name && RelationOf(book) is { } relation
                && targets.TryGetValue(relation, out string? part))
                sheets[part] = name;
        }
        return sheets;
    }

    private readonly record struct Relation(string Id, string Kind, string Part);

    // To which other parts a part refers.
    private static List<Relation> RelationsOf(ZipArchive zip, ZipArchiveEntry part)
    {
        var relations = new List<Relation>();
        string folder = part.FullName[..(part.FullName.LastIndexOf('/') + 1)];
        if (zip.GetEntry($"{folder}_rels/{part.Name}.rels") is not { } entry)
            return relations;
        using XmlReader xml = PackageCheck.Read(entry);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target)
                relations.Add(new(id, xml.GetAttribute("Type") ?? "", InFolder(folder, target)));
        return relations;
    }

    private static string InFolder(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        while (target.StartsWith("../", StringComparison.Ordinal) && folder.Length > 0)
            (target, folder) = (target[3..], folder[..(folder.TrimEnd('/').LastIndexOf('/') + 1)]);
        return folder + target;
    }

    // The cells of a sheet on which somebody has written a comment; those that the corrected copy brings are ours.
    private static List<(int Row, int Column)> CommentsOf(ZipArchive zip, ZipArchiveEntry sheet)
    {
        var comments = new List<(int Row, int Column)>();
        foreach (Relation one in RelationsOf(zip, sheet).Where(one => one.Kind.EndsWith("/comments", StringComparison.Ordinal)))
        {
            if (zip.GetEntry(one.Part) is not { } part)
                continue;
            var authors = new List<string>();
            using XmlReader xml = PackageCheck.Read(part);
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "author" })
                    authors.Add(xml.IsEmptyElement || !xml.Read() ? "" : xml.Value);
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "comment" } && comments.Count < MostOddCells
                    && !(int.TryParse(xml.GetAttribute("authorId"), NumberStyles.None, CultureInfo.InvariantCulture, out int author)
                        && author < authors.Count && authors[author] == CommentAuthor.Ours))
                    comments.Add(Place(xml.GetAttribute("ref"), 1, 0));
        }
        return comments;
    }

    private static string? RelationOf(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private static SheetScan Walk(XmlReader xml, StruckOut struck)
    {
        var scan = new SheetScan();
        string? format = null;
        bool isStruck = false;
        int row = 0, column = 0;
        string type = "";
        bool inCell = false, formula = false, value = false, inValue = false;
        string text = "";
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "row":
                        row = xml.GetAttribute("r") is { } r
                            && int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : row + 1;
                        column = 0;
                        if (row is < 1 or > LastRow)
                            throw new NotReadException("damaged");
                        break;
                    case "c":
                        (row, column) = Place(xml.GetAttribute("r"), row, column);
                        scan.IsFar |= column > NearCells.LastColumn;
                        (type, formula, value, inValue, text) = (xml.GetAttribute("t") ?? "n", false, false, false, "");
                        (format, isStruck) = (xml.GetAttribute("s"), false);
                        inCell = !xml.IsEmptyElement;
                        break;
                    case "f" when inCell:
                        formula = true;
                        break;
                    case "v" or "is" when inCell:
                        inValue = !xml.IsEmptyElement;
                        value |= type is "str";
                        break;
                    case "strike" when inValue:
                        isStruck |= StruckOut.IsStrike(xml);
                        break;
                }
            }
            else if (inCell && inValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                // <v></v> is what some programs write of a formula that they never calculated.
                value = true;
                text = xml.Value;
            }
            else if (inCell && xml is { NodeType: XmlNodeType.EndElement, LocalName: "v" or "is" })
            {
                inValue = false;
                if (column > NearCells.LastColumn)
                    scan.FirstFar ??= (row, column);
            }
            else if (inCell && xml is { NodeType: XmlNodeType.EndElement, LocalName: "c" })
            {
                inCell = false;
                GridCell? found = type is "e" ? new(CellKind.Error, text) : formula && !value ? new(CellKind.NoValue, "") : null;
                if (found is { } cell && column <= NearCells.LastColumn)
                    scan.Add(row, column, cell, MostOddCells);
                Strike strike = isStruck ? Strike.Part : !struck.HasAny ? Strike.None : struck.Of(format, type is "s" && int.TryParse(
                    text, NumberStyles.None, CultureInfo.InvariantCulture, out int shared) ? shared : -1);
                if (strike is not Strike.None)
                    scan.Add(row, column, strike, MostOddCells);
            }
        }
        return scan;
    }

    internal static (int Row, int Column) Place(string? reference, int row, int column)
    {
        if (reference is null)
            return (row, column + 1);
        int at = 0, letters = 0;
        for (; at < reference.Length && char.IsAsciiLetter(reference[at]) && letters <= LastColumn; at++)
            letters = letters * 26 + (char.ToUpperInvariant(reference[at]) - 'A' + 1);
        bool whole = int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return whole && letters is >= 1 and <= LastColumn && number is >= 1 and <= LastRow
            ? (number, letters) : throw new NotReadException("damaged");
    }
}
