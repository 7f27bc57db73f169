using FundingReports.Sentences;
using FundingReports.Wording;

namespace FundingReports.Exchange;

/// <summary>Something of a portfolio that the simple form cannot hold; the complete form can, but for what waits for a post.</summary>
/// <param name="Id">The post or the commitment.</param>
/// <param name="Kind">What is lost.</param>
public sealed record TemplateLoss(string Id, TemplateLossKind Kind)
{
    /// <summary>The sentence.</summary>
    public string Sentence(Language language) => language is Language.French ? Said.French : Said.English;

    private (string French, string English) Said => Kind switch
    {
        TemplateLossKind.Amended => (
            $"Du financement {Id}, le formulaire simple dit ce qui est en vigueur{Words.NoBreakSpace}: ce qui valait avant un avenant, et un avenant non décidé, n’y sont pas.",
            $"Of the commitment {Id} the simple form says what is in force: what held before an amendment, and an amendment that is not decided, are not in it."),
        TemplateLossKind.Withdrawn => (
            $"Le financement {Id} a été retiré{Words.NoBreakSpace}: le formulaire simple en garde ce qui précède le retrait, et non la décision.",
            $"The commitment {Id} was withdrawn: the simple form keeps what comes before, and not the decision."),
        TemplateLossKind.Firmness => (
            $"Les actes et les versements des tranches du financement {Id} n’ont pas de place dans le formulaire simple.",
            $"The acts and payments of the instalments of the commitment {Id} have no place in the simple form."),
        TemplateLossKind.Life => (
            $"Le jour qui atteste le poste {Id} n’a pas de place dans le formulaire simple{Words.NoBreakSpace}: c’est sa première année.",
            $"The day that attests the post {Id} has no place in the simple form: its first year does."),
        TemplateLossKind.Awaiting => (
            $"Le financement {Id}, qui attend un poste, n’a pas de place dans le formulaire.",
            $"The commitment {Id}, which waits for a post, has no place in the form."),
        TemplateLossKind.CostDates => (
            $"Le jour où le coût du poste {Id} change dans une année, et s’il est réalisé, n’ont pas de place dans le formulaire simple{Words.NoBreakSpace}: il dit la moyenne de l’année.",
            $"The day of a year on which the cost of the post {Id} changes, and whether it was spent, have no place in the simple form: it says the mean of the year."),
        TemplateLossKind.Grouped => (
            $"Le financement {Id} est pour plusieurs postes{Words.NoBreakSpace}: le formulaire simple donne à chacun sa part.",
            $"The commitment {Id} is for several posts: the simple form gives each its part."),
        TemplateLossKind.Rounded => (
            $"Les sommes du financement {Id} sont arrondies au centime, année par année, dans le formulaire simple.",
            $"The sums of the commitment {Id} are rounded to the cent, year by year, in the simple form."),
        TemplateLossKind.References => (
            $"Les références du financement {Id}, hors un acte et l’EJ, n’ont pas de place dans le formulaire simple.",
            $"The references of the commitment {Id}, but for one act and the EJ, have no place in the simple form."),
        TemplateLossKind.Renamed => (
            $"{Id} porte son identifiant dans le formulaire simple{Words.NoBreakSpace}: un autre a le même nom.",
            $"{Id} carries its id in the simple form: another has the same name."),
        TemplateLossKind.OtherYears => (
            $"Le financement {Id} paie des années que le formulaire simple ne peut pas montrer.",
            $"The commitment {Id} pays years that the simple form cannot show."),
        TemplateLossKind.UnknownTerm => (
            $"Le terme du financement {Id} est inconnu, et le formulaire simple l’écrit en plusieurs lignes{Words.NoBreakSpace}: toutes sauf la dernière y ont une fin, comme si elle était connue.",
            $"The term of the commitment {Id} is unknown, and the simple form writes it on several rows: all but the last have an end there, as if it were known."),
        _ => (
            $"Services, régime, références, SIRET, anciens employeurs et occupation datée du poste {Id} n’ont pas de place dans le formulaire simple.",
            $"Services, scheme, references, SIRET, former employers and dated occupancy of the post {Id} have no place in the simple form."),
    };
}

/// <summary>What the forms cannot hold.</summary>
public enum TemplateLossKind
{
    /// <summary>A commitment that amends, or is amended: what is in force is written, and not what it came from.</summary>
    Amended,

    /// <summary>A commitment that was withdrawn: what comes before is written, and not the decision.</summary>
    Withdrawn,

    /// <summary>The acts, decisions and payments of instalments; which years are firm is kept.</summary>
    Firmness,

    /// <summary>The day that attests a post without a first day: its first year does.</summary>
    Life,

    /// <summary>Services, scheme, references, SIRET, former employers and dated occupancy of a post.</summary>
    Details,

    /// <summary>A promise that waits for a post: in neither form.</summary>
    Awaiting,

    /// <summary>On which day of a year a cost changes, and whether it was budgeted or spent.</summary>
    CostDates,

    /// <summary>That one convention is for several posts: each has its part.</summary>
    Grouped,

    /// <summary>Fractions of a cent of a sum that is cut into years.</summary>
    Rounded,

    /// <summary>References of a commitment other than one act and the EJ.</summary>
    References,

    /// <summary>A name that two posts, or two funders, share: it carries the id.</summary>
    Renamed,

    /// <summary>Money of years before 1990 or after 2100.</summary>
    OtherYears,

    /// <summary>That a term is unknown also for what the form writes on several rows: all but the last have an end.</summary>
    UnknownTerm,
}
