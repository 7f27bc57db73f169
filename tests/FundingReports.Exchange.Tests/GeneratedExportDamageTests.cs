using System.Globalization;
using FundingReports.Portfolios;
using FundingReports.Tests;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// Exports of the FONJEP, of SUBVENTIA and of Chorus made from known data and written with every kind of damage: what comes out is the
/// data, or it is said that it did not. Never another sum, another year, another funder. FUNDINGREPORTS_ROUNDS=10000 makes 12 000 files.
/// </summary>
public class GeneratedExportDamageTests
{
    private static readonly string[] funders = ["Ministère chargé de la jeunesse", "Département des Landes"];

    private sealed record PostYear(string Post, int Year, long Cents, int Funder);

    [Fact]
    public void Fonjep_OfAnyDamage_GivesTheDataOrSaysSo()
    {
        for (int seed = 0; seed < Rounds.Of(40); seed++)
        {
            var random = new Random(seed);
            List<PostYear> data = [];
            for (int post = random.Next(1, 6); post > 0; post--)
                for (int year = 2021, years = random.Next(1, 4), funder = random.Next(2); years > 0; years--, year++)
                    data.Add(new($"J{post:000}", year, Cents(random), funder));
            ImportReading reading = OfficialFile.Read(ImportKind.Fonjep, new MemoryStream(Fonjep(data, random, out var rowOf)), "f.ods");
            CheckFonjep(data, rowOf, reading, $"seed {seed}");
        }
    }

    private static void CheckFonjep(List<PostYear> data, List<int> rowOf, ImportReading reading, string what)
    {
        if (!reading.IsOpened)
            return;
        HashSet<int> aside = [.. reading.Account.SetAside.Where(row => row.Sheet == "Poste").Select(row => row.Row)];
        var taken = new Dictionary<(string, int), (long Cents, int Funder)>();
        for (int i = 0; i < data.Count; i++)
            if (!aside.Contains(rowOf[i]))
                taken[(data[i].Post, data[i].Year)] = (data[i].Cents, data[i].Funder);
        foreach (Commitment commitment in reading.Facts.Commitments.Where(one => !one.Amount.IsUnknown))
        {
            string post = commitment.Posts[0]["FONJEP-".Length..];
            int first = commitment.From.First.Year, last = commitment.Until.Until?.Last.Year ?? first;
            for (int year = first; year <= last; year++)
            {
                long? told = commitment.Amount switch
                {
                    Amount.Annual annual => annual.Yearly.Cents,
                    Amount.YearlyAmounts steps => year - first < steps.Steps.Length ? steps.Steps[year - first].Cents : null,
                    _ => throw new InvalidOperationException(commitment.ToString()),
                };
                bool isKnown = taken.Remove((post, year), out var known);
                Assert.True(isKnown ? told == known.Cents : told is null or 0, $"{post} {year}: {told} for {known.Cents}. {what}");
                if (isKnown)
                    Assert.True(reading.Facts.Funders.Single(one => one.Id == commitment.Funder).Name == funders[known.Funder],
                        $"{post} {year}: funder. {what}");
            }
        }
        Assert.True(taken.Count == 0, $"{taken.Count} years without a word. {what}");
        long kept = data.Where((_, i) => !aside.Contains(rowOf[i])).Sum(one => one.Cents);
        Assert.True(reading.Account.MoneyKept.Cents == kept, $"{reading.Account.MoneyKept} for {kept}. {what}");
        Assert.True(reading.Account.MoneyKept <= reading.Account.MoneyReadable, what);
    }

