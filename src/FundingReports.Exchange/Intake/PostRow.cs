using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>What a row says of its post.</summary>
internal sealed class PostRow
{
    // That of a cost which names no year, until it is known which years the file has.
    private const int AnyYear = 0;

    private PostRow(TableRow row) => Row = row;

    internal TableRow Row { get; }

    /// <summary>The name of the post; empty where the row names none.</summary>
    internal string Label { get; private init; } = "";

    internal string LabelKey => Plain.Key(Label);

    internal ImmutableArray<string> Places { get; private init; } = [];

    internal string? PlaceKey => Places.IsEmpty ? null : Plain.Key(string.Join(' ', Places));

    internal string? Departement { get; private init; }

    internal string? Employer { get; private init; }

    internal string? EmployerKey => Employer is { } name ? Plain.Key(name) : null;

    internal string? EmployerKind { get; private init; }

    internal decimal? Fte { get; private init; }

    internal PartialDate? From { get; private init; }

    internal PartialDate? Until { get; private init; }

    internal (OccupancyState State, PartialDate? Since)? Occupancy { get; private init; }

    private PartialDate? CostDecidedOn { get; init; }

    internal ImmutableArray<CostSaid> Costs { get; private set; } = [];

    /// <summary>Costs that can be read in two ways: said once it is known what the post is paid.</summary>
    internal ImmutableArray<(FormColumn Column, int Year, FileTrouble Trouble)> Doubts { get; private set; } = [];

    /// <summary>The row above, whose post it is; null where it names its own.</summary>
    internal PostRow? Above { get; private init; }

    /// <summary>Which of the posts it is; settled once all rows are read.</summary>
    internal PostSaid? Post { get; set; }

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="label">The name of its post, perhaps that of the row above.</param>
    /// <param name="above">The row above, where it is of the same post.</param>
    internal static PostRow Read(TableRow row, string label, PostRow? above)
    {
        var costs = ImmutableArray.CreateBuilder<CostSaid>();
        var doubts = ImmutableArray.CreateBuilder<(FormColumn, int, FileTrouble)>();
        foreach (FormColumn column in row.Columns.Where(column => YearsForm.IsCost(column) || ReferenceEquals(column, YearsForm.AnyCost)))
        {
            GridCell cell = row.Get(column);
            if (cell.IsBlank)
                continue;
            int year = column.Year ?? AnyYear;
            if (FormMoney.ReadCost(cell, out Euros? cost, out string? how) is not { } trouble)
            {
                costs.Add(new(year, cost, column));
                if (how is not null && cost is { } said)
                    row.SayConverted(column, said, how);
            }
            else if (trouble.Code is ProblemCode.AmbiguousCell)
                doubts.Add((column, year, trouble));
            else
                row.Fail(trouble, column);
        }
        var read = new PostRow(row)
        {
            Label = label,
            Above = above,
            Places = row.SoftText(YearsForm.Place) is { } places ? ListText.Read(places) is { } items ? [.. items] : [places] : [],
            Departement = Departements(row),
            Employer = row.SoftText(YearsForm.Employer),
            EmployerKind = KindOf(row),
            Fte = row.Soft(YearsForm.Fte, (GridCell cell, out decimal time) => WorkingTimeText.Read(cell, out time)),
            From = Day(row, YearsForm.PostFrom, isEnd: false),
            Until = Day(row, YearsForm.PostUntil, isEnd: true),
            Occupancy = row.Soft(
                YearsForm.Occupancy, (GridCell cell, out (OccupancyState, PartialDate?) said) => FormDates.ReadOccupancy(cell, out said)),
            CostDecidedOn = row.Soft(
                YearsForm.CostDecidedOn, (GridCell cell, out PartialDate date) => FormDates.Read(cell, isEnd: false, null, out date)),
            Costs = costs.ToImmutable(),
            Doubts = doubts.ToImmutable(),
        };
        row.FailReversed(read.From, read.Until, YearsForm.PostUntil);
        return read;
    }

