using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;
using NodaTime;

namespace FundingReports.Exchange.Intake;

/// <summary>What a row says of the money of one funder for one post, year by year.</summary>
internal sealed class FundingRow
{
    private FundingRow(TableRow row, PostRow post) => (Row, Post) = (row, post);

    internal TableRow Row { get; }

    internal PostRow Post { get; }

    internal string Funder { get; private init; } = "";

    internal string FunderKey => Plain.Key(Funder);

    internal FunderKind? Kind { get; private init; }

    internal string? Line { get; private init; }

    /// <summary>What the row says that its cells are; null where it does not.</summary>
    internal MoneyNature? Nature { get; private init; }

    /// <summary>The years that the row pays, in their order.</summary>
    internal ImmutableArray<YearSaid> Years { get; private init; } = [];

    /// <summary>Cells that can be read in two ways: said once the cost of the post is known.</summary>
    internal ImmutableArray<(FormColumn Column, FileTrouble Trouble)> Doubts { get; private init; } = [];

    internal Euros? Cap { get; private init; }

    internal CommitmentStatus Status { get; private init; }

    internal PartialDate? From { get; private init; }

    /// <summary>The term; null where the row says none, and its last year is the last.</summary>
    internal Term? Until { get; private init; }

    /// <summary>What is firm; null where it is not known.</summary>
    internal FirmSaid? Firm { get; private init; }

    internal string? Act { get; private init; }

    internal PartialDate? DecidedOn { get; private init; }

    internal string? Ej { get; private init; }

    internal string? Source { get; private init; }

    /// <summary>The sums of the row, as they stand in its cells.</summary>
    internal Euros Money => Years.Aggregate(Euros.Zero, (sum, year) => sum + (year.Said.Money ?? Euros.Zero));

    /// <summary>What makes two rows the same promise.</summary>
    internal string Promise =>
        string.Join('\n', [Post.Post!.Rows[0].Row.Here.ToString(), FunderKey, Plain.Key(Line ?? ""), From?.ToString(), Until?.ToString(),
            Status.ToString(), Plain.Key(Act ?? ""), DecidedOn?.ToString(), Plain.Key(Ej ?? ""),
        Cap?.ToString(), Nature?.ToString(), .. Years.Select(year => $"{year.Year} {year.Said}")]);

    /// <summary>Whether a row speaks of money at all: a post that nobody pays yet has a row too.</summary>
    internal static bool Speaks(TableRow row) =>
        !row.IsBlank(YearsForm.Funder) || !row.IsBlank(YearsForm.Line) || !row.IsBlank(YearsForm.Status)
            || row.Columns.Any(column => YearsForm.IsSum(column) && !row.IsBlank(column));

