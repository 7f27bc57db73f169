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
            $"Le financement {Id} n’est pas repris dans le formulaire simple{Words.NoBreakSpace}: il modifie ou est modifié par un avenant.",
            $"The commitment {Id} is not in the simple form: it amends or is amended."),
        TemplateLossKind.Withdrawn => (
            $"Le financement {Id} n’est pas repris dans le formulaire simple{Words.NoBreakSpace}: il a été retiré.",
            $"The commitment {Id} is not in the simple form: it was withdrawn."),
        TemplateLossKind.NoTerm => (
            $"Le financement {Id} n’est pas repris dans le formulaire simple{Words.NoBreakSpace}: son terme n’est pas connu, et donc ses années non plus.",
            $"The commitment {Id} is not in the simple form: its term is unknown, and so are its years."),
        TemplateLossKind.Cap => (
            $"Le plafond du financement {Id} n’a pas de place dans le formulaire simple.",
            $"The ceiling of the commitment {Id} has no place in the simple form."),
        TemplateLossKind.Firmness => (
            $"Ce qui est ferme dans le financement {Id} n’a pas de place dans le formulaire simple.",
            $"What is firm of the commitment {Id} has no place in the simple form."),
        TemplateLossKind.Life => (
            $"Les dates de début et de fin du poste {Id} n’ont pas de place dans le formulaire simple.",
            $"The first and last day of the post {Id} have no place in the simple form."),
        TemplateLossKind.Awaiting => (
            $"Le financement {Id}, qui attend un poste, n’a pas de place dans le formulaire.",
            $"The commitment {Id}, which waits for a post, has no place in the form."),
        TemplateLossKind.CostDates => (
            $"Le jour où le coût du poste {Id} change n’a pas de place dans le formulaire simple.",
            $"The day on which the cost of the post {Id} changes has no place in the simple form."),
        _ => (
            $"Services, autres lieux, régime, références, anciens employeurs et occupation du poste {Id} n’ont pas de place dans le formulaire simple.",
            $"Services, other places, scheme, references, former employers and occupancy of the post {Id} have no place in the simple form."),
    };
}

/// <summary>What the forms cannot hold.</summary>
public enum TemplateLossKind
{
    /// <summary>A commitment that amends, or is amended: not written.</summary>
    Amended,

    /// <summary>A commitment that was withdrawn: not written.</summary>
    Withdrawn,

    /// <summary>A commitment without known term: not written, for nobody knows its last year.</summary>
    NoTerm,

    /// <summary>The ceiling of a commitment.</summary>
    Cap,

    /// <summary>Which money of a commitment is firm.</summary>
    Firmness,

    /// <summary>The first and the last day of a post: its first year attests it.</summary>
    Life,

    /// <summary>Services, further places, scheme, references, former employers and occupancy of a post.</summary>
    Details,

    /// <summary>A promise that waits for a post: in neither form.</summary>
    Awaiting,

    /// <summary>On which day of a year a cost changes, and when it was decided.</summary>
    CostDates,
}
