using System.Xml;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>Walks through the part of a sheet once, and tells what it meets; no more than a row is kept.</summary>
internal sealed class SheetReader(LintBook book, SheetRuleSet rules)
{
    private const int LongestFormula = 8_192;

    private readonly List<LintCell> cells = [];
    private int row, column;

    internal void Walk(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName is "row")
                Row(xml);
            else if (xml.LocalName is "f" or "formula" or "formula1" or "formula2")
                rules.Formula(Markup.Inside(xml, LongestFormula));
            else if (xml.LocalName is "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter")
                rules.Margin(Markup.Inside(xml, LintText.Read));
            else
                rules.Element(xml);
        }
    }

    private void Row(XmlReader xml)
    {
        row = Bounded(xml.GetAttribute("r") is { } given ? Markup.Whole(given) ?? 0 : row + 1, CellRange.LastRow);
        double? height = Markup.Figure(xml.GetAttribute("ht"));
        if (Markup.IsTrue(xml.GetAttribute("hidden")) || height is 0)
            rules.HiddenRow(row);
        cells.Clear();
        column = 0;
        if (!xml.IsEmptyElement)
        {
            int depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == depth))
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
                    Cell(xml);
        }
        rules.Row(new(row, height, cells));
    }

    private void Cell(XmlReader xml)
    {
        int at = row;
        if (xml.GetAttribute("r") is not { } reference)
            column++;
        else if (!CellRange.TryCell(reference, out at, out column))
            throw new InvalidDataException("A cell is out of bounds.");
        Bounded(column, CellRange.LastColumn);
        int style = Markup.Whole(xml.GetAttribute("s")) ?? 0;
        string type = xml.GetAttribute("t") ?? "n";
        string? formula = null, value = null;
        LintText? inline = null;
        if (!xml.IsEmptyElement)
        {
            int depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (xml.NodeType is not XmlNodeType.Element)
                    continue;
                if (xml.LocalName is "f")
                    formula = Markup.Inside(xml, LongestFormula);
                else if (xml.LocalName is "v")
                    value = Markup.Inside(xml, LintText.Read);
                else if (xml.LocalName is "is")
                    inline = SharedTexts.Item(xml);
            }
        }
        if (cells.Count < CellRange.LastColumn)
            cells.Add(Of(column, style, type, value, inline, formula));
    }

    private LintCell Of(int at, int style, string type, string? value, LintText? inline, string? formula) => type switch
    {
        "s" => value is null ? new(at, style, LintKind.Blank, LintText.Empty, formula)
            : Markup.Whole(value) is { } index && index >= 0 && index < book.Texts.Count
                ? new(at, style, LintKind.Text, book.Texts[index], formula)
            : throw new InvalidDataException("A text is not in the list."),
        "inlineStr" => new(at, style, inline is null ? LintKind.Blank : LintKind.Text, inline ?? LintText.Empty, formula),
        // A formula may well give an empty text.
        "str" => new(at, style, value is null ? LintKind.Blank : LintKind.Text, LintText.Of(value ?? ""), formula),
        "e" => new(at, style, LintKind.Error, LintText.Raw(value ?? ""), formula),
        "b" => new(at, style, value is null ? LintKind.Blank : LintKind.Truth, LintText.Raw(value ?? ""), formula),
        _ => new(at, style, string.IsNullOrEmpty(value) ? LintKind.Blank : LintKind.Number, LintText.Raw(value ?? ""), formula),
    };

    private static int Bounded(int number, int last) =>
        number >= 1 && number <= last ? number : throw new InvalidDataException("A row or a column is out of bounds.");

}
