using System.Globalization;
using System.Text;
using FundingReports.Portfolios;
using FundingReports.Tests;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// Tables of posts made from known data and written as people do: headers, spellings, orders, titles, totals, blank cells below a name.
/// What comes out is the data, or its row is set aside; never another sum, part, status or cost. FUNDINGREPORTS_ROUNDS=10000 makes 20 000
/// files.
/// </summary>
public class YearsDamageTests
{
    private static readonly string[] places = ["Dax", "Mont-de-Marsan", "Parentis-en-Born", "Aire-sur-l'Adour", "Tartas"];
    private static readonly string[] funders = ["État", "Département des Landes", "Commune de Dax", "CAF des Landes"];
    private static readonly Dictionary<string, string[]> headers = new()
    {
        ["post"] = ["Poste", "Intitulé du poste", "POSTE *", "Fonction"], ["place"] = ["Lieu", "Ville", "Site"],
            ["employer"] = ["Employeur", "Structure", "Association"],
        ["fte"] = ["ETP", "Temps de travail", "Quotité"], ["cost"] = ["Coût {0}", "Coût total {0}", "COUT {0} (€)", "Coût {0} (€/an)"],
        ["funder"] = ["Financeur", "Cofinanceur", "Financeurs", "Partenaire financier"],
            ["sum"] = ["{0}", "Montant {0}", "{0} (€)", "Exercice {0}", "Subvention {0}"],
        ["status"] = ["Statut", "État d'avancement", "Statut du financement"], ["remarks"] = ["Observations", "Commentaires"],
    };

    /// <summary>What a funder pays of a year: euros in cents, a part in percent, the balance; null where nothing.</summary>
    private sealed record Sum(long Cents, int Percent, bool Balance);

    private sealed record Money(string Post, string Funder, Sum?[] Sums, CommitmentStatus Status);

    private sealed record Known(string Post, long[] Costs, int FtePercent);

