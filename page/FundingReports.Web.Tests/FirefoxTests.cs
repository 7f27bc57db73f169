using FundingReports.Sentences;
using FundingReports.Tests;
using NodaTime;

namespace FundingReports.Web.Tests;

[Collection(Browser.Name)]
public sealed class FirefoxTests
{
    [FirefoxFact]
    public async Task OneFile_SaysTheSentencesOfTheLibrary()
    {
        await using var firefox = await Firefox.Start();
        await firefox.Open(new Uri(ChromiumFactAttribute.OneFile).AbsoluteUri);
        await firefox.Until("document.body.dataset.ready === 'yes'");
        foreach (var (path, day) in new[]
        {
            (Repository.PathOf("seeds", "landes", "portfolio.json"), "2022-02-08"),
            (Repository.PathOf("tests", "corpus", "six-postes", "portfolio.json"), "2026-11-26"),
        })
        {
            await firefox.Said(
                $"document.getElementById('lang').value = 'fr', document.getElementById('lang').dispatchEvent(new Event('change'))");
            await firefox.Said($"document.getElementById('asof').value = '{day}'");
            await firefox.Give("#file", path);
            string expected = Portfolio.Load(path).Analyze(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value).Summary(Language.French);
            await firefox.Until(
                "document.body.getAttribute('aria-busy') === 'false' && document.getElementById('status').textContent.startsWith('Analysé')");
            Assert.Equal(expected, await firefox.Said("document.getElementById('summary').textContent"));
        }
    }

    /// <summary>The same way in the other browser: a cell put right, a question answered, a slider moved, a workbook made.</summary>
    [FirefoxFact]
    public async Task OneFile_CorrectsAnswersSlidesAndMakesTheWorkbook()
    {
        await using var firefox = await Firefox.Start();
        await firefox.Open(new Uri(ChromiumFactAttribute.OneFile).AbsoluteUri);
        await firefox.Until("document.body.dataset.ready === 'yes'");
        string path = await Browser.Written("Plan.csv", "Poste;Lieu;Coût 2026;Financeur;2026;Statut\n"
            + "Intervenante sociale;Dax;50 000 €;État;150 %;annoncé\nIntervenante socialle;Dax;;CAF;10 000 €;annoncé\n");
        await firefox.Said("document.getElementById('asof').value = '2026-11-26'");
        await firefox.Give("#file", path);
        const string idle = "document.body.getAttribute('aria-busy') === 'false'";
        await firefox.Until($"{idle} && document.querySelectorAll('#problems li.error').length === 1");
        await firefox.Said("document.querySelector('#problems li.error input').value = '15 %'");
        await firefox.Said("document.querySelector('#problems li.error form').requestSubmit()");
        await firefox.Until($"{idle} && document.querySelectorAll('#posts tr').length === 2");
        await firefox.Said("document.querySelector('#problems li.question button').click()");
        await firefox.Until($"{idle} && document.querySelectorAll('#posts tr').length === 1");
        await firefox.Said(
            "document.getElementById('more').value = '5', document.getElementById('more').dispatchEvent(new Event('change'))");
        await firefox.Until("document.querySelector('#trial .answer') !== null");
        await firefox.Said("document.getElementById('report').click()");
        await firefox.Until($"{idle} && document.getElementById('status').textContent.includes('.xlsx')");
    }
}
