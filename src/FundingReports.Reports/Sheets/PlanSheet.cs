using System.Collections.Immutable;
using FundingReports.Ledger;
using FundingReports.Portfolios;
using FundingReports.Reports.Schedules;
using FundingReports.Reports.Formulas;
using FundingReports.Reports.Texts;
using FundingReports.Sentences;
using FundingReports.Wording;
using NodaTime;
using static FundingReports.Reports.Formulas.FormulaParts;

namespace FundingReports.Reports.Sheets;

/// <summary>
/// Plan de financement: the table that everybody knows, years as columns. A block a post: its cost, a row a financing, what is
/// left to be financed; then all posts by funder. Every row says by itself what it is, so that it sorts and filters.
/// </summary>
internal sealed class PlanSheet
{
    internal const string Funder = "funder", Status = "status", Total = "total", Act = "act";

    // More rows than these would be too small on one page.
    private const int MostOnAPage = 52;

    private readonly ReportContext context;
    private readonly WorkbookTexts texts;
    private readonly ImmutableArray<int> years;
    private readonly bool inShares;
    private readonly List<(Dictionary<string, ReportCell> Cells, RowRole Role)> rows = [];
    private readonly Dictionary<string, string> roots;
    private readonly Dictionary<string, int> totals = new(StringComparer.Ordinal);
    // The rows whose sums leave out what is unknown, and say so.
    private readonly HashSet<int> knownParts = [];

    private PlanSheet(ReportContext context)
    {
        this.context = context;
        texts = new(context.Texts.Language);
        years = [.. context.Analysis.Totals.Years.Select(year => year.Year)];
        inShares = CostsUnknown(context);
        roots = RootsOf(context.Analysis.Portfolio);
    }

    /// <summary>
    /// The row of the sum of all posts that says an amount for a year; null where none does: no euro is known, or there is one post.
    /// </summary>
    /// <param name="what">What the sum is of: the key of the column of Synthèse.</param>
    /// <param name="year">The budget year.</param>
    /// <param name="value">The amount.</param>
    internal int? RowThatSays(string what, int year, Euros value) =>
        totals.TryGetValue(what, out int row) && rows[row].Cells.TryGetValue(KeyOf(year), out var cell) && AmountOf(cell) == value
            ? row : null;

    /// <summary>Whether no cost of any post is known: the plan then says parts.</summary>
    internal static bool CostsUnknown(ReportContext context) =>
        context.Analysis.Posts.All(post => post.Years.All(year => !year.Cost.TryGet(out var cost) || cost == Euros.Zero));

    internal static string KeyOf(int year) => "y" + year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static (PlanSheet Plan, ReportSheet Sheet) Build(ReportContext context)
    {
        var plan = new PlanSheet(context);
        foreach (var post in context.Posts)
            plan.AddPost(post);
        if (!plan.inShares)
            plan.AddTotals();
        return (plan, plan.Sheet());
    }

    private ReportSheet Sheet()
    {
        string words = $"{context.Texts.AsOf(context.AsOf)}. {(inShares ? texts.SharesNote : texts.PlanNote)}";
        if (rows.Count == 0)
            return new(context.Texts.PlanSheet, texts.PlanTitleOf(context.Texts.Title(context.Analysis.Portfolio.Facts.Title)),
                [new ReportParagraph(words, ParagraphRole.Note), new ReportParagraph(context.Texts.NoPost, ParagraphRole.Note)]);
        for (int row = 0; row < rows.Count; row++)
        {
            context.Cancellation.Look();
            rows[row].Cells[Total] = Across(row);
        }
        SayAssumedOnce();
        if (IsAllAssumed)
            words = $"{words} {texts.AllAssumed}";
        var note = new ReportParagraph(words, ParagraphRole.Note);
        ImmutableArray<ReportColumn> columns =
        [
            new(Names.Post, context.Texts.Post, ColumnKind.Text, 14),
            new(Funder, texts.Financing, ColumnKind.Text, 20),
            new(Status, texts.Status, ColumnKind.Text, 12),
            .. years.Select(year => new ReportColumn(KeyOf(year), year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                inShares ? ColumnKind.Text : ColumnKind.WholeAmount, 10)),
            .. inShares || years.Length < 2 ? [] : (ReportColumn[])[new(Total, texts.TotalOfYears, ColumnKind.WholeAmount, 10)],
            new(Act, texts.Act, ColumnKind.Text, 20),
        ];
        return new(context.Texts.PlanSheet, texts.PlanTitleOf(context.Texts.Title(context.Analysis.Portfolio.Facts.Title)),
            [note, new ReportTable(Names.Plan, columns,
            [.. rows.Watched(context.Cancellation)
                .Select(row => new ReportRow([.. columns.Select(column => row.Cells[column.Key])], row.Role))])]) {
                FitsText = true, OnePage = rows.Count <= MostOnAPage };
    }

