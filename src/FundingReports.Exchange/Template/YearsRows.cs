using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Intake;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using static FundingReports.Exchange.Forms.WrittenValues;

namespace FundingReports.Exchange.Template;

/// <summary>Facts → the rows of the form with years as columns, and what it cannot say.</summary>
internal sealed class YearsRows
{
    private readonly PortfolioFacts facts;
    private readonly Language language;
    private readonly Dictionary<string, Post> posts;
    private readonly Dictionary<string, int> places;
    private readonly Dictionary<string, string> labels, funders;
    private readonly List<TemplateLoss> losses = [];
    private readonly HashSet<TemplateLoss> lost = [];
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly ILookup<string, Commitment> promises;

    private YearsRows(PortfolioFacts facts, int? firstYear, int? lastYear, Language language)
    {
        (this.facts, this.language) = (facts, language);
        posts = facts.Posts.ToDictionary(post => post.Id, StringComparer.Ordinal);
        places = facts.Commitments.Select((commitment, i) => (commitment.Id, i))
            .ToDictionary(entry => entry.Id, entry => entry.i, StringComparer.Ordinal);
        labels = Told(facts.Posts.Select(post => (post.Id, post.Label)));
        funders = Told(facts.Funders.Select(funder => (funder.Id, funder.Name)));
        promises = LinesInForce.Of(facts.Commitments, Lose)
            .Select(line => PromiseToPost.Of(line, WeightsOf(line.Commitment), Lose)).OfType<Commitment>()
            .ToLookup(promise => promise.Posts[0], StringComparer.Ordinal);
        Years = YearsOf(firstYear, lastYear);
    }

    /// <summary>The years that have a column.</summary>
    internal ImmutableArray<int> Years { get; }

    /// <summary>The rows of posts.</summary>
    internal List<Dictionary<FormColumn, object?>> Posts { get; } = [];

    /// <summary>The rows of money.</summary>
    internal List<Dictionary<FormColumn, object?>> Money { get; } = [];

