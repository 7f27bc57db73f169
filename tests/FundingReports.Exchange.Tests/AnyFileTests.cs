using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FundingReports.Portfolios;
using FundingReports.Tests;
using FundingReports.Tests.Corpus;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Tests;

/// <summary>
/// Each kind of file in each container, damaged in its bytes, in the XML inside, or in its text: whoever reads it says what it found, at
/// once or without holding a thread, gives a copy back, and is never stopped by an exception that is not documented.
/// </summary>
/// <remarks>
/// FUNDINGREPORTS_ROUNDS=2000 asks twenty times as often; FUNDINGREPORTS_SEED=7 asks other questions, and a failure names the seed.
/// </remarks>
public sealed class AnyFileTests
{
    private const int MostSeconds = 20;
    private const long MostBytes = 2_000_000_000;

    private static readonly LocalDate asOf = new(2026, 3, 1);

    // What is put in place of a value, in an attribute or a text.
    private static readonly string[] hostile =
    [
        "", "0", "-1", "1", "1048576", "1048577", "16384", "2147483647", "2147483648", "99999999999999999999", "1e400", "-1e400", "1e-400",
        "NaN", "INF", "true", "s", "e", "str", "inlineStr", "b", "d", "float", "date", "boolean", "string", "percentage", "time",
        "XFD1048576", "A0", "ZZZZ1", "A1:XFD1048576", "B2:A1", "2026-02-30", "0000-00-00", "9999-12-31", "1599-01-01",
        "2026-01-01T25:61:00", "PT1H", "collapse",
        "&#0;", "&#x202e;", "_x000D_", "=1+1",
        "&amp;", "&lt;", "../../x", "état", "\ud7ff", "2026",
        "50 %", "1/0", "le reste", "52,5", "26,000",
    ];

    public static TheoryData<string> Names => new(Good.Keys);

    private static SortedDictionary<string, byte[]> Good { get; } = new(StringComparer.Ordinal)
    {
        ["plan.xlsx"] = Sheets.Plan(Sheets.Good),
        ["plan.ods"] = OdsOf("Plan", [Sheets.Headers, .. Sheets.Good]),
        ["plan.csv"] = CsvOf([Sheets.Headers, .. Sheets.Good]),
        ["complet.xlsx"] = Written(IntakeTemplate.Complete(Known()).Save),
        ["chorus.xlsx"] = Sheets.Build(sheet => Sheets.Fill(sheet, ChorusTests.Headers, Chorus(), 1)),
        ["chorus.ods"] = OdsOf("Export", [ChorusTests.Headers, .. Chorus()]),
        ["chorus.csv"] = CsvOf([ChorusTests.Headers, .. Chorus()]),
        ["fonjep.xlsx"] = new FonjepExport().With(FonjepExport.Post("10004", 2022, 7164m, new DateTime(2023, 12, 31)))
            .Paid("10004", new(2022, 1, 1), new(2022, 3, 31), 1791m).Bytes(),
        ["scdl.ods"] = OdsOf("Subventions", [Scdl.Columns, Scdl.Good.Split(';'), Scdl.Other.Split(';')]),
        ["choix.xlsx"] = Written(stream => PlacingWorkbook.Save(Waiting(), stream)),
    };

