using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Scdl;

/// <summary>
/// Rows of a file of subsidies → what they say. What changes the worth of the money sets a line aside where it is not understood; what no
/// figure needs is kept as written.
/// </summary>
internal sealed class ScdlRows(TableReader table, LineNotes notes, ImportOptions options)
{
    private static readonly ScdlColumn[] labels =
        [ScdlColumn.FunderName, ScdlColumn.BeneficiaryName, ScdlColumn.Object, ScdlColumn.Decision];
    private static readonly ScdlColumn[] sums =
        [ScdlColumn.Amount, ScdlColumn.Requested, ScdlColumn.Paid, ScdlColumn.Loan, ScdlColumn.Guarantee, ScdlColumn.InKind];

    private readonly FormColumn amount = ScdlForm.Of(sums.FirstOrDefault(column => table.Has(ScdlForm.Of(column))));
    private readonly byte[] print = new byte[16];
    private ImmutableSortedDictionary<string, string> unread = Post.NoReferences;
    private Euros sinceTotal, inAll;
    private (string? Name, string? Siret)? lastFunder;

    /// <summary>The lines of the table, one after the other.</summary>
    internal IEnumerable<ScdlLine> Read()
    {
        foreach (TableRow row in table.Rows())
            yield return Read(row);
    }

    private ScdlLine Read(TableRow row)
    {
        unread = Post.NoReferences;
        if (IsTotal(row, out Euros? total))
        {
            sinceTotal = Euros.Zero;
            row.PutAsideAsTotal(amount);
            return Line(row, null, null, total);
        }
        (Euros? money, Euros? apart) = ReadMoney(row);
        ScdlSubsidy? subsidy = ReadSubsidy(row, money ?? default);
        (sinceTotal, inAll) = (sinceTotal + (money ?? Euros.Zero), inAll + (money ?? Euros.Zero));
        if (row.Failed)
            row.PutAside();
        return Line(row, row.Failed ? null : subsidy, money, apart);
    }

    private ScdlLine Line(TableRow row, ScdlSubsidy? subsidy, Euros? money, Euros? apart)
    {
        ImmutableArray<Problem> problems = notes.Take(out var aside);
        return new(table.Sheet, row.Number, subsidy, money, problems) {
            Reason = aside, Apart = apart, Print = subsidy is null ? default : Print(row) };
    }

    // The sum of a line of totals is that of other lines: it counts neither as read nor as kept. One without words is told by its sum.
    private bool IsTotal(TableRow row, out Euros? total)
    {
        total = null;
        if (!row.SoftGet(Column(ScdlColumn.BeneficiarySiret)).IsBlank || !row.SoftGet(Column(ScdlColumn.BeneficiaryRna)).IsBlank)
            return false;
        bool isNamed = labels.Any(column => row.SoftGet(Column(column)) is { Kind: CellKind.Text } cell && TotalWords.Are(cell.Text))
            || row.At(1) is { Kind: CellKind.Text } first && TotalWords.Are(first.Text);
        bool isBare = !isNamed && table.Form.Columns.All(column => column.Look is ColumnLook.Money || row.SoftGet(column).IsBlank);
        if (!isNamed && !isBare)
            return false;
        // « Total Danse », who receives money by a decision of a day, is no total.
        if (isNamed && !row.SoftGet(Column(ScdlColumn.DecidedOn)).IsBlank && !row.SoftGet(Column(ScdlColumn.BeneficiaryName)).IsBlank)
            return false;
        GridCell cell = row.SoftGet(amount);
        total = cell.IsBlank || AmountText.ReadSigned(cell, out Euros sum) is not null ? null : sum;
        return isNamed || total is { } written && written != Euros.Zero && (written == sinceTotal || written == inAll);
    }

