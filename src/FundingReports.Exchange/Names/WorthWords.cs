namespace FundingReports.Exchange.Names;

/// <summary>Names of columns that speak of money, or of what it is worth.</summary>
internal static class WorthWords
{
    private static readonly string[] words =
    [
        "montant", "somme", "euro", "€", "budget", "cout", "prix", "depense", "recette", "credit", "subvention", "versement", "verse",
            "paye", "paiement", "mandat", "vote", "accorde", "attribu",
        "sollicit", "demande", "pret", "avance", "garantie", "caution", "statut", "etat", "avis", "decision", "refus", "annul", "solde",
            "reversement", "engage", "nature", "typedaide", "typeaide",
    ];

    // In a form, whose columns are few: in an export « Charges » and « Aide » head columns that nobody needs.
    private static readonly string[] ofForm =
    [
        "aide", "prime", "indemnit", "dotation", "participation", "contribution", "apport", "financement", "salaire", "charge", "frais",
            "loyer", "complement", "reliquat", "bourse", "mecenat", "autofinancement", "fondspropres",
    ];

    /// <summary>Whether the header of a column of a form speaks of money: by one of these words, or by the name of who pays.</summary>
    internal static bool AreInForm(string header)
    {
        string key = Plain.Key(header);
        return AreIn(header) || FunderKinds.Of(key) is not null
            || Array.Exists(ofForm, word => key.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether the name of a column speaks of them: not to read it may change what a line is worth.</summary>
    internal static bool AreIn(string header)
    {
        string key = Plain.Key(header);
        return Array.Exists(words, word => key.Contains(word, StringComparison.Ordinal));
    }
}
