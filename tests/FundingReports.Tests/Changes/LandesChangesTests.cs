using FundingReports.Changes;
using NodaTime;

namespace FundingReports.Tests.Changes;

/// <summary>The founding case: the facts beside the facts with assumptions, and the facts on two days.</summary>
public class LandesChangesTests
{
    private static readonly LocalDate Question = new(2022, 2, 8), AfterTheTerm = new(2023, 8, 1);

    private static readonly Portfolio Facts = Load("portfolio.json"), Assumed = Load("portfolio-with-assumptions.json");

    [Fact]
    public void FactsThenAssumptions_TheFourthPostIsProlongedAndEurosAppear()
    {
        var changes = PortfolioChanges.Between(Facts.Analyze(Question), Assumed.Analyze(Question));
        Assert.Equal([PostMove.Same, PostMove.Same, PostMove.Same, PostMove.Prolonged], changes.Posts.Select(post => post.Move));
        Assert.All(changes.Posts, post => Assert.Equal([PostDetail.Fte, PostDetail.Costs], post.Details.AsEnumerable()));
        Assert.Equal([PromiseFate.Kept, PromiseFate.Kept, PromiseFate.EndedEarlier, PromiseFate.EndedEarlier, PromiseFate.New, PromiseFate.New], changes.Promises.Select(promise => promise.Fate));
        var money = changes.Years.Single(year => year is { Year: 2023, View: FundingView.Agreed });
        Assert.Equal([("État", 0L, 5_638_888L), ("Département des Landes", 0L, 5_638_888L)],
            money.Funders.Select(funder => (funder.Funder.Name, funder.Money.Before.KnownPart.Cents, funder.Money.After.Exact.Value.Cents)));
        Assert.False(money.Funding.Difference.IsKnown);
    }

    [Fact]
    public void FactsThenAssumptions_Summary() => Assert.Equal(
        "Au 8 février 2022, par rapport à l'ancien état : 1 poste prolongé. Postes à risque : 4, contre 4 auparavant. Engagements : 2 maintenus, 2 nouveaux et 2 écourtés. "
        + "Argent conventionné de 2022 : 179 444,44 € (hypothèse), contre inconnu (part connue : 0,00 €) auparavant.",
        Plain(PortfolioChanges.Between(Facts.Analyze(Question), Assumed.Analyze(Question)).Summary(Language.French)));

    [Fact]
    public void FactsOnTwoDays_ThreePostsRanOut()
    {
        var changes = PortfolioChanges.Between(Facts.Analyze(Question), Facts.Analyze(AfterTheTerm));
        Assert.Equal([PostMove.RanOut, PostMove.RanOut, PostMove.RanOut, PostMove.Same], changes.Posts.Select(post => post.Move));
        Assert.Equal([PromiseFate.Ended, PromiseFate.Ended, PromiseFate.Kept, PromiseFate.Kept], changes.Promises.Select(promise => promise.Fate));
        Assert.Equal([2023, 2024, 2025, 2026, 2027], changes.Years.Select(year => year.Year).Distinct());
        Assert.Equal(
            "Entre l'état au 8 février 2022 et celui au 1er août 2023 : 3 postes dont le financement conventionné est arrivé à son terme, sans relais sûr. "
            + "Postes à risque : 4, contre 4 auparavant. Engagements : 2 maintenus et 2 arrivés à leur terme.",
            Plain(changes.Summary(Language.French)));
        Assert.Equal(
            "Intervenant social, poste 1 (convention de 2020) : financement arrivé à son terme, sans relais sûr ; conventionné en totalité : pas au premier jour (avant : jusqu'au 23/07/2023, par hypothèse). "
            + "Ferme : pas au premier jour (avant : rien de sûr, peut-être jusqu'au 23/07/2023, par hypothèse). À risque : rien de conventionné ne paie sûrement tout son coût.",
            Plain(changes.Sentence(changes.Posts[0], Language.French)));
    }

    private static Portfolio Load(string name) => Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", name));

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
