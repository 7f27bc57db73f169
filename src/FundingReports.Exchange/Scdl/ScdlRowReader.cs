using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Scdl;

/// <summary>Reads a line of the table. An error sets it aside; what no figure needs and is not understood is kept as written.</summary>
internal sealed class ScdlRowReader(Lines lines, ScdlTable table)
{
    private readonly List<Problem> problems = [];
    private readonly GridCell[] cells = new GridCell[ScdlHeader.Count];
    private ImmutableSortedDictionary<string, string> unread = Post.NoReferences;
    private Problem? reason;
    private string reasonColumn = "";

    /// <summary>The line on which the reader stands; null where it is empty.</summary>
    internal ScdlLine? Read()
    {
        if (!Load())
            return null;
        problems.Clear();
        (unread, reason, reasonColumn) = (Post.NoReferences, null, "");
        if (IsTotal())
        {
            Fail(ProblemCode.TotalRow, ScdlColumn.FunderName, null, []);
            return Line(null, null);
        }
        Euros? money = ReadMoney();
        ScdlSubsidy? subsidy = ReadSubsidy(money ?? default);
        CheckBeyond();
        return Line(reason is null ? subsidy : null, money);
    }

    // Each cell once: a cell of a text is decoded each time it is asked for. False for a line that holds nothing.
    private bool Load()
    {
        bool any = false;
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = table[(ScdlColumn)i] is > 0 and var at ? lines.Cell(at) : GridCell.Blank;
            any |= !cells[i].IsBlank;
        }
        for (int i = 1; !any && i <= lines.Count; i++)
            any = !lines.Cell(i).IsBlank;
        return any;
    }

    private ScdlLine Line(ScdlSubsidy? subsidy, Euros? money) =>
        new(lines.Sheet, lines.Number, subsidy, money, problems.Count == 0 ? [] : [.. problems]) {
            Reason = reason, ReasonColumn = reasonColumn };

    private ScdlSubsidy ReadSubsidy(Euros money)
    {
        string? funder = Text(ScdlColumn.FunderName), beneficiary = Text(ScdlColumn.BeneficiaryName);
        string? funderSiret = Siret(ScdlColumn.FunderSiret);
        (string? siret, string? rna) = BeneficiaryIds();
        if (funder is null && funderSiret is null)
            Fail(ProblemCode.Missing, ScdlColumn.FunderName, null, [ScdlHeader.NameOf(ScdlColumn.FunderName)]);
        if (beneficiary is null && siret is null && rna is null)
            Fail(ProblemCode.Missing, ScdlColumn.BeneficiaryName, null, [ScdlHeader.NameOf(ScdlColumn.BeneficiaryName)]);
        PartialDate? decidedOn = DecidedOn();
        (PartialDate? from, PartialDate? until) = Payments();
        bool? notified = NotifiedToEu();
        Share? part = Part();
        int? year = BudgetYear();
        string? decision = Text(ScdlColumn.Decision), purpose = Text(ScdlColumn.Object), nature = Text(ScdlColumn.Nature),
            conditions = Text(ScdlColumn.Conditions), rae = Text(ScdlColumn.Rae), scheme = Text(ScdlColumn.Scheme);
        if (reason is null)
            CheckSchema(funder, funderSiret, beneficiary, siret, rna, purpose, nature, conditions, rae);
        return new(funder ?? funderSiret ?? "", money, new()
        {
            Beneficiary = new(beneficiary) { Siret = siret, Rna = rna },
            Object = purpose,
            Nature = nature,
            Conditions = conditions,
            PaidFrom = from,
            PaidUntil = until,
            Rae = rae,
            NotifiedToEu = notified,
            BeneficiaryPart = part,
            Scheme = scheme,
            BudgetYear = year,
            Unread = unread,
        })
        { FunderSiret = funderSiret, DecidedOn = decidedOn, Decision = decision };
    }

    private Euros? ReadMoney()
    {
        GridCell cell = Cell(ScdlColumn.Amount);
        if (cell.IsBlank)
        {
            Fail(ProblemCode.Missing, ScdlColumn.Amount, null, [ScdlHeader.NameOf(ScdlColumn.Amount)]);
            return null;
        }
        if (Odd(cell, ScdlColumn.Amount))
            return null;
        if (ScdlCells.Money(cell, out Euros money) is not { } trouble)
            return money;
        Fail(trouble.Code, ScdlColumn.Amount, Shown(cell), trouble.Arguments);
        return trouble.Code is ProblemCode.NegativeMoney ? money : null;
    }

    private string? Siret(ScdlColumn column)
    {
        GridCell cell = Cell(column);
        if (cell.IsBlank || Odd(cell, column))
            return null;
        if (SiretCell.Read(cell, out string? how) is not { } siret)
        {
            Fail(ProblemCode.InvalidSiret, column, Shown(cell), []);
            return null;
        }
        if (how is not null)
            Add(ProblemCode.Repaired, column, Shown(cell), ["siret", siret, how]);
        if (!Identifiers.HasSiretChecksum(siret))
            Add(ProblemCode.SiretChecksum, column, siret, []);
        return siret;
    }

    private (string? Siret, string? Rna) BeneficiaryIds()
    {
        GridCell given = Cell(ScdlColumn.BeneficiaryRna), first = Cell(ScdlColumn.BeneficiarySiret);
        string? rna = null;
        if (!given.IsBlank && !Odd(given, ScdlColumn.BeneficiaryRna))
        {
            rna = Rna(given);
            if (rna is null)
                Fail(ProblemCode.InvalidRna, ScdlColumn.BeneficiaryRna, Shown(given), []);
            else if (rna != given.Text)
                Add(ProblemCode.Repaired, ScdlColumn.BeneficiaryRna, Shown(given), ["rna", rna, "spaces"]);
        }
        // An association without SIRET, whose number stands in the column that files have for either.
        if (given.IsBlank && first.Kind is CellKind.Text && first.Text.Contains('W', StringComparison.OrdinalIgnoreCase)
            && Rna(first) is { } there)
        {
            Add(ProblemCode.Repaired, ScdlColumn.BeneficiarySiret, Shown(first), ["rna", there, "column"]);
            return (null, there);
        }
        return (Siret(ScdlColumn.BeneficiarySiret), rna);
    }

    private static string? Rna(GridCell cell) =>
        Plain.WithoutSpaces(cell.Text).ToUpperInvariant() is var rna && Identifiers.IsRna(rna) ? rna : null;

    private PartialDate? DecidedOn()
    {
        GridCell cell = Cell(ScdlColumn.DecidedOn);
        if (cell.IsBlank || Odd(cell, ScdlColumn.DecidedOn))
            return null;
        PartialDate? date = ScdlCells.Date(cell, out bool wasSerial);
        if (date is not { } day)
            Fail(ProblemCode.UnreadableCell, ScdlColumn.DecidedOn, Shown(cell), ["date"]);
        else if (wasSerial)
            Add(ProblemCode.Repaired, ScdlColumn.DecidedOn, Shown(cell), ["date", day.ToString(), "serial"]);
        return date;
    }

    private (PartialDate?, PartialDate?) Payments()
    {
        GridCell cell = Cell(ScdlColumn.Payments);
        if (cell.IsBlank)
            return (null, null);
        if (ScdlCells.Payments(cell, out PartialDate? from, out PartialDate? until))
            return (from, until);
        Keep(ScdlColumn.Payments, cell);
        return (null, null);
    }

    private bool? NotifiedToEu()
    {
        GridCell cell = Cell(ScdlColumn.NotifiedToEu);
        bool? notified = ScdlCells.YesNo(cell);
        if (notified is null)
            Keep(ScdlColumn.NotifiedToEu, cell);
        return notified;
    }

    private Share? Part()
    {
        GridCell cell = Cell(ScdlColumn.BeneficiaryPart);
        if (cell.IsBlank)
            return null;
        Share? part = ScdlCells.Part(cell, out bool wasPercent);
        if (part is null)
            Keep(ScdlColumn.BeneficiaryPart, cell);
        else if (wasPercent)
            Add(ProblemCode.Repaired, ScdlColumn.BeneficiaryPart, Shown(cell), ["part", part.ToString(), "percent"]);
        if (part is not null && part != Share.Whole)
            Add(ProblemCode.SharedSubsidy, ScdlColumn.BeneficiaryPart, Shown(cell), [part.ToString()]);
        return part;
    }

    private int? BudgetYear()
    {
        GridCell cell = Cell(ScdlColumn.BudgetYear);
        if (cell.IsBlank)
            return null;
        if (ScdlCells.Date(cell, out bool wasSerial) is { IsDay: false } year && !wasSerial && year.First.Year == year.Last.Year
            && year.Last.Month - year.First.Month == 11)
            return year.First.Year;
        Keep(ScdlColumn.BudgetYear, cell);
        return null;
    }

    private string? Text(ScdlColumn column)
    {
        GridCell cell = Cell(column);
        if (cell.IsBlank || Odd(cell, column))
            return null;
        string text = CsvSafe.Undo(Shown(cell));
        if (text.Length > TextRules.Longest)
            Fail(ProblemCode.TextTooLong, column, text[..40] + "…", [Plain.Number(text.Length), Plain.Number(TextRules.Longest)]);
        else if (TextRules.Forbidden(text) is { } character)
            Fail(ProblemCode.InvalidText, column, text, [character]);
        else
            return text;
        return null;
    }

    // The sum of a line of totals is that of the other lines: it counts in neither account.
    private bool IsTotal()
    {
        if (!Cell(ScdlColumn.BeneficiarySiret).IsBlank)
            return false;
        foreach (ScdlColumn column in (
            ReadOnlySpan<ScdlColumn>)[ScdlColumn.FunderName, ScdlColumn.BeneficiaryName, ScdlColumn.Object, ScdlColumn.Decision])
            if (IsTotal(Cell(column)))
                return true;
        return !table.IsMapped(1) && IsTotal(lines.Cell(1));
    }

    private static bool IsTotal(in GridCell cell) =>
        cell is { Kind: CellKind.Text, Text.Length: < 40 } && cell.Text.Contains("tota", StringComparison.OrdinalIgnoreCase)
        && Plain.Key(cell.Text) is "total" or "totalgeneral" or "soustotal" or "totaux" or "montanttotal";

    private void CheckBeyond()
    {
        for (int i = table.Width + 1; lines.IsText && i <= lines.Count; i++)
            if (lines.Cell(i) is { IsBlank: false } cell)
            {
                Fail(ProblemCode.AmbiguousCell, i, Shown(cell), ["cells"], "cellules");
                return;
            }
    }

    private void CheckSchema(string? funder, string? funderSiret, string? beneficiary, string? siret, string? rna, string? purpose,
        string? nature, string? conditions, string? rae)
    {
        Check(ScdlColumn.FunderName, funder);
        if (funderSiret is null)
            Check(ScdlColumn.FunderSiret, null);
        Check(ScdlColumn.BeneficiaryName, beneficiary);
        Check(ScdlColumn.Object, purpose);
        Check(ScdlColumn.Nature, nature);
        Check(ScdlColumn.Conditions, conditions);
        Check(ScdlColumn.Rae, rae);
        // What was read as a date, a part or a truth value is one: only its absence is left to be said.
        foreach (ScdlColumn column in (
            ReadOnlySpan<ScdlColumn>)[ScdlColumn.DecidedOn, ScdlColumn.Payments, ScdlColumn.NotifiedToEu, ScdlColumn.BeneficiaryPart])
            if (Cell(column).IsBlank)
                Check(column, null);
        if (siret is null && rna is null)
            Add(ProblemCode.SchemaMismatch, ScdlColumn.BeneficiarySiret, null, [ScdlSchema.Name,
                ScdlHeader.NameOf(ScdlColumn.BeneficiarySiret), "one-of-required", ScdlHeader.NameOf(ScdlColumn.BeneficiaryRna)]);
    }

    // A column that the file does not have was said once, of its header.
    private void Check(ScdlColumn column, string? value)
    {
        if (table.Has(column) && ScdlSchema.Current.Broken(column, value) is var (constraint, limit))
            Add(ProblemCode.SchemaMismatch, column, value, [ScdlSchema.Name, ScdlHeader.NameOf(column), constraint, limit]);
    }

    private bool Odd(GridCell cell, ScdlColumn column)
    {
        ProblemCode? code = cell.Kind switch
        {
            CellKind.Error => ProblemCode.CellError,
            CellKind.NoValue => ProblemCode.FormulaWithoutValue,
            CellKind.Other => ProblemCode.UnreadableCell,
            _ => null,
        };
        if (code is { } odd)
            Fail(odd, column, cell.Text, odd is ProblemCode.UnreadableCell ? ["text"] : []);
        return code is not null;
    }

    private void Keep(ScdlColumn column, GridCell cell)
    {
        if (cell.IsBlank || Odd(cell, column) || Text(column) is not { } text)
            return;
        unread = unread.SetItem(ScdlHeader.NameOf(column), text);
        Add(ProblemCode.KeptAsWritten, column, text, [ScdlHeader.NameOf(column)]);
    }

    private ref readonly GridCell Cell(ScdlColumn column) => ref cells[(int)column];

    private static string Shown(GridCell cell) => cell.Kind switch
    {
        CellKind.Number => cell.Number.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture),
        CellKind.Date => PartialDate.Of(cell.Day).ToString(),
        _ => cell.Text,
    };

    private void Add(ProblemCode code, ScdlColumn column, string? found, ImmutableArray<string> arguments) =>
        Add(code, table[column], found, arguments);

    private Problem Add(ProblemCode code, int column, string? found, ImmutableArray<string> arguments)
    {
        var problem = new Problem(code, new CellRef(lines.Sheet, lines.Number, Math.Max(1, column)).ToString(), found, arguments);
        problems.Add(problem);
        return problem;
    }

    private void Fail(ProblemCode code, ScdlColumn column, string? found, ImmutableArray<string> arguments) =>
        Fail(code, table[column], found, arguments, ScdlHeader.LabelOf(column));

    private void Fail(ProblemCode code, int column, string? found, ImmutableArray<string> arguments, string label)
    {
        Problem problem = Add(code, column, found, arguments);
        if (reason is null)
            (reason, reasonColumn) = (problem, label);
    }
}
