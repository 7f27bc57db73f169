using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FundingReports.Excel.Packaging;

/// <summary>A part that is held as a tree → bytes.</summary>
internal static class HeldPart
{
    private static readonly XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = false };

    internal static void Save(XDocument part, Stream stream)
    {
        WithoutPrefix(part);
        using var writer = XmlWriter.Create(stream, settings);
        part.Save(writer);
    }

    // "x:" on every element is legal, and read by fewer.
    private static void WithoutPrefix(XDocument part)
    {
        var root = part.Root!;
        if (root.Name.Namespace == XNamespace.None || root.GetDefaultNamespace() == root.Name.Namespace)
            return;
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == root.Name.NamespaceName).Remove();
        root.Add(new XAttribute("xmlns", root.Name.NamespaceName));
    }
}
