using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Subventia;

/// <summary>Reads the SUBVENTIA export into subsidies, one per reference, that wait for somebody to say which post they pay.</summary>
internal sealed class SubventiaReader
{
    private const string Line = "FIPD", SourceId = "subventia";

    private readonly IntakeNotes notes;
    private readonly List<SubventiaRow> rows = [];
    private readonly Dictionary<string, string> funderIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal), subsidyIds = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Funder>.Builder funders = ImmutableArray.CreateBuilder<Funder>();
    private bool deadlinesSaid;

    private SubventiaReader(string name) => notes = new(name, isOfficial: true);

    internal static ImportReading Read(Stream stream, string name, CancellationToken cancellationToken)
    {
        var reader = new SubventiaReader(name);
        reader.ReadSheets(IntakeFile.Open(stream, name, text => SubventiaForm.Sheet.Find(text) is not null).Until(cancellationToken));
        return ImportReading.Of(name, reader.Facts(Path.GetFileNameWithoutExtension(name)), reader.notes);
    }

    private void ReadSheets(IEnumerable<RawSheet> sheets)
    {
        bool found = false;
        foreach (TableReader table in TableReader.OfExport(sheets, (_, _) => (SubventiaForm.Sheet, 5), notes))
        {
            found = true;
            // Without it no row would be refused or granted, and every one would be set aside for the same reason.
            if (!table.Has(SubventiaForm.Status))
                notes.Add(ProblemCode.MissingColumn, new(table.Sheet, table.HeaderRow, 1), null, SubventiaForm.Status.Header);
            if (!table.IsWhole)
                continue;
            foreach (TableRow row in table.Rows())
            {
                notes.RowsRead++;
                if (row.Get(SubventiaForm.Funder) is { Kind: CellKind.Text } first && TotalWords.Are(first.Text)
                    && row.IsBlank(SubventiaForm.Reference))
                {
                    row.PutAsideAsTotal(SubventiaForm.Funder);
                    continue;
                }
                rows.Add(SubventiaRow.Read(row));
            }
        }
        if (!found)
            throw new NotReadException("no-subventia");
    }

    private PortfolioFacts Facts(string name)
    {
        var awaiting = ImmutableArray.CreateBuilder<AwaitingCommitment>();
        foreach (SubventiaRow row in rows.Where(row => row.Row.Failed))
            row.Row.PutAside();
        // A row that names no subsidy is counted by itself.
        notes.MoneyRead += rows.Where(row => row.Reference.Length == 0)
            .Aggregate(Euros.Zero, (sum, row) => sum + (row.Granted ?? Euros.Zero));
        foreach (var group in rows.Where(row => row.Reference.Length > 0).GroupBy(row => row.Reference))
        {
            List<SubventiaRow> all = [.. group], kept = all.FindAll(row => !row.Row.Failed);
            RefuseContradictions(kept);
            // The sum is that of the subsidy, and stands on each of its rows: it counts once.
            Euros granted = all.Select(row => row.Granted).FirstOrDefault(money => money is not null) ?? Euros.Zero;
            notes.MoneyRead += granted;
            if (kept.Exists(row => row.Row.Failed))
            {
                kept.ForEach(row => row.Row.PutAside());
                continue;
            }
            if (kept.Count == 0)
                continue;
            AwaitingCommitment subsidy = Of(kept, $"{Property.Awaiting}[{awaiting.Count}]");
            notes.MoneyKept += kept.Select(row => row.Granted).FirstOrDefault(money => money is not null) ?? Euros.Zero;
            awaiting.Add(subsidy);
        }
        return new()
        {
            Title = $"SUBVENTIA : {name}",
            Sources = [new(SourceId, SourceKind.Dataset, $"Export SUBVENTIA : {name}")],
            Funders = funders.ToImmutable(),
            Awaiting = awaiting.ToImmutable(),
        };
    }

    // Rows of one reference say one status, one sum, one funder; else nobody can tell which is right, and all of them stand aside.
    private static void RefuseContradictions(List<SubventiaRow> rows)
    {
        Check(rows, row => row.Status, SubventiaForm.Status, _ => true);
        Check(rows, row => row.Granted, SubventiaForm.Granted, row => row.Granted is not null);
        Check(rows, row => Plain.Key(row.Funder), SubventiaForm.Funder, _ => true);
    }

    private static void Check<T>(List<SubventiaRow> rows, Func<SubventiaRow, T> said, FormColumn column, Func<SubventiaRow, bool> says)
    {
        SubventiaRow? first = rows.Find(row => says(row));
        if (rows.Find(row => says(row) && !Equals(said(row), said(first!))) is not { } other)
            return;
        foreach (SubventiaRow row in rows)
        {
            SubventiaRow against = Equals(said(row), said(first!)) ? other : first!;
            row.Row.Disagree(column, Shown(row, column), against.Row, Shown(against, column));
        }
    }

    private AwaitingCommitment Of(List<SubventiaRow> rows, string path)
    {
        SubventiaRow first = rows[0];
        notes.Origin(path, first.Row.Ref(SubventiaForm.Reference));
        notes.Origin($"{path}.{Property.Funder}", first.Row.Ref(SubventiaForm.Funder));
        notes.Origin($"{path}.{Property.Amount}", first.Row.Ref(SubventiaForm.Granted));
        notes.Origin($"{path}.{Property.From}", first.Row.Ref(SubventiaForm.From));
        notes.Origin($"{path}.{Property.Until}", first.Row.Ref(SubventiaForm.Until));
        notes.Origin($"{path}.{Property.Subsidy}", first.Row.Ref(SubventiaForm.Siret));
        PartialDate? from = One(rows, row => row.From, SubventiaForm.From), until = One(rows, row => row.Until, SubventiaForm.Until);
        if (from is { } begin && until is { } end && end.Last < begin.First)
        {
            notes.Add(ProblemCode.ValueLeftOut, first.Row.Ref(SubventiaForm.Until), end.ToString(), SubventiaForm.Until.Header);
            until = null;
        }
        if (!deadlinesSaid && (from ?? until) is not null)
        {
            deadlinesSaid = true;
            notes.Add(ProblemCode.DeadlinesTaken, first.Row.Ref(SubventiaForm.From), null);
        }
        Euros? granted = rows.Select(row => row.Granted).FirstOrDefault(money => money is not null);
        string? siret = One(rows, row => row.Siret, SubventiaForm.Siret);
        return new(Slug.Unique($"SUBVENTIA-{first.Reference}", subsidyIds), FunderId(first), granted is { } money
            ? new Amount.Total(money) : Amount.NotPublished)
        {
            Line = Line,
            From = from,
            Until = until is { } term ? Term.On(term) : Term.Unknown,
            Status = first.Status,
            DecidedOn = One(rows, row => row.DecidedOn, SubventiaForm.DecidedOn),
            References = References(rows),
            Subsidy = new()
            {
                Beneficiary = siret is null ? null : new(null) { Siret = siret },
                Object = All(rows, row => row.Theme),
                Scheme = All(rows, row => row.Scheme),
            },
            Source = SourceId,
        };
    }

    private static ImmutableSortedDictionary<string, string> References(List<SubventiaRow> rows)
    {
        var references = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        void Keep(string name, string? text)
        {
            if (text is not null)
                references[name] = text;
        }
        Keep("SUBVENTIA", rows[0].Reference);
        Keep("exercice", All(rows, row => row.Year));
        Keep("année de la demande", All(rows, row => row.AskedYear));
        Keep("visa de recevabilité", All(rows, row => row.Visa?.ToString()));
        Keep("éligible", All(rows, row => row.Eligible));
        // Lines of expense are what the action costs, not what is asked for or granted.
        if (rows.Exists(row => row.Expense is not null))
            Keep("lignes de dépense, total TTC", rows.Aggregate(Euros.Zero, (sum, row) => sum + (row.Expense ?? Euros.Zero)).ToString());
        return references.ToImmutable();
    }

    private string FunderId(SubventiaRow row)
    {
        string key = Plain.Key(row.Funder);
        if (funderIds.TryGetValue(key, out string? known))
            return known;
        string id = Slug.Unique(Slug.Of(row.Funder, "financeur"), ids);
        notes.Origin($"{Property.Funders}[{funders.Count}]", row.Row.Ref(SubventiaForm.Funder));
        // The FIPD is money of the State, whichever of its services stands here; a name that says otherwise is taken at its word.
        funders.Add(new(id, row.Funder, FunderKinds.Of(key) ?? FunderKind.State));
        return funderIds[key] = id;
    }

    /// <summary>What the rows agree on; where they do not, nothing, and it is said.</summary>
    private T? One<T>(List<SubventiaRow> rows, Func<SubventiaRow, T?> said, FormColumn column)
    {
        List<SubventiaRow> saying = rows.FindAll(row => said(row) is not null);
        if (saying.Count == 0)
            return default;
        if (saying.Find(row => !Equals(said(row), said(saying[0]))) is not { } other)
            return said(saying[0]);
        notes.Add(ProblemCode.ValueLeftOut, other.Row.Ref(column), $"{Shown(saying[0], column)} / {Shown(other, column)}", column.Header);
        return default;
    }

    private static string? All(List<SubventiaRow> rows, Func<SubventiaRow, string?> said) =>
        rows.Select(said).OfType<string>().Distinct().ToList() is { Count: > 0 } texts ? string.Join(" ; ", texts) : null;

    private static string Shown(SubventiaRow row, FormColumn column) => TableRow.Shown(row.Row.Get(column));
}
