using FundingReports.Consolidation;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Consolidation;

/// <summary>
/// What is counted of each portfolio: its posts, those funded, those at risk; and in a group, posts that it really pays.
/// </summary>
public class CountedTests
{
    private static readonly LocalDate from = new(2021, 1, 1), asOf = new(2022, 2, 8);

    [Theory]
    // The 31st alone weighs nothing: the year lacks nothing, and each of its days counts as funded.
    [InlineData("2022-12-30", 1, 1, "2022-12-31")]
    [InlineData("2022-12-29", 0, 1, "2022-12-29")]
    [InlineData("2022-12-31", 1, 1, "2022-12-31")]
    [InlineData("2026-06-30", 1, 0, "2026-06-30")]
    [InlineData("open", 1, 0, null)]
    [InlineData("2022-02-07", 0, 1, null)]
    public void Portfolio_CountsThoseFundedToTheEndOfTheYear_AndThoseAtRisk(string until, int fully, int atRisk, string? earliest)
    {
        var row = Added(Half("C1", "A", until), Half("C2", "B", until)).Portfolios.Single();
        Assert.Equal(("un", 1, fully, atRisk, earliest),
            (row.Name, row.Posts, row.Fully, row.AtRisk, row.Earliest is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null));
    }

    [Fact]
    public void Portfolio_WithAPostNotFundedToday_HasNoEarliestDay()
    {
        var facts = Facts(Half("C1", "A", "2024-06-30"), Half("C2", "B", "2024-06-30"));
        facts = facts with { Posts = [facts.Posts[0], facts.Posts[0] with { Id = "Q", Label = "Sans argent" }] };
        var row = Added(facts).Portfolios.Single();
        Assert.Equal((2, 1, null), (row.Posts, row.Fully, row.Earliest));
    }

    [Fact]
    public void Portfolio_OfTwoPosts_HasTheEarlierOfTheirLastDays()
    {
        var facts = Facts(Half("C1", "A", "2024-06-30"), Half("C2", "B", "2024-06-30"),
            Half("C3", "A", "2023-06-30") with { Posts = ["Q"] }, Half("C4", "B", "2025-06-30") with { Posts = ["Q"] });
        facts = facts with { Posts = [facts.Posts[0], facts.Posts[0] with { Id = "Q", Label = "Autre" }] };
        Assert.Equal(new LocalDate(2023, 6, 30), Added(facts).Portfolios.Single().Earliest);
    }

    [Fact]
    public void Group_CountsAPostOnce_AndOnlyWhereItIsPaid()
    {
        // Two promises of one funder in 2022; in 2024 the second has ended; in 2026 both.
        var consolidated = Added(Half("C1", "A", "2025-12-31"), Half("C2", "A", "2023-12-31"),
            Half("C3", "B", "2023-12-31") with { Amount = Amount.NotPublished });
        Assert.Equal([(2022, 1), (2023, 1), (2024, 1), (2025, 1), (2026, 0), (2027, 0)],
            consolidated.ByFunder.Where(row => row.Group == "État").Select(row => (row.Year, row.Posts)));
        // Money of unknown amount may be paid: its post counts.
        Assert.Equal([1, 1, 0, 0, 0, 0], consolidated.ByFunder.Where(row => row.Group == "Département").Select(row => row.Posts));
        Assert.All(consolidated.Years, row => Assert.Equal(1, row.Posts));
    }

    [Fact]
    public void Cost_IsAFigureOfPosts_NotOfFunders()
    {
        var consolidated = Added(Half("C1", "A", "2025-12-31") with { Line = "FIPD" });
        Assert.All([.. consolidated.Years, .. consolidated.ByDepartement, .. consolidated.ByScheme],
            row => Assert.Equal("50000.00", row.Cost?.Exact.ToString()));
        Assert.All([.. consolidated.Years, .. consolidated.ByDepartement, .. consolidated.ByScheme], row => Assert.NotNull(row.Gap));
        Assert.All([.. consolidated.ByFunder, .. consolidated.ByLine], row => Assert.True(row is { Cost: null, Gap: null }));
    }

    /// <summary>Of the years for which the funder promises something.</summary>
    [Fact]
    public void DataRows_AreAPostAFunderAndAYear()
    {
        Assert.Equal(4, Added(Half("C1", "A", "2025-12-31"), Half("C2", "A", "2023-12-31")).DataRows);
        Assert.Equal(6, Added(Half("C1", "A", "2025-12-31"), Half("C2", "B", "2023-12-31")).DataRows);
        Assert.Equal(0, Added().DataRows);
    }

