using System.Text;
using FundingReports.Exchange;
using FundingReports.Sentences;
using FundingReports.Validation;
using Microsoft.Playwright;
using NodaTime;

namespace FundingReports.Web.Tests;

/// <summary>What is wrong is put right in the page, and what is asked is answered by a click: as the library does both.</summary>
[Collection(Browser.Name)]
public sealed class CorrectionTests(Browser browser)
{
    private static IntakeReading Read(string path, params (string Place, string Value)[] corrections) => IntakeReader.Read(path, new()
    {
        Corrections = [.. corrections.Select(one => SheetCell.TryParse(one.Place, out SheetCell cell)
            ? new CellCorrection(cell, one.Value) : throw new ArgumentException(one.Place))],
    });

    private static async Task Answered(IPage page, FundingAnalysis analysis, Language language = Language.French)
    {
        await Browser.Idle(page);
        Assert.StartsWith("Analysé", await page.TextContentAsync("#status"), StringComparison.Ordinal);
        Assert.Equal(analysis.Summary(language), await page.TextContentAsync("#summary"));
        Assert.Equal(Encoding.UTF8.GetBytes(analysis.Portfolio.ToJson()), await Browser.Keep(page, "#portfolio"));
    }

    [ChromiumFact]
    public async Task Error_IsCorrectedAtItsCell_ReadAgain_Traced_AndTakenBack()
    {
        foreach (int width in new[] { 1280, 320 })
        {
            var (page, path) = await browser.OpenWith(Samples.SixDay, Samples.Headers + "ISCG;Dax;50 000 €;État;150 %;annoncé\n", width);
            Assert.True(await page.IsHiddenAsync("#answers"));
            ILocator error = page.Locator("#problems li.error");
            Assert.Contains("ISCG | Dax | 50 000 € | État | 150 % | annoncé", await error.TextContentAsync(), StringComparison.Ordinal);
            Assert.Equal("150 %", await error.Locator("mark").TextContentAsync());
            Assert.Equal("(colonne «\u00A02026\u00A0»)", await error.Locator(".heading").TextContentAsync());
            await Browser.Accessible(page, "corrections");
            // A wrong correction is refused by the rules of the file.
            await error.Locator("input").FillAsync("160 %");
            await error.Locator("button[type=submit]").ClickAsync();
            await Browser.Idle(page);
            Assert.Equal("160 %", await page.Locator("#problems li.error mark").TextContentAsync());
            Assert.Equal("160 %", await page.InputValueAsync("#problems li.error input"));
            Assert.True(await page.IsHiddenAsync("#answers"));
            await page.Locator("#problems li.error input").FillAsync("15 %");
            await page.Keyboard.PressAsync("Enter");
            await Answered(page, Read(path, ("Plan!E2", "15 %")).Portfolio!.Analyze(Samples.SixDay));
            Assert.Contains("150 %", await page.TextContentAsync("#settled"), StringComparison.Ordinal);
            Assert.Contains("« 150 % » est lu « 15 % »", (await page.TextContentAsync("#report-page"))!.Replace('\u00a0', ' ')
                .Replace('\u202f', ' '), StringComparison.Ordinal);
            await Browser.Accessible(page, "corrections");
            await page.ClickAsync("#settled button");
            await Browser.Idle(page);
            Assert.Equal(1, await page.Locator("#problems li.error").CountAsync());
            Assert.True(await page.IsHiddenAsync("#settled-part"));
        }
    }

    [ChromiumFact]
    public async Task TwoReadings_AreAnsweredByAClick()
    {
        var (page, path) = await browser.OpenWith(Samples.SixDay, Samples.Headers + "ISCG;Dax;50 000 €;État;50;annoncé\n");
        Problem asked = Read(path).Problems.First(problem => problem.Severity is Severity.Error);
        foreach (ProblemAnswer answer in ProblemAnswers.Of(asked))
        {
            await Browser.Give(page, Samples.SixDay, path);
            string[] offered = [.. await page.Locator("#problems li.error .choices > button[type=button]").AllTextContentsAsync()];
            Assert.Equal(ProblemAnswers.Of(asked).Select(one => one.InWords(Language.French)), offered);
            await page.ClickAsync($"#problems li.error button:text-is(\"{answer.InWords(Language.French)}\")");
            IntakeReading settled = Read(path, [.. answer.Corrections.Select(one => (one.Cell.ToString(), one.Value))]);
            await Answered(page, settled.Portfolio!.Analyze(Samples.SixDay));
        }
    }

