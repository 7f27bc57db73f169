using System.Collections.Immutable;
using ClosedXML.Excel;
using FundingReports.Portfolios;
using FundingReports.Tests;
using static FundingReports.Exchange.Tests.FonjepExport;

namespace FundingReports.Exchange.Tests;

/// <summary>The FONJEP export: what its rows say becomes facts, and nothing else does.</summary>
public class FonjepTests
{
    private static readonly DateTime end2023 = new(2023, 12, 31), end2026 = new(2026, 12, 31);

    private static FonjepExport Whole() => new FonjepExport().With(
        Post("J10004", 2021, 7164m, end2023), Post("J10004", 2022, 7164m, end2023), Post("J10004", 2023, 7164m, end2023),
        Post("J10004", 2024, 7164m, end2026, "Reconduction"), Post("J10004", 2025, 7164m, end2026, "Reconduction"),
        Post("J10004", 2026, 7164m, end2026, "Reconduction"));

    [Fact]
    public void CreationAndReconduction_OfOnePost_AreTwoSuccessivePromises()
    {
        ImportReading reading = Whole().Read();
        Post post = Assert.Single(reading.Facts.Posts);
        Assert.Equal(
            ["FONJEP-J10004/2021 Granted 2021 2023-12-31 7164.00 a year", "FONJEP-J10004/2024 Granted 2024 2026-12-31 7164.00 a year"],
            reading.Facts.Commitments.Select(Imported.Line));
        Assert.Equal(("FONJEP-J10004", "Poste FONJEP J10004, Animation", "FONJEP", "2021"),
            (post.Id, post.Label, post.Scheme, post.AttestedOn.ToString()));
        Assert.Equal(("Ligue des loisirs", "35600000000048", "association"),
            (post.Employers[0].Name, post.Employers[0].Siret, post.Employers[0].Kind));
        Assert.Equal(["Dax"], post.Places.AsEnumerable());
        Assert.Equal("2021-2023 : Création ; 2024-2026 : Reconduction", post.References["raison"]);
        Funder funder = Assert.Single(reading.Facts.Funders);
        Assert.Equal(("Ministère chargé de la jeunesse", FunderKind.State), (funder.Name, funder.Kind));
        Assert.All(reading.Facts.Commitments, commitment => Assert.Equal(("FONJEP", null), (commitment.Line, commitment.Instalments)));
        Assert.Equal(
            "42 984 € repris en 6 lignes : tout ce qui est lisible dans le fichier. Versements : Aucune ligne n’est lue.",
            Imported.Account(reading));
    }

    [Fact]
    public void WhatNoSheetSays_StaysUnknown()
    {
        Post post = Assert.Single(Whole().Read().Facts.Posts);
        Assert.Null(post.Fte);
        Assert.Null(post.From);
        Assert.Null(post.Departement);
        Assert.Empty(post.Costs);
        Assert.Equal("Oui", post.References["plein temps"]);
    }

    [Fact]
    public void HalfUnit_KeepsItsSum_AndMakesNoWorkingTime()
    {
        ImportReading reading = new FonjepExport()
            .With(Post("D1", 2023, 3582m, end2023, full: "Non"), Post("D2", 2023, 3582.01m, end2023, doubling: "Oui")).Read();
        Assert.Equal(["FONJEP-D1/2023 Granted 2023 2023-12-31 3582.00 a year", "FONJEP-D2/2023 Granted 2023 2023-12-31 3582.01 a year"],
            reading.Facts.Commitments.Select(Imported.Line));
        Assert.All(reading.Facts.Posts, post => Assert.Null(post.Fte));
        Assert.Equal(["Non", "Oui"], reading.Facts.Posts.Select(post => post.References["plein temps"]));
        Assert.Equal("Oui", reading.Facts.Posts[1].References["doublement d'unité"]);
        Assert.Equal(Euros.FromCents(716401), Imported.Funding(reading, 2023));
    }

