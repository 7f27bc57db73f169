using System.Globalization;
using FundingReports.Excel.Streaming;

namespace FundingReports.Excel.Packaging;

/// <summary>What holds a package together: the types of its parts, and what leads from one to another.</summary>
internal static class PackageXml
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    internal static void ContentTypes(XmlBytes xml, IReadOnlyList<SheetParts> sheets)
    {
        xml.Raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"u8)
            .Raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"u8)
            .Raw("<Default Extension=\"xml\" ContentType=\"application/xml\"/>"u8);
        void Part(string name, string type) =>
            xml.Raw("<Override PartName=\"/"u8).Attribute(name).Raw("\" ContentType=\""u8).Attribute(type).Raw("\"/>"u8);

        Part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        Part("xl/workbook.xml", Spreadsheet + "sheet.main+xml");
        Part("xl/styles.xml", Spreadsheet + "styles+xml");
        Part("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml");
        foreach (var sheet in sheets)
        {
            Part(sheet.Name, Spreadsheet + "worksheet+xml");
            foreach (var (_, table) in sheet.Tables)
                Part(table, Spreadsheet + "table+xml");
            if (sheet.Drawing is { } drawing)
                Part(drawing, "application/vnd.openxmlformats-officedocument.drawing+xml");
            foreach (string chart in sheet.Charts)
                Part(chart, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
        }
        xml.Raw("</Types>"u8);
    }

    /// <summary>What leads into the package.</summary>
    internal static void Relations(XmlBytes xml)
    {
        Begin(xml);
        Relation(xml, 0, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "xl/workbook.xml");
        Relation(xml, 1, "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
        End(xml);
    }

    /// <summary>What leads from a part to others, numbered in their order.</summary>
    internal static void Relations(XmlBytes xml, IReadOnlyList<(string Kind, string Target)> relations)
    {
        Begin(xml);
        for (int i = 0; i < relations.Count; i++)
            Relation(
                xml, i, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + relations[i].Kind, relations[i].Target);
        End(xml);
    }

    /// <summary>The part that says what a part leads to.</summary>
    internal static string RelationsOf(string part) => part.Insert(part.LastIndexOf('/') + 1, "_rels/") + ".rels";

    /// <summary>The name of a relation, by its place among those of its part.</summary>
    internal static string Id(int place) => string.Create(CultureInfo.InvariantCulture, $"rId{place + 1}");

    private static void Begin(XmlBytes xml) =>
        xml.Raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"u8);

    private static void Relation(XmlBytes xml, int place, string type, string target) =>
        xml.Raw("<Relationship Id=\""u8).Attribute(Id(place))
            .Raw("\" Type=\""u8).Attribute(type).Raw("\" Target=\"/"u8).Attribute(target).Raw("\"/>"u8);

    private static void End(XmlBytes xml) => xml.Raw("</Relationships>"u8);
}