    [ChromiumFact]
    public async Task Header_IsPutRightInItsCell()
    {
        var (page, path) = await browser.OpenWith(
            Samples.SixDay, "Poste;Coût 2026;Financeur;Aide;Statut\nISCG;50 000 €;État;13 000 €;annoncé\n");
        ILocator header = page.Locator("#problems li", new() { HasTextString = "Plan!D1" });
        await header.Locator("input").FillAsync("2026");
        await header.Locator("button[type=submit]").ClickAsync();
        await Answered(page, Read(path, ("Plan!D1", "2026")).Portfolio!.Analyze(Samples.SixDay));
    }

    [ChromiumFact]
    public async Task SamePost_YesMakesOne_NoLeavesTwo_AndBothAreTakenBack()
    {
        var (page, path) = await browser.OpenWith(Samples.SixDay, Samples.Headers
            + "Intervenante sociale;Dax;50 000 €;État;20 000 €;annoncé\n"
            + "Intervenante socialle;Dax;;CAF;30 000 €;annoncé\n");
        Portfolio two = Read(path).Portfolio!;
        Assert.Equal(2, await page.Locator("#posts tr").CountAsync());
        await Browser.Accessible(page, "corrections");
        await page.ClickAsync("#problems li.question button >> nth=0");
        JoinedPortfolio one = Doubles.Join(two.Facts, two.Findings.Where(Doubles.Asks));
        await Answered(page, one.Portfolio!.Analyze(Samples.SixDay));
        Assert.Equal(1, await page.Locator("#posts tr").CountAsync());
        Assert.Equal(0, await page.Locator("#problems li.question").CountAsync());
        await page.ClickAsync("#settled button");
        await Answered(page, two.Analyze(Samples.SixDay));
        await page.ClickAsync("#problems li.question button >> nth=1");
        await Answered(page, two.Analyze(Samples.SixDay));
        Assert.Equal(0, await page.Locator("#problems li.question").CountAsync());
        await Browser.Accessible(page, "corrections");
    }

    [ChromiumFact]
    public async Task AnotherDay_AndAnotherLanguage_KeepWhatWasCorrected()
    {
        var (page, path) = await browser.OpenWith(Samples.SixDay, Samples.Headers + "ISCG;Dax;50 000 €;État;150 %;annoncé\n");
        await page.Locator("#problems li.error input").FillAsync("15 %");
        await page.Keyboard.PressAsync("Enter");
        await Browser.Idle(page);
        await page.SelectOptionAsync("#lang", "en");
        Portfolio right = Read(path, ("Plan!E2", "15 %")).Portfolio!;
        await Answered(page, right.Analyze(Samples.SixDay), Language.English);
        await page.FillAsync("#asof", "2026-03-01");
        await page.Locator("#asof").BlurAsync();
        string earlier = right.Analyze(new LocalDate(2026, 3, 1)).Summary(Language.English);
        await page.Locator("#summary", new() { HasTextString = earlier }).WaitForAsync();
        Assert.Equal(1, await page.Locator("#settled li").CountAsync());
    }

    /// <summary>No mouse at all: correct, answer, slide, and keep the workbook.</summary>
    [ChromiumFact]
    public async Task Keyboard_CorrectsAnswersSlidesAndKeeps()
    {
        var (page, _) = await browser.OpenWith(Samples.SixDay, Samples.Headers
            + "Intervenante sociale;Dax;50 000 €;État;150 %;conventionné\n"
            + "Intervenante socialle;Dax;;CAF;10 000 €;annoncé\n");
        await Reach(page, "#problems li.error input");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("15 %");
        await page.Keyboard.PressAsync("Enter");
        await Browser.Idle(page);
        await Reach(page, "#problems li.question button");
        await page.Keyboard.PressAsync("Space");
        await Browser.Idle(page);
        Assert.Equal(1, await page.Locator("#posts tr").CountAsync());
        await Reach(page, "#more");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator("#trial .answer").WaitForAsync();
        await Reach(page, "#report");
        IDownload kept = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.EndsWith(".xlsx", kept.SuggestedFilename, StringComparison.Ordinal);
    }

    // By the Tab key alone, from wherever the focus is; what has the focus must be visible.
    private static async Task Reach(IPage page, string selector)
    {
        for (int i = 0; i < 200; i++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{selector} is not reached by the tabulator.");
    }
}