    /// <summary>Whether every amount rests on an assumption: the note above them says it, and none bears the sign.</summary>
    internal bool IsAllAssumed { get; private set; }

    // A sign that every amount of a page bears distinguishes none.
    private void SayAssumedOnce()
    {
        List<(Dictionary<string, ReportCell> Cells, string Key, ReportCell Cell)> amounts =
            [.. rows.SelectMany(row => row.Cells.Where(cell => AmountOf(cell.Value) is { } money && money != Euros.Zero)
                .Select(cell => (row.Cells, cell.Key, cell.Value)))];
        if (rows.Count > MostOnAPage || amounts.Count == 0 || !amounts.TrueForAll(one => (one.Cell.Marks & Marks.Assumed) != 0))
            return;
        IsAllAssumed = true;
        foreach (var (cells, key, cell) in amounts)
            cells[key] = cell with { Marks = cell.Marks & ~Marks.Assumed };
    }

    private void AddPost(PostFunding post)
    {
        if (post.Years.All(year => ReportContext.IsNothing(year.Cost)) && !FlatRow.Of(post).Any())
            return;
        int head = rows.Count;
        Head(post);
        var coverage = context.CoverageOf(post);
        foreach (var (members, isCounted) in Groups(post))
            foreach (var own in IsPartlyKnown(post, members, isCounted) ? members.Select(one => ImmutableArray.Create(one)) : [members])
                AddFinancing(post, own, isCounted, coverage.Announced);
        int lastCounted = rows.Count - 1;
        while (lastCounted > head && rows[lastCounted].Role == RowRole.Aside)
            lastCounted--;
        var requested = AddRequested(post);
        if (inShares)
        {
            foreach (int year in years)
                rows[head].Cells[KeyOf(year)] = Part(post, coverage, year);
            return;
        }
        int? surplus = AddSurplus(post);
        AddGap(post, head, lastCounted, surplus, requested);
    }

    private void Head(PostFunding funding)
    {
        var post = funding.Post;
        var occupancy = post.OccupancyOn(context.AsOf);
        string? hours = post.Fte is { } fte
            ? texts.Fte(fte) + (context.Assumptions.Of(post, "fte") is not [] ? " " + context.Texts.Signs.Assumed : "") : null;
        string who = texts.WhoWorks(post.EmployerOn(post.FirstDay(context.AsOf))?.Name, hours);
        int row = Row(post.Label, false, who, inShares ? texts.PartFunded : texts.CostOfPost,
            texts.Joined([occupancy is { } state ? texts.Occupied(state, context.InStateSince(post, state)) : texts.OccupancyUnknown,
                .. Funded(funding)]), RowRole.Subtotal);
        foreach (var year in funding.Years)
            Put(row, KeyOf(year.Year), IsOutside(post, year.Year)
                ? ReportCell.None : ReportContext.IsNothing(year.Cost) ? ReportCell.Of(texts.NoCost)
                : ReportCell.Of(
                    year.Cost, ReportContext.Assumed(context.Assumptions.Cost(post, year.Year)) | ReportContext.Partial(post, year.Year)));
    }

