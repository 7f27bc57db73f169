using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>Where waiting promises may belong, and what becomes of them when portfolios are merged.</summary>
public class AwaitingTests
{
    private static Portfolio Home(string? siret = "78467169500103", string name = "Association", PartialDate? until = null,
        params Commitment[] commitments) => Portfolio.Create(new()
    {
        Sources = [new("A", SourceKind.Act, "Convention")],
        Funders = [new("CD40", "Conseil départemental", FunderKind.CollectiviteDepartementale) { Siret = "22400001800016" }],
        Posts = [new("P1", "Poste 1") { From = PartialDate.Of(2021), Until = until, Employers = [new(null, name) { Siret = siret }] },
            new("P2", "Poste 2") { From = PartialDate.Of(2021), Employers = [new(null, "CCAS")] }],
        Commitments = [.. commitments],
    });

    private static Commitment Entered(Amount amount, string? reference = null) => new("C1", "CD40", ["P1"], PartialDate.Of(2021), amount)
    {
        Until = Term.On(PartialDate.Of(2023)), References = reference is null
            ? System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty
            : System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("convention", reference),
        Source = "A",
    };

    private static MergedPortfolio Into(Portfolio home, params string[] lines)
    {
        ImportReading reading = Scdl.Read(lines);
        return PortfolioMerge.Into(home, "maison.json", new(reading.Name, reading.Facts));
    }

    [Fact]
    public void Into_OfficialFile_PlacesNothingAndLeavesTheFactsAsTheyAre()
    {
        Portfolio home = Home();
        Portfolio whole = Into(home, Scdl.Good, Scdl.Other).Portfolio!;
        Assert.Equal((0, 2), (whole.Commitments.Length, whole.Awaiting.Length));
        // The SIRET says that it is the same funder, whatever the file calls it; its kind stays known.
        Assert.Equal(("CD40", FunderKind.CollectiviteDepartementale), (Assert.Single(whole.Funders).Id, whole.Funders[0].Kind));
        Assert.Equal(home.Posts.Select(post => (post.Id, post.Source)), whole.Posts.Select(post => (post.Id, post.Source)));
        Assert.Equal(["A", "scdl"], whole.Sources.Select(source => source.Id));
    }

    [Fact]
    public void Into_SameFileTwice_IsThereOnce()
    {
        MergedPortfolio twice = Into(Into(Home(), Scdl.Good, Scdl.Other).Portfolio!, Scdl.Good, Scdl.Other);
        Assert.Equal(2, twice.Portfolio!.Awaiting.Length);
        Assert.Equal(2, twice.Problems.Count(problem => problem.Code is ProblemCode.ToldTwice));
    }

    [Fact]
    public void Into_WhatWasPlacedSince_DoesNotWaitAgain()
    {
        PortfolioFacts facts = Into(Home(), Scdl.Good, Scdl.Other).Facts;
        AwaitingCommitment first = facts.Awaiting[0];
        Portfolio placed = Portfolio.Create(facts with
        {
            Awaiting = facts.Awaiting.RemoveAt(0),
            Commitments = [
                new(first.Id, first.Funder, ["P1"], PartialDate.Of(2022), first.Amount) { Until = Term.On(PartialDate.Of(2022)),
                    Status = first.Status, DecidedOn = first.DecidedOn, References = first.References, Subsidy = first.Subsidy,
                    Source = first.Source }],
        });
        Portfolio again = Into(placed, Scdl.Good, Scdl.Other).Portfolio!;
        Assert.Equal((1, 1), (again.Commitments.Length, again.Awaiting.Length));
    }

    [Theory]
    [InlineData("78467169500103", "Autre nom", SameBeneficiary.Siret)]
    [InlineData("78467169500087", "Autre nom", SameBeneficiary.Siren)]
    [InlineData(null, " ASSOCIATION ", SameBeneficiary.Name)]
    [InlineData("35600000000048", "Association", null)]
    [InlineData(null, "CIDFF", null)]
    public void Propose_SameBeneficiary_ByTheSurestSign(string? siret, string name, SameBeneficiary? expected)
    {
        Portfolio whole = Into(Home(siret, name), Scdl.Good).Portfolio!;
        Assert.Equal(expected, AwaitingProposals.Of(whole).SingleOrDefault()?.Beneficiary);
    }

    [Fact]
    public void Propose_FunderAndDates_AreSaid()
    {
        AwaitingProposal proposal = Assert.Single(
            AwaitingProposals.Of(Into(Home(commitments: Entered(new Amount.Annual(Euros.FromCents(100)))), Scdl.Good).Portfolio!));
        Assert.Equal(("P1", true, true, null),
            (proposal.Post.Id, proposal.SameFunder, proposal.OverlappingDates, proposal.AlreadyEntered));
        Assert.Equal(
            "scdl-d-1 (30 000 €) paie peut-être le poste « Poste 1 » : même bénéficiaire (SIRET), même financeur et dates compatibles.",
            Scdl.Spaces(proposal.Sentence(Language.French)));
    }

    [Fact]
    public void Propose_PostThatEndedBefore_IsNotProposed() =>
        Assert.Empty(AwaitingProposals.Of(Into(Home(until: PartialDate.Of(2021)), Scdl.Good).Portfolio!));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Propose_WhatMayBeEnteredAlready_IsSaid(bool byReference)
    {
        Commitment entered = byReference ? Entered(Amount.NotPublished, "d-1") : Entered(new Amount.Total(Euros.FromCents(3_000_000)));
        AwaitingProposal proposal = Assert.Single(AwaitingProposals.Of(Into(Home(commitments: entered), Scdl.Good).Portfolio!));
        Assert.Equal("C1", proposal.AlreadyEntered);
        Assert.EndsWith("Attention : le financement C1 est peut-être le même.", Scdl.Spaces(proposal.Sentence(Language.French)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_AfterAnImport_HasTheSameFigures()
    {
        Portfolio home = Home(commitments: Entered(new Amount.Total(Euros.FromCents(3_000_000)))),
            whole = Into(home, Scdl.Good, Scdl.Other).Portfolio!;
        var day = new LocalDate(2022, 6, 1);
        Assert.Equal(home.Analyze(day).Summary(Language.French), whole.Analyze(day).Summary(Language.French));
    }

    [Fact]
    public void Into_SiretWhoseKeyIsFalse_IdentifiesNobody()
    {
        PortfolioFacts facts = Home().Facts;
        Portfolio home = Portfolio.Create(facts with
        {
            Funders = [.. facts.Funders, new("V", "Ville", FunderKind.Commune) { Siret = "22400001800000" }],
        });
        Portfolio whole = Into(home, Scdl.With("idAttribuant", "22400001800000").Replace("Département;", "Métropole;",
            StringComparison.Ordinal)).Portfolio!;
        Assert.Equal(["Conseil départemental", "Ville", "Métropole"], whole.Funders.Select(funder => funder.Name));
    }
}