    internal static FundingRow Read(TableRow row, PostRow post)
    {
        CheckFunder(row);
        MoneyNature? nature = row.Soft(YearsForm.Nature, (GridCell cell, out MoneyNature value) => Word(cell, Choices.Nature, out value));
        MoneyNature? ofCells = nature switch
        {
            MoneyNature.SpreadTotal => MoneyNature.Sum,
            MoneyNature.TwelveMonths => null,
            _ => nature,
        };
        var years = ImmutableArray.CreateBuilder<YearSaid>();
        var doubts = ImmutableArray.CreateBuilder<(FormColumn, FileTrouble)>();
        CommitmentStatus status = StatusOf(row);
        FormColumn[] columns = [.. row.Columns.Where(YearsForm.IsSum).OrderBy(column => column.Year)];
        (int firstYear, int lastYear) = (columns.Min(column => column.Year) ?? 0, columns.Max(column => column.Year) ?? 0);
        bool anyFilled = false;
        foreach (FormColumn column in columns)
        {
            GridCell cell = row.Get(column);
            anyFilled |= !cell.IsBlank || row.IsReported(column);
            if (FormMoney.Read(cell, ofCells, out YearMoney said) is { } trouble)
            {
                // What was refused comes to nothing, however it is written: which sum was asked for is not known.
                if (status is CommitmentStatus.Refused && trouble.Arguments is ["zero", ..])
                    years.Add(new(column.Year!.Value, column, new(null, false, null, false, true, null, false, null)));
                else
                if (trouble.Code is ProblemCode.AmbiguousCell)
                    doubts.Add((column, trouble));
                else
                    row.Fail(trouble, column);
            }
            else if (said.Money is { } sum && cell is { Kind: CellKind.Number }
                && DayFraction.Of(cell.Number, firstYear, lastYear) is { } fraction)
            {
                doubts.Add((column, new(ProblemCode.AmbiguousCell, ["date-sum", ExactNumber.Of(sum.ToDecimal()).ToString(), fraction])));
            }
            else if (!said.IsNothing)
            {
                years.Add(new(column.Year!.Value, column, said));
                if (said is { Money: { } money, How: { } how })
                    row.SayConverted(column, money, how);
            }
        }
        if (!anyFilled)
            row.Missing(columns[0]);
        Euros? cap = row.Ceiling(YearsForm.Cap);
        int? only = years.Count + doubts.Count == 1 ? years.Count == 1 ? years[0].Year : doubts[0].Item1.Year : null;
        var read = new FundingRow(row, post)
        {
            Funder = row.IsBlank(YearsForm.Funder) ? "" : row.Text(YearsForm.Funder) ?? "",
            Kind = row.Soft(YearsForm.FunderKind, (GridCell cell, out FunderKind value) => Word(cell, Choices.FunderKind, out value)),
            Line = row.SoftText(YearsForm.Line),
            Nature = nature,
            Years = years.ToImmutable(),
            Doubts = doubts.ToImmutable(),
            Cap = cap,
            Status = status,
            From = Day(row, only),
            Until = TermOf(row, only),
            Firm = row.Soft(YearsForm.Firm, (GridCell cell, out FirmSaid said) => FirmText.Read(cell, out said),
                FirmText.SaysNothing),
            Act = row.SoftText(YearsForm.Act),
            DecidedOn =
                row.Soft(YearsForm.DecidedOn, (GridCell cell, out PartialDate date) => FormDates.Read(cell, isEnd: false, only, out date)),
            Ej = row.SoftText(YearsForm.Ej),
            Source = row.SoftText(YearsForm.Source),
        };
        row.FailReversed(read.From, read.Until?.Until, YearsForm.Until);
        read.CheckDates();
        read.CheckNature();
        if (!row.Failed)
            FirmDays.Check(read);
        return read;
    }

    private static void CheckFunder(TableRow row)
    {
        GridCell cell = row.Get(YearsForm.Funder);
        if (cell.IsBlank)
            row.Missing(YearsForm.Funder);
        else if (cell.Kind is CellKind.Text && GapWords.MaySayMissing(cell.Text))
            row.Fail(FileTrouble.Ambiguous("funder-or-gap"), YearsForm.Funder);
        else if (cell.Kind is CellKind.Text && GapWords.SayNobody(cell.Text))
            row.Fail(FileTrouble.Ambiguous("funder-nobody"), YearsForm.Funder);
        else if (cell.Kind is CellKind.Text && FunderWords.AreSeveral(cell.Text))
            row.Say(ProblemCode.FormQuestion, YearsForm.Funder, cell.Text, "two-funders");
    }

    private static FileTrouble? Word<T>(GridCell cell, Choice<T> choice, out T value) where T : struct, Enum
    {
        T? word = cell.Kind is CellKind.Text ? choice.Read(cell.Text) : null;
        value = word ?? default;
        return word is null ? new(ProblemCode.NotOneOf, choice.Words) : null;
    }