    private IEnumerable<string> Funded(PostFunding post)
    {
        if (texts.FundedHowLong(post.Agreed.FullyFundedUntil, post.Agreed.PartlyFundedUntil) is { } funded)
            yield return context.WithAssumed(post, funded);
    }

    private static bool IsOutside(Post post, int year) =>
        (post.From ?? post.AttestedOn)?.First.Year > year || post.Until?.Last.Year < year;

    // An avenant is the changed year in the row of what it changes; what counts and what does not are never one row.
    private IEnumerable<(ImmutableArray<Commitment> Members, bool IsCounted)> Groups(PostFunding post)
    {
        var commitments = post.Years.SelectMany(year => year.Cells).Select(cell => cell.Commitment).Distinct().ToList();
        foreach (bool counted in (bool[])[true, false])
            foreach (var group in commitments.Where(one => one.IsAgreed == counted).GroupBy(one => roots[one.Id], StringComparer.Ordinal)
                .ToList())
                yield return ([.. group], counted);
    }

    // In one row, a part that is known would be lost beside a part that is not.
    private static bool IsPartlyKnown(PostFunding post, ImmutableArray<Commitment> members, bool isCounted) =>
        members.Length > 1 && post.Years.Any(year =>
    {
        var money = year.Cells.Where(cell => members.Contains(cell.Commitment)).Select(cell => isCounted ? cell.Agreed : cell.Announced)
            .ToList();
        return money.Exists(one => !one.IsKnown) && money.Exists(one => one.TryGet(out var known) && known != Euros.Zero);
    });

    private void AddFinancing(PostFunding post, ImmutableArray<Commitment> members, bool isCounted, FundingLedger announced)
    {
        var cells = new Dictionary<int, ReportCell>();
        foreach (var year in post.Years)
        {
            var own = year.Cells.Where(cell => members.Contains(cell.Commitment)).ToList();
            var money = own.Select(cell => isCounted ? cell.Agreed : cell.Announced).Sum();
            var marks = own.Aggregate(ReportContext.Partial(post.Post, year.Year), (all, cell) => all
                | ReportContext.Assumed(cell.Assumptions) | (cell.Commitment.Approximate ? Marks.Approximate : Marks.None));
            cells[year.Year] = money.TryGet(out var known)
                ? known == Euros.Zero && IsWithdrawn(members, year.Year) ? ReportCell.Of(texts.Withdrawn)
                : known == Euros.Zero && !inShares && !members.Any(one => IsInForce(one, year.Year)) || known == Euros.Zero && inShares
                    ? ReportCell.None : ReportContext.Money(money, marks)
                : Shares(post, members, announced, year.Year) is { } part
                    ? new ReportCell.Text(part) { Marks = marks & Marks.Assumed } : ReportCell.Nothing;
        }
        if (cells.Values.All(cell => cell is ReportCell.NotApplicable or ReportCell.Amount { Value.Cents: 0 }))
            return;
        var last = members[^1];
        var firm = members.Any(one => one.Instalments is { Length: > 0 })
            ? post.Years.Where(year => year.Year >= context.AsOf.Year && year.Cells.Any(cell => members.Contains(cell.Commitment)
                && cell.Firm.TryGet(out var money) && money > Euros.Zero)).Select(year => year.Year).ToList()
            : [];
        // Where the years say parts, the basis would say them again.
        string? basis = cells.Values.Any(IsPart) ? null : BasisOf(last);
        // What was paid before the withdrawal counts, and keeps the word by which it is counted.
        bool isWithdrawn = cells.Values.Any(IsWord) && cells.Values.All(cell => cell is ReportCell.NotApplicable || IsWord(cell));
        int row = Row(post.Label, true, context.FunderAndLine(last), isWithdrawn ? texts.Withdrawn : StatusOf(last),
            ActOf(basis, members, isCounted, isCounted ? firm : []), isCounted ? RowRole.Line : RowRole.Aside);
        if (isCounted && !isWithdrawn)
            Put(row, Status, rows[row].Cells[Status] with { Tone = last.Status is CommitmentStatus.Signed ? Tone.Good : Tone.Decided });
        foreach (var (year, cell) in cells)
            Put(row, KeyOf(year), cell);
    }

