using System.Collections.Immutable;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Intake;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using NodaTime;
using static FundingReports.Exchange.Forms.WrittenValues;

namespace FundingReports.Exchange.Template;

/// <summary>Facts → the rows of the form with years as columns, and what it cannot say.</summary>
internal sealed class YearsRows
{
    private readonly PortfolioFacts facts;
    private readonly Language language;
    private readonly Dictionary<string, Post> posts;
    private readonly Dictionary<string, string> labels, funders;
    private readonly List<TemplateLoss> losses = [];

    private YearsRows(PortfolioFacts facts, int? firstYear, int? lastYear, Language language)
    {
        (this.facts, this.language) = (facts, language);
        posts = facts.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        labels = Told(facts.Posts.Select(post => (post.Id, post.Label)));
        funders = Told(facts.Funders.Select(funder => (funder.Id, funder.Name)));
        Lines = LinesInForce.Of(facts.Commitments, Lose);
        Years = YearsOf(firstYear, lastYear);
    }

    /// <summary>The years that have a column.</summary>
    internal ImmutableArray<int> Years { get; }

    /// <summary>The rows of posts.</summary>
    internal List<Dictionary<FormColumn, object?>> Posts { get; } = [];

    /// <summary>The rows of money.</summary>
    internal List<Dictionary<FormColumn, object?>> Money { get; } = [];

    internal ImmutableArray<TemplateLoss> Losses => [.. losses];

    private ImmutableArray<LineInForce> Lines { get; }

    /// <summary>The rows.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="firstYear">A year that is shown also where nothing is known of it.</param>
    /// <param name="lastYear">The last such year.</param>
    /// <param name="language">The language of the words.</param>
    internal static YearsRows Of(PortfolioFacts facts, int? firstYear, int? lastYear, Language language)
    {
        var form = new YearsRows(facts, firstYear, lastYear, language);
        foreach (Post post in facts.Posts)
        {
            form.WritePost(post);
            foreach (LineInForce line in form.Lines.Where(line => line.Commitment.Posts.Contains(post.Id)))
                form.WriteMoney(line, post);
        }
        return form;
    }

    private ImmutableArray<int> YearsOf(int? firstYear, int? lastYear)
    {
        var years = new SortedSet<int>();
        foreach (LineInForce line in Lines)
            years.UnionWith(Enumerable.Range(line.From.Year, (line.Until?.Year ?? LastSaid(line)) - line.From.Year + 1));
        years.UnionWith(facts.Posts.SelectMany(post => YearCosts.Of(post, out _)).Select(cost => cost.Year));
        if (firstYear is { } first)
            years.UnionWith(Enumerable.Range(first, Math.Max(lastYear ?? first, first) - first + 1));
        else if (lastYear is { } last)
            // From the year after those that are known: a cost of long ago does not bring all the years since.
            years.UnionWith(years.Count == 0 ? [last] : Enumerable.Range(years.Max + 1, Math.Max(0, last - years.Max)));
        if (years.Count == 0)
            years.Add(facts.Posts.Select(post => (post.From ?? post.AttestedOn)?.First.Year).FirstOrDefault(year => year is not null)
                ?? YearsForm.FirstYear);
        // What the form has no column for is said to be left out, line by line.
        return [.. years.Where(year => year is >= YearsForm.FirstYear and <= YearsForm.LastYear)];
    }

    // Without a term, every tranche has its year; after one with a sum of its own, a year more says what goes on.
    private static int LastSaid(LineInForce line) => (line.Commitment.Instalments ?? [])
        .Select(tranche => tranche.Until.Last.PlusDays(tranche.Amount is null ? 0 : 1).Year).Append(line.From.Year).Max();

