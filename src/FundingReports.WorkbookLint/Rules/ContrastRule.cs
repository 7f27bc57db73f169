using FundingReports.Wording;
using System.Globalization;
using System.Xml;
using FundingReports.WorkbookLint.Looks;
using FundingReports.WorkbookLint.Package;
using FundingReports.WorkbookLint.Sheets;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>Words against what is behind them, style by style. The fill of a table style is not counted: LibreOffice draws none.</summary>
internal sealed class ContrastRule(LintBook book, LintSheet sheet, FindingList findings) : SheetRule
{
    // By style and colour of words: the contrast is worked out once.
    private readonly Dictionary<(int Style, int Ink), (double Ratio, int Behind)> known = [];
    private readonly Dictionary<(int Ink, int Behind), (double Ratio, string Place, int Count)> weak = [];
    private string? conditions;

    internal override void Row(LintRow row)
    {
        foreach (LintCell cell in row.Cells)
        {
            if (cell.IsBlank)
                continue;
            LintStyle style = book.Styles[cell.Style];
            See(cell.Style, style, style.Ink, row.Number, cell.Column);
            foreach (ColourSpec part in cell.Text.Colours ?? [])
                See(cell.Style, style, book.Styles.Palette.Resolve(part) ?? 0, row.Number, cell.Column);
        }
    }

    internal override void Element(XmlReader xml)
    {
        if (xml.LocalName is "conditionalFormatting")
            conditions = xml.GetAttribute("sqref")?.Split(' ')[0];
        else if (
            xml.LocalName is "cfRule" && Markup.Whole(xml.GetAttribute("dxfId")) is { } index && index >= 0
            && index < book.Styles.Conditional.Length && book.Styles.Conditional[index] is { Fills.IsEmpty: false } look
            && look.ContrastOf(look.Ink) is { Ratio: < Contrast.Least } pair)
            Add(CellRange.TryParse(conditions, out CellRange range) ? range.ToString() : null, pair.Ratio, look.Ink, pair.Behind, 1);
    }

    internal override void End()
    {
        foreach (var ((ink, behind), (ratio, place, count)) in weak)
            Add(place, ratio, ink, behind, count);
    }

    private void See(int index, LintStyle style, int ink, int row, int column)
    {
        if (!known.TryGetValue((index, ink), out var pair))
            known[(index, ink)] = pair = style.ContrastOf(ink);
        if (pair.Ratio >= Contrast.Least)
            return;
        var (_, place, count) = weak.GetValueOrDefault((ink, pair.Behind), (0, CellRange.NameOf(row, column), 0));
        if (count > 0 || weak.Count < 1_000)
            weak[(ink, pair.Behind)] = (pair.Ratio, place, count + 1);
    }

    // Rounded down: 4,49 is not 4,5.
    private void Add(string? place, double ratio, int ink, int behind, int count) => findings.Add(LintRule.Contrast, sheet.Name, place,
        (Math.Floor(ratio * 100) / 100).ToString("0.00", CultureInfo.InvariantCulture), LintStyles.Name(ink), LintStyles.Name(behind),
            count.ToString(CultureInfo.InvariantCulture));
}
