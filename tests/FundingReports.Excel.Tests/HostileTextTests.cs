using FundingReports.Excel.Layout;

namespace FundingReports.Excel.Tests;

public class HostileTextTests
{
    public static TheoryData<string> Texts => new(
        "=HYPERLINK(\"http://example.org\",\"ici\")",
        "+1+1", "-2", "@SUM(A1)", "'apostrophe", "12,5", "01004", "TRUE", "1E5", "2023-07-23",
        "<b>&amp;</b> ]]>", "_x0041_ _x000D_", "  deux espaces  ", "emoji 🏛️ et 𝔉", "مرحبا بالعالم", "[]:*?/\\", "&P &\"Arial\"24 &",
        "deux\nlignes");

    [Theory, MemberData(nameof(Texts))]
    public void Text_WhateverItSays_StaysText(string text)
    {
        byte[] workbook = Cases.Workbook(Cases.Saying(text));
        Assert.True(Checked.Says(workbook, "Calendrier", text), "label of the post");
        Assert.True(Checked.Says(workbook, "Données et notice", text), "label of the post in the flat data");
    }

    [Fact]
    public void LongText_IsCutWithAWord()
    {
        string clean = SafeText.Clean(new string('a', 40_000), "… [texte coupé]");
        Assert.Equal(SafeText.MaxLength, clean.Length);
        Assert.EndsWith("… [texte coupé]", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlCharacters_AreShownAsSuch() =>
        Assert.Equal("a\uFFFDb\uFFFD\nc\uFFFD", SafeText.Clean("a\u0000b\u001B\r\nc\uD800", ""));

    [Fact]
    public void LongestLabel_IsValid() =>
        Cases.Written(Cases.Saying(string.Concat(Enumerable.Repeat("très long ", 300))), but: "cut-text");

    [Fact]
    public void Departement_KeepsItsZero() => Assert.True(Checked.Says(Cases.Workbook(Cases.Saying("x")), "Données et notice", "01"));

    [Theory]
    [InlineData("[]:*?/\\"), InlineData(""), InlineData("'x'"), InlineData("une feuille dont le nom est bien trop long"),
        InlineData("synthèse"), InlineData("History"), InlineData("HISTORY"), InlineData("a\uFFFE"), InlineData("'début"),
        InlineData("fin'"), InlineData("deux\nlignes"), InlineData("SYNTHÈSE")]
    public void SheetNameThatCannotBe_IsRefusedWithASentence(string name)
    {
        var report = Reports.ReportBuilder.Build(Cases.Landes);
        report = report with { Sheets = report.Sheets.SetItem(1, report.Sheets[1] with { Name = name }) };
        var error = Assert.Throws<ArgumentException>(() => report.SaveWorkbook(new MemoryStream()));
        Assert.StartsWith("This report cannot be written as a workbook", error.Message, StringComparison.Ordinal);
    }

    // Half of a pair cannot be an argument of a theory.
    [Fact]
    public void SheetNameWithHalfAPair_IsRefused_AndOneWithAWholePairIsNot()
    {
        var report = Reports.ReportBuilder.Build(Cases.Landes);
        Reports.Report Named(string name) => report with { Sheets = report.Sheets.SetItem(1, report.Sheets[1] with { Name = name }) };
        foreach (string name in (string[])["a" + (char)0xD83C, (char)0xDFDB + "a"])
            Assert.Throws<ArgumentException>(() => Named(name).SaveWorkbook(new MemoryStream()));
        foreach (string name in (string[])["emoji \U0001F3DB", "Historique", "History 2", "l'été", "31 caractères exactement, ici "])
            Named(name).SaveWorkbook(new MemoryStream());
    }
}
