using System.Text.RegularExpressions;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>The sheets of the form with years as columns, or the table that somebody keeps → rows, then facts.</summary>
internal sealed partial class YearsFormReader(IntakeNotes notes, string sourceTitle)
{
    private readonly List<PostRow> posts = [];
    private readonly List<FundingRow> fundings = [];
    private readonly PostsOfRows settled = new(notes);
    private readonly List<string> unread = [];
    private const int MostNamed = 4;
    private readonly List<PostRow> onlyNamed = [];
    private bool anyMoney, anyPosts;
    private int? firstYear;

    /// <summary>Whether a table may be read; one with a row for each year may not, and one of money needs years.</summary>
    internal bool Accepts(TableReader table)
    {
        anyMoney |= table.Has(YearsForm.Funder);
        unread.AddRange(table.OfWords);
        CheckAbove(table);
        CheckDays(table);
        if (!table.Has(YearsForm.Funder) || table.Columns.Any(YearsForm.IsSum))
            return table.IsWhole;
        if (table.Has(YearsForm.RowYear))
            throw new NotReadException("long-form", table.NameOf(YearsForm.RowYear));
        notes.Add(ProblemCode.MissingColumn, new(table.Sheet, table.HeaderRow, 1), null, "years", "years");
        return false;
    }

    // « Montants en k€ » above the table says of all its numbers what no cell says.
    private void CheckAbove(TableReader table)
    {
        foreach ((CellRef at, string text) in table.Above)
            if (InThousands().IsMatch(Plain.Words(text)))
                notes.Add(ProblemCode.AmbiguousCell, at, text, "in-thousands");
    }

    // Days beside what is said of the post are perhaps its own, and are read as those of the money.
    private void CheckDays(TableReader table)
    {
        foreach (FormColumn column in (FormColumn[])[YearsForm.From, YearsForm.Until])
            if (table.Has(YearsForm.Funder) && table.ColumnOf(column) is var at and > 0 && at < table.ColumnOf(YearsForm.Funder)
                && !table.Has(YearsForm.PostFrom) && !table.Has(YearsForm.PostUntil))
                notes.Add(ProblemCode.FormQuestion, new(table.Sheet, table.HeaderRow, at), table.NameOf(column), "days-of-money",
                    ReferenceEquals(column, YearsForm.From) ? "Poste du" : "Poste au");
    }

    internal void Read(TableReader table)
    {
        bool pays = table.Has(YearsForm.Funder);
        anyPosts |= !pays;
        int? ownYear = table.Columns.Where(column => column.Year is not null).Min(column => column.Year);
        firstYear = firstYear is { } known && ownYear is { } own ? Math.Min(known, own) : firstYear ?? ownYear;
        var above = new RowsAbove(notes);
        PostRow? before = null;
        var totals = new Dictionary<FormColumn, Euros>(ReferenceEqualityComparer.Instance);
        foreach (TableRow row in table.Rows())
        {
            notes.RowsRead++;
            if (IsTotal(row) || pays && IsSumOfOthers(row, totals))
            {
                row.PutAsideAsTotal(YearsForm.Post);
                above.Break();
                continue;
            }
            if (pays && SaysMissing(row))
            {
                row.Say(ProblemCode.TotalRow, YearsForm.Funder, null, Plain.Number(row.Number), "gap");
                row.PutAside(ProblemCode.TotalRow);
                continue;
            }
            string label = above.Label(row, pays);
            PostRow post = PostRow.Read(row, label, above.Above);
            above.Read(post);
            CheckMergedCosts(post, before);
            before = post;
            posts.Add(post);
            if (pays && row.HasOnly(YearsForm.Post))
                onlyNamed.Add(post);
            row.Scan(YearsForm.Remarks);
            settled.Add(post, isList: !pays);
            if (!pays || !FundingRow.Speaks(row))
                continue;
            FundingRow funding = FundingRow.Read(row, post);
            notes.CountMoney(row.Here, funding.Money);
            foreach (YearSaid year in funding.Years)
                totals[year.Column] = totals.GetValueOrDefault(year.Column) + (year.Said.Money ?? Euros.Zero);
            fundings.Add(funding);
        }
        above.Say();
    }

    /// <summary>The facts, once all sheets are read.</summary>
    internal PortfolioFacts Facts()
    {
        // Posts without any money would say that nobody pays them; a table without a column of payers does not say that.
        if (!anyMoney)
            throw new NotReadException("no-funders", unread.Count == 0 ? null : string.Join(", ", unread.Take(MostNamed)));
        foreach (PostRow row in notes.Watch(posts))
            row.SettleYears(firstYear);
        settled.Settle(anyPosts);
        foreach (PostRow row in onlyNamed.Where(row => row.Post is { Rows.Count: 1 }))
            row.Row.Say(ProblemCode.FormQuestion, YearsForm.Post, row.Label, "only-named");
        foreach (PostRow row in notes.Watch(posts))
            foreach ((FormColumn column, int year, FileTrouble trouble) in row.Doubts)
                row.Row.Fail(With(trouble, FundedIn(row.Post, year)), column);
        foreach (FundingRow row in notes.Watch(fundings))
            foreach ((FormColumn column, FileTrouble trouble) in row.Doubts)
                row.Row.Fail(With(trouble, row.Post.Post?.CostIn(column.Year!.Value)), column);
        var funders = new FundersOfRows(notes);
        funders.Settle(fundings);
        CheckRepeated();
        foreach (TableRow row in posts.Select(post => post.Row).Where(row => row.Failed))
            row.PutAside();
        return new YearsFacts(notes, sourceTitle, firstYear)
            .Build(settled.All, [.. fundings.Where(row => !row.Row.Failed && row.Post.Post is not null)], funders);
    }

