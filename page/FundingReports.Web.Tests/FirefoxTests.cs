using FundingReports.Sentences;
using FundingReports.Tests;
using NodaTime;

namespace FundingReports.Web.Tests;

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
}
