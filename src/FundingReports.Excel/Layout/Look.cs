using ClosedXML.Excel;
using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>Colours and type. Every contrast is above 4,5:1, and no colour speaks alone.</summary>
internal static class Look
{
    internal const string Font = "Arial";
    internal const double FontSize = 10, TitleSize = 15, AnswerSize = 12;
    internal const double LineHeight = 13.2, HeaderPadding = 6, RowPadding = 4;

    // A row that nobody has given a height.
    internal const double EmptyRow = 15;

    // No row of a spreadsheet is higher.
    internal const double HighestRow = 409;

    internal static XLColor Ink { get; } = XLColor.FromHtml("#1E1E1E");
    internal static XLColor Blue { get; } = XLColor.FromHtml("#1F3A5F");
    internal static XLColor White { get; } = XLColor.FromHtml("#FFFFFF");
    internal static XLColor Grey { get; } = XLColor.FromHtml("#565656");
    internal static XLColor Rule { get; } = XLColor.FromHtml("#C9CED6");
    internal static XLColor TotalFill { get; } = XLColor.FromHtml("#DCE4EF");
    internal static XLColor SubtotalFill { get; } = XLColor.FromHtml("#F1F4F8");

    /// <summary>Of rows that do not count.</summary>
    internal static XLColor AsideFill { get; } = XLColor.FromHtml("#FFF8E1");

    /// <summary>Of the frame of what is now.</summary>
    internal static XLColor Now { get; } = XLColor.FromHtml("#B3123B");

    internal static XLColor InputFill { get; } = XLColor.FromHtml("#FFF2A8");

    /// <summary>Light enough for dark words: the contrast stays above 10:1. Where there is no money, dark enough for white ones: above 5:1.</summary>
    internal static XLColor FillOf(Tone tone) => tone switch
    {
        Tone.Good => XLColor.FromHtml("#C6E0B4"),
        Tone.Middling => XLColor.FromHtml("#FFE08A"),
        Tone.Bad => XLColor.FromHtml("#F6D3D0"),
        Tone.Open => XLColor.FromHtml("#E4E4E4"),
        Tone.Announced => XLColor.FromHtml("#E8EDF4"),
        Tone.Nothing => XLColor.FromHtml("#C0392B"),
        _ => White,
    };

    internal static void Apply(IXLStyle style)
    {
        style.Font.FontName = Font;
        style.Font.FontSize = FontSize;
        style.Font.FontColor = Ink;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
    }
}
