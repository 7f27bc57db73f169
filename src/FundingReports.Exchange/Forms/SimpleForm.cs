using FundingReports.Wording;


namespace FundingReports.Exchange.Forms;

/// <summary>The plan de financement that everyone knows: one sheet, one row per post × funder × year.</summary>
internal static class SimpleForm
{
    internal static FormColumn Post { get; } = new("Poste", "La fonction, jamais un nom de personne. La même sur chaque ligne du poste.")
    { Required = true, Spreads = true, Width = 34,
        Synonyms = ["Intitulé du poste", "Intitulé", "Libellé du poste", "Fonction", "Nom du poste", "Poste cofinancé"] };

    internal static FormColumn Place { get; } = new("Lieu", "Commune ou service où travaille l'agent.")
    { Spreads = true, Width = 16, Synonyms = ["Lieu d'exercice", "Lieu ou service", "Commune", "Localisation", "Service", "Site"] };

    internal static FormColumn Departement { get; } = new("Dépt", "Code du département : 01, 40, 2A, 971.")
    { Spreads = true, Width = 7, Synonyms = ["Département", "Code département", "Dép.", "Dept", "Code dép"] };

    internal static FormColumn Employer { get; } = new("Employeur", "La structure qui salarie.")
    { Spreads = true, Width = 22,
        Synonyms = ["Structure employeuse", "Structure", "Porteur", "Association", "Nom de l'employeur", "Bénéficiaire"] };

    internal static FormColumn Fte { get; } =
        new("ETP", "Temps de travail : 1 pour un temps plein, 0,5 pour un mi-temps.", ColumnLook.Number)
    { Spreads = true, Width = 7, Synonyms = ["Quotité", "Temps de travail", "Équivalent temps plein", "Nb ETP", "Nombre d'ETP"] };

    internal static FormColumn Cost { get; } = new(
        "Coût annuel du poste", "Salaire et charges de l'année entière, en euros ; « inconnu » si vous ne savez pas.", ColumnLook.Money)
    { Spreads = true, Width = 14,
        Synonyms = ["Coût annuel", "Coût du poste", "Coût total", "Coût", "Coût total annuel", "Coût chargé", "Coût annuel chargé"] };

    internal static FormColumn Year { get; } = new("Année", "L'année budgétaire de cette ligne : 2026.", ColumnLook.Year)
    { Required = true, Spreads = true, Width = 8, Synonyms = ["Exercice", "Excercice", "Année budgétaire", "An"] };

    internal static FormColumn Funder { get; } =
        new("Financeur", "Qui paie : État, Département des Landes, Commune de Dax… Une ligne par financeur.")
    { Required = true, Spreads = true, Width = 24,
        Synonyms = ["Financeurs", "Nom du financeur", "Financé par", "Attribuant", "Organisme", "Co-financeur", "Cofinanceur"] };

    internal static FormColumn FunderKind { get; } = new("Type de financeur", "À choisir dans la liste.")
    { Spreads = true, Width = 16, Choices = Forms.Choices.FunderKind.Words,
        Synonyms = ["Type", "Nature du financeur", "Catégorie de financeur"] };

    internal static FormColumn Line { get; } = new("Dispositif", "FIPD, FONJEP, adulte-relais… ; rien si vous ne savez pas.")
    { Spreads = true, Width = 13, Synonyms = ["Ligne", "Ligne de crédit", "Programme", "Fonds", "Ligne budgétaire"] };

    internal static FormColumn Amount { get; } =
        new("Montant ou part", "Pour cette année : 25 000 €, 50 %, 1/3, le reste, ou inconnu. Jamais vide.", ColumnLook.Amount)
    { Required = true, Width = 15, Synonyms = ["Montant", "Part", "Montant de la subvention", "Montant total de la subvention",
        "Montant annuel", "Subvention", "Participation", "Montant voté", "Montant accordé", "Montant en euros", "Financement"] };

    internal static FormColumn Status { get; } =
        new("Statut",
            "sollicité : demandé, sans réponse. annoncé : promis sans acte. attribué : arrêté ou délibération. conventionné : signé. Vide compte pour annoncé.")
    { Width = 14, Choices = Forms.Choices.Status.Words, Synonyms = ["État", "État du financement", "Avancement", "État de la demande"] };

    internal static FormColumn From { get; } = new("Du (si en cours d'année)", "Vide : dès le 1er janvier de l'année.", ColumnLook.Date)
    { Width = 12, Synonyms = ["Début", "Date de début", "À partir du", "Depuis"] };

    internal static FormColumn Until { get; } = new("Au (si en cours d'année)", "Vide : jusqu'au 31 décembre de l'année.", ColumnLook.Date)
    { Width = 12, Synonyms = ["Fin", "Date de fin", "Jusqu'au"] };

    internal static FormColumn DecidedOn { get; } =
        new("Date de l'acte", "Date de la convention, de l'arrêté ou de la délibération.", ColumnLook.Date)
    { Width = 12, Synonyms = ["Décidé le", "Date de décision", "Date de convention", "Date de la convention",
        "Date signature de la convention", "Date de signature"] };

    internal static FormColumn Act { get; } = new("N° de l'acte", "Numéro de la convention, de l'arrêté ou de la délibération.")
    { Width = 14, Synonyms = ["N° de convention", "Convention", "Numéro de convention", "Référence", "N° d'acte", "Numéro de l'acte"] };

    internal static FormColumn Source { get; } =
        new("D'après", "D'où vous le tenez : convention, arrêté, délibération, courrier, presse, hypothèse.")
    { Width = 28, Choices = ["convention", "arrêté", "délibération", "courrier", "presse", "hypothèse"], OpenChoices = true,
        Synonyms = ["Source", "Justificatif"] };

    internal static FormSheet Sheet { get; } = new("Plan", "Plan de financement des postes",
        [Post, Place, Departement, Employer, Fte, Cost, Year, Funder, FunderKind, Line, Amount, Status, From, Until, DecidedOn, Act,
            Source])
    { Synonyms = ["Plan de financement", "Financement", "Financements"] };
}
