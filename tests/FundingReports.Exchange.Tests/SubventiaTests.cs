using ClosedXML.Excel;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Tests;

/// <summary>The SUBVENTIA export: one subsidy a reference, each with its status, none with a post.</summary>
public class SubventiaTests
{
    private static readonly string[] headers =
    [
        "Financeur Principal", "annee_demande", "Year", "SIRET - Demandeur", "Référence administrative - Demande", "Date - Décision",
        "Date limite de début de réalisation", "Date limite de fin de réalisation",
        "Date - Visa de recevabilité", "Montant voté TTC - Décision", "Dispositif - Dossier de financement", "Thematique Title",
        "Eligible? - Dossier de financement", "Statut - Dossier de financement", "Montant Ttc",
    ];

    private static object?[] Row(object? reference, string? status, object? granted, decimal expense = 1000m, object? siret = null,
        string funder = "Préfecture des Landes") =>
        [funder, 2023, 2023, siret ?? "35600000000048", reference, status is "VOTE" or "SOLDE" ? new DateTime(2023, 5, 2) : null,
            new DateTime(2023, 1, 1), new DateTime(2023, 12, 31), new DateTime(2023, 3, 1), granted, "FIPD - Prévention",
            "Intervenants sociaux", "Oui", status, expense];

    private static ImportReading Read(params object?[][] rows) => Read(sheet => Sheets.Fill(sheet, headers, rows, 1));

    private static ImportReading Read(Action<IXLWorksheet> fill) =>
        OfficialFile.Read(ImportKind.Subventia, new MemoryStream(Sheets.Build(fill)), "subventia.xlsx");

    [Fact]
    public void RowsOfOneReference_AreOneSubsidy_WhoseSumCountsOnce()
    {
        ImportReading reading = Read(Row("DS-1", "VOTE", 25000.5m, 10000m), Row("DS-1", "VOTE", 25000.5m, 20000.25m),
            Row("DS-2", "SOLDE", 7000m));
        AwaitingCommitment[] awaiting = [.. reading.Portfolio!.Awaiting];
        Assert.Equal(["SUBVENTIA-DS-1", "SUBVENTIA-DS-2"], awaiting.Select(subsidy => subsidy.Id));
        Assert.Equal(new Amount.Total(Euros.Of(25000.5m)), awaiting[0].Amount);
        Assert.Equal("30000.25", awaiting[0].References["lignes de dépense, total TTC"]);
        Assert.Equal(("FIPD", CommitmentStatus.Granted, "2023-05-02"),
            (awaiting[0].Line, awaiting[0].Status, awaiting[0].DecidedOn.ToString()));
        Assert.Equal("35600000000048", awaiting[0].Subsidy!.Beneficiary!.Siret);
        Assert.Equal(FunderKind.State, Assert.Single(reading.Facts.Funders).Kind);
        Assert.Equal("32 000,50 € repris en 3 lignes : tout ce qui est lisible dans le fichier.",
            Imported.Account(reading));
    }

    [Theory]
    [InlineData("INSTRUCTION", CommitmentStatus.Requested)]
    [InlineData("FININSTRUCTION", CommitmentStatus.Requested)]
    [InlineData("VOTE", CommitmentStatus.Granted)]
    [InlineData("SOLDE", CommitmentStatus.Granted)]
    [InlineData("Fin Instruction ", CommitmentStatus.Requested)]
    [InlineData(null, CommitmentStatus.Refused)]
    public void Status_GoesToTheLadder(string? status, CommitmentStatus expected) =>
        Assert.Equal(expected, Assert.Single(Read(Row("DS-1", status, null)).Portfolio!.Awaiting).Status);

    [Fact]
    public void Refused_IsKeptAsRefused_AndCountsInNoFigure()
    {
        ImportReading reading = Read(Row("DS-1", null, 0m), Row("DS-2", "INSTRUCTION", null));
        Assert.Equal([CommitmentStatus.Refused, CommitmentStatus.Requested],
            reading.Portfolio!.Awaiting.Select(subsidy => subsidy.Status));
        // Lines of expense are no sum asked for.
        Assert.Equal(Amount.NotPublished, reading.Portfolio.Awaiting[1].Amount);
        Assert.Empty(reading.Portfolio.Commitments);
        Assert.Empty(reading.Portfolio.Posts);
    }

