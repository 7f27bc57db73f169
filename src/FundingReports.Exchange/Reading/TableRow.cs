using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;

namespace FundingReports.Exchange.Reading;

/// <summary>A row of a form: each cell is read as what its column asks for, or a problem says why it cannot be.</summary>
internal sealed class TableRow(string sheet, int number, TableReader table, RawRow row, IReadingNotes notes)
{
    private (ProblemCode Code, string Column)? failure;
    private Set reported;
    private GridCell?[]? read;

    /// <summary>Whether a cell was not understood: the row is set aside.</summary>
    internal bool Failed => failure is not null;

    internal int Number => number;

    internal CellRef Here => new(sheet, number, 1);

    internal CellRef Ref(FormColumn column) => new(sheet, number, Math.Max(table.ColumnOf(column), 1));

    /// <summary>Whether the file is an official one.</summary>
    internal bool IsOfficial => notes.IsOfficial;

    internal GridCell At(int column) => table.CellAt(row, null, column, out _);

    /// <summary>All that the row holds, cell by cell: two rows of one table that hold the same are one row twice.</summary>
    internal IEnumerable<GridCell> Cells => row.Cells;

    /// <summary>Whether what a column says here stands in a cell above, merged over this one.</summary>
    internal bool IsMergedInto(FormColumn column) => table.ColumnOf(column) is var at and > 0 && row[at].IsBlank && !At(at).IsBlank;

    /// <summary>Sets the row aside where a column says here what a cell above says, merged over both.</summary>
    internal void FailIfMerged(FormColumn column)
    {
        if (IsMergedInto(column) && table.MergedAt(number, table.ColumnOf(column)) is { } range)
            FailMerged(range, table.ColumnOf(column));
    }

    /// <summary>Whether nothing stands in the row but in one column.</summary>
    internal bool HasOnly(FormColumn column) =>
        table.Columns.All(other => ReferenceEquals(other, column) != At(table.ColumnOf(other)).IsBlank);

    /// <summary>Looks for persons in a cell that goes into no facts.</summary>
    internal void Scan(FormColumn column) => notes.Scan(Peek(column), Ref(column));

    /// <summary>The cell of a column as it stands, of which nothing is said.</summary>
    internal GridCell Peek(FormColumn column) => table.ColumnOf(column) is var at and > 0 ? At(at) : GridCell.Blank;

    internal bool IsBlank(FormColumn column) => Get(column).IsBlank;

    internal bool Has(FormColumn column) => table.Has(column);

    /// <summary>The cell of a column; one that holds an error, or merged money, is a problem and counts as blank.</summary>
    internal GridCell Get(FormColumn column)
    {
        int at = table.ColumnOf(column);
        if (at == 0)
            return GridCell.Blank;
        if (read is not null && at < read.Length && read[at] is { } known)
            return known;
        GridCell cell = Read(column, at);
        read ??= new GridCell?[row.Cells.Length + 1];
        if (at < read.Length)
            read[at] = cell;
        return cell;
    }

    private GridCell Read(FormColumn column, int at)
    {
        GridCell cell = table.CellAt(row, column, at, out MergedRange? wrong);
        if (wrong is { } range)
        {
            FailMerged(range, at);
            return GridCell.Blank;
        }
        foreach (int twin in table.TwinsOf(column))
            cell = OfTwins(column, cell, row[twin], at, twin);
        if (table.Form.KnowsBlankWords && cell.Kind is CellKind.Text && BlankWords.Are(cell.Text))
            return GridCell.Blank;
        switch (cell.Kind)
        {
            case CellKind.Error:
                Fail(ProblemCode.CellError, at, cell.Text, column: column);
                return GridCell.Blank;
            case CellKind.NoValue:
                Fail(ProblemCode.FormulaWithoutValue, at, null, column: column);
                return GridCell.Blank;
            default:
                return cell;
        }
    }

    // Two columns of one name: one cell of them may be blank.
    private GridCell OfTwins(FormColumn column, GridCell one, GridCell other, int at, int twin)
    {
        if (other.IsBlank || Shown(one) == Shown(other))
            return one;
        if (one.IsBlank)
            return other;
        if (column.SaysWorth)
            Fail(ProblemCode.ColumnTwice, twin, Shown(other), [column.Label, new CellRef(sheet, number, at).ToString()], column);
        else if (reported.Add(twin))
            notes.Add(ProblemCode.ValueLeftOut, new(sheet, number, twin), Masked(Shown(other)), column.Label);
        return one;
    }