    /// <summary>What is not damaged is what it should be: the damage is done to something.</summary>
    [Fact]
    public void EachGoodFile_IsReadByItsReader()
    {
        foreach (string name in (string[])["plan.xlsx", "plan.ods", "plan.csv", "complet.xlsx"])
            Assert.True(Sent.Read(Good[name], name).Portfolio is not null, name);
        foreach (string name in (string[])["chorus.xlsx", "chorus.ods", "chorus.csv"])
            Assert.Equal(3, OfficialFile.Read(ImportKind.Chorus, new MemoryStream(Good[name]), name).Facts.Payments.Length);
        Assert.Equal(2, OfficialFile.Read(ImportKind.Scdl, new MemoryStream(Good["scdl.ods"]), "scdl.ods").Facts.Awaiting.Length);
        Assert.True(OfficialFile.Read(ImportKind.Fonjep, new MemoryStream(Good["fonjep.xlsx"]), "fonjep.xlsx").IsOpened);
        Assert.True(Placement.Read(new MemoryStream(Good["choix.xlsx"]), "choix.xlsx").IsOpened);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task AnyDamage_IsSaid_AndNothingElseHappens(string name)
    {
        int asked = 0, opened = 0;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Rounds.Of(20); i++)
        {
            int seed = Rounds.Seed * 100_000 + i;
            byte[] bytes = Damaged(name, new Random(seed));
            long allocated = 0;
            TimeSpan time = default;
            try
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                var spent = Spent.Start();
                var (outcome, said) = Told(name, bytes);
                (allocated, time) = (GC.GetAllocatedBytesForCurrentThread() - before, spent.Time);
                Assert.Equal(said, Lines((await IntakeReader.ReadAsync(new MemoryStream(bytes), name)).Problems));
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
                (asked, opened) = (asked + 1, opened + (outcome is "not opened" ? 0 : 1));
            }
            catch (Exception error)
            {
                KeptInputs.Guard("intake", $"-{name}", bytes, () => throw new InvalidOperationException($"seed {seed}: {error}"));
            }
            if (time > TimeSpan.FromSeconds(MostSeconds) || allocated > MostBytes)
                Assert.Fail($"seed {seed} of {name}: {time} of the processor, {allocated / 1_000_000} MB, "
                    + KeptInputs.Keep("intake", bytes, $"{seed}-{name}"));
        }
        // Most of it is deep enough to be read in part.
        Assert.True(Rounds.Of(20) < 20 || opened * 4 > asked, string.Join(", ", counts.Select(one => $"{one.Value} {one.Key}")));
        if (Environment.GetEnvironmentVariable("FUNDINGREPORTS_COUNTS") is { } path)
            await File.AppendAllTextAsync(path, $"{name}: {string.Join(", ", counts.Select(one => $"{one.Value} {one.Key}"))}\n");
    }

    // By all who may be given the file; one word for what the first that opens it made of it.
    private static (string Outcome, List<string> Said) Told(string name, byte[] bytes)
    {
        string outcome = "not opened";
        IntakeReading form = IntakeReader.Read(new MemoryStream(bytes), name);
        Said(form.Problems);
        Assert.EndsWith(".", form.Account.Sentence(Language.French), StringComparison.Ordinal);
        if (form.Form is not null)
        {
            outcome = form.Portfolio is null ? "refused" : "read";
            Annotator.Annotate(new MemoryStream(bytes), form, Stream.Null);
            Analysed(form.Portfolio);
        }
        foreach (ImportKind kind in Enum.GetValues<ImportKind>())
        {
            ImportReading export = OfficialFile.Read(kind, new MemoryStream(bytes), name);
            Said(export.Problems);
            Assert.EndsWith(".", export.Sentence(Language.English), StringComparison.Ordinal);
            Assert.Equal(export.Account.MoneyReadable, export.Account.MoneyKept + export.Account.MoneySetAside);
            if (!export.IsOpened)
                continue;
            outcome = export.Portfolio is null ? "refused" : "read";
            Annotator.Annotate(new MemoryStream(bytes), export, Stream.Null);
            Analysed(export.Portfolio);
        }
        Placement placement = Placement.Read(new MemoryStream(bytes), name);
        Said(placement.Problems);
        if (placement.IsOpened)
        {
            outcome = "read";
            PlacedPortfolio placed = placement.Into(Waiting());
            Said(placed.Problems);
            Analysed(placed.Portfolio);
        }
        return (outcome, Lines(form.Problems));
    }

    private static List<string> Lines(IEnumerable<Problem> problems) => [.. problems.Select(problem => problem.ToLine(Language.French))];

    private static void Said(IEnumerable<Problem> problems)
    {
        foreach (Problem problem in problems)
            Assert.True(problem.Message(Language.French).EndsWith('.') && problem.Message(Language.English).EndsWith('.'),
                problem.ToLine(Language.French));
    }

    // What was let in is answered for, or refused in words, and comes back as it was.
    private static void Analysed(Portfolio? portfolio)
    {
        if (portfolio is null)
            return;
        if (!portfolio.TryAnalyze(asOf, out FundingAnalysis? analysis, out var problems))
            Said(problems);
        else
            Assert.NotEmpty(analysis.Summary(Language.French));
        Assert.Equal(portfolio.ToJson(), Portfolio.Parse(portfolio.ToJson()).ToJson());
    }

    private static byte[] Damaged(string name, Random random)
    {
        byte[] bytes = Good[name];
        switch (random.Next(10))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                byte[] flipped = [.. bytes];
                for (int k = random.Next(1, 9); k > 0; k--)
                    flipped[random.Next(flipped.Length)] = (byte)random.Next(256);
                return flipped;
            case 2:
                byte[] other = Good.Values.ElementAt(random.Next(Good.Count));
                return [.. bytes[..random.Next(bytes.Length)], .. other[random.Next(other.Length)..]];
        }
        if (name.EndsWith(".csv", StringComparison.Ordinal))
            return Encoding.UTF8.GetBytes(DamagedText(Encoding.UTF8.GetString(bytes), random));
        for (int k = random.Next(1, 4); k > 0; k--)
        {
            string[] parts;
            using (var zip = new ZipArchive(new MemoryStream(bytes)))
                parts = [.. zip.Entries.Select(part => part.FullName).Where(part => part.EndsWith(".xml", StringComparison.Ordinal)
                    || part.EndsWith(".rels", StringComparison.Ordinal))];
            // The cells, more often than what stands around them.
            string[] cells = [.. parts.Where(part => part.Contains("sheet", StringComparison.Ordinal) || part == "content.xml")];
            string[] from = random.Next(4) > 0 && cells.Length > 0 ? cells : parts;
            bytes = Sheets.Edit(bytes, from[random.Next(from.Length)], text => DamagedXml(text, random));
        }
        return bytes;
    }

    private static string DamagedXml(string text, Random random)
    {
        string value = hostile[random.Next(hostile.Length)];
        switch (random.Next(9))
        {
            case 0:
                return Swapped(text, Attribute(), random, match => $"{match.Groups[1].Value}=\"{value}\"");
            case 1:
                return Swapped(text, Attribute(), random, _ => "");
            case 2:
                return Swapped(text, Text(), random, match => $">{value}<");
            case 3:
                return Swapped(text, Element(), random, _ => "");
            case 4:
                int times = random.Next(2) == 0 ? 2 : 300;
                return Swapped(text, Element(), random, match => string.Concat(Enumerable.Repeat(match.Value, times)));
            case 5:
                string open = string.Concat(Enumerable.Repeat("<y>", 70)), close = string.Concat(Enumerable.Repeat("</y>", 70));
                return Swapped(text, Element(), random, match => open + match.Value + close);
            case 6:
                int at = random.Next(text.Length);
                return text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
            case 7:
                return Regex.Replace(text, "\"[0-9]+\"", match => random.Next(6) > 0 ? match.Value
                    : $"\"{random.Next(-3, 3_000_000).ToString(CultureInfo.InvariantCulture)}\"");
            default:
                // What the format knows and the file does not hold.
                return Swapped(text, Start(), random, match => $"{match.Groups[1].Value}{More(random, value)}{match.Groups[2].Value}");
        }
    }

    private static string More(Random random, string value)
    {
        string[] names = ["table:number-rows-repeated", "table:number-columns-repeated", "table:number-rows-spanned", "table:visibility",
            "office:value-type", "office:value", "office:date-value", "office:boolean-value", "table:formula",
            "t", "r", "s", "hidden", "ht", "spans",
            "date1904", "state", "ref", "count"];
        string name = names[random.Next(names.Length)];
        // To the end of the grid it is read in seconds, by each of the readers: GrowingFileTests asks that once.
        if (name.EndsWith("rows-repeated", StringComparison.Ordinal) && value.Length > 3)
            value = "999";
        return $" {name}=\"{value}\"";
    }

    private static string Swapped(string text, Regex pattern, Random random, Func<Match, string> with)
    {
        var matches = pattern.Matches(text);
        if (matches.Count == 0)
            return text;
        Match match = matches[random.Next(matches.Count)];
        return text[..match.Index] + with(match) + text[(match.Index + match.Length)..];
    }

    private static string DamagedText(string text, Random random)
    {
        for (int k = random.Next(1, 6); k > 0; k--)
        {
            string[] lines = text.Split('\n');
            int line = random.Next(lines.Length);
            string[] cells = lines[line].Split(';');
            switch (random.Next(6))
            {
                case 0:
                    cells[random.Next(cells.Length)] = hostile[random.Next(hostile.Length)];
                    break;
                case 1:
                    cells[random.Next(cells.Length)] += "\"";
                    break;
                case 2:
                    cells = [.. cells, .. cells];
                    break;
                case 3:
                    cells = cells[..random.Next(cells.Length)];
                    break;
                case 4:
                    cells[random.Next(cells.Length)] = new string(";,\t| \r"[random.Next(6)], random.Next(1, 3_000));
                    break;
                default:
                    lines = [.. lines, .. Enumerable.Repeat(lines[line], random.Next(1, 300))];
                    break;
            }
            lines[line] = string.Join(';', cells);
            text = string.Join('\n', lines);
        }
        return text;
    }

    private static Regex Attribute() => new("([A-Za-z0-9:]+)=\"[^\"<>]*\"");

    private static Regex Text() => new(">[^<>]+<");

    private static Regex Element() => new("<([A-Za-z0-9:]+)(?: [^<>]*)?(?:/>|>[^<>]*</\\1>)");

    private static Regex Start() => new("(<[A-Za-z0-9:]+)((?: [^<>]*)?/?>)");

    private static object?[][] Chorus() =>
        [ChorusTests.Line(100.5m), ChorusTests.Line(200m, ej: "2104500000"), ChorusTests.Line(300m, year: 2024)];

    private static byte[] Written(Action<Stream> save)
    {
        using var stream = new MemoryStream();
        save(stream);
        return stream.ToArray();
    }

    private static byte[] OdsOf(string name, object?[][] rows) =>
        Ods.Package(Ods.Table(name, rows.Select(row => Ods.Row(row.Select(OdsCell)))));

    private static string OdsCell(object? cell) => cell switch
    {
        null => Ods.Text(""),
        decimal number => Ods.Number(number.ToString(CultureInfo.InvariantCulture)),
        int number => Ods.Number(number.ToString(CultureInfo.InvariantCulture)),
        DateTime day => Ods.Day(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => Ods.Text((string)cell),
    };

    private static byte[] CsvOf(object?[][] rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join(';', row.Select(CsvCell)))));

    private static string? CsvCell(object? cell) => cell switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => (string?)cell,
    };

    private static Portfolio Known() => Portfolio.Create(new()
    {
        Title = "Deux postes",
        Sources = [new("A", SourceKind.Act, "Convention")],
        Funders = [new("E", "État", FunderKind.State), new("D", "Département", FunderKind.CollectiviteDepartementale)],
        Posts = [.. Enumerable.Range(1, 2).Select(i => new Post($"P{i}", $"Poste {i}") { From = PartialDate.Of(2025), Source = "A",
            Costs = [new(PartialDate.Of(2025), Euros.Of(40_000 + i))] })],
        Commitments = [new("C1", "E", ["P1", "P2"], PartialDate.Of(2025), new Amount.ShareOfCost(Share.Of(1, 2))) {
                Until = Term.On(PartialDate.Of(2027)), Status = CommitmentStatus.Signed, DecidedOn = PartialDate.Of(2025, 1), Source = "A",
                Instalments = [new(PartialDate.Of(2025), PartialDate.Of(2025)) { Amount = Euros.Of(20_000) }] },
            new("C2", "D", ["P1"], PartialDate.Of(2026), new Amount.YearlyAmounts([Euros.Of(9_000), Euros.Of(8_000)])) {
                Status = CommitmentStatus.Requested, Source = "A" }],
    });

    private static Portfolio Waiting() => Portfolio.Create(Known().Facts with
    {
        Awaiting = [new("W1", "E", new Amount.Total(Euros.Of(3_000))) { Status = CommitmentStatus.Granted,
            DecidedOn = PartialDate.Of(2025), Source = "A" }],
        Payments = [new("V1", Euros.Of(500)) { Year = 2025, Source = "A" }],
    });
}
