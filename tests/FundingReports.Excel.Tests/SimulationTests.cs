using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Excel.Tests;

/// <summary>The yellow cells against the library: the same change as facts, worked out by the analysis.</summary>
public class SimulationTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Unchanged_IsTheAnalysis()
    {
        foreach (var (name, analysis) in Cases.All().Append(("six posts", Cases.SixPosts)))
            Same(name, Cases.Technical(analysis), analysis);
    }

    [LibreOfficeFact]
    public void Changed_IsTheLibrarysOwnScenario_ToTheCent()
    {
        (string Name, FundingAnalysis Before)[] cases = [("many posts", Cases.Many), ("six posts", Cases.SixPosts),
            .. Cases.All().Where(seed => HasSimulation(seed.Analysis))];
        var worked = LibreOffice.Recalculate([.. cases.Select(one => Changed(Cases.Technical(one.Before)))]);
        for (int i = 0; i < cases.Length; i++)
            Same(cases[i].Name, worked[i], Scenario(cases[i].Before));
    }

    private static bool HasSimulation(FundingAnalysis analysis) => Checked.Read(Cases.Technical(analysis)).ContainsKey("Simulation");

    // First funder: 70 % from the second year, 45 % from the third, nothing from the fourth. Second: 110 % from the first. Cost: +3,5 % in
    // the second year, +1,234 % in the third.
    private static readonly (int Year, int Numerator, int Denominator)[] First = [(1, 7, 10), (2, 45, 100), (3, 0, 1)],
        Second = [(0, 11, 10)];
    private static readonly (int Year, int Millionths)[] Drift = [(1, 35_000), (2, 12_340)];

    private static byte[] Changed(byte[] workbook)
    {
        var rows = Checked.Read(workbook)["Simulation"];
        int header = rows.ToList().FindIndex(row => row[0] is "Exercice");
        int years = rows.Skip(header + 1).Count(row => row[1] is "Tous les postes");
        var headers = rows[header].Select(cell => cell as string ?? "").ToList();
        var kept = headers.Index().Where(column => column.Item.Contains("maintenu (", StringComparison.Ordinal))
            .Select(column => column.Index).ToList();
        var cells = new Dictionary<string, decimal>();
        void Set(int column, int year, decimal value)
        {
            if (year < years)
                cells[SheetCell.LettersOf(column + 1) + (header + 2 + year).ToString(CultureInfo.InvariantCulture)] = value;
        }
        // A factor stands until the next one: each year of the sheet is given.
        foreach (var (column, steps) in kept.Zip(new[] { First, Second }))
            for (int y = 0; y < years; y++)
                Set(column, y, steps.LastOrDefault(step => step.Year <= y, (Year: 0, Numerator: 1, Denominator: 1)) is var (_, n, d)
                        ? (decimal)n / d : 1);
        foreach (var (year, millionths) in Drift)
            Set(headers.FindIndex(text => text.StartsWith("Hausse", StringComparison.Ordinal)), year, millionths / 1_000_000m);
        return Put(workbook, "Simulation", cells);
    }

    private static FundingAnalysis Scenario(FundingAnalysis analysis)
    {
        var facts = analysis.Portfolio.Facts;
        var rows = Checked.Read(Cases.Technical(analysis))["Simulation"];
        var names = rows.First(row => row[0] is "Exercice").OfType<string>()
            .Where(text => text.Contains("maintenu (", StringComparison.Ordinal))
            .Select(text => text[..text.LastIndexOf(':')].TrimEnd('\u00A0', '\u202F', ' ')).Take(2).ToList();
        string FunderOf(string name) =>
            facts.Funders.Single(funder => funder.Name is var own
                    && (own == name || (name.EndsWith('…') && own.StartsWith(name[..^1], StringComparison.Ordinal)))).Id;
        int first = analysis.AsOf.Year;
        // Each factor replaces the one before: as scalings that multiply, it is divided by it.
        Scaling[] Scalings((int Year, int Numerator, int Denominator)[] steps)
        {
            var made = new List<Scaling>();
            (int n, int d) before = (1, 1);
            foreach (var (year, n, d) in steps)
            {
                if (before.n != 0)
                    made.Add(new(new LocalDate(first + year, 1, 1), new Factor((long)n * before.d, (long)d * before.n)));
                before = (n, d);
            }
            return [.. made];
        }
        var scalings = names.Zip(new[] { First, Second }).ToDictionary(pair => FunderOf(pair.First), pair => Scalings(pair.Second));
        return Portfolio.Create(facts with
        {
            Commitments = [
                .. facts.Commitments.Select(commitment => scalings.TryGetValue(commitment.Funder, out var own)
                        ? commitment with { Scalings = [.. own] } : commitment)],
            Posts = [.. facts.Posts.Select(post => post with { Costs = [.. Indexed(post, analysis.AsOf)] })],
        }).Analyze(analysis.AsOf, analysis.Through);
    }

    // Every known cost, raised on 1 January of each year of a drift, and rounded to the cent each time.
    private static IEnumerable<Cost> Indexed(Post post, LocalDate asOf)
    {
        var costs = post.Costs.Where(cost => cost.DecidedOn is not { } decided || decided.First <= asOf).ToList();
        foreach (var (year, millionths) in Drift)
        {
            var day = new LocalDate(asOf.Year + year, 1, 1);
            var inForce = costs.Where(cost => cost.From.First < day).OrderBy(cost => cost.From.First).ThenBy(cost => cost.DecidedOn?.First)
                .LastOrDefault();
            costs = [.. costs.Select(cost => cost.From.First >= day ? Raised(cost, cost.From) : cost)];
            if (inForce is not null && costs.All(cost => cost.From.First != day))
                costs.Add(Raised(inForce, day));
            Cost Raised(Cost cost, PartialDate from) =>
                cost with { From = from, Annual = cost.Annual is { } annual
                        ? Euros.Of(
                            Math.Round(annual.ToDecimal() * (1_000_000 + millionths) / 1_000_000m, 2,
                                MidpointRounding.AwayFromZero)) : null };
        }
        return costs;
    }

    private static void Same(string name, byte[] workbook, FundingAnalysis analysis)
    {
        if (!Checked.Read(workbook).TryGetValue("Simulation", out var rows))
            return;
        var header = rows.First(row => row[0] is "Exercice").ToList();
        int cost = header.IndexOf("Coût"), funding = header.IndexOf("Financement simulé"), gap = header.IndexOf("Reste à financer simulé"),
            coverage = header.IndexOf("Taux de couverture simulé");
        foreach (var row in rows.SkipWhile(row => row[0] is not "Exercice").Skip(1))
        {
            int year = (int)(double)row[0]!;
            if (row[1] is "Tous les postes")
            {
                var all = analysis.Year(year);
                Equal($"{name}, {year}, cost", all.Cost.Exact, row[cost]);
                Equal($"{name}, {year}, funding", all.Agreed.Funding.Exact, row[funding]);
                Equal($"{name}, {year}, gap", all.Agreed.Gap.Exact, row[gap]);
                continue;
            }
            var own = analysis.Posts.First(post => post.Label == (string)row[1]!).Years[year - analysis.AsOf.Year];
            Equal($"{name}, {row[1]}, {year}, cost", own.Cost, row[cost]);
            Equal($"{name}, {row[1]}, {year}, funding", own.Agreed.Funding, row[funding]);
            Equal($"{name}, {row[1]}, {year}, gap", own.Agreed.Gap, row[gap]);
            if (own.Agreed.Low.TryGet(out var low))
                Assert.True(Math.Abs((double)low.ToDecimal() - (double)row[coverage]!) < 1e-6,
                    $"{name}, {row[1]}, {year}, coverage: {low} in the library, {row[coverage]} in the sheet");
        }
    }

    private static void Equal(string place, Knowable<Euros> expected, object? found) =>
        Assert.True(expected.TryGet(out var known) ? found is double sum && Math.Round((decimal)sum, 6) == known.ToDecimal()
                : found is "inconnu", $"{place}: {expected} in the library, {found} in the sheet");

    private static byte[] Put(byte[] workbook, string sheet, Dictionary<string, decimal> values)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            int index = Load(zip.GetEntry("xl/workbook.xml")!).Descendants(Main + "sheet").Select(one => (string)one.Attribute("name")!)
                .ToList().IndexOf(sheet) + 1;
            var entry = zip.GetEntry($"xl/worksheets/sheet{index.ToString(CultureInfo.InvariantCulture)}.xml")!;
            var part = Load(entry);
            foreach (var cell in part.Descendants(Main + "c").Where(cell => values.ContainsKey((string)cell.Attribute("r")!)))
                cell.Element(Main + "v")!.Value = values[(string)cell.Attribute("r")!].ToString(CultureInfo.InvariantCulture);
            using var write = entry.Open();
            write.SetLength(0);
            part.Save(write);
        }
        return stream.ToArray();
    }

    private static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }
}
