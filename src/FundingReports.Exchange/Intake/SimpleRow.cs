using FundingReports.Wording;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

/// <summary>A row of the plan de financement, read.</summary>
internal sealed class SimpleRow
{
    private SimpleRow(TableRow row) => Row = row;

    internal TableRow Row { get; }

    internal string Label { get; private init; } = "";

    internal string? Place { get; private init; }

    internal string? Departement { get; private init; }

    internal string? Employer { get; private init; }

    internal decimal? Fte { get; private init; }

    internal Euros? Cost { get; private init; }

    internal bool CostIsUnknown { get; private init; }

    internal int Year { get; private init; }

    /// <summary>Null where the row tells of a post and of no money.</summary>
    internal string? Funder { get; private init; }

    internal FunderKind? Kind { get; private init; }

    internal string? Line { get; private init; }

    internal AmountText.Said Amount { get; private init; }

    internal CommitmentStatus Status { get; private init; }

    internal PartialDate From { get; private init; }

    internal PartialDate Until { get; private init; }

    internal PartialDate? DecidedOn { get; private init; }

    internal string? Act { get; private init; }

    internal string? Source { get; private init; }

    /// <summary>Which employer's post it is; settled once all rows are read.</summary>
    internal string EmployerKey { get; set; } = "";

    internal string LabelKey => Plain.Key(Label);

    internal string FunderKey => Plain.Key(Funder ?? "");

    /// <summary>What makes two rows the same promise.</summary>
    internal (string, string, string, string, PartialDate, PartialDate, AmountText.Said, CommitmentStatus, string, PartialDate?) Promise =>
        (LabelKey, EmployerKey, FunderKey, Plain.Key(Line ?? ""), From, Until, Amount, Status, Plain.Key(Act ?? ""), DecidedOn);

    internal static SimpleRow Read(TableRow row)
    {
        string? label = row.Text(SimpleForm.Post);
        PartialDate? from = row.Date(SimpleForm.From), until = row.Date(SimpleForm.Until, isEnd: true);
        int? year = row.IsBlank(SimpleForm.Year) ? YearOf(from, until) : row.Year(SimpleForm.Year);
        if (year is null && row.IsBlank(SimpleForm.Year))
            row.Missing(SimpleForm.Year);
        Inside(row, SimpleForm.From, from, year);
        Inside(row, SimpleForm.Until, until, year);
        // A row that tells of a post alone is one of a post that nobody pays yet.
        bool pays = !row.IsBlank(SimpleForm.Funder) || !row.IsBlank(SimpleForm.Amount) || !row.IsBlank(SimpleForm.Status)
            || !row.IsBlank(SimpleForm.Line) || !row.IsBlank(SimpleForm.Act);
        Euros? cost = row.Money(SimpleForm.Cost, out bool unknown, out _);
        PartialDate whole = year is { } y ? PartialDate.Of(y) : PartialDate.Of(PartialDate.FirstYear);
        return new(row)
        {
            Label = label ?? "",
            Place = row.Text(SimpleForm.Place),
            Departement = row.Departement(SimpleForm.Departement),
            Employer = row.Text(SimpleForm.Employer),
            Fte = row.Decimal(SimpleForm.Fte),
            Cost = cost,
            CostIsUnknown = unknown,
            Year = year ?? 0,
            Funder = pays ? row.Text(SimpleForm.Funder) : null,
            Kind = row.Choose(SimpleForm.FunderKind, Choices.FunderKind),
            Line = row.Text(SimpleForm.Line),
            Amount = pays ? row.Amount(SimpleForm.Amount) ?? default : default,
            Status = row.Choose(SimpleForm.Status, Choices.Status) ?? CommitmentStatus.Announced,
            From = from ?? whole,
            Until = until ?? whole,
            DecidedOn = row.Date(SimpleForm.DecidedOn),
            Act = row.Text(SimpleForm.Act),
            Source = row.Text(SimpleForm.Source),
        };
    }

    private static int? YearOf(PartialDate? from, PartialDate? until) =>
        from?.First.Year is { } first && (until is null || until.Value.Last.Year == first) ? first : null;

    // The dates of a whole convention in the row of one year would spread that year's money over all of them.
    private static void Inside(TableRow row, FormColumn column, PartialDate? date, int? year)
    {
        if (date is { } given && year is { } y && (given.First.Year != y || given.Last.Year != y))
            row.Fail(ProblemCode.AmbiguousCell, column, TableRow.Shown(row.Get(column)), "outside-year",
                y.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
