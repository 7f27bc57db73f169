using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using NodaTime;

namespace FundingReports.Exchange.Intake;

/// <summary>The rows that were understood → facts, each with the cell that it comes from.</summary>
internal sealed class YearsFacts(IntakeNotes notes, string sourceTitle, int? firstYear)
{
    /// <summary>The id of the source that stands for the return itself.</summary>
    private const string Return = "retour";

    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> sourcesByTitle = new(StringComparer.Ordinal);
    private readonly HashSet<string> sourceIds = new(StringComparer.Ordinal) { Return };
    private readonly ImmutableArray<Post>.Builder posts = ImmutableArray.CreateBuilder<Post>();
    private readonly ImmutableArray<Funder>.Builder funders = ImmutableArray.CreateBuilder<Funder>();
    private readonly ImmutableArray<Commitment>.Builder commitments = ImmutableArray.CreateBuilder<Commitment>();
    private readonly HashSet<string> promised = new(StringComparer.Ordinal);

    internal PortfolioFacts Build(List<PostSaid> said, List<FundingRow> fundings, FundersOfRows names)
    {
        ILookup<PostSaid, FundingRow> byPost = fundings.ToLookup(row => row.Post.Post!);
        HashSet<string> ids = new(StringComparer.Ordinal);
        var postIds = new Dictionary<PostSaid, string>();
        foreach (PostSaid post in notes.Watch(said).Where(post => post.Kept.Any()))
        {
            string id = Slug.Unique(
                Slug.Of($"{post.Label} {post.Kept.Select(row => row.Employer).FirstOrDefault(name => name is not null)}", "poste"), ids);
            postIds[post] = id;
            notes.Called[id] = $"«\u00a0{post.Label}\u00a0»";
            posts.Add(BuildPost(id, post, [.. byPost[post]], $"{Property.Posts}[{posts.Count}]"));
        }
        var funderIds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (FundingRow row in notes.Watch(fundings))
        {
            if (!postIds.TryGetValue(row.Post.Post!, out string? post))
                continue;
            if (!funderIds.TryGetValue(row.FunderKey, out string? funder))
            {
                (string name, FunderKind kind) = names.Of(row.FunderKey);
                funderIds[row.FunderKey] = funder = Slug.Unique(Slug.Of(name, "financeur"), promised);
                notes.Origin($"{Property.Funders}[{funders.Count}]", row.Row.Ref(YearsForm.Funder));
                notes.Origin($"{Property.Funders}[{funders.Count}].{Property.Kind}", At(row, YearsForm.FunderKind, YearsForm.Funder));
                funders.Add(new(funder, name, kind));
            }
            AddCommitments(row, post, funder);
            notes.MoneyKept += row.Money;
        }
        return new() { Sources = [.. sources.Values], Funders = funders.ToImmutable(), Posts = posts.ToImmutable(),
            Commitments = commitments.ToImmutable() };
    }

    private Post BuildPost(string id, PostSaid post, List<FundingRow> paid, string path)
    {
        List<PostRow> said = [.. post.Kept];
        PostRow first = said[0];
        PostRow With(Func<PostRow, bool> has) => said.FirstOrDefault(has) ?? first;
        PostRow place = With(row => !row.Places.IsEmpty), departement = With(row => row.Departement is not null),
            fte = With(row => row.Fte is not null);
        PostRow from = With(row => row.From is not null), until = With(row => row.Until is not null),
            occupancy = With(row => row.Occupancy is not null);
        PostRow employer = With(row => row.Employer is not null), kind = With(row => row.EmployerKind is not null);
        notes.Origin(path, first.Row.Ref(YearsForm.Post));
        foreach ((string property, PostRow row, FormColumn column) in ((string, PostRow, FormColumn)[])
            [(Property.Places, place, YearsForm.Place), (Property.Departement, departement, YearsForm.Departement),
                (Property.Fte, fte, YearsForm.Fte), (Property.From, from, YearsForm.PostFrom),
            (Property.Until, until, YearsForm.PostUntil), (Property.Occupancy, occupancy, YearsForm.Occupancy),
                (Property.Employers, employer, YearsForm.Employer), (Property.AttestedOn, first, YearsForm.Post)])
            notes.Origin($"{path}.{property}", row.Row.Has(column) ? row.Row.Ref(column) : row.Row.Ref(YearsForm.Post));
        return new(id, post.Label)
        {
            Places = place.Places,
            Departement = departement.Departement,
            Fte = fte.Fte,
            From = from.From,
            AttestedOn = from.From is null ? FirstOf(said, paid) : null,
            Until = until.Until,
            Employers = employer.Employer is null && kind.EmployerKind is null
                ? [] : [new(null, employer.Employer) { Kind = kind.EmployerKind }],
            Occupancy = occupancy.Occupancy is var (state, since) ? [new(since, null, state)] : [],
            Costs = CostsOf(said, path),
            Source = ReturnSource(),
        };
    }

    // Without a first day, a post is known to exist in the first year that anything is said of.
    private PartialDate? FirstOf(List<PostRow> said, List<FundingRow> paid)
    {
        LocalDate? first = said.SelectMany(row => row.Costs).Select(cost => (LocalDate?)new LocalDate(cost.Year, 1, 1))
            .Concat(paid.SelectMany(row => row.Years.Select(year => (LocalDate?)row.DaysOf(year).From))).Min();
        return first is { Month: 1, Day: 1 } whole
            ? PartialDate.Of(whole.Year) : first is { } day ? day : firstYear is { } year ? PartialDate.Of(year) : null;
    }

