using System.Globalization;
using System.Text;
using System.Xml;

namespace FundingReports.Html.Markup;

/// <summary>HTML that is well-formed XML too: every text is escaped by the writer, whatever people wrote.</summary>
internal sealed class HtmlText : IDisposable
{
    // Elements without an end tag in HTML; any other has one, even where it is empty.
    private static readonly HashSet<string> closedByThemselves = ["meta", "rect", "line"];

    private readonly MemoryStream bytes = new();
    private readonly XmlWriter writer;
    private readonly Stack<string> open = new();

    internal HtmlText()
    {
        writer = XmlWriter.Create(bytes, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true, Indent = false,
                NewLineHandling = NewLineHandling.None,
            // Every text is cleaned below: what cannot be in a document is replaced, and not refused.
            CheckCharacters = true, ConformanceLevel = ConformanceLevel.Document,
        });
        writer.WriteDocType("html", null, null, null);
        writer.WriteWhitespace("\n");
    }

    /// <summary>Begins an element; an attribute whose value is null is not written.</summary>
    internal HtmlText Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        writer.WriteStartElement(element);
        open.Push(element);
        foreach (var (name, value) in attributes)
            if (value is not null)
                writer.WriteAttributeString(name, Clean(value));
        return this;
    }

    /// <summary>Ends the innermost element.</summary>
    internal HtmlText Close()
    {
        if (closedByThemselves.Contains(open.Pop()))
            writer.WriteEndElement();
        else
            writer.WriteFullEndElement();
        return this;
    }

    /// <summary>Ends the innermost element, and the line.</summary>
    internal HtmlText CloseLine()
    {
        Close();
        writer.WriteWhitespace("\n");
        return this;
    }

    /// <summary>Words.</summary>
    internal HtmlText Text(string text)
    {
        writer.WriteString(Clean(text));
        return this;
    }

    /// <summary>An element that holds words.</summary>
    internal HtmlText Put(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Text(text).Close();

    /// <summary>An element that holds nothing.</summary>
    internal HtmlText Put(string element, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(element, attributes).Close();

    /// <summary>Our own style sheet, which holds no sign that a document has a meaning for.</summary>
    internal HtmlText Style(string sheet)
    {
        Open("style");
        writer.WriteRaw(sheet);
        return CloseLine();
    }

    internal byte[] ToBytes()
    {
        writer.Flush();
        return bytes.ToArray();
    }

    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }

    /// <summary>A text without what no document may hold, and without the signs that turn the direction of what follows them.</summary>
    internal static string Clean(string text)
    {
        int first = 0;
        while (first < text.Length && IsPlain(text[first]))
            first++;
        if (first == text.Length)
            return text;
        var clean = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else if (IsPlain(text[i]))
                clean.Append(text[i]);
            else if (!TurnsDirection(text[i]))
                clean.Append('\uFFFD');
        return clean.ToString();
    }

    private static bool IsPlain(char sign) =>
        XmlConvert.IsXmlChar(sign) && !TurnsDirection(sign) && !(sign is >= '\u0080' and <= '\u009F');

    private static bool TurnsDirection(char sign) =>
        sign is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F';

    /// <summary>A share of a width, as SVG says it: three decimals at most.</summary>
    internal static string Percent(decimal share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
