using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>Each file of tests/corpus/files with its right answer: what is taken, what is not, and what is said.</summary>
public class FileAnswerTests
{
    private static readonly ImportOptions today = new() { AsOf = new LocalDate(2026, 11, 26) };

    [Theory]
    // Money taken of what is readable, in how many of the lines; and what must be said.
    [InlineData("01a-comma-decimal-comma-separated.csv", "24975.50 of 24975.50 in 1 of 1", "repaired CSV!H2")]
    [InlineData("01b-comma-decimal-last-cell-empty.csv", "24975.50 of 24975.50 in 1 of 1", "repaired CSV!H2")]
    [InlineData("03-bom-then-cp1252.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("04-mixed-encodings.csv", "6000.00 of 6000.00 in 6 of 6", "text-encoding 04-mixed-encodings!A7")]
    [InlineData("05-siren-instead-of-siret.csv", "3000.00 of 3000.00 in 3 of 3", "kept-as-written 05-siren-instead-of-siret!F2")]
    [InlineData("06-siret-scientific.csv", "2000.00 of 2000.00 in 2 of 2", "kept-as-written 06-siret-scientific!F3")]
    [InlineData("08-two-funders-one-truncated-siret.csv", "3000.00 of 3000.00 in 2 of 2", "kept-as-written CSV!B2")]
    [InlineData("10-orphan-quote.csv", "27000.00 of 31000.00 in 4 of 5", "ambiguous-cell 10-orphan-quote!A4")]
    [InlineData("10b-quotes-inside.csv", "7000.00 of 7000.00 in 3 of 3", "")]
    [InlineData("10c-one-orphan-quote-in-100-lines.csv", "9900.00 of 10000.00 in 99 of 100", "ambiguous-cell CSV!A52")]
    [InlineData("10d-two-orphan-quotes.csv", "800.00 of 1000.00 in 8 of 10", "ambiguous-cell 10d-two-orphan-quotes!A9")]
    [InlineData("11-several-payment-dates.csv", "10000.00 of 10000.00 in 10 of 10", "kept-as-written 11-several-payment-dates!K6")]
    [InlineData("13-date-in-prose.csv", "8000.00 of 8000.00 in 8 of 8", "kept-as-written 13-date-in-prose!C2")]
    [InlineData("15-exact-duplicates.csv", "5000.00 of 15000.00 in 1 of 3", "row-twice 15-exact-duplicates!3")]
    [InlineData("16-NA-for-blank.csv", "7000.00 of 7000.00 in 7 of 8", "missing 16-NA-for-blank!H9")]
    [InlineData("18-headers-deux-sevres.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("18b-headers-scdl-1.csv", "22000.80 of 22000.80 in 1 of 1", "")]
    [InlineData("19-funder-name-on-a-later-line.csv", "7000.00 of 7000.00 in 3 of 3", "")]
    [InlineData("20-bad-rna-beside-good-siret.csv", "7000.00 of 7000.00 in 7 of 7", "repaired 20-bad-rna-beside-good-siret!G5")]
    [InlineData("22-total-lines.csv", "3000.00 of 3000.00 in 2 of 8", "total-row 22-total-lines!H6")]
    [InlineData("24-annee-and-date.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("24b-two-payment-columns.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25a-sep-line.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25b-trailing-separators.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25c-tabs.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25d-pipes.csv", "1000.00 of 1000.00 in 1 of 1", "text-separator 25d-pipes!A1")]
    [InlineData("25e-utf16.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25g-cr-only.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25h-all-quoted-one-cell.csv", "1000.00 of 1000.00 in 1 of 1", "text-separator 25h-all-quoted-one-cell!A1")]
    [InlineData("25j-header-two-lines-in-cell.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25k-multiline-cells.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25l-nbsp-in-headers.csv", "1000.00 of 1000.00 in 1 of 1", "")]
    [InlineData("25o-future-and-old.csv", "3000.00 of 3000.00 in 3 of 3", "after-as-of 25o-future-and-old!C4")]
    [InlineData("26-percent-share.csv", "9000.00 of 9000.00 in 9 of 9", "repaired 26-percent-share!N4")]
    [InlineData("28-loan-and-guarantee.csv", "1000.00 of 1000.00 in 1 of 3", "not-money 28-loan-and-guarantee!P3")]
    [InlineData("30-xlsx-booleans.xlsx", "3000.00 of 3000.00 in 2 of 2", "")]
    [InlineData("32-xlsx-float-noise.xlsx", "33993.02 of 33993.02 in 2 of 2", "")]
    [InlineData("33-xlsx-two-tables.xlsx", "6000.00 of 6000.00 in 2 of 2", "")]
    [InlineData("34-xlsx-hidden-first-sheet.xlsx", "1000.00 of 1000.00 in 1 of 1", "hidden-sheet ancien!A1")]
    [InlineData("35-xlsx-hidden-row.xlsx", "1000.00 of 3000.00 in 1 of 2", "hidden-rows Sheet!A3")]
    [InlineData("36-xlsx-merged-funder.xlsx", "7000.00 of 7000.00 in 3 of 3", "")]
    [InlineData("37-xlsx-formula-no-value.xlsx", "2000.00 of 2000.00 in 1 of 2", "formula-without-value Sheet!H2")]
    [InlineData("38-xlsx-siret-number.xlsx", "6000.00 of 6000.00 in 3 of 3", "kept-as-written Sheet!F3")]
    [InlineData("41-xlsx-1000-empty-formatted-rows.xlsx", "1000.00 of 1000.00 in 1 of 4", "missing Sheet!H6")]
    [InlineData("42-xlsx-percent-format.xlsx", "3000.00 of 3000.00 in 2 of 2", "")]
    [InlineData("60-comma-thousands.csv", "1302000.50 of 1302000.50 in 4 of 9", "ambiguous-cell 60-comma-thousands!H2")]
    public void Subsidies(string name, string sums, string said)
    {
        ImportReading reading = FileAnswers.Read(name, today);
        Assert.Equal(sums, FileAnswers.Sums(reading));
        if (said.Length > 0)
            Assert.Contains(said, Scdl.Said(reading));
        Assert.DoesNotContain(reading.Problems, problem => problem.Code is ProblemCode.PersonalData);
    }

    [Theory]
    [InlineData("03-bom-then-cp1252.csv", "Département de la Somme")]
    [InlineData("04-mixed-encodings.csv", "Département de la Mayenne")]
    [InlineData("08-two-funders-one-truncated-siret.csv", "Département de la Mayenne|Département de la Meuse")]
    [InlineData("18-headers-deux-sevres.csv", "Département D")]
    [InlineData("19-funder-name-on-a-later-line.csv", "Commune de Testville")]
    [InlineData("36-xlsx-merged-funder.xlsx", "Commune de Testville")]
    public void Funders(string name, string names) =>
        Assert.Equal(names, string.Join('|', FileAnswers.Read(name).Facts.Funders.Select(funder => funder.Name)));

    [Theory]
    [InlineData("13-date-in-prose.csv", "|||2023||||1998-05-02")]
    [InlineData("31-xlsx-1904.xlsx", "2024-03-15|2021-12-31")]
    [InlineData("31c-xlsx-1904-saved-by-libreoffice.xlsx", "2024-03-15|2021-12-31")]
    public void Days(string name, string days) => Assert.Equal(days.Split('|').Order(StringComparer.Ordinal),
        FileAnswers.Read(name).Facts.Awaiting.Select(awaiting => awaiting.DecidedOn?.ToString() ?? "").Order(StringComparer.Ordinal));

    [Fact]
    public void Payments_FirstAndLast() => Assert.Equal(
        ["2017-03-29 2017-08-24", "2024-01-15 ", "2024-02-01 2024-12-31", "2024-02-01 2024-12-31", " ", "2024 ", "2024 2026", "2024 2026",
            "2024-03-09 2024-04-01", " "],
        FileAnswers.Read("11-several-payment-dates.csv").Facts.Awaiting
            .Select(awaiting => $"{awaiting.Subsidy!.PaidFrom} {awaiting.Subsidy.PaidUntil}"));

    [Fact]
    public void Statuses_AreReadAndSaidInTheAccount()
    {
        ImportReading reading = FileAnswers.Read("27-status-column.csv");
        Assert.Equal([CommitmentStatus.Signed, CommitmentStatus.Refused, CommitmentStatus.Refused, CommitmentStatus.Requested],
            reading.Facts.Awaiting.Select(awaiting => awaiting.Status));
        Assert.Contains("Dont : 8 000 € seulement sollicités, 6 000 € refusés.", Scdl.Account(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void AidInKind_StandsApart() => Assert.Equal(
        "Rien n’est repris, sur 6 000 € lisibles en 2 lignes. Non pris en compte, 6 000 € : cellules en trop ou en moins "
            + "(ligne 3). "
            + "À part, hors de ces sommes : aide en nature, 5 000 € (ligne 2).",
        Scdl.Account(FileAnswers.Read("29-nature-en-nature.csv")));

    [Fact]
    public void Amounts_TakenAreNeverMoreThanReadable()
    {
        ImportReading reading = FileAnswers.Read("17-amounts.csv");
        Assert.True(reading.Account.MoneyKept <= reading.Account.MoneyReadable);
        Assert.Equal(["15", "16"], reading.Account.SetAside.Where(row => row.Why(Language.French) is "montant négatif")
            .Select(row => $"{row.Row}"));
        Assert.Equal(["17", "18"], reading.Account.SetAside.Where(row => row.Why(Language.French) is "montant "
            + "équivoque").Select(row => $"{row.Row}"));
    }

    [Fact]
    public void WithoutPayer_AsksForIt_AndTakesIt()
    {
        ImportReading asked = FileAnswers.Read("12-no-attribuant-column.csv");
        Assert.Contains("--attribuant", Assert.Single(asked.Problems).Message(Language.French), StringComparison.Ordinal);
        ImportReading told = FileAnswers.Read("12-no-attribuant-column.csv", new() { Payer = new("Département de l'Yonne",
            "22890001900012") });
        Assert.Equal("1000.00 of 1000.00 in 1 of 1", FileAnswers.Sums(told));
        Assert.Equal(("Département de l'Yonne", "22890001900012"), (told.Facts.Funders[0].Name, told.Facts.Funders[0].Siret));
    }

    [Fact]
    public void Columns_AreWhatSomebodySays()
    {
        byte[] bytes = Scdl.Csv("Qui;Pour qui;Combien;Statut", "Commune;Association;1000;zz");
        var columns = new Dictionary<string, string?> { ["qui"] = "nomAttribuant", ["Pour qui"] = "nomBeneficiaire",
            ["combien"] = "montant" };
        Assert.Equal("0.00 of 1000.00 in 0 of 1", FileAnswers.Sums(OfficialFile.Read(ImportKind.Scdl, new MemoryStream(bytes), "s.csv",
            new() { Columns = columns })));
        columns["Statut"] = null;
        Assert.Equal("1000.00 of 1000.00 in 1 of 1", FileAnswers.Sums(OfficialFile.Read(ImportKind.Scdl, new MemoryStream(bytes), "s.csv",
            new() { Columns = columns })));
    }

    [Theory]
    [InlineData("25m-empty.csv", "unreadable-file")]
    [InlineData("25n-header-only.csv", "nothing-taken")]
    [InlineData("32b-xlsx-more-decimals.xlsx", "nothing-taken")]
    public void NothingTaken_IsAnError(string name, string code)
    {
        ImportReading reading = FileAnswers.Read(name);
        Assert.Null(reading.Portfolio);
        Assert.Contains(reading.Problems, problem => problem.CodeName == code && problem.Severity is Severity.Error);
    }

    [Theory]
    [InlineData(ImportKind.Fonjep, "50b-fonjep-closed-and-reopened.xlsx", "14682.00 of 14682.00 in 3 of 3", "not-money Poste!C2")]
    [InlineData(ImportKind.Fonjep, "51-fonjep-zero-amount.xlsx", "7164.00 of 7164.00 in 2 of 2", "not-money Poste!J2")]
    [InlineData(ImportKind.Fonjep, "52-fonjep-status-ferme.xlsx", "7164.00 of 7164.00 in 1 of 1", "not-money Poste!C2")]
    [InlineData(ImportKind.Fonjep, "53-fonjep-ridet.xlsx", "7164.00 of 7164.00 in 1 of 1", "value-left-out Tiers!F2")]
    [InlineData(ImportKind.Subventia, "54-subventia-boolean-cell.xlsx", "20000.00 of 20000.00 in 1 of 1", "deadlines-taken Sheet1!G2")]
    public void Exports(ImportKind kind, string name, string sums, string said)
    {
        ImportReading reading = FileAnswers.Read(kind, name);
        Assert.Equal(sums, FileAnswers.Sums(reading));
        Assert.Contains(said, Imported.Codes(reading));
        Assert.DoesNotContain(reading.Problems, problem => problem.Code is ProblemCode.PersonalData);
    }

    [Theory]
    [InlineData("70-form-cost-50,000.xlsx", "ambiguous-cell Plan!F4 ambiguous-cell Plan!F5 ambiguous-cell Plan!F6")]
    [InlineData("71-form-formula-without-value.xlsx",
        "formula-without-value Plan!F4 formula-without-value Plan!F5 formula-without-value Plan!F6")]
    [InlineData("73-form-etp.xlsx", "")]
    [InlineData("74-form-dates.xlsx", "unreadable-cell Plan!N20 unreadable-cell Plan!N23 unreadable-cell Plan!N24")]
    [InlineData("75-form-1904-saved-by-libreoffice.xlsx", "")]
    [InlineData("76-form-openpyxl-annotate-crash.xlsx", "")]
    [InlineData("79-form-years.xlsx", "")]
    public void Forms(string name, string errors) =>
        Assert.Equal(errors, string.Join(' ', Sent.Errors(Sent.Read(FileAnswers.Bytes(name), name))));

    [Fact]
    public void Form_Of1904_EndsWhereItSays() => Assert.Contains(
        Sent.Read(FileAnswers.Bytes("75-form-1904-saved-by-libreoffice.xlsx"), "75.xlsx").Facts.Commitments,
        commitment => commitment.Until.ToString() == "2026-06-30");

    [Fact]
    public void Form_WorkingTimes_AreRead()
    {
        IntakeReading reading = Sent.Read(FileAnswers.Bytes("73-form-etp.xlsx"), "73.xlsx");
        Assert.Equal(["0.5", "0.5", "0.5", "1", "0.5", "1"], reading.Facts.Posts.Take(6).Select(post => $"{post.Fte:0.##}"));
        Assert.DoesNotContain(reading.Problems, problem => problem.Code is ProblemCode.PersonalData);
    }

    [Fact]
    public void Form_Days_AreRead() => Assert.Equal(["2026", "2026-06-30", "2026-06-30", "2026-06", "2026-06", "2026-06-30"],
        Sent.Read(FileAnswers.Bytes("74-form-dates.xlsx"), "74.xlsx").Facts.Commitments.Take(6)
            .Select(commitment => commitment.Until.ToString()));

    /// <summary>« Exercice 2026 », 2026 as a number or as its first day; two years in one header are none, and stop their rows.</summary>
    [Fact]
    public void Form_YearsAsHeaders_AreRead()
    {
        Assert.All(Sent.Read(FileAnswers.Bytes("79-form-years.xlsx"), "79.xlsx").Facts.Commitments,
            commitment => Assert.Equal("2026", commitment.From.ToString()));
        static IntakeReading Read(object? twoYears) => Sent.Read(Sheets.Build(sheet =>
        {
            Sheets.Fill(
                sheet, ["Poste", "Financeur", "", "", "Exercice 2028", "2026-2027"], [["A", "État", 1_000m, 2_000m, 3_000m, twoYears]], 1);
            sheet.Cell(1, 3).SetValue(2026);
            Sheets.Put(sheet.Cell(1, 4), new DateTime(2027, 1, 1));
        }));
        IntakeReading reading = Read(null);
        Assert.Equal(["A · État · YearlyAmounts 1000.00 2000.00 3000.00 · 2026..2028 · Announced"], YearsTables.Money(reading));
        Assert.Contains("money-column-not-read Plan!F1", YearsTables.Codes(reading));
        reading = Read(9_000m);
        Assert.Contains("ambiguous-cell Plan!F1", YearsTables.Codes(reading));
        Assert.Null(reading.Portfolio);
    }
}
