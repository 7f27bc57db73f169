using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;

namespace FundingReports.Exchange.Tests;

/// <summary>Forms as people send them back, made cell by cell.</summary>
internal static class Sheets
{
    internal static readonly string[] Headers = ["Poste", "Employeur", "Coût 2026", "Dispositif", "Financeur", "Type de financeur",
        "2026", "Statut", "Du", "Au"];

    /// <summary>
    /// A table that holds posts and money, with one year. Two good rows: 30 000 € of the State, the rest of the Département.
    /// </summary>
    internal static readonly object?[][] Good =
    [
        ["Poste A", "CCAS", 50_000m, null, "État", "État", 30_000m, "conventionné", null, null],
        ["Poste A", "CCAS", 50_000m, null, "Département", "Département", "le reste", "attribué", null, null],
    ];

    internal static byte[] Plan(params object?[][] rows) => Build(sheet => Fill(sheet, Headers, rows, 1));

    /// <summary>A plan of the two good rows, with one cell of the first (row 2) otherwise.</summary>
    internal static byte[] With(string header, object? value, string? format = null) => Build(sheet =>
    {
        Fill(sheet, Headers, Good, 1);
        IXLCell cell = sheet.Cell(2, Array.IndexOf(Headers, header) + 1);
        Put(cell, value);
        if (format is not null)
            cell.Style.NumberFormat.Format = format;
    });

    internal static byte[] Build(Action<IXLWorksheet> fill)
    {
        using var workbook = new XLWorkbook();
        fill(workbook.AddWorksheet("Plan"));
        return Bytes(workbook);
    }

    internal static byte[] Bytes(XLWorkbook workbook)
    {
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    internal static void Fill(IXLWorksheet sheet, string[] headers, object?[][] rows, int headerRow)
    {
        for (int i = 0; i < headers.Length; i++)
            sheet.Cell(headerRow, i + 1).SetValue(headers[i]);
        for (int row = 0; row < rows.Length; row++)
            for (int i = 0; i < rows[row].Length; i++)
                Put(sheet.Cell(headerRow + 1 + row, i + 1), rows[row][i]);
    }

    internal static void Put(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                cell.Clear(XLClearOptions.Contents);
                break;
            case decimal number:
                cell.SetValue(number);
                break;
            case int number:
                cell.SetValue(number);
                break;
            case DateTime day:
                cell.SetValue(day);
                cell.Style.NumberFormat.Format = "dd/mm/yyyy";
                break;
            default:
                cell.SetValue((string)value);
                break;
        }
    }

    /// <summary>Changes the text of one part of a package.</summary>
    internal static byte[] Edit(byte[] package, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            ZipArchiveEntry entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(change(text));
        }
        return stream.ToArray();
    }
}
