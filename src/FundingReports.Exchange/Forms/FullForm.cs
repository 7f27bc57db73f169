using FundingReports.Wording;
using System.Collections.Immutable;

namespace FundingReports.Exchange.Forms;

/// <summary>The complete form: every fact of portfolio@1 has its column.</summary>
internal static class FullForm
{
    private static ImmutableArray<string> YesNo => ["oui", "non"];

    internal static FormColumn Id { get; } = new("Identifiant", "Court et unique dans la feuille ; les autres feuilles le citent.") {
        Required = true, Width = 13, Synonyms = ["Id", "Code"] };
    internal static FormColumn Source { get; } = new("Source", "Identifiant de la source (feuille Sources).") { Width = 12 };
    internal static FormColumn Sources { get; } =
        new("Sources particulières", "Où une donnée vient d'ailleurs : until = P ; amount = H.") { Width = 20 };
    internal static FormColumn References { get; } = new("Références", "Convention = 2023-12 ; EJ = 21045…") { Width = 24 };
    internal static FormColumn Post { get; } =
        new("Poste", "Identifiant du poste (feuille Postes).") { Required = true, Spreads = true, Width = 13 };
    internal static FormColumn Funder { get; } =
        new("Financeur", "Identifiant du financeur (feuille Financeurs).") { Required = true, Width = 13 };
    internal static FormColumn Line { get; } = new("Dispositif", "FIPD, FONJEP…") { Width = 13, Synonyms = ["Ligne"] };
    internal static FormColumn From { get; } =
        new("Du", "Premier jour.", ColumnLook.Date) { Required = true, Width = 12, Synonyms = ["Début", "Date de début"] };
    internal static FormColumn Until { get; } =
        new("Au", "Dernier jour, compris.", ColumnLook.Date) { Width = 12, Synonyms = ["Fin", "Date de fin"] };
    internal static FormColumn DecidedOn { get; } = new("Décidé le", "Date de l'acte.", ColumnLook.Date) { Width = 12 };

    internal static FormColumn Title { get; } = new("Titre", "Titre de la liste des postes.") { Width = 40 };
    internal static FormColumn EditionOn { get; } = new("Édition du", "Date de cette édition.", ColumnLook.Date) { Width = 12 };
    internal static FormColumn EditionBy { get; } = new("Établie par", "La fonction, jamais un nom.") { Width = 24 };
    internal static FormColumn Previous { get; } = new("Édition précédente", "Référence de la précédente.") { Width = 24 };

    internal static FormColumn SourceKind { get; } =
        new("Nature", "À choisir dans la liste.") { Required = true, Width = 16, Choices = Forms.Choices.SourceKind.Words };
    internal static FormColumn SourceTitle { get; } = new("Titre", "Ce qui a été lu.") { Required = true, Width = 40 };
    internal static FormColumn Reference { get; } = new("Référence", "Numéro, page, adresse.") { Width = 24 };
    internal static FormColumn On { get; } = new("Date", "Date du document.", ColumnLook.Date) { Width = 12 };
    internal static FormColumn Author { get; } = new("Auteur", "D'une hypothèse : la fonction de son auteur.") { Width = 20 };
    internal static FormColumn Reason { get; } = new("Raison", "D'une hypothèse : sa raison.") { Width = 30 };

    internal static FormColumn Name { get; } = new("Nom", "Nom.") { Required = true, Width = 30 };
    internal static FormColumn OptionalName { get; } = new("Nom", "Nom de la structure.") { Width = 30 };
    internal static FormColumn FunderKind { get; } = new("Type", "À choisir dans la liste.") {
        Required = true, Width = 18, Choices = Forms.Choices.FunderKind.Words, Synonyms = ["Type de financeur"] };
    internal static FormColumn Siret { get; } = new("SIRET", "Quatorze chiffres.") { Width = 18, Synonyms = ["N° SIRET", "Numéro Siret"] };