    /// <summary>Gives a cost that names no year the first one of the file, and the last one its decision.</summary>
    internal void SettleYears(int? firstYear)
    {
        if (firstYear is null && (Costs.Any(cost => cost.Year == AnyYear) || Doubts.Any(doubt => doubt.Year == AnyYear)))
            Row.Fail(ProblemCode.AmbiguousCell, YearsForm.AnyCost, TableRow.Shown(Row.Get(YearsForm.AnyCost)), "cost-year");
        Costs = [.. Costs.Select(cost => cost.Year == AnyYear ? cost with { Year = firstYear ?? AnyYear } : cost)
            .Where(cost => cost.Year != AnyYear)];
        if (CostDecidedOn is { } decided && Costs.Length > 0)
        {
            int last = Costs.Max(cost => cost.Year);
            Costs = [.. Costs.Select(cost => cost.Year == last ? cost with { DecidedOn = decided } : cost)];
        }
        Doubts = [.. Doubts.Select(doubt => doubt.Year == AnyYear ? doubt with { Year = firstYear ?? AnyYear } : doubt)];
    }

    private static string? Departements(TableRow row)
    {
        if (row.SoftText(YearsForm.Departement) is not { } text)
            return null;
        if (DepartementText.Read(text) is { } code)
            return code;
        row.SayUnknown(YearsForm.Departement, FileTrouble.Unreadable("departement"));
        return null;
    }

    // The papers to join depend on it: what is no word is none, and a word that no list has is kept, and said.
    private static string? KindOf(TableRow row)
    {
        if (row.SoftGet(YearsForm.EmployerKind) is { IsBlank: false, Kind: not CellKind.Text })
        {
            row.SayUnknown(YearsForm.EmployerKind, new(ProblemCode.NotOneOf, EmployerKinds.Words));
            return null;
        }
        if (row.SoftText(YearsForm.EmployerKind) is not { } said)
            return null;
        string kind = EmployerKinds.Read(said);
        if (!EmployerKinds.IsKnown(kind))
            row.SayKept(YearsForm.EmployerKind, "not-listed");
        return kind;
    }

    // The life of a post enters figures: what is not understood of it stops the row.
    private static PartialDate? Day(TableRow row, FormColumn column, bool isEnd)
    {
        GridCell cell = row.Get(column);
        if (cell.IsBlank || cell.Kind is CellKind.Text && (BlankWords.Are(cell.Text) || AmountText.IsUnknown(Plain.Words(cell.Text))))
            return null;
        if (FormDates.Read(cell, isEnd, null, out PartialDate date) is not { } trouble)
            return date;
        row.Fail(trouble, column);
        return null;
    }
}

/// <summary>A cost of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Cost">The cost; null where the cell says that it is not known.</param>
/// <param name="Column">The column that says it.</param>
internal readonly record struct CostSaid(int Year, Euros? Cost, FormColumn Column)
{
    /// <summary>When it was decided, where the row says so: of its last cost.</summary>
    internal PartialDate? DecidedOn { get; init; }
}

/// <summary>A post, by all the rows that speak of it.</summary>
internal sealed class PostSaid(string label)
{
    internal string Label { get; } = label;

    internal string? PlaceKey { get; private set; }

    internal string? EmployerKey { get; private set; }

    internal List<PostRow> Rows { get; } = [];

    /// <summary>The rows whose cells were all understood.</summary>
    internal IEnumerable<PostRow> Kept => Rows.Where(row => !row.Row.Failed);

    internal void Add(PostRow row)
    {
        Rows.Add(row);
        PlaceKey ??= row.PlaceKey;
        EmployerKey ??= row.EmployerKey;
        row.Post = this;
    }

    /// <summary>Whether a row may speak of it.</summary>
    internal bool MayBe(PostRow row) => (row.PlaceKey is null || PlaceKey is null || row.PlaceKey == PlaceKey)
        && (row.EmployerKey is null || EmployerKey is null || row.EmployerKey == EmployerKey);

    /// <summary>
    /// The cost in a year, as the rows say it: that of the year, else of the last year before; null where none is known.
    /// </summary>
    internal Euros? CostIn(int year) => Rows.SelectMany(row => row.Costs).Where(cost => cost.Year <= year).OrderBy(cost => cost.Year)
        .Select(cost => cost.Cost).LastOrDefault();
}
