using FundingReports.Portfolios;
using NodaTime;
using static FundingReports.Tests.Texts.Told;

namespace FundingReports.Tests.Texts;

public sealed class PostSentencesTests
{
    private static readonly LocalDate june2025 = Day(2025, 6, 30);

    /// <summary>A cent short of the whole is not « en totalité », nor a cent short of a half « pour moitié ».</summary>
    [Theory]
    [InlineData("100000.00", "50000.00", "pour moitié par l'État")]
    [InlineData("100000.00", "99999.99", "à 99,99999 % par l'État")]
    [InlineData("100000.00", "49999.99", "à 50 % par l'État")]
    [InlineData("100000.00", "1.00", "à 0,001 % par l'État")]
    [InlineData("99999.99", "33333.33", "pour un tiers par l'État")]
    [InlineData("100000.00", "33333.33", "à 33,33 % par l'État")]
    public void Part_InWords_IsNeverRounded(string cost, string pays, string expected)
    {
        Euros Sum(string text) => Euros.Of(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        var post = Told.Post("1") with { Costs = [new(Told.Day(2021, 6, 1), Sum(cost)) { Source = "A" }] };
        var commitment = Told.State("E", new Amount.Annual(Sum(pays)), Told.Day(2025, 6, 30), "1");
        string said = Told.Analysis([post], commitment).Sentences();
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.DoesNotContain("en totalité par", said, StringComparison.Ordinal);
        // The same over a whole period, and the same as a share.
        Assert.Contains(expected, Told.Analysis([post], commitment with { Amount = new Amount.Total(Sum(pays) + Sum(pays) + Sum(pays) + Sum(pays)) }).Sentences(), StringComparison.Ordinal);
    }

    /// <summary>Nobody has said how much the CAF gives; the Département's quarter is said by it.</summary>
    [Fact]
    public void Announced_WithAndWithoutAmount_SaysWhoseIsNotPublished()
    {
        Commitment Said(string id, string funder, Amount amount) => Told.State(id, amount, Told.Day(2023, 12, 31), "1") with { Funder = funder, Status = CommitmentStatus.Announced };
        string Of(params Commitment[] announced) => Told.Analysis([Told.Post("1")], [Told.State("E", Told.Share(1, 2), Told.Day(2025, 6, 30), "1"), .. announced]).Sentences();
        Assert.Contains(", ceux de la CAF sans montant publié", Of(Said("D", "CD", Told.Share(1, 4)), Said("F", "CAF", Amount.NotPublished)), StringComparison.Ordinal);
        Assert.Contains(", en partie sans montant publié", Of(Said("D", "CAF", Told.Share(1, 4)), Said("F", "CAF", Amount.NotPublished)), StringComparison.Ordinal);
        Assert.Contains("2023, sans montant publié", Of(Said("F", "CAF", Amount.NotPublished)), StringComparison.Ordinal);
        Assert.DoesNotContain("sans montant", Of(Said("D", "CD", Told.Share(1, 4))), StringComparison.Ordinal);
        Assert.Contains(", en partie sans terme connu", Of(Said("D", "CD", Told.Share(1, 8)), Said("F", "CAF", Told.Share(1, 8)) with { Until = Term.Unknown }), StringComparison.Ordinal);
        Assert.Contains(", en partie sans terme", Of(Said("D", "CD", Told.Share(1, 8)), Said("F", "CAF", Told.Share(1, 8)) with { Until = Term.Open }), StringComparison.Ordinal);
        // Nothing agreed, and the same.
        Assert.Contains(", ceux de la CAF sans montant publié", Told.Analysis([Told.Post("1")], Said("D", "CD", Told.Share(1, 4)), Said("F", "CAF", Amount.NotPublished)).Sentences(), StringComparison.Ordinal);
    }

    [Fact]
    public void Until_SaysTheCauseAndWhatWillBeMissing() => Assert.Equal(
        "Le poste 6 est financé en totalité jusqu'au 30 juin 2025 ; à cette date le Département (70 %) et l'État (30 %) cessent de payer : il manquera 25 000,00 € en 2025 et 50 000,00 € par an ensuite.",
        Analysis([Post("6")], State("E", Share(3, 10), june2025, "6").Firm(), Departement("D", Share(7, 10), june2025, "6").Firm()).Sentences());

    [Fact]
    public void Firm_SurelyAndPerhaps_SaysWhatWouldSettleIt() => Assert.Contains(
        "Le financement est sûrement ferme jusqu'au 31 décembre 2022, et peut-être jusqu'au 23 juillet 2023 : il manque l'acte qui rend ferme la tranche 2023 de l'État.",
        Analysis([Post("1")],
            State("E", Share(1, 1), Day(2022, 12, 31), "1").Firm(),
            State("F", Share(1, 1), Day(2023, 7, 23), "1") with { From = Day(2023, 1, 1) }).Sentences());

    [Fact]
    public void Firm_NextInstalment_IsNamed() => Assert.Contains(
        "Le financement est sûrement ferme jusqu'au 31 décembre 2022 : il manque l'acte qui rend ferme la tranche 2023 de l'État.",
        Analysis([Post("1")], State("E", Share(1, 1), Day(2023, 7, 23), "1").FirmUntil(Day(2022, 12, 31))).Sentences());

    [Fact]
    public void StepDown_SaysWhoBearsTheDifference()
    {
        var steps = new Amount.YearlyShares([Share80, Share50, Share30]);
        string said = Analysis([Post("1")], State("E", steps, Day(2024, 6, 30), "1").Firm(), Departement("D", Amount.TheBalance, Day(2024, 6, 30), "1").Firm()).Sentences();
        Assert.Contains("La part de l'État baisse de 80 % à 50 % le 1er juillet 2022 ; la convention met la différence, 15 000,00 € par an, à la charge du Département.", said);
        Assert.Contains("La part de l'État baisse de 50 % à 30 % le 1er juillet 2023 ; la convention met la différence, 10 000,00 € par an, à la charge du Département.", said);
        Assert.Contains("Le Département s'est engagé à payer le reste, sans plafond.", said);
    }

    [Fact]
    public void StepDown_WithoutBalance_NothingMakesUpForIt() => Assert.Contains(
        "La part de l'État baisse de 80 % à 50 % le 1er juillet 2022, sans que rien ne compense cette baisse.",
        Analysis([Post("1")], State("E", new Amount.YearlyShares([Share80, Share50]), Day(2023, 6, 30), "1")).Sentences());

    [Fact]
    public void StepDown_ThatEndsFullFunding_IsTheCause() => Assert.StartsWith(
        "Le poste 1 est conventionné en totalité jusqu'au 30 juin 2022 ; la part de l'État baisse de 80 % à 50 % le 1er juillet 2022 ; ensuite en partie seulement (70 %), jusqu'au 30 juin 2023 : il manquera 7 500,00 € en 2022,",
        Analysis([Post("1")], State("E", new Amount.YearlyShares([Share80, Share50]), Day(2023, 6, 30), "1"), Departement("D", Share(1, 5), Day(2023, 6, 30), "1")).Sentences());

    [Fact]
    public void Balance_SaysWhatItWouldBear() => Assert.Contains(
        "Le Département s'est engagé à payer le reste, sans plafond : si les promesses annoncées mais non signées de l'État tombent, il supportera 40 000,00 € de plus en 2024.",
        Analysis([Post("1")], Departement("D", Amount.TheBalance, june2025, "1"),
            State("E", Share(4, 5), Day(2024, 12, 31), "1") with { From = Day(2024, 1, 1), Status = CommitmentStatus.Announced }).Sentences());

    [Fact]
    public void Balance_OfTheCaf_Agrees() => Assert.Contains(
        "La CAF s'est engagée à payer le reste, sans plafond.",
        Analysis([Post("1")], Departement("D", Amount.TheBalance, june2025, "1") with { Funder = "CAF" }).Sentences());

    [Fact]
    public void NoCost_SaysThePartOfTheYear() => Assert.Contains(
        "L'année 2023 est financée à 56,39 %.",
        Analysis([Post("1", null)], State("E", Share(1, 1), Day(2023, 7, 23), "1")).Sentences());

    [Fact]
    public void Press_IsSaidWithItsDoubts() => Assert.StartsWith(
        "Le poste 1 est conventionné en totalité jusqu'au 23 juillet 2023, selon la presse (l'acte n'a pas été vu et le terme est une hypothèse) ; à cette date l'État (100 %) cesse de payer.",
        Analysis([Post("1", null)], State("E", Share(1, 1), Day(2023, 7, 23), "1") with { Source = "P", Sources = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("until", "H") }).Sentences());

    [Fact]
    public void Partly_SaysTheGap() => Assert.StartsWith(
        "Le poste 1 n'est conventionné qu'en partie, pour moitié par l'État, jusqu'au 31 décembre 2023. Une fois comptés les crédits conventionnés ou attribués, il manquera 25 000,00 € par an en 2022 et 2023 et 50 000,00 € par an ensuite.",
        Analysis([Post("1")], State("E", Share(1, 2), Day(2023, 12, 31), "1")).Sentences());

    [Fact]
    public void Announced_KeepsItsOwnTerm() => Assert.StartsWith(
        "Le poste 1 n'est conventionné qu'en partie, pour moitié par l'État, jusqu'au 30 juin 2025 ; des crédits de la CAF sont annoncés, mais non signés, jusqu'en 2023, sans montant publié.",
        Analysis([Post("1", null)], State("E", Share(1, 2), june2025, "1"),
            State("C", Amount.NotPublished, Term.On(PartialDate.Of(2023)), "1") with { Funder = "CAF", Status = CommitmentStatus.Announced }).Sentences());

    [Fact]
    public void Note_SaysTogetherWhatIsTheSame()
    {
        string[] lines = Plain(Analysis([Post("1"), Post("2")], State("E", Share(1, 1), june2025, "1", "2").Firm()).Note(Language.French)).Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal("Les postes 1 et 2 sont financés en totalité jusqu'au 30 juin 2025 ; à cette date l'État (100 %) cesse de payer : il manquera 25 000,00 € en 2025 et 50 000,00 € par an ensuite pour chacun.", lines[1]);
    }

    [Fact]
    public void Label_WithALineBreak_StaysOnOneLine() => Assert.StartsWith(
        "Aucun financement n'est connu pour le poste « Dax puis Parentis ».",
        Analysis([Post("1", null) with { Label = "Dax\npuis Parentis" }]).Sentences());

    private static Share Share80 => FundingReports.Share.Of(4, 5);

    private static Share Share50 => FundingReports.Share.Of(1, 2);

    private static Share Share30 => FundingReports.Share.Of(3, 10);
}
