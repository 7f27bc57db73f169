using System.Xml;
using FundingReports.WorkbookLint.Looks;
using FundingReports.WorkbookLint.Package;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>The texts of a workbook, plain or in parts.</summary>
internal static class SharedTexts
{
    internal static List<LintText> Read(LintPackage package, string part)
    {
        var texts = new List<LintText>();
        package.Read(part, xml =>
        {
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                    texts.Add(Item(xml));
        });
        return texts;
    }

    /// <summary>The text of an si or is element.</summary>
    internal static LintText Item(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return LintText.Empty;
        string text = "";
        List<ColourSpec>? colours = null;
        int depth = xml.Depth;
        // A phonetic text is no part of what is read.
        bool phonetic = false;
        while (xml.Read() && !(xml.NodeType is XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.LocalName is "rPh")
                phonetic = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType is not XmlNodeType.Element || phonetic)
                continue;
            if (xml.LocalName is "t" && text.Length < LintText.Read)
                text += Markup.Inside(xml, LintText.Read - text.Length);
            else if (xml.LocalName is "color" && (colours?.Count ?? 0) < 20)
                (colours ??= []).Add(ColourSpec.Of(xml));
        }
        return LintText.Of(text, colours);
    }
}
