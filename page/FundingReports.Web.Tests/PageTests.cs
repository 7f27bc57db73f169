using System.Net;
using System.Text;
using FundingReports.Excel;
using FundingReports.Exchange;
using FundingReports.Html;
using FundingReports.Scenarios;
using FundingReports.Sentences;
using FundingReports.Tests;
using Microsoft.Playwright;
using NodaTime;

namespace FundingReports.Web.Tests;

/// <summary>The page as a person meets it, in a real browser.</summary>
[Collection(Browser.Name)]
public sealed class PageTests(Browser browser)
{
    [ChromiumFact]
    public async Task EverySeed_SaysTheSentenceOfTheLibrary_OfflineAndAskingNobody()
    {
        var (page, asked) = await browser.Open();
        foreach (
            string path in Directory.EnumerateFiles(Repository.PathOf("seeds"), "portfolio*.json", SearchOption.AllDirectories).Order())
        {
            Portfolio portfolio = Portfolio.Load(path);
            LocalDate day = portfolio.Edition?.On?.First ?? Samples.LandesDay;
            FundingAnalysis analysis = portfolio.Analyze(day);
            await Browser.Give(page, day, path);
            Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
            Assert.Equal(analysis.Summary(Language.French), await page.TextContentAsync("#summary"));
            Assert.Equal(analysis.Posts.Length, await page.Locator("#posts tr").CountAsync());
        }
        Assert.Equal(
            [new Uri(ChromiumFactAttribute.OneFile).AbsoluteUri], asked.Where(url => !url.StartsWith("blob:", StringComparison.Ordinal)));
    }

    [ChromiumFact]
    public async Task WorkbookAndPage_HaveTheBytesOfTheLibrary()
    {
        var (page, _) = await browser.Open();
        FundingAnalysis analysis = Portfolio.Load(Samples.Six).Analyze(Samples.SixDay);
        await Browser.Give(page, Samples.SixDay, Samples.Six);
        Assert.Equal(Bytes(stream => analysis.SaveWorkbook(stream)), await Browser.Keep(page, "#report"));
        Assert.Equal(Bytes(stream => analysis.SavePage(stream)), await Browser.Keep(page, "#page"));
        Assert.Equal(Encoding.UTF8.GetBytes(analysis.Portfolio.ToJson()), await Browser.Keep(page, "#portfolio"));
        Assert.StartsWith("BEGIN:VCALENDAR", Encoding.UTF8.GetString(await Browser.Keep(page, "#calendar")), StringComparison.Ordinal);
        Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
    }

