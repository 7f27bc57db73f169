using System.IO.Compression;
using FundingReports.Excel.Charts;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Reports;

namespace FundingReports.Excel.Packaging;

/// <summary>Report → the parts of a workbook, each written once, in one order, and none of them held but its charts.</summary>
internal static class WorkbookPackage
{
    /// <summary>Writes a workbook.</summary>
    /// <param name="report">What it holds.</param>
    /// <param name="destination">Where to; it can seek.</param>
    /// <param name="lastRow">The last row a sheet can have: a longer table goes on on further sheets.</param>
    /// <param name="cancellationToken">Looked at before each row.</param>
    internal static void Write(Report report, Stream destination, int lastRow, CancellationToken cancellationToken)
    {
        var layout = new ReportLayout(report, lastRow, cancellationToken);
        var parts = SheetParts.Of(layout);
        var styles = new StyleBook();
        var writer = new SheetWriter(report, layout, styles, cancellationToken);
        using var package = new PackageWriter(destination);
        package.Write("[Content_Types].xml", xml => PackageXml.ContentTypes(xml, parts));
        package.Write("_rels/.rels", PackageXml.Relations);
        package.Write("docProps/core.xml", xml => CoreProperties.Write(xml, report));
        package.Write("xl/workbook.xml", xml => WorkbookXml.Write(xml, report, layout));
        package.Write("xl/_rels/workbook.xml.rels", xml => WorkbookXml.Relations(xml, parts));
        package.Write("xl/theme/theme1.xml", ThemeXml.Part);
        foreach (var part in parts)
        {
            cancellationToken.Look();
            // A long table is compressed at the fastest level: any other takes longer than to make its rows.
            package.Write(part.Name, xml => SheetXml.Write(xml, report, part, writer),
                part.Sheet.Data is null ? CompressionLevel.Optimal : CompressionLevel.Fastest);
            Beside(package, part, layout, report);
        }
        package.Write("xl/styles.xml", xml => StylesXml.Write(xml, styles.Looks));
    }

    // The tables of a sheet and its drawing, and what leads to them.
    private static void Beside(PackageWriter package, SheetParts part, ReportLayout layout, Report report)
    {
        if (part.Relations.Count > 0)
            package.Write(PackageXml.RelationsOf(part.Name), xml => PackageXml.Relations(xml, part.Relations));
        for (int i = 0; i < part.Tables.Count; i++)
        {
            int number = i;
            package.Write(
                part.Tables[i].Name, xml =>
                    TableXml.Write(xml, part.Tables[number].Number, part.Sheet, part.Sheet.Tables[number], report.Words.Cut));
        }
        if (part.Drawing is not { } drawing)
            return;
        var placed = part.Sheet.Charts.Select((chart, i) => (chart, PackageXml.Id(i))).ToList();
        package.Write(drawing, DrawingXml.Of(placed, part.Sheet, report.Language));
        if (part.Charts.Count > 0)
            package.Write(
                PackageXml.RelationsOf(drawing), xml => PackageXml.Relations(xml, [.. part.Charts.Select(chart => ("chart", chart))]));
        for (int i = 0; i < part.Charts.Count; i++)
            package.Write(part.Charts[i], ChartXml.Of(ChartData.Of(part.Sheet.Charts[i].Chart, layout, report.Words), report.Language));
    }
}
