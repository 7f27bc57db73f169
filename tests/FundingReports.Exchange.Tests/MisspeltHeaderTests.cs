using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using FundingReports.Exchange.Forms;
using FundingReports.Portfolios;
using FundingReports.Tests;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// Headers as tired people type them: the table is read as if they were well spelt, and it is said; or the column is not read, it is said,
/// and no figure is made without it. FUNDINGREPORTS_ROUNDS says how many tables.
/// </summary>
public class MisspeltHeaderTests
{
    private static readonly string[] form = ["Poste", "Lieu", "Employeur", "ETP", "Coût 2026", "Coût 2027", "Financeur", "Dispositif",
        "Montant 2026", "Montant 2027", "Plafond", "Statut", "Du", "Au", "Date de l'acte", "Observations"];

    private static readonly object?[][] table =
    [
        ["ISCG, Dax", "Dax", "CCAS", "0,8", 52_000m, 53_000m, "État", "FIPD", 26_000m, 26_500m, 30_000m, "conventionné", null, null,
            new DateTime(2025, 12, 5), "relancé"],
        ["ISCG, Dax", "Dax", "CCAS", "0,8", 52_000m, 53_000m, "Département", null, "12 500 €", "25 %", null, "sollicité",
            new DateTime(2026, 3, 1), new DateTime(2027, 6, 30), null, null],
        ["ISCG, Tartas", "Tartas", "CIAS", "1", 48_000m, 49_000m, "Commune de Tartas", null, "le solde", "le solde", 9_000m, "voté",
            null, null, new DateTime(2025, 11, 2), null],
        ["ISCG, Tartas", "Tartas", "CIAS", "1", 48_000m, 49_000m, "Région", null, 4_000m, null, null, "refusé", null, null, null, null],
    ];

