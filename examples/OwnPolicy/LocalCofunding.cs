using FundingReports.Policies;
using FundingReports.Portfolios;

namespace OwnPolicy;

/// <summary>A rule of one's own, invented for this example: communes or intercommunalities promise a part of the cost.</summary>
public sealed class LocalCofunding : SchemeRule
{
    /// <summary>The parameter that holds the least part: its value is dated and sourced like any other.</summary>
    public const string LeastPart = "example.local-part";

    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var least = subject.Policies.On(LeastPart, subject.AsOf);
        bool enough = subject.Others.Any(commitment =>
            subject.FunderOf(commitment)?.Kind is FunderKind.Commune or FunderKind.Epci
            && commitment.Amount is Amount.ShareOfCost { Share: var part }
            && part.Numerator * least.Share!.Denominator >= least.Share.Numerator * part.Denominator);
        if (!enough)
            yield return new(subject, this, SchemeVerdict.Broken,
                $"« {subject.Post.Label} » : aucune commune ni intercommunalité n'en promet {least} ou plus ({least.Source.Title}).",
                $"\"{subject.Post.Label}\": no commune or intercommunality promises {least} or more of it ({least.Source.Title}).");
    }
}
