using FundingReports.Portfolios;
using FundingReports.Testing;
using NodaTime;
using static FundingReports.Tests.Sentences.Costed;

namespace FundingReports.Tests.Sentences;

/// <summary>The summary says what a funder has withdrawn: who, how much, from when, and of which posts.</summary>
public class WithdrawalTests
{
    private const string AsOf = "2022-02-08";

    [Fact]
    public void Summary_SaysWhoWithdrewHowMuchAndFromWhen()
    {
        var analysis = Posts("Poste 1").Signed(State, Share.Of(1, 2), Paid, June2025).But(Withdrawn).AsOf(AsOf);
        Says(analysis, "Financement retiré par l’État à partir du 1er juin 2022 : 50 % du coût.",
            "Funding withdrawn by the State from 1 June 2022: 50% of the cost.");
    }

    [Fact]
    public void Summary_SaysOfHowManyPosts()
    {
        var analysis = Posts("Poste 1", "Poste 2", "Poste 3")
            .Signed(State, Pays.Annual(20_000).ForAllPosts, Paid, June2025, posts: ["Poste 1", "Poste 2"]).But(Withdrawn)
            .Signed(Caf, 5_000, Paid, June2025, posts: ["Poste 3"]).But(Withdrawn).AsOf(AsOf);
        Says(analysis, "Financement retiré par l’État à partir du 1er juin 2022 : 20 000 € par an (2 postes).",
            "Funding withdrawn by the State from 1 June 2022: €20,000 a year (2 posts).");
        Says(analysis, "Financement retiré par la CAF à partir du 1er juin 2022 : 5 000 € par an (« Poste 3 »).",
            "Funding withdrawn by the CAF from 1 June 2022: €5,000 a year (“Poste 3”).");
    }

    /// <summary>Many are counted: the summary stays a paragraph.</summary>
    [Fact]
    public void Summary_OfManyWithdrawals_CountsThem()
    {
        string[] labels = [.. Enumerable.Range(1, 12).Select(number => $"Poste {number}")];
        Given given = Posts(labels);
        for (int i = 0; i < labels.Length; i++)
        {
            int month = i + 1;
            given = given.Signed(i < 6 ? State : Caf, 10_000, Paid, June2025, posts: [labels[i]])
                .But(one => one with { Withdrawn = new(new PartialDate(2023, month, 1), new LocalDate(2022, 1, 15), "A") });
        }
        Says(given.AsOf(AsOf), "Douze financements sont retirés, par l’État et la CAF, le premier à partir du 1er janvier 2023.",
            "Twelve commitments are withdrawn, by the State and the CAF, the first from 1 January 2023.");
    }

    /// <summary>Not yet decided, over before it would end, or put right by a later amendment: nothing is withdrawn.</summary>
    [Fact]
    public void Summary_SaysNothingOfWhatIsNotWithdrawn()
    {
        Given half = Posts("Poste 1").Signed(State, Share.Of(1, 2), Paid, June2025);
        Given[] none =
        [
            half,
            half.But(one => one with { Withdrawn = new(new LocalDate(2022, 6, 1), new LocalDate(2022, 3, 1), "A") }),
            Posts("Poste 1").Signed(State, Share.Of(1, 2), Paid, "2022-05-31").But(Withdrawn),
            half.But(Withdrawn).Signed(State, Share.Of(1, 2), "2022-06-01", June2025)
                .But(one => one with { Amends = "C1" }),
        ];
        foreach (Given given in none)
        {
            var analysis = given.With(facts => facts with { Commitments = [.. facts.Commitments.Select(one =>
                one.Amends is null ? one : one with { Amends = facts.Commitments[0].Id })] }).AsOf(AsOf);
            Assert.DoesNotContain("retiré", analysis.Summary(Language.French));
            Assert.DoesNotContain("withdrawn", analysis.Summary(Language.English));
            Assert.DoesNotContain("retiré", analysis.Summary(analysis.Posts[0], Language.French));
        }
    }

    private static Commitment Withdrawn(Commitment commitment) =>
        commitment with { Withdrawn = new(new LocalDate(2022, 6, 1), new LocalDate(2022, 1, 15), "A") };

    private static void Says(FundingAnalysis analysis, string french, string english)
    {
        Assert.Contains(french, analysis.Summary(Language.French).Replace('\u00a0', ' ').Replace('\u202f', ' '));
        Assert.Contains(english, analysis.Summary(Language.English));
    }
}