    [Fact]
    public void Form_OfMisspeltHeaders_GivesTheDataOrSaysSo()
    {
        string[] whole = Figures(Sent.Read(YearsTables.One(form, table)));
        Assert.Equal(9, whole.Length);
        int understood = 0;
        for (int seed = 0; seed < Rounds.Of(300); seed++)
        {
            var random = new Random(seed);
            string[] headers = [.. form];
            foreach (int i in Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next(form.Length)).Distinct())
                headers[i] = Misspelt(form[i], random);
            IntakeReading reading = Sent.Read(YearsTables.One(headers, table));
            string what = $"seed {seed}\n{string.Join(" | ", headers)}\n{string.Join('\n', Sent.Lines(reading))}";
            if (reading.Portfolio is not null)
            {
                Assert.True(whole.SequenceEqual(Figures(reading)), what);
                understood++;
            }
            // What a header names otherwise is said at its cell; spaces, case and accents are no other name, nor is « Post ».
            for (int i = 0; i < headers.Length; i++)
                if (FormSheet.KeyOf(headers[i]) != FormSheet.KeyOf(form[i]) && YearsForm.Table.Find(headers[i]) is null)
                    Assert.True(IsPlural(headers[i], form[i]) || reading.Problems.Any(problem => problem.Severity is Severity.Error
                        || problem.Path == $"Plan!{(char)('A' + i)}1"), what);
        }
        Assert.True(understood * 2 > Rounds.Of(300), $"{understood} understood");
    }

    [Theory]
    [InlineData("Financuer", "Financeur")]
    [InlineData("Montant 2O26", "2026")]
    [InlineData("Montnat  2026", "2026")]
    [InlineData("Statutt", "Statut")]
    [InlineData("Palfond", "Plafond (€/an)")]
    [InlineData("C0ût 2026", "Coût 2026")]
    [InlineData("Coûtt 2026", "Coût 2026")]
    [InlineData("Dispositf", "Dispositif")]
    [InlineData("Dat de l'acte", "Date de l’acte")]
    public void Header_NearOneAlone_IsReadAndSaid(string header, string column)
    {
        IntakeReading reading = With(column, header);
        Assert.Equal(Figures(Sent.Read(YearsTables.One(form, table))), Figures(reading));
        Problem said = Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.HeaderTaken);
        Assert.Equal((header, column), (said.Found, said.Arguments[0]));
        Assert.Equal($"Plan!{(char)('A' + PlaceOf(column))}1", said.Path);
        Assert.Equal(Severity.Warning, said.Severity);
    }

    [Theory]
    [InlineData("Cout annuel")]
    [InlineData("INTITULE DU POSTE")]
    [InlineData("Financement  2026")]
    [InlineData("Financements 2026")]
    public void Header_OfOtherCaseAccentsOrSpaces_IsReadWithoutAWord(string header)
    {
        string column = header.Contains('2') ? "2026" : header.StartsWith('C') ? "Coût 2026" : "Poste";
        Assert.DoesNotContain(With(column, header).Problems,
            problem => problem.Code is ProblemCode.HeaderTaken or ProblemCode.ColumnNotRead or ProblemCode.MoneyColumnNotRead);
    }

    // Well spelt, they are other things; a letter more or less makes another word of them.
    [Theory]
    [InlineData("Montant minimum", "Plafond (€/an)")]
    [InlineData("Signé", "Dispositif")]
    [InlineData("Suite", "Lieu")]
    [InlineData("Mission", "Employeur")]
    public void Header_OfAnotherWord_IsNotTaken(string header, string column) =>
        Assert.DoesNotContain(With(column, header).Problems, problem => problem.Code is ProblemCode.HeaderTaken);

    [Theory]
    [InlineData("Mtt 26", "2026", "header-money")]
    [InlineData("Mnotnat 2026", "2026", "header-money")]
    [InlineData("Part de l'État 2026", "2026", "header-money")]
    [InlineData("206", "2026", "header-money")]
    [InlineData("Montant 2062", "2026", "header-year")]
    [InlineData("Où en est-on ?", "Statut", "header-status")]
    [InlineData("Plfnd", "Plafond (€/an)", "header-money")]
    [InlineData("A", "Au", "header-date")]
    public void Column_OfMoneyStatusOrDays_NearNothing_StopsItsLines(string header, string column, string why)
    {
        IntakeReading reading = With(column, header);
        Problem asked = Assert.Single(reading.Problems, problem => problem.Code is ProblemCode.AmbiguousCell);
        Assert.Equal((why, $"Plan!{(char)('A' + PlaceOf(column))}1"), (asked.Arguments[0], asked.Path));
        Assert.Null(reading.Portfolio);
        int filled = table.Count(row => row[PlaceOf(column)] is not null);
        Assert.Equal(filled, reading.Account.RowsSetAside);
    }

    [Fact]
    public void Header_BetweenTwo_IsAskedAbout()
    {
        var near = new NearHeaders<string>([("Notifié le", "a"), ("Modifié le", "b")]);
        Assert.Equal(["a", "b"], near.Of("Nodifié le").Order());
        Assert.Equal("a", Assert.Single(near.Of("Notifé le")));
    }

    // What people add for themselves, and say so.
    [Theory]
    [InlineData("Versé 2026", ProblemCode.MoneyColumnNotRead)]
    [InlineData("Reste à trouver 2026", ProblemCode.MoneyColumnNotRead)]
    [InlineData("Code postal", ProblemCode.ColumnNotRead)]
    [InlineData("Contrôle 2026", null)]
    public void Column_OfOnesOwn_StopsNothing(string header, ProblemCode? said)
    {
        IntakeReading reading = Sent.Read(YearsTables.One([.. form, header], [.. table.Select(row => (object?[])[.. row, 40_100m])]));
        Assert.NotNull(reading.Portfolio);
        Assert.Equal(said, reading.Problems.Where(problem => problem.Path == "Plan!Q1").Select(problem => (ProblemCode?)problem.Code)
            .FirstOrDefault());
    }

    [Fact]
    public void FullForm_OfMisspeltHeadersAndSheets_GivesTheDataOrSaysSo()
    {
        byte[] sent = Sent.Bytes(IntakeTemplate.Complete(
            Portfolio.Load(Path.Combine(AppContext.BaseDirectory, "seeds/landes/portfolio.json"))));
        string[] whole = Figures(Sent.Read(sent));
        for (int seed = 0; seed < Rounds.Of(40); seed++)
        {
            var random = new Random(seed);
            string what = $"seed {seed}";
            byte[] changed = Changed(sent, workbook =>
            {
                IXLWorksheet sheet = workbook.Worksheet(((string[])["Postes", "Conventions", "Financeurs", "Coûts"])[random.Next(4)]);
                if (random.Next(5) == 0)
                    what += $" sheet {sheet.Name} {sheet.Name = Misspelt(sheet.Name, random).Replace('/', ' ')}";
                IXLRow row = sheet.RowsUsed().First(used => used.Cells().Any(cell => cell.GetString().TrimEnd('*', ' ') is "Identifiant"
                    or "Poste"));
                IXLCell header = row.CellsUsed().ElementAt(random.Next(row.CellsUsed().Count()));
                what += $" {sheet.Name}!{header.Address} {header.GetString()}";
                string spoilt = Misspelt(header.GetString(), random);
                header.SetValue(spoilt);
                what += $" = {spoilt}";
            });
            IntakeReading reading = Sent.Read(changed);
            Assert.True(reading.Portfolio is null || whole.SequenceEqual(Figures(reading)),
                $"{what}\n{string.Join('\n', Sent.Lines(reading))}");
        }
    }

    [Fact]
    public void Exports_OfMisspeltHeaders_GiveTheDataOrSaySo()
    {
        byte[] fonjep = new FonjepExport().With(FonjepExport.Post("10004", 2021, 7164m, new DateTime(2023, 12, 31)),
            FonjepExport.Post("10004", 2022, 7164m, new DateTime(2023, 12, 31)), FonjepExport.Post("10005", 2022, 3582m, null)).Bytes();
        byte[] subventia = Sheets.Build(sheet => Sheets.Fill(sheet, ["Financeur Principal", "SIRET - Demandeur",
            "Référence administrative - Demande", "Date - Décision", "Montant voté TTC - Décision", "Statut - Dossier de financement",
            "Montant Ttc"], [["Préfecture", "35600000000048", "DS-1", new DateTime(2023, 5, 2), 25_000m, "VOTE", 10_000m],
                ["Préfecture", "35600000000048", "DS-2", null, 7_000m, "INSTRUCTION", 9_000m]], 1));
        byte[] chorus = Sheets.Build(sheet => Sheets.Fill(sheet, ["N° EJ", "Fournisseur payé (DP)", "", "Code taxe 1",
            "Exercice comptable", "N° DP", "Date de dernière opération sur la DP", "Montant payé"],
            [["2104512345", "1000123456", "Ligue", "35600000000048", 2025, "100000001", new DateTime(2025, 5, 2), 12_000m],
                ["2104512346", "1000123456", "Ligue", "35600000000048", 2024, "100000002", new DateTime(2024, 5, 2), 5_000m]], 1));
        byte[] scdl = Sheets.Build(sheet => Sheets.Fill(sheet, [.. Scdl.Columns, "statut", "montantDemande"],
            [[.. Scdl.Good.Split(';'), "voté", "40000"], [.. Scdl.Other.Split(';'), "refusé", "5000"]], 1));
        foreach ((ImportKind kind, byte[] bytes) in ((ImportKind, byte[])[])[
            (ImportKind.Fonjep, fonjep), (ImportKind.Subventia, subventia), (ImportKind.Chorus, chorus), (ImportKind.Scdl, scdl)])
        {
            string[] whole = Money(Import(kind, bytes));
            Assert.NotEmpty(whole);
            int understood = 0;
            for (int seed = 0; seed < Rounds.Of(60); seed++)
            {
                var random = new Random(seed);
                string place = "", spoilt = "";
                byte[] changed = Changed(bytes, workbook =>
                {
                    IXLCell[] headers = [.. workbook.Worksheet(1).Row(1).CellsUsed()];
                    IXLCell header = headers[random.Next(headers.Length)];
                    place = $"{header.Worksheet.Name}!{header.Address}";
                    header.SetValue(spoilt = Misspelt(header.GetString(), random));
                });
                ImportReading reading = Import(kind, changed);
                string what = $"{kind} seed {seed} {place} {spoilt}\n"
                    + string.Join('\n', reading.Problems.Select(problem => problem.ToLine(Language.French)));
                if (whole.SequenceEqual(Money(reading)))
                    understood++;
                else
                    // Less, and said; never another sum, nor another worth.
                    Assert.True(Money(reading).All(whole.Contains) && (!reading.IsOpened
                        || reading.Problems.Any(problem => problem.Path.StartsWith(place.TrimEnd('1'), StringComparison.Ordinal)
                            || problem.Code is ProblemCode.MissingColumn)), what);
            }
            Assert.True(understood * 4 > Rounds.Of(60) * 3, $"{kind}: {understood} understood");
        }
    }

    private static ImportReading Import(ImportKind kind, byte[] bytes) => OfficialFile.Read(kind, new MemoryStream(bytes), "export.xlsx");

    private static string[] Money(ImportReading reading) =>
        [.. reading.Facts.Commitments.Select(one => $"{string.Join(' ', one.Posts)} {one.Amount} {one.From} {one.Status}")
            .Concat(reading.Facts.Awaiting.Select(one => $"{one.Amount} {one.Status} {one.References.GetValueOrDefault("decision")}"))
            .Concat(reading.Facts.Payments.Select(one => $"{one.Amount}")).Order(StringComparer.Ordinal)];

    // What figures are made of: costs, and who pays what, on which days, worth what.
    private static string[] Figures(IntakeReading reading) =>
        [.. reading.Facts.Posts.SelectMany(post => post.Costs.Select(cost => $"{post.Label} {cost.From} {cost.Annual}"))
            .Concat(YearsTables.Money(reading)).Order(StringComparer.Ordinal)];

    private static int PlaceOf(string column) => Array.FindIndex(form, header => header.EndsWith(column.Split('(')[0].Trim().Replace('’',
        '\''), StringComparison.Ordinal) && !(column == "2026" && header.StartsWith('C')));

    private static IntakeReading With(string column, string header)
    {
        string[] headers = [.. form];
        headers[PlaceOf(column)] = header;
        return Sent.Read(YearsTables.One(headers, table));
    }

    private static byte[] Changed(byte[] bytes, Action<XLWorkbook> change)
    {
        using var workbook = new XLWorkbook(new MemoryStream(bytes));
        change(workbook);
        return Sheets.Bytes(workbook);
    }

    private static bool IsPlural(string one, string other) => one + "s" == other || other + "s" == one;

    private static string Misspelt(string header, Random random)
    {
        int[] letters = [.. Enumerable.Range(0, header.Length).Where(i => char.IsLetterOrDigit(header[i]))];
        int at = letters[random.Next(letters.Length)];
        char c = header[at];
        return random.Next(9) switch
        {
            0 when at + 1 < header.Length => $"{header[..at]}{header[at + 1]}{c}{header[(at + 2)..]}",
            1 => header.Remove(at, 1),
            2 => header.Insert(at, $"{c}"),
            // Another figure makes another year, which nobody can tell.
            3 when char.IsLetter(c) => $"{header[..at]}{(char)('a' + random.Next(26))}{header[(at + 1)..]}",
            4 => header.Replace('0', 'O').Replace('o', '0'),
            5 => new string([.. header.Normalize(NormalizationForm.FormD)
                .Where(one => CharUnicodeInfo.GetUnicodeCategory(one) is not UnicodeCategory.NonSpacingMark)]),
            6 => random.Next(2) == 0 ? header.ToUpperInvariant() : header.ToLowerInvariant(),
            7 => random.Next(2) == 0 ? $" {header.Replace(" ", "  ", StringComparison.Ordinal)}\u00a0" : header.Replace(" ", "",
                StringComparison.Ordinal),
            _ => header.EndsWith('s') ? header[..^1] : $"{header}s",
        };
    }
}
