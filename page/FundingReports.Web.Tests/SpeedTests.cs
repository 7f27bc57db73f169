using System.Globalization;
using Microsoft.Playwright;
using NodaTime.Text;
using Xunit.Abstractions;

namespace FundingReports.Web.Tests;

/// <summary>
/// How long the page takes from the double click on, for docs/page.md: the best and the median of FUNDINGREPORTS_RUNS runs (else of one),
/// each run, and how busy the machine was. A time is no reason to fail; a step that is never reached is.
/// </summary>
[Collection(Browser.Name)]
public sealed class SpeedTests(Browser browser, ITestOutputHelper output)
{
    private const string Idle = "document.body.getAttribute('aria-busy') === 'false'";
    private const string Analysed = "document.getElementById('status').textContent.startsWith('Analysé')";

    private static readonly int runs =
        int.Parse(Environment.GetEnvironmentVariable("FUNDINGREPORTS_RUNS") ?? "1", CultureInfo.InvariantCulture);

    private readonly Dictionary<string, List<double>> seconds = [];

    [ChromiumFact]
    public async Task Chromium_FromTheDoubleClickOn()
    {
        for (int run = 0; run < runs; run++)
            foreach (bool small in (bool[])[true, false])
            {
                IPage page = await browser.OpenBare("about:blank", 1280);
                await page.GotoAsync(new Uri(ChromiumFactAttribute.OneFile).AbsoluteUri, new() { Timeout = 0 });
                page.SetDefaultTimeout(0);
                await Measure(small, async expression => await page.EvaluateAsync<double>(expression),
                    path => page.SetInputFilesAsync("#file", path));
                if (!small)
                    Add("a hundred posts: memory of WebAssembly, MiB",
                        await page.Workers[0].EvaluateAsync<double>("() => runtime.localHeapViewU8().length / 1048576"));
                await page.CloseAsync();
            }
        Say("Chromium");
    }

    [FirefoxFact]
    public async Task Firefox_FromTheDoubleClickOn()
    {
        for (int run = 0; run < runs; run++)
            foreach (bool small in (bool[])[true, false])
            {
                await using var firefox = await Firefox.Start();
                await firefox.Open(new Uri(ChromiumFactAttribute.OneFile).AbsoluteUri);
                await Measure(
                    small, async expression => double.Parse(await firefox.Value(expression), CultureInfo.InvariantCulture),
                    path => firefox.Give("#file", path));
            }
        Say("Firefox");
    }

    private async Task Measure(bool small, Func<string, Task<double>> said, Func<string, Task> give)
    {
        // Counted by the page itself, from the moment at which its address was opened.
        double ready = await said(Until("document.body.dataset.ready === 'yes'"));
        await said($"(document.getElementById('lang').value = 'fr', document.getElementById('lang').dispatchEvent(new Event('change')), "
            + $"document.getElementById('asof').value = '{LocalDatePattern.Iso.Format(Samples.LandesDay)}', 0)");
        string path = small ? Samples.Landes : await Browser.Written("cent.json", Samples.Many(100).ToJson());
        string what = small ? "the Landes, given at once" : "a hundred posts";
        double given = await said("performance.now()");
        await give(path);
        double answered = await said(Until(Analysed)), shown = await said(Until(Idle));
        double before = await said("(document.getElementById('report').click(), performance.now())"), made = await said(Until(Idle));
        Assert.Equal(1, await said("document.getElementById('status').textContent.includes('.xlsx') ? 1 : 0"));
        if (small)
            Add("ready", ready);
        Add($"{what}: answered", answered - given);
        Add($"{what}: all shown", shown - given);
        Add($"{what}: workbook", made - before);
        if (!small)
            return;
        before = await said("(document.getElementById('report').click(), performance.now())");
        Add($"{what}: second workbook", await said(Until(Idle)) - before);
    }

    private static string Until(string condition) => "new Promise(done => { const look = () => "
        + $"({condition}) ? done(performance.now()) : setTimeout(look, 5); look(); }})";

    private void Add(string what, double milliseconds)
    {
        if (!seconds.TryGetValue(what, out List<double>? all))
            seconds[what] = all = [];
        all.Add(what.EndsWith("MiB", StringComparison.Ordinal) ? milliseconds : milliseconds / 1000);
    }

    private void Say(string name)
    {
        string load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}, {new FileInfo(ChromiumFactAttribute.OneFile).Length} bytes, {Environment.ProcessorCount} cores, load average {load}"));
        foreach (var (what, all) in seconds)
        {
            List<double> ordered = [.. all.Order()];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: best {ordered[0]:0.00}, median "
                + $"{ordered[ordered.Count / 2]:0.00} of {string.Join(' ', all.Select(one => one.ToString("0.00", CultureInfo.InvariantCulture)))}"));
        }
    }
}
