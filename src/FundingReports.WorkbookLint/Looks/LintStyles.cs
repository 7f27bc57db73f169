using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Looks;

/// <summary>The look of a cell, worked out.</summary>
/// <param name="Ink">The colour of its words; black where it is left to the system.</param>
/// <param name="Fills">The colours behind them: none, one, or both of a pattern.</param>
/// <param name="Size">Of the letters, in points.</param>
/// <param name="Bold">Whether they are bold.</param>
/// <param name="Wrap">Whether the text is broken into lines.</param>
/// <param name="Quoted">Whether what is typed stays text.</param>
/// <param name="Format">The number format; "" for the general one.</param>
internal sealed record LintStyle(int Ink, ImmutableArray<int> Fills, double Size, bool Bold, bool Wrap, bool Quoted, string Format)
{
    internal static LintStyle Plain { get; } = new(0, [], 11, false, false, false, "");

    /// <summary>The colours that the eye sees: of the words, and of what is behind them.</summary>
    internal (int Ink, int Fill) Colours => (Ink, Fills.IsEmpty ? 0xFFFFFF : Fills[0]);

    /// <summary>The worst contrast, and what is behind.</summary>
    internal (double Ratio, int Behind) ContrastOf(int ink) => Fills.IsEmpty
        ? (Contrast.Between(ink, 0xFFFFFF), 0xFFFFFF)
        : Fills.Select(fill => (Contrast.Between(ink, fill), fill)).MinBy(pair => pair.Item1);
}

/// <summary>The looks of a workbook.</summary>
internal sealed class LintStyles
{
    // The formats that every spreadsheet knows and no file writes (ECMA-376, 18.8.30), as far as the rules need them.
    private static readonly Dictionary<int, string> builtIn = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%", [14] = "dd/mm/yyyy", [15] = "d-mmm-yy",
            [16] = "d-mmm", [17] = "mmm-yy",
        [22] = "dd/mm/yyyy h:mm", [49] = "@",
    };

    private readonly ImmutableArray<LintStyle> cells;

    private LintStyles(Palette palette, ImmutableArray<LintStyle> cells, ImmutableArray<LintStyle> conditional, double size) =>
        (Palette, this.cells, Conditional, DefaultSize) = (palette, cells, conditional, size);

    internal Palette Palette { get; }

    /// <summary>The looks that a condition gives, by their number.</summary>
    internal ImmutableArray<LintStyle> Conditional { get; }

    /// <summary>The size of the letters by whose width columns are measured, in points.</summary>
    internal double DefaultSize { get; }

    internal LintStyle this[int style] => style >= 0 && style < cells.Length ? cells[style] : LintStyle.Plain;

    internal static LintStyles Read(XElement? styles, XElement? theme)
    {
        var palette = Palette.Read(theme, styles);
        List<XElement> fonts = [.. styles.First("fonts").Named("font")], fills = [.. styles.First("fills").Named("fill")];
        var formats = new Dictionary<int, string>(builtIn);
        foreach (XElement format in styles.First("numFmts").Named("numFmt"))
            if (Markup.Whole(format.Attr("numFmtId")) is { } id)
                formats[id] = format.Attr("formatCode") ?? "";
        string FormatOf(XElement xf) => Markup.Whole(xf.Attr("numFmtId")) is { } id ? formats.GetValueOrDefault(id, "") : "";
        XElement? At(List<XElement> list, string? index) => Markup.Whole(index) is { } i && i >= 0 && i < list.Count ? list[i] : null;
        double size = Size(fonts.FirstOrDefault());
        return new(palette,
            [.. styles.First("cellXfs").Named("xf")
                .Select(xf => Of(At(fonts, xf.Attr("fontId")), At(fills, xf.Attr("fillId")), palette, FormatOf(xf)) with
            {
                Wrap = Markup.IsTrue(xf.First("alignment").Attr("wrapText")) || xf.First("alignment").Attr("horizontal") is "justify"
                    || Markup.IsTrue(xf.First("alignment").Attr("shrinkToFit")),
                Quoted = Markup.IsTrue(xf.Attr("quotePrefix")),
            })],
            [.. styles.First("dxfs").Named("dxf").Select(dxf => Of(dxf.First("font"), dxf.First("fill"), palette, "", conditional: true))],
            size);
    }

    private static LintStyle Of(XElement? font, XElement? fill, Palette palette, string format, bool conditional = false) => new(
        font.First("color") is { } colour ? palette.Resolve(ColourSpec.Of(colour)) ?? 0 : 0,
        Fills(fill, palette, conditional), Size(font), font.First("b") is { } bold
            && bold.Attr("val") is not ("0" or "false"), false, false, format);

    private static double Size(XElement? font) => Markup.Figure(font.First("sz").Attr("val")) is { } size and > 0 and < 500 ? size : 11;

    private static ImmutableArray<int> Fills(XElement? fill, Palette palette, bool conditional)
    {
        if (fill.First("gradientFill") is { } gradient)
            return [.. gradient.Named("stop").Select(stop => stop.First("color")).OfType<XElement>()
                .Select(colour => palette.Resolve(ColourSpec.Of(colour)) ?? 0xFFFFFF)];
        if (fill.First("patternFill") is not { } pattern)
            return [];
        string kind = pattern.Attr("patternType") ?? (conditional ? "solid" : "none");
        if (kind is "none")
            return [];
        int? Colour(string name) => pattern.First(name) is { } colour ? palette.Resolve(ColourSpec.Of(colour)) : null;
        // A condition writes its solid fill as a background.
        if (kind is "solid")
            return [(conditional ? Colour("bgColor") ?? Colour("fgColor") : Colour("fgColor")) ?? 0xFFFFFF];
        return [Colour("bgColor") ?? 0xFFFFFF, Colour("fgColor") ?? 0];
    }

    internal static string Name(int colour) => "#" + colour.ToString("X6", CultureInfo.InvariantCulture);
}
