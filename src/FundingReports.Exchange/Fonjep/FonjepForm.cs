using System.Collections.Immutable;
using FundingReports.Exchange.Forms;
using static FundingReports.Exchange.Forms.FormColumn;

namespace FundingReports.Exchange.Fonjep;

/// <summary>The five sheets of the FONJEP export, by the names that it gives them.</summary>
internal static class FonjepForm
{
    internal static FormColumn PostCode { get; } = Named("Code", required: true);
    internal static FormColumn SchemeId { get; } = Named("DispositifId");
    internal static FormColumn Status { get; } = Named("PstStatutPosteLibelle");
    internal static FormColumn Reason { get; } = Named("PstRaisonStatutLibelle");
    internal static FormColumn Funder { get; } = Named("FinanceurPrincipalCode");
    internal static FormColumn Grantor { get; } = Named("FinanceurAttributeurCode");
    internal static FormColumn Employer { get; } = Named("AssociationBeneficiaireCode");
    internal static FormColumn Site { get; } = Named("AssociationImplantationCode");
    internal static FormColumn Year { get; } = Named("Annee", required: true);
    internal static FormColumn Money { get; } = Sums("MontantSubvention", required: true);
    internal static FormColumn Term { get; } = Named("DateFinTriennalite");
    internal static FormColumn TypeCode { get; } = Named("PstTypePosteCode");
    internal static FormColumn FullTime { get; } = Named("PleinTemps");
    internal static FormColumn Doubling { get; } = Named("DoublementUniteCompte");

    /// <summary>One row per post and year.</summary>
    internal static FormSheet Posts { get; } = new("Poste", "", [PostCode, SchemeId, Status, Reason, Funder, Grantor, Employer, Site, Year,
        Money, Term, TypeCode, FullTime, Doubling]) { Synonyms = ["Postes"] };

    internal static FormColumn PaidPost { get; } = Named("PosteCode", required: true);
    internal static FormColumn PeriodFrom { get; } = Named("PeriodeDebut", required: true);
    internal static FormColumn PeriodUntil { get; } = Named("PeriodeFin", required: true);
    internal static FormColumn PaidOn { get; } = Named("DateVersement");
    internal static FormColumn ToPay { get; } = Sums("MontantAPayer");
    internal static FormColumn Paid { get; } = Sums("MontantPaye", required: true);

    /// <summary>One row a payment.</summary>
    internal static FormSheet Payments { get; } =
        new("Versement", "", [PaidPost, PeriodFrom, PeriodUntil, PaidOn, ToPay, Paid]) { Synonyms = ["Versements"] };

    internal static FormColumn PartyCode { get; } = Named("Code", required: true);
    internal static FormColumn PartyName { get; } = Named("RaisonSociale");
    internal static FormColumn IsAssociation { get; } = Named("EstAssociation");
    internal static FormColumn Siret { get; } = Named("SiretOuRidet");
    internal static FormColumn PostalCode { get; } = Named("CodePostal");
    internal static FormColumn Town { get; } = Named("Ville");

    /// <summary>An address of a person: known so that it is never read.</summary>
    internal static FormColumn Email { get; } = Named("ContactEmail");

    /// <summary>Funders and associations.</summary>
    internal static FormSheet Parties { get; } = new("Tiers", "",
        [PartyCode, PartyName, IsAssociation, Named("EstCoFinanceurPostes"), Named("EstFinanceurPostes"), Siret, PostalCode, Town, Email]);

    internal static FormColumn TypePostCode { get; } = Named("Code", required: true);
    internal static FormColumn TypeLabel { get; } = Named("Libelle");

    /// <summary>Kinds of posts.</summary>
    internal static FormSheet Types { get; } = new("TypePoste", "", [TypePostCode, TypeLabel]);

    internal static FormColumn SchemeCode { get; } = Named("ID", required: true);
    internal static FormColumn SchemeLabel { get; } = Named("Libelle");
    internal static FormColumn SchemeFunder { get; } = Named("FinanceurCode");

    /// <summary>Kinds of credits within the FONJEP.</summary>
    internal static FormSheet Schemes { get; } =
        new("Dispositif", "", [SchemeCode, SchemeLabel, SchemeFunder]) { Synonyms = ["Dispositifs"] };

    internal static ImmutableArray<FormSheet> Sheets { get; } = [Posts, Payments, Parties, Types, Schemes];
}