    [Fact]
    public void Codes_AsTextNumberOrProtected_AreOnePost()
    {
        FonjepExport export = new FonjepExport()
            .With(Post("10004", 2021, 7164m, end2023), Post(10004, 2022, 7164m, end2023), Post("=\"10004\"", 2023, 7164m, end2023));
        export.Paid("=\"10004\"", new(2021, 1, 1), new(2021, 3, 31), 1791m).Paid(10004, new(2021, 4, 1), new(2021, 6, 30), 1791m);
        ImportReading reading = export.Read();
        Assert.Equal("FONJEP-10004", Assert.Single(reading.Facts.Posts).Id);
        Commitment commitment = Assert.Single(reading.Facts.Commitments);
        Assert.Equal(["2021-01-01 2021-03-31 1791.00 1791.00 2021-03-31", "2021-04-01 2021-06-30 1791.00 1791.00 2021-06-30"],
            Imported.Tranches(commitment));
        Assert.Equal("7164.00 a year", Imported.Terms(commitment));
        Assert.DoesNotContain(reading.Problems, problem => problem.CodeName is "repaired");
    }

    [Fact]
    public void ZerosThatASpreadsheetTook_AreFoundAgainAndSaid()
    {
        FonjepExport export = new FonjepExport()
            .With(Post("00123", 2021, 7164m, end2023), Post(123, 2022, 7164m, end2023), Post("123x", 2022, 1m, end2023));
        ImportReading reading = export.Paid(123, new(2022, 1, 1), new(2022, 12, 31), 7164m).Read();
        Assert.Equal(["FONJEP-00123", "FONJEP-123x"], reading.Facts.Posts.Select(post => post.Id));
        Assert.Contains("repaired Poste!A3", Imported.Codes(reading));
        Assert.Single(reading.Facts.Commitments[0].Instalments!.Value);
    }

