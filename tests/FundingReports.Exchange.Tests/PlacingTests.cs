using ClosedXML.Excel;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>What waits, on a workbook: somebody chooses, and nothing else is placed.</summary>
public class PlacingTests
{
    private static Portfolio Waiting() => Portfolio.Create(new()
    {
        Sources = [new("A", SourceKind.Act, "Convention"), new("S", SourceKind.Dataset, "Fichier")],
        Funders = [new("E", "État", FunderKind.State)],
        Posts = [new("P1", "Poste 1, Dax") { From = PartialDate.Of(2024), Source = "A" },
            new("P-1", "Poste 2; Mont-de-Marsan") { From = PartialDate.Of(2024), Source = "A" }],
        Commitments = [new("C1", "E", ["P1"], PartialDate.Of(2024), new Amount.Annual(Euros.Of(20_000))) { Line = "FIPD",
            Until = Term.On(PartialDate.Of(2026)), Status = CommitmentStatus.Signed, DecidedOn = PartialDate.Of(2024), Source = "A" }],
        Awaiting = [Promise("W1", new Amount.Total(Euros.Of(3_000))), Promise("W2", new Amount.Annual(Euros.Of(4_000))) with
            { From = PartialDate.Of(2025), Until = Term.On(PartialDate.Of(2025)) }],
        Payments = [new("V1", Euros.Of(500)) { Year = 2025, References = Post.NoReferences.Add("EJ", "2104512345"), Source = "S" },
            new("V2", Euros.Of(600)) { Year = 2025, Source = "S" }],
    });

    private static AwaitingCommitment Promise(string id, Amount amount) => new(id, "E", amount)
    {
        Status = CommitmentStatus.Granted, DecidedOn = PartialDate.Of(2025), References = Post.NoReferences.Add("decision", id),
        Subsidy = new() { Beneficiary = new("Ligue"), Object = "Accueil" }, Source = "S",
    };

    private static PlacedPortfolio Chosen(Portfolio portfolio, params (string Id, string Column, object? Value)[] choices)
    {
        using var written = new MemoryStream();
        PlacingWorkbook.Save(portfolio, written);
        using var workbook = new XLWorkbook(new MemoryStream(written.ToArray()));
        IXLWorksheet sheet = workbook.Worksheet("À rattacher");
        foreach ((string id, string column, object? value) in choices)
        {
            int row = sheet.RowsUsed().First(one => one.Cell(1).GetString() == id).RowNumber();
            int at = sheet.Row(3).CellsUsed().First(cell => cell.GetString() == column).Address.ColumnNumber;
            Sheets.Put(sheet.Cell(row, at), value);
        }
        Placement placement = Placement.Read(new MemoryStream(Sheets.Bytes(workbook)), "choix.xlsx");
        Assert.True(placement.IsOpened);
        Assert.Empty(placement.Problems);
        return placement.Into(portfolio);
    }

    [Fact]
    public void Untouched_PlacesNothing()
    {
        Portfolio portfolio = Waiting();
        PlacedPortfolio placed = Chosen(portfolio);
        Assert.Equal((0, 0), (placed.Placed, placed.Removed));
        Assert.Equal(portfolio.Facts, placed.Portfolio!.Facts);
    }

    [Fact]
    public void Chosen_BecomesACommitment_OrWhatWasPaid()
    {
        PlacedPortfolio placed =
            Chosen(Waiting(), ("W2", "Votre choix", "P1 · Poste 1, Dax"), ("V1", "Votre choix", "C1"), ("V2", "Votre choix", "aucun"));
        Portfolio whole = placed.Portfolio!;
        Assert.Equal((2, 1), (placed.Placed, placed.Removed));
        Commitment commitment = whole.Commitments[1];
        Assert.Equal(("W2", "P1", "2025", "2025", CommitmentStatus.Granted, "S"), (commitment.Id, Assert.Single(commitment.Posts),
            commitment.From.ToString(), commitment.Until.ToString(), commitment.Status, commitment.Source));
        Assert.Equal("Accueil", commitment.Subsidy!.Object);
        Assert.Equal(["W1"], whole.Awaiting.Select(awaiting => awaiting.Id));
        Assert.Equal(("V1", "C1"), (Assert.Single(whole.Payments).Id, whole.Payments[0].Commitment));
    }

    [Fact]
    public void SeveralPosts_AndALabelWithASemicolon()
    {
        PlacedPortfolio placed =
            Chosen(Waiting(), ("W1", "Votre choix", "P1 ; P-1"), ("W1", "Du", "2025"), ("W1", "Au", new DateTime(2025, 12, 31)),
            ("W2", "Votre choix", "poste 2; mont-de-marsan"));
        Assert.Equal("P1 P-1", string.Join(' ', placed.Portfolio!.Commitments[1].Posts));
        Assert.Equal("P-1", Assert.Single(placed.Portfolio.Commitments[2].Posts));
    }

    [Theory]
    [InlineData("W1", "P1", "missing À rattacher!J4")]
    [InlineData("W2", "P9", "unknown-id À rattacher!I5")]
    [InlineData("V1", "P1", "unknown-id À rattacher!I6")]
    [InlineData("V1", "C1 ; C1 ; C9", "unknown-id À rattacher!I6")]
    public void Choice_ThatCannotBeFollowed_IsSaidAtItsCell(string id, string choice, string problem)
    {
        PlacedPortfolio placed = Chosen(Waiting(), (id, "Votre choix", choice));
        Assert.Null(placed.Portfolio);
        Assert.Equal(problem, string.Join(' ', placed.Problems.Select(one => $"{one.CodeName} {one.Path}")));
    }

    [Fact]
    public void Total_NeedsItsLastDay()
    {
        PlacedPortfolio placed = Chosen(Waiting(), ("W1", "Votre choix", "P1"), ("W1", "Du", "2025"));
        Assert.Equal("À rattacher!K4", Assert.Single(placed.Problems, problem => problem.Code is ProblemCode.Missing).Path);
    }

    [Fact]
    public void PlacedSince_IsSaid()
    {
        Portfolio before = Waiting();
        using var written = new MemoryStream();
        PlacingWorkbook.Save(before, written);
        Portfolio after = Portfolio.Create(before.Facts with { Awaiting = [] });
        using var workbook = new XLWorkbook(new MemoryStream(written.ToArray()));
        workbook.Worksheet(1).Cell("I4").SetValue("P1");
        PlacedPortfolio placed = Placement.Read(new MemoryStream(Sheets.Bytes(workbook)), "choix.xlsx").Into(after);
        Assert.Equal((ProblemCode.UnknownId, "W1"), (Assert.Single(placed.Problems).Code, placed.Problems[0].Found));
    }

    [Fact]
    public void AnotherWorkbook_IsNone() =>
        Assert.False(Placement.Read(new MemoryStream(Sheets.Plan(Sheets.Good)), "plan.xlsx").IsOpened);
}
