using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Subventia;

/// <summary>A row of the export, read.</summary>
internal sealed record SubventiaRow(TableRow Row, string Reference, string Funder, CommitmentStatus Status, Euros? Granted)
{
    internal string? Siret { get; init; }
    internal PartialDate? DecidedOn { get; init; }
    internal PartialDate? From { get; init; }
    internal PartialDate? Until { get; init; }
    internal PartialDate? Visa { get; init; }
    internal string? AskedYear { get; init; }
    internal string? Year { get; init; }
    internal string? Scheme { get; init; }
    internal string? Theme { get; init; }
    internal string? Eligible { get; init; }
    internal Euros? Expense { get; init; }

    internal static SubventiaRow Read(TableRow row) =>
        new(row, Code.Read(row, SubventiaForm.Reference)?.Text ?? "", row.Text(SubventiaForm.Funder) ?? "", StatusOf(row),
            row.Money(SubventiaForm.Granted))
        {
            Siret = row.RepairedSiret(SubventiaForm.Siret),
            DecidedOn = row.Date(SubventiaForm.DecidedOn),
            From = row.Date(SubventiaForm.From),
            Until = row.Date(SubventiaForm.Until, isEnd: true),
            Visa = row.Date(SubventiaForm.Visa),
            AskedYear = row.Text(SubventiaForm.AskedYear),
            Year = row.Text(SubventiaForm.Year),
            Scheme = row.Text(SubventiaForm.Scheme),
            Theme = row.Text(SubventiaForm.Theme),
            Eligible = row.Text(SubventiaForm.Eligible),
            Expense = row.Money(SubventiaForm.Expense),
        };

    // An empty status is a refusal; a word that is none of the four means nothing that could be told. Without the column, no row says
    // anything.
    private static CommitmentStatus StatusOf(TableRow row)
    {
        string key = Plain.Key(row.Text(SubventiaForm.Status) ?? "");
        switch (key)
        {
            case "" when row.Has(SubventiaForm.Status):
                return CommitmentStatus.Refused;
            case "instruction" or "fininstruction":
                return CommitmentStatus.Requested;
            case "vote" or "solde":
                return CommitmentStatus.Granted;
            default:
                row.Fail(ProblemCode.NotOneOf, SubventiaForm.Status, TableRow.Shown(row.Get(SubventiaForm.Status)), "INSTRUCTION",
                    "FININSTRUCTION", "VOTE", "SOLDE");
                return CommitmentStatus.Refused;
        }
    }
}
