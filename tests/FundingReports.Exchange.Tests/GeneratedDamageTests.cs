using System.Globalization;
using System.Text;
using FundingReports.Portfolios;
using FundingReports.Tests;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// Tables made from known data and written with every kind of damage: what comes out is the data, or it is said that it did not.
/// Never another sum, another name, another day. FUNDINGREPORTS_ROUNDS=10000 makes 20 000 files.
/// </summary>
public class GeneratedDamageTests
{
    private static readonly string[][] headers =
    [
        ["nomAttribuant", "Nom de l'attribuant *", "Autorité administrative", "attribuant_nom", "Nom atribuant"],
        ["idAttribuant", "SIRET attribuant", "Identification de l'attribuant (SIRET)", "ATTRIBUANT_ID"],
        ["dateConvention", "Date de la convention de subvention (AAAA-MM-JJ)", "Date signature de la convention", "datedeconvention"],
        ["referenceDecision", "Référence délibération", "DECISION_REF", "reference Decision"],
        ["nomBeneficiaire", "Nom du bénéficiaire*", "NOM Bénéficiaire", "Nom de l'association", "nomBeneficiare"],
        ["idBeneficiaire", "N° SIRET", "SIRET du bénéficiaire", "identification_du_beneficiaire"],
        ["objet", "Objet de la subvention", "objet_du_dossier"],
        ["montant", "Montant total de la subvention*", "Montant voté", "SUBVENTION_MONTANT", "Montant de la subvntion"],
    ];

    private static readonly string[] funders = ["Département de la Mayenne", "Commune de Saint-Étienne", "Région Île-de-France"];
    private static readonly string[] sirets = ["22530001300012", "21310458100011", "23350001600040"];
    private static readonly string[] words = ["Fête du port", "Édition d'un livre", "Création, été", "Aide; accueil", "Livre \"La mer\"",
        "Fonctionnement", "Goûter\nd'hiver", "Projet | 2", "L'œuvre"];

    private sealed record Line(int Funder, string Day, string Decision, string Receiver, string Object, long Cents);

