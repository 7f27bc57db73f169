using FundingReports.Policies;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Web.Tests;

/// <summary>Whatever does not work is a sentence in the language of the page, and the page goes on.</summary>
[Collection(Browser.Name)]
public sealed class FailureTests(Browser browser)
{
    private static readonly Exception noDay = LocalDatePattern.Iso.Parse("275760-09-13").Exception;

    /// <summary>Words that stand in messages of runtimes, and in no sentence for people.</summary>
    private static readonly string[] foreign =
        ["exception", "error:", "undefined", "null", "function", "failed", "memory access", "cannot read", "0x"];

    internal static void IsSentence(string? said, Language language)
    {
        // A sentence may begin with the name of the file.
        said = said?.Replace("portfolio.json", "Le", StringComparison.Ordinal);
        Assert.Matches(language is Language.French ? "^[A-ZÀÉ].*[a-zé].*\\.$" : "^[A-Z].*[a-z].*\\.$", said);
        Assert.All(foreign, word => Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase));
        string[] french = [" la ", " le ", " les ", " de ", " du ", " une ", " n’"];
        string[] english = [" the ", " of ", " a ", " this ", "This ", " be ", " it ", " is "];
        Assert.Contains(language is Language.French ? french : english, word => said!.Contains(word, StringComparison.Ordinal));
        Assert.DoesNotContain(language is Language.French ? english[..2] : french, word => said!.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void EachException_IsASentence()
    {
        Exception[] all =
        [
            new OverflowException("Arithmetic operation resulted in an overflow."),
            new PolicyException("x", new(2022, 1, 1), PolicyGap.Ended), new OutOfMemoryException(),
            new IOException("The process cannot access the file."), new NoAnswerException(), noDay,
            new InvalidOperationException("Sequence contains no elements"), new NullReferenceException(),
            new IndexOutOfRangeException(), new NotSupportedException(), new KeyNotFoundException(),
        ];
        foreach (Language language in new[] { Language.French, Language.English })
            foreach (Exception one in all)
                IsSentence(Failures.Sentence(one, language), language);
    }

    [ChromiumFact]
    public async Task EachFailure_IsSaidInTheLanguageOfThePage_AndTheNextFileIsRead()
    {
        var (page, _) = await browser.Open();
        string[] thrown =
        [
            "new DOMException('The requested file could not be read', 'NotReadableError')",
            "new DOMException('A requested file or directory could not be found', 'NotFoundError')",
            "new RangeError('Array buffer allocation failed')", "new WebAssembly.RuntimeError('memory access out of bounds')",
            "new WebAssembly.RuntimeError('unreachable')", "new TypeError('Cannot read properties of undefined')",
        ];
        foreach (var (code, language) in new[] { ("fr", Language.French), ("en", Language.English) })
        {
            await page.SelectOptionAsync("#lang", code);
            foreach (string error in thrown)
            {
                await page.EvaluateAsync(
                    $"window.kept ??= File.prototype.arrayBuffer; File.prototype.arrayBuffer = () => {{ throw {error}; }}; 0");
                await Failed(page, Samples.Landes, language);
                await page.EvaluateAsync("File.prototype.arrayBuffer = window.kept; 0");
                await page.Locator("body[data-ready=yes]").WaitForAsync();
                await Browser.Give(page, Samples.LandesDay, Samples.Landes);
                string expected = Portfolio.Load(Samples.Landes).Analyze(Samples.LandesDay).Summary(language);
                Assert.Equal(expected, await page.TextContentAsync("#summary"));
            }
        }
    }

    private static async Task Failed(IPage page, string path, Language language)
    {
        await Browser.Give(page, Samples.LandesDay, path);
        string said = (await page.TextContentAsync("#status"))!;
        IsSentence(said, language);
        Assert.False(said.StartsWith("Analysé", StringComparison.Ordinal));
    }

    [ChromiumFact]
    public async Task EngineThatDies_IsReplaced()
    {
        var (page, _) = await browser.Open();
        await page.EvaluateAsync("tried(round, () => ask('NoSuchCall'))");
        await page.Locator("body[data-ready=no]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        IsSentence(await page.TextContentAsync("#status"), Language.French);
        await page.Locator("body[data-ready=yes]").WaitForAsync();
        await Browser.Give(page, Samples.LandesDay, Samples.Landes);
        Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task WhatTheEngineRefuses_IsItsOwnSentence()
    {
        var (page, _) = await browser.Open();
        foreach (var (code, language) in new[] { ("fr", Language.French), ("en", Language.English) })
        {
            await page.SelectOptionAsync("#lang", code);
            await page.EvaluateAsync("keep('workbook', '.xlsx', 'x.json')");
            await page.WaitForFunctionAsync("document.body.getAttribute('aria-busy') === 'false'");
            Assert.Equal(Failures.Sentence(new NoAnswerException(), language), await page.TextContentAsync("#status"));
            await page.EvaluateAsync($"tried(round, () => ask('Answer', '275760-09-13', '{code}'))");
            Assert.Equal(Failures.Sentence(noDay, language), await page.TextContentAsync("#status"));
            Assert.Equal("yes", await page.GetAttributeAsync("body", "data-ready"));
        }
    }

    /// <summary>Days of which nothing can be asked are problems, as the library says them.</summary>
    [ChromiumFact]
    public async Task ImpossibleDays_AreProblems_AndNoDayIsAsked()
    {
        var (page, _) = await browser.Open();
        foreach (LocalDate day in new[] { new LocalDate(1, 1, 1), new LocalDate(9999, 12, 31) })
        {
            await Browser.Give(page, day, Samples.Landes);
            Assert.False(Portfolio.Load(Samples.Landes).TryAnalyze(day, out _, out var problems));
            Assert.All(problems.Select(problem => problem.Message(Language.French)).Zip(await page.Locator("#problems li.error")
                .AllTextContentsAsync()), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
            Assert.True(await page.IsHiddenAsync("#answers"));
        }
        await page.FillAsync("#asof", "");
        await page.Locator("#asof").BlurAsync();
        await page.Locator("#status", new() { HasTextString = "Indiquez la date" }).WaitForAsync();
        await Browser.Give(page, Samples.LandesDay, Samples.Landes);
        Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task LongWork_CanBeStopped_AndThePageAnswersMeanwhile()
    {
        var (page, _) = await browser.Open();
        string path = await Browser.Written("mille.json", Samples.Many(600).ToJson());
        await Browser.Give(page, Samples.LandesDay, path);
        // A page that is still would not count on; it is stopped at the first second that it counts.
        await page.EvaluateAsync("""
            () => new Promise(done => {
                new MutationObserver((_, seen) => {
                    if (!document.getElementById('stop').hidden) {
                        seen.disconnect();
                        document.getElementById('stop').click();
                        done();
                    }
                }).observe(document.getElementById('elapsed'), { childList: true, characterData: true, subtree: true });
                document.getElementById('report').click();
            })
            """);
        IsSentence(await page.TextContentAsync("#status"), Language.French);
        await page.Locator("body[data-ready=yes]").WaitForAsync();
        await Browser.Give(page, Samples.LandesDay, Samples.Landes);
        Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
    }
}
