using System.Xml.Linq;

namespace FundingReports.Tests.Texts;

/// <summary>The note as HTML, and the summary as sentences.</summary>
public class NoteHtmlTests
{
    private static FundingAnalysis SixPosts { get; } =
        Portfolio.Load(Repository.PathOf("seeds", "cases", "six-postes", "portfolio.json")).Analyze(new NodaTime.LocalDate(2026, 11, 26));

    private static XElement Html(FundingAnalysis analysis) =>
        XElement.Parse(analysis.NoteHtml(Language.French), LoadOptions.PreserveWhitespace);

    [Fact]
    public void Html_IsWellFormed_AndSaysTheSummaryAndEveryPost()
    {
        XElement html = Html(SixPosts);
        Assert.Equal(SixPosts.Summary(Language.French), html.Elements("p").First().Value);
        string[][] rows = [.. html.Descendants("tr").Select(row => row.Elements().Select(cell => Told.Plain(cell.Value)).ToArray())];
        Assert.Equal(["Poste", "Financé en totalité", "Reste à financer 2026", "Reste à financer 2027"], rows[0]);
        Assert.Equal(["ISCG, commissariat de Castelbois", "Non couvert en totalité à ce jour", "4 000 €", "4 000 €"], rows[2]);
        Assert.Equal(["inconnu", "inconnu"], rows[4][2..]);
        Assert.Equal(SixPosts.Posts.Length, rows.Length - 1);
        Assert.All(html.Descendants("td"), cell => Assert.NotNull(cell.Attribute("style")));
    }

    [Fact]
    public void Html_EscapesWhatPeopleWrote()
    {
        FundingAnalysis analysis = Told.Analysis([Told.Post("P") with { Label = "<b> & co" }]);
        Assert.Contains("&lt;b&gt; &amp; co", analysis.NoteHtml(Language.French), StringComparison.Ordinal);
        Assert.Contains(Html(analysis).Descendants("th"), cell => cell.Value == "<b> & co");
    }

    /// <summary>Five printed lines: a first page holds no more.</summary>
    [Fact]
    public void Summary_OfUsualPortfolios_IsShort()
    {
        const int fiveLines = 5 * 150;
        FundingAnalysis landes = Portfolio.Load(Repository.PathOf("seeds", "landes", "portfolio.json"))
            .Analyze(new NodaTime.LocalDate(2022, 2, 8));
        Assert.All([SixPosts, landes], analysis => Assert.InRange(analysis.Summary(Language.French).Length, 100, fiveLines));
    }

    [Fact]
    public void Sentences_OfTheSummary_AreTheSummary()
    {
        Assert.Equal(SixPosts.Summary(Language.French), string.Join(' ', SixPosts.SummarySentences(Language.French)));
        Assert.Equal(5, SixPosts.SummarySentences(Language.French).Length);
    }

    /// <summary>By hand, beside the seed: 11 540 and 42 880, of which 4 000 + 5 000 and 4 000 + 28 000 + 5 000 are asked for.</summary>
    [Fact]
    public void Summary_OfSixPosts_SaysWhatIsMissingAndWhatIsAskedFor() => Assert.Equal(
        "Au 26 novembre 2026, un poste sur six est financé en totalité jusqu’au 31 décembre 2027, sans acte annuel recensé ; quatre ne "
        + "sont financés qu’en partie (de 90 à 97 %) ; pour un, une convention reste à signer. Il manque au moins 11 540 € en 2026, "
        + "dont 9 000 € déjà sollicités, et 42 880 € en 2027, dont 37 000 € déjà sollicités. Aucun financement recensé au-delà de "
        + "2027. Le coût d’un poste est inconnu. Coût 2025 reconduit, non actualisé.",
        Told.Plain(SixPosts.Summary(Language.French)));
}
