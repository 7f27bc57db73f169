using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>How the sheet prints: on A4, one page wide, the header row on each page.</summary>
internal sealed partial class PageRule(LintSheet sheet, FindingList findings) : SheetRule
{
    private const int A4 = 9;
    // Without a table it is not known which row is the header: a list that is longer than a page needs some row repeated on each.
    private const int RowsOfAPage = 40;

    private int paper = 1, wide = 1, rows;
    private bool fits, printed;

    internal override void Element(XmlReader xml)
    {
        if (xml.LocalName is "pageSetUpPr")
            fits = Markup.IsTrue(xml.GetAttribute("fitToPage"));
        else if (xml.LocalName is "pageSetup")
            (paper, wide) = (Markup.Whole(xml.GetAttribute("paperSize")) ?? 1, Markup.Whole(xml.GetAttribute("fitToWidth")) ?? 1);
        else if (xml.LocalName is "drawing")
            printed = true;
    }

    internal override void Row(LintRow row)
    {
        int filled = row.Cells.Count(cell => !cell.IsBlank);
        printed |= filled > 0;
        rows += filled > 1 ? 1 : 0;
    }

    internal override void End()
    {
        if (!printed)
            return;
        if (paper != A4)
            findings.Add(LintRule.PaperSize, sheet.Name);
        if (!fits || wide != 1)
            findings.Add(LintRule.PageWidth, sheet.Name);
        if (sheet.Tables is [{ HeaderRows: > 0 } table] ? !Repeats(table.Range.Top) && IsPrinted(table.Range.Top) : sheet.Tables.IsEmpty
            && rows > RowsOfAPage && sheet.PrintTitles is null)
            findings.Add(LintRule.RepeatedHeader, sheet.Name, null, sheet.PrintTitles ?? "");
    }

    private bool Repeats(int row) => sheet.PrintTitles is { } titles && Rows().Matches(titles)
        .Any(match => int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int last) && row >= first
                && row <= last);

    // A table below what is printed has no header to repeat.
    private bool IsPrinted(int row) => sheet.PrintArea is not { } area || Area().Match(area) is not { Success: true } match
        || !int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int last) || row <= last;

    [GeneratedRegex(@"^[^,]*:\$[A-Z]{1,3}\$([0-9]{1,7})$", RegexOptions.CultureInvariant)]
    private static partial Regex Area();

    // LibreOffice does not read 4:4 without its dollars.
    [GeneratedRegex(@"!\$([0-9]{1,7}):\$([0-9]{1,7})", RegexOptions.CultureInvariant)]
    private static partial Regex Rows();
}
