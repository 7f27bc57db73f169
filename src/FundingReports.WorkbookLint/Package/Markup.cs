using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FundingReports.WorkbookLint.Package;

/// <summary>Reading XML that anyone may have written: no more of a text than is asked for, no attribute taken at its word.</summary>
internal static class Markup
{
    /// <summary>The text inside the present element, up to a length; the reader stands at its end afterwards.</summary>
    internal static string Inside(XmlReader xml, int most)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        int depth = xml.Depth;
        char[] buffer = [];
        while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
                continue;
            if (buffer.Length == 0)
                buffer = new char[1024];
            for (int read; text.Length < most && (read = xml.ReadValueChunk(buffer, 0, Math.Min(buffer.Length, most - text.Length))) > 0;)
                text.Append(buffer, 0, read);
        }
        return text.ToString();
    }

    internal static bool IsTrue(string? value) => value is "1" or "true" or "on";

    internal static int? Whole(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    internal static double? Figure(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number : null;

    internal static IEnumerable<XElement> Named(this XElement? element, string name) =>
        element?.Elements().Where(child => child.Name.LocalName == name) ?? [];

    internal static XElement? First(this XElement? element, string name) => element.Named(name).FirstOrDefault();

    internal static IEnumerable<XElement> Within(this XElement? element, string name) =>
        element?.Descendants().Where(child => child.Name.LocalName == name) ?? [];

    internal static string? Attr(this XElement? element, string name) =>
        element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
