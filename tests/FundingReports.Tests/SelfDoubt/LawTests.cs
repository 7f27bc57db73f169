using FundingReports.Figures;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using NodaTime;
using DayNumber = FundingReports.Ledger.DayNumber;

namespace FundingReports.Tests.SelfDoubt;

/// <summary>
/// Each law that the figures of a post must satisfy, broken by as little as breaks it, and kept by as much as rounding may make.
/// </summary>
public class LawTests
{
    private const FundingView Agreed = FundingView.Agreed;

    /// <summary>Four years, two sums and a half: full to the end of 2023, in part in 2024, full again in 2025.</summary>
    private static readonly Portfolio post = Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale),
            new("C", "Commune", FunderKind.Commune), new("D", "Région", FunderKind.Region), new("E", "Europe", FunderKind.Europe)],
        Posts = [
            new("P", "Poste") { From = new LocalDate(2022, 1, 1), Until = new LocalDate(2025, 12, 31), Fte = 1,
                Costs = [new(new LocalDate(2022, 1, 1), Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments =
        [
            new("A", "A", ["P"], new LocalDate(2022, 1, 1), new Amount.Annual(Euros.Of(25_000))) { Until = new LocalDate(2023, 12, 31),
                Status = CommitmentStatus.Signed, Instalments = [new(new LocalDate(2022, 1, 1), new LocalDate(2022, 12, 31))],
                Source = "S" },
            new("B", "B", ["P"], new LocalDate(2022, 1, 1), new Amount.ShareOfCost(Share.Of(1, 2))) { Until = new LocalDate(2025, 12, 31),
                Status = CommitmentStatus.Signed, Instalments = [], Source = "S" },
            new("C", "D", ["P"], new LocalDate(2025, 1, 1), new Amount.Total(Euros.Of(25_000))) { Until = new LocalDate(2025, 12, 31),
                Status = CommitmentStatus.Signed, Instalments = [], Source = "S" },
            new("D", "D", ["P"], new LocalDate(2024, 1, 1), new Amount.ShareOfCost(Share.Of(1, 4))) { Until = new LocalDate(2024, 12, 31),
                Status = CommitmentStatus.Announced, Source = "S" },
            new("F", "E", ["P"], new LocalDate(2024, 1, 1), new Amount.ShareOfCost(Share.Of(1, 8))) { Until = new LocalDate(2024, 12, 31),
                Status = CommitmentStatus.Signed, Instalments = [], Source = "S" },
            new("E", "C", ["P"], new LocalDate(2022, 1, 1), new Amount.ShareOfCost(Share.Of(1, 4))) { Until = new LocalDate(2022, 12, 31),
                Status = CommitmentStatus.Announced, Source = "S" },
        ],
    });

    [Fact]
    public void Figures_AsTheyAre_BreakNoLaw() => Assert.Empty(Broken(_ => { }));

    [Fact]
    public void Tie_ThatDoesNotAddUp_IsToldByPromised()
    {
        Assert.Equal(["promised"], Broken(figures => figures.Balances[0] = figures.Balances[0]!.Value with { After = 1 }));
        Assert.Equal(["promised", "shown"], Broken(figures => figures.Balances[0] = figures.Balances[0]!.Value with { Shown = 1 }));
        Assert.Equal(["promised", "unused"], Broken(figures => figures.Balances[2] = figures.Balances[2]!.Value with { Unused = 1 }));
        Assert.Equal(["unused"], Broken(figures => figures[Agreed].Unused = 1));
    }

    [Fact]
    public void Year_WhoseCellsAreNotItsFunding_IsToldByFunding()
    {
        Assert.Equal(["funding", "shown"], Broken(figures => figures[Agreed].Cells(1)[0]++));
        Assert.Equal(["funding", "year"], Broken(figures => figures[Agreed].Funding[1]++));
        Assert.Equal(["funding", "shown"], Broken(figures => figures[Agreed].Cells(3)[2] = PostFigures.Unknown));
    }

    [Fact]
    public void Year_ThatIsNotTied_IsToldByYear()
    {
        Assert.Equal(["year"], Broken(figures => figures[Agreed].Surplus[1]++));
        Assert.Equal(["year"], Broken(figures => figures[Agreed].Rounding[1]++));
        // Known where all of it is known, and unknown where anything is not.
        Assert.Equal(["year"], Broken(figures => figures[Agreed].Rounding[1] = PostFigures.Unknown));
        Assert.Equal(["year"], Broken(figures => figures[Agreed].Surplus[1] = PostFigures.Unknown));
        // What is not known ties nothing, and the rounding is not known with it.
        Assert.Empty(
            Broken(figures => (figures[Agreed].Surplus[1], figures[Agreed].Rounding[1]) = (PostFigures.Unknown, PostFigures.Unknown)));
        Assert.Empty(Broken(figures =>
        {
            figures.Cost[1] = PostFigures.Unknown;
            foreach (var view in Enum.GetValues<FundingView>())
                figures[view].Rounding[1] = PostFigures.Unknown;
        }));
        // The cost is that of all three views.
        Assert.Equal(["year"], Broken(figures => figures.Cost[1] = PostFigures.Unknown));
        Assert.Equal(["year"], Broken(figures => figures[FundingView.Firm].Gap[0] = figures[FundingView.Firm].GapAtMost[0] = 0));
    }

    /// <summary>A cent for each of the two sums, and two.</summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(-4, false)]
    [InlineData(-5, true)]
    public void Rounding_OfMoreThanCanBe_IsToldByRounding(int cents, bool told) => Assert.Equal(told ? ["rounding"] : [], Broken(figures =>
    {
        figures[Agreed].Cells(1)[1] += cents;
        figures[Agreed].Funding[1] += cents;
        figures[Agreed].Rounding[1] += cents;
    }));

    [Fact]
    public void Gap_ThatIsNotThatAtMost_OrBelowZero_IsToldByGap()
    {
        Assert.Equal(["gap"], Broken(figures => figures[Agreed].GapAtMost[2]++));
        Assert.Equal(["gap"], Broken(figures => figures[Agreed].GapAtMost[2] = PostFigures.Unknown));
        Assert.Equal(["gap"],
            Broken(figures => (figures[Agreed].Gap[1], figures[Agreed].GapAtMost[1], figures[Agreed].Surplus[1]) = (-1, -1, -1)));
        Assert.Equal(["gap"],
            Broken(figures =>
                    (figures[Agreed].Gap[1], figures[Agreed].GapAtMost[1], figures[Agreed].Rounding[1]) = (-1, -1,
                        figures[Agreed].Rounding[1] - 1)));
        Assert.Equal(["gap"],
            Broken(figures => (figures[Agreed].Surplus[2], figures[Agreed].Rounding[2]) = (-1, figures[Agreed].Rounding[2] + 1)));
        Assert.Equal(["gap"],
            Broken(figures =>
                    (figures[Agreed].Gap[2], figures[Agreed].Rounding[2], figures[Agreed].GapAtMost[2]) = (PostFigures.Unknown,
                        PostFigures.Unknown, -1)));
    }

    /// <summary>A mean of one piece may be a millionth off, each having been rounded by itself.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Coverage_ThatIsNotTheMeanOfItsPieces_IsToldByCoverage(int millionths, bool told)
    {
        string[] expected = told ? ["coverage"] : [];
        Assert.Equal(expected, Broken(figures => figures[Agreed].Low[2] -= millionths));
        Assert.Equal(expected, Broken(figures => figures[Agreed].Low[2] += millionths));
        Assert.Equal(expected, Broken(figures => figures[Agreed].High[2] += millionths));
        Assert.Equal(expected, Broken(figures => figures[Agreed].High[2] -= millionths));
    }

    /// <summary>
    /// A year that begins with the as-of date has all its pieces, and its mean is held; of one that began before it, the days before are
    /// in no piece.
    /// </summary>
    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(2, 8, false)]
    public void Coverage_OfTheFirstYear_IsHeldWhereAllItsDaysAreInPieces(int month, int day, bool told) =>
        Assert.Equal(told ? ["coverage"] : [], Broken(figures => figures[Agreed].Low[0] -= 2, new(2022, month, day)));

    [Fact]
    public void Coverage_KnownOfWhatHasNoBound_IsToldByCoverage()
    {
        Assert.Equal(["coverage"], Broken(figures => figures[Agreed].Low[2] = PostFigures.Unknown));
        Assert.Equal(["coverage"], Broken(figures => figures[Agreed].High[2] = PostFigures.Unknown));
        Assert.Equal(["coverage"],
            Broken(figures => figures[Agreed].Pieces[1] = figures[Agreed].Pieces[1] with { High = PostFigures.Unknown }));
    }

    [Fact]
    public void Pieces_ThatDoNotFollow_OrContradictThemselves_AreToldByPieces()
    {
        Assert.Equal(["coverage", "pieces"],
            Broken(figures => Change(figures, 1, piece => piece with { Days = new(piece.Days.From, piece.Days.To.Next) })));
        Assert.Equal(["pieces"],
            Broken(figures => Change(figures, 2, piece => piece with { Days = new(piece.Days.From, DayNumber.Never) })));
        Assert.Contains("pieces",
            Broken(figures => Change(figures, 0, piece => piece with { Days = new(piece.Days.From, DayNumber.Of(new(2023, 12, 31))) })));
        Assert.Contains("pieces", Broken(figures => Change(figures, 0, piece => piece with { Low = 999_998 })));
        // No millionth below: the mean is rounded too, and tells nothing.
        Assert.Equal(["pieces"], Broken(figures => Change(figures, 1, piece => piece with { High = piece.Low - 1 })));
        Assert.Contains("pieces", Broken(figures => Change(figures, 1, piece => piece with { Low = -1 })));
        Assert.Contains("pieces",
            Broken(figures => Change(figures, 1, piece => piece with { Flags = piece.Flags | CoverageFlags.SurelyFull })));
        Assert.Contains("pieces", Broken(figures => Change(figures, 2, piece => piece with { Low = 999_999 })));
        // Just below the whole, which the millionth does not show.
        Assert.DoesNotContain("pieces",
            Broken(figures =>
                    Change(figures, 2,
                        piece => piece
                            with { Flags = CoverageFlags.PossiblyFull | CoverageFlags.SurelyPart | CoverageFlags.PossiblyPart })));
    }

    [Fact]
    public void Horizon_OfAnotherDay_IsToldByHorizon()
    {
        Assert.Equal(["horizon"], Broken(figures => figures[Agreed].FullPossibly = Later(figures[Agreed].FullPossibly)));
        Assert.Equal(["horizon"], Broken(figures => figures[Agreed].PartSurely = new(DayNumber.FirstOf(2025), false)));
        Assert.Equal(["horizon"],
            Broken(figures => figures[Agreed].PartPossibly = figures[Agreed].PartPossibly with { MeetsPostEnd = false }));
        Assert.Contains("horizon", Broken(figures => figures[Agreed].FullSurely = Later(figures[Agreed].FullSurely)));
        // Before the first day and after the last one there is no piece, and the horizon is told all the same.
        Assert.Contains("horizon", Broken(figures => figures[Agreed].FullSurely = new(DayNumber.FirstOf(2030), false)));
        Assert.Contains("horizon", Broken(figures => figures[Agreed].FullSurely = new(DayNumber.FirstOf(2020), false)));
    }

    [Fact]
    public void FullAgain_OnAnotherDay_IsToldByResumes()
    {
        Assert.Equal(["resumes"], Broken(figures => figures[Agreed].ResumesOn = DayNumber.FirstOf(2025).Next));
        Assert.Equal(["resumes"], Broken(figures => figures[Agreed].ResumesOn = DayNumber.Never));
    }

    [Fact]
    public void Cliff_ThatIsNotOne_IsToldByCliff()
    {
        Assert.Equal(["cliff"], Broken(figures => figures[Agreed].Cliff = null));
        Assert.Equal(["cliff"],
            Broken(figures => figures[Agreed].Cliff = figures[Agreed].Cliff! with { On = DayNumber.FirstOf(2024).Next }));
        Assert.Empty(
            Broken(figures => figures[Agreed].Cliff = figures[Agreed].Cliff! with { ShareLost = figures[Agreed].Cliff!.ShareLost + 1 }));
        Assert.Equal(["cliff"],
            Broken(figures => figures[Agreed].Cliff = figures[Agreed].Cliff! with { ShareLost = figures[Agreed].Cliff!.ShareLost + 2 }));
        Assert.Equal(["cliff"], Broken(figures => figures[FundingView.Firm].Cliff = figures[Agreed].Cliff));
    }

    /// <summary>Two who pay: a millionth may be lost between them, and one more is told.</summary>
    [Fact]
    public void Parts_ThatAreNotTheCoverage_AreToldByParts()
    {
        Assert.Empty(Broken(figures => figures[Agreed].Parts[1]++));
        Assert.Equal(["parts"], Broken(figures => figures[Agreed].Parts[1] += 2));
        Assert.Equal(["parts"], Broken(figures => (figures[Agreed].Parts[0], figures[Agreed].Parts[1]) = (-1, 1_000_001)));
        // C pays in 2025 alone.
        Assert.Equal(["parts"], Broken(figures => (figures[Agreed].Parts[0], figures[Agreed].Parts[2]) = (499_999, 1)));
    }

    [Fact]
    public void Leaning_OnWhoDoesNotPay_OrTooLate_IsToldByLeaning()
    {
        Assert.Equal(["leaning"], Leans(new("X", null, null, null)));
        Assert.Empty(Leans(new("B", null, null, null)));
        Assert.Equal(["leaning"], Leans(new(null, null, null, "A")));
        Assert.Equal(["leaning"], Leans(new(null, DayNumber.FirstOf(2023), null, null)));
        Assert.Equal(["leaning"], Leans(new(null, null, "A", null)));
        Assert.Empty(Leans(new(null, DayNumber.FirstOf(2023), "A", null)));
        Assert.Equal(["leaning"], Leans(new(null, DayNumber.FirstOf(2024), "A", null)));
        Assert.Equal(["leaning"], Leans(new(null, DayNumber.Of(new(2022, 2, 8)), "A", null)));
    }

    [Fact]
    public void Leaning_OnWhoIsOnlyAnnounced_OrOnAnAmountNobodyKnows_IsToldByLeaning()
    {
        Assert.Equal(["leaning"], Leans(new("C", null, null, null)));
        Assert.Equal(["leaning"], Leans(new(null, DayNumber.FirstOf(2023), "C", null)));
        // A funder that pays only after the end of the sure run.
        Assert.Equal(["leaning"], Leans(new(null, DayNumber.FirstOf(2023), "D", null)));
        Assert.Equal(["leaning"], Leans(new("E", null, null, null)));
    }

    /// <summary>
    /// In force, and without a part: an amount nobody knows, a term nobody knows, no money any more, a promise that is withdrawn.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void PartOfWhoDoesNotSurelyPay_IsToldByParts(int timeline)
    {
        Commitment Pays(string id, Amount amount) =>
            new(id, "B", ["P"], new LocalDate(2022, 1, 1), amount) { Until = new LocalDate(2025, 12, 31), Status = CommitmentStatus.Signed,
                Instalments = [], Source = "S" };
        PostFigures figures = Portfolio.Create(post.Facts with
        {
            Commitments =
            [
                Pays("A", new Amount.ShareOfCost(Share.Whole)) with { Until = new LocalDate(2024, 12, 31) },
                Pays("U", Amount.NotPublished),
                Pays("T", new Amount.Annual(Euros.Of(10))) with { Until = Term.Unknown },
                Pays("Y", new Amount.YearlyAmounts([Euros.Of(10)])),
                Pays("W", new Amount.Annual(Euros.Of(10)))
                    with { Withdrawn = new(new LocalDate(2023, 1, 1), new LocalDate(2022, 1, 15), "S") },
            ],
        }).Analyze(new(2022, 2, 8), new(2025, 12, 31)).Posts[0].Figures;
        Assert.Empty(SelfCheck.Of(figures));
        figures[Agreed].Parts[timeline] = 1;
        Assert.Contains("parts", SelfCheck.Of(figures));
    }

    private static IEnumerable<string> Leans(FunderDependence leaning) =>
        Broken(figures => typeof(PostFigures)
                .GetProperty(nameof(PostFigures.Dependence),
                    System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.SetValue(figures, leaning));

    private static IEnumerable<string> Broken(Action<PostFigures> change, LocalDate? asOf = null)
    {
        PostFigures figures = post.Analyze(asOf ?? new(2022, 2, 8), new(2025, 12, 31)).Posts[0].Figures;
        change(figures);
        return SelfCheck.Of(figures).Distinct().Order().ToList();
    }

    private static void Change(PostFigures figures, int piece, Func<PackedPiece, PackedPiece> change) =>
        figures[Agreed].Pieces[piece] = change(figures[Agreed].Pieces[piece]);

    private static FundedRun Later(FundedRun run) => run with { End = run.End.Next };
}
