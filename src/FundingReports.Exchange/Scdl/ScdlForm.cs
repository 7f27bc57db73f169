using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Scdl;

/// <summary>The columns of a file of subsidies.</summary>
internal static class ScdlForm
{
    private static readonly FormColumn[] columns =
    [
        Text("nomAttribuant", "nom de l'attribuant"),
        Text("idAttribuant", "SIRET de l'attribuant") with { Fits = IsLikeAnIdentifier },
        Text("dateConvention", "date de convention") with { Look = ColumnLook.Date, Fits = IsDate },
        Text("referenceDecision", "référence de la décision"),
        Text("nomBeneficiaire", "nom du bénéficiaire"),
        Text("idBeneficiaire", "SIRET du bénéficiaire") with { Fits = IsLikeAnIdentifier },
        Text("rnaBeneficiaire", "RNA du bénéficiaire") with { Fits = IsLikeAnIdentifier },
        Text("objet", "objet"),
        Money("montant", "montant"),
        Text("nature", "nature")
            with { SaysWorth = true, Fits = cell => BlankWords.Are(cell.Text) || NatureWords.Read(cell.Text) is not NatureKind.Unknown },
        Text("conditionsVersement", "conditions de versement"),
        Text("datesPeriodeVersement", "période de versement")
            with { Look = ColumnLook.Date, Fits = cell => BlankWords.Are(cell.Text) || PeriodText.Read(cell, out _, out _) },
        Text("idRAE", "idRAE"),
        Text("notificationUE", "notification UE") with { Fits = cell => BlankWords.Are(cell.Text) || YesNoText.Read(cell) is not null },
        Text("pourcentageSubvention", "pourcentage de la subvention") with { Look = ColumnLook.Number },
        Text("dispositifAide", "dispositif d'aide"),
        Text("exercice", "exercice") with { Look = ColumnLook.Year },
        Text("statut", "statut") with { SaysWorth = true, Shows = IsStatus },
        Money("montantDemande", "montant demandé"),
        Money("montantVerse", "montant versé"),
        Money("montantPret", "montant du prêt"),
        Money("montantGarantie", "montant de la garantie"),
        Money("montantEnNature", "montant de l'aide en nature"),
        Text("dateDebut", "date de début") with { Look = ColumnLook.Date, Fits = IsDate },
        Text("dateFin", "date de fin") with { Look = ColumnLook.Date, Fits = IsDate },
        Text("dateDebutVersement", "début du versement") with { Look = ColumnLook.Date, Fits = IsDate },
        Text("dateFinVersement", "fin du versement") with { Look = ColumnLook.Date, Fits = IsDate },
    ];

    /// <summary>The column.</summary>
    internal static FormColumn Of(ScdlColumn column) => columns[(int)column];

    /// <summary>Which column of subsidies a column of the form is.</summary>
    internal static ScdlColumn Of(FormColumn column) => (ScdlColumn)Array.IndexOf(columns, column);

    /// <summary>The table, its headers read by what they mean.</summary>
    /// <param name="given">
    /// What somebody says of headers (header, then the name of a column, or null for one that is not to be read).
    /// </param>
    internal static FormSheet Sheet(IReadOnlyDictionary<string, string?>? given) => new("Subventions", "", [.. columns])
    {
        AllowsTwins = true,
        TakesColumns = true,
        KnowsBlankWords = true,
        Meaning = headers => ScdlHeader.Read(headers, given),
        Resembling = header => ScdlHeader.Near.Resembling(header).Select(Of),
    };

    private static FormColumn Text(string name, string label) => FormColumn.Named(name) with { Label = label };

    private static FormColumn Money(string name, string label) => FormColumn.Sums(name) with { Label = label, SaysWorth = true, Fits =
        cell => BlankWords.Are(cell.Text) || AmountText.ReadSigned(cell, out _) is not { Code: Validation.ProblemCode.UnreadableCell } };

    // A word or two: a sentence that begins so is a remark.
    private static bool IsStatus(GridCell cell) =>
        cell is { Kind: CellKind.Text, Text.Length: <= 30 } && StatusWords.Read(cell.Text) is not null;

    private static bool IsDate(GridCell cell) => BlankWords.Are(cell.Text) || DateCell.Read(cell, out _) is not null;

    // An identifier of any kind, however damaged. A word is none.
    private static bool IsLikeAnIdentifier(GridCell cell) =>
        cell.Kind is CellKind.Number || BlankWords.Are(cell.Text) || cell.Text.Count(char.IsAsciiDigit) * 2 >= cell.Text.Length;
}
