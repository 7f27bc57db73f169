using FundingReports.Wording;
using System.Text;
using ClosedXML.Excel;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>A file of subsidies for each kind of damage, its account line by line; money in is money out.</summary>
public class ScdlTests
{
    private const string TwoTaken =
        "31 234,56 € repris en 2 lignes : tout ce qui est lisible dans le fichier.";

    [Fact]
    public void Read_GoodLines_WaitForAPost()
    {
        ImportReading reading = Scdl.Read(Scdl.Good, Scdl.Other);
        Assert.Equal(TwoTaken, Scdl.Account(reading));
        // The part of one of several beneficiaries; and the checksums of our made-up SIRETs are right.
        Assert.Equal(["shared-subsidy sub!O3"], Scdl.Said(reading));
        AwaitingCommitment first = reading.Portfolio!.Awaiting[0];
        Assert.Equal(("scdl-d-1", "departement", CommitmentStatus.Signed, "2022-03-30"),
            (first.Id, first.Funder, first.Status, first.DecidedOn.ToString()));
        Assert.Equal((null, true), (first.From, first.Until.IsUnknown));
        Assert.Equal(("78467169500103", "W401001234", "Poste"),
            (first.Subsidy!.Beneficiary!.Siret, first.Subsidy.Beneficiary.Rna, first.Subsidy.Object));
        Assert.Equal(("2022-04-15", "2022-12-31", true),
            (reading.Facts.Awaiting[1].Subsidy!.PaidFrom.ToString(), reading.Facts.Awaiting[1].Subsidy!.PaidUntil.ToString(),
                reading.Facts.Awaiting[1].Subsidy!.NotifiedToEu));
        Assert.Empty(reading.Portfolio.Posts);
        Assert.Empty(reading.Portfolio.Commitments);
        Assert.Equal(FunderKind.Other, Assert.Single(reading.Portfolio.Funders).Kind);
    }

    [Fact]
    public void Read_OfficialExample_ComesInWithOneWarningOfChecksum()
    {
        ImportReading reading = OfficialFile.Read(ImportKind.Scdl,
            Path.Combine(AppContext.BaseDirectory, "seeds", "imports", "scdl-exemple.csv"));
        Assert.Equal("27 501 € repris en 2 lignes : tout ce qui est lisible dans le fichier.",
            Scdl.Account(reading));
        Assert.Equal(["not-money scdl-exemple!I2", "shared-subsidy scdl-exemple!N2", "not-money scdl-exemple!I3",
            "siret-checksum scdl-exemple!F3",
                "shared-subsidy scdl-exemple!N3"],
            Scdl.Said(reading));
        Assert.All(reading.Facts.Awaiting,
            awaiting => Assert.Equal(("2017-12-14", "2018-12-14"),
                (awaiting.Subsidy!.PaidFrom.ToString(), awaiting.Subsidy.PaidUntil.ToString())));
        Assert.Equal(["22000.80", "5500.20"], reading.Facts.Awaiting.Select(awaiting => ((Amount.Total)awaiting.Amount).Sum.ToString()));
    }

