using FundingReports.Horizons;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Horizons;

/// <summary>The edges of the answers to "until when?", on 8 February 2022.</summary>
public class HorizonTests
{
    private static readonly LocalDate from = new(2022, 1, 1), asOf = new(2022, 2, 8);

    [Theory]
    [InlineData(7, HorizonState.Ended)]
    [InlineData(8, HorizonState.PostEnds)]
    public void Post_OnItsLastDay_IsFundedToItsEnd_AndHasEndedOnTheNext(int lastDay, HorizonState expected)
    {
        var agreed = Analyze(new LocalDate(2022, 2, lastDay), Pays("A", new Amount.ShareOfCost(Share.Whole))).Posts[0].Agreed;
        Assert.Equal((expected, expected), (agreed.FullyFundedUntil.State, agreed.PartlyFundedUntil.State));
        Assert.Equal(expected == HorizonState.Ended ? null : asOf, agreed.FullyFundedUntil.Surely.Until);
        Assert.Null(agreed.FullyFundedUntil.ResumesOn);
    }

    /// <summary>Half of it to the end of June, nothing in the summer, and a quarter from September on.</summary>
    [Fact]
    public void PartlyFunded_SaysWhatIsLeft_AndWhenSomeMoneyIsThereAgain()
    {
        var horizon = Calculation.OnePost.Analyze(
            [("2022-01-01", 50_000)], Calculation.OnePost.Pays("A", Calculation.OnePost.Part(1, 2), until: "2022-06-30"),
            Calculation.OnePost.Pays("B", Calculation.OnePost.Part(1, 4), "2022-09-01", "2022-12-31")).Agreed.PartlyFundedUntil;
        Assert.Equal((new LocalDate(2022, 6, 30), new LocalDate(2022, 9, 1)), (horizon.Surely.Until, horizon.ResumesOn));
        // From 8 February to 1 July.
        Assert.Equal((4, 23), (horizon.Left!.Months, horizon.Left.Days));
        // Not on the first day, and some money later.
        horizon = Calculation.OnePost.Analyze([("2022-01-01", 50_000)],
            Calculation.OnePost.Pays("B", Calculation.OnePost.Part(1, 4), "2022-09-01", "2022-12-31")).Agreed.PartlyFundedUntil;
        Assert.Equal((null, new LocalDate(2022, 9, 1), null), (horizon.Surely.Until, horizon.ResumesOn, horizon.Left));
        horizon = Calculation.OnePost.Analyze([("2022-01-01", 50_000)], Calculation.OnePost.Pays("B", Calculation.OnePost.Part(1, 4)))
            .Agreed.PartlyFundedUntil;
        Assert.Equal((true, null, null), (horizon.Surely.IsOpen, horizon.ResumesOn, horizon.Left));
    }

    /// <summary>Five cents of 50 000 € are a millionth of the cost.</summary>
    [Fact]
    public void Payer_OfAMillionth_IsNamed() =>
        Assert.Equal([("CA", "0.000001"), ("CB", "0.999999")],
            Analyze(null, Pays("A", new Amount.Annual(Euros.Of(0.05m))), Pays("B", Amount.TheBalance)).Posts[0]
                .Agreed.Payers.Select(payer => (payer.Commitment.Id, payer.Share.ToString())));

    /// <summary>
    /// Money of unknown amount, at most a fifth of the cost: sure to the end of the year, and possible after. The coverage is one and the
    /// same piece.
    /// </summary>
    [Fact]
    public void Piece_PartlySureAndPartlyNot_IsUndetermined()
    {
        Commitment capped = Pays("A", Amount.NotPublished) with { Cap = Euros.Of(10_000) };
        Assert.Equal([(asOf, null, "0.000000", "0.200000", FundingState.Undetermined)], Pieces(capped with { Until = Term.Unknown }));
        Assert.Equal(
            [(asOf, new LocalDate(2025, 12, 31), "0.000000", "0.200000", FundingState.Part),
                (new LocalDate(2026, 1, 1), null, "0.000000", "0.000000", FundingState.None)], Pieces(capped));
    }

    private static IEnumerable<(LocalDate From, LocalDate? Until, string Low, string High, FundingState State)> Pieces(
        Commitment commitment) =>
        Analyze(null, commitment).Posts[0]
            .Agreed.Pieces.Select(piece => (piece.From, piece.Until, piece.Low.ToString(), piece.High.ToString(), piece.State));

    private static FundingAnalysis Analyze(LocalDate? until, params Commitment[] commitments) => Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State), new("B", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [
            new("P", "Poste") { From = from, Until = until is { } last ? (PartialDate)last : null, Fte = 1,
                Costs = [new(from, Euros.Of(50_000)) { Source = "S" }], Source = "S" }],
        Commitments = [.. commitments],
    }).Analyze(asOf);

    private static Commitment Pays(string funder, Amount amount) => new($"C{funder}", funder, ["P"], from, amount)
    {
        Until = new LocalDate(2025, 12, 31), Status = CommitmentStatus.Signed, Instalments = [], Source = "S",
    };
}
