using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Validation;

namespace FundingReports.Exchange.Fonjep;

/// <summary>Reads the sheets of an export into the rows that were understood; the others are set aside with their reason.</summary>
internal sealed class FonjepSheets(IntakeNotes notes)
{
    private readonly HashSet<FormSheet> found = [];

    internal List<PostRow> Posts { get; } = [];

    internal List<PaymentRow> Payments { get; } = [];

    internal CodeBook<Party> Parties { get; } = new();

    internal CodeBook<Labelled> Types { get; } = new();

    internal CodeBook<Labelled> Schemes { get; } = new();

    /// <summary>Payments: rows, and what they say was paid.</summary>
    internal int PaymentsRead { get; private set; }

    internal Euros PaidRead { get; private set; }

    internal HashSet<string> PaymentSheets { get; } = new(StringComparer.Ordinal);

    internal void Read(IEnumerable<RawSheet> sheets)
    {
        foreach (TableReader table in TableReader.OfExport(sheets, FormOf, notes))
        {
            found.Add(table.Form);
            if (table.IsWhole)
                Read(table);
        }
        if (!found.Contains(FonjepForm.Posts))
            throw new NotReadException("no-fonjep");
        foreach (FormSheet form in FonjepForm.Sheets.Where(form => !found.Contains(form)))
            notes.Add(ProblemCode.SheetMissing, null, null, form.Name);
    }

    // A sheet under another name is told by its headers: it has nearly all of them, and no other sheet has.
    private static (FormSheet, int)? FormOf(RawSheet sheet, TableReader.SheetStart start)
    {
        FormSheet? form = FonjepForm.Sheets.FirstOrDefault(form => form.IsNamed(sheet.Name))
            ?? ((FormSheet[])[FonjepForm.Posts, FonjepForm.Payments, FonjepForm.Parties])
                .FirstOrDefault(form => start.Rows.Any(row => TableReader.HeadersIn(row, form) >= Math.Max(5, form.Columns.Length / 2)));
        return form is null ? null : (form, form.Columns.Length > 3 ? 3 : 2);
    }

    private void Read(TableReader table)
    {
        (FormSheet form, string sheet) = (table.Form, table.Sheet);
        if (form == FonjepForm.Payments)
            PaymentSheets.Add(sheet);
        if (table.Has(FonjepForm.Email))
            notes.Add(ProblemCode.ColumnNotRead, new(sheet, table.HeaderRow, table.ColumnOf(FonjepForm.Email)), FonjepForm.Email.Header,
                FonjepForm.Email.Header, "personal");
        foreach (TableRow row in table.Rows())
        {
            if (form == FonjepForm.Posts)
                ReadPost(row);
            else if (form == FonjepForm.Payments)
                ReadPayment(row);
            else if (form == FonjepForm.Parties)
                Add(Parties, row, FonjepForm.PartyCode, new(row.Text(FonjepForm.PartyName), row.YesNo(FonjepForm.IsAssociation),
                    SiretOf(row), row.Text(FonjepForm.PostalCode), row.Text(FonjepForm.Town)));
            else if (form == FonjepForm.Types)
                Add(Types, row, FonjepForm.TypePostCode, new(row.Text(FonjepForm.TypeLabel), null));
            else
                Add(Schemes, row, FonjepForm.SchemeCode, new(row.Text(FonjepForm.SchemeLabel), Code.Read(row, FonjepForm.SchemeFunder)));
        }
    }

    private void Add<T>(CodeBook<T> book, TableRow row, FormColumn column, T item)
    {
        // What it names stays known by its code alone.
        if (Code.Read(row, column) is { } code && !book.Add(code, item) && !Equals(book[code.Text], item))
            notes.Add(ProblemCode.ValueLeftOut, row.Ref(column), code.Text, column.Header);
    }

    private void ReadPost(TableRow row)
    {
        notes.RowsRead++;
        GridCell first = row.Get(FonjepForm.PostCode);
        if (first.Kind is CellKind.Text && TotalWords.Are(first.Text))
        {
            row.PutAsideAsTotal(FonjepForm.PostCode);
            return;
        }
        Code? code = Code.Read(row, FonjepForm.PostCode);
        int? year = row.Year(FonjepForm.Year);
        // A blank amount is one that the file does not say: the row itself is not wrong.
        Euros? money = row.IsBlank(FonjepForm.Money) ? null : row.Money(FonjepForm.Money);
        var read = new PostRow(row, code ?? default, year ?? 0, money, row.Date(FonjepForm.Term, isEnd: true))
        {
            Status = row.Text(FonjepForm.Status),
            Reason = row.Text(FonjepForm.Reason),
            Funder = Code.Read(row, FonjepForm.Funder),
            Grantor = Code.Read(row, FonjepForm.Grantor),
            Employer = Code.Read(row, FonjepForm.Employer),
            Site = Code.Read(row, FonjepForm.Site),
            Scheme = Code.Read(row, FonjepForm.SchemeId),
            Type = Code.Read(row, FonjepForm.TypeCode),
            FullTime = row.Text(FonjepForm.FullTime),
            Doubling = row.Text(FonjepForm.Doubling),
        };
        notes.MoneyRead += money ?? Euros.Zero;
        if (code is null && !row.Failed)
            row.Missing(FonjepForm.PostCode);
        if (row.Failed)
            row.PutAside();
        else
            Posts.Add(read);
    }

    private void ReadPayment(TableRow row)
    {
        PaymentsRead++;
        Code? post = Code.Read(row, FonjepForm.PaidPost);
        PartialDate? from = row.Date(FonjepForm.PeriodFrom), until = row.Date(FonjepForm.PeriodUntil, isEnd: true);
        Euros? paid = row.SignedMoney(FonjepForm.Paid), toPay = row.SignedMoney(FonjepForm.ToPay);
        PartialDate? paidOn = PaidOn(row);
        PaidRead += paid ?? Euros.Zero;
        if (from is { } first && until is { } last && last.Last < first.First)
            row.Fail(ProblemCode.UntilBeforeFrom, FonjepForm.PeriodUntil, null, last.ToString(), first.ToString());
        if (post is null && !row.Failed)
            row.Missing(FonjepForm.PaidPost);
        if (row.Failed)
            row.PutAside();
        else
            Payments.Add(new(row, post!.Value, from!.Value, until!.Value, paidOn, toPay, paid));
    }

    // A day that cannot be read takes nothing from what was paid.
    private PartialDate? PaidOn(TableRow row)
    {
        GridCell cell = row.SoftGet(FonjepForm.PaidOn);
        PartialDate? day = DateCell.Read(cell, out _);
        if (day is null && !cell.IsBlank)
            notes.Add(ProblemCode.ValueLeftOut, row.Ref(FonjepForm.PaidOn), TableRow.Shown(cell), FonjepForm.PaidOn.Header);
        return day;
    }

    // A RIDET is no SIRET, and nobody's mistake; it has no place here.
    private static string? SiretOf(TableRow row) =>
        row.Get(FonjepForm.Siret).Kind is CellKind.Text or CellKind.Number ? row.RepairedSiret(FonjepForm.Siret) : null;
}