    [Fact]
    public void Texts_OfAnyDamage_GiveTheDataOrSaySo()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        for (int seed = 0; seed < Rounds.Of(200); seed++)
        {
            var random = new Random(seed);
            List<Line> lines = Lines(random);
            string text = Text(lines, random, out Encoding encoding, out bool mark);
            byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
            ImportReading reading = Scdl.Read(bytes, "sub.csv");
            Check(lines, reading, $"seed {seed} {encoding.WebName}\n{text}");
            Assert.True(reading.Account.RowsKept > 0, $"seed {seed}: nothing\n{text}\n"
                + string.Join('\n', reading.Problems.Take(9).Select(problem => problem.ToLine(Language.French))));
        }
    }

    // Of seed 11294: in a file that writes its cents in quotes, « 227,97 » is 22797 with a comma too many.
    [Theory]
    [InlineData("227,97", "\"68497604,69\"", false)]
    [InlineData("227,97", "66262", false)]
    [InlineData("227,97", "1450,5", true)]
    [InlineData("24 975,50", "66262", true)]
    public void CommaInASum_IsOneOfCents_OnlyWhereTheFileShowsIt(string sum, string other, bool isTaken)
    {
        static string Line(string decision, string money) =>
            $"{decision},{money},2024-06-21,Région Île-de-France,23350001600040,Association,52499120500013";
        ImportReading reading = Scdl.Read(Scdl.Csv(
            "referenceDecision,montant,dateConvention,nomAttribuant,idAttribuant,nomBeneficiaire,idBeneficiaire",
            Line("D-1", sum), Line("D-2", other), Line("D-3", "4556")));
        Assert.Equal(isTaken, reading.Facts.Awaiting.Any(one => one.References["decision"] == "D-1"));
        Assert.Equal(reading.Account.RowsRead, reading.Account.RowsKept + reading.Account.RowsSetAside);
        Assert.Equal(isTaken ? 0 : 1, reading.Account.RowsSetAside);
    }

    [Fact]
    public void Workbooks_OfAnyDamage_GiveTheDataOrSaySo()
    {
        for (int seed = 0; seed < Rounds.Of(40); seed++)
        {
            var random = new Random(seed);
            List<Line> lines = Lines(random);
            Check(lines, Scdl.Read(Workbook(lines, random), "sub.ods"), $"seed {seed}");
        }
    }

    // Every subsidy taken is one of the lines, to the cent, with its own funder and day; none twice; and the account ties.
    private static void Check(List<Line> lines, ImportReading reading, string what)
    {
        var left = lines.ToDictionary(line => line.Decision);
        Euros taken = Euros.Zero;
        foreach (AwaitingCommitment awaiting in reading.Facts.Awaiting)
        {
            string decision = awaiting.References["decision"];
            Assert.True(left.Remove(decision, out Line? line), $"{decision}: no such line, or twice. {what}");
            Euros sum = ((Amount.Total)awaiting.Amount).Sum;
            taken += sum;
            Assert.True(sum.Cents == line!.Cents, $"{decision}: {sum} for {line.Cents} cents. {what}");
            Assert.True(awaiting.DecidedOn is null || awaiting.DecidedOn.ToString() == line.Day,
                $"{decision}: {awaiting.DecidedOn}. {what}");
            Funder funder = reading.Facts.Funders.Single(funder => funder.Id == awaiting.Funder);
            Assert.True(funder.Name == funders[line.Funder], $"{decision}: {funder.Name}. {what}");
            Assert.True(awaiting.Subsidy!.Beneficiary!.Name == line.Receiver, $"{decision}: {awaiting.Subsidy.Beneficiary.Name}. {what}");
        }
        Assert.True(reading.Account.MoneyKept == taken, $"{reading.Account.MoneyKept} taken, {taken} in the facts. {what}");
        Assert.True(reading.Account.MoneyReadable == reading.Account.MoneyKept + reading.Account.MoneySetAside, what);
        // Each line that is missing was set aside.
        Assert.True(!reading.IsOpened || reading.Account.RowsSetAside >= left.Count, $"{left.Count} lines without a word. {what}");
    }

    private static List<Line> Lines(Random random) => [.. Enumerable.Range(0, random.Next(3, 25)).Select(i => new Line(
        random.Next(funders.Length), new DateTime(2019, 1, 1).AddDays(random.Next(2500)).ToString("yyyy-MM-dd",
            CultureInfo.InvariantCulture),
        $"D{i}-{random.Next(1000)}", $"Association {(char)('A' + random.Next(26))}é{i}", words[random.Next(words.Length)],
        random.Next(4) == 0 ? random.NextInt64(1, 90_000_000_00) : random.NextInt64(1, 90_000) * 100))];

    private static string Text(List<Line> lines, Random random, out Encoding encoding, out bool mark)
    {
        char separator = ";,\t|"[random.Next(4)];
        int style = random.Next(4), days = random.Next(6);
        int[] order = [.. Enumerable.Range(0, headers.Length)];
        random.Shuffle(order);
        bool wide = random.Next(6) == 0;
        encoding = wide ? Encoding.Unicode : random.Next(3) switch { 0 => Encoding.UTF8, 1 => Encoding.GetEncoding(1252),
            _ => new UTF8Encoding(true) };
        // UTF-16 without its mark is told by its zeros.
        mark = wide ? random.Next(2) == 0 : encoding.Preamble.Length > 0;
        var text = new StringBuilder();
        if (random.Next(4) == 0)
            text.Append("Subventions votées en 2024").Append(separator).Append("\r\n\r\n");
        text.AppendJoin(separator, order.Select(column => Quoted(headers[column][random.Next(headers[column].Length)], separator,
            random))).Append("\r\n");
        foreach (Line line in lines)
        {
            string[] cells = Cells(line, style, days, random);
            string record = string.Join(separator, order.Select(column => Quoted(cells[column], separator, random)));
            record = random.Next(25) switch
            {
                // A separator too many, one too few, a quote that nothing closes. A comma in quotes separates nothing: without it, the
                // figure is another, and nothing in the file says so.
                0 when !record.Contains('"') => record.Insert(random.Next(record.Length), separator.ToString()),
                1 when FirstSeparator(record, separator) is > 0 and var at => record.Remove(at, 1),
                2 => record.Insert(record.LastIndexOf(separator) + 1, "\""),
                _ => record,
            };
            text.Append(record).Append("\r\n");
            if (random.Next(12) == 0)
                text.Append(separator, headers.Length - 1).Append("\r\n");
        }
        if (random.Next(3) == 0)
        {
            string[] total = [.. Enumerable.Repeat("", headers.Length)];
            total[random.Next(2) * 6] = random.Next(2) == 0 ? "Total général" : "Sous-total 2024";
            total[7] = Money(lines.Sum(line => line.Cents), style);
            text.AppendJoin(separator, order.Select(column => Quoted(total[column], separator, random))).Append("\r\n");
        }
        // Windows-1252 has no narrow space.
        return encoding.CodePage == 1252 ? text.Replace('\u202f', '\u00a0').ToString() : text.ToString();
    }

    private static int FirstSeparator(string record, char separator)
    {
        int at = record.IndexOf(separator);
        while (at >= 0 && record.AsSpan(0, at).Count('"') % 2 == 1)
            at = record.IndexOf(separator, at + 1);
        return at;
    }

    private static string[] Cells(Line line, int style, int days, Random random)
    {
        string day = DateTime.ParseExact(line.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString(
            new[] { "yyyy-MM-dd", "dd/MM/yyyy", "d.M.yyyy", "dd-MM-yy", "yyyyMMdd", "yyyy-MM-dd 00:00:00" }[days],
                CultureInfo.InvariantCulture);
        string siret = sirets[line.Funder];
        siret = random.Next(6) switch { 0 => $"{siret[..3]} {siret[3..6]} {siret[6..9]} {siret[9..]}", 1 => siret + ".0",
            2 => siret[..9], 3 => "2,25E+13", _ => siret };
        string receiver = random.Next(4) switch { 0 => "NA", 1 => "524991205", _ => "52499120500013" };
        return [funders[line.Funder], siret, day, line.Decision, line.Receiver, receiver, line.Object, Money(line.Cents, style)];
    }

    private static string Money(long cents, int style)
    {
        decimal euros = cents / 100m;
        var french = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        french.NumberFormat.NumberGroupSeparator = "\u202f";
        french.NumberFormat.NumberDecimalSeparator = ",";
        return style switch
        {
            0 => euros.ToString("0.00", CultureInfo.InvariantCulture),
            1 => euros.ToString("N2", french) + " €",
            2 => euros.ToString("N2", french).Replace('\u202f', ' '),
            _ => euros.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
        };
    }

    private static string Quoted(string cell, char separator, Random random) =>
        cell.Contains(separator) || cell.Contains('\n') || cell.StartsWith('"') || random.Next(10) == 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static byte[] Workbook(List<Line> lines, Random random)
    {
        int[] order = [.. Enumerable.Range(0, headers.Length)];
        random.Shuffle(order);
        List<string> rows = [];
        if (random.Next(2) == 0)
            rows.Add(Ods.Row([Ods.Text("Subventions")]));
        rows.Add(Ods.Row(order.Select(column => Ods.Text(headers[column][random.Next(headers[column].Length)]))));
        int above = -1;
        foreach (Line line in lines)
        {
            bool covered = above == line.Funder && random.Next(2) == 0;
            string[] cells =
            [
                covered ? "<table:table-cell/>" : Ods.Text(funders[line.Funder]),
                    covered ? "<table:table-cell/>" : Ods.Number(sirets[line.Funder]),
                random.Next(2) == 0 ? Ods.Day(line.Day) : Ods.Text(line.Day), Ods.Text(line.Decision), Ods.Text(line.Receiver),
                random.Next(2) == 0 ? Ods.Number("5.2499120500013E13") : Ods.Text("SIRET 524 991 205 00013"), Ods.Text(line.Object),
                random.Next(2) == 0 ? Ods.Number((line.Cents / 100m).ToString(CultureInfo.InvariantCulture),
                    "currency") : Ods.Text(Money(line.Cents, 1)),
            ];
            above = line.Funder;
            rows.Add(Ods.Row(order.Select(column => cells[column]), random.Next(10) == 0 ? " table:visibility=\"filter\"" : ""));
        }
        return Ods.Package(Ods.Table("S", rows));
    }
}
