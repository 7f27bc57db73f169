using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Chorus;

/// <summary>The State's accounting export → payments, one an EJ, a budget year and a day, that wait for their commitment.</summary>
/// <remarks>
/// Lines of one EJ, year, day and supplier are one payment. Money taken back comes off the other payments of the EJ and the year; where
/// nothing is left of them, nothing was paid, and the lines stand aside.
/// </remarks>
internal sealed class ChorusReader
{
    private const string SourceId = "chorus";
    private const int LeastColumns = 4;

    private readonly IntakeNotes notes;
    private readonly List<ChorusRow> rows = [];
    private readonly Dictionary<string, TableRow> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Payment>.Builder payments = ImmutableArray.CreateBuilder<Payment>();

    private ChorusReader(string name) => notes = new(name, isOfficial: true);

    internal static ImportReading Read(Stream stream, string name, CancellationToken cancellationToken)
    {
        var reader = new ChorusReader(name);
        reader.ReadSheets(IntakeFile.Open(stream, name, text => ChorusForm.Sheet.Find(text) is not null).Until(cancellationToken));
        return ImportReading.Of(name, reader.Facts(Path.GetFileNameWithoutExtension(name)), reader.notes);
    }

    private void ReadSheets(IEnumerable<RawSheet> sheets)
    {
        bool found = false;
        foreach (TableReader table in TableReader.OfExport(sheets, (_, _) => (ChorusForm.Sheet, LeastColumns), notes))
        {
            found = true;
            if (!table.IsWhole)
                continue;
            foreach (TableRow row in table.Rows())
                Add(row, table);
        }
        if (!found)
            throw new NotReadException("no-chorus");
    }

    private void Add(TableRow row, TableReader table)
    {
        notes.RowsRead++;
        if (IsTotal(row))
        {
            row.PutAsideAsTotal(ChorusForm.Paid);
            return;
        }
        ChorusRow read = ChorusRow.Read(row, notes);
        // The same line of the same request for payment, to the last cell, is one line told twice.
        string whole = $"{table.Sheet}\n{string.Join('\n', row.Cells.Select(TableRow.Shown))}";
        if (!row.Failed && !seen.TryAdd(whole, row))
            row.Repeats(seen[whole], ChorusForm.Paid);
        notes.MoneyRead += read.Paid ?? Euros.Zero;
        if (row.Failed)
            row.PutAside();
        else if (read.Paid == Euros.Zero)
            row.PutAside(ProblemCode.PaymentNotPlaced, "unpaid");
        else
            rows.Add(read);
    }

    // « Résultat global » is what the State's accounts call a total.
    private static bool IsTotal(TableRow row)
    {
        if (!row.SoftGet(ChorusForm.Siret).IsBlank || !row.SoftGet(ChorusForm.Request).IsBlank)
            return false;
        return row.Cells.FirstOrDefault(cell => !cell.IsBlank) is { Kind: CellKind.Text } first
            && (TotalWords.Are(first.Text) || Plain.Key(first.Text).StartsWith("resultat", StringComparison.Ordinal));
    }

    private PortfolioFacts Facts(string name)
    {
        // A group is one year of one EJ; without an EJ, of one request for payment; a line with neither stands alone.
        foreach (var year in rows.GroupBy(row => (Number: row.Commitment ?? row.Request ?? $"{row.Row.Here}", row.Year)))
            AddYear([.. year]);
        return new()
        {
            Title = $"Chorus : {name}",
            Sources = [new(SourceId, SourceKind.Dataset, $"Export Chorus : {name}")],
            Payments = payments.ToImmutable(),
        };
    }

    private void AddYear(List<ChorusRow> rowsOfYear)
    {
        List<List<ChorusRow>> days =
            [.. rowsOfYear.GroupBy(row => (row.PaidOn, Who: row.Siret ?? Plain.Key(row.Name ?? ""))).Select(day => day.ToList())];
        if (days.TrueForAll(day => Sum(day) > Euros.Zero))
        {
            days.ForEach(AddPayment);
            return;
        }
        // Money was taken back: what is left of the year is one payment, made on the last of its days.
        if (Sum(rowsOfYear) > Euros.Zero)
        {
            AddPayment(rowsOfYear);
            return;
        }
        foreach (ChorusRow row in rowsOfYear)
        {
            // Sums that undo one another, or more than was paid, are no money of this year.
            notes.MoneyRead -= row.Paid!.Value;
            notes.Add(ProblemCode.PaymentNotPlaced, row.Row.Ref(ChorusForm.Paid), row.Commitment ?? row.Request, "taken-back", "", "");
            row.Row.PutAside(ProblemCode.PaymentNotPlaced, "cancelled");
        }
    }

    private void AddPayment(List<ChorusRow> lines)
    {
        ChorusRow first = lines[0];
        string path = $"{Property.Payments}[{payments.Count}]";
        notes.Origin(path, first.Row.Ref(ChorusForm.Commitment));
        notes.Origin($"{path}.{Property.Amount}", first.Row.Ref(ChorusForm.Paid));
        notes.Origin($"{path}.{Property.PaidOn}", first.Row.Ref(ChorusForm.PaidOn));
        PartialDate? day = lines.Select(line => line.PaidOn).OfType<PartialDate>().OrderBy(one => one.Last)
            .Select(one => (PartialDate?)one).LastOrDefault();
        Euros sum = Sum(lines);
        notes.MoneyKept += sum;
        string? siret = One(lines, line => line.Siret), name = One(lines, line => line.Name);
        string id = string.Join('-',
            ((string?[])["chorus", first.Commitment ?? first.Request, first.Year is { } year ? Plain.Number(year) : null, day?.ToString()])
            .OfType<string>());
        payments.Add(new(Slug.Unique(Slug.Of(id, SourceId), ids), sum)
        {
            Year = first.Year,
            PaidOn = day,
            Line = All(lines, line => line.Programme),
            Beneficiary = siret is null && name is null ? null : new(name) { Siret = siret },
            References = References(lines),
            Source = SourceId,
        });
    }

    private static ImmutableSortedDictionary<string, string> References(List<ChorusRow> lines)
    {
        var references = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        void Keep(string name, Func<ChorusRow, string?> said)
        {
            if (All(lines, said) is { } text && text.Length <= TextRules.Longest)
                references[name] = text;
        }
        Keep("EJ", line => line.Commitment);
        Keep("DP", line => line.Request);
        Keep("domaine fonctionnel", line => line.Domain);
        Keep("RIDET", line => line.Ridet);
        return references.ToImmutable();
    }

    private static Euros Sum(IEnumerable<ChorusRow> lines) => lines.Aggregate(Euros.Zero, (sum, line) => sum + line.Paid!.Value);

    // What the lines say of who was paid, where they agree on it.
    private static string? One(List<ChorusRow> lines, Func<ChorusRow, string?> said) =>
        lines.Select(said).OfType<string>().Distinct().Take(2).ToList() is [var only] ? only : null;

    private static string? All(List<ChorusRow> lines, Func<ChorusRow, string?> said) =>
        lines.Select(said).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } texts
            ? string.Join(" ; ", texts) : null;
}
