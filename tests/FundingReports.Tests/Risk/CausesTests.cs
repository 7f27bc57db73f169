using System.Globalization;
using FundingReports.Portfolios;
using FundingReports.Risk;
using NodaTime;
using NodaTime.Text;

namespace FundingReports.Tests.Risk;

/// <summary>Each cause of a level, with its day and its rule, the gravest first: on 8 February 2022.</summary>
public class CausesTests
{
    private const string Soon = "Thin Critical {1} risk.critical-share, ",
    BeforeNextYearEnds = "EndsBeforeNextYearEnds High {0} risk.high-years-after, ",
    WithinMonths = "EndsWithinMonths Moderate {0} risk.moderate-months, ",
        Overdue = "RequestOverdue Critical 2022-01-15 , ";

    private static readonly LocalDate from = new(2022, 1, 1), asOf = new(2022, 2, 8);

    [Theory]
    [InlineData("2022-02-07", "Thin Critical 2022-02-08 risk.critical-share, NotFunded High 2022-02-08 , ")]
    [InlineData("2022-02-08", Soon + BeforeNextYearEnds + WithinMonths)]
    [InlineData("2022-08-06", Soon + BeforeNextYearEnds + WithinMonths)]
    [InlineData("2022-08-07", BeforeNextYearEnds + WithinMonths)]
    // Without money on a 31st alone the year lacks nothing: each of its days counts as funded.
    [InlineData("2023-12-29", BeforeNextYearEnds + WithinMonths)]
    [InlineData("2023-12-31", WithinMonths)]
    [InlineData("2025-02-06", WithinMonths)]
    [InlineData("2025-02-07", "")]
    public void Horizon_MakesEveryLevelWhoseThresholdItMisses(string until, string expected) =>
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, expected, until, After(until)), Causes(Halves(until)));

    private static string After(string day) => LocalDatePattern.Iso.Format(LocalDatePattern.Iso.Parse(day).Value.PlusDays(1));

    [Fact]
    public void Post_ThatBeginsInAYear_AndIsNotFundedThen_IsHigh()
    {
        var risk = RiskOf(new(2023, 2, 1), null, [], Halves("2023-01-31"))!;
        Assert.Equal((RiskLevel.High, RiskCauseKind.NotFunded), (risk.Level, Assert.Single(risk.Causes).Kind));
        // Funded on that day alone, it has its threshold of today.
        Assert.Equal(RiskLevel.High, RiskOf(new(2023, 2, 1), null, [], Halves("2023-02-01"))!.Level);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Post_ThatHasEnded_HasNoRisk(int lastDay, bool any) =>
        Assert.Equal(any, RiskOf(from, new(2022, 2, lastDay), [], Halves("2025-12-31")) is not null);

    /// <summary>
    /// A missed deadline is graver than any horizon but the nearest, and then comes after it; the earliest one missed is said.
    /// </summary>
    [Theory]
    [InlineData("2022-08-06", Soon + Overdue + BeforeNextYearEnds + WithinMonths)]
    [InlineData("2023-12-29", Overdue + BeforeNextYearEnds + WithinMonths)]
    [InlineData("2023-12-31", Overdue + WithinMonths)]
    [InlineData("2025-12-31", Overdue)]
    public void Request_Overdue_IsACauseOfItsOwn(string until, string expected)
    {
        Campaign[] campaigns = [new("A", null, 2022) { Closes = new LocalDate(2022, 1, 31), Source = "S" },
            new("B", null, 2022) { Closes = new LocalDate(2022, 1, 15), Source = "S" }];
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, expected, until, After(until)),
            Causes(RiskOf(from, null, campaigns, Halves(until))!));
    }

    private static string Causes(params Commitment[] commitments) => Causes(RiskOf(from, null, [], commitments)!);

    private static string Causes(PostRisk risk) =>
        string.Concat(
            risk.Causes.Select(cause =>
                    $"{cause.Kind} {cause.Level} {(cause.Day is { } day ? LocalDatePattern.Iso.Format(day) : "")} {cause.Parameter}, "));

    private static PostRisk? RiskOf(LocalDate first, LocalDate? last, Campaign[] campaigns, params Commitment[] commitments) =>
        Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [
            new("P", "Poste") { From = first, Until = last is { } end ? (PartialDate)end : null, Fte = 1,
                Costs = [new(first, Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [.. commitments],
        Campaigns = [.. campaigns],
    }).Analyze(asOf).Posts[0].Risk;

    private static Commitment[] Halves(string until) => [Half("A", until), Half("B", until)];

    private static Commitment Half(string funder, string until) =>
        new($"C{funder}", funder, ["P"], from, new Amount.OfCost(Share.Of(1, 2)))
    {
        Until = LocalDatePattern.Iso.Parse(until).Value, Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2021, 12, 1),
        Instalments = [], Source = "S",
    };
}
