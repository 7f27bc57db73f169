using FundingReports.Portfolios;

namespace FundingReports.Policies;

/// <summary>
/// State money without a line, on a post of a scheme that has one, may be the scheme's own: then its rules were not checked on it. Looked
/// at for every scheme.
/// </summary>
internal sealed class SchemeLine : SchemeRule
{
    internal static SchemeLine Instance { get; } = new();

    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        // Where a rule of the scheme counts the other aids of the State, that rule reports the same doubt, with the days that it concerns.
        if (subject.Scheme.Line is null || subject.Scheme.Rules.IsEmpty || !subject.Commitments.IsEmpty
            && subject.Scheme.Rules.Any(rule => rule is OtherStateAids))
            yield break;
        foreach (var commitment in subject.Others.Where(other => other.Line is null && subject.FunderOf(other)?.Kind is FunderKind.State))
        {
            BilingualText message = PolicyTexts.LineUnknown(subject.Scheme, subject.Post, commitment);
            yield return new(subject, this, SchemeVerdict.Unverifiable, message.French, message.English) {
                Commitment = commitment, Path = subject.PathOf(commitment) };
        }
    }
}
