using ClosedXML.Excel;
using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>All that the style of a cell of a table depends on.</summary>
/// <param name="Figure">Whether it stands to the right, as figures do.</param>
/// <param name="Indented">Whether its words keep away from the figures to their left.</param>
/// <param name="First">Whether it is the first of its row, which has no line before it.</param>
/// <param name="Role">What its row is.</param>
/// <param name="Tone">What its colour underlines.</param>
/// <param name="IsInput">Whether the reader is meant to change it.</param>
/// <param name="Format">How its figure is written; null for words.</param>
/// <param name="IsQuoted">Whether it is a text that begins like a formula.</param>
/// <param name="IsLink">Whether it leads to a sheet.</param>
/// <param name="IsHeader">Whether it is a header.</param>
internal readonly record struct CellStyle(bool Figure, bool Indented, bool First, RowRole Role, Tone Tone, bool IsInput, string? Format,
    bool IsQuoted, bool IsLink, bool IsHeader);

/// <summary>Each style of a workbook, made once: to set its ten parts on every cell takes most of the time of writing one.</summary>
internal sealed class StyleBook
{
    private readonly Dictionary<CellStyle, IXLStyle> made = [];

    /// <summary>Gives a cell its style; its value is there already, since a date brings a format of its own.</summary>
    internal void Apply(IXLCell cell, CellStyle style)
    {
        if (made.TryGetValue(style, out var known))
        {
            cell.Style = known;
            return;
        }
        Make(cell.Style, style);
        made[style] = cell.Style;
    }

    private static void Make(IXLStyle cell, CellStyle style)
    {
        Look.Apply(cell);
        cell.Alignment.WrapText = true;
        cell.Alignment.Horizontal = style.Figure ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left;
        if (style.Indented)
            cell.Alignment.Indent = 1;
        cell.Border.BottomBorder = XLBorderStyleValues.Thin;
        cell.Border.BottomBorderColor = Look.Rule;
        if (!style.First)
        {
            cell.Border.LeftBorder = XLBorderStyleValues.Thin;
            cell.Border.LeftBorderColor = Look.Rule;
        }
        if (style.Format is { } format)
            cell.NumberFormat.Format = format;
        else
            cell.NumberFormat.NumberFormatId = 0;
        if (style.IsQuoted)
            cell.IncludeQuotePrefix = true;
        if (style.IsHeader)
            Header(cell);
        else
            Body(cell, style);
    }

    private static void Header(IXLStyle cell)
    {
        cell.Font.Bold = true;
        cell.Font.FontColor = Look.White;
        cell.Fill.BackgroundColor = Look.Blue;
        cell.Alignment.Vertical = XLAlignmentVerticalValues.Center;
    }

    private static void Body(IXLStyle cell, CellStyle style)
    {
        if (style.Role != RowRole.Line)
        {
            cell.Font.Bold = true;
            cell.Fill.BackgroundColor = style.Role == RowRole.Total ? Look.TotalFill : Look.SubtotalFill;
        }
        if (style.IsInput)
            cell.Fill.BackgroundColor = Look.InputFill;
        else if (style.Tone != Tone.Plain)
            cell.Fill.BackgroundColor = Look.FillOf(style.Tone);
        if (style.IsLink)
        {
            // Underlined, so that it is not the colour alone that says it.
            cell.Font.FontColor = Look.Blue;
            cell.Font.Underline = XLFontUnderlineValues.Single;
        }
    }
}
