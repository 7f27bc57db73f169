using System.IO.Compression;
using System.Text;

namespace FundingReports.WorkbookLint.Tests;

/// <summary>A small workbook that keeps every rule, part by part as text, so that a test can break one thing of it and be read.</summary>
internal static class Plain
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
        Package = "http://schemas.openxmlformats.org/package/2006/";

    internal const string Book = "xl/workbook.xml", Summary = "xl/worksheets/sheet1.xml", Data = "xl/worksheets/sheet2.xml",
        Assumptions = "xl/worksheets/sheet3.xml",
        Styles = "xl/styles.xml", Core = "docProps/core.xml", DataTable = "xl/tables/table2.xml", Drawing = "xl/drawings/drawing1.xml",
        Chart = "xl/charts/chart1.xml",
        Texts = "xl/sharedStrings.xml", Types = "[Content_Types].xml", BookRelations = "xl/_rels/workbook.xml.rels",
        DataRelations = "xl/worksheets/_rels/sheet2.xml.rels";

    private static string Overrides => string.Concat(((IEnumerable<(string Part, string Kind)>)
        [
            ("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("worksheets/sheet2", "worksheet"),
            ("worksheets/sheet3", "worksheet"),
            ("styles", "styles"), ("sharedStrings", "sharedStrings"), ("tables/table1", "table"), ("tables/table2", "table"),
            ("tables/table3", "table"),
        ]).Select(pair =>
                $"<Override PartName=\"/xl/{pair.Part}.xml\" "
            + $"ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{pair.Kind}+xml\"/>"));

    internal static IReadOnlyDictionary<string, string> Parts { get; } = new Dictionary<string, string>
    {
        [Types] = $"""
            <Types xmlns="{Package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
            {Overrides}
            <Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """,
        ["_rels/.rels"] =
            $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{Package}relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""",
        [Core] = $"""<cp:coreProperties xmlns:cp="{Package}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Trois postes</dc:title><dc:creator>Bureau des finances</dc:creator><dc:language>fr-FR</dc:language></cp:coreProperties>""",
        [Book] = $"""
            <workbook xmlns="{Main}" xmlns:r="{Ids}"><bookViews><workbookView activeTab="0"/></bookViews>
            <sheets><sheet name="Synthèse" sheetId="1" r:id="rId1"/><sheet name="Données" sheetId="2" r:id="rId2"/><sheet name="Hypothèses" sheetId="3" r:id="rId3"/></sheets>
            <definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">Synthèse!$3:$3</definedName><definedName name="_xlnm.Print_Titles" localSheetId="1">'Données'!$3:$3</definedName><definedName name="_xlnm.Print_Titles" localSheetId="2">'Hypothèses'!$2:$2</definedName></definedNames></workbook>
            """,
        [BookRelations] =
            $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Office}worksheet" Target="/xl/worksheets/sheet3.xml"/><Relationship Id="rId4" Type="{Office}styles" Target="styles.xml"/><Relationship Id="rId5" Type="{Office}sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
        // 1: white on blue, bold; 2: wrapped; 3: text that begins with a sign; 4: money; 5: a tone.
        [Styles] = $"""
            <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00\ &quot;€&quot;"/></numFmts>
            <fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font></fonts>
            <fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F3A5F"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEFD9"/></patternFill></fill></fills>
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="6"><xf/><xf fontId="1" fillId="2" applyFill="1" applyFont="1"/><xf><alignment wrapText="1"/></xf><xf quotePrefix="1"/><xf numFmtId="164"/><xf fillId="3" applyFill="1"/></cellXfs>
            <dxfs count="1"><dxf><font><color rgb="FF000000"/></font><fill><patternFill><bgColor rgb="FFFFFF00"/></patternFill></fill></dxf></dxfs></styleSheet>
            """,
        [Texts] = $"""<sst xmlns="{Main}" count="2" uniqueCount="2"><si><t>Où en sont les trois postes</t></si><si><r><t>« inconnu » : le chiffre </t></r><r><rPr><color rgb="FF000000"/></rPr><t>n'est pas publié.</t></r></si></sst>""",
        [Summary] = Sheet("""<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row>"""
            + """<row r="3"><c r="A3" s="1" t="inlineStr"><is><t>Exercice</t></is></c><c r="B3" s="1" t="inlineStr"><is><t>Montant</t></is></c></row><row r="4"><c r="A4"><v>2023</v></c><c r="B4" s="4"><v>17500</v></c></row><row r="5"><c r="A5"><v>2024</v></c><c r="B5" s="4"><f>B4-'Données'!D4</f><v>17500</v></c></row>""", "<drawing r:id=\"rId2\"/>", selected: true),
        ["xl/worksheets/_rels/sheet1.xml.rels"] =
            $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}table" Target="../tables/table1.xml"/><Relationship Id="rId2" Type="{Office}drawing" Target="../drawings/drawing1.xml"/></Relationships>""",
        ["xl/tables/table1.xml"] = Table(1, "Annees", "A3:B5", "Exercice", "Montant"),
        [Data] = Sheet("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>Ce que disent les conventions</t></is></c></row>
            <row r="3"><c r="A3" s="1" t="inlineStr"><is><t>Poste</t></is></c><c r="B3" s="1" t="inlineStr"><is><t>SIRET</t></is></c><c r="C3" s="1" t="inlineStr"><is><t>Remarque</t></is></c><c r="D3" s="1" t="inlineStr"><is><t>Montant</t></is></c></row>
            <row r="4"><c r="A4" t="inlineStr"><is><t>Poste 1</t></is></c><c r="B4" t="inlineStr"><is><t>35600000000048</t></is></c><c r="C4" s="3" t="inlineStr"><is><t>=SIGNE(1)</t></is></c><c r="D4" s="4"><v>0</v></c></row>
            <row r="5" ht="40"><c r="A5" t="inlineStr"><is><t>Poste 2</t></is></c><c r="B5" t="inlineStr"><is><t>inconnu</t></is></c><c r="C5" s="2" t="inlineStr"><is><t>Une remarque assez longue pour tenir sur deux lignes</t></is></c><c r="D5" t="inlineStr"><is><t>inconnu</t></is></c></row>
            <row r="6"><c r="A6" t="inlineStr"><is><t>Ensemble</t></is></c><c r="B6" t="inlineStr"><is><t>inconnu</t></is></c><c r="C6" s="5" t="inlineStr"><is><t>bon</t></is></c><c r="D6" t="str"><f>IF(COUNTIF(D4:D5,"inconnu")&gt;0,"inconnu",SUM(D4:D5)*30/360)</f><v>inconnu</v></c></row>
            """, ""),
        [DataRelations] =
            $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}table" Target="../tables/table2.xml"/></Relationships>""",
        [DataTable] = Table(2, "Conventions", "A3:D6", "Poste", "SIRET", "Remarque", "Montant"),
        [Assumptions] = Sheet("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>Ce qui est supposé</t></is></c></row>
            <row r="2"><c r="A2" s="1" t="inlineStr"><is><t>Hypothèse</t></is></c><c r="B2" s="1" t="inlineStr"><is><t>Valeur</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>Dérive</t></is></c><c r="B3"><f>ROUND(1.035,2)</f><v>1.04</v></c></row>
            """, ""),
        ["xl/worksheets/_rels/sheet3.xml.rels"] =
            $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}table" Target="../tables/table3.xml"/></Relationships>""",
        ["xl/tables/table3.xml"] = Table(3, "Valeurs", "A2:B3", "Hypothèse", "Valeur"),
        [Drawing] = $"""
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>
            <xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
            <xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Graphique 1" descr="Le montant est le même les deux années."/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{Ids}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>
            """,
        ["xl/drawings/_rels/drawing1.xml.rels"] =
            $"""<Relationships xmlns="{Package}relationships"><Relationship Id="rId1" Type="{Office}chart" Target="../charts/chart1.xml"/></Relationships>""",
        [Chart] = """
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:barChart><c:barDir val="col"/>
            <c:ser><c:idx val="0"/><c:order val="0"/><c:cat><c:numRef><c:f>Synthèse!$A$4:$A$5</c:f></c:numRef></c:cat><c:val><c:numRef><c:f>Synthèse!$B$4:$B$5</c:f></c:numRef></c:val></c:ser>
            <c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>
            """,
    };

    internal static byte[] Good { get; } = Of(Parts);

    /// <summary>The workbook with one place of one part otherwise.</summary>
    internal static byte[] With(string part, string from, string to)
    {
        string text = Parts[part];
        Assert.True(text.Contains(from, StringComparison.Ordinal), $"{part} does not hold {from}");
        int at = text.IndexOf(from, StringComparison.Ordinal);
        return Of(new Dictionary<string, string>(Parts) { [part] = string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)) });
    }

    /// <summary>The workbook with one part more.</summary>
    internal static byte[] Adding(string part, string text) => Of(new Dictionary<string, string>(Parts) { [part] = text });

    internal static byte[] Of(IReadOnlyDictionary<string, string> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using Stream part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    private static string Sheet(string rows, string drawing, bool selected = false) => $"""
        <worksheet xmlns="{Main}" xmlns:r="{Ids}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView {(selected ? "tabSelected=\"1\" " : "")}workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>
        <sheetFormatPr defaultRowHeight="13"/><cols><col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="30" customWidth="1"/><col min="3" max="3" width="32" customWidth="1"/><col min="4" max="4" width="16" customWidth="1"/></cols>
        <sheetData>{rows}</sheetData><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>{drawing}<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>
        """;

    private static string Table(int id, string name, string range, params string[] headers) =>
        $"""<table xmlns="{Main}" id="{id}" name="{name}" displayName="{name}" ref="{range}"><tableColumns count="{headers.Length}">{string.Concat(headers.Select((header, i) => $"<tableColumn id=\"{i + 1}\" name=\"{header}\"/>"))}</tableColumns></table>""";
}