    [Fact]
    public void UnknownStatus_IsSetAside_NotGuessed()
    {
        ImportReading reading = Read(Row("DS-1", "ARCHIVE", 500m), Row("DS-2", "VOTE", 100m));
        Assert.Equal(["Plan 2 statut - Dossier de financement illisible"], Imported.Aside(reading.Account));
        Assert.Equal((Euros.Of(100), Euros.Of(600)), (reading.Account.MoneyKept, reading.Account.MoneyReadable));
    }

    [Fact]
    public void RowsThatContradictOneAnother_StandAsideTogether()
    {
        ImportReading reading = Read(Row("DS-1", "VOTE", 500m), Row("DS-1", "VOTE", 600m), Row("DS-2", "VOTE", 100m),
            Row("DS-2", null, 100m), Row("DS-3", "VOTE", 50m));
        Assert.Equal("SUBVENTIA-DS-3", Assert.Single(reading.Portfolio!.Awaiting).Id);
        Assert.Equal([2, 3, 4, 5], reading.Account.SetAside.Select(row => row.Row));
        Assert.Equal((Euros.Of(50), Euros.Of(650)), (reading.Account.MoneyKept, reading.Account.MoneyReadable));
    }

    [Fact]
    public void EachDamage_IsSaidOrRepaired()
    {
        ImportReading reading = Read(
            Row(10004, "VOTE", "1 234,56 €", siret: "356 000 000 00048"), Row("=\"10004\"", "VOTE", 1234.56m, siret: 35600000000048m),
            Row(null, "VOTE", 10m), Row("DS-2", "VOTE", "beaucoup"),
            Row("DS-3", "VOTE", 20m, siret: "123"), ["Total", .. new object?[8], 9999m, .. new object?[5]],
            Row("DS-4", "VOTE", 30m, siret: "67895644300011"));
        Assert.Equal(["SUBVENTIA-10004", "SUBVENTIA-DS-3", "SUBVENTIA-DS-4"], reading.Portfolio!.Awaiting.Select(subsidy => subsidy.Id));
        Assert.Equal(["35600000000048", null, "67895644300011"],
            reading.Portfolio.Awaiting.Select(subsidy => subsidy.Subsidy!.Beneficiary?.Siret));
        Assert.Equal(
            ["Plan 4 référence administrative - Demande à remplir", "Plan 5 montant voté TTC - Décision illisible", "Plan 7 total"],
            Imported.Aside(reading.Account));
        Assert.Superset(
            new HashSet<string> { "repaired Plan!D2", "value-left-out Plan!D6", "siret-checksum Plan!D8", "deadlines-taken Plan!G2" },
            new HashSet<string>(Imported.Codes(reading)));
        Assert.Equal((Euros.Of(1284.56m), Euros.Of(1294.56m)), (reading.Account.MoneyKept, reading.Account.MoneyReadable));
    }

    [Fact]
    public void Headers_BelowATitle_InAnotherOrder_AreFound()
    {
        int[] order = [.. Enumerable.Range(0, headers.Length).Reverse()];
        object?[] row = Row("DS-1", "VOTE", 10m);
        ImportReading reading = Read(sheet =>
        {
            sheet.Cell(1, 1).SetValue("Export SUBVENTIA");
            Sheets.Fill(sheet, [.. order.Select(i => headers[i].ToUpperInvariant())], [[.. order.Select(i => row[i])]], 4);
        });
        Assert.Equal(Euros.Of(10), reading.Account.MoneyKept);
    }

    [Fact]
    public void WithoutTheColumnOfStatus_NothingIsTakenForRefused()
    {
        ImportReading reading = Read(sheet =>
        {
            Sheets.Fill(sheet, headers, [Row("DS-1", "VOTE", 10m)], 1);
            sheet.Cell(1, 14).SetValue("Autre");
        });
        Assert.Null(reading.Portfolio);
        Assert.Empty(reading.Facts.Awaiting);
        Assert.Contains("missing-column Plan!A1", Imported.Codes(reading));
    }

    [Fact]
    public void AnotherFile_IsSaidToBeNone()
    {
        ImportReading reading = Read(sheet => sheet.Cell(1, 1).SetValue("Bonjour"));
        Assert.False(reading.IsOpened);
        Assert.Equal("no-subventia", Assert.Single(reading.Problems).Arguments[0]);
    }
}