    private List<(int Year, Knowable<Euros> Money)> AddRequested(PostFunding post)
    {
        var asked = post.Years.SelectMany(
            year => context.Analysis.RequestedFor(post, year.Year).Select(one => (one.Commitment, year.Year, one.Money))).ToList();
        foreach (var commitment in asked.GroupBy(one => one.Commitment))
        {
            if (commitment.All(one => ReportContext.IsNothing(one.Money)))
                continue;
            int row = Row(post.Label, true, context.FunderAndLine(commitment.Key), StatusOf(commitment.Key),
                ActOf(BasisOf(commitment.Key), [commitment.Key], false, []), RowRole.Aside);
            foreach (int year in years)
            {
                // Where nothing is asked for the year, the sum is nothing.
                var money = commitment.Where(one => one.Year == year).Select(one => one.Money).Sum();
                Put(row, KeyOf(year), ReportContext.IsNothing(money) ? ReportCell.None
                    : ReportContext.Money(money, ReportContext.Assumed(context.Assumptions.Money(post.Post, commitment.Key, year)) | (
                        commitment.Key.Approximate ? Marks.Approximate : Marks.None)));
            }
        }
        return [.. asked.GroupBy(one => one.Year).Select(year => (year.Key, year.Select(one => one.Money).Sum()))
            .Where(one => !ReportContext.IsNothing(one.Item2))];
    }

    private int? AddSurplus(PostFunding post)
    {
        if (!post.Years.Any(year => year.Agreed.Surplus.TryGet(out var surplus) && surplus > Euros.Zero))
            return null;
        int row = Row(post.Label, true, texts.Surplus, null, null, RowRole.Line);
        foreach (var year in post.Years)
            Put(row, KeyOf(year.Year), ReportContext.IsNothing(year.Agreed.Surplus)
                ? ReportCell.None : ReportContext.Money(year.Agreed.Surplus, context.MarksOf(post, year)));
        return row;
    }

    private void AddGap(PostFunding post, int head, int lastCounted, int? surplus, List<(int Year, Knowable<Euros> Money)> requested)
    {
        var unpaid = requested.Where(one => post.Years.Any(year => year.Year == one.Year && !ReportContext.IsNothing(year.Agreed.Gap)))
            .ToList();
        string? asked = unpaid.Count > 0 ? texts.OfWhichRequested(unpaid)
            : requested.Count == 0 && post.Years.Any(year => year.Year >= context.AsOf.Year && !ReportContext.IsNothing(year.Agreed.Gap))
            ? texts.NothingRequested : null;
        int row = Row(post.Label, true, texts.Gap, texts.NotCovered, asked, RowRole.Outcome);
        foreach (var year in post.Years)
        {
            string key = KeyOf(year.Year);
            if (rows[head].Cells[key] is ReportCell.NotApplicable)
            {
                Put(row, key, ReportCell.None);
                continue;
            }
            var marks = context.MarksOf(post, year);
            Expression cost = new Expression.At(Names.Plan, head, key);
            Expression paid = lastCounted > head ? Sum(new(Names.Plan, key, head + 1, lastCounted)) : 0;
            Expression whole = surplus is { } over && rows[over].Cells[key] is ReportCell.Amount
                ? cost + new Expression.At(Names.Plan, over, key) : cost;
            Expression left = Cents(whole - paid);
            Expression gap = If(Above(left, 0), left, new Expression.Word(texts.Funded));
            // What is known although a part is not, and the cents that rounding leaves, the analysis alone can say.
            ReportCell cell = year.Agreed.Gap.TryGet(out var known)
                ? known == Euros.Zero ? ReportCell.Of(texts.Funded) : new ReportCell.Amount(known) { Marks = marks }
                : ReportCell.Nothing;
            bool isWhole = year.Cost.IsKnown && year.Agreed.Funding.IsKnown && year.Agreed.Gap.IsKnown;
            if (isWhole && rows[head].Cells[key] is ReportCell.Amount && Same(context.Grid.Of(gap), cell))
                cell =
                    new ReportCell.Formula(new ReportFormula.Worked(gap), cell) { Marks = cell is ReportCell.Amount ? marks : Marks.None };
            Put(row, key, cell with { Tone = !year.Agreed.Gap.IsKnown ? Tone.Open : known == Euros.Zero ? Tone.Good : Tone.Bad });
        }
    }