    private static byte[] Fonjep(List<PostYear> data, Random random, out List<int> rowOf)
    {
        string[] headers = FonjepExport.PostHeaders;
        int[] order = Order(headers.Length, random);
        List<string> rows = Titles(random);
        rows.Add(Ods.Row(order.Select(column => Ods.Text(Spelled(headers[column], random)))));
        rowOf = [];
        bool areNumbers = random.Next(2) == 0;
        foreach (PostYear one in data)
        {
            string[] cells =
            [
                random.Next(4) == 0
                    ? Ods.Text($"=\"{one.Post}\"") : Ods.Text(one.Post), Ods.Number("1"), Ods.Text(""), Ods.Text("Création"),
                Ods.Text($"F{one.Funder + 1}"), Ods.Text($"F{one.Funder + 1}"), Ods.Text("A1"), Ods.Text("A1"),
                random.Next(2) == 0 ? Ods.Number($"{one.Year}") : Ods.Text(random.Next(2) == 0 ? $"{one.Year}" : $"exercice {one.Year}"),
                Money(one.Cents, areNumbers, random), random.Next(2) == 0
                    ? Ods.Day("2023-12-31") : Ods.Text("31/12/2023"), Ods.Text("ANIM"),
                Ods.Text(random.Next(2) == 0 ? "Oui" : "NA"), Ods.Text("Non"),
            ];
            Blank(rows, random, order.Length);
            rows.Add(Ods.Row(order.Select(column => cells[column]), Hidden(random)));
            rowOf.Add(rows.Count);
        }
        Total(rows, order, headers.Length, Array.IndexOf(headers, "MontantSubvention"), 0, data.Sum(one => one.Cents), random);
        string parties = Ods.Table("Tiers",
            [Ods.Row(((string[])["Code", "RaisonSociale", "EstAssociation", "SiretOuRidet", "Ville"]).Select(text => Ods.Text(text))),
            Ods.Row(((string[])["F1", funders[0], "Non", "11000201100044", "Paris"]).Select(text => Ods.Text(text))),
            Ods.Row(((string[])["F2", funders[1], "Non", "", "Mont-de-Marsan"]).Select(text => Ods.Text(text))),
            Ods.Row(((string[])["A1", "Ligue des loisirs", "Oui", "35600000000048", "Dax"]).Select(text => Ods.Text(text)))]);
        return Ods.Package(Ods.Table("Poste", rows), parties);
    }

    private sealed record Grant(string Reference, int Funder, string Status, long Cents, string Day);

    private static readonly string[] subventia = ["Financeur Principal", "SIRET - Demandeur", "Référence administrative - Demande",
        "Date - Décision", "Montant voté TTC - Décision", "Thematique Title", "Statut - Dossier de financement", "Montant Ttc"];

