using System.Text.Json.Serialization;
using FundingReports.Portfolios;

namespace FundingReports.Policies;

/// <summary>While the scheme pays, at most some number of other aids of the State are on the same post: usually none.</summary>
/// <remarks>State money whose line is not known may be the scheme's own or another aid: that is said.</remarks>
[JsonConverter(typeof(NoJson<OtherStateAids>))]
public sealed class OtherStateAids(string count) : ParameterRule(RuleKind.OtherStateAids, [PolicyUnit.Count], [count])
{
    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var findings = new List<SchemeFinding>();
        var aids = subject.Others.Where(other => subject.FunderOf(other)?.Kind is FunderKind.State).ToList();
        foreach (var commitment in subject.Commitments)
        {
            var days = subject.Money.DaysOf(subject.IndexOf(commitment));
            var beside = aids.Where(aid => !subject.Money.DaysOf(subject.IndexOf(aid)).And(days).IsEmpty).ToList();
            if (beside.Count == 0 || subject.ValueFor(this, Parameters[0], commitment, findings) is not { } value)
                continue;
            int known = beside.Where(aid => aid.Line is not null).DistinctBy(aid => aid.Line, StringComparer.OrdinalIgnoreCase).Count();
            if (known > value.Whole)
                findings.Add(subject.Finding(this, SchemeVerdict.Broken, commitment, Parameters[0], value,
                    PolicyTexts.OtherStateAid(
                        subject.Scheme, subject.Post, beside.Where(aid => aid.Line is not null), value, Parameters[0])));
            else if (known + beside.Count(aid => aid.Line is null) > value.Whole)
                findings.Add(subject.Finding(this, SchemeVerdict.Unverifiable, commitment, Parameters[0], value,
                    PolicyTexts.StateLineUnknown(
                        subject.Scheme, subject.Post, beside.Where(aid => aid.Line is null), value, Parameters[0])));
        }
        return findings;
    }
}
