using System.Collections.Immutable;
using FundingReports.Exchange.Forms;

namespace FundingReports.Exchange.Fonjep;

/// <summary>The five sheets of the FONJEP export, by the names that it gives them.</summary>
internal static class FonjepForm
{
    internal static FormColumn PostCode { get; } = Column("Code", required: true);
    internal static FormColumn SchemeId { get; } = Column("DispositifId");
    internal static FormColumn Status { get; } = Column("PstStatutPosteLibelle");
    internal static FormColumn Reason { get; } = Column("PstRaisonStatutLibelle");
    internal static FormColumn Funder { get; } = Column("FinanceurPrincipalCode");
    internal static FormColumn Grantor { get; } = Column("FinanceurAttributeurCode");
    internal static FormColumn Employer { get; } = Column("AssociationBeneficiaireCode");
    internal static FormColumn Site { get; } = Column("AssociationImplantationCode");
    internal static FormColumn Year { get; } = Column("Annee", required: true);
    internal static FormColumn Money { get; } = Column("MontantSubvention", required: true);
    internal static FormColumn Term { get; } = Column("DateFinTriennalite");
    internal static FormColumn TypeCode { get; } = Column("PstTypePosteCode");
    internal static FormColumn FullTime { get; } = Column("PleinTemps");
    internal static FormColumn Doubling { get; } = Column("DoublementUniteCompte");

    /// <summary>One row a post and year.</summary>
    internal static FormSheet Posts { get; } = new("Poste", "", [PostCode, SchemeId, Status, Reason, Funder, Grantor, Employer, Site, Year, Money, Term, TypeCode, FullTime, Doubling]) { Synonyms = ["Postes"] };

    internal static FormColumn PaidPost { get; } = Column("PosteCode", required: true);
    internal static FormColumn PeriodFrom { get; } = Column("PeriodeDebut", required: true);
    internal static FormColumn PeriodUntil { get; } = Column("PeriodeFin", required: true);
    internal static FormColumn PaidOn { get; } = Column("DateVersement");
    internal static FormColumn ToPay { get; } = Column("MontantAPayer");
    internal static FormColumn Paid { get; } = Column("MontantPaye", required: true);

    /// <summary>One row a payment.</summary>
    internal static FormSheet Payments { get; } = new("Versement", "", [PaidPost, PeriodFrom, PeriodUntil, PaidOn, ToPay, Paid]) { Synonyms = ["Versements"] };

    internal static FormColumn PartyCode { get; } = Column("Code", required: true);
    internal static FormColumn PartyName { get; } = Column("RaisonSociale");
    internal static FormColumn IsAssociation { get; } = Column("EstAssociation");
    internal static FormColumn Siret { get; } = Column("SiretOuRidet");
    internal static FormColumn PostalCode { get; } = Column("CodePostal");
    internal static FormColumn Town { get; } = Column("Ville");

    /// <summary>An address of a person: known so that it is never read.</summary>
    internal static FormColumn Email { get; } = Column("ContactEmail");

    /// <summary>Funders and associations.</summary>
    internal static FormSheet Parties { get; } = new("Tiers", "", [PartyCode, PartyName, IsAssociation, Column("EstCoFinanceurPostes"), Column("EstFinanceurPostes"), Siret, PostalCode, Town, Email]);

    internal static FormColumn TypePostCode { get; } = Column("Code", required: true);
    internal static FormColumn TypeLabel { get; } = Column("Libelle");

    /// <summary>Kinds of posts.</summary>
    internal static FormSheet Types { get; } = new("TypePoste", "", [TypePostCode, TypeLabel]);

    internal static FormColumn SchemeCode { get; } = Column("ID", required: true);
    internal static FormColumn SchemeLabel { get; } = Column("Libelle");
    internal static FormColumn SchemeFunder { get; } = Column("FinanceurCode");

    /// <summary>Kinds of credits within the FONJEP.</summary>
    internal static FormSheet Schemes { get; } = new("Dispositif", "", [SchemeCode, SchemeLabel, SchemeFunder]) { Synonyms = ["Dispositifs"] };

    internal static ImmutableArray<FormSheet> Sheets { get; } = [Posts, Payments, Parties, Types, Schemes];

    private static FormColumn Column(string header, bool required = false) => new(header, "") { Required = required };
}
