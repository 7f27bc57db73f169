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

    /// <summary>Whether the name of a column speaks of them: not to read it may change what a line is worth.</summary>
    internal static bool AreIn(string header)
    {
        string key = Plain.Key(header);
        return Array.Exists(words, word => key.Contains(word, StringComparison.Ordinal));
    }
}