    public static TheoryData<string, string, string, string> Texts => new()
    {
        { "semicolons", ";", "utf-8", "\r\n" }, { "commas", ",", "utf-8", "\n" }, { "tabs", "\t", "utf-8", "\r\n" },
        { "mark", ";", "utf-8-bom", "\n" },
        { "windows-1252", ";", "windows-1252", "\r\n" }, { "utf-16", ";", "utf-16", "\r\n" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void Read_AnySeparatorAndEncoding_IsTheSame(string kind, string separator, string encoding, string newLine)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string text = string.Join(newLine,
            new[] { Scdl.Header, Scdl.Good, Scdl.Other }.Select(line => line.Replace(";", separator, StringComparison.Ordinal)));
        byte[] bytes = encoding switch
        {
            "utf-8-bom" => [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [0xff, 0xfe, .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.GetEncoding(encoding).GetBytes(text),
        };
        ImportReading reading = Scdl.Read(bytes, $"{kind}.csv");
        Assert.Equal(TwoTaken, Scdl.Account(reading));
        Assert.Equal(["aide en numéraire", "aide en numéraire"], reading.Facts.Awaiting.Select(awaiting => awaiting.Subsidy!.Nature));
        Assert.Equal("Département", reading.Facts.Funders[0].Name);
    }

    [Theory]
    [InlineData("montant", "montant")]
    [InlineData("montant", "Montant total de la subvention*")]
    [InlineData("montant", "Montant voté")]
    [InlineData("montant", "  MONTANT   ACCORDE ")]
    [InlineData("dateConvention", "Date de convention*")]
    [InlineData("dateConvention", "Date de la convention de subvention (AAAA-MM-JJ)")]
    [InlineData("dateConvention", "Date signature de la convention")]
    [InlineData("idBeneficiaire", "N° SIRET")]
    [InlineData("idBeneficiaire", "Numéro Siret")]
    [InlineData("idBeneficiaire", "SIRET bénéficiaire")]
    [InlineData("objet", "object")]
    public void Read_HeaderAsInRealFiles_IsRecognised(string column, string header)
    {
        ImportReading reading = Scdl.Read(
            Scdl.Csv(Scdl.Header.Replace($"{column};", $"{header};", StringComparison.Ordinal), Scdl.Good, Scdl.Other));
        Assert.Equal(TwoTaken, Scdl.Account(reading));
        Assert.DoesNotContain(reading.Problems, problem => problem.Code is ProblemCode.ColumnNotRead);
        Assert.Equal(("2022-03-30", "78467169500103", "Poste"),
            (reading.Facts.Awaiting[0].DecidedOn.ToString(), reading.Facts.Awaiting[0].Subsidy!.Beneficiary!.Siret,
                reading.Facts.Awaiting[0].Subsidy!.Object));
    }

    [Theory]
    [InlineData("exercice")]
    [InlineData("excercice")]
    [InlineData("Année budgétaire")]
    public void Read_BudgetYear_IsKeptAndIsNoPeriod(string header)
    {
        AwaitingCommitment awaiting = Scdl.Read(Scdl.Csv($"{header};{Scdl.Header}", $"2022;{Scdl.Good}")).Facts.Awaiting[0];
        Assert.Equal((2022, null), (awaiting.Subsidy!.BudgetYear, awaiting.From));
    }

    [Fact]
    public void Read_TitlesAboveTheHeader_ArePassedOver()
    {
        ImportReading reading = Scdl.Read(
            Scdl.Csv("Subventions 2022;;;", "", "Source : direction des finances, montant en euros", Scdl.Header, "", Scdl.Good, ";;;;",
                Scdl.Other));
        Assert.Equal(TwoTaken, Scdl.Account(reading));
        Assert.Equal(["shared-subsidy sub!O8"], Scdl.Said(reading));
    }

    [Theory]
    [InlineData("784 671 695 00103", "spaces")]
    [InlineData("784\u00a0671\u00a0695\u00a000103", "spaces")]
    [InlineData("78467169500103.0", "decimals")]
    [InlineData("78467169500103,00", "decimals")]
    [InlineData("'78467169500103", "spaces")]
    public void Siret_DamagedByASpreadsheet_IsRepairedAndSaid(string written, string how)
    {
        ImportReading reading = Scdl.Read(Scdl.With("idBeneficiaire", written));
        Assert.Equal("78467169500103", reading.Facts.Awaiting[0].Subsidy!.Beneficiary!.Siret);
        Problem repaired = Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.Repaired);
        Assert.Equal(("sub!F2", written, how), (repaired.Path, repaired.Found, repaired.Arguments[2]));
        Assert.Contains("est lu 78467169500103. Vérifiez-le.", repaired.Message(Language.French), StringComparison.Ordinal);
    }

    [Theory]
    // 05550204300015, whose zero was dropped: its checksum proves it.
    [InlineData("5550204300015", "05550204300015")]
    [InlineData("=\"78467169500103\"", "78467169500103")]
    [InlineData("35600000000048", "35600000000048")]
    public void Siret_ZerosOrProtection_AreUnderstood(string written, string expected) =>
        Assert.Equal(expected, Scdl.Read(Scdl.With("idBeneficiaire", written)).Facts.Awaiting[0].Subsidy!.Beneficiary!.Siret);

    [Theory]
    [InlineData("idBeneficiaire", "7846716950010", "length")]
    [InlineData("idBeneficiaire", "784671695", "siren")]
    [InlineData("idBeneficiaire", "7846716950O103", "")]
    [InlineData("idBeneficiaire", "7,84672E+13", "exponent")]
    [InlineData("idBeneficiaire", "78467169500000", "nic")]
    [InlineData("idAttribuant", "2240000180001", "length")]
    [InlineData("rnaBeneficiaire", "W4010012", "rna")]
    [InlineData("dateConvention", "2022-02-30", "date")]
    [InlineData("dateConvention", "bientôt", "date")]
    public void SecondaryCell_NotUnderstood_CostsNoMoney(string column, string written, string why)
    {
        ImportReading reading = Scdl.Read(Scdl.With(column, written), Scdl.Other);
        Assert.Equal(TwoTaken, Scdl.Account(reading));
        Problem kept = Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.KeptAsWritten);
        Assert.Equal((written, column, why), (kept.Found, kept.Arguments[0], kept.Arguments[1]));
        Assert.Equal(written, reading.Facts.Awaiting[0].Subsidy!.Unread[column]);
    }

    [Theory]
    [InlineData("", "montant à remplir", "0.00")]
    [InlineData("voir annexe", "montant illisible", "0.00")]
    [InlineData("1.234", "montant équivoque", "0.00")]
    [InlineData("12,345", "montant équivoque", "0.00")]
    [InlineData("environ 500", "montant illisible", "0.00")]
    [InlineData("5000000000", "montant illisible", "0.00")]
    public void Amount_NotUnderstood_SetsItsLineAside(string written, string why, string readable)
    {
        ImportReading reading = Scdl.Read(Scdl.With("montant", written), Scdl.Other);
        Assert.Contains($"Non pris en compte : {why} (ligne 2)", Scdl.Account(reading), StringComparison.Ordinal);
        Assert.Equal((readable, "1234.56"), (reading.Account.MoneySetAside.ToString(), reading.Account.MoneyKept.ToString()));
    }

    [Theory]
    [InlineData("-500")]
    [InlineData("-500,00 €")]
    [InlineData("500-")]
    [InlineData("(500)")]
    public void Amount_BelowZero_StandsApartAndLessensNothing(string written)
    {
        ImportReading reading = Scdl.Read(Scdl.With("montant", written), Scdl.Other);
        Assert.Equal("1 234,56 € repris en 1 ligne sur 2 : tous les crédits lisibles dans le fichier. "
            + "À part, hors de ces sommes : montant négatif, -500 € (ligne 2).", Scdl.Account(reading));
    }

    [Theory]
    [InlineData("30000", "30000.00")]
    [InlineData("30 000,5 €", "30000.50")]
    [InlineData("30\u202f000,00", "30000.00")]
    [InlineData("0", "0.00")]
    [InlineData("30.000,07", "30000.07")]
    public void Amount_AsPeopleWrite_IsReadToTheCent(string written, string expected) =>
        Assert.Equal(expected, Scdl.Sum(Scdl.Read(Scdl.With("montant", written))).ToString());

    [Theory]
    [InlineData("30/03/2022", "2022-03-30", false)]
    [InlineData("2022-03-30T00:00:00", "2022-03-30", false)]
    [InlineData("44650", "2022-03-30", true)]
    [InlineData("mars 2022", "2022-03", false)]
    [InlineData("", null, false)]
    public void Date_OfEveryKind_IsRead(string written, string? expected, bool isRepaired)
    {
        ImportReading reading = Scdl.Read(Scdl.With("dateConvention", written));
        Assert.Equal(expected, reading.Facts.Awaiting[0].DecidedOn?.ToString());
        Assert.Equal(isRepaired, reading.Problems.Any(problem => problem.Code is ProblemCode.Repaired));
        // Without a date of convention, nothing says that it is signed.
        Assert.Equal(expected is null ? CommitmentStatus.Granted : CommitmentStatus.Signed, reading.Facts.Awaiting[0].Status);
    }

    [Theory]
    [InlineData("datesPeriodeVersement", "2017-03-14_2018-03-14", "2017-03-14 2018-03-14")]
    [InlineData("datesPeriodeVersement", "2017-03-14/2018-03-14", "2017-03-14 2018-03-14")]
    [InlineData("datesPeriodeVersement", "14/03/2017 au 14/03/2018", "2017-03-14 2018-03-14")]
    [InlineData("datesPeriodeVersement", "2017", "2017 ")]
    [InlineData("datesPeriodeVersement", "2018-03-14/2017-03-14", " ")]
    [InlineData("datesPeriodeVersement", "en une fois", " ")]
    public void Payments_WithEitherSeparator_AreRead(string column, string written, string expected)
    {
        Subsidy subsidy = Scdl.Read(Scdl.With(column, written)).Facts.Awaiting[0].Subsidy!;
        Assert.Equal(expected, $"{subsidy.PaidFrom} {subsidy.PaidUntil}");
        // What is not understood, and no figure needs, is kept as it is written.
        Assert.Equal(expected == " " ? written : null, subsidy.Unread.GetValueOrDefault(column));
    }

    [Theory]
    [InlineData("oui", true)]
    [InlineData("NON ", false)]
    [InlineData("Oui", true)]
    [InlineData("peut-être", null)]
    [InlineData("", null)]
    public void YesNo_InAnyCase_IsRead(string written, bool? expected) =>
        Assert.Equal(expected, Scdl.Read(Scdl.With("notificationUE", written)).Facts.Awaiting[0].Subsidy!.NotifiedToEu);

    [Theory]
    [InlineData("0.45", "9/20")]
    [InlineData("45 %", "9/20")]
    [InlineData("0,45", "9/20")]
    [InlineData("45", "9/20")]
    [InlineData("100", "1/1")]
    [InlineData("1", "1/1")]
    [InlineData("0", null)]
    [InlineData("450", null)]
    public void Part_AsAFractionOrInPercent_IsRead(string written, string? expected) =>
        Assert.Equal(expected,
            Scdl.Read(Scdl.With("pourcentageSubvention", written)).Facts.Awaiting[0].Subsidy!.BeneficiaryPart?.ToString());

    [Theory]
    [InlineData("nomBeneficiaire", null, "required")]
    [InlineData("objet", null, "required")]
    [InlineData("nature", "subvention", "enum")]
    [InlineData("idRAE", "123456", "maxLength")]
    [InlineData("notificationUE", null, "required")]
    public void Line_AgainstTheSchema_IsTakenWithAWarning(string column, string? written, string constraint)
    {
        ImportReading reading = Scdl.Read(Scdl.With(column, written));
        Problem problem = Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.SchemaMismatch);
        Assert.Equal((column, constraint, Severity.Warning), (problem.Arguments[1], problem.Arguments[2], problem.Severity));
        Assert.Equal("30000.00", Scdl.Sum(reading).ToString());
    }

