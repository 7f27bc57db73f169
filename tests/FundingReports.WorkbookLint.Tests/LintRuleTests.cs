using FundingReports.Excel.Tests;

namespace FundingReports.WorkbookLint.Tests;

/// <summary>
/// Each rule finds the one thing that breaks it, at its place, and nothing else; the workbook without it keeps every rule.
/// </summary>
public class LintRuleTests
{
    private const string Row4 = "<row r=\"4\">", Poste2 = "<c r=\"A5\" t=\"inlineStr\"><is><t>Poste 2</t></is></c>",
        Zero = "<c r=\"D4\" s=\"4\"><v>0</v></c>", Remark = "<c r=\"C5\" s=\"2\"";

    [Fact]
    public void Plain_KeepsEveryRule() => Checked.Whole(Plain.Good);

    public static TheoryData<string, string, string, string, string> Broken => new()
    {
        // The rule and its place · the part · what stood there · what stands there now.
        { "document-title $", Plain.Core, "Trois postes", " ", "titre" },
        { "document-author $", Plain.Core, "<dc:creator>Bureau des finances</dc:creator>", "", "auteur" },
        { "document-language $", Plain.Core, "<dc:language>fr-FR</dc:language>", "", "langue" },
        { "sheet-name Hypothèses dont le nom est vraiment trop long", Plain.Book, "<sheet name=\"Hypothèses\"",
            "<sheet name=\"Hypothèses dont le nom est vraiment trop long\"", "31" },
        { "sheet-name Hypothèses (3)", Plain.Book, "<sheet name=\"Données\"", "<sheet name=\"HYPOTHÈSES\"", "Deux feuilles" },
        { "sheet-name history", Plain.Book, "<sheet name=\"Données\"", "<sheet name=\"history\"", "se réserve" },
        { "sheet-name Hypothèses?", Plain.Book, "<sheet name=\"Hypothèses\"", "<sheet name=\"Hypothèses?\"", "interdit" },
        { "first-sheet-active $", Plain.Book, "activeTab=\"0\"", "activeTab=\"1\"", "Données" },
        { "first-sheet-active Données", Plain.Data, "<sheetView ", "<sheetView tabSelected=\"1\" ", "Données" },
        { "cursor-in-a1 Données!A1", Plain.Data, "activeCell=\"A1\" sqref=\"A1\"", "activeCell=\"C7\" sqref=\"C7\"", "C7" },
        { "cursor-in-a1 Données!A1", Plain.Data, "workbookViewId=\"0\"", "workbookViewId=\"0\" topLeftCell=\"A30\"", "A30" },
        { "hidden-content Hypothèses", Plain.Book, "<sheet name=\"Hypothèses\"", "<sheet name=\"Hypothèses\" state=\"veryHidden\"",
            "masquée" },
        { "hidden-content Données!4:4", Plain.Data, Row4, "<row r=\"4\" hidden=\"1\">", "lignes" },
        { "hidden-content Données!C:C", Plain.Data, "width=\"32\"", "width=\"32\" hidden=\"1\"", "colonnes" },
        { "hidden-content Données!D4", Plain.Styles, "#,##0.00\\ &quot;€&quot;", "0;-0;;@", "0;-0;;@" },
        { "merged-cells Données!A1:C1", Plain.Data, "<pageSetup",
            "<mergeCells count=\"1\"><mergeCell ref=\"A1:C1\"/></mergeCells><pageSetup", "fusionnées" },
        { "title-in-a1 Données!A1", Plain.Data, "<is><t>Ce que disent les conventions</t></is>", "<is><t> </t></is>", "titre" },
        { "missing-table Données!F8:G9", Plain.Data, "</sheetData>",
            "<row r=\"8\"><c r=\"F8\"><v>1</v></c></row><row r=\"9\"><c r=\"G9\"><v>1</v></c></row></sheetData>", "2 cellules" },
        { "table-place Données!B3:D6", Plain.DataTable, "ref=\"A3:D6\"><tableColumns count=\"4\"><tableColumn id=\"1\" name=\"Poste\"/>",
            "ref=\"B3:D6\"><tableColumns count=\"3\">", "Conventions" },
        { "table-name Données!A3:D6", Plain.DataTable, "displayName=\"Conventions\"", "displayName=\"Tableau12\"", "Tableau12" },
        { "header-row Données!C3", Plain.Data, "<is><t>Remarque</t></is>", "<is><t>poste</t></is>", "Deux colonnes" },
        { "header-row Données!C3", Plain.Data, "<is><t>Remarque</t></is>", "<is><t> </t></is>", "vide" },
        { "header-row Données!C3", Plain.Data, "<is><t>Remarque</t></is>", "<is><t>Colonne1</t></is>", "par défaut" },
        { "header-row Données!C3", Plain.Data, "<is><t>Remarque</t></is>", "<is><t>Note</t></is>", "Remarque" },
        { "header-row Données!A3:D6", Plain.DataTable, "ref=\"A3:D6\"", "ref=\"A3:D6\" headerRowCount=\"0\"", "ligne d’en-têtes" },
        { "blank-cell Données!A5", Plain.Data, Poste2, "<c r=\"A5\"/>", "1 cellule" },
        { "blank-cell Données!D5", Plain.Data, "<c r=\"D5\" t=\"inlineStr\"><is><t>inconnu</t></is></c>", "", "1 cellule" },
        { "blank-cell Données!A7:D9", Plain.DataTable, "ref=\"A3:D6\"", "ref=\"A3:D9\"", "12 cellules" },
        { "contrast Données!C6", Plain.Styles, "FFDDEFD9", "FF6E6E6E", "4,11:1" },
        { "contrast Données!C6", Plain.Styles, "<fgColor rgb=\"FFDDEFD9\"/>", "<fgColor theme=\"1\" tint=\"0.2\"/>", "#333333" },
        { "contrast Données!C6", Plain.Styles, "<fgColor rgb=\"FFDDEFD9\"/>", "<fgColor indexed=\"12\"/>", "#0000FF" },
        { "contrast Synthèse!A2", Plain.Texts, "FF000000", "FF777777", "4,47:1" },
        { "chart-alternative Synthèse!A7", Plain.Drawing, " descr=\"Le montant est le même les deux années.\"", "", "Graphique 1" },
        { "chart-data Synthèse!A7", Plain.Chart, "Synthèse!$B$4:$B$5", "Synthèse!$H$4:$H$5", "$H$4" },
        { "chart-data Synthèse!A7", Plain.Chart, "<c:val><c:numRef><c:f>Synthèse!$B$4:$B$5</c:f></c:numRef></c:val>",
            "<c:val><c:numLit/></c:val>", "Graphique 1" },
        { "external-link Synthèse!A7", Plain.Chart, "Synthèse!$B$4:$B$5", "[1]Plan!$B$4:$B$5", "[1]Plan" },
        { "formula-value Données!D6", Plain.Data, "<v>inconnu</v>", "", "n’a pas de valeur" },
        { "formula-value Données!D4", Plain.Data, Zero, "<c r=\"D4\" t=\"e\"><f>#REF!</f><v>#REF!</v></c>", "#REF!" },
        { "formula-constant Données!D6", Plain.Data, "SUM(D4:D5)*30/360", "SUM(D4:D5)*0.5", "0.5" },
        { "volatile-function Données!D6", Plain.Data, "SUM(D4:D5)*30/360", "SUM(OFFSET(D4,0,0))", "OFFSET" },
        { "volatile-function $", Plain.Book, "<definedNames>", "<definedNames><definedName name=\"AuJour\">TODAY()</definedName>",
            "TODAY" },
        { "volatile-function Données", Plain.Data, "<pageSetup",
            "<dataValidations count=\"1\"><dataValidation type=\"list\" "
            + "sqref=\"A4\"><formula1>INDIRECT(\"x\")</formula1></dataValidation></dataValidations><pageSetup", "INDIRECT" },
        { "external-link Données!D6", Plain.Data, "SUM(D4:D5)*30/360", "'C:\\plans\\[2023.xlsx]Plan'!A1", "2023.xlsx" },
        { "external-link Données!D6", Plain.Data, "SUM(D4:D5)*30/360", "cmd|'/C calc'!A0", "cmd" },
        { "external-link Données!D6", Plain.Data, "SUM(D4:D5)*30/360", "WEBSERVICE(\"http://example.org\")", "WEBSERVICE" },
        { "external-link Données", Plain.DataRelations, "</Relationships>",
            "<Relationship Id=\"rId9\" Type=\"x/image\" TargetMode=\"External\" Target=\"http://example.org/suivi.png\"/></Relationships>",
            "suivi.png" },
        { "external-link Données", Plain.DataRelations, "</Relationships>",
            "<Relationship Id=\"rId9\" Type=\"x/hyperlink\" TargetMode=\"External\" Target=\"file:///P:/plan.xlsx\"/></Relationships>",
            "P:/plan.xlsx" },
        { "external-link $", Plain.BookRelations, "</Relationships>",
            "<Relationship Id=\"rId9\" Type=\"x/externalLink\" Target=\"styles.xml\"/></Relationships>", "styles.xml" },
        { "macro Synthèse!A7", Plain.Drawing, "macro=\"\"", "macro=\"[0]!Envoyer\"", "Envoyer" },
        { "paper-size Données", Plain.Data, "paperSize=\"9\" ", "", "A4" },
        { "page-width Données", Plain.Data, "fitToPage=\"1\"", "fitToPage=\"0\"", "large" },
        { "page-width Données", Plain.Data, "fitToWidth=\"1\"", "fitToWidth=\"2\"", "large" },
        { "repeated-header Données", Plain.Book, "'Données'!$3:$3", "'Données'!3:3", "'Données'!3:3" },
        { "repeated-header Données", Plain.Book,
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'Données'!$3:$3</definedName>", "", "n’est pas répétée" },
        { "text-prefix Données!C4", Plain.Data, "<c r=\"C4\" s=\"3\"", "<c r=\"C4\"", "=SIGNE(1)" },
        { "identifier-number Données!B5", Plain.Data, "<c r=\"B5\" t=\"inlineStr\"><is><t>inconnu</t></is></c>",
            "<c r=\"B5\"><v>3560000000048</v></c>", "3560000000048" },
        { "missing-legend Données!B5", Plain.Texts, "« inconnu » : le chiffre ", "Voici quelques chiffres, dont le dernier ", "inconnu" },
        { "colour-alone Données!C6", Plain.Data,
            Remark + " t=\"inlineStr\"><is><t>Une remarque assez longue pour tenir sur deux lignes</t></is></c>",
            "<c r=\"C5\" t=\"inlineStr\"><is><t>bon</t></is></c>", "bon" },
        { "colour-alone Synthèse!A7", Plain.Chart, "<c:ser>",
            "<c:ser><c:idx val=\"1\"/><c:val><c:numRef><c:f>Synthèse!$B$4:$B$5</c:f></c:numRef></c:val></c:ser><c:ser>", "légende" },
        { "cut-text Données!C5", Plain.Data, "ht=\"40\"", "ht=\"12\"", "Une remarque" },
        { "cut-text Données!C5", Plain.Data, Remark, "<c r=\"C5\"", "Une remarque" },
        { "cut-text Données!D4", Plain.Data, Zero, "<c r=\"D4\" s=\"4\"><v>123456789012.5</v></c>", "123456789012.5" },
        { "personal-data Données!A5", Plain.Data, "Poste 2", "jean.dupont@example.org", "adresse électronique" },
        { "personal-data Données!A5", Plain.Data, "Poste 2", "06 12 34 56 78", "téléphone" },
        { "personal-data Données!A5", Plain.Data, "Poste 2", "1 84 12 76 451 089 46", "sécurité sociale" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Broken_IsFoundAtItsPlace_AndAlone(string found, string part, string from, string to, string says) =>
        Checks(Plain.With(part, from, to), found, says);

    [Theory]
    [InlineData("FF000000", false)]
    [InlineData("FFFFFFFF", true)]
    public void Contrast_OfAConditionalFormat(string ink, bool found)
    {
        var parts = new Dictionary<string, string>(Plain.Parts);
        parts[Plain.Data] = parts[Plain.Data]
            .Replace("<pageSetup",
                "<conditionalFormatting sqref=\"A4:A6\"><cfRule type=\"expression\" dxfId=\"0\" "
                + "priority=\"1\"><formula>$A4=\"x\"</formula></cfRule></conditionalFormatting><pageSetup", StringComparison.Ordinal);
        parts[Plain.Styles] = parts[Plain.Styles]
            .Replace("<color rgb=\"FF000000\"/>", $"<color rgb=\"{ink}\"/>", StringComparison.Ordinal);
        Assert.Equal(found ? ["contrast Données!A4:A6"] : [], Found(Plain.Of(parts)));
    }

    [Fact]
    public void PersonalData_InTheFooter() =>
        Checks(Plain.With(Plain.Data, "<tableParts",
            "<headerFooter><oddFooter>jean.dupont@example.org</oddFooter></headerFooter><tableParts"), "personal-data Données", "adresse");

    [Fact]
    public void ColourAlone_OnABlankCell() => Assert.Contains(
        Found(Plain.With(Plain.Data, "<c r=\"C6\" s=\"5\" t=\"inlineStr\"><is><t>bon</t></is></c>", "<c r=\"C6\" s=\"5\"/>")),
        line => line.StartsWith("colour-alone Données!C6", StringComparison.Ordinal));

    [Fact]
    public void ColourAlone_OfACellThatTheSheetNames_IsNone()
    {
        var parts = new Dictionary<string, string>(Plain.Parts);
        parts[Plain.Data] = parts[Plain.Data]
            .Replace("Une remarque assez longue pour tenir sur deux lignes", "bon", StringComparison.Ordinal)
            .Replace("Ce que disent les conventions", "Ce que disent les conventions (cellules vertes : relues)",
                StringComparison.Ordinal);
        Assert.Empty(Found(Plain.Of(parts)));
    }

    [Fact]
    public void SeveralTables_OnTheSecondSheetAlone()
    {
        string relation = "<Relationship Id=\"rId8\" Type=\"x/table\" Target=\"/xl/tables/table8.xml\"/></Relationships>",
            table = Plain.Parts[Plain.DataTable].Replace("A3:D6", "A8:B9", StringComparison.Ordinal)
            .Replace("Conventions", "Autres", StringComparison.Ordinal);
        string rows = "<row r=\"8\"><c r=\"A8\" t=\"inlineStr\"><is><t>Poste</t></is></c><c r=\"B8\" "
            + "t=\"inlineStr\"><is><t>SIRET</t></is></c></row><row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>P</t></is></c><c r=\"B9\" "
            + "t=\"inlineStr\"><is><t>S</t></is></c></row></sheetData>";
        foreach (var (sheet, expected) in ((string, string[])[])[(Plain.Data, ["several-tables Données!A8:B9"]), (Plain.Summary, [])])
        {
            var parts = new Dictionary<string, string>(Plain.Parts) { ["xl/tables/table8.xml"] = table };
            string relations = sheet.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels";
            parts[relations] = parts[relations].Replace("</Relationships>", relation, StringComparison.Ordinal);
            parts[sheet] = parts[sheet].Replace("</sheetData>", rows, StringComparison.Ordinal);
            Assert.Equal(expected, Found(Plain.Of(parts)));
        }
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", "macro $")]
    [InlineData("xl/macrosheets/sheet1.xml", "macro $")]
    [InlineData("xl/connections.xml", "external-link $")]
    public void Part_ThatHasNoPlace_IsFound(string part, string found) => Assert.Equal([found], Found(Plain.Adding(part, "<x/>")));

    [Theory]
    [InlineData("Département", "40", true)]
    [InlineData("Code département", "1", true)]
    [InlineData("Département des Landes", "40", false)]
    [InlineData("Département", "26000", false)]
    [InlineData("Code postal", "40100", true)]
    [InlineData("Montant", "35600000000048", true)]
    [InlineData("Montant", "35600000000049", false)]
    public void Identifier_UnderItsHeader(string header, string number, bool found)
    {
        var parts = new Dictionary<string, string>(Plain.Parts);
        parts[Plain.Data] = parts[Plain.Data].Replace("<is><t>SIRET</t></is>", $"<is><t>{header}</t></is>", StringComparison.Ordinal)
            .Replace("<c r=\"B5\" t=\"inlineStr\"><is><t>inconnu</t></is></c>", $"<c r=\"B5\"><v>{number}</v></c>",
                StringComparison.Ordinal);
        parts[Plain.DataTable] = parts[Plain.DataTable].Replace("name=\"Montant\"", "name=\"Total\"", StringComparison.Ordinal)
            .Replace("name=\"SIRET\"", $"name=\"{header}\"", StringComparison.Ordinal);
        parts[Plain.Data] = parts[Plain.Data]
            .Replace("<c r=\"D3\" s=\"1\" t=\"inlineStr\"><is><t>Montant</t>", "<c r=\"D3\" s=\"1\" t=\"inlineStr\"><is><t>Total</t>",
                StringComparison.Ordinal);
        Assert.Equal(found ? ["identifier-number Données!B5"] : [], Found(Plain.Of(parts)));
    }

    private const string Long = "Une remarque assez longue pour qu'une colonne de cette largeur la mette sur trois lignes";

    /// <summary>Three lines, and the page is 213 characters wide, 146 where it stands upright.</summary>
    [Theory]
    [InlineData(Long, 30, "landscape", true)]
    [InlineData(Long, 150, "landscape", false)]
    [InlineData(Long, 30, "portrait", true)]
    [InlineData(Long, 84, "portrait", false)]
    [InlineData("Trois\nlignes\nà elle", 30, "landscape", false)]
    [InlineData("Court", 30, "landscape", false)]
    [InlineData(Long + Long + Long + Long + Long, 30, "landscape", false)]
    public void NarrowColumn_WhereThePageHasRoom(string text, int other, string orientation, bool found)
    {
        var parts = new Dictionary<string, string>(Plain.Parts);
        // The last column holds figures: what it has too much is not counted as room.
        parts[Plain.Data] = parts[Plain.Data]
            .Replace("Une remarque assez longue pour tenir sur deux lignes", text, StringComparison.Ordinal)
            .Replace("ht=\"40\"", "ht=\"200\"", StringComparison.Ordinal)
            .Replace("<col min=\"4\" max=\"4\" width=\"16\"", $"<col min=\"4\" max=\"4\" width=\"{other}\"", StringComparison.Ordinal)
            .Replace("<col min=\"1\" max=\"1\" width=\"30\"", "<col min=\"1\" max=\"1\" width=\"9\"", StringComparison.Ordinal)
            .Replace("<col min=\"2\" max=\"2\" width=\"30\"", "<col min=\"2\" max=\"2\" width=\"18\"", StringComparison.Ordinal)
            .Replace("orientation=\"landscape\"", $"orientation=\"{orientation}\"", StringComparison.Ordinal);
        var findings = WorkbookLinter.Check(new MemoryStream(Plain.Of(parts)));
        Assert.Equal(found ? ["narrow-column Données!C5"] : [], findings.Select(finding => $"{finding.Id} {finding.Place}"));
        Assert.All(findings, finding => Assert.Contains("plus large de", finding.Message(Language.French), StringComparison.Ordinal));
    }

    /// <summary>A column of short texts that is too wide is room as well.</summary>
    [Fact]
    public void NarrowColumn_WhereAnotherColumnOfTextsHasRoom()
    {
        var parts = new Dictionary<string, string>(Plain.Parts);
        parts[Plain.Data] = parts[Plain.Data]
            .Replace("Une remarque assez longue pour tenir sur deux lignes", Long, StringComparison.Ordinal)
            .Replace("ht=\"40\"", "ht=\"200\"", StringComparison.Ordinal)
            .Replace("<col min=\"1\" max=\"1\" width=\"30\"", "<col min=\"1\" max=\"1\" width=\"140\"", StringComparison.Ordinal);
        Assert.Equal(["narrow-column Données!C5"], Found(Plain.Of(parts)));
    }

    /// <summary>A year above its quarters is a part of the head of a table; a figure there is in no table.</summary>
    [Theory]
    [InlineData("<c r=\"C2\" t=\"inlineStr\"><is><t>2025</t></is></c>", null)]
    [InlineData("<c r=\"C2\"><v>2025</v></c>", "missing-table Données!C2")]
    [InlineData("<c r=\"E2\" t=\"inlineStr\"><is><t>2025</t></is></c>", "missing-table Données!E2")]
    public void MissingTable_RightAboveHeaders(string cell, string? found) => Assert.Equal(found is null ? [] : [found],
        Found(Plain.With(Plain.Data, "<row r=\"3\">", $"<row r=\"2\">{cell}</row><row r=\"3\">")));

    [Fact]
    public void ManyPlaces_AreCounted_NotAllListed()
    {
        string rows = string.Concat(Enumerable.Range(7, 94)
                .Select(row =>
                        $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>P</t></is></c><c r=\"C{row}\" "
                    + $"t=\"inlineStr\"><is><t>R</t></is></c><c r=\"D{row}\"><v>1</v></c></row>"));
        var parts = new Dictionary<string, string>(Plain.Parts);
        parts[Plain.Data] = parts[Plain.Data].Replace("</sheetData>", rows + "</sheetData>", StringComparison.Ordinal);
        parts[Plain.DataTable] = parts[Plain.DataTable].Replace("A3:D6", "A3:D100", StringComparison.Ordinal);
        var findings = WorkbookLinter.Check(new MemoryStream(Plain.Of(parts)));
        Assert.All(findings, finding => Assert.Equal(LintRule.BlankCell, finding.Rule));
        Assert.Equal(94, findings.Sum(finding => 1 + finding.Others));
        Assert.Equal(20, findings.Count);
        Assert.Contains("74 autres cas", findings[^1].Message(Language.French), StringComparison.Ordinal);
    }

    private static void Checks(byte[] workbook, string found, string says)
    {
        var findings = WorkbookLinter.Check(new MemoryStream(workbook));
        Assert.Equal([found], findings.Select(finding => $"{finding.Id} {finding.Place}").Distinct());
        Assert.Contains(says, findings[0].Message(Language.French), StringComparison.Ordinal);
        Assert.NotEqual(findings[0].Message(Language.French), findings[0].Message(Language.English));
    }

    private static string[] Found(byte[] workbook) =>
        [.. WorkbookLinter.Check(new MemoryStream(workbook)).Select(finding => $"{finding.Id} {finding.Place}")];
}
