using FundingReports.Portfolios;
using NodaTime;
using static FundingReports.Tests.Texts.Told;

namespace FundingReports.Tests.Texts;

public sealed class SummaryTests
{
    private static readonly LocalDate june2025 = Day(2025, 6, 30);

    [Fact]
    public void Landes_FactsAlone_SaysTheFoundingSentence()
    {
        var analysis = Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio.json")).Analyze(AsOf);
        Assert.Equal(
            "Au 8 février 2022, trois postes sur quatre sont conventionnés jusqu'au 23 juillet 2023 (17 mois et 16 jours), pour moitié par l'État et pour moitié par le Département des Landes, "
            + "selon la presse : l'acte n'a pas été vu, le terme est une hypothèse et la part ferme est inconnue. "
            + "Pour le quatrième, des crédits de l'État et du Département des Landes sont annoncés jusqu'en 2023, sans montant publié. Rien n'est connu au-delà. Le coût des postes est inconnu.",
            analysis.Summary());
    }

    [Fact]
    public void NoPost_SaysSo() => Assert.Equal("Au 8 février 2022, aucun poste n'est décrit.", Analysis([]).Summary());

    [Fact]
    public void OnePost_FirmThroughout_IsFinanced() => Assert.Equal(
        "Au 8 février 2022, le poste est financé jusqu'au 30 juin 2025 (40 mois et 23 jours), à 70 % par le Département et à 30 % par l'État. Rien n'est connu au-delà. "
        + "Une fois comptés les crédits conventionnés ou attribués, il reste à financer 25 000,00 € en 2025 et 50 000,00 € par an ensuite.",
        Analysis([Post("6")], State("E", Share(3, 10), june2025, "6").Firm(), Departement("D", Share(7, 10), june2025, "6").Firm()).Summary());

    [Fact]
    public void AllEnded_SaysWhen() => Assert.Equal(
        "Au 8 février 2022, les deux postes ont déjà pris fin, le dernier le 31 décembre 2021.",
        Analysis([Post("1") with { Until = Day(2021, 12, 31) }, Post("2") with { Until = Day(2021, 11, 30) }]).Summary());

    [Fact]
    public void Open_HasNoTerm() => Assert.Equal(
        "Au 8 février 2022, le poste est conventionné sans terme, par l'État ; la part ferme est inconnue.",
        Analysis([Post("1")], State("E", Share(1, 1), Term.Open, "1")).Summary());

    [Fact]
    public void PostEnds_SaysItsEnd() => Assert.Equal(
        "Au 8 février 2022, le poste est conventionné jusqu'à sa fin, le 31 décembre 2024, par l'État ; la part ferme est inconnue.",
        Analysis([Post("1") with { Until = Day(2024, 12, 31) }], State("E", Share(1, 1), Day(2024, 12, 31), "1")).Summary());

    [Fact]
    public void PartOnly_SaysThePart() => Assert.Equal(
        "Au 8 février 2022, le poste n'est conventionné qu'en partie, pour les deux tiers par l'État, jusqu'au 30 juin 2025. Rien n'est connu au-delà. "
        + "Une fois comptés les crédits conventionnés ou attribués, il reste à financer 16 666,67 € par an de 2022 à 2024, 33 333,33 € en 2025 et 50 000,00 € par an ensuite.",
        Analysis([Post("1")], State("E", Share(2, 3), june2025, "1")).Summary());

    [Fact]
    public void NothingNow_FundedLater_SaysFromWhen() => Assert.Equal(
        "Au 8 février 2022, le poste n'est pas conventionné ; il le sera en totalité à partir du 1er septembre 2022 et jusqu'au 30 juin 2025. "
        + "Une fois comptés les crédits conventionnés ou attribués, il reste à financer 33 333,33 € en 2022, 25 000,00 € en 2025 et 50 000,00 € par an ensuite.",
        Analysis([Post("1")], State("E", Share(1, 1), june2025, "1") with { From = Day(2022, 9, 1) }).Summary());