    private ImmutableArray<Cost> CostsOf(List<PostRow> said, string path)
    {
        var costs = ImmutableArray.CreateBuilder<Cost>();
        foreach (var ((cost, row), _) in said.SelectMany(row => row.Costs.Select(cost => (cost, row)))
            .GroupBy(entry => (entry.cost.Year, entry.cost.DecidedOn))
            .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.DecidedOn?.First ?? LocalDate.MinIsoValue)
                .Select(group => (group.First(), 0)))
        {
            notes.Origin($"{path}.{Property.Costs}[{costs.Count}]", row.Row.Ref(cost.Column));
            costs.Add(new(PartialDate.Of(cost.Year), cost.Cost) { DecidedOn = cost.DecidedOn, Source = ReturnSource() });
        }
        return costs.ToImmutable();
    }

    private void AddCommitments(FundingRow row, string post, string funder)
    {
        YearRuns.Run[] runs = [.. YearRuns.Of(row)];
        for (int i = 0; i < runs.Length; i++)
        {
            YearRuns.Run run = runs[i];
            bool isLast = i == runs.Length - 1;
            PartialDate from = row.From is { } given && given.First == run.From ? given : WholeYear(run.From, isEnd: false);
            Term until = isLast && row.Until is { } term && (term.Until is null || term.Until.Value.Last == run.Until)
                ? term : Term.On(WholeYear(run.Until, isEnd: true));
            Add(row, post, funder, run.From.Year, run.Column, new("", funder, [post], from, run.Amount)
            {
                Until = until,
                Cap = run.Cap ?? row.Cap,
                Approximate = run.IsApproximate,
                Instalments = FirmDays.Of(row, run, isLast),
            });
        }
        // The years up to the term that no cell tells of are promised, and how much is not known.
        if (!row.IsOfWholeRow && runs is [.., var final] && row.Until?.Until is { } late && late.Last.Year > final.Until.Year)
            Add(row, post, funder, final.Until.Year + 1, YearsForm.Until,
                new("", funder, [post], PartialDate.Of(final.Until.Year + 1), Amount.NotPublished) { Until = Term.On(late) });
    }

    private void Add(FundingRow row, string post, string funder, int year, FormColumn money, Commitment terms)
    {
        string path = $"{Property.Commitments}[{commitments.Count}]";
        notes.Origin(path, row.Row.Ref(money));
        foreach ((string property, FormColumn column, FormColumn instead) in ((string, FormColumn, FormColumn)[])
            [(Property.Funder, YearsForm.Funder, YearsForm.Funder), (Property.Line, YearsForm.Line, YearsForm.Funder),
                (Property.From, YearsForm.From, money), (Property.Until, YearsForm.Until, money),
            (Property.Status, YearsForm.Status, YearsForm.Funder), (Property.DecidedOn, YearsForm.DecidedOn, YearsForm.Funder),
                (Property.References, YearsForm.Act, YearsForm.Funder),
            (Property.Source, YearsForm.Source, YearsForm.Funder), (Property.Cap, YearsForm.Cap, money),
                (Property.Instalments, YearsForm.Firm, money), (Property.Posts, YearsForm.Post, YearsForm.Post)])
            notes.Origin($"{path}.{property}", At(row, column, instead));
        ImmutableSortedDictionary<string, string> references = Post.NoReferences;
        if (row.Act is { } act)
            references = references.Add(ActNames.Of(act, out string number), number);
        if (row.Ej is { } ej)
            references = references.Add("EJ", ej);
        string id = Slug.Unique($"{post}/{funder}/{Plain.Number(year)}", promised);
        string called = string.Join(", ", ((string?[])[row.Funder, row.Line, row.Post.Post!.Label]).OfType<string>());
        notes.Called[id] = $"«\u00a0{called}\u00a0»";
        commitments.Add(terms with
        {
            Id = id,
            Line = row.Line,
            Status = row.Status,
            DecidedOn = row.DecidedOn,
            References = references,
            Source = SourceOf(row),
        });
    }

    private static CellRef At(FundingRow row, FormColumn column, FormColumn instead) =>
        row.Row.Ref(row.Row.IsBlank(column) ? instead : column);

    /// <summary>The first or the last day of a year is written as the year.</summary>
    internal static PartialDate WholeYear(LocalDate day, bool isEnd) =>
        isEnd ? day is { Month: 12, Day: 31 }
            ? PartialDate.Of(day.Year) : day : day is { Month: 1, Day: 1 } ? PartialDate.Of(day.Year) : day;

    private string SourceOf(FundingRow row)
    {
        if (row.Source is not { } text)
            return ReturnSource();
        string key = Plain.Key(text);
        if (sourcesByTitle.TryGetValue(key, out string? known))
            return known;
        string id = Slug.Unique(Slug.Of(text, "source"), sourceIds);
        sourcesByTitle[key] = id;
        sources.TryAdd(id, new(id, KindOf(text, SourceKind.Statement), text));
        return id;
    }

    /// <summary>« Convention du 3 mars » is a convention: the first word tells. Else somebody who filled in the form says so.</summary>
    internal static SourceKind KindOf(string text, SourceKind instead) =>
        Choices.SourceKind.Read(text) ?? Choices.SourceKind.Read(Plain.Words(text).Split(' ')[0]) ?? instead;

    private string ReturnSource()
    {
        sources.TryAdd(Return, new(Return, SourceKind.Statement, sourceTitle));
        return Return;
    }
}
