using FundingReports.Reports;

namespace FundingReports.Excel.Layout;

/// <summary>Colours and type. Every contrast is above 4,5:1, and no colour speaks alone.</summary>
internal static class Look
{
    internal const string Font = "Arial";
    internal const double FontSize = 10, TitleSize = 15, AnswerSize = 12;
    internal const double LineHeight = 13.2, HeaderPadding = 6, RowPadding = 4;

    // A table of one page is printed as high as the paper: the closer its rows stand, the larger its letters are.
    internal const double TightPadding = 1.8;

    // A row that nobody has given a height.
    internal const double EmptyRow = 15;

    // No row of a spreadsheet is higher.
    internal const double HighestRow = 409;

    internal const string Ink = "1E1E1E";
    internal const string Blue = "1F3A5F";
    internal const string White = "FFFFFF";
    internal const string Grey = "565656";
    internal const string Rule = "C9CED6";
    internal const string TotalFill = "DCE4EF";
    internal const string SubtotalFill = "F1F4F8";

    /// <summary>The fill of rows that do not count.</summary>
    internal const string AsideFill = "FFF8E1";

    /// <summary>The colour of the frame around the column of the as-of date.</summary>
    internal const string Now = "B3123B";

    internal const string InputFill = "FFF2A8";

    /// <summary>
    /// The fill of a tone. It is light enough for dark words, at a contrast above 10:1; where there is no money, dark enough for white
    /// ones, above 5:1.
    /// </summary>
    internal static string FillOf(Tone tone) => tone switch
    {
        Tone.Good => "C6E0B4",
        Tone.Middling => "FFE08A",
        Tone.Bad => "F6D3D0",
        Tone.Open => "E4E4E4",
        Tone.Announced => "E8EDF4",
        Tone.Nothing => "C0392B",
        Tone.Decided => "DDEBF7",
        _ => White,
    };
}