    private static string[] Sheets(byte[] workbook)
    {
        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return [.. package.Entries.Where(part => part.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
            || part.FullName == "xl/sharedStrings.xml").OrderBy(part => part.FullName, StringComparer.Ordinal)
            .Select(part => new StreamReader(part.Open()).ReadToEnd())];
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    [ChromiumFact]
    public async Task Forms_SeveralAreOne_AndEachIsRecognised()
    {
        var (page, _) = await browser.Open();
        string[] forms = [.. Directory.EnumerateFiles(Repository.PathOf("seeds", "intake")).Where(IntakeReader.IsFormName).Order()];
        MergedPortfolio merged = PortfolioMerge.Merge(
            [.. forms.Select(form => new ReturnedFacts(Path.GetFileName(form), IntakeReader.Read(form).Portfolio!.Facts))]);
        await Browser.Give(page, Samples.SixDay, forms);
        Assert.Equal(merged.Portfolio!.Analyze(Samples.SixDay).Summary(Language.French), await page.TextContentAsync("#summary"));
        Assert.Equal(forms.Length, await page.Locator("#files li").CountAsync());
    }

    [ChromiumFact]
    public async Task FaultyForm_EachProblemHasItsCell_ErrorsFirst_AndNoFigureIsGiven()
    {
        var (page, _) = await browser.Open();
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "Plan.csv");
        await File.WriteAllTextAsync(path, "Poste;Financeur;2026;Statut;Du;Au\n"
            + "<img src=x onerror=document.body.dataset.hit=1>, Dax;État;150 %;conventionné;;\nB, Dax;État;13 000 €;attribué;31/02/2026;\n");
        await Browser.Give(page, Samples.SixDay, path);
        IntakeReading reading = IntakeReader.Read(path);
        string[] said = [.. (await page.Locator("#problems li").AllTextContentsAsync()).Select(text => text)];
        Assert.Equal(reading.Problems.Length, said.Length);
        Assert.All(reading.Problems, problem => Assert.Contains(said, text => text.Contains(problem.Path, StringComparison.Ordinal)
            && text.Contains(problem.Message(Language.French), StringComparison.Ordinal)));
        Assert.StartsWith("Erreur", said[0], StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#posts tr").CountAsync());
        Assert.True(await page.IsHiddenAsync("#answers"));
        Assert.Null(await page.GetAttributeAsync("body", "data-hit"));
        byte[] annotated = await Browser.Keep(page, "#files button");
        // The copy bears the hour of its making: what people see of it is the same.
        Assert.Equal(Sheets(Bytes(stream => Annotator.Annotate(File.OpenRead(path), reading, stream))), Sheets(annotated));
    }

    [ChromiumFact]
    public async Task DamagedFiles_AreSaidToBe_AndThePageGoesOn()
    {
        var (page, _) = await browser.Open();
        string folder = Directory.CreateTempSubdirectory().FullName;
        foreach (var (name, bytes) in new[] {
            ("a.xlsx", new byte[] { 80, 75, 3, 4, 0, 0 }), ("b.json", "{\"x\":"u8.ToArray()), ("c.csv", []), ("d.xls", new byte[2000]) })
        {
            string path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, bytes);
            await Browser.Give(page, Samples.SixDay, path);
            Assert.NotEqual(0, await page.Locator("#problems li.error").CountAsync());
        }
        await Browser.Give(page, Samples.LandesDay, Samples.Landes);
        Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task HostileLabels_StayText()
    {
        var (page, _) = await browser.Open();
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "x.json");
        string hostile = "<img src=x onerror=document.body.dataset.hit=1><script>document.body.dataset.hit=1</script>";
        Portfolio portfolio = Portfolio.Load(Samples.Six);
        var facts = portfolio.Facts with
        {
            Title = hostile, Posts = [.. portfolio.Posts.Select(post => post with { Label = $"{hostile} {post.Id}" })],
        };
        Portfolio.Create(facts).Save(path);
        await Browser.Give(page, Samples.SixDay, path);
        Assert.Equal(6, await page.Locator("#posts tr").CountAsync());
        Assert.Contains(hostile, await page.TextContentAsync("#report-page"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("#answers img, #answers script").CountAsync());
        Assert.Null(await page.GetAttributeAsync("body", "data-hit"));
    }

    [ChromiumFact]
    public async Task Sliders_AreTheScenariosOfTheLibrary()
    {
        var (page, _) = await browser.Open();
        await Browser.Give(page, Samples.SixDay, Samples.Six);
        Portfolio portfolio = Portfolio.Load(Samples.Six);
        string funder = portfolio.Funders[0].Id;
        await page.SelectOptionAsync("#funder", funder);
        await page.Locator("#less").FillAsync("20");
        await page.Locator("#less").DispatchEventAsync("change");
        await page.Locator("#trial .answer").WaitForAsync();
        var scenario = new Scenario("essai", null, new ScenarioChange.Scale(funder, null, new LocalDate(2027, 1, 1), new Factor(80, 100)));
        string expected = scenario.Apply(portfolio, Samples.SixDay).Analyze(Samples.SixDay).Summary(Language.French);
        Assert.Equal(expected, await page.TextContentAsync("#trial .answer"));
        Assert.NotEqual(expected, await page.TextContentAsync("#summary"));
        // The files that are kept hold the trial.
        Assert.Contains(Reports.ScenariosTable.Name, Encoding.UTF8.GetString(await Browser.Keep(page, "#page")), StringComparison.Ordinal);
        Assert.NotEmpty(await Browser.Keep(page, "#report"));
    }

    [ChromiumFact]
    public async Task FormerEdition_IsAsked_ThenCompared()
    {
        var (page, _) = await browser.Open();
        string folder = Directory.CreateTempSubdirectory().FullName, old = Path.Combine(folder, "avant.json");
        Portfolio portfolio = Portfolio.Load(Samples.Six);
        Portfolio.Create(portfolio.Facts with { Commitments = portfolio.Commitments.RemoveAt(portfolio.Commitments.Length - 1) })
            .Save(old);
        await Browser.Give(page, Samples.SixDay, Samples.Six, old);
        await page.CheckAsync("#files li:nth-child(2) input");
        await page.Locator("body[aria-busy=false]").WaitForAsync();
        await page.Locator("#report-page #Tab_Evolution").WaitForAsync();
        Assert.Equal(portfolio.Analyze(Samples.SixDay).Summary(Language.French), await page.TextContentAsync("#summary"));
    }

    [ChromiumFact]
    public async Task English_SaysTheEnglishSentence_AndAReloadBeginsAnew()
    {
        var (page, _) = await browser.Open();
        await Browser.Give(page, Samples.LandesDay, Samples.Landes);
        await page.SelectOptionAsync("#lang", "en");
        string expected = Portfolio.Load(Samples.Landes).Analyze(Samples.LandesDay).Summary(Language.English);
        await page.Locator("#summary", new() { HasTextString = expected }).WaitForAsync();
        await page.ReloadAsync();
        await page.Locator("body[data-ready=yes]").WaitForAsync();
        Assert.True(await page.IsHiddenAsync("#answers"));
    }

    [ChromiumFact]
    public async Task Folder_FromTheLoopback_SaysTheSame_AndAsksForTwoFiles()
    {
        using var server = new HttpListener();
        string root = $"http://127.0.0.1:{FreePort()}/";
        server.Prefixes.Add(root);
        server.Start();
        _ = Serve(server);
        var (page, asked) = await browser.Open(root, offline: false);
        await Browser.Give(page, Samples.LandesDay, Samples.Landes);
        string expected = Portfolio.Load(Samples.Landes).Analyze(Samples.LandesDay).Summary(Language.French);
        Assert.Equal(expected, await page.TextContentAsync("#summary"));
        Assert.Equal([root, root + "engine.bin"],
            asked.Where(
                url => !url.StartsWith("blob:", StringComparison.Ordinal) && !url.EndsWith("favicon.ico", StringComparison.Ordinal)));
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Serve(HttpListener server)
    {
        while (server.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            string name = context.Request.Url!.AbsolutePath is "/" ? "index.html" : context.Request.Url.AbsolutePath[1..];
            string path = Path.Combine(ChromiumFactAttribute.Folder, Path.GetFileName(name));
            if (File.Exists(path))
            {
                context.Response.ContentType = name.EndsWith(".html", StringComparison.Ordinal) ? "text/html" : "application/octet-stream";
                await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(path));
            }
            else
                context.Response.StatusCode = 404;
            context.Response.Close();
        }
    }

    [ChromiumFact]
    public async Task EveryState_AxeFindsNothing_AndNothingScrollsSideways()
    {
        foreach (int width in new[] { 1280, 320 })
        {
            var (page, _) = await browser.Open(width: width);
            await Browser.Accessible(page, "empty");
            await Browser.Give(page, Samples.SixDay, Samples.Six);
            await Browser.Accessible(page, "answered");
            await page.ClickAsync("#posts tr:first-child button");
            await Browser.Accessible(page, "detail");
            await page.ClickAsync("#detail-close");
            string wrong = Path.Combine(Directory.CreateTempSubdirectory().FullName, "Plan.csv");
            await File.WriteAllTextAsync(wrong, "Poste;Financeur;2026;Statut\nA, Dax;État;150 %;conventionné\n");
            await Browser.Give(page, Samples.SixDay, wrong);
            await Browser.Accessible(page, "refused");
        }
    }

    [ChromiumFact]
    public async Task ReportAsAPage_AxeFindsNothing_AndNothingScrollsSideways()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        foreach (var (name, analysis) in new[] {
            ("six", Portfolio.Load(Samples.Six).Analyze(Samples.SixDay)),
            ("landes", Portfolio.Load(Samples.Landes).Analyze(Samples.LandesDay)) })
        {
            string path = Path.Combine(folder, name + ".html");
            analysis.SavePage(path);
            foreach (int width in new[] { 1280, 320 })
                foreach (ColorScheme scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    IPage page = await browser.OpenBare(new Uri(path).AbsoluteUri, width);
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await Browser.Accessible(page, $"{name}, {scheme}");
                }
        }
    }

