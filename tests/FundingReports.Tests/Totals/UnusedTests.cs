using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Totals;

/// <summary>Money of the days on which the post does not exist: said, and never moved.</summary>
public class UnusedTests
{
    [Theory]
    // The post lives from 1 July 2022 to 30 June 2023; 12 000 € a year are promised.
    [InlineData("2022-01-01", "2022-12-31", "6000.00")]
    [InlineData("2023-01-01", "2023-12-31", "6000.00")]
    [InlineData("2022-01-01", "2023-12-31", "12000.00")]
    [InlineData("2022-07-01", "2023-06-30", "0.00")]
    [InlineData("2020-01-01", "2020-12-31", "12000.00")]
    public void Sum_OutsideTheLifeOfThePost_IsUnused(string from, string until, string expected)
    {
        var analysis = Analyze(Pays(from, until));
        Assert.Equal(expected, analysis.Posts[0].Agreed.Unused.ToString());
        Assert.Equal(expected, analysis.CommitmentBalances[0].Unused.ToString());
    }

    /// <summary>A promise without end to a post that ends: how much of it will be unused is unknown, and not nothing.</summary>
    [Fact]
    public void SumWithoutEnd_ToAPostThatEnds_TiesToNoTotal()
    {
        var tie = Analyze(Pays("2022-01-01", "open")).CommitmentBalances[0];
        Assert.False(tie.Promised.IsKnown);
        Assert.Equal("12000.00", tie.Shown.ToString());
    }

    [Fact]
    public void Share_IsNeverUnused() =>
        Assert.Equal("0.00",
            Analyze(Pays("2022-01-01", "2023-12-31") with { Amount = new Amount.ShareOfCost(Share.Of(1, 2)) }).Posts[0]
                .Agreed.Unused.ToString());

    [Fact]
    public void AnnouncedSum_IsUnusedInItsOwnViewOnly()
    {
        var post = Analyze(Pays("2022-01-01", "2022-12-31") with { Status = CommitmentStatus.Announced }).Posts[0];
        Assert.Equal(("0.00", "6000.00"), (post.Agreed.Unused.ToString(), post.Announced.Unused.ToString()));
    }

    private static FundingAnalysis Analyze(Commitment commitment) => Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State)],
        Posts = [
            new("P", "Poste") { From = new LocalDate(2022, 7, 1), Until = new LocalDate(2023, 6, 30), Fte = 1,
                Costs = [new(new LocalDate(2022, 7, 1), Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [commitment],
    }).Analyze(new LocalDate(2022, 2, 8));

    private static Commitment Pays(string from, string until) => new("C", "A", ["P"], Iso(from), new Amount.Annual(Euros.Of(12_000)))
    {
        Until = until == "open" ? Term.Open : Iso(until), Status = CommitmentStatus.Signed, Instalments = [], Source = "S",
    };

    private static LocalDate Iso(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
