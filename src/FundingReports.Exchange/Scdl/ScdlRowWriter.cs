using System.Collections.Immutable;
using System.Globalization;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Scdl;

/// <summary>Writes a commitment as the sixteen cells of its line, and lists what must be asked for.</summary>
internal sealed class ScdlRowWriter
{
    // The act that materialises the decision, under the names that portfolios give it.
    private static readonly string[] decisions = ["decision", "délibération", "deliberation", "arrêté", "arrete", "convention"];

    private readonly string path, id, funderPath;
    private readonly Funder funder;
    private readonly PartialDate? decidedOn;
    private readonly Amount amount;
    private readonly ImmutableSortedDictionary<string, string> references;
    private readonly Subsidy subsidy;
    private readonly Beneficiary beneficiary;

    private ScdlRowWriter(Portfolio portfolio, string path, string id, string funder, PartialDate? decidedOn, Amount amount,
        ImmutableSortedDictionary<string, string> references, Subsidy? subsidy, Beneficiary? employer)
    {
        (this.path, this.id, this.decidedOn, this.amount, this.references, this.subsidy) =
            (path, id, decidedOn, amount, references, subsidy ?? new());
        this.funder = portfolio.FindFunder(funder)!;
        funderPath = $"{Property.Funders}[{portfolio.Funders.IndexOf(this.funder)}]";
        beneficiary = this.subsidy.Beneficiary ?? employer ?? new(null);
    }

    internal static ScdlRowWriter Of(Portfolio portfolio, AwaitingCommitment awaiting, string path) =>
        new(portfolio, path, awaiting.Id, awaiting.Funder, awaiting.DecidedOn, awaiting.Amount, awaiting.References, awaiting.Subsidy,
            null);

    internal static ScdlRowWriter Of(Portfolio portfolio, Commitment commitment, string path) =>
        new(portfolio, path, commitment.Id, commitment.Funder, commitment.DecidedOn, commitment.Amount, commitment.References,
            commitment.Subsidy, EmployerOf(portfolio, commitment));

    /// <summary>The cells in the order of the schema; what is missing or not as the schema wants it is added to the list.</summary>
    internal string[] Row(ImmutableArray<Problem>.Builder asked)
    {
        var row = new string[(int)ScdlColumn.Scheme + 1];
        for (int i = 0; i < row.Length; i++)
        {
            var column = (ScdlColumn)i;
            string? value = Value(column) is { } given ? CsvSafe.Inside(given) : null;
            row[i] = value ?? "";
            if (ScdlSchema.Current.Broken(column, value is null ? null : CsvSafe.Whole(value)) is var (constraint, limit))
                asked.Add(new(
                    ProblemCode.NotPublishable, PathOf(column), value, ScdlSchema.Name, ScdlHeader.NameOf(column), constraint, limit, id));
        }
        if (row[(int)ScdlColumn.BeneficiarySiret].Length == 0 && row[(int)ScdlColumn.BeneficiaryRna].Length == 0)
            asked.Add(new(ProblemCode.NotPublishable, PathOf(ScdlColumn.BeneficiarySiret), null, ScdlSchema.Name,
                ScdlHeader.NameOf(ScdlColumn.BeneficiarySiret), "one-of-required", ScdlHeader.NameOf(ScdlColumn.BeneficiaryRna), id));
        return row;
    }