    internal string? Text(FormColumn column)
    {
        GridCell cell = Get(column);
        switch (cell.Kind)
        {
            case CellKind.Blank:
                MissingIfRequired(column);
                return null;
            case CellKind.Text:
                return cell.Text;
            case CellKind.Number:
                // A code that became a number; the zeros it lost are not made up.
                return cell.Number.ToString("0.############", CultureInfo.InvariantCulture);
            case CellKind.Date:
                return PartialDate.Of(cell.Day).ToString();
            // « Oui » in a column of words; no name and no code of anything.
            case CellKind.Truth when !column.Required:
                return cell.Text is "VRAI" ? "oui" : "non";
            default:
                Fail(FileTrouble.Unreadable("text"), column, cell);
                return null;
        }
    }

    internal ImmutableArray<string> Texts(FormColumn column)
    {
        string? text = Text(column);
        return text is null ? [] : ListText.Read(text) is { } items
            ? [.. items] : Lost<ImmutableArray<string>>(FileTrouble.Unreadable("list"), column, []);
    }

    internal ImmutableSortedDictionary<string, string> Pairs(FormColumn column)
    {
        string? text = Text(column);
        var none = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return text is null
            ? none : ListText.ReadPairs(text) is { } pairs ? none.AddRange(pairs) : Lost(FileTrouble.Unreadable("pairs"), column, none);
    }

    internal PartialDate? Date(FormColumn column, bool isEnd = false)
    {
        GridCell cell = Get(column);
        switch (cell.Kind)
        {
            case CellKind.Blank:
                MissingIfRequired(column);
                return null;
            // 2023 typed into a cell of dates becomes 15/07/1905: nobody means that.
            case CellKind.Date:
                return DateCell.Read(cell, out _) ?? FailDate(column, cell, cell.Day.Year is >= 1904 and <= 1913);
            case CellKind.Number:
                return DateCell.Read(cell, out _) ?? FailDate(column, cell, false);
            case CellKind.Text:
                return DateText.Read(cell.Text, isEnd, out bool ambiguous) ?? FailDate(column, cell, ambiguous);
            default:
                return FailDate(column, cell, false);
        }
    }

    internal int? Year(FormColumn column) => Read(column, (GridCell cell, out int year) => YearText.Read(cell, out year));

    /// <summary>A working time: 0,8 · 80 % · mi-temps · 1/2 · 1 ETP; null where it is not known.</summary>
    internal decimal? WorkingTime(FormColumn column) =>
        IsUnknown(column) ? null : Read(column, (GridCell cell, out decimal time) => WorkingTimeText.Read(cell, out time));

    internal Euros? Money(FormColumn column) => Money(column, out _, out _);

    internal Euros? Money(FormColumn column, out bool unknown, out bool approximate)
    {
        unknown = IsUnknown(column);
        bool about = false;
        Euros? money = unknown ? null : Read(column, (GridCell cell, out Euros sum) => AmountText.ReadMoney(cell, out sum, out about));
        approximate = about;
        return money;
    }

    /// <summary>The most that is paid; null where the row does not say it, or says that it is not known.</summary>
    internal Euros? Ceiling(FormColumn column) => IsUnknown(column) ? null : Read<Euros>(column, AmountText.ReadCeiling);

    /// <summary>
    /// A sum, which may be negative: money taken back. Null where the cell is blank, which of a required column is no problem here.
    /// </summary>
    internal Euros? SignedMoney(FormColumn column)
    {
        GridCell cell = Get(column);
        if (cell.IsBlank)
            return null;
        FileTrouble? trouble = AmountText.ReadSigned(cell, out Euros money);
        if (trouble is not null)
        {
            Fail(trouble, column, cell);
            return null;
        }
        if (cell.Kind is CellKind.Text && AmountText.IsScaled(cell.Text))
            notes.Add(ProblemCode.Repaired, Ref(column), cell.Text, "amount", money.ToString(), "scaled");
        return money;
    }

