using FundingReports.Portfolios;
using static FundingReports.Tests.Calculation.OnePost;

namespace FundingReports.Tests.Calculation;

/// <summary>The last cent: half of one is one, and less is nothing; nobody gets the cent of money that is not known.</summary>
public class CentsTests
{
    private static readonly (string, decimal?)[] cent = [("2022-01-01", 0.01m)];

    /// <summary>A cent a year makes half a cent in 180 thirtieths of months.</summary>
    [Theory]
    [InlineData("2022-06-29", "0.00")]
    [InlineData("2022-06-30", "0.01")]
    public void HalfACent_IsACent_AndADayLessIsNothing(string until, string expected)
    {
        Assert.Equal(expected, Agreed(Analyze(cent, Pays("A", Yearly(0.01m), until: until))));
        Assert.Equal(expected, Agreed(Analyze(cent, Pays("A", Part(1, 1), until: until))));
        // Before the post exists.
        var later = Analyze(Whole with { From = Iso("2023-01-01") }, [("2023-01-01", 0.01m)], Pays("A", Yearly(0.01m), until: until));
        Assert.Equal(expected, later.Agreed.Unused.ToString());
    }

    /// <summary>
    /// Two quarters of a cent: the first on the post's days, the second after its end, and firm money alone counts them.
    /// </summary>
    [Fact]
    public void QuarterCents_OnBothSidesOfTheEndOfAPost_AreACentUnused()
    {
        var endless = Pays("A", Yearly(0.01m)) with { Instalments = [new(Iso("2022-04-01"), Iso("2022-09-30"))] };
        var ended = Analyze(Whole with { Until = Iso("2022-06-30") }, cent, endless);
        Assert.Equal("0.01", ended.Firm.Unused.ToString());
        Assert.False(ended.Agreed.Unused.IsKnown);
    }

    /// <summary>
    /// Without end, and half a cent of it before the post exists: there is no total for the rest to add up to, and the half is rounded by
    /// itself.
    /// </summary>
    [Fact]
    public void HalfACentBeforeThePost_OfASumWithoutEnd_IsACentUnused() =>
        Assert.Equal("0.01", Analyze(Whole with { From = Iso("2022-07-01") }, cent, Pays("A", Yearly(0.01m))).Agreed.Unused.ToString());

    /// <summary>Of half a cent, 179 parts of 180 are A's, and the last is B's: the cent is A's.</summary>
    [Fact]
    public void CentOfTwo_IsOfTheLargestPart_AndTheSmallestMakesItACent() => Assert.Equal(["0.01", "0.00"],
        Analyze(cent, Pays("A", Part(1, 1), until: "2022-06-29"), Pays("B", Part(1, 1), "2022-06-30", "2022-06-30")).Years[0]
            .Cells.Select(cell => cell.Agreed.ToString()));

    /// <summary>What an amount nobody knows leaves of a cost that others pay whole is nothing, and that is known.</summary>
    [Fact]
    public void BalanceBesideAnUnknownAmount_OfACostPaidWhole_IsNothing() => Assert.Equal([true, false, true],
        Analyze([("2022-01-01", 50_000)], Pays("A", Part(1, 1)), Pays("B", Amount.NotPublished), Pays("C", Amount.TheBalance)).Years[1]
            .Cells.Select(cell => cell.Agreed.IsKnown));

    /// <summary>
    /// A pays a quarter of a cent before the cost is no longer known, B not quite half of one: together more than half a cent, of which no
    /// part is known to be anybody's.
    /// </summary>
    [Fact]
    public void MoneyThatIsUnknownInPart_GivesNobodyACent()
    {
        var cells = Analyze([("2022-01-01", 0.01m), ("2022-07-01", null)], Pays("A", Part(1, 1), "2022-04-01"),
            Pays("B", Part(1, 1), until: "2022-06-12")).Years[0].Cells;
        Assert.Equal([null, "0.00"], cells.Select(cell => cell.Agreed.IsKnown ? cell.Agreed.ToString() : null));
    }

    /// <summary>
    /// Who takes a part of what others leave gets nothing, and surely, where they surely leave nothing: also of a cost nobody knows, and
    /// beside a sum.
    /// </summary>
    [Fact]
    public void RestOfAnUnknownCostThatIsPaidWhole_IsKnownToBeNothing()
    {
        var year = Analyze([("2022-01-01", null)], Pays("A", Part(1, 1)), Pays("B", Yearly(1000)),
            Pays("C", new Amount.OfRemainder(Share.Whole)), Pays("C", Amount.TheBalance) with { Id = "C2" }).Years[1];
        Assert.Equal([null, "1000.00", "0.00", "0.00"], year.Cells.Select(cell => cell.Agreed.IsKnown ? cell.Agreed.ToString() : null));
        Assert.False(year.Agreed.Rounding.IsKnown);
    }

    /// <summary>
    /// Of an amount that nobody has published, the most is shared as a sum is: a cent for the first post, and nothing, surely, for the
    /// second.
    /// </summary>
    [Fact]
    public void CapOfACent_LeavesTheSecondPostNothing()
    {
        var unknown = Pays("A", Amount.NotPublished) with { Posts = ["P", "Q"], Cap = Euros.Of(0.01m), Split = Split.Equally };
        var portfolio = Portfolio(Whole, [("2022-01-01", 50_000)], unknown with { Posts = ["P"] });
        var facts = portfolio.Facts
            with { Posts = [.. portfolio.Posts, portfolio.Posts[0] with { Id = "Q", Label = "Autre poste" }], Commitments = [unknown] };
        var posts = FundingReports.Portfolio.Create(facts).Analyze(AsOf).Posts;
        Assert.Equal([false, true], posts.Select(post => post.Years[1].Cells[0].Agreed.IsKnown));
        Assert.Equal(["0.00", "0.00"], posts.Select(post => post.Agreed.Pieces[0].Low.ToString()[..4]));
    }

    private static string Agreed(PostFunding post) => post.Years[0].Cells[0].Agreed.ToString();
}