    [Fact]
    public void ThousandsOfEmptyRows_AfterTheData_AreNoRows()
    {
        FonjepExport export = Whole();
        export.Changes["Poste"] = sheet =>
        {
            for (int row = 8; row < 9000; row++)
                sheet.Cell(row, 2).SetValue("  ").Style.Fill.BackgroundColor = XLColor.White;
        };
        ImportReading reading = export.Read();
        Assert.StartsWith("42 984 € repris en 6 lignes", Imported.Account(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void YearsUpToTheTerm_ThatNoRowGives_AreUnknownAndNotSupposed()
    {
        ImportReading reading = new FonjepExport().With(Post("J1", 2024, 7164m, end2026)).Read();
        Assert.Equal(["FONJEP-J1/2024 Granted 2024 2026-12-31 7164.00", "FONJEP-J1/2025-inconnu Granted 2025 2026-12-31 unknown"],
            reading.Facts.Commitments.Select(Imported.Line));
        Assert.Equal(Euros.Of(7164), Imported.Funding(reading, 2024));
        Assert.Null(Imported.Funding(reading, 2025));
        Assert.Contains("years-not-in-file Poste!K2", Imported.Codes(reading));
        FundingAnalysis analysis = reading.Portfolio!.Analyze(new(2024, 3, 1));
        Assert.Equal(new NodaTime.LocalDate(2026, 12, 31), analysis.Posts[0].Agreed.PartlyFundedUntil.Surely.Until);
        // One promise of three years, no renewal.
        Assert.DoesNotContain(analysis.Findings, finding => finding.CodeName is "same-reference");
    }

    [Fact]
    public void YearBetween_WithoutRow_IsUnknown()
    {
        ImportReading reading = new FonjepExport().With(Post("J1", 2021, 7164m, end2023), Post("J1", 2023, 7164m, end2023)).Read();
        Assert.Equal(["FONJEP-J1/2021 Granted 2021 2023-12-31 7164.00 0.00 7164.00", "FONJEP-J1/2022-inconnu Granted 2022 2022 unknown"],
            reading.Facts.Commitments.Select(Imported.Line));
        Assert.Null(Imported.Funding(reading, 2022));
        Assert.Equal(Euros.Of(7164), Imported.Funding(reading, 2023));
    }

    [Fact]
    public void PostCreatedInJuly_IsPaidFromItsFirstPaymentOn()
    {
        ImportReading reading = new FonjepExport()
            .With(Post("J1", 2021, 3582m, end2023), Post("J1", 2022, 7164m, end2023), Post("J1", 2023, 7164m, end2023))
            .Paid("J1", new(2021, 7, 1), new(2021, 9, 30), 1791m).Paid("J1", new(2021, 10, 1), new(2021, 12, 31), 1791m).Read();
        Assert.Equal("2021-07-01", reading.Facts.Posts[0].AttestedOn.ToString());
        Assert.Equal("FONJEP-J1/2021 Granted 2021 2023-12-31 0.00 7164.00 7164.00",
            Imported.Line(Assert.Single(reading.Facts.Commitments)));
        Assert.Equal([Euros.Of(3582), Euros.Of(7164)], new[] { 2021, 2022 }.Select(year => Imported.Funding(reading, year)!.Value));
    }

    [Fact]
    public void TermInJune_IsFollowedInJuly()
    {
        DateTime june = new(2021, 6, 30), next = new(2024, 6, 30);
        ImportReading reading = new FonjepExport().With(
            Post("J1", 2020, 7164m, june), Post("J1", 2021, 3582m, june),
            Post("J1", 2021, 3582m, next, "Reconduction"), Post("J1", 2022, 7164m, next, "Reconduction"),
            Post("J1", 2023, 7164m, next, "Reconduction"), Post("J1", 2024, 3582m, next, "Reconduction")).Read();
        Assert.Equal(
            ["FONJEP-J1/2020 Granted 2020 2021-06-30 7164.00 a year", "FONJEP-J1/2021 Granted 2021-07-01 2024-06-30 7164.00 a year"],
            reading.Facts.Commitments.Select(Imported.Line));
        Assert.Equal([7164L, 7164, 7164, 7164, 3582],
            Enumerable.Range(2020, 5).Select(year => Imported.Funding(reading, year)!.Value.Cents / 100));
    }

    [Fact]
    public void Payments_ThatDoNotFitTheirYear_LeaveItsSum_AndAreSaid()
    {
        ImportReading reading = new FonjepExport().With(Post("J1", 2023, 7164m, end2023))
            .Paid("J1", new(2023, 1, 1), new(2023, 12, 31), 7000m).Read();
        Commitment commitment = Assert.Single(reading.Facts.Commitments);
        Assert.Equal(["2023-01-01 2023-12-31 ? 7000.00 2023-12-31"], Imported.Tranches(commitment));
        Assert.Equal(Euros.Of(7164), Imported.Funding(reading, 2023));
        Assert.Contains("payments-differ Versement!E2", Imported.Codes(reading));
    }

    [Fact]
    public void Payments_OfOnePeriod_AreOneTranche_AndMoneyTakenBackIsTaken()
    {
        ImportReading reading = new FonjepExport().With(Post("J1", 2023, 7164m, end2023), Post("J2", 2023, 7164m, end2023))
            .Paid("J1", new(2023, 1, 1), new(2023, 3, 31), 1000m).Paid("J1", new(2023, 1, 1), new(2023, 3, 31), 891m)
                .Paid("J1", new(2023, 3, 1), new(2023, 3, 31), -100m)
            .Paid("J2", new(2023, 1, 1), new(2023, 3, 31), 1791m).Paid("J2", new(2023, 1, 1), new(2023, 3, 31), -1791m).Read();
        Assert.Equal(["2023-01-01 2023-03-31 1791.00 1791.00 2023-03-31"], Imported.Tranches(reading.Facts.Commitments[0]));
        Assert.Null(reading.Facts.Commitments[1].Instalments);
        Assert.Equal(["Versement 5 paiements annulés", "Versement 6 paiements annulés"], Imported.Aside(reading.Payments!));
        Assert.Equal((Euros.Of(1791), Euros.Of(1791)), (reading.Payments!.MoneyKept, reading.Payments.MoneyReadable));
    }

    [Fact]
    public void EachDamagedRow_IsSetAsideWithItsReason_AndTheOthersComeIn()
    {
        FonjepExport export = new FonjepExport().With(
            Post("OK", 2023, 7164m, end2023), Post("OK", 2023, 7164m, end2023), Post(null, 2023, 100m, end2023),
            Post("X1", "bientôt", 200m, end2023), Post("X2", 2023, "sept mille", end2023),
            Post("X3", 2023, 300m, "un jour"), Post("X4", 2023, 400m, end2023), Post("X4", 2023, 500m, end2023),
            Post("Total", 2023, 9999m, end2023), Post("X5", 2023, -600m, end2023),
            Post("OK2", 2023, "7 164,00 €", 45291), Post("OK3", 2023, null, end2023));
        export.Paid("OK", new(2023, 1, 1), new(2023, 3, 31), 1791m).Paid("NUL", new(2023, 1, 1), new(2023, 3, 31), 10m)
            .Paid("OK", new(2025, 1, 1), new(2025, 3, 31), 20m).Paid("OK", new(2023, 6, 30), new(2023, 4, 1), 30m);
        export.Payments.Add(["OK", new DateTime(2023, 4, 1), new DateTime(2023, 6, 30), null, 1791m, null]);
        export.Payments.Add(["OK", new DateTime(2023, 7, 1), new DateTime(2023, 9, 30), "un jour", 1791m, 1791m]);
        ImportReading reading = export.Read();
        Assert.Equal(
        [
            "Poste 3 ligne répétée", "Poste 4 code à remplir", "Poste 5 annee illisible", "Poste 6 montantSubvention illisible",
            "Poste 7 dateFinTriennalite illisible",
            "Poste 8 montantSubvention contradictoire", "Poste 9 montantSubvention contradictoire", "Poste 10 total",
            "Poste 11 montantSubvention négatif",
        ], Imported.Aside(reading.Account));
        Assert.Equal(
            ["Versement 3 poste absent", "Versement 4 période hors convention", "Versement 5 période inversée",
                "Versement 6 pas encore payé"], Imported.Aside(reading.Payments!));
        Assert.Equal(["FONJEP-OK", "FONJEP-OK2", "FONJEP-OK3"], reading.Portfolio!.Posts.Select(post => post.Id));
        Assert.Equal((Euros.Of(14328), Euros.Of(14328 + 7164 + 100 + 200 + 300 + 400 + 500)),
            (reading.Account.MoneyKept, reading.Account.MoneyReadable));
        Assert.Equal((Euros.Of(3582), Euros.Of(3582 + 10 + 20 + 30)), (reading.Payments!.MoneyKept, reading.Payments.MoneyReadable));
        Assert.Contains("value-left-out Versement!D7", Imported.Codes(reading));
        Assert.Equal("unknown", Imported.Terms(reading.Facts.Commitments[2]));
    }

    [Fact]
    public void Statuses_ThatDeny_AreNoMoney_AndEveryStatusIsSaid()
    {
        ImportReading reading = new FonjepExport().With(
            Post("A", 2023, 7164m, end2023, status: "Payé"), Post("B", 2023, 7164m, end2023, status: "Annulé"),
            Post("C", 2023, 7164m, end2023, status: "En attente")).Read();
        Assert.Equal([CommitmentStatus.Granted, CommitmentStatus.Refused, CommitmentStatus.Requested],
            reading.Facts.Commitments.Select(commitment => commitment.Status));
        Assert.Equal(Euros.Of(7164), Imported.Funding(reading, 2023));
        Assert.Equal(3, reading.Problems.Count(problem => problem.CodeName is "status-taken"));
    }

    [Fact]
    public void TwoFunders_OfOnePost_AreTwoPromises_AndAPaymentSaysNotWhose()
    {
        ImportReading reading = new FonjepExport().With(Post("J1", 2023, 3582m, end2023), Post("J1", 2023, 3582m, end2023, funder: "F2"))
            .Paid("J1", new(2023, 1, 1), new(2023, 3, 31), 895.5m).Read();
        Assert.Single(reading.Facts.Posts);
        Assert.Equal([FunderKind.State, FunderKind.CollectiviteDepartementale], reading.Facts.Funders.Select(funder => funder.Kind));
        Assert.Equal(["Versement 2 plusieurs financeurs possibles"], Imported.Aside(reading.Payments!));
    }

    [Fact]
    public void Employer_WhoChanges_IsDatedByTheYear()
    {
        Post post = new FonjepExport().With(Post("J1", 2022, 7164m, end2023), Post("J1", 2023, 7164m, end2023, employer: "A2")).Read()
            .Facts.Posts[0];
        Assert.Equal([(null, "Ligue des loisirs"), ("2023", "Foyer rural")],
            post.Employers.Select(employer => (employer.From?.ToString(), employer.Name)));
        Assert.Equal(["Dax", "Parentis-en-Born"], post.Places.AsEnumerable());
    }

    [Fact]
    public void ManyPosts_AreReadInSeconds()
    {
        var export = new FonjepExport();
        for (int i = 0; i < 2000; i++)
        {
            for (int year = 2021; year <= 2023; year++)
                export.With(Post(10000 + i, year, 7164m, end2023));
            export.Paid(10000 + i, new(2021, 1, 1), new(2021, 3, 31), 1791m).Paid(10000 + i, new(2021, 4, 1), new(2021, 6, 30), 1791m);
        }
        byte[] bytes = export.Bytes();
        var spent = Spent.Start();
        ImportReading reading = OfficialFile.Read(ImportKind.Fonjep, new MemoryStream(bytes), "fonjep.xlsx");
        Assert.Equal(2000, reading.Portfolio!.Posts.Length);
        Assert.Equal(Euros.Of(3 * 2000 * 7164), reading.Account.MoneyKept);
        spent.AtMost(60);
    }

    [Fact]
    public void Term_ThatItsYearContradicts_IsUnknown()
    {
        ImportReading reading = new FonjepExport()
            .With(Post("J1", 2023, 7164m, new DateTime(2020, 12, 31)), Post("J2", 2023, 7164m, new DateTime(2203, 12, 31)),
                Post("J3", 2023, 7164m, null)).Read();
        Assert.All(reading.Facts.Commitments, commitment => Assert.True(commitment.Until.IsUnknown));
        Assert.Equal(2, reading.Problems.Count(problem => problem.CodeName is "value-left-out"));
        Assert.Equal(Euros.Of(3 * 7164), Imported.Funding(reading, 2023));
    }

    [Fact]
    public void Email_IsNeverRead()
    {
        ImportReading reading = Whole().Read();
        string json = reading.Portfolio!.ToJson();
        Assert.DoesNotContain("exemple.invalid", json, StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Problems, problem => problem.CodeName is "personal-data"
                || problem.Message(Language.French).Contains("exemple.invalid", StringComparison.Ordinal));
        Assert.Contains("column-not-read Tiers!I1", Imported.Codes(reading));
    }

    [Theory]
    [InlineData("Tiers")]
    [InlineData("TypePoste")]
    [InlineData("Dispositif")]
    [InlineData("Versement")]
    public void SheetMissing_IsSaid_AndTheRestComesIn(string name)
    {
        FonjepExport export = Whole();
        export.Without.Add(name);
        ImportReading reading = export.Read();
        Assert.Single(reading.Portfolio!.Posts);
        Assert.Contains("sheet-missing fonjep.xlsx", Imported.Codes(reading));
    }

    [Fact]
    public void SheetOfPosts_Missing_IsNoFonjepExport()
    {
        FonjepExport export = Whole();
        export.Without.Add("Poste");
        ImportReading reading = export.Read();
        Assert.False(reading.IsOpened);
        Assert.Equal("no-fonjep", Assert.Single(reading.Problems).Arguments[0]);
    }

    [Fact]
    public void Headers_BelowATitle_WithStarsAndOtherCase_AreFound()
    {
        FonjepExport export = Whole();
        export.Changes["Poste"] = sheet =>
        {
            sheet.Row(1).InsertRowsAbove(3);
            sheet.Cell(1, 1).SetValue("Export FONJEP");
            sheet.Cell(4, 10).SetValue(" montant subvention * ");
            sheet.Name = "Feuil1";
        };
        Assert.Equal(2, export.Read().Facts.Commitments.Length);
    }

    [Fact]
    public void ColumnOfMoney_Renamed_IsSaidAndNothingIsGuessed()
    {
        FonjepExport export = Whole();
        export.Changes["Poste"] = sheet => sheet.Cell(1, 10).SetValue("Somme");
        ImportReading reading = export.Read();
        Assert.Contains("missing-column Poste!A1", Imported.Codes(reading));
        Assert.Empty(reading.Facts.Commitments);
    }

    [Fact]
    public void Siret_Damaged_IsRepairedAndSaid_ARidetIsLeftOut()
    {
        FonjepExport export = Whole().With(Post("J2", 2023, 1m, end2023, employer: "A2"), Post("J3", 2023, 1m, end2023, employer: "A3"));
        export.Parties[3][5] = "356 000 000 00048";
        export.Parties.Add(["A3", "Association du Caillou", "Oui", "Non", "Non", "0123456.001", "98800", "Nouméa", null]);
        ImportReading reading = export.Read();
        Assert.Equal(["35600000000048", "35600000000048", null], reading.Facts.Posts.Select(post => post.Employers[0].Siret));
        Assert.Contains("repaired Tiers!F5", Imported.Codes(reading));
        Assert.Contains("value-left-out Tiers!F6", Imported.Codes(reading));
    }

    [Fact]
    public void AnyRows_MoneyInIsMoneyOut_ToTheCent()
    {
        var random = new Random(2018);
        for (int round = 0; round < 60; round++)
        {
            var export = new FonjepExport();
            var expected = new Dictionary<int, long>();
            int first = 2019 + random.Next(3), month = random.Next(3) == 0 ? 12 : random.Next(1, 13);
            DateTime term = new(first + 2, month, DateTime.DaysInMonth(first + 2, month));
            for (int post = 0; post < 3; post++)
                for (int year = first; year <= first + 2; year++)
                {
                    long cents = random.Next(1, 1_000_000);
                    expected[year] = expected.GetValueOrDefault(year) + cents;
                    export.With(Post($"P{post}", year, cents / 100m, term));
                    decimal left = cents / 100m;
                    for (int quarter = 0; quarter < 4 && random.Next(4) > 0; quarter++)
                    {
                        DateTime from = new(year, 1 + 3 * quarter, 1), until = from.AddMonths(3).AddDays(-1);
                        decimal paid = decimal.Round(left * random.Next(0, 101) / 100m, 2);
                        if (until > term || paid == 0)
                            break;
                        export.Paid($"P{post}", from, until, paid);
                        left -= random.Next(10) == 0 ? 0 : paid;
                    }
                }
            ImportReading reading = export.Read();
            Assert.Equal(expected.Values.Sum(), reading.Account.MoneyKept.Cents);
            Assert.Equal(reading.Payments!.MoneyReadable, reading.Payments.MoneyKept);
            foreach (var (year, cents) in expected)
                Assert.Equal(Euros.FromCents(cents), Imported.Funding(reading, year));
            Assert.Equal(reading.Payments.MoneyKept.Cents,
                reading.Facts.Commitments.Sum(commitment => commitment.Instalments?.Sum(tranche => tranche.Paid!.Value.Cents) ?? 0));
        }
    }
}
