using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Exchange;

/// <summary>Something of a portfolio that the simple form cannot hold; the complete form can, but for what waits for a post.</summary>
/// <param name="Id">The post or the commitment.</param>
/// <param name="Kind">What is lost.</param>
public sealed record TemplateLoss(string Id, TemplateLossKind Kind)
{
    /// <summary>What is lost, in a sentence.</summary>
    public string Sentence(Language language) => language is Language.French ? Said.French : Said.English;

    private (string French, string English) Said => Kind switch
    {
        TemplateLossKind.Amended => (
            $"Du financement {Id}, le formulaire simple dit ce qui est en vigueur{Words.NoBreakSpace}: ce qui valait avant un avenant n’y est pas.",
            $"Of the commitment {Id} the simple form says what is in force: what held before an amendment is not in it."),
        TemplateLossKind.UndecidedAmendment => (
            $"L’avenant {Id} n’est pas décidé{Words.NoBreakSpace}: le formulaire simple ne le porte pas, et les crédits annoncés y sont ceux d’avant l’avenant. Le formulaire complet (--complet) le porte.",
            $"The amendment {Id} is not decided: the simple form does not hold it, and the announced money in it is that before the amendment. The complete form (--full) holds it."),
        TemplateLossKind.Withdrawn => (
            $"Le financement {Id} a été retiré{Words.NoBreakSpace}: le formulaire simple en garde ce qui précède le retrait, et non la décision.",
            $"The commitment {Id} was withdrawn: the simple form keeps what comes before, and not the decision."),
        TemplateLossKind.Firmness => (
            $"Les actes et les versements des tranches du financement {Id} n’ont pas de place dans le formulaire simple.",
            $"The acts and payments of the instalments of the commitment {Id} have no place in the simple form."),
        TemplateLossKind.Life => (
            $"Le formulaire simple ne dit pas quel jour le poste {Id} est attesté{Words.NoBreakSpace}: il n’en donne que la première année.",
            $"The simple form does not say on which day the post {Id} is known to exist: it gives its first year alone."),
        TemplateLossKind.Scheme => (
            $"Le régime du poste {Id} n’a pas de place dans le formulaire simple{Words.NoBreakSpace}: les règles du régime n’y sont pas vérifiées. Le formulaire complet (--complet) le porte.",
            $"The scheme of the post {Id} has no place in the simple form: the rules of the scheme are not checked there. The complete form (--full) holds it."),
        TemplateLossKind.Awaiting => (
            $"Le financement {Id}, qui attend un poste, n’a pas de place dans le formulaire.",
            $"The commitment {Id}, which waits for a post, has no place in the form."),
        TemplateLossKind.CostDates => (
            $"Le formulaire simple ne dit ni quel jour le coût du poste {Id} change dans l’année, ni s’il est réalisé{Words.NoBreakSpace}: il donne la moyenne de l’année.",
            $"The simple form says neither on which day of the year the cost of the post {Id} changes, nor whether it was spent: it gives the mean of the year."),
        TemplateLossKind.Grouped => (
            $"Le financement {Id} est pour plusieurs postes{Words.NoBreakSpace}: le formulaire simple donne à chacun sa part.",
            $"The commitment {Id} is for several posts: the simple form gives each its part."),
        TemplateLossKind.Rounded => (
            $"Le financement {Id} s’arrête avant son terme{Words.NoBreakSpace}: le formulaire simple en arrondit ce qui reste au centime inférieur.",
            $"The commitment {Id} stops before its term: the simple form rounds down to the cent what is left of it."),
        TemplateLossKind.References => (
            $"Les références du financement {Id}, hors un acte et l’EJ, n’ont pas de place dans le formulaire simple.",
            $"The references of the commitment {Id}, but for one act and the EJ, have no place in the simple form."),
        TemplateLossKind.Renamed => (
            $"{Id} porte son identifiant dans le formulaire simple{Words.NoBreakSpace}: un autre a le même nom.",
            $"{Id} carries its id in the simple form: another has the same name."),
        TemplateLossKind.OtherYears => (
            $"Le financement {Id} paie des années que le formulaire simple ne peut pas montrer{Words.NoBreakSpace}: il n’y est pas.",
            $"The commitment {Id} pays years that the simple form cannot show: it is not in it."),
        TemplateLossKind.UnknownTerm => (
            $"Le terme du financement {Id} est inconnu, et un avenant ou un retrait l’arrête{Words.NoBreakSpace}: le formulaire simple ne sait pas dire les deux, et ce financement n’y est pas. Le formulaire complet (--complet) le porte.",
            $"The term of the commitment {Id} is unknown, and an amendment or a withdrawal stops it: the simple form cannot say both, and this commitment is not in it. The complete form (--full) holds it."),
        TemplateLossKind.WithinYear => (
            $"Le financement {Id} a des sommes par période que le formulaire simple ne peut pas dire, et n’y est pas. Le formulaire complet (--complet) le porte.",
            $"The commitment {Id} has sums by period that the simple form cannot say, and is not in it. The complete form (--full) holds it."),
        TemplateLossKind.NoMoney => (
            $"Le financement {Id} est de 0{Words.NoBreakSpace}€{Words.NoBreakSpace}: le formulaire simple ne l’écrit pas.",
            $"The commitment {Id} is of 0 €: the simple form does not write it."),
        TemplateLossKind.NothingAtTheEnd => (
            $"Les douze derniers mois du financement {Id} sont de 0{Words.NoBreakSpace}€{Words.NoBreakSpace}: le formulaire simple ne les écrit pas, et un excédent du début de l’année n’en comble plus la fin. Le formulaire complet (--complet) les porte.",
            $"The last twelve months of the commitment {Id} are of 0 €: the simple form does not write them, and a surplus of the beginning of that year no longer fills its end. The complete form (--full) holds them."),
        TemplateLossKind.Repeated => (
            $"Le financement {Id} dit la même chose qu’un autre{Words.NoBreakSpace}: le formulaire simple ne l’écrit qu’une fois. Le formulaire complet (--complet) porte les deux.",
            $"The commitment {Id} says the same as another: the simple form writes it once. The complete form (--full) holds both."),
        TemplateLossKind.Scaled => (
            $"Un scénario change le financement {Id}, et aucun formulaire ne dit un scénario{Words.NoBreakSpace}: il n’y est pas.",
            $"A scenario changes the commitment {Id}, and no form says a scenario: it is not in it."),
        _ => (
            $"Services, références, SIRET, anciens employeurs et occupation datée du poste {Id} n’ont pas de place dans le formulaire simple.",
            $"Services, references, SIRET, former employers and dated occupancy of the post {Id} have no place in the simple form."),
    };
}

