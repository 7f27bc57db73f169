using FundingReports.Exchange.Forms;

namespace FundingReports.Exchange.Subventia;

/// <summary>The one sheet of the SUBVENTIA export: one row a line of expense.</summary>
internal static class SubventiaForm
{
    internal static FormColumn Funder { get; } = Column("Financeur Principal", required: true);
    internal static FormColumn AskedYear { get; } = Column("annee_demande");
    internal static FormColumn Year { get; } = Column("Year");
    internal static FormColumn Siret { get; } = Column("SIRET - Demandeur");
    internal static FormColumn Reference { get; } = Column("Référence administrative - Demande", required: true);
    internal static FormColumn DecidedOn { get; } = Column("Date - Décision");
    internal static FormColumn From { get; } = Column("Date limite de début de réalisation");
    internal static FormColumn Until { get; } = Column("Date limite de fin de réalisation");
    internal static FormColumn Visa { get; } = Column("Date - Visa de recevabilité");
    internal static FormColumn Granted { get; } = Column("Montant voté TTC - Décision");
    internal static FormColumn Scheme { get; } = Column("Dispositif - Dossier de financement");
    internal static FormColumn Theme { get; } = Column("Thematique Title");
    internal static FormColumn Eligible { get; } = Column("Eligible? - Dossier de financement");
    internal static FormColumn Status { get; } = Column("Statut - Dossier de financement");
    internal static FormColumn Expense { get; } = Column("Montant Ttc");

    internal static FormSheet Sheet { get; } = new("SUBVENTIA", "", [Funder, AskedYear, Year, Siret, Reference, DecidedOn, From, Until, Visa, Granted, Scheme, Theme, Eligible, Status, Expense]);

    private static FormColumn Column(string header, bool required = false) => new(header, "") { Required = required };
}
