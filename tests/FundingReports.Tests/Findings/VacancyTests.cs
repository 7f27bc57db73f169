using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Tests.Findings;

/// <summary>Money of the days on which nobody holds the post: the promise stands, and it is said how much is to be checked.</summary>
public class VacancyTests
{
    [Theory]
    // 36 000 € a year: 100 € a day of thirty to the month.
    [InlineData("2022-02-01", "2022-02-28", OccupancyState.Vacant, "2022-02-01 2022-02-28 3000.00")]
    [InlineData("2021-12-01", "2022-01-31", OccupancyState.Recruiting, "2021-12-01 2022-01-31 6000.00")]
    [InlineData("2020-06-01", "2021-01-31", OccupancyState.Vacant, "2021-01-01 2021-01-31 3000.00")]
    // Without a last day it is known to last to the as-of date.
    [InlineData("2022-02-01", null, OccupancyState.Vacant, "2022-02-01 2022-02-08 800.00")]
    [InlineData(null, "2021-01-31", OccupancyState.Vacant, "2021-01-01 2021-01-31 3000.00")]
    [InlineData("2022-01-01", "2022-12-31", OccupancyState.Occupied, null)]
    // Before the post, after the money, or later than is known: nothing to check.
    [InlineData("2020-01-01", "2020-12-31", OccupancyState.Vacant, null)]
    [InlineData("2024-01-01", "2024-06-30", OccupancyState.Vacant, null)]
    [InlineData("2022-03-01", null, OccupancyState.Vacant, null)]
    public void VacantDays_AreFoundWithTheirMoney(string? from, string? until, OccupancyState state, string? expected)
    {
        var finding = Findings([new(Iso(from), Iso(until), state)]).SingleOrDefault();
        Assert.Equal(expected, finding is null ? null : string.Join(' ', finding.Arguments.Skip(1)));
    }

    [Fact]
    public void EachVacancy_IsFoundAtItsPlace() => Assert.Equal(
        ["posts[0].occupancy[0]", "posts[0].occupancy[2]"],
        Findings(
            [new(Iso("2021-01-01"), Iso("2021-01-31"), OccupancyState.Vacant),
                new(Iso("2021-02-01"), Iso("2021-12-31"), OccupancyState.Occupied), new(Iso("2022-01-01"), null, OccupancyState.Vacant)])
            .Select(finding => finding.Path));

    private static IEnumerable<Problem> Findings(Occupancy[] occupancy) => Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State)],
        Posts = [
            new("P", "Poste") { From = new LocalDate(2021, 1, 1), Fte = 1,
                Costs = [new(new LocalDate(2021, 1, 1), Euros.Of(50_000)) { Source = "S" }], Occupancy = [.. occupancy], Source = "S" }],
        Commitments = [
            new("C", "A", ["P"], new LocalDate(2021, 1, 1), new Amount.Annual(Euros.Of(36_000))) { Until = new LocalDate(2023, 12, 31),
                Status = CommitmentStatus.Signed, Instalments = [], Source = "S" }],
    }).Analyze(new LocalDate(2022, 2, 8)).Findings.Where(finding => finding.Code == ProblemCode.VacantMoney);

    private static PartialDate? Iso(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
