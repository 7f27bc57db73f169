using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using FundingReports.Exchange.Cells;
using NodaTime.Text;

namespace FundingReports.Exchange.Files;

/// <summary>.ods, the OpenDocument spreadsheet that LibreOffice saves by default: what its content.xml holds.</summary>
/// <remarks>
/// Only what a table needs: values, dates, texts, merged, hidden and struck cells, where comments stand. Of the styles, what hides a sheet
/// and what strikes through; formulas never.
/// </remarks>
internal sealed class OdsFile
{
    private const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        Words = "urn:oasis:names:tc:opendocument:xmlns:text:1.0", Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        Calc = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
    private const int LastRow = 1_048_576, LastColumn = 16_384, MostCells = 5_000_000, MostComments = 100_000, Deepest = 64;

    // One more than a cell holds: a text that was cut is still too long, and said to be.
    private const int LongestText = 32_768;

    private readonly HashSet<string> hiddenStyles = new(StringComparer.Ordinal), struckStyles = new(StringComparer.Ordinal);
    private int cellsRead;
    private (int Row, int Column)? firstFar;
    private List<(int Row, int Column)> comments = [];
    private List<(int Last, string? Style, bool Hidden)> columns = [];

    private OdsFile() { }

    /// <summary>The sheets of a package that was checked.</summary>
    /// <exception cref="NotReadException">It is damaged, or made to do harm.</exception>
    internal static IEnumerable<RawSheet> Open(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        if (IsEncrypted(zip))
            throw new NotReadException("password");
        var file = new OdsFile();
        using (XmlReader? named = Part(zip, "styles.xml"))
            while (named is not null && Next(named))
                if (IsStyle(named, out string style))
                    file.ReadStyle(named, style);
        using XmlReader xml = Part(zip, "content.xml")!;
        while (Next(xml))
        {
            if (IsStyle(xml, out string name))
                file.ReadStyle(xml, name);
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "table", NamespaceURI: Table })
                yield return file.ReadTable(xml);
        }
    }

    private static bool Next(XmlReader xml)
    {
        try
        {
            return xml.Read() && (xml.Depth <= Deepest ? true : throw new NotReadException("damaged"));
        }
        catch (XmlException trouble)
        {
            throw new NotReadException(trouble.Message.Contains("DTD", StringComparison.Ordinal) ? "dtd" : "damaged");
        }
        catch (InvalidDataException)
        {
            throw new NotReadException("damaged");
        }
    }

    private static XmlReader? Part(ZipArchive zip, string name)
    {
        try
        {
            return zip.GetEntry(name) is { } part ? PackageCheck.Read(part) : null;
        }
        catch (Exception trouble) when (trouble is InvalidDataException or NotSupportedException or XmlException)
        {
            throw new NotReadException("damaged");
        }
    }

    private static bool IsEncrypted(ZipArchive zip)
    {
        using XmlReader? xml = Part(zip, "META-INF/manifest.xml");
        while (xml is not null && Next(xml))
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" })
                return true;
        return false;
    }

    private static bool IsStyle(XmlReader xml, out string name)
    {
        name = xml is { NodeType: XmlNodeType.Element, LocalName: "style", NamespaceURI: Style }
            ? xml.GetAttribute("name", Style) ?? "" : "";
        return name.Length > 0;
    }

    private void ReadStyle(XmlReader xml, string name)
    {
        int depth = xml.Depth;
        // What its parent says holds, unless it says otherwise; a parent stands before.
        bool isStruck = xml.GetAttribute("parent-style-name", Style) is { } parent && struckStyles.Contains(parent);
        if (!xml.IsEmptyElement)
            while (Next(xml) && xml.Depth > depth)
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "table-properties" }
                    && xml.GetAttribute("display", Table) is "false")
                    hiddenStyles.Add(name);
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "text-properties" } && (xml.GetAttribute(
                    "text-line-through-style", Style) ?? xml.GetAttribute("text-line-through-type", Style)) is { } line)
                    isStruck = line is not "none";
        if (isStruck)
            struckStyles.Add(name);
    }

    private RawSheet ReadTable(XmlReader xml)
    {
        string name = xml.GetAttribute("name", Table) ?? throw new NotReadException("damaged");
        bool hidden = xml.GetAttribute("style-name", Table) is { } style && hiddenStyles.Contains(style);
        var rows = new List<RawRow>();
        var merged = new List<MergedRange>();
        int depth = xml.Depth, row = 0;
        firstFar = null;
        (comments, columns) = ([], []);
        if (!xml.IsEmptyElement)
            while (Next(xml) && xml.Depth > depth)
            {
                int known = columns.Count == 0 ? 0 : columns[^1].Last;
                if (known < LastColumn && xml is { NodeType: XmlNodeType.Element, LocalName: "table-column", NamespaceURI: Table })
                    columns.Add((
                        known + Times(xml, "number-columns-repeated", LastColumn),
                        xml.GetAttribute("default-cell-style-name", Table), xml.GetAttribute("visibility", Table) is "collapse"));
                // A table within a cell, or the changes that a document remembers, is no row of this one.
                if (xml is not { NodeType: XmlNodeType.Element, LocalName: "table-row", NamespaceURI: Table })
                    continue;
                int times = Times(xml, "number-rows-repeated", LastRow);
                bool isHidden = xml.GetAttribute("visibility", Table) is "collapse" or "filter";
                GridCell[] cells = ReadRow(xml, row + 1, merged);
                for (int i = 1; i <= times && cells.Length > 0; i++)
                {
                    if (row + i > LastRow || (cellsRead += cells.Length) > MostCells)
                        throw new NotReadException("damaged");
                    rows.Add(new(row + i, isHidden, cells));
                }
                row = Math.Min(LastRow, row + times);
            }
        var far = firstFar;
        var heads = columns;
        return new(name, hidden, merged, rows)
        {
            FirstFar = () => far,
            Comments = comments,
            IsHiddenColumn = column => heads.Find(one => one.Last >= column).Hidden,
        };
    }

    private GridCell[] ReadRow(XmlReader xml, int row, List<MergedRange> merged)
    {
        var cells = new List<GridCell>();
        int depth = xml.Depth, column = 0, blank = 0, group = 0;
        string? rowStyle = xml.GetAttribute("default-cell-style-name", Table);
        if (xml.IsEmptyElement)
            return [];
        while (Next(xml) && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "table-cell" or "covered-table-cell", NamespaceURI: Table })
                continue;
            int times = Times(xml, "number-columns-repeated", LastColumn);
            int down = Times(xml, "number-rows-spanned", LastRow), across = Times(xml, "number-columns-spanned", LastColumn);
            bool isCovered = xml.LocalName is "covered-table-cell";
            while (group < columns.Count && columns[group].Last <= column)
                group++;
            string? style = xml.GetAttribute("style-name", Table) ?? rowStyle ?? (group < columns.Count ? columns[group].Style : null);
            GridCell cell = ReadCell(
                xml, style is not null && struckStyles.Contains(style) ? Strike.Whole : Strike.None, out bool isCommented);
            if (isCommented && comments.Count < MostComments)
                comments.Add((row, column + 1));
            if (down > 1 || across > 1)
                merged.Add(new(row, column + 1, Math.Min(LastRow, row + down - 1), Math.Min(LastColumn, column + across)));
            // A file may say that an empty cell is repeated as often as it likes.
            column = Math.Min(LastColumn + 1, column + times);
            if (cell.IsBlank || isCovered)
            {
                blank = Math.Min(LastColumn, blank + times);
                continue;
            }
            if (column > LastColumn)
                throw new NotReadException("damaged");
            if (column > NearCells.LastColumn)
            {
                firstFar ??= (row, column);
                continue;
            }
            cells.AddRange(Enumerable.Repeat(GridCell.Blank, blank));
            cells.AddRange(Enumerable.Repeat(cell, times));
            blank = 0;
        }
        return [.. cells];
    }

    private GridCell ReadCell(XmlReader xml, Strike strike, out bool isCommented)
    {
        string? type = xml.GetAttribute("value-type", Office), value = xml.GetAttribute("value", Office);
        string? date = xml.GetAttribute("date-value", Office), truth = xml.GetAttribute("boolean-value", Office),
            text = xml.GetAttribute("string-value", Office);
        string? currency = xml.GetAttribute("currency", Office);
        bool isError = xml.GetAttribute("value-type", Calc) is "error", isFormula = xml.GetAttribute("formula", Table) is not null;
        string written = ReadText(xml, ref strike, out isCommented);
        GridCell cell = type switch
        {
            _ when isError => new(CellKind.Error, written),
            "percentage" when IsNumber(value, out decimal part) => new(CellKind.Number, "", part, default, "0%"),
            "float" or "currency" when IsNumber(value, out decimal number) =>
                new(CellKind.Number, "", number, default, ShownUnit.FormatOf(written, currency)),
            "date" when date is { Length: >= 10 } && LocalDatePattern.Iso.Parse(date[..10]) is { Success: true } day =>
                new(CellKind.Date, "", 0, day.Value),
            "boolean" => new(CellKind.Truth, truth is "true" ? "VRAI" : "FAUX"),
            "string" => GridCell.OfText(text ?? written),
            null when isFormula => new(CellKind.NoValue, ""),
            null => GridCell.OfText(written),
            _ => new(CellKind.Other, written),
        };
        return cell.IsBlank ? cell : cell with { Strike = strike };
    }

    private static bool IsNumber(string? value, out decimal number)
    {
        bool isOne = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double read) && Math.Abs(read) < 1e15;
        number = isOne ? (decimal)read : 0;
        return isOne;
    }

    // Paragraphs are lines. What a comment says is no content; that of a corrected copy is ours, and none of the sender's.
    private string ReadText(XmlReader xml, ref Strike strike, out bool isCommented)
    {
        isCommented = false;
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        int depth = xml.Depth, comment = int.MaxValue;
        bool isFurther = false;
        while (Next(xml) && xml.Depth > depth)
        {
            if (xml.Depth <= comment && xml.NodeType is XmlNodeType.EndElement && xml.LocalName is "annotation")
                comment = int.MaxValue;
            else if (comment < int.MaxValue && xml is { NodeType: XmlNodeType.Element, LocalName: "creator", IsEmptyElement: false })
                isCommented &= !(Next(xml) && xml.Value == CommentAuthor.Ours);
            // A short element may stand for a thousand spaces, and there may be any number of them.
            if (comment < int.MaxValue || text.Length >= LongestText)
                continue;
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName is "annotation" && !xml.IsEmptyElement)
                (comment, isCommented) = (xml.Depth, true);
            else if (xml is { NodeType: XmlNodeType.Element, NamespaceURI: Words, LocalName: "span" })
                strike = xml.GetAttribute("style-name", Words) is { } span && struckStyles.Contains(span) ? Strike.Part : strike;
            else if (xml is { NodeType: XmlNodeType.Element, NamespaceURI: Words, LocalName: "p" })
            {
                text.Append(isFurther ? "\n" : "");
                isFurther = true;
            }
            else if (xml is { NodeType: XmlNodeType.Element, NamespaceURI: Words, LocalName: "s" })
                text.Append(' ', Math.Min(1000, xml.GetAttribute("c", Words) is { } count
                    && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int spaces) ? spaces : 1));
            else if (xml is { NodeType: XmlNodeType.Element, NamespaceURI: Words, LocalName: "tab" or "line-break" })
                text.Append(xml.LocalName is "tab" ? '\t' : '\n');
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text.Append(xml.Value);
        }
        return text.ToString();
    }

    private static int Times(XmlReader xml, string name, int most) => xml.GetAttribute(name, Table) switch
    {
        null => 1,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int times) && times >= 1 =>
            Math.Min(times, most),
        _ => throw new NotReadException("damaged"),
    };
}
