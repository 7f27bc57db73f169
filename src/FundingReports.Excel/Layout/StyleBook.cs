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
    bool IsQuoted, bool IsLink, bool IsHeader)
{
    /// <summary>Whether its column is framed: the as-of date falls in it.</summary>
    internal bool IsNow { get; init; }

    /// <summary>Whether it stands in the middle.</summary>
    internal bool IsCentred { get; init; }

    /// <summary>Whether it stands above headers, and says what they share.</summary>
    internal bool IsGroup { get; init; }
}

/// <summary>The looks of a workbook, each made once and numbered; the first is that of a cell that nobody has given another.</summary>
internal sealed class StyleBook
{
    private readonly Dictionary<CellLook, int> places = new() { [CellLook.Plain] = 0 };
    private readonly List<CellLook> looks = [CellLook.Plain];

    /// <summary>The looks, by their number.</summary>
    internal IReadOnlyList<CellLook> Looks => looks;

    /// <summary>The number of a look.</summary>
    internal int Of(CellLook look)
    {
        if (!places.TryGetValue(look, out int place))
        {
            places[look] = place = looks.Count;
            looks.Add(look);
        }
        return place;
    }

    /// <summary>The number of the look of a cell of a table.</summary>
    internal int Of(in CellStyle style) => Of(LookOf(style));

    private static CellLook LookOf(in CellStyle style)
    {
        Edge rule = new(EdgeWeight.Thin, Look.Rule), now = new(EdgeWeight.Medium, Look.Now);
        var look = new CellLook
        {
            Wraps = !style.IsGroup,
            // At the top of its row the first line of a table touches the header, which cuts the accents of its capitals.
            IsCentred = true,
            Side = style.IsCentred ? Side.Middle : style.Figure ? Side.Right : Side.Left,
            Indent = style.Indented ? 1 : 0,
            Bottom = style.IsGroup ? new(EdgeWeight.Thin, Look.Blue) : rule,
            Left = style.IsNow ? now : style.First ? default : rule,
            Right = style.IsNow ? now : default,
            Format = style.Format,
            IsQuoted = style.IsQuoted,
        };
        return style.IsHeader
            ? look with { IsBold = true, Ink = Look.White, Fill = style.IsNow ? Look.Now : Look.Blue }
            : Body(look, style);
    }

    private static CellLook Body(CellLook look, in CellStyle style)
    {
        if (style.Role == RowRole.Aside)
            look = look with { IsItalic = true, Fill = Look.AsideFill };
        else if (style.Role != RowRole.Line)
            look = look with { IsBold = true };
        if (style.Role is RowRole.Total or RowRole.Subtotal)
            look = look with { Fill = style.Role == RowRole.Total ? Look.TotalFill : Look.SubtotalFill };
        if (style.IsInput)
            look = look with { Fill = Look.InputFill };
        else if (style.Tone != Tone.Plain)
            // Hatched is what does not count: seen without any colour.
            look = look with { Fill = Look.FillOf(style.Tone), IsHatched = style.Tone == Tone.Announced };
        if (style is { IsInput: false, Tone: Tone.Nothing })
            look = look with { Ink = Look.White, IsBold = true };
        // Underlined, so that it is not the colour alone that says it.
        return style.IsLink ? look with { Ink = Look.Blue, IsUnderlined = true } : look;
    }
}
