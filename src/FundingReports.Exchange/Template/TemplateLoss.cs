using FundingReports.Texts;

namespace FundingReports.Exchange;

/// <summary>Something of a portfolio that the simple form cannot hold; the complete form can, but for what waits for a post.</summary>
/// <param name="Id">The post or the commitment.</param>
/// <param name="Kind">What is lost.</param>
public sealed record TemplateLoss(string Id, TemplateLossKind Kind)
{
    /// <summary>The sentence.</summary>
    public string Sentence(Language language) => IntakeTexts.Loss(Id, Kind.ToString()).In(language);
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
