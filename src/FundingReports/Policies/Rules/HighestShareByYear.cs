using System.Text.Json.Serialization;
using FundingReports.Figures;
using FundingReports.Ledger;

namespace FundingReports.Policies;

/// <summary>
/// In each year of the post, the scheme pays at most a share of its cost. The years run from the first day of the post; after the last
/// share named, nothing is said.
/// </summary>
[JsonConverter(typeof(NoJson<HighestShareByYear>))]
public sealed class HighestShareByYear(params string[] shares)
    : ParameterRule(RuleKind.HighestShareByYear, [PolicyUnit.Share], [.. shares])
{
    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Commitments.IsEmpty)
            return [];
        if (subject.Post.From is not { } from)
            return [subject.Finding(
                this, SchemeVerdict.Unverifiable, null, Parameters[0], null, PolicyTexts.NoFirstDay(subject.Scheme, subject.Post))];
        var findings = new List<SchemeFinding>();
        DayNumber[] anniversaries =
            [.. Enumerable.Range(0, Parameters.Length + 1).Select(year => DayNumber.Of(from.First.PlusYears(year)))];
        var pieces = subject.Money.Pieces(anniversaries).Where(piece => piece.OwnPays).ToList();
        for (int year = 0; year < Parameters.Length; year++)
        {
            DayRange days = new(anniversaries[year], anniversaries[year + 1]);
            SchemeFinding? unsure = null;
            foreach (var piece in pieces.Where(piece => days.Contains(piece.Days.From)))
            {
                var commitment = subject.Portfolio.Commitments[piece.FirstOwn];
                if (subject.ValueFor(this, Parameters[year], commitment, findings) is not { } value)
                    break;
                Ratio most = Ratio.Of(value.Share!);
                var paid = piece.Sum(own: true);
                if (paid.Low > most)
                {
                    unsure = subject.Finding(this, SchemeVerdict.Broken, commitment, Parameters[year], value,
                        PolicyTexts.ShareTooHigh(
                            subject.Scheme, subject.Post, year + 1, piece.Days.From.Date, paid.Low, value, Parameters[year]));
                    break;
                }
                if (paid.High is not { } high || high > most)
                    unsure ??= subject.Finding(this, SchemeVerdict.Unverifiable, commitment, Parameters[year], value,
                        PolicyTexts.ShareUnknown(subject.Scheme, subject.Post, year + 1, piece.Days.From.Date, value, Parameters[year]));
            }
            if (unsure is not null)
                findings.Add(unsure);
        }
        return findings;
    }
}