    private bool Same(Value value, ReportCell cell) => value == context.Grid.ValueOf(cell);

    // What is firm, agreed, announced or only asked for is never one sum: each has its row.
    private void AddTotals()
    {
        if (context.Analysis.Posts.Length < 2 || rows.Count == 0)
            return;
        int last = rows.Count - 1;
        Match counted = new(Status, CommitmentStatus.Granted.InWords(context.Texts.Language),
            CommitmentStatus.Signed.InWords(context.Texts.Language));
        AddTotal(Names.Cost, context.Texts.Cost, [new(Status, texts.CostOfPost)], last, RowRole.Subtotal);
        if (AddTotal(Names.Agreed, texts.Agreed, [counted], last, RowRole.Outcome) is { } agreed)
        {
            AddFunders(counted, agreed, last);
            AddFirm(agreed, last);
        }
        foreach (var status in (CommitmentStatus[])[CommitmentStatus.Announced, CommitmentStatus.Requested])
        {
            string word = status.InWords(context.Texts.Language);
            AddTotal(null, texts.Capitalised(word), [new(Status, word)], last, RowRole.Aside);
        }
        AddTotal(
            Names.Gap, context.Texts.Gap, [new(Funder, texts.Gap), new(Status, texts.NotCovered)], last, RowRole.Total);
    }

    // What a funder pays for one post alone stands on its line, and is not said again.
    private void AddFunders(Match counted, int agreed, int last)
    {
        // Names are compared as spreadsheets do: capitals and small letters are alike.
        var funders = rows.Take(last + 1).Watched(context.Cancellation)
            .Where(row => Holds(row.Cells, counted, "")).Select(row => row.Cells)
            .GroupBy(row => Text(row[Funder])!, StringComparer.OrdinalIgnoreCase).ToList();
        var others = funders.Where(rows => rows.Count() == 1).ToList();
        if (others.Count == funders.Count)
            return;
        var shown = funders.Where(rows => rows.Count() > 1 || others.Count == 1)
            .Select(rows => AddTotal(null, rows.Key, [new(Funder, null), counted], last, RowRole.Line)).OfType<int>().ToList();
        if (others.Count < 2)
            return;
        var own = others.SelectMany(rows => rows).ToList();
        var values = years.Select(year => SumOf(own.ConvertAll(row => row[KeyOf(year)]))).ToList();
        if (values.TrueForAll(value => value.Value == Euros.Zero))
            return;
        var unknown = UnknownYears(own);
        int row = AllPosts(texts.OtherFunders(others.Count), true, null, unknown, last, RowRole.Line);
        foreach (var (year, value) in years.Zip(values))
        {
            string key = KeyOf(year);
            Expression rest = new Expression.At(Names.Plan, agreed, key);
            foreach (int one in shown)
                rest -= new Expression.At(Names.Plan, one, key);
            rest = Cents(rest);
            Put(row, key, Same(context.Grid.Of(rest), value)
                ? new ReportCell.Formula(new ReportFormula.Worked(rest), value) { Marks = value.Marks } : value);
        }
    }

