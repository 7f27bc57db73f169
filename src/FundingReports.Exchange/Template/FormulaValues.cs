using System.Globalization;
using System.IO.Packaging;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace FundingReports.Exchange.Template;

/// <summary>The values of the formulas of a form, put into the package: ClosedXML writes formulas without.</summary>
internal sealed class FormulaValues
{
    private static readonly XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<string, Dictionary<string, object>> known = new(StringComparer.Ordinal);

    /// <summary>Takes the value of a cell: a number, or a text.</summary>
    internal void Add(string sheet, IXLCell cell, object value)
    {
        if (!known.TryGetValue(sheet, out Dictionary<string, object>? cells))
            known[sheet] = cells = new(StringComparer.Ordinal);
        cells[cell.Address.ToString()!] = value;
    }

    /// <summary>Writes the values into the sheets.</summary>
    internal void Write(Package package)
    {
        if (known.Count == 0)
            return;
        PackagePart book = package.GetPart(new("/xl/workbook.xml", UriKind.Relative));
        foreach (XElement sheet in Read(book).Descendants(main + "sheet"))
        {
            if (!known.TryGetValue((string)sheet.Attribute("name")!, out Dictionary<string, object>? cells))
                continue;
            PackageRelationship leads = book.GetRelationship((string)sheet.Attribute(ids + "id")!);
            PackagePart part = package.GetPart(PackUriHelper.ResolvePartUri(book.Uri, leads.TargetUri));
            XDocument content = Read(part);
            foreach (XElement cell in content.Descendants(main + "c"))
                if (cell.Element(main + "f") is { } formula && cells.TryGetValue((string)cell.Attribute("r")!, out object? value))
                {
                    cell.Elements(main + "v").Remove();
                    cell.SetAttributeValue("t", value is string ? "str" : null);
                    formula.AddAfterSelf(new XElement(main + "v", Convert.ToString(value, CultureInfo.InvariantCulture)));
                }
            using Stream stream = part.GetStream(FileMode.Create, FileAccess.Write);
            content.Save(stream);
        }
    }

    private static XDocument Read(PackagePart part)
    {
        using Stream stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return XDocument.Load(stream);
    }
}