    internal T? Choose<T>(FormColumn column, Choice<T> choice) where T : struct, Enum => Read(column, (GridCell cell, out T value) =>
    {
        T? word = cell.Kind is CellKind.Text ? choice.Read(cell.Text) : null;
        value = word ?? default;
        return word is null ? new(ProblemCode.NotOneOf, choice.Words) : null;
    });

    internal bool? YesNo(FormColumn column)
    {
        GridCell cell = Get(column);
        if (cell.IsBlank)
            return null;
        if (YesNoText.Read(cell) is { } said)
            return said;
        Fail(FileTrouble.Unreadable("yes-no"), column, cell);
        return null;
    }

    internal string? Departement(FormColumn column)
    {
        if (Text(column) is not { } text)
            return null;
        return DepartementText.Read(text) ?? Lost<string?>(FileTrouble.Unreadable("departement"), column, null);
    }

    internal string? Siret(FormColumn column)
    {
        if (Text(column) is not { } text)
            return null;
        string digits = Plain.WithoutSpaces(text);
        digits = digits.EndsWith(".0", StringComparison.Ordinal) ? digits[..^2] : digits;
        return Identifiers.IsSiret(digits) ? digits : Lost<string?>(FileTrouble.Unreadable("siret"), column, null);
    }

    /// <summary>
    /// The SIRET of a published file, put right where a spreadsheet has spoilt it; one that is none is left out, and said.
    /// </summary>
    internal string? RepairedSiret(FormColumn column)
    {
        Identifier read = Identifier(column);
        if (read.Kind is IdentifierKind.Siret)
            return read.Value;
        if (read.Kind is not IdentifierKind.Blank)
            notes.Add(ProblemCode.ValueLeftOut, Ref(column), Shown(Get(column)), column.Label);
        return null;
    }

    /// <summary>An identifier; what was put right is said, and what is none is for the caller to say.</summary>
    internal Identifier Identifier(FormColumn column)
    {
        GridCell cell = SoftGet(column);
        if (cell.IsBlank)
            return new(IdentifierKind.Blank, "", null, null);
        Identifier read = IdentifierText.Read(cell);
        if (read is { How: { } how, Kind: IdentifierKind.Siret or IdentifierKind.Rna })
            notes.Add(ProblemCode.Repaired, Ref(column), Shown(cell), read.Kind is IdentifierKind.Rna ? "rna" : "siret", read.Value, how);
        return read;
    }

    /// <summary>The cell of a column that no figure needs: an error of the spreadsheet there is said, and sets nothing aside.</summary>
    internal GridCell SoftGet(FormColumn column)
    {
        int at = table.ColumnOf(column);
        GridCell cell = at == 0 ? GridCell.Blank : table.CellAt(row, null, at, out _);
        if (cell.Kind is not (CellKind.Error or CellKind.NoValue))
            return at == 0 ? GridCell.Blank : Get(column);
        if (reported.Add(at))
            notes.Add(ProblemCode.ValueLeftOut, Ref(column), cell.Kind is CellKind.Error ? cell.Text : null,
                IsOfficial ? column.Label : table.NameOf(column));
        return GridCell.Blank;
    }

    /// <summary>A value that no figure needs: where it is not understood it stays unknown, which is said, and the row is kept.</summary>
    /// <param name="column">The column.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="saysNothing">
    /// Whether a text says that nothing is known; null where the usual words do (<see cref="BlankWords"/>).
    /// </param>
    internal T? Soft<T>(FormColumn column, CellReader<T> read, Func<string, bool>? saysNothing = null) where T : struct
    {
        GridCell cell = SoftGet(column);
        if (cell.IsBlank || cell.Kind is CellKind.Text && (saysNothing ?? BlankWords.Are)(cell.Text))
            return null;
        if (read(cell, out T value) is not { } trouble)
            return value;
        SayUnknown(column, trouble);
        return null;
    }

    /// <summary>A text that no figure needs; null where it says that nothing is known.</summary>
    internal string? SoftText(FormColumn column)
    {
        GridCell cell = SoftGet(column);
        return cell.IsBlank || cell.Kind is CellKind.Text && BlankWords.Are(cell.Text) || cell.Kind is CellKind.Other
            ? null : Text(column);
    }

