using System.Diagnostics;
using Xunit.Sdk;

namespace FundingReports.Excel.Tests;

/// <summary>A test that needs Gnumeric: skipped, with a word that is seen, where it is not installed.</summary>
[TraitDiscoverer(NeededProgram.Discoverer, NeededProgram.Assembly)]
public sealed class GnumericFactAttribute : FactAttribute, ITraitAttribute
{
    public GnumericFactAttribute()
    {
        if (Gnumeric.Path is null)
            Skip = "Gnumeric (ssconvert) is not installed: nothing was recalculated.";
    }
}

/// <summary>A third spreadsheet, without its windows.</summary>
internal static class Gnumeric
{
    internal static string? Path { get; } = NeededProgram.Find("ssconvert");

    /// <summary>A workbook as Gnumeric works it out afresh, from a copy without any cached value.</summary>
    internal static byte[] Recalculate(byte[] workbook)
    {
        string folder = Directory.CreateTempSubdirectory("fundingreports").FullName;
        try
        {
            string input = System.IO.Path.Combine(folder, "in.xlsx"), output = System.IO.Path.Combine(folder, "out.xlsx");
            File.WriteAllBytes(input, LibreOffice.WithoutValues(workbook));
            var start = new ProcessStartInfo(Path!, ["--recalc", input, output]) { UseShellExecute = false, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            // What it complains of (no display, a style it does not know) is not asked; read, so that it does not wait.
            var said = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException("Gnumeric did not end.");
            }
            Assert.True(File.Exists(output), said.Result);
            return File.ReadAllBytes(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
