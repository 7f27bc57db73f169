using FundingReports.Portfolios;

namespace FundingReports.Exchange.Names;

/// <summary>
/// What the status words of an official file say of the money of a line: refused, requested, announced, granted or signed.
/// </summary>
internal static class StatusWords
{
    private static readonly (string[] Starts, CommitmentStatus Status)[] table =
    [
        // What denies comes first: « non retenu », « défavorable », « annulé après vote ».
        (["refus", "rejet", "annul", "abandon", "desist", "renon", "retir", "irrecevable", "ineligible", "caduc", "defavorable",
            "nonretenu", "nonaccord", "nonattrib", "nonvot", "nonfavorable", "noneligible", "nonrecevable", "sanssuite", "classesanssuite",
            "archivesanssuite"], CommitmentStatus.Refused),
        (["eninstruction", "instruction", "fininstruction", "instruit", "enattente", "attente", "demand", "depos", "sollicit", "encours",
            "aletude", "recevable", "brouillon", "avoter", "aadopter", "propos", "prevu", "ajourn", "report", "soumis", "transmis",
            "recu"], CommitmentStatus.Requested),
        (["annonce", "promis"], CommitmentStatus.Announced),
        (["convention", "signe"], CommitmentStatus.Signed),
        (["vot", "accord", "attribu", "sold", "pay", "vers", "mandat", "favorable", "notifi", "deliber", "adopt", "approuv", "accept",
            "octroy", "allou", "valid", "retenu", "engag", "liquid", "acomptevers", "oui"], CommitmentStatus.Granted),
    ];

    /// <summary>The worth; null where the words say none that is known.</summary>
    internal static CommitmentStatus? Read(string text)
    {
        string key = Plain.Key(text);
        foreach (string polite in (string[])["demande", "dossier", "subvention", "aide", "avis"])
            if (key.StartsWith(polite, StringComparison.Ordinal) && key.Length > polite.Length + 3)
                key = key[polite.Length..];
        foreach ((string[] starts, CommitmentStatus status) in table)
            if (Array.Exists(starts, start => key.StartsWith(start, StringComparison.Ordinal)))
                return status;
        return null;
    }
}
