using System.Numerics;
using FundingReports.Reports.Sheets;
using FundingReports.Wording;
using NodaTime;
using DayRange = (NodaTime.LocalDate From, NodaTime.LocalDate Until, FundingReports.Reports.Tone Tone);

namespace FundingReports.Reports.Tests;

/// <summary>
/// Somebody who reads a publication and calculates: a cost a post, the same each year, unknown money for each year that is
/// funded in part, and the published totals as equations over them, with the days and states that the timeline draws. By exact
/// elimination it looks for an equation in which two posts at most are left; by linear programming, for a cost, money or a gap of one
/// post, or of two together, whose smallest and largest lie near to one another.
/// </summary>
internal sealed class PublicationAttack
{
    private const int Year = 360;

    // Cents: half of what figures are rounded to, and what one of the solver's units is.
    private const double Rounding = 500_00, Thousand = 1_000_00;

    private static readonly string[] columns = [Names.Cost, Names.Agreed, Names.Gap];

    private readonly FundingAnalysis analysis;
    private readonly List<(int Year, int Column, long Cents)> figures = [];
    private readonly List<DayRange[]> bars;
    private readonly bool[] counted;

    /// <param name="analysis">What is attacked, for the truth.</param>
    /// <param name="report">What is published of it.</param>
    /// <param name="counted">The posts that the attacker takes to be counted.</param>
    internal PublicationAttack(FundingAnalysis analysis, Report report, IEnumerable<PostFunding> counted)
    {
        this.analysis = analysis;
        var ids = counted.Select(post => post.Id).ToHashSet(StringComparer.Ordinal);
        var blocks = report.Sheets.SelectMany(sheet => sheet.Blocks).ToList();
        var lines = blocks.OfType<ReportTimeline>().SelectMany(timeline => timeline.Lines)
            .ToDictionary(line => line.Label, StringComparer.Ordinal);
        bars = [.. analysis.Posts.Select(post => lines.TryGetValue(post.Label, out var line)
            ? line.Bars.Select(bar => (bar.From, bar.Until, bar.Tone)).ToArray() : [])];
        this.counted = [.. analysis.Posts.Select((post, i) => ids.Contains(post.Id) && bars[i].Length > 0)];
        foreach (var table in blocks.OfType<ReportTable>().Where(table => table.Name == Names.Years))
            foreach (var row in table.Rows)
                for (int c = 0; c < columns.Length; c++)
                    if (row.Cells[table.IndexOf(columns[c])] is ReportCell.Amount amount)
                        figures.Add((((ReportCell.Year)row.Cells[table.IndexOf(Names.Year)]).Value, c, amount.Value.Cents));
    }

    /// <summary>How many amounts were read.</summary>
    internal int Figures => figures.Count;

    /// <summary>What is told of one post or two, better than to a tenth.</summary>
    internal IEnumerable<string> Found()
    {
        int[] posts = [.. Enumerable.Range(0, counted.Length).Where(i => counted[i])];
        foreach (int a in posts)
            foreach (int b in posts.Where(b => b >= a))
                foreach (string found in Told(a, b))
                    yield return found;
        foreach (string found in Bounded(posts))
            yield return found;
    }

    // Coefficients of a figure: for each post its cost, and its money of each year that is funded in part.
    private Dictionary<(int Post, int Money), BigInteger> Equation((int Year, int Column, long Cents) figure)
    {
        var terms = new Dictionary<(int, int), BigInteger>();
        for (int i = 0; i < counted.Length; i++)
        {
            if (!counted[i])
                continue;
            int all = Days(i, figure.Year, _ => true), full = Days(i, figure.Year, tone => tone == Tone.Good);
            bool inPart = Days(i, figure.Year, tone => tone is Tone.Middling or Tone.Open) > 0;
            int cost = figure.Column switch { 0 => all, 1 => full, _ => all - full };
            if (cost > 0)
                terms[(i, 0)] = cost;
            if (inPart && figure.Column > 0)
                terms[(i, figure.Year)] = figure.Column == 1 ? Year : -Year;
        }
        return terms;
    }

    private int Days(int post, int year, Func<Tone, bool> which) => bars[post].Where(bar => which(bar.Tone)).Sum(bar =>
    {
        LocalDate from = LocalDate.Max(bar.From, new(year, 1, 1)), until = LocalDate.Min(bar.Until, new(year, 12, 31));
        return from <= until ? Thirtieths.Between(from, until) : 0;
    });

