using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Totals;

/// <summary>What has to be known for a promise to tie to where its money goes.</summary>
public class MissingTests
{
    [Fact]
    public void Promise_WithoutATotal_SaysWhatIsMissing()
    {
        Amount sum = new Amount.Annual(Euros.Of(12_000)), share = new Amount.ShareOfCost(Share.Of(1, 2));
        Term last = Term.On(new LocalDate(2023, 12, 31));
        Assert.Empty(MissingTo(sum, last));
        Assert.Equal([Missing.Term], MissingTo(sum, Term.Unknown));
        Assert.Equal([Missing.Term], MissingTo(share, Term.Unknown));
        Assert.Equal([Missing.Term], MissingTo(Amount.NotPublished, Term.Unknown));
        Assert.Equal([Missing.Amount], MissingTo(Amount.NotPublished, last));
        Assert.Equal([Missing.Cost], MissingTo(share, last));
        // Without end, it has no total.
        Assert.Equal([Missing.Term], MissingTo(sum, Term.Open));
    }

    private static IEnumerable<Missing> MissingTo(Amount amount, Term until) => Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State)],
        Posts = [new("P", "Poste") { From = new LocalDate(2022, 1, 1), Fte = 1, Source = "S" }],
        Commitments = [
            new("C", "A", ["P"], new LocalDate(2022, 1, 1), amount) { Until = until, Status = CommitmentStatus.Signed, Instalments = [],
                Source = "S" }],
    }).Analyze(new LocalDate(2022, 2, 8)).CommitmentBalances.Single().Promised.Missing.AsEnumerable();
}
