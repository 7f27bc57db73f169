using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Looks;

/// <summary>The colours that a workbook names by number: its theme and its palette.</summary>
internal sealed class Palette(ImmutableArray<int> theme, ImmutableArray<int> indexed)
{
    // In the order of the indexes: window, text, then light 2, dark 2, six accents, two of links. Those of Office 2013.
    private static readonly ImmutableArray<string> slots =
        ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
    private static readonly ImmutableArray<int> office =
        [0xFFFFFF, 0x000000, 0xE7E6E6, 0x44546A, 0x5B9BD5, 0xED7D31, 0xA5A5A5, 0xFFC000, 0x4472C4, 0x70AD47, 0x0563C1, 0x954F72];

    // The palette of the format (ECMA-376, 18.8.27); 0 to 7 repeat as 8 to 15.
    private static readonly ImmutableArray<int> standard =
    [
        0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
        0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
        0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
        0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
        0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
        0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
        0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
        0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
    ];

    internal static Palette Read(XElement? themePart, XElement? styles)
    {
        XElement? scheme = themePart.Within("clrScheme").FirstOrDefault();
        ImmutableArray<int> theme = scheme is null
            ? office : [.. slots.Select((slot, i) => Hex(scheme.First(slot)?.Elements().FirstOrDefault() is { } colour
            ? colour.Name.LocalName is "sysClr" ? colour.Attr("lastClr") : colour.Attr("val") : null) ?? office[i])];
        ImmutableArray<int> own =
            [.. styles.First("colors").First("indexedColors").Named("rgbColor").Take(64).Select(colour => Hex(colour.Attr("rgb")) ?? 0)];
        return new(theme, own.Length == 64 ? own : standard);
    }

    /// <summary>The colour; null where it is left to the system (64 and 65, auto).</summary>
    internal int? Resolve(ColourSpec spec)
    {
        int? colour = spec.Rgb ?? (spec.Theme is { } slot && slot >= 0 && slot < theme.Length
            ? theme[slot] : spec.Indexed is { } index && index >= 0 && index < indexed.Length ? indexed[index] : null);
        return colour is { } value && spec.Tint != 0 ? Tinted(value, spec.Tint) : colour;
    }

    private static int? Hex(string? text) =>
        text is { Length: 6 or 8 } && int.TryParse(
            text.AsSpan(text.Length - 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value) ? value : null;

    // A tint moves the lightness towards black or white; hue and saturation stay (ECMA-376, 18.8.19), so that red, green and blue move in
    // proportion.
    private static int Tinted(int colour, double tint)
    {
        double[] rgb = [(colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0];
        double most = rgb.Max(), least = rgb.Min(), light = (most + least) / 2;
        double wanted = tint < 0 ? light * (1 + tint) : light + (1 - light) * tint;
        double chroma = most - least, span = 1 - Math.Abs(2 * light - 1);
        double saturation = span > 0 ? chroma / span : 0, newChroma = saturation * (1 - Math.Abs(2 * wanted - 1));
        int Channel(double value) =>
            (int)Math.Round(255 * Math.Clamp(wanted + (chroma > 0 ? (value - light) / chroma * newChroma : 0), 0, 1));
        return Channel(rgb[0]) << 16 | Channel(rgb[1]) << 8 | Channel(rgb[2]);
    }
}
