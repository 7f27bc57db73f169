using FundingReports;
using FundingReports.Policies;
using FundingReports.Portfolios;

namespace OwnPolicy;

/// <summary>A rule of one's own, invented for this example: communes and intercommunalities pay a part of the cost in the as-of year.</summary>
public sealed class LocalCofunding : SchemeRule
{
    /// <summary>The parameter that holds the least part: its value is dated and sourced like any other.</summary>
    public const string LeastPart = "example.local-part";

    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var least = subject.Policies.On(LeastPart, subject.AsOf);
        var local = subject.ShareIn(subject.AsOf.Year, commitment => subject.FunderOf(commitment)?.Kind is FunderKind.Commune or FunderKind.Epci);
        if (local is not { } part || part.Low >= Ratio.Of(least.Share!))
            yield break;
        bool surely = part.High is { } most && most < Ratio.Of(least.Share!);
        yield return new(subject, this, surely ? SchemeVerdict.Broken : SchemeVerdict.Unverifiable,
            $"« {subject.Post.Label} » : les communes et intercommunalités n'en paient pas {(surely ? "" : "sûrement ")}{least} ou plus cette année ({least.Source.Title}).",
            $"\"{subject.Post.Label}\": communes and intercommunalities do not {(surely ? "" : "surely ")}pay {least} or more of it this year ({least.Source.Title}).");
    }
}
