using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FundingReports.Excel;
using FundingReports.Sentences;
using FundingReports.Tests;
using Microsoft.Playwright;
using NodaTime;
using Xunit.Abstractions;

namespace FundingReports.Web.Tests;

/// <summary>Files of every size and kind, and the ways in which they arrive.</summary>
[Collection(Browser.Name)]
public sealed class FileTests(Browser browser, ITestOutputHelper output)
{
    private const int ThirtyMegabytes = 30 * 1024 * 1024;
    private static readonly LocalDate asOf = new(2022, 2, 8);

    private static string Landes => Repository.PathOf("seeds", "landes", "portfolio.json");

    private static string Six => Repository.PathOf("tests", "corpus", "six-postes", "portfolio.json");

    // Noise, the same each time.
    private static byte[] Noise(int length)
    {
        byte[] bytes = new byte[length];
        byte[] block = SHA256.HashData("noise"u8);
        for (int at = 0; at < length; at += block.Length)
            (block = SHA256.HashData(block)).AsSpan(0, Math.Min(block.Length, length - at)).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    private static byte[] Lines(string first, string line)
    {
        var text = new StringBuilder(first);
        while (text.Length < ThirtyMegabytes)
            text.Append(line);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A workbook as any program writes it, and beside it a picture of thirty megabytes.
    private static byte[] WithPicture()
    {
        using var bytes = new MemoryStream();
        Portfolio.Load(Six).Analyze(new LocalDate(2026, 11, 26)).SaveWorkbook(bytes);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        using (Stream part = zip.CreateEntry("xl/media/image1.png", CompressionLevel.NoCompression).Open())
            part.Write(Noise(ThirtyMegabytes));
        return bytes.ToArray();
    }

    /// <summary>Refused or read, with a sentence, and the page never still meanwhile.</summary>
    [ChromiumFact]
    public async Task ThirtyMegabytes_AreRefusedOrRead_AndThePageStaysAlive()
    {
        var (page, _) = await browser.Open();
        string folder = Directory.CreateTempSubdirectory().FullName;
        foreach (var (name, bytes) in new[]
        {
            ("bruit.xlsx", Noise(ThirtyMegabytes)), ("image.xlsx", WithPicture()), ("bruit.json", Noise(ThirtyMegabytes)),
            ("texte.csv", Lines("Un texte\n", "une ligne ; sans tableau\n")),
            ("espaces.json", Lines("{", "          ")),
        })
        {
            string path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, bytes);
            await page.EvaluateAsync("""
                () => { let last = performance.now(); window.still = 0;
                    window.watch = setInterval(() => {
                        const now = performance.now(); window.still = Math.max(window.still, now - last); last = now; }, 20); }
                """);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await Browser.Give(page, asOf, path);
            int still = (int)await page.EvaluateAsync<double>("() => { clearInterval(window.watch); return window.still; }");
            output.WriteLine($"{name}: {watch.Elapsed.TotalSeconds:0.0} s, still for {still} ms at most");
            Assert.Matches("^[A-ZÀÉ].*\\.$", await page.TextContentAsync("#status"));
            Assert.NotEqual(0, await page.Locator("#problems li.error").CountAsync());
            Assert.InRange(still, 0, 1_500);
            File.Delete(path);
        }
        await Browser.Give(page, asOf, Landes);
        Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task SeveralFiles_AreDroppedAnywhere()
    {
        var (page, _) = await browser.Open();
        await page.FillAsync("#asof", "2026-11-26");
        string text = await File.ReadAllTextAsync(Six);
        IJSHandle dropped = await page.EvaluateHandleAsync("""
            text => { const data = new DataTransfer();
                data.items.add(new File([text], "cette-année.json"));
                data.items.add(new File(["Poste;Financeur;2026;Statut\nMédiateur, Dax;CAF;5 000 €;annoncé\n"], "autre.csv"));
                return data; }
            """, text);
        await page.DispatchEventAsync("main", "drop", new { dataTransfer = dropped });
        await page.Locator("#status", new() { HasTextString = "Analysé : cette-année.json, autre.csv." }).WaitForAsync();
        await Browser.Idle(page);
        Assert.Equal(2, await page.Locator("#files li").CountAsync());
        Assert.Equal(7, await page.Locator("#posts tr").CountAsync());
        Assert.Equal(new Uri(ChromiumFactAttribute.OneFile).AbsoluteUri, page.Url);
    }

    [ChromiumFact]
    public async Task BackAndReload_BeginAnew_AndKeepNothing()
    {
        var (page, _) = await browser.Open();
        await Browser.Give(page, asOf, Landes);
        await page.GotoAsync("about:blank");
        await page.GoBackAsync();
        await page.Locator("body[data-ready=yes]").WaitForAsync();
        await Browser.Give(page, asOf, Landes);
        Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
        await page.ReloadAsync();
        await page.Locator("body[data-ready=yes]").WaitForAsync();
        Assert.True(await page.IsHiddenAsync("#answers"));
        Assert.Equal(
            0, await page.EvaluateAsync<int>("localStorage.length + sessionStorage.length + document.cookie.length"));
    }

    /// <summary>
    /// Memory and time of a thousand posts, beside those of the Landes; printed, and held below what a small machine has.
    /// </summary>
    [ChromiumFact]
    public async Task ThousandPosts_AreAnswered_InTheMemoryOfASmallMachine()
    {
        var (page, _) = await browser.Open();
        await Browser.Give(page, asOf, Landes);
        double few = await Memory(page);
        Portfolio thousand = FailureTests.Many(1_000);
        string path = await Browser.Written("mille.json", thousand.ToJson());
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Browser.Give(page, asOf, path);
        double answered = watch.Elapsed.TotalSeconds, many = await Memory(page);
        Assert.Equal(1_000, await page.Locator("#posts tr").CountAsync());
        Assert.Equal(thousand.Analyze(asOf).Summary(Language.French), await page.TextContentAsync("#summary"));
        Assert.True(await page.IsVisibleAsync("#long"));
        output.WriteLine($"Landes: {few:0} MiB; a thousand posts: {many:0} MiB, answered and shown in {answered:0.0} s");
        Assert.InRange(many, 1, 1_024);
    }

    // What the engine holds of the memory of WebAssembly, which never shrinks.
    private static Task<double> Memory(IPage page) =>
        page.Workers[0].EvaluateAsync<double>("() => runtime.localHeapViewU8().length / 1048576");
}
