using FundingReports.Wording;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

public class MergeTests
{
    private static ReturnedFacts Return(string name, params object?[][] rows) =>
        new(name, Sent.Read(Sheets.Plan(rows), name).Portfolio!.Facts);

    [Fact]
    public void Merge_ReturnsOfSeveral_KeepWhoSaidWhat()
    {
        MergedPortfolio merged = PortfolioMerge.Merge(
        [
            Return("ccas.xlsx", Sheets.Good),
            Return("asso.xlsx", ["Poste B", "Association", null, null, "ÉTAT", "État", "50 %", "annoncé"]),
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
        MergedPortfolio merged = PortfolioMerge.Merge(
            [Return("ccas.xlsx", Sheets.Good),
                Return("etat.xlsx", ["POSTE A", null, null, null, "État", "État", 30_000m, "conventionné"])]);
        Assert.Equal(
        [
            "told-twice posts[0] Le poste poste-a-ccas figure dans « ccas.xlsx » et dans « etat.xlsx », qui disent la même "
                + "chose : rien n’est compté deux fois.",
            "told-twice commitments[0] Le financement poste-a-ccas/etat/2026 figure dans « ccas.xlsx » et dans « etat.xlsx », qui "
                + "disent la même chose : rien n’est compté deux fois.",
        ], Said(merged));
        Assert.Equal((1, 2), (merged.Portfolio!.Posts.Length, merged.Portfolio.Commitments.Length));
    }

    [Fact]
    public void Merge_PostToldTwice_DisagreeingChoosesNothing()
    {
        MergedPortfolio merged = PortfolioMerge.Merge(
            [Return("ccas.xlsx", Sheets.Good),
                Return("etat.xlsx", ["Poste A", "CCAS", 48_000m, null, "État", "État", 25_000m, "sollicité"])]);
        Assert.Null(merged.Portfolio);
        Assert.Equal(
        [
            "returns-disagree posts[0].costs Le poste poste-a-ccas : « ccas.xlsx » dit « 50 000 € » pour le coût, et « etat.xlsx » "
                + "dit « 48 000 € ». Voyez avec eux lequel est juste, et corrigez l’autre fichier.",
            "returns-disagree commitments[0].amount Le financement poste-a-ccas/etat/2026 : « ccas.xlsx » dit « 30 000 € par an » pour le "
                + "montant, et « etat.xlsx » dit « 25 000 € par an ». Voyez avec eux lequel est juste, et corrigez l’autre fichier.",
            "returns-disagree commitments[0].status Le financement poste-a-ccas/etat/2026 : « ccas.xlsx » dit « conventionné » pour le "
                + "statut, et « etat.xlsx » dit « sollicité ». Voyez avec eux lequel est juste, et corrigez l’autre fichier.",
        ], Said(merged));
    }

    /// <summary>Two names in two files: neither merged nor left unsaid, and who says which.</summary>
    [Fact]
    public void Merge_OnePostOrFunderUnderTwoNames_IsAskedAbout_WithBothFiles()
    {
        MergedPortfolio merged = PortfolioMerge.Merge(
        [
            Return("ccas.xlsx", ["ISCG, commissariat d’Albi", "CCAS", 50_000m, null, "Département", "Département", 30_000m, "annoncé"]),
            Return("cd81.xlsx", ["ISCG - Commissariat Albi", "CCAS", null, null, "CD 81", "Département", 20_000m, "annoncé"]),
        ]);
        Assert.Equal((2, 2), (merged.Facts.Posts.Length, merged.Facts.Funders.Length));
        Assert.Equal(
        [
            "funders[1].name CD 81 | funder Département funders[0].name cd81.xlsx ccas.xlsx",
            "posts[1].label ISCG - Commissariat Albi | post ISCG, commissariat d’Albi posts[0].label cd81.xlsx ccas.xlsx",
        ], Doubles(merged));
        Assert.Equal(
            "« CD 81 » (cd81.xlsx) et « Département » (ccas.xlsx) : est-ce le même financeur ? Si oui, gardez un seul nom ; sinon, "
            + "donnez-leur des noms qui les distinguent.",
            merged.Problems.First(problem => problem.Code is ProblemCode.LikelyDouble).Message(Language.French)
                .Replace('\u00a0', ' ').Replace('\u202f', ' '));
    }

    /// <summary>
    /// A promise of several years, of which another return tells one: told twice where they agree, asked about where they do not.
    /// </summary>
    [Theory]
    [InlineData("20 000 €", 1, "told-twice")]
    [InlineData("50 %", 1, "told-twice")]
    [InlineData("25 000 €", 2, "likely-double")]
    public void Merge_PromiseToldInPart_IsNotCountedTwice(string later, int kept, string code)
    {
        string told = later is "50 %" ? "50 %" : "20 000 €";
        ReturnedFacts Told(string name, string[] headers, params object?[] row) =>
            new(name, Sent.Read(YearsTables.One(headers, row), name).Facts);
        MergedPortfolio merged = PortfolioMerge.Merge(
        [
            Told("asso.xlsx", ["Poste", "Employeur", "Financeur", "2026", "2027", "2028", "Statut"], "ISCG", "CCAS", "État", told, told,
                told, "voté"),
            Told("etat.xlsx", ["Poste", "Financeur", "2027", "Statut"], "ISCG", "État", later, "voté"),
        ]);
        Assert.Equal(kept, merged.Facts.Commitments.Length);
        Assert.Contains(
            merged.Problems, problem => problem.CodeName == code && problem.Path.StartsWith("commitments", StringComparison.Ordinal));
    }

    /// <summary>One name in two files is one post; where it might be either of two, it is asked about.</summary>
    [Fact]
    public void Merge_OneNameThatMayBeEitherOfTwo_IsAskedAbout()
    {
        Post Named(string id) => new(id, "ISCG") { Departement = "81", Employers = [new(null, "CCAS")], From = PartialDate.Of(2022) };
        MergedPortfolio merged = PortfolioMerge.Merge(
            [new("un", new() { Posts = [Named("A"), Named("B")] }), new("deux", new() { Posts = [Named("C")] })]);
        Assert.Equal(["posts[2].label ISCG | post ISCG posts[0].label deux un"], Doubles(merged));
    }

    private static string[] Doubles(MergedPortfolio merged) =>
        [.. merged.Problems.Where(problem => problem.Code is ProblemCode.LikelyDouble)
                .Select(problem => $"{problem.Path} {problem.Found} | {string.Join(' ', problem.Arguments)}")];

    [Fact]
    public void Merge_OneReturn_IsThatReturn()
    {
        Portfolio portfolio = Sent.Read(Sheets.Plan(Sheets.Good)).Portfolio!;
        Assert.Equal(portfolio.ToJson(), PortfolioMerge.Merge([new("a", portfolio.Facts)]).Portfolio!.ToJson());
    }

    /// <summary>
    /// Two exports of one federation: posts of one type and one employer, each with its number. None vanishes, also where ids are the
    /// same.
    /// </summary>
    [Theory]
    [InlineData("FONJEP-1", "FONJEP-2")]
    [InlineData("P", "P")]
    public void Merge_PostsOfOtherNumbers_AreAllKept(string one, string other)
    {
        MergedPortfolio merged = PortfolioMerge.Merge([new("40", Numbered(one, "1")), new("64", Numbered(other, "2"))]);
        Assert.Equal(["1", "2"], merged.Portfolio!.Posts.Select(post => post.References["FONJEP"]));
        Assert.Equal(merged.Portfolio.Posts.Select(post => post.Id),
            merged.Portfolio.Commitments.Select(commitment => Assert.Single(commitment.Posts)));
        Assert.Empty(Said(merged));
    }

    [Fact]
    public void Merge_PostsOfOneNumber_AreOne_WhateverTheirNames()
    {
        MergedPortfolio merged = PortfolioMerge.Merge(
            [new("40", Numbered("A", "1")), new("suite", Numbered("B", " 1 ") with { Commitments = [] })]);
        Assert.Single(merged.Facts.Posts);
        Assert.Contains(merged.Problems, problem => problem.Code is ProblemCode.ToldTwice && problem.Path == "posts[0]");
    }

    /// <summary>Two posts of one return that look like one of another: which of them it is nobody knows, and all three stay.</summary>
    [Fact]
    public void Merge_TwoPostsThatLookLikeOne_AreThree()
    {
        static PortfolioFacts Alike(params string[] ids) =>
            Numbered("A", "1")
            with { Posts = [.. ids.Select(id => Numbered(id, "1").Posts[0] with { References = Post.NoReferences })], Commitments = [] };
        Assert.Equal(["A", "B", "C"],
            PortfolioMerge.Merge([new("un", Alike("A")), new("deux", Alike("B", "C"))]).Facts.Posts.Select(post => post.Id));
        Assert.Equal(["B", "C", "A"],
            PortfolioMerge.Merge([new("un", Alike("B", "C")), new("deux", Alike("A"))]).Facts.Posts.Select(post => post.Id));
        Assert.Equal(["A"], PortfolioMerge.Merge([new("un", Alike("A")), new("deux", Alike("B"))]).Facts.Posts.Select(post => post.Id));
    }

    private static PortfolioFacts Numbered(string id, string number) => new()
    {
        Funders = [new("E", "État", FunderKind.State)],
        Posts = [
            new(id, "Poste FONJEP, animation") { References = Post.NoReferences.Add("FONJEP", number).Add("statut", "ferme"),
                Employers = [new(null, "Fédération")], From = new LocalDate(2022, 1, 1) }],
        Commitments = [
            new($"{id}/2022", "E", [id], new LocalDate(2022, 1, 1),
                new Amount.Annual(Euros.Of(7_164))) { Status = CommitmentStatus.Signed }],
    };

    private static string[] Said(MergedPortfolio merged) =>
        [.. merged.Problems.Where(problem => problem.Code is ProblemCode.ToldTwice or ProblemCode.ReturnsDisagree)
                .Select(problem => $"{problem.CodeName} {problem.Path} {problem.Message(Language.French)}"
                    .Replace('\u00a0', ' ').Replace('\u202f', ' '))];
}