    /// <summary>The money of the line, or what stands there and is none.</summary>
    private (Euros? Money, Euros? Apart) ReadMoney(TableRow row)
    {
        foreach ((ScdlColumn column, string kind) in (ReadOnlySpan<(ScdlColumn, string)>)[(ScdlColumn.Loan, "loan"),
            (ScdlColumn.Guarantee, "guarantee"), (ScdlColumn.InKind, "in-kind")])
        {
            // A sum given beside it is money, whatever else the line lends or guarantees.
            if (!table.Has(Column(column)) || row.SoftGet(Column(column)) is { IsBlank: true } || row.SignedMoney(Column(column)) is not {
                } other || other == Euros.Zero || amount != Column(column) && Given(row) > Euros.Zero)
                continue;
            row.FailAsNoMoney(Column(column), kind);
            return (null, other);
        }
        if (row.IsBlank(amount))
        {
            if (!row.Failed)
                row.Missing(amount);
            return (null, null);
        }
        if (row.SignedMoney(amount) is not { } money)
            return (null, null);
        if (money < Euros.Zero)
        {
            row.Fail(ProblemCode.NegativeMoney, amount, TableRow.Shown(row.Get(amount)), "official");
            return (null, money);
        }
        if (KindOf(row) is { } what)
        {
            row.FailAsNoMoney(Column(ScdlColumn.Nature), what);
            return (null, money);
        }
        return (money, null);
    }

    private Euros Given(TableRow row) =>
        !row.SoftGet(amount).IsBlank && AmountText.ReadSigned(row.SoftGet(amount), out Euros money) is null ? money : Euros.Zero;

    // Null where it is money, or where nobody can tell what it is: then the line is set aside with its money.
    private string? KindOf(TableRow row)
    {
        FormColumn column = Column(ScdlColumn.Nature);
        GridCell cell = row.Get(column);
        if (cell.IsBlank)
            return null;
        switch (NatureWords.Read(TableRow.Shown(cell)))
        {
            case NatureKind.InKind:
                return "in-kind";
            case NatureKind.Loan:
                return "loan";
            case NatureKind.Guarantee:
                return "guarantee";
            case NatureKind.Mixed:
                // As the official example itself has it: the sum is for both, and how much of it is money is not said.
                row.Say(ProblemCode.NotMoney, column, TableRow.Shown(cell), "mixed");
                return null;
            case NatureKind.Unknown:
                row.Fail(ProblemCode.NotOneOf, column, TableRow.Shown(cell), "aide en numéraire", "aide en nature", "prêt", "garantie");
                return null;
            default:
                return null;
        }
    }

    private ScdlSubsidy? ReadSubsidy(TableRow row, Euros money)
    {
        (string? funder, string? funderSiret) = Funder(row);
        string? beneficiary = Text(row, ScdlColumn.BeneficiaryName);
        (string? siret, string? rna) = BeneficiaryIds(row);
        bool isNamed = beneficiary is not null || siret is not null || rna is not null;
        if (!isNamed && !row.Failed)
            row.Missing(Column(ScdlColumn.BeneficiaryName));
        PartialDate? decidedOn = Date(row, ScdlColumn.DecidedOn);
        CommitmentStatus status = StatusOf(row, decidedOn);
        (PartialDate? paidFrom, PartialDate? paidUntil) = Payments(row);
        PartialDate? from = Date(row, ScdlColumn.From), until = Date(row, ScdlColumn.Until);
        if (from is { } first && until is { } last && last.Last < first.First)
        {
            row.Say(ProblemCode.ValueLeftOut, Column(ScdlColumn.Until), last.ToString(), Column(ScdlColumn.Until).Label);
            until = null;
        }
        bool? notified = Soft<bool>(row, ScdlColumn.NotifiedToEu, cell => YesNoText.Read(cell));
        Share? part = Part(row);
        int? year = Soft<int>(row, ScdlColumn.BudgetYear, YearOf);
        string? decision = Text(row, ScdlColumn.Decision), purpose = Text(row, ScdlColumn.Object), nature = Text(row, ScdlColumn.Nature),
            conditions = Text(row, ScdlColumn.Conditions), rae = Text(row, ScdlColumn.Rae), scheme = Text(row, ScdlColumn.Scheme);
        Euros? requested = amount == Column(ScdlColumn.Requested) ? null : row.SignedMoney(Column(ScdlColumn.Requested)),
            paid = amount == Column(ScdlColumn.Paid) ? null : row.SignedMoney(Column(ScdlColumn.Paid));
        if (row.Failed)
            return null;
        CheckSchema(row, funder, funderSiret, beneficiary, siret, rna, purpose, nature, conditions, rae);
        return new(funder ?? funderSiret!, money, new()
        {
            Beneficiary = new(beneficiary) { Siret = siret, Rna = rna },
            Object = purpose,
            Nature = nature,
            Conditions = conditions,
            PaidFrom = paidFrom,
            PaidUntil = paidUntil,
            Rae = rae,
            NotifiedToEu = notified,
            BeneficiaryPart = part,
            Scheme = scheme,
            BudgetYear = year,
            Unread = unread,
        })
        { FunderSiret = funderSiret, Status = status, DecidedOn = decidedOn, Decision = decision, From = from, Until = until,
            Requested = requested, Paid = paid };
    }

