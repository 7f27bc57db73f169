using ClosedXML.Excel;
using FundingReports.Excel.Layout;

namespace FundingReports.Excel.Added;

/// <summary>
/// The looks of cells in the words of ClosedXML, each made once: to set its ten parts on every cell takes most of the time of writing one.
/// </summary>
internal sealed class ClosedLooks(StyleBook styles)
{
    private readonly Dictionary<int, IXLStyle> made = [];

    /// <summary>Gives a cell its look; its value is there already, since a date brings a format of its own.</summary>
    internal void Give(IXLCell cell, int style)
    {
        if (made.TryGetValue(style, out var known))
        {
            cell.Style = known;
            return;
        }
        Make(cell.Style, styles.Looks[style]);
        made[style] = cell.Style;
    }

    /// <summary>Makes a look.</summary>
    internal static void Make(IXLStyle style, CellLook look)
    {
        style.Font.FontName = Look.Font;
        style.Font.FontSize = look.Size;
        style.Font.FontColor = Colour(look.Ink);
        style.Font.Bold = look.IsBold;
        style.Font.Italic = look.IsItalic;
        style.Font.Underline = look.IsUnderlined ? XLFontUnderlineValues.Single : XLFontUnderlineValues.None;
        style.Alignment.WrapText = look.Wraps;
        style.Alignment.Horizontal = look.Side switch
        {
            Side.Left => XLAlignmentHorizontalValues.Left,
            Side.Right => XLAlignmentHorizontalValues.Right,
            Side.Middle => XLAlignmentHorizontalValues.Center,
            _ => XLAlignmentHorizontalValues.General,
        };
        style.Alignment.Vertical = look.IsCentred ? XLAlignmentVerticalValues.Center : XLAlignmentVerticalValues.Top;
        if (look.Indent > 0)
            style.Alignment.Indent = look.Indent;
        Borders(style.Border, look);
        if (look.Fill is { } fill)
            style.Fill.BackgroundColor = Colour(fill);
        if (look.IsHatched)
        {
            style.Fill.PatternType = XLFillPatternValues.LightUp;
            style.Fill.PatternColor = Colour(Look.Rule);
        }
        if (look.Format is { } format)
            style.NumberFormat.Format = PackedText.Pack(format);
        else
            style.NumberFormat.NumberFormatId = 0;
        if (look.IsQuoted)
            style.IncludeQuotePrefix = true;
    }

    private static void Borders(IXLBorder border, CellLook look)
    {
        if (look.Left.Colour is { } left)
            (border.LeftBorder, border.LeftBorderColor) = (Weight(look.Left), Colour(left));
        if (look.Right.Colour is { } right)
            (border.RightBorder, border.RightBorderColor) = (Weight(look.Right), Colour(right));
        if (look.Bottom.Colour is { } bottom)
            (border.BottomBorder, border.BottomBorderColor) = (Weight(look.Bottom), Colour(bottom));
    }

    private static XLBorderStyleValues Weight(Edge edge) =>
        edge.Weight == EdgeWeight.Medium ? XLBorderStyleValues.Medium : XLBorderStyleValues.Thin;

    private static XLColor Colour(string rgb) => XLColor.FromHtml("#" + rgb);
}
