using System.Globalization;
using System.IO.Compression;
using System.Xml;
using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>
/// What ExcelDataReader does not tell of an .xlsx: errors, formulas that were never calculated, rows out of bounds, the calendar of 1904.
/// </summary>
/// <remarks>Values are not read here. Each part is walked once, and only the odd cells are kept.</remarks>
internal sealed class PackageScan
{
    private const int LastRow = 1_048_576, LastColumn = 16_384;
    private const int MostOddCells = 100_000;

    private readonly Dictionary<string, SheetScan> sheets = new(StringComparer.Ordinal);

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
        Dictionary<string, string> sheetOf = scan.Sheets(zip);
        foreach (ZipArchiveEntry part in zip.Entries)
        {
            if (!part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && !part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                continue;
            using XmlReader xml = PackageCheck.Read(part);
            if (sheetOf.TryGetValue(part.FullName, out string? sheet))
            {
                SheetScan found = scan.sheets[sheet] = Walk(xml);
                if (found.IsFar)
                    scan.FarParts.Add(part.FullName);
            }
            else
                while (xml.Read()) { }
        }
        return scan;
    }

    // The parts by the names of their sheets: workbook.xml names a relation, its .rels names the part.
    private Dictionary<string, string> Sheets(ZipArchive zip)
    {
        ZipArchiveEntry workbook = zip.GetEntry("xl/workbook.xml")
            ?? zip.Entries.First(part => part.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase));
        string folder = workbook.FullName[..(workbook.FullName.LastIndexOf('/') + 1)];
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        if (zip.GetEntry($"{folder}_rels/{workbook.Name}.rels") is { } relations)
        {
            using XmlReader xml = PackageCheck.Read(relations);
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("Id") is { } id
                    && xml.GetAttribute("Target") is { } target)
                    targets[id] = target.StartsWith('/') ? target[1..] : folder + target;
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

    private static string? RelationOf(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private static SheetScan Walk(XmlReader xml)
    {
        var scan = new SheetScan();
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
                        inCell = !xml.IsEmptyElement;
                        break;
                    case "f" when inCell:
                        formula = true;
                        break;
                    case "v" or "is" when inCell:
                        inValue = !xml.IsEmptyElement;
                        value |= type is "str";
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
