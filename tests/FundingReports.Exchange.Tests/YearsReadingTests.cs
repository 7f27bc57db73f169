using System.Collections.Immutable;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>The form with years as columns, and the tables that people keep: what is read, what is said, what is asked.</summary>
public class YearsReadingTests
{
    private static readonly object?[][] post =
        [["ISCG, Dax", "Dax", "Landes", "CCAS de Dax", "80 %", "01/01/2025", null, "vacant depuis le 01/09/2026", 52_000m, 53_000m, null]];

    [Fact]
    public void TwoSheets_AreReadWhole()
    {
        IntakeReading reading = Sent.Read(YearsTables.TwoSheets(post,
        [
            ["ISCG, Dax", "État", null, "FIPD", "80 %", "50 %", null, null, "conventionné", null, null, "2026", "2025-014", "12/03/2025",
                "2103"],
            ["ISCG, Dax", "Commune de Dax", "Commune", null, 5_000m, 5_000m, null, null, "délibéré, convention à signer", null,
                "30/06/2027", null, null, null, null],
            ["ISCG, Dax", "CD 40", null, null, "le solde", "le solde", null, 25_000m, "annoncé", null, "sans terme", null, null, null,
                null],
        ]));
        Assert.Equal([], YearsTables.Codes(reading).Where(
            code => !code.StartsWith("no-ceiling", StringComparison.Ordinal) && !code.StartsWith("open-term", StringComparison.Ordinal)));
        Post read = Assert.Single(reading.Portfolio!.Posts);
        Assert.Equal(("ISCG, Dax", "40", 0.8m, "2025-01-01"), (read.Label, read.Departement, read.Fte, read.From.ToString()));
        Assert.Equal(["2026 52000.00", "2027 53000.00"], read.Costs.Select(cost => $"{cost.From} {cost.Annual}"));
        Assert.Equal("2026-09-01 Vacant", $"{read.Occupancy[0].From} {read.Occupancy[0].State}");
        Assert.Equal(
        [
            "ISCG, Dax · État · YearlyShares 4/5 1/2 · 2026..2027 · Signed",
            "ISCG, Dax · Commune de Dax · YearlyAmounts 5000.00 10000.00 · 2026..2027-06-30 · Granted",
            "ISCG, Dax · CD 40 · Balance { } · 2026..open · Announced · cap 25000.00",
        ], YearsTables.Money(reading));
        Commitment state = reading.Portfolio.Commitments[0];
        Assert.Equal(["2026 2026"], state.Instalments!.Value.Select(tranche => $"{tranche.From} {tranche.Until}"));
        Assert.Equal(
            ("2025-014", "2103", "2025-03-12"), (state.References["convention"], state.References["EJ"], state.DecidedOn.ToString()));
        Assert.Equal([FunderKind.State, FunderKind.Commune, FunderKind.CollectiviteDepartementale],
            reading.Portfolio.Funders.Select(funder => funder.Kind));
        Assert.Equal("10 000 € repris en 4 lignes : tout ce qui est lisible dans le fichier.", Sent.Account(reading));
    }

