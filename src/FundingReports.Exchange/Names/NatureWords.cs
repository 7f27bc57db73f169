namespace FundingReports.Exchange.Names;

/// <summary>The kind of an aid, by its words: money given, money lent, a promise to pay another's debt, or no money.</summary>
internal static class NatureWords
{
    private static readonly string[] kind = ["nature", "miseadisposition", "materiel", "local", "locaux", "valoris", "prestationenn"],
        loan = ["pret", "avance", "remboursable"], guarantee = ["garanti", "caution"],
        money =
        [
            "numeraire", "financi", "monetaire", "argent", "espece", "subvention", "fonctionnement", "investissement", "equipement",
                "projet", "action", "exceptionnel", "cotisation", "participation", "contribution",
            "adhesion", "dotation", "aide", "appel", "conventionn", "ordinaire", "annuel", "pluriannuel", "affecte", "manifestation",
                "evenement", "soutien", "dsp", "forfait",
        ];

    /// <summary>The kind; of words that name money and what is no money, <see cref="NatureKind.Mixed"/>.</summary>
    internal static NatureKind Read(string text)
    {
        string key = Plain.Key(text);
        bool isLoan = Any(loan, key), isGuarantee = Any(guarantee, key), inKind = Any(kind, key);
        bool names = key.Contains("numeraire", StringComparison.Ordinal) || key.Contains("financi", StringComparison.Ordinal)
            || key.Contains("subvention", StringComparison.Ordinal);
        return (isLoan, isGuarantee, inKind) switch
        {
            (false, false, false) => Any(money, key) ? NatureKind.Money : NatureKind.Unknown,
            _ when names && !key.Contains("naturedelasubvention", StringComparison.Ordinal) => NatureKind.Mixed,
            (true, false, false) => NatureKind.Loan,
            (false, true, false) => NatureKind.Guarantee,
            (false, false, true) => NatureKind.InKind,
            _ => NatureKind.Mixed,
        };
    }

    private static bool Any(string[] words, string key) => Array.Exists(words, word => key.Contains(word, StringComparison.Ordinal));
}

/// <summary>Kinds of aid.</summary>
internal enum NatureKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Money that is given.</summary>
    Money,

    /// <summary>Money that is lent.</summary>
    Loan,

    /// <summary>A guarantee.</summary>
    Guarantee,

    /// <summary>Aid in kind.</summary>
    InKind,

    /// <summary>Money and something else, of which the line does not say how much is money.</summary>
    Mixed,
}