    [Fact]
    public void TwoPostsOfOnePortfolio_WithOneReference_AreBothCounted()
    {
        var facts = Facts();
        var post = facts.Posts[0]
            with { References = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("fonjep", "1") };
        Assert.Equal(2, Added(facts with { Posts = [post, post with { Id = "Q" }] }).Portfolios.Single().Posts);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("35600000000048", "35600000000048", true)]
    [InlineData("35600000000048", null, false)]
    public void SamePost_OfTheSameEmployer_IsCountedOnce(string? one, string? other, bool same)
    {
        Portfolio Of(string? siret) =>
            Portfolio.Create(Facts() with { Posts = [Facts().Posts[0] with { Employers = [new(null, "CCAS") { Siret = siret }] }] });
        var consolidated = new Consolidated();
        consolidated.Add("un", Of(one).Analyze(asOf));
        Assert.Equal(same ? 0 : 1, consolidated.Add("deux", Of(other).Analyze(asOf)).Length);
    }

    /// <summary>Files of two folders may have one name; their posts are still counted once.</summary>
    [Fact]
    public void SamePost_InTwoPortfoliosOfOneName_IsCountedOnce()
    {
        var facts = Facts(Half("C1", "A", "2025-12-31"), Half("C2", "B", "2025-12-31"));
        var consolidated = Added(facts);
        Assert.Empty(consolidated.Add("un", Portfolio.Create(facts).Analyze(asOf)));
        Assert.All(consolidated.Years, row => Assert.Equal((1, "50000.00"), (row.Posts, row.Cost?.Exact.ToString())));
        Assert.Equal(("un", "un"), (consolidated.CountedElsewhere.Single().Portfolio, consolidated.CountedElsewhere.Single().CountedIn));
    }

    [Fact]
    public void PostsOfEmployersWithOtherNames_AreTwo()
    {
        Portfolio Of(string employer) =>
            Portfolio.Create(Facts() with { Posts = [Facts().Posts[0] with { Employers = [new(null, employer)] }] });
        var consolidated = new Consolidated();
        consolidated.Add("un", Of("CCAS").Analyze(asOf));
        Assert.Single(consolidated.Add("deux", Of("Mairie").Analyze(asOf)));
    }

    /// <summary>A scheme, a status, « plein temps » describe a post: two départements share them, and their four posts are four.</summary>
    [Fact]
    public void Lot_OfTwoDepartements_CountsEveryPost()
    {
        var consolidated = new Consolidated();
        foreach (string name in new[] { "b1-lot-40.json", "b1-lot-64.json" })
            consolidated.Add(name,
                Portfolio.Load(Repository.PathOf("tests", "corpus", "semantics", "lot", name)).Analyze(new LocalDate(2022, 3, 1)));
        Assert.Equal([2, 2], consolidated.Portfolios.Select(one => one.Posts));
        Assert.Equal((4, "200000.00"), (consolidated.Years[0].Posts, consolidated.Years[0].Cost?.Exact.ToString()));
        Assert.Empty(consolidated.CountedElsewhere);
        Assert.Empty(consolidated.LikelyTheSame);
    }

    /// <summary>One number is one post, however its name is written; and what differs by a number is not one, however alike.</summary>
    [Theory]
    [InlineData("fonjep", "J 12", "FONJEP", "j12", "Autre poste", true)]
    [InlineData("Matricule du poste", "12", "matricule-du-poste", "12", "Autre poste", true)]
    [InlineData("poste", "12", "fonjep", "12", "Autre poste", false)]
    [InlineData("statut", "ferme", "statut", "ferme", "Autre poste", false)]
    [InlineData("dispositif", "FIPD", "dispositif", "FIPD", "Poste", true)]
    [InlineData("fonjep", "12", "fonjep", "13", "Poste", false)]
    [InlineData("fonjep", "1.2", "fonjep", "12", "Poste", false)]
    [InlineData("statut", "ferme", "statut", "vacant", "POSTE ", true)]
    public void SamePost_IsOneValueUnderAReferenceThatIdentifies(string name, string value, string otherName, string otherValue,
        string otherLabel, bool same)
    {
        Portfolio Of(string label, string reference, string number) => Portfolio.Create(Facts() with
        {
            Posts = [Facts().Posts[0]
                    with { Label = label,
                        References = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add(reference,
                            number) }],
        });
        var consolidated = new Consolidated();
        consolidated.Add("un", Of("Poste", name, value).Analyze(asOf));
        Assert.Equal(same ? 0 : 1, consolidated.Add("deux", Of(otherLabel, otherName, otherValue).Analyze(asOf)).Length);
        Assert.Equal(same ? 1 : 0, consolidated.CountedElsewhere.Length);
        Assert.Empty(consolidated.LikelyTheSame);
    }