    // Who gives: what the line says; where it says nothing, what stands above it; else what somebody says of the file.
    private (string? Name, string? Siret) Funder(TableRow row)
    {
        string? name = Text(row, ScdlColumn.FunderName), siret = Siret(row, ScdlColumn.FunderSiret);
        if (name is not null || siret is not null)
        {
            lastFunder = (name, siret);
            return (name, siret);
        }
        bool isBlank = row.SoftGet(Column(ScdlColumn.FunderName)).IsBlank && row.SoftGet(Column(ScdlColumn.FunderSiret)).IsBlank;
        // A row that is no line of money needs nobody who gives.
        if (isBlank && row.Failed)
            return (null, null);
        if (isBlank && lastFunder is { } above)
        {
            row.Say(ProblemCode.Repaired, Column(ScdlColumn.FunderName), null, "funder", above.Name ?? above.Siret!, "above");
            return above;
        }
        if (options.Payer is { } payer)
            return (payer.Name, payer.Siret);
        if (!row.Failed)
            row.Missing(Column(ScdlColumn.FunderName));
        return (null, null);
    }

    private CommitmentStatus StatusOf(TableRow row, PartialDate? decidedOn)
    {
        CommitmentStatus signed = decidedOn is null ? CommitmentStatus.Granted : CommitmentStatus.Signed;
        FormColumn column = Column(ScdlColumn.Status);
        // Where a file gives only what was asked for, its money is at most requested.
        CommitmentStatus most = amount == Column(ScdlColumn.Requested) ? CommitmentStatus.Requested : CommitmentStatus.Signed;
        if (!table.Has(column))
            return signed < most ? signed : most;
        GridCell cell = row.Get(column);
        if (cell.IsBlank)
        {
            row.Missing(column);
            return CommitmentStatus.Refused;
        }
        if (StatusWords.Read(TableRow.Shown(cell)) is not { } status)
        {
            row.Fail(ProblemCode.NotOneOf, column, TableRow.Shown(cell), "demandé", "annoncé", "voté", "signé", "refusé");
            return CommitmentStatus.Refused;
        }
        status = status is CommitmentStatus.Granted ? signed : status;
        return status < most ? status : most;
    }

    private string? Siret(TableRow row, ScdlColumn column)
    {
        Identifier read = row.Identifier(Column(column));
        if (read.Kind is IdentifierKind.Siret)
            return Checked(row, column, read.Value);
        if (read.Kind is not IdentifierKind.Blank)
            Keep(row, column, read.Why ?? "");
        return null;
    }

    private static string Checked(TableRow row, ScdlColumn column, string siret)
    {
        if (!Identifiers.HasSiretChecksum(siret))
            row.Say(ProblemCode.SiretChecksum, Column(column), siret);
        return siret;
    }