    // No row of a post says what of it is firm: the analysis alone does.
    private void AddFirm(int agreed, int last)
    {
        var firm = context.Analysis.Totals.Years.ToDictionary(year => year.Year, year => year.Firm.Funding);
        if (firm.Values.All(total => total.KnownPart == Euros.Zero))
            return;
        int row = AllPosts(texts.OfWhichFirm, true, null, [.. years.Where(year => !firm[year].Exact.IsKnown)], last, RowRole.Line);
        foreach (int year in years)
            Put(row, KeyOf(year), firm[year] is { KnownPart: var known } total && !total.Exact.IsKnown && known == Euros.Zero
                ? ReportCell.Nothing
                : ReportContext.Money(Knowable<Euros>.Known(firm[year].KnownPart), rows[agreed].Cells[KeyOf(year)].Marks));
    }

    /// <param name="key">By what Synthèse finds it again; null where it does not.</param>
    /// <param name="what">What the sum is of: words of ours, or a name of people's own, which its formula compares.</param>
    /// <param name="matches">Which rows it is of.</param>
    /// <param name="last">The last row of any post.</param>
    /// <param name="role">What its own row is.</param>
    private int? AddTotal(string? key, string what, ImmutableArray<Match> matches, int last, RowRole role)
    {
        var matching = rows.Take(last + 1).Watched(context.Cancellation)
            .Where(row => matches.All(match => Holds(row.Cells, match, what))).Select(row => row.Cells).ToList();
        var cells = years.Watched(context.Cancellation).Select(year => SumOf(matching.ConvertAll(row => row[KeyOf(year)]))).ToList();
        if (cells.TrueForAll(cell => cell.Value == Euros.Zero))
            return null;
        var unknown = UnknownYears(matching);
        bool isOurs = matches.All(match => match.Word is not null);
        int total = AllPosts(what, isOurs, unknown.Count > 0 && !isOurs ? texts.KnownPart : null, unknown, last, role);
        foreach (var (year, cell) in years.Zip(cells))
            Put(total, KeyOf(year), new ReportCell.Formula(
                new ReportFormula.SumOfWords(new(KeyOf(year), 0, last), matches, unknown.Count > 0), cell) { Marks = cell.Marks });
        if (key is not null)
            totals[key] = total;
        return total;
    }

    // Where a year is unknown one row says the known part, and of which years the whole is unknown.
    private int AllPosts(string what, bool isOurs, string? status, List<int> unknown, int last, RowRole role)
    {
        int row = Row(texts.AllPosts, rows.Count - 1 > last, unknown.Count > 0 && isOurs ? texts.KnownPartOf(what) : what, status,
            unknown.Count > 0 ? texts.UnknownIn(unknown) : null, role);
        if (unknown.Count > 0)
            knownParts.Add(row);
        return row;
    }

    private List<int> UnknownYears(List<Dictionary<string, ReportCell>> of) =>
        [.. years.Where(year => of.Exists(row => IsUnknown(row[KeyOf(year)])))];

    private static ReportCell.Amount SumOf(IReadOnlyCollection<ReportCell> cells)
    {
        var sum = cells.Aggregate(Euros.Zero, (all, cell) => AmountOf(cell) is { } money ? all + money : all);
        return new(sum) { Marks = sum == Euros.Zero ? Marks.None : cells.Aggregate(Marks.None, (all, cell) => all | cell.Marks) };
    }

    // The sum of the years of a row: unknown as soon as one is, but on a row that says the known part.
    private ReportCell Across(int row)
    {
        List<ReportCell> cells = [.. years.Select(year => rows[row].Cells[KeyOf(year)])];
        bool knownPart = knownParts.Contains(row);
        // A part of an unknown cost is no known money.
        if (rows[row].Role is RowRole.Line or RowRole.Aside && cells.Exists(IsPart))
            return ReportCell.Nothing;
        bool unknown = !knownPart && cells.Exists(IsUnknown);
        if (!unknown && !cells.Exists(cell => AmountOf(cell) is not null))
            return ReportCell.None;
        ReportCell sum = unknown ? ReportCell.Nothing : SumOf(cells);
        var across = new ReportFormula.SumAcross(KeyOf(years[0]), KeyOf(years[^1]), knownPart);
        return new ReportCell.Formula(across, sum) { Marks = sum.Marks };
    }

