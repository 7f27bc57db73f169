using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace FundingReports.Policies;

/// <summary>A convention of the scheme, with its amendments, lasts at most some months or years.</summary>
[JsonConverter(typeof(NoJson<LongestDuration>))]
public sealed class LongestDuration(string duration) : ParameterRule(RuleKind.LongestDuration, Lengths, [duration])
{
    internal static ImmutableArray<PolicyUnit> Lengths { get; } = [PolicyUnit.Months, PolicyUnit.Years];

    /// <inheritdoc/>
    public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var findings = new List<SchemeFinding>();
        foreach (var line in subject.Lines.Select(subject.Paying).Where(line => line.Count > 0))
        {
            var first = line.MinBy(commitment => commitment.From.First)!;
            var last = line.Last(commitment => commitment.From.First == line.Max(other => other.From.First));
            if (subject.ValueFor(this, Parameters[0], first, findings) is not { } value)
                continue;
            LocalDate latest = LastDay(subject.Policies, Parameters[0], first.From.First, first.From.First);
            if (last.Until.IsUnknown)
                findings.Add(subject.Finding(this, SchemeVerdict.Unverifiable, last, Parameters[0], value,
                    PolicyTexts.TermUnknown(subject.Scheme, subject.Post, last, latest, value, Parameters[0])));
            else if (last.Until.IsOpen || last.Until.Until!.Value.Last > latest)
                findings.Add(subject.Finding(this, SchemeVerdict.Broken, last, Parameters[0], value,
                    PolicyTexts.TooLong(subject.Scheme, subject.Post, last, latest, value, Parameters[0])));
        }
        return findings;
    }

    /// <summary>The last day of what begins on a day and lasts as long as the value of a day says.</summary>
    internal static LocalDate LastDay(PolicySet policies, string duration, LocalDate valueOn, LocalDate from)
    {
        int length = policies.WholeOn(duration, valueOn);
        return (policies.Parameters[duration].Unit is PolicyUnit.Years ? from.PlusYears(length) : from.PlusMonths(length)).PlusDays(-1);
    }
}
