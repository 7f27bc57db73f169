using System.Text.RegularExpressions;
using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Testing;
using FundingReports.Tests.Naive;
using static FundingReports.Tests.Sentences.Costed;

namespace FundingReports.Tests.Sentences;

/// <summary>No two sentences of the paragraph of a post say the same: the same amount on the same day.</summary>
public partial class SaidOnceTests
{
    [Fact]
    public void Paragraph_OfAnyPost_SaysNothingTwice() => Generators.Question.Sample(question =>
    {
        var analysis = Portfolio.Create(question.Facts).Analyze(question.AsOf, question.Through);
        foreach (var post in analysis.Posts)
            foreach (Language language in (Language[])[Language.French, Language.English])
                SaysNothingTwice(analysis.Summary(post, language));
    }, iter: Rounds.Of(2000), print: question => FactsText.Of(question));

    /// <summary>What ends full funding is told with its end; the other steps keep their sentence.</summary>
    [Fact]
    public void StepThatEndsFullFunding_IsToldOnce()
    {
        var analysis = Posts("Poste 1")
            .Signed(State, Pays.YearByYear([Share.Of(4, 5), Share.Of(1, 2), Share.Of(3, 10)]), Paid, "2024-06-30")
            .Signed(Departement, Share.Of(1, 5), Paid, "2024-06-30").AsOf("2022-02-08");
        string french = Plain(analysis.Summary(analysis.Posts[0], Language.French)),
            english = analysis.Summary(analysis.Posts[0], Language.English);
        Assert.Single(Regex.Matches(french, "de 80 % à 50 %"));
        Assert.Single(Regex.Matches(english, "from 80% to 50%"));
        Assert.Single(Regex.Matches(french, "de 50 % à 30 % le 1er juillet 2023, sans que rien ne compense cette baisse"));
        SaysNothingTwice(french);
        SaysNothingTwice(english);
    }

    /// <summary>Two refusals by one funder, two balances one after the other: one sentence, with what differs.</summary>
    [Fact]
    public void WhatOneFunderDidTwice_IsOneSentence()
    {
        var analysis = Posts("Poste 1")
            .Signed(Departement, Pays.TheBalance, Paid, "2023-12-31").Signed(Departement, Pays.TheBalance, "2024-01-01", "2025-12-31")
            .Signed(State, 5_000, Paid, "2025-12-31").But(Refused).Signed(State, 5_000, "2023-01-01", "2025-12-31").But(Refused)
            .AsOf("2022-02-08");
        string french = Plain(analysis.Summary(analysis.Posts[0], Language.French)),
            english = analysis.Summary(analysis.Posts[0], Language.English);
        Assert.Single(Regex.Matches(french, "sans plafond"));
        Assert.Single(Regex.Matches(english, "without a ceiling"));
        Assert.Contains("Demandes refusées par l’État : 5 000 € par an et 5 000 € par an.", french);
        Assert.Contains("Requests refused by the State: €5,000 a year and €5,000 a year.", english);
        SaysNothingTwice(french);
        SaysNothingTwice(english);

        static Commitment Refused(Commitment commitment) => commitment with { Status = CommitmentStatus.Refused };
    }

    private static void SaysNothingTwice(string paragraph)
    {
        string[] sentences = SentenceEnd().Split(Plain(paragraph));
        Assert.Equal(sentences.Distinct(), sentences);
        var said = sentences.Select(Facts).ToList();
        for (int i = 0; i < said.Count; i++)
            for (int k = i + 1; k < said.Count; k++)
                Assert.True(!said[i].Overlaps(said[k]), $"{string.Join(", ", said[i].Intersect(said[k]))} is said twice: {paragraph}");
    }

    /// <summary>Each amount with each date of its clause.</summary>
    private static HashSet<(string Amount, string Date)> Facts(string sentence) =>
    [
        .. from clause in sentence.Split(';')
           from amount in Amount().Matches(clause)
           from date in Date().Matches(clause)
           select (amount.Value, date.Value),
    ];

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    [GeneratedRegex(@"(?<=\.) (?=\p{Lu})")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"€[\d,.]*\d|\d[\d ,]*(€|%)|\d[\d.]*%")]
    private static partial Regex Amount();

    [GeneratedRegex(@"\d+(er)? \p{L}+ \d{4}")]
    private static partial Regex Date();
}