    /// <summary>What README shows; taken anew, as .png, where FUNDINGREPORTS_PICTURE says where to (.ci/pictures).</summary>
    [ChromiumFact]
    public async Task Picture_ShowsTheTimeline()
    {
        var (page, _) = await browser.Open(width: 1120);
        await Browser.Give(page, Samples.SixDay, Samples.Six);
        await page.Locator("#asof").BlurAsync();
        Assert.True(await page.Locator("#report-first .timeline").IsVisibleAsync());
        if (Environment.GetEnvironmentVariable("FUNDINGREPORTS_PICTURE") is not { Length: > 0 } path)
            return;
        await page.SetViewportSizeAsync(1120, 1400);
        await page.ScreenshotAsync(new() { Path = path });
    }

    /// <summary>On paper stand the sentence, the names of the posts and the report; and nothing to press.</summary>
    [ChromiumFact]
    public async Task Print_HoldsTheAnswer_AndNothingToPress()
    {
        var (page, _) = await browser.Open();
        await Browser.Give(page, Samples.SixDay, Samples.Six);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.IsVisibleAsync("#summary"));
        foreach (ILocator post in await page.Locator("#report-first .timeline .post").AllAsync())
            Assert.True(await post.Locator("button").IsVisibleAsync());
        Assert.True(await page.IsVisibleAsync("#report-page"));
        foreach (string pressed in new[] { "#file", "#report", "#status", "#problems", "#less", "#posts button >> nth=0" })
            Assert.True(await page.IsHiddenAsync(pressed), pressed);
        // A shape that no rule colours is black.
        string[] colours = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#report-first rect')].map(one => getComputedStyle(one).fill)");
        Assert.NotEmpty(colours);
        Assert.DoesNotContain("rgb(0, 0, 0)", colours);
    }
}