    // Two that the form could not tell apart carry their ids.
    private Dictionary<string, string> Told(IEnumerable<(string Id, string Name)> all)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var same in all.GroupBy(entry => Plain.Key(entry.Name)))
        {
            bool isOne = same.Count() == 1;
            foreach ((string id, string name) in same)
            {
                told[id] = isOne ? name : $"{name} ({id})";
                if (!isOne)
                    Lose(id, TemplateLossKind.Renamed);
            }
        }
        return told;
    }

    private void Lose(string id, TemplateLossKind kind)
    {
        if (!losses.Any(loss => loss.Id == id && loss.Kind == kind))
            losses.Add(new(id, kind));
    }

    private void WritePost(Post post)
    {
        var row = new Dictionary<FormColumn, object?>(ReferenceEqualityComparer.Instance)
        {
            [YearsForm.Post] = labels[post.Id],
            [YearsForm.Place] = List(post.Places),
            [YearsForm.Departement] = post.Departement,
            [YearsForm.Employer] = post.Employers is [.., var employer] ? employer.Name : null,
            [YearsForm.EmployerKind] = post.Employers is [.., { Kind: { } kind }] ? EmployerKinds.WordOf(kind) : null,
            [YearsForm.Fte] = post.Fte,
            [YearsForm.PostFrom] = Text(post.From),
            [YearsForm.PostUntil] = Text(post.Until),
            [YearsForm.Occupancy] = post.Occupancy is [{ Until: null } state] ? FormDates.Write(state, language) : null,
        };
        if (post.From is null && post.AttestedOn is not null)
            Lose(post.Id, TemplateLossKind.Life);
        if (post.Employers.Length > 1 || post.Employers.Any(known => known.Siret is not null || known.From is not null)
            || post.Occupancy.Length > 1 || post.Occupancy is [{ Until: not null }]
            || post.Services.Length > 0 || post.Scheme is not null || post.References.Count > 0)
            Lose(post.Id, TemplateLossKind.Details);
        List<CostInYear> costs = YearCosts.Of(post, out bool isExact);
        if (!isExact || costs.Any(cost => !Years.Contains(cost.Year)))
            Lose(post.Id, TemplateLossKind.CostDates);
        // The day of a decision is that of the last cost of its row.
        List<CostInYear> plain = [.. costs.Where(cost => cost.DecidedOn is null)],
            late = [.. costs.Where(cost => cost.DecidedOn is not null)];
        if (late.Count > 0 && plain.TrueForAll(cost => cost.Year < late[0].Year))
        {
            plain.Add(late[0]);
            late.RemoveAt(0);
        }
        WriteCosts(row, plain);
        Posts.Add(row);
        foreach (CostInYear cost in late)
        {
            var own = new Dictionary<FormColumn, object?>(ReferenceEqualityComparer.Instance) { [YearsForm.Post] = labels[post.Id] };
            WriteCosts(own, [cost]);
            Posts.Add(own);
        }
    }

    private void WriteCosts(Dictionary<FormColumn, object?> row, List<CostInYear> costs)
    {
        foreach (CostInYear cost in costs.Where(cost => Years.Contains(cost.Year)))
        {
            row[YearsForm.CostOf(cost.Year)] = cost.Annual is { } annual
                ? annual.Cents < 1_000_00 ? $"{WrittenValues.Money(annual)} par an" : annual : "inconnu";
            if (cost.DecidedOn is { } day)
                row[YearsForm.CostDecidedOn] = Text(day);
        }
    }

    private void WriteMoney(LineInForce line, Post post)
    {
        Commitment commitment = line.Commitment;
        if (commitment.Posts.Length > 1)
            Lose(commitment.Id, TemplateLossKind.Grouped);
        if ((commitment.Instalments ?? []).Any(
            tranche => tranche.Act is not null || tranche.DecidedOn is not null || tranche.Paid is not null || tranche.PaidOn is not null))
            Lose(commitment.Id, TemplateLossKind.Firmness);
        if (commitment.References.Keys.Any(name => name is not "EJ" && !ActNames.Is(name))
            || commitment.References.Keys.Count(ActNames.Is) > 1 || commitment.Subsidy is not null)
            Lose(commitment.Id, TemplateLossKind.References);
        Funder? funder = facts.Funders.FirstOrDefault(known => known.Id == commitment.Funder);
        var cells = new YearCells(commitment, line, PartOf(commitment, post));
        LocalDate end = line.Until ?? new LocalDate(Math.Max(Years[^1], line.From.Year), 12, 31);
        foreach ((LocalDate from, LocalDate until) in cells.Rows(end))
        {
            bool isLast = until == end;
            if (!isLast && line.Until is null && commitment.Until.IsUnknown)
                Lose(commitment.Id, TemplateLossKind.UnknownTerm);
            var row = new Dictionary<FormColumn, object?>(ReferenceEqualityComparer.Instance)
            {
                [YearsForm.Post] = labels[post.Id],
                [YearsForm.Funder] = funders.GetValueOrDefault(commitment.Funder, commitment.Funder),
                [YearsForm.FunderKind] = funder is null ? null : Choices.FunderKind.WordOf(funder.Kind, language),
                [YearsForm.Line] = commitment.Line,
                [YearsForm.Cap] = commitment.Cap is { } cap ? PartOf(commitment, post)(cap) : null,
                [YearsForm.Status] = Choices.Status.WordOf(commitment.Status, language),
                [YearsForm.From] = from is { Day: 1, Month: 1 } ? null : Text(commitment.From.First == from ? commitment.From : from),
                [YearsForm.Until] = isLast && line.Until is null ? commitment.Until.IsOpen ? "sans terme" : "inconnu"
                    : until is { Day: 31, Month: 12 }
                        ? null : Text(commitment.Until.Until is { } term && term.Last == until ? term : until),
                [YearsForm.Act] = commitment.References.Keys.FirstOrDefault(ActNames.Is) is { } act
                    ? ActNames.Write(act, commitment.References[act]) : null,
                [YearsForm.Ej] = commitment.References.GetValueOrDefault("EJ"),
                [YearsForm.DecidedOn] = Text(commitment.DecidedOn),
                [YearsForm.Source] = commitment.Source is { } source
                    && facts.Sources.FirstOrDefault(known => known.Id == source) is { } found ? SourceText(found) : null,
            };
            List<int> firm = [];
            bool any = false;
            for (int year = from.Year; year <= until.Year; year++)
            {
                LocalDate first = LocalDate.Max(from, new(year, 1, 1)), last = LocalDate.Min(until, new(year, 12, 31));
                object? value = cells.Of(first, last, out bool isExact);
                // Also what is rounded to nothing: the sum of a 31st, say, which weighs nothing.
                if (!isExact)
                    Lose(commitment.Id, TemplateLossKind.Rounded);
                if (value is null)
                    continue;
                if (!Years.Contains(year))
                {
                    Lose(commitment.Id, TemplateLossKind.OtherYears);
                    continue;
                }
                any = true;
                row[YearsForm.SumOf(year)] = value;
                if (cells.IsFirm(first, last))
                    firm.Add(year);
            }
            // A ceiling holds a share, and not the sum that a tranche fixes.
            if (!commitment.Amount.IsSum && row.Where(cell => YearsForm.IsSum(cell.Key)).All(cell => cell.Value is Euros))
                row[YearsForm.Cap] = null;
            row[YearsForm.Firm] = commitment.Instalments is null
                ? null : firm.Count == 0 ? "aucune" : string.Join(", ", firm.Select(Plain.Number));
            if (any)
                Money.Add(row);
        }
    }

    private static object? Text(PartialDate? date) => date is { } given ? Words.Date(given, Language.French) : null;

    // The kind goes with the title: what a newspaper says must not come back as what an act says.
    private static string SourceText(Source source)
    {
        string word = Choices.SourceKind.WordOf(source.Kind);
        return YearsFacts.KindOf(source.Title, SourceKind.Statement) == source.Kind ? source.Title : $"{word} : {source.Title}";
    }

    // What of a sum for several posts is this one's.
    private Func<Euros, Euros> PartOf(Commitment commitment, Post post)
    {
        if (commitment.Posts.Length == 1)
            return sum => sum;
        long[] weights = commitment.Split switch
        {
            Split.Weights given => [.. commitment.Posts.Select(id => (long)(given.ByPost[id] * 1_000_000))],
            Split.Fte when commitment.Posts.All(id => posts[id].Fte is not null) =>
                [.. commitment.Posts.Select(id => (long)(posts[id].Fte!.Value * 1_000_000))],
            _ => [.. commitment.Posts.Select(_ => 1L)],
        };
        int at = commitment.Posts.IndexOf(post.Id);
        return sum => sum.Allocate(weights)[at];
    }
}
