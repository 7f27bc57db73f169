using FundingReports.Excel.Layout;
using FundingReports.Excel.Streaming;

namespace FundingReports.Excel.Packaging;

/// <summary>The looks of cells as a file holds them: letters, fills, borders and formats each once, and what puts them together.</summary>
internal static class StylesXml
{
    // The first number of a format that is not one of the spreadsheet's own.
    private const int FirstFormat = 164;

    internal static void Write(XmlBytes xml, IReadOnlyList<CellLook> looks)
    {
        var formats = Distinct(looks.Select(look => look.Format).OfType<string>());
        // Widths of columns are counted in digits of the first font, which must be that of plain cells.
        var fonts = Distinct(looks.Select(FontOf));
        var fills = Distinct(looks.Where(look => look.Fill is not null).Select(look => (look.Fill!, look.IsHatched)));
        var borders = Distinct(looks.Select(BordersOf));
        xml.Raw("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        if (formats.Count > 0)
            List(xml, "numFmts"u8, formats.Keys, (format, i) =>
                xml.Raw("<numFmt numFmtId=\""u8).Number((long)FirstFormat + i).Raw("\" formatCode=\""u8).Attribute(format).Raw("\"/>"u8));
        List(xml, "fonts"u8, fonts.Keys, (font, _) => Font(xml, font));
        List(xml, "fills"u8, [null, null, .. fills.Keys.Select(fill => ((string, bool)?)fill)], (fill, i) => Fill(xml, fill, i));
        List(xml, "borders"u8, borders.Keys, (border, _) => Border(xml, border));
        xml.Raw("<cellStyleXfs count=\"1\">"u8)
            .Raw("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"><alignment vertical=\"top\"/></xf></cellStyleXfs>"u8);
        List(xml, "cellXfs"u8, looks, (look, _) =>
        {
            xml.Raw("<xf numFmtId=\""u8).Number(look.Format is { } format ? (long)FirstFormat + formats[format] : 0)
                .Raw("\" fontId=\""u8).Number((long)fonts[FontOf(look)])
                // The first two fills of a file are reserved.
                .Raw("\" fillId=\""u8).Number(look.Fill is { } fill ? 2L + fills[(fill, look.IsHatched)] : 0)
                .Raw("\" borderId=\""u8).Number((long)borders[BordersOf(look)])
                .Raw("\" xfId=\"0"u8);
            if (look.IsQuoted)
                xml.Raw("\" quotePrefix=\"1"u8);
            xml.Raw("\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"u8);
            Alignment(xml, look);
            xml.Raw("</xf>"u8);
        });
        xml.Raw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"u8)
            // The one look of a condition: what is repeated shows nothing.
            .Raw("<dxfs count=\"1\"><dxf><numFmt numFmtId=\""u8).Number((long)FirstFormat + formats.Count)
            .Raw("\" formatCode=\";;;\"/></dxf></dxfs></styleSheet>"u8);
    }

    private static (double Size, string Ink, bool Bold, bool Italic, bool Underlined) FontOf(CellLook look) =>
        (look.Size, look.Ink, look.IsBold, look.IsItalic, look.IsUnderlined);

    private static (Edge Left, Edge Right, Edge Bottom) BordersOf(CellLook look) => (look.Left, look.Right, look.Bottom);

    // Each once, in the order in which they come, with its place.
    private static OrderedDictionary<T, int> Distinct<T>(IEnumerable<T> all) where T : notnull
    {
        var places = new OrderedDictionary<T, int>();
        foreach (T one in all)
            places.TryAdd(one, places.Count);
        return places;
    }

    private static void List<T>(XmlBytes xml, ReadOnlySpan<byte> name, IReadOnlyCollection<T> all, Action<T, int> write)
    {
        xml.Raw("<"u8).Raw(name).Raw(" count=\""u8).Number((long)all.Count).Raw("\">"u8);
        int i = 0;
        foreach (T one in all)
            write(one, i++);
        xml.Raw("</"u8).Raw(name).Raw(">"u8);
    }

    private static void Font(XmlBytes xml, (double Size, string Ink, bool Bold, bool Italic, bool Underlined) font)
    {
        xml.Raw("<font>"u8);
        if (font.Bold)
            xml.Raw("<b/>"u8);
        if (font.Italic)
            xml.Raw("<i/>"u8);
        if (font.Underlined)
            xml.Raw("<u/>"u8);
        xml.Raw("<sz val=\""u8).Length(font.Size).Raw("\"/>"u8);
        Colour(xml, "color"u8, font.Ink);
        xml.Raw("<name val=\""u8).Attribute(Look.Font).Raw("\"/><family val=\"2\"/></font>"u8);
    }

    private static void Fill(XmlBytes xml, (string Colour, bool IsHatched)? fill, int place)
    {
        xml.Raw("<fill>"u8);
        if (fill is not { } own)
            xml.Raw(place == 0 ? "<patternFill patternType=\"none\"/>"u8 : "<patternFill patternType=\"gray125\"/>"u8);
        else
        {
            xml.Raw(own.IsHatched ? "<patternFill patternType=\"lightUp\">"u8 : "<patternFill patternType=\"solid\">"u8);
            Colour(xml, "fgColor"u8, own.IsHatched ? Look.Rule : own.Colour);
            if (own.IsHatched)
                Colour(xml, "bgColor"u8, own.Colour);
            xml.Raw("</patternFill>"u8);
        }
        xml.Raw("</fill>"u8);
    }

    private static void Border(XmlBytes xml, (Edge Left, Edge Right, Edge Bottom) border)
    {
        xml.Raw("<border>"u8);
        Line("left"u8, border.Left);
        Line("right"u8, border.Right);
        xml.Raw("<top/>"u8);
        Line("bottom"u8, border.Bottom);
        xml.Raw("<diagonal/></border>"u8);

        void Line(ReadOnlySpan<byte> side, Edge edge)
        {
            xml.Raw("<"u8).Raw(side);
            if (edge.Colour is { } colour)
            {
                xml.Raw(edge.Weight == EdgeWeight.Medium ? " style=\"medium\">"u8 : " style=\"thin\">"u8);
                Colour(xml, "color"u8, colour);
                xml.Raw("</"u8).Raw(side).Raw(">"u8);
            }
            else
                xml.Raw("/>"u8);
        }
    }

    private static void Alignment(XmlBytes xml, CellLook look)
    {
        xml.Raw("<alignment"u8);
        if (look.Side != Side.AsUsual)
            xml.Raw(" horizontal=\""u8).Raw(look.Side switch { Side.Right => "right"u8, Side.Middle => "center"u8, _ => "left"u8 })
                .Raw("\""u8);
        xml.Raw(look.IsCentred ? " vertical=\"center\""u8 : " vertical=\"top\""u8);
        if (look.Wraps)
            xml.Raw(" wrapText=\"1\""u8);
        if (look.Indent > 0)
            xml.Raw(" indent=\""u8).Number((long)look.Indent).Raw("\""u8);
        xml.Raw("/>"u8);
    }

    private static void Colour(XmlBytes xml, ReadOnlySpan<byte> name, string rgb) =>
        xml.Raw("<"u8).Raw(name).Raw(" rgb=\"FF"u8).Attribute(rgb).Raw("\"/>"u8);
}