    internal ImmutableArray<TemplateLoss> Losses => [.. losses];

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
            foreach (Commitment promise in form.promises[post.Id])
                form.WriteMoney(promise, post);
        }
        return form;
    }

    private ImmutableArray<int> YearsOf(int? firstYear, int? lastYear)
    {
        var years = new SortedSet<int>();
        foreach (Commitment promise in promises.SelectMany(own => own))
            years.UnionWith(Enumerable.Range(promise.From.First.Year, CellsOf(promise).LastYear - promise.From.First.Year + 1));
        years.UnionWith(facts.Posts.SelectMany(post => YearCosts.Of(post, out _)).Select(cost => cost.Year));
        if (firstYear is { } first)
            years.UnionWith(Enumerable.Range(first, Math.Max(lastYear ?? first, first) - first + 1));
        else if (lastYear is { } last)
            // From the year after those that are known: a cost of long ago does not bring all the years since.
            years.UnionWith(years.Count == 0 ? [last] : Enumerable.Range(years.Max + 1, Math.Max(0, last - years.Max)));
        // A promise without a last day has a cell in each year shown from its first one on.
        foreach (Commitment endless in promises.SelectMany(own => own).Where(promise => promise.Until.Until is null))
            years.UnionWith(Enumerable.Range(endless.From.First.Year, years.Max - endless.From.First.Year + 1));
        if (years.Count == 0)
            years.Add(facts.Posts.Select(post => (post.From ?? post.AttestedOn)?.First.Year).FirstOrDefault(year => year is not null)
                ?? YearsForm.FirstYear);
        // What the form has no column for is said to be left out, line by line.
        return [.. years.Where(year => year is >= YearsForm.FirstYear and <= YearsForm.LastYear)];
    }

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
        if (lost.Add(new(id, kind)))
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
            [YearsForm.EmployerKind] = post.Employers is [.., { Kind: { } kind }] ? EmployerKinds.WordOf(kind, language) : null,
            [YearsForm.Fte] = post.Fte,
            [YearsForm.PostFrom] = Text(post.From),
            [YearsForm.PostUntil] = Text(post.Until),
            [YearsForm.Occupancy] = post.Occupancy is [{ Until: null } state] ? FormDates.Write(state, language) : null,
        };
        if (post.From is null && post.AttestedOn is not null)
            Lose(post.Id, TemplateLossKind.Life);
        if (post.Employers.Length > 1 || post.Employers.Any(known => known.Siret is not null || known.From is not null)
            || post.Occupancy.Length > 1 || post.Occupancy is [{ Until: not null }]
            || post.Services.Length > 0 || post.References.Count > 0)
            Lose(post.Id, TemplateLossKind.Details);
        if (post.Scheme is not null)
            Lose(post.Id, TemplateLossKind.Scheme);
        List<CostInYear> costs = YearCosts.Of(post, out bool isExact);
        if (!isExact || costs.Any(cost => !Years.Contains(cost.Year)))
            Lose(post.Id, TemplateLossKind.CostDates);
        // A row has one day of decision, that of its last cost.
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
                ? annual.Cents < 1_000_00 ? $"{WrittenValues.Money(annual)}{Say(" par an")}" : annual : Say("inconnu");
            if (cost.DecidedOn is { } day)
                row[YearsForm.CostDecidedOn] = Text(day);
        }
    }

    private void WriteMoney(Commitment promise, Post post)
    {
        Commitment commitment = facts.Commitments[places[promise.Id]];
        if (commitment.Posts.Length > 1)
            Lose(promise.Id, TemplateLossKind.Grouped);
        if ((commitment.Instalments ?? []).Any(
            tranche => tranche.Act is not null || tranche.Paid is not null || tranche.PaidOn is not null))
            Lose(promise.Id, TemplateLossKind.Firmness);
        if (promise.References.Keys.Any(name => name is not "EJ" && !ActNames.Is(name))
            || promise.References.Keys.Count(ActNames.Is) > 1 || promise.Subsidy is not null)
            Lose(promise.Id, TemplateLossKind.References);
        CellsOfRow cells = CellsOf(promise).Of(Years.IsEmpty ? 0 : Years[^1]);
        if (!cells.Cells.Keys.All(Years.Contains))
        {
            Lose(promise.Id, TemplateLossKind.OtherYears);
            return;
        }
        Funder? funder = facts.Funders.FirstOrDefault(known => known.Id == promise.Funder);
        // Where the cells are parts of one promise, its days are not those of the cells.
        bool isWhole = cells.Nature is not null;
        var row = new Dictionary<FormColumn, object?>(ReferenceEqualityComparer.Instance)
        {
            [YearsForm.Post] = labels[post.Id],
            [YearsForm.Funder] = funders.GetValueOrDefault(promise.Funder, promise.Funder),
            [YearsForm.Line] = promise.Line,
            [YearsForm.Nature] = cells.Nature is { } nature ? Choices.Nature.WordOf(nature, language) : null,
            [YearsForm.Cap] = Ceiling(promise.Cap),
            [YearsForm.Status] = Choices.Status.WordOf(promise.Status, language),
            [YearsForm.From] = promise.From.First is { Day: 1, Month: 1 } && !isWhole ? null : Text(promise.From),
            [YearsForm.Until] = promise.Until.Until is not { } until ? Say(promise.Until.IsOpen ? "sans terme" : "inconnu")
                : until.Last is { Day: 31, Month: 12 } && !isWhole ? null : Text(until),
            [YearsForm.Act] = promise.References.Keys.FirstOrDefault(ActNames.Is) is { } act
                ? ActNames.Write(act, promise.References[act]) : null,
            [YearsForm.Ej] = promise.References.GetValueOrDefault("EJ"),
            [YearsForm.DecidedOn] = Text(promise.DecidedOn),
        };
        foreach ((int year, object cell) in cells.Cells)
            // A sum that is also the number of a day would be asked about.
            row[YearsForm.SumOf(year)] = cell is Euros sum && DayFraction.Of(sum.ToDecimal(), Years[0], Years[^1]) is not null
                ? WrittenValues.Money(sum) : cell;
        // The reader refuses a row that says the same promise twice.
        if (!written.Add(string.Join('\n', row.Select(
            cell => $"{cell.Key.Header}\t{(IsName(cell.Key) ? Plain.Key($"{cell.Value}") : cell.Value)}"))))
        {
            Lose(promise.Id, TemplateLossKind.Repeated);
            return;
        }
        row[YearsForm.FunderKind] = funder is null ? null : Choices.FunderKind.WordOf(funder.Kind, language);
        row[YearsForm.Firm] = cells.Firm;
        row[YearsForm.Source] = promise.Source is { } source
            && facts.Sources.FirstOrDefault(known => known.Id == source) is { } found ? SourceText(found) : null;
        Money.Add(row);
    }

    // What is the same in other capitals or accents.
    private static bool IsName(FormColumn column) => ReferenceEquals(column, YearsForm.Line) || ReferenceEquals(column, YearsForm.Act)
        || ReferenceEquals(column, YearsForm.Ej);

    private YearCells CellsOf(Commitment promise)
    {
        Post post = posts[promise.Posts[0]];
        return new(promise, ((post.From ?? post.AttestedOn)?.First, post.Until?.Last), language);
    }

    private object? Text(PartialDate? date) => date is { } given ? Day(given, language) : null;

    private string Say(string french) => FormWords.In(french, language);

    // The kind goes with the title: what a newspaper says must not come back as what an act says.
    private string SourceText(Source source)
    {
        string word = Choices.SourceKind.WordOf(source.Kind, language);
        return YearsFacts.KindOf(source.Title, SourceKind.Statement) == source.Kind ? source.Title
            : $"{word}{(language is Language.English ? "" : " ")}: {source.Title}";
    }

    // How a sum for several posts is split.
    private long[]? WeightsOf(Commitment commitment) => commitment.Posts.Length == 1 ? null : commitment.Split switch
    {
        Split.Weights given => [.. commitment.Posts.Select(id => (long)(given.ByPost[id] * 1_000_000))],
        Split.Fte when commitment.Posts.All(id => posts[id].Fte is not null) =>
            [.. commitment.Posts.Select(id => (long)(posts[id].Fte!.Value * 1_000_000))],
        _ => [.. commitment.Posts.Select(_ => 1L)],
    };
}
