using System.Text;
using FundingReports.Excel.Layout;
using FundingReports.Excel.Sheets;
using FundingReports.Reports;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Excel.Streaming;

/// <summary>The cells of a sheet as XML.</summary>
internal sealed class SheetRows(XmlBytes xml, ReportWords words) : CellSink
{
    // What spreadsheets count days from.
    private static readonly LocalDate dayZero = new(1899, 12, 30);

    private readonly List<byte[]> letters = [];
    private readonly List<(int Row, int Column, string Text, string Sheet)> links = [];
    private int row;

    /// <summary>The cells that lead to another sheet.</summary>
    internal IReadOnlyList<(int Row, int Column, string Text, string Sheet)> Links => links;

    internal override void Row(int number, double height)
    {
        End();
        row = number;
        xml.Raw("<row r=\""u8).Number(number).Raw("\" ht=\""u8).Length(height).Raw("\" customHeight=\"1\">"u8);
    }

    /// <summary>Ends the last row.</summary>
    internal void End()
    {
        if (row > 0)
            xml.Raw("</row>"u8);
        row = 0;
    }

    internal override void Words(int column, string text, int style, string? sheet = null)
    {
        if (sheet is not null)
            links.Add((row, column, text, sheet));
        Open(column, style).Words(text).Raw("</c>"u8);
    }

    internal override void Blank(int column, int style) => Open(column, style).Raw("/>"u8);

    internal override void Figure(int column, decimal figure, int style) =>
        Open(column, style).Raw("><v>"u8).Number(figure).Raw("</v></c>"u8);

    internal override void Day(int column, LocalDate day, int style) =>
        Open(column, style).Raw("><v>"u8).Number((long)Period.DaysBetween(dayZero, day)).Raw("</v></c>"u8);

    internal override void Formula(int column, string formula, FormulaValue value, int style)
    {
        Open(column, style);
        if (value.IsText)
            xml.Raw(" t=\"str\""u8);
        xml.Raw("><f>"u8).Text(formula).Raw("</f><v>"u8).Text(value.Value).Raw("</v></c>"u8);
    }

    internal override void LongTable(
        PlacedTable table, DataRows rows, IReadOnlyList<(int Plain, int Quoted)> styles, IReadOnlyList<double> widths)
    {
        End();
        new LongRows(xml, table.Table.Columns, styles, widths, words).Write(rows.Take(), table.FirstRow);
    }

    private XmlBytes Open(int column, int style)
    {
        while (letters.Count < column)
            letters.Add(Encoding.ASCII.GetBytes(SheetCell.LettersOf(letters.Count + 1)));
        return xml.Raw("<c r=\""u8).Raw(letters[column - 1]).Number(row).Raw("\" s=\""u8).Number(style).Raw("\""u8);
    }
}
