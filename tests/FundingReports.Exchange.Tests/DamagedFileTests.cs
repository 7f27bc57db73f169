using System.Text.RegularExpressions;
using ClosedXML.Excel;
using FundingReports.Portfolios;

namespace FundingReports.Exchange.Tests;

/// <summary>One file for each kind of damage, and what is said of it, line by line.</summary>
public class DamagedFileTests
{
    private const string TwoKept =
        "30 000 € repris en 2 lignes : tout ce qui est lisible dans le fichier.";

    [Fact]
    public void Good_IsReadWhole()
    {
        IntakeReading reading = Sent.Read(Sheets.Plan(Sheets.Good));
        Assert.Equal(TwoKept, Sent.Account(reading));
        Assert.Empty(Sent.Errors(reading));
        Assert.Equal("poste-a-ccas", Assert.Single(reading.Portfolio!.Posts).Id);
        Assert.Equal(["Annual { Yearly = 30000.00 }", "Balance { }"], reading.Facts.Commitments.Select(c => c.Amount.ToString()));
    }

    [Theory]
    [InlineData("2026", "voir courrier",
        "E unreadable-cell Plan!G2 « voir courrier » n’est pas un montant lisible. Écrivez des euros, comme 26 000,00 €.",
            "2026 illisible")]
    [InlineData("2026", "26.000",
        "E ambiguous-cell Plan!G2 « 26.000 » : voulez-vous dire 26 000 € (52 % du coût du poste) ou 26 € (0,05 %) ? Écrivez l’un ou "
        + "l’autre.", "2026 équivoque")]
    [InlineData("2026", "50",
        "E ambiguous-cell Plan!G2 « 50 » : 50 % du coût, soit 25 000 € par an, ou 50 € ? Écrivez « 50 % », ou « 50 € par an ».",
        "2026 équivoque")]
    [InlineData("2026", null,
        "E missing Plan!G2 « 2026 » manque, alors que cette valeur est obligatoire. Indiquez-la.", "2026 à remplir")]
    [InlineData("Statut", "peut-être",
        "E not-one-of Plan!H2 « peut-être » n’est pas une valeur prévue. Choisissez parmi : « sollicité », « annoncé », "
        + "« délibéré, convention à signer », « conventionné » et « refusé ».", "statut illisible")]
    [InlineData("Poste", "  \u00a0 ", "E missing Plan!A2 « Poste » manque, alors que cette valeur est obligatoire. Indiquez-la.",
        "poste à remplir")]
    [InlineData("Du", "32/01/2026",
        "E unreadable-cell Plan!I2 « 32/01/2026 » n’est pas une date du calendrier. Écrivez 23/07/2023, juillet 2023 ou 2023.",
        "« Du » illisible")]
    [InlineData("Du", "24/07/2027",
        "E ambiguous-cell Plan!I2 La date « 24/07/2027 » contredit les crédits inscrits en 2026 : ils seraient hors de la période. "
        + "Corrigez la date, ou videz la cellule de cette année.", "« Du » équivoque")]
    public void Cell_NotUnderstood_SetsItsRowAsideAndSaysWhy(string header, string? value, string problem, string why)
    {
        IntakeReading reading = Sent.Read(Sheets.With(header, value));
        Assert.Contains(problem, Sent.Lines(reading));
        Assert.Single(Sent.Errors(reading));
        string account = header == "2026" ? "1 ligne reprise sur 2, sans aucun montant."
            + $" Non pris en compte : {why} (ligne 2)."
            : $"0 € repris en 1 ligne, sur 30 000 € lisibles en 2 lignes. Non pris en compte, 30 000 € : {why} (ligne 2).";
        Assert.Equal(account, Sent.Account(reading));
        Assert.Null(reading.Portfolio);
    }