    [Fact]
    public void Hole_SaysWhenItResumes() => Assert.Equal(
        "Au 8 février 2022, le poste est conventionné jusqu'au 31 décembre 2022 (10 mois et 24 jours), par l'État ; la part ferme est inconnue ; "
        + "après une interruption, le financement reprend le 1er mars 2023, jusqu'au 30 juin 2025.",
        Analysis([Post("1", null)], State("E", Share(1, 1), Day(2022, 12, 31), "1"), State("F", Share(1, 1), june2025, "1") with { From = Day(2023, 3, 1) })
            .Summary().Replace(" Rien n'est connu au-delà. Le coût du poste est inconnu.", ""));

    [Fact]
    public void ZeroCost_IsSaid() => Assert.StartsWith(
        "Au 8 février 2022, le poste a un coût indiqué comme nul et compte comme financé sans terme.",
        Analysis([Post("1", 0)]).Summary());

    /// <summary>Days that cost nothing and days that are paid in full have the same coverage; only the first cost nothing.</summary>
    [Fact]
    public void ZeroCost_ThatEndsWithinTheRun_IsNotSaidOfAllOfIt() => Assert.StartsWith(
        "Au 8 février 2022, le poste est conventionné jusqu'au 30 juin 2025 (40 mois et 23 jours), par l'État",
        Analysis([Post("1") with { Costs = [new Cost(Day(2021, 6, 1), Euros.Zero) { Source = "A" }, new Cost(Day(2023, 1, 1), Euros.Of(50_000)) { Source = "A" }] }], State("E", Share(1, 1), june2025, "1")).Summary());

    [Fact]
    public void Nobody_NoFundingKnown() => Assert.Equal(
        "Au 8 février 2022, aucun financement n'est connu pour le poste. Le coût du poste est inconnu.",
        Analysis([Post("1", null)]).Summary());

    [Fact]
    public void OnlyAsked_NothingIsPromised() => Assert.StartsWith(
        "Au 8 février 2022, pour le poste, des crédits sont sollicités auprès de l'État et rien n'est promis.",
        Analysis([Post("1", null)], State("E", Share(1, 1), june2025, "1") with { Status = CommitmentStatus.Requested }).Summary());

    [Fact]
    public void OnlyAnnounced_WithAShare_SaysWhoPaysWhat() => Assert.StartsWith(
        "Au 8 février 2022, pour le poste, des crédits de l'État (80 % du coût) sont annoncés jusqu'au 30 juin 2025, selon la presse. Rien n'est connu au-delà.",
        Analysis([Post("1", null)], State("E", Share(4, 5), june2025, "1") with { Status = CommitmentStatus.Announced, Source = "P" }).Summary());

    [Fact]
    public void AnnouncedBeyondAgreed_IsSaidApart() => Assert.StartsWith(
        "Au 8 février 2022, le poste est conventionné jusqu'au 30 juin 2025 (40 mois et 23 jours), par l'État ; la part ferme est inconnue ; "
        + "avec les crédits annoncés, mais non signés, du Département, il serait financé en totalité jusqu'au 30 juin 2026.",
        Analysis([Post("1", null)], State("E", Share(1, 1), june2025, "1"),
            Departement("D", Share(1, 1), Day(2026, 6, 30), "1") with { From = Day(2025, 7, 1), Status = CommitmentStatus.Announced }).Summary());

    [Fact]
    public void TermUnknown_SurelyAndPerhaps() => Assert.StartsWith(
        "Au 8 février 2022, le poste est sûrement conventionné en totalité jusqu'au 31 décembre 2022, et peut-être au-delà : il manque le terme des crédits de l'État ; la part ferme est inconnue.",
        Analysis([Post("1", null)], State("E", Share(1, 1), Term.Unknown, "1")).Summary());

    [Fact]
    public void AmountUnknown_NothingSaysInFull() => Assert.StartsWith(
        "Au 8 février 2022, le poste est conventionné, mais rien ne dit que ce soit en totalité ; il l'est peut-être jusqu'au 30 juin 2025 : il manque le montant des crédits de la CAF.",
        Analysis([Post("1", null)], State("E", Amount.NotPublished, june2025, "1") with { Funder = "CAF" }).Summary());

    [Fact]
    public void Granted_IsNotSigned() => Assert.StartsWith(
        "Au 8 février 2022, le poste est financé par des crédits attribués jusqu'au 30 juin 2025 (40 mois et 23 jours), par l'État ; la part ferme est inconnue.",
        Analysis([Post("1", null)], State("E", Share(1, 1), june2025, "1") with { Status = CommitmentStatus.Granted }).Summary());

