using System.Collections.Immutable;
using FundingReports.Tests.Json;
using FundingReports.Validation;

namespace FundingReports.Tests.Texts;

public class ProblemTextsTests
{
    public static TheoryData<ProblemCode> Codes => [.. Enum.GetValues<ProblemCode>()];

    [Theory, MemberData(nameof(Codes))]
    public void Message_AnyCode_IsASentenceInBothLanguages(ProblemCode code)
    {
        foreach (ImmutableArray<string> arguments in (ImmutableArray<string>[])[[], ["a", "b", "c", "2023-07-23", "2023", "1/2"], ["x", "2023-07-23", "", "", "", ""]])
        {
            var problem = new Problem(code, "commitments[3].until", "trouvé", arguments);
            string french = problem.Message(Language.French), english = problem.Message(Language.English);
            Assert.NotEqual(french, english);
            Assert.All([french, english], sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
            Assert.DoesNotMatch(" [:;?!%€»]|« ", french);
            Assert.Equal(char.ToUpperInvariant(french[0]), french[0]);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", problem.CodeName.Replace("31st", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void SeverityOf_WarningsOfTheModel_AndNoOther()
    {
        ProblemCode[] warnings =
        [
            ProblemCode.UnknownProperty, ProblemCode.SiretChecksum, ProblemCode.SameReference, ProblemCode.NoSource, ProblemCode.PressOnly, ProblemCode.NoCeiling, ProblemCode.OpenTerm,
            ProblemCode.UnknownFte, ProblemCode.PersonalData, ProblemCode.MoneyOutsidePost, ProblemCode.UnpaidPost, ProblemCode.SharesExceedCost, ProblemCode.NotDecided, ProblemCode.OverFunded,
            ProblemCode.CostOfZero, ProblemCode.StaleCost, ProblemCode.StalePolicy, ProblemCode.BalanceLeans, ProblemCode.VacantMoney,
            ProblemCode.HiddenRows, ProblemCode.SheetNotRead, ProblemCode.TotalRow, ProblemCode.ToldTwice, ProblemCode.ColumnNotRead,
            ProblemCode.AwaitingPost, ProblemCode.FunderKindNotSaid, ProblemCode.Repaired,
            ProblemCode.StatusTaken, ProblemCode.ValueLeftOut, ProblemCode.CodeNotInSheet, ProblemCode.SheetMissing, ProblemCode.YearsNotInFile, ProblemCode.PaymentsDiffer,
            ProblemCode.PaymentNotPlaced, ProblemCode.DeadlinesTaken,
            ProblemCode.KeptAsWritten, ProblemCode.SchemaMismatch, ProblemCode.SharedSubsidy, ProblemCode.MoreOfTheSame, ProblemCode.NotAskedFor,
            ProblemCode.BalanceRises, ProblemCode.DeadlineMissed,
            ProblemCode.ConflictBefore, ProblemCode.SamePromise, ProblemCode.PaidBeforeDecided, ProblemCode.PaidAbovePromised, ProblemCode.InstalmentBeforeCommitment,
            ProblemCode.DecidedAfterTerm, ProblemCode.InstalmentsAboveTerms, ProblemCode.AttestedOutsideLife, ProblemCode.AmendsOtherFunder, ProblemCode.AmendsOtherPosts,
            ProblemCode.AmendmentAfterTerm, ProblemCode.AmendmentsUnordered, ProblemCode.CostsFromOneDay, ProblemCode.CostDecidedEarlier, ProblemCode.OccupancyOverlap,
            ProblemCode.SharedSiret, ProblemCode.SiretOfZeros, ProblemCode.CampaignFarFromYear, ProblemCode.EditionInFuture, ProblemCode.AssumptionWithoutAuthor,
            ProblemCode.LikelyDouble,
        ];
        Assert.Equal(warnings, Enum.GetValues<ProblemCode>().Where(code => new Problem(code, "$").Severity is Severity.Warning));
    }

    /// <summary>Other programs hold the numbers: each is one code's alone, and the side of the first warning says how grave it is.</summary>
    [Fact]
    public void Numbers_AreOneEach_ErrorsBelowWarnings()
    {
        Assert.Equal(Enum.GetNames<ProblemCode>().Length, Enum.GetValues<ProblemCode>().Distinct().Count());
        Assert.Equal((0, 1000), ((int)ProblemCode.NotUtf8, (int)ProblemCode.UnknownProperty));
        string[] unnumbered = [.. File.ReadAllLines(Repository.PathOf("src", "FundingReports", "Validation", "ProblemCode.cs"))
            .Where(line => line.StartsWith("    ", StringComparison.Ordinal) && line.EndsWith(',') && !line.Contains(" = ", StringComparison.Ordinal))];
        Expect.Nothing(unnumbered);
    }

    [Theory]
    [InlineData("\"until\": \"2023-07-23\"", "\"until\": \"2020-01-01\"", "La date de fin (01/01/2020) précède la date de début (24/07/2020). Corrigez l'une ou l'autre.")]
    [InlineData("\"until\": \"2023-07-23\"", "\"until\": \"2023-02-30\"", "« 2023-02-30 » n'est pas une date du calendrier. Écrivez l'année, le mois et le jour, comme 2023-07-23 (ou 2023-07, ou 2023), entre 1600 et 4999.")]
    [InlineData("\"share\": \"1/2\"", "\"share\": \"120 %\"", "La part « 120 % » n'est pas comprise entre 0 (exclu) et 1, soit 100 %. Corrigez-la ; quatre-vingts pour cent s'écrit 0.8, 4/5 ou 80 %.")]
    [InlineData("\"annual\": 25000", "\"annual\": 25000000000", "Le montant « 25000000000 » atteint un milliard d'euros : c'est sans doute une faute de frappe. Corrigez-le.")]
    [InlineData("\"cap\"", "\"plafond\"", "« plafond » n'est pas une propriété du format : sa valeur n'est pas lue. Vérifiez l'orthographe, ou supprimez-la.")]
    [InlineData("\"id\": \"CD\"", "\"id\": \"ETAT\"", "L'identifiant « ETAT » est déjà pris par funders[0].id. Donnez-en un autre.")]
    [InlineData("\"label\": \"Poste 1\"", "\"label\": \"a.b@c.fr\"", "Ce texte semble contenir une adresse électronique (« a.•@•.•• »). Un portefeuille décrit des postes, pas des personnes : retirez-la.")]
    [InlineData("\"cap\": \"30000\"", "\"amends\": \"E1\", \"cap\": 1", "Ces engagements se modifient en rond : E1. Un avenant modifie un engagement plus ancien que lui : supprimez le lien de trop (amends).")]
    public void Message_BadInputOfTheIssue_SaysWhatWasFoundAndWhatToDo(string old, string changed, string expected)
    {
        ImmutableArray<Problem> problems = Documents.Problems(Documents.With((old, changed)));
        Assert.Contains(expected, problems.Select(problem => problem.Message(Language.French).Replace('\u00a0', ' ')));
    }

    [Fact]
    public void Message_Truncated_SaysWhere()
    {
        Problem problem = Assert.Single(Documents.Problems("{\n  \"é\": \"abc"));
        Assert.Equal("Le texte s'arrête avant sa fin, ligne 2, colonne 12 : le fichier est tronqué. Demandez-le de nouveau.", problem.Message(Language.French).Replace('\u00a0', ' '));
    }

    [Fact]
    public void Message_NotJson_SaysWhereAndWhat()
    {
        Problem problem = Assert.Single(Documents.Problems("{\n  \"é\": abc }"));
        Assert.Equal("The text is not JSON, line 2, column 8, at \"abc }\". Correct what stands there or just before (comma, quote, brace).", problem.Message(Language.English));
    }

    [Fact]
    public void ToLine_AnyProblem_IsOneLine()
    {
        var problem = new Problem(ProblemCode.UnknownId, "commitments[3].funder", "ET\nAT", "funder");
        Assert.Equal("error unknown-id commitments[3].funder: \"ET AT\" names no funder of the portfolio. Correct the id, or add what it names.", problem.ToLine(Language.English));
        Assert.StartsWith("warning open-term ", new Problem(ProblemCode.OpenTerm, "x", null, "E1").ToLine(Language.French), StringComparison.Ordinal);
    }

    [Fact]
    public void Message_AsOfFindings_SpeakInFiguresOfTheField()
    {
        Assert.Equal("Le solde, sans plafond, du financeur « Département » serait de 49 680,00 € en 2027, au lieu de 21 680,00 €, sans les crédits qui ne sont pas acquis : État, 28 000,00 € (sollicité).",
            new Problem(ProblemCode.BalanceLeans, "commitments[0]", null, "Département", "2027", "49680.00", "21680.00", "État", "28000.00", "requested").Message(Language.French).Replace('\u00a0', ' '));
        Assert.Equal("Le poste L1 est financé à 110 % de son coût à partir du 01/01/2024 (montants comptés : conventionnés ou attribués). Vérifiez qu'un même financement n'est pas saisi deux fois.",
            new Problem(ProblemCode.OverFunded, "posts[0]", null, "L1", "2024-01-01", "", "agreed", "1.100000").Message(Language.French).Replace('\u00a0', ' '));
    }
}
