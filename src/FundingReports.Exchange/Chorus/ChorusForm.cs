using System.Collections.Immutable;
using FundingReports.Exchange.Forms;
using static FundingReports.Exchange.Forms.FormColumn;

namespace FundingReports.Exchange.Chorus;

/// <summary>The sheet of the State's accounting export: one row a line of payment.</summary>
/// <remarks>A column of codes is followed by a column without header, that of what the codes mean.</remarks>
internal static class ChorusForm
{
    internal static FormColumn Commitment { get; } = Named("N° EJ");
    internal static FormColumn CommitmentItem { get; } = Named("N° poste EJ");
    internal static FormColumn Supplier { get; } = Named("Fournisseur payé (DP)");
    internal static FormColumn SupplierName { get; } = Named("Fournisseur payé, nom");
    internal static FormColumn Branch { get; } = Named("Branche");
    internal static FormColumn BranchName { get; } = Named("Branche, libellé");
    internal static FormColumn Siret { get; } = Named("Code taxe 1");
    internal static FormColumn Ridet { get; } = Named("No TVA 3 (COM-RIDET ou TAHITI)");
    internal static FormColumn Activity { get; } = Named("Référentiel de programmation");
    internal static FormColumn ActivityName { get; } = Named("Référentiel de programmation, libellé");
    internal static FormColumn Company { get; } = Named("Société");
    internal static FormColumn CompanyName { get; } = Named("Société, libellé");
    internal static FormColumn Year { get; } = Named("Exercice comptable");
    internal static FormColumn Request { get; } = Named("N° DP");
    internal static FormColumn RequestItem { get; } = Named("N° poste DP");
    internal static FormColumn PaidOn { get; } = Named("Date de dernière opération sur la DP");
    internal static FormColumn Centre { get; } = Named("Centre financier");
    internal static FormColumn CentreName { get; } = Named("Centre financier, libellé");
    internal static FormColumn Domain { get; } = Named("Domaine fonctionnel");
    internal static FormColumn DomainName { get; } = Named("Domaine fonctionnel, libellé");
    internal static FormColumn Paid { get; } = Sums("Montant payé", required: true);

    internal static FormSheet Sheet { get; } = new("1. Extraction", "",
        [Commitment, CommitmentItem, Supplier, SupplierName, Branch, BranchName, Siret, Ridet, Activity, ActivityName, Company,
            CompanyName,
            Year, Request, RequestItem, PaidOn, Centre, CentreName, Domain, DomainName, Paid])
    {
        KnowsBlankWords = true,
        Meaning = Read,
    };

    private static readonly ImmutableArray<(FormColumn Code, FormColumn Label)> pairs =
        [(Supplier, SupplierName), (Branch, BranchName), (Activity, ActivityName), (Company, CompanyName), (Centre, CentreName),
            (Domain, DomainName)];

    // Some copies name both columns: « Branche CODE », then « Branche ».
    private const string CodeWord = " CODE";

    private static HeaderMeaning[] Read(IReadOnlyList<string> headers)
    {
        bool areSpelledOut = headers.Any(header => header.EndsWith(CodeWord, StringComparison.Ordinal));
        var meanings = new HeaderMeaning[headers.Count];
        for (int i = 0; i < headers.Count; i++)
        {
            bool isCode = headers[i].EndsWith(CodeWord, StringComparison.Ordinal);
            HeaderMeaning meaning = Sheet.Mean(isCode ? headers[i][..^CodeWord.Length] : headers[i]);
            FormColumn? column = meaning.Column;
            if (i > 0 && LabelOf(meanings[i - 1].Column) is { } label && (IsWithoutName(headers[i]) || headers[i] == headers[i - 1]))
                column = label;
            else if (areSpelledOut && !isCode && LabelOf(column) is { } named)
                column = named;
            meanings[i] = ReferenceEquals(column, meaning.Column) ? meaning : new(column, meaning.IsTaken);
        }
        return meanings;
    }

    private static FormColumn? LabelOf(FormColumn? code) => pairs.FirstOrDefault(pair => ReferenceEquals(pair.Code, code)).Label;

    // Whether a header is what some programs write in place of a blank one.
    private static bool IsWithoutName(string header) =>
        header.Length == 0 || header.StartsWith("Unnamed", StringComparison.Ordinal)
            || header.StartsWith("__EMPTY", StringComparison.Ordinal);
}
