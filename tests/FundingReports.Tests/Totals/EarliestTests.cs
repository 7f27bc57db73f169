using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Totals;

/// <summary>The horizon that comes first is one of the posts that still exist on the as-of date.</summary>
public class EarliestTests
{
    [Theory]
    [InlineData(7, "Q")]
    [InlineData(8, "P")]
    public void Post_ThatEndedTheDayBefore_HasNoPartInIt(int lastDay, string expected)
    {
        var from = new LocalDate(2022, 1, 1);
        Post post = new("P", "Poste") { From = from, Until = new LocalDate(2022, 2, lastDay), Fte = 1,
            Costs = [new(from, Euros.Of(50_000)) { Source = "S" }], Source = "S" };
        var earliest = Portfolio.Create(new()
        {
            Sources = [new("S", SourceKind.Act, "Convention")],
            Funders = [new("A", "État", FunderKind.State)],
            Posts = [post, post with { Id = "Q", Until = null }],
            Commitments = [
                new("C", "A", ["P", "Q"], from, new Amount.OfCost(Share.Whole)) { Until = new LocalDate(2023, 12, 31),
                    Status = CommitmentStatus.Signed, Instalments = [], Source = "S" }],
        }).Analyze(new LocalDate(2022, 2, 8)).Totals.Earliest[FundingView.Agreed];
        Assert.Equal([expected], earliest.Posts.AsEnumerable());
    }
}