    private bool IsPart(ReportCell cell) => cell is ReportCell.Text && !IsWord(cell);

    private bool IsWord(ReportCell cell) => cell is ReportCell.Text { Value: var said } && said == texts.Withdrawn;

    private static bool IsUnknown(ReportCell cell) => cell is ReportCell.Unknown or ReportCell.Formula { Value: ReportCell.Unknown };

    private static Euros? AmountOf(ReportCell cell) => cell switch
    {
        ReportCell.Amount amount => amount.Value,
        ReportCell.Formula formula => AmountOf(formula.Value),
        _ => null,
    };

    // Rows

    private int Row(string post, bool repeated, string funder, string? status, string? act, RowRole role)
    {
        int row = rows.Count;
        rows.Add((new()
        {
            [Names.Post] = new ReportCell.Text(post) { IsFaint = repeated },
            [Funder] = ReportCell.Of(funder),
            [Status] = status is null ? ReportCell.None : ReportCell.Of(status),
            [Act] = string.IsNullOrWhiteSpace(act) ? ReportCell.None : ReportCell.Of(act),
        }, role));
        return row;
    }

    private void Put(int row, string column, ReportCell cell) => rows[row].Cells[column] = context.Grid.Put(Names.Plan, row, column, cell);

    private static string? Text(ReportCell cell) => (cell as ReportCell.Text)?.Value;

    private bool Holds(Dictionary<string, ReportCell> row, Match match, string own)
    {
        string? said = Text(row[match.Column])
            ?? (row[match.Column] is ReportCell.NotApplicable ? context.Texts.Signs.NotApplicable : null);
        return string.Equals(said, match.Word ?? own, StringComparison.OrdinalIgnoreCase)
            || match.Or is { } or && string.Equals(said, or, StringComparison.OrdinalIgnoreCase);
    }

    // Whether all that was promised for the year is withdrawn by then, by a decision that is known.
    private bool IsWithdrawn(ImmutableArray<Commitment> members, int year) =>
        members.Any(one => IsInForce(one, year)) && members.All(one => !IsInForce(one, year)
            || context.WithdrawalOf(one) is { } withdrawal && withdrawal.From.First.Year <= year);

    private static bool IsInForce(Commitment commitment, int year) =>
        commitment.From.First.Year <= year && !(commitment.Until.Until?.Last.Year < year);

    // Words

    // How an amount is found, where the amount itself does not say it.
    private string? BasisOf(Commitment commitment)
    {
        string? basis = commitment.Amount.Match(
            total: _ => null,
            annual: _ => null,
            yearlyAmounts: _ => null,
            share: part => texts.OfCost(Percent(part.Share)),
            yearlyShares: parts => texts.OfCost(string.Join(", ", parts.Steps.Select(Percent))),
            shareOfRemainder: part => texts.OfRemainder(Percent(part.Share)),
            balance: _ => (string?)texts.BalanceWord,
            unknown: _ => null);
        return commitment.Cap is { } most ? texts.CappedBasis(basis, WholeEuros.Of(most, context.Texts.Language)) : basis;
    }

    private string Percent(Share share) => Words.Percent(share, context.Texts.Language);

    private string StatusOf(Commitment commitment) => commitment.Status.InWords(context.Texts.Language);

    private string ActOf(string? basis, ImmutableArray<Commitment> members, bool isCounted, List<int> firm)
    {
        var said = members.SelectMany(one => one.References.Select(reference => $"{reference.Key} {reference.Value}")).Distinct().ToList();
        if (said.Count == 0)
            said.AddRange(members.Select(one => context.SourceOf(one.Source)).OfType<Source>()
                .Select(source => context.Texts.SourceKindOf(source.Kind)).Distinct());
        if (context.WithdrawalOf(members[^1]) is { } withdrawal)
            said.Add(context.Texts.WithdrawnFrom(withdrawal.From));
        // The last day of a year is seen on the line itself.
        else if (isCounted && members[^1].Until.Until is { } until && (until.Last.Month, until.Last.Day) != (12, 31))
            said.Add(texts.Ends(until));
        if (basis is not null)
            said.Insert(0, basis);
        if (firm.Count > 0)
            said.Add(texts.FirmIn(firm, [.. members.SelectMany(one => one.Instalments ?? [])
                .Where(one => firm.Contains(one.From.First.Year)).Select(one => one.Act).OfType<string>().Distinct()]));
        return texts.Joined(said);
    }

