using System.Collections.Frozen;
using FundingReports.Exchange.Names;

namespace FundingReports.Exchange.Scdl;

/// <summary>
/// The headers of SCDL files: those of the schema, and those met in real files (facts, 6). Stars, spaces, case, accents and what stands in
/// brackets do not count.
/// </summary>
internal static class ScdlHeader
{
    /// <summary>How many columns there are, the budget year included.</summary>
    internal const int Count = (int)ScdlColumn.BudgetYear + 1;

    private static readonly string[] names =
    [
        "nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision", "nomBeneficiaire", "idBeneficiaire", "rnaBeneficiaire",
            "objet", "montant",
        "nature", "conditionsVersement", "datesPeriodeVersement", "idRAE", "notificationUE", "pourcentageSubvention", "dispositifAide",
            "exercice",
    ];

    private static readonly string[] labels =
    [
        "nom de l'attribuant", "SIRET de l'attribuant", "date de convention", "référence de la décision", "nom du bénéficiaire",
            "SIRET du bénéficiaire", "RNA du bénéficiaire", "objet", "montant",
        "nature", "conditions de versement", "période de versement", "idRAE", "notification UE", "pourcentage de la subvention",
            "dispositif d'aide", "exercice",
    ];

    private static readonly (ScdlColumn Column, string[] Headers)[] met =
    [
        (ScdlColumn.FunderName, ["Nom de l'attribuant"]),
        (ScdlColumn.FunderSiret,
            ["Identification de l'attribuant", "Identification SIRET de l'attribuant", "SIRET attribuant", "SIRET de l'attribuant"]),
        (ScdlColumn.DecidedOn, ["Date de convention", "Date de la convention", "Date de la convention de subvention",
            "Date signature de la convention", "Date de signature de la convention"]),
        (ScdlColumn.Decision, ["Référence de la décision"]),
        (ScdlColumn.BeneficiaryName, ["Nom du bénéficiaire"]),
        (ScdlColumn.BeneficiarySiret, ["Identification SIRET du bénéficiaire", "Identification du bénéficiaire", "N° SIRET",
            "Numéro SIRET", "SIRET", "SIRET bénéficiaire", "SIRET du bénéficiaire"]),
        (ScdlColumn.BeneficiaryRna, ["Identification RNA du bénéficiaire", "RNA bénéficiaire", "RNA du bénéficiaire", "RNA"]),
        (ScdlColumn.Object, ["Objet de la subvention", "object"]),
        (ScdlColumn.Amount, ["Montant total de la subvention", "Montant de la subvention", "Montant voté", "Montant accordé"]),
        (ScdlColumn.Nature, ["Nature de la subvention"]),
        (ScdlColumn.Conditions, ["Conditions de versement de la subvention", "Conditions de versement"]),
        (ScdlColumn.Payments, ["Date ou période de versement", "Dates de la période de versement"]),
        (ScdlColumn.Rae, ["Identifiant RAE de l’aide au titre de laquelle la subvention est attribuée", "Identifiant RAE"]),
        (ScdlColumn.NotifiedToEu, ["Aide d'Etat notifiée à la Commission Européenne", "Notification UE"]),
        (ScdlColumn.BeneficiaryPart,
            ["Pourcentage du montant total de la subvention attribuée au bénéficiaire", "Pourcentage de la subvention"]),
        (ScdlColumn.Scheme, ["Identifiant référençant le dispositif d'aide à l'origine de la subvention", "Dispositif d'aide"]),
        (ScdlColumn.BudgetYear, ["excercice", "Année budgétaire"]),
    ];

    private static readonly FrozenDictionary<string, ScdlColumn> byKey = names
        .Select((name, i) => (Key: Key(name), Column: (ScdlColumn)i))
        .Concat(met.SelectMany(entry => entry.Headers.Select(header => (Key: Key(header), entry.Column))))
        // « RNA bénéficiaire » is the name of the schema, but for spaces and case.
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Column, StringComparer.Ordinal);

    /// <summary>The column that a header means; null where it means none.</summary>
    internal static ScdlColumn? Find(string header) =>
        header.Length <= 200 && byKey.TryGetValue(Key(header), out ScdlColumn column) ? column : null;

    /// <summary>The name in the schema.</summary>
    internal static string NameOf(ScdlColumn column) => names[(int)column];

    /// <summary>The column as people call it.</summary>
    internal static string LabelOf(ScdlColumn column) => labels[(int)column];

    /// <summary>Of the separators, the one under which a line holds the most headers; null where none holds three.</summary>
    internal static char? SeparatorOf(string text)
    {
        (char? Separator, int Count) best = (null, 2);
        foreach (char separator in (ReadOnlySpan<char>)[';', ',', '\t'])
            foreach (string line in text.Split(['\r', '\n'], ScdlTable.RowsBeforeHeader * 2))
                if (line.Length < 10_000 && line.Split(separator).Select(cell => Find(cell.Trim('"', '=', ' ')))
                    .Where(column => column is not null).Distinct().Count() is var count && count > best.Count)
                    best = (separator, count);
        return best.Separator;
    }

    private static string Key(string header)
    {
        int bracket = header.IndexOf('(', StringComparison.Ordinal);
        return Plain.Key(bracket > 0 ? header[..bracket] : header);
    }
}
