using System.Text.RegularExpressions;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Validation;

namespace FundingReports.Exchange.Chorus;

/// <summary>A line of payment, read. Only its sum is needed; what else cannot be read is said and left out.</summary>
internal sealed partial record ChorusRow(TableRow Row, Euros? Paid)
{
    /// <summary>The number of the legal commitment (EJ); null for European money, which has none.</summary>
    internal string? Commitment { get; private init; }

    /// <summary>The number of the request for payment (DP).</summary>
    internal string? Request { get; private init; }

    internal int? Year { get; private init; }

    internal PartialDate? PaidOn { get; private init; }

    internal string? Siret { get; private init; }

    internal string? Ridet { get; private init; }

    internal string? Name { get; private init; }

    internal string? Domain { get; private init; }

    /// <summary>The programme of the budget: the first digits of the functional domain, "0216-10-04".</summary>
    internal string? Programme => Domain is { } domain && Number().Match(domain) is { Success: true } match ? match.Groups[1].Value : null;

    internal static ChorusRow Read(TableRow row, IntakeNotes notes) => new(row, Money(row))
    {
        Commitment = CodeOf(row, ChorusForm.Commitment),
        Request = CodeOf(row, ChorusForm.Request),
        Year = YearOf(row, notes),
        PaidOn = DayOf(row, notes),
        Siret = row.RepairedSiret(ChorusForm.Siret),
        Ridet = row.SoftGet(ChorusForm.Ridet).IsBlank ? null : row.Text(ChorusForm.Ridet),
        Name = TextOf(row, ChorusForm.SupplierName) ?? TextOf(row, ChorusForm.Supplier),
        Domain = TextOf(row, ChorusForm.Domain),
    };

    private static Euros? Money(TableRow row)
    {
        if (row.IsBlank(ChorusForm.Paid) && !row.Failed)
            row.Missing(ChorusForm.Paid);
        return row.SignedMoney(ChorusForm.Paid);
    }

    private static string? CodeOf(TableRow row, Forms.FormColumn column) =>
        row.SoftGet(column) is { IsBlank: false } && Code.Read(row, column) is { Text: var text } ? text : null;

    private static string? TextOf(TableRow row, Forms.FormColumn column) => row.SoftGet(column).IsBlank ? null : row.Text(column);

    private static int? YearOf(TableRow row, IntakeNotes notes)
    {
        GridCell cell = row.SoftGet(ChorusForm.Year);
        if (cell.IsBlank)
            return null;
        if (YearText.Read(cell, out int year) is null)
            return year;
        notes.Add(ProblemCode.ValueLeftOut, row.Ref(ChorusForm.Year), TableRow.Shown(cell), ChorusForm.Year.Header);
        return null;
    }

    private static PartialDate? DayOf(TableRow row, IntakeNotes notes)
    {
        GridCell cell = row.SoftGet(ChorusForm.PaidOn);
        if (cell.IsBlank)
            return null;
        if (DateCell.Read(cell, out _) is { } day)
            return day;
        notes.Add(ProblemCode.ValueLeftOut, row.Ref(ChorusForm.PaidOn), TableRow.Shown(cell), ChorusForm.PaidOn.Header);
        return null;
    }

    [GeneratedRegex(@"^0*([1-9][0-9]{2})-", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