    [Fact]
    public void Line_WithoutSiretNorRna_IsTakenWithAWarning()
    {
        ImportReading reading = Scdl.Read(Scdl.With("idBeneficiaire", "").Replace("W401001234", "", StringComparison.Ordinal));
        Assert.Equal("one-of-required",
            Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.SchemaMismatch).Arguments[2]);
        Assert.Equal("30000.00", Scdl.Sum(reading).ToString());
    }

    [Fact]
    public void Line_OfTotals_CountsInNeither()
    {
        ImportReading reading = Scdl.Read(Scdl.Good, Scdl.Other, "TOTAL;;;;;;;;31234.56;;;;;;;");
        Assert.Equal(
            "31 234,56 € repris en 2 lignes sur 3 : tous les crédits lisibles dans le fichier. À part, hors de ces sommes : "
                + "total, 31 234,56 € (ligne 4).", Scdl.Account(reading));
    }

    [Fact]
    public void Line_CutInTwoByASeparator_IsSetAside()
    {
        ImportReading reading = Scdl.Read(Scdl.Good.Replace(";Poste;", ";Poste; accueil;", StringComparison.Ordinal), Scdl.Other);
        Assert.Equal("1234.56", Scdl.Sum(reading).ToString());
        Assert.Equal(1, reading.Account.RowsSetAside);
    }

    [Fact]
    public void Line_NobodyGivesOrReceives_IsSetAside()
    {
        string[] lines = [";;2022-03-30;;Association;78467169500103;;Poste;10.00",
            "Département;22400001800016;2022-03-30;;;;;Poste;20.00"];
        ImportReading reading = Scdl.Read(lines);
        Assert.Equal(
            "Rien n’est repris, sur 30 € lisibles en 2 lignes. Non pris en compte, 30 € : nom de l’attribuant à remplir "
                + "(ligne 2) ; nom du bénéficiaire à remplir (ligne 3).", Scdl.Account(reading));
    }

    [Fact]
    public void Workbook_WithNumbersAndDays_IsReadLikeText()
    {
        using var workbook = new XLWorkbook();
        workbook.AddWorksheet("Notice").Cell(1, 1).SetValue("Lisez-moi");
        IXLWorksheet sheet = workbook.AddWorksheet("Subventions 2022");
        sheet.Cell(1, 1).SetValue("Subventions votées");
        string[] columns = Scdl.Columns, good = Scdl.Good.Split(';'), other = Scdl.Other.Split(';');
        for (int i = 0; i < columns.Length; i++)
        {
            sheet.Cell(3, i + 1).SetValue(columns[i] + " *");
            sheet.Cell(4, i + 1).SetValue(good[i]);
            sheet.Cell(5, i + 1).SetValue(other[i]);
        }
        // What spreadsheets make of them: numbers, and a serial day.
        sheet.Cell(4, 2).SetValue(22400001800016d);
        sheet.Cell(4, 3).SetValue(new DateTime(2022, 3, 30));
        sheet.Cell(4, 9).SetValue(30000d);
        sheet.Cell(5, 3).SetValue(44650);
        sheet.Cell(5, 6).SetValue(5550204300015d);
        sheet.Cell(5, 9).SetValue(1234.56d);
        sheet.Cell(2_000, 30).Style.Fill.BackgroundColor = XLColor.Red;
        ImportReading reading = Scdl.Read(Sheets.Bytes(workbook), "sub.xlsx");
        Assert.Equal(TwoTaken, Scdl.Account(reading));
        Assert.Equal(["repaired Subventions 2022!F5", "repaired Subventions 2022!C5", "shared-subsidy Subventions 2022!O5"],
            Scdl.Said(reading));
        Assert.Equal("05550204300015", reading.Facts.Awaiting[1].Subsidy!.Beneficiary!.Siret);
        Assert.Equal("2022-03-30", reading.Facts.Awaiting[1].DecidedOn.ToString());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("bonjour", "no-subsidies")]
    [InlineData("nomAttribuant;nomBeneficiaire;objet", "missing-column")]
    [InlineData("nomAttribuant;nomBeneficiaire;montant", "nothing-taken")]
    public void Read_NoSuchFile_SaysWhy(string text, string cause)
    {
        ImportReading reading = Scdl.Read(Encoding.UTF8.GetBytes(text));
        Assert.Null(reading.Portfolio);
        Assert.Equal(cause is "nothing-taken", reading.IsOpened);
        Assert.Contains(reading.Problems, problem => problem.CodeName == cause || problem.Arguments.Contains(cause));
    }

    [Fact]
    public void Read_QuoteNeverClosed_LosesNoLineInSilence()
    {
        ImportReading reading = Scdl.Read(Scdl.Csv(Scdl.Header, Scdl.Good, Scdl.With("objet", "\"Poste"), Scdl.Other));
        Assert.Equal("31 234,56 € repris en 2 lignes, sur 61 234,56 € lisibles en 3 lignes. Non pris en compte, 30 000 € : guillemet "
            + "jamais fermé (ligne 3).", Scdl.Account(reading));
        // A quote within a value is text.
        Assert.Equal(TwoTaken, Scdl.Account(Scdl.Read(Scdl.With("objet", "Poste \"A\" suite"), Scdl.Other)));
    }

    [Fact]
    public void Read_OnlyWhatIsAsked_CountsTheOthers()
    {
        using var stream = new MemoryStream(Scdl.Csv([Scdl.Header, Scdl.Good, Scdl.Other]));
        ImportReading reading = ScdlImport.Read(stream, "sub.csv", new() { Asked = ScdlAsked.OfBeneficiaries(["784671695"]) });
        Assert.Equal(
            "30 000 € repris en 1 ligne, sur 31 234,56 € lisibles en 2 lignes. Non pris en compte, 1 234,56 € : non demandée (ligne "
                + "3).", Scdl.Account(reading));
        Assert.Single(reading.Portfolio!.Awaiting);
    }

    [Fact]
    public void Read_ManyLinesWithTheSameProblem_SaysTheFirstAndHowMany()
    {
        ImportReading reading = Scdl.Read([.. Enumerable.Repeat(Scdl.With("montant", "beaucoup"), 3_000)]);
        Assert.Equal(100, reading.Problems.Count(problem => problem.Code is ProblemCode.UnreadableCell));
        Assert.Equal((string[])["unreadable-cell", "I", "2900"],
            Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.MoreOfTheSame).Arguments.ToArray());
        Assert.Equal((3_000, 3_000, 1_000), (reading.Account.RowsRead, reading.Account.RowsSetAside, reading.Account.SetAside.Length));
        Assert.Contains("montant illisible (lignes 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 et 2990 autres)",
            Scdl.Account(reading), StringComparison.Ordinal);
    }
}