/// <summary>What the forms cannot hold.</summary>
public enum TemplateLossKind
{
    /// <summary>A commitment that amends, or is amended: what is in force is written, and not what it came from.</summary>
    Amended,

    /// <summary>A commitment that was withdrawn: what comes before is written, and not the decision.</summary>
    Withdrawn,

    /// <summary>The acts and payments of instalments; which days are firm, since when and for how much is kept.</summary>
    Firmness,

    /// <summary>The day on which a post without a first day is known to exist: the form says its first year alone.</summary>
    Life,

    /// <summary>Services, references, SIRET, former employers and dated occupancy of a post.</summary>
    Details,

    /// <summary>A promise that waits for a post: in neither form.</summary>
    Awaiting,

    /// <summary>The day of a year on which a cost changes, and whether a cost was budgeted or spent.</summary>
    CostDates,

    /// <summary>A convention for several posts: each has its part, and nothing says that they are one.</summary>
    Grouped,

    /// <summary>
    /// Less than a cent, or a day that weighs nothing, of a sum that an amendment or a withdrawal stops: no more is said than is paid.
    /// </summary>
    Rounded,

    /// <summary>References of a commitment other than one act and the EJ.</summary>
    References,

    /// <summary>A name that two posts, or two funders, share: it carries the id.</summary>
    Renamed,

    /// <summary>A commitment that pays years before 1990 or after 2100: it is left out.</summary>
    OtherYears,

    /// <summary>A commitment of unknown term that an amendment or a withdrawal stops: it is left out.</summary>
    UnknownTerm,

    /// <summary>
    /// An amendment that nobody has decided: it is left out, and what it amends is written as if it were not there. Of the figures, those
    /// of announced money change.
    /// </summary>
    UndecidedAmendment,

    /// <summary>A commitment with sums by period that no row says without changing a figure: it is left out.</summary>
    WithinYear,

    /// <summary>A commitment of no money: it is left out, and no figure changes.</summary>
    NoMoney,

    /// <summary>
    /// Twelve months of 0 € that end a schedule by years: a row ends with its last sum, so a surplus of the beginning of that calendar
    /// year no longer fills its end.
    /// </summary>
    NothingAtTheEnd,

    /// <summary>A commitment whose row would be the same as another's, which the reader refuses: it is left out.</summary>
    Repeated,

    /// <summary>A commitment that a scenario has changed: it is left out.</summary>
    Scaled,

    /// <summary>The scheme of a post: its rules are not checked of what is read back.</summary>
    Scheme,
}
