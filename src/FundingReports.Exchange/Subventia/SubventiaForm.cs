using FundingReports.Exchange.Forms;
using static FundingReports.Exchange.Forms.FormColumn;

namespace FundingReports.Exchange.Subventia;

/// <summary>The one sheet of the SUBVENTIA export: one row per line of expense.</summary>
internal static class SubventiaForm
{
    internal static FormColumn Funder { get; } = Named("Financeur Principal", required: true);
    internal static FormColumn AskedYear { get; } = Named("annee_demande");
    internal static FormColumn Year { get; } = Named("Year");
    internal static FormColumn Siret { get; } = Named("SIRET - Demandeur");
    internal static FormColumn Reference { get; } = Named("Référence administrative - Demande", required: true);
    internal static FormColumn DecidedOn { get; } = Named("Date - Décision");
    internal static FormColumn From { get; } = Named("Date limite de début de réalisation");
    internal static FormColumn Until { get; } = Named("Date limite de fin de réalisation");
    internal static FormColumn Visa { get; } = Named("Date - Visa de recevabilité");
    internal static FormColumn Granted { get; } = Sums("Montant voté TTC - Décision");
    internal static FormColumn Scheme { get; } = Named("Dispositif - Dossier de financement");
    internal static FormColumn Theme { get; } = Named("Thematique Title");
    internal static FormColumn Eligible { get; } = Named("Eligible? - Dossier de financement");
    internal static FormColumn Status { get; } = Named("Statut - Dossier de financement");
    internal static FormColumn Expense { get; } = Sums("Montant Ttc");

    internal static FormSheet Sheet { get; } = new("SUBVENTIA", "",
        [Funder, AskedYear, Year, Siret, Reference, DecidedOn, From, Until, Visa, Granted, Scheme, Theme, Eligible, Status, Expense]);
}