    [Theory]
    [InlineData("0.5", "0%", "ShareOfCost { Share = 1/2 }")]
    [InlineData("0.5", "General", "ShareOfCost { Share = 1/2 }")]
    [InlineData("0.3333", "0.00%", "ShareOfCost { Share = 3333/10000 }")]
    [InlineData("26000", "#,##0.00 €", "Annual { Yearly = 26000.00 }")]
    public void Number_AsItIsShown_IsShareOrSum(string value, string format, string expected)
    {
        IntakeReading reading = Sent.Read(
            Sheets.With("2026", decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), format));
        Assert.Empty(Sent.Errors(reading));
        Assert.Equal(expected, reading.Facts.Commitments[0].Amount.ToString());
    }

    [Fact]
    public void Number_UpToAHundred_IsAskedAbout() =>
        Assert.Equal(["ambiguous-cell Plan!G2"], Sent.Errors(Sent.Read(Sheets.With("2026", 50m))));

    [Fact]
    public void Amount_ThatBecameADate_IsRefused() =>
        Assert.Equal(["ambiguous-cell Plan!G2"], Sent.Errors(Sent.Read(Sheets.With("2026", new DateTime(2026, 3, 1)))));

    [Theory]
    [InlineData("juillet 2026", "2026-07", null)]
    [InlineData("01/07/2026", "2026-07-01", null)]
    [InlineData("46204", "2026-07-01", "number")]
    [InlineData("2026-07-01", "2026-07-01", "date")]
    public void Date_OfEveryKind_IsRead(string value, string expected, string? kind)
    {
        object typed = kind switch
        {
            "number" => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
            "date" => DateTime.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
            _ => value,
        };
        IntakeReading reading = Sent.Read(Sheets.With("Du", typed));
        Assert.Empty(Sent.Errors(reading));
        Assert.Equal(expected, reading.Facts.Commitments[0].From.ToString());
    }

    [Fact]
    public void Date_YearTypedIntoACellOfDates_IsRefused() =>
        Assert.Equal(["ambiguous-cell Plan!I2"], Sent.Errors(Sent.Read(Sheets.With("Du", 2023, "dd/mm/yyyy"))));

    [Fact]
    public void Columns_RenamedMovedAddedBelowATitle_AreFound()
    {
        byte[] bytes = Sheets.Build(sheet =>
        {
            sheet.Cell(1, 1).SetValue("Préfecture des Landes");
            sheet.Cell(3, 2).SetValue("À rendre avant le 15 mars");
            Sheets.Fill(sheet,
                [" FINANCEURS * ", "Observations", "Lieu d'exercice", "montant 2026 (en €)", "État du financement", "FONCTION",
                    "type de financeur",
                    "Structure employeuse"],
            [
                ["État", "RAS", "Dax", "26 000,00 €  ", "Signé", "Poste A\u00a0", "ETAT", "CCAS"],
                ["Département", null, null, "Le Reste", "VOTÉ", "poste  a", "conseil départemental", "C.C.A.S."],
            ], 5);
        });
        IntakeReading reading = Sent.Read(bytes);
        Assert.DoesNotContain(Sent.Lines(reading), line => line.Contains("column", StringComparison.Ordinal));
        Assert.Empty(Sent.Errors(reading));
        Assert.Single(reading.Facts.Posts);
        Assert.Equal("26 000 € repris en 2 lignes : tout ce qui est lisible dans le fichier.",
            Sent.Account(reading));
    }

    [Fact]
    public void Column_MissingOrTwice_IsSaid()
    {
        Assert.Equal(["missing-column Plan!A1"],
            Sent.Errors(
                Sent.Read(
                    Sheets.Build(sheet =>
                            Sheets.Fill(sheet, ["Poste", "Financeur", "Statut"], [["P", "État", null]], 1)))));
        Assert.Equal(["column-twice Plan!D1"],
            Sent.Errors(
                Sent.Read(
                    Sheets.Build(sheet =>
                            Sheets.Fill(sheet, ["Poste", "Financeur", "2026", "Montant 2026"], [["P", "État", 1m, 2m]], 1)))));
    }

    [Fact]
    public void Merged_Posts_SpreadAndMoneyDoesNot()
    {
        byte[] bytes = Sheets.Build(sheet =>
        {
            Sheets.Fill(sheet, Sheets.Headers,
                [Sheets.Good[0], [null, null, null, null, "Département", "Département", "le reste", "attribué"]], 1);
            foreach (string column in (string[])["A", "B", "C", "D"])
                sheet.Range($"{column}2:{column}3").Merge();
        });
        IntakeReading reading = Sent.Read(bytes);
        Assert.Empty(Sent.Errors(reading));
        Assert.Equal(TwoKept, Sent.Account(reading));

        bytes = Sheets.Build(sheet =>
        {
            Sheets.Fill(sheet, Sheets.Headers, Sheets.Good, 1);
            sheet.Range("G2:G3").Merge();
        });
        Assert.Equal(["merged-cells Plan!G2", "merged-cells Plan!G3"], Sent.Errors(Sent.Read(bytes)));
        Assert.Equal(
            "Rien n’est repris : 2 lignes, sans montant lisible. Non pris en compte : cellules fusionnées "
            + "(lignes 2 et 3).", Sent.Account(Sent.Read(bytes)));
    }

    [Fact]
    public void Hidden_Rows_AreReadAndSaid()
    {
        IntakeReading reading = Sent.Read(Sheets.Build(sheet =>
        {
            Sheets.Fill(sheet, Sheets.Headers, Sheets.Good, 1);
            sheet.Row(3).Hide();
        }));
        Assert.Contains(
            "A hidden-rows Plan!A3 Une ligne masquée de cette feuille est lue comme les autres : la ligne 3. Si elle ne devait pas "
            + "compter, supprimez-la.", Sent.Lines(reading));
        Assert.Equal(TwoKept, Sent.Account(reading));
    }

    [Fact]
    public void Formula_WithoutValueOrInError_IsNeverRead()
    {
        byte[] bytes = Sheets.Edit(Sheets.Plan(Sheets.Good), "xl/worksheets/sheet1.xml", text =>
        {
            text = Regex.Replace(text, "<x:c r=\"G2\"[^>]*>.*?</x:c>", "<x:c r=\"G2\"><x:f>B9*2</x:f></x:c>");
            return Regex.Replace(text, "<x:c r=\"C2\"[^>]*>.*?</x:c>", "<x:c r=\"C2\" t=\"e\"><x:f>#REF!</x:f><x:v>#REF!</x:v></x:c>");
        });
        IntakeReading reading = Sent.Read(bytes);
        Assert.Contains(
            "E cell-error Plan!C2 La cellule contient une erreur du tableur (« #REF! »). Corrigez la formule, ou remplacez-la par sa "
            + "valeur.", Sent.Lines(reading));
        Assert.Contains("formula-without-value Plan!G2", Sent.Errors(reading));
        Assert.Equal(Euros.Zero, reading.Account.MoneyReadable);
    }

    [Fact]
    public void Rows_ThatRepeatOrContradict_AreRefused()
    {
        IntakeReading reading = Sent.Read(
            Sheets.Plan(
                [.. Sheets.Good, Sheets.Good[0], ["Poste A", "CCAS", 60_000m, null, "Commune de Dax", "Commune", 200m, "annoncé"],
                    ["Total", null, null, null, null, null, 30_200m]]));
        Assert.Equal(["row-twice Plan!G4", "rows-disagree Plan!C5"], Sent.Errors(reading));
        Assert.Contains("A total-row Plan!A6 Cette ligne est un total : elle n’est pas lue comme un poste.", Sent.Lines(reading));
        Assert.Equal(
            "30 000 € repris en 2 lignes, sur 60 200 € lisibles en 5 lignes. Non pris en compte, 30 200 € : ligne répétée, "
            + "30 000 € (ligne 4) ; coût 2026 contradictoire, 200 € (ligne 5). À part, hors de ces sommes : total (ligne 6).",
                Sent.Account(reading));
    }

    [Fact]
    public void Facts_ThatCannotBe_PointToTheirCells()
    {
        IntakeReading reading = Sent.Read(
            Sheets.Plan(
                [.. Sheets.Good,
                    ["Poste A", "CCAS", 50_000m, null, "Commune de Dax", "Commune", "le reste", "conventionné", "juin 2026",
                        "mai 2026"]]));
        Assert.Contains("until-before-from Plan!J4", Sent.Errors(reading));
        reading = Sent.Read(
            Sheets.Plan([.. Sheets.Good, ["Poste A", "CCAS", 50_000m, null, "Commune de Dax", "Commune", "le reste", "conventionné"]]));
        Assert.Equal(["two-balances Plan!G4"], Sent.Errors(reading));
    }

    [Fact]
    public void Persons_AnywhereInTheFile_AreWarned()
    {
        using var workbook = new XLWorkbook();
        IXLWorksheet sheet = workbook.AddWorksheet("Plan");
        Sheets.Fill(sheet, [.. Sheets.Headers, "Contact"], [[.. Sheets.Good[0], "jeanne.martin@exemple.fr"], Sheets.Good[1]], 1);
        workbook.AddWorksheet("Notes").Cell("B7").SetValue("Appeler le 06 12 34 56 78");
        sheet.Cell("N9").SetValue("2 85 05 78 006 084 36");
        IntakeReading reading = Sent.Read(Sheets.Bytes(workbook));
        Assert.Equal(["Plan!K2", "Plan!N9", "Notes!B7"],
            reading.Problems.Where(problem => problem.Code is Validation.ProblemCode.PersonalData).Select(problem => problem.Path));
        Assert.Contains("A personal-data Plan!G2 ",
            string.Join('\n', Sent.Lines(Sent.Read(Sheets.With("2026", "voir avec 06 12 34 56 78")))),
            StringComparison.Ordinal);
        Assert.DoesNotContain("martin", string.Join(' ', Sent.Lines(reading)), StringComparison.Ordinal);
        Assert.Contains(reading.Problems, problem => problem is { Code: Validation.ProblemCode.SheetNotRead, Path: "Notes!A1" });
    }

    [Theory]
    [InlineData("utf-8", ";")]
    [InlineData("utf-8-bom", ";")]
    [InlineData("windows-1252", ";")]
    [InlineData("utf-8", "\t")]
    [InlineData("utf-8", ",")]
    public void Csv_AnyEncodingAndSeparator_IsRead(string encoding, string separator)
    {
        string text = string.Join("\r\n", new[]
        {
            "Poste;Dispositif;Financeur;Type de financeur;2026;Statut;Dépt", "Référent Dax;;État;État;\"26 000,00 €\";signé;01",
            "", "Référent Dax;;Département;Département;le reste;attribué;=\"01\"",
        }).Replace(";", separator, StringComparison.Ordinal);
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        System.Text.Encoding bytes = encoding is "windows-1252" ? System.Text.Encoding.GetEncoding(1252)
            : new System.Text.UTF8Encoding(encoding is "utf-8-bom");
        IntakeReading reading = Sent.Read([.. bytes.GetPreamble(), .. bytes.GetBytes(text)], "plan.csv");
        Assert.Empty(Sent.Errors(reading));
        Assert.Equal("26 000 € repris en 2 lignes : tout ce qui est lisible dans le fichier.",
            Sent.Account(reading));
        Assert.Equal(("Référent Dax", "01"), (reading.Facts.Posts[0].Label, reading.Facts.Posts[0].Departement));
    }

    [Fact]
    public void Csv_CommaThatCutsAnAmount_IsRefused()
    {
        IntakeReading reading = Sent.Read("Poste,Lieu,Financeur,Type de financeur,2026\nA,Dax,État,État,26 000,00\n"u8.ToArray(),
            "plan.csv");
        Assert.Equal(["ambiguous-cell plan!E2"], Sent.Errors(reading));
        Assert.Null(reading.Portfolio);
    }

    [Fact]
    public void Blank_Template_IsNoData()
    {
        IntakeReading reading = Sent.AndBack(IntakeTemplate.Blank(firstYear: 2026));
        Assert.Equal((IntakeForm.Simple, 0, 0), (reading.Form, reading.Account.RowsRead, reading.Facts.Posts.Length));
        // That it is empty is the one thing to be said of it (EmptyFormTests).
        Assert.Equal(["unreadable-file retour.xlsx"], YearsTables.Codes(reading));
        Assert.Equal(["unreadable-file retour.xlsx"], YearsTables.Codes(Sent.AndBack(IntakeTemplate.Complete())));
    }
}
