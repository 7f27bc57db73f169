using System.Text.Json.Serialization;


namespace FundingReports.Policies;

/// <summary>While the scheme pays, others pay at least a share of the cost of the post.</summary>
[JsonConverter(typeof(NoJson<LeastCofunding>))]
public sealed class LeastCofunding(string share) : ParameterRule(RuleKind.LeastCofunding, [PolicyUnit.Share], [share])
{
    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var findings = new List<SchemeFinding>();
        foreach (var pieces in subject.Money.Pieces().Where(piece => piece.OwnPays).GroupBy(piece => piece.FirstOwn))
        {
            var commitment = subject.Portfolio.Commitments[pieces.Key];
            if (subject.ValueFor(this, Parameters[0], commitment, findings) is not { } value)
                continue;
            Ratio least = Ratio.Of(value.Share!);
            if (pieces.FirstOrDefault(piece => piece.Sum(own: false).High is { } high && high < least) is { } lacking)
                findings.Add(subject.Finding(this, SchemeVerdict.Broken, commitment, Parameters[0], value,
                    PolicyTexts.TooLittleCofunding(
                        subject.Scheme, subject.Post, lacking.Days.From.Date, lacking.Sum(own: false).High!.Value, value, Parameters[0])));
            else if (pieces.FirstOrDefault(piece => piece.Sum(own: false).Low < least) is { } unsure)
                findings.Add(subject.Finding(this, SchemeVerdict.Unverifiable, commitment, Parameters[0], value,
                    PolicyTexts.CofundingUnknown(subject.Scheme, subject.Post, unsure.Days.From.Date, value, Parameters[0])));
        }
        return findings;
    }
}