    [Fact]
    public void Tables_OfAnySpelling_GiveTheDataOrSaySo()
    {
        for (int seed = 0; seed < Rounds.Of(200); seed++)
        {
            var random = new Random(seed);
            (List<Known> posts, List<Money> money) = Draw(random);
            string text = Text(posts, money, random, out char separator);
            IntakeReading reading = Sent.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "plan.csv");
            Check(posts, money, reading, $"seed {seed} '{separator}'\n{text}\n{string.Join('\n', Sent.Lines(reading))}");
        }
    }

    private static (List<Known>, List<Money>) Draw(Random random)
    {
        List<Known> posts = [.. places.Take(random.Next(2, 6)).Select(place => new Known(
            $"ISCG, {place}", [.. Enumerable.Range(0, 3).Select(_ => random.Next(30_000, 70_000) * 100L)], random.Next(1, 11) * 10))];
        List<Money> money =
            [.. posts.SelectMany(post => funders.Where(_ => random.Next(3) > 0).Select(funder => new Money(post.Post, funder,
            [.. Enumerable.Range(0, 3).Select(_ => Draw(random, funder == funders[3]))], (CommitmentStatus)random.Next(1, 5))))];
        return (posts, [.. money.Where(row => row.Sums.Any(sum => sum is not null))]);
    }

    private static Sum? Draw(Random random, bool mayBeBalance) => random.Next(6) switch
    {
        0 => null,
        1 or 2 => new(0, random.Next(1, 8) * 10, false),
        3 when mayBeBalance => new(0, 0, true),
        _ => new(random.Next(8) == 0 ? random.Next(101, 40_000) * 100L + 50 : random.Next(1, 400) * 100_00L, 0, false),
    };

    private static string Text(List<Known> posts, List<Money> money, Random random, out char separator)
    {
        separator = ";\t"[random.Next(2)];
        string[] kinds =
            ["post", "place", "employer", "fte", "cost0", "cost1", "cost2", "funder", "sum0", "sum1", "sum2", "status", "remarks"];
        random.Shuffle(kinds);
        char mark = separator;
        var text = new StringBuilder();
        if (random.Next(3) == 0)
            text.Append("Suivi des postes").Append(mark).Append("\r\n\r\n");
        text.AppendJoin(mark, kinds.Select(kind => Header(kind, random))).Append("\r\n");
        bool below = random.Next(2) == 0;
        foreach (Known post in posts)
        {
            bool isFirst = true;
            foreach (Money row in money.Where(row => row.Post == post.Post))
            {
                bool isBlank = !isFirst && below;
                text.AppendJoin(mark, kinds.Select(kind => kind switch
                {
                    "post" => isBlank ? "" : random.Next(8) == 0 ? post.Post.ToUpperInvariant() : post.Post,
                    "place" => isBlank ? "" : post.Post[6..],
                    "employer" => isBlank ? "" : "Association Exemple",
                    "fte" => isBlank ? "" : Fte(post.FtePercent, random),
                    "cost0" or "cost1" or "cost2" => isBlank ? "" : Cost(post.Costs[kind[4] - '0'], random),
                    "funder" => row.Funder,
                    "sum0" or "sum1" or "sum2" => Written(row.Sums[kind[3] - '0'], random),
                    "status" => Status(row.Status, random),
                    _ => random.Next(5) == 0 ? "relancé" : "",
                })).Append("\r\n");
                isFirst = false;
            }
        }
        if (random.Next(2) == 0)
            text.AppendJoin(mark, kinds.Select(kind => kind switch
            {
                "post" => "Total", "sum0" or "sum1" or "sum2" =>
                    Euros.FromCents(money.Sum(row => row.Sums[kind[3] - '0']?.Cents ?? 0)).ToString(), _ => "",
            })).Append("\r\n");
        return text.ToString();
    }

    private static string Header(string kind, Random random)
    {
        string[] all = headers[kind.TrimEnd('0', '1', '2')];
        return string.Format(
            CultureInfo.InvariantCulture, all[random.Next(all.Length)], 2026 + (char.IsAsciiDigit(kind[^1]) ? kind[^1] - '0' : 0));
    }

    private static string Fte(int percent, Random random) => random.Next(4) switch
    {
        0 => $"{percent} %", 1 => $"{percent / 100m} ETP".Replace('.', ','), 2 when percent == 50 => "mi-temps", 3 when percent == 100 =>
            "temps plein", _ => (percent / 100m).ToString(CultureInfo.InvariantCulture).Replace('.', ','),
    };

    private static string Cost(long cents, Random random) => random.Next(12) switch
    {
        0 => (cents / 100_000m).ToString(CultureInfo.InvariantCulture).Replace('.', ',') + " k€", 1 =>
            $"{cents / 100_000},{cents / 100 % 1000:000}", _ => French(cents, random),
    };

    private static string Written(Sum? sum, Random random) => sum switch
    {
        null => random.Next(5) == 0 ? "-" : "",
        { Balance: true } => new[] { "le solde", "le reste", "Solde", "reste à charge" }[random.Next(4)],
        { Percent: > 0 and var percent } =>
            random.Next(6) switch { 0 => $"{percent}", 1 => $"0,{percent:00}", 2 => $"{percent}%", _ => $"{percent} %" },
        { Cents: var cents } => random.Next(14) switch
        {
            0 when cents % 100_000 == 0 => $"{cents / 100_000} k€", 1 when cents % 1200 == 0 =>
                $"{French(cents / 12, random).TrimEnd('€', ' ', '\u00a0')} €/mois", 2 =>
                $"{French(cents, random).TrimEnd('€', ' ', '\u00a0')} € par an",
            3 when cents >= 1_000_00 => $"{cents / 100_000},{cents / 100 % 1000:000}", 4 => "voir courrier", _ => French(cents, random),
        },
    };

    private static string French(long cents, Random random)
    {
        var french = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (french.NumberFormat.NumberGroupSeparator, french.NumberFormat.NumberDecimalSeparator) =
            (random.Next(2) == 0 ? " " : "\u00a0", ",");
        decimal euros = cents / 100m;
        return random.Next(4) switch { 0 => euros.ToString("0.##", CultureInfo.InvariantCulture), 1 => euros.ToString("N2", french) + " €",
            2 => euros.ToString("N2", french), _ => euros.ToString(cents % 100 == 0 ? "N0" : "N2", french) + " €" };
    }

    private static string Status(CommitmentStatus status, Random random)
    {
        string[] words = status switch
        {
            CommitmentStatus.Requested => ["sollicité", "demandé", "en cours", "Sollicitée"], CommitmentStatus.Announced =>
                ["annoncé", "Annoncée", "promis"],
            CommitmentStatus.Granted => ["délibéré, convention à signer", "voté", "accordé", "obtenu", "à signer"], _ =>
                ["conventionné", "signé", "Conventionnée"],
        };
        return words[random.Next(words.Length)];
    }

    private static void Check(List<Known> posts, List<Money> money, IntakeReading reading, string what)
    {
        Assert.True(reading.Form is not null, what);
        int found = 0;
        foreach (Commitment commitment in reading.Facts.Commitments)
        {
            string post = reading.Facts.Posts.Single(one => one.Id == commitment.Posts[0]).Label,
                funder = reading.Facts.Funders.Single(one => one.Id == commitment.Funder).Name;
            Money row =
                Assert.Single(money, row => string.Equals(row.Post, post, StringComparison.OrdinalIgnoreCase) && row.Funder == funder);
            Assert.True(commitment.Status == row.Status, $"{post} {funder} {commitment.Status} {what}");
            for (int year = commitment.From.First.Year; year <= commitment.Until.Until!.Value.Last.Year; year++)
            {
                found++;
                Assert.True(SumOf(commitment, year) == row.Sums[year - 2026], $"{post} {funder} {year}: {commitment.Amount} {what}");
            }
        }
        foreach (Post post in reading.Facts.Posts)
        {
            Known known = posts.Single(one => string.Equals(one.Post, post.Label, StringComparison.OrdinalIgnoreCase));
            Assert.True(post.Fte is null || post.Fte == known.FtePercent / 100m, $"{post.Label} {post.Fte} {what}");
            Assert.All(post.Costs,
                cost => Assert.True(cost.Annual?.Cents == known.Costs[cost.From.First.Year - 2026], $"{post.Label} {cost} {what}"));
        }
        // What is not there is of a row that was set aside, and then no figure is made.
        int rows = money.Count(row => reading.Facts.Commitments.Any(
            commitment => reading.Facts.Funders.Single(one => one.Id == commitment.Funder).Name == row.Funder
            && string.Equals(
                reading.Facts.Posts.Single(one => one.Id == commitment.Posts[0]).Label, row.Post, StringComparison.OrdinalIgnoreCase)));
        Assert.True(money.Count - rows <= reading.Account.RowsSetAside, $"{money.Count - rows} rows without a word. {what}");
        Assert.True(rows == money.Count || reading.Portfolio is null, what);
        Assert.True(rows < money.Count || found == money.Sum(row => row.Sums.Count(sum => sum is not null)), $"{found} cells. {what}");
    }

    private static Sum? SumOf(Commitment commitment, int year) => commitment.Amount switch
    {
        Amount.Annual annual => new(annual.Yearly.Cents, 0, false),
        Amount.YearlyAmounts steps => new(steps.Steps[year - commitment.From.First.Year].Cents, 0, false),
        Amount.ShareOfCost part => Percent(part.Share),
        Amount.YearlyShares steps => Percent(steps.Steps[year - commitment.From.First.Year]),
        Amount.Balance => new(0, 0, true),
        _ => new(-1, -1, false),
    };

    private static Sum Percent(Share share) => new(0, (int)(share.Numerator * 100 / share.Denominator), false);
}
