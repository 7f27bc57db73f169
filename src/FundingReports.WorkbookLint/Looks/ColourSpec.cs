using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Looks;

/// <summary>A colour as the file writes it: as such, by its place in the palette or in the theme, or left to the system.</summary>
internal readonly record struct ColourSpec(int? Rgb, int? Indexed, int? Theme, double Tint)
{
    internal static ColourSpec Of(XElement element) => Of(element.Attr);

    internal static ColourSpec Of(XmlReader xml) => Of(xml.GetAttribute);

    private static ColourSpec Of(Func<string, string?> attribute) => new(
        // Alpha comes first, and no spreadsheet heeds it.
        attribute("rgb") is { Length: 6 or 8 } rgb && int.TryParse(
            rgb.AsSpan(rgb.Length - 6), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value) ? value : null,
        Markup.Whole(attribute("indexed")), Markup.Whole(attribute("theme")), Math.Clamp(Markup.Figure(attribute("tint")) ?? 0, -1, 1));
}