    private string? Value(ScdlColumn column) => column switch
    {
        ScdlColumn.FunderName => funder.Name,
        ScdlColumn.FunderSiret => funder.Siret,
        ScdlColumn.DecidedOn => decidedOn?.ToString(),
        ScdlColumn.Decision => decisions.Select(name => references.GetValueOrDefault(name)).FirstOrDefault(value => value is not null),
        ScdlColumn.BeneficiaryName => beneficiary.Name,
        ScdlColumn.BeneficiarySiret => beneficiary.Siret,
        ScdlColumn.BeneficiaryRna => beneficiary.Rna,
        ScdlColumn.Object => subsidy.Object,
        // A sum a year, a share or a balance is no total: what it comes to is not the portfolio's to say.
        ScdlColumn.Amount => amount.WholeSum?.ToString(),
        ScdlColumn.Nature => subsidy.Nature,
        ScdlColumn.Conditions => subsidy.Conditions,
        ScdlColumn.Payments => Payments(),
        ScdlColumn.Rae => subsidy.Rae,
        ScdlColumn.NotifiedToEu => subsidy.NotifiedToEu switch { true => "oui", false => "non", null => Unread(column) },
        ScdlColumn.BeneficiaryPart => Part() ?? Unread(column),
        ScdlColumn.Scheme => subsidy.Scheme,
        _ => null,
    };

    private string? Payments() => subsidy.PaidFrom is not { } from
        ? Unread(ScdlColumn.Payments) : subsidy.PaidUntil is { } until ? $"{from}/{until}" : from.ToString();

    // A value that was kept as it was written is shown where it breaks a rule of the schema.
    private string? Unread(ScdlColumn column) => subsidy.Unread.GetValueOrDefault(ScdlHeader.NameOf(column));

    // One third has no exact decimals: the number is asked for.
    private string? Part()
    {
        if (subsidy.BeneficiaryPart is not { } part)
            return null;
        decimal value = decimal.Round((decimal)part.Numerator / part.Denominator, 9);
        return value * part.Denominator == part.Numerator ? value.ToString("0.00#######", CultureInfo.InvariantCulture) : part.ToString();
    }

    private string PathOf(ScdlColumn column) => column switch
    {
        ScdlColumn.FunderName => $"{funderPath}.{Property.Name}",
        ScdlColumn.FunderSiret => $"{funderPath}.{Property.Siret}",
        ScdlColumn.DecidedOn => $"{path}.{Property.DecidedOn}",
        ScdlColumn.Decision => $"{path}.{Property.References}",
        ScdlColumn.Amount => $"{path}.{Property.Amount}",
        ScdlColumn.BeneficiaryName => $"{path}.{Property.Subsidy}.{Property.Beneficiary}.{Property.Name}",
        ScdlColumn.BeneficiarySiret => $"{path}.{Property.Subsidy}.{Property.Beneficiary}.{Property.Siret}",
        ScdlColumn.BeneficiaryRna => $"{path}.{Property.Subsidy}.{Property.Beneficiary}.{Property.Rna}",
        ScdlColumn.Object => $"{path}.{Property.Subsidy}.{Property.Object}",
        ScdlColumn.Nature => $"{path}.{Property.Subsidy}.{Property.Nature}",
        ScdlColumn.Conditions => $"{path}.{Property.Subsidy}.{Property.Conditions}",
        ScdlColumn.Payments => $"{path}.{Property.Subsidy}.{Property.PaidFrom}",
        ScdlColumn.Rae => $"{path}.{Property.Subsidy}.{Property.Rae}",
        ScdlColumn.NotifiedToEu => $"{path}.{Property.Subsidy}.{Property.NotifiedToEu}",
        ScdlColumn.BeneficiaryPart => $"{path}.{Property.Subsidy}.{Property.BeneficiaryPart}",
        _ => $"{path}.{Property.Subsidy}.{Property.Scheme}",
    };

    // The one employer of its posts on its first day. Of several, none is chosen.
    private static Beneficiary? EmployerOf(Portfolio portfolio, Commitment commitment)
    {
        List<Employer?> employers = [.. commitment.Posts.Select(portfolio.FindPost)
            .Select(post => post!.Employers.Where(employer => !(employer.From?.First > commitment.From.First))
                .MaxBy(employer => employer.From?.First ?? NodaTime.LocalDate.MinIsoValue))
            .DistinctBy(employer => (employer?.Name, employer?.Siret))];
        return employers is [{ } only] ? new(only.Name) { Siret = only.Siret } : null;
    }
}
