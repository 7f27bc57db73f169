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
internal sealed class TableRow(string sheet, int number, TableReader table, RawRow row, IntakeNotes notes)
{
    private (ProblemCode Code, string Column)? failure;

    /// <summary>Whether a cell was not understood: the row is set aside.</summary>
    internal bool Failed => failure is not null;

    internal int Number => number;

    internal CellRef Here => new(sheet, number, 1);

    internal CellRef Ref(FormColumn column) => new(sheet, number, Math.Max(table.ColumnOf(column), 1));

    internal GridCell At(int column) => table.CellAt(row, null, column, out _);

    internal bool IsBlank(FormColumn column) => Get(column).IsBlank;

    internal bool Has(FormColumn column) => table.Has(column);

    /// <summary>The cell of a column; one that holds an error, or merged money, is a problem and counts as blank.</summary>
    internal GridCell Get(FormColumn column)
    {
        int at = table.ColumnOf(column);
        if (at == 0)
            return GridCell.Blank;
        GridCell cell = table.CellAt(row, column, at, out MergedRange? wrong);
        if (wrong is { } range)
        {
            FailMerged(range, at);
            return GridCell.Blank;
        }
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
            case CellKind.Date when cell.Day.Year is >= 1904 and <= 1913:
                return FailDate(column, cell, true);
            case CellKind.Date when cell.Day.Year is >= PartialDate.FirstYear and <= PartialDate.LastYear:
                return cell.Day;
            case CellKind.Number:
                return DateText.OfNumber(cell.Number, serialsAreSafe: !cell.Format.EndsWith("1904", StringComparison.Ordinal))
                    ?? FailDate(column, cell, false);
            case CellKind.Text:
                return DateText.Read(cell.Text, isEnd, out bool ambiguous) ?? FailDate(column, cell, ambiguous);
            default:
                return FailDate(column, cell, false);
        }
    }

    internal int? Year(FormColumn column) => Read(column, (GridCell cell, out int year) =>
    {
        decimal given = cell.Kind is CellKind.Number ? cell.Number
            : cell.Kind is CellKind.Text && int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int written)
                ? written : 0;
        bool isYear = given is >= PartialDate.FirstYear and <= PartialDate.LastYear && decimal.Truncate(given) == given;
        year = isYear ? (int)given : 0;
        return isYear ? null : FileTrouble.Unreadable("year");
    });

    internal decimal? Decimal(FormColumn column) => IsUnknown(column) ? null : Read(column, (GridCell cell, out decimal value) =>
    {
        value = 0;
        return NumberText.Read(cell, out ExactNumber exact) ?? FileTrouble.Of(exact.AsNumber(out value), "number");
    });

    internal Euros? Money(FormColumn column) => Money(column, out _, out _);

    internal Euros? Money(FormColumn column, out bool unknown, out bool approximate)
    {
        unknown = IsUnknown(column);
        bool about = false;
        Euros? money = unknown ? null : Read(column, (GridCell cell, out Euros sum) => AmountText.ReadMoney(cell, out sum, out about));
        approximate = about;
        return money;
    }

    internal AmountText.Said? Amount(FormColumn column) => Read<AmountText.Said>(column, AmountText.Read);

    internal T? Choose<T>(FormColumn column, Choice<T> choice) where T : struct, Enum => Read(column, (GridCell cell, out T value) =>
    {
        T? word = cell.Kind is CellKind.Text ? choice.Read(cell.Text) : null;
        value = word ?? default;
        return word is null ? new(ProblemCode.NotOneOf, choice.Words) : null;
    });

    internal bool? YesNo(FormColumn column)
    {
        GridCell cell = Get(column);
        switch (cell.IsBlank ? "" : Plain.Key(Shown(cell)))
        {
            case "":
                return null;
            case "oui" or "o" or "x" or "vrai" or "true" or "yes":
                return true;
            case "non" or "n" or "faux" or "false" or "no":
                return false;
            default:
                Fail(FileTrouble.Unreadable("yes-no"), column, cell);
                return null;
        }
    }

    internal string? Departement(FormColumn column)
    {
        if (Text(column) is not { } text)
            return null;
        string code = Plain.WithoutSpaces(text).ToUpperInvariant();
        // « 40 - Landes », and the zero that a spreadsheet drops: no département has one digit.
        int end = code.IndexOfAny(['-', '(', '–']);
        code = end > 0 ? code[..end] : code;
        code = code.Length == 1 ? "0" + code : code;
        return Identifiers.Departements.ContainsKey(code) ? code : Lost<string?>(FileTrouble.Unreadable("departement"), column, null);
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
        GridCell cell = Get(column);
        if (cell.IsBlank)
            return null;
        string text = Shown(cell);
        if (SiretCell.Read(cell, out string? how) is not { } siret)
        {
            notes.Add(ProblemCode.ValueLeftOut, Ref(column), text, column.Header);
            return null;
        }
        if (how is not null)
            notes.Add(ProblemCode.Repaired, Ref(column), text, "siret", siret, how);
        return siret;
    }

    internal void Fail(FileTrouble trouble, FormColumn column) => Fail(trouble, column, Get(column));

    internal void Fail(ProblemCode code, FormColumn column, string? found, params ImmutableArray<string> arguments) =>
        Fail(code, table.ColumnOf(column), found, arguments, column);

    internal void Fail(ProblemCode code, int at, string? found, string argument) => Fail(code, at, found, [argument], null);

    internal void FailMerged(MergedRange range, int at) =>
        Fail(ProblemCode.MergedCells, at, null, [
            $"{CellRef.Letters(range.FirstColumn)}{Plain.Number(range.FirstRow)}",
                $"{CellRef.Letters(range.LastColumn)}{Plain.Number(range.LastRow)}"], null);

    /// <summary>Sets the row aside: its first trouble is the reason.</summary>
    internal void PutAside()
    {
        if (failure is not var (code, column))
            return;
        notes.PutAside(Here, code, column);
        // Not in the facts, which are looked through as a whole.
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
        notes.Add(ProblemCode.TotalRow, Ref(column), null, Plain.Number(number));
        PutAside(ProblemCode.TotalRow);
    }

    /// <summary>Fails a row that says otherwise than another.</summary>
    internal void Disagree(FormColumn column, string said, TableRow other, string otherSaid) =>
        Fail(ProblemCode.RowsDisagree, column, said, column.Header, otherSaid, other.Ref(column).ToString());

    /// <summary>Fails a row that says again what another has said.</summary>
    internal void Repeats(TableRow other, FormColumn column) => Fail(ProblemCode.RowTwice, column, null, other.Ref(column).ToString());

    internal void Missing(FormColumn column) =>
        Fail(ProblemCode.Missing, Math.Max(table.ColumnOf(column), 1), null, [column.Header], column);

    private bool IsUnknown(FormColumn column) =>
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

    private readonly HashSet<int> reported = [];
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
            (failure, reasonIsRequired) = ((code, column?.Header ?? ""), column is { Required: true });
        if (reported.Add(at))
            notes.Add(
                code, new(sheet, number, Math.Max(at, 1)), found is null ? null : Masked(found), arguments.IsDefault ? [] : arguments);
    }

    // What is quoted must not spread what it should not hold.
    private static string Masked(string text) => PersonalData.Find(text) is var (_, masked) ? masked : text;

    internal static string Shown(GridCell cell) => cell.Kind switch
    {
        CellKind.Number => cell.Number.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
        CellKind.Date => Words.Date(cell.Day, Language.French),
        _ => cell.Text,
    };
}