    /// <summary>
    /// The table that somebody already has: titles above, any order, numbers as headers, a post named once, totals below.
    /// </summary>
    [Fact]
    public void OwnTable_IsRead_AndWhatWasUnderstoodIsSaid()
    {
        IntakeReading reading = Sent.Read(Sheets.Build(sheet =>
        {
            sheet.Cell(1, 1).SetValue("Suivi des postes, préfecture");
            Sheets.Fill(sheet, ["Commentaires", "Structure porteuse", "Intitulé du poste", "Cofinanceur", "État d'avancement",
                "Budget 2025", "x", "Coût chargé", "Ville"],
            [
                [null, "CCAS", "ISCG", "Etat", "voté", 20_000m, 20_000m, 50_000m, "Dax"],
                ["relancé", null, null, "Commune de Dax", "demandé", "5 k€", null, null, null],
                [null, null, null, "CAF", "signé", "le reste", "le reste", null, null],
                [null, null, "Total", null, null, 25_000m, 20_000m, null, null],
            ], 3);
            sheet.Cell(3, 7).SetValue(2026);
        }));
        Assert.Equal(
        [
            "ISCG · Etat · Annual { Yearly = 20000.00 } · 2025..2026 · Granted",
                "ISCG · Commune de Dax · Annual { Yearly = 5000.00 } · 2025..2025 · Requested",
            "ISCG · CAF · Balance { } · 2025..2026 · Signed",
        ], YearsTables.Money(reading));
        Assert.Equal(
            "2025 50000.00 Dax CCAS",
            $"{reading.Facts.Posts[0].Costs[0].From} {reading.Facts.Posts[0].Costs[0].Annual} {reading.Facts.Posts[0].Places[0]} "
            + reading.Facts.Posts[0].Employers[0].Name);
        Assert.Superset(new HashSet<string> { "as-above Plan!C5", "repaired Plan!F5", "total-row Plan!C7", "act-asked Plan!E6" },
            YearsTables.Codes(reading).ToHashSet());
        Assert.NotNull(reading.Portfolio);
        Assert.Contains("Des lignes ne nomment pas leur poste (5, 6)", string.Join('\n', Sent.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void MergedPosts_HoldForTheirRows_MoneyNever()
    {
        byte[] Merged(string range) => Sheets.Build(sheet =>
        {
            Sheets.Fill(sheet, ["Poste", "Coût 2026", "Financeur", "2026", "Statut"],
                [["ISCG", 50_000m, "État", 30_000m, "voté"], [null, null, "CAF", 20_000m, "voté"]], 1);
            sheet.Range(range).Merge();
        });
        IntakeReading reading = Sent.Read(Merged("A2:A3"));
        Assert.Equal(["ISCG · État · Annual { Yearly = 30000.00 } · 2026..2026 · Granted",
            "ISCG · CAF · Annual { Yearly = 20000.00 } · 2026..2026 · Granted"], YearsTables.Money(reading));
        Assert.Equal(["merged-cells Plan!D2", "merged-cells Plan!D3"], Sent.Errors(Sent.Read(Merged("D2:D3"))));
    }

    [Theory]
    [InlineData(
        "Postes", "I2", 52.5,
        "« 52,5 » : le poste coûte-t-il 52 500 € par an (financés à 59,43 % par les sommes de l’année) ou "
        + "52,50 € (à 59 428,57 %) ? Écrivez « 52 500 € », ou « 52,50 € par an ».")]
    [InlineData(
        "Postes", "I2", 0.0,
        "« 0 » : le coût n’est pas connu (écrivez « inconnu »), ou le poste ne coûte rien "
        + "(écrivez « 0 € par an » : il compterait comme financé) ? Écrivez-le.")]
    [InlineData(
        "Financements", "E2", 50.0, "« 50 » : 50 % du coût, soit 26 000 € par an, ou 50 € ? Écrivez « 50 % », ou « 50 € par an ».")]
    [InlineData("Financements", "E2", "26,000",
        "« 26,000 » : voulez-vous dire 26 000 € (50 % du coût du poste) ou 26 € (0,05 %) ? Écrivez l’un ou l’autre.")]
    [InlineData("Financements", "E2", "4.000",
        "« 4.000 » : voulez-vous dire 4 000 € (7,69 % du coût du poste) ou 4 € (0,01 %) ? Écrivez l’un ou l’autre.")]
    [InlineData(
        "Financements", "E2", 0.0,
        "« 0 » : rien n’est payé cette année (laissez la cellule vide : la somme manquera au poste), "
        + "ou la somme n’est pas connue (écrivez « inconnu » : on ne saura pas ce qui manque) ? Écrivez-le.")]
    public void TwoReadings_AreAsked_WithWhatEachWouldMean(string sheet, string cell, object value, string question)
    {
        object? Typed(string of, object? instead) => of == sheet ? value is double number ? (decimal)number : value : instead;
        IntakeReading reading =
            Sent.Read(YearsTables.TwoSheets([["ISCG", null, null, null, null, null, null, null, Typed("Postes", 52_000m), null, null]],
            [["ISCG", "État", null, null, Typed("Financements", 31_200m), null, null, null, "voté"]]));
        Assert.Contains($"E ambiguous-cell {sheet}!{cell} {question}", Sent.Lines(reading));
        Assert.Single(Sent.Errors(reading));
        Assert.Null(reading.Portfolio);
    }

    /// <summary>A cell that no figure needs is said to be unknown, and its row counts.</summary>
    [Theory]
    [InlineData(2, "Lande", "Postes!C2")]
    [InlineData(4, 80, "Postes!E2")]
    [InlineData(7, "Mme Martin", "Postes!H2")]
    [InlineData(10, "un jour", "Postes!K2")]
    public void OptionalCell_OfAPost_NeverTakesItsRowAway(int column, object value, string cell)
    {
        object?[] row = [.. post[0]];
        row[column] = value;
        IntakeReading reading =
            Sent.Read(YearsTables.TwoSheets([row], [["ISCG, Dax", "État", null, null, 52_000m, 53_000m, null, null, "voté"]]));
        Assert.Equal([], Sent.Errors(reading));
        Assert.Contains($"cell-left-unknown {cell}", YearsTables.Codes(reading));
        Assert.NotNull(reading.Portfolio);
        Assert.Equal(2, reading.Account.RowsKept);
    }

    [Fact]
    public void OptionalCells_OfMoney_NeverTakeTheirRowAway()
    {
        IntakeReading reading = Sent.Read(YearsTables.TwoSheets(post,
            [["ISCG, Dax", "État", "Royaume", null, 52_000m, 53_000m, "zz", null, "voté", null, null, "bientôt", null, "hier", null]]));
        Assert.Equal([], Sent.Errors(reading));
        Assert.Superset(new HashSet<string> { "cell-left-unknown Financements!C2", "cell-left-unknown Financements!G2",
            "cell-left-unknown Financements!L2", "cell-left-unknown Financements!N2" },
            YearsTables.Codes(reading).ToHashSet());
        Assert.Equal(Euros.Of(105_000), reading.Account.MoneyKept);
        Assert.Null(reading.Portfolio!.Commitments[0].Instalments);
    }

    [Theory]
    [InlineData("reconduit", CommitmentStatus.Announced, "renewed")]
    [InlineData("versé", CommitmentStatus.Granted, "paid")]
    [InlineData("payé", CommitmentStatus.Granted, "paid")]
    [InlineData(null, CommitmentStatus.Announced, "blank")]
    [InlineData("conventionné", CommitmentStatus.Signed, "signed")]
    public void Status_WithoutItsAct_AsksForIt(string? status, CommitmentStatus expected, string why)
    {
        IntakeReading reading =
            Sent.Read(YearsTables.TwoSheets(post, [["ISCG, Dax", "État", null, null, 52_000m, 53_000m, null, null, status]]));
        Assert.Equal(expected, Assert.Single(reading.Portfolio!.Commitments).Status);
        ImmutableArray<string> said = Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.ActAsked).Arguments;
        // The column that the sentence asks to fill in, as the file names it.
        Assert.Equal(why is "renewed" or "paid" ? [why, "Date de l'acte=Date de l'acte"] : (string[])[why], said);
    }

    [Fact]
    public void OneThingUnderTwoNames_IsAskedAbout_WithBothRows()
    {
        IntakeReading reading = Sent.Read(YearsTables.TwoSheets(post,
        [
            ["iscg - dax", "État", null, null, 20_000m, null, null, null, "voté"],
            ["ISCG, Dax", "Préfecture", null, null, 10_000m, null, null, null, "voté"],
            ["ISGC Dax", "Département", null, null, 10_000m, null, null, null, "voté"],
            ["ISCG, Dax", "CD 40", null, null, 5_000m, null, null, null, "voté"],
            ["ISCG, Dax", "ETAT", null, "FIPD", 1_000m, null, null, null, "voté"],
        ]));
        string said = string.Join('\n', Sent.Lines(reading));
        Assert.Contains("A name-taken Financements!A2 « iscg - dax » est lu comme « ISCG, Dax » (Postes!A2) : est-ce le même poste ?",
            said, StringComparison.Ordinal);
        Assert.Contains("A name-taken Financements!B6 « ETAT » est lu comme « État » (Financements!B2) : est-ce le même financeur ?", said,
            StringComparison.Ordinal);
        Assert.Contains("A likely-double Financements!A4 « ISGC Dax » et « ISCG, Dax » (Postes!A2) : est-ce le même poste ?", said,
            StringComparison.Ordinal);
        Assert.Contains("A likely-double Financements!B3 « Préfecture » et « État »", said, StringComparison.Ordinal);
        Assert.Contains("A likely-double Financements!B5 « CD 40 » et « Département »", said, StringComparison.Ordinal);
        Assert.Equal(2, reading.Facts.Posts.Length);
    }

    [Fact]
    public void MoneyTwiceInAYear_IsAskedAbout()
    {
        object?[] Row(decimal sum, string act) => ["ISCG, Dax", "État", null, null, sum, null, null, null, "voté", null, null, null, act];
        Assert.Equal(
            ["row-twice Financements!E3"], Sent.Errors(Sent.Read(YearsTables.TwoSheets(post, [Row(20_000, "1"), Row(20_000, "1")]))));
        Assert.Equal(["ambiguous-cell Financements!E3"],
            Sent.Errors(Sent.Read(YearsTables.TwoSheets(post, [Row(20_000, "1"), Row(17_400, "avenant 1")]))));
        IntakeReading both = Sent.Read(YearsTables.TwoSheets(post, [Row(20_000, "1"), Row(5_000, "2")]));
        Assert.Equal([], Sent.Errors(both));
        Assert.Contains("form-question Financements!E3", YearsTables.Codes(both));
        Assert.Equal(Euros.Of(25_000), both.Account.MoneyKept);
    }

    [Theory]
    [InlineData("Poste;Année;Financeur;Montant\nISCG;2026;État;20000\n", "une ligne par année")]
    [InlineData("Poste;Lieu;Coût 2026;État 2026;Département 2026\nISCG;Dax;50000;20000;30000\n", "Aucun tableau ne dit qui paie")]
    [InlineData("Bonjour;à;tous\n1;2;3\n", "Aucune feuille ne contient le tableau")]
    public void AnotherTable_IsNotRead_AndSaysWhatToDo(string text, string words)
    {
        IntakeReading reading = Sent.Read(System.Text.Encoding.UTF8.GetBytes(text), "plan.csv");
        Assert.Null(reading.Form);
        Assert.Contains(words, Assert.Single(Sent.Lines(reading)), StringComparison.Ordinal);
    }

    [Fact]
    public void Money_PastItsCells_IsUnknown_AndSaid()
    {
        IntakeReading reading = Sent.Read(YearsTables.TwoSheets(
            post, [["ISCG, Dax", "État", null, null, 20_000m, 20_000m, null, null, "voté", "01/07/2025", "30/06/2028"]]));
        Assert.Equal(["ISCG, Dax · État · Annual { Yearly = 20000.00 } · 2026..2027 · Granted",
            "ISCG, Dax · État · Unknown { } · 2028..2028-06-30 · Granted"], YearsTables.Money(reading));
        Assert.Superset(new HashSet<string> { "form-question Financements!J2", "form-question Financements!K2" },
            YearsTables.Codes(reading).ToHashSet());
        Assert.Equal(["ambiguous-cell Financements!K2"],
            Sent.Errors(Sent.Read(YearsTables.TwoSheets(
                post, [["ISCG, Dax", "État", null, null, 20_000m, 20_000m, null, null, "voté", null, "30/06/2026"]]))));
    }

    [Fact]
    public void TwoPostsOfOneName_AreToldApartByTheirPlace_OrAskedAbout()
    {
        string[] headers = ["Poste", "Lieu", "Financeur", "2026", "Statut"];
        IntakeReading apart = Sent.Read(
            YearsTables.One(headers, ["ISCG", "Dax", "État", 20_000m, "voté"], ["ISCG", "Mont-de-Marsan", "État", 30_000m, "voté"]));
        Assert.Equal(["Dax", "Mont-de-Marsan"], apart.Portfolio!.Posts.Select(one => one.Places[0]));
        Assert.Equal(["ambiguous-cell Plan!A4"], Sent.Errors(Sent.Read(YearsTables.One(headers,
            ["ISCG", "Dax", "État", 20_000m, "voté"], ["ISCG", "Mont-de-Marsan", "État", 30_000m, "voté"],
                ["ISCG", null, "CAF", 1_000m, "voté"]))));
    }

    [Fact]
    public void Costs_DecidedLater_HaveARowOfTheirOwn()
    {
        IntakeReading reading = Sent.Read(
            YearsTables.TwoSheets([.. post, ["ISCG, Dax", null, null, null, null, null, null, null, 54_000m, null, "01/07/2026"]],
            [["ISCG, Dax", "État", null, null, 20_000m, null, null, null, "voté"]]));
        Assert.Equal(["2026 52000.00 ", "2026 54000.00 2026-07-01", "2027 53000.00 "],
            reading.Portfolio!.Posts[0].Costs.Select(cost => $"{cost.From} {cost.Annual} {cost.DecidedOn}"));
        Assert.Equal(["rows-disagree Postes!I3"], Sent.Errors(
            Sent.Read(YearsTables.TwoSheets([.. post, ["ISCG, Dax", null, null, null, null, null, null, null, 54_000m, null, null]],
            [["ISCG, Dax", "État", null, null, 20_000m, null, null, null, "voté"]]))));
    }

    /// <summary>A row that says what its cells are together: what does not go with it is asked about, and never guessed.</summary>
    [Theory]
    [InlineData("total réparti", "10 000 €", "20 000 €", "01/07/2026", "30/06/2027", null, "Total 30000.00 2026-07-01..2027-06-30")]
    [InlineData("total", "10 000 €", "20 000 €", null, null, null, "Total 30000.00 2026..2027")]
    [InlineData("par douze mois", "10 000 €", "20 000 €", "01/07/2026", null, null,
        "YearlyAmounts 10000.00 20000.00 2026-07-01..2028-06-30")]
    [InlineData("par douze mois", "80 %", "50 %", "01/07/2026", "31/12/2027", "2027",
        "YearlyShares 4/5 1/2 2026-07-01..2027-12-31, 2027..2027")]
    [InlineData("total réparti", "10 000 €", "50 %", null, null, null, "E ambiguous-cell Financements!F2")]
    [InlineData("total réparti", "10 000 €", "inconnu", null, null, null, "E ambiguous-cell Financements!F2 total-sums")]
    [InlineData("total réparti", "10 000 € par an", null, null, null, null, "E ambiguous-cell Financements!E2 total-sums")]
    [InlineData("total réparti", "10 000 €", "20 000 €", null, "inconnu", null, "E ambiguous-cell Financements!K2 total-term")]
    [InlineData("par douze mois", "10 000 €", "50 %", null, null, null, "E ambiguous-cell Financements!F2 twelve-months")]
    [InlineData("par douze mois", "le solde", null, null, null, null, "E ambiguous-cell Financements!E2 twelve-months")]
    [InlineData("par douze mois", null, "50 %", "01/07/2026", null, null, "E ambiguous-cell Financements!F2 twelve-months")]
    [InlineData(null, "10 000 €", "50 %", null, null, "2026-2027 (12 000 €)", "E ambiguous-cell Financements!L2 firm-across")]
    public void Nature_SaysWhatTheCellsAreTogether(
        string? nature, string? first, string? second, string? from, string? until, string? firm, string expected)
    {
        IntakeReading reading = Sent.Read(YearsTables.TwoSheets(post,
            [["ISCG, Dax", "État", null, null, first, second, nature, null, "voté", from, until, firm]]));
        string said = reading.Facts.Commitments is [var promise]
            ? $"{promise.Amount.Kind} {string.Join(' ', promise.Amount switch
            {
                Amount.Total total => [total.Sum],
                Amount.YearlyAmounts sums => sums.Steps.Cast<object>(),
                Amount.YearlyShares shares => shares.Steps,
                _ => (object[])[],
            })} {promise.From}..{promise.Until}"
                + string.Concat((promise.Instalments ?? []).Select(tranche => $", {tranche.From}..{tranche.Until}"))
            : string.Join(' ', reading.Problems.Where(problem => problem.Severity is Severity.Error)
                .Select(problem => $"E {problem.CodeName} {problem.Path} {problem.Arguments[0]}"));
        Assert.StartsWith(expected, said, StringComparison.Ordinal);
    }
}
