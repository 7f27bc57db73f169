using System.Xml.Linq;
using FundingReports.Excel.Layout;
using FundingReports.Reports;

namespace FundingReports.Excel.Packaging;

/// <summary>Title, author, language and date of the document. The date is the as-of date: no clock is asked.</summary>
internal static class CoreProperties
{
    private const string Part = "docProps/core.xml",
        Relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private static readonly XNamespace
        Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        Dublin = "http://purl.org/dc/elements/1.1/",
        Terms = "http://purl.org/dc/terms/",
        Instance = "http://www.w3.org/2001/XMLSchema-instance";

    internal static void Write(PackageParts package, Report report)
    {
        foreach (string name in package.Xml.Keys.Where(name => name.EndsWith(".psmdcp", StringComparison.Ordinal)).ToList())
            package.Remove(name, "core-properties");
        package.Xml[PackageParts.ContentTypes].Root!.Elements().Where(type => (string?)type.Attribute("Extension") == "psmdcp").Remove();

        string date = $"{PartialDate.Of(report.AsOf)}T00:00:00Z";
        XElement Date(string name) => new(Terms + name, new XAttribute(Instance + "type", "dcterms:W3CDTF"), date);
        XElement? Said(XName name, string? text) => string.IsNullOrEmpty(text) ? null : new(name, SafeText.Clean(text, report.Words.Cut));
        package.Add(Part, "application/vnd.openxmlformats-package.core-properties+xml", new(new XElement(Core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", Core),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin),
            new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            Said(Dublin + "title", report.Title),
            Said(Dublin + "creator", report.Author ?? "FundingReports"),
            Said(Dublin + "description", report.Description),
            Said(Dublin + "language", report.Language == Language.English ? "en-GB" : "fr-FR"),
            Date("created"),
            Date("modified"))));
        package.Xml["_rels/.rels"].Root!.Add(new XElement(Names.Relations + "Relationship",
            new XAttribute("Type", Relation), new XAttribute("Target", "/" + Part), new XAttribute("Id", "core")));
    }
}