    /// <summary>Whether something was said of the cell of a column.</summary>
    internal bool IsReported(FormColumn column) => reported.Contains(table.ColumnOf(column));

    /// <summary>Says to how many euros something comes that was written in thousands, or by the month.</summary>
    internal void SayConverted(FormColumn column, Euros money, string how) =>
        notes.Add(ProblemCode.Repaired, Ref(column), Shown(Get(column)), "amount", money.ToString(), how);

    /// <summary>Says that a cell stays unknown.</summary>
    internal void SayUnknown(FormColumn column, FileTrouble trouble)
    {
        if (!reported.Add(table.ColumnOf(column)))
            return;
        Scan(column);
        notes.Add(ProblemCode.CellLeftUnknown, Ref(column), Masked(Shown(SoftGet(column))),
            [ProblemCodes.NameOf(trouble.Code), .. trouble.Arguments]);
    }

    /// <summary>Says that a cell is not understood, and kept as it is written.</summary>
    /// <param name="column">The column.</param>
    /// <param name="why">Why, for the sentence; empty where there is nothing to add.</param>
    internal void SayKept(FormColumn column, string why) =>
        notes.Add(
            ProblemCode.KeptAsWritten, Ref(column), why is "" or "not-listed" ? Masked(Shown(Get(column))) : Shown(Get(column)),
            Named(column), why);

    /// <summary>Says something of a cell that sets nothing aside.</summary>
    internal void Say(ProblemCode code, FormColumn column, string? found, params ImmutableArray<string> arguments) =>
        notes.Add(code, Ref(column), found, arguments.AddRange(NamedColumns.Of(code, arguments, table)));

    // As the file calls it, which people can find; of an export, as its form does.
    private string Named(FormColumn column) => IsOfficial ? column.Header : table.NameOf(column);

    /// <summary>Sets the row aside for what was said of several rows at once.</summary>
    internal void LeaveOut(ProblemCode code, string column = "") => failure ??= (code, column);

    /// <summary>The columns of its table.</summary>
    internal IEnumerable<FormColumn> Columns => table.Columns;

    internal void Fail(FileTrouble trouble, FormColumn column) => Fail(trouble, column, Get(column));

    internal void Fail(ProblemCode code, FormColumn column, string? found, params ImmutableArray<string> arguments) =>
        Fail(code, table.ColumnOf(column), found, arguments, column);

    /// <summary>Of a row that is set aside already, says that its dates are reversed too: nobody looks at them afterwards.</summary>
    internal void FailReversed(PartialDate? from, PartialDate? until, FormColumn ofUntil)
    {
        if (Failed && from is { } first && until is { } last && last.Last < first.First)
            Fail(ProblemCode.UntilBeforeFrom, ofUntil, Shown(Get(ofUntil)), last.ToString(), first.ToString());
    }

    /// <summary>Sets the row aside for what its money is.</summary>
    /// <param name="column">The column that says so.</param>
    /// <param name="kind">in-kind, loan or guarantee.</param>
    internal void FailAsNoMoney(FormColumn column, string kind)
    {
        failure ??= (ProblemCode.NotMoney, kind);
        Fail(ProblemCode.NotMoney, column, Shown(Get(column)), kind);
    }

    internal void Fail(ProblemCode code, int at, string? found, string argument) => Fail(code, at, found, [argument], null);

    internal void FailStruck(int at, string cells) => Fail(
        ProblemCode.StruckThrough, at, Shown(At(at)), At(at).Strike is Strike.Part ? [cells, "part"] : [cells], null);

    internal void FailMerged(MergedRange range, int at) =>
        Fail(ProblemCode.MergedCells, at, null, [
            $"{SheetCell.LettersOf(range.FirstColumn)}{Plain.Number(range.FirstRow)}",
                $"{SheetCell.LettersOf(range.LastColumn)}{Plain.Number(range.LastRow)}"], null);

    /// <summary>Sets the row aside: its first trouble is the reason.</summary>
    internal void PutAside()
    {
        if (failure is not var (code, column))
            return;
        notes.PutAside(Here, code, column);
        // These cells do not go into the facts, which are looked through as a whole.
        for (int i = 1; i <= row.Cells.Length; i++)
            notes.Scan(row[i], new(sheet, number, i));
    }