    /// <summary>
    /// The parts that some commitments pay in a year, in order, with the days where that is not the whole of it; null where they are no
    /// parts.
    /// </summary>
    private string? Shares(PostFunding post, ImmutableArray<Commitment> members, FundingLedger ledger, int year)
    {
        LocalDate first = new(year, 1, 1), end = new(year, 12, 31);
        var parts = new List<(string Text, LocalDate From, LocalDate Until)>();
        foreach (var period in ledger.Periods.Where(period => period.From <= end && !(period.Until < first)))
            foreach (var line in period.Lines.Where(line => members.Contains(line.Commitment)))
            {
                if (line.Rule is not (PaymentRule.ShareOfCost or PaymentRule.ShareOfRemainder or PaymentRule.Balance))
                    return null;
                string text = line.Rule == PaymentRule.Balance
                    ? texts.BalanceWord : Words.Percent(line.Rate.Numerator, line.Rate.Denominator, context.Texts.Language);
                if (line.Rule == PaymentRule.ShareOfRemainder)
                    text = texts.OfRemainder(text);
                LocalDate until = LocalDate.Min(end, period.Until ?? end), from = LocalDate.Max(first, period.From);
                if (parts.Count > 0 && parts[^1].Text == text && parts[^1].Until.PlusDays(1) == from)
                    parts[^1] = (text, parts[^1].From, until);
                else
                    parts.Add((text, from, until));
            }
        if (parts.Count == 0)
            return null;
        LocalDate begins = LocalDate.Max(first, (post.Post.From ?? post.Post.AttestedOn)?.First ?? first),
            ends = LocalDate.Min(end, post.Post.Until?.Last ?? end);
        return string.Join(texts.Then, parts.Select(part => part.Until < ends
            ? texts.UntilDay(part.Text, part.Until) : part.From > begins ? texts.FromDay(part.Text, part.From) : part.Text));
    }

    private ReportCell Part(PostFunding post, CoverageReader coverage, int year)
    {
        var spans = coverage.Spans(new(year, 1, 1), new(year, 12, 31)).Where(span => span.Coverage.State != SpanState.Inactive).ToList();
        if (spans.Count == 0)
            return ReportCell.None;
        var said = spans.Where(span => span.Coverage.State is not (SpanState.None or SpanState.Announced)).ToList();
        if (said.Count == 0)
            return new ReportCell.Text(
                spans.Exists(span => span.Coverage.State == SpanState.Announced) ? texts.TimelineAnnounced : texts.Percent(0));
        string text = string.Join(texts.Then,
            said.Select(span => span.Until < spans[^1].Until ? texts.UntilDay(Of(span.Coverage), span.Until) : Of(span.Coverage)));
        return new ReportCell.Text(text) 
        {
            Tone = said.Count == 1 && spans.Count == 1 ? said[0].Coverage.Tone : Tone.Plain,
            Marks = ReportContext.Assumed([.. post.Years.Where(own => own.Year == year).SelectMany(own => own.Assumptions)]),
        };

        string Of(CoverageSpan span) =>
            span.State == SpanState.Undetermined ? texts.PercentRange(span.Percent, span.HighPercent) : texts.Percent(span.Percent);
    }

    private static Dictionary<string, string> RootsOf(Portfolio portfolio)
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var commitment in portfolio.Commitments)
        {
            var first = commitment;
            while (first.Amends is { } amended)
                first = portfolio.FindCommitment(amended)!;
            roots[commitment.Id] = first.Id;
        }
        return roots;
    }
}
