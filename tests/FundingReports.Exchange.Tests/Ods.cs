using System.IO.Compression;
using System.Security;
using System.Text;

namespace FundingReports.Exchange.Tests;

/// <summary>OpenDocument spreadsheets, as LibreOffice packs them.</summary>
internal static class Ods
{
    private const string Head = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        + "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"><office:automatic-styles>"
        + "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
        + "</office:automatic-styles><office:body><office:spreadsheet>";

    internal static byte[] Package(params string[] tables) =>
        Parts(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml",
            $"{Head}{string.Concat(tables)}</office:spreadsheet></office:body></office:document-content>"));

    internal static byte[] Parts(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, string text) in parts)
            {
                using Stream part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return stream.ToArray();
    }

    internal static string Table(string name, IEnumerable<string> rows, string style = "ta1") =>
        $"<table:table table:name=\"{name}\" table:style-name=\"{style}\">{string.Concat(rows)}</table:table>";

    internal static string Row(IEnumerable<string> cells, string attributes = "") =>
        $"<table:table-row{attributes}>{string.Concat(cells)}</table:table-row>";

    internal static string Text(string text, string attributes = "") => text.Length == 0 ? "<table:table-cell/>"
        : $"<table:table-cell office:value-type=\"string\"{attributes}><text:p>{SecurityElement.Escape(text)}</text:p></table:table-cell>";

    internal static string Number(string value, string type = "float") =>
        $"<table:table-cell office:value-type=\"{type}\" office:value=\"{value}\"><text:p>vu</text:p></table:table-cell>";

    internal static string Day(string value) =>
        $"<table:table-cell office:value-type=\"date\" office:date-value=\"{value}\"><text:p>vu</text:p></table:table-cell>";
}
