using System.Globalization;
using FundingReports.Excel.Packaging;
using FundingReports.Reports;

namespace FundingReports.Excel;

/// <summary>Report → the bytes of a workbook, the same in any culture and at any hour.</summary>
internal static class WorkbookBytes
{
    internal static byte[] Of(Report report)
    {
        var culture = CultureInfo.CurrentCulture;
        // Under fr-FR ClosedXML writes "0,5" where the format wants "0.5".
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var rendering = WorkbookRenderer.Render(report);
            using var workbook = rendering.Workbook;
            using var saved = new MemoryStream();
            workbook.SaveAs(saved);
            return PackagePass.Apply(saved, report, rendering.Formulas);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
