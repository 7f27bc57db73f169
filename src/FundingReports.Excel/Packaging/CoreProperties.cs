using FundingReports.Excel.Layout;
using FundingReports.Excel.Streaming;
using FundingReports.Reports;

namespace FundingReports.Excel.Packaging;

/// <summary>Title, author, language and date of the document. The date is the as-of date: no clock is asked.</summary>
internal static class CoreProperties
{
    internal static void Write(XmlBytes xml, Report report)
    {
        xml.Raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""u8)
            .Raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""u8)
            .Raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"u8);
        Said("dc:title"u8, report.Title);
        Said("dc:creator"u8, report.Author ?? "FundingReports");
        Said("dc:description"u8, report.Description);
        Said("dc:language"u8, report.Language == Language.English ? "en-GB" : "fr-FR");
        Date("dcterms:created"u8);
        Date("dcterms:modified"u8);
        xml.Raw("</cp:coreProperties>"u8);

        void Said(ReadOnlySpan<byte> name, string text)
        {
            if (text.Length > 0)
                xml.Raw("<"u8).Raw(name).Raw(">"u8).Text(SafeText.Clean(text, report.Words.Cut)).Raw("</"u8).Raw(name).Raw(">"u8);
        }

        void Date(ReadOnlySpan<byte> name) => xml.Raw("<"u8).Raw(name).Raw(" xsi:type=\"dcterms:W3CDTF\">"u8)
            .Text($"{PartialDate.Of(report.AsOf)}T00:00:00Z").Raw("</"u8).Raw(name).Raw(">"u8);
    }
}