    /// <summary>Sets a row aside for what it is, not for what is wrong with it.</summary>
    internal void PutAside(ProblemCode code, string detail = "")
    {
        failure = (code, detail);
        PutAside();
    }

    /// <summary>Sets a row of totals aside: its sum is that of the others.</summary>
    internal void PutAsideAsTotal(FormColumn column)
    {
        notes.Add(ProblemCode.TotalRow, Ref(column), null, IsOfficial ? [Plain.Number(number), "official"] : [Plain.Number(number)]);
        PutAside(ProblemCode.TotalRow);
    }

    /// <summary>Fails a row that says otherwise than another.</summary>
    internal void Disagree(FormColumn column, string said, TableRow other, string otherSaid) =>
        Fail(ProblemCode.RowsDisagree, column, said, IsOfficial ? [column.Label, otherSaid, other.Ref(column).ToString(), "official"]
            : [Named(column), otherSaid, other.Ref(column).ToString()]);

    /// <summary>Fails a row that says again what another has said.</summary>
    internal void Repeats(TableRow other, FormColumn column) => Fail(ProblemCode.RowTwice, column, null, other.Ref(column).ToString());

    internal void Missing(FormColumn column) =>
        Fail(ProblemCode.Missing, Math.Max(table.ColumnOf(column), 1), null, [Named(column)], column);

    /// <summary>What the table calls a column.</summary>
    internal string NameOf(FormColumn column) => Named(column);

    /// <summary>Whether the cell says that nothing is known.</summary>
    internal bool IsUnknown(FormColumn column) =>
        Get(column) is { Kind: CellKind.Text } cell && AmountText.IsUnknown(Plain.Words(cell.Text));

    /// <summary>
    /// What a cell says; null where it is blank, which of a required column is a problem, or not understood, which is one always.
    /// </summary>
    private T? Read<T>(FormColumn column, CellReader<T> read) where T : struct
    {
        GridCell cell = Get(column);
        if (cell.IsBlank)
        {
            MissingIfRequired(column);
            return null;
        }
        if (read(cell, out T value) is not { } trouble)
            return value;
        Fail(trouble, column, cell);
        return null;
    }

    private void MissingIfRequired(FormColumn column)
    {
        if (column.Required && !reported.Contains(table.ColumnOf(column)))
            Missing(column);
    }

    private bool reasonIsRequired;

    private PartialDate? FailDate(FormColumn column, GridCell cell, bool ambiguous)
    {
        Fail(ambiguous ? FileTrouble.Ambiguous("date") : FileTrouble.Unreadable("date"), column, cell);
        return null;
    }

    private void Fail(FileTrouble trouble, FormColumn column, GridCell cell) =>
        Fail(trouble.Code, table.ColumnOf(column), Shown(cell), trouble.Arguments, column);

    private T Lost<T>(FileTrouble trouble, FormColumn column, T instead)
    {
        Fail(trouble, column, Get(column));
        return instead;
    }

    private void Fail(ProblemCode code, int at, string? found, ImmutableArray<string> arguments = default, FormColumn? column = null)
    {
        // Of several reasons, the one of a required column counts.
        if (failure is null || column is { Required: true } && !reasonIsRequired)
            (failure, reasonIsRequired) =
                ((code, column?.Label ?? (arguments is ["quote", ..] ? "quote" : "")), column is { Required: true });
        if (reported.Add(at))
            notes.Add(
                code, new(sheet, number, Math.Max(at, 1)), found is null ? null : Masked(found),
                arguments.IsDefault ? [] : arguments.AddRange(NamedColumns.Of(code, arguments, table)));
    }

    // What is quoted must not spread what it should not hold.
    private static string Masked(string text) => PersonalData.Find(text) is var (_, masked) ? masked : text;

    internal static string Shown(GridCell cell) => cell.Kind switch
    {
        CellKind.Number => cell.Number.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
        CellKind.Date => Words.Date(cell.Day, Language.French),
        _ => cell.Text,
    };

    // The columns of which something was said; most rows have none.
    private struct Set
    {
        private HashSet<int>? places;

        internal readonly bool Contains(int place) => places?.Contains(place) ?? false;

        internal bool Add(int place) => (places ??= []).Add(place);
    }
}
