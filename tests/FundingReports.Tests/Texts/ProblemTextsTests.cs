using System.Collections.Immutable;
using FundingReports.Tests.Json;
using FundingReports.Tests.Sentences;
using FundingReports.Validation;

namespace FundingReports.Tests.Texts;

public class ProblemTextsTests
{
    public static TheoryData<ProblemCode> Codes => [.. Enum.GetValues<ProblemCode>()];

    [Theory, MemberData(nameof(Codes))]
    public void Message_AnyCode_IsASentenceInBothLanguages(ProblemCode code)
    {
        foreach (
            ImmutableArray<string> arguments in (ImmutableArray<string>[])[[], ["a", "b", "c", "2023-07-23", "2023", "1/2"],
                ["x", "2023-07-23", "", "", "", ""]])
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
            ProblemCode.UnknownProperty, ProblemCode.SiretChecksum, ProblemCode.SameReference, ProblemCode.NoSource, ProblemCode.PressOnly,
            ProblemCode.NoCeiling, ProblemCode.OpenTerm,
            ProblemCode.UnknownFte, ProblemCode.PersonalData, ProblemCode.MoneyOutsidePost, ProblemCode.UnpaidPost,
            ProblemCode.SharesExceedCost, ProblemCode.NotDecided, ProblemCode.OverFunded,
            ProblemCode.CostOfZero, ProblemCode.StaleCost, ProblemCode.StalePolicy, ProblemCode.BalanceLeans, ProblemCode.VacantMoney,
            ProblemCode.HiddenRows, ProblemCode.SheetNotRead, ProblemCode.TotalRow, ProblemCode.ToldTwice, ProblemCode.ColumnNotRead,
            ProblemCode.AwaitingPost, ProblemCode.FunderKindNotSaid, ProblemCode.Repaired,
            ProblemCode.StatusTaken, ProblemCode.ValueLeftOut, ProblemCode.CodeNotInSheet, ProblemCode.SheetMissing,
            ProblemCode.YearsNotInFile, ProblemCode.PaymentsDiffer,
            ProblemCode.PaymentNotPlaced, ProblemCode.DeadlinesTaken,
            ProblemCode.KeptAsWritten, ProblemCode.SchemaMismatch, ProblemCode.SharedSubsidy, ProblemCode.MoreOfTheSame,
            ProblemCode.NotAskedFor,
            ProblemCode.BalanceRises, ProblemCode.DeadlineMissed,
            ProblemCode.ConflictBefore, ProblemCode.SamePromise, ProblemCode.PaidBeforeDecided, ProblemCode.PaidAbovePromised,
            ProblemCode.InstalmentBeforeCommitment,
            ProblemCode.DecidedAfterTerm, ProblemCode.InstalmentsAboveTerms, ProblemCode.AttestedOutsideLife,
            ProblemCode.AmendsOtherFunder, ProblemCode.AmendsOtherPosts,
            ProblemCode.AmendmentAfterTerm, ProblemCode.AmendmentsUnordered, ProblemCode.CostsFromOneDay, ProblemCode.CostDecidedEarlier,
            ProblemCode.OccupancyOverlap,
            ProblemCode.SharedSiret, ProblemCode.SiretOfZeros, ProblemCode.CampaignFarFromYear, ProblemCode.EditionInFuture,
            ProblemCode.AssumptionWithoutAuthor,
            ProblemCode.LikelyDouble, ProblemCode.MoneyColumnNotRead, ProblemCode.TextEncoding, ProblemCode.TextSeparator,
            ProblemCode.HiddenSheet, ProblemCode.HeaderTaken, ProblemCode.AfterAsOf, ProblemCode.NotMoney,
            ProblemCode.CellLeftUnknown, ProblemCode.AsAbove, ProblemCode.ActAsked, ProblemCode.NameTaken, ProblemCode.FormQuestion,
            ProblemCode.AwaitingCommitment, ProblemCode.PaidTwoWays, ProblemCode.CellCorrected, ProblemCode.UnknownScheme,
            ProblemCode.NearLine, ProblemCode.UnlikelyValue, ProblemCode.MoreWarnings,
            ProblemCode.HiddenColumns, ProblemCode.CommentsNotRead,
        ];
        Assert.Equal(warnings, Enum.GetValues<ProblemCode>().Where(code => new Problem(code, "$").Severity is Severity.Warning));
    }

    /// <summary>
    /// Other programs hold the numbers: each is one code's alone, and the side of the first warning says how grave it is.
    /// </summary>
    [Fact]
    public void Numbers_AreOneEach_ErrorsBelowWarnings()
    {
        Assert.Equal(Enum.GetNames<ProblemCode>().Length, Enum.GetValues<ProblemCode>().Distinct().Count());
        Assert.Equal((0, 1000), ((int)ProblemCode.NotUtf8, (int)ProblemCode.UnknownProperty));
        string[] unnumbered = [.. File.ReadAllLines(Repository.PathOf("src", "FundingReports", "Validation", "ProblemCode.cs"))
            .Where(line => line.StartsWith("    ", StringComparison.Ordinal) && line.EndsWith(',')
                    && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                    && !line.Contains(" = ", StringComparison.Ordinal))];
        Expect.Nothing(unnumbered);
    }

    [Fact]
    public void Problems_OfEachDamage_AreTheirCodesAtTheirPlaces() => Assert.Equal(
        [
            "until-before-from@commitments[0].until 2020-01-01 2020-07-24, decided-after-term@commitments[0].decidedOn 2020-07-24 "
                + "2020-01-01",
            "invalid-date@commitments[0].until ",
            "share-out-of-range@commitments[0].amount.share ",
            "money-too-large@commitments[1].amount.annual ",
            "unknown-property@commitments[0].plafond plafond",
            "duplicate-id@funders[1].id funders[0].id, unknown-id@commitments[1].funder funder",
            "personal-data@posts[0].label email",
            "amendment-circle@commitments[0].amends E1",
        ],
        ProblemSituations.Damages.Select(damage => string.Join(", ", Documents.Problems(Documents.With((damage.Old, damage.New)))
            .Select(problem => $"{problem.CodeName}@{problem.Path} {string.Join(' ', problem.Arguments)}"))));

    [Fact]
    public void Truncated_GivesItsLineAndColumn()
    {
        Problem problem = Assert.Single(Documents.Problems(Documents.Truncated));
        Assert.Equal((ProblemCode.NotJson, "truncated 2 12"), (problem.Code, string.Join(' ', problem.Arguments)));
    }

    [Fact]
    public void NotJson_GivesItsLineAndColumn_AndWhatStandsThere()
    {
        Problem problem = Assert.Single(Documents.Problems(Documents.NotJson));
        Assert.Equal((ProblemCode.NotJson, "abc }", "syntax 2 8"), (problem.Code, problem.Found, string.Join(' ', problem.Arguments)));
    }

    [Fact]
    public void ToLine_AnyProblem_IsOneLine()
    {
        var problem = new Problem(ProblemCode.UnknownId, "commitments[3].funder", "ET\nAT", "funder");
        Assert.Equal($"error unknown-id commitments[3].funder: {problem.Message(Language.English).Replace('\n', ' ')}",
            problem.ToLine(Language.English));
        Assert.StartsWith("avertissement open-term ", new Problem(ProblemCode.OpenTerm, "x", null, "E1").ToLine(Language.French),
            StringComparison.Ordinal);
    }
}