    [Fact]
    public void AssumedCost_IsSaidBesideTheFigureAndAsAnAssumption() => Assert.EndsWith(
        "il reste à financer 25 000,00 € en 2025 et 50 000,00 € par an ensuite, sur un coût supposé. "
        + "Hypothèse : coût annuel de 50 000,00 € par poste, « Coût annuel d'un ETP, pour illustration » (aucun coût n'a été publié).",
        Analysis([Post("1", costSource: "H")], State("E", Share(1, 1), june2025, "1")).Summary());

    [Fact]
    public void OldCost_IsAtConstantCost() => Assert.EndsWith(
        "Coût repris de 2020, à coût constant.",
        Analysis([Post("1") with { Costs = [new Cost(Day(2020, 1, 1), Euros.Of(50_000)) { Source = "A" }] }], State("E", Share(1, 1), june2025, "1")).Summary());

    [Fact]
    public void ToCome_SaysFromWhen() => Assert.StartsWith(
        "Au 8 février 2022 : à partir du 1er avril 2022, le poste est conventionné jusqu'au 30 juin 2025",
        Analysis([Post("1") with { From = Day(2022, 4, 1) }], State("E", Share(1, 1), june2025, "1") with { From = Day(2022, 4, 1) }).Summary());

    [Fact]
    public void ThreeSituations_AreSaidInTurn() => Assert.StartsWith(
        "Au 8 février 2022, deux postes sur quatre sont conventionnés jusqu'au 30 juin 2025 (40 mois et 23 jours), par l'État ; la part ferme est inconnue. "
        + "Un autre est conventionné jusqu'au 31 décembre 2024 (34 mois et 24 jours), par l'État ; la part ferme est inconnue. Aucun financement n'est connu pour le dernier.",
        Analysis([Post("1", null), Post("2", null), Post("3", null), Post("4", null)],
            State("E", Share(1, 1), june2025, "1", "2"), State("F", Share(1, 1), Day(2024, 12, 31), "3")).Summary());

    [Fact]
    public void ThirtyPosts_AreCounted()
    {
        var posts = Enumerable.Range(1, 30).Select(i => Post($"{i}", null)).ToList();
        var commitments = Enumerable.Range(1, 28).Select(i => State($"E{i}", Share(1, 1), Day(2022, 12, 31).PlusMonths(i), $"{i}"));
        Assert.Equal(
            "Au 8 février 2022, 28 postes sur 30 sont financés en totalité par des crédits conventionnés ou attribués ; ce financement s'arrête en 2023 pour douze, en 2024 pour douze et en 2025 pour quatre. "
            + "Le premier terme est le 31 janvier 2023 (1 poste). Pour aucun, le financement n'est connu comme ferme jusqu'à ce terme. Pour deux, aucun financement n'est connu à cette date. "
            + "Le coût des postes est inconnu.",
            Analysis(posts, [.. commitments]).Summary().Replace("Rien n'est connu au-delà. ", ""));
    }

    [Fact]
    public void Landes_InEnglish()
    {
        var analysis = Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds", "landes", "portfolio.json")).Analyze(AsOf);
        Assert.Equal(
            "As of 8 February 2022, three of the four posts are agreed by convention until 23 July 2023 (17 months and 16 days), half by the State and half by the Département des Landes, "
            + "according to the press: the act was not seen, the term is an assumption and the firm part is unknown. "
            + "For the fourth, money of the State and the Département des Landes is announced into 2023, with no published amount. Nothing is known beyond. The cost of the posts is unknown.",
            Plain(analysis.Summary(Language.English)));
    }

    [Fact]
    public void French_HasNoBreakSpacesBeforeItsSigns()
    {
        string said = Analysis([Post("1", costSource: "H")], State("E", Share(1, 1), june2025, "1")).Summary(Language.French);
        Assert.DoesNotMatch(" [:;?!%€»]", said);
        Assert.DoesNotContain("« ", said);
        Assert.Contains("25\u00a0000,00\u00a0€", said);
    }
}