    [Fact]
    public void Subventia_OfAnyDamage_GivesTheDataOrSaysSo()
    {
        string[] words = ["INSTRUCTION", "FININSTRUCTION", "VOTE", "SOLDE"];
        for (int seed = 0; seed < Rounds.Of(40); seed++)
        {
            var random = new Random(seed);
            List<Grant> data = [.. Enumerable.Range(1, random.Next(2, 15)).Select(i => new Grant($"DS-{i}", random.Next(2),
                words[random.Next(4)], Cents(random),
                    new DateTime(2023, 1, 1).AddDays(random.Next(700)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];
            int[] order = Order(subventia.Length, random);
            List<string> rows = Titles(random);
            rows.Add(Ods.Row(order.Select(column => Ods.Text(Spelled(subventia[column], random)))));
            var rowsOf = new List<List<int>>();
            bool areNumbers = random.Next(2) == 0;
            foreach (Grant grant in data)
            {
                rowsOf.Add([]);
                // A row a line of expense: the sum granted stands on each.
                for (int lines = random.Next(1, 4); lines > 0; lines--)
                {
                    string[] cells =
                        [Ods.Text(funders[grant.Funder]), Ods.Text(random.Next(3) == 0 ? "356 000 000 00048" : "35600000000048"),
                        Ods.Text(grant.Reference), random.Next(2) == 0 ? Ods.Day(grant.Day) : Ods.Text(grant.Day),
                        Money(grant.Cents, areNumbers, random), Ods.Text("Intervenants"),
                        Ods.Text(random.Next(2) == 0 ? grant.Status : grant.Status.ToLowerInvariant()), Ods.Number("10.5")];
                    Blank(rows, random, order.Length);
                    rows.Add(Ods.Row(order.Select(column => cells[column]), Hidden(random)));
                    rowsOf[^1].Add(rows.Count);
                }
            }
            Total(rows, order, subventia.Length, 4, 0, data.Sum(one => one.Cents), random);
            ImportReading reading = OfficialFile.Read(ImportKind.Subventia, new MemoryStream(Ods.Package(Ods.Table("S", rows))), "s.ods");
            CheckSubventia(data, rowsOf, reading, $"seed {seed}");
        }
    }

    private static void CheckSubventia(List<Grant> data, List<List<int>> rowsOf, ImportReading reading, string what)
    {
        if (!reading.IsOpened)
            return;
        HashSet<int> aside = [.. reading.Account.SetAside.Select(row => row.Row)];
        var left = data.ToDictionary(one => $"SUBVENTIA-{one.Reference}");
        foreach (AwaitingCommitment awaiting in reading.Facts.Awaiting)
        {
            Assert.True(left.Remove(awaiting.Id, out Grant? grant), $"{awaiting.Id}: none, or twice. {what}");
            Assert.True(awaiting.Amount.WholeSum?.Cents == grant!.Cents, $"{awaiting.Id}: {awaiting.Amount} for {grant.Cents}. {what}");
            Assert.True(
                awaiting.Status == (grant.Status is "VOTE" or "SOLDE" ? CommitmentStatus.Granted : CommitmentStatus.Requested), what);
            Assert.True(awaiting.DecidedOn is null || awaiting.DecidedOn.ToString() == grant.Day, what);
            Assert.True(reading.Facts.Funders.Single(one => one.Id == awaiting.Funder).Name == funders[grant.Funder], what);
        }
        foreach (string id in left.Keys)
            Assert.True(rowsOf[data.FindIndex(one => id == $"SUBVENTIA-{one.Reference}")].TrueForAll(aside.Contains),
                $"{id}: gone without a word. {what}");
        Assert.True(reading.Account.MoneyKept.Cents == reading.Facts.Awaiting.Sum(one => one.Amount.WholeSum!.Value.Cents), what);
    }

    private sealed record Paid(string Ej, int Year, string Day, long Cents);

    private static readonly string[] chorus = ["N° EJ", "Fournisseur payé (DP)", "", "Code taxe 1", "Exercice comptable", "N° DP",
        "Date de dernière opération sur la DP", "Domaine fonctionnel", "", "Montant payé"];

    [Fact]
    public void Chorus_OfAnyDamage_GivesTheDataOrSaysSo()
    {
        for (int seed = 0; seed < Rounds.Of(40); seed++)
        {
            var random = new Random(seed);
            List<Paid> data = [
                .. Enumerable.Range(1, random.Next(2, 20)).Select(i => new Paid($"{2_104_500_000 + random.Next(5)}", 2023 + random.Next(3),
                new DateTime(2023, 1, 1).AddDays(random.Next(5) * 100).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Cents(random)))];
            List<string> rows = Titles(random);
            rows.Add(Ods.Row(chorus.Select(header => Ods.Text(header))));
            List<int> rowOf = [];
            bool areNumbers = random.Next(2) == 0;
            for (int i = 0; i < data.Count; i++)
            {
                Paid one = data[i];
                string[] cells = [random.Next(2) == 0 ? Ods.Number(one.Ej) : Ods.Text(one.Ej), Ods.Text("1000123456"), Ods.Text("Ligue"),
                    random.Next(3) == 0 ? Ods.Text("#") : Ods.Text("35600000000048"),
                    random.Next(2) == 0 ? Ods.Number($"{one.Year}") : Ods.Text($"{one.Year}"), Ods.Text($"{i}"),
                    random.Next(2) == 0 ? Ods.Day(one.Day)
                        : Ods.Text(one.Day), Ods.Text("0216-10-04"), Ods.Text("FIPD"), Money(one.Cents, areNumbers, random)];
                Blank(rows, random, cells.Length);
                rows.Add(Ods.Row(cells, Hidden(random)));
                rowOf.Add(rows.Count);
            }
            Total(rows, [.. Enumerable.Range(0, chorus.Length)], chorus.Length, 9, 0, data.Sum(one => one.Cents), random);
            ImportReading reading =
                OfficialFile.Read(ImportKind.Chorus, new MemoryStream(Ods.Package(Ods.Table("1. Extraction", rows))), "c.ods");
            if (!reading.IsOpened)
                continue;
            HashSet<int> aside = [.. reading.Account.SetAside.Select(row => row.Row)];
            Assert.Equal(
                data.Where((_, k) => !aside.Contains(rowOf[k])).GroupBy(one => $"{one.Ej} {one.Year} {one.Day}")
                    .Select(group => $"{group.Key} {group.Sum(one => one.Cents)}")
                    .Order(StringComparer.Ordinal),
                reading.Facts.Payments.GroupBy(payment => $"{payment.References["EJ"]} {payment.Year} {payment.PaidOn}")
                    .Select(group => $"{group.Key} {group.Sum(payment => payment.Amount.Cents)}").Order(StringComparer.Ordinal));
            Assert.Equal(reading.Account.MoneyKept.Cents, reading.Facts.Payments.Sum(payment => payment.Amount.Cents));
        }
    }

    private static long Cents(Random random) => random.Next(4) == 0 ? random.NextInt64(1, 90_000_00) : random.NextInt64(1, 90_000) * 100;

    private static int[] Order(int count, Random random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order);
        return order;
    }

    private static List<string> Titles(Random random) =>
        random.Next(2) == 0 ? [] : [Ods.Row([Ods.Text("Export du 2 mai 2024")]), Ods.Row([Ods.Text("")])];

    private static string Spelled(string header, Random random) =>
        random.Next(3) switch { 0 => header.ToUpperInvariant(), 1 => $" {header} *", _ => header };

    private static string Hidden(Random random) => random.Next(15) == 0 ? " table:visibility=\"filter\"" : "";

    private static void Blank(List<string> rows, Random random, int width)
    {
        if (random.Next(10) == 0)
            rows.Add(Ods.Row(Enumerable.Repeat(Ods.Text(""), width)));
    }

    // As a number; as a text of many styles; and sometimes as one that says two things, « 7,164 », which must never be taken for 7.16.
    private static string Money(long cents, bool areNumbers, Random random)
    {
        decimal euros = cents / 100m;
        if (areNumbers || random.Next(3) == 0)
            return Ods.Number(euros.ToString(CultureInfo.InvariantCulture), random.Next(2) == 0 ? "currency" : "float");
        var french = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        french.NumberFormat.NumberGroupSeparator = "\u202f";
        french.NumberFormat.NumberDecimalSeparator = ",";
        return Ods.Text(random.Next(6) switch
        {
            0 => euros.ToString("N2", french) + " €",
            1 => euros.ToString("N2", french).Replace('\u202f', ' '),
            2 => euros.ToString("0.00", CultureInfo.InvariantCulture),
            3 => euros.ToString("N2", CultureInfo.InvariantCulture),
            4 when cents % 100 == 0 => euros.ToString("N0", CultureInfo.InvariantCulture),
            _ => euros.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
        });
    }

    private static void Total(List<string> rows, int[] order, int count, int money, int name, long cents, Random random)
    {
        if (random.Next(2) == 0)
            return;
        string[] cells = [.. Enumerable.Repeat(Ods.Text(""), count)];
        cells[name] = Ods.Text(random.Next(2) == 0 ? "Total" : "TOTAL GÉNÉRAL");
        cells[money] = Ods.Number((cents / 100m).ToString(CultureInfo.InvariantCulture));
        rows.Add(Ods.Row(order.Select(column => cells[column])));
    }
}