    internal static FormColumn Label { get; } =
        new("Intitulé", "La fonction, jamais un nom de personne.") { Required = true, Width = 30, Synonyms = ["Libellé"] };
    internal static FormColumn Departement { get; } = new("Département", "Code : 01, 40, 2A, 971.") { Width = 12, Synonyms = ["Dépt"] };
    internal static FormColumn Services { get; } = new("Services", "Séparés par un point-virgule.") { Width = 20 };
    internal static FormColumn Places { get; } = new("Lieux", "Séparés par un point-virgule.") { Width = 20 };
    internal static FormColumn Scheme { get; } = new("Régime", "FONJEP, adulte-relais… si le poste en relève.") { Width = 14 };
    internal static FormColumn Fte { get; } = new("ETP", "1 pour un temps plein ; vide si inconnu.", ColumnLook.Number) { Width = 8 };
    internal static FormColumn PostFrom { get; } =
        new("Du", "Premier jour du poste ; vide si inconnu.", ColumnLook.Date) { Width = 12, Synonyms = ["Début"] };
    internal static FormColumn AttestedOn { get; } =
        new("Attesté le", "Un jour où l'on sait que le poste existe.", ColumnLook.Date) { Width = 12 };

    internal static FormColumn SinceUnknown { get; } = new("À partir du", "Vide : depuis l'origine.", ColumnLook.Date) { Width = 12 };
    internal static FormColumn EmployerKind { get; } = new("Nature", "association, collectivite-departementale…") { Width = 22 };
    internal static FormColumn State { get; } =
        new("État", "À choisir dans la liste.") { Required = true, Width = 20, Choices = Forms.Choices.Occupancy.Words };
    internal static FormColumn OccupancyFrom { get; } = new("Du", "Premier jour ; vide si inconnu.", ColumnLook.Date) { Width = 12 };

    internal static FormColumn Since { get; } =
        new("À partir du", "Premier jour de ce coût.", ColumnLook.Date) { Required = true, Width = 12 };
    internal static FormColumn Annual { get; } = new("Coût annuel",
        "Salaire et charges d'une année entière ; inconnu si vous ne savez pas.", ColumnLook.Money) { Required = true, Width = 16 };
    internal static FormColumn CostKind { get; } =
        new("Nature", "Prévisionnel si vide.") { Width = 14, Choices = Forms.Choices.CostKind.Words };

    internal static FormColumn PaidPosts { get; } =
        new("Postes", "Identifiants, séparés par un point-virgule.") { Required = true, Width = 18, Synonyms = ["Poste"] };
    internal static FormColumn Split { get; } =
        new("Partage", "Entre plusieurs postes : ETP (si vide), égal, ou des poids : L1 = 2 ; L2 = 1.") { Width = 14 };
    internal static FormColumn Term { get; } = new("Au", "Dernier jour ; « sans terme » si l'acte n'en fixe pas ; vide si inconnu.",
        ColumnLook.Date) { Width = 12, Synonyms = ["Fin", "Date de fin"] };
    internal static FormColumn AmountKind { get; } =
        new("Nature du montant", "À choisir dans la liste.") { Required = true, Width = 22, Choices = Forms.Choices.AmountKind.Words };
    internal static FormColumn Amount { get; } = new("Montant ou part",
        "25 000 €, 50 %, 1/3 ; année par année, séparés par un point-virgule.", ColumnLook.Amount) { Width = 24, Synonyms = ["Montant"] };
    internal static FormColumn Cap { get; } =
        new("Plafond par an", "Le maximum que le financeur paiera par an.", ColumnLook.Money) { Width = 14, Synonyms = ["Plafond"] };
    internal static FormColumn Approximate { get; } =
        new("Approximatif", "oui si l'acte dit « près de ».") { Width = 12, Choices = YesNo };
    internal static FormColumn Status { get; } = new("Statut", "Annoncé si vide.") {
        Width = 14, Choices = Forms.Choices.Status.Words,
        Shows = cell => cell.Kind is Cells.CellKind.Text && Forms.Choices.Status.Read(cell.Text) is not null };
    internal static FormColumn Instalments { get; } = new("Tranches", "Inconnues si vide ; aucune si l'on sait que rien n'est ferme.") {
        Width = 16, Choices = Forms.Choices.Instalments.Words };
    internal static FormColumn Amends { get; } =
        new("Modifie", "Identifiant de la convention que celle-ci modifie.") { Width = 13, Synonyms = ["Avenant à"] };
    internal static FormColumn WithdrawnFrom { get; } =
        new("Retiré à partir du", "Premier jour sans crédits.", ColumnLook.Date) { Width = 13 };
    internal static FormColumn WithdrawnOn { get; } = new("Retrait décidé le", "Date de la décision.", ColumnLook.Date) { Width = 13 };
    internal static FormColumn WithdrawnSource { get; } = new("Source du retrait", "Identifiant de la source.") { Width = 13 };