    private (string? Siret, string? Rna) BeneficiaryIds(TableRow row)
    {
        Identifier given = row.Identifier(Column(ScdlColumn.BeneficiaryRna)), first = row.Identifier(Column(ScdlColumn.BeneficiarySiret));
        string? rna = given.Kind is IdentifierKind.Rna ? given.Value : null, siret = first.Kind is IdentifierKind.Siret
            ? Checked(row, ScdlColumn.BeneficiarySiret, first.Value) : null;
        // Each in the column of the other.
        if (given.Kind is IdentifierKind.Siret && siret is null && first.Kind is IdentifierKind.Blank or IdentifierKind.None)
        {
            siret = given.Value;
            row.Say(ProblemCode.Repaired, Column(ScdlColumn.BeneficiaryRna), TableRow.Shown(row.Get(Column(ScdlColumn.BeneficiaryRna))),
                "siret", siret, "column");
        }
        else if (given.Kind is not (IdentifierKind.Rna or IdentifierKind.Blank))
        {
            Keep(row, ScdlColumn.BeneficiaryRna, "rna");
        }
        if (first.Kind is IdentifierKind.Rna && rna is null)
        {
            rna = first.Value;
            row.Say(ProblemCode.Repaired, Column(ScdlColumn.BeneficiarySiret),
                TableRow.Shown(row.Get(Column(ScdlColumn.BeneficiarySiret))), "rna", rna, "column");
        }
        else if (first.Kind is not (IdentifierKind.Siret or IdentifierKind.Blank))
        {
            Keep(row, ScdlColumn.BeneficiarySiret, first.Why ?? "");
        }
        return (siret, rna);
    }

    private PartialDate? Date(TableRow row, ScdlColumn column)
    {
        GridCell cell = row.SoftGet(Column(column));
        if (cell.IsBlank)
            return null;
        if (DateCell.Read(cell, out bool wasSerial) is not { } date)
        {
            Keep(row, column, "date");
            return null;
        }
        if (wasSerial)
            row.Say(ProblemCode.Repaired, Column(column), TableRow.Shown(cell), "date", date.ToString(), "serial");
        if (options.AsOf is { } today && date.First > today && column is ScdlColumn.DecidedOn)
            row.Say(ProblemCode.AfterAsOf, Column(column), TableRow.Shown(cell), date.ToString(), PartialDate.Of(today).ToString());
        return date;
    }

    private (PartialDate?, PartialDate?) Payments(TableRow row)
    {
        PartialDate? from = Date(row, ScdlColumn.PaidFrom), until = Date(row, ScdlColumn.PaidUntil);
        if (from is not null || until is not null)
            return until is { } last && from is { } first && last.Last < first.First
                ? (from, null) : (from ?? until, from is null ? null : until);
        GridCell cell = row.SoftGet(Column(ScdlColumn.Payments));
        if (cell.IsBlank || PeriodText.Read(cell, out from, out until))
            return (from, until);
        Keep(row, ScdlColumn.Payments, "");
        return (null, null);
    }

    private Share? Part(TableRow row)
    {
        GridCell cell = row.SoftGet(Column(ScdlColumn.BeneficiaryPart));
        if (cell.IsBlank)
            return null;
        if (PartText.Read(cell, out bool wasPercent) is not { } share)
        {
            Keep(row, ScdlColumn.BeneficiaryPart, "");
            return null;
        }
        string found = TableRow.Shown(cell);
        if (wasPercent)
            row.Say(ProblemCode.Repaired, Column(ScdlColumn.BeneficiaryPart), found, "part", share.ToString(), "percent");
        if (share != Share.Whole)
            row.Say(ProblemCode.SharedSubsidy, Column(ScdlColumn.BeneficiaryPart), found, share.ToString());
        return share;
    }

    private static int? YearOf(GridCell cell) =>
        DateCell.Read(cell, out bool wasSerial) is { IsDay: false } year && !wasSerial && year.First.Year == year.Last.Year
            && year.Last.Month - year.First.Month == 11 ? year.First.Year : null;

