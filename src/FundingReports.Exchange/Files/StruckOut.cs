using System.Globalization;
using System.Xml;
using FundingReports.Exchange.Cells;

namespace FundingReports.Exchange.Files;

/// <summary>
/// Which formats of an .xlsx strike their cell through, and which of its shared texts are struck through, wholly or in part.
/// </summary>
internal sealed class StruckOut
{
    private readonly HashSet<int> formats = [], texts = [];

    /// <summary>Whether anything may be struck through: of most files nothing is.</summary>
    internal bool HasAny => formats.Count > 0 || texts.Count > 0;

    /// <summary>Whether a cell is, by its format (its attribute s) or by the shared text that it shows.</summary>
    internal Strike Of(string? format, int text) =>
        texts.Contains(text) ? Strike.Part : formats.Contains(format is null ? 0 : NumberOf(format)) ? Strike.Whole : Strike.None;

    /// <summary>Reads the part of the styles.</summary>
    internal void ReadFormats(XmlReader xml)
    {
        var fonts = new HashSet<int>();
        int font = -1, format = -1;
        string within = "";
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Element)
            {
                if (xml.LocalName is "fonts" or "cellXfs" or "cellStyleXfs" or "dxfs")
                    within = xml.LocalName;
                else if (within is "fonts" && xml.LocalName is "font")
                    font++;
                else if (within is "fonts" && IsStrike(xml))
                    fonts.Add(font);
                else if (within is "cellXfs" && xml.LocalName is "xf")
                {
                    format++;
                    if (fonts.Contains(NumberOf(xml.GetAttribute("fontId"))))
                        formats.Add(format);
                }
            }
            else if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == within)
                within = "";
    }

    /// <summary>Reads the part of the shared texts.</summary>
    internal void ReadTexts(XmlReader xml)
    {
        int text = -1;
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                text++;
            else if (IsStrike(xml))
                texts.Add(text);
    }

    /// <summary>Whether an element says that its letters are struck through.</summary>
    internal static bool IsStrike(XmlReader xml) =>
        xml is { NodeType: XmlNodeType.Element, LocalName: "strike" } && xml.GetAttribute("val") is not ("0" or "false");

    private static int NumberOf(string? number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? read : -1;
}
