using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

public class MergeTests
{
    private static ReturnedFacts Return(string name, params object?[][] rows) => new(name, Sent.Read(Sheets.Plan(rows), name).Portfolio!.Facts);

    [Fact]
    public void Merge_ReturnsOfSeveral_KeepWhoSaidWhat()
    {
        MergedPortfolio merged = PortfolioMerge.Merge(
        [
            Return("ccas.xlsx", Sheets.Good),
            Return("asso.xlsx", ["Poste B", "Association", null, 2026, "ÉTAT", "État", "50 %", "annoncé"]),
        ]);
        Assert.Equal(["Formulaire reçu : ccas", "Formulaire reçu : asso"], merged.Portfolio!.Sources.Select(source => source.Title));
        Assert.Equal(["retour", "retour", "retour-2"], merged.Portfolio.Commitments.Select(commitment => commitment.Source));
        Assert.Equal(["État", "Département"], merged.Portfolio.Funders.Select(funder => funder.Name));
        Assert.Empty(Said(merged));
    }

    [Fact]
    public void Merge_PostToldTwice_AgreeingIsAWarning()
    {
        // The funder does not name the employer, nor all the money.
        MergedPortfolio merged = PortfolioMerge.Merge([Return("ccas.xlsx", Sheets.Good), Return("etat.xlsx", ["POSTE A", null, null, 2026, "État", "État", 30_000m, "conventionné"])]);
        Assert.Equal(
        [
            "told-twice posts[0] Le poste poste-a-ccas figure dans « ccas.xlsx » et dans « etat.xlsx », qui concordent : une seule fois dans le résultat.",
            "told-twice commitments[0] L'engagement poste-a-ccas/etat/2026 figure dans « ccas.xlsx » et dans « etat.xlsx », qui concordent : une seule fois dans le résultat.",
        ], Said(merged));
        Assert.Equal((1, 2), (merged.Portfolio!.Posts.Length, merged.Portfolio.Commitments.Length));
    }

    [Fact]
    public void Merge_PostToldTwice_DisagreeingChoosesNothing()
    {
        MergedPortfolio merged = PortfolioMerge.Merge([Return("ccas.xlsx", Sheets.Good), Return("etat.xlsx", ["Poste A", "CCAS", 48_000m, 2026, "État", "État", 25_000m, "sollicité"])]);
        Assert.Null(merged.Portfolio);
        Assert.Equal(
        [
            "returns-disagree posts[0].costs Le poste poste-a-ccas : « ccas.xlsx » dit « 50 000,00 € » pour le coût, et « etat.xlsx » dit « 48 000,00 € ». Voyez avec eux lequel est juste, et corrigez l'autre fichier.",
            "returns-disagree commitments[0].amount L'engagement poste-a-ccas/etat/2026 : « ccas.xlsx » dit « 30 000,00 € » pour le montant, et « etat.xlsx » dit « 25 000,00 € ». Voyez avec eux lequel est juste, et corrigez l'autre fichier.",
            "returns-disagree commitments[0].status L'engagement poste-a-ccas/etat/2026 : « ccas.xlsx » dit « conventionné » pour le statut, et « etat.xlsx » dit « sollicité ». Voyez avec eux lequel est juste, et corrigez l'autre fichier.",
        ], Said(merged));
    }

    [Fact]
    public void Merge_OneReturn_IsThatReturn()
    {
        Portfolio portfolio = Sent.Read(Sheets.Plan(Sheets.Good)).Portfolio!;
        Assert.Equal(portfolio.ToJson(), PortfolioMerge.Merge([new("a", portfolio.Facts)]).Portfolio!.ToJson());
    }

    private static string[] Said(MergedPortfolio merged) =>
        [.. merged.Problems.Where(problem => problem.Code is ProblemCode.ToldTwice or ProblemCode.ReturnsDisagree).Select(problem => $"{problem.CodeName} {problem.Path} {problem.Message(Language.French).Replace('\u00a0', ' ')}")];
}