    private T? Soft<T>(TableRow row, ScdlColumn column, Func<GridCell, T?> read) where T : struct
    {
        GridCell cell = row.SoftGet(Column(column));
        if (cell.IsBlank)
            return null;
        T? value = read(cell);
        if (value is null)
            Keep(row, column, "");
        return value;
    }

    private static string? Text(TableRow row, ScdlColumn column)
    {
        GridCell cell = row.SoftGet(Column(column));
        if (cell.IsBlank || row.Text(Column(column)) is not { } written)
            return null;
        if (cell.Kind is CellKind.Truth && column is ScdlColumn.FunderName or ScdlColumn.BeneficiaryName)
        {
            row.Fail(ProblemCode.UnreadableCell, Column(column), cell.Text, "text");
            return null;
        }
        string text = CsvSafe.Undo(written);
        if (text.Length > TextRules.Longest)
            row.Fail(
                ProblemCode.TextTooLong, Column(column), text[..40] + "…", Plain.Number(text.Length), Plain.Number(TextRules.Longest));
        else if (TextRules.Forbidden(text) is { } character)
            row.Fail(ProblemCode.InvalidText, Column(column), text, character);
        else
            return text;
        return null;
    }

    // What is not understood, and changes no figure, stands beside as it was written.
    private void Keep(TableRow row, ScdlColumn column, string why)
    {
        if (Text(row, column) is not { } text)
            return;
        unread = unread.SetItem(ScdlHeader.NameOf(column), text);
        row.SayKept(Column(column), why);
    }

    private void CheckSchema(TableRow row, string? funder, string? funderSiret, string? beneficiary, string? siret, string? rna,
        string? purpose, string? nature, string? conditions, string? rae)
    {
        Check(row, ScdlColumn.FunderName, funder);
        if (funderSiret is null)
            Check(row, ScdlColumn.FunderSiret, null);
        Check(row, ScdlColumn.BeneficiaryName, beneficiary);
        Check(row, ScdlColumn.Object, purpose);
        Check(row, ScdlColumn.Nature, nature);
        Check(row, ScdlColumn.Conditions, conditions);
        Check(row, ScdlColumn.Rae, rae);
        // What was read as a date, a part or a truth value is one: only its absence is left to be said.
        foreach (ScdlColumn column in (
            ReadOnlySpan<ScdlColumn>)[ScdlColumn.DecidedOn, ScdlColumn.Payments, ScdlColumn.NotifiedToEu, ScdlColumn.BeneficiaryPart])
            if (row.SoftGet(Column(column)).IsBlank)
                Check(row, column, null);
        if (siret is null && rna is null)
            row.Say(ProblemCode.SchemaMismatch, Column(ScdlColumn.BeneficiarySiret), null, ScdlSchema.Name,
                ScdlHeader.NameOf(ScdlColumn.BeneficiarySiret), "one-of-required", ScdlHeader.NameOf(ScdlColumn.BeneficiaryRna));
    }

    // A column that the file does not have was said once, of its header.
    private static void Check(TableRow row, ScdlColumn column, string? value)
    {
        if (row.Has(Column(column)) && ScdlSchema.Current.Broken(column, value) is var (constraint, limit))
            row.Say(ProblemCode.SchemaMismatch, Column(column), value, ScdlSchema.Name, ScdlHeader.NameOf(column), constraint, limit);
    }

    private (UInt128, UInt128) Print(TableRow row)
    {
        int at = table.ColumnOf(amount);
        var text = new StringBuilder();
        int column = 0;
        string sum = "";
        foreach (GridCell cell in row.Cells)
        {
            column++;
            if (column == at)
                sum = TableRow.Shown(cell);
            else
                text.Append(TableRow.Shown(cell)).Append('\n');
        }
        UInt128 without = Hash(text.ToString());
        return (Hash(text.Append(sum).ToString()), without);
    }

    private UInt128 Hash(string text)
    {
        SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16).CopyTo(print);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(print);
    }

    private static FormColumn Column(ScdlColumn column) => ScdlForm.Of(column);
}
