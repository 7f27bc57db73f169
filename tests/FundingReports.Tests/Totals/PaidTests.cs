using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Tests.Totals;

/// <summary>What was paid, by budget year: asked on 8 February 2022.</summary>
public class PaidTests
{
    private static readonly Instalment of2020 = Whole(2020) with { Paid = Euros.Of(1_000) },
        of2021 = Whole(2021) with { Paid = Euros.Of(2_000) };

    [Fact]
    public void Paid_ByYear_IsThatOfTheInstalmentsOfTheYear()
    {
        Instalment firstHalf = of2021 with { Until = new LocalDate(2021, 6, 30) },
            secondHalf = of2021 with { From = new LocalDate(2021, 7, 1), Paid = Euros.Of(500) };
        var tie = TieOf(of2020, firstHalf, secondHalf);
        Assert.Equal(("1000.00", "2500.00", "3500.00"), (tie.PaidFor(2020).ToString(), tie.PaidFor(2021).ToString(), tie.Paid.ToString()));
        AssertUnknown(tie.PaidFor(2019));
        AssertUnknown(tie.PaidFor(2022));
    }

    [Fact]
    public void Paid_ForDaysOfTwoYears_IsOfNeither()
    {
        var tie = TieOf(of2020 with { Until = new LocalDate(2021, 1, 1) });
        AssertUnknown(tie.PaidFor(2020));
        AssertUnknown(tie.PaidFor(2021));
        Assert.Equal("1000.00", tie.Paid.ToString());
    }

    /// <summary>
    /// One instalment of the year says what was paid, and the other does not: the year's sum is unknown, what is known of all is said.
    /// </summary>
    [Fact]
    public void Paid_WhereOneInstalmentDoesNotSay_IsUnknownForItsYear()
    {
        var tie = TieOf(of2020 with { Until = new LocalDate(2020, 6, 30) }, of2020 with { From = new LocalDate(2020, 7, 1), Paid = null },
            of2021);
        AssertUnknown(tie.PaidFor(2020));
        Assert.Equal(("2000.00", "3000.00"), (tie.PaidFor(2021).ToString(), tie.Paid.ToString()));
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void Paid_IsKnownOnceDecidedAndPaid(int day, bool known)
    {
        LocalDate on = new(2022, 2, day);
        foreach (Instalment later in new[] { of2021 with { DecidedOn = on }, of2021 with { PaidOn = on } })
        {
            var tie = TieOf(later);
            Assert.Equal((known, known), (tie.Paid.IsKnown, tie.PaidFor(2021).IsKnown));
        }
    }

    [Fact]
    public void Paid_OfNoInstalment_IsUnknown_NotNothing()
    {
        AssertUnknown(TieOf().Paid);
        AssertUnknown(TieOf(Whole(2021)).Paid);
        AssertUnknown(TieOf().PaidFor(2021));
        Assert.Equal("0.00", TieOf(of2021 with { Paid = Euros.Zero }).Paid.ToString());
    }

    private static void AssertUnknown(Knowable<Euros> paid) => Assert.Equal(Missing.Instalments, Assert.Single(paid.Missing));

    private static Instalment Whole(int year) => new(PartialDate.Of(year), PartialDate.Of(year));

    private static FundingReports.Totals.CommitmentBalance TieOf(params Instalment[] instalments) => Portfolio.Create(new()
    {
        Sources = [new("S", SourceKind.Act, "Convention")],
        Funders = [new("A", "État", FunderKind.State)],
        Posts = [new("P", "Poste") { From = new LocalDate(2020, 1, 1), Fte = 1, Source = "S" }],
        Commitments = [
            new("C", "A", ["P"], new LocalDate(2020, 1, 1), new Amount.Annual(Euros.Of(12_000))) { Until = new LocalDate(2023, 12, 31),
                Status = CommitmentStatus.Signed, Instalments = [.. instalments], Source = "S" }],
    }).Analyze(new LocalDate(2022, 2, 8)).CommitmentBalances.Single();
}
