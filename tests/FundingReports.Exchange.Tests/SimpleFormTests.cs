using CsCheck;
using FundingReports.Portfolios;
using FundingReports.Tests.Naive;
using NodaTime;

namespace FundingReports.Exchange.Tests;

public class SimpleFormTests
{
    // Posts from a first of January and costs of whole years: what the simple form does not hold is not drawn, nor what it says that it
    // leaves out.
    private static readonly Gen<PortfolioFacts> facts = Generators.Portfolio.Select(drawn =>
    {
        var facts = drawn with
        {
            Posts = [
                .. drawn.Posts.Select(post => post
                        with { From = null, AttestedOn = PartialDate.Of(2010), Until = null,
                            Costs = [
                                .. post.Costs.Select((cost, i) => cost
                                        with { From = PartialDate.Of(2012 + 2 * i), DecidedOn = null })] })],
            Commitments = [.. drawn.Commitments.Where(commitment => commitment.Amends is null && commitment.Until.Until is not null)
                .Select(commitment => commitment
                        with { Withdrawn = null, Cap = null, Scalings = [], DecidedOn = null,
                            Instalments = commitment.Instalments is { } tranches
                                ? [.. tranches.Where(tranche => tranche.Amount is not null)
                                        .Select(tranche => tranche with { DecidedOn = null })] : null })],
        };
        return facts;
    });

    /// <summary>What comes back pays as much on every day, whatever the form cut it into, to the cent of each cell.</summary>
    [Fact]
    public void SimpleForm_WhatItHolds_GivesTheSameAnswers() => facts.Where(IsHeld).Sample(drawn =>
    {
        Portfolio portfolio = Portfolio.Create(drawn);
        IntakeReading back = Sent.AndBack(IntakeTemplate.Create(IntakeForm.Simple, portfolio));
        Assert.True(back.Portfolio is not null, string.Join('\n', Sent.Lines(back)));
        FundingAnalysis before = portfolio.Analyze(asOf, through), after = back.Portfolio.Analyze(asOf, through);
        for (int i = 0; i < drawn.Posts.Length; i++)
        {
            PostFunding one = before.Posts[i], other = after.Posts.Single(post => post.Label == one.Label);
            Assert.Equal(one.Agreed.FullyFundedUntil.State, other.Agreed.FullyFundedUntil.State);
            Assert.Equal(one.Agreed.FullyFundedUntil.Surely, other.Agreed.FullyFundedUntil.Surely);
            Assert.Equal(one.Agreed.FullyFundedUntil.Possibly, other.Agreed.FullyFundedUntil.Possibly);
        }
    }, iter: 25, threads: 1);

    private static readonly LocalDate asOf = new(2021, 1, 1), through = new(2026, 12, 31);

    // Cents: a sum cut into years is rounded in each, and a post that a cent leaves uncovered is another answer. Shares and whole parts
    // only.
    private static bool IsHeld(PortfolioFacts drawn)
    {
        if (drawn.Commitments.Any(commitment => commitment.Amount is Amount.Total or Amount.Annual or Amount.YearlyAmounts
                || commitment.Instalments is { Length: > 0 }))
            return false;
        if (!Portfolio.TryCreate(drawn, out Portfolio? portfolio, out _))
            return false;
        try
        {
            portfolio.Analyze(asOf, through);
            return drawn.Commitments.Length > 0;
        }
        catch (PortfolioException)
        {
            return false;
        }
    }

    [Fact]
    public void SimpleForm_Sums_AddUpToThePromise()
    {
        var drawn = new PortfolioFacts
        {
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { AttestedOn = PartialDate.Of(2020), Fte = 1 },
                new("P2", "Deux") { AttestedOn = PartialDate.Of(2020), Fte = 0.5m }],
            Commitments = [
                new("C1", "E", ["P1", "P2"], new LocalDate(2020, 7, 24),
                    new Amount.Total(Euros.Of(100_000.01m))) { Until = new LocalDate(2023, 7, 23) },
                new("C2", "E", ["P1"], new LocalDate(2021, 7, 1),
                    new Amount.YearlyAmounts([Euros.Of(17_500), Euros.Of(12_500)])) { Until = new LocalDate(2023, 6, 30), Line = "CN" }],
        };
        IntakeReading back = Sent.AndBack(IntakeTemplate.Create(IntakeForm.Simple, Portfolio.Create(drawn)));
        Assert.Equal(Euros.Of(130_000.01m), back.Account.MoneyKept);
        Assert.Empty(Sent.Errors(back));
    }

    /// <summary>What a newspaper says must not come back as what somebody in office says.</summary>
    [Theory]
    [InlineData(SourceKind.Press, "Sud Ouest, 2 mars")]
    [InlineData(SourceKind.Press, "Convention annoncée, Sud Ouest")]
    [InlineData(SourceKind.Assumption, "Reconduction à l'identique")]
    [InlineData(SourceKind.Act, "Convention du 24 juillet 2020")]
    [InlineData(SourceKind.Dataset, "SCDL 2023")]
    public void SimpleForm_Source_KeepsItsKind(SourceKind kind, string title)
    {
        var drawn = new PortfolioFacts
        {
            Sources = [new("S", kind, title)],
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [new("P1", "Un") { AttestedOn = PartialDate.Of(2024) }],
            Commitments = [
                new("C1", "E", ["P1"], PartialDate.Of(2024), Amount.NotPublished) { Until = Term.On(PartialDate.Of(2024)), Source = "S" }],
        };
        IntakeReading back = Sent.AndBack(IntakeTemplate.Create(IntakeForm.Simple, Portfolio.Create(drawn)));
        Assert.Equal(kind, back.Portfolio!.FindSource(back.Facts.Commitments[0].Source)!.Kind);
    }

    [Fact]
    public void SimpleForm_WhatItCannotSay_IsLeftOutAndSaid()
    {
        var promise = new Commitment("C1", "E", ["P1"], PartialDate.Of(2024),
            new Amount.ShareOfCost(Share.Of(1, 2))) { Until = Term.On(PartialDate.Of(2024)) };
        var drawn = new PortfolioFacts
        {
            Sources = [new("A", SourceKind.Act, "Convention")],
            Funders = [new("E", "État", FunderKind.State)],
            Posts = [
                new("P1", "Un") { From = PartialDate.Of(2020), Scheme = "FONJEP", Costs = [new(PartialDate.Of(2021, 7), Euros.Of(1))] }],
            Commitments = [promise, promise with { Id = "C2", Amends = "C1" }, promise with { Id = "C3", Until = Term.Unknown },
                promise with { Id = "C4", Withdrawn = new(PartialDate.Of(2024), PartialDate.Of(2024), "A") },
                promise with { Id = "C5", Cap = Euros.Of(1), Instalments = [], Line = "x" }],
        };
        IntakeTemplate template = IntakeTemplate.Create(IntakeForm.Simple, Portfolio.Create(drawn));
        Assert.Equal(
            ["C1 Amended", "C2 Amended", "C3 NoTerm", "C4 Withdrawn", "C5 Cap", "C5 Firmness", "P1 CostDates", "P1 Details", "P1 Life"],
            template.Losses.Select(loss => $"{loss.Id} {loss.Kind}").Order(StringComparer.Ordinal));
        Assert.All(template.Losses, loss => Assert.EndsWith(".", loss.Sentence(Language.French), StringComparison.Ordinal));
        Assert.Single(Sent.AndBack(template).Facts.Commitments);
    }
}