    // A status says what the money is worth: what is not understood stops the row. « Reconduit » and « versé » say no act: which, is
    // asked.
    private static CommitmentStatus StatusOf(TableRow row)
    {
        GridCell cell = row.Get(YearsForm.Status);
        if (cell.IsBlank)
        {
            if (!row.IsReported(YearsForm.Status))
                SayOf(row, YearsForm.Status, YearsForm.Funder, "blank");
            return CommitmentStatus.Announced;
        }
        string key = cell.Kind is CellKind.Text ? Plain.Key(cell.Text) : "";
        if (key.StartsWith("recondui", StringComparison.Ordinal) || key.StartsWith("renouvel", StringComparison.Ordinal)
            || key.StartsWith("renew", StringComparison.Ordinal) || key is "carriedon" or "continued")
        {
            row.Say(ProblemCode.ActAsked, YearsForm.Status, cell.Text, "renewed");
            return CommitmentStatus.Announced;
        }
        if (key is "verse" or "versee" or "paye" or "payee" or "regle" or "reglee" or "mandate" or "mandatee" or "percu" or "percue"
            or "paid" or "settled" or "received")
        {
            row.Say(ProblemCode.ActAsked, YearsForm.Status, cell.Text, "paid");
            return CommitmentStatus.Granted;
        }
        if (key.Length > 0 && (AmountText.IsUnknown(Plain.Words(cell.Text)) || BlankWords.Are(cell.Text)))
        {
            row.Say(ProblemCode.ActAsked, YearsForm.Status, cell.Text, "blank");
            return CommitmentStatus.Announced;
        }
        CommitmentStatus? status = row.Choose(YearsForm.Status, Choices.Status);
        if (status is CommitmentStatus.Signed && row.IsBlank(YearsForm.DecidedOn))
            SayOf(row, YearsForm.DecidedOn, YearsForm.Status, "signed");
        return status ?? CommitmentStatus.Announced;
    }

    // Where the column that would say it is absent, the question stands at another column, and nothing written there answers it.
    private static void SayOf(TableRow row, FormColumn column, FormColumn instead, string why) => row.Say(
        ProblemCode.ActAsked, row.Has(column) ? column : instead, null, row.Has(column) ? [why] : [why, "no-column"]);

    private static PartialDate? Day(TableRow row, int? year)
    {
        GridCell cell = row.Get(YearsForm.From);
        if (cell.IsBlank || cell.Kind is CellKind.Text && BlankWords.Are(cell.Text))
            return null;
        if (FormDates.Read(cell, isEnd: false, year, out PartialDate date) is not { } trouble)
            return date;
        row.Fail(trouble, YearsForm.From);
        return null;
    }

    private static Term? TermOf(TableRow row, int? year)
    {
        GridCell cell = row.Get(YearsForm.Until);
        if (cell.IsBlank || cell.Kind is CellKind.Text && cell.Text is "-" or "/")
            return null;
        if (FormDates.ReadTerm(cell, year, out Term term) is not { } trouble)
            return term;
        row.Fail(trouble, YearsForm.Until);
        return null;
    }

    // Money of a year before the row begins, or after it ends, cannot be.
    private void CheckDates()
    {
        if (Years.IsEmpty || Row.Failed)
            return;
        int first = Years[0].Year, last = Years[^1].Year;
        if (From is { } from && from.First.Year > first)
            Row.Fail(
                ProblemCode.AmbiguousCell, YearsForm.From, TableRow.Shown(Row.Get(YearsForm.From)), "outside-year", Plain.Number(first));
        else if (From is { } early && early.First.Year < first && !IsOfWholeRow)
            Row.Say(
                ProblemCode.FormQuestion, YearsForm.From, TableRow.Shown(Row.Get(YearsForm.From)), "begins-before", Plain.Number(first));
        if (Until?.Until is { } until && until.Last.Year < last)
            Row.Fail(
                ProblemCode.AmbiguousCell, YearsForm.Until, TableRow.Shown(Row.Get(YearsForm.Until)), "outside-year", Plain.Number(last));
        else if (Until?.Until is { } late && late.Last.Year > last && !IsOfWholeRow)
            Row.Say(ProblemCode.FormQuestion, YearsForm.Until, TableRow.Shown(Row.Get(YearsForm.Until)), "ends-after", Plain.Number(last));
    }