    internal static FormColumn Convention { get; } =
        new("Convention", "Identifiant (feuille Conventions).") { Required = true, Width = 13 };
    internal static FormColumn InstalmentUntil { get; } = Until with { Required = true };
    internal static FormColumn InstalmentAmount { get; } =
        new("Montant", "Vide si l'acte ne fixe pas de somme.", ColumnLook.Money) { Width = 14 };
    internal static FormColumn Act { get; } = new("Acte", "Numéro de l'EJ, de l'arrêté.") { Width = 20 };
    internal static FormColumn Paid { get; } = new("Versé", "Ce qui a été payé.", ColumnLook.Money) { Width = 14 };
    internal static FormColumn PaidOn { get; } = new("Versé le", "Date du paiement.", ColumnLook.Date) { Width = 12 };

    internal static FormColumn CampaignYear { get; } =
        new("Année", "Année budgétaire.", ColumnLook.Year) { Required = true, Width = 8, Synonyms = ["Exercice"] };
    internal static FormColumn Opens { get; } = new("Ouverture", "Premier jour ; vide si non publié.", ColumnLook.Date) { Width = 12 };
    internal static FormColumn Closes { get; } = new("Clôture", "Dernier jour ; vide si non publié.", ColumnLook.Date) { Width = 12 };

    internal static FormSheet Head { get; } = new("Portefeuille", "La liste des postes", [Title, EditionOn, EditionBy, Previous]);
    internal static FormSheet Posts { get; } = new("Postes", "Les postes",
        [Id, Label, Departement, Services, Places, Scheme, Fte, PostFrom, AttestedOn, Until, References, Source, Sources]);
    internal static FormSheet Employers { get; } =
        new("Employeurs", "Employeurs", [Post, SinceUnknown, OptionalName, Siret, EmployerKind]);
    internal static FormSheet Occupancies { get; } = new("Occupation", "Pourvu ou vacant", [Post, OccupancyFrom, Until, State]);
    internal static FormSheet Costs { get; } =
        new("Coûts", "Le coût annuel des postes", [Post, Since, Annual, CostKind, DecidedOn, Source]);
    internal static FormSheet Funders { get; } = new("Financeurs", "Les financeurs", [Id, Name, FunderKind, Siret]);
    internal static FormSheet Conventions { get; } = new("Conventions", "Les conventions et autres financements",
        [Id, Funder, Line, PaidPosts, Split, From, Term, AmountKind, Amount, Cap, Approximate, Status, DecidedOn, Instalments, References,
            Amends, WithdrawnFrom, WithdrawnOn, WithdrawnSource, Source, Sources])
    { Synonyms = ["Engagements"] };
    internal static FormSheet Tranches { get; } =
        new("Tranches", "Annuités notifiées", [Convention, From, InstalmentUntil, InstalmentAmount, Act, DecidedOn, Paid, PaidOn]);
    internal static FormSheet Campaigns { get; } =
        new("Campagnes", "Calendrier des demandes", [Funder, Line, CampaignYear, Opens, Closes, Source]);
    internal static FormSheet SourceList { get; } =
        new("Sources", "Justificatifs", [Id, SourceKind, SourceTitle, Reference, On, Author, Reason]);

    internal static ImmutableArray<FormSheet> Sheets { get; } =
        [Head, Posts, Employers, Occupancies, Costs, Funders, Conventions, Tranches, Campaigns, SourceList];
}
