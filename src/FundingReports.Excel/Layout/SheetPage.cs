using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>How a sheet is printed and opened.</summary>
/// <param name="FitsOnePage">Whether it is printed on one page; else on as many as it is long, each as wide as the sheet.</param>
/// <param name="FooterLeft">The foot of its pages, at the left.</param>
/// <param name="FooterCentre">The same in the middle.</param>
/// <param name="FooterRight">The same at the right.</param>
/// <param name="FrozenRows">How many rows stay in sight while one scrolls; 0 for none.</param>
/// <param name="TitleRow">The last of the rows that each printed page repeats; 0 for none.</param>
/// <param name="TitleFrom">The first of them.</param>
/// <param name="PrintedRows">The rows that are printed, from the first; 0 for all.</param>
/// <param name="PrintedColumns">The columns that are printed, where not all rows are.</param>
internal sealed record SheetPage(
    bool FitsOnePage, string FooterLeft, string FooterCentre, string FooterRight,
    int FrozenRows, int TitleRow, int TitleFrom, int PrintedRows, int PrintedColumns)
{
    internal const double Side = 0.4, Top = 0.5, Bottom = 0.75, Margin = 0.3;

    /// <summary>The number of the paper that is 210 mm wide and 297 mm high.</summary>
    internal const int A4 = 9;

    private const int LongestFooter = 60;

    // A space after the size: a text may begin with a digit.
    private const string FooterFont = $"&\"{Look.Font},Regular\"&8 ";

    internal static SheetPage Of(Report report, SheetLayout layout)
    {
        // The rows of a long table are not printed where nobody reads them on paper.
        bool isCut = !layout.Sheet.PrintsData && layout.Data is not null;
        int header = !isCut && layout.Tables.Length == 1 ? layout.Tables[0].HeaderRow : 0;
        return new(
            layout.Sheet.OnePage, FooterFont + Footer(report.Title), FooterFont + Footer(report.AsOfText),
            FooterFont + Footer($"{layout.Sheet.Name} · {report.Words.Page} ") + "&P/&N",
            // Above a chart there is no room left to scroll in.
            layout.Charts.IsEmpty && layout.Timelines.IsEmpty ? header : 0, header, header > 0 ? layout.Tables[0].TopRow : 0,
            isCut ? layout.Tables[^1].HeaderRow - 2 : 0, Math.Max(1, layout.Widths.Length));
    }

    // An ampersand begins a command in a footer, and the three parts share 255 characters.
    private static string Footer(string text)
    {
        string clean = SafeText.Clean(text, "").Replace('\n', ' ');
        if (clean.Length > LongestFooter)
            clean = clean[..(LongestFooter - 1)].TrimEnd() + "…";
        return clean.Replace("&", "&&", StringComparison.Ordinal);
    }
}
