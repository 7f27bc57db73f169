using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Xunit.Sdk;

namespace FundingReports.Excel.Tests;

/// <summary>A test that needs LibreOffice: skipped, with a word that is seen, where it is not installed.</summary>
[TraitDiscoverer(NeededProgram.Discoverer, NeededProgram.Assembly)]
public sealed class LibreOfficeFactAttribute : FactAttribute, ITraitAttribute
{
    public LibreOfficeFactAttribute()
    {
        if (LibreOffice.Path is null)
            Skip = "LibreOffice (soffice) is not installed: nothing was recalculated.";
    }
}

/// <summary>The other spreadsheet, without its windows.</summary>
internal static class LibreOffice
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    internal static string? Path { get; } = NeededProgram.Find("soffice");

    /// <summary>A workbook as LibreOffice works it out afresh, from a copy without any cached value.</summary>
    internal static byte[][] Recalculate(params byte[][] workbooks) => Convert("xlsx", [.. workbooks.Select(WithoutValues)]);

    /// <summary>Workbooks in another format, all in one run: most of its time is its start.</summary>
    internal static byte[][] Convert(string format, params byte[][] workbooks)
    {
        string folder = Directory.CreateTempSubdirectory("fundingreports").FullName;
        try
        {
            string output = System.IO.Path.Combine(folder, "out");
            string[] inputs = [.. workbooks.Select((_, i) => System.IO.Path.Combine(folder, $"in{i}.xlsx"))];
            for (int i = 0; i < inputs.Length; i++)
                File.WriteAllBytes(inputs[i], workbooks[i]);
            // A profile of its own, so that two tests, or a user's window, do not lock one another out.
            var start = new ProcessStartInfo(Path!) { UseShellExecute = false };
            foreach (
                string argument in new[] { $"-env:UserInstallation={new Uri(System.IO.Path.Combine(folder, "profile"))}", "--headless",
                    "--convert-to", format, "--outdir", output }.Concat(inputs))
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException("LibreOffice did not end.");
            }
            return [.. workbooks.Select((_, i) => File.ReadAllBytes(System.IO.Path.Combine(output, $"in{i}.{format}")))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static byte[] WithoutValues(byte[] workbook)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
                    .ToList())
            {
                XDocument sheet;
                using (var read = entry.Open())
                    sheet = XDocument.Load(read, LoadOptions.PreserveWhitespace);
                foreach (var formula in sheet.Descendants(Main + "f"))
                {
                    formula.Parent!.Elements(Main + "v").Remove();
                    formula.Parent!.SetAttributeValue("t", null);
                }
                using var write = entry.Open();
                write.SetLength(0);
                sheet.Save(write);
            }
        return stream.ToArray();
    }
}