    private IEnumerable<string> Told(int a, int b)
    {
        var equations = figures.ConvertAll(Equation);
        var others = equations.SelectMany(terms => terms.Keys).Where(key => key.Post != a && key.Post != b).Distinct().ToList();
        var own = equations.SelectMany(terms => terms.Keys).Where(key => key.Post == a || key.Post == b).Distinct().ToList();
        // Each row: what it holds of the others, of these two, and how it was made of the figures.
        var rows = equations.Select((terms, r) => others.Concat(own).Select(key => terms.GetValueOrDefault(key))
            .Concat(Enumerable.Range(0, equations.Count).Select(other => other == r ? BigInteger.One : 0)).ToArray()).ToList();
        for (int column = 0; column < others.Count; column++)
        {
            int pivot = rows.FindIndex(row => !row[column].IsZero);
            if (pivot < 0)
                continue;
            var by = rows[pivot];
            rows.RemoveAt(pivot);
            for (int r = 0; r < rows.Count; r++)
                if (!rows[r][column].IsZero)
                    rows[r] = Reduced([.. rows[r].Zip(by, (one, other) => one * by[column] - other * rows[r][column])]);
        }
        foreach (var row in rows.Where(row => row[others.Count..(others.Count + own.Count)].Any(term => !term.IsZero)))
        {
            var made = row[^equations.Count..];
            decimal said = 0, truth = 0;
            for (int r = 0; r < made.Length; r++)
            {
                said += (decimal)made[r] * figures[r].Cents;
                truth += (decimal)made[r] * (Truth(a, figures[r]) + (a == b ? 0 : Truth(b, figures[r])));
            }
            if (truth != 0 && Math.Abs(said - truth) <= Math.Abs(truth) / 10)
                yield return $"{analysis.Posts[a].Label}{(a == b ? "" : $" + {analysis.Posts[b].Label}")}: {said / truth:0.000} of it";
        }
    }

    private static BigInteger[] Reduced(BigInteger[] row)
    {
        var divisor = row.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return divisor > BigInteger.One ? [.. row.Select(term => term / divisor)] : row;
    }

    private long Truth(int post, (int Year, int Column, long Cents) figure)
    {
        var year = analysis.Posts[post].Year(figure.Year);
        var money = figure.Column switch { 0 => year.Cost, 1 => year.Agreed.Funding, _ => year.Agreed.Gap };
        return money.TryGet(out var known) ? known.Cents : 0;
    }

    // Costs and money are not negative, money is not above the cost of its days, and each figure is rounded: how small and how large what
    // one post has, or two together, can then be.
    private IEnumerable<string> Bounded(int[] posts)
    {
        var equations = figures.ConvertAll(Equation);
        var keys = equations.SelectMany(terms => terms.Keys).Distinct().ToList();
        var bounds = new List<(double[] Factors, double Most)>();
        foreach (var (terms, figure) in equations.Zip(figures))
        {
            double[] factors = Factors(terms, keys);
            bounds.Add((factors, (figure.Cents + Rounding) / Thousand));
            bounds.Add(([.. factors.Select(factor => -factor)], (Rounding - figure.Cents) / Thousand));
        }
        foreach (var money in keys.Where(key => key.Money > 0 && keys.Contains((key.Post, 0))))
        {
            var factors = new double[keys.Count];
            factors[keys.IndexOf(money)] = 1;
            int days = Days(money.Post, money.Money, tone => tone is Tone.Middling or Tone.Open);
            factors[keys.IndexOf((money.Post, 0))] = -days / (double)Year;
            bounds.Add((factors, 0));
        }
        var solver = new Simplex(keys.Count, bounds);
        // Somebody whose equations contradict one another, because a cost is not the same each year, knows nothing.
        if (!solver.IsFeasible)
            yield break;
        int first = figures.Count == 0 ? 0 : figures.Min(figure => figure.Year);
        foreach (var (figure, terms) in figures.Zip(equations))
            foreach (int a in posts)
                foreach (int b in posts.Where(b => b == a || b > a && figure.Year == first))
                {
                    double[] own = Factors(terms.Where(term => term.Key.Post == a || term.Key.Post == b), keys);
                    double truth = (Truth(a, figure) + (a == b ? 0 : Truth(b, figure))) / Thousand;
                    if (truth == 0 || own.All(factor => factor == 0))
                        continue;
                    double high = solver.Largest(own), low = -solver.Largest([.. own.Select(factor => -factor)]);
                    if (low <= truth + 0.01 && truth - 0.01 <= high && (high - low) / 2 <= truth / 10)
                        yield return $"{analysis.Posts[a].Label}{(a == b ? "" : $" + {analysis.Posts[b].Label}")}, {figure.Year} "
                            + $"{columns[figure.Column]}: between {low:0} and {high:0} thousand";
                }
    }

    private static double[] Factors(IEnumerable<KeyValuePair<(int Post, int Money), BigInteger>> terms, List<(int Post, int Money)> keys)
    {
        var factors = new double[keys.Count];
        foreach (var (key, term) in terms)
            factors[keys.IndexOf(key)] = (double)term / Year;
        return factors;
    }
}
