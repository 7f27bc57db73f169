using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Web.Tests;

/// <summary>The tests of the browsers run one after the other: two at once would measure one another.</summary>
[CollectionDefinition(Browser.Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "It is a collection of tests.")]
public sealed class BrowserCollection : ICollectionFixture<Browser>;

/// <summary>One Chromium for all tests; each opens a page of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    internal const string Name = "browsers";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Chromium is not { } chromium)
            return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox"] });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>The page, ready, with all that it asked for.</summary>
    internal async Task<(IPage Page, List<string> Asked)> Open(string? address = null, bool offline = true, int width = 1280)
    {
        IBrowserContext context = await browser!.NewContextAsync(new()
        {
            Offline = offline, AcceptDownloads = true, Locale = "fr-FR", ViewportSize = new() { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(180_000);
        IPage page = await context.NewPageAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(address ?? new Uri(ChromiumFactAttribute.OneFile).AbsoluteUri);
        await page.Locator("body[data-ready=yes]").WaitForAsync();
        return (page, asked);
    }

    internal async Task<IPage> OpenBare(string address, int width)
    {
        IPage page = await browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>Gives the page files on a day, and waits until it has said what they say.</summary>
    internal static async Task Give(IPage page, LocalDate asOf, params string[] paths)
    {
        await page.SetInputFilesAsync("#file", Array.Empty<string>());
        await page.FillAsync("#asof", LocalDatePattern.Iso.Format(asOf));
        await page.SetInputFilesAsync("#file", paths);
        await page.Locator("body[aria-busy=false]").WaitForAsync();
    }

    /// <summary>The page, with a form of years as columns that says these lines.</summary>
    internal async Task<(IPage Page, string Path)> OpenWith(LocalDate asOf, string lines, int width = 1280)
    {
        var (page, _) = await Open(width: width);
        string path = await Written("Plan.csv", lines);
        await Give(page, asOf, path);
        return (page, path);
    }

    /// <summary>Axe finds nothing wrong, and nothing scrolls sideways.</summary>
    internal static async Task Accessible(IPage page, string state)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, state + ": " + string.Join("\n", found.Violations.Select(one =>
            $"{one.Id}: {one.Help} {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}")));
        int wider = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth");
        Assert.True(wider <= 0, $"{state}: {wider} points too wide");
    }

    /// <summary>Waits until the page works on nothing.</summary>
    internal static Task Idle(IPage page) => page.Locator("body[aria-busy=false]").WaitForAsync();

    /// <summary>Writes a file of that name into a folder of its own.</summary>
    internal static async Task<string> Written(string name, string text)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    internal static async Task<byte[]> Keep(IPage page, string button)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(button));
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }
}