    /// <summary>« Dax » is « DAX  », and « Saint-Sever » « Saint Sever »: the same id, in the same place.</summary>
    [Fact]
    public void SamePost_WrittenOtherwise_IsCountedOnce()
    {
        Portfolio Of(string label, string employer) =>
            Portfolio.Create(Facts() with { Posts = [Facts().Posts[0] with { Label = label, Employers = [new(null, employer)] }] });
        var consolidated = new Consolidated();
        consolidated.Add("un", Of("Médiatrice, Dax", "CCAS de Saint-Sever").Analyze(asOf));
        Assert.Empty(consolidated.Add("deux", Of("Mediatrice Dax ", "C.C.A.S. de saint sever").Analyze(asOf)));
    }

    /// <summary>Another id, and the rest alike: likely one, which is said and not decided.</summary>
    [Fact]
    public void LikelyTheSame_IsCounted_AndSaid()
    {
        Portfolio Of(string id) => Portfolio.Create(Facts() with { Posts = [Facts().Posts[0] with { Id = id }] });
        var consolidated = new Consolidated();
        consolidated.Add("un", Of("P1").Analyze(asOf));
        Assert.Single(consolidated.Add("deux", Of("P2").Analyze(asOf)));
        Assert.Equal(new LikelyTheSame("deux", "Poste", "un", "40, Poste"), Assert.Single(consolidated.LikelyTheSame));
        Assert.Equal(2, consolidated.Years[0].Posts);
        var report = FundingReports.Reports.ConsolidatedReport.Build(consolidated, asOf, [], []);
        Assert.Contains(report.Sheets, sheet => sheet.Name == "À vérifier");
    }

    /// <summary>A house may say that its own number identifies, and that no other does.</summary>
    [Fact]
    public void IdentifyingReferences_AreThoseOfThePolicies()
    {
        Portfolio Of(string label) =>
            Portfolio.Create(Facts()
                    with { Posts = [Facts().Posts[0]
                            with { Label = label,
                                References = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("code RH",
                                    "7") }] });
        int Counted(FundingReports.Policies.PolicySet? policies)
        {
            var consolidated = new Consolidated();
            consolidated.Add("un", Of("Un").Analyze(asOf, policies: policies));
            return consolidated.Add("deux", Of("Deux").Analyze(asOf, policies: policies)).Length;
        }
        Assert.Equal((1, 0), (Counted(null), Counted(FundingReports.Policies.PolicySet.Default.WithIdentifyingReferences("Code RH"))));
    }

    /// <summary>One funder, written in two ways, is one group, under the name first written.</summary>
    [Fact]
    public void Funder_WrittenOtherwise_IsOneGroup()
    {
        var consolidated = Added(Half("C1", "A", "2025-12-31"));
        var facts = Facts(Half("C1", "A", "2025-12-31"));
        consolidated.Add("deux",
            Portfolio.Create(facts
                    with { Funders = [facts.Funders[0] with { Name = "ETAT " }, .. facts.Funders.Skip(1)],
                        Posts = [facts.Posts[0] with { Label = "Autre" }] }).Analyze(asOf));
        Assert.Equal([("État", 2)], consolidated.ByFunder.Where(row => row.Year == 2022).Select(row => (row.Group, row.Posts)));
    }

    private static Commitment Half(string id, string funder, string until) =>
        new(id, funder, ["P"], from, new Amount.ShareOfCost(Share.Of(1, 2)))
    {
        Until = until == "open" ? Term.Open : NodaTime.Text.LocalDatePattern.Iso.Parse(until).Value, Status = CommitmentStatus.Signed,
        Instalments = [], Source = "S",
    };

    private static PortfolioFacts Facts(params Commitment[] commitments) => new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale),
            new("C", "Ville", FunderKind.Commune)],
        Posts = [
            new("P", "Poste") { From = from, Fte = 1, Departement = "40", Scheme = "ISCG",
                Costs = [new(from, Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [.. commitments],
    };

    private static Consolidated Added(params Commitment[] commitments) => Added(Facts(commitments));

    private static Consolidated Added(PortfolioFacts facts)
    {
        var consolidated = new Consolidated();
        consolidated.Add("un", Portfolio.Create(facts).Analyze(asOf));
        return consolidated;
    }
}