    // « Total » where a post or a funder is named; elsewhere only in a row that names neither: an employer may be called so.
    private static bool IsTotal(TableRow row)
    {
        bool nameless = row.Peek(YearsForm.Post).IsBlank && row.Peek(YearsForm.Funder).IsBlank;
        return Says(YearsForm.Post) || Says(YearsForm.Funder) || nameless
            && new[] { YearsForm.Place, YearsForm.Employer, YearsForm.Line, YearsForm.Remarks }.Any(Says);

        bool Says(FormColumn column) => row.Peek(column) is { Kind: CellKind.Text } cell && TotalWords.Are(cell.Text)
            && !Plain.Key(cell.Text).StartsWith("totalenergies", StringComparison.Ordinal);
    }

    // « Reste à financer » where a funder or a post is named: what the others leave, and nobody pays.
    private static bool SaysMissing(TableRow row) => Says(row, YearsForm.Funder)
        || row.Peek(YearsForm.Funder).IsBlank && Says(row, YearsForm.Post);

    private static bool Says(TableRow row, FormColumn column) =>
        row.Peek(column) is { Kind: CellKind.Text } cell && GapWords.SayMissing(cell.Text);

    // A cost that stands in one cell for two posts is that of each, or of both together.
    private static void CheckMergedCosts(PostRow post, PostRow? before)
    {
        if (before is null || before.LabelKey == post.LabelKey)
            return;
        foreach (FormColumn column in post.Row.Columns.Where(
            column => YearsForm.IsCost(column) || ReferenceEquals(column, YearsForm.AnyCost)))
            post.Row.FailIfMerged(column);
    }

    // Sums without a name that are, year by year, those of the rows above.
    private static bool IsSumOfOthers(TableRow row, Dictionary<FormColumn, Euros> totals)
    {
        if (!row.IsBlank(YearsForm.Post) || !row.IsBlank(YearsForm.Funder) || totals.Count == 0)
            return false;
        var filled = row.Columns.Where(column => YearsForm.IsSum(column) && !row.Peek(column).IsBlank).ToList();
        return filled.Count > 0 && filled.TrueForAll(column =>
            AmountText.ReadMoney(row.Peek(column), out Euros money, out _) is null && money == totals.GetValueOrDefault(column));
    }

    // A question says what each reading would mean: beside the cost of the post, or beside what it is paid.
    private static FileTrouble With(FileTrouble trouble, Euros? beside) =>
        trouble with { Arguments = [.. trouble.Arguments, beside?.ToString() ?? ""] };

    private Euros? FundedIn(PostSaid? post, int year)
    {
        Euros sum = Euros.Zero;
        foreach (FundingRow row in fundings.Where(
            row => post is not null && row.Post.Post == post && row.Status is not CommitmentStatus.Refused))
            sum += row.Years.Where(said => said.Year == year).Select(said => said.Said.Money).FirstOrDefault() ?? Euros.Zero;
        return sum == Euros.Zero ? null : sum;
    }

    // The same promise twice counts twice; two of one funder in one year are perhaps an amendment.
    private void CheckRepeated()
    {
        var seen = new Dictionary<string, FundingRow>(StringComparer.Ordinal);
        var ofYear = new Dictionary<string, FundingRow>(StringComparer.Ordinal);
        foreach (FundingRow row in notes.Watch(fundings).Where(row => !row.Row.Failed && row.Post.Post is not null && !row.Years.IsEmpty))
        {
            if (!seen.TryAdd(row.Promise, row))
            {
                row.Row.Repeats(seen[row.Promise].Row, row.Years[0].Column);
                continue;
            }
            foreach (YearSaid year in row.Years)
            {
                string key = string.Join('\n', row.Post.Post!.Rows[0].Row.Here, row.FunderKey, Plain.Key(row.Line ?? ""), Plain.Number(
                    year.Year), row.Status is CommitmentStatus.Refused ? "no" : row.Status is CommitmentStatus.Requested ? "asked" : "");
                if (ofYear.TryAdd(key, row) || !Overlap(ofYear[key], row, year.Year))
                    continue;
                FundingRow other = ofYear[key];
                bool isAmendment = IsAmendment(row) || IsAmendment(other);
                if (isAmendment)
                    row.Row.Fail(ProblemCode.AmbiguousCell, year.Column, TableRow.Shown(row.Row.Get(year.Column)), "amendment",
                        Plain.Number(year.Year), other.Row.Ref(year.Column).ToString(), TableRow.Shown(other.Row.Get(year.Column)));
                else
                    row.Row.Say(ProblemCode.FormQuestion, year.Column, TableRow.Shown(row.Row.Get(year.Column)), "same-year",
                        Plain.Number(year.Year), other.Row.Ref(year.Column).ToString(), TableRow.Shown(other.Row.Get(year.Column)));
                break;
            }
        }
    }

    private static bool Overlap(FundingRow one, FundingRow other, int year)
    {
        var (from, until) = one.DaysOf(one.Years.First(said => said.Year == year));
        var (begin, end) = other.DaysOf(other.Years.First(said => said.Year == year));
        return from <= end && begin <= until;
    }

    private static bool IsAmendment(FundingRow row) =>
        new[] { row.Act, row.Source }.Any(text => text is not null && (Plain.Key(text).Contains("avenant", StringComparison.Ordinal)
            || Plain.Key(text).Contains("amendment", StringComparison.Ordinal)));

    [GeneratedRegex(
        @"\ben\s+(?:k\s?€|keuros?|milliers?\b)|\bmilliers d['’ ]?\s?(?:euros|€)|\(\s*k\s?€\s*\)", RegexOptions.CultureInvariant)]
    private static partial Regex InThousands();
}
