using FundingReports.Portfolios;
using FundingReports.Testing;
using FundingReports.Tests.Sentences;

namespace FundingReports.Tests.Texts;

/// <summary>The horizons that the sentences tell; the words are in the approved sentences.</summary>
public sealed class SummaryTests
{
    /// <summary>
    /// The state, then the day until which the whole cost is surely paid, then the one until which it possibly is, of each post.
    /// </summary>
    public static TheoryData<string, string> Horizons => new()
    {
        { "No post", "" },
        { "One post, firm throughout", "Until 2025-06-30" },
        { "Both posts have ended", "Ended" },
        { "A promise without term", "Open" },
        { "A post funded to its own end", "PostEnds 2024-12-31" },
        { "Two thirds only", "NotOnFirstDay" },
        { "Nothing now, funded later", "NotOnFirstDay" },
        { "A hole, after which funding resumes", "Until 2022-12-31" },
        { "A cost of zero", "Open" },
        { "A cost of zero that ends within the funded run", "Until 2025-06-30" },
        { "Nobody pays", "NotOnFirstDay" },
        { "Money asked for alone", "NotOnFirstDay" },
        { "Four fifths announced, by the press", "NotOnFirstDay" },
        { "Announced money beyond the agreed", "Until 2025-06-30" },
        { "A term that nobody knows", "Between 2022-12-31" },
        { "An amount that nobody has published", "Between 2025-06-30" },
        { "Granted, not signed", "Until 2025-06-30" },
        { "A supposed cost", "Until 2025-06-30" },
        { "A cost of 2020, held constant", "Until 2025-06-30" },
        { "A post to come", "Until 2025-06-30" },
        { "Four posts in three situations", "Until 2025-06-30, Until 2024-12-31, NotOnFirstDay" },
        { "50000.00 of 100000.00, a year", "NotOnFirstDay" },
        { "50000.00 of 100000.00, as a sum of four years", "NotOnFirstDay" },
        { "99999.99 of 100000.00, a year", "NotOnFirstDay" },
        { "99999.99 of 100000.00, as a sum of four years", "NotOnFirstDay" },
        { "49999.99 of 100000.00, a year", "NotOnFirstDay" },
        { "49999.99 of 100000.00, as a sum of four years", "NotOnFirstDay" },
        { "1.00 of 100000.00, a year", "NotOnFirstDay" },
        { "1.00 of 100000.00, as a sum of four years", "NotOnFirstDay" },
        { "33333.33 of 99999.99, a year", "NotOnFirstDay" },
        { "33333.33 of 99999.99, as a sum of four years", "NotOnFirstDay" },
        { "33333.33 of 100000.00, a year", "NotOnFirstDay" },
        { "33333.33 of 100000.00, as a sum of four years", "NotOnFirstDay" },
        { "Announced by two, one without amount", "NotOnFirstDay" },
        { "Announced by one, in part without amount", "NotOnFirstDay" },
        { "Announced without amount", "NotOnFirstDay" },
        { "Announced with an amount", "NotOnFirstDay" },
        { "Announced in part without known term", "NotOnFirstDay" },
        { "Announced in part without term", "NotOnFirstDay" },
        { "Announced by two, one without amount, and nothing agreed", "NotOnFirstDay" },
        { "Announced to a term of its own", "NotOnFirstDay" },
        { "A step down that a balance bears", "Until 2024-06-30" },
        { "A step down that nothing makes up for", "NotOnFirstDay" },
        { "A step down that ends full funding", "Until 2022-06-30" },
        { "A firm instalment, then one that no act has made firm", "Until 2023-07-23" },
        { "The next instalment is not firm", "Until 2023-07-23" },
        { "A balance that would bear what was only announced", "Until 2025-06-30" },
        { "A balance of the CAF", "Until 2025-06-30" },
        { "A year funded in part, the cost unknown", "Until 2023-07-23" },
        { "Known from the press, the term assumed", "Until 2023-07-23" },
        { "Half only", "NotOnFirstDay" },
        { "Two posts of which the same is said", "Until 2025-06-30" },
        { "A label of two lines", "NotOnFirstDay" },
    };

    private static IEnumerable<(string Name, Given Given)> Situations => SummarySituations.All.Concat(PostSituations.All);

    [Theory]
    [MemberData(nameof(Horizons))]
    public void Agreed_OfEachSituation_HasItsHorizon(string name, string expected) =>
        Assert.Equal(expected, string.Join(", ", Of(name).Posts.Select(post => Said(post.Agreed.FullyFundedUntil)).Distinct()));

    [Fact]
    public void Agreed_OfThirtyPosts_EndsByYear()
    {
        int[] years = [.. Of(SummarySituations.Thirty).Posts.Select(post => post.Agreed.FullyFundedUntil.Surely.Until?.Year ?? 0)];
        Assert.Equal([(2023, 12), (2024, 12), (2025, 4), (0, 2)], years.CountBy(year => year).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Horizons_AreAskedOfEverySituation() => Assert.Equal(
        Situations.Select(one => one.Name).Where(name => name != SummarySituations.Thirty),
        Horizons.Select(row => (string)((object[])row)[0]));

    private static FundingAnalysis Of(string name) => Situations.Single(one => one.Name == name).Given.AsOf("2022-02-08");

    private static string Said(FundingHorizon horizon)
    {
        string?[] parts = [horizon.State.ToString(), Day(horizon.Surely), Day(horizon.Possibly)];
        return string.Join(' ', parts.OfType<string>().Distinct());
    }

    private static string? Day(Reach reach) => reach.Until is { } day ? $"{day:uuuu'-'MM'-'dd}" : null;

    /// <summary>Among many, what is said of a post that has not begun is not said of today.</summary>
    [Theory]
    [InlineData(1, "un d’entre eux ne commence que le 16 avril 2023")]
    [InlineData(2, "deux d’entre eux ne commencent qu’à partir du 16 avril 2023")]
    public void PostsToCome_AmongMany_AreSaidToBeToCome(int toCome, string says)
    {
        var builder = new PortfolioBuilder();
        for (int post = 0; post < 8; post++)
        {
            PartialDate from = post < toCome ? new(2023, 4, 16 + post) : new(2022, 1, 1);
            builder = builder.Post($"Poste {post}", costs: 50_000, from: from)
                .Signed(Funder.State("État"), Share.Percent(50 + post), from, new PartialDate(2025, 12, 31));
        }
        string summary = builder.Build().Analyze(new(2022, 2, 8)).Summary(Language.French);
        Assert.Contains(says, summary, StringComparison.Ordinal);
        Assert.DoesNotContain("d’entre eux", new PortfolioBuilder().Post("Poste", costs: 1, from: new(2022, 1, 1)).Build()
            .Analyze(new(2022, 2, 8)).Summary(Language.French), StringComparison.Ordinal);
    }
}