    // What is spread is a sum, to a last day; what counts by twelve months is of one kind, and a part is never nothing.
    private void CheckNature()
    {
        if (Years.IsEmpty || Row.Failed || !IsOfWholeRow)
            return;
        YearMoney first = Years[0].Said;
        bool isTotal = Nature is MoneyNature.SpreadTotal;
        foreach (YearSaid year in Years)
        {
            YearMoney said = year.Said;
            bool fits = isTotal ? said is { Money: not null, IsRate: false }
                : !said.IsUnknown && !said.OfRemainder && (said.Money is null) == (first.Money is null);
            if (!fits || said.Cap != first.Cap)
                Row.Fail(ProblemCode.AmbiguousCell, year.Column, TableRow.Shown(Row.Get(year.Column)),
                    isTotal ? "total-sums" : "twelve-months");
        }
        if (isTotal && Until is { Until: null })
            Row.Fail(ProblemCode.AmbiguousCell, YearsForm.Until, TableRow.Shown(Row.Get(YearsForm.Until)), "total-term");
        foreach (YearSaid year in Years)
            if (!isTotal && year.Said.Money != Euros.Zero && DaysOf(year) is var (begins, _) && begins > LastDay)
                Row.Fail(
                    ProblemCode.AmbiguousCell, YearsForm.Until, TableRow.Shown(Row.Get(YearsForm.Until)), "outside-year", Plain.Number(
                        year.Year));
        if (!isTotal && first.Share is not null && Years[^1].Year - FirstDay.Year + 1 != Years.Length)
            Row.Fail(ProblemCode.AmbiguousCell, Years[^1].Column, TableRow.Shown(Row.Get(Years[^1].Column)), "twelve-months");
    }

    /// <summary>Whether the cells are parts of one promise, from the first day of the row to its last.</summary>
    internal bool IsOfWholeRow => Nature is MoneyNature.SpreadTotal or MoneyNature.TwelveMonths;

    /// <summary>The first day of the row.</summary>
    internal LocalDate FirstDay => From is { } from && (IsOfWholeRow || from.First.Year == Years[0].Year)
        ? from.First : new(Years[0].Year, 1, 1);

    /// <summary>The last day of the row; where none is known, the last of which a cell tells.</summary>
    internal LocalDate LastDay => Until?.Until is { } until && (IsOfWholeRow || until.Last.Year == Years[^1].Year)
        ? until.Last : Nature is MoneyNature.TwelveMonths
            ? FirstDay.PlusYears(Years[^1].Year - FirstDay.Year + 1).PlusDays(-1) : new(Years[^1].Year, 12, 31);

    /// <summary>The last day that may be firm: without a term, twelve months leave no cell after them that could say more.</summary>
    internal LocalDate EndOfFirm =>
        Nature is MoneyNature.TwelveMonths && Until is { Until: null } ? LocalDate.MaxIsoValue : LastDay;

    /// <summary>The days that a year of the row pays.</summary>
    internal (LocalDate From, LocalDate Until) DaysOf(YearSaid year)
    {
        if (Nature is MoneyNature.TwelveMonths)
            return (FirstDay.PlusYears(year.Year - FirstDay.Year),
                LocalDate.Min(FirstDay.PlusYears(year.Year - FirstDay.Year + 1).PlusDays(-1), LastDay));
        return (year.Year == Years[0].Year ? FirstDay : new(year.Year, 1, 1),
            year.Year == Years[^1].Year ? LastDay : new(year.Year, 12, 31));
    }
}

/// <summary>What a row says of a year.</summary>
internal readonly record struct YearSaid(int Year, FormColumn Column, YearMoney Said);
